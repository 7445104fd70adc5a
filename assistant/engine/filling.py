"""Which wording of a phrase a buyer gets, and how it is filled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from assistant.core import variants
from assistant.core.errors import TemplateProblem
from assistant.core.model import Draft, Phrase
from assistant.core.template import context
from assistant.core.template.context import Fields
from assistant.core.template.filling import Rendered, Templates
from assistant.engine.judging import Basis
from assistant.engine.orders import of_an_order
from assistant.engine.session import Desk, Failed, NeedsFields, NeedsOrder, Ready, Session, Step, buyer_of


class Filling:
    """Fills phrases for sessions. ``now`` gives seconds since the epoch.

    Which wordings a buyer has heard is remembered for the run of the program, in memory only.
    """

    def __init__(self, templates: Templates, desk: Callable[[], Desk], now: Callable[[], float]) -> None:
        self._templates = templates
        self._desk = desk
        self._now = now
        self._heard: dict[tuple[str, str, str], list[int]] = {}  # wordings, the latest last

    def wording(self, session: Session, phrase: Phrase) -> int:
        """Which wording this buyer would get."""
        desk = self._desk()
        heard = self._heard.get((*buyer_of(session.target), phrase.id), [])
        return variants.choose(phrase, desk.tone, desk.language, heard)

    def note(self, session: Session, draft: Draft) -> None:
        """This buyer has got that wording."""
        heard = self._heard.setdefault((*buyer_of(session.target), draft.phrase), [])
        heard[:] = [n for n in heard if n != draft.variant] + [draft.variant]

    def preview(self, session: Session, phrase: Phrase) -> Rendered:
        """The phrase as it would go out now, missing facts marked. Raises TemplateProblem."""
        return self.filled(session, phrase, self.wording(session, phrase))[0]

    def filled(self, session: Session, phrase: Phrase, number: int) -> tuple[Rendered, Basis]:
        """One wording as it would go out now, and what it is made from. Raises TemplateProblem."""
        fields = self._fields(session)
        rendered = self._templates.render(phrase.variants[number].text, fields, session.target.profile.dialect)
        order = session.orders.order if self.is_about_an_order(phrase, number) else None
        return rendered, Basis(phrase, fields, order)

    def draft(self, session: Session, phrase: Phrase, *, send: bool) -> Step:
        """Fill the phrase. Quick and without waiting."""
        number = self.wording(session, phrase)
        try:
            rendered, basis = self.filled(session, phrase, number)
        except TemplateProblem as problem:
            return Failed(str(problem))
        open_ones = () if session.orders.settled else session.orders.open_ones(session.target.buyer)
        if len(open_ones) > 1 and self.is_about_an_order(phrase, number):
            return NeedsOrder(open_ones)
        if rendered.missing:
            return NeedsFields(rendered.missing)
        session.made[phrase.id] = basis
        return Ready(Draft(phrase.id, number, rendered.text, send))

    def is_about_an_order(self, phrase: Phrase, number: int) -> bool:
        """Whether this wording tells something of an order. False for a template that is broken."""
        try:
            return any(map(of_an_order, self._templates.fields_of(phrase.variants[number].text)))
        except TemplateProblem:
            return False

    def _fields(self, session: Session) -> Fields:
        desk = self._desk()
        known = context.Sources(
            now=datetime.fromtimestamp(self._now()).astimezone(),
            target=session.target,
            constants=desk.constants_for(session.target.window),
            order_facts=session.orders.order,
            orders=session.orders.known_of(session.target.buyer),
            tables=desk.tables,
            answers=session.told,
            clipboard=session.clipboard,
        )
        return context.build(known)
