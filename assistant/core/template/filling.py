"""Phrases are Liquid templates; this fills them.

Fields       ``{{ order.id }}`` or ``{{ 订单号 }}``: the table in :mod:`assistant.core.template.facts`
Questions    ``{{ input.天数 }}`` asks for a text, ``{{ input.快递 | choices: "中通", "圆通" }}`` for a choice,
             ``{{ input.日期 | a_date }}`` for a date, ``{{ input.天数 | prefill: "3" }}`` with a text to start from
Filters      :mod:`assistant.core.template.filters`
Emoticons    ``{% emo 微笑 %}`` in the dialect of the chat program
Conditions   ``{% if 快递单号 %}`` … ``{% else %}`` … ``{% endif %}``: what is missing is false, and is not asked
Deadlines    ``{% if 可退货 %}可退到{{ 退货截止 }}{% else %}已过期{% endif %}`` (``return.open``, likewise ``price`` and
             ``warranty``): what decides them is asked before either branch is taken;
             ``{% if 退货截止 and 可退货 %}`` asks nothing and is false when the date is unknown
States       ``{% if 订单状态 == "待发货" %}`` compares what the platform's own wording means, or that wording
Goods        ``{{ 商品清单 }}``, or ``{% for 件 in 商品列表 %}{{ 件.标题 }} {{ 件.规格 }}×{{ 件.数量 }}{% endfor %}``
Tables       ``{{ 表.尺码 | 查: input.身高, input.体重 }}``: a table of the lead; what it does not tell is asked

A missing fact is never blanked: it stands in the text as a mark such as 〔订单号〕 and is listed as a question; so does
a loop over what is missing. Facts are data: Liquid inside a fact is text. A template can't run code, read files or go
on for long; whatever is wrong with it ends in :class:`~assistant.core.errors.TemplateProblem`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache, partial
from typing import Final

from liquid import BoundTemplate, Token
from liquid.exceptions import (
    BlockNestingError,
    ContextDepthError,
    LiquidError,
    LiquidTypeError,
    LocalNamespaceLimitError,
)
from liquid.token import TOKEN_STRING
from liquid.undefined import UNDEFINED

from assistant.core.emoticons import NONE, Emoticons
from assistant.core.errors import TemplateProblem
from assistant.core.template import context, facts, filters
from assistant.core.template.calendar import Calendar
from assistant.core.template.context import Fields
from assistant.core.template.facts import Field
from assistant.core.template.filters import Scene
from assistant.core.template.grammar import Grammar, Page, Speech
from assistant.core.template.proofread import Findings, line_of, outline, proofread, unknown_tables
from assistant.core.template.values import Fault, Gap, Table

__all__ = ["Field", "Rendered", "Templates"]

MAX_TURNS = 1_000  # of all loops together
MAX_SECONDS = 0.25
_CACHED = 512  # compiled templates that are kept
_TRIAL_DAY = datetime(2025, 6, 5, 14, 30)  # noqa: DTZ001  the samples are of that week
# What python-liquid raises on purpose, and what odd templates are known to get out of it.
_FAILURES: Final = (LiquidError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)
_REASONS: Final[dict[type[LiquidError], str]] = {
    BlockNestingError: "嵌套太深，最多 10 层",
    ContextDepthError: "嵌套太深，最多 10 层",
    LocalNamespaceLimitError: "变量里放的内容太多",
    LiquidTypeError: "这两样东西不能比较，数字要和数字比",
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A filled template. ``missing`` are the questions still open, ``gaps`` where their marks stand in ``text``."""

    text: str
    missing: tuple[Field, ...] = ()
    gaps: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Program:
    source: str
    template: BoundTemplate
    findings: Findings


