"""The straight line: begin at the hotkey, finish at the receipt. Opens no window; a person chooses in between."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from assistant.core.errors import PasteRefused
from assistant.core.guard import rules as guard_rules
from assistant.core.model import Activation, Draft, Outcome, Phrase, Receipt, Target, Window
from assistant.core.ports import UsageSink
from assistant.core.template.filling import Rendered
from assistant.engine.chats import Chats
from assistant.engine.filling import Filling
from assistant.engine.injector import Hands, Injector
from assistant.engine.judging import Judge
from assistant.engine.orders import Orders, Seen, of_an_order
from assistant.engine.session import (
    Desk,
    NeedsConfirmation,
    Rules,
    Sent,
    Session,
    Step,
    buyer_of,
)

_CLIPBOARD_WAIT = 150  # ms
_CLIPBOARD_NAMES = ("clipboard", "剪贴板")
_WHO = ("buyer.nick", "receiver.name", "receiver.phone", "receiver.street", "order.id", "logistics.no")
_NO_WINDOW = "没有找到要粘贴的聊天窗口，回复已复制到剪贴板。"


class Reply:
    """The engine. One instance; sessions come and go.

    ``desk`` is asked anew for each rendering, so a changed setting counts at once. What was asked about a buyer and
    which wordings they have heard is remembered for the run of the program, in memory only; facts are not remembered
    where the window does not tell the buyer's name, since another buyer may stand there the next time.
    """

    def __init__(self, hands: Hands, rules: Rules, usage: UsageSink, desk: Callable[[], Desk]) -> None:
        self._hands = hands
        self._targets = rules.targets
        self._usage = usage
        self._desk = desk
        self._injector = Injector(hands, rules.targets, lambda: desk().waits)
        self._chats = Chats(rules.targets)
        self._orders = Orders(rules.targets, rules.read_order, hands.clock.monotonic)
        self._filling = Filling(rules.templates, desk, hands.clock.now)
        self._judge = Judge(rules.templates, lambda: desk().guard, hands.clock.now)
        self._asked: dict[tuple[str, str], dict[str, dict[str, str]]] = {}  # by order, as in a session

    def begin(self, window: Window | None, started: float) -> Session:
        """Open a session over ``window``; None when nothing had the keyboard."""
        target = self._targets.of(window or Window(0, 0, "", ""))
        choice = self._orders.begin(target, self._desk().orders)
        session = Session(target, started, self._chats.token(target), choice)
        if target.buyer:
            session.answers = self._asked.setdefault(buyer_of(target), {})
        return session

    def preview(self, session: Session, phrase: Phrase) -> Rendered:
        """The phrase as it would go out now, missing facts marked. Raises TemplateProblem."""
        return self._filling.preview(session, phrase)

    def look(self, session: Session, phrase: Phrase) -> tuple[Rendered, int]:
        """As :meth:`preview`, and how much the guard would have to say; nothing as long as something is missing."""
        number = self.wording(session, phrase)
        rendered, basis = self._filling.filled(session, phrase, number)
        if rendered.missing:
            return rendered, 0
        return rendered, self._judge.count(Draft(phrase.id, number, rendered.text), session.target, basis)

    def wording(self, session: Session, phrase: Phrase) -> int:
        """Which wording this buyer would get."""
        return self._filling.wording(session, phrase)

    def draft(self, session: Session, phrase: Phrase, *, send: bool = False) -> Step:
        """Fill the phrase. Quick and without waiting."""
        return self._filling.draft(session, phrase, send=send)

    def quotes_clipboard(self, phrase: Phrase) -> bool:
        """Whether the phrase may tell what was copied, word for word."""
        return any(name in variant.text for variant in phrase.variants for name in _CLIPBOARD_NAMES)

    def needs_clipboard(self, session: Session, phrase: Phrase) -> bool:
        """Whether the phrase may need what :meth:`read_clipboard` finds, and has not found yet."""
        if session.clipboard_read:
            return False
        if self.quotes_clipboard(phrase):
            return True
        fresh = self._orders.is_fresh(self._hands.clipboard.copied())
        return fresh and self._filling.is_about_an_order(phrase, self.wording(session, phrase))

    def read_clipboard(self, session: Session) -> None:
        """Look what the agent has copied, and whether it is an order. Waits on its owner: call it on a worker."""
        clipboard = self._hands.clipboard
        clipboard.prefetch()
        session.clipboard = clipboard.text(_CLIPBOARD_WAIT)
        session.copied = clipboard.copied()
        seen = Seen(session.target, self._desk().orders)
        session.orders = self._orders.with_copied(session.orders, session.clipboard, session.copied, seen)
        session.clipboard_read = True

    def refuse_order(self, session: Session) -> None:
        """The agent does not want the chosen order; one that was copied is not offered again."""
        if session.orders.order is session.orders.copied:
            self._orders.refuse(session.copied)
        session.orders = session.orders.without_current()

    def answer(self, session: Session, answers: Mapping[str, str]) -> None:
        """Keep what the agent filled in, for this buyer, and this order of theirs, until the program ends."""
        for path, value in answers.items():
            if value.strip():
                where = session.orders.key if of_an_order(path) else ""
                session.answers.setdefault(where, {})[path] = value

    def private_words(self, session: Session | None) -> frozenset[str]:
        """Names and facts of buyers that are in memory: nothing that holds one of them may be written down."""
        told = [*self._asked.values(), *([session.answers] if session else [])]
        asked = {value for by_order in told for answers in by_order.values() for value in answers.values()}
        orders = session.orders.orders if session else ()
        shown = {order.get(path) for order in orders for path in _WHO} - {""}
        return frozenset(asked | shown | self._chats.buyers())

    def deliver(
        self, session: Session, draft: Draft, agreed: Window | None = None, leave: Callable[[], None] = lambda: None
    ) -> Sent | NeedsConfirmation:
        """Guard, paste and note the use. Waits on the desktop: call it on a worker.

        ``agreed`` is the chat that was ``seen`` when the agent confirmed; one that has changed again is asked about
        again. ``leave`` is the injector's. A draft that was mended goes the same way as any other.
        """
        target = replace(session.target, window=agreed or session.target.window)
        now = self._hands.windows.refresh(target.window) if target.window.handle else None
        same_chat = now is None or self._targets.same_chat(target, now)
        verdict = self._judge.check(draft, target, session.made.get(draft.phrase), same_chat=same_chat)
        if verdict.blocked or not (verdict.clean or (agreed and same_chat)):
            return NeedsConfirmation(draft, verdict, now or target.window)
        if not target.window.handle:
            leave()
            return self._copied(session, draft, _NO_WINDOW)
        target = replace(target, window=now or target.window)  # perhaps with another counter in its title
        return self._ended(session, draft, self._injector.inject(draft, target, leave))

    def try_out(self, program: str, text: str) -> Receipt:
        """Paste ``text`` into the window in front, in the ways of ``program``. No phrase, so no use is noted.

        Waits on the desktop: call it on a worker.
        """
        window, profile = self._hands.windows.active(), self._targets.named(program)
        if window is None or profile is None:
            return Receipt(Outcome.FAILED, _NO_WINDOW)
        return self._injector.inject(Draft("", 0, text), Target(window, profile))

    def copy(self, session: Session, draft: Draft) -> Sent:
        """Copy only, because the agent asked for it. Raises PasteRefused for what must not go out in any way."""
        verdict = self._judge.check(draft, session.target, session.made.get(draft.phrase))
        if verdict.blocked:
            rule = guard_rules.BY_NAME[verdict.findings[0].rule]
            raise PasteRefused(f"这条回复不能复制（{rule.label}）：{rule.about}", "请先改好它，或换一条话术。")
        return self._copied(session, draft, "")

    def _copied(self, session: Session, draft: Draft, reason: str) -> Sent:
        self._hands.clipboard.put(draft.text)
        return self._ended(session, draft, Receipt(Outcome.COPIED, reason))

    def _ended(self, session: Session, draft: Draft, receipt: Receipt) -> Sent:
        took = (self._hands.clock.monotonic() - session.started) * 1000
        profile = session.target.profile.name
        now = self._hands.clock.now()
        self._usage.append(Activation(draft.phrase, draft.variant, now, receipt.outcome, profile, took, session.chat))
        if receipt.outcome in (Outcome.PASTED, Outcome.SENT, Outcome.COPIED):
            self._filling.note(session, draft)
        if receipt.outcome in (Outcome.PASTED, Outcome.SENT):  # what was only copied may be tried again
            self._judge.note(session.target, draft.text)
        return Sent(receipt)
