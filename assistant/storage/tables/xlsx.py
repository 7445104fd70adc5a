"""XLSX, streamed: a sheet of any size passes in blocks, and only the columns that matter are taken apart.

The XML is cut with bytes methods as spreadsheets write it; a row that is written in another way is parsed properly.
"""

from __future__ import annotations

import lzma
import re
import struct
import zlib
from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from string import ascii_uppercase
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from assistant.storage.tables.numbers import date, number
from assistant.storage.tables.sheet import Row, damaged, foreign, locked, too_big
from assistant.storage.tables.xlsx_parts import Odd, Parts, TooBig, blocks, survey
from assistant.storage.tables.xlsx_strings import Strings, escaped, runs, text_of

_COLUMNS = 1024  # further ones are not read
_LETTERS = tuple("".join(p) for n in (1, 2, 3) for p in product(ascii_uppercase, repeat=n))[:_COLUMNS]
_PLACES = {letters.encode(): at for at, letters in enumerate(_LETTERS)}
_STARTS = tuple(b'r="' + letters.encode() for letters in _LETTERS)
_ROW_NUMBER = re.compile(rb'\sr="(\d{1,7})"')
_STYLE = re.compile(rb'\ss="(\d+)"')
_PLAIN_TEXT = re.compile(rb"<is><t(?: xml:space=\"preserve\")?>([^<]*)</t></is></c>")
_DIGITS = frozenset(b"0123456789")


class XlsxSheet:
    """One sheet of a workbook that is open."""

    def __init__(self, file: ZipFile, parts: Parts, strings: Strings, which: int) -> None:
        self.name, self._part = parts.sheets[which]
        self._wanted: Sequence[int] | None = None
        self._kept: Container[int] = range(_COLUMNS)
        self.done = 0.0
        self.unread: list[int] = []
        self._file, self._dates, self._from_1904, self._strings = file, parts.dates, parts.from_1904, strings
        self._file_name = Path(file.filename or "").name

    @property
    def wanted(self) -> Sequence[int] | None:
        """The columns that matter."""
        return self._wanted

    @wanted.setter
    def wanted(self, columns: Sequence[int] | None) -> None:
        self._wanted = columns
        self._kept = range(_COLUMNS) if columns is None else frozenset(columns)

    def __iter__(self) -> Iterator[Row]:
        last = 0
        with telling(self._file_name):
            for block, done in blocks(self._file, self._part, b"row>"):
                self.done = done
                for piece in block.split(b"</row>")[:-1]:
                    head, _, cells = piece.partition(b">")
                    if head.endswith(b"/") or not head.startswith(b"<row"):  # empty rows, or the head of the sheet
                        head, _, cells = piece[piece.rfind(b"<row") :].partition(b">")
                    found = _ROW_NUMBER.search(head)
                    last = int(found[1]) if found else last + 1
                    yield last, self._cells(cells, found[1] if found else b"")
        self.done = 1.0

    def _cells(self, row: bytes, number: bytes) -> list[str]:
        parts = row.split(b"<c ")
        wanted = self._wanted
        if parts[0].strip():
            return self._parsed(row)
        if wanted and len(parts) > wanted[-1] + 1:
            # References ascend: when the last one that matters is where it would be without gaps, there are none.
            last, start = parts[wanted[-1] + 1], _STARTS[wanted[-1]]
            if last.startswith(start) and last[len(start)] in _DIGITS:
                marked = escaped(row)
                cells = [""] * (wanted[-1] + 1)
                for at in wanted:
                    cells[at] = self._quick(parts[at + 1], marked)
                return cells
        return self._placed(parts, row, number)

    def _placed(self, parts: list[bytes], row: bytes, number: bytes) -> list[str]:
        """Every cell that matters at the place that its reference tells."""
        placed: dict[int, str] = {}
        marked, wanted, digits = escaped(row), self._kept, len(number)
        for part in parts[1:]:
            # Between r=" and the number of the row. Other attributes there give letters that no column has.
            at = _PLACES.get(part[3 : part.find(b'"', 3) - digits])
            if at is None:
                return self._parsed(row)
            if at in wanted:
                placed[at] = self._quick(part, marked)
        return _filled(placed)

    def _quick(self, part: bytes, marked: bool) -> str:
        """A cell as nearly all programs write it, others with care. ``marked``: texts in the row may be escaped."""
        if part.endswith(b"</v></c>"):
            start = part.find(b' t="s"><v>')
            if start > 0:
                return self._strings[int(part[start + 10 : -8])]
        elif part.endswith(b"</t></is></c>") and not marked:
            start = part.find(b"<is><t>")
            if start > 0:
                return part[start + 7 : -13].decode("utf-8", "replace")
        elif part.endswith(b"/>"):
            return ""
        return self._cell(part)

    def _cell(self, part: bytes) -> str:
        head, _, body = part.partition(b">")
        if head.endswith(b"/"):
            return ""
        if b't="inlineStr"' in head:
            plain = _PLAIN_TEXT.match(body)
            return text_of(plain[1]) if plain else _rich(_element(body))
        start = body.find(b"<v>") + 3
        if start < 3:
            return "" if b"<v " not in body else self._value(_element(body), head)
        raw = body[start : body.find(b"<", start)]
        return self._told(raw, head)

    def _value(self, cell: ElementTree.Element, head: bytes) -> str:
        return self._told((cell.findtext("v") or "").encode(), head)

    def _told(self, raw: bytes, head: bytes) -> str:
        """The value of a cell of the type in ``head``."""
        if b't="s"' in head:
            return self._strings[int(raw)] if raw.isdigit() else ""
        if b't="str"' in head or b't="d"' in head:
            return text_of(raw)
        if b't="b"' in head:
            return "TRUE" if raw.strip() == b"1" else "FALSE"
        if b't="e"' in head:
            return ""
        text = raw.decode("ascii", "replace").strip()
        if self._dates and (style := _STYLE.search(head)) and style[1] in self._dates:
            return self._date(text)
        return number(text)

    def _date(self, text: str) -> str:
        try:
            return date(float(text), from_1904=self._from_1904)
        except ValueError:
            return text

    def _parsed(self, row: bytes) -> list[str]:
        """A row that is written in another way: cells without references, other quotes, attributes in other order."""
        placed: dict[int, str] = {}
        at = -1
        for cell in ElementTree.fromstring(b"<row>" + row + b"</row>").iterfind("c"):
            letters = cell.get("r", "").rstrip("0123456789").encode()
            at = _PLACES.get(letters, _COLUMNS) if letters else at + 1
            if at >= _COLUMNS:
                continue
            kind, style = cell.get("t", "n"), cell.get("s", "")
            text = _rich(cell) if kind == "inlineStr" else self._value(cell, f' s="{style}" t="{kind}"'.encode())
            if text:
                placed[at] = text
        return _filled(placed)


