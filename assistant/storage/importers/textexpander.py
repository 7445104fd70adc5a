"""TextExpander: a group (``.textexpander``, ``.tedist``), the older file of all settings, and its CSV.

The CSV has no headings: abbreviation, content, label; also two columns under ``Abbreviation,Expansion``.
"""

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
from assistant.storage.importers import bare_csv, plists
from assistant.storage.importers.harvest import Entry, Harvest
from assistant.storage.importers.others import Others, Snippet
from assistant.storage.importers.peeking import opening
from assistant.storage.importers.source import Source
from assistant.storage.importers.textexpander_macros import converted, heading, program

_SUFFIXES: Final = (".textexpander", ".tedist")
_MARKS: Final = ("<key>snippetsTE2</key>", "<key>groupsTE2</key>", "<key>groupInfo</key>")
_HEADINGS: Final = ["abbreviation", "expansion"]
_PROGRAMS: Final = (2, 3, 4)  # AppleScript, shell, JavaScript
_FORMATTED = 5
_QUOTED: Final = re.compile(r'"(?:[^"]|""){0,200}","')
_SIGN: Final = re.compile(r"%(?:clipboard|\||fill|snippet:|key:|@[+-]\d)")


class _TextExpander:
    name = "textexpander"

    def recognises(self, source: Source) -> bool:
        """By its keys, by its ending, or by a table in the shape of its CSV."""
        if source.is_folder or source.is_archive:
            return False
        if source.suffix in _SUFFIXES:
            return True
        text = opening(source)
        if "<plist" in text:
            return any(mark in text for mark in _MARKS)
        return source.suffix == ".csv" and not source.columns and _is_csv(bare_csv.beginning(source))

    def read(self, source: Source) -> Haul:
        """Every snippet, its group as its category; programs come in disabled."""
        if source.suffix in _SUFFIXES or "<plist" in opening(source) or source.head.startswith(plists.BINARY):
            return _of_plist(source, Harvest(self.name))
        return _of_csv(source, Harvest(self.name))


def _is_csv(text: str) -> bool:
    """Whether it has the shape, and macros or the quotes of an export besides."""
    return bare_csv.fits(text, _HEADINGS) and bool(_QUOTED.match(text) or _SIGN.search(text))


def _of_plist(source: Source, harvest: Harvest) -> Haul:
    content = plists.loaded(source.data(), source.name)
    snippets = [one for one in _list(content, "snippetsTE2") if isinstance(one, dict)]
    if not snippets and not isinstance(content, dict):
        raise DataProblem(f"{source.name} 不是 TextExpander 的文件。", "请在 TextExpander 里重新导出。")
    groups = _groups(content)
    others = Others((_text(one, "abbreviation"), Snippet(_wording(one), _kind(one) in _PROGRAMS)) for one in snippets)
    for one in snippets:
        formatted = _kind(one) == _FORMATTED and bool(_text(one, "htmlText"))
        text = _text(one, "htmlText") if formatted else _wording(one)
        entry = Entry(
            text,
            _text(one, "label").strip() or heading(_plain(text[:MAX_SOURCE], formatted), _text(one, "abbreviation")),
            _text(one, "abbreviation"),
            groups.get(_text(one, "uuidString"), groups[""]),
        )
        if formatted:
            harvest.note(entry.title or entry.code, "粗体等格式去掉了，只留文字。")
        convert = program if _kind(one) in _PROGRAMS else partial(_said, others=others, formatted=formatted)
        harvest.take(entry, convert)
    return harvest.haul()


def _said(text: str, others: Others, formatted: bool) -> Converted:
    return converted(_plain(text, formatted), others)


def _plain(text: str, formatted: bool) -> str:
    return html_text.plain(text) if formatted else text


def _groups(content: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Categories by the identifiers of the snippets; under "" that of all others."""
    info = content.get("groupInfo")
    name = _text(info, "groupName") if isinstance(info, dict) else ""
    found: dict[str, tuple[str, ...]] = {"": (name,) if name else ()}
    for group in _list(content, "groupsTE2"):
        if isinstance(group, dict):
            title = _text(group, "name") or _text(group, "groupName")
            found |= {one: (title,) for one in _list(group, "snippetUUIDs") if isinstance(one, str)}
    return found


def _of_csv(source: Source, harvest: Harvest) -> Haul:
    rows = bare_csv.rows(source, harvest)
    entries = [(number, [*row, "", ""][:3]) for number, row in rows if [cell.casefold() for cell in row] != _HEADINGS]
    others = Others((code, Snippet(text)) for _, (code, text, _) in entries)
    category = (source.name.partition(".")[0],)
    for number, (code, text, label) in entries:
        where = f"第 {number} 行" + (f"（{code[:20]}）" if code else "")
        entry = Entry(text, label.strip() or heading(text, code), code, category, where=where)
        harvest.take(entry, partial(converted, others=others))
    return harvest.haul()


def _wording(snippet: Mapping[str, Any]) -> str:
    """The plain text; of a formatted one that has none, what its HTML says."""
    return _text(snippet, "plainText") or html_text.plain(_text(snippet, "htmlText"))


def _kind(snippet: Mapping[str, Any]) -> int:
    kind = snippet.get("snippetType")
    return kind if isinstance(kind, int) else 0


def _list(content: Any, key: str) -> list[Any]:
    value = content.get(key) if isinstance(content, dict) else None
    return value if isinstance(value, list) else []


def _text(content: Mapping[str, Any], key: str) -> str:
    value = content.get(key)
    return value if isinstance(value, str) else ""


IMPORTER = _TextExpander()
