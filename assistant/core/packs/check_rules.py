"""What the check of phrases looks for: one table of rules, and the form in which a finding is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Severity(StrEnum):
    """How much a finding matters; the names are those of SARIF."""

    ERROR = "error"  # does not work, or must not go out
    WARNING = "warning"  # somebody should look at it before it spreads
    NOTE = "note"  # could be better

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return _ORDER.index(self)


_ORDER: Final = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
ERROR, WARNING, NOTE = _ORDER


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that is looked for. ``label`` names it on one line, ``about`` says what it means and what to do."""

    name: str
    label: str
    severity: Severity
    about: str


GUARD: Final = "guard-"  # and a category of the guard's words
WORDING: Final = "wording-"  # and a kind of the list of wordings

RULES: Final = (
    Rule("template", "模板有误", ERROR, "模板填不出来：括号、标签或过滤器写错了。"),
    Rule("field", "没有的字段", ERROR, "模板里用了没有的字段，多半是写错了字。"),
    Rule("table", "没有的表格", ERROR, "模板要查的表格不在话术包里。请加上表格或改正名字。"),
    Rule("emoticon", "没有的表情", ERROR, "{% emo … %} 里的名字不在表情表里。"),
    Rule("dates", "有效期颠倒", ERROR, "有效期的开始在结束之后，这条话术哪天都不能用。"),
    Rule("picture", "缺少附件", ERROR, "话术带的图片或文件不在话术包里，发不出去。"),
    Rule("private-identity", "身份证号", ERROR, "正文里有完整的身份证号。请删去，需要时用字段，发送时再填。"),
    Rule("private-bank", "银行卡号", ERROR, "正文里有完整的银行卡号。请删去。"),
    Rule("private-phone", "电话号码", WARNING, "正文里有完整的电话。买家的请删去，店里的请写进设置、用字段。"),
    Rule("private-address", "详细地址", WARNING, "正文里有到门牌的地址。店里的退货地址请用 {{ 退货地址 }}。"),
    Rule("private-order", "订单或运单号", WARNING, "正文里有某一笔订单的号码。请改用 {{ 订单号 }}、{{ 快递单号 }}。"),
    Rule("private-mail", "邮箱", WARNING, "正文里有邮箱地址。"),
    Rule("private-account", "聊天账号", WARNING, "正文里有微信号、QQ 号这样的账号。"),
    Rule("expired", "已过期", WARNING, "有效期已经过了，弹窗里不再出现。请延长或删除。"),
    Rule("code-clash", "编码重复", WARNING, "几条话术编码相同，有效期又重叠，按编码只能找到一条。"),
    Rule("hotkey-clash", "快捷键重复", WARNING, "几条话术用了同一个快捷键，有效期又重叠。"),
    Rule("hotkey", "快捷键不能用", WARNING, "不是一个能单独使用的快捷键，例如缺少 Ctrl、Alt。"),
    Rule("same", "完全重复", WARNING, "和另一条话术说的一样。请合并。"),
    Rule("similar", "几乎重复", NOTE, "和另一条话术几乎一样。看看能不能合并。"),
    Rule("same-wording", "说法重复", WARNING, "同一条话术里有两种说法一模一样。"),
    Rule("too-long", "太长", WARNING, "填好后会超过聊天程序一条消息的字数。请拆成几条。"),
    Rule(
        "face-code", "写死的表情代码", WARNING, "直接写了某个聊天程序的表情代码，换个程序就成了乱码。请用 {% emo … %}。"
    ),
    Rule("face-accident", "会变成表情的字", NOTE, "这几个字在某个聊天程序里会自动变成表情。"),
    Rule("guard-ad", "广告禁用语", WARNING, "最、第一、国家级等广告法不允许的说法。"),
    Rule("guard-lure", "引到平台外", WARNING, "加微信、私下转账、好评返现等平台会处罚的说法。"),
    Rule("guard-insult", "辱骂", ERROR, "伤人的话。"),
    Rule("guard-promise", "做不到的承诺", WARNING, "保证、永久、一定能到等容易引起投诉的说法。"),
    Rule("guard-refuse", "生硬的话", WARNING, "听起来像拒绝或责备，没有给出下一步。"),
    Rule("guard-own", "自己的敏感词", WARNING, "店里自己添加的词语。"),
    Rule("wording-refuse", "生硬拒绝", NOTE, "只说不行，没有原因和下一步。"),
    Rule("wording-blame", "责怪买家", NOTE, "把责任推给买家，听起来像指责。"),
    Rule("wording-cold", "冷淡敷衍", NOTE, "太短、太随便或不耐烦，买家会觉得不被重视。"),
    Rule("wording-shift", "推卸责任", NOTE, "把事情推给快递、厂家或别的部门，没有接下来怎么办。"),
    Rule("wording-push", "催促施压", NOTE, "催买家付款、收货或改评价，容易招来投诉。"),
    Rule("wording-promise", "说得太满", NOTE, "说成一定、绝对，做不到时就成了投诉的证据。"),
)
"""Everything that is looked for, in the order of the report."""

BY_NAME: Final = MappingProxyType({rule.name: rule for rule in RULES})
_PLACES: Final = MappingProxyType({rule.name: number for number, rule in enumerate(RULES)})


@dataclass(frozen=True, slots=True)
class Remarked:
    """A finding. ``phrase`` is an id; ``variant`` the number of the wording, -1 for the phrase as a whole.

    It is about the characters of that wording from ``start`` to before ``end``; equal ones are no place in it.
    ``suggestion`` can stand there instead, "" where there is none. Neither text quotes personal data in full.
    """

    rule: str
    phrase: str
    sentence: str = field(repr=False)
    variant: int = -1
    start: int = 0
    end: int = 0
    suggestion: str = field(default="", repr=False)

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return BY_NAME[self.rule].severity

    @property
    def order(self) -> tuple[int, int, int, int]:
        """What the findings of one phrase go by: the gravest first, then from left to right."""
        return (self.severity.rank, self.variant, self.start, _PLACES[self.rule])
