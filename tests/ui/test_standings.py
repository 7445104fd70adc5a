"""The order of the popup's list with nothing typed, favourites, and what was looked for in vain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from assistant.compose import index_of
from assistant.core.habits import Habits
from assistant.core.model import Activation, Outcome, PriorUse
from assistant.core.ranking import Standing, weight
from assistant.storage.settings import Settings
from assistant.ui.popup_model import Finder
from assistant.ui.standings import Pins, Standings, Uses
from assistant.ui.unfound import Private, Unfound
from tests.fakes import FakeMisses, FakeUsage
from tests.ui.conftest import at_once
from tests.ui.phrase_samples import phrases

INDEX = index_of(phrases(60))
Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
NOW = 1_800_000_000.0


def use(phrase, chat="", seconds_ago=60.0):
    return Activation(phrase, 0, NOW - seconds_ago, Outcome.PASTED, chat=chat)


class Counter:
    """The popup's order as the app keeps it, with settings on the disk and a clock that stands."""

    def __init__(self, desk, folder):
        self.desk = desk
        self.settings = Settings(folder / "settings.json")
        self.journal = FakeUsage()
        self.uses = Uses(self.journal)
        pins = Pins(lambda: self.settings.words("popup.pinned"), lambda p: self.settings.set_words("popup.pinned", p))
        self.standings = Standings(desk.popup, Habits(), self.uses, pins, lambda: NOW)
        self.standings.know(INDEX, {})

    def first(self, count):
        return [match.phrase.id for match in self.desk.list.phrases.matches[:count]]

    def pin(self):
        self.desk.key(Key.Key_P, "\x10", CTRL)


@pytest.fixture
def counter(desk, tmp_path):
    return Counter(desk, tmp_path)


def test_what_was_used_comes_first_when_the_use_is_over(counter):
    counter.uses.append(use("p7"))
    counter.standings.used()
    assert counter.first(1) == ["p0"]
    counter.standings._soon.timeout.emit()
    assert counter.first(2) == ["p7", "p0"]
    assert counter.journal.records == [use("p7")]


def test_uses_before_the_import_count(counter):
    counter.standings.know(INDEX, {"p9": PriorUse(12, NOW)})
    assert counter.first(1) == ["p9"]


def test_the_list_is_of_the_chat_that_the_popup_opens_over(counter):
    for talk in ("one", "two", "three"):
        counter.uses.append(use("p3", talk, 500))
        counter.uses.append(use("p10", talk, 400))
    for _ in range(8):
        counter.uses.append(use("p20"))
    counter.uses.append(use("p3", "four", 10))
    counter.standings.opening("four")
    assert counter.first(1) == ["p10"]
    counter.standings.rank()
    assert counter.first(1) == ["p10"]
    counter.standings.opening("somebody else")
    assert counter.first(1) == ["p20"]


def test_opening_over_the_same_chat_leaves_the_list_alone(counter, monkeypatch):
    counter.uses.append(use("p3", "c"))
    counter.standings.opening("c")
    told = []
    monkeypatch.setattr(counter.desk.popup, "set_standing", told.append)
    counter.standings.opening("c")
    assert told == []


def test_no_row_moves_while_the_popup_is_open(counter):
    counter.desk.open()
    before = counter.first(60)
    counter.uses.append(use("p7"))
    counter.standings.rank()
    assert counter.first(60) == before
    counter.desk.type("wl")
    counter.desk.settle()
    counter.desk.line.clear()
    counter.desk.settle()
    assert counter.first(1) == ["p7"]


def test_ctrl_p_pins_and_pins_survive(counter, tmp_path):
    desk = counter.desk.open()
    for row in (4, 2):
        desk.list.move_to(row)
        counter.pin()
    assert desk.line.text() == ""
    assert counter.first(3) == ["p0", "p1", "p2"]  # nothing moves under the fingers
    desk.key(Key.Key_Escape)
    desk.popup.reset()
    assert counter.first(3) == ["p4", "p2", "p0"]
    assert Settings(tmp_path / "settings.json").words("popup.pinned") == ("p4", "p2")
    desk.open()
    counter.pin()
    desk.key(Key.Key_Escape)
    desk.popup.reset()
    assert counter.first(2) == ["p2", "p0"]


def test_pins_stand_before_everything_that_is_used(counter):
    counter.settings.set_words("popup.pinned", ["p5", "gone"])
    counter.uses.append(use("p7"))
    counter.standings.rank()
    assert counter.first(3) == ["p5", "p7", "p0"]