class Templates:
    """Fills templates and judges them. Safe to share between threads.

    ``clock`` gives seconds that never go back, ``calendar`` the working days: weekends only where there is none.
    """

    def __init__(self, emoticons: Emoticons, clock: Callable[[], float], calendar: Calendar | None = None) -> None:
        self._emoticons = emoticons
        self._clock = clock
        self._calendar = calendar or Calendar()
        self._grammar = Grammar(emoticons)
        self._program = lru_cache(maxsize=_CACHED)(self._compile)
        self._trial: tuple[Mapping[str, Table] | None, Fields] | None = None

    @property
    def emoticons(self) -> Emoticons:
        """The emoticons that templates can draw."""
        return self._emoticons

    def render(self, source: str, fields: Fields, dialect: str) -> Rendered:
        """Fill ``source`` for a chat program that speaks ``dialect``. Raises TemplateProblem."""
        program = self._program(source)
        if program.findings.problems:
            raise program.findings.problems[0]
        page = Page()
        filling = _Filling(
            program.template, Scene(fields.now, self._calendar, fields.values), fields, dialect, self._clock
        )
        try:
            program.template.render_with_context(filling, page)
        except _FAILURES as error:
            raise _problem(error, program.source) from None
        return Rendered(page.getvalue(), _questions(page.gaps), tuple((gap.start, gap.end) for gap in page.gaps))

    def problems(self, source: str, tables: Mapping[str, Table] | None = None) -> list[TemplateProblem]:
        """Everything that is wrong with ``source``, found by reading it and by filling it with invented facts.

        Where ``tables`` are given there are no others.
        """
        try:
            findings = self._program(source).findings
            if not findings.problems:
                self.render(source, self._invented(tables), NONE)
        except TemplateProblem as problem:
            return [problem]
        unknown = () if tables is None else unknown_tables(source, findings.fields, tables)
        return [*findings.problems, *unknown]

    def _invented(self, tables: Mapping[str, Table] | None) -> Fields:
        """Facts to try a template with; kept, since they take longer to invent than most templates to fill."""
        known = self._trial
        if known is None or known[0] is not tables:
            known = self._trial = (tables, context.sample(_TRIAL_DAY, tables))
        return known[1]

    def fields_of(self, source: str) -> tuple[str, ...]:
        """Paths of the fields that ``source`` uses, in order of first use. May raise TemplateProblem."""
        return self._program(source).findings.fields

    def _compile(self, source: str) -> _Program:
        text = source.replace("\r\n", "\n").replace("\r", "\n")
        outline(text)
        try:
            template = self._grammar.from_string(text)
            return _Program(text, template, proofread(template, text, self._emoticons))
        except _FAILURES as error:
            raise _problem(error, text) from None


class _Filling(Speech):
    """One filling: facts, time and turns."""

    __slots__ = ("_clock", "_deadline", "_fields", "_scene", "_turns")

    def __init__(
        self, template: BoundTemplate, scene: Scene, fields: Fields, dialect: str, clock: Callable[[], float]
    ) -> None:
        super().__init__(template)
        self.dialect = dialect
        self._scene = scene
        self._fields = fields
        self._clock = clock
        self._deadline = clock() + MAX_SECONDS
        self._turns = 0

    def get(self, path: list[object], *, token: Token | None, default: object = UNDEFINED) -> object:
        """A fact by its canonical path, which proofreading has put there, or a variable of the template."""
        self._check_time()
        name = str(path[0])
        value = self._fields.values.get(name)
        if value is not None:
            return value
        if name in facts.BY_PATH or name.startswith((facts.INPUT, facts.TABLE)):
            return self._fields.value(name)
        return super().get(path, token=token, default=default)

    def filter(self, name: str, token: Token | None) -> Callable[..., object]:
        """The filter, guarded."""
        del token
        self._check_time()
        return partial(self._apply, name)

    def get_buffer(self, buf: object = None) -> Page:
        """A page for ``capture``."""
        del buf
        return Page()

    def raise_for_loop_limit(self, length: int = 1) -> None:
        """Count the turns of a loop that starts."""
        self._check_time()
        self._turns += length
        if self._turns > MAX_TURNS:
            raise Fault(f"循环太多，最多 {MAX_TURNS} 次")

    def _apply(self, name: str, *arguments: object, **options: object) -> object:
        return filters.call(name, arguments, options, self._scene)

    def _check_time(self) -> None:
        if self._clock() > self._deadline:
            raise Fault("填充用时太长")


def _questions(gaps: list[Gap]) -> tuple[Field, ...]:
    """One question for each field, in order of first use, with what any of its uses knows about it."""
    found: dict[str, Field] = {}
    for gap in gaps:
        new = gap.field
        known = found.setdefault(new.path, new)
        if known.kind == "text" and new.kind != "text":
            known = replace(known, kind=new.kind, choices=new.choices)
        found[new.path] = replace(known, default=new.default) if new.default and not known.default else known
    return tuple(found.values())


def _problem(error: Exception, source: str) -> TemplateProblem:
    token = error.token if isinstance(error, LiquidError) else None
    line = line_of(source, token.start_index) if token else 0
    near = token.value if token and token.kind != TOKEN_STRING and line else ""
    if isinstance(error, Fault):
        reason = str(error.message)
    else:
        told = f"“{near}”附近的写法不对" if 0 < len(near) <= 12 else "这里的写法不对"
        reason = next((reason for kind, reason in _REASONS.items() if isinstance(error, kind)), told)
    problem = TemplateProblem(reason, line)
    start = token.start_index if token else -1
    return problem.at(start, start + max(len(near), 1)) if 0 <= start < len(source) else problem
