"""Phrases written for other programs and for people, one module a format.

    work        what every exporter is given, and what it tells of losses before it writes
    NAME        one format each, with an object of :class:`assistant.storage.exporters.work.Exporter`

Nothing is half written: files and folders appear whole or not at all. The first of :data:`EXPORTERS` with a suffix is
the one that the suffix alone means.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from assistant.core.errors import NotFound
from assistant.core.packs.foreign import Remark
from assistant.storage.exporters.espanso import ESPANSO
from assistant.storage.exporters.excel import EXCEL
from assistant.storage.exporters.handbook import HANDBOOK
from assistant.storage.exporters.jsonl import JSONL
from assistant.storage.exporters.kefubao import KEFUBAO
from assistant.storage.exporters.markdown import MARKDOWN
from assistant.storage.exporters.pack import PACK
from assistant.storage.exporters.qianniu import CSV, XLSX
from assistant.storage.exporters.textexpander import TEXTEXPANDER
from assistant.storage.exporters.work import Exporter

EXPORTERS: Final[tuple[Exporter, ...]] = (
    JSONL,
    PACK,
    EXCEL,
    CSV,
    XLSX,
    KEFUBAO,
    ESPANSO,
    TEXTEXPANDER,
    HANDBOOK,
    MARKDOWN,
)
_ALIKE: Final = {".htm": ".html", ".markdown": ".md"}


def named(name: str, exporters: Sequence[Exporter] = EXPORTERS) -> Exporter:
    """The exporter of that name. Raises NotFound."""
    found = next((one for one in exporters if one.name == name), None)
    if found is None:
        raise NotFound(f"没有叫“{name}”的导出格式。", f"可以写：{_names(exporters)}。")
    return found


def meant(path: Path, exporters: Sequence[Exporter] = EXPORTERS) -> Exporter:
    """The exporter that ``path`` means by its suffix; a folder for a path without one. Raises NotFound."""
    suffix = path.suffix.lower()
    wanted = "" if path.is_dir() else _ALIKE.get(suffix, suffix)
    found = next((one for one in exporters if one.suffix == wanted), None)
    if found is None:
        raise NotFound(f"“{path.name}”看不出要哪种格式。", f"请用 --format 写明：{_names(exporters)}。")
    return found


def grouped(remarks: Iterable[Remark]) -> list[tuple[str, list[str]]]:
    """Each sentence with where it holds, the most common ones first; a remark on the whole has no place."""
    found: dict[str, list[str]] = {}
    for remark in remarks:
        places = found.setdefault(remark.what, [])
        if remark.where:
            places.append(remark.where)
    return sorted(found.items(), key=lambda item: -len(item[1]))


def _names(exporters: Sequence[Exporter]) -> str:
    return "、".join(one.name for one in exporters)
