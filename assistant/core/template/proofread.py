"""Reads a template before it is ever filled, and says in Chinese what is wrong and in which line.

:func:`outline` looks at the plain source: brackets, blocks, sizes. What passes can be parsed in bounded time.
:func:`proofread` walks the parsed template: names of fields, filters and emoticons. It also puts the canonical path in
place of every name of a field, and takes the edge off three constructs: ranges get an upper end, comparing a missing
fact with ``blank`` holds, and a loop goes through the lines of an order and asks for what it should go through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from liquid import BoundTemplate, RenderContext, Undefined
from liquid.ast import Node
from liquid.builtin.expressions import FilteredExpression, Identifier, LoopExpression, Path, StringLiteral
from liquid.builtin.expressions.logical import EqExpression, NeExpression
from liquid.builtin.expressions.primitive import Blank, Empty, RangeLiteral
from liquid.builtin.tags.for_tag import ForNode
from liquid.expression import Expression
from liquid.token import Token

from assistant.core.emoticons import Emoticons
from assistant.core.errors import TemplateProblem
from assistant.core.orders.goods import Goods
from assistant.core.template import facts, filters
from assistant.core.template.grammar import BLOCKS, TAG_NAMES, EmoNode
from assistant.core.template.values import Fault, Missing, Pending, Undecided, number

MAX_SOURCE = 20_000  # characters of a template
MAX_TAG = 1_000  # characters between {{ and }}, {% and %}
_MAX_RANGE = 1_000  # the ends of (1..n)
_MANY = 20  # problems that are enough
_SHOWN = 20  # characters of a wrong name in a message
_TABLE = "表格"

_OPENING: Final = re.compile(r"\{\{|\{%-?\s{0,20}(#|\w{0,40})")
_WIDE: Final = re.compile(r"\s{50}")
_RAW: Final = re.compile(r"\{%-?\s*raw\s*-?%\}")
_END_RAW: Final = re.compile(r"\{%-?\s{0,20}endraw\s{0,20}-?%\}")


def line_of(source: str, index: int) -> int:
    """The line, from 1, of a position in ``source``; 0 for no position."""
    return source.count("\n", 0, index) + 1 if index >= 0 else 0


def outline(source: str) -> None:
    """Check brackets, blocks and sizes. Raises TemplateProblem."""
    if len(source) > MAX_SOURCE:
        raise TemplateProblem(f"模板超过 {MAX_SOURCE} 字", next_step="请拆成几条话术。")
    blocks: list[tuple[str, int]] = []
    position = 0
    while opening := _OPENING.search(source, position):
        line = line_of(source, opening.start())
        position = _closing(source, opening, line)
        if opening[1] is None:
            continue
        tag = source[opening.start() : position]
        if _RAW.fullmatch(tag):
            position = _after_raw(source, position, line)
        elif not (blocks and blocks[-1][0] == "comment") or opening[1] == "endcomment":
            _nest(blocks, opening, line)
    if blocks:
        name, start = blocks[-1]
        missing = TemplateProblem(f"“{name}”没有结束，缺少 {{% end{name} %}}", line_of(source, start))
        raise missing.at(start, source.index("%}", start) + 2)


def _closing(source: str, opening: re.Match[str], line: int) -> int:
    """Where the tag ends."""
    brackets = ("{{", "}}") if opening[1] is None else ("{%", "%}")
    end = source.find(brackets[1], opening.start() + 2, opening.start() + MAX_TAG)
    if end < 0:
        torn = TemplateProblem(f"“{brackets[0]}”没有对应的“{brackets[1]}”，或中间超过 {MAX_TAG} 字", line)
        raise torn.at(opening.start(), _end_of_line(source, opening.end()))
    inside = source[opening.start() + 2 : end]
    if _WIDE.search(inside) or not inside.strip("- \t\n"):
        raise TemplateProblem(f"“{brackets[0]}”和“{brackets[1]}”之间是空的或空白太多", line).at(
            opening.start(), end + 2
        )
    return end + 2


def _end_of_line(source: str, position: int) -> int:
    end = source.find("\n", position)
    return end if end >= 0 else len(source)


def _after_raw(source: str, position: int, line: int) -> int:
    end = _END_RAW.search(source, position)
    if not end:
        raise TemplateProblem("“raw”没有结束，缺少 {% endraw %}", line)
    return end.end()


def _nest(blocks: list[tuple[str, int]], opening: re.Match[str], line: int) -> None:
    name = opening[1]
    if name not in TAG_NAMES:
        reason, near = _unknown("标签", name, TAG_NAMES) if name else ("“{%”后面缺少标签名", None)
        raise TemplateProblem(reason, line).at(*(opening.span(1) if name else opening.span()), near)
    if name in BLOCKS:
        blocks.append((name, opening.start()))
    elif name.startswith("end"):
        if not blocks or f"end{blocks[-1][0]}" != name:
            raise TemplateProblem(f"“{name}”没有对应的开头", line).at(opening.start(), opening.end())
        blocks.pop()


def _unknown(kind: str, name: str, known: Iterable[str]) -> tuple[str, str | None]:
    near = facts.nearest(name[:_SHOWN], known)
    return f"没有“{name[:_SHOWN]}”这个{kind}" + (f"，最接近的是“{near}”" if near else ""), near


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found: every problem, and the canonical paths of the fields in order of first use."""

    problems: tuple[TemplateProblem, ...]
    fields: tuple[str, ...]


