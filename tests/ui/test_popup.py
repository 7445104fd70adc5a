from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from assistant.compose import index_of
from assistant.core.guard.check import Finding
from assistant.core.ranking import Standing
from assistant.ui import theme as themes
from assistant.ui.popup import HEIGHT, WIDTH, Manner, Popup, Preview
from assistant.ui.popup_panes import ROW
from tests.ui.conftest import at_once
from tests.ui.phrase_samples import phrases

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, ALT = Modifier.ControlModifier, Modifier.AltModifier
ALL_KEYS_DOWN = CTRL | ALT


def first_id(desk, row=0):
    return desk.list.phrases.matches[row].phrase.id


def test_typing_narrows_and_return_pastes_what_the_whole_query_found(desk):
    desk.open()
    for sign in "wl3":
        desk.key(0, sign)
    desk.key(Key.Key_Return)  # no event was handled in between: the list must be ready by itself
    wanted = next(p.id for p in phrases(60) if p.code == "wl3")
    assert desk.said == [("chosen", wanted, False)]


class Slow:
    """A background that works when it is told to."""

    def __init__(self, desk):
        self.waiting = []
        desk.popup._browser.finder._seeker._background = self
        desk.popup._browser.finder._seeker.at_once = 0

    def __call__(self, op, success, failure):
        self.waiting.append((op, success))

    def work(self):
        while self.waiting:
            op, success = self.waiting.pop(0)
            success(op())


def test_what_is_asked_for_waits_for_the_list_of_all_that_was_typed(desk):
    slow = Slow(desk)
    desk.open().type("wl3")
    desk.key(Key.Key_Return)
    assert desk.said == []
    slow.work()
    wanted = next(p.id for p in phrases(60) if p.code == "wl3")
    assert desk.said == [("chosen", wanted, False)]


def test_keys_that_wait_keep_their_order_and_none_is_lost(desk):
    slow = Slow(desk)
    desk.open().type("w")
    desk.key(Key.Key_Down)
    desk.type("l")
    desk.type("3")
    assert desk.line.text() == "w"
    slow.work()
    assert desk.line.text() == "wl3"
    desk.settle()
    slow.work()
    assert desk.codes() == ["wl3"]


def test_a_digit_typed_ahead_picks_from_the_list_it_was_meant_for(desk):
    slow = Slow(desk)
    desk.open().type("wl")
    desk.key(Key.Key_2, "2", ALT)
    before = desk.codes()
    slow.work()
    assert desk.codes() != before
    assert desk.said == [("chosen", first_id(desk, 1), False)]


def test_escape_never_waits(desk):
    slow = Slow(desk)
    desk.open().type("wl3")
    desk.key(Key.Key_Return)
    desk.key(Key.Key_Escape)
    slow.work()
    assert desk.said == [("dismissed",)]


def test_what_waited_is_forgotten_when_the_popup_closes(desk):
    slow = Slow(desk)
    desk.open().type("wl3")
    desk.key(Key.Key_Return)
    desk.popup.hide()
    desk.popup.reset()
    slow.work()
    assert desk.said == []
    assert len(desk.codes()) == 60


def test_an_expired_phrase_is_listed_last_and_looks_so(desk):
    late = replace(phrases(60)[0], valid_until=date(2026, 1, 1))
    desk.popup.set_index(index_of([late, *phrases(60)[1:]]))
    desk.popup.set_standing(Standing({late.id: 9.0}, today=date(2026, 11, 22)))
    desk.open()
    assert desk.list.phrases.matches[59].phrase.id == late.id
    assert desk.list.phrases.matches[59].expired


def test_ctrl_return_sends(desk):
    desk.open().key(Key.Key_Return, modifiers=CTRL)
    assert desk.said == [("chosen", first_id(desk), True)]


@pytest.mark.parametrize("digit", [1, 5, 9])
def test_alt_and_a_digit_paste_the_nth(desk, digit):
    desk.open().key(Key.Key_0 + digit, str(digit), ALT)
    assert desk.said == [("chosen", first_id(desk, digit - 1), False)]


