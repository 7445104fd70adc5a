"""Phrases from files of other programs, one module a format. Bad entries are reported, never raised.

    source      what is read: a file, a folder or an archive, guarded
    NAME        one format each, with an object IMPORTER that knows its files and reads them

The first of :data:`IMPORTERS` that recognises a source reads it: formats with a sure mark stand before those that
take whatever looks right.
"""

from __future__ import annotations

from typing import Protocol

from assistant.core.errors import DataProblem, NotFound
from assistant.core.packs.foreign import Haul
from assistant.storage.importers import (
    alfred,
    autokey,
    beeftext,
    clippings,
    espanso,
    gboard,
    jsonl,
    kefubao,
    macos_text,
    own_table,
    qianniu,
    raycast,
    refused,
    table,
    textblaze,
    textexpander,
)
from assistant.storage.importers.source import Source


class Importer(Protocol):
    """One format. Nothing of a source is ever run."""

    @property
    def name(self) -> str:
        """The format in reports and after ``--format``, e.g. ``espanso``."""

    def recognises(self, source: Source) -> bool:
        """Whether the source is of this format. Quick: by names and :attr:`Source.head` as far as that goes."""

    def read(self, source: Source) -> Haul:
        """Everything in it. Raises DataProblem when nothing can be read at all."""


IMPORTERS: tuple[Importer, ...] = (
    refused.IMPORTER,
    gboard.IMPORTER,
    macos_text.IMPORTER,
    alfred.IMPORTER,
    clippings.IMPORTER,
    textblaze.IMPORTER,
    raycast.IMPORTER,
    espanso.IMPORTER,
    autokey.IMPORTER,
    beeftext.IMPORTER,
    textexpander.IMPORTER,
    jsonl.IMPORTER,
    own_table.IMPORTER,
    qianniu.IMPORTER,
    kefubao.IMPORTER,
    table.IMPORTER,
)


def recognise(source: Source) -> Importer:
    """Who reads ``source``. Raises DataProblem when nobody knows it."""
    for importer in IMPORTERS:
        if importer.recognises(source):
            return importer
    what = "文件夹" if source.is_folder else "文件"
    raise DataProblem(f"不认识{what} {source.name} 的格式。", "请从原来的软件导出话术，或另存为 CSV、XLSX 后再导入。")


def named(name: str) -> Importer:
    """The importer of that name. Raises NotFound."""
    for importer in IMPORTERS:
        if importer.name == name:
            return importer
    raise NotFound(f"没有叫“{name}”的导入格式。", f"可以写：{'、'.join(one.name for one in IMPORTERS)}。")
