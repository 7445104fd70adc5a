"""Dates and times as customers read them, the same on every system and in every locale.

``%`` codes are those of strftime that make sense in a chat, plus ``%-m`` and the like without leading zero;
weekdays and halves of the day come out in Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

_DAYS = "一二三四五六日"
_MAX_LENGTH = 200  # characters of a value that is read as a date, and of a format
_FURTHEST = 36_500  # days that a date can be shifted

_DATE: Final = re.compile(
    r"(?<!\d)(?:(?P<year>\d{4})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?|(?P<month2>\d{1,2})月(?P<day2>\d{1,2})[日号])"
    r"(?:[T\s]{0,3}(?P<hour>\d{1,2})[:：](?P<minute>\d{2})(?:[:：](?P<second>\d{2}))?)?(?!\d)",
    re.ASCII,
)
_NEAR = {"昨天": -1, "今天": 0, "明天": 1, "后天": 2}
_WORDS = {**_NEAR, "today": 0}
_NOW = ("now", "现在", "此刻")

_CODES: Final[dict[str, Callable[[datetime], str]]] = {
    "Y": lambda at: f"{at.year:04d}",
    "y": lambda at: f"{at.year % 100:02d}",
    "m": lambda at: f"{at.month:02d}",
    "-m": lambda at: str(at.month),
    "d": lambda at: f"{at.day:02d}",
    "-d": lambda at: str(at.day),
    "e": lambda at: str(at.day),
    "H": lambda at: f"{at.hour:02d}",
    "-H": lambda at: str(at.hour),
    "I": lambda at: f"{(at.hour + 11) % 12 + 1:02d}",
    "-I": lambda at: str((at.hour + 11) % 12 + 1),
    "M": lambda at: f"{at.minute:02d}",
    "S": lambda at: f"{at.second:02d}",
    "p": lambda at: "上午" if at.hour < 12 else "下午",
    "A": lambda at: f"星期{_DAYS[at.weekday()]}",
    "a": lambda at: f"周{_DAYS[at.weekday()]}",
    "F": lambda at: f"{at.year:04d}-{at.month:02d}-{at.day:02d}",
    "T": lambda at: f"{at.hour:02d}:{at.minute:02d}:{at.second:02d}",
    "R": lambda at: f"{at.hour:02d}:{at.minute:02d}",
    "%": lambda _: "%",
}
_TIMED = frozenset(["H", "-H", "I", "-I", "M", "S", "p", "T", "R"])
_GREETINGS = ((5, "夜深了"), (9, "早上好"), (11.5, "上午好"), (13.5, "中午好"), (18, "下午好"), (23, "晚上好"))


class Moment(str):
    """A text that remembers the date behind it. ``timed`` tells whether the hour is known."""

    __slots__ = ("at", "timed")

    at: datetime
    timed: bool

    def __new__(cls, text: str, at: datetime, timed: bool) -> Moment:
        """Show ``at`` as ``text``."""
        moment = super().__new__(cls, text)
        moment.at = at
        moment.timed = timed
        return moment


def day(at: datetime, now: datetime) -> str:
    """``6月8日``, with the year in front when it is not this year."""
    text = f"{at.month}月{at.day}日"
    return text if at.year == now.year else f"{at.year}年{text}"


def near_day(at: datetime, now: datetime) -> str:
    """``今天``, ``明天`` and the like for the days around ``now``, else as :func:`day` has it."""
    apart = (at.date() - now.date()).days
    return next((word for word, days in _NEAR.items() if days == apart), "") or day(at, now)


def greeting(now: datetime) -> str:
    """What to say at this time of day."""
    hour = now.hour + now.minute / 60
    return next((word for end, word in _GREETINGS if hour < end), "夜深了")


def weekday(at: datetime) -> str:
    """``周三``."""
    return _CODES["a"](at)


def read(text: str, now: datetime) -> Moment | None:
    """The one date in ``text``: ``2025-06-01 10:20``, ``2025年6月1日``, ``6月1日``, ``明天``; None for anything else.

    Without a year it is the one nearest to ``now``. Text around the date is allowed, a second date is not.
    """
    if isinstance(text, Moment):
        return text
    text = text.strip()
    if text in _NOW:
        return Moment(text, now, timed=True)
    if text in _WORDS:
        return Moment(text, _midnight(now) + timedelta(days=_WORDS[text]), timed=False)
    found = list(_DATE.finditer(text)) if len(text) <= _MAX_LENGTH else []
    at = _datetime(found[0], now) if len(found) == 1 else None
    return Moment(text, at, timed=found[0]["hour"] is not None) if at else None


def shift(moment: Moment, by: timedelta, now: datetime) -> Moment:
    """``moment`` moved, shown as a day. Raises ValueError when that leaves the calendar."""
    if abs(by.days) > _FURTHEST:
        raise ValueError("too far")
    try:
        at = moment.at + by
    except OverflowError:
        raise ValueError("too far") from None
    return Moment(day(at, now), at, timed=moment.timed)


def show(moment: Moment, pattern: str) -> str:
    """``moment`` by ``%`` codes. Raises ValueError naming a code that does not exist or asks for an unknown hour."""
    if len(pattern) > _MAX_LENGTH:
        raise ValueError("日期格式太长")

    def replace(match: re.Match[str]) -> str:
        code = match[1]
        if code not in _CODES:
            raise ValueError(f"日期格式里没有“%{code}”")
        if code in _TIMED and not moment.timed:
            raise ValueError(f"这个日期没有具体时间，不能用“%{code}”")
        return _CODES[code](moment.at)

    return re.sub(r"%(-?.|$)", replace, pattern, flags=re.DOTALL)


def _midnight(at: datetime) -> datetime:
    return at.replace(hour=0, minute=0, second=0, microsecond=0)


def _datetime(match: re.Match[str], now: datetime) -> datetime | None:
    part = {name: int(value) for name, value in match.groupdict().items() if value}
    clock = (part.get("hour", 0), part.get("minute", 0), part.get("second", 0))
    if "year" in part:
        return _valid(part["year"], part["month"], part["day"], clock, now)
    years = (_valid(now.year + step, part["month2"], part["day2"], clock, now) for step in (0, -1, 1))
    return min((at for at in years if at), key=lambda at: abs(at - now), default=None)


def _valid(year: int, month: int, day_: int, clock: tuple[int, int, int], now: datetime) -> datetime | None:
    try:
        return datetime(year, month, day_, *clock, tzinfo=now.tzinfo)
    except ValueError:
        return None
