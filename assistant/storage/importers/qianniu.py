"""千牛's quick phrases: tables of 千牛 and its add-ons, and what its server answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from assistant.core.errors import DataProblem
from assistant.core.packs import columns
from assistant.core.packs.foreign import Haul
from assistant.core.packs.placeholders import converted
from assistant.storage.importers import rows
from assistant.storage.importers.harvest import Entry, Harvest
from assistant.storage.importers.source import Source

_ENTITIES = {"&#44;": ",", "&#13;&#10;": "\n", "&#13;": "\n", "&#10;": "\n", "&#34;": '"', "&#9;": "\t"}
_ENTITY = re.compile("|".join(_ENTITIES))
_SIGNS = (b'"groupId"', b'"content"')
_PICTURES = ("imageURL", "imageUrl", "picUrl", "picURL")


class _Qianniu:
    name = "qianniu"

    def recognises(self, source: Source) -> bool:
        """By the headings of a table, or the names in the server's answer."""
        if _is_answer(source):
            return True
        return rows.is_table(source) and any(columns.is_qianniu(grid.headings) for grid in rows.grids(source))

    def read(self, source: Source) -> Haul:
        """Phrases in their groups; pictures are taken from the folder beside a table, never from the net."""
        if _is_answer(source):
            return _answer(source, self.name)
        return rows.haul(source, self.name, _without_entities)


def _without_entities(text: str) -> str:
    return _ENTITY.sub(lambda found: _ENTITIES[found[0]], text)


def _is_answer(source: Source) -> bool:
    return source.head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") and (
        b"quickphrase" in source.head or all(sign in source.head for sign in _SIGNS)
    )


def _answer(source: Source, name: str) -> Haul:
    result = _result(source.json())
    if result is None:
        raise DataProblem(f"{source.name} 里没有快捷短语。", "请重新导出一次。")
    groups = {str(group.get("id")): group for group in _objects(result.get("groups"))}
    harvest = Harvest(name)
    for number, phrase in enumerate(_objects(result.get("list")), 1):
        group = groups.get(str(phrase.get("groupId")), {})
        code = _said(phrase, "code")
        where = f"第 {number} 条" + (f"（{code}）" if code else "")
        entry = Entry(_said(phrase, "content"), "", code, (_said(group, "name"),), where=where)
        harvest.take(entry, converted)
        if any(phrase.get(key) for key in _PICTURES):
            harvest.note(where, "图片在网上，没有下载，请自己加上。")
    return harvest.haul()


def _result(answer: Any) -> Mapping[str, Any] | None:
    """The object with the list, however deep it stands."""
    for key in ("data", "result", None):
        if isinstance(answer, dict) and isinstance(answer.get("list"), list):
            return answer
        answer = answer.get(key) if isinstance(answer, dict) else None
    return None


def _objects(given: object) -> Iterator[Mapping[str, Any]]:
    return (one for one in given if isinstance(one, dict)) if isinstance(given, list) else iter(())


def _said(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


IMPORTER = _Qianniu()
