"""Numbers with units as leads, buyers and agents write them, and the ranges of a table's cells.

``165``, ``１６５``, ``165cm``, ``1米65`` and ``1.65m`` are the same height in a column of centimetres; ``130斤`` is
``65`` in a column of kilograms. What a number means must be written somewhere: in the cell, in the column's name
(``体重(kg)``) or in the other cells; where it is not, nothing is assumed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

_ONE: Final = Decimal(1)
_UNITS: Final[dict[str, tuple[str, Decimal]]] = {
    **dict.fromkeys(("mm", "毫米"), ("cm", Decimal("0.1"))),
    **dict.fromkeys(("cm", "厘米", "公分"), ("cm", _ONE)),
    **dict.fromkeys(("m", "米"), ("cm", Decimal(100))),
    **dict.fromkeys(("g", "克"), ("kg", Decimal("0.001"))),
    **dict.fromkeys(("kg", "公斤", "千克"), ("kg", _ONE)),
    **dict.fromkeys(("斤", "市斤"), ("kg", Decimal("0.5"))),
    "两": ("kg", Decimal("0.05")),
    **dict.fromkeys(("元", "块", "块钱", "rmb"), ("元", _ONE)),
    **dict.fromkeys(("件", "个", "双", "套", "条", "只", "瓶", "盒", "包", "箱"), ("件", _ONE)),
    "岁": ("岁", _ONE),
    "天": ("天", _ONE),
    "码": ("码", _ONE),
    "号": ("码", _ONE),
}
_NUMBER: Final = r"¥?([0-9]{1,12}(?:\.[0-9]{1,6})?)"
_UNIT: Final = "(" + "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True)) + ")?"
_QUANTITY: Final = re.compile(_NUMBER + _UNIT)
_METRES: Final = re.compile(r"([0-9])(?:米|m)([0-9]{1,2})(?:cm|厘米|公分)?")
_THOUSANDS: Final = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_NAMED: Final = re.compile(r"(?:\(|\[|/|:)\s*([a-z\u4e00-\u9fff]+)\s*[)\]]?\s*$")
_HEIGHT: Final = "身高"  # in clothing always in centimetres

ANYTHING: Final = frozenset(("其他", "其它", "其余", "不限", "任意", "全部", "所有", "都可以", "*"))


def plain(text: str) -> str:
    """``text`` in half width and lower case, without blanks at the ends and with single ones inside."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@dataclass(frozen=True, slots=True)
class Scale:
    """What numbers of a column are in. ``dimension`` is "" where nothing tells it; ``factor`` turns a number that
    stands alone into the dimension's own unit, and is None where the cells are of several units.
    """

    dimension: str = ""
    factor: Decimal | None = _ONE


MONEY: Final = Scale("元")


def scale_of(name: str, cells: Iterable[str]) -> Scale:
    """The unit of a column, from its name or else from what is written in its cells."""
    title = plain(name)
    named = _NAMED.search(title)
    if named and named[1] in _UNITS:
        return Scale(*_UNITS[named[1]])
    found = {_UNITS[unit] for cell in cells for _, unit in _QUANTITY.findall(_compact(cell)) if unit}
    if not found:
        return Scale("cm") if _HEIGHT in title else Scale()
    dimensions = {dimension for dimension, _ in found}
    if len(dimensions) > 1:
        return Scale("", None)
    return Scale(*found.pop()) if len(found) == 1 else Scale(dimensions.pop(), None)


def amount(text: str, scale: Scale) -> Decimal | None:
    """The quantity that ``text`` gives, in the unit of the scale's dimension; None when it is none or of another."""
    compact = _compact(text)
    if metres := _METRES.fullmatch(compact):
        rest = Decimal(metres[2]) * (10 if len(metres[2]) == 1 else 1)
        return Decimal(metres[1]) * 100 + rest if scale.dimension == "cm" else None
    found = _QUANTITY.fullmatch(compact)
    return _in_scale(found[1], found[2], scale) if found else None


def _in_scale(digits: str, unit: str | None, scale: Scale) -> Decimal | None:
    if not unit:
        return None if scale.factor is None else Decimal(digits) * scale.factor
    dimension, factor = _UNITS[unit]
    return Decimal(digits) * factor if dimension == scale.dimension else None


def _compact(text: str) -> str:
    return _THOUSANDS.sub("", plain(text).replace(" ", ""))


