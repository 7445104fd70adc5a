"""A handbook in Markdown: a heading for each category and phrase, each wording in a fence, letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assistant.core.model import Phrase
from assistant.core.packs.foreign import Remark
from assistant.storage.exporters import book
from assistant.storage.exporters.book import Chapter
from assistant.storage.exporters.work import Work, put, remarks, sendable, where

_ACTIVE: Final = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&$:=@^\"'])")
_TICKS: Final = re.compile(r"`+")
_PICTURES: Final = "图片在 Markdown 里只写名称。"


@dataclass(frozen=True, slots=True)
class Markdown:
    """The file."""

    name: str = "markdown"
    label: str = "Markdown 手册"
    about: str = "按分类排好的文字手册，适合放进知识库或 Git。"
    suffix: str = ".md"

    def losses(self, phrases: Sequence[Phrase], work: Work) -> tuple[Remark, ...]:
        """See :class:`assistant.storage.exporters.work.Exporter`."""
        return (Remark("", book.NOT_BACK), *remarks(phrases, work, lambda phrase: _told(phrase, work)))

    def write(self, phrases: Sequence[Phrase], path: Path, work: Work) -> None:
        """See :class:`assistant.storage.exporters.work.Exporter`."""
        pieces = (f"{line}\n".encode() for line in _lines(phrases, work))
        put(path, pieces)


def _told(phrase: Phrase, work: Work) -> Iterator[str]:
    yield from book.told(phrase, work, pictures=False)
    if any(one.kind in book.PICTURES for one in phrase.attachments):
        yield _PICTURES


def _lines(phrases: Sequence[Phrase], work: Work) -> Iterator[str]:
    yield f"# {inline(work.title)}"
    yield ""
    for chapter in book.chapters(list(work.each(phrases))):
        yield from _chapter(chapter, work)


def _chapter(chapter: Chapter, work: Work) -> Iterator[str]:
    yield f"## {inline(chapter.name)}"
    yield ""
    for phrase in chapter.phrases:
        yield f"### {inline(where(phrase))}"
        yield ""
        for number, variant in enumerate(phrase.variants):
            if tone := book.tone_of(variant, number, len(phrase.variants)):
                yield f"**{inline(tone)}**"
                yield ""
            yield from fenced(book.text_of(variant, work))
            yield ""
        yield from (f"- {inline(fact)}" for fact in _facts(phrase))
        if _facts(phrase):
            yield ""


def _facts(phrase: Phrase) -> list[str]:
    files = "、".join(sendable(attachment.name) for attachment in phrase.attachments)
    note = f"备注：{sendable(phrase.note)}" if phrase.note else ""
    return list(filter(None, (note, *book.facts_of(phrase), f"附件：{files}" if files else "")))


def inline(text: str) -> str:
    """``text`` in one line, none of its signs meaning anything."""
    return _ACTIVE.sub(r"\\\1", " ".join(sendable(text).split()))


def fenced(text: str) -> list[str]:
    """``text`` as it stands between two fences."""
    longest = max((len(ticks) for ticks in _TICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}text", *text.replace("\r", "\n").split("\n"), fence]


MARKDOWN: Final = Markdown()
