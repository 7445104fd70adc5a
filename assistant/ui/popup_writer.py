"""Lines of text as the lists of the popup paint them, measured once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from assistant.core.search import Span

_KEPT = 4_000  # cut texts remembered
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Writer:
    """Draws lines in one font: cut with an ellipsis, matches in another colour. Remembers what it measured."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        self._cut: dict[tuple[str, int], str] = {}

    def width(self, text: str) -> int:
        """Pixels that ``text`` takes."""
        return self._metrics.horizontalAdvance(text)

    def cut(self, text: str, width: int) -> str:
        """``text`` with an ellipsis where it is wider than ``width``."""
        key = (text, width)
        if (found := self._cut.get(key)) is None:
            if len(self._cut) > _KEPT:
                self._cut.clear()
            found = self._cut[key] = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        return found

    def draw(self, painter: QPainter, box: QRect, text: str, ink: QColor) -> None:
        """One line in ``box``, vertically centred."""
        painter.setFont(self.font)
        painter.setPen(ink)
        painter.drawText(box, _LEFT, self.cut(text, box.width()))

    def draw_marked(
        self, painter: QPainter, box: QRect, marked: tuple[str, Sequence[Span]], inks: tuple[QColor, QColor]
    ) -> None:
        """One line with its spans in the second ink."""
        text, spans = marked
        if not spans:
            self.draw(painter, box, text, inks[0])
            return
        shown = self.cut(text, box.width())
        painter.setFont(self.font)
        left = box.left()
        for piece, marked_here in _pieces(shown, spans, len(shown) - (shown != text)):
            painter.setPen(inks[marked_here])
            painter.drawText(QRect(left, box.top(), box.right() - left + 2, box.height()), _LEFT, piece)
            left += self.width(piece)


def _pieces(text: str, spans: Sequence[Span], end: int) -> Iterator[tuple[str, bool]]:
    """``text`` cut at its spans; spans beyond ``end`` are not seen."""
    place = 0
    for first, last in spans:
        if first >= end:
            break
        if first > place:
            yield text[place:first], False
        place = min(last, end)
        yield text[first:place], True
    if place < len(text):
        yield text[place:], False
