"""Small tables that a lead keeps: sizes by height and weight, couriers and days by place, fees, gifts.

Some columns are keys, the others answers. ``table.find(("165", "52"))`` gives the first answer of the one row whose
keys hold these values, ``table.find(keys, "天数")`` that of the column of this name. Of several rows the narrowest one
counts: a city before its province, ``3kg以内`` before ``5kg以内``, the highest amount that was reached. Where none is
the narrowest, and they say different things, nothing is answered: a miss is asked, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import Final

from assistant.core.tables import places
from assistant.core.tables.numbers import ANYTHING, MONEY, Scale, Span, amount, plain, scale_of, span
from assistant.core.tables.places import Area, Locate, Place

MOST_ROWS: Final = 2_000
MOST_COLUMNS: Final = 20
LONGEST_CELL: Final = 500
LONGEST_NAME: Final = 30
_RIVALS: Final = 50  # rows that hold the same value and none is narrower: nobody meant that
_ALTERNATIVES: Final = "、;|\n"


class Kind(Enum):
    """What a column holds: an answer, or a key that is compared in one of these ways."""

    ANSWER = "answer"
    TEXT = "text"
    RANGE = "range"
    REGION = "region"
    AMOUNT = "amount"  # a number alone means: from there on


@dataclass(frozen=True, slots=True)
class Column:
    """A column and its heading."""

    name: str
    kind: Kind = Kind.ANSWER

    @property
    def is_key(self) -> bool:
        """Whether it is looked up by."""
        return self.kind is not Kind.ANSWER


Row = tuple[str, ...]
Value = Decimal | Place | str


@dataclass(frozen=True, slots=True)
class Words:
    """One of several words, or any."""

    words: frozenset[str]
    anything: bool = False

    def holds(self, value: str) -> bool:
        """Whether it is one of them."""
        return self.anything or value in self.words

    def within(self, other: Words) -> bool:
        """Whether all of them are in the other ones."""
        return other.anything or (not self.anything and self.words <= other.words)


Cell = Span | Area | Words
_EVERY_NUMBER: Final = Span()


@dataclass(frozen=True)
class Table:
    """A table; every row has a text for every column. ``locate`` may know in which province a city lies."""

    name: str
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = field(default=(), repr=False)
    locate: Locate | None = field(default=None, repr=False, compare=False)

    @cached_property
    def keys(self) -> tuple[Column, ...]:
        """The columns that it is looked up by, in their order."""
        return tuple(column for column in self.columns if column.is_key)

    @cached_property
    def answers(self) -> tuple[Column, ...]:
        """The columns that it answers with, in their order."""
        return tuple(column for column in self.columns if not column.is_key)

    def with_rows(self, rows: Sequence[Row]) -> Table:
        """The same columns over other rows."""
        return replace(self, rows=tuple(rows))

    def find(self, keys: Sequence[str], column: str = "") -> str | None:
        """What it answers, in ``column`` or else in the first one that answers. None for a miss. Never raises."""
        values = self.values(keys)
        return self.answer(values, column) if values else None

    def values(self, keys: Sequence[str]) -> tuple[Value, ...] | None:
        """``keys`` as they are compared; None when there are too few or too many, or one can't be read."""
        if len(keys) != len(self.keys):
            return None
        found = [self._value(number, key) for number, key in zip(self._key_numbers, keys, strict=True)]
        return tuple(value for value in found if value is not None) if None not in found else None

    def answer(self, values: Sequence[Value], column: str = "", among: Sequence[int] | None = None) -> str | None:
        """What it answers to keys that were read; ``among`` are the only rows to look at."""
        place = self._answer_number(column)
        if place is None or not values:
            return None
        rivals: dict[tuple[Cell, ...], set[str]] = {}
        for cells, row in self._holding(values, range(len(self.rows)) if among is None else among):
            if cells in rivals:
                rivals[cells].add(self.rows[row][place].strip())
            elif not any(_narrower(rival, cells, values) for rival in rivals):
                for wider in [rival for rival in rivals if _narrower(cells, rival, values)]:
                    del rivals[wider]
                rivals[cells] = {self.rows[row][place].strip()}
                if len(rivals) > _RIVALS:
                    return None
        told = set().union(*rivals.values())
        return (told.pop() or None) if len(told) == 1 else None

    @cached_property
    def cells(self) -> tuple[tuple[Cell | None, ...], ...]:
        """The key cells of every row as they are compared; None for what can't be read."""
        return tuple(tuple(self._cell(number, row[number]) for number in self._key_numbers) for row in self.rows)

    @cached_property
    def scales(self) -> Mapping[int, Scale]:
        """The units of the columns that hold numbers, by their number."""
        found = {}
        for number, column in enumerate(self.columns):
            if column.kind in (Kind.RANGE, Kind.AMOUNT):
                scale = scale_of(column.name, (row[number] for row in self.rows))
                found[number] = MONEY if column.kind is Kind.AMOUNT and scale == Scale() else scale
        return found

    @cached_property
    def _key_numbers(self) -> tuple[int, ...]:
        return tuple(number for number, column in enumerate(self.columns) if column.is_key)

    def _answer_number(self, name: str) -> int | None:
        wanted = plain(name)
        fitting = (n for n, c in enumerate(self.columns) if not c.is_key and (not wanted or plain(c.name) == wanted))
        return next(fitting, None)

    def _holding(self, values: Sequence[Value], rows: Iterable[int]) -> Iterator[tuple[tuple[Cell, ...], int]]:
        for row in rows:
            if all(map(_holds, self.cells[row], values)):
                yield tuple(cell for cell in self.cells[row] if cell is not None), row

    def _value(self, number: int, text: str) -> Value | None:
        column = self.columns[number]
        if not text.strip():
            return None
        if column.kind is Kind.TEXT:
            return plain(text)
        if column.kind is Kind.REGION:
            return places.place(text, self.locate)
        return amount(text, self.scales[number])

    def _cell(self, number: int, text: str) -> Cell | None:
        column, words = self.columns[number], plain(text)
        if not words:
            return None
        if column.kind is Kind.TEXT:
            parts = frozenset(filter(None, (plain(part) for part in _apart(text))))
            return Words(parts | {words}, words in ANYTHING)
        if column.kind is Kind.REGION:
            return places.area(text, self.locate)
        if words in ANYTHING:
            return _EVERY_NUMBER
        return span(text, self.scales[number], threshold=column.kind is Kind.AMOUNT)


