"""Our own lines, see :mod:`assistant.storage.records`: nothing is lost but the files attached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assistant.core.model import Phrase, PriorUse
from assistant.core.packs.foreign import Remark
from assistant.storage.exporters.work import Work, put, remarks
from assistant.storage.lines import text_of
from assistant.storage.records import record_of

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
        put(path, lines(work.each(phrases), work.usage))


def lines(phrases: Iterable[Phrase], usage: Mapping[str, PriorUse]) -> Iterator[bytes]:
    """A line of UTF-8 for each phrase. Importing them gives the same phrases; whose layer they are in is left out."""
    for phrase in phrases:
        text = text_of(record_of(phrase, usage.get(phrase.id)))
        # As a character it would look like what decoding leaves of a damaged one.
        yield text.replace("\ufffd", "\\ufffd").encode() + b"\n"


JSONL: Final = Jsonl()
