"""What an exporter works with besides the phrases, and what it tells of them before it writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from assistant.core.errors import DataProblem
from assistant.core.model import Attachment, Phrase, PriorUse
from assistant.core.packs.foreign import Remark
from assistant.core.packs.outward import Cutter
from assistant.core.packs.progress import Progress, Stopped
from assistant.storage import atomic

_STEP = 64  # phrases between two reports of how far it is


def _none(_: Attachment) -> bytes | None:
    return None


def _on(_: float) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Work:
    """The means of one export.

    ``picture`` gives the content of an attachment, None when it is not here. ``progress`` is told the share that is
    done and says whether to go on. ``title`` heads books and names packages, ``prefix`` stands before codes that are
    typed anywhere, ``today`` is written into books.
    """

    cutter: Cutter
    picture: Callable[[Attachment], bytes | None] = _none
    usage: Mapping[str, PriorUse] = field(default_factory=dict)
    title: str = "小二快答话术"
    prefix: str = ":"
    today: date | None = None
    progress: Progress = _on

    def each(self, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
        """The phrases one after another. Raises Stopped."""
        whole = max(len(phrases), 1)
        for number, phrase in enumerate(phrases):
            if number % _STEP == 0 and not self.progress(number / whole):
                raise Stopped
            yield phrase
        if not self.progress(1.0):
            raise Stopped


class Exporter(Protocol):
    """One format. ``suffix`` is that of its files, "" when it writes a folder; ``about`` is a sentence for the user."""

    @property
    def name(self) -> str:
        """What the command line calls it."""

    @property
    def label(self) -> str:
        """What people call it."""

    @property
    def about(self) -> str:
        """What it is good for."""

    @property
    def suffix(self) -> str:
        """With its dot, lower case; "" for a folder."""

    def losses(self, phrases: Sequence[Phrase], work: Work) -> tuple[Remark, ...]:
        """What the format can't hold, told before anything is written. Raises Stopped."""

    def write(self, phrases: Sequence[Phrase], path: Path, work: Work) -> None:
        """Write ``path``, in one step; what was there is replaced. Raises DataProblem and Stopped."""


PARTS: Mapping[str, tuple[str, Callable[[Phrase], object]]] = {
    "code": ("编码没有地方写。", lambda phrase: phrase.code),
    "category": ("分类没有地方写。", lambda phrase: phrase.category),
    "tags": ("标签没有地方写。", lambda phrase: phrase.tags),
    "roles": ("岗位没有地方写。", lambda phrase: phrase.roles),
    "note": ("备注没有地方写。", lambda phrase: phrase.note),
    "days": ("有效期没有地方写。", lambda phrase: phrase.valid_from or phrase.valid_until),
    "attachments": ("图片和附件没有地方放。", lambda phrase: phrase.attachments),
    "hotkey": ("快捷键没有地方写。", lambda phrase: phrase.hotkey),
    "send": ("发送方式没有地方写。", lambda phrase: phrase.send),
    "wordings": ("只写第一种写法，其他写法没有地方写。", lambda phrase: len(phrase.variants) > 1),
    "tones": (
        "语气和语言没有地方写。",
        lambda phrase: any(one.tone or one.language != "zh-CN" or one.script for one in phrase.variants),
    ),
}
OFF = "已停用，不导出。"


def lost(phrase: Phrase, holds: Iterable[str]) -> Iterator[str]:
    """Sentences about the parts of ``phrase`` that are not among those a format ``holds``."""
    for name, (sentence, has) in PARTS.items():
        if name not in holds and has(phrase):
            yield sentence


def where(phrase: Phrase) -> str:
    """How a report names a phrase."""
    return " ".join(filter(None, (phrase.code, phrase.title)))


def remarks(phrases: Sequence[Phrase], work: Work, told: Callable[[Phrase], Iterable[str]]) -> tuple[Remark, ...]:
    """One remark for each different sentence about each phrase."""
    return tuple(Remark(where(phrase), what) for phrase in work.each(phrases) for what in dict.fromkeys(told(phrase)))


def put(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file whole or not at all. Raises DataProblem."""
    try:
        atomic.write(path, data, keep_previous=False)
    except DataProblem as problem:
        raise DataProblem(f"文件 {path.name} 写不进去。", "请检查路径、权限和磁盘空间。") from problem


def live(phrase: Phrase) -> bool:
    """Whether it may be sent: switched-off ones have no business in another program."""
    return not phrase.disabled


def joined(category: Sequence[str], most: int, glue: str = "=>") -> tuple[str, ...]:
    """A category in at most ``most`` levels, the deepest joined as 千牛 add-ons do; missing ones are empty."""
    if len(category) > most:
        category = (*category[: most - 1], glue.join(category[most - 1 :]))
    return (*category, *("",) * (most - len(category)))


def sendable(text: str) -> str:
    """``text`` without halves of surrogate pairs, which no encoding can write."""
    return text.encode("utf-8", "replace").decode()
