"""Alfred: ``.alfredsnippets``, a ZIP of one JSON a snippet, the same as a folder, or one such JSON.

``info.plist`` beside them may hold a prefix and a suffix for all keywords.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any, Final

from assistant.core.errors import DataProblem
from assistant.core.packs.foreign import Haul
from assistant.storage.importers import plists
from assistant.storage.importers.alfred_macros import converted
from assistant.storage.importers.harvest import Entry, Harvest
from assistant.storage.importers.peeking import opening
from assistant.storage.importers.source import Source, decoded, parsed

_KEY: Final = "alfredsnippet"
_LOOKED_AT = 3  # files of a folder or an archive that tell what it is
_SUFFIX: Final = ".alfredsnippets"
_UID: Final = " ["  # before the identifier in a file's name


class _Alfred:
    name = "alfred"

    def recognises(self, source: Source) -> bool:
        """By the key round its snippets."""
        if source.is_folder or source.is_archive:
            return source.suffix == _SUFFIX or any(_KEY in head for head in _heads(source))
        text = opening(source)
        return text.lstrip().startswith("{") and _KEY in text[:500].lower()

    def read(self, source: Source) -> Haul:
        """Every snippet; the collection's name is the category."""
        harvest = Harvest(self.name)
        if not (source.is_folder or source.is_archive):
            if source.suffix == _SUFFIX:
                raise DataProblem(f"{source.name} 不是 Alfred 的片段，可能已经损坏。", "请在 Alfred 里重新导出。")
            _take(harvest, _title(source.name), source.json(), ((), ""))
            return harvest.haul()
        marks = {_folder(name): _marks(read(), name) for name, read in source.files("info.plist")}
        collection = source.path.stem if source.suffix == _SUFFIX else source.name
        for name, read in source.files("*.json"):
            folder = _folder(name)
            category = (collection, *(part.removesuffix(_SUFFIX) for part in folder.split("/") if part))
            try:
                content = parsed(decoded(read(), name), name)
            except DataProblem as problem:
                harvest.note(_title(name), f"没有导入：{problem.sentence}")
                continue
            _take(harvest, _title(name), content, (category, marks.get(folder, "\0")))
        return harvest.haul()


def _heads(source: Source) -> list[str]:
    """The beginnings of the first few snippets."""
    found: list[str] = []
    for name, read in source.files("*.json"):
        if len(found) == _LOOKED_AT:
            break
        if name.endswith("].json"):
            found.append(read()[:500].decode("utf-8", "ignore").lower())
    return found


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


def _title(name: str) -> str:
    """What a file's name says of the title: for messages, and for snippets without a name of their own."""
    return PurePosixPath(_unicode(name)).stem.rpartition(_UID)[0] or _unicode(name)


def _unicode(name: str) -> str:
    """Some archives hold UTF-8 without saying so."""
    try:
        return name.encode("cp437").decode()
    except ValueError:
        return name


def _marks(data: bytes, name: str) -> str:
    """Prefix and suffix of all keywords, with a NUL between."""
    found = plists.loaded(data, name)
    values = found if isinstance(found, dict) else {}
    return "\0".join(str(values.get(key) or "") for key in ("snippetkeywordprefix", "snippetkeywordsuffix"))


def _take(harvest: Harvest, title: str, content: Any, collection: tuple[tuple[str, ...], str]) -> None:
    snippet = _snippet(content)
    if snippet is None:
        harvest.note(title, "不是 Alfred 的片段，没有导入。")
        return
    category, marks = collection
    prefix, _, suffix = marks.partition("\0")
    keyword = str(snippet.get("keyword") or "")
    code = f"{prefix}{keyword}{suffix}" if keyword else ""
    harvest.take(Entry(snippet["snippet"], str(snippet.get("name") or title), code, category), converted)


def _snippet(content: Any) -> Mapping[str, Any] | None:
    outer = content if isinstance(content, dict) else {}
    inner = next((value for key, value in outer.items() if key.lower() == _KEY), None)
    return inner if isinstance(inner, dict) and isinstance(inner.get("snippet"), str) else None


IMPORTER = _Alfred()
