"""The straight line: begin at the hotkey, finish at the receipt. Opens no window; a person chooses in between."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from assistant.core import context, guard_rules, shops, variants
from assistant.core.context import Fields
from assistant.core.errors import PasteRefused, TemplateProblem
from assistant.core.facts import Field
from assistant.core.guard import Verdict
from assistant.core.model import Activation, Draft, Outcome, Phrase, Receipt, Target, Window
from assistant.core.orders import Order
from assistant.core.ports import Copied, UsageSink
from assistant.core.shops import Shop
from assistant.core.template import Rendered, Templates
from assistant.core.values import Table
from assistant.engine.chats import Chats
from assistant.engine.injector import Hands, Injector
from assistant.engine.judging import Basis, Judge
from assistant.engine.orders import Choice, NoOrders, Orders, OrderSource, Seen, of_an_order
from assistant.engine.targets import Targets

_CLIPBOARD_WAIT = 150  # ms
_CLIPBOARD_NAMES = ("clipboard", "剪贴板")
_WHO = ("buyer.nick", "receiver.name", "receiver.phone", "receiver.street", "order.id", "logistics.no")
_NO_WINDOW = "没有找到要粘贴的聊天窗口，回复已复制到剪贴板。"


@dataclass(slots=True)
class Session:
    """One opening of the popup: the chat it was opened over, the order it is about, and what has been asked so far.

    ``answers`` stand under the number of the order that they belong to, "" for what holds for all orders.
    """

    target: Target
    started: float  # monotonic s, the press of the hotkey
    chat: str = ""  # as in Activation
    orders: Choice = field(default_factory=Choice)
    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    clipboard: str | None = None
    clipboard_read: bool = False
    copied: Copied | None = None
    made: dict[str, Basis] = field(default_factory=dict, repr=False)  # what drafts were made from, by phrase

    @property
    def told(self) -> Mapping[str, str]:
        """What the agent has told, as far as it holds for the chosen order."""
        order = self.orders.order
        return {**self.answers.get("", {}), **(self.answers.get(f"#{order.id}", {}) if order else {})}


@dataclass(frozen=True, slots=True)
class Ready:
    """A draft that waits to be delivered."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class NeedsFields:
    """Facts that have to be asked before the phrase can go out."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class NeedsOrder:
    """The buyer has several open orders, and the phrase is about one: ``places`` of them in the session's orders."""

    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NeedsConfirmation:
    """Findings to show; ``draft`` may be delivered into the chat ``seen`` if the agent agrees, unless they block."""

    draft: Draft
    verdict: Verdict
    seen: Window


@dataclass(frozen=True, slots=True)
class Failed:
    """Ended without a paste; a sentence for the agent."""

    sentence: str


Step = Ready | NeedsOrder | NeedsFields | Failed


@dataclass(frozen=True, slots=True)
class Sent:
    """The end of the line."""

    receipt: Receipt


