"""Puts together what the guard has to know about a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from assistant.core.errors import TemplateProblem
from assistant.core.guard import check as guard
from assistant.core.guard.check import Case, Verdict
from assistant.core.guard.rules import Rules
from assistant.core.model import Draft, Phrase, Target
from assistant.core.orders.order import Order
from assistant.core.template.context import Fields
from assistant.core.template.filling import Templates
from assistant.engine.said import Said


@dataclass(frozen=True, slots=True)
class Basis:
    """What a draft was made from. ``order`` is None when the wording tells nothing of it."""

    phrase: Phrase
    fields: Fields
    order: Order | None = field(default=None, repr=False)


class Judge:
    """Asks the guard, with ``rules`` as they are at that moment. ``who`` names a buyer, "" for one that is unknown."""

    def __init__(self, templates: Templates, rules: Callable[[], Rules], now: Callable[[], float]) -> None:
        self._templates = templates
        self._rules = rules
        self._now = now
        self._said = Said()

    def check(self, draft: Draft, target: Target, basis: Basis | None, *, same_chat: bool = True) -> Verdict:
        """The verdict about ``draft``; never raises."""
        case = self._case(draft, target, basis)
        if case.said and basis:
            case = replace(case, other=next(self._others(draft, target, basis), None))
        return guard.check(replace(case, same_chat=same_chat))

    def count(self, draft: Draft, target: Target, basis: Basis) -> int:
        """How many findings there would be, while somebody is still choosing; quick."""
        return len(guard.check(self._case(draft, target, basis)).findings)

    def _case(self, draft: Draft, target: Target, basis: Basis | None) -> Case:
        now = self._moment()
        case = Case(
            draft=draft,
            target=target,
            now=now,
            said=self._said.already(_who(target), draft.text, now.date()),
            rules=self._rules(),
            emoticons=self._templates.emoticons,
        )
        return replace(case, phrase=basis.phrase, order=basis.order, facts=basis.fields.values) if basis else case

    def note(self, target: Target, text: str) -> None:
        """The buyer got ``text``."""
        self._said.note(_who(target), text, self._moment().date())

    def _others(self, draft: Draft, target: Target, basis: Basis) -> Iterator[Draft]:
        """Other wordings in the same language, filled from the same facts, that the buyer has not got today."""
        phrase, day = basis.phrase, self._moment().date()
        language = phrase.variants[draft.variant].language
        for number, variant in enumerate(phrase.variants):
            if number == draft.variant or variant.language != language:
                continue
            try:
                rendered = self._templates.render(variant.text, basis.fields, target.profile.dialect)
            except TemplateProblem:
                continue
            if not rendered.missing and not self._said.already(_who(target), rendered.text, day):
                yield replace(draft, variant=number, text=rendered.text)

    def _moment(self) -> datetime:
        return datetime.fromtimestamp(self._now()).astimezone()


def _who(target: Target) -> str:
    return f"{target.profile.name}\n{target.buyer}" if target.buyer else ""
