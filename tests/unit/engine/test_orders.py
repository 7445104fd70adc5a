"""Which order a reply is about."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.core.model import Window
from assistant.core.orders.order import Order
from assistant.engine.orders import FRESH
from assistant.engine.session import NeedsFields, NeedsOrder, Ready, Session

from .test_reply import NAMED, Line, phrase

OTHER = Window(handle=20, focus=21, program="hexchat", title="Dialog with afeng @ irc - HexChat")
PANEL = Window(handle=30, focus=31, program="chromium", title="订单管理 - Chromium")
NUMBER = phrase("{{ 订单号 }}")
COPIED = "order.id=900\norder.status=已付款"


def order(number: str, nick: str = "xiaoyu", status: str = "买家已付款，等待卖家发货") -> Order:
    return Order(facts={"order.id": number, "buyer.nick": nick, "order.status": status})


class Book:
    def __init__(self, *orders: Order) -> None:
        self.orders = orders

    def of_buyer(self, nick: str) -> Sequence[Order]:
        return [o for o in self.orders if o.nick == nick]

    def by_id(self, number: str) -> Order | None:
        return next((o for o in self.orders if o.id == number), None)


@pytest.fixture
def line() -> Line:
    line = Line()
    line.desk.screen.add(OTHER)
    line.desk.screen.add(PANEL)
    return line


def chosen(session: Session) -> str:
    return session.orders.order.id if session.orders.order else ""


def filled(line: Line, session: Session) -> str:
    ready = line.reply.draft(session, NUMBER)
    return ready.draft.text if isinstance(ready, Ready) else type(ready).__name__


def copy(line: Line, text: str, where: Window = PANEL) -> None:
    line.desk.clock.pause(1000)
    line.desk.screen.focus = where.handle
    line.desk.clipboard.content = {"text/plain": text.encode()}
    line.desk.screen.focus = NAMED.handle


def over(line: Line, window: Window) -> Session:
    line.desk.screen.focus = window.handle
    session = line.begin()
    line.reply.read_clipboard(session)
    return session


def test_the_order_of_the_buyer_in_front_fills_the_phrase(line: Line) -> None:
    line.orders = Book(order("100", "afeng"), order("200"))
    assert filled(line, line.begin()) == "200"
    line.desk.screen.focus = OTHER.handle
    assert filled(line, line.begin()) == "100"


def test_the_newest_open_order_is_chosen_before_a_newer_one_that_is_done(line: Line) -> None:
    line.orders = Book(order("300", status="交易成功"), order("200"))
    session = line.begin()
    assert chosen(session) == "200"
    assert filled(line, session) == "200"


def test_several_open_orders_are_asked_about_when_the_phrase_is_about_one(line: Line) -> None:
    line.orders = Book(order("300"), order("200", status="交易成功"), order("100"))
    session = line.begin()
    assert isinstance(line.reply.draft(session, phrase("您好")), Ready)
    asked = line.reply.draft(session, NUMBER)
    assert isinstance(asked, NeedsOrder)
    assert asked.places == (0, 2)
    session.orders = session.orders.at(2)
    assert filled(line, session) == "100"


def test_stepping_goes_round_with_none_in_between(line: Line) -> None:
    line.orders = Book(order("300"), order("200"))
    session = line.begin()
    seen = []
    for _ in range(4):
        seen.append(chosen(session))
        session.orders = session.orders.step(1)
    assert seen == ["300", "200", "", "300"]
    session.orders = session.orders.step(-1)
    assert chosen(session) == "300"


def test_answers_about_one_order_are_not_told_about_another(line: Line) -> None:
    line.orders = Book(order("300"), order("200"))
    session = line.begin()
    session.orders = session.orders.at(0)
    line.reply.answer(session, {"logistics.no": "YT1", "input.称": "亲"})
    session.orders = session.orders.at(1)
    assert session.told == {"input.称": "亲"}
    again = line.begin()
    assert again.told == {"logistics.no": "YT1", "input.称": "亲"}


def test_an_order_that_was_just_copied_is_used(line: Line) -> None:
    copy(line, COPIED)
    session = line.begin()
    assert line.reply.needs_clipboard(session, NUMBER)
    assert not line.reply.needs_clipboard(session, phrase("您好"))
    line.reply.read_clipboard(session)
    assert not line.reply.needs_clipboard(session, NUMBER)
    assert filled(line, session) == "900"


def test_what_was_copied_long_ago_is_not_looked_at(line: Line) -> None:
    copy(line, COPIED)
    line.desk.clock.pause(int(FRESH * 1000) + 1)
    session = line.begin()
    assert not line.reply.needs_clipboard(session, NUMBER)
    assert chosen(over(line, NAMED)) == ""


def test_how_many_orders_a_buyer_has_is_told_by_the_tables(line: Line) -> None:
    count = phrase("{{ 订单数 }}/{{ 未完成订单数 }}")
    line.orders = Book(order("300"), order("200"), order("100", status="交易成功"), order("50", "afeng"))
    ready = line.reply.draft(line.begin(), count)
    assert isinstance(ready, Ready)
    assert ready.draft.text == "3/2"
    line.orders = Book()
    copy(line, COPIED, NAMED)
    assert isinstance(line.reply.draft(over(line, NAMED), count), NeedsFields)


def test_text_that_is_no_order_changes_nothing(line: Line) -> None:
    line.orders = Book(order("200"))
    copy(line, "在吗")
    assert chosen(over(line, NAMED)) == "200"


def test_an_order_copied_over_one_chat_is_offered_and_not_chosen_over_another(line: Line) -> None:
    copy(line, COPIED, NAMED)
    session = over(line, OTHER)
    assert chosen(session) == ""
    assert [o.nick for o in session.orders.orders] == ["xiaoyu"]
    assert isinstance(line.reply.draft(session, NUMBER), NeedsFields)
    assert chosen(over(line, NAMED)) == "900"


def test_an_order_copied_elsewhere_belongs_to_the_chat_that_it_was_first_seen_over(line: Line) -> None:
    copy(line, COPIED, PANEL)
    assert chosen(over(line, OTHER)) == "900"
    assert chosen(over(line, NAMED)) == ""
    copy(line, COPIED, PANEL)
    assert chosen(over(line, NAMED)) == "900"


def test_a_copied_order_that_is_loaded_is_one_order_with_all_facts(line: Line) -> None:
    line.orders = Book(order("200"), Order(facts={"order.id": "900", "buyer.nick": "xiaoyu", "logistics.no": "SF1"}))
    copy(line, COPIED)
    session = over(line, NAMED)
    assert [o.id for o in session.orders.orders] == ["900", "200"]
    assert session.orders.order is not None
    assert session.orders.order.get("logistics.no") == "SF1"


def test_a_copied_order_of_somebody_known_is_theirs(line: Line) -> None:
    line.orders = Book(order("900", "afeng"), order("200"))
    copy(line, COPIED)
    session = over(line, NAMED)
    assert chosen(session) == "200"
    assert session.orders.orders[-1].nick == "afeng"


def test_an_order_that_is_not_wanted_does_not_come_back(line: Line) -> None:
    copy(line, COPIED)
    session = over(line, NAMED)
    line.reply.refuse_order(session)
    assert chosen(session) == ""
    assert over(line, NAMED).orders.orders == ()
    copy(line, COPIED)
    assert chosen(over(line, NAMED)) == "900"


def test_a_copied_number_or_nick_means_what_is_loaded(line: Line) -> None:
    line.orders = Book(order("300", status="交易成功"), order("200"), order("100", "afeng"))
    copy(line, " 300\n")
    assert chosen(over(line, NAMED)) == "300"
    copy(line, "100")
    assert chosen(over(line, NAMED)) == "200"  # somebody else's, offered last
    copy(line, "afeng")
    assert chosen(over(line, NAMED)) == "200"
    session = over(line, PANEL)  # a window that names nobody
    assert chosen(session) == "100"
    copy(line, "nobody")
    assert chosen(over(line, PANEL)) == ""


def test_what_is_known_of_the_orders_in_front_is_private(line: Line) -> None:
    line.orders = Book(Order(facts={"order.id": "200", "buyer.nick": "xiaoyu", "receiver.name": "林小雨"}))
    assert {"200", "林小雨", "xiaoyu"} <= line.reply.private_words(line.begin())
