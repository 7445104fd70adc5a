"""What the guard finds on the way from the choice to the chat, and the keys that lead on."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt

from assistant.core.guard.rules import BLOCK, Layer, merged
from assistant.core.orders.order import Order
from assistant.storage.rules import shipped

from .shop import BUYER, Shop

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
PHONE = {"text/plain": b"13800001234"}
MENDED = "这款全网很实惠，电话138****1234"


class Book:
    """One order of somebody else."""

    def of_buyer(self, nick: str) -> Sequence[Order]:
        return [Order(facts={"order.id": "35001111", "buyer.nick": "afeng"})]

    def by_id(self, number: str) -> Order | None:
        return None


@pytest.fixture
def guarded(shop: Shop) -> Shop:
    shop.guard = merged(Layer(), Layer(), shipped())
    shop.desk.clipboard.content = dict(PHONE)
    return shop


def stopped(shop: Shop, code: str) -> None:
    shop.choose(code)
    shop.wait(lambda: shop.page() is shop.popup._pages.findings)
    assert shop.chat() == ""


def test_one_key_mends_and_pastes(guarded: Shop) -> None:
    stopped(guarded, "zp")
    guarded.key(Key.Key_F2)
    guarded.wait(lambda: guarded.ended)
    assert guarded.chat() == MENDED
    guarded.wait(lambda: not guarded.popup.isVisible())
    assert guarded.desk.clipboard.content == PHONE


def test_what_is_left_after_a_fix_is_shown_again(guarded: Shop) -> None:
    stopped(guarded, "zp")
    pane = guarded.popup._pages.findings
    guarded.key(Key.Key_Down)
    guarded.key(Key.Key_F2)
    guarded.wait(lambda: pane.text.toPlainText() == "这款全网最便宜，电话138****1234")
    assert [card.finding.rule for card in pane._cards] == ["ad"]
    assert guarded.chat() == ""
    guarded.key(Key.Key_F2)
    guarded.wait(lambda: guarded.ended)
    assert guarded.chat() == MENDED


def test_it_can_be_sent_all_the_same(guarded: Shop) -> None:
    stopped(guarded, "zp")
    guarded.enter(CTRL)
    guarded.wait(lambda: guarded.ended)
    assert guarded.chat() == "这款全网最便宜，电话13800001234"


def test_enter_goes_back(guarded: Shop) -> None:
    stopped(guarded, "zp")
    guarded.enter()
    guarded.settle()
    assert guarded.browsing()
    assert (guarded.chat(), guarded.ended) == ("", 0)


def test_what_the_team_forbids_is_only_mended(guarded: Shop) -> None:
    guarded.guard = merged(Layer({"ad": BLOCK}), Layer(), shipped())
    stopped(guarded, "zp")
    guarded.enter(CTRL)
    guarded.settle()
    assert (guarded.chat(), guarded.ended) == ("", 0)
    guarded.key(Key.Key_F2)
    guarded.wait(lambda: guarded.ended)
    assert guarded.chat() == MENDED


def test_the_other_wording_goes_out_where_both_were_heard_in_turn(guarded: Shop) -> None:
    guarded.use("cf")
    guarded.wait(lambda: not guarded.popup.isVisible())
    guarded.use("cf")
    guarded.wait(lambda: not guarded.popup.isVisible())
    assert guarded.chat() == "今天的货都已经装车出发了亲，今天的货都在路上啦，请放心"
    guarded.choose("cf")
    guarded.wait(lambda: guarded.page() is guarded.popup._pages.findings)
    assert [card.finding.rule for card in guarded.popup._pages.findings._cards] == ["repeated"]


def test_both_buyers_are_named_before_another_ones_order_goes_out(guarded: Shop) -> None:
    guarded.orders = Book()
    stopped(guarded, "dd")
    [card] = guarded.popup._pages.findings._cards
    assert card.finding.versus == ("afeng", "xiaoyu")
    guarded.key(Key.Key_Escape)
    guarded.settle()
    assert guarded.desk.screen.received.get(BUYER.handle, []) == []


def test_the_preview_tells_that_there_will_be_something_to_look_at(guarded: Shop) -> None:
    guarded.press_hotkey()
    guarded.type("zp")
    gaps = guarded.popup._preview.gaps
    guarded.wait(lambda: "2 处要看一眼" in gaps.text())
    for _ in "zp":
        guarded.key(Key.Key_Backspace)
    guarded.type("fh")
    guarded.wait(lambda: guarded.popup._preview.message.toPlainText() == "今天就发货")
    assert gaps.isHidden()
