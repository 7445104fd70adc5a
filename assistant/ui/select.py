"""One value out of a list that folds down, in our colours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from assistant.ui import theme as themes
from assistant.ui.theme import Theme, Themed

HEIGHT = 30
_LEFT, _RIGHT = 10, 28  # pixels beside the label; the arrow is in those on the right


class Select(Themed, QComboBox):
    """Options are pairs of value and label. The wheel scrolls the page and changes nothing."""

    settled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFont(themes.font(13))
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(lambda _: self.settled.emit())

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """What can be chosen, instead of what could; the value stays if it is still there."""
        value = self.value()
        self.clear()
        for key, label in options:
            self.addItem(label, key)
        self.show_value(value)
        metrics = QFontMetrics(self.font())
        widest = max((metrics.horizontalAdvance(label) + 1 for _, label in options), default=0)  # 1: it rounds
        self.setMinimumWidth(min(widest, 150) + _LEFT + _RIGHT)

    def value(self) -> str:
        """The chosen value."""
        return str(self.currentData() or "")

    def show_value(self, value: str) -> None:
        """Choose ``value``; one that is not offered is added."""
        place = self.findData(value)
        if place < 0 and value:
            self.addItem(value, value)
            place = self.count() - 1
        self.setCurrentIndex(max(0, place))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802, D102
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.accent if self.hasFocus() else theme.edge)
        painter.setBrush(theme.hover if self.underMouse() and self.isEnabled() else theme.window)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.setPen(theme.text if self.isEnabled() else theme.faint)
        box = self.rect().adjusted(_LEFT, 0, -_RIGHT, 0)
        words = QFontMetrics(self.font()).elidedText(self.currentText(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        x, y = self.width() - 15.0, self.height() / 2
        painter.setPen(QPen(theme.muted, 1.5))
        painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])

    def _apply(self) -> None:
        self.setPalette(themes.palette(self._theme))
        self.view().setPalette(themes.palette(self._theme))
        self.update()
