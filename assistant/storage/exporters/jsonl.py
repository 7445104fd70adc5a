"""Our own lines, see :mod:`assistant.storage.records`: nothing is lost but the files attached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assistant.core.model import Phrase
from assistant.core.packs.foreign import Remark
from assistant.storage import atomic
from assistant.storage.exporters.work import Work, remarks
from assistant.storage.exporting import lines

FILES: Final = "只写附件的名称，图片和文件本身不在里面。"


@dataclass(frozen=True, slots=True)
class Jsonl:
    """One phrase a line."""

    name: str = "jsonl"
    label: str = "小二快答（JSONL）"
    about: str = "每行一条，什么都不丢，可以再导入；附件的文件除外。"
    suffix: str = ".jsonl"

    def losses(self, phrases: Sequence[Phrase], work: Work) -> tuple[Remark, ...]:
        """See :class:`assistant.storage.exporters.work.Exporter`."""
        return remarks(phrases, work, lambda phrase: [FILES] if phrase.attachments else [])

    def write(self, phrases: Sequence[Phrase], path: Path, work: Work) -> None:
        """See :class:`assistant.storage.exporters.work.Exporter`."""
        atomic.write(path, lines(work.each(phrases), work.usage), keep_previous=False)


JSONL: Final = Jsonl()
