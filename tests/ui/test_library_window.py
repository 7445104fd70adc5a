from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from assistant.compose import index_of
from assistant.core.errors import DataProblem
from assistant.core.model import Phrase, Variant
from assistant.ui import theme as themes
from assistant.ui.library_window import LibraryWindow
from assistant.ui.seeker import Seeker, Wish
from assistant.ui.tasks import Tasks
from assistant.ui.wordings_view import WordingsView
from tests.ui.phrase_samples import phrases
from tests.ui.waiting import until

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


@pytest.fixture
def tasks(app):
    made = Tasks("library")
    yield made
    made.close()


@pytest.fixture
def window(tasks):
    made = LibraryWindow(tasks.run, "light")
    made.set_index(index_of(phrases(60)))
    made.present()
    until(lambda: made.list.match() and not made.seeker.pending and not made._follow.isActive())
    yield made
    made.hide()
    until(lambda: not made.seeker.pending)
    made.deleteLater()


def codes(window):
    return [match.phrase.code for match in window.list.phrases.matches]


def look_for(window, query):
    spy = QSignalSpy(window.seeker.found)
    window.search.setText(query)
    until(lambda: spy.count() and not window.seeker.pending and not window._follow.isActive())


def test_it_shows_everything_and_the_first_with_all_its_wordings(window):
    assert len(codes(window)) == 60
    first = window.list.match().phrase
    assert window.details.title.text() == first.title
    shown = window.details.wordings.toPlainText()
    assert all(variant.text in shown for variant in first.variants)
    assert "说法 2 · 专业" in shown
    assert window._count.text() == "60 条话术"


def test_typing_narrows_with_the_same_search_as_the_popup(window):
    look_for(window, "wl3")
    assert codes(window) == ["wl3"]
    assert window.details.facts.text().startswith("wl3 · 物流发货 › 物流查询")
    look_for(window, "没有的东西")
    assert codes(window) == []
    assert "没有找到" in window.list.empty[0]
    assert not window.details.copy.isEnabled()
    assert window.details.title.text() == ""


def test_a_category_filters_and_the_first_row_lifts_it(window):
    spy = QSignalSpy(window.seeker.found)
    window.tree.setCurrentIndex(window.tree._model.index(1, 0))
    until(spy.count)
    assert {match.phrase.category[0] for match in window.list.phrases.matches} == {"售前接待"}
    window.tree.setCurrentIndex(window.tree._model.index(0, 0))
    until(lambda: len(codes(window)) == 60)


def test_the_arrow_keys_in_the_search_line_move_in_the_list(window):
    QTest.keyClick(window.search, Key.Key_Down)
    until(lambda: window.details.title.text() == window.list.phrases.matches[1].phrase.title)
    assert window.list.currentIndex().row() == 1


def test_copy_names_the_phrase(window):
    spy = QSignalSpy(window.copy_asked)
    QTest.mouseClick(window.details.copy, Qt.MouseButton.LeftButton)
    assert spy.at(0) == [window.list.match().phrase.id]


def test_an_import_is_asked_for_and_its_end_is_told(window):
    spy = QSignalSpy(window.import_asked)
    QTest.mouseClick(window._import, Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit("/somewhere/pack.jsonl")
    dialog.reject()
    assert spy.at(0) == ["/somewhere/pack.jsonl"]
    assert not window._import.isEnabled()
    assert window._busy.isVisible()
    window.import_failed("第 3 行读不出来。")
    assert window._status.text() == "第 3 行读不出来。"
    assert window._import.isEnabled()
    assert not window._busy.isVisible()
    window.begin_import("/somewhere/pack.jsonl")
    window.imported("导入了 12 条话术。")
    assert window._status.text() == "导入了 12 条话术。"


def test_the_end_of_an_import_is_not_covered_by_the_count(window):
    window.begin_import("/somewhere/pack.jsonl")
    window.set_index(index_of(phrases(70)))
    window.imported("导入了 10 条话术。")
    until(lambda: window._count.text() == "70 条话术")
    assert window._status.text() == "导入了 10 条话术。"


def test_a_new_library_keeps_the_chosen_phrase(window):
    window.list.move_to(7)
    chosen = window.list.match().phrase
    window.set_index(index_of(phrases(80)))
    until(lambda: len(codes(window)) == 80)
    assert window.list.match().phrase.id == chosen.id


def test_while_hidden_a_library_costs_nothing(window):
    window.hide()
    spy = QSignalSpy(window.seeker.found)
    window.set_index(index_of(phrases(10)))
    assert spy.count() == 0
    window.present()
    until(lambda: len(codes(window)) == 10)


def test_a_hundred_thousand_phrases_need_no_more_widgets_than_ten(app):
    counts = []
    for size in (10, 100_000):
        window = LibraryWindow(Held(), "light")
        window.set_index(index_of(replace(p, id=f"p{n}") for n, p in enumerate(phrases(10) * (size // 10))))
        window.present()
        assert len(window.list.phrases.matches) == size
        window.list.move_to(size - 1)
        window.list.grab()
        counts.append(len(window.findChildren(QWidget)))
        window.hide()
        window.deleteLater()
    assert counts[0] == counts[1]


def seeker(size):
    held, found = Held(), []
    made = Seeker(held)
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


def test_the_theme_reaches_every_part(window):
    window.set_theme("dark")
    assert window.list.painter_of_rows.theme.dark
    assert window.tree.painter_of_rows.theme.dark
    assert all(widget.theme.dark for widget in window.findChildren(QWidget) if hasattr(widget, "theme"))
    assert window.list.match() is not None


def test_everything_has_a_name(window):
    for widget in (window.search, window.list, window.tree, window.details.wordings):
        assert widget.accessibleName()
