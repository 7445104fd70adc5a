"""A phrase pack of ours, unsigned: everything, pictures included."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assistant.core.model import Attachment, Phrase
from assistant.core.packs.foreign import Remark
from assistant.core.packs.manifest import Manifest, Version
from assistant.core.packs.pack import Media, Pack, categories_of, ending_of
from assistant.storage.exporters.work import Work, remarks, sendable
from assistant.storage.packs import writing

UNSIGNED: Final = "没有签名，收到的人会看到“来源不明”；需要签名请用 xiaoer sign。"
MISSING: Final = "附件的文件不在这台电脑上，包里只有名称。"
OWN: Final = "“抄自哪条原话”不写进话术包。"


@dataclass(frozen=True, slots=True)
class PackFile:
    """The archive."""

    name: str = "xiaoer"
    label: str = "小二快答话术包"
    about: str = "把话术连同图片装进一个文件，别人用小二快答安装；分类的顺序也在里面。"
    suffix: str = writing.SUFFIX

    def losses(self, phrases: Sequence[Phrase], work: Work) -> tuple[Remark, ...]:
        """See :class:`assistant.storage.exporters.work.Exporter`."""
        return (Remark("", UNSIGNED), *remarks(phrases, work, lambda phrase: _told(phrase, work)))

    def write(self, phrases: Sequence[Phrase], path: Path, work: Work) -> None:
        """See :class:`assistant.storage.exporters.work.Exporter`."""
        taken: list[Phrase] = []
        media: dict[str, Media] = {}
        for phrase in work.each(phrases):
            taken.append(phrase)
            media |= {one.hash: found for one in phrase.attachments if (found := _media(one, work))}
        pack = Pack(_manifest(path, work), taken, categories_of(taken), attachments=media)
        writing.write(pack, path)


def _manifest(path: Path, work: Work) -> Manifest:
    """The same file keeps the same id, so that a later export is an update of it."""
    plain = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in path.stem.lower()).strip("-")[:40]
    stem = plain or hashlib.blake2s(path.stem.encode("utf-8", "replace"), digest_size=6).hexdigest()
    number = f"{work.today.year}.{work.today.month}.{work.today.day}" if work.today else "1.0.0"
    title = sendable(work.title)
    return Manifest(f"export.{stem}", title, Version.parse(number), created=work.today, updated=work.today)


def _media(attachment: Attachment, work: Work) -> Media | None:
    data = work.picture(attachment)
    if data is None or hashlib.sha256(data).hexdigest() != attachment.hash:
        return None
    return Media(attachment.hash, ending_of(attachment), len(data), lambda: work.picture(attachment) or b"")


def _told(phrase: Phrase, work: Work) -> Iterator[str]:
    if any(_media(attachment, work) is None for attachment in phrase.attachments):
        yield MISSING
    if phrase.origin:
        yield OWN


PACK: Final = PackFile()
