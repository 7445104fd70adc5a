"""Tables that a web page saved under the name of a spreadsheet, and Excel's XML of 2003, which is written alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path

from assistant.storage.tables.sheet import Row
from assistant.storage.tables.text_file import encoding

_CHUNK = 1 << 16
_ROWS, _CELLS = frozenset(("tr", "row")), frozenset(("td", "th", "cell"))
_COLUMNS = 1024
_LONGEST = 32_767  # characters of a cell


class HtmlSheet:
    """All tables of a page as one sheet."""

    name = ""

    def __init__(self, path: Path) -> None:
        self.wanted: Sequence[int] | None = None
        self.done = 0.0
        self.unread: list[int] = []
        self._path = path

    def __iter__(self) -> Iterator[Row]:
        return enumerate(self._rows(), 1)

    def _rows(self) -> Iterator[list[str]]:
        size = max(1, self._path.stat().st_size)
        parser, read = _Rows(), 0
        with self._path.open(encoding=encoding(self._path), errors="replace") as file:
            while chunk := file.read(_CHUNK):
                parser.feed(chunk)
                read += len(chunk)
                self.done = read / size
                yield from parser.take()
        parser.finish()
        yield from parser.take()
        self.done = 1.0


class _Rows(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._ready: list[list[str]] = []
        self._row: list[str] = []
        self._cell: list[str] | None = None
        self._length = 0

    def take(self) -> list[list[str]]:
        """The rows that are complete."""
        ready, self._ready = self._ready, []
        return ready

    def finish(self) -> None:
        """A row that was cut off counts too."""
        self.close()
        self._end_row()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A row or a cell begins where the last one was not ended, too."""
        tag = tag.rpartition(":")[2]
        if tag in _ROWS:
            self._end_row()
        elif tag in _CELLS:
            self._end_cell()
            self._cell, self._length = [], 0
            for name, value in attrs:  # Excel leaves out empty cells
                if name == "ss:index" and value and value.isdigit():
                    self._row += [""] * (min(int(value), _COLUMNS) - 1 - len(self._row))
        elif tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        """The end of a row or a cell."""
        tag = tag.rpartition(":")[2]
        if tag in _ROWS:
            self._end_row()
        elif tag in _CELLS:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        """Text counts inside cells."""
        if self._cell is not None and self._length < _LONGEST:
            self._cell.append(data)
            self._length += len(data)

    def _end_cell(self) -> None:
        if self._cell is not None and len(self._row) < _COLUMNS:
            self._row.append("".join(self._cell)[:_LONGEST].strip())
        self._cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._row:
            self._ready.append(self._row)
        self._row = []