def _apart(text: str) -> list[str]:
    for sign in _ALTERNATIVES:
        text = text.replace(sign, "\n")
    return text.replace("；", "\n").replace("｜", "\n").split("\n")


def _holds(cell: Cell | None, value: Value) -> bool:
    return cell is not None and cell.holds(value)  # type: ignore[arg-type]  # the column gives both


def _narrower(a: tuple[Cell, ...], b: tuple[Cell, ...], values: Sequence[Value]) -> bool:
    """Whether the row ``a`` says more about these values than ``b``: in every key at least as much, in one more."""
    orders = [_order(*what) for what in zip(a, b, values, strict=True)]
    return -1 in orders and not any(order is None or order > 0 for order in orders)


def _order(a: Cell, b: Cell, value: Value) -> int | None:
    """-1 when ``a`` is narrower round ``value``, 0 when they are the same, 1 when ``b`` is; None when neither is."""
    if isinstance(a, Area) and isinstance(b, Area) and isinstance(value, tuple):
        levels = a.level(value), b.level(value)
        if levels[0] != levels[1]:
            return -1 if levels[0] > levels[1] else 1
    inside, outside = a.within(b), b.within(a)  # type: ignore[arg-type]  # both are of one column
    if inside and outside:
        return 0
    return -1 if inside else 1 if outside else None
