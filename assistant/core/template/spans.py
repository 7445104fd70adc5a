"""Lengths of time as people write them: ``+7天``, ``-1天``, ``3个工作日``, ``48小时``, ``2周``, ``1个月``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from assistant.core.template.calendar import Calendar

_DIGITS: Final = "零一二三四五六七八九"
_UNITS: Final = {
    "months": ("个月", "months", "month", "年", "years", "year"),
    "workdays": ("个工作日", "工作日", "workdays", "workday"),
    "days": ("天", "日", "days", "day", "d", "个星期", "星期", "周", "礼拜", "weeks", "week", "w"),
    "minutes": ("个小时", "小时", "个钟头", "hours", "hour", "h", "分钟", "minutes", "minute", "min"),
}
_FACTORS: Final = {
    **dict.fromkeys(("年", "years", "year"), 12),
    **dict.fromkeys(("个星期", "星期", "周", "礼拜", "weeks", "week", "w"), 7),
    **dict.fromkeys(("个小时", "小时", "个钟头", "hours", "hour", "h"), 60),
}
_KINDS: Final = {name: kind for kind, names in _UNITS.items() for name in names}
_NAME: Final = "|".join(sorted(_KINDS, key=len, reverse=True))
_PART: Final = re.compile(rf"(\d{{1,5}}|[{_DIGITS}两十]{{1,3}})({_NAME})", re.ASCII)
_SPAN: Final = re.compile(
    rf"([+-]?)((?:(?:\d{{1,5}}|[{_DIGITS}两十]{{1,3}})(?:{_NAME}))+)(之?后|以后|之?前|以前|内)?", re.ASCII
)
_WIDE: Final = str.maketrans("＋－—０１２３４５６７８９", "+--0123456789", " \t")
_LONGEST: Final = 40  # characters
_FURTHEST: Final = timedelta(days=36_500)
_DAY, _HOUR, _MINUTE = 86_400, 3_600, 60  # s


@dataclass(frozen=True, slots=True)
class Span:
    """So many months, days, working days and minutes, all later or all earlier."""

    months: int = 0
    days: int = 0
    workdays: int = 0
    minutes: int = 0

    def after(self, at: datetime, calendar: Calendar) -> datetime:
        """``at`` moved; the 31st of a short month is its last day. Raises ValueError when that is too far."""
        by = timedelta(days=self.days, minutes=self.minutes)
        if abs(by) > _FURTHEST:
            raise ValueError("too far")
        try:
            return calendar.moved(_months_later(at, self.months) + by, self.workdays)
        except OverflowError:
            raise ValueError("too far") from None


def read(text: str) -> Span | None:
    """The length in ``text``; None when it is none."""
    plain = text.translate(_WIDE).lower()
    found = _SPAN.fullmatch(plain) if len(plain) <= _LONGEST else None
    if not found:
        return None
    sign = -1 if (found[1] == "-") != bool(found[3] and "前" in found[3]) else 1
    total = dict.fromkeys(_UNITS, 0)
    for part in _PART.finditer(found[2]):
        total[_KINDS[part[2]]] += sign * _count(part[1]) * _FACTORS.get(part[2], 1)
    return Span(**total)


def told(length: timedelta) -> str:
    """The largest unit of it that is not empty, rounded down: ``3 天``, ``5 小时``, ``20 分钟``; at least a minute."""
    seconds = abs(int(length.total_seconds()))
    if seconds >= _DAY:
        return f"{seconds // _DAY} 天"
    if seconds >= _HOUR:
        return f"{seconds // _HOUR} 小时"
    return f"{max(seconds // _MINUTE, 1)} 分钟"


def _count(text: str) -> int:
    if text.isdigit() and text.isascii():
        return int(text)
    tens, ten, ones = text.replace("两", "二").rpartition("十")
    if not ten:
        return int("".join(str(_DIGITS.index(digit)) for digit in ones))
    return 10 * (_DIGITS.index(tens[-1]) if tens else 1) + (_DIGITS.index(ones[-1]) if ones else 0)


def _months_later(at: datetime, months: int) -> datetime:
    year, month = divmod(at.year * 12 + at.month - 1 + months, 12)
    for day in range(at.day, at.day - 4, -1):
        try:
            return at.replace(year=year, month=month + 1, day=day)
        except (ValueError, OverflowError):
            continue
    raise ValueError("too far")
