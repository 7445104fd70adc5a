"""Everything in one workbook, one row for each wording; reading it again gives the same phrases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assistant.core.model import Phrase, Variant
from assistant.core.packs.foreign import Remark
from assistant.storage.exporters import rows
from assistant.storage.exporters.work import Work, put, remarks, sendable

SHEET: Final = "话术"
COLUMNS: Final = (
    ("编码", 12),
    ("标题", 26),
    ("分类", 26),
    ("正文", 80),
    ("语气", 10),
    ("语言", 10),
    ("标签", 20),
    ("岗位", 14),
    ("备注", 30),
    ("有效期从", 12),
    ("有效期至", 12),
    ("快捷键", 14),
    ("发送方式", 10),
    ("附件", 24),
    ("停用", 8),
    ("编号", 34),
)
LEVELS: Final = " › "
ITEMS: Final = "、"
YES: Final = "是"
_WIDTHS: Final = tuple(width for _, width in COLUMNS)

FILES: Final = "只写附件的名称，图片和文件本身不在里面。"
BLANKS: Final = "正文开头和结尾的空白会丢掉。"
NAMES: Final = "分类、标签或岗位的名称里有“›”或“、”，再导入时会被拆开。"
HIDDEN: Final = "跟随原话更新的关系等内部信息没有地方写。"


@dataclass(frozen=True, slots=True)
class Excel:
    """The workbook."""

    name: str = "excel"
    label: str = "Excel 表格"
    about: str = "所有内容写成一张表，每种写法一行，改好以后可以再导入。"
    suffix: str = ".xlsx"

    def losses(self, phrases: Sequence[Phrase], work: Work) -> tuple[Remark, ...]:
        """See :class:`assistant.storage.exporters.work.Exporter`."""
        return remarks(phrases, work, _told)

    def write(self, phrases: Sequence[Phrase], path: Path, work: Work) -> None:
        """See :class:`assistant.storage.exporters.work.Exporter`."""
        put(path, rows.workbook(SHEET, _table(phrases, work), _WIDTHS))


def _table(phrases: Sequence[Phrase], work: Work) -> Iterator[rows.Row]:
    yield tuple(name for name, _ in COLUMNS)
    for phrase in work.each(phrases):
        for variant in phrase.variants:
            yield tuple(map(sendable, _row(phrase, variant)))


def _row(phrase: Phrase, variant: Variant) -> rows.Row:
    return (
        phrase.code,
        phrase.title,
        LEVELS.join(phrase.category),
        variant.text,
        variant.tone,
        variant.language,
        ITEMS.join(phrase.tags),
        ITEMS.join(phrase.roles),
        phrase.note,
        phrase.valid_from.isoformat() if phrase.valid_from else "",
        phrase.valid_until.isoformat() if phrase.valid_until else "",
        phrase.hotkey,
        phrase.send.value,
        ITEMS.join(attachment.name for attachment in phrase.attachments),
        YES if phrase.disabled else "",
        phrase.id,
    )


def _told(phrase: Phrase) -> Iterator[str]:
    if phrase.attachments:
        yield FILES
    if any(variant.text != variant.text.strip() for variant in phrase.variants) or phrase.note != phrase.note.strip():
        yield BLANKS
    names = (*phrase.category, *phrase.tags, *phrase.roles)
    if any(sign in name for name in names for sign in ("›", ITEMS)):
        yield NAMES
    if phrase.origin or phrase.extra or any(variant.extra or variant.script for variant in phrase.variants):
        yield HIDDEN
    if any(len(variant.text) > rows.MAX_CELL for variant in phrase.variants):
        yield rows.TOO_LONG


EXCEL: Final = Excel()
