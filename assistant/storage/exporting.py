"""Writing the library as a file that others can import: one phrase a line, see :mod:`assistant.storage.records`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from assistant.core.errors import DataProblem
from assistant.core.model import Phrase, PriorUse
from assistant.storage import atomic
from assistant.storage.lines import text_of
from assistant.storage.records import record_of
from assistant.storage.view import View


def export_file(library: View, path: Path, *, own: bool = False) -> str:
    """Write what ``library`` shows to ``path``, in its order; with ``own`` only the agent's own phrases.

    What the file held before is gone, unless the writing fails. Categories without phrases, the trash and the files
    attached are not in it. The sentence tells how many there are. Raises DataProblem.
    """
    phrases = [phrase for phrase in library.phrases if phrase.layer == "personal" or not own]
    if not phrases:
        raise DataProblem("没有可以导出的话术。", "请先新增或导入话术。")
    try:
        atomic.write(path, lines(phrases, library.usage), keep_previous=False)
    except DataProblem as problem:
        raise DataProblem(f"文件 {path.name} 写不进去。", "请检查路径、权限和磁盘空间。") from problem
    return f"已导出 {len(phrases)} 条话术到 {path.name}。"


def lines(phrases: Iterable[Phrase], usage: Mapping[str, PriorUse]) -> Iterator[bytes]:
    """A line of UTF-8 for each phrase. Importing them gives the same phrases; whose layer they are in is left out."""
    for phrase in phrases:
        text = text_of(record_of(phrase, usage.get(phrase.id)))
        # As a character it would look like what decoding leaves of a damaged one.
        yield text.replace("\ufffd", "\\ufffd").encode() + b"\n"
