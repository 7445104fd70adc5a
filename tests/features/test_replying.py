"""The straight line: from the hotkey to the text in the chat."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from assistant.core.model import Outcome
from assistant.core.ports import Box

from .shop import BUYER, HOTKEY, OLD, Shop

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL = Modifier.ControlModifier


def test_a_reply_is_found_filled_and_pasted(shop: Shop) -> None:
    use = shop.use("hy")
    assert shop.chat() == "xiaoyu您好，欢迎光临"
    assert (use.phrase, use.outcome, use.profile) == ("hy", Outcome.PASTED, "hexchat")
    assert shop.desk.clipboard.content == OLD
    assert shop.focus() == BUYER.handle
    shop.wait(lambda: not shop.popup.isVisible())
    assert shop.said == []


def test_ctrl_return_sends_it_as_well(shop: Shop) -> None:
    assert shop.use("fh", CTRL).outcome is Outcome.SENT
    assert shop.chat() == "今天就发货<return>"


def test_several_lines_arrive_as_they_are(shop: Shop) -> None:
    shop.use("fhw")
    assert shop.chat() == "发完了\n都在路上"


def test_replies_follow_each_other(shop: Shop) -> None:
    for code in ("fh", "hy", "fhw"):
        shop.use(code)
        shop.wait(lambda: not shop.popup.isVisible())
    assert shop.chat() == "今天就发货xiaoyu您好，欢迎光临发完了\n都在路上"
    assert [use.phrase for use in shop.usage.records] == ["fh", "hy", "fhw"]


@pytest.mark.parametrize(("code", "text"), [("f", "今天就发货"), ("fh", "今天就发货"), ("fhw", "发完了\n都在路上")])
def test_return_right_after_fast_typing_means_the_whole_query(shop: Shop, code: str, text: str) -> None:
    shop.desk.hotkeys.press(HOTKEY)
    shop.desk.screen.type(code)  # on the way while the popup is not there yet
    assert shop.desk.screen.held_back == [code]
    shop.wait(shop.has_keyboard)
    shop.desk.hotkeys.popup_shown()
    [typed] = shop.desk.screen.received.pop(shop.focus())
    shop.type(typed)
    shop.enter()
    shop.wait(lambda: shop.ended)
    assert shop.chat() == text


def test_several_returns_paste_once(shop: Shop) -> None:
    shop.choose("fh")
    shop.enter()
    shop.enter(CTRL)
    shop.wait(lambda: shop.ended)
    shop.settle()
    assert shop.chat() == "今天就发货"
    assert len(shop.usage.records) == 1


def test_what_was_copied_goes_into_the_reply(shop: Shop) -> None:
    shop.use("jt")
    assert shop.chat() == "单号是YT8800000000123"
    assert shop.desk.clipboard.content == OLD


def test_escape_gives_the_keyboard_back(shop: Shop) -> None:
    shop.press_hotkey()
    assert shop.focus() != BUYER.handle
    shop.type("fh")
    shop.key(Key.Key_Escape)
    shop.settle()
    assert not shop.popup.isVisible()
    assert shop.focus() == BUYER.handle
    assert shop.chat() == ""
    assert shop.desk.clipboard.content == OLD
    assert shop.usage.records == []


def test_the_hotkey_closes_what_it_opened_and_opens_it_anew(shop: Shop) -> None:
    shop.press_hotkey()
    shop.type("dd")
    shop.press_hotkey()
    assert not shop.popup.isVisible()
    assert shop.focus() == BUYER.handle
    assert shop.desk.screen.held_back is None
    shop.desk.screen.type("x")
    assert shop.chat() == "x"
    shop.press_hotkey()
    assert shop.query() == ""
    assert shop.browsing()


def test_another_window_that_comes_up_closes_it_and_keeps_the_keyboard(shop: Shop) -> None:
    shop.press_hotkey()
    other = QWidget()
    other.show()
    other.activateWindow()
    shop.desk.screen.focus = 77
    shop.wait(lambda: not shop.popup.isVisible())
    assert shop.focus() == 77
    assert shop.chat() == ""
    other.close()
    other.deleteLater()


def test_copying_pastes_nothing(shop: Shop) -> None:
    shop.press_hotkey()
    shop.type("hy")
    shop.key(Key.Key_C, CTRL)
    shop.wait(lambda: shop.ended)
    assert shop.desk.clipboard.content == {"text/plain": "xiaoyu您好，欢迎光临".encode()}
    assert shop.desk.clipboard.private
    assert shop.chat() == ""
    assert shop.focus() == BUYER.handle
    assert not shop.popup.isVisible()
    assert [use.outcome for use in shop.usage.records] == [Outcome.COPIED]
    assert shop.said == ["已复制到剪贴板。"]


def test_without_a_chat_the_reply_is_copied(shop: Shop) -> None:
    shop.desk.screen.focus = 0
    assert shop.use("fh").outcome is Outcome.COPIED
    assert shop.desk.clipboard.content == {"text/plain": "今天就发货".encode()}
    assert len(shop.said) == 1
    assert "剪贴板" in shop.said[0]
    shop.wait(lambda: not shop.popup.isVisible())


def test_opened_from_the_tray_it_goes_to_the_window_that_has_the_keyboard(shop: Shop) -> None:
    shop.presenter.open()
    shop.settle()
    shop.type("fh")
    shop.enter()
    shop.wait(lambda: shop.ended)
    assert shop.chat() == "今天就发货"


def test_a_conversation_is_known_before_the_popup_shows_and_named_alike_in_its_uses(shop: Shop) -> None:
    uses = [shop.use("fh"), shop.use("hy")]
    shop.desk.screen.retitle(BUYER.handle, BUYER.title.replace("xiaoyu", "other"))
    uses.append(shop.use("fh"))
    assert [chat for chat, _ in shop.opened] == [use.chat for use in uses]
    assert uses[0].chat == uses[1].chat != uses[2].chat
    assert not any(visible for _, visible in shop.opened)
    assert shop.presenter.private_words() == {"xiaoyu", "other"}


@pytest.mark.parametrize("given", [False, True])
def test_the_popup_takes_the_keyboard_only_where_nobody_gives_it(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, given: bool
) -> None:
    taken: list[bool] = []
    monkeypatch.setattr(shop.popup, "activateWindow", lambda: taken.append(True))
    shop.desk.hotkeys.hands_over = given
    shop.press_hotkey()
    assert shop.popup.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating) is given
    assert taken == ([] if given else [True])


def test_over_a_program_with_more_rights_the_agent_is_told_and_the_reply_copied(shop: Shop) -> None:
    shop.desk.screen.add(replace(BUYER, elevated=True))
    shop.press_hotkey()
    assert "管理员身份" in shop.problem()
    shop.type("fh")
    assert shop.problem() == ""
    shop.enter()
    shop.wait(lambda: shop.said)
    assert [use.outcome for use in shop.usage.records] == [Outcome.COPIED]
    assert shop.chat() == ""
    assert shop.desk.clipboard.text(0) == "今天就发货"
    assert "管理员身份" in shop.said[0]


def test_it_opens_below_the_text_cursor(shop: Shop) -> None:
    room = QGuiApplication.primaryScreen().geometry()
    shop.place = "caret"
    shop.desk.screen.carets[BUYER.handle] = Box(room.x() + 3, room.y() + 4, 2, 20)
    shop.press_hotkey()
    assert shop.popup.pos() == room.topLeft() + QPoint(3 if room.width() >= 863 else 0, 28)
