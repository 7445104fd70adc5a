"""Between the popup and the engine: what happens when the agent chooses, answers, confirms or leaves."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from assistant.core.errors import TemplateProblem
from assistant.core.hotkey import KeyCombo
from assistant.core.model import Draft, Outcome, Phrase
from assistant.core.ports import Desktop, Press
from assistant.engine.reply import Failed, NeedsConfirmation, NeedsFields, Ready, Reply, Sent, Session
from assistant.ui.placement import near
from assistant.ui.popup import Popup, Preview
from assistant.ui.tasks import Tasks

_HELD = {
    "ctrl": Qt.KeyboardModifier.ControlModifier,
    "alt": Qt.KeyboardModifier.AltModifier,
    "shift": Qt.KeyboardModifier.ShiftModifier,
    "super": Qt.KeyboardModifier.MetaModifier,
}
_LOOK_AFTER = 30  # ms after opening: the first paint comes before the look at the clipboard


@dataclass(frozen=True, slots=True)
class Partners:
    """What the presenter works with. ``say`` shows a sentence beside our windows; ``used`` hears of every use."""

    desktop: Desktop
    reply: Reply
    tasks: Tasks
    say: Callable[[str], None]
    used: Callable[[], None]
    place: Callable[[], str]  # the setting popup.place


class Presenter(QObject):
    """Opens and closes the popup and carries each choice along the straight line."""

    _came = Signal(object)
    opened = Signal()

    def __init__(self, popup: Popup, partners: Partners) -> None:
        super().__init__()
        self._popup = popup
        self._with = partners
        self._phrases: Mapping[str, Phrase] = {}
        self._session: Session | None = None
        self._pending: tuple[Phrase, bool] | None = None
        self._draft: Draft | None = None
        self._look = QTimer(self, singleShot=True, interval=_LOOK_AFTER)
        self._look.timeout.connect(self._read_clipboard)
        self._came.connect(self._pressed, Qt.ConnectionType.QueuedConnection)
        popup.set_renderer(self._preview)
        popup.chosen.connect(self._chosen)
        popup.copy_asked.connect(self._copy)
        popup.answered.connect(self._answered)
        popup.confirmed.connect(self._confirmed)
        popup.dismissed.connect(self.close)
        popup.left.connect(self._hide)

    def pressed(self, press: Press) -> None:
        """A hotkey press, on the driver's thread."""
        self._came.emit(press)

    def set_library(self, phrases: Sequence[Phrase]) -> None:
        """What can be chosen from now on."""
        self._phrases = {p.id: p for p in phrases}
        self._popup.set_library(phrases)

    def open(self) -> None:
        """Open over the window that has the keyboard now: from the tray, the command line, a second start."""
        if not self._popup.isVisible():
            self._open(Press(KeyCombo((), "f1"), self._with.desktop.windows.active(), time.monotonic(), _nothing))

    @Slot(object)
    def _pressed(self, press: Press) -> None:
        if self._popup.isVisible():
            self.close()
            press.let_go()
        else:
            self._open(press)

    def _open(self, press: Press) -> None:
        self._session = self._with.reply.begin(press.window, press.at)
        self._pending = self._draft = None
        target = self._session.target
        self._popup.set_target(target.profile.label, target.buyer)
        self._show(press.combo.modifiers)
        self._look.start()
        self.opened.emit()

    def _show(self, held: Sequence[str] = ()) -> None:
        spot = near(self._with.place(), self._popup.size())
        self._popup.shown_by(reduce(or_, (_HELD[m] for m in held), Qt.KeyboardModifier.NoModifier))
        self._popup.open_at(spot.x(), spot.y())

    @Slot()
    def close(self) -> None:
        """Close and give the keyboard back to the chat."""
        self._hide()
        if self._session and self._session.target.window.handle:
            self._with.desktop.windows.activate(self._session.target.window)

    @Slot()
    def _hide(self) -> None:
        self._look.stop()
        self._popup.hide()

    def _preview(self, phrase: Phrase) -> Preview:
        session = self._session or self._with.reply.begin(None, 0.0)
        number = self._with.reply.wording(session, phrase)
        wording = f"{number + 1}/{len(phrase.variants)}" if len(phrase.variants) > 1 else ""
        try:
            rendered = self._with.reply.preview(session, phrase)
        except TemplateProblem as problem:
            return Preview("", (), str(problem), wording)
        return Preview(rendered.text, rendered.gaps, "", wording)

    @Slot()
    def _read_clipboard(self) -> None:
        session = self._session
        if session:
            self._run(
                lambda: self._with.reply.read_clipboard(session), lambda _: self._popup.set_renderer(self._preview)
            )

    @Slot(str, bool)
    def _chosen(self, phrase_id: str, send: bool) -> None:
        self._pending = self._phrases[phrase_id], send
        self._go_on()

    def _go_on(self) -> None:
        """Draft the pending phrase as far as is known; ask for the rest."""
        session, pending = self._session, self._pending
        if session is None or pending is None:
            return
        phrase, send = pending
        if self._with.reply.wants_clipboard(session, phrase):
            self._run(lambda: self._with.reply.read_clipboard(session), lambda _: self._go_on())
            return
        step = self._with.reply.draft(session, phrase, send=send)
        if isinstance(step, NeedsFields):
            self._popup.show_form(step.fields)
        elif isinstance(step, Failed):
            self._popup.show_problem(step.sentence)
        else:
            self._hide()
            self._deliver(session, step, confirmed=False)

    def _deliver(self, session: Session, ready: Ready, *, confirmed: bool) -> None:
        self._run(lambda: self._with.reply.deliver(session, ready.draft, confirmed=confirmed), self._ended)

    def _ended(self, result: Sent | NeedsConfirmation) -> None:
        if isinstance(result, NeedsConfirmation):
            self._draft = result.draft
            self._show()
            self._popup.activateWindow()
            self._popup.show_findings([(f.sentence, f.blocking) for f in result.verdict.findings])
            return
        told = result.receipt.reason or (
            self.tr("已复制到剪贴板。") if result.receipt.outcome is Outcome.COPIED else ""
        )
        if told:
            self._with.say(told)
        self._with.used()

    @Slot(dict)
    def _answered(self, answers: Mapping[str, str]) -> None:
        if self._session:
            self._with.reply.answer(self._session, answers)
            self._go_on()

    @Slot()
    def _confirmed(self) -> None:
        if self._session and self._draft:
            self._hide()
            self._deliver(self._session, Ready(self._draft), confirmed=True)

    @Slot(str)
    def _copy(self, phrase_id: str) -> None:
        session = self._session
        if session is None:
            return
        step = self._with.reply.draft(session, self._phrases[phrase_id])
        if isinstance(step, Ready):
            self.close()
            self._run(lambda: self._with.reply.copy(session, step.draft), self._ended)
        elif isinstance(step, Failed):
            self._popup.show_problem(step.sentence)
        else:
            self._popup.show_problem(self.tr("这条话术还缺内容，请按回车填好再用。"))

    def _run(self, op: Callable[[], object], success: Callable[..., None]) -> None:
        self._with.tasks.run(op, success, lambda problem: self._with.say(str(problem)))


def _nothing() -> None:
    """Nothing was held back."""
