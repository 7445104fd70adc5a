"""What can stand at the text cursor of a template: fields, tags, filters, emoticons, by Chinese name, pinyin or path.

:meth:`Completer.at` never raises, whatever the text. What it offers, put in place, gives a template that renders.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from assistant.core.emoticons import Emoticons
from assistant.core.naming import Naming
from assistant.core.pieces import scan
from assistant.core.tables.table import Table
from assistant.core.tables.usage import lookup
from assistant.core.template import facts

_MOST = 100  # offers at once: every field
_WORD: Final = re.compile(r"[\w.]*$")
_REST: Final = re.compile(r"[\w.]*")
_TAG: Final = re.compile(r"\{%-?\s*(\w*)$")
_EMO: Final = re.compile(r"\{%-?\s*(?:emo|表情)\s+[\"'“”‘’]?([^\s\"'“”‘’%}]*)$")
_ASKS: Final = re.compile(r"\{%-?\s*(?:if|elsif|unless|case|when|assign\s+\w+\s*=|for\s+\w+\s+in)\s.*$", re.DOTALL)
_FILTER: Final = re.compile(r"\|\s*(\w*)$")
_FAR = 1_000  # characters that are looked back for the start of a tag


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to put in. A list shows ``label`` and ``detail``; ``marked`` is the part of ``text`` to select then."""

    label: str
    detail: str
    text: str
    marked: tuple[int, int] | None = None
    names: tuple[str, ...] = ()  # what else it answers to


@dataclass(frozen=True, slots=True)
class Completion:
    """Offers for the place from ``start`` to before ``end``."""

    start: int
    end: int
    offers: tuple[Offer, ...] = ()

    def apply(self, source: str, offer: Offer) -> str:
        """``source`` with ``offer`` in its place."""
        return source[: self.start] + offer.text + source[self.end :]


NOTHING: Final = Completion(0, 0)


def _offer(label: str, detail: str, text: str, mark: str = "", names: tuple[str, ...] = ()) -> Offer:
    at = text.find(mark) if mark else -1
    return Offer(label, detail, text, (at, at + len(mark)) if at >= 0 else None, names)


_TAGS: Final = (
    _offer("表情", "各家聊天软件自己的表情", "{% emo 微笑 %}", "微笑", ("emo",)),
    _offer("如果有", "有这项内容时才说", "{% if 快递单号 %}单号 {{ 快递单号 }}{% endif %}", "快递单号", ("if",)),
    _offer("如果有，否则", "两种情况两种说法", "{% if 实付 %}已付{% else %}未付{% endif %}", "实付", ("else",)),
    _offer("如果没有", "缺这项内容时才说", "{% unless 快递单号 %}还没发出{% endunless %}", "快递单号", ("unless",)),
    _offer(
        "按情况", "同一项内容的几种情况",
        '{% case 订单状态 %}{% when "待付款" %}等您付款{% else %}正在处理{% endcase %}', "订单状态", ("case", "when"),
    ),
    _offer(
        "能不能退", "按签收时间算出的退货期", "{% if 可退货 %}可退到{{ 退货截止 }}{% else %}已过退货期{% endif %}",
        "可退到{{ 退货截止 }}", ("return", "退货"),
    ),
    _offer(
        "每件商品", "订单里的商品一件一件说",
        "{% for 件 in 商品列表 %}{{ 件.标题 }} {{ 件.规格 }} ×{{ 件.数量 }}\n{% endfor %}", "", ("for", "循环"),
    ),
    _offer("备注", "只给自己看，不会发出", "{% comment %}备注{% endcomment %}", "备注", ("comment",)),
    _offer("起个名字", "算好的内容后面再用", '{% assign 日子 = 今天 | 加天: 7 %}', "日子", ("assign",)),
    _offer("原样", "里面的括号不当模板", "{% raw %}{{ }}{% endraw %}", "{{ }}", ("raw",)),
)  # fmt: skip
_FILTERS: Final = (
    _offer("日期", "写成几月几日", '日期: "%m月%d日"', "%m月%d日", ("date",)),
    _offer("加天", "几天以后", "加天: 7", "7", ("plus_days",)),
    _offer("加小时", "几小时以后", "加小时: 48", "48", ("plus_hours",)),
    _offer("加工作日", "几个工作日以后，跳过周末和节假日", "加工作日: 3", "3", ("plus_workdays",)),
    _offer("后", "一段时间以后，天、周、月、小时、工作日都行", '后: "7天"', "7天", ("after",)),
    _offer("前", "一段时间以前", '前: "1天"', "1天", ("before",)),
    _offer("还有", "还有 3 天、今天到期、已过期 2 天", "还有", "", ("left",)),
    _offer("相隔", "离另一个日期多久", "相隔: 今天", "今天", ("apart",)),
    _offer("金额", "两位小数", "金额", "", ("money",)),
    _offer("隐藏手机", "138****1234", "隐藏手机", "", ("mask_phone",)),
    _offer("隐藏姓名", "林**", "隐藏姓名", "", ("mask_name",)),
    _offer("隐藏地址", "只留省市区", "隐藏地址", "", ("mask_address",)),
    _offer("隐藏单号", "****1234", "隐藏单号", "", ("mask_order",)),
    _offer("尾号", "最后几位", "尾号: 4", "4", ("tail",)),
    _offer("查", "在表里查，写明用什么查", "查: 输入.身高, 输入.体重", "输入.身高, 输入.体重", ("lookup",)),
    _offer("识别快递", "从单号认出是哪家快递", "识别快递", "", ("courier",)),
    _offer("默认", "没有时用这个", '默认: "待定"', "待定", ("default",)),
    _offer("预填", "提问时先填好", '预填: "3"', "3", ("prefill",)),
    _offer("选项", "提问时给几个选择", '选项: "中通", "圆通"', '"中通", "圆通"', ("choices",)),
    _offer("选日期", "提问时选一个日子", "选日期", "", ("a_date",)),
    _offer("加", "加上一个数", "加: 10", "10", ("plus",)),
    _offer("减", "减去一个数", "减: 10", "10", ("minus",)),
    _offer("乘", "乘以一个数", "乘: 2", "2", ("times",)),
    _offer("除", "除以一个数", "除: 2", "2", ("divided_by",)),
    _offer("四舍五入", "取整或保留几位", "四舍五入: 1", "1", ("round",)),
)
_FIELDS: Final = tuple(
    Offer(fact.label, fact.sample or fact.path, fact.label, None, (fact.path, *fact.names)) for fact in facts.FACTS
)
_QUESTION: Final = _offer("输入", "发送前临时填写", "输入.内容", "内容", ("input", "提问"))
_LOOKUP: Final = _offer("表", "主管的表格，用“查”来查", "表.尺码 | 查: 输入.身高, 输入.体重", "尺码", ("table", "表格"))


