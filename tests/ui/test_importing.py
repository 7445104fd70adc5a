"""Importing: what the sheet says, what it asks of the desk, and that nothing is done without being wanted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from assistant.core.errors import DataProblem
from assistant.core.packs.foreign import Remark
from assistant.ui import arrivals_list
from assistant.ui import theme as themes
from assistant.ui.arrival_report import RemarkSheet
from assistant.ui.arrivals_list import first_line
from assistant.ui.bulk_sheets import MoveSheet
from assistant.ui.import_mapping import ImportMapping
from assistant.ui.import_sheet import ImportSheet
from assistant.ui.packs_access import Kind, Line, Outcome, Preview, Read
from tests.ui.packs_samples import FIELDS, STRANGE, FakeImports, one, preview
from tests.ui.pasteboards import copied, fake_pasteboard

Key, Mod = Qt.Key, Qt.KeyboardModifier
FILE = Path("somewhere/千牛.csv")


@pytest.fixture
def access():
    return FakeImports()


@pytest.fixture
def window(app):
    made = QWidget()
    made.resize(1000, 700)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def sheet(access, window):
    made = ImportSheet(access, fake_pasteboard(), themes.light(), window)
    made.told = []
    made.settled.connect(made.told.append)
    made.open()
    made.begin([FILE])
    return made


def tabs(sheet):
    return [segment.text() for segment in sheet.pane.tabs._group.buttons()]


def titles(sheet):
    return [line.phrase.title for line in sheet.pane.list.model().lines]


def test_it_names_the_format_and_lists_by_kind_what_would_come(sheet):
    assert sheet.hint.text() == "千牛.csv · 识别为：千牛快捷短语 · 7 条话术"
    assert tabs(sheet) == ["新增 3", "有变化 1", "重复 1", "相同 2"]
    assert titles(sheet) == ["发货时间 0", "发货时间 1", "发货时间 2"]
    assert sheet.way_on.text() == "导入 4 条"
    assert sheet.way_on.isEnabled()
    assert sheet.focusWidget() is sheet.pane.list


def test_the_chosen_phrase_is_shown_whole_and_what_is_disabled_says_so(sheet):
    assert sheet.pane.title.text() == "发货时间 0"
    assert sheet.pane.facts.text() == "fh0  ·  售前 › 发货"
    assert "今天就发货" in sheet.pane.wordings.toPlainText()
    QTest.keyClick(sheet.pane.list, Key.Key_Down)
    assert sheet.pane.title.text() == "发货时间 1"
    assert "已停用" in sheet.pane.facts.text()


def test_a_changed_one_shows_what_differs(sheet):
    sheet.pane.tabs._group.buttons()[1].click()
    assert sheet.pane.kind() is Kind.CHANGED
    assert titles(sheet) == ["发货时间 100"]
    assert sheet.pane.views.currentWidget() is sheet.pane.difference
    assert sheet.pane.difference.toPlainText() == "说法 1\n今明天就发货"


def test_a_duplicate_says_of_what(sheet):
    sheet.pane.tabs._group.buttons()[2].click()
    assert sheet.pane.notes.text() == "和“发货时间 0”的说法相同。"


def test_very_long_texts_are_not_compared_word_by_word_and_not_shown_whole(sheet, access):
    long = one(1, "字" * 300_000)
    sheet.show_preview(Preview({Kind.CHANGED: [Line(long, one(1, "词" * 300_000))]}))
    assert sheet.pane.views.currentWidget() is sheet.pane.wordings
    assert len(sheet.pane.wordings.toPlainText()) < 21_000
    assert len(first_line(long)) == 160


def test_enter_imports_and_the_outcome_can_be_undone(sheet, access):
    QTest.keyClick(sheet.pane.list, Key.Key_Return)
    assert access.did[-1] == "apply"
    assert sheet.told == ["导入了 4 条话术。"]
    assert sheet.after.title.text() == "导入了 4 条话术。"
    assert sheet.after.list.count() == 2
    assert not sheet.way_on.isVisible()
    sheet.take_back.click()
    assert access.did[-1] == "undo"
    assert sheet.told[-1] == "已撤销：导入话术"
    assert sheet.after.title.text() == "已撤销：导入话术"
    assert not sheet.take_back.isVisible()
    QTest.keyClick(sheet, Key.Key_Escape)
    assert not sheet.isVisible()


def test_an_undo_that_fails_can_be_tried_again(sheet, access):
    sheet.way_on.click()
    access.problem = DataProblem("后来又改过话术库，不能直接撤销。")
    sheet.take_back.click()
    assert sheet.note.text() == "后来又改过话术库，不能直接撤销。"
    assert sheet.take_back.isEnabled()


def test_the_report_can_be_read_before_and_copied_after(sheet):
    assert sheet.report.text() == "改动和遗漏 2"
    sheet.report.click()
    [told] = [each for each in sheet.findChildren(RemarkSheet) if each.isVisible()]
    assert told.list.item(0).text() == "“<买家旺旺>”改成了 {{ 买家 }}。\n第 12 行"
    told.copy.click()
    assert copied(sheet.pasteboard).splitlines()[1] == "第 12 行：“<买家旺旺>”改成了 {{ 买家 }}。"
    told.reject()
    sheet.way_on.click()
    sheet.copy.click()
    assert copied(sheet.pasteboard).splitlines() == [
        "导入了 4 条话术。",
        "第 12 行：“<买家旺旺>”改成了 {{ 买家 }}。",
        "第 31 行：“运行程序”的部分没有带过来，话术已停用。",
    ]


def test_a_long_report_is_shown_in_part_and_copied_whole(sheet):
    sheet.show_outcome(Outcome("导入了。", [Remark(f"第 {row} 行", "没有标题。") for row in range(5000)]))
    assert sheet.after.list.count() == 2001
    assert sheet.after.list.item(2000).text() == "还有 3,000 条，复制后可以看到全部"
    sheet.copy.click()
    assert len(copied(sheet.pasteboard).splitlines()) == 5001


def test_without_remarks_there_is_no_report(access, window):
    access.found = Read("espanso", "match", 3)
    access.outcome = Outcome("导入了 3 条话术。")
    sheet = ImportSheet(access, fake_pasteboard(), themes.light(), window)
    sheet.open()
    sheet.begin([FILE])
    assert not sheet.report.isVisible()
    sheet.way_on.click()
    assert not sheet.copy.isVisible()
    assert not sheet.after.list.isVisible()


def test_when_nothing_is_new_there_is_nothing_to_import(access, window):
    access.planned = preview(new=0, changed=0, duplicate=0)
    sheet = ImportSheet(access, fake_pasteboard(), themes.light(), window)
    sheet.open()
    sheet.begin([FILE])
    assert not sheet.way_on.isEnabled()
    assert sheet.note.text() == "没有要导入的：都在话术库里了。"
    assert not sheet.twice.isVisible()


def test_duplicates_are_taken_when_wanted(sheet, access):
    assert access.did[-1] == ("plan", (), False)
    sheet.twice.click()
    assert access.did[-1] == ("plan", (), True)


def test_another_category_is_chosen_by_name(sheet, access):
    sheet.place.show_value("other")
    sheet.place.settled.emit()
    [asking] = [each for each in sheet.findChildren(MoveSheet) if each.isVisible()]
    asking.line.setText("新来的")
    QTest.keyClick(asking, Key.Key_Return)
    assert access.did[-1] == ("plan", ("新来的",), False)
    assert sheet.place.currentText() == "“新来的”下面"
    sheet.place.show_value("")
    sheet.place.settled.emit()
    assert access.did[-1] == ("plan", (), False)


def test_leaving_that_choice_changes_nothing(sheet, access):
    before = list(access.did)
    sheet.place.show_value("other")
    sheet.place.settled.emit()
    [asking] = [each for each in sheet.findChildren(MoveSheet) if each.isVisible()]
    asking.reject()
    assert sheet.place.value() == ""
    assert access.did == before


def test_a_file_that_cannot_be_read_says_why(access, window):
    access.problem = DataProblem("不认识文件 a.bin 的格式。", "请另存为 CSV。")
    sheet = ImportSheet(access, fake_pasteboard(), themes.light(), window)
    sheet.open()
    sheet.begin([FILE])
    assert sheet.after.title.text() == "不认识文件 a.bin 的格式。请另存为 CSV。"
    assert not sheet.way_on.isVisible()
    assert sheet.focusWidget() is sheet.back


def test_cancelling_stops_the_work_and_hears_no_answer(access, window):
    access.held = True
    sheet = ImportSheet(access, fake_pasteboard(), themes.light(), window)
    sheet.open()
    sheet.begin([FILE])
    assert sheet.progress.isVisible()
    access.job(0.5)
    sheet.progress._look()
    assert sheet.progress.words.text() == "正在读取… 50%"
    job = access.job
    QTest.keyClick(sheet, Key.Key_Escape)
    assert job.cancelled
    assert not access.kept
    assert not sheet.isVisible()
    access.waiting.pop()()
    assert access.did == [("read", ["千牛.csv"])]


def test_an_unknown_table_is_explained_once_and_read_again(access, window):
    access.strange = True
    sheet = ImportSheet(access, fake_pasteboard(), themes.light(), window)
    sheet.open()
    sheet.begin([FILE])
    [asking] = sheet.findChildren(ImportMapping)
    asking.selects["回复"].show_value("text")
    asking.selects["回复"].settled.emit()
    QTest.keyClick(asking, Key.Key_Return)
    assert access.did[1:3] == [
        ("explain", {"快捷词": "code", "回复": "text", "备注2": ""}),
        ("read", ["千牛.csv"]),
    ]
    assert sheet.way_on.isEnabled()


def test_giving_up_on_an_unknown_table_leaves_everything(access, window):
    access.strange = True
    sheet = ImportSheet(access, fake_pasteboard(), themes.light(), window)
    sheet.open()
    sheet.begin([FILE])
    sheet.findChildren(ImportMapping)[0].reject()
    assert not sheet.isVisible()
    assert access.did == [("read", ["千牛.csv"])]


def test_a_mapping_needs_the_text_and_nothing_twice(app, window):
    asking = ImportMapping(STRANGE, FIELDS, themes.light(), window)
    asking.open()
    assert asking.chosen() == {"快捷词": "code", "回复": "", "备注2": ""}
    assert not asking.way_on.isEnabled()
    assert asking.note.text() == "请选哪一列是话术的内容。"
    asking.selects["回复"].show_value("code")
    asking.selects["回复"].settled.emit()
    assert asking.note.text() == "“编码”选了两次。"
    asking.selects["回复"].show_value("text")
    asking.selects["回复"].settled.emit()
    assert asking.way_on.isEnabled()
    asking.reject()


def test_a_hundred_thousand_lines_are_painted_only_where_they_are_seen(sheet, monkeypatch):
    lines = [Line(one(number)) for number in range(100_000)]
    painted = []
    monkeypatch.setattr(arrivals_list, "first_line", lambda phrase: painted.append(phrase.id) or "")
    sheet.show_preview(Preview({Kind.NEW: lines}))
    sheet.pane.list.grab()
    assert 0 < len(set(painted)) < 40
    QTest.keyClick(sheet.pane.list, Key.Key_End)
    assert sheet.pane.title.text() == "发货时间 99999"


# --- in the library window


def dragged(*names):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(name) for name in names])
    return mime


def drop(window, mime):
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(window.rect().center(), action, mime, button, Mod.NoModifier)
    QApplication.sendEvent(window, enter)
    event = QDropEvent(QPointF(window.rect().center()), action, mime, button, Mod.NoModifier)
    if enter.isAccepted():
        QApplication.sendEvent(window, event)
    return enter.isAccepted()


def test_files_dropped_on_the_library_are_imported(library_desk):
    assert drop(library_desk.window, dragged("/somewhere/a.csv", "/somewhere/b.xlsx"))
    assert library_desk.packs.imports.did[0] == ("read", ["a.csv", "b.xlsx"])
    assert isinstance(library_desk.sheet(), ImportSheet)
    library_desk.sheet().way_on.click()
    assert library_desk.said() == "导入了 4 条话术。"
    library_desk.sheet().reject()


def test_what_is_no_file_is_not_taken(library_desk):
    mime = QMimeData()
    mime.setText("亲，在的")
    assert not drop(library_desk.window, mime)


def test_while_one_import_is_open_no_other_begins(library_desk):
    arrivals = library_desk.window.arrivals
    arrivals.take([FILE])
    arrivals.take([Path("b.csv")])
    assert [did[0] for did in library_desk.packs.imports.did] == ["read", "plan"]
    library_desk.sheet().reject()
    arrivals.take([Path("b.csv")])
    assert library_desk.packs.imports.did[-2] == ("read", ["b.csv"])
    library_desk.sheet().reject()


@pytest.mark.parametrize("keys", [("import", "a.csv"), ("import_folder", "match")])
def test_files_and_folders_are_chosen(library_desk, keys):
    name, file = keys
    library_desk.window.menus.actions[name].trigger()
    dialog = library_desk.window.findChild(QFileDialog)
    dialog.filesSelected.emit([f"/somewhere/{file}"])
    dialog.reject()
    assert library_desk.packs.imports.did[0] == ("read", [file])
    library_desk.sheet().reject()
