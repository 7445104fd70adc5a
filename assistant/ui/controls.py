"""Small painted controls: chips and buttons that look the same on every system and paint in microseconds."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from assistant.ui import theme as themes
from assistant.ui.theme import Theme


class Chip(QAbstractButton):
    """A small choice out of several; the checked one is filled."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setText(text)
        self.setCheckable(True)
        self.setFont(themes.font(12))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(QFontMetrics(self.font()).horizontalAdvance(text) + 18, 24)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.picked if self.isChecked() else self.theme.hover)
            painter.drawRoundedRect(self.rect(), 12, 12)
        painter.setPen(self.theme.accent_text if self.isChecked() else self.theme.muted)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class ActionButton(QAbstractButton):
    """A push button. ``primary`` is the one that Enter means."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None, *, primary: bool = False) -> None:
        super().__init__(parent)
        self.theme = theme
        self._primary = primary
        self.setText(text)
        self.setFont(themes.font(13))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(32)

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self.text()) + 28, 32)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        ground, edge, ink = self._colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(edge)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self.theme.on_accent if self._primary else self.theme.accent)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5), 5, 5)
        painter.setPen(ink)
        painter.drawText(self.text_box(), Qt.AlignmentFlag.AlignCenter, self.text())

    def text_box(self) -> QRect:
        """Where its text is."""
        return self.rect()

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        theme = self.theme
        if not self.isEnabled():
            return theme.badge, theme.badge, theme.faint
        if self._primary:
            ground = theme.accent.darker(112) if self.isDown() or self.underMouse() else theme.accent
            return ground, ground, theme.on_accent
        ground = theme.badge if self.isDown() else theme.hover if self.underMouse() else theme.window
        return ground, theme.edge, theme.text


class ThinBar(QScrollBar):
    """A narrow vertical scroll bar: a rounded handle on its pane's ground."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.theme = theme

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(9, 40)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().base())
        span = self.maximum() - self.minimum() + self.pageStep()
        if self.maximum() <= self.minimum() or not span:
            return
        length = max(24.0, self.height() * self.pageStep() / span)
        top = (self.height() - length) * (self.value() - self.minimum()) / (self.maximum() - self.minimum())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.faint if self.underMouse() or self.isSliderDown() else self.theme.edge)
        painter.drawRoundedRect(QRectF(2, top + 2, 4, length - 4), 2, 2)


def lay_out_page(page: QWidget, head: tuple[QWidget, QWidget], body: QWidget, buttons: tuple[QWidget, QWidget]) -> None:
    """A page of the popup: heading and hint, what it is about, the way back at the left and the way on at the right."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 12, 0)
    row.addWidget(buttons[0])
    row.addStretch()
    row.addWidget(buttons[1])
    column = QVBoxLayout(page)
    column.setContentsMargins(28, 18, 20, 14)
    column.setSpacing(4)
    for line in head:
        column.addWidget(line)
    column.addSpacing(10)
    column.addWidget(body, 1)
    column.addLayout(row)
    page.setAutoFillBackground(True)
