"""When the reply can't go out at once: facts are missing, the buyer is another, the phrase is broken, the paste fails."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from assistant.core.model import Outcome, Window

from .shop import BUYER, OLD, Shop

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL = Modifier.ControlModifier
OTHER = Window(20, 20, "firefox", "别的窗口")
NEXT_BUYER = "Dialog with lili @ irc - HexChat"


def nothing_happened(shop: Shop) -> bool:
    return shop.chat() == "" and shop.desk.clipboard.content == OLD and not shop.usage.records and not shop.said


def test_a_missing_fact_is_asked_and_the_answer_is_pasted(shop: Shop) -> None:
    shop.choose("dd")
    shop.settle()
    assert not shop.browsing()
    assert nothing_happened(shop)
    shop.type("350001")
    shop.enter()
    shop.wait(lambda: shop.ended)
    assert shop.chat() == "订单350001已经发出"
    shop.wait(lambda: not shop.popup.isVisible())


def test_the_same_buyer_is_asked_once(shop: Shop) -> None:
    shop.choose("dd")
    shop.type("350001")
    shop.enter()
    shop.wait(lambda: shop.ended == 1)
    shop.wait(lambda: not shop.popup.isVisible())
    shop.use("df")
    assert shop.chat() == "订单350001已经发出" + "350001今天出库"
    shop.wait(lambda: not shop.popup.isVisible())
    shop.desk.screen.retitle(BUYER.handle, NEXT_BUYER)
    shop.choose("dd")
    shop.settle()
    assert not shop.browsing()


def test_an_empty_answer_pastes_nothing(shop: Shop) -> None:
    shop.choose("dd")
    shop.enter()
    shop.settle()
    assert shop.popup.isVisible()
    assert not shop.browsing()
    assert "还没有填写" in shop.problem()
    assert nothing_happened(shop)


def test_escape_leads_from_the_form_to_the_list_and_out(shop: Shop) -> None:
    shop.choose("dd")
    shop.key(Key.Key_Escape)
    shop.settle()
    assert shop.browsing()
    assert shop.popup.isVisible()
    shop.key(Key.Key_Escape)
    shop.settle()
    assert not shop.popup.isVisible()
    assert shop.focus() == BUYER.handle
    assert nothing_happened(shop)


def test_copying_a_phrase_that_lacks_facts_says_so(shop: Shop) -> None:
    shop.press_hotkey()
    shop.type("dd")
    shop.key(Key.Key_C, CTRL)
    shop.settle()
    assert "还缺内容" in shop.problem()
    assert nothing_happened(shop)


def changed_chat(shop: Shop, code: str = "fh") -> None:
    """The window turns to another buyer while the agent chooses."""
    shop.press_hotkey()
    shop.desk.screen.retitle(BUYER.handle, NEXT_BUYER)
    shop.type(code)
    shop.enter()
    shop.wait(lambda: not shop.browsing())


def test_another_buyer_in_the_window_needs_a_confirmation(shop: Shop) -> None:
    changed_chat(shop)
    assert nothing_happened(shop)
    shop.enter(CTRL)
    shop.wait(lambda: shop.ended)
    assert shop.chat() == "今天就发货"
    assert shop.desk.clipboard.content == OLD
    shop.wait(lambda: not shop.popup.isVisible())


def test_return_does_not_confirm(shop: Shop) -> None:
    changed_chat(shop)
    shop.enter()
    shop.settle()
    assert shop.browsing()
    assert nothing_happened(shop)
    shop.enter()
    shop.wait(lambda: not shop.browsing())
    assert nothing_happened(shop)


def test_a_buyer_who_changes_once_more_after_the_confirmation_gets_nothing(shop: Shop) -> None:
    changed_chat(shop)
    shop.desk.screen.before_press = lambda: shop.desk.screen.retitle(BUYER.handle, "Dialog with third @ irc - HexChat")
    shop.enter(CTRL)
    shop.wait(lambda: shop.ended)
    assert shop.chat() == ""
    assert shop.usage.records[-1].outcome is Outcome.COPIED
    assert "换了对话" in shop.said[-1]


def test_an_unread_counter_is_no_other_buyer(shop: Shop) -> None:
    shop.press_hotkey()
    shop.desk.screen.retitle(BUYER.handle, f"(*) {BUYER.title}")
    shop.type("fh")
    shop.enter()
    shop.wait(lambda: shop.ended)
    assert shop.chat() == "今天就发货"


def test_a_reply_that_comes_out_empty_cannot_be_confirmed(shop: Shop) -> None:
    shop.choose("kk")
    shop.wait(lambda: not shop.browsing())
    shop.enter(CTRL)
    shop.settle()
    assert nothing_happened(shop)


def test_a_broken_phrase_shows_line_and_reason(shop: Shop) -> None:
    shop.choose("hh")
    shop.settle()
    assert shop.popup.isVisible()
    assert shop.browsing()
    assert "第 2 行" in shop.problem()
    assert nothing_happened(shop)
    shop.key(Key.Key_Backspace)
    shop.key(Key.Key_Backspace)
    assert shop.problem() == ""
    shop.type("fh")
    shop.enter()
    shop.wait(lambda: shop.ended)
    assert shop.chat() == "今天就发货"


def close_chat(shop: Shop) -> None:
    shop.desk.screen.close(BUYER.handle)


def ignore_paste(shop: Shop) -> None:
    shop.desk.screen.reads_paste = False


def hold_a_key(shop: Shop) -> None:
    shop.desk.screen.held = True


def keep_the_focus_away(shop: Shop) -> None:
    shop.desk.screen.obeys = False
    shop.desk.screen.focus = shop.desk.screen.add(OTHER).handle


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (close_chat, "已经关闭"),
        (ignore_paste, "没有接收粘贴"),
        (hold_a_key, "一直按着"),
        (keep_the_focus_away, "没有回到前台"),
    ],
)
def test_a_paste_that_fails_says_why_and_where_the_reply_is(
    shop: Shop, fault: Callable[[Shop], None], says: str
) -> None:
    shop.press_hotkey()
    fault(shop)
    shop.type("fh")
    shop.enter()
    shop.wait(lambda: shop.ended)
    assert shop.chat() == ""
    assert shop.chat(OTHER) == ""
    assert shop.desk.clipboard.content == {"text/plain": "今天就发货".encode()}
    assert len(shop.said) == 1
    assert says in shop.said[0]
    assert "剪贴板" in shop.said[0]
    shop.wait(lambda: not shop.popup.isVisible())


def test_a_clipboard_that_cannot_be_taken_is_said(shop: Shop) -> None:
    shop.desk.clipboard.takes = False
    assert shop.use("fh").outcome is Outcome.FAILED
    assert shop.chat() == ""
    assert "剪贴板" in shop.said[0]
    shop.wait(lambda: not shop.popup.isVisible())
    shop.desk.clipboard.takes = True
    assert shop.use("fh").outcome is Outcome.PASTED


def test_copying_to_a_clipboard_that_cannot_be_taken_is_said(shop: Shop) -> None:
    shop.desk.clipboard.takes = False
    shop.press_hotkey()
    shop.type("fh")
    shop.key(Key.Key_C, CTRL)
    shop.wait(lambda: shop.said)
    assert "剪贴板" in shop.said[0]
    assert shop.chat() == ""
