"""Clippings for Firefox and Thunderbird: its JSON with folders in folders, its CSV of name and content.

Also the flat JSON list of an older add-on (``id``, ``type``, ``parent``, ``name``, ``text``) that Clippings takes in.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from assistant.core.errors import DataProblem
from assistant.core.packs.foreign import Haul
from assistant.storage.importers.clippings_macros import MACRO, converted
from assistant.storage.importers.harvest import Entry, Harvest
from assistant.storage.importers.peeking import first_of_list, is_object, opening
from assistant.storage.importers.source import Source

_ROOT: Final = "userClippingsRoot"
_FLAT: Final = frozenset(["id", "type", "parent", "name"])
_DEEPEST = 50  # folders in each other
_NOT_OURS = "不是 Clippings 的文件，可能已经损坏。"
_AGAIN = "请在 Clippings 里重新导出。"


class _Clippings:
    name = "clippings"

    def recognises(self, source: Source) -> bool:
        """By its keys; a CSV by two cells in each row and a placeholder as only Clippings has them."""
        if source.is_folder or source.is_archive:
            return False
        if is_object(source):
            return f'"{_ROOT}"' in opening(source)
        first = first_of_list(source)
        if first is not None:
            return first.keys() >= _FLAT and ("text" in first or first.get("type") == "folder")
        return source.suffix in (".csv", ".txt") and _is_csv(opening(source))

    def read(self, source: Source) -> Haul:
        """Every clipping, its folders as its category."""
        harvest = Harvest(self.name)
        if not opening(source).lstrip().startswith(("{", "[")):
            entries = _rows(source.text())
        else:
            content = source.json()
            if isinstance(content, list):
                entries = _flat(content)
            elif isinstance(content, dict) and isinstance(content.get(_ROOT), list):
                entries = _nested(content[_ROOT], harvest)
            else:
                raise DataProblem(f"{source.name} {_NOT_OURS}", _AGAIN)
        for entry in entries:
            harvest.take(entry, converted)
        return harvest.haul()


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    return value if isinstance(value, str) else ""


def _nested(root: Sequence[Any], harvest: Harvest) -> Iterator[Entry]:
    """Depth first, in the order of the file."""
    waiting: list[tuple[Any, tuple[str, ...]]] = [(entry, ()) for entry in reversed(root)]
    while waiting:
        entry, path = waiting.pop()
        if not isinstance(entry, dict):
            harvest.note("/".join(path), "有一项不是文字片段，没有导入。")
        elif isinstance(children := entry.get("children"), list):
            inner = (*path, _text(entry, "name"))[:_DEEPEST]
            waiting += [(child, inner) for child in reversed(children)]
        else:
            yield Entry(_text(entry, "content"), _text(entry, "name"), _text(entry, "shortcutKey"), path)


def _flat(entries: Sequence[Any]) -> Iterator[Entry]:
    known = [entry for entry in entries if isinstance(entry, dict)]
    folders = {str(entry.get("id")): entry for entry in known if entry.get("type") == "folder"}
    for entry in known:
        if entry.get("type") != "folder":
            yield Entry(_text(entry, "text"), _text(entry, "name"), category=_path(entry, folders))


def _path(entry: Mapping[str, Any], folders: Mapping[str, Mapping[str, Any]]) -> tuple[str, ...]:
    """The names of its folders from the outside; a circle ends."""
    found: list[str] = []
    parent = folders.get(str(entry.get("parent")))
    while parent is not None and len(found) < _DEEPEST:
        found.append(_text(parent, "name"))
        parent = folders.get(str(parent.get("parent")))
    return tuple(reversed(found))


def _rows(text: str) -> Iterator[Entry]:
    for row in _cells(text):
        if len(row) > 1:
            yield Entry(row[1], row[0])


def _cells(text: str) -> Iterator[list[str]]:
    """The rows as far as they can be read. Raises DataProblem."""
    try:
        yield from (row for row in csv.reader(io.StringIO(text, newline="")) if row)
    except csv.Error:
        raise DataProblem("表格里有读不懂的一行。", _AGAIN) from None


def _is_csv(text: str) -> bool:
    try:
        rows = list(_cells(text))
    except DataProblem:
        return False
    return (
        bool(rows)
        and all(len(row) == 2 for row in rows[:-1] or rows)
        and any(MACRO.search(cell) for row in rows for cell in row)
    )


IMPORTER = _Clippings()