def test_alt_and_a_digit_beyond_the_list_do_nothing(desk):
    desk.open().type("wl3")
    desk.key(Key.Key_9, "9", ALT)
    assert desk.said == []
    assert desk.line.text() == "wl3"


def test_a_digit_alone_is_text(desk):
    desk.open().type("3")
    assert desk.line.text() == "3"


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        ([Key.Key_Down, Key.Key_Down, Key.Key_Up], 1),
        ([Key.Key_Up], 0),
        ([Key.Key_PageDown], 9),
        ([Key.Key_PageDown, Key.Key_PageUp], 0),
        ([Key.Key_End], 59),
        ([Key.Key_End, Key.Key_Down], 59),
        ([Key.Key_End, Key.Key_Home], 0),
    ],
    ids=["down-down-up", "up-at-top", "page-down", "page-up", "end", "down-at-end", "home"],
)
def test_moving_in_the_list_while_the_cursor_stays_in_the_line(desk, keys, row):
    desk.open()
    for key in keys:
        desk.key(key)
    assert desk.list.currentIndex().row() == row
    assert desk.line.hasFocus()


def test_tab_goes_round_the_panes_and_back(desk):
    desk.open()
    seen = []
    for _ in range(4):
        desk.key(Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [desk.tree, desk.list, desk.message, desk.line]
    desk.key(Key.Key_Backtab, modifiers=Modifier.ShiftModifier)
    assert desk.message.hasFocus()


@pytest.mark.parametrize("pane", ["tree", "list", "message"])
def test_what_is_typed_in_another_pane_reaches_the_line(desk, pane):
    desk.open()
    getattr(desk, pane).setFocus()
    desk.type("wl3")
    assert (desk.line.text(), desk.line.hasFocus()) == ("wl3", True)


@pytest.mark.parametrize("pane", ["line", "tree", "list", "message"])
def test_escape_closes_from_everywhere_and_says_so_once_it_is_hidden(desk, pane):
    visible = []
    desk.popup.dismissed.connect(lambda: visible.append(desk.popup.isVisible()))
    desk.open().type("wl")
    getattr(desk, pane).setFocus()
    desk.key(Key.Key_Escape)
    assert (desk.said, visible) == ([("dismissed",)], [False])


@pytest.mark.parametrize("when", ["at rest", "opened at once"])
def test_after_hiding_nothing_of_the_last_time_is_left(desk, when):
    desk.open().type("wl3")
    desk.popup.set_renderer(lambda phrase: Preview("王女士的订单"))
    desk.settle()
    desk.popup.show_problem("出错了。")
    desk.key(Key.Key_Escape)
    if when == "at rest":
        desk.popup._presence._resting.timeout.emit()
    else:
        desk.popup.open_by(QRect(0, 0, 1, 1))
    assert desk.line.text() == ""
    assert desk.list.currentIndex().row() == 0
    assert len(desk.list.phrases.matches) == 60
    assert desk.message.toPlainText() == ""
    assert desk.popup._footer.problem == ""


def test_ctrl_c_copies_unless_text_is_marked_in_the_line(desk):
    desk.open().type("wl")
    desk.key(Key.Key_C, "\x03", CTRL)
    assert [what[0] for what in desk.said] == ["copy_asked"]
    desk.line.selectAll()
    desk.key(Key.Key_C, "\x03", CTRL)
    assert len(desk.said) == 1
    assert QApplication.clipboard().text() == "wl"


def test_letters_typed_while_the_hotkey_is_held_are_text(desk):
    desk.popup.shown_by(ALL_KEYS_DOWN)
    desk.open()
    desk.key(Key.Key_W, "", ALL_KEYS_DOWN)
    desk.key(Key.Key_Alt, modifiers=ALL_KEYS_DOWN, kind=QEvent.Type.KeyRelease)
    desk.key(Key.Key_L, "\x0c", CTRL)
    desk.key(Key.Key_3, "3", CTRL)
    assert desk.line.text() == "wl3"
    desk.key(Key.Key_Return, modifiers=CTRL)
    assert desk.said[0][2] is False  # a held Ctrl is no wish to send


def test_the_hotkeys_own_repeats_are_no_text(desk):
    from PySide6.QtGui import QKeyEvent

    desk.popup.shown_by(ALL_KEYS_DOWN)
    desk.open()
    QApplication.sendEvent(desk.line, QKeyEvent(QEvent.Type.KeyPress, Key.Key_Space, ALL_KEYS_DOWN, " ", True))
    assert desk.line.text() == ""


@pytest.mark.parametrize("seen", ["released", "pressed anew", "typed without"])
def test_once_the_modifiers_were_up_they_mean_something_again(desk, seen):
    desk.popup.shown_by(ALL_KEYS_DOWN)
    desk.open()
    if seen == "released":
        desk.key(Key.Key_Control, modifiers=ALL_KEYS_DOWN, kind=QEvent.Type.KeyRelease)
        desk.key(Key.Key_Alt, modifiers=ALT, kind=QEvent.Type.KeyRelease)
    elif seen == "pressed anew":
        desk.key(Key.Key_Alt, modifiers=ALT)
    else:
        desk.key(Key.Key_A, "亲")
    desk.key(Key.Key_2, "2", ALT)
    assert [what[0] for what in desk.said] == ["chosen"]


def test_what_an_input_method_composes_belongs_to_it(desk):
    desk.open()
    QApplication.sendEvent(desk.line, QInputMethodEvent("tui huo", []))
    for key, text in ((Key.Key_Return, "\r"), (Key.Key_Escape, ""), (Key.Key_1, "")):
        desk.key(key, text, ALT if key == Key.Key_1 else None)
    assert desk.said == []
    assert desk.popup.isVisible()
    done = QInputMethodEvent()
    done.setCommitString("退货")
    QApplication.sendEvent(desk.line, done)
    desk.key(Key.Key_Return)
    assert desk.line.text() == "退货"
    assert [what[0] for what in desk.said] == ["chosen"]


def test_a_click_in_the_tree_filters_and_a_second_one_lifts_it(desk):
    desk.open()
    spot = desk.tree.visualRect(desk.tree.model().index(1, 0)).center()
    QTest.mouseClick(desk.tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert {match.phrase.category[0] for match in desk.list.phrases.matches} == {"售前接待"}
    QTest.mouseClick(desk.tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert len(desk.list.phrases.matches) == 60


def test_the_tree_counts_every_phrase_in_its_category_and_all_above(desk):
    from assistant.ui.popup_model import COUNT

    model = desk.tree.model()
    counts = {model.index(row, 0).data(): model.index(row, 0).data(COUNT) for row in range(model.rowCount())}
    assert counts.pop("全部话术") == 60 == sum(counts.values())


def test_roles_narrow_the_list_and_the_tree(desk):
    desk.open()
    chip = next(c for c in desk.popup.findChildren(QAbstractButton) if c.text() == "投诉")
    chip.click()
    assert {match.phrase.roles for match in desk.list.phrases.matches} == {("投诉",), ()}
    assert desk.tree.model().rowCount() == 3
    desk.key(Key.Key_R, modifiers=CTRL)  # after the last role comes everybody
    assert len(desk.list.phrases.matches) == 60


def test_clicking_selects_and_double_clicking_pastes(desk):
    desk.open()
    spot = desk.list.visualRect(desk.list.model().index(3, 0)).center()
    QTest.mouseClick(desk.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    desk.settle()
    assert desk.popup._preview.title.text() == desk.list.phrases.matches[3].phrase.title
    assert desk.said == []
    QTest.mouseDClick(desk.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert desk.said == [("chosen", first_id(desk, 3), False)]


def test_the_buttons_do_what_they_say(desk):
    desk.open()
    for button in desk.popup._preview.buttons:
        button.click()
    here = first_id(desk)
    assert desk.said == [("chosen", here, False), ("chosen", here, True), ("copy_asked", here)]


def test_the_preview_follows_and_names_what_is_missing(desk):
    desk.popup.set_renderer(
        lambda phrase: Preview(f"{phrase.code}：〔订单号〕〔订单号〕", ((3, 8), (8, 13)), wording="2/3")
    )
    desk.open().type("wl")
    desk.settle()
    pane = desk.popup._preview
    assert desk.message.toPlainText() == "wl：〔订单号〕〔订单号〕"
    assert "待补 1 项：订单号" in pane.gaps.text()
    assert pane.wording.text() == "措辞 2/3"


def test_a_broken_template_shows_its_reason(desk):
    desk.popup.set_renderer(lambda phrase: Preview("", problem="话术模板有误，第 2 行：少了结尾。"))
    desk.open()
    assert desk.popup._preview.gaps.text() == "话术模板有误，第 2 行：少了结尾。"
    assert not desk.popup._preview.gaps.isHidden()


def test_nothing_found_says_what_to_do_and_pastes_nothing(desk):
    desk.open().type("没有这个")
    desk.key(Key.Key_Return)
    desk.key(Key.Key_C, "\x03", CTRL)
    desk.settle()
    headline, hint = desk.list.empty
    assert "没有这个" in headline
    assert hint
    assert desk.said == []
    assert not any(button.isEnabled() for button in desk.popup._preview.buttons)


def test_nothing_found_here_tells_of_hits_elsewhere(desk):
    desk.open()
    desk.tree.setCurrentIndex(desk.tree.model().index(1, 0))
    desk.type("退货退款")
    desk.settle()
    assert "里有 5 条" in desk.list.empty[1]


def test_an_empty_library_says_so(desk):
    desk.popup.set_index(index_of([]))
    desk.open().key(Key.Key_Return)
    assert "还没有话术" in desk.list.empty[0]
    assert desk.said == []


def test_most_used_come_first(desk):
    desk.popup.set_standing(Standing({"p7": 3.0, "p20": 5.0}))
    assert [first_id(desk, row) for row in range(3)] == ["p20", "p7", "p0"]


def test_a_problem_stays_until_the_next_key(desk):
    desk.open().popup.show_problem("目标窗口已经关闭。")
    assert desk.popup._footer.accessibleDescription() == "目标窗口已经关闭。"
    desk.key(Key.Key_Down)
    assert desk.popup._footer.problem == ""


def test_a_long_problem_gets_a_second_line(desk):
    desk.open()
    low = desk.popup._footer.height()
    desk.popup.show_problem("没有粘贴任何内容。" * 20)
    assert desk.popup._footer.height() > low
    assert desk.popup.height() == HEIGHT


def test_the_target_is_named_and_goes_away(desk):
    desk.popup.set_target("千牛", "小橘子" * 20)
    target = desk.popup._header.target
    assert not target.isHidden()
    assert "千牛 · 小橘子" in target.accessibleName()
    assert target.width() <= 190
    desk.popup.set_target("", "")
    assert target.isHidden()


def test_showing_paints_the_list_once(desk):
    from PySide6.QtCore import QObject

    class Count(QObject):
        paints = 0

        def eventFilter(self, watched, event):  # noqa: N802
            self.paints += event.type() is QEvent.Type.Paint
            return False

    desk.open().popup.hide()
    desk.settle()
    count = Count()
    desk.list.viewport().installEventFilter(count)
    desk.open()
    assert count.paints == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_first_picture_is_the_same_as_a_fresh_painting(desk, theme):
    desk.popup.set_theme(theme)
    desk.popup._warm()
    desk.open()
    kept = desk.list.viewport().grab().toImage(), desk.tree.viewport().grab().toImage()
    desk.list._still._state = desk.tree._still._state = None
    assert kept == (desk.list.viewport().grab().toImage(), desk.tree.viewport().grab().toImage())


def test_every_control_has_a_name(desk):
    desk.popup.show_form([])
    desk.popup.show_findings("您好", [Finding("注意。")])
    kinds = (QAbstractButton, QLineEdit)
    nameless = [
        widget
        for widget in desk.popup.findChildren(QWidget)
        if (isinstance(widget, kinds) or widget in (desk.tree, desk.list, desk.message))
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_leaving_for_another_window_is_told(desk):
    left = []
    desk.popup.left.connect(lambda: left.append(desk.popup.isVisible()))
    desk.open()
    other = QWidget()
    other.show()
    other.activateWindow()
    desk.settle()
    assert left == [True]


def test_hiding_is_not_leaving(desk):
    left = []
    desk.popup.left.connect(lambda: left.append(desk.popup.isVisible()))
    desk.open().popup.hide()
    desk.settle()
    assert left == []


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_text_can_be_read_on_every_ground(choice):
    theme = themes.current(choice)

    def light(colour):
        parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    pairs = [
        (ink, ground) for ink in ("text", "muted", "accent_text") for ground in ("window", "side", "picked", "bubble")
    ]
    pairs += [("on_accent", "accent"), ("gap_text", "gap"), ("danger", "danger_ground"), ("danger", "window")]
    pairs += [("muted", "badge"), ("gap_text", "side"), ("text", "hover")]
    low = {}
    for ink, ground in pairs:
        dim, bright = sorted((light(getattr(theme, ink)), light(getattr(theme, ground))))
        if (bright + 0.05) / (dim + 0.05) < 4.5:
            low[ink, ground] = (bright + 0.05) / (dim + 0.05)
    assert low == {}


def test_the_popup_is_as_the_agent_wants_it(desk):
    desk.popup.suit(Manner(size="large", text="huge"))
    desk.open()
    assert (desk.popup.width(), desk.popup.height()) > (WIDTH, HEIGHT)
    assert desk.list.sizeHintForRow(0) > ROW
    assert desk.list.page() == desk.list.viewport().height() // desk.list.sizeHintForRow(0)
    assert desk.message.font().pixelSize() == 18
    desk.popup.suit(Manner())
    assert (desk.popup.width(), desk.popup.height()) == (WIDTH, HEIGHT)
    assert desk.list.sizeHintForRow(0) == ROW


def test_digits_alone_pick_when_the_agent_wants_it_so_and_alt_writes_them(desk):
    desk.popup.suit(Manner(digits="plain"))
    desk.open()
    wanted = first_id(desk, 2)
    desk.key(Key.Key_3, "3")
    assert desk.said == [("chosen", wanted, False)]
    desk.key(Key.Key_3, "3", ALT)
    assert desk.line.text() == "3"
    desk.popup.suit(Manner())
    desk.key(Key.Key_3, "3")
    assert desk.line.text() == "33"


def test_digits_typed_ahead_of_the_hotkeys_release_pick_too(desk):
    desk.popup.suit(Manner(digits="plain"))
    desk.popup.shown_by(ALL_KEYS_DOWN)
    desk.open()
    wanted = first_id(desk, 1)
    desk.key(Key.Key_2, "2", ALL_KEYS_DOWN)
    assert desk.said == [("chosen", wanted, False)]


def test_the_popup_begins_with_the_agents_role_and_follows_the_setting(app):
    made = Popup(at_once, "light")
    made.suit(Manner(role="售后"))
    made.set_index(index_of(phrases(60)))
    assert made._browser.finder.role == "售后"
    assert [c.property("role") for c in made._header._roles.buttons() if c.isChecked()] == ["售后"]
    made._browser.set_role("售前")
    made.set_index(index_of(phrases(60)))  # a changed library does not undo what the agent chose meanwhile
    assert made._browser.finder.role == "售前"
    made.suit(Manner(role=""))
    assert made._browser.finder.role == ""
    made.suit(Manner(role="没有这个岗位"))
    assert made._browser.finder.role == ""
    made.deleteLater()


def test_a_long_list_has_the_rows_that_are_looked_at(desk):
    many = [replace(phrases(1)[0], id=f"m{n}") for n in range(5000)]
    desk.popup.set_index(index_of(many))
    desk.open()
    rows = desk.list.phrases.rowCount
    assert rows() < 200
    assert desk.popup._footer._count == "5000 条"
    desk.key(Key.Key_End)
    assert desk.list.match().phrase.id == "m4999"
    assert rows() == 5000
    desk.key(Key.Key_Home)
    assert first_id(desk) == desk.list.match().phrase.id == "m0"


def test_a_long_list_grows_when_it_is_scrolled(desk):
    desk.popup.set_index(index_of(replace(phrases(1)[0], id=f"m{n}") for n in range(1000)))
    desk.open()
    bar = desk.list.verticalScrollBar()
    before = bar.maximum()
    bar.setValue(before)
    desk.settle()
    assert bar.maximum() > before
