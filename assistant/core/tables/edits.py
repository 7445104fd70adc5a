"""What can be done to a table, each as a new table; what would not fit is cut off, what makes no sense does nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.core.tables.table import LONGEST_CELL, LONGEST_NAME, MOST_COLUMNS, MOST_ROWS, Column, Kind, Row, Table

Block = Sequence[Sequence[str]]


def cell(text: str) -> str:
    """A text as a cell may hold it: one line, not too long."""
    return " ".join(text.replace("\x00", "").split())[:LONGEST_CELL]


def name(text: str) -> str:
    """A text as it may name a table or a column. What templates could not write becomes a blank."""
    return " ".join("".join(" " if sign in "{}|\"'%.[]" else sign for sign in text).split())[:LONGEST_NAME]


def table_of(title: str, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Table:
    """A table in which every row has a cell for every column, within the limits."""
    kept = tuple(Column(name(column.name), column.kind) for column in columns[:MOST_COLUMNS])
    made: list[Row] = []
    for row in rows:
        if len(made) == MOST_ROWS:
            break
        made.append(_fitted([cell(text) for text in row[: len(kept)]], len(kept)))
    return Table(name(title), kept, tuple(made))


def set_cells(table: Table, texts: Mapping[tuple[int, int], str]) -> Table:
    """Write texts into cells, by row and column."""
    rows = [list(row) for row in table.rows]
    for (row, column), text in texts.items():
        if 0 <= row < len(rows) and 0 <= column < len(table.columns):
            rows[row][column] = cell(text)
    return table.with_rows(tuple(map(tuple, rows)))


def insert_rows(table: Table, at: int, count: int = 1) -> Table:
    """Empty rows before the row ``at``."""
    at = max(0, min(at, len(table.rows)))
    count = max(0, min(count, MOST_ROWS - len(table.rows)))
    return table.with_rows((*table.rows[:at], *((("",) * len(table.columns),) * count), *table.rows[at:]))


def remove_rows(table: Table, rows: Iterable[int]) -> Table:
    """Without these."""
    gone = set(rows)
    return table.with_rows(tuple(row for number, row in enumerate(table.rows) if number not in gone))


def move_rows(table: Table, rows: Iterable[int], by: int) -> Table:
    """These rows one up (``by`` -1) or down (1), all of them or none."""
    moving = sorted({row for row in rows if 0 <= row < len(table.rows)}, reverse=by > 0)
    order = list(table.rows)
    if not moving or not (0 <= moving[0] + by < len(order)):
        return table
    for row in moving:
        order[row], order[row + by] = order[row + by], order[row]
    return table.with_rows(order)


def insert_column(table: Table, at: int, column: Column) -> Table:
    """An empty column before the column ``at``."""
    if len(table.columns) >= MOST_COLUMNS:
        return table
    at = max(0, min(at, len(table.columns)))
    columns = (*table.columns[:at], Column(name(column.name), column.kind), *table.columns[at:])
    return replace(table, columns=columns, rows=tuple((*row[:at], "", *row[at:]) for row in table.rows))


def remove_column(table: Table, at: int) -> Table:
    """Without this one, unless it is the last one."""
    if not 0 <= at < len(table.columns) or len(table.columns) == 1:
        return table
    columns = (*table.columns[:at], *table.columns[at + 1 :])
    return replace(table, columns=columns, rows=tuple((*row[:at], *row[at + 1 :]) for row in table.rows))


def move_column(table: Table, at: int, by: int) -> Table:
    """This one left (``by`` -1) or right (1)."""
    to = at + by
    if not (0 <= at < len(table.columns) and 0 <= to < len(table.columns)):
        return table

    def moved(row: Sequence[str]) -> Row:
        cells = list(row)
        cells.insert(to, cells.pop(at))
        return tuple(cells)

    columns = list(table.columns)
    columns.insert(to, columns.pop(at))
    return replace(table, columns=tuple(columns), rows=tuple(moved(row) for row in table.rows))


def change_column(table: Table, at: int, column: Column) -> Table:
    """Another heading or another kind."""
    if not 0 <= at < len(table.columns):
        return table
    columns = list(table.columns)
    columns[at] = Column(name(column.name), column.kind)
    return replace(table, columns=tuple(columns))


def paste(table: Table, at: tuple[int, int], block: Block) -> Table:
    """Write a block of cells with its first one at a row and column; rows and columns are added where it needs them."""
    row, column = at
    wide = min(max((len(line) for line in block), default=0) + column, MOST_COLUMNS)
    for _ in range(wide - len(table.columns)):
        table = insert_column(table, len(table.columns), Column("", Kind.ANSWER))
    table = insert_rows(table, len(table.rows), row + len(block) - len(table.rows))
    texts = {(row + y, column + x): text for y, line in enumerate(block) for x, text in enumerate(line)}
    return set_cells(table, texts)


def renamed(table: Table, title: str) -> Table:
    """Under another name."""
    return replace(table, name=name(title))


def block_of(text: str) -> list[list[str]]:
    """The cells in what a spreadsheet copies: lines of cells with tabs between, quotes round what holds line breaks."""
    cells: list[list[str]] = [[]]
    position = 0
    while position <= len(text):
        value, position = _quoted(text, position) if text.startswith('"', position) else _plain(text, position)
        cells[-1].append(value)
        if position < len(text) and text[position] in "\r\n":
            position += 2 if text.startswith("\r\n", position) else 1
            if position < len(text):
                cells.append([])
                continue
            break
        position += 1
    return cells


def text_of(block: Block) -> str:
    """A block of cells as spreadsheets read it."""
    return "\n".join("\t".join(line) for line in block)


def _plain(text: str, position: int) -> tuple[str, int]:
    ends = [end for end in (text.find(sign, position) for sign in "\t\r\n") if end >= 0]
    end = min(ends, default=len(text))
    return text[position:end], end


def _quoted(text: str, position: int) -> tuple[str, int]:
    """A cell in quotes, in which a doubled quote is one; what has no end, or goes on behind it, is plain."""
    parts, at = [], position + 1
    while True:
        end = text.find('"', at)
        if end < 0:
            return _plain(text, position)
        parts.append(text[at:end])
        if not text.startswith('"', end + 1):
            break
        parts.append('"')
        at = end + 2
    if end + 1 < len(text) and text[end + 1] not in "\t\r\n":
        return _plain(text, position)
    return "".join(parts), end + 1


def _fitted(row: Sequence[str], width: int) -> Row:
    return (*row, *("" for _ in range(width - len(row))))
