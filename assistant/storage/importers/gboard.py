"""Gboard's personal dictionary: ``dictionary.txt``, alone or in its ZIP; shortcut, word and language between TABs."""

from __future__ import annotations

from typing import Final

from assistant.core.errors import DataProblem
from assistant.core.packs.foreign import Haul
from assistant.storage.importers.harvest import Entry, Harvest
from assistant.storage.importers.peeking import opening
from assistant.storage.importers.source import Source, decoded

_MARK: Final = "# Gboard Dictionary "
_NAME: Final = "dictionary.txt"


class _Gboard:
    name = "gboard"

    def recognises(self, source: Source) -> bool:
        """By its first line."""
        if not source.is_archive:
            return opening(source).startswith(_MARK)
        return any(read()[:500].lstrip(b"\xef\xbb\xbf").startswith(_MARK.encode()) for _, read in source.files(_NAME))

    def read(self, source: Source) -> Haul:
        """Every word; lines that are none are reported."""
        harvest = Harvest(self.name)
        for text in self._texts(source):
            for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
                if line.strip() and not line.startswith("#"):
                    _take(harvest, number, line)
        return harvest.haul()

    def _texts(self, source: Source) -> list[str]:
        if not source.is_archive:
            return [source.text()]
        found = [decoded(read(), name) for name, read in source.files(_NAME)]
        if not found:
            raise DataProblem(f"{source.name} 里没有 {_NAME}。", "请在 Gboard 的词典设置里重新导出。")
        return found


def _take(harvest: Harvest, number: int, line: str) -> None:
    cells = line.replace("\\t", "\t").split("\t") if "\t" not in line else line.split("\t")
    if len(cells) < 2 or not cells[1].strip():
        harvest.note(f"第 {number} 行", "没有内容，没有导入。")
        return
    shortcut, word = cells[:2]
    harvest.take(Entry(word, code=shortcut, language=_language(cells[2] if len(cells) > 2 else "")))


def _language(tag: str) -> str:
    """As our phrases name languages; "" for the usual one."""
    plain = tag.strip().replace("_", "-").lower()
    if plain.startswith("zh"):
        return "zh-TW" if plain in ("zh-tw", "zh-hk", "zh-hant") else ""
    return plain.split("-")[0] if plain.isascii() and len(plain) < 12 else ""


IMPORTER = _Gboard()
