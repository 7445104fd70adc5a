"""The text of one wording while it is written: coloured, completed, marked where something is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QInputMethodEvent, QKeyEvent, QTextDocument
from PySide6.QtWidgets import QToolTip, QWidget

from assistant.core.completion import NOTHING, Completer, Offer
from assistant.core.review import Fix, Remark
from assistant.ui.paper import Paper, document_for, touches_clipboard
from assistant.ui.pasteboard import Pasteboard
from assistant.ui.suggestions import Suggestions
from assistant.ui.template_colours import colours_of
from assistant.ui.theme import Theme

Key = Qt.Key


class TemplateEdit(Paper):
    """Ctrl+Space offers what can stand at the cursor; F8 asks for the next remark."""

    edited = Signal()
    next_remark_asked = Signal()

    def __init__(
        self, completer: Completer, pasteboard: Pasteboard, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(pasteboard, theme, parent)
        self._completer = completer
        self._completion = NOTHING
        self._remarks: Sequence[Remark] = ()
        self._quiet = False
        self.list = Suggestions(theme, self)
        self.list.chosen.connect(self._take)
        self._colouring = QTimer(self, singleShot=True, interval=0)
        self._colouring.timeout.connect(self._colour)
        self.textChanged.connect(self._changed)
        self.show_document(document_for(""))
        self.cursorPositionChanged.connect(self._moved)
        self._apply()

    def show_document(self, document: QTextDocument) -> None:
        """Work on another wording."""
        self._quiet = True
        self.list.hide()
        self._remarks = ()
        super().show_document(document)
        self._quiet = False
        self._colour()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Mark these."""
        self._remarks = remarks
        self._colour()

    def mend(self, fix: Fix) -> None:
        """Do what ``fix`` says, as one step of the undo."""
        self.put(fix.start, fix.end, fix.text)

    def complete(self) -> None:
        """Offer what can stand at the cursor."""
        cursor = self.textCursor()
        if cursor.hasSelection() or self.isReadOnly():
            self._completion = NOTHING
        else:
            self._completion = self._completer.at(self.source(), self.character(cursor.position()))
        self.list.show_at(self._completion.offers, self.cursorRect().translated(self.viewport().pos()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if isinstance(event, QHelpEvent):
            self._explain(event)
        elif event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        elif touches_clipboard(event):
            self.list.hide()
            return super().eventFilter(watched, event)
        else:
            self._key(event)
        return True

    def _explain(self, event: QHelpEvent) -> None:
        spot = self.viewport().mapFrom(self, event.pos())
        place = self.character(self.cursorForPosition(spot).position())
        said = [remark.sentence for remark in self._remarks if remark.start <= place <= remark.end]
        QToolTip.showText(event.globalPos(), "\n".join(said), self)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802, D102
        return not self.list.isVisible() and super().focusNextPrevChild(next)

    def _key(self, event: QKeyEvent) -> None:
        if self.list.take_key(event):
            return
        if event.key() == Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.complete()
        elif event.key() == Key.Key_F8:
            self.next_remark_asked.emit()
        else:
            self.keyPressEvent(event)
            self._typed(event.text())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802, D102
        super().inputMethodEvent(event)
        if not event.preeditString():
            self._typed(event.commitString())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802, D102
        super().focusOutEvent(event)
        self.list.hide()

    def _apply(self) -> None:
        super()._apply()
        self.list.theme = self._theme
        self._colour()

    def _changed(self) -> None:
        if not self._quiet:
            self._remarks = ()  # their places are of the text as it was
            self._colouring.start()
            self.edited.emit()

    def _colour(self) -> None:
        self.setExtraSelections(colours_of(self.document(), self._remarks, self._theme))

    def _typed(self, text: str) -> None:
        if self.list.isVisible() or (text and text.isprintable()):
            self.complete()

    def _moved(self) -> None:
        if not self.list.isVisible():
            return
        place = self.character(self.textCursor().position())
        if not self._completion.start <= place <= self._completion.end + 1:
            self.list.hide()

    def _take(self, offer: Offer) -> None:
        self.put(self._completion.start, self._completion.end, offer.text, offer.marked)