class Completer:
    """Knows the names."""

    def __init__(self, emoticons: Emoticons, naming: Naming, tables: Callable[[], Iterable[Table]] = tuple) -> None:
        """``tables`` are the lead's, asked anew each time."""
        self.naming = naming
        self._tables = tables
        self._faces = tuple(
            Offer(name, emoticons.face(name, "unicode").code, name, None, emoticons.names_of(name))
            for name in emoticons.names
        )

    def at(self, source: str, cursor: int) -> Completion:
        """What can stand at ``cursor``, a place between characters, the best first."""
        cursor = max(0, min(cursor, len(source)))
        before = source[max(0, cursor - _FAR) : cursor]
        start = max(before.rfind("{{"), before.rfind("{%"))
        if start < 0:
            return NOTHING
        inside = before[start:]
        if inside.startswith("{{"):
            return NOTHING if "}}" in inside else self._in_field(source, cursor, inside)
        return NOTHING if "%}" in inside else self._in_tag(source, cursor, inside)

    def _in_field(self, source: str, cursor: int, inside: str) -> Completion:
        if _in_quotes(inside):
            return NOTHING
        filtering = _FILTER.search(inside)
        if filtering or "|" not in inside:
            return self._value(source, cursor, filtering, closing="}}")
        return NOTHING

    def _in_tag(self, source: str, cursor: int, inside: str) -> Completion:
        if tag := _TAG.match(inside):
            return self._tag(source, cursor, (tag[1], len(inside)))
        if emo := _EMO.match(inside):
            found = self._pick(emo[1], self._faces)
            return _placed(source, (cursor - len(emo[1]), _word_end(source, cursor)), found, "%}")
        if not _ASKS.match(inside) or _in_quotes(inside):
            return NOTHING
        return self._value(source, cursor, _FILTER.search(inside), closing="")

    def _value(self, source: str, cursor: int, filtering: re.Match[str] | None, closing: str) -> Completion:
        word = _WORD.search(source[:cursor])
        typed = filtering[1] if filtering else word[0] if word else ""
        offers = self._pick(
            typed, _FILTERS if filtering else (*_FIELDS, *(self._lookups() if closing else ()), _QUESTION)
        )
        return _placed(source, (cursor - len(typed), _word_end(source, cursor)), offers, closing)

    def _lookups(self) -> Iterable[Offer]:
        """Looks into the tables; into one that is not there yet where there are none."""
        return tuple(map(_of_table, self._tables())) or (_LOOKUP,)

    def _tag(self, source: str, cursor: int, given: tuple[str, int]) -> Completion:
        typed, length = given
        start = cursor - length
        rest = source[cursor:]
        closed = re.match(r"\w*\s*-?%\}", rest)
        blocks = scan(source[:start]).blocks
        ends = [_offer(f"结束“{blocks[-1][0]}”", "", f"{{% end{blocks[-1][0]} %}}", "", ("end",))] if blocks else []
        offers = self._pick(typed, (*ends, *_TAGS))
        return Completion(start, cursor + (closed.end() if closed else 0), tuple(offers))

    def _pick(self, typed: str, offers: tuple[Offer, ...]) -> list[Offer]:
        return self.naming.best(typed, offers, lambda offer: (offer.label, *offer.names))[:_MOST]


def _of_table(table: Table) -> Offer:
    """A look into a table, with its keys."""
    keys = "、".join(key.name for key in table.keys)
    return Offer(f"表.{table.name}", keys, lookup(table), None, (f"table.{table.name}", table.name))


def _word_end(source: str, cursor: int) -> int:
    rest = _REST.match(source, cursor)
    return rest.end() if rest else cursor


def _in_quotes(inside: str) -> bool:
    return inside.count('"') % 2 == 1 or inside.count("'") % 2 == 1


def _placed(source: str, place: tuple[int, int], offers: list[Offer], closing: str) -> Completion:
    """With blanks around, and the closing bracket where nothing closes it yet."""
    start, end = place
    before = " " if source[:start].endswith(("{", "|")) else ""
    closed = not closing or re.match(r"\s*(-?[%}]\}|\||[^\n{]*?-?[%}]\})", source[end:])
    after = "" if closed else f" {closing}"
    return Completion(start, end, tuple(_wrapped(offer, before, after) for offer in offers))


def _wrapped(offer: Offer, before: str, after: str) -> Offer:
    shift = len(before)
    marked = (offer.marked[0] + shift, offer.marked[1] + shift) if offer.marked else None
    return Offer(offer.label, offer.detail, before + offer.text + after, marked, offer.names)
