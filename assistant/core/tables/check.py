"""What is wrong with a table, with the cell to mark.

A row that nobody has begun to fill is not judged. What is found never keeps a table from being used: a cell that can't
be read holds nothing, and where rows contradict each other nothing is answered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations, islice, product
from typing import Final, cast

from assistant.core.tables.numbers import Scale, Span, plain
from assistant.core.tables.places import Area
from assistant.core.tables.table import Cell, Kind, Table, Value, Words

_MOST: Final = 200  # problems that are enough
_PAIRS: Final = 30_000  # of rows that are compared with each other
_PER_PAIR: Final = 8  # values that a pair of rows is tried with
_WEIGHS: Final = ("体重", "重量", "净重")


class Flaw(Enum):
    """What can be wrong. The last three are advice: nothing is misread because of them."""

    NO_KEY = "no_key"
    NO_ANSWER = "no_answer"
    TWICE_NAMED = "twice_named"
    BLANK = "blank"
    UNREADABLE = "unreadable"
    CONTRADICTION = "contradiction"  # the same keys, other answers
    OVERLAP = "overlap"  # some values belong to both rows, with other answers
    DUPLICATE = "duplicate"
    UNIT = "unit"
    GAP = "gap"
    EMPTY_ANSWER = "empty_answer"


ADVICE: Final = frozenset((Flaw.DUPLICATE, Flaw.UNIT, Flaw.GAP, Flaw.EMPTY_ANSWER))


@dataclass(frozen=True, slots=True)
class Problem:
    """A flaw and its cell, both counted from 0; row -1 is the heading, column -1 the whole table.

    ``other`` is the row that does not go with it, -1 when no other row is concerned.
    """

    flaw: Flaw
    row: int = -1
    column: int = -1
    other: int = -1


def problems(table: Table) -> tuple[Problem, ...]:
    """Everything that is wrong, by rows. Seconds for two thousand rows that overlap a lot: not for the GUI thread."""
    rows = [number for number, row in enumerate(table.rows) if any(cell.strip() for cell in row)]
    found = list(_of_headings(table))
    found += islice(_of_cells(table, rows), _MOST)
    found += islice(_of_pairs(table, rows), _MOST)
    found += islice(_gaps(table, rows), _MOST)
    return tuple(sorted(dict.fromkeys(found), key=lambda problem: (problem.row, problem.column)))


def _of_headings(table: Table) -> Iterator[Problem]:
    if not table.keys:
        yield Problem(Flaw.NO_KEY)
    if not table.answers:
        yield Problem(Flaw.NO_ANSWER)
    seen: set[str] = set()
    for number, column in enumerate(table.columns):
        name = plain(column.name)
        if not name:
            yield Problem(Flaw.BLANK, -1, number)
        elif name in seen:
            yield Problem(Flaw.TWICE_NAMED, -1, number)
        seen.add(name)
        if table.scales.get(number) == Scale() and any(word in name for word in _WEIGHS):
            yield Problem(Flaw.UNIT, -1, number)


def _of_cells(table: Table, rows: Sequence[int]) -> Iterator[Problem]:
    keys = _key_numbers(table)
    for row in rows:
        for number, cell in zip(keys, table.cells[row], strict=True):
            if not table.rows[row][number].strip():
                yield Problem(Flaw.BLANK, row, number)
            elif cell is None:
                yield Problem(Flaw.UNREADABLE, row, number)
        answers = [n for n in range(len(table.columns)) if n not in keys]
        if keys and answers and not table.rows[row][answers[0]].strip():
            yield Problem(Flaw.EMPTY_ANSWER, row, answers[0])


def _key_numbers(table: Table) -> list[int]:
    return [number for number, column in enumerate(table.columns) if column.is_key]


# --- rows that say different things about the same


def _of_pairs(table: Table, rows: Sequence[int]) -> Iterator[Problem]:
    keys = _key_numbers(table)
    if not keys or not table.answers:
        return
    answers = [number for number in range(len(table.columns)) if number not in keys]
    first: dict[tuple[Cell | None, ...], int] = {}
    readable = [row for row in rows if None not in table.cells[row]]
    distinct = []
    for row in readable:
        earlier = first.setdefault(table.cells[row], row)
        if earlier == row:
            distinct.append(row)
            continue
        same = all(table.rows[row][n].strip() == table.rows[earlier][n].strip() for n in answers)
        yield Problem(Flaw.DUPLICATE if same else Flaw.CONTRADICTION, row, keys[0], earlier)
    for earlier, row in islice(_neighbours(table, distinct), _PAIRS):
        if any(table.rows[row][n].strip() != table.rows[earlier][n].strip() for n in answers) and _clash(
            table, earlier, row
        ):
            yield Problem(Flaw.OVERLAP, row, _differing(table, keys, earlier, row), earlier)


def _neighbours(table: Table, rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of rows that may hold the same values: those of one word or province, else all."""
    kinds = [column.kind for column in table.keys]
    sorting = next((kinds.index(kind) for kind in (Kind.TEXT, Kind.REGION) if kind in kinds), None)
    measure = next((n for n, kind in enumerate(kinds) if kind in (Kind.RANGE, Kind.AMOUNT)), None)
    groups: defaultdict[str, list[int]] = defaultdict(list)
    anywhere = []
    for row in rows:
        names = set() if sorting is None else _names(cast(Cell, table.cells[row][sorting]))
        for name in names:
            groups[name].append(row)
        if not names:
            anywhere.append(row)
    seen: set[tuple[int, int]] = set()
    for group in (*groups.values(), anywhere):
        for pair in _touching(table, sorted({*group, *anywhere}), measure):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _touching(table: Table, rows: Sequence[int], measure: int | None) -> Iterator[tuple[int, int]]:
    """Pairs, the earlier row first, whose numbers in the key ``measure`` may meet; all of them without one."""
    if measure is None:
        yield from combinations(rows, 2)
        return
    spans = {row: cast(Span, table.cells[row][measure]) for row in rows}
    active: list[int] = []
    for row in sorted(rows, key=lambda row: (spans[row].low is not None, spans[row].low or 0)):
        low = spans[row].low
        if low is not None:
            active = [other for other in active if (high := spans[other].high) is None or high >= low]
        yield from ((min(row, other), max(row, other)) for other in active)
        active.append(row)


