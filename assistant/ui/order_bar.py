"""The order that a reply is filled from, above the preview: which of how many, and the way to another or to none."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from assistant.ui import theme as themes
from assistant.ui.languages import Worded
from assistant.ui.theme import Theme

_HEIGHT = 28
_BUTTON = 22  # pixels that each of the small buttons takes


@dataclass(frozen=True, slots=True)
class OrderNote:
    """What the bar says. ``label`` names the chosen order, "" when none of the ``count`` orders is chosen.

    ``place`` counts from 1; ``foreign`` tells that the order is another buyer's.
    """

    label: str = ""
    place: int = 0
    count: int = 0
    foreign: bool = False


NO_ORDER = OrderNote()


class OrderBar(Worded, QWidget):
    """A line with the order's label, arrows when there are several, and a cross. It goes away without orders."""

    stepped = Signal(int)
    refused = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._note = NO_ORDER
        self._metrics = QFontMetrics(themes.font(12))
        self.setFixedHeight(_HEIGHT)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_note(self, note: OrderNote) -> None:
        """Say this."""
        if note != self._note:
            self._note = note
            self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of the interface."""
        note = self._note
        self.setAccessibleName(self._text())
        keys = self.tr("Alt+← → 换订单，Alt+退格 不用这个订单")
        self.setToolTip(f"{self._text()}\n{keys}" if note.count else "")
        self.setAccessibleDescription(keys)
        self.setVisible(bool(note.count))
        self.update()

    def _text(self) -> str:
        note = self._note
        return note.label or self.tr("没有用订单（有 {count} 个）").format(count=note.count)

    def _buttons(self) -> list[tuple[QRect, str]]:
        """The small buttons from right to left, and what each does."""
        names = (["drop"] if self._note.label else []) + (
            ["next", "previous"] if self._note.count > 1 or not self._note.label else []
        )
        right = self.width() - 4
        return [(QRect(right - (n + 1) * _BUTTON, 3, _BUTTON, _BUTTON), name) for n, name in enumerate(names)]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, note = self.theme, self._note
        ink = theme.gap_text if note.foreign else theme.text if note.label else theme.muted
        painter.setPen(theme.gap_edge if note.foreign else theme.line)
        painter.setBrush(theme.gap if note.foreign else theme.bubble)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.setFont(themes.font(12))
        painter.setPen(ink)
        buttons = self._buttons()
        right = min((box.left() for box, _ in buttons), default=self.width() - 8) - 4
        if note.count > 1 and note.label:
            which = f"{note.place}/{note.count}"
            wide = self._metrics.horizontalAdvance(which)
            place = QRect(right - wide, 0, wide + 1, _HEIGHT)
            painter.setPen(theme.muted)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, which)
            painter.setPen(ink)
            right -= wide + 6
        text = self._metrics.elidedText(self._text(), Qt.TextElideMode.ElideRight, right - 10)
        painter.drawText(QRect(10, 0, right - 8, _HEIGHT), Qt.AlignmentFlag.AlignVCenter, text)
        for box, name in buttons:
            self._paint_button(painter, box, name)

    def _paint_button(self, painter: QPainter, box: QRect, name: str) -> None:
        painter.setPen(QPen(self.theme.muted, 1.4))
        x, y = box.center().x() + 0.5, box.center().y() + 0.5
        if name == "drop":
            painter.drawLine(QPointF(x - 3.5, y - 3.5), QPointF(x + 3.5, y + 3.5))
            painter.drawLine(QPointF(x - 3.5, y + 3.5), QPointF(x + 3.5, y - 3.5))
            return
        way = 2 if name == "next" else -2
        painter.drawPolyline([QPointF(x - way, y - 4), QPointF(x + way, y), QPointF(x - way, y + 4)])

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        hit = next((name for box, name in self._buttons() if box.contains(event.position().toPoint())), "")
        if hit == "drop":
            self.refused.emit()
        elif hit:
            self.stepped.emit(1 if hit == "next" else -1)
