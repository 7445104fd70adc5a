"""The window of the tables over a real store: typing, undoing, pasting, problems, files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from assistant.core.errors import DataProblem
from assistant.core.tables.table import Column, Kind, Table
from assistant.storage.table_store import TableStore
from assistant.ui.pasteboard import Pasteboard
from assistant.ui.sheet import Sheet
from assistant.ui.tables_access import TablesTools
from assistant.ui.tables_window import TablesWindow
from assistant.ui.tasks import Tasks
from tests.ui.pasteboards import copied, fake_pasteboard
from tests.ui.waiting import until

Key, Mod = Qt.Key, Qt.KeyboardModifier
SIZES = {
    "name": "尺码",
    "columns": [{"name": "身高(cm)", "kind": "range"}, {"name": "尺码", "kind": "answer"}],
    "rows": [["150-159", "S"], ["160-169", "M"], ["170-179", "L"]],
}
DAYS = {
    "name": "快递",
    "columns": [{"name": "省份", "kind": "region"}, {"name": "快递"}, {"name": "天数"}],
    "rows": [["江浙沪", "中通", "1"], ["浙江杭州", "顺丰", "0.5"]],
}


class TablesDesk:
    def __init__(self, folder: Path) -> None:
        starter = folder / "starter.json"
        starter.write_text(json.dumps([SIZES, DAYS]), encoding="utf-8")
        self.folder = folder
        self.store = TableStore(folder / "tables.json", starter)
        self.tasks, self.checks = Tasks("tables"), Tasks("checks")
        self.pasteboard = fake_pasteboard()
        self.window = TablesWindow(TablesTools(self.store, self.tasks.run, self.checks.run, self.pasteboard), "light")
        self.grid, self.editing, self.panes = self.window.panes.grid, self.window.editing, self.window.panes
        self.window.present()
        self.settle()

    def settle(self) -> None:
        """Until both backgrounds have done what they were given, and the window has heard of it."""
        for tasks in (self.tasks, self.checks, self.tasks):
            done: list[object] = []
            tasks.run(lambda: None, done.append, done.append)
            until(lambda done=done: done)
        QApplication.processEvents()

    def key(self, key, modifiers=Mod.NoModifier, into=None) -> None:
        QTest.keyClick(into or QApplication.focusWidget() or self.grid, key, modifiers)
        self.settle()

    def type(self, text, into=None) -> None:
        for sign in text:
            QApplication.sendEvent(
                into or QApplication.focusWidget(), QKeyEvent(QEvent.Type.KeyPress, 0, Mod.NoModifier, sign)
            )
        self.settle()

    def at(self, row, column) -> None:
        self.grid.setFocus()
        self.grid.go(row, column)
        self.settle()

    def do(self, name) -> None:
        self.window.actions_of[name].trigger()
        self.settle()

    def sheet(self) -> Sheet:
        return [sheet for sheet in self.window.findChildren(Sheet) if sheet.isVisible()][-1]

    def rows(self) -> list[tuple[str, ...]]:
        return list(self.editing.current.rows)

    def stored(self, name="尺码") -> Table | None:
        return TableStore(self.folder / "tables.json", self.folder / "starter.json").by_name.get(name)

    def names(self) -> list[str]:
        return [self.panes.list.item(row).text() for row in range(self.panes.list.count())]

    def close(self) -> None:
        self.window.hide()
        self.settle()
        self.window.deleteLater()
        self.tasks.close()
        self.checks.close()


@pytest.fixture
def desk(app, tmp_path):
    made = TablesDesk(tmp_path)
    yield made
    made.close()


def test_it_lists_the_tables_and_shows_the_first(desk) -> None:
    assert desk.names() == ["尺码\n自带的示例", "快递\n自带的示例"]
    assert desk.panes.title.text() == "尺码"
    assert desk.grid.cells.rowCount() == 4  # one more to go on in
    assert desk.grid.cells.headerData(0, Qt.Orientation.Horizontal) == "身高(cm)"


def test_typing_changes_a_cell_keeps_it_and_goes_down(desk) -> None:
    desk.at(1, 1)
    desk.type("X", desk.grid)
    editor = desk.grid.findChild(QLineEdit)
    desk.type("L", editor)
    desk.key(Key.Key_Return, into=editor)
    assert desk.rows()[1] == ("160-169", "XL")
    assert desk.stored().find(("165",)) == "XL"
    assert desk.grid.place() == (2, 1)
    assert desk.names()[0] == "尺码\n已改成自己的"


def test_the_empty_row_below_makes_a_new_one(desk) -> None:
    desk.at(3, 0)
    desk.grid.cells.setData(desk.grid.cells.index(3, 0), "180以上")
    desk.settle()
    assert desk.rows()[3] == ("180以上", "")
    assert desk.grid.cells.rowCount() == 5
    assert desk.stored().rows[3] == ("180以上", "")


def test_what_is_being_typed_is_kept_when_the_window_closes(desk) -> None:
    desk.at(0, 1)
    desk.type("X", desk.grid)
    desk.window.close()
    desk.settle()
    assert desk.stored().rows[0] == ("150-159", "X")


def test_undo_and_redo_go_through_all_steps(desk) -> None:
    desk.at(0, 1)
    desk.key(Key.Key_Delete, into=desk.grid)
    desk.do("drop_rows")
    assert desk.rows() == [("160-169", "M"), ("170-179", "L")]
    desk.do("undo")
    desk.do("undo")
    assert desk.rows()[0] == ("150-159", "S")
    assert desk.names()[0] == "尺码\n自带的示例"  # as it was: nothing of one's own is left
    desk.do("redo")
    assert desk.rows()[0] == ("150-159", "")
    assert desk.stored().rows[0] == ("150-159", "")


def test_cells_go_to_a_spreadsheet_and_come_back(desk) -> None:
    desk.at(0, 0)
    desk.grid.setSelection(
        desk.grid.visualRect(desk.grid.cells.index(0, 0)).united(desk.grid.visualRect(desk.grid.cells.index(1, 1))),
        desk.grid.selectionModel().SelectionFlag.ClearAndSelect,
    )
    desk.do("copy")
    assert copied(desk.pasteboard) == "150-159\tS\n160-169\tM"
    desk.pasteboard.clipboard.put("180-189\tXL\t大\r\n190以上\tXXL\t更大\r\n")
    desk.at(3, 0)
    desk.do("paste")
    assert desk.rows()[3:] == [("180-189", "XL", "大"), ("190以上", "XXL", "更大")]
    desk.at(3, 2)
    desk.do("cut")
    assert desk.rows()[3][2] == ""
    assert copied(desk.pasteboard) == "大"


def test_rows_are_added_and_moved(desk) -> None:
    desk.at(1, 0)
    desk.do("above")
    assert [row[0] for row in desk.rows()] == ["150-159", "", "160-169", "170-179"]
    desk.do("undo")
    desk.at(2, 0)
    desk.key(Key.Key_Up, Mod.AltModifier, into=desk.grid)
    assert [row[0] for row in desk.rows()] == ["150-159", "170-179", "160-169"]
    assert desk.grid.place() == (1, 0)
    desk.do("down")
    desk.do("below")
    assert [row[0] for row in desk.rows()] == ["150-159", "160-169", "170-179", ""]


def test_a_column_gets_another_name_and_kind(desk) -> None:
    desk.at(0, 1)
    desk.key(Key.Key_F2, Mod.ShiftModifier, into=desk.grid)
    sheet = desk.sheet()
    sheet.name.setText("建议尺码")
    sheet.kind.show_value("text")
    assert "顿号" in sheet.about.text()
    QTest.keyClick(sheet, Key.Key_Return)
    desk.settle()
    assert desk.editing.current.columns[1] == Column("建议尺码", Kind.TEXT)
    assert "结果列" in desk.panes.trouble.text()


def test_columns_are_added_moved_and_removed(desk) -> None:
    desk.at(0, 1)
    desk.do("after")
    sheet = desk.sheet()
    assert not sheet.way_on.isEnabled()
    sheet.name.setText("说明")
    QTest.keyClick(sheet, Key.Key_Return)
    desk.settle()
    assert [column.name for column in desk.editing.current.columns] == ["身高(cm)", "尺码", "说明"]
    desk.do("left")
    assert [column.name for column in desk.editing.current.columns] == ["身高(cm)", "说明", "尺码"]
    desk.do("drop_column")
    assert desk.rows()[0] == ("150-159", "S")


def test_problems_are_marked_told_and_found_by_key(desk) -> None:
    desk.grid.cells.setData(desk.grid.cells.index(1, 0), "155-169")
    desk.settle()
    desk.grid.cells.setData(desk.grid.cells.index(2, 0), "高个")
    desk.settle()
    assert set(desk.grid.cells.marks) == {(1, 0), (2, 0)}
    assert "重叠" in desk.grid.cells.data(desk.grid.cells.index(1, 0), Qt.ItemDataRole.ToolTipRole)
    assert desk.names()[0] == "尺码\n已改成自己的  ·  2 处问题"
    desk.at(0, 0)
    assert "2 处问题" in desk.panes.trouble.text()
    desk.key(Key.Key_F8)
    assert desk.grid.place() == (1, 0)
    assert desk.panes.trouble.text() == "第 2 行：和第 1 行有重叠，重叠的部分会先问您。"
    desk.key(Key.Key_F8)
    assert "看不懂" in desk.panes.trouble.text()


def test_a_lookup_can_be_tried(desk) -> None:
    line = desk.panes.try_line
    assert [entry.placeholderText() for entry in line.entries] == ["身高(cm)"]
    line.entries[0].setText("1米65")
    assert line.answer.text() == "尺码：M"
    line.entries[0].setText("165.5kg")
    assert "没有查到" in line.answer.text()
    desk.panes.list.setCurrentRow(1)
    desk.settle()
    line.entries[0].setText("浙江省杭州市")
    assert line.answer.text() == "快递：顺丰　天数：0.5"
    line.entries[0].clear()
    assert "填好条件" in line.answer.text()


def test_what_to_write_in_a_phrase_is_copied(desk) -> None:
    desk.panes.list.setCurrentRow(1)
    desk.settle()
    menu = desk.window.menu("usage")
    assert [action.text() for action in menu.actions()] == [
        "快递：{{ 表.快递 | 查: 收货地址 }}", '天数：{{ 表.快递 | 查: 收货地址, 列: "天数" }}',
    ]  # fmt: skip
    menu.actions()[1].trigger()
    assert copied(desk.pasteboard) == '{{ 表.快递 | 查: 收货地址, 列: "天数" }}'
    menu.deleteLater()


def test_a_new_table_has_a_name_of_its_own(desk) -> None:
    desk.do("new")
    sheet = desk.sheet()
    sheet.name.setText("快递")
    assert not sheet.way_on.isEnabled()
    assert "已经有" in sheet.note.text()
    sheet.name.setText("赠品")
    QTest.keyClick(sheet, Key.Key_Return)
    desk.settle()
    assert desk.panes.title.text() == "赠品"
    assert [column.kind for column in desk.stored("赠品").columns] == [Kind.TEXT, Kind.ANSWER]
    desk.do("rename")
    desk.sheet().name.setText("礼品")
    QTest.keyClick(desk.sheet(), Key.Key_Return)
    desk.settle()
    assert desk.stored("赠品") is None
    assert desk.stored("礼品") is not None
    assert desk.panes.title.text() == "礼品"


def test_a_table_is_removed_and_comes_back(desk) -> None:
    desk.do("remove")
    assert desk.names() == ["快递\n自带的示例"]
    assert desk.stored() is None
    assert "Ctrl+Z" in desk.panes.status.text()
    desk.do("remove")
    assert desk.names() == []
    assert desk.panes.empty.isVisible()
    desk.do("undo")
    desk.do("undo")
    assert set(desk.names()) == {"快递\n自带的示例", "尺码\n自带的示例"}
    assert desk.stored() is not None


def test_the_original_can_be_restored(desk) -> None:
    assert not desk.window.actions_of["restore"].isEnabled()
    desk.grid.cells.setData(desk.grid.cells.index(0, 1), "XS")
    desk.settle()
    desk.do("restore")
    assert desk.rows()[0] == ("150-159", "S")
    assert desk.names()[0] == "尺码\n自带的示例"


def test_a_file_comes_in_and_goes_out(desk) -> None:
    (desk.folder / "尺码.csv").write_text("身高(cm),尺码\n100-109,110 码\n", encoding="gb18030")
    desk.do("import")
    dialog = desk.window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(desk.folder / "尺码.csv"))
    dialog.reject()
    until(lambda: "已导入 1 个" in desk.panes.status.text())
    desk.settle()
    assert desk.panes.title.text() == "尺码 2"
    assert desk.stored("尺码 2").find(("105",)) == "110 码"
    desk.window.files.export_to(str(desk.folder / "出"))
    until(lambda: "已导出" in desk.panes.status.text())
    assert (desk.folder / "出.csv").read_text(encoding="utf-8-sig") == "身高(cm),尺码\n100-109,110 码\n"


def test_what_fails_is_told(desk, monkeypatch) -> None:
    desk.window.files.import_from(str(desk.folder / "nothing.csv"))
    until(lambda: "正在" not in desk.panes.status.text())
    assert desk.panes.status.text()

    def refuse(*_):
        raise DataProblem("写不进去。")

    monkeypatch.setattr(desk.store, "rename", refuse)
    desk.grid.cells.setData(desk.grid.cells.index(0, 1), "XS")
    desk.settle()
    assert desk.panes.status.text() == "写不进去。"
    assert desk.rows()[0] == ("150-159", "S")  # what is not kept is not shown as if it were


def test_menus_and_the_keyboard_reach_everything(desk) -> None:
    for name in ("table", "row", "column", "usage"):
        menu = desk.window.menu(name)
        assert menu.actions()
        menu.deleteLater()
    desk.panes.list.setFocus()
    desk.key(Key.Key_F6)
    assert QApplication.focusWidget() is desk.grid
    desk.key(Key.Key_F6)
    assert QApplication.focusWidget() is desk.panes.try_line.entries[0]
    desk.grid.heading.customContextMenuRequested.emit(QPoint(120, 10))
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    desk.grid.heading.asked.emit(0)
    assert desk.sheet().name.text() == "身高(cm)"
    desk.sheet().reject()


def test_every_theme_and_language_is_taken(desk) -> None:
    for theme in ("dark", "light"):
        desk.window.set_theme(theme)
        assert not desk.window.grab().isNull()
    desk.window.retranslate()
    desk.panes.retranslate()
    assert desk.panes.menus["usage"].text() == "复制写法"


def test_a_clipboard_that_is_busy_is_told_and_nothing_is_lost(desk) -> None:
    desk.pasteboard.clipboard.takes = False
    desk.at(0, 1)
    desk.do("cut")
    assert desk.rows()[0][1] == "S"
    assert desk.panes.status.text().startswith("剪贴板暂时被别的程序占用。")
    desk.panes.list.setCurrentRow(1)
    desk.settle()
    desk.panes.status.clear()
    menu = desk.window.menu("usage")
    menu.actions()[0].trigger()
    assert desk.panes.status.text().startswith("剪贴板暂时被别的程序占用。")
    menu.deleteLater()


def test_what_comes_late_from_the_clipboard_is_not_for_another_table(desk) -> None:
    later = []
    desk.window.commands._pasteboard = Pasteboard(
        desk.pasteboard.clipboard, lambda op, done, _: later.append(lambda: done(op()))
    )
    desk.pasteboard.clipboard.put("XS")
    desk.at(0, 0)
    desk.do("paste")
    desk.do("cut")
    desk.panes.list.setCurrentRow(1)
    desk.settle()
    before = desk.rows()
    for answer in later:
        answer()
    assert desk.rows() == before
