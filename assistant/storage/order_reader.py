"""The process that reads order tables: ``python -m assistant.storage.order_reader COLUMNS FILE… [--look]``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

from assistant.core.errors import DataProblem
from assistant.core.orders.records import RECORD_END, packed
from assistant.core.orders.table import HEADING_ROWS, Columns, Rows, Skipped, heading_row
from assistant.storage import order_frames as kinds
from assistant.storage.tables import frames, reader
from assistant.storage.tables.reading import sheets
from assistant.storage.tables.sheet import Row, Sheet

_TOGETHER, _TOGETHER_BYTES = 500, 1 << 20  # records of a frame
_GLANCE = 5  # rows
_GLANCE_CELL = 200  # characters
_UNREAD = "这一行的引号没有成对，或者内容太长"

Said = Mapping[str, str]


def work(pipe: BinaryIO, arguments: list[str]) -> None:
    """Tell everything about the files of the command line."""
    said: Said = json.loads(arguments[0])
    if arguments[-1] == kinds.LOOK:
        _tell(pipe, kinds.GLANCE, _glance(Path(arguments[1]), said))
        return
    files = [Path(name) for name in arguments[1:]]
    telling = _Telling(pipe, [_size(file) for file in files])
    for place, file in enumerate(files):
        telling.begin(place)
        try:
            _read(telling, file, said)
        except DataProblem as problem:
            telling.drop(str(problem))


def _size(file: Path) -> int:
    try:
        return file.stat().st_size + 1
    except OSError:
        return 1


def _tell(pipe: BinaryIO, kind: bytes, value: object) -> None:
    frames.write(pipe, kind, json.dumps(value).encode())


@dataclass(slots=True)
class _Telling:
    """Sends records and skipped rows in batches, and how far the reading is."""

    pipe: BinaryIO
    sizes: list[int]
    file: int = 0
    _records: list[bytes] = field(default_factory=list)
    _bytes: int = 0
    _skipped: list[tuple[int, str]] = field(default_factory=list)
    _count: int = 0
    _named: int = 0
    _done: float = 0.0

    def begin(self, file: int) -> None:
        """Another file."""
        self.file = file
        _tell(self.pipe, kinds.FILE, file)

    def record(self, data: bytes, done: float) -> None:
        """One more, when ``done`` of its sheet is read."""
        self._records.append(data)
        self._bytes += len(data)
        if len(self._records) >= _TOGETHER or self._bytes > _TOGETHER_BYTES:
            self.flush(done)

    def skip(self, row: int, why: str, done: float) -> None:
        """A row that is no order."""
        self._count += 1
        if self._named < kinds.MOST_SKIPPED:
            self._named += 1
            self._skipped.append((row, why))
        if not self._count % _TOGETHER:
            self.flush(done)

    def flush(self, done: float) -> None:
        """Send what waits."""
        if self._records:
            frames.write(self.pipe, kinds.ROWS, RECORD_END.encode().join(self._records))
        if self._count:
            _tell(self.pipe, kinds.SKIPPED, {"count": self._count, "rows": self._skipped})
        self._records, self._bytes, self._skipped, self._count = [], 0, [], 0
        read = sum(self.sizes[: self.file]) + done * self.sizes[self.file]
        self._done = max(self._done, read / sum(self.sizes))
        frames.write(self.pipe, frames.ALIVE, f"{self._done:.4f}".encode())

    def drop(self, why: str) -> None:
        """The file cannot be read, or not further."""
        self.flush(1.0)
        _tell(self.pipe, kinds.REFUSED, why)


def _read(telling: _Telling, file: Path, said: Said) -> None:
    """All sheets with orders. Raises DataProblem when there is none."""
    found, needs = False, None
    for sheet in sheets(file):
        rows = iter(sheet)
        first = list(islice(rows, HEADING_ROWS))
        told = heading_row((cells for _, cells in first), said)
        if told is None:
            continue
        at, columns = told
        if not columns.usable:
            needs = columns
            continue
        found = True
        _tell_table(telling, sheet, (columns, first[at][1]), chain(first[at + 1 :], rows))
    if not found and needs is not None:
        _tell(telling.pipe, kinds.MAPPING, {"unknown": needs.unknown})
    elif not found:
        raise DataProblem(kinds.NO_ORDERS.format(file.name))


def _tell_table(telling: _Telling, sheet: Sheet, head: tuple[Columns, list[str]], rows: Iterator[Row]) -> None:
    columns, names = head
    table = Rows(columns, names)
    _tell(telling.pipe, kinds.TABLE, {"whole_rows": table.whole_rows, "unknown": columns.unknown})
    sheet.wanted = columns.wanted
    for number, cells in rows:
        record = table.record(cells)
        if isinstance(record, Skipped):
            telling.skip(number, record.why, sheet.done)
        elif record is not None:
            telling.record(packed(record), sheet.done)
    for number in sheet.unread:
        telling.skip(number, _UNREAD, 1.0)
    telling.flush(1.0)


def _glance(file: Path, said: Said) -> dict[str, object]:
    """The sheet that looks most like orders; of those that don't, the first with anything in it."""
    best: tuple[int, list[list[str]], Columns | None] = (-1, [], None)
    for sheet in sheets(file):
        first = [cells for _, cells in islice(sheet, HEADING_ROWS + _GLANCE)]
        told = heading_row(first, said)
        if told is not None and len(told[1].recognised) > best[0]:
            best = (len(told[1].recognised), first[told[0] :], told[1])
        elif told is None and best[0] < 0 and (filled := [row for row in first if any(cell.strip() for cell in row)]):
            best = (0, filled, None)
    _, rows, columns = best
    if not rows:
        raise DataProblem(kinds.NO_ORDERS.format(file.name))
    headings = [cell.strip() for cell in rows[0]]
    return {
        "headings": headings,
        "rows": [[cell.strip()[:_GLANCE_CELL] for cell in row] for row in rows[1 : _GLANCE + 1]],
        "recognised": dict(columns.recognised) if columns else {},
        "unknown": list(columns.unknown if columns else dict.fromkeys(filter(None, headings))),
        "platform": columns.platform if columns else "",
        "kind": columns.kind if columns else "",
        "usable": columns is not None and columns.usable,
    }


if __name__ == "__main__":
    reader.main(work)
