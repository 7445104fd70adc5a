"""Find and replace, the search for duplicates, and work in slices."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from assistant.core.edits import Put
from assistant.core.errors import DataProblem
from assistant.core.model import Variant
from assistant.ui.bulk_sheets import day_of, split
from assistant.ui.slices import Slices
from tests.ui.waiting import until

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier


@pytest.fixture
def desk(library_desk):
    return library_desk


def look(desk, sheet, find, into):
    sheet._find.setText(find)
    sheet._into.setText(into)
    until(lambda: not sheet._soon.isActive() and not sheet._slices.busy)


def test_every_hit_is_seen_counted_and_only_those_ticked_are_replaced(desk):
    desk.key(Key.Key_H, CTRL, into=desk.table)
    sheet = desk.sheet()
    look(desk, sheet, "五星好评", "好评")
    hits = sheet.list.hits
    assert len(hits.found) == 10
    assert sheet.note.text() == "10 处，在 5 条话术里"
    hits.tick(0, on=False)
    assert sheet.way_on.text() == "替换 9 处"
    left = hits.found[0]
    desk.answer()
    texts = [v.text for p in desk.library.phrases for v in p.variants if "五星好评" in v.text]
    assert texts == [left.phrase.variants[left.hit.variant].text]
    desk.key(Key.Key_Z, CTRL, into=desk.table)
    assert sum("五星好评" in v.text for p in desk.library.phrases for v in p.variants) == 10


def test_several_chosen_are_what_is_searched(desk):
    desk.choose(0, 2)
    desk.key(Key.Key_H, CTRL)
    sheet = desk.sheet()
    look(desk, sheet, "亲", "您")
    assert {found.phrase.id for found in sheet.list.hits.found} == {"p0", "p1", "p2"}
    sheet._all.click()
    assert not sheet.way_on.isEnabled()
    sheet.reject()


def test_space_ticks_and_nothing_is_replaced_before_the_list_is_what_was_asked(desk):
    desk.key(Key.Key_H, CTRL, into=desk.table)
    sheet = desk.sheet()
    look(desk, sheet, "五星", "")
    sheet.list.setCurrentIndex(sheet.list.hits.index(1, 0))
    QTest.keyClick(sheet.list, Key.Key_Space)
    assert sheet.list.hits.left_out == {1}
    sheet._find.setText("五")
    desk.answer()
    assert sheet.isVisible()
    assert not desk.library.steps.undo_label
    sheet.reject()


def test_a_phrase_that_changed_meanwhile_is_left_alone(desk):
    desk.key(Key.Key_H, CTRL, into=desk.table)
    sheet = desk.sheet()
    look(desk, sheet, "五星好评", "好评")
    key = sheet.list.hits.found[0].phrase.id
    desk.library.edit([Put(replace(desk.library.get(key), title="别人改的"))], "改")
    desk.answer()
    assert "五星好评" in desk.library.get(key).variants[0].text
    assert sum("五星好评" in v.text for p in desk.library.phrases for v in p.variants) == 2


def doubles(desk):
    first, second = desk.library.get("p0"), desk.library.get("p1")
    desk.library.edit(
        [Put(replace(first, id="x", code="", tags=("新",), variants=(*first.variants, Variant("独有的一句")))),
         Put(replace(second, id="y", code=""))], "双份",
    )  # fmt: skip
    desk.settle()


def open_duplicates(desk):
    desk.window.menus.actions["duplicates"].trigger()
    sheet = desk.sheet()
    until(lambda: not sheet.slices.busy)
    return sheet


def group_of(sheet, key):
    for n in range(sheet.tree.topLevelItemCount()):
        head = sheet.tree.topLevelItem(n)
        for m in range(head.childCount()):
            if head.child(m).data(0, Qt.ItemDataRole.UserRole) == key:
                return head.child(m)
    return None


def test_duplicates_are_merged_into_the_chosen_one(desk):
    doubles(desk)
    sheet = open_duplicates(desk)
    sheet.tree.setCurrentItem(group_of(sheet, "p0"))
    count = sheet.tree.topLevelItemCount()
    sheet.merge.click()
    desk.settle()
    assert sheet.tree.topLevelItemCount() == count - 1
    merged = desk.library.get("p0")
    assert [v.text for v in merged.variants][-1] == "独有的一句"
    assert "新" in merged.tags
    assert "x" not in desk.stored()
    sheet.reject()
    desk.back()
    desk.key(Key.Key_Z, CTRL)
    assert "x" in desk.stored()


def test_all_but_the_chosen_one_are_removed_or_only_that_one(desk):
    doubles(desk)
    sheet = open_duplicates(desk)
    sheet.tree.setCurrentItem(group_of(sheet, "y"))
    others = sheet._chosen()[1]
    sheet.keep.click()
    desk.settle()
    assert not set(others) & set(desk.stored())
    sheet.tree.setCurrentItem(group_of(sheet, "x"))
    sheet.drop.click()
    desk.settle()
    assert "x" not in desk.stored()
    assert "p0" in desk.stored()
    sheet.reject()


def test_closing_stops_the_search(desk):
    desk.window.menus.actions["duplicates"].trigger()
    sheet = desk.sheet()
    slices = sheet.slices
    sheet.reject()
    assert not slices.busy
    desk.settle()


class Held:
    def __init__(self):
        self.waiting = []

    def __call__(self, op, success, failure):
        self.waiting.append((op, success, failure))

    def work(self):
        op, success, _ = self.waiting.pop(0)
        success(op())


def slices(held):
    made, told = Slices(held), []
    made.progressed.connect(told.append)
    made.finished.connect(lambda result: told.append(("end", result)))
    made.failed.connect(told.append)
    return made, told


def count_to(most):
    for n in range(most):
        yield n / most
    return most


def test_work_is_done_to_its_end_and_what_was_overtaken_is_not_heard_of(app):
    held = Held()
    made, told = slices(held)
    made.start(count_to(3))
    made.start(count_to(5))
    while held.waiting:
        held.work()
    assert told[-1] == ("end", 5)
    assert ("end", 3) not in told
    assert not made.busy


def test_what_fails_is_told_and_what_was_stopped_is_not(app):
    held = Held()
    made, told = slices(held)
    made.start(count_to(3))
    held.waiting.pop()[2](DataProblem("读不出来。", "请重试。"))
    assert told == ["读不出来。请重试。"]
    made.start(count_to(3))
    made.stop()
    held.work()
    assert told == ["读不出来。请重试。"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", None),
        (" 2026-6-18 ", date(2026, 6, 18)),
        ("2026/06/18", date(2026, 6, 18)),
        ("2026年6月18日", date(2026, 6, 18)),
    ],
)
def test_days_are_read_as_people_write_them(text, day):
    assert day_of(text) == day


@pytest.mark.parametrize("text", ["2026-02-30", "明天", "2026-6", "1-2-3-4"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - it has no words of ours
        day_of(text)


def test_names_are_split_at_commas_of_any_kind():
    assert split("急， 新 款,急、老客;") == ["急", "新 款", "老客"]
