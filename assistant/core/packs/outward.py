"""A template of ours cut into what other programs may be able to say: words, facts, questions, dates, emoticons.

What no other program can do is put into words that a person can finish: of a condition the first branch stays, of a
loop the name of the list. Everything that was lost is told, in sentences without any of the phrase's text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from liquid.ast import BlockNode, Node
from liquid.builtin.content import ContentNode
from liquid.builtin.expressions import FilteredExpression, Path, StringLiteral
from liquid.builtin.expressions.primitive import Literal
from liquid.builtin.output import OutputNode
from liquid.builtin.tags.assign_tag import AssignNode
from liquid.builtin.tags.capture_tag import CaptureNode
from liquid.builtin.tags.case_tag import CaseNode
from liquid.builtin.tags.for_tag import ForNode
from liquid.builtin.tags.if_tag import IfNode
from liquid.builtin.tags.unless_tag import UnlessNode
from liquid.exceptions import LiquidError
from liquid.expression import Expression

from assistant.core.emoticons import UNSAFE_AFTER, Emoticons
from assistant.core.errors import TemplateProblem
from assistant.core.template import facts, spans
from assistant.core.template.grammar import EmoNode, Grammar
from assistant.core.template.proofread import outline

_DAY: Final = 86_400  # s
_NOWS: Final = {
    "now": "%-m月%-d日",
    "now.date": "%-m月%-d日",
    "now.time": "%H:%M",
    "now.weekday": "%a",
}  # paths that are the time itself, and how they show it
_WORDS: Final = {"now": 0, "现在": 0, "此刻": 0, "today": 0, "昨天": -1, "今天": 0, "明天": 1, "后天": 2}  # days
_ENGLISH: Final = {
    "日期": "date", "加天": "plus_days", "加小时": "plus_hours", "后": "after", "前": "before",
    "选项": "choices", "选日期": "a_date", "预填": "prefill", "默认": "default", "查": "lookup",
}  # fmt: skip
_DEEPEST: Final = 20  # variables made of variables
_MOST: Final = 2_000  # parts of one template
_FAILURES: Final = (LiquidError, TypeError, ValueError, LookupError, AttributeError, RecursionError)

BROKEN: Final = "模板有误，按原样写出。"
BRANCHES: Final = "条件写不出来，只保留第一种情况的文字。"
LOOPS: Final = "循环写不出来，只保留列表的名称。"
FILTERED: Final = "对字段的处理（例如隐藏、计算、查表）写不出来，只保留字段的名称。"


@dataclass(frozen=True, slots=True)
class Words:
    """What is said as it stands."""

    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that only we can know of the buyer, the order or the shop."""

    path: str
    label: str


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to the agent. ``kind`` is text, choice or date."""

    name: str
    kind: str = "text"
    choices: tuple[str, ...] = ()
    default: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """The present moment, or one ``seconds`` later, by our ``%`` codes (:mod:`assistant.core.template.dates`)."""

    pattern: str
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Smile:
    """An emoticon by its name."""

    name: str


Part = Words | Fact | Ask | Day | Smile


@dataclass(frozen=True, slots=True)
class Cut:
    """A template in parts. ``remarks`` are sentences about what is lost already, each once."""

    parts: tuple[Part, ...]
    remarks: tuple[str, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether it is nothing but words."""
        return all(isinstance(part, Words) for part in self.parts)


class Cutter:
    """Cuts templates. ``constants`` are what the shop has set, by path: they are written as words."""

    def __init__(self, emoticons: Emoticons, constants: Mapping[str, str] | None = None) -> None:
        self.emoticons = emoticons
        self._constants = constants or {}
        self._grammar = Grammar(emoticons)

    def cut(self, source: str) -> Cut:
        """Cut ``source``. Never raises: what is no template stays as it is, and that is told."""
        if "{{" not in source and "{%" not in source:
            return Cut((Words(source),) if source else ())
        text = source.replace("\r\n", "\n").replace("\r", "\n")
        try:
            outline(text)
            template = self._grammar.from_string(text)
            work = _Work(self._constants)
            work.nodes(template.nodes)
        except (TemplateProblem, *_FAILURES):
            return Cut((Words(source),), (BROKEN,))
        return Cut(tuple(_joined(work.parts)), tuple(work.remarks))


