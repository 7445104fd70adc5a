"""Patterns of dates as other programs write them, in our ``%`` codes (:mod:`assistant.core.template.dates`).

What a pattern asks for and we can't show (names of months, weeks of the year, minutes without their zero) gives None:
whoever converts then keeps the original wording and says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

LONGEST = 100  # characters of a pattern that is converted; twice as many of ours are allowed in a template
_FURTHEST_DAYS = 36_500
_FURTHEST_MONTHS = 1_200

_STRFTIME: Final[Mapping[str, str]] = {
    **{code: f"%{code}" for code in "YymdeHIMSpAaFTR%"},
    **{f"-{code}": f"%-{code}" for code in "mdHI"},
    "-e": "%-d",
    "D": "%m/%d/%y",
    "P": "%p",
    "r": "%I:%M:%S %p",
    "k": "%-H",
    "l": "%-I",
    "n": "\n",
    "t": "\t",
}
# Letters of the others by their runs; ``quote`` opens and closes what is meant word for word.
_CLOCK: Final = {"HH": "%H", "H": "%-H", "hh": "%I", "h": "%-I", "mm": "%M", "ss": "%S"}
_MONTHS: Final = {"MM": "%m", "M": "%-m"}
_QT: Final = {
    "yyyy": "%Y",
    "yy": "%y",
    "dd": "%d",
    "d": "%-d",
    "ddd": "%a",
    "dddd": "%A",
    **dict.fromkeys(("AP", "ap", "A", "a", "Ap"), "%p"),
    **_MONTHS,
    **_CLOCK,
}
_UNICODE: Final = {
    "yyyy": "%Y",
    "y": "%Y",
    "yy": "%y",
    "dd": "%d",
    "d": "%-d",
    "LL": "%m",
    "L": "%-m",
    **dict.fromkeys(("E", "EE", "EEE"), "%a"),
    "EEEE": "%A",
    "a": "%p",
    **_MONTHS,
    **_CLOCK,
}
_MOMENT: Final = {
    "YYYY": "%Y",
    "YY": "%y",
    "DD": "%d",
    "D": "%-d",
    "ddd": "%a",
    "dddd": "%A",
    **dict.fromkeys(("A", "a"), "%p"),
    **_MONTHS,
    **_CLOCK,
}
_QT_PART: Final = re.compile(r"'((?:[^']|'')*)'|([Aa][Pp]|(?P<run>[A-Za-z])(?P=run)*)|([^A-Za-z'])")
_UNICODE_PART: Final = re.compile(r"'((?:[^']|'')*)'|((?P<run>[A-Za-z])(?P=run)*)|([^A-Za-z'])")
_MOMENT_PART: Final = re.compile(r"\[([^\]]*)\]|((?P<run>[A-Za-z])(?P=run)*)|([^A-Za-z\[])")
_KINDS: Final = {
    "qt": (_QT, _QT_PART, "T"),
    "unicode": (_UNICODE, _UNICODE_PART, ""),
    "moment": (_MOMENT, _MOMENT_PART, "T"),
}  # codes, parts, letters that stand for themselves
KINDS: Final = frozenset(("strftime", *_KINDS))


def converted(kind: str, pattern: str) -> str | None:
    """``pattern`` of a kind (strftime, qt, unicode, moment) in our codes; None when it asks for what we can't show.

    ``strftime`` also covers chrono's. A pattern without any code is none.
    """
    if not 0 < len(pattern) <= LONGEST:
        return None
    found = _from_strftime(pattern) if kind == "strftime" else _from_letters(pattern, *_KINDS[kind])
    return found if found and re.search(r"%[^%]", found.replace("%%", "")) else None


def _from_strftime(pattern: str) -> str | None:
    parts: list[str] = []
    for code, other in re.findall(r"%(-?.|$)|([^%]+)", pattern, flags=re.DOTALL):
        if other:
            parts.append(other)
        elif code in _STRFTIME:
            parts.append(_STRFTIME[code])
        else:
            return None
    return "".join(parts)


def _from_letters(pattern: str, codes: Mapping[str, str], part: re.Pattern[str], plain: str) -> str | None:
    half = any(codes.get(found[2]) == "%p" for found in part.finditer(pattern))
    parts: list[str] = []
    position = 0
    while position < len(pattern):
        found = part.match(pattern, position)
        if not found:
            return None  # an open quotation
        position = found.end()
        quoted, letters, _, other = found.groups()
        if letters is None:
            text = quoted.replace("''", "'") or "'" if quoted is not None and part is not _MOMENT_PART else quoted
            parts.append((other if text is None else text).replace("%", "%%"))
        elif letters in codes:
            parts.append(_code(letters, codes, half))
        elif letters in plain:
            parts.append(letters)
        else:
            return None
    return "".join(parts)


def _code(letters: str, codes: Mapping[str, str], half: bool) -> str:
    """Qt's ``h`` counts to 23 unless the half of the day is shown too."""
    code = codes[letters]
    return code.replace("I", "H") if codes is _QT and not half else code


@dataclass(frozen=True, slots=True)
class Shift:
    """How far a date is moved; each part later or earlier on its own."""

    months: int = 0
    days: int = 0
    minutes: int = 0

    @classmethod
    def of_seconds(cls, seconds: int) -> Shift | None:
        """As espanso counts; None when it is no whole number of minutes or too far."""
        minutes, rest = divmod(abs(seconds), 60)
        days, minutes = divmod(minutes, 24 * 60)
        sign = -1 if seconds < 0 else 1
        return cls(days=sign * days, minutes=sign * minutes) if not rest and days <= _FURTHEST_DAYS else None

    @property
    def steps(self) -> tuple[str, ...]:
        """What our filter ``after`` takes, one step after another."""
        told = ((self.months, "个月"), (self.days, "天"), (self.minutes, "分钟"))
        return tuple(f"{count}{unit}" for count, unit in told if count)


_UNITS: Final = {
    **dict.fromkeys("yY", ("months", 12)),
    "M": ("months", 1),
    **dict.fromkeys("wW", ("days", 7)),
    **dict.fromkeys("dD", ("days", 1)),
    **dict.fromkeys("hH", ("minutes", 60)),
    "m": ("minutes", 1),
}
_STEP: Final = re.compile(r"\s*([+-])\s?(\d{1,5})([A-Za-z])\s*", re.ASCII)


def read_shift(text: str) -> Shift | None:
    """The length in ``+1d``, ``-2w``, ``+2d -3M``; M are months, m minutes. None when it is none, or too far."""
    total = {"months": 0, "days": 0, "minutes": 0}
    position = 0
    while position < min(len(text), LONGEST):
        step = _STEP.match(text, position)
        if not step or step[3] not in _UNITS:
            return None
        kind, factor = _UNITS[step[3]]
        total[kind] += int(step[1] + step[2]) * factor
        position = step.end()
    days, minutes = divmod(abs(total["minutes"]), 24 * 60)
    sign = -1 if total["minutes"] < 0 else 1
    shift = Shift(total["months"], total["days"] + sign * days, sign * minutes)
    far = abs(shift.months) > _FURTHEST_MONTHS or abs(shift.days) > _FURTHEST_DAYS
    return None if far or position < len(text) else shift
