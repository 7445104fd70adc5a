"""The rules of the guard by name, and how strictly each holds: a team says, the agent may only be stricter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from types import MappingProxyType
from typing import Final

from assistant.core.guard.words import NOTHING, GuardWords, Word

OWN: Final = "own"  # the category of words that a shop has written down itself


class Severity(IntEnum):
    """What a finding means for the paste. A higher one is stricter."""

    OFF = 0
    CONFIRM = 1  # the agent may paste all the same
    BLOCK = 2

    @classmethod
    def named(cls, name: str) -> Severity | None:
        """By its name in lower case; None for one that nobody knows."""
        return {level.name.lower(): level for level in cls}.get(name)


OFF, CONFIRM, BLOCK = Severity
_ANY: Final = (OFF, CONFIRM, BLOCK)
_ALWAYS: Final = (CONFIRM, BLOCK)


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that the guard looks for. ``label`` names it on one line; ``allowed`` can be chosen."""

    name: str
    label: str
    about: str
    default: Severity = CONFIRM
    allowed: tuple[Severity, ...] = _ANY


RULES: Final = (
    Rule("empty", "空的回复", "填好以后没有可发的内容。", BLOCK, (BLOCK,)),
    Rule("unfilled", "没填好的地方", "回复里还留着 〔订单号〕、{{ }} 这样的记号。", BLOCK, (BLOCK,)),
    Rule("chat", "换了对话", "弹窗打开以后，聊天窗口换了买家。", CONFIRM, _ALWAYS),
    Rule("buyer", "别人的订单", "用到的订单不是眼前这位买家的。", CONFIRM, _ALWAYS),
    Rule("phone", "完整电话", "回复里有完整的手机号或座机号，话术本身并没有要它。"),
    Rule("address", "完整地址", "回复里有完整的收货地址，话术本身并没有要它。"),
    Rule("ad", "广告禁用语", "最、第一、国家级等广告法不允许的说法。"),
    Rule("lure", "引到平台外", "加微信、私下转账、好评返现等平台会处罚的说法。"),
    Rule("insult", "辱骂", "伤人的话。"),
    Rule("promise", "做不到的承诺", "保证、永久、一定能到等容易引起投诉的说法。"),
    Rule("refuse", "生硬的话", "听起来像拒绝或责备，没有给出下一步。"),
    Rule(OWN, "自己的敏感词", "下面自己添加的词语。"),
    Rule("length", "太长", "超过聊天程序一条消息的字数。"),
    Rule("faces", "表情太多", "超过聊天程序一条消息的表情个数。"),
    Rule("codes", "别处的表情代码", "在这个聊天程序里只会显示成文字。"),
    Rule("expired", "不在有效期", "话术过期了，或者还没到可以用的日子。"),
    Rule("repeated", "重复发送", "同样的话今天已经发给过这位买家。"),
)
BY_NAME: Final = MappingProxyType({rule.name: rule for rule in RULES})
_DEFAULTS: Final = MappingProxyType({rule.name: rule.default for rule in RULES})
CATEGORIES: Final = ("ad", "lure", "insult", "promise", "refuse", OWN)  # of words, each a rule


@dataclass(frozen=True, slots=True)
class Layer:
    """What a team or an agent has set: severities by rule, and words of their own."""

    severities: Mapping[str, Severity] = field(default_factory=dict)
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules as they hold now. ``locked`` are those that the team has set: how strict they are at least."""

    severities: Mapping[str, Severity] = field(default_factory=lambda: _DEFAULTS)
    words: GuardWords = NOTHING
    locked: Mapping[str, Severity] = field(default_factory=dict)

    def severity(self, name: str) -> Severity:
        """How strictly the rule holds."""
        return self.severities.get(name, CONFIRM)

    def choices(self, name: str) -> tuple[Severity, ...]:
        """What an agent can choose for the rule."""
        rule = BY_NAME[name]
        return tuple(level for level in rule.allowed if level >= self.locked.get(name, OFF))


def merged(team: Layer, personal: Layer, shipped: Iterable[Word] = ()) -> Rules:
    """The rules of the table with what both have set over it. Unknown rules are left aside.

    Of a word that stands in several lists the team's is used, then the agent's, then the one of the program.
    """
    locked = {name: _allowed(name, level) for name, level in team.severities.items() if name in BY_NAME}
    own = {name: _allowed(name, level) for name, level in personal.severities.items() if name in BY_NAME}
    levels = {name: max(locked.get(name, OFF), own.get(name, locked.get(name, _DEFAULTS[name]))) for name in BY_NAME}
    words = {word.text: word for word in (*shipped, *personal.words, *team.words)}
    return Rules(levels, GuardWords(tuple(words.values())), locked)


def together(layers: Iterable[Layer]) -> Layer:
    """What several say as one layer: the strictest counts, of a word in several lists the last."""
    severities: dict[str, Severity] = {}
    words: dict[str, Word] = {}
    for layer in layers:
        words |= {word.text: word for word in layer.words}
        for rule, level in layer.severities.items():
            severities[rule] = max(level, severities.get(rule, level))
    return Layer(severities, tuple(words.values()))


def _allowed(name: str, level: Severity) -> Severity:
    """The mildest one that the rule can have and that is at least as strict, else the strictest."""
    allowed: Collection[Severity] = BY_NAME[name].allowed
    return min((other for other in allowed if other >= level), default=max(allowed))
