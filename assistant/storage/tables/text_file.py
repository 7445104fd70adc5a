"""CSV, with whatever encoding and separator it comes."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TextIO

from assistant.storage.tables.sheet import Row, foreign

SEPARATORS = ",\t;"
_LONGEST = 1 << 20  # characters of a line; what is longer is cut and falls apart into rows that nobody knows
_CHUNK = 1 << 20
_SURE = (
    16  # bytes that only continue characters of UTF-8; after so many, a wrong one is damage and not another encoding
)
_GLIMPSE = 20  # lines that tell the separator
_QUOTED = re.compile(r'"[^"]*"')
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class TextSheet:
    """The one sheet of a text file. Raises DataProblem for one that is no text."""

    name = ""

    def __init__(self, path: Path) -> None:
        self.wanted: Sequence[int] | None = None
        self.done = 0.0
        self.unread: list[int] = []
        self._path = path
        self._size = max(1, path.stat().st_size)
        self._encoding = encoding(path)
        with self._open() as file:
            head = file.read(_CHUNK // 16)
        if "\0" in head:
            raise foreign(path.name)
        self._separator = separator(head)

    def __iter__(self) -> Iterator[Row]:
        with self._open() as file:
            # A line is read to its limit only: a file without line ends must not come into memory as a whole.
            rows = csv.reader(iter(partial(file.readline, _LONGEST), ""), delimiter=self._separator)
            number = 0
            while True:
                number += 1
                try:
                    cells = next(rows)
                except StopIteration:
                    break
                except csv.Error:  # a cell without end; the reader goes on behind it
                    self.unread.append(number)
                    continue
                if not number % 256:
                    self.done = file.buffer.tell() / self._size
                yield number, cells
        self.done = 1.0

    def _open(self) -> TextIO:
        return self._path.open(encoding=self._encoding, errors="replace", newline="")


def encoding(path: Path) -> str:
    """A mark decides; else UTF-8 when all of the file is that; else GB18030."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    continued = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            for mark, name in _MARKS if not continued else ():
                if file.tell() == len(chunk) and chunk.startswith(mark):
                    return name
            try:
                continued += len(chunk) - len(decoder.decode(chunk))
            except UnicodeDecodeError as error:
                continued += error.start - len(error.object[: error.start].decode("utf-8"))
                return "utf-8" if continued >= _SURE else "gb18030"
    return "utf-8"


def separator(head: str) -> str:
    """The separator that stands most often outside quotes in the first lines."""
    lines = [line for line in _QUOTED.sub("", head).splitlines() if line.strip()][:_GLIMPSE]
    return max(SEPARATORS, key=lambda mark: sum(line.count(mark) for line in lines))
