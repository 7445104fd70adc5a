"""千牛 quick phrases: code, text and group, as a CSV file in GB 18030 or as a workbook.

One row a phrase, its first wording: 千牛 knows one text for a code. The limits that are warned of are the oldest ones
known; today's program may take more.
"""

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

HEADINGS: Final = ("快捷短语编码", "快捷短语", "快捷短语分组")
SHEET: Final = "默认表单"
_DIALECT: Final = "wangwang"
_CODE, _TEXT, _GROUP = 4, 430, 10  # characters
_HOLDS: Final = ("code", "category")
_WIDTHS: Final = (14, 80, 20)
_LISTED: Final = 6  # code points named in a remark
_ODD: Final = str.maketrans({"\r": "\n"})

DEEP: Final = "千牛只有一级分组，几级分类合成了一级。"
TITLE: Final = "标题没有地方写，千牛只有编码和内容。"


def row_of(phrase: Phrase, work: Work) -> tuple[str, str, str]:
    """A phrase as cells."""
    text, _ = plain(work.cutter.cut(phrase.text), work.cutter.emoticons, _DIALECT)
    return sendable(phrase.code), sendable(text).translate(_ODD), sendable(joined(phrase.category, 1)[0])


@dataclass(frozen=True, slots=True)
class Qianniu:
    """``suffix`` tells which of the two."""

    name: str
    label: str
    about: str
    suffix: str

    def losses(self, phrases: Sequence[Phrase], work: Work) -> tuple[Remark, ...]:
        """See :class:`assistant.storage.exporters.work.Exporter`."""
        return remarks(phrases, work, lambda phrase: self._told(phrase, work))

    def write(self, phrases: Sequence[Phrase], path: Path, work: Work) -> None:
        """See :class:`assistant.storage.exporters.work.Exporter`."""
        table = self._table(phrases, work)
        if self.suffix == ".csv":
            put(path, rows.csv_bytes(table, "gb18030"))
        else:
            put(path, rows.workbook(SHEET, table, _WIDTHS))

    def _table(self, phrases: Sequence[Phrase], work: Work) -> Iterator[rows.Row]:
        yield HEADINGS
        yield from (row_of(phrase, work) for phrase in work.each(phrases) if live(phrase))

    def _told(self, phrase: Phrase, work: Work) -> Iterator[str]:
        if not live(phrase):
            yield OFF
            return
        yield from lost(phrase, _HOLDS)
        text, told = plain(work.cutter.cut(phrase.text), work.cutter.emoticons, _DIALECT)
        yield from told
        if phrase.title not in ("", phrase.code) and not text.startswith(phrase.title):
            yield TITLE
        if len(phrase.category) > 1:
            yield DEEP
        yield from _too_long(phrase, text)
        if self.suffix == ".csv":
            if rows.formula(text) or rows.formula(phrase.code):
                yield rows.FORMULA
            yield from _outside(" ".join(row_of(phrase, work)))


def _too_long(phrase: Phrase, text: str) -> Iterator[str]:
    if len(phrase.code) > _CODE:
        yield f"编码超过 {_CODE} 个字，旧版千牛会截短。"
    if len(text) > _TEXT:
        yield f"内容超过 {_TEXT} 个字，旧版千牛会截短。"
    if len(joined(phrase.category, 1)[0]) > _GROUP:
        yield f"分组名超过 {_GROUP} 个字，旧版千牛会截短。"


def _outside(text: str) -> Iterator[str]:
    """What a program that reads GBK shows as a question mark."""
    odd = [sign for sign in dict.fromkeys(text) if not _in_gbk(sign)]
    if odd:
        named = "、".join(f"U+{ord(sign):04X}" for sign in odd[:_LISTED])
        more = " 等" if len(odd) > _LISTED else ""
        yield f"有 GBK 以外的字符 {named}{more}，千牛可能显示成问号。"


def _in_gbk(sign: str) -> bool:
    try:
        sign.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


CSV: Final = Qianniu("qianniu", "千牛快捷短语（CSV）", "千牛“导入短语”用的表，GBK 编码，每条一行。", ".csv")
XLSX: Final = Qianniu("qianniu-xlsx", "千牛快捷短语（Excel）", "和千牛 CSV 相同的三列，写成 Excel 表。", ".xlsx")
