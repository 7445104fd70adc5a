"""The order behind a reply: seen in the popup, switched, refused, asked for."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt

from assistant.core.orders.order import Item, Order

from .shop import BUYER, Shop

Key, Modifier = Qt.Key, Qt.KeyboardModifier
ALT = Modifier.AltModifier


def order(number: str, status: str = "等待卖家发货", nick: str = "xiaoyu") -> Order:
    facts = {"order.id": number, "buyer.nick": nick, "order.status": status, "order.paid": "88.00"}
    return Order(facts=facts, items=(Item("汤锅", "20厘米", "1"),))


class Book:
    def __init__(self, *orders: Order) -> None:
        self.orders = orders

    def of_buyer(self, nick: str) -> Sequence[Order]:
        return [o for o in self.orders if o.nick == nick]

    def by_id(self, number: str) -> Order | None:
        return next((o for o in self.orders if o.id == number), None)


@pytest.fixture
def several(shop: Shop) -> Shop:
    shop.orders = Book(order("35001111"), order("35002222"), order("35003333", "交易成功"), order("9", nick="afeng"))
    return shop


def preview(shop: Shop) -> str:
    return shop.popup._preview.message.toPlainText()


def bar(shop: Shop) -> str:
    order = shop.popup.order
    return order.accessibleName() if order.isVisible() else ""


def shown(shop: Shop, text: str) -> None:
    shop.wait(lambda: text in preview(shop))


def test_the_only_order_of_the_buyer_fills_the_reply(shop: Shop) -> None:
    shop.orders = Book(order("35001111"), order("9", nick="afeng"))
    shop.use("dd")
    assert shop.chat() == "订单35001111已经发出"


def test_without_orders_there_is_no_bar_and_the_number_is_asked(shop: Shop) -> None:
    shop.press_hotkey()
    assert bar(shop) == ""
    shop.type("dd")
    shown(shop, "〔订单号〕")


def test_the_preview_follows_the_order_that_alt_and_arrows_choose(several: Shop) -> None:
    shop = several
    shop.press_hotkey()
    shop.type("dd")
    shown(shop, "35001111")
    assert "1111" in bar(shop)
    shop.key(Key.Key_Right, ALT)
    shown(shop, "35002222")
    assert "2222" in bar(shop)
    shop.key(Key.Key_Left, ALT)
    shop.key(Key.Key_Left, ALT)
    shown(shop, "〔订单号〕")
    assert "1111" not in bar(shop)
    shop.key(Key.Key_Left, ALT)
    shown(shop, "35003333")
    shop.enter()
    shop.wait(lambda: shop.ended)
    assert shop.chat() == "订单35003333已经发出"


def test_several_open_orders_are_asked_about(several: Shop) -> None:
    shop = several
    shop.choose("dd")
    chooser = shop.popup._pages.orders
    shop.wait(chooser.isVisible)
    shop.key(Key.Key_Down)
    shop.enter()
    shop.wait(lambda: shop.ended)
    assert shop.chat() == "订单35002222已经发出"


def test_a_digit_answers_which_order(several: Shop) -> None:
    several.choose("dd")
    several.wait(several.popup._pages.orders.isVisible)
    several.key(Key.Key_2, text="2")
    several.wait(lambda: several.ended)
    assert several.chat() == "订单35002222已经发出"


def test_escape_from_the_question_goes_back_to_the_list(several: Shop) -> None:
    several.choose("dd")
    several.wait(several.popup._pages.orders.isVisible)
    several.key(Key.Key_Escape)
    several.wait(lambda: not several.popup._pages.orders.isVisible())
    assert several.popup.isVisible()
    assert several.popup._pages.orders._cards == []


def test_a_phrase_that_is_about_no_order_asks_nothing(several: Shop) -> None:
    several.use("fh")
    assert several.chat() == "今天就发货"


def test_a_copied_order_shows_itself_and_can_be_refused(shop: Shop) -> None:
    shop.read_order = lambda text: order("77778888", nick="") if text == "卡片" else None
    shop.desk.clipboard.content = {"text/plain": "卡片".encode()}
    shop.press_hotkey()
    shop.wait(lambda: "8888" in bar(shop))
    shop.type("dd")
    shown(shop, "77778888")
    shop.key(Key.Key_Backspace, ALT)
    shown(shop, "〔订单号〕")
    assert bar(shop) == ""
    shop.key(Key.Key_Escape)
    shop.wait(lambda: not shop.popup.isVisible())
    shop.press_hotkey()
    shop.type("dd")
    shown(shop, "〔订单号〕")


def test_return_at_once_waits_for_the_copied_order(shop: Shop) -> None:
    shop.read_order = lambda _: order("77778888", nick="")
    shop.desk.clipboard.content = {"text/plain": "卡片".encode()}
    shop.use("dd")
    assert shop.chat() == "订单77778888已经发出"


def test_the_bar_of_one_chat_is_not_seen_over_the_next(several: Shop) -> None:
    several.press_hotkey()
    assert "1111" in bar(several)
    several.key(Key.Key_Escape)
    several.wait(lambda: not several.popup.isVisible())
    several.desk.screen.retitle(BUYER.handle, "Dialog with nobody @ irc - HexChat")
    several.press_hotkey()
    assert bar(several) == ""
