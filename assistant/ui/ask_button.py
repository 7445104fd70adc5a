"""A button that asks once more before it does something."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from assistant.ui.controls import ActionButton
from assistant.ui.theme import Theme

_DOUBLE = 500  # ms in which a second click belongs to a double click
_THINKS = 6_000  # ms after which the question is taken back


class AskButton(ActionButton):
    """Asks ``question`` in place of its label at the first click, and is ``confirmed`` by the second."""

    confirmed = Signal()

    def __init__(self, label: str, question: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(label, theme, parent)
        self._label, self._question = label, question
        self.double_click = _DOUBLE
        self._since = QElapsedTimer()
        self._back = QTimer(self, singleShot=True, interval=_THINKS)
        self._back.timeout.connect(self.calm)
        self.clicked.connect(self._clicked)

    @property
    def asking(self) -> bool:
        """Whether the next click is the one that counts."""
        return self.text() == self._question

    def calm(self) -> None:
        """Take the question back."""
        self._back.stop()
        self.setText(self._label)
        self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802, D102
        self.calm()
        super().focusOutEvent(event)

    def _clicked(self) -> None:
        if not self.asking:
            self._since.start()
            self._back.start()
            self.setText(self._question)
            self.updateGeometry()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._since.elapsed() >= self.double_click:
            self.calm()
            self.confirmed.emit()