@dataclass(frozen=True, slots=True)
class Rules:
    """What does not change while the program runs: who is who, how templates are filled, what an order looks like."""

    targets: Targets
    templates: Templates
    read_order: Callable[[str], Order | None] = lambda _: None


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the desk: constants by field path, tone and language of replies, waits (ms), the loaded orders.

    ``shops`` are the shops besides the first one, whose ``constants`` hold for every chat that is not theirs. ``guard``
    is what must not go out.
    """

    constants: Mapping[str, str]
    tone: str = ""
    language: str = "zh-CN"
    waits: Mapping[str, int] = field(default_factory=dict)
    shops: tuple[Shop, ...] = ()
    orders: OrderSource = field(default_factory=NoOrders)
    tables: Mapping[str, Table] = field(default_factory=dict)
    guard: guard_rules.Rules = field(default_factory=guard_rules.Rules)

    def constants_for(self, window: Window) -> Mapping[str, str]:
        """The constants of the shop that the chat in this window belongs to."""
        return shops.constants_for(self.constants, self.shops, window.title)


class Reply:
    """The engine. One instance; sessions come and go.

    ``desk`` is asked anew for each rendering, so a changed setting counts at once. What was asked about a buyer and
    which wordings they have heard is remembered for the run of the program, in memory only; facts are not remembered
    where the window does not tell the buyer's name, since another buyer may stand there the next time.
    """

    def __init__(self, hands: Hands, rules: Rules, usage: UsageSink, desk: Callable[[], Desk]) -> None:
        self._hands = hands
        self._targets = rules.targets
        self._templates = rules.templates
        self._usage = usage
        self._desk = desk
        self._injector = Injector(hands, rules.targets, lambda: desk().waits)
        self._chats = Chats(rules.targets)
        self._orders = Orders(rules.targets, rules.read_order, hands.clock.monotonic)
        self._judge = Judge(rules.templates, lambda: desk().guard, hands.clock.now)
        self._asked: dict[tuple[str, str], dict[str, dict[str, str]]] = {}  # by order, as in a session
        self._heard: dict[tuple[str, str, str], list[int]] = {}  # wordings, the latest last

    def begin(self, window: Window | None, started: float) -> Session:
        """Open a session over ``window``; None when nothing had the keyboard."""
        target = self._targets.of(window or Window(0, 0, "", ""))
        choice = self._orders.begin(target, self._desk().orders)
        session = Session(target, started, self._chats.token(target), choice)
        if target.buyer:
            session.answers = self._asked.setdefault(_buyer(target), {})
        return session

    def preview(self, session: Session, phrase: Phrase) -> Rendered:
        """The phrase as it would go out now, missing facts marked. Raises TemplateProblem."""
        return self._render(session, phrase, self._wording(session, phrase))

    def wording(self, session: Session, phrase: Phrase) -> int:
        """Which wording this buyer would get."""
        return self._wording(session, phrase)

    def draft(self, session: Session, phrase: Phrase, *, send: bool = False) -> Step:
        """Fill the phrase. Quick and without waiting."""
        number = self._wording(session, phrase)
        try:
            rendered = self._render(session, phrase, number)
        except TemplateProblem as problem:
            return Failed(str(problem))
        open_ones = () if session.orders.settled else session.orders.open_ones(session.target.buyer)
        if len(open_ones) > 1 and self.is_about_an_order(phrase, number):
            return NeedsOrder(open_ones)
        if rendered.missing:
            return NeedsFields(rendered.missing)
        order = session.orders.order if self.is_about_an_order(phrase, number) else None
        session.made[phrase.id] = Basis(phrase, self._fields(session), order)
        return Ready(Draft(phrase.id, number, rendered.text, send))

    def is_about_an_order(self, phrase: Phrase, number: int) -> bool:
        """Whether this wording tells something of an order. False for a template that is broken."""
        try:
            return any(map(of_an_order, self._templates.fields_of(phrase.variants[number].text)))
        except TemplateProblem:
            return False

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
        return fresh and self.is_about_an_order(phrase, self._wording(session, phrase))

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
        order = session.orders.order
        for path, value in answers.items():
            if value.strip():
                where = f"#{order.id}" if order and of_an_order(path) else ""
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
            heard = self._heard.setdefault((*_buyer(session.target), draft.phrase), [])
            heard[:] = [n for n in heard if n != draft.variant] + [draft.variant]
            self._judge.note(session.target, draft.text)
        return Sent(receipt)

    def _wording(self, session: Session, phrase: Phrase) -> int:
        desk = self._desk()
        heard = self._heard.get((*_buyer(session.target), phrase.id), [])
        return variants.choose(phrase, desk.tone, desk.language, heard)

    def _render(self, session: Session, phrase: Phrase, number: int) -> Rendered:
        return self._templates.render(
            phrase.variants[number].text, self._fields(session), session.target.profile.dialect
        )

    def _fields(self, session: Session) -> Fields:
        known = context.Sources(
            now=datetime.fromtimestamp(self._hands.clock.now()).astimezone(),
            target=session.target,
            constants=self._desk().constants_for(session.target.window),
            order_facts=session.orders.order,
            tables=self._desk().tables,
            answers=session.told,
            clipboard=session.clipboard,
        )
        return context.build(known)


def _buyer(target: Target) -> tuple[str, str]:
    """Who is being talked to: the nick where it can be read, else the chat window itself."""
    return target.profile.name, target.buyer or f"{target.window.handle}:{target.window.title}"
