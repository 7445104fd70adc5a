"""Categories are made, named, moved and removed in the tree of the library window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, ALT = Mod.ControlModifier, Mod.ShiftModifier, Mod.AltModifier
MOVE = Qt.DropAction.MoveAction


@pytest.fixture
def desk(library_desk):
    return library_desk


def roots(desk):
    return [node.name for node in desk.library.categories]


def below(desk, name):
    return [node.name for root in desk.library.categories if root.name == name for node in root.children]


def drop(desk, path, parent, row=-1):
    tree = desk.tree.categories
    data = tree.mimeData([tree.find(path)])
    there = tree.find(parent) if parent else QModelIndex()
    assert not tree.dropMimeData(data, MOVE, row, 0, there)
    desk.settle()


def test_a_new_category_is_named_at_once_and_can_be_empty(desk):
    desk.go("售后服务")
    desk.tree.setFocus()
    desk.key(Key.Key_N, CTRL | SHIFT)
    line = desk.tree.findChild(QLineEdit)
    assert line.text() == "新分类"
    line.setText("发票")
    desk.key(Key.Key_Return, into=line)
    assert below(desk, "售后服务")[-1] == "发票"
    assert desk.tree.category() == ("售后服务", "发票")
    assert desk.table.empty[0] == "这里还没有话术"
    desk.tree.setFocus()
    desk.key(Key.Key_Z, CTRL)
    desk.key(Key.Key_Z, CTRL)
    assert "发票" not in below(desk, "售后服务")
    assert desk.tree.category() == ("售后服务",)


def test_a_category_gets_another_name_with_all_that_is_in_it(desk):
    desk.go("物流发货")
    count = len(desk.listed())
    desk.tree.setFocus()
    desk.key(Key.Key_F2)
    line = desk.tree.findChild(QLineEdit)
    line.setText("  快递  物流 ")
    desk.key(Key.Key_Return, into=line)
    assert "快递 物流" in roots(desk)
    assert desk.tree.category() == ("快递 物流",)
    assert len(desk.listed()) == count
    assert roots(desk).index("快递 物流") == 2


def test_categories_change_places_by_keys(desk):
    before = roots(desk)
    desk.go(before[0])
    desk.tree.setFocus()
    for _ in range(len(before)):
        desk.key(Key.Key_Down, ALT)
    assert roots(desk) == [*before[1:], before[0]]
    for _ in range(len(before)):
        desk.key(Key.Key_Up, ALT)
    assert roots(desk) == before


def test_a_category_is_dropped_into_another_and_between_others(desk):
    drop(desk, ("物流发货",), ("售后服务",))
    assert "物流发货" in below(desk, "售后服务")
    assert desk.tree.categories.find(("售后服务", "物流发货", "物流查询")).isValid()
    drop(desk, ("售后服务", "物流发货"), (), 1)
    assert roots(desk)[0] == "物流发货"


def test_a_category_never_goes_into_itself(desk):
    tree = desk.tree.categories
    data = tree.mimeData([tree.find(("售后服务",))])
    assert not tree.canDropMimeData(data, MOVE, -1, 0, tree.find(("售后服务",)))
    assert not tree.canDropMimeData(data, MOVE, -1, 0, tree.find(("售后服务", "中差评")))


def test_removing_a_category_is_asked_and_can_be_taken_back(desk):
    before = desk.stored()
    desk.go("售后服务")
    count = len(desk.listed())
    desk.tree.setFocus()
    desk.key(Key.Key_Delete)
    assert f"{count} 条" in desk.sheet().hint.text()
    desk.answer()
    assert "售后服务" not in roots(desk)
    assert len(desk.library.trash) == count
    desk.key(Key.Key_Z, CTRL, into=desk.table)
    assert desk.stored() == before
    assert "售后服务" in roots(desk)


def test_an_empty_category_goes_without_a_question(desk):
    desk.tree.setCurrentIndex(desk.tree.categories.index(0, 0))
    desk.tree.setFocus()
    desk.key(Key.Key_N, CTRL | SHIFT)
    desk.key(Key.Key_Escape, into=desk.tree.findChild(QLineEdit))
    assert roots(desk)[-1] == "新分类"
    desk.tree.setFocus()
    desk.key(Key.Key_Delete)
    assert "新分类" not in roots(desk)


def test_what_is_unfolded_stays_so_while_the_library_changes(desk):
    desk.go("售后服务", "中差评")
    desk.choose(0)
    desk.key(Key.Key_Delete)
    assert desk.tree.category() == ("售后服务", "中差评")
    assert desk.tree.isExpanded(desk.tree.categories.find(("售后服务",)))


def test_a_press_on_the_current_category_does_not_lift_the_filter(desk):
    desk.go("售后服务")
    place = desk.tree.visualRect(desk.tree.currentIndex()).center()
    QTest.mouseClick(desk.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.settle()
    assert desk.tree.category() == ("售后服务",)
