"""Raycast: a JSON list of ``{"name", "text", "keyword"}``."""

from __future__ import annotations

from functools import partial
from typing import Final

from assistant.core.errors import DataProblem
from assistant.core.packs.foreign import Haul
from assistant.storage.importers.harvest import Entry, Harvest
from assistant.storage.importers.peeking import first_of_list
from assistant.storage.importers.raycast_macros import converted
from assistant.storage.importers.source import Source

_KEYS: Final = frozenset(["name", "text", "keyword"])


class _Raycast:
    name = "raycast"

    def recognises(self, source: Source) -> bool:
        """By the keys of its first snippet."""
        first = first_of_list(source)
        return first is not None and {"name", "text"} <= first.keys() <= _KEYS

    def read(self, source: Source) -> Haul:
        """Every snippet; what is none is reported with its place."""
        entries = source.json()
        if not isinstance(entries, list):
            raise DataProblem(f"{source.name} 不是 Raycast 导出的片段。", "请在 Raycast 里重新导出。")
        snippets = [entry for entry in entries if isinstance(entry, dict) and isinstance(entry.get("text"), str)]
        others = {str(entry.get("name") or ""): entry["text"] for entry in snippets}
        harvest = Harvest(self.name)
        for number, entry in enumerate(entries, 1):
            if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
                harvest.note(f"第 {number} 条", "没有文字，没有导入。")
                continue
            title, code = str(entry.get("name") or ""), str(entry.get("keyword") or "")
            harvest.take(Entry(entry["text"], title, code), partial(converted, others=others))
        return harvest.haul()


IMPORTER = _Raycast()
