"""A choice out of many, and a button that asks once more before it does something."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QPointF, QRectF, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton
from assistant.ui.inputs import HEIGHT
from assistant.ui.theme import Theme

_DOUBLE = 500  # ms in which a second click belongs to a double click
_THINKS = 6_000  # ms after which the question is taken back


class Picker(QComboBox):
    """One of a list of values, folded away; ``settled`` when the user has chosen."""

    settled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setFont(themes.font(14))
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda _: self.settled.emit())

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these values with their labels; the chosen one stays chosen if it is still there."""
        chosen = self.value()
        with QSignalBlocker(self):
            self.clear()
            for value, label in options:
                self.addItem(label, value)
        self.show_value(chosen)

    def value(self) -> str:
        """The chosen value; empty when there is none."""
        return str(self.currentData() or "")

    def show_value(self, value: str) -> None:
        """Choose ``value``, or the first when it is not offered, without a signal."""
        with QSignalBlocker(self):
            self.setCurrentIndex(max(0, self.findData(value)))
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802, D102
        event.ignore()  # it scrolls the page

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.accent if self.hasFocus() else self.theme.edge)
        painter.setBrush(self.theme.hover if self.underMouse() else self.theme.window)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.setFont(self.font())
        painter.setPen(self.theme.text)
        room = self.rect().adjusted(11, 0, -32, 0)
        shown = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setPen(QPen(self.theme.muted, 1.5))
        x, y = self.width() - 18.0, self.height() / 2
        painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])


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
