"""A message as a chat shows it: a face, and beside it the words on a rounded ground."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from assistant.ui import theme as themes
from assistant.ui.paragraph import Paragraph
from assistant.ui.theme import Theme

_FACE = 34
_MARGIN, _GAP, _PAD_X, _PAD_Y = 14, 10, 12, 9
_SHARE = 0.72  # of the width that words may take


class Bubble(QLabel):
    """One message; ``own`` ones stand on the right. As wide as its chat, as high as its words."""

    def __init__(self, text: str, who: str, theme: Theme, *, own: bool = False) -> None:
        super().__init__()
        self.theme = theme
        self._who, self._own = who, own
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(themes.font(14))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Say something else."""
        self.setText(text)
        self.setAccessibleName(f"{self._who}：{text}")
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:  # noqa: N802, D102
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802, D102
        return max(_FACE, self._words(width).size.height() + 2 * _PAD_Y) + 12

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(160, _FACE + 12)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = self._words(self.width())
        beside = _MARGIN + _FACE + _GAP
        width = words.size.width() + 2 * _PAD_X
        left = self.width() - beside - width if self._own else beside
        box = QRect(left, 6, width, words.size.height() + 2 * _PAD_Y)
        self._paint_face(painter, self.width() - _MARGIN - _FACE if self._own else _MARGIN)
        self._paint_ground(painter, box)
        ink = self.theme.on_accent if self._own else self.theme.text
        words.draw(painter, box.left() + _PAD_X, box.top() + _PAD_Y, ink)

    def _words(self, width: int) -> Paragraph:
        room = max(80, round((width - 2 * _MARGIN - _FACE - _GAP) * _SHARE)) - 2 * _PAD_X
        return Paragraph(self.text(), self.font(), room)

    def _paint_face(self, painter: QPainter, left: int) -> None:
        theme, face = self.theme, QRect(left, 6, _FACE, _FACE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.picked if self._own else theme.gap)
        painter.drawEllipse(face)
        painter.setFont(themes.bold(14))
        painter.setPen(theme.accent_text if self._own else theme.gap_text)
        painter.drawText(face, Qt.AlignmentFlag.AlignCenter, self._who[-1:])

    def _paint_ground(self, painter: QPainter, box: QRect) -> None:
        ground = QPainterPath()
        ground.setFillRule(Qt.FillRule.WindingFill)
        ground.addRoundedRect(QRectF(box), 11, 11)
        corner = QRectF(box.right() - 11, box.top(), 12, 12) if self._own else QRectF(box.left(), box.top(), 12, 12)
        ground.addRoundedRect(corner, 3, 3)  # the corner next to the face is sharper
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.accent if self._own else self.theme.bubble)
        painter.drawPath(ground)
