"""A list of offers beside the text cursor. It never has the focus: keys are given to it by the line it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from assistant.core.completion import Offer
from assistant.ui import theme as themes
from assistant.ui.theme import Theme

_ROW, _ROWS, _PAD = 28, 8, 5
_WIDEST, _NARROWEST = 380, 200
Key = Qt.Key
_MOVES = {Key.Key_Down: 1, Key.Key_Up: -1, Key.Key_PageDown: _ROWS, Key.Key_PageUp: -_ROWS}
_TAKES = (Key.Key_Return, Key.Key_Enter, Key.Key_Tab)


class Suggestions(QWidget):
    """The list, painted over the window that ``owner`` is in."""

    chosen = Signal(object)  # Offer

    def __init__(self, theme: Theme, owner: QWidget) -> None:
        super().__init__(owner)
        self.theme = theme
        self.offers: Sequence[Offer] = ()
        self.row = 0
        self._first = 0
        self._owner = owner
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("可以填的内容"))
        self.hide()

    def show_at(self, offers: Sequence[Offer], place: QRect) -> None:
        """Show ``offers`` below ``place`` (in the owner's coordinates), above where there is no room; none hides it."""
        if not offers:
            self.hide()
            return
        self.offers, self.row, self._first = offers, 0, 0
        window = self._owner.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        room = window.rect()
        high = min(len(offers), _ROWS) * _ROW + 2 * _PAD
        wide = min(self._wanted(), room.width() - 8)
        top_left = self._owner.mapTo(window, place.bottomLeft()) + QPoint(0, 4)
        if top_left.y() + high > room.bottom():
            top_left.setY(max(4, self._owner.mapTo(window, place.topLeft()).y() - high - 4))
        top_left.setX(max(4, min(top_left.x(), room.right() - wide - 4)))
        self.setGeometry(QRect(top_left, QSize(wide, high)))
        self.raise_()
        self.show()
        self.update()

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether the key was for the list."""
        if not self.isVisible():
            return False
        key = Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _MOVES:
            self._move(_MOVES[key])
        elif plain and key in _TAKES:
            self.take(self.row)
        elif key == Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def take(self, row: int) -> None:
        """Choose the offer in that row."""
        self.hide()
        if 0 <= row < len(self.offers):
            self.chosen.emit(self.offers[row])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        self.row = self._row_at(event.position().y())
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        self.take(self._row_at(event.position().y()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.window)
        painter.setPen(theme.edge)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        for line, offer in enumerate(self.offers[self._first : self._first + _ROWS]):
            box = QRect(_PAD, _PAD + line * _ROW, self.width() - 2 * _PAD, _ROW)
            self._paint_row(painter, box, offer, picked=line + self._first == self.row)

    def _paint_row(self, painter: QPainter, box: QRect, offer: Offer, *, picked: bool) -> None:
        theme = self.theme
        if picked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.picked)
            painter.drawRoundedRect(QRectF(box), 5, 5)
        inner = box.adjusted(9, 0, -9, 0)
        painter.setFont(themes.font(13))
        painter.setPen(theme.accent_text if picked else theme.text)
        label = QFontMetrics(painter.font()).elidedText(offer.label, Qt.TextElideMode.ElideRight, inner.width())
        used = QFontMetrics(painter.font()).horizontalAdvance(label) + 14
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, label)
        painter.setFont(themes.font(12))
        painter.setPen(theme.muted)
        room = inner.width() - used
        detail = QFontMetrics(painter.font()).elidedText(offer.detail, Qt.TextElideMode.ElideRight, room)
        painter.drawText(
            inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, detail if room > 24 else ""
        )

    def _move(self, by: int) -> None:
        last = len(self.offers) - 1
        if abs(by) == 1:
            self.row = (self.row + by) % (last + 1)
        else:
            self.row = max(0, min(last, self.row + by))
        self._first = max(self.row - _ROWS + 1, min(self._first, self.row))
        self.update()

    def _row_at(self, y: float) -> int:
        return self._first + max(0, min(_ROWS - 1, int(y - _PAD) // _ROW))

    def _wanted(self) -> int:
        words = QFontMetrics(themes.font(13))
        widths = [words.horizontalAdvance(offer.label + offer.detail) for offer in self.offers[:40]]
        return max(_NARROWEST, min(_WIDEST, max(widths) + 60))


class Suggesting(QObject):
    """Has a line edit offer what fits while somebody types in it, and the whole list on Down."""

    taken = Signal(str)

    def __init__(self, line: QLineEdit, find: Callable[[str], Sequence[str]], theme: Theme) -> None:
        """``find`` gives the words for what was typed, the best first."""
        super().__init__(line)
        self.list = Suggestions(theme, line)
        self._line = line
        self._find = find
        self.list.chosen.connect(self._take)
        line.textEdited.connect(lambda _: self.suggest())
        line.installEventFilter(self)

    def suggest(self) -> None:
        """Offer what fits what was typed; nothing where that is all there is."""
        typed = self._line.text()
        words = [word for word in self._find(typed) if word != typed]
        self.list.show_at([Offer(word, "", word) for word in words[:40]], self._line.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keys are for the list first, while it is there."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self.list.take_key(event):
                return True
            if event.key() == Key.Key_Down and not self.list.isVisible():
                self.suggest()
                return True
        elif event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.list.hide()
        return super().eventFilter(watched, event)

    def _take(self, offer: Offer) -> None:
        self._line.setText(offer.text)
        self.taken.emit(offer.text)
