"""What is found or listed, sorted by something else than the library's order: by title, use, days and so on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, overload

from assistant.core.ranking import Standing
from assistant.core.search import bits
from assistant.core.search.index import Index
from assistant.core.search.match import Match
from assistant.core.search.segment import Segment
from assistant.core.search.view import Scope, views_of
from assistant.core.writing import Writing

_NEVER = date(9999, 12, 31)


class Column(StrEnum):
    """What phrases are sorted by."""

    TITLE = "title"
    CODE = "code"
    CATEGORY = "category"
    TAGS = "tags"
    ROLES = "roles"
    VALID = "valid"  # the last day on which it may be said
    USES = "uses"
    LAST = "last"  # when it was used last
    CHANGED = "changed"  # when it was changed last


@dataclass(frozen=True, slots=True)
class Order:
    """By what to sort, and which way. What has nothing in that column comes last either way.

    ``figures`` gives the numbers for USES, LAST and CHANGED by id, those without one left out (no use counts as 0).
    """

    column: Column
    descending: bool = False
    figures: Callable[[Sequence[str]], Mapping[str, float]] = lambda _: {}


_Row = tuple[Segment, int]


class Arranged(Sequence[Match]):
    """Phrases in some order; rows are made when somebody looks at them."""

    def __init__(self, rows: Sequence[_Row]) -> None:
        self._rows = rows
        self._made: dict[int, Match] = {}

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Match: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Match]: ...
    def __getitem__(self, place: int | slice) -> Match | Sequence[Match]:
        if isinstance(place, slice):
            return [self[n] for n in range(*place.indices(len(self)))]
        place = range(len(self))[place]
        if place not in self._made:  # setting it twice from two threads does no harm
            segment, number = self._rows[place]
            self._made[place] = Match(segment.phrases[number])
        return self._made[place]

    def again(self) -> Arranged:
        """The same rows for another thread."""
        return self

    def row_of(self, key: str) -> int:
        """Where the phrase with that id is; -1 when it is not among them. Looks at no other phrase."""
        ids = (segment.ids[number] for segment, number in self._rows)
        return next((row for row, found in enumerate(ids) if found == key), -1)


def arranged(index: Index, scope: Scope, order: Order) -> Sequence[Match]:
    """Everything in ``scope``, sorted. A second for a hundred thousand phrases: not for the GUI thread."""
    rows: list[tuple[Any, Any]] = []
    for view in views_of(index, Standing(), scope):
        numbers = list(bits.members(view.allowed))
        keys = _keys(view.segment, numbers, index.writing, order)
        rows += (((view.segment, number), key) for number, key in zip(numbers, keys, strict=True))
    return Arranged([row for row, _ in _sorted(rows, order)])


def rearranged(matches: Sequence[Match], index: Index, order: Order) -> Sequence[Match]:
    """What was found for a query, sorted."""
    segment = Segment.build([match.phrase for match in matches], index.writing, texts=False)
    keys = _keys(segment, range(len(matches)), index.writing, order)
    return [match for match, _ in _sorted(zip(matches, keys, strict=True), order)]


def _sorted(rows: Iterable[tuple[Any, Any]], order: Order) -> list[tuple[Any, Any]]:
    """By key; equal ones stay as they are, None comes last."""
    full: list[tuple[Any, Any]] = []
    empty: list[tuple[Any, Any]] = []
    for row in rows:
        (empty if row[1] is None else full).append(row)
    places = {key: place for place, key in enumerate(sorted({key for _, key in full}))}  # few keys are compared often
    full.sort(key=lambda row: places[row[1]], reverse=order.descending)
    return full + empty


def _keys(segment: Segment, numbers: Sequence[int], writing: Writing, order: Order) -> Iterable[Any]:
    """What each document is sorted by; None when it has nothing there."""
    if order.column in (Column.USES, Column.LAST, Column.CHANGED):
        ids = [segment.ids[number] for number in numbers]
        figures = order.figures(ids)
        unknown = None if order.column is Column.CHANGED else 0.0
        return (figures.get(key, unknown) for key in ids)
    if order.column in (Column.CATEGORY, Column.ROLES, Column.VALID):
        kinds = _kinds(segment, writing, order.column)
        return (kinds(number) for number in numbers)
    if order.column is Column.CODE:
        codes = {owner: segment.codes[place] for place, owner in enumerate(segment.codes.owners)}
        return (codes.get(number) for number in numbers)
    if order.column is Column.TAGS:
        return (_read(segment.phrases[number].tags, writing) for number in numbers)
    return (_spoken(segment.titles.row(number)[1], writing) for number in numbers)


def _kinds(segment: Segment, writing: Writing, column: Column) -> Callable[[int], Any]:
    """The key of a document in a column with few different values."""
    if column is Column.VALID:
        kinds = [(last or _NEVER, first or date.min) if first or last else None for first, last in segment.days.values]
        return lambda number: kinds[segment.days.of[number]]
    of = segment.categories if column is Column.CATEGORY else segment.roles
    names = [_read(value, writing) for value in of.values]
    return lambda number: names[of.of[number]]


def _read(names: Iterable[str], writing: Writing) -> tuple[str, ...] | None:
    return tuple(_spoken(writing.sounds(writing.fold(name)), writing) for name in names) or None


def _spoken(sounds: str, writing: Writing) -> str:
    """As it is read, so that Chinese sorts by pinyin among the letters."""
    return " ".join((writing.readings(sound) or (sound,))[0] for sound in sounds)
