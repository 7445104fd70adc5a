"""Phrases as a book for people: chapters by category, what is said, how and when; what handbooks are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.core.model import Attachment, Phrase, Variant
from assistant.core.packs.outward import ASKS, DAYS, FACES, FACTS, NO_FACE, plain
from assistant.storage.exporters.work import Work, live, sendable

UNFILED: Final = "未分类"
MAX_PICTURE: Final = 8 * 1024 * 1024  # bytes of one that is shown
PICTURES: Final = frozenset(("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp"))

NOT_BACK: Final = "这是给人看的手册，不能再导入。"
TOO_LARGE: Final = "图片太大，手册里只写名称。"
NO_PICTURE: Final = "图片的文件不在这台电脑上，手册里只写名称。"
OTHER_FILE: Final = "附件不是图片，手册里只写名称。"
OFF: Final = "已停用，不写进手册。"
_DIALECT: Final = "unicode"
_EXPLAINED: Final = (ASKS, DAYS, FACES, FACTS, NO_FACE)  # a book says of itself what its brackets mean
_LANGUAGES: Final = {"zh-TW": "繁体", "en": "英文"}


@dataclass(frozen=True, slots=True)
class Chapter:
    """A category and the phrases right in it, in the library's order. ``number`` counts from 1."""

    number: int
    path: tuple[str, ...]
    phrases: tuple[Phrase, ...]

    @property
    def name(self) -> str:
        """As a heading."""
        return " › ".join(sendable(part) for part in self.path)


def chapters(phrases: Sequence[Phrase]) -> list[Chapter]:
    """All of them, a category and those within it together, in the order in which they are first met."""
    found: dict[tuple[str, ...], list[Phrase]] = {}
    for phrase in phrases:
        if live(phrase):
            found.setdefault(phrase.category or (UNFILED,), []).append(phrase)
    met: dict[tuple[str, ...], int] = {}
    for path in found:
        for length in range(1, len(path) + 1):
            met.setdefault(path[:length], len(met))
    order = sorted(found, key=lambda path: [met[path[:length]] for length in range(1, len(path) + 1)])
    return [Chapter(number, path, tuple(found[path])) for number, path in enumerate(order, 1)]


def text_of(variant: Variant, work: Work) -> str:
    """What is said, the names of facts in 【】."""
    return sendable(plain(work.cutter.cut(variant.text), work.cutter.emoticons, _DIALECT)[0])


def tone_of(variant: Variant, number: int, count: int) -> str:
    """What stands over a wording; nothing over the only one."""
    parts = [variant.tone, _LANGUAGES.get(variant.language, "" if variant.language == "zh-CN" else variant.language)]
    told = "，".join(filter(None, parts))
    return sendable(told or (f"写法 {number + 1}" if count > 1 else ""))


def facts_of(phrase: Phrase) -> list[str]:
    """What a newcomer should know besides."""
    told = []
    if phrase.tags:
        told.append("标签：" + "、".join(phrase.tags))
    if phrase.roles:
        told.append("岗位：" + "、".join(phrase.roles))
    if phrase.valid_from or phrase.valid_until:
        first = phrase.valid_from.isoformat() if phrase.valid_from else ""
        last = phrase.valid_until.isoformat() if phrase.valid_until else ""
        told.append(
            f"有效期：{first} 至 {last}" if first and last else f"有效期：{first} 起" if first else f"有效期：到 {last}"
        )
    return [sendable(fact) for fact in told]


def picture_of(attachment: Attachment, work: Work) -> bytes | None:
    """The content of a picture that can be shown."""
    data = work.picture(attachment) if attachment.kind in PICTURES else None
    return data if data and len(data) <= MAX_PICTURE else None


def told(phrase: Phrase, work: Work, *, pictures: bool) -> Iterator[str]:
    """What a book says of ``phrase`` in another way. ``pictures``: whether it shows them."""
    if not live(phrase):
        yield OFF
        return
    for variant in phrase.variants:
        _, lost = plain(work.cutter.cut(variant.text), work.cutter.emoticons, _DIALECT)
        yield from (one for one in lost if one not in _EXPLAINED)
    for attachment in phrase.attachments:
        if attachment.kind not in PICTURES:
            yield OTHER_FILE
        elif pictures:
            data = work.picture(attachment)
            if data is None:
                yield NO_PICTURE
            elif len(data) > MAX_PICTURE:
                yield TOO_LARGE
