from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget

from assistant.compose import index_of
from assistant.core.edits import Put
from assistant.core.errors import DataProblem
from assistant.core.model import Phrase, PriorUse, Variant
from assistant.core.search import Column
from assistant.ui import theme as themes
from assistant.ui.library_columns import COLUMNS
from assistant.ui.seeker import Seeker, Wish
from assistant.ui.wordings_view import WordingsView
from tests.ui.phrase_samples import phrases

Key = Qt.Key


class Held:
    """A background that works when it is told to."""

    def __init__(self):
        self.waiting = []

    def __call__(self, op, success, failure):
        self.waiting.append((op, success, failure))

    def work(self):
        op, success, _ = self.waiting.pop(0)
        success(op())


def codes(desk):
    return [match.phrase.code for match in desk.table.phrases.matches]


def edited(desk):
    return desk.window.panes.editor.current()


def test_it_shows_everything_and_the_first_in_the_editor(library_desk):
    desk = library_desk
    assert len(codes(desk)) == 60
    assert edited(desk) == desk.table.match().phrase
    assert desk.window.panes.foot.count.text() == "60 条话术"


def test_typing_narrows_with_the_same_search_as_the_popup(library_desk):
    desk = library_desk
    desk.look_for("wl3")
    assert codes(desk) == ["wl3"]
    assert edited(desk).code == "wl3"
    desk.look_for("没有的东西")
    assert codes(desk) == []
    assert "没有找到" in desk.table.empty[0]
    assert edited(desk) is None


def test_a_category_filters_and_the_first_row_lifts_it(library_desk):
    library_desk.go("售前接待")
    assert {match.phrase.category[0] for match in library_desk.table.phrases.matches} == {"售前接待"}
    library_desk.tree.setCurrentIndex(library_desk.tree.categories.index(0, 0))
    library_desk.settle()
    assert len(library_desk.listed()) == 60


def test_the_arrow_keys_in_the_search_line_move_in_the_list(library_desk):
    desk = library_desk
    desk.key(Key.Key_Down, into=desk.search)
    assert desk.table.currentIndex().row() == 1
    assert edited(desk).id == desk.listed()[1]


def test_copy_names_the_phrase(library_desk):
    spy = QSignalSpy(library_desk.window.copy_asked)
    library_desk.table.setFocus()
    library_desk.key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert spy.at(0) == [library_desk.table.match().phrase.id]


def test_a_new_library_keeps_the_chosen_phrases(library_desk):
    desk = library_desk
    desk.choose(7, 9)
    chosen = [phrase.id for phrase in desk.table.chosen().phrases()]
    desk.window.set_index(index_of(phrases(80)))
    desk.settle()
    assert len(codes(desk)) == 80
    assert [phrase.id for phrase in desk.table.chosen().phrases()] == chosen
    assert len(chosen) == 3


def test_while_hidden_a_library_costs_nothing(library_desk):
    desk = library_desk
    desk.window.hide()
    spy = QSignalSpy(desk.window.lister.seeker.found)
    desk.window.set_index(index_of(phrases(10)))
    assert spy.count() == 0
    desk.window.present()
    desk.settle()
    assert len(codes(desk)) == 10


