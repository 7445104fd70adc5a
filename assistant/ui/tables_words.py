"""What the window of the tables calls things."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from assistant.core.tables.check import Flaw, Problem
from assistant.core.tables.table import Kind, Table

tr = QCoreApplication.translate


def kinds() -> Mapping[Kind, tuple[str, str]]:
    """Of a column: what it is called, and what its cells may say."""
    return {
        Kind.ANSWER: (tr("TablesWords", "结果"), tr("TablesWords", "查到以后填进话术的内容，随便写什么。")),
        Kind.TEXT: (
            tr("TablesWords", "条件：文字"),
            tr("TablesWords", "文字要一样才算。一格可以写几个，用顿号隔开；写“其他”就是其余的全部。"),
        ),
        Kind.RANGE: (
            tr("TablesWords", "条件：数字范围"),
            tr("TablesWords", "例如 155-160、70以上、3kg以内、<50。单位写在列名里，像 体重(kg)，买家说斤也能换算。"),
        ),
        Kind.REGION: (
            tr("TablesWords", "条件：地区"),
            tr("TablesWords", "例如 浙江、江浙沪、浙江省杭州市、全国（不含港澳台）、其他。写到市的比写到省的优先。"),
        ),
        Kind.AMOUNT: (
            tr("TablesWords", "条件：满多少"),
            tr("TablesWords", "例如 满99、199、399。按达到的最高一档。"),
        ),
    }  # fmt: skip


def badge(kind: Kind) -> str:
    """The kind in one word, for the heading."""
    return {
        Kind.ANSWER: tr("TablesWords", "结果"),
        Kind.TEXT: tr("TablesWords", "文字"),
        Kind.RANGE: tr("TablesWords", "范围"),
        Kind.REGION: tr("TablesWords", "地区"),
        Kind.AMOUNT: tr("TablesWords", "满额"),
    }[kind]


def layer(name: str, *, covers: bool) -> str:
    """Where a table comes from."""
    if name == "personal":
        return tr("TablesWords", "已改成自己的") if covers else tr("TablesWords", "自己的")
    return tr("TablesWords", "团队的") if name == "team" else tr("TablesWords", "自带的示例")


def problem(found: Problem, table: Table) -> str:
    """A sentence for a problem."""
    sentences = {
        Flaw.NO_KEY: tr("TablesWords", "还没有条件列：至少要有一列用来查。"),
        Flaw.NO_ANSWER: tr("TablesWords", "还没有结果列：至少要有一列是查到的内容。"),
        Flaw.TWICE_NAMED: tr("TablesWords", "有两列叫同一个名字。"),
        Flaw.BLANK: tr("TablesWords", "这一格是空的，这一行查不到；不限就写“不限”。"),
        Flaw.UNREADABLE: tr("TablesWords", "这一格看不懂，这一行查不到。"),
        Flaw.CONTRADICTION: tr("TablesWords", "和第 {other} 行条件一样，结果却不同，会先问您。"),
        Flaw.OVERLAP: tr("TablesWords", "和第 {other} 行有重叠，重叠的部分会先问您。"),
        Flaw.DUPLICATE: tr("TablesWords", "和第 {other} 行一样，可以删掉一行。"),
        Flaw.UNIT: tr("TablesWords", "没有写单位，请写成 体重(kg) 或 体重(斤)。"),
        Flaw.GAP: tr("TablesWords", "和第 {other} 行之间有空当，落在中间的会先问您。"),
        Flaw.EMPTY_ANSWER: tr("TablesWords", "结果是空的，会先问您。"),
    }
    if found.flaw is Flaw.BLANK and found.row < 0:
        return tr("TablesWords", "这一列没有名字。")
    sentence = sentences[found.flaw].format(other=found.other + 1)
    if found.row < 0:
        named = table.columns[found.column].name if 0 <= found.column < len(table.columns) else ""
        return f"{named}：{sentence}" if named else sentence
    return tr("TablesWords", "第 {row} 行：{sentence}").format(row=found.row + 1, sentence=sentence)