def proofread(template: BoundTemplate, source: str, emoticons: Emoticons) -> Findings:
    """Walk the parsed template, once, right after parsing: it changes the template as described above."""
    reader = _Reader(source, emoticons, RenderContext(template))
    for node in template.nodes:
        reader.node(node)
    return Findings(tuple(reader.problems), tuple(reader.fields))


def unknown_tables(source: str, fields: Iterable[str], known: Iterable[str]) -> list[TemplateProblem]:
    """What is wrong with the names of tables among the paths of the fields that ``source`` uses."""
    names = tuple(known)
    wrong = [path.removeprefix(facts.TABLE) for path in fields if path.startswith(facts.TABLE)]
    found = []
    for name in (name for name in wrong if name not in names):
        reason, near = _unknown(_TABLE, name, names)
        place = re.search(rf"(?:表|table)\s*(?:\.\s*|\[\s*[\"'])({re.escape(name)})", source)
        start = place.start(1) if place else -1
        problem = TemplateProblem(reason, line_of(source, start))
        problem.unknown = _TABLE
        found.append(problem.at(start, start + len(name), near) if place else problem)
    return found


class _Reader:
    def __init__(self, source: str, emoticons: Emoticons, context: RenderContext) -> None:
        self.problems: list[TemplateProblem] = []
        self.fields: dict[str, None] = {}
        self._source = source
        self._emoticons = emoticons
        self._context = context
        self._variables: list[set[str]] = [set()]
        self._lines: list[str] = []  # the variables of loops over the lines of an order, the innermost last

    def node(self, node: Node) -> None:
        """Read a node and everything in it."""
        for expression in node.expressions():
            self._expression(expression)
        self._declare(node.template_scope(), self._variables[0])
        if isinstance(node, EmoNode) and node.face_name not in self._emoticons:
            self._note_unknown("表情", node.face_name, self._emoticons.names, node.token)
        inner: set[str] = set()
        self._declare(node.block_scope(), inner)
        self._variables.append(inner)
        lines = [node.expression.identifier] if isinstance(node, ForNode) and _over_lines(node.expression) else []
        self._lines += lines
        for child in node.children(self._context):
            self.node(child)
        del self._lines[len(self._lines) - len(lines) :]
        self._variables.pop()

    def _note(self, reason: str, name: str, token: Token, instead: str | None = None) -> None:
        problem = TemplateProblem(reason, line_of(self._source, token.start_index))
        start = self._source.find(name, max(token.start_index, 0)) if name else -1
        self.problems.append(problem.at(start, start + len(name), instead) if start >= 0 else problem)

    def _note_unknown(self, kind: str, name: str, known: Iterable[str], token: Token) -> None:
        if len(self.problems) < _MANY:  # looking for the nearest name takes time
            advice = "；要临时填写的内容请写成“input.名称”" if kind == "字段" else ""
            reason, near = _unknown(kind, name, known)
            self._note(reason + advice, name, token, near)
            self.problems[-1].unknown = kind

    def _declare(self, names: Iterable[Identifier], scope: set[str]) -> None:
        for name in names:
            if facts.reserved(name):
                self._note(f"“{name}”是字段的名字，变量请换一个名字", str(name), name.token)
            scope.add(str(name))

    def _expression(self, expression: Expression) -> None:
        for child in expression.children():
            self._expression(child)
        if isinstance(expression, Path):
            self._path(expression)
        elif isinstance(expression, FilteredExpression):
            self._filters(expression)
        elif isinstance(expression, LoopExpression):
            expression.iterable = _Iterable(expression.iterable)
        elif isinstance(expression, RangeLiteral):
            expression.start = _End(expression.start)
            expression.stop = _End(expression.stop)
        elif isinstance(expression, (EqExpression, NeExpression)):
            if _is_nothing(expression.right):
                expression.left = _OrEmpty(expression.left)
            elif _is_nothing(expression.left):
                expression.right = _OrEmpty(expression.right)

    def _filters(self, expression: FilteredExpression) -> None:
        for used in expression.filters or ():
            if used.name not in filters.NAMES:
                self._note_unknown("过滤器", used.name, filters.NAMES, used.token)

    def _path(self, path: Path) -> None:
        if any(path.path[0] in scope for scope in self._variables):
            self._of_line(path)
            return
        names = [part for part in path.path if isinstance(part, str)]
        name = ".".join(names)
        known = facts.canonical(name) if len(names) == len(path.path) else None
        if known:
            path.path = [known]
            self.fields[known] = None
            return
        self._note_unknown("字段", name, facts.NAMES, path.token)

    def _of_line(self, path: Path) -> None:
        """A name after the variable of a loop over the lines of an order."""
        if path.path[0] in self._lines and len(path.path) > 1:
            name = path.path[1]
            if isinstance(name, str) and name not in facts.LINE_NAMES:
                self._note_unknown("商品内容", name, facts.LINE_NAMES, path.token)


