"""客服宝: a workbook of two levels of categories, a title and a text. Every wording is a row of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assistant.core.model import Phrase
from assistant.core.packs.foreign import Remark
from assistant.core.packs.outward import plain
from assistant.storage.exporters import rows
from assistant.storage.exporters.work import OFF, Work, joined, live, lost, put, remarks, sendable

HEADINGS: Final = ("一级分类（必填）", "二级分类（选填）", "话术标题（选填）", "话术内容（必填）")
NO_CATEGORY: Final = "未分类"
_HOLDS: Final = ("category", "wordings")
_WIDTHS: Final = (18, 18, 26, 80)
_DIALECT: Final = "unicode"

DEEP: Final = "客服宝只有两级分类，更深的合在第二级里。"
NONE: Final = f"没有分类，客服宝必须有，写成“{NO_CATEGORY}”。"
SEVERAL: Final = "几种写法各写一行，标题相同。"


@dataclass(frozen=True, slots=True)
class Kefubao:
    """The workbook."""

    name: str = "kefubao"
    label: str = "客服宝（Excel）"
    about: str = "客服宝批量导入的表：两级分类、标题和内容，每种写法一行。"
    suffix: str = ".xlsx"

    def losses(self, phrases: Sequence[Phrase], work: Work) -> tuple[Remark, ...]:
        """See :class:`assistant.storage.exporters.work.Exporter`."""
        return remarks(phrases, work, lambda phrase: _told(phrase, work))

    def write(self, phrases: Sequence[Phrase], path: Path, work: Work) -> None:
        """See :class:`assistant.storage.exporters.work.Exporter`."""
        put(path, rows.workbook("话术", _table(phrases, work), _WIDTHS))


def _table(phrases: Sequence[Phrase], work: Work) -> Iterator[rows.Row]:
    yield HEADINGS
    for phrase in work.each(phrases):
        if live(phrase):
            first, second = joined(phrase.category or (NO_CATEGORY,), 2)
            for variant in phrase.variants:
                text, _ = plain(work.cutter.cut(variant.text), work.cutter.emoticons, _DIALECT)
                yield tuple(map(sendable, (first, second, phrase.title, text)))


def _told(phrase: Phrase, work: Work) -> Iterator[str]:
    if not live(phrase):
        yield OFF
        return
    yield from lost(phrase, _HOLDS)
    if not phrase.category:
        yield NONE
    if len(phrase.category) > 2:
        yield DEEP
    if len(phrase.variants) > 1:
        yield SEVERAL
    for variant in phrase.variants:
        text, told = plain(work.cutter.cut(variant.text), work.cutter.emoticons, _DIALECT)
        yield from told
        if len(text) > rows.MAX_CELL:
            yield rows.TOO_LONG


KEFUBAO: Final = Kefubao()
