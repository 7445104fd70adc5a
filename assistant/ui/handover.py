"""From a choice in the popup to the receipt: draft, ask, confirm, deliver, tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot

from assistant.core.errors import XiaoerError
from assistant.core.guard.check import Fix, fixed
from assistant.core.model import Draft, Outcome, Phrase, Target, Window
from assistant.engine.reply import Reply
from assistant.engine.session import Failed, NeedsConfirmation, NeedsFields, NeedsOrder, Sent, Session
from assistant.ui import order_words
from assistant.ui.popup import Popup
from assistant.ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Partners:
    """The engine, its worker, and the app's ears.

    ``say`` shows a sentence outside, ``used`` hears of every use, ``opening`` of the chat that the popup is about to
    open over, ``taught`` of one whose buyer the agent wants to point out.
    """

    reply: Reply
    tasks: Tasks
    say: Callable[[str], None]
    used: Callable[[], None]
    opening: Callable[[str], None] = lambda _: None
    taught: Callable[[Target], None] = lambda _: None


class Handover(QObject):
    """Carries one choice at a time along the straight line; repeats before its end are ignored."""

    left = Signal()  # the chat has the keyboard
    clipboard_read = Signal()
    order_changed = Signal()
    closed = Signal()  # over without a paste: the keyboard belongs back to the chat
    _leave = Signal(object)

    def __init__(self, popup: Popup, partners: Partners) -> None:
        super().__init__()
        self.phrase: Callable[[str], Phrase | None] = lambda _: None
        self._popup = popup
        self._with = partners
        self._session: Session | None = None
        self._pending: tuple[Phrase, bool] | None = None
        self._asked: NeedsConfirmation | None = None
        self._sending: Session | None = None  # from the choice to the receipt
        self._leave.connect(self._may_go, Qt.ConnectionType.QueuedConnection)
        popup.chosen.connect(self._chosen)
        popup.copy_asked.connect(self._copy)
        popup.answered.connect(self._answered)
        popup.confirmed.connect(self._confirmed)
        popup.mended.connect(self._mended)
        popup.order_picked.connect(self._order_picked)

    @property
    def sending(self) -> bool:
        """Whether a reply is on its way from the open popup."""
        return self._sending is not None and self._sending is self._session

    def begin(self, session: Session) -> None:
        """The popup opens over another chat."""
        self._session = session
        self._pending = self._asked = None

    @Slot()
    def read_clipboard(self) -> None:
        """Look at the clipboard for the open session, for phrases that quote it and for the paste to come."""
        session = self._session
        if session:
            self._run(lambda: self._with.reply.read_clipboard(session), lambda _: self.clipboard_read.emit())

    @Slot(str, bool)
    def _chosen(self, phrase_id: str, send: bool) -> None:
        phrase = self.phrase(phrase_id)
        if phrase and self._session and not self.sending:
            self._pending = phrase, send
            self._go_on()

    def _go_on(self) -> None:
        """Draft the pending phrase as far as is known; ask for the rest."""
        session, pending = self._session, self._pending
        if session is None or pending is None:
            return
        phrase, send = pending
        reply = self._with.reply
        if reply.needs_clipboard(session, phrase):
            self._run(lambda: reply.read_clipboard(session), lambda _: self._go_on())
            return
        step = reply.draft(session, phrase, send=send)
        if isinstance(step, NeedsFields):
            self._popup.show_form(step.fields)
        elif isinstance(step, NeedsOrder):
            self._popup.show_orders(order_words.rows(session.orders, step.places))
        elif isinstance(step, Failed):
            self._popup.show_problem(step.sentence)
        else:
            self._deliver(session, step.draft)

    def _deliver(self, session: Session, draft: Draft, agreed: Window | None = None) -> None:
        self._sending = session
        self._popup.setUpdatesEnabled(False)  # what was typed is settled; painting it would hold up the paste
        leave = partial(self._leave.emit, session)
        self._run(
            lambda: self._with.reply.deliver(session, draft, agreed, leave),
            partial(self._ended, session),
        )

    @Slot(object)
    def _may_go(self, session: Session) -> None:
        if session is self._session:
            self.left.emit()

    def _ended(self, session: Session, result: Sent | NeedsConfirmation) -> None:
        if self._sending is session:
            self._sending = None
        if isinstance(result, NeedsConfirmation):
            self._confirm(session, result)
            return
        told = result.receipt.reason
        if not told and result.receipt.outcome is Outcome.COPIED:
            told = self.tr("已复制到剪贴板。")
        if told:
            self._with.say(told)
        self._with.used()

    def _confirm(self, session: Session, asked: NeedsConfirmation) -> None:
        findings = asked.verdict.findings
        if session is not self._session or not self._popup.isVisible():
            self._with.say(self.tr("没有粘贴：") + findings[0].sentence)
            return
        self._asked = asked
        self._popup.setUpdatesEnabled(True)
        self._popup.show_findings(asked.draft.text, findings)

    @Slot(dict)
    def _answered(self, answers: Mapping[str, str]) -> None:
        if self._session and not self.sending:
            self._with.reply.answer(self._session, answers)
            self._go_on()

    @Slot(int)
    def _order_picked(self, place: int) -> None:
        if self._session and not self.sending:
            self._session.orders = self._session.orders.at(place)
            self.order_changed.emit()
            self._go_on()

    @Slot()
    def _confirmed(self) -> None:
        if self._session and self._asked and not self.sending:
            self._deliver(self._session, self._asked.draft, self._asked.seen)

    @Slot(object)
    def _mended(self, fixes: tuple[Fix, ...]) -> None:
        """What the agent had mended goes the way of any draft: it is looked at again."""
        if self._session and self._asked and not self.sending:
            self._deliver(self._session, fixed(self._asked.draft, fixes))

    @Slot(str)
    def _copy(self, phrase_id: str) -> None:
        session, phrase = self._session, self.phrase(phrase_id)
        if session is None or phrase is None:
            return
        step = self._with.reply.draft(session, phrase)
        if isinstance(step, Failed):
            self._popup.show_problem(step.sentence)
        elif isinstance(step, (NeedsFields, NeedsOrder)):
            self._popup.show_problem(self.tr("这条话术还缺内容，请按回车填好再用。"))
        else:
            self.closed.emit()
            self._run(lambda: self._with.reply.copy(session, step.draft), partial(self._ended, session))

    def _run(self, op: Callable[[], object], success: Callable[..., None]) -> None:
        self._with.tasks.run(op, success, self._failed)

    def _failed(self, problem: XiaoerError) -> None:
        self._sending = None
        self.closed.emit()
        self._with.say(str(problem))