@dataclass(slots=True)
class _Work:
    constants: Mapping[str, str]
    parts: list[Part] = field(default_factory=list)
    remarks: dict[str, None] = field(default_factory=dict)
    variables: dict[str, tuple[Part, ...]] = field(default_factory=dict)
    depth: int = 0

    def nodes(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            if len(self.parts) > _MOST:
                raise ValueError("too many parts")
            self.node(node)

    def node(self, node: Node) -> None:
        if isinstance(node, ContentNode):
            self.parts.append(Words(node.text))
        elif isinstance(node, OutputNode):
            self.parts += self.value(node.expression)
        elif isinstance(node, EmoNode):
            self.parts.append(Smile(node.face_name))
        elif isinstance(node, AssignNode):
            self.variables[str(node.name)] = tuple(self.value(node.expression))
        elif isinstance(node, CaptureNode):
            self.variables[str(node.name)] = self.aside(node.block)
        elif isinstance(node, ForNode):
            self.remarks[LOOPS] = None
            self.parts.append(Words(f"【{_list_name(node)}】"))
        else:
            self.choice(node)

    def choice(self, node: Node) -> None:
        """The first branch of what decides; nothing of what is a remark."""
        block: object = None
        if isinstance(node, IfNode | UnlessNode):
            block = node.consequence
        elif isinstance(node, CaseNode):
            first = next(iter(node.blocks), None)
            block = getattr(first, "block", first)
        if isinstance(block, BlockNode):
            self.remarks[BRANCHES] = None
            if not block.blank:
                self.nodes(block.nodes)

    def aside(self, block: BlockNode) -> tuple[Part, ...]:
        before, self.parts = self.parts, []
        try:
            self.nodes(block.nodes)
            return tuple(self.parts)
        finally:
            self.parts = before

    def value(self, expression: Expression) -> list[Part]:
        """What ``{{ … }}`` shows."""
        if not isinstance(expression, FilteredExpression):
            self.remarks[FILTERED] = None
            return [Words("【…】")]
        filters = [(_ENGLISH.get(one.name, one.name), _arguments(one.args)) for one in expression.filters or ()]
        left = expression.left
        if isinstance(left, Path):
            return self.of_path(left, filters)
        if isinstance(left, Literal):
            return self.of_literal(left, filters)
        self.remarks[FILTERED] = None
        return [Words("【…】")]

    def of_literal(self, literal: Literal[object], filters: list[tuple[str, tuple[str, ...]]]) -> list[Part]:
        text = str(literal.value)
        if isinstance(literal, StringLiteral) and text in _WORDS and filters:
            day = _day(_NOWS["now"], _WORDS[text] * _DAY, filters)
            if day:
                return [day]
        if filters:
            self.remarks[FILTERED] = None
        return [Words(text)]

    def of_path(self, path: Path, filters: list[tuple[str, tuple[str, ...]]]) -> list[Part]:
        names = [str(part) for part in path.path]
        if names[0] in self.variables and len(names) == 1:
            if filters:
                self.remarks[FILTERED] = None
            return list(self.variables[names[0]])
        name = ".".join(names)
        known = facts.canonical(name) or name
        if known.startswith(facts.INPUT):
            return [self.question(known.removeprefix(facts.INPUT), filters)]
        if known in _NOWS:
            day = _day(_NOWS[known], 0, filters)
            if day:
                return [day]
        return [self.fact(known, filters)]

    def fact(self, path: str, filters: list[tuple[str, tuple[str, ...]]]) -> Part:
        known = facts.BY_PATH.get(path)
        constant = self.constants.get(path) or (known.fallback if known else "")
        if constant and not filters:
            return Words(constant)
        if any(name not in ("default", "prefill", "choices", "a_date") for name, _ in filters):
            self.remarks[FILTERED] = None
        return Fact(path, facts.field(path).label)

    def question(self, name: str, filters: list[tuple[str, tuple[str, ...]]]) -> Ask:
        kind, default = "text", ""
        choices: tuple[str, ...] = ()
        for used, arguments in filters:
            if used == "choices":
                kind, choices = "choice", arguments
            elif used == "a_date":
                kind = "date"
            elif used == "prefill" and arguments:
                default = arguments[0]
            elif used != "default":
                self.remarks[FILTERED] = None
        return Ask(name, kind, choices, default)


def _arguments(given: Iterable[object]) -> tuple[str, ...]:
    """The literal arguments of a filter. Raises ValueError for any other."""
    values = []
    for one in given:
        value = getattr(one, "value", None)
        values.append(str(value.value) if isinstance(value, Literal) else "")
    return tuple(values)


def _day(pattern: str, seconds: int, filters: Iterable[tuple[str, tuple[str, ...]]]) -> Day | None:
    """The moment after ``filters``; None when one of them does what others can't."""
    for name, arguments in filters:
        first = arguments[0] if arguments else ""
        if name == "date":
            pattern = first or _NOWS["now"]
            continue
        step = _step(name, first)
        if step is None:
            return None
        seconds, pattern = seconds + step, _NOWS["now"]
    return Day(pattern, seconds)


def _step(name: str, argument: str) -> int | None:
    """By how many seconds a filter moves a date."""
    if name in ("plus_days", "plus_hours"):
        try:
            return int(argument) * (_DAY if name == "plus_days" else 3600)
        except ValueError:
            return None
    span = spans.read(argument) if name in ("after", "before") else None
    if span is None or span.months or span.workdays:
        return None
    length = span.days * _DAY + span.minutes * 60
    return length if name == "after" else -length


def _list_name(node: ForNode) -> str:
    iterable = node.expression.iterable
    if isinstance(iterable, Path):
        known = facts.canonical(".".join(str(part) for part in iterable.path))
        if known:
            return facts.field(known).label
    return "列表"


def _joined(parts: Iterable[Part]) -> Iterable[Part]:
    """Neighbouring words are one."""
    said: list[str] = []
    for part in parts:
        if isinstance(part, Words):
            said.append(part.text)
            continue
        if text := "".join(said):
            yield Words(text)
        said.clear()
        yield part
    if text := "".join(said):
        yield Words(text)


FACTS: Final = "买家和订单的字段写成了【】里的名称，发送前要自己填。"
ASKS: Final = "要临时填写的内容写成了【】里的名称，发送前要自己填。"
DAYS: Final = "随当天变化的日期写成了【】里的名称，发送前要自己填。"
FACES: Final = "表情写成了对方程序能显示的字符。"
NO_FACE: Final = "有的表情对方程序没有，去掉了。"


def plain(cut: Cut, emoticons: Emoticons, dialect: str) -> tuple[str, tuple[str, ...]]:
    """As a text for a program without macros, names in 【】, and what is lost besides."""
    remarks = dict.fromkeys(cut.remarks)
    said = ""
    touchy = False
    for part in cut.parts:
        if isinstance(part, Smile):
            text, touch, told = drawn(part, emoticons, dialect)
            remarks[told] = None
        else:
            text, touch = (part.text, False) if isinstance(part, Words) else (f"【{shown(part)}】", False)
            if told := _TOLD.get(type(part), ""):
                remarks[told] = None
        if touchy and text and text[0] in UNSAFE_AFTER:
            said += " "
        said += text
        touchy = touch if text else touchy
    return said, tuple(remarks)


_TOLD: Final[dict[type, str]] = {Fact: FACTS, Ask: ASKS, Day: DAYS}


def drawn(smile: Smile, emoticons: Emoticons, dialect: str) -> tuple[str, bool, str]:
    """An emoticon's code in ``dialect``, whether it must be kept apart from what follows, and what to say about it."""
    face = emoticons.face(smile.name, dialect) if smile.name in emoticons else None
    return (face.code, face.touchy, FACES) if face and face.code else ("", False, NO_FACE)


def shown(part: Fact | Ask | Day) -> str:
    """What stands for a part between brackets."""
    if isinstance(part, Fact):
        return part.label
    if isinstance(part, Ask):
        return part.name
    days = round(part.seconds / _DAY)
    name = {"%H:%M": "现在时间", "%a": "星期几"}.get(part.pattern, "今天的日期")
    if not part.seconds:
        return name
    return f"{days}天后的日期" if days >= 0 else f"{-days}天前的日期"


def mapped(cut: Cut, say: Callable[[Part], str]) -> str:
    """The parts one after another, each as ``say`` has it."""
    return "".join(map(say, cut.parts))