@dataclass(frozen=True, slots=True)
class Span:
    """All numbers from ``low`` to ``high``; None is no end, an open end does not belong to it."""

    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False

    def holds(self, value: Decimal) -> bool:
        """Whether the number is in it."""
        if self.low is not None and (value < self.low or (self.low_open and value == self.low)):
            return False
        return self.high is None or value < self.high or (value == self.high and not self.high_open)

    def within(self, other: Span) -> bool:
        """Whether all of it is in the other one."""
        low = other.low is None or (
            self.low is not None
            and (self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open)))
        )
        high = other.high is None or (
            self.high is not None
            and (self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open)))
        )
        return low and high

    def shared(self, other: Span) -> Decimal | None:
        """A number that is in both; None when there is none."""
        low = max((end for end in (self.low, other.low) if end is not None), default=None)
        high = min((end for end in (self.high, other.high) if end is not None), default=None)
        if low is None or high is None:
            known = low if low is not None else high
            step = _ONE if low is not None else -_ONE
            guesses = [Decimal(0)] if known is None else [known, known + step]
        else:
            guesses = [(low + high) / 2]
        return next((guess for guess in guesses if self.holds(guess) and other.holds(guess)), None)


_Side = tuple[Decimal | None, bool]  # an end, and whether it does not belong to the range
_OPEN_LOW: Final = r"(?:>|大于|超过|高于|多于)"
_LOW: Final = r"(?:>=|≥|大于等于|不低于|不少于|不小于|至少|满)"
_OPEN_HIGH: Final = r"(?:<|小于|低于|少于|不足|不到|不满|未满)"
_HIGH: Final = r"(?:<=|≤|小于等于|不超过|不高于|不多于|不大于|最多|至多)"
_SIDE: Final = _NUMBER + _UNIT
_BETWEEN: Final = re.compile(rf"{_SIDE}(?:-|~|–|—|〜|至|到){_SIDE}")
_FROM: Final = re.compile(rf"(?:({_OPEN_LOW}(?!等于))|({_LOW})){_SIDE}|{_SIDE}(?:及?以上|\+|起)")
_UP_TO: Final = re.compile(rf"(?:({_OPEN_HIGH}(?!等于))|({_HIGH})){_SIDE}|{_SIDE}(?:及?以下|以内|之内|内)")
_BOTH: Final = re.compile(rf"{_SIDE}(<|<=|≤)[a-z\u4e00-\u9fff]{{0,4}}?(<=|≤|<){_SIDE}")


def span(text: str, scale: Scale, *, threshold: bool = False) -> Span | None:
    """The range that a cell writes; None when it can't be read. With ``threshold`` a number alone starts one."""
    compact = _compact(text).replace("≧", "≥").replace("≦", "≤")
    if found := _BETWEEN.fullmatch(compact):
        return _closed(found, scale)
    if found := _BOTH.fullmatch(compact):
        left, right = found[2] or found[6], found[6] or found[2]
        ends = _in_scale(found[1], left, scale), _in_scale(found[5], right, scale)
        return _span(ends, low_open=found[3] == "<", high_open=found[4] == "<")
    low = _FROM.match(compact)
    high = _UP_TO.fullmatch(compact, low.end() if low else 0)
    if low and (high or low.end() == len(compact)):
        return _joined(_end(low, scale), _end(high, scale) if high else None)
    if high:
        end, is_open = _end(high, scale)
        return None if end is None else Span(None, end, high_open=is_open)
    alone = amount(compact, scale)
    if alone is None:
        return None
    return Span(alone) if threshold else Span(alone, alone)


def _closed(found: re.Match[str], scale: Scale) -> Span | None:
    left, right = found[2] or found[4], found[4] or found[2]
    return _span((_in_scale(found[1], left, scale), _in_scale(found[3], right, scale)))


def _end(found: re.Match[str], scale: Scale) -> _Side:
    digits, unit = (found[3], found[4]) if found[3] else (found[5], found[6])
    return _in_scale(digits, unit, scale), bool(found[1])


def _joined(low: _Side, high: _Side | None) -> Span | None:
    if low[0] is None:
        return None
    if high is None:
        return Span(low[0], None, low_open=low[1])
    return _span((low[0], high[0]), low_open=low[1], high_open=high[1])


def _span(
    ends: tuple[Decimal | None, Decimal | None], *, low_open: bool = False, high_open: bool = False
) -> Span | None:
    low, high = ends
    if low is None or high is None or low > high or (low == high and (low_open or high_open)):
        return None
    return Span(low, high, low_open, high_open)
