"""What is done with whole tables: made, named, removed, taken from files and written into them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from assistant.core.errors import XiaoerError
from assistant.core.tables import edits
from assistant.core.tables.table import Column, Kind, Table
from assistant.ui.inputs import Ink
from assistant.ui.tables_editing import TablesEditing
from assistant.ui.tables_sheet import NameSheet
from assistant.ui.theme import Theme


class TableCommands(QObject):
    """Asks for names and files, and has it done."""

    begun = Signal()  # there is another table in the grid

    def __init__(self, editing: TablesEditing, window: QWidget, colours: Callable[[], Theme]) -> None:
        super().__init__(window)
        self._editing = editing
        self._window = window
        self._colours = colours

    def import_from(self, path: str) -> None:
        """Take in the tables of a file."""
        self._editing.said.emit(self.tr("正在读取…"), Ink.MUTED)
        tools = self._editing.tools
        tools.run(lambda: tools.access.import_file(Path(path)), self._imported, self._failed)

    def export_to(self, path: str) -> None:
        """Write the current table into a file."""
        table = self._editing.current
        if table is not None:
            file = Path(path if Path(path).suffix else f"{path}.csv")
            tools = self._editing.tools
            tools.run(
                lambda: tools.access.export_file(table.name, file),
                lambda told: self._editing.said.emit(told, Ink.GOOD),
                self._failed,
            )

    def new(self) -> None:
        """Ask for the name of a new table, and make it."""

        def make(name: str) -> None:
            columns = (Column(self.tr("条件"), Kind.TEXT), Column(self.tr("结果")))
            self._editing.add(edits.insert_rows(Table(name, columns), 0), self.tr("新建表格"))
            self.begun.emit()

        sheet = self._name_sheet("")
        sheet.ask_for(self.tr("新建表格"), self.tr("新建"), self._editing.free_name(self.tr("新表格")), make)

    def rename(self) -> None:
        """Ask for another name of the current table."""
        if table := self._editing.current:

            def change(name: str) -> None:
                self._editing.edit(edits.renamed(self._editing.current or table, name), self.tr("改名"))

            self._name_sheet(table.name).ask_for(self.tr("改名"), self.tr("改名"), table.name, change)

    def remove(self) -> None:
        """Have the current table no more."""
        if table := self._editing.current:
            self._editing.remove(self.tr("删除表格"))
            told = self.tr("已删除“{name}”，按 Ctrl+Z 可以找回来。").format(name=table.name)
            self._editing.said.emit(told, Ink.MUTED)
            self.begun.emit()

    def choose_file(self) -> None:
        """Ask for a file to take tables from."""
        dialog = self._dialog(self.tr("导入表格"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("表格文件 (*.csv *.xlsx *.xls)"), self.tr("所有文件 (*)")])
        dialog.fileSelected.connect(self.import_from)
        dialog.open()

    def choose_target(self) -> None:
        """Ask for a file to write the current table into."""
        if table := self._editing.current:
            dialog = self._dialog(self.tr("导出表格"))
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix("csv")
            dialog.setNameFilters([self.tr("CSV 文件 (*.csv)")])
            dialog.selectFile(f"{table.name}.csv")
            dialog.fileSelected.connect(self.export_to)
            dialog.open()

    def _name_sheet(self, own: str) -> NameSheet:
        """``own`` is the name that the table has already."""
        told = self.tr("已经有这个名字的表格。")
        taken = {name for name in self._editing.tables if name != own}
        return NameSheet(self._colours(), self._window, lambda wish: told if wish in taken else "")

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setPalette(self._window.palette())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _imported(self, tables: Sequence[Table]) -> None:
        for table in tables:
            self._editing.add(table, self.tr("导入"))
        told = self.tr("已导入 {count} 个表格，请看看每一列是条件还是结果。").format(count=len(tables))
        self._editing.said.emit(told, Ink.GOOD)
        self.begun.emit()

    def _failed(self, problem: XiaoerError) -> None:
        self._editing.said.emit(str(problem), Ink.DANGER)
