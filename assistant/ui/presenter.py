"""Opens and closes the popup: over which chat, with which keys still held, and who gets the keyboard afterwards."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import reduce
from operator import or_

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from assistant.core.errors import TemplateProblem
from assistant.core.hotkey import KeyCombo
from assistant.core.model import Phrase
from assistant.core.ports import Desktop, Press
from assistant.core.search import Index
from assistant.engine.injector import out_of_reach
from assistant.engine.session import Session
from assistant.ui import order_words
from assistant.ui.handover import Handover, Partners
from assistant.ui.placement import near
from assistant.ui.popup import Popup, Preview

_HELD = {
    "ctrl": Qt.KeyboardModifier.ControlModifier,
    "alt": Qt.KeyboardModifier.AltModifier,
    "shift": Qt.KeyboardModifier.ShiftModifier,
    "super": Qt.KeyboardModifier.MetaModifier,
}
_TAKEN_AFTER = 700  # ms after opening: whoever has the keyboard by then is who the user wants
_LOOK_AFTER = 30  # ms after opening: the first paint comes before the look at the clipboard


class Presenter(QObject):
    """The popup's life around one session after another. ``where`` is the setting popup.place."""

    _came = Signal(object)

    def __init__(self, popup: Popup, desktop: Desktop, partners: Partners, where: Callable[[], str]) -> None:
        super().__init__()
        self._popup = popup
        self._desktop = desktop
        self._reply = partners.reply
        self._opening = partners.opening
        self._taught = partners.taught
        self._where = where
        self._session: Session | None = None
        self._shown: Phrase | None = None
        self._handover = Handover(popup, partners)
        self._look = QTimer(self, singleShot=True, interval=_LOOK_AFTER)
        self._look.timeout.connect(self._handover.read_clipboard)
        self._doubt = QTimer(self, singleShot=True, interval=_TAKEN_AFTER)
        self._doubt.timeout.connect(self._doubted)
        self._came.connect(self._pressed, Qt.ConnectionType.QueuedConnection)
        self._handover.left.connect(self._hide)
        self._handover.clipboard_read.connect(self._quote)
        self._handover.order_changed.connect(self._follow_order)
        self._handover.closed.connect(self.close)
        popup.set_renderer(self._preview)
        popup.dismissed.connect(self.close)
        popup.left.connect(self._overtaken)
        popup.order_stepped.connect(self._step_order)
        popup.order_refused.connect(self._refuse_order)
        popup.teach_asked.connect(self._teach)

    def pressed(self, press: Press) -> None:
        """A hotkey press, on the driver's thread."""
        self._came.emit(press)

    def set_index(self, index: Index) -> None:
        """What can be chosen from now on."""
        self._handover.phrase = index.phrase
        self._popup.set_index(index)

    def open(self) -> None:
        """Open over the window that has the keyboard now: from the tray, the command line, a second start."""
        if self._popup.isVisible():
            self._popup.activateWindow()
        else:
            self._open(Press(KeyCombo((), "f1"), self._desktop.windows.active(), time.monotonic(), _nothing))

    @Slot()
    def close(self) -> None:
        """Close and give the keyboard back to the chat."""
        self._hide()
        if self._session and self._session.target.window.handle:
            self._desktop.windows.activate(self._session.target.window)

    def private_words(self) -> frozenset[str]:
        """What is known of buyers at this moment."""
        return self._reply.private_words(self._session)

    @Slot(object)
    def _pressed(self, press: Press) -> None:
        if self._popup.isVisible():
            self.close()
            press.let_go()
        else:
            self._open(press)

    def _open(self, press: Press) -> None:
        session = self._session = self._reply.begin(press.window, press.at)
        self._handover.begin(session)
        self._opening(session.chat)
        self._popup.set_target(session.target.profile.label, session.target.buyer)
        held = (_HELD[m] for m in press.combo.modifiers)
        self._popup.shown_by(reduce(or_, held, Qt.KeyboardModifier.NoModifier))
        window = session.target.window
        line = near(self._where(), self._popup.size(), lambda: self._desktop.windows.caret(window))
        self._popup.open_by(line, takes_focus=not press.hands_over)
        self._show_order(session)
        if window.elevated:
            self._popup.show_problem(str(out_of_reach()))
        self._look.start()
        self._doubt.start()

    @Slot()
    def _overtaken(self) -> None:
        """Another window has the keyboard: the chat that we are pasting into, or one that the user went to.

        Qt tells of a loss up to 400 ms late, so that soon after opening it may be the loss before it.
        """
        if not self._handover.sending and not (self._doubt.isActive() and self._coming()):
            self._hide()

    def _coming(self) -> bool:
        """Whether the keyboard is here, or still where it was before the popup opened."""
        active, session = self._desktop.windows.active(), self._session
        here = (int(self._popup.winId()), session.target.window.handle if session else 0)
        return active is None or active.handle in here

    @Slot()
    def _doubted(self) -> None:
        """Somebody else got the keyboard before the popup ever had it: no event tells that it lost it."""
        if not self._popup.has_keyboard():
            self._overtaken()

    @Slot()
    def _hide(self) -> None:
        self._look.stop()
        self._popup.hide()
        self._popup.setUpdatesEnabled(True)

    def _preview(self, phrase: Phrase) -> Preview:
        self._shown = phrase
        session = self._session or self._reply.begin(None, 0.0)
        number = self._reply.wording(session, phrase)
        wording = f"{number + 1}/{len(phrase.variants)}" if len(phrase.variants) > 1 else ""
        try:
            rendered, concerns = self._reply.look(session, phrase)
        except TemplateProblem as problem:
            return Preview("", (), str(problem), wording)
        return Preview(rendered.text, rendered.gaps, "", wording, concerns)

    @Slot()
    def _quote(self) -> None:
        """The clipboard is known now: a phrase that quotes it, or the order in it, is shown anew."""
        session = self._session
        if session and session.orders.copied:
            self._follow_order()
        elif self._shown and self._reply.quotes_clipboard(self._shown):
            self._popup.set_renderer(self._preview)

    @Slot(int)
    def _step_order(self, by: int) -> None:
        if self._session and not self._handover.sending:
            self._session.orders = self._session.orders.step(by)
            self._follow_order()

    @Slot()
    def _refuse_order(self) -> None:
        if self._session and self._session.orders.order and not self._handover.sending:
            self._reply.refuse_order(self._session)
            self._follow_order()

    @Slot()
    def _teach(self) -> None:
        """The agent wants to tell who the buyer in front is."""
        if self._session and self._session.target.window.handle:
            self._hide()
            self._taught(self._session.target)

    @Slot()
    def _follow_order(self) -> None:
        """Another order, or none: the bar and the preview show it."""
        if self._session:
            self._show_order(self._session)
            self._popup.set_renderer(self._preview)

    def _show_order(self, session: Session) -> None:
        self._popup.order.show_note(order_words.note(session.orders, session.target.buyer))


def _nothing() -> None:
    """Nothing was held back."""