def sheets(path: Path) -> Iterator[XlsxSheet]:
    """The sheets of a workbook. Raises DataProblem."""
    with telling(path.name), ZipFile(path) as file:
        parts = survey(file)
        strings = Strings()
        if parts.strings:
            strings.read(block for block, _ in blocks(file, parts.strings, b"si>"))
        for which in range(len(parts.sheets)):
            yield XlsxSheet(file, parts, strings, which)


@contextmanager
def telling(name: str) -> Iterator[None]:
    """Whatever a damaged ZIP or its XML raises is one sentence."""
    try:
        yield
    except TooBig as error:
        raise too_big(name) from error
    except Odd as error:
        raise foreign(name) from error
    except (
        BadZipFile,
        zlib.error,
        lzma.LZMAError,
        ElementTree.ParseError,
        OSError,
        EOFError,
        NotImplementedError,
        LookupError,
        ValueError,
        OverflowError,
        struct.error,
    ) as error:
        raise damaged(name) from error
    except RuntimeError as error:  # an encrypted member
        raise locked(name) from error


def _element(body: bytes) -> ElementTree.Element:
    """The cell whose start tag was cut off."""
    return ElementTree.fromstring(b"<c>" + body[: body.find(b"</c>") + 4])


def _rich(cell: ElementTree.Element) -> str:
    inline = cell.find("is")
    return "" if inline is None else runs(inline)


def _filled(placed: dict[int, str]) -> list[str]:
    cells = [""] * (max(placed, default=-1) + 1)
    for at, text in placed.items():
        cells[at] = text
    return cells
