"""Text Blaze: JSON with ``folders``, each with ``snippets`` of ``name``, ``shortcut`` and ``text``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.core.errors import DataProblem
from assistant.core.packs import html_text
from assistant.core.packs.foreign import Haul
from assistant.storage.importers.harvest import Entry, Harvest
from assistant.storage.importers.peeking import is_object, opening
from assistant.storage.importers.source import Source
from assistant.storage.importers.textblaze_macros import converted


class _TextBlaze:
    name = "textblaze"

    def recognises(self, source: Source) -> bool:
        """By its keys."""
        text = opening(source)
        return is_object(source) and '"folders"' in text and '"snippets"' in text

    def read(self, source: Source) -> Haul:
        """Every snippet, its folder as the category."""
        content = source.json()
        folders = content.get("folders") if isinstance(content, dict) else None
        if not isinstance(folders, list):
            raise DataProblem(f"{source.name} 不是 Text Blaze 导出的文件。", "请在 Text Blaze 里重新导出。")
        harvest = Harvest(self.name)
        for number, folder in enumerate(folders, 1):
            snippets = folder.get("snippets") if isinstance(folder, dict) else None
            if not isinstance(snippets, list):
                harvest.note(f"第 {number} 个文件夹", "读不懂，没有导入。")
                continue
            for snippet in snippets:
                _take(harvest, _string(folder, "name"), snippet)
        return harvest.haul()


def _take(harvest: Harvest, folder: str, snippet: object) -> None:
    if not isinstance(snippet, dict):
        harvest.note(folder, "有一项不是文字片段，没有导入。")
        return
    text = _string(snippet, "text")
    rich = _string(snippet, "html")
    if not text.strip() and rich:
        text = html_text.plain(rich)
        harvest.note(_string(snippet, "name"), "网页格式（HTML）改成了纯文字。")
    harvest.take(Entry(text, _string(snippet, "name"), _string(snippet, "shortcut"), (folder,)), converted)


def _string(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    return value if isinstance(value, str) else ""


IMPORTER = _TextBlaze()
