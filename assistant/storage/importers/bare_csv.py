"""CSV of text expanders: abbreviation, text and perhaps a label, without headings."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence

from assistant.core.errors import DataProblem
from assistant.core.packs import columns
from assistant.storage.importers.harvest import Harvest
from assistant.storage.importers.limits import LONGEST_LINE, MOST_ROWS
from assistant.storage.importers.peeking import opening
from assistant.storage.importers.source import Source
from assistant.storage.tables.text_file import separator

_LOOKED_AT = 30  # rows that tell what it is
_CODE = 40  # characters of an abbreviation
_WIDTH = 3
_MOST_OTHERS = 0.1  # of the rows that may have another shape


def beginning(source: Source) -> str:
    """The first rows of a file as text, in UTF-8 or GB18030."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(source.head)  # its end may be torn
    except UnicodeDecodeError:
        return source.head.decode("gb18030", "ignore")
    return opening(source)


def fits(text: str, headings: Sequence[str] = ()) -> bool:
    """Whether the beginning of a file looks like it: three cells in nearly every row, a short first one, no headings.

    Two cells are enough under exactly these ``headings``.
    """
    found = _first_rows(text)
    if not found:
        return False
    if headings and [cell.strip().casefold() for cell in found[0]] == list(headings):
        return True
    if any(columns.guessed(row, {}).score > 1 for row in found) or columns.guessed(found[0], {}).score:
        return False
    fitting = sum(len(row) == _WIDTH and len(row[0]) <= _CODE and bool(row[1]) for row in found)
    return fitting > 0 and fitting >= len(found) * (1 - _MOST_OTHERS)


def rows(source: Source, harvest: Harvest) -> Iterator[tuple[int, Sequence[str]]]:
    """Rows with their numbers; a broken one is reported. Raises DataProblem for what is too large."""
    source.check_lines(LONGEST_LINE)
    text = source.text()
    reader = _reader(text)
    number = 0
    while True:
        number += 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            harvest.note(f"第 {number} 行", "写法不对，没有导入。")
            continue
        if number > MOST_ROWS:
            raise DataProblem(f"{source.name} 里的话术太多，没有读取。", "请分成几个文件后再试。")
        if any(row):
            yield number, row


def _first_rows(text: str) -> list[list[str]]:
    """The first rows, without the last one, which may be torn."""
    found: list[list[str]] = []
    try:
        for row in _reader(text):
            found += [row] if any(row) else []
            if len(found) > _LOOKED_AT:
                return found[:-1]
    except csv.Error:
        return []
    return found


def _reader(text: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator(text[: 1 << 16]))
