"""Beeftext: its list of combos and its backups (versions 1 to 10), and its CSV: keyword, snippet, name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from assistant.core.errors import DataProblem
from assistant.core.packs import html_text
from assistant.core.packs.foreign import Haul
from assistant.core.packs.macros import Converted
from assistant.core.template.proofread import MAX_SOURCE
from assistant.storage.importers import bare_csv
from assistant.storage.importers.beeftext_macros import converted, heading
from assistant.storage.importers.harvest import Entry, Harvest
from assistant.storage.importers.others import Others, Snippet
from assistant.storage.importers.peeking import opening
from assistant.storage.importers.source import Source

_JSON: Final = re.compile(r"\s*\{\s*\"(?:combos|groups|fileFormatVersion)\"\s*:")
_VARIABLE: Final = re.compile(r"#\{[A-Za-z]{1,20}[:}]")
_CELLS = 3


class _Beeftext:
    name = "beeftext"

    def recognises(self, source: Source) -> bool:
        """By its keys; a table by the shape of its CSV and a variable as only Beeftext has them."""
        if source.is_folder or source.is_archive:
            return False
        if source.suffix == ".csv":
            text = bare_csv.beginning(source)
            return not source.columns and bool(_VARIABLE.search(text)) and bare_csv.fits(text)
        return bool(_JSON.match(opening(source))) or source.suffix == ".btbackup"

    def read(self, source: Source) -> Haul:
        """Every combo, its group as its category."""
        harvest = Harvest(self.name)
        return _of_csv(source, harvest) if source.suffix == ".csv" else _of_json(source, harvest)


def _of_json(source: Source, harvest: Harvest) -> Haul:
    content = source.json()
    combos = content.get("combos") if isinstance(content, dict) else None
    if not isinstance(combos, list):
        raise DataProblem(f"{source.name} 不是 Beeftext 的文件。", "请在 Beeftext 里重新导出。")
    groups = _groups(content.get("groups"))
    found = [one for one in combos if isinstance(one, dict)]
    ordered = sorted(found, key=lambda one: not _is_on(one))
    others = Others((_keyword(one), Snippet(_snippet(one))) for one in ordered)
    for one in found:
        rich = one.get("useHtml") is True and html_text.is_html(_snippet(one))
        group = groups.get(_text(one, "group"), ("", True))
        entry = Entry(
            _snippet(one),
            _text(one, "name").strip() or heading(_plain(_snippet(one)[:MAX_SOURCE], rich), _keyword(one)),
            _keyword(one),
            (group[0],) if group[0] else (),
            disabled=not (_is_on(one) and group[1]),
            note=_text(one, "description"),
        )
        where = entry.title or entry.code
        if entry.disabled:
            harvest.note(where, "在 Beeftext 里没有启用，导入后也停用。")
        if rich:
            harvest.note(where, "粗体等格式去掉了，只留文字。")
        harvest.take(entry, partial(_said, others=others, rich=rich))
    return harvest.haul()


def _said(text: str, others: Others, rich: bool) -> Converted:
    return converted(_plain(text, rich), others)


def _plain(text: str, rich: bool) -> str:
    return html_text.plain(text) if rich else text


def _of_csv(source: Source, harvest: Harvest) -> Haul:
    rows = []
    for number, row in bare_csv.rows(source, harvest):
        if len(row) == _CELLS:
            rows.append((number, row))
        else:
            harvest.note(f"第 {number} 行", "不是三格（关键字、内容、名称），没有导入。")
    others = Others((keyword, Snippet(text)) for _, (keyword, text, _) in rows)
    for number, (keyword, text, name) in rows:
        where = f"第 {number} 行" + (f"（{keyword[:20]}）" if keyword else "")
        title = name.strip() or heading(text, keyword)
        harvest.take(Entry(text, title, keyword, where=where), partial(converted, others=others))
    return harvest.haul()


def _groups(found: Any) -> dict[str, tuple[str, bool]]:
    """Name of each group by its identifier, and whether it is switched on."""
    groups = [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
    return {_text(one, "uuid"): (_text(one, "name"), _is_on(one)) for one in groups}


def _is_on(content: Mapping[str, Any]) -> bool:
    return content.get("enabled", True) is not False


def _keyword(combo: Mapping[str, Any]) -> str:
    return _text(combo, "keyword") or _text(combo, "comboText")


def _snippet(combo: Mapping[str, Any]) -> str:
    return _text(combo, "snippet") or _text(combo, "substitutionText")


def _text(content: Mapping[str, Any], key: str) -> str:
    value = content.get(key)
    return value if isinstance(value, str) else ""


IMPORTER = _Beeftext()
