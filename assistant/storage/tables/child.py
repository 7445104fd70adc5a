"""The process that reads a small table as a whole: ``python -m assistant.storage.tables.child FILE ROWS``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from assistant.storage.tables import frames, reader
from assistant.storage.tables.reading import sheets

COLUMNS = 256
_TOGETHER = 200  # rows of a frame
_HEAVY = 1 << 20  # characters of a frame, after which the next one begins, and of a row, after which nothing counts


def work(pipe: BinaryIO, arguments: list[str]) -> None:
    """Tell every sheet's name and rows, at most so many rows a sheet."""
    file, most = arguments
    for sheet in sheets(Path(file)):
        frames.write(pipe, frames.SHEET, sheet.name.encode("utf-8", "replace"))
        some: list[list[str]] = []
        weight = 0
        for cells in _clean(cells for _, cells in islice(sheet, int(most))):
            some.append(cells)
            weight += sum(map(len, cells))
            if len(some) == _TOGETHER or weight > _HEAVY:
                frames.write(pipe, frames.ROWS, json.dumps(some).encode())
                some, weight = [], 0
        if some:
            frames.write(pipe, frames.ROWS, json.dumps(some).encode())


def _clean(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    for row in rows:
        cells = [cell.strip() for cell in row[:COLUMNS]]
        while cells and (not cells[-1] or sum(map(len, cells)) > _HEAVY):
            cells.pop()
        yield cells


if __name__ == "__main__":
    reader.main(work)
