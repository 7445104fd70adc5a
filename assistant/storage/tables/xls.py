"""The old Excel format, by calamine. Runs aside only: the library fills memory and may panic on damaged files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, load_workbook

from assistant.storage.tables.numbers import floating
from assistant.storage.tables.sheet import Row, damaged, locked

Cell = int | float | str | bool | time | date | datetime | timedelta


class XlsSheet:
    """One sheet of a workbook that is open."""

    unread: list[int]

    def __init__(self, book: CalamineWorkbook, name: str) -> None:
        self.name = name
        self.wanted: Sequence[int] | None = None
        self.done = 0.0
        self.unread = []
        self._book = book

    def __iter__(self) -> Iterator[Row]:
        sheet: CalamineSheet = self._book.get_sheet_by_name(self.name)
        count = max(1, sheet.total_height)
        left = [""] * (sheet.start[1] if sheet.start else 0)  # it leaves out empty columns, but no empty rows
        for number, cells in enumerate(sheet.iter_rows(), 1):
            self.done = number / count
            yield number, left + [_text(cell) for cell in cells]


def sheets(path: Path) -> Iterator[XlsSheet]:
    """The sheets of a workbook. Raises DataProblem."""
    try:
        with path.open("rb") as file:
            book = load_workbook(file)
            for name in book.sheet_names:
                yield XlsSheet(book, name)
    except PasswordError as error:
        raise locked(path.name) from error
    except (CalamineError, ValueError, OSError) as error:
        raise damaged(path.name) from error


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return floating(cell)
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M:%S}"
    return str(cell)
