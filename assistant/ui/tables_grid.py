"""A table as a grid of cells to type in, with its problems marked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygon
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from assistant.core.tables import edits
from assistant.core.tables.check import Problem, is_serious
from assistant.core.tables.table import LONGEST_CELL, MOST_ROWS, Table
from assistant.ui import tables_words as words
from assistant.ui import theme as themes
from assistant.ui.controls import ThinBar
from assistant.ui.library_cells import FloorBar
from assistant.ui.popup_writer import Writer
from assistant.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
ROW, _HEAD, _NUMBERS = 32, 46, 46
_PAD = 10
_NARROWEST, _WIDEST, _ROOM = 96, 320, 30
_MEASURED = 200  # rows that the width of a column is taken from
_TOP_LEFT = QModelIndex()


class Cells(QAbstractTableModel):
    """The cells, and one empty row below them to go on in."""

    typed = Signal(object)  # a Table

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.table = Table("")
        self.marks: dict[tuple[int, int], list[Problem]] = {}

    def show_table(self, table: Table) -> None:
        """Show this one."""
        same = (len(table.rows), table.columns) == (len(self.table.rows), self.table.columns)
        if same:
            self.table = table
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self.table, self.marks = table, {}
        self.endResetModel()

    def mark(self, problems: Iterable[Problem]) -> None:
        """Mark the cells that something is wrong with."""
        self.marks = {}
        for found in problems:
            self.marks.setdefault((found.row, found.column), []).append(found)
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def rowCount(self, parent: AnyIndex = _TOP_LEFT) -> int:  # noqa: N802, D102
        if parent.isValid() or not self.table.columns:
            return 0
        return min(len(self.table.rows) + 1, MOST_ROWS)

    def columnCount(self, parent: AnyIndex = _TOP_LEFT) -> int:  # noqa: N802, D102
        return 0 if parent.isValid() else len(self.table.columns)

    def text(self, row: int, column: int) -> str:
        """What stands there; nothing in the empty row."""
        return self.table.rows[row][column] if row < len(self.table.rows) else ""

    def beside(self, row: int, column: int) -> tuple[int, int]:
        """The cell itself where something is wrong with it, else the first such cell of its row."""
        wrong = sorted(place for place in self.marks if place[0] == row)
        return (row, column) if (row, column) in self.marks or not wrong else wrong[0]

    def told(self, row: int, column: int) -> str:
        """What is wrong with a cell; row -1 is the heading."""
        return "\n".join(words.problem(found, self.table) for found in self.marks.get((row, column), ()))

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.text(index.row(), index.column())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self.told(index.row(), index.column()) or None
        return None

    def headerData(  # noqa: N802, D102
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if across and section < len(self.table.columns):
            column = self.table.columns[section]
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                return column.name
            if role == Qt.ItemDataRole.ToolTipRole:
                return self.told(-1, section) or words.kinds()[column.kind][1]
        if not across and role == Qt.ItemDataRole.DisplayRole:
            return str(section + 1) if section < len(self.table.rows) else "＋"
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:  # noqa: D102
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802, D102
        text = edits.cell(str(value))
        if role != Qt.ItemDataRole.EditRole or text == self.text(index.row(), index.column()):
            return False
        self.typed.emit(edits.paste(self.table, (index.row(), index.column()), [[text]]))
        return True


class CellPainter(QStyledItemDelegate):
    """A cell: its text, its ground when it is chosen, a corner when something is wrong with it."""

    def __init__(self, theme: Theme, cells: Cells, view: QTableView) -> None:
        super().__init__(view)
        self.theme = theme
        self._cells = cells
        self._view = view
        self._words = Writer(themes.font(13))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:  # noqa: D102
        rect: QRect = cast(Any, option).rect
        theme, place = self.theme, (index.row(), index.column())
        marks = self._cells.marks.get(place, ())
        serious = any(map(is_serious, marks))
        chosen = self._view.selectionModel().isSelected(self._cells.index(*place))
        if chosen or marks:
            painter.fillRect(rect, theme.picked if chosen else theme.danger_ground if serious else theme.gap)
        column = self._cells.table.columns[index.column()]
        ink = theme.danger if serious and not chosen else theme.gap_text if marks and not chosen else theme.text
        self._words.font = themes.font(13)
        self._words.draw(painter, rect.adjusted(_PAD, 0, -_PAD, 0), self._cells.text(*place), ink)
        painter.setPen(theme.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if not column.is_key and index.column() and self._cells.table.columns[index.column() - 1].is_key:
            painter.setPen(theme.edge)
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
        if marks:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.danger if serious else theme.gap_edge)
            corner = rect.topRight()
            painter.drawPolygon(QPolygon([corner - QPoint(7, 0), corner + QPoint(1, 0), corner + QPoint(1, 8)]))
        typing = self._view.state() is QAbstractItemView.State.EditingState
        if self._view.currentIndex() == index and (typing or self._view.hasFocus()):
            painter.setPen(QPen(theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:  # noqa: N802, D102
        line = QLineEdit(parent)
        line.setFrame(False)
        line.setFont(themes.font(13))
        line.setMaxLength(LONGEST_CELL)
        line.setTextMargins(_PAD - 5, 0, 0, 0)
        line.setPalette(themes.palette(self.theme))
        line.setAutoFillBackground(True)
        line.setAccessibleName(self._cells.table.columns[index.column()].name)
        return line

    def updateEditorGeometry(  # noqa: N802, D102
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        rect: QRect = cast(Any, option).rect
        editor.setGeometry(rect.adjusted(2, 2, -3, -3))


class ColumnHeading(QHeaderView):
    """The names of the columns, and under each what it is for."""

    asked = Signal(int)  # a double click: to change the column

    def __init__(self, theme: Theme, cells: Cells, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme = theme
        self._cells = cells
        self._name, self._badge = Writer(themes.bold(13)), Writer(themes.font(11))
        self.setFixedHeight(_HEAD)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_NARROWEST // 2)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        at = self.logicalIndexAt(event.position().toPoint())
        if at >= 0 and self.cursor().shape() is not Qt.CursorShape.SplitHCursor:
            self.asked.emit(at)
        else:
            super().mouseDoubleClickEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:  # noqa: N802, D102
        theme = self.theme
        if logical >= len(self._cells.table.columns):
            return
        column = self._cells.table.columns[logical]
        marks = self._cells.marks.get((-1, logical), ())
        serious = any(map(is_serious, marks))
        ground = theme.danger_ground if serious else theme.gap if marks else theme.side
        painter.fillRect(rect, ground)
        painter.setPen(theme.line)
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(theme.edge)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        name = QRect(rect.left() + _PAD, rect.top() + 5, rect.width() - 2 * _PAD, 20)
        label = words.badge(column.kind)
        self._name.draw(painter, name, column.name or "—", theme.text if column.name else theme.muted)
        chip = QRect(rect.left() + _PAD, rect.top() + 25, self._badge.width(label) + 10, 16)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.picked if column.is_key else theme.badge)
        painter.drawRoundedRect(chip, 4, 4)
        self._badge.draw(painter, chip.adjusted(5, 0, 0, 0), label, theme.accent_text if column.is_key else theme.muted)


class RowNumbers(QHeaderView):
    """The numbers of the rows."""

    def __init__(self, theme: Theme, cells: Cells, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.theme = theme
        self._cells = cells
        self._words = Writer(themes.font(12))
        self.setFixedWidth(_NUMBERS)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(ROW)
        self.setDefaultSectionSize(ROW)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:  # noqa: N802, D102
        theme = self.theme
        painter.fillRect(rect, theme.side)
        painter.setPen(theme.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(theme.edge)
        painter.drawLine(rect.topRight(), rect.bottomRight())
        label = str(self._cells.headerData(logical, Qt.Orientation.Vertical))
        right = rect.right() - _PAD - self._words.width(label)
        self._words.draw(painter, QRect(right, rect.top(), rect.width(), rect.height()), label, theme.muted)


class Corner(QWidget):
    """Plain ground where headings or scroll bars meet."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.side)
        painter.setPen(self.theme.edge)
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.drawLine(self.rect().topRight(), self.rect().bottomRight())


