"""A list of phrases that would come, change or go: any number of them, painted as they are seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from assistant.core.model import Phrase
from assistant.ui import theme as themes
from assistant.ui.controls import ThinBar
from assistant.ui.packs_access import Line
from assistant.ui.popup_panes import draw_empty
from assistant.ui.popup_writer import Writer
from assistant.ui.sheet import quiet
from assistant.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_ROW = 50
_FIRST = 160  # characters of a text that a row can show
_NOWHERE = QModelIndex()


def first_line(phrase: Phrase) -> str:
    """How the text begins, in one line."""
    return " ".join(phrase.text[: 2 * _FIRST].split())[:_FIRST]


class Lines(QAbstractListModel):
    """The rows; they are looked at only where they are shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Have these."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:  # noqa: N802, D102
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        phrase = self.lines[index.row()].phrase
        if role == Qt.ItemDataRole.DisplayRole:
            return phrase.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            stopped = self.tr("已停用") if phrase.disabled else ""
            where = " › ".join(phrase.category)
            return "，".join(filter(None, (phrase.title, phrase.code, where, stopped, first_line(phrase))))
        return None


class _Rows(QStyledItemDelegate):
    """Title and code, below them the category and how the text begins; what is disabled is grey."""

    def __init__(self, theme: Theme, view: ArrivalList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._line, self._words, self._tag = (Writer(themes.font(size)) for size in (14, 12, 11))

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802
        return QSize(80, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme, rect = self._theme, cast(QRect, cast(Any, option).rect)
        line = self._view.model().lines[index.row()]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self._view.currentIndex().row():
            painter.setPen(theme.accent if self._view.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.picked)
            painter.drawRoundedRect(QRectF(rect).adjusted(4.5, 1.5, -4.5, -1.5), 6, 6)
        phrase = line.phrase
        box = rect.adjusted(14, 0, -12, 0)
        right = self._chips(painter, box, line)
        if phrase.code:
            width = min(self._words.width(phrase.code), box.width() // 3)
            self._words.draw(painter, QRect(right - width, box.top() + 5, width + 1, 20), phrase.code, theme.muted)
            right -= width + 10
        ink = theme.muted if phrase.disabled else theme.text
        self._line.draw(painter, QRect(box.left(), box.top() + 5, right - box.left(), 20), phrase.title, ink)
        below = "  ·  ".join(filter(None, (" › ".join(phrase.category), first_line(phrase))))
        self._words.draw(painter, QRect(box.left(), box.top() + 26, box.width(), 18), below, theme.muted)

    def _chips(self, painter: QPainter, box: QRect, line: Line) -> int:
        """What has to be said of it, at the right end of ``box``; where the room before it ends."""
        theme, right = self._theme, box.right()
        noted = self.tr("注意") if line.notes else ""
        for label, ink in ((self.tr("停用") if line.phrase.disabled else "", theme.muted), (noted, theme.gap_text)):
            if not label:
                continue
            width = self._tag.width(label) + 10
            chip = QRect(right - width, box.top() + 7, width, 17)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.gap if ink is theme.gap_text else theme.badge)
            painter.drawRoundedRect(chip, 4, 4)
            self._tag.draw(painter, chip.adjusted(5, 0, 0, 0), label, ink)
            right = chip.left() - 6
        return right


class ArrivalList(QTableView):
    """One of them is always current unless there are none; ``empty`` says why there are none.

    A table of one column, because a list view asks the model about every row before it shows the first.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.empty = ("", "")
        self._theme = theme
        self._lines = Lines(self)
        self.setModel(self._lines)
        quiet(self, theme)
        colours = self.palette()
        for group in (colours.ColorGroup.Active, colours.ColorGroup.Inactive):
            colours.setColor(group, colours.ColorRole.Highlight, QColor(0, 0, 0, 0))  # the rows paint their own
        self.setPalette(colours)
        self.setItemDelegate(_Rows(theme, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ThinBar(theme, self))

    def model(self) -> Lines:  # noqa: D102
        return self._lines

    def show_lines(self, lines: Sequence[Line]) -> None:
        """List these, from the first one on."""
        self._lines.show(lines)
        self.setCurrentIndex(self._lines.index(0, 0))

    def line(self) -> Line | None:
        """The current one."""
        row = self.currentIndex().row()
        return self._lines.lines[row] if 0 <= row < len(self._lines.lines) else None

    def moveCursor(  # noqa: N802, D102
        self, cursor: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        ends = {self.CursorAction.MoveHome: 0, self.CursorAction.MoveEnd: len(self._lines.lines) - 1}
        if cursor in ends:
            return self._lines.index(ends[cursor], 0)
        return super().moveCursor(cursor, modifiers)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        if self._lines.lines:
            super().paintEvent(event)
        else:
            draw_empty(QPainter(self.viewport()), self.viewport().rect(), self._theme, self.empty)
