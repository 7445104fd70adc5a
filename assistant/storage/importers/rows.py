"""Phrases from tables: rows of any spreadsheet file, columns by what their headings mean."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath

from assistant.core.errors import DataProblem
from assistant.core.packs import columns
from assistant.core.packs.columns import CATEGORIES, CODE, NOTE, PICTURE, TAGS, TEXT, TITLE, Layout, NeedsMapping
from assistant.core.packs.foreign import Haul, Picture
from assistant.core.packs.placeholders import converted
from assistant.storage.importers.harvest import Entry, Harvest
from assistant.storage.importers.limits import LARGEST_PICTURE, LARGEST_TABLE, LONGEST_LINE, MOST_ROWS
from assistant.storage.importers.source import Source, too_large
from assistant.storage.tables import aside, frames
from assistant.storage.tables.sheet import too_big

_READER = "assistant.storage.tables.child"  # not imported: what may break stays out of this process
_SUFFIXES = frozenset((".csv", ".tsv", ".txt", ".xls", ".xlsx", ".xlsm", ".xlt", ".htm", ".html"))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADING_ROWS = 20  # among which the headings are looked for
_MOST_SHEETS = 100
_MEMORY = 120 << 20  # bytes that the cells of a table may take, roughly
_CELL = 60  # bytes of a cell besides its characters
_SHOWN = 5  # rows that help to tell what a column holds
_APART = re.compile(r"\s*[=＝][>＞]\s*")
_TAGS_APART = re.compile(r"[,，、;；|｜]")
_NO_GROUP = "未分组"


@dataclass(frozen=True, slots=True)
class Grid:
    """The part of a sheet from its headings on. ``first`` is the number of the row behind them, counted from 1."""

    headings: list[str]
    rows: list[list[str]]
    first: int
    layout: Layout


def is_table(source: Source) -> bool:
    """Whether it could be a table, by its name or its first bytes."""
    if source.is_folder:
        return False
    if source.head.startswith(_OLE) or source.suffix in _SUFFIXES:
        return True
    return source.is_archive and any(name == "xl/workbook.xml" for name, _ in source.files("workbook.xml"))


def grids(source: Source) -> list[Grid]:
    """The sheets of a table that hold phrases; [] when nobody knows where. Raises DataProblem for what is no table."""
    if "grids" not in source.kept:
        found = (_grid(rows, source) for rows in _sheets(source))
        source.kept["grids"] = [grid for grid in found if grid]
    kept: list[Grid] = source.kept["grids"]
    return kept


def haul(source: Source, name: str, prepare: Callable[[str], str] = str) -> Haul:
    """The phrases of a table. ``prepare`` turns a wording as it stands in a cell into plain text.

    Raises NeedsMapping when nobody knows which column holds the wordings, DataProblem for what is no table.
    """
    found = grids(source)
    if not found:
        raise _unknown(source)
    harvest = Harvest(name)
    for grid in found:
        for heading in grid.layout.left_out:
            harvest.note(source.name, f"没有导入“{heading[:20]}”这一列。")
        taking = _Taking(source, harvest, grid.layout, prepare)
        for number, row in enumerate(grid.rows, grid.first):
            taking.take(row, number)
    return harvest.haul()


def headings_of(source: Source) -> list[list[str]]:
    """The headings of a table that was read; [] for everything else."""
    return [grid.headings for grid in source.kept.get("grids", ())]


def _sheets(source: Source) -> list[list[list[str]]]:
    if "sheets" not in source.kept:
        source.kept["sheets"] = list(_read(source))
    kept: list[list[list[str]]] = source.kept["sheets"]
    return kept


def _read(source: Source) -> Iterator[list[list[str]]]:
    _guard(source)
    sheets: list[list[list[str]]] = []
    weight = 0
    for kind, data in aside.run(_READER, (str(source.path), str(MOST_ROWS + 1)), source.progress):
        if kind == frames.SHEET:
            sheets.append([])
        elif kind == frames.ROWS and sheets:
            rows = json.loads(data)
            weight += len(data) // 3 + _CELL * sum(map(len, rows))
            sheets[-1] += rows
        if weight > _MEMORY or len(sheets) > _MOST_SHEETS or (sheets and len(sheets[-1]) > MOST_ROWS):
            raise too_big(source.name)
    return iter(sheets)


def _guard(source: Source) -> None:
    """Refuse what is too large, and text without ends of lines, before anybody reads it."""
    if source.size > LARGEST_TABLE:
        raise too_large(source.name, LARGEST_TABLE)
    if source.is_archive or source.head.startswith(_OLE):
        return
    source.check_lines(LONGEST_LINE)


def _grid(rows: list[list[str]], source: Source) -> Grid | None:
    layouts = [(columns.guessed(row, source.columns), at) for at, row in enumerate(rows[:_HEADING_ROWS])]
    layout, at = max(layouts, key=lambda one: one[0].score, default=(Layout({}), 0))
    return Grid(rows[at], rows[at + 1 :], at + 2, layout) if layout.score else None


def _unknown(source: Source) -> DataProblem:
    """What to ask about a table whose headings nobody knows."""
    for rows in _sheets(source):
        first = rows[:_HEADING_ROWS]
        widest = max((sum(map(bool, row)) for row in first), default=0)
        if widest:
            at = next(number for number, row in enumerate(first) if sum(map(bool, row)) == widest)
            headings = rows[at]
            layout = columns.guessed(headings, source.columns)
            guess = {headings[column]: part for part, column in layout.places.items()}
            return NeedsMapping(source.name, headings, filter(None, islice(rows, at + 1, at + 1 + _SHOWN)), guess)
    return DataProblem(f"文件 {source.name} 里没有话术。", "请确认表格里有内容，再导出一次。")


class _Taking:
    """Takes the rows of one sheet."""

    def __init__(self, source: Source, harvest: Harvest, layout: Layout, prepare: Callable[[str], str]) -> None:
        self._source = source
        self._harvest = harvest
        self._places = layout.places
        self._parted = layout.parted
        self._prepare = prepare

    def take(self, row: Sequence[str], number: int) -> None:
        """One row; what has nothing in it is passed over."""
        if not any(row):
            return
        text = self._prepare(self._cell(row, TEXT))
        wordings = [one.strip() for one in re.split("[|｜]", text)] if self._parted else [text]
        first, *more = [one for one in wordings if one] or [""]
        code = _identifier(self._cell(row, CODE))
        entry = Entry(
            first,
            self._cell(row, TITLE),
            code,
            self._category(row),
            tuple(_TAGS_APART.split(self._cell(row, TAGS))),
            pictures=self._pictures(row, number),
            note=self._cell(row, NOTE),
            more=tuple(more),
            where=f"第 {number} 行" + (f"（{code}）" if code else ""),
        )
        self._harvest.take(entry, converted)

    def _cell(self, row: Sequence[str], part: str) -> str:
        at = self._places.get(part, len(row))
        return row[at] if at < len(row) else ""

    def _category(self, row: Sequence[str]) -> tuple[str, ...]:
        names = [name for part in CATEGORIES for name in _APART.split(self._cell(row, part)) if name]
        return () if names == [_NO_GROUP] else tuple(names)

    def _pictures(self, row: Sequence[str], number: int) -> tuple[Picture, ...]:
        """The picture named in the row, from the folder beside the table."""
        name = self._cell(row, PICTURE)
        if not name:
            return ()
        data = _beside(self._source.path, name)
        if data is None:
            self._harvest.note(f"第 {number} 行", "图片不在表格旁边的“图片”文件夹里，没有导入。")
            return ()
        return (Picture(name, data),)


def _beside(table: Path, name: str) -> bytes | None:
    """The content of a picture; None for one that is not there, is too large, or is elsewhere."""
    if PurePosixPath(name.replace("\\", "/")).name != name or ":" in name or "\0" in name:
        return None
    folder = table.parent / "图片"
    try:
        file = (folder / name).resolve(strict=True)
        if not file.is_relative_to(folder.resolve()) or not file.is_file() or file.stat().st_size > LARGEST_PICTURE:
            return None
        return file.read_bytes() or None
    except (OSError, RuntimeError, ValueError):
        return None


def _identifier(cell: str) -> str:
    """A code without what spreadsheets put round it to keep it text."""
    text = cell.strip()
    if text.startswith('="') and text.endswith('"'):
        text = text[2:-1]
    return text.removeprefix("'").strip()