def test_a_hundred_thousand_phrases_need_no_more_widgets_and_no_more_rows_than_ten(library_desk):
    desk, counts = library_desk, []
    for size in (10, 100_000):
        desk.window.set_index(index_of(replace(p, id=f"p{n}") for n, p in enumerate(phrases(10) * (size // 10))))
        desk.settle()
        assert len(desk.table.phrases.matches) == size
        desk.table.move_to(size - 1)
        desk.settle()
        desk.table.grab()
        counts.append(len(desk.window.findChildren(QWidget)))
        assert len(desk.table.phrases.matches._made) < 200
    assert counts[0] == counts[1]


@pytest.mark.parametrize("column", COLUMNS)
def test_a_click_on_a_heading_sorts_up_down_and_back(library_desk, column):
    desk = library_desk
    desk.uses |= {key: PriorUse(number, number * 1.0) for number, key in enumerate(desk.listed())}
    place = COLUMNS.index(column)
    desk.table.show_column(column, shown=True)
    heading = desk.table.heading

    def click():
        spot = QPoint(heading.sectionViewportPosition(place) + 20, 10)
        QTest.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        desk.settle()

    click()
    up = desk.listed()
    assert desk.table.heading.sorted == (column, False)
    click()
    assert desk.table.heading.sorted == (column, True)
    assert desk.listed() != up or column in (Column.VALID, Column.CHANGED)  # where nobody has anything
    click()
    assert desk.table.heading.sorted is None
    assert desk.listed() == [f"p{n}" for n in range(60)]


def test_never_used_and_expiring_ones_come_first_when_asked(library_desk):
    desk = library_desk
    desk.uses |= {key: PriorUse(3, 1.0) for key in desk.listed() if key != "p41"}
    desk.library.edit([Put(replace(desk.library.get("p17"), valid_until=date(2026, 6, 18)))], "改")
    desk.settle()
    desk.window.menus.actions["by_never"].trigger()
    desk.settle()
    assert desk.listed()[0] == "p41"
    desk.window.menus.actions["by_expiring"].trigger()
    desk.settle()
    assert desk.listed()[0] == "p17"
    assert desk.table.shows(Column.VALID)
    desk.window.menus.actions["by_library"].trigger()
    desk.settle()
    assert desk.listed()[0] == "p0"


def test_a_column_is_hidden_and_shown_from_the_menu(library_desk):
    menu = library_desk.window.menus.menu("view")
    tags = next(action for action in menu.actions() if action.text() == "标签")
    assert not library_desk.table.shows(Column.TAGS)
    tags.trigger()
    assert library_desk.table.shows(Column.TAGS)
    tags.trigger()
    assert not library_desk.table.shows(Column.TAGS)


def test_every_action_has_words_and_the_keys_stand_in_the_menus(library_desk):
    menus = library_desk.window.menus
    for name in ("edit", "category", "tools", "view", "rows"):
        for action in menus.menu(name).actions():
            assert action.isSeparator() or action.text()
    keys = [action.shortcut().toString() for action in menus.menu("edit").actions() if not action.isSeparator()]
    assert all(keys)
    assert len(set(keys)) == len(keys)


def test_f6_goes_from_pane_to_pane(library_desk):
    panes, seen = library_desk.window.panes, []
    panes.search.setFocus()
    for _ in range(4):
        library_desk.key(Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen == [panes.tree, panes.table, panes.editor.page.title, panes.search]


def seeker(size):
    held, found = Held(), []
    made = Seeker(held)
    made.at_once = 0
    made.found.connect(lambda answer: found.append([match.phrase.code for match in answer.matches]))
    made.set_index(index_of(phrases(size)))
    return made, held, found


def test_the_newest_wish_wins_and_those_between_are_never_searched():
    made, held, found = seeker(30)
    for query in ("w", "wl", "wl2"):
        made.seek(Wish(query))
    assert len(held.waiting) == 1
    held.work()
    assert found == []
    held.work()
    assert found == [["wl2"]]
    assert held.waiting == []
    assert not made.pending


def test_a_wish_waits_for_the_first_index():
    held, found = Held(), []
    made = Seeker(held)
    made.at_once = 0
    made.found.connect(found.append)
    made.seek(Wish())
    assert made.pending
    made.set_index(index_of(phrases(5)))
    made.seek(Wish())
    assert len(found[0].matches) == 5


def test_an_index_that_was_replaced_while_it_was_searched_is_asked_again():
    made, held, found = seeker(30)
    made.seek(Wish("wl"))
    made.set_index(index_of(phrases(5)))
    made.seek(Wish("wl"))
    held.work()
    assert found == []
    held.work()
    assert len(found) == 1


def test_forgetting_leaves_an_answer_on_its_way_unheard():
    made, held, found = seeker(5)
    made.seek(Wish("wl"))
    made.forget()
    held.work()
    assert found == []


def test_a_search_that_fails_is_told_and_the_next_one_works():
    made, held, found = seeker(5)
    failed = []
    made.failed.connect(failed.append)
    made.seek(Wish("t"))
    held.waiting.pop()[2](DataProblem("读不出来。", "请重试。"))
    assert failed == ["读不出来。请重试。"]
    made.seek(Wish(""))
    assert len(found) == 1


@pytest.mark.parametrize(
    ("template", "coloured"),
    [
        ("您好", []),
        ("{{ 买家 }}您好{% emo 微笑 %}", ["{{ 买家 }}", "{% emo 微笑 %}"]),
        ("{% if order.id %}单号 {{ order.id }}{% endif %}", ["{% if order.id %}", "{{ order.id }}", "{% endif %}"]),
        ("没写完 {{ 买家", []),
    ],
)
def test_the_signs_of_a_template_are_coloured_and_the_text_is_whole(app, template, coloured):
    view = WordingsView(themes.light())
    view.show_phrase(Phrase("p", "p", "题", (Variant(template),)))
    assert template in view.toPlainText()
    found, block = [], view.document().begin()
    while block.isValid():
        walk = block.begin()
        while not walk.atEnd():
            fragment = walk.fragment()
            if fragment.charFormat().background().style() is not Qt.BrushStyle.NoBrush:
                found.append(fragment.text())
            walk += 1
        block = block.next()
    assert found == coloured


def test_the_theme_reaches_every_part(library_desk):
    window, panes = library_desk.window, library_desk.window.panes
    window.set_theme("dark")
    assert panes.table.cells.theme.dark
    assert panes.tree.painter_of_rows.theme.dark
    assert all(widget.theme.dark for widget in window.findChildren(QWidget) if hasattr(widget, "theme"))
    assert panes.table.match() is not None


def test_everything_has_a_name(library_desk):
    panes = library_desk.window.panes
    for widget in (panes.search, panes.table, panes.tree, *panes.menus.values()):
        assert widget.accessibleName()
