"""The parts of an XLSX file around its rows: sheets, number formats, limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import join, normpath
from xml.etree import ElementTree
from zipfile import ZipFile

_SMALL = 16 << 20  # bytes of a part that is read as a whole
_LARGEST = 1 << 30  # bytes of a part that is streamed
_BOMB, _BOMB_FROM = 400, 64 << 20  # a large part that shrank to less than this fraction is no table
_CHUNK = 1 << 18
_ROW = 32 << 20  # bytes; a row that does not end is no row
_PREFIX = re.compile(rb"<(\w+):(?:worksheet|sst)\b")
_TIMED = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))  # formats of dates and times
_QUIET = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_DATE_LETTERS = re.compile(r"[ymdhs年月日时]", re.IGNORECASE)


class TooBig(Exception):
    """A part is larger than any honest table."""


class Odd(Exception):
    """The file is a ZIP but no workbook that we read."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Names of the parts: sheets by title, shared texts, and what the number formats say."""

    sheets: tuple[tuple[str, str], ...]
    strings: str
    dates: frozenset[bytes]
    from_1904: bool


def survey(file: ZipFile) -> Parts:
    """Look at the workbook. Raises Odd, TooBig, and what a damaged ZIP raises."""
    names = set(file.namelist())
    if "xl/workbook.xml" not in names:
        raise Odd
    book = _small(file, "xl/workbook.xml")
    targets = {}
    if "xl/_rels/workbook.xml.rels" in names:
        for relation in _small(file, "xl/_rels/workbook.xml.rels"):
            target = relation.get("Target", "")
            place = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
            targets[relation.get("Id", "")] = (place, relation.get("Type", "").rpartition("/")[2])
    sheets = []
    for sheet in book.iterfind("sheets/sheet"):
        own = next((value for key, value in sheet.attrib.items() if key.rpartition("}")[2] == "id"), "")
        place, kind = targets.get(own, ("", ""))
        if place in names and kind == "worksheet":
            sheets.append((sheet.get("name", ""), place))
    if not sheets:
        sheets = [("", name) for name in sorted(names) if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name)]
    strings = next((place for place, kind in targets.values() if kind == "sharedStrings"), "xl/sharedStrings.xml")
    properties = book.find("workbookPr")
    since = properties is not None and properties.get("date1904") in ("1", "true")
    dates = _dates(_small(file, "xl/styles.xml")) if "xl/styles.xml" in names else frozenset[bytes]()
    return Parts(tuple(sheets), strings if strings in names else "", dates, since)


def blocks(file: ZipFile, name: str, end: bytes) -> Iterator[tuple[bytes, float]]:
    """The part in blocks that stop behind ``end``, with the share of it that was read. Raises TooBig, Odd."""
    size = _checked(file, name, _LARGEST)
    rest, read, prefix = b"", 0, b""
    with file.open(name) as stream:
        while chunk := stream.read(_CHUNK):
            if not read:
                _honest(chunk)
                found = _PREFIX.search(chunk)
                prefix = found[1] + b":" if found else b""
            read += len(chunk)
            chunk = rest + chunk
            closing = b"</" + prefix + end
            at = chunk.rfind(closing)
            at = at + len(closing) if at >= 0 else 0
            block, rest = chunk[:at], chunk[at:]
            if len(rest) > _ROW:
                raise TooBig
            if block:
                if prefix:
                    block = block.replace(b"<" + prefix, b"<").replace(b"</" + prefix, b"</")
                yield block, read / size


def _small(file: ZipFile, name: str) -> ElementTree.Element:
    _checked(file, name, _SMALL)
    data = file.read(name)
    _honest(data)
    root = ElementTree.fromstring(data)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def _checked(file: ZipFile, name: str, most: int) -> int:
    info = file.getinfo(name)
    if info.file_size > most or (info.file_size > _BOMB_FROM and info.file_size > _BOMB * info.compress_size):
        raise TooBig
    return max(1, info.file_size)


def _honest(data: bytes) -> None:
    """No tables declare entities; these are only used to make readers work."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Odd


def _dates(styles: ElementTree.Element) -> frozenset[bytes]:
    """The numbers of cell styles that show a date or a time."""
    own = {
        form.get("numFmtId", ""): bool(_DATE_LETTERS.search(_QUIET.sub("", form.get("formatCode", ""))))
        for form in styles.iterfind("numFmts/numFmt")
    }
    timed = {str(number) for number in _TIMED} | {number for number, shows in own.items() if shows}
    forms = [form.get("numFmtId", "") for form in styles.iterfind("cellXfs/xf")]
    return frozenset(str(at).encode() for at, form in enumerate(forms) if form in timed)
