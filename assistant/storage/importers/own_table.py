"""The workbook that our own export writes, one row for each wording: read back as the phrases that they were.

Its texts are templates of ours and come in as such. Whoever has moved, added or renamed columns beyond recognition has
a table like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from assistant.core.errors import DataProblem
from assistant.core.model import Phrase
from assistant.core.packs.foreign import Haul, Remark, Taken
from assistant.storage.exporters.excel import COLUMNS, ITEMS, LEVELS, YES
from assistant.storage.importers import rows
from assistant.storage.importers.source import Source
from assistant.storage.records import RecordError, phrase_of

_HEADINGS: Final = frozenset(name for name, _ in COLUMNS)
_LAYER: Final = "personal"
_FILES: Final = "附件的文件不在表格里，没有导入。"

Cells = Mapping[str, str]


class _OwnTable:
    name = "xiaoer-table"

    def recognises(self, source: Source) -> bool:
        """By our own headings, all of them."""
        return rows.is_table(source) and any(_HEADINGS.issubset(grid.headings) for grid in rows.grids(source))

    def read(self, source: Source) -> Haul:
        """Phrases with all their wordings. Raises DataProblem when there is no such sheet."""
        found: dict[str, Taken] = {}
        report: list[Remark] = []
        for where, cells in _rows(source):
            try:
                phrase = phrase_of(_record(cells), _LAYER)
            except RecordError as reason:
                report.append(Remark(where, f"{reason}，没有导入。"))
                continue
            if phrase.id in found:
                phrase = _with_wording(found[phrase.id].phrase, phrase)
            elif cells["附件"]:
                report.append(Remark(where, _FILES))
            found[phrase.id] = Taken(phrase, (), phrase.disabled)
        return Haul(self.name, tuple(found.values()), tuple(report))


def _rows(source: Source) -> Iterator[tuple[str, Cells]]:
    grids = [grid for grid in rows.grids(source) if _HEADINGS.issubset(grid.headings)]
    if not grids:
        raise DataProblem(f"{source.name} 不是小二快答导出的表格。", "请选导出的 Excel 文件。")
    for grid in grids:
        places = {name: grid.headings.index(name) for name in _HEADINGS}
        for number, row in enumerate(grid.rows, grid.first):
            if any(row):
                yield f"第 {number} 行", {name: row[at] if at < len(row) else "" for name, at in places.items()}


def _record(cells: Cells) -> dict[str, Any]:
    return {
        "id": cells["编号"],
        "code": cells["编码"],
        "title": cells["标题"],
        "category": cells["分类"].split(LEVELS.strip()) if cells["分类"] else [],
        "variants": [{"text": cells["正文"], "tone": cells["语气"], "language": cells["语言"]}],
        "tags": cells["标签"].split(ITEMS) if cells["标签"] else [],
        "roles": cells["岗位"].split(ITEMS) if cells["岗位"] else [],
        "note": cells["备注"],
        "valid_from": cells["有效期从"],
        "valid_until": cells["有效期至"],
        "hotkey": cells["快捷键"],
        "send": cells["发送方式"],
        "disabled": cells["停用"] == YES,
    }


def _with_wording(phrase: Phrase, other: Phrase) -> Phrase:
    """One more row of the same phrase is one more wording; what else it says must have been said by the first."""
    return replace(phrase, variants=(*phrase.variants, *other.variants))


IMPORTER = _OwnTable()
