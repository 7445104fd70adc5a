"""Order tables from files into an :class:`OrderBook`. A process of its own reads them; only packed orders come over."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant.core.errors import DataProblem
from assistant.core.orders.book import OrderBook
from assistant.core.orders.records import RECORD_END, Split
from assistant.core.packs.progress import Progress, Stopped, always
from assistant.storage import order_frames
from assistant.storage.addresses import Addresses
from assistant.storage.tables import aside


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is no order. ``row`` counts from 1 as spreadsheets do; ``why`` quotes nothing of it."""

    file: str
    row: int
    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A file, or a sheet of one, of which nothing was read."""

    file: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What files gave. ``rows`` and ``skipped_rows`` count rows, ``len(book)`` orders."""

    book: OrderBook = field(repr=False)
    rows: int
    skipped: tuple[Skipped, ...]
    skipped_rows: int
    unknown: tuple[str, ...]
    """Headings that nobody knows; their columns were not used."""
    needs_mapping: tuple[Path, ...]
    """Files with known headings, but none that tells which order a row is: the user has to say (see :func:`look`)."""
    refused: tuple[Refused, ...]

    @property
    def count(self) -> int:
        """How many orders."""
        return len(self.book)


@dataclass(frozen=True, slots=True)
class Glance:
    """The beginning of a table. ``recognised`` is heading → path of a fact; ``usable``: nothing has to be asked."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    recognised: Mapping[str, str]
    unknown: tuple[str, ...]
    platform: str
    kind: str
    usable: bool


def read(
    files: Sequence[Path],
    columns: Mapping[str, str] | None = None,
    progress: Progress = always,
    split: Split | None = None,
) -> Reading | None:
    """Read ``files`` in their order; later ones are the newer. None when ``progress`` said no.

    ``columns`` is what the user said about headings: heading → path, "" for one without use. Raises DataProblem when no
    file could be read and nothing but that is to be told. Waits for another process: not for the GUI thread.
    """
    taking = _Taking(files, OrderBook(split or Addresses()))
    arguments = (json.dumps(dict(columns or {})), *map(str, files))
    try:
        for kind, data in aside.run(order_frames.READER, arguments, progress):
            taking.take(kind, data)
    except Stopped:
        return None
    reading = taking.reading()
    if reading.refused and not (reading.rows or reading.needs_mapping):
        raise DataProblem(reading.refused[0].sentence)
    reading.book.mentions("--")  # gathers what it needs for that, here and not in the GUI thread
    return reading


def look(file: Path, columns: Mapping[str, str] | None = None) -> Glance:
    """The headings and the first rows of ``file``. Raises DataProblem. Waits for another process."""
    arguments = (json.dumps(dict(columns or {})), str(file), order_frames.LOOK)
    for kind, data in aside.run(order_frames.READER, arguments, always):
        if kind == order_frames.GLANCE:
            told = json.loads(data)
            return Glance(
                tuple(told["headings"]),
                tuple(map(tuple, told["rows"])),
                told["recognised"],
                tuple(told["unknown"]),
                told["platform"],
                told["kind"],
                told["usable"],
            )
    raise DataProblem(order_frames.NO_ORDERS.format(file.name))


class _Taking:
    """Puts together what the reader tells."""

    def __init__(self, files: Sequence[Path], book: OrderBook) -> None:
        self._files = files
        self._book = book
        self._file = 0
        self._table: set[int] = set()
        self._whole_rows = False
        self._rows = 0
        self._skipped: list[Skipped] = []
        self._skipped_rows = 0
        self._unknown: dict[str, None] = {}
        self._needs: list[Path] = []
        self._refused: list[Refused] = []

    def take(self, kind: bytes, data: bytes) -> None:
        """One frame. Raises DataProblem when it makes no sense."""
        if kind == order_frames.ROWS:
            for record in data.split(RECORD_END.encode()):
                self._book.put(record, table=self._table, whole_rows=self._whole_rows)
                self._rows += 1
            return
        told = json.loads(data)
        if kind == order_frames.FILE:
            self._file, self._table = told, set()
        elif kind == order_frames.TABLE:
            self._whole_rows = told["whole_rows"]
            self._unknown |= dict.fromkeys(told["unknown"])
        elif kind == order_frames.SKIPPED:
            self._skipped_rows += told["count"]
            self._skipped += [Skipped(self._path.name, row, why) for row, why in told["rows"]]
        elif kind == order_frames.MAPPING:
            self._needs.append(self._path)
            self._unknown |= dict.fromkeys(told["unknown"])
        elif kind == order_frames.REFUSED:
            self._refused.append(Refused(self._path.name, told))

    @property
    def _path(self) -> Path:
        return self._files[self._file]

    def reading(self) -> Reading:
        """Everything that was told."""
        return Reading(
            self._book,
            self._rows,
            tuple(self._skipped),
            self._skipped_rows,
            tuple(self._unknown),
            tuple(self._needs),
            tuple(self._refused),
        )
