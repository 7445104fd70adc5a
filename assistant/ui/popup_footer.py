"""The bottom of the popup: which keys do what, or one sentence about what went wrong."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from assistant.ui import theme as themes
from assistant.ui.languages import Worded
from assistant.ui.still import Still
from assistant.ui.theme import Theme

HEIGHT = 30
_LINE = 18
_TEXT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Footer(Worded, QWidget):
    """Key hints at the left, a count at the right; a problem takes the whole line, or two."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.problem = ""
        self._hints: tuple[tuple[str, str], ...] = ()
        self._count = ""
        self._metrics = QFontMetrics(themes.font(12))
        self._caps = QFontMetrics(themes.font(11))
        self._still = Still(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFixedHeight(HEIGHT)
        self.retranslate()

    def retranslate(self) -> None:
        """Name it anew; the hints come from outside."""
        self.setAccessibleName(self.tr("提示"))

    def show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Explain these keys: (key, what it does)."""
        self._hints = tuple(hints)
        self.setAccessibleDescription("，".join(f"{key} {what}" for key, what in self._hints))
        self.update()

    def show_count(self, count: str) -> None:
        """Say how many there are."""
        if count != self._count:
            self._count = count
            self.update()

    def show_problem(self, sentence: str) -> None:
        """Show a sentence instead of the hints; an empty one brings them back."""
        if sentence == self.problem:
            return
        self.problem = sentence
        self.setAccessibleDescription(sentence)
        if not sentence:
            self.show_hints(self._hints)
        lines = 2 if self._metrics.horizontalAdvance(sentence) > self.width() - 56 else 1
        self.setFixedHeight(HEIGHT + (lines - 1) * _LINE)
        self.setToolTip(sentence)
        self.update()

    def keep_still(self) -> None:
        """Take the picture that the next opening starts with."""
        self._still.take(self._look())

    def _look(self) -> Hashable:
        return self._hints, self._count, self.problem, self.theme.dark

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        if self._still.draw(self._look()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.theme.danger_ground if self.problem else self.theme.side)
        painter.fillRect(0, 0, self.width(), 1, self.theme.line)
        if self.problem:
            self._paint_problem(painter)
        else:
            self._paint_hints(painter)
        painter.setPen(self.theme.edge)  # the window's edge runs through this pane in its lower corners
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = QRectF(self.rect()).adjusted(-0.5, -30, 0.5, 0.5)
        painter.drawRoundedRect(edge, themes.RADIUS, themes.RADIUS)

    def _paint_problem(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.danger)
        painter.drawEllipse(QPointF(24, 15.5), 7, 7)
        painter.setPen(self.theme.danger_ground)
        painter.setFont(themes.bold(11))
        painter.drawText(QRect(17, 9, 14, 14), Qt.AlignmentFlag.AlignCenter, "!")
        painter.setPen(self.theme.danger)
        painter.setFont(themes.font(12))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(40, 1, -16, 0), flags, self.problem)

    def _paint_hints(self, painter: QPainter) -> None:
        theme, left, middle = self.theme, 14, (HEIGHT + 1) // 2
        for key, what in self._hints:
            width = self._caps.horizontalAdvance(key) + 10
            painter.setPen(theme.line)
            painter.setBrush(theme.badge)
            painter.drawRoundedRect(QRectF(left + 0.5, middle - 8.5, width, 17), 4, 4)
            painter.setFont(themes.font(11))
            painter.setPen(theme.muted)
            painter.drawText(QRect(left, middle - 9, width + 1, 18), Qt.AlignmentFlag.AlignCenter, key)
            left += width + 6
            painter.setFont(themes.font(12))
            width = self._metrics.horizontalAdvance(what)
            painter.drawText(QRect(left, 1, width + 2, HEIGHT), _TEXT, what)
            left += width + 14
        width = self._metrics.horizontalAdvance(self._count)
        painter.drawText(QRect(self.width() - width - 16, 1, width + 2, HEIGHT), _TEXT, self._count)