class Grid(QTableView):
    """The grid. Typing writes into the current cell, Enter goes down, Tab goes on to the right."""

    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.cells = Cells(self)
        self.painter_of_cells = CellPainter(theme, self.cells, self)
        self.heading = ColumnHeading(theme, self.cells, self)
        self.numbers = RowNumbers(theme, self.cells, self)
        self._corner = Corner(theme, self)
        self.setModel(self.cells)
        self.setItemDelegate(self.painter_of_cells)
        self.setHorizontalHeader(self.heading)
        self.setVerticalHeader(self.numbers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(ThinBar(theme, self))
        self.setHorizontalScrollBar(FloorBar(theme, self))
        self.setCornerWidget(QWidget(self))
        self.heading.setStretchLastSection(True)
        self.setTabKeyNavigation(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.heading.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())
        self.installEventFilter(self)

    def show_table(self, table: Table, *, other: bool) -> None:
        """Show this one; with ``other`` from its beginning."""
        place = (0, 0) if other else (self.currentIndex().row(), self.currentIndex().column())
        widths = other or table.columns != self.cells.table.columns
        self.cells.show_table(table)
        if widths:
            self._measure()
        if not self.currentIndex().isValid() or other:
            self.go(*place)
        self.moved.emit()

    def go(self, row: int, column: int) -> None:
        """Make the nearest cell that there is the current one."""
        rows, columns = self.cells.rowCount(), self.cells.columnCount()
        if rows and columns:
            self.setCurrentIndex(self.cells.index(max(0, min(row, rows - 1)), max(0, min(column, columns - 1))))

    def place(self) -> tuple[int, int]:
        """Row and column of the current cell."""
        index = self.currentIndex()
        return max(0, index.row()), max(0, index.column())

    def chosen(self) -> tuple[range, range]:
        """Rows and columns of what is chosen, the current cell at least."""
        selection = self.selectionModel().selection()
        if selection.isEmpty():
            row, column = self.place()
            return range(row, row + 1), range(column, column + 1)
        part = selection.at(0)
        return range(part.top(), part.bottom() + 1), range(part.left(), part.right() + 1)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self.painter_of_cells.theme = self.heading.theme = self.numbers.theme = theme
        self.viewport().update()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802, D102
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            row, column = self.place()
            self.go(row + 1, column)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.state() is not QAbstractItemView.State.EditingState:
                self.edit(self.currentIndex())
            return True
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return True
        return False

    def updateGeometries(self) -> None:  # noqa: N802, D102
        super().updateGeometries()
        if hasattr(self, "_corner"):  # Qt asks while it is being built
            self._corner.setGeometry(0, 0, self.numbers.width(), self.heading.height())
            self._corner.raise_()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802, D102
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().viewportEvent(event)

    def _measure(self) -> None:
        """As wide as what stands in the first rows."""
        metrics, bold = QFontMetrics(themes.font(13)), QFontMetrics(themes.bold(13))
        for number, column in enumerate(self.cells.table.columns):
            texts = [row[number] for row in self.cells.table.rows[:_MEASURED]]
            wide = max([bold.horizontalAdvance(column.name), *map(metrics.horizontalAdvance, texts)]) + _ROOM
            self.setColumnWidth(number, max(_NARROWEST, min(_WIDEST, wide)))