def test_nothing_to_pin_in_an_empty_list(counter):
    counter.desk.open().type("没有这样的话")
    counter.pin()
    assert counter.settings.words("popup.pinned") == ()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_pinned_row_carries_a_mark(desk, theme):
    desk.popup.set_theme(theme)
    desk.open()
    row = desk.list.visualRect(desk.list.phrases.index(1, 0))
    plain = desk.list.grab(row).toImage()
    desk.popup.set_standing(Standing(pinned=("p1",)))
    marked = desk.list.grab(row).toImage()
    assert plain != marked
    differing = [x for x in range(row.width()) if any(plain.pixel(x, y) != marked.pixel(x, y) for y in range(44))]
    assert row.width() // 2 < differing[0] <= differing[-1] < row.width() - 12
    desk.popup.set_standing(Standing())
    assert desk.list.grab(row).toImage() == plain


def test_the_picture_of_the_hidden_popup_is_taken_again_after_a_change(desk):
    desk.popup.set_standing(Standing(pinned=("p9",)))
    assert desk.popup._presence._settling.isActive()
    desk.popup._presence._settling.timeout.emit()
    assert desk.list._still._state[0] == desk.list._look()
    desk.open()
    assert not desk.popup._presence._settling.isActive()


@pytest.fixture
def missed(desk):
    sink = FakeMisses()
    desk.unfound = Unfound(desk.popup, sink, Private(lambda: {"张小明"}, lambda query: "小雨" in query), lambda: NOW)
    return lambda: [miss.query for miss in sink.records]


def over(desk):
    desk.popup.hide()
    desk.popup._presence._resting.timeout.emit()


def test_what_was_looked_for_in_vain_is_noted_when_the_popup_is_over(desk, missed):
    desk.open()
    for sign in "增值税":
        desk.type(sign)
        desk.settle()
    assert missed() == []
    over(desk)
    assert missed() == ["增值税"]
    over(desk)
    assert missed() == ["增值税"]


def test_another_query_ends_the_one_before(desk, missed):
    desk.open().type("增值税")
    desk.settle()
    desk.line.setText("wl3")
    desk.settle()
    assert missed() == ["增值税"]
    desk.key(Key.Key_Return)
    over(desk)
    assert missed() == ["增值税"]


def test_what_is_chosen_after_all_is_no_miss(desk, missed):
    desk.open().type("wl3x")
    desk.settle()
    desk.line.backspace()
    desk.settle()
    desk.key(Key.Key_Return)
    over(desk)
    assert missed() == []


@pytest.mark.parametrize("query", ["13800000000", "张小明", "350000123", "林小雨的单"])
def test_nothing_of_a_buyer_is_noted(desk, missed, query):
    desk.open()
    for sign in query:
        desk.type(sign)
        desk.settle()
    over(desk)
    assert missed() == []


def test_what_stands_in_another_category_is_no_miss(desk, missed):
    desk.open()
    desk.tree.setCurrentIndex(desk.tree.model().index(1, 0))
    desk.settle()
    desk.type("wl3")
    desk.settle()
    assert len(desk.list.phrases.matches) == 0
    over(desk)
    assert missed() == []


NAMES = st.sampled_from([f"p{n}" for n in range(60)])
STANDINGS = st.builds(
    Standing, st.dictionaries(NAMES, st.floats(0, 5)), st.dictionaries(NAMES, st.floats(0, 1)),
    st.lists(NAMES, unique=True, max_size=4).map(tuple),
)  # fmt: skip


@given(st.lists(STANDINGS, min_size=1, max_size=3))
def test_what_is_most_useful_comes_first(standings):
    finder = Finder(at_once)
    finder.set_index(INDEX)
    for standing in standings:
        finder.set_standing(standing)
        finder.find()
        shown = [match.phrase.id for match in finder.matches]
        pinned = len(standing.pinned)
        assert tuple(shown[:pinned]) == standing.pinned
        weights = [weight(standing, phrase) for phrase in shown[pinned:]]
        assert weights == sorted(weights, reverse=True)
        assert set(shown) == {f"p{n}" for n in range(60)}
        assert len(shown) == 60


def test_a_deleted_journal_is_forgotten_at_once(counter):
    counter.uses.append(use("p7"))
    counter.standings.rank()
    assert counter.first(1) == ["p7"]
    counter.uses.append(use("p9"))
    counter.standings.forget()
    assert counter.first(1) == ["p0"]
