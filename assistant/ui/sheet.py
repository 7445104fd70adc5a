"""Small windows over a window that ask for one thing: a heading, a body, the way back and the way on."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton, ThinBar
from assistant.ui.inputs import Ink, Note
from assistant.ui.popup_writer import Writer
from assistant.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex

_NAMES = 92  # pixels of the names of inputs
_TICK = (QPoint(4, 8), QPoint(7, 11), QPoint(12, 5))
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Sheet(QDialog):
    """Built for one use. Enter is the way on, Esc the way back. Fill :attr:`body`, then call :meth:`open`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, wide: int = 420) -> None:
        super().__init__(parent)
        self.colours = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setPalette(themes.palette(theme))
        self.setFont(themes.font(13))
        self.setMinimumWidth(wide)
        self._heading = Note("", theme, self, ink=Ink.TEXT)
        self._heading.setFont(themes.bold(16))
        self.hint = Note("", theme, self)
        self.hint.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(10)
        self.note = Note("", theme, self)
        keeping = self.note.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)  # the buttons stay as wide as their words
        self.note.setSizePolicy(keeping)
        self.foot.addWidget(self.note, 1)
        self.back = ActionButton("", theme, self)
        self.back.clicked.connect(self.reject)
        self.foot.addWidget(self.back)
        self.way_on = ActionButton("", theme, self, primary=True)
        self.foot.addWidget(self.way_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self.hint)
        column.addSpacing(4)
        column.addLayout(self.body, 1)
        column.addSpacing(6)
        column.addLayout(self.foot)

    def ask(self, title: str, on: str = "", hint: str = "") -> None:
        """Head it; ``on`` names the way on, without one there is only a way back."""
        self.setWindowTitle(title)
        self._heading.setText(title)
        self.hint.say(hint, Ink.MUTED)
        self.back.setText(self.tr("取消") if on else self.tr("关闭"))
        self.way_on.setText(on)
        self.way_on.setVisible(bool(on))

    def add_row(self, label: str, widget: QWidget) -> None:
        """A labelled input."""
        row = QHBoxLayout()
        row.setSpacing(12)
        name = Note(label, self.colours, self)
        name.setFixedWidth(_NAMES)
        name.setFont(themes.font(13))
        row.addWidget(name)
        row.addWidget(widget, 1)
        widget.setAccessibleName(label)
        self.body.addLayout(row)

    def add_button(self, text: str, tip: str = "") -> ActionButton:
        """One more thing to do, left of the way back."""
        button = ActionButton(text, self.colours, self)
        button.setToolTip(tip)
        self.foot.insertWidget(self.foot.count() - 2, button)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        if event.key() in _ENTER:
            if self.way_on.isVisible() and self.way_on.isEnabled():
                self.way_on.click()
            return
        super().keyPressEvent(event)


def quiet(view: QAbstractScrollArea, theme: Theme) -> None:
    """Colours of a list in a sheet: our own ground for what is chosen, no frame but a line."""
    colours = themes.palette(theme)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        colours.setColor(group, QPalette.ColorRole.Highlight, theme.picked)
        colours.setColor(group, QPalette.ColorRole.HighlightedText, theme.text)
    colours.setColor(QPalette.ColorRole.Base, theme.side)
    view.setPalette(colours)
    view.setFrameShape(QFrame.Shape.NoFrame)


class Tick(QCheckBox):
    """A box to tick, and its words."""

    def __init__(self, text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setFont(themes.font(13))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self.text()) + 26, 26)

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802, D102
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        paint_tick(painter, QRect(2, (self.height() - 16) // 2, 16, 16), self._theme, on=self.isChecked())
        if self.hasFocus():
            painter.setPen(self._theme.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(0.5, (self.height() - 16) // 2 - 1.5, 19, 19), 5.5, 5.5)
        painter.setFont(self.font())
        painter.setPen(self._theme.text)
        painter.drawText(self.rect().adjusted(25, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())


def paint_tick(painter: QPainter, box: QRect, theme: Theme, *, on: bool) -> None:
    """A box, ticked or not."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.accent if on else theme.faint)
    painter.setBrush(theme.accent if on else theme.window)
    painter.drawRoundedRect(box, 4, 4)
    if on:
        painter.setPen(QPen(theme.on_accent, 1.8))
        painter.drawPolyline([box.topLeft() + offset for offset in _TICK])


class LineDelegate(QStyledItemDelegate):
    """An item of one or two lines, the second one smaller."""

    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._line, self._words = Writer(themes.font(13)), Writer(themes.font(12))

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802, D102
        return QSize(60, 48 if "\n" in str(index.data()) else 32)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:  # noqa: D102
        row, theme = self._view.model().index(index.row(), 0), self._theme
        rect = self._view.visualRect(row)
        if self._view.selectionModel().isSelected(row):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            here = self._view.hasFocus() and row == self._view.currentIndex()
            painter.setPen(theme.accent if here else Qt.PenStyle.NoPen)
            painter.setBrush(theme.picked)
            painter.drawRoundedRect(QRectF(rect).adjusted(4.5, 1.5, -4.5, -1.5), 6, 6)
        first, _, second = str(index.data()).partition("\n")
        box = rect.adjusted(14, 0, -12, 0)
        if second:
            self._line.draw(painter, QRect(box.left(), box.top() + 4, box.width(), 20), first, theme.text)
            self._words.draw(painter, QRect(box.left(), box.top() + 24, box.width(), 18), second, theme.muted)
        else:
            self._line.draw(painter, box, first, theme.text)


class ListBox(QListWidget):
    """A list of lines to choose one of."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        quiet(self, theme)
        self.setFont(themes.font(13))
        self.setItemDelegate(LineDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ThinBar(theme, self))