def _over_lines(loop: LoopExpression) -> bool:
    inner = loop.iterable.inner if isinstance(loop.iterable, _Wrapper) else loop.iterable
    return isinstance(inner, Path) and inner.path == ["items"]


def _is_nothing(expression: Expression) -> bool:
    return isinstance(expression, (Blank, Empty)) or (isinstance(expression, StringLiteral) and not expression.value)


class _Wrapper(Expression):
    """An expression around another one."""

    __slots__ = ("inner",)

    def __init__(self, inner: Expression) -> None:
        super().__init__(inner.token)
        self.inner = inner

    def children(self) -> list[Expression]:
        return [self.inner]


class _OrEmpty(_Wrapper):
    """What is missing counts as empty text."""

    __slots__ = ()

    def evaluate(self, context: RenderContext) -> object:
        value = self.inner.evaluate(context)
        return "" if isinstance(value, (Undefined, Undecided)) else value


class _Iterable(_Wrapper):
    """What a loop goes through: the lines of an order one by one. What is missing is asked for."""

    __slots__ = ()

    def __str__(self) -> str:
        return str(self.inner)

    def evaluate(self, context: RenderContext) -> object:
        value = _settled(self.inner.evaluate(context))
        return value.lines if isinstance(value, Goods) else value


class _End(_Wrapper):
    """An end of a range, as a whole number that is not too big to count to."""

    __slots__ = ()

    def evaluate(self, context: RenderContext) -> int:
        end = int(number(str(_settled(self.inner.evaluate(context)))) or 0)
        if abs(end) > _MAX_RANGE:
            raise Fault(f"循环范围最多到 {_MAX_RANGE}")
        return end


def _settled(value: object) -> object:
    """``value``, which is known. Raises Pending."""
    if isinstance(value, Undecided):
        raise Pending(value.missing)
    if isinstance(value, Missing):
        raise Pending(value)
    return value