def _names(cell: Cell) -> set[str]:
    """What rows must have in common to meet; none when they may meet any row."""
    if isinstance(cell, Words):
        return set() if cell.anything else set(cell.words)
    if isinstance(cell, Area) and all(place[0] for place in cell.places):
        return {place[0] for place in cell.places}
    return set()


def _clash(table: Table, one: int, other: int) -> bool:
    """Whether some value belongs to both rows and gets no answer because of it."""
    shared = [_shared(cast(Cell, a), cast(Cell, b)) for a, b in zip(table.cells[one], table.cells[other], strict=True)]
    numbers = [n for n, column in enumerate(table.columns) if not column.is_key]
    told = {n: (table.rows[one][n].strip(), table.rows[other][n].strip()) for n in numbers}
    names = [table.columns[n].name for n, (a, b) in told.items() if a and b and a != b]
    return any(
        table.answer(values, name, (one, other)) is None and table.answer(values, name) is None
        for values in islice(product(*shared), _PER_PAIR)
        for name in names
    )


def _shared(a: Cell, b: Cell) -> list[Value]:
    """Values that both cells hold."""
    if isinstance(a, Span) and isinstance(b, Span):
        both = a.shared(b)
        return [] if both is None else [both]
    if isinstance(a, Area) and isinstance(b, Area):
        return list(a.shared(b))
    if isinstance(a, Words) and isinstance(b, Words):
        if a.anything or b.anything:
            return list(sorted((b if a.anything else a).words)[:1])
        return list(sorted(a.words & b.words)[:1])
    return []


def _differing(table: Table, keys: Sequence[int], one: int, other: int) -> int:
    """The key column to mark: the first in which the rows are not the same."""
    cells = zip(keys, table.cells[one], table.cells[other], strict=True)
    return next((number for number, a, b in cells if a != b), keys[0])


# --- gaps between ranges


def _gaps(table: Table, rows: Sequence[int]) -> Iterator[Problem]:
    """Ranges of rows with the same other keys that leave something out between them."""
    for place, number in enumerate(_key_numbers(table)):
        if table.columns[number].kind is not Kind.RANGE:
            continue
        groups: defaultdict[tuple[Cell | None, ...], list[tuple[Span, int]]] = defaultdict(list)
        for row in rows:
            cells = table.cells[row]
            cell = cells[place]
            if isinstance(cell, Span) and None not in cells:
                groups[cells[:place] + cells[place + 1 :]].append((cell, row))
        for group in groups.values():
            yield from (Problem(Flaw.GAP, row, number, other) for row, other in _holes(group))


def _holes(group: list[tuple[Span, int]]) -> Iterator[tuple[int, int]]:
    """Rows before which something is left out, each with the row that the gap starts after."""
    ordered = sorted(group, key=lambda pair: (pair[0].low is not None, pair[0].low or 0, pair[0].low_open))
    reach, owner = ordered[0]
    for span, row in ordered[1:]:
        if reach.high is None:
            return
        if span.low is not None and _apart(reach, span):
            yield row, owner
        if span.high is None or span.high > reach.high or (span.high == reach.high and reach.high_open):
            reach, owner = span, row


def _apart(before: Span, after: Span) -> bool:
    """Whether there is a gap between them; from one whole number to the next there is none."""
    assert before.high is not None
    assert after.low is not None
    if after.low == before.high:
        return after.low_open and before.high_open
    step = after.low - before.high
    whole = step == 1 and before.high == before.high.to_integral_value()
    return step > 0 and not (whole and not before.high_open and not after.low_open)


def is_serious(problem: Problem) -> bool:
    """Whether a row is not used as it was meant."""
    return problem.flaw not in ADVICE
