"""What is done with the cells, the rows and the columns of the table in the grid."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from assistant.core.errors import XiaoerError
from assistant.core.tables import edits
from assistant.core.tables.table import Column, Table
from assistant.ui.inputs import Ink
from assistant.ui.pasteboard import Pasteboard
from assistant.ui.tables_editing import TablesEditing
from assistant.ui.tables_grid import Grid
from assistant.ui.tables_sheet import ColumnSheet
from assistant.ui.theme import Theme


class GridCommands(QObject):
    """Each changes the current table as one step."""

    def __init__(
        self,
        editing: TablesEditing,
        grid: Grid,
        pasteboard: Pasteboard,
        window: QWidget,
        colours: Callable[[], Theme],
    ) -> None:
        super().__init__(window)
        self._editing = editing
        self._grid = grid
        self._pasteboard = pasteboard
        self._window = window
        self._colours = colours
        grid.cells.typed.connect(lambda table: editing.edit(table, self.tr("改内容")))

    @property
    def _table(self) -> Table:
        return self._editing.current or Table("")

    def copy(self) -> None:
        """What is chosen, as spreadsheets read it."""
        self._copy(lambda: None)

    def cut(self) -> None:
        """Copy what is chosen and clear it."""
        name, (rows, columns) = self._table.name, self._grid.chosen()

        def clear() -> None:
            if self._table.name == name:
                self._clear(rows, columns)

        self._copy(clear)

    def paste(self) -> None:
        """Write what a spreadsheet has copied, from the first chosen cell on."""
        name, (rows, columns) = self._table.name, self._grid.chosen()

        def write(text: str) -> None:
            if text and self._table.columns and self._table.name == name:
                table = edits.paste(self._table, (rows.start, columns.start), edits.block_of(text))
                self._editing.edit(table, self.tr("粘贴"))

        self._pasteboard.read(write, self._failed)

    def clear(self) -> None:
        """Empty the chosen cells."""
        self._clear(*self._grid.chosen())

    def _copy(self, done: Callable[[], None]) -> None:
        rows, columns = self._grid.chosen()
        block = [[self._grid.cells.text(row, column) for column in columns] for row in rows]
        self._pasteboard.copy(edits.text_of(block), done, self._failed)

    def _failed(self, problem: XiaoerError) -> None:
        self._editing.said.emit(str(problem), Ink.DANGER)

    def _clear(self, rows: range, columns: range) -> None:
        texts = {(row, column): "" for row in rows for column in columns}
        self._editing.edit(edits.set_cells(self._table, texts), self.tr("清空格子"))

    def insert_row(self, after: int) -> None:
        """An empty row before (0) or after (1) what is chosen."""
        rows, columns = self._grid.chosen()
        at = rows.stop if after else rows.start
        self._editing.edit(edits.insert_rows(self._table, at), self.tr("插入一行"))
        self._grid.go(at, columns.start)

    def drop_rows(self) -> None:
        """Remove the chosen rows."""
        rows, columns = self._grid.chosen()
        self._editing.edit(edits.remove_rows(self._table, rows), self.tr("删除行"))
        self._grid.go(rows.start, columns.start)

    def move_rows(self, by: int) -> None:
        """Move the chosen rows one up or down."""
        rows, _ = self._grid.chosen()
        row, column = self._grid.place()
        table = edits.move_rows(self._table, rows, by)
        if table is not self._table:
            self._editing.edit(table, self.tr("移动行"))
            self._grid.go(row + by, column)

    def change_column(self, at: int | None = None) -> None:
        """Ask for name and kind of a column, the current one unless another is given."""
        number = self._grid.place()[1] if at is None else at
        if number >= len(self._table.columns):
            return

        def change(column: Column) -> None:
            self._editing.edit(edits.change_column(self._table, number, column), self.tr("改列"))

        sheet = ColumnSheet(self._colours(), self._window)
        sheet.ask_for(self.tr("列名和用途"), self.tr("确定"), self._table.columns[number], change)

    def insert_column(self, after: int) -> None:
        """Ask for a new column before (0) or after (1) the current one."""
        at = self._grid.place()[1] + (after if self._table.columns else 0)

        def insert(column: Column) -> None:
            self._editing.edit(edits.insert_column(self._table, at, column), self.tr("插入一列"))
            self._grid.go(self._grid.place()[0], at)

        if self._editing.current is not None:
            sheet = ColumnSheet(self._colours(), self._window)
            sheet.ask_for(self.tr("插入一列"), self.tr("插入"), Column(""), insert)

    def drop_column(self) -> None:
        """Remove the current column."""
        self._editing.edit(edits.remove_column(self._table, self._grid.place()[1]), self.tr("删除一列"))

    def move_column(self, by: int) -> None:
        """Move the current column one to the left or right."""
        row, column = self._grid.place()
        table = edits.move_column(self._table, column, by)
        if table is not self._table:
            self._editing.edit(table, self.tr("移动列"))
            self._grid.go(row, column + by)
