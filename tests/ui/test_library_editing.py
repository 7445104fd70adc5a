"""What is done to phrases in the library window, by keys and mouse, is in the library and can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from assistant.core.edits import Put
from assistant.core.model import Origin
from assistant.ui.library_rows import PHRASES, carried

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, ALT = Mod.ControlModifier, Mod.ShiftModifier, Mod.AltModifier
MOVE = Qt.DropAction.MoveAction


@pytest.fixture
def desk(library_desk):
    return library_desk


def own(desk, key):
    return desk.library.get(key)


def drop(view, data, place):
    buttons = Qt.MouseButton.LeftButton, Mod.NoModifier
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(place, MOVE, data, *buttons))
    QApplication.sendEvent(view.viewport(), QDragMoveEvent(place, MOVE, data, *buttons))
    QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(place), MOVE, data, *buttons))


def test_a_title_is_typed_in_place_and_taken_back(desk):
    desk.choose(2)
    desk.key(Key.Key_F2)
    line = desk.table.findChild(QLineEdit)
    line.selectAll()
    desk.type("婉拒讲价", line)
    desk.key(Key.Key_Return, into=line)
    desk.settle()
    assert own(desk, "p2").title == "婉拒讲价"
    assert own(desk, "p2").layer == "personal"
    assert own(desk, "p2").origin is not None
    assert desk.table.match().phrase.title == "婉拒讲价"
    assert desk.table.hasFocus()
    desk.key(Key.Key_Z, CTRL)
    assert own(desk, "p2").title == "讲价的婉拒"
    assert own(desk, "p2").layer == "team"
    assert "已撤销" in desk.said()
    desk.key(Key.Key_Z, CTRL | SHIFT)
    assert own(desk, "p2").title == "婉拒讲价"


def test_a_code_is_typed_in_place(desk):
    desk.choose(2)
    desk.key(Key.Key_F2, SHIFT)
    line = desk.table.findChild(QLineEdit)
    line.selectAll()
    desk.type("bj", line)
    desk.key(Key.Key_Return, into=line)
    desk.settle()
    assert own(desk, "p2").code == "bj"


def test_an_empty_title_is_refused(desk):
    desk.table.phrases.setData(desk.table.phrases.index(0, 0), "  ")
    desk.settle()
    assert own(desk, "p0").title
    assert desk.said() == "标题不能是空的。"


def test_the_menu_names_the_step_that_would_be_undone(desk):
    undo, redo = desk.window.menus.actions["undo"], desk.window.menus.actions["redo"]
    assert not undo.isEnabled()
    desk.choose(0)
    desk.key(Key.Key_Delete)
    assert undo.text() == "撤销：删除 1 条话术"
    undo.trigger()
    desk.settle()
    assert not undo.isEnabled()
    assert redo.text() == "重做：删除 1 条话术"


def test_deleting_goes_on_to_the_next_and_undo_brings_all_back_where_they_were(desk):
    before = desk.listed()
    desk.choose(3, 5)
    desk.key(Key.Key_Delete)
    assert desk.listed() == [key for key in before if key not in ("p3", "p4", "p5")]
    assert desk.table.match().phrase.id == "p6"
    desk.key(Key.Key_Z, CTRL)
    assert desk.listed() == before == desk.stored()


def test_a_copy_stands_behind_its_original_and_is_chosen(desk):
    desk.choose(4)
    desk.key(Key.Key_D, CTRL)
    made = desk.listed()[5]
    assert own(desk, made).title == own(desk, "p4").title + "（副本）"
    assert own(desk, made).code == ""
    assert desk.table.match().phrase.id == made
    assert desk.listed() == desk.stored()


def test_what_is_of_the_team_becomes_my_own_where_it_stands(desk):
    before = desk.listed()
    desk.choose(1, 2)
    desk.key(Key.Key_C, CTRL | SHIFT)
    assert [own(desk, key).layer for key in ("p0", "p1", "p2", "p3")] == ["team", "personal", "personal", "team"]
    assert isinstance(own(desk, "p1").origin, Origin)
    assert desk.stored() == before


def test_several_are_moved_to_a_category_by_keys_alone(desk):
    desk.choose(0, 2)
    desk.key(Key.Key_M, CTRL)
    desk.type("催付", desk.sheet().line)
    desk.answer()
    assert {own(desk, key).category for key in ("p0", "p1", "p2")} == {("订单处理", "催付提醒")}
    assert desk.tree.categories.find(("订单处理", "催付提醒")).isValid()


def test_a_new_category_can_be_named_while_moving(desk):
    desk.choose(0)
    desk.key(Key.Key_M, CTRL)
    desk.type("活动/双十一", desk.sheet().line)
    desk.answer()
    assert own(desk, "p0").category == ("活动", "双十一")
    desk.go("活动", "双十一")
    assert desk.listed() == ["p0"]


def test_tags_roles_and_days_of_several(desk):
    desk.choose(0, 1)
    desk.key(Key.Key_T, CTRL)
    sheet = desk.sheet()
    assert "热情招呼" in sheet.note.text()
    desk.type("急，新", sheet.added)
    desk.type("热情招呼", sheet.removed)
    desk.answer()
    assert own(desk, "p0").tags == ("急", "新")
    assert own(desk, "p1").tags == ("尺码推荐", "急", "新")
    desk.key(Key.Key_R, CTRL)
    sheet = desk.sheet()
    assert [box.text() for box in sheet.boxes if box.isChecked()] == ["售前"]
    next(box for box in sheet.boxes if box.text() == "售后").setChecked(True)
    desk.answer()
    assert own(desk, "p1").roles == ("售前", "售后")
    desk.key(Key.Key_E, CTRL | SHIFT)
    desk.type("2026-6-31", desk.sheet().last)
    desk.answer()
    assert "日期" in desk.sheet().note.text()
    desk.sheet().last.setText("2026/6/30")
    desk.answer()
    assert str(own(desk, "p0").valid_until) == "2026-06-30"
    for _ in range(3):
        desk.key(Key.Key_Z, CTRL, into=desk.table)
    assert own(desk, "p0").layer == "team"


def test_alt_and_arrows_bring_phrases_into_order(desk):
    desk.go("售前接待", "热情招呼")
    before = desk.listed()
    desk.choose(2, 3)
    desk.key(Key.Key_Up, ALT)
    assert desk.listed() == [before[0], before[2], before[3], before[1], *before[4:]]
    desk.key(Key.Key_Down, ALT)
    desk.key(Key.Key_Down, ALT)
    assert desk.listed() == [before[0], before[1], before[4], before[2], before[3], *before[5:]]


def test_a_phrase_can_go_to_the_very_end(desk):
    desk.choose(58)
    desk.key(Key.Key_Down, ALT)
    assert desk.listed()[-2:] == ["p59", "p58"]
    assert desk.stored() == desk.listed()


def test_in_a_sorted_list_the_order_is_not_changed_by_hand(desk):
    desk.look_for("wl")
    desk.choose(1)
    desk.key(Key.Key_Up, ALT)
    assert "原来的顺序" in desk.said()
    assert not desk.library.steps.undo_label


def test_phrases_are_dropped_on_a_category(desk):
    desk.choose(0, 1)
    index = desk.tree.categories.find(("售后服务",))
    drop(desk.tree, carried(2), desk.tree.visualRect(index).center())
    desk.settle()
    assert own(desk, "p0").category == own(desk, "p1").category == ("售后服务",)
    assert desk.window.menus.actions["undo"].text() == "撤销：移动 2 条到“售后服务”"


def test_phrases_are_dropped_between_others(desk):
    desk.choose(0, 1)
    rect = desk.table.visualRect(desk.table.phrases.index(5, 0))
    drop(desk.table, carried(2), QPoint(rect.center().x(), rect.top() + 1))
    desk.settle()
    assert desk.listed()[:6] == ["p2", "p3", "p4", "p0", "p1", "p5"]


def test_nothing_else_is_taken_when_dropped(desk):
    other = QMimeData()
    other.setText("别的")
    rows, tree = desk.table.phrases, desk.tree.categories
    assert not rows.canDropMimeData(other, MOVE, 1, 0, QModelIndex())
    assert not tree.canDropMimeData(other, MOVE, -1, 0, tree.index(1, 0))
    assert not tree.canDropMimeData(carried(1), MOVE, -1, 0, tree.index(0, 0))
    assert rows.mimeData([rows.index(0, 0), rows.index(0, 1), rows.index(4, 0)]).data(PHRASES) == b"2"


def test_a_new_phrase_is_written_in_the_editor_and_stands_in_its_category(desk):
    desk.go("礼貌道别")
    desk.key(Key.Key_N, CTRL)
    page = desk.window.panes.editor.page
    desk.type("周末道别", page.title)
    desk.type("周末愉快，欢迎再来", page.wordings.text)
    desk.window.panes.editor.commit()
    desk.settle()
    (made,) = [phrase for phrase in desk.library.phrases if phrase.title == "周末道别"]
    assert made.category == ("礼貌道别",)
    assert desk.table.match().phrase.id == made.id
    desk.type("啦", page.title)
    desk.window.panes.editor.commit()
    desk.settle()
    assert own(desk, made.id).title == "周末道别啦"
    assert desk.window.panes.editor.current().title == "周末道别啦"


def test_what_is_written_in_the_editor_is_one_step_each(desk):
    desk.choose(3)
    editor = desk.window.panes.editor
    editor.page.title.setText("核对地址")
    desk.choose(4)
    assert own(desk, "p3").title == "核对地址"
    assert desk.window.menus.actions["undo"].text() == "撤销：修改“核对地址”"
    assert editor.current().id == "p4"
    desk.key(Key.Key_Z, CTRL)
    assert own(desk, "p3").layer == "team"
    assert own(desk, "p4").layer == "team"


def test_what_is_being_written_is_kept_when_the_window_closes(desk):
    desk.choose(3)
    desk.window.panes.editor.page.title.setText("写到一半")
    desk.window.panes.editor.page.title.setFocus()
    desk.window.close()
    desk.settle()
    assert own(desk, "p3").title == "写到一半"


def test_an_older_version_comes_back_from_the_history(desk):
    desk.library.edit([Put(replace(own(desk, "p0"), title="第一版"))], "改一")
    desk.library.edit([Put(replace(own(desk, "p0"), title="第二版"))], "改二")
    desk.library.keeper.flush()
    desk.settle()
    desk.choose(0)
    desk.key(Key.Key_H, CTRL | SHIFT)
    sheet = desk.sheet()
    assert [sheet.list.item(n).text().split("\n")[0] for n in range(sheet.list.count())] == ["改二", "改一"]
    assert sheet.view.toPlainText().startswith("标题\n第一二版")
    desk.answer()
    assert own(desk, "p0").title == "第一版"


def test_the_trash_gives_back_and_forgets(desk):
    desk.choose(0, 2)
    desk.key(Key.Key_Delete)
    desk.window.menus.actions["trash"].trigger()
    desk.settle()
    sheet = desk.sheet()
    assert sheet.list.count() == 3
    key = sheet.list.item(0).data(Qt.ItemDataRole.UserRole)
    QTest.mouseClick(sheet.restore, Qt.MouseButton.LeftButton)
    desk.settle()
    assert sheet.list.count() == 2
    assert key in desk.listed()
    QTest.mouseClick(sheet.purge, Qt.MouseButton.LeftButton)
    desk.settle()
    QTest.mouseClick(sheet.empty, Qt.MouseButton.LeftButton)
    desk.settle()
    assert sheet.list.count() == 0
    assert sheet.note.text() == "回收站是空的。"
    assert desk.library.trash == []
    sheet.reject()
    desk.back()
    for _ in range(4):
        desk.key(Key.Key_Z, CTRL, into=desk.table)
    assert desk.listed() == [f"p{n}" for n in range(60)]


def test_a_team_phrase_that_changed_is_told_and_followed_kept_or_merged(desk):
    for turn, title in enumerate(("用原话", "合并", "保留我的")):
        desk.library.edit([Put(replace(own(desk, "p3"), title="我的标题"))], "改")
        desk.library.keeper.flush()
        changed = [replace(own(desk, f"p{n}"), note="") for n in range(60) if n != 3]
        team = desk.library.lower("p3")
        desk.write_team([*changed[:3], replace(team, code=f"dz{turn}x"), *changed[3:]])
        desk.library.load()
        desk.window.set_index(desk.index.changed([own(desk, "p3")]))
        desk.choose(0)
        desk.table.choose("p3")
        desk.settle()
        bar = desk.window.panes.origin
        desk.window.origins._calm.stop()
        desk.window.origins._look()
        desk.settle()
        assert bar.isVisible()
        bar.look.click()
        button = next(b for b in desk.sheet().buttons if b.text() == title)
        button.click()
        desk.settle()
        now = own(desk, "p3")
        if title == "用原话":
            assert now.layer == "team"
        else:
            assert now.title == "我的标题"
            assert (now.code == f"dz{turn}x") == (title == "合并")
        assert not bar.isVisible()
