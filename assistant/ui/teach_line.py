"""A window's title, in which the buyer's nick is marked with mouse or keyboard."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from assistant.ui import theme as themes
from assistant.ui.inputs import Entry
from assistant.ui.theme import Theme

_HEIGHT = 42
# A double click marks what stands between these.
_BETWEEN = re.compile(r"\s+[-–—|｜·•]\s+|[-–—](?=千牛|接待)|[()（）\[\]【】<>《》“”\"|｜]+|[:：]\s+|\s{2,}|^\s+|\s+$")


def run_at(text: str, place: int) -> tuple[int, int]:
    """Where the run that holds ``place`` begins and ends."""
    start, end = 0, len(text)
    for gap in _BETWEEN.finditer(text):
        if gap.end() <= place:
            start = gap.end()
        elif gap.start() >= place:
            end = gap.start()
            break
        else:  # in between: the run before it
            end = gap.start()
            break
    return start, max(start, end)


class TitleLine(Entry):
    """Cannot be edited. ``selectionChanged`` tells of every change of :meth:`mark`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setReadOnly(True)
        self.setFont(themes.font(16))
        self.setFixedHeight(_HEIGHT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def show_title(self, title: str) -> None:
        """Another title, nothing marked in it."""
        self.setText(title)
        self.setCursorPosition(0)
        self.deselect()

    def mark(self) -> tuple[int, int]:
        """Where the mark begins and ends in the title; nowhere: (0, 0). Counted in Python's characters."""
        start = self.selectionStart()
        if start < 0:
            return 0, 0
        return _count(self.text(), start), _count(self.text(), start + len(_wide(self.selectedText())))

    def set_mark(self, start: int, end: int) -> None:
        """Mark these characters."""
        text = self.text()
        left, right = (len(_wide(text[:place])) for place in (start, end))
        self.setSelection(left, right - left)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        if event.button() is Qt.MouseButton.LeftButton:
            place = _count(self.text(), self.cursorPositionAt(event.position().toPoint()))
            self.set_mark(*run_at(self.text(), place))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802, D102
        marked = self.mark()
        super().focusInEvent(event)  # Tab would mark all
        if self.mark() != marked:
            self.deselect()
            self.set_mark(*marked)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        super().paintEvent(event)
        if self.hasFocus() and not self.hasSelectedText():
            painter = QPainter(self)  # what cannot be edited has no caret of its own
            caret = self.cursorRect()
            painter.setPen(self.theme.accent)
            painter.drawLine(caret.center().x(), caret.top() + 2, caret.center().x(), caret.bottom() - 2)


def _wide(text: str) -> bytes:
    """Two bytes for each place that Qt counts."""
    return text.encode("utf-16-le", "surrogatepass")[::2]


def _count(text: str, places: int) -> int:
    """How many characters come before a place as Qt counts them."""
    return len(text.encode("utf-16-le", "surrogatepass")[: places * 2].decode("utf-16-le", "ignore"))
