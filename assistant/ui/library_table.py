"""The library's list: many phrases chosen at once, columns shown, hidden and sorted, names typed in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QObject,
    QRect,
    QRectF,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QDrag, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from assistant.core.search import Arranged, Column, Listing, Match
from assistant.ui import theme as themes
from assistant.ui.controls import ThinBar
from assistant.ui.library_cells import ROW, CellDelegate, FloorBar, Heading
from assistant.ui.library_columns import COLUMNS, LOOKS
from assistant.ui.library_rows import Chosen, Facts, Rows, carried
from assistant.ui.popup_panes import draw_empty
from assistant.ui.theme import Theme

_KEPT = 200  # chosen phrases that stay chosen when the list is another
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOT_OURS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape, Qt.Key.Key_Delete)
_NO_KEYS = Qt.KeyboardModifier.NoModifier


class PhraseTable(QTableView):
    """The phrases found. One of them is always current unless there are none."""

    accepted = Signal()  # Enter or a double click
    sort_asked = Signal(object)  # Column
    chosen_changed = Signal()

    def __init__(self, theme: Theme, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme_of_rows = theme
        self.phrases = Rows(facts, self)
        self.empty = ("", "")
        self.cells = CellDelegate(theme, self.phrases, self)
        self.heading = Heading(theme, self)
        self.setModel(self.phrases)
        self.setItemDelegate(self.cells)
        self.setHorizontalHeader(self.heading)
        self._tame()
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, LOOKS[column].width)
            self.setColumnHidden(place, not LOOKS[column].shown)
        self.heading.sectionClicked.connect(lambda place: self.sort_asked.emit(COLUMNS[place]))
        self.heading.sectionResized.connect(lambda place, *_: self._fit() if place else None)
        self.doubleClicked.connect(lambda _: self.accepted.emit())
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        self.chosen_changed.connect(self.viewport().update)
        self.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self.theme_of_rows = self.cells.theme = self.heading.theme = theme
        self.heading.setPalette(themes.palette(theme))
        self.viewport().update()

    def show_matches(self, matches: Sequence[Match], *, stay: bool = True) -> None:
        """List these. What was chosen stays chosen where it is among them, else what followed it, else the first one.

        Without ``stay`` it is the first one.
        """
        old, rows = self.phrases.matches, self._rows(_KEPT) if stay else []
        kept = [old[row].phrase.id for row in rows]
        follower = old[rows[-1] + 1].phrase.id if rows and rows[-1] + 1 < len(old) else ""
        current = self.match() if stay else None
        with QSignalBlocker(self.selectionModel()):
            self.phrases.show(matches)
            rows = [row for key in kept if (row := row_of(matches, key)) >= 0]
            row = row_of(matches, current.phrase.id) if current else -1
            if row < 0 and not rows and follower:
                row = row_of(matches, follower)
            self._choose(rows, row if row >= 0 else (rows or [0])[0])
        self.chosen_changed.emit()

    def choose(self, key: str) -> bool:
        """Choose the phrase with that id and nothing else; False when it is not listed."""
        row = row_of(self.phrases.matches, key)
        if row >= 0:
            self.move_to(row)
        return row >= 0

    def move_to(self, row: int) -> None:
        """Make the nearest row to ``row`` that exists current, visible and the only one chosen."""
        rows = len(self.phrases.matches)
        if rows:
            self._choose([], max(0, min(row, rows - 1)))

    def match(self) -> Match | None:
        """The current one."""
        row = self.currentIndex().row()
        return self.phrases.matches[row] if 0 <= row < len(self.phrases.matches) else None

    def chosen(self) -> Chosen:
        """What is chosen, as it is listed now."""
        return Chosen(self.phrases.matches, self.spans())

    def spans(self) -> list[tuple[int, int]]:
        """First and last row of each run of chosen rows."""
        selection = self.selectionModel().selection()
        parts = (selection.at(n) for n in range(selection.count()))
        return sorted({(part.top(), part.bottom()) for part in parts})

    def show_column(self, column: Column, *, shown: bool) -> None:
        """Show or hide a column; the title always stays."""
        self.setColumnHidden(COLUMNS.index(column), not (shown or column is Column.TITLE))
        self._fit()

    def shows(self, column: Column) -> bool:
        """Whether a column is shown."""
        return not self.isColumnHidden(COLUMNS.index(column))

    def rename(self, column: Column) -> None:
        """Type in the current row's title or code."""
        index = self.phrases.index(self.currentIndex().row(), COLUMNS.index(column))
        if index.isValid():
            self.show_column(column, shown=True)
            self.setFocus()
            self.edit(index)

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802, D102
        drag = QDrag(self)
        drag.setMimeData(carried(len(self.chosen())))
        drag.exec(Qt.DropAction.MoveAction)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if self.state() is QAbstractItemView.State.EditingState:
            event.accept()  # what the line that is typed in leaves over is not for the list
        elif event.key() in _ENTER and event.modifiers() == _NO_KEYS:
            self.accepted.emit()
        elif event.key() in _NOT_OURS or (event.text() and event.text().isprintable()):
            event.ignore()  # letters are not for jumping about
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self.viewport())
        if self.phrases.matches:
            self._paint_grounds(painter, event.rect())
            painter.end()
            super().paintEvent(event)
            return
        draw_empty(painter, self.viewport().rect(), self.theme_of_rows, self.empty)

    def _paint_grounds(self, painter: QPainter, seen: QRect) -> None:
        """Chosen rows side by side are one shape; the current one has an edge while the list has the keyboard."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, wide = self.theme_of_rows, self.viewport().width()
        for first, last in self.spans():
            top, bottom = self.rowViewportPosition(first), self.rowViewportPosition(last) + ROW
            if bottom >= seen.top() and top <= seen.bottom():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.picked)
                painter.drawRoundedRect(QRectF(6, top + 1, wide - 12, bottom - top - 2), 7, 7)
        if self.hasFocus() and self.currentIndex().isValid():
            painter.setPen(theme.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            top = self.rowViewportPosition(self.currentIndex().row())
            painter.drawRoundedRect(QRectF(6.5, top + 1.5, wide - 13, ROW - 3), 7, 7)

    # --- inside

    def _rows(self, most: int) -> list[int]:
        rows: list[int] = []
        for first, last in self.spans():
            rows += range(first, min(last + 1, first + most - len(rows)))
        return rows

    def _choose(self, rows: Sequence[int], current: int) -> None:
        flags, last = QItemSelectionModel.SelectionFlag, len(COLUMNS) - 1
        if not self.phrases.matches:
            return
        selection = QItemSelection()
        for row in rows or [current]:
            selection.select(self.phrases.index(row, 0), self.phrases.index(row, last))
        self.selectionModel().setCurrentIndex(self.phrases.index(current, 0), flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect)
        self.scrollTo(self.phrases.index(current, 0))

    def _fit(self) -> None:
        """The title takes what the others leave."""
        others = sum(self.columnWidth(n) for n in range(1, len(COLUMNS)) if not self.isColumnHidden(n))
        self.setColumnWidth(0, max(LOOKS[Column.TITLE].width, self.viewport().width() - others))

    def _tame(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropOverwriteMode(False)
        self.setVerticalScrollBar(ThinBar(self.theme_of_rows, self))
        self.setHorizontalScrollBar(FloorBar(self.theme_of_rows, self))
        self.setFont(themes.font(13))
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(ROW)
        rows.setDefaultSectionSize(ROW)
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)


def row_of(matches: Sequence[Match], key: str) -> int:
    """Where the phrase with that id is; -1 when it is not among them."""
    if isinstance(matches, Listing | Arranged):
        return matches.row_of(key)
    return next((row for row, match in enumerate(matches) if match.phrase.id == key), -1)
