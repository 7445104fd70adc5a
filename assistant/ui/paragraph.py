"""Words wrapped to a width: between words where that is possible, inside a long link where it is not."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

_LINE_SEPARATOR = "\u2028"


class Paragraph:
    """Plain text of several lines in one font and at most ``width`` pixels wide."""

    def __init__(self, text: str, font: QFont, width: int) -> None:
        self._layout = QTextLayout(text.replace("\n", _LINE_SEPARATOR), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        height = taken = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
            taken = max(taken, line.naturalTextWidth())
        self._layout.endLayout()
        self.size = QSize(min(width, ceil(taken)), ceil(height))

    def draw(self, painter: QPainter, left: float, top: float, ink: QColor) -> None:
        """Draw it with its upper left corner there."""
        painter.setPen(ink)
        self._layout.draw(painter, QPointF(left, top))
