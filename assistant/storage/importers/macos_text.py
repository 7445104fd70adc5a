"""Text replacements of macOS and iOS: a property list of ``{phrase, shortcut}``, older of ``{on, replace, with}``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from assistant.core.errors import DataProblem
from assistant.core.packs.foreign import Haul
from assistant.storage.importers import plists
from assistant.storage.importers.harvest import Entry, Harvest
from assistant.storage.importers.peeking import opening
from assistant.storage.importers.source import Source

_NEW: Final = ("phrase", "shortcut")
_OLD: Final = ("with", "replace")
_LISTS: Final = ("NSUserDictionaryReplacementItems", "NSUserReplacementItems")
_XML: Final = re.compile(
    r"<plist[^>]{0,100}>\s*(?:<array\s*/>|<array>\s*(?:</array>|<dict>\s*<key>(?:phrase|shortcut|on|replace|with)</key>))"
)


class _MacosText:
    name = "macos-text-replacement"

    def recognises(self, source: Source) -> bool:
        """By the keys of its entries."""
        if source.head.startswith(plists.BINARY):
            try:
                return next(_entries(plists.loaded(source.data(), source.name)), None) is not None
            except DataProblem:
                return source.suffix == ".plist"
        text = opening(source)
        return "<plist" in text and bool(_XML.search(text) or any(key in text for key in _LISTS))

    def read(self, source: Source) -> Haul:
        """Every replacement; one that is switched off comes in disabled."""
        harvest = Harvest(self.name)
        for entry in _entries(plists.loaded(source.data(), source.name)):
            text, code = (entry[key] for key in (_NEW if _NEW[0] in entry else _OLD))
            off = not entry.get("on", 1)
            if off:
                harvest.note(code, "在原来的系统里没有启用，导入后也停用。")
            harvest.take(Entry(text, code=code, disabled=off))
        return harvest.haul()


def _entries(content: Any) -> Iterator[dict[str, Any]]:
    if isinstance(content, dict):
        content = next((content[key] for key in _LISTS if key in content), None)
    for entry in content if isinstance(content, list) else ():
        if isinstance(entry, dict) and any(all(isinstance(entry.get(k), str) for k in keys) for keys in (_NEW, _OLD)):
            yield entry


IMPORTER = _MacosText()
