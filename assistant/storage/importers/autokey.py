"""AutoKey: a tree of folders. A phrase is ``NAME.txt`` with its settings in ``NAME.json``, older ``.NAME.json``.

A folder's title stands in ``folder.json`` or ``.folder.json`` within it. Scripts (``NAME.py``) are left out.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from itertools import islice
from typing import Any, Final

from assistant.core.errors import DataProblem
from assistant.core.packs.foreign import Haul
from assistant.storage.importers.autokey_macros import converted
from assistant.storage.importers.harvest import Entry, Harvest
from assistant.storage.importers.source import Reader, Source, decoded, parsed

_LOOKED_AT = 10  # settings that tell what it is
_LARGEST = 1 << 20  # bytes of settings, and of a text
_TYPES: Final = ("phrase", "folder", "script")
_FOLDER: Final = ("folder.json", ".folder.json")
_SCRIPTS: Final = ".py"

Values = Mapping[str, Any]


class _AutoKey:
    name = "autokey"

    def recognises(self, source: Source) -> bool:
        """By the settings of its folders and phrases."""
        if not (source.is_folder or source.is_archive):
            return False
        looked_at = islice(source.files("*.json"), _LOOKED_AT)
        return any("modes" in found and found.get("type") in _TYPES for found in map(_quietly, looked_at))

    def read(self, source: Source) -> Haul:
        """Every phrase, its folders as its category; what can't be read is reported."""
        tree = _Tree(dict(source.files("*")), Harvest(self.name))
        return tree.taken()


class _Tree:
    def __init__(self, files: Mapping[str, Reader], harvest: Harvest) -> None:
        self._files = files
        self._harvest = harvest
        self._titles: dict[str, str] = {}

    def taken(self) -> Haul:
        """The phrases in the order of the files."""
        for name in self._files:
            stem, ending = posixpath.splitext(name)
            if ending.lower() == ".txt":
                self._take(name, self._settings(stem))
            elif ending.lower() == _SCRIPTS and self._settings(stem):
                self._harvest.note(name, "这是程序，这里从不运行，没有导入。")
        return self._harvest.haul()

    def _take(self, name: str, settings: Values) -> None:
        try:
            text = decoded(_read(self._files[name], name), name)
        except DataProblem as problem:
            self._harvest.note(name, f"没有导入：{problem.sentence}")
            return
        folder, _, file = name.rpartition("/")
        codes = _abbreviations(settings)
        title = str(settings.get("description") or "").strip() or posixpath.splitext(file)[0]
        if _hotkey(settings):
            self._harvest.note(title, f"快捷键 {_hotkey(settings)} 没有导入，可以在编辑里重新设置。")
        code, tags = (codes[0], tuple(codes[1:])) if codes else ("", ())
        self._harvest.take(Entry(text, title, code, self._category(folder), tags), converted)

    def _settings(self, stem: str) -> Values:
        """What is set for a phrase or a script; {} where nothing is."""
        folder, _, name = stem.rpartition("/")
        return self._first(folder, f"{name}.json", f".{name}.json")

    def _first(self, folder: str, *names: str) -> Values:
        """The content of the first of the files that is there."""
        for name in names:
            place = posixpath.join(folder, name)
            if place in self._files:
                try:
                    found = parsed(decoded(_read(self._files[place], place), place), place)
                except DataProblem as problem:
                    self._harvest.note(place, f"设置没有读出来：{problem.sentence}")
                    return {}
                return found if isinstance(found, dict) else {}
        return {}

    def _category(self, folder: str) -> tuple[str, ...]:
        if not folder:
            return (self._title(""),) if self._title("") else ()
        parts = folder.split("/")
        places = ["/".join(parts[: depth + 1]) for depth in range(len(parts))]
        return tuple(self._title(place) or part for place, part in zip(places, parts, strict=True))

    def _title(self, folder: str) -> str:
        if folder not in self._titles:
            self._titles[folder] = str(self._first(folder, *_FOLDER).get("title") or "").strip()
        return self._titles[folder]


def _read(read: Reader, name: str) -> bytes:
    data = read()
    if len(data) > _LARGEST:
        raise DataProblem(f"{name} 太大（超过 {_LARGEST >> 20} MB）。", "请在 AutoKey 里检查。")
    return data


def _quietly(file: tuple[str, Reader]) -> Values:
    """The content of a file that may be anything."""
    name, read = file
    try:
        found = parsed(decoded(_read(read, name), name), name)
    except DataProblem:
        return {}
    return found if isinstance(found, dict) else {}


def _abbreviations(settings: Values) -> list[str]:
    """What is typed for a phrase; before version 0.80.4 it was a single one."""
    found = settings.get("abbreviation")
    if not isinstance(found, dict):
        return []
    several = found.get("abbreviations")
    given = several if isinstance(several, list) else [found.get("abbreviation")]
    return [text for text in given if isinstance(text, str) and text.strip()]


def _hotkey(settings: Values) -> str:
    found = settings.get("hotkey")
    key = found.get("hotKey") if isinstance(found, dict) else None
    if not isinstance(found, dict) or not isinstance(key, str) or not key:
        return ""
    held = found.get("modifiers")
    return "+".join([*(str(one) for one in (held if isinstance(held, list) else ())), key])[:40]


IMPORTER = _AutoKey()
