"""The book of orders: found by what an agent has at hand, and by nothing less."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.errors import DataProblem
from assistant.core.orders.book import MOST, OrderBook
from assistant.core.orders.order import Item, Order
from assistant.core.orders.records import NONE, PATHS, TORN, completed, extended, of_order, order_of, packed, unpacked
from assistant.core.regions import Place


def order(number: str = "2600000000000100001", items: tuple[Item, ...] = (), **facts: str) -> Order:
    told = {path.replace("_", ".", 1): value for path, value in facts.items()}
    return Order(facts={"order.id": number, **told} if number else told, items=items, platform="taobao")


def book(*orders: Order) -> OrderBook:
    made = OrderBook()
    made.add(orders)
    return made


def ids(orders: tuple[Order, ...]) -> list[str]:
    return [one.id for one in orders]


THREE = (
    order("1001", buyer_nick="Tb小雨", order_created_at="2026-01-01 10:00:00", receiver_phone="13800001234"),
    order("1002", buyer_nick="tb小雨", order_created_at="2026-03-01", receiver_name="林小雨"),
    order("1003", buyer_nick="tb小雨天", order_created_at="2026-02-01 10:00:00", receiver_phone="138****1234"),
)


@pytest.mark.parametrize("nick", ["tb小雨", " TB小雨 ", "ｔｂ小雨", "tb 小雨"])
def test_a_buyers_orders_come_newest_first(nick: str) -> None:
    assert ids(book(*THREE).of_buyer(nick)) == ["1002", "1001"]


@pytest.mark.parametrize("nick", ["tb小", "小雨", "tb小雨天天", "", " ", "t*", NONE, TORN])
def test_a_part_of_a_nick_is_nobody(nick: str) -> None:
    assert book(*THREE).of_buyer(nick) == ()


def test_other_ways_to_find_one() -> None:
    made = book(*THREE)
    assert made.by_id(" 1002 ") is not None
    assert made.by_id("100") is None
    assert ids(made.by_receiver("林小雨")) == ["1002"]
    assert ids(made.by_phone_tail("1234")) == ["1003", "1001"]
    assert ids(made.by_phone_tail("01234")) == ["1001"]
    assert made.by_phone_tail("234") == ()
    assert ids(made.find("1003")) == ["1003"]
    assert ids(made.find("13800001234")) == ["1001"]
    assert ids(made.find("1234")) == ["1003", "1001"]
    assert ids(made.find("林小雨")) == ["1002"]
    assert made.find("") == ()
    assert made.find("林") == ()


def test_the_last_digits_of_an_order_number() -> None:
    made = book(order("2600000000000105678"), order("260501-000000000005678"), order("2600000000000155678"))
    assert set(ids(made.find("5678"))) == {"2600000000000105678", "260501-000000000005678", "2600000000000155678"}
    assert ids(made.find("0105678")) == ["2600000000000105678"]
    assert ids(made.find("260501-000000000005678")) == ["260501-000000000005678"]


def test_lists_end() -> None:
    many = [
        order(f"26000000000001{n:05d}", buyer_nick="小雨", order_created_at=f"2026-01-01 00:{n:02d}:00")
        for n in range(60)
    ]
    made = book(*many)
    assert len(made) == 60
    assert ids(made.of_buyer("小雨")) == [one.id for one in reversed(many)][:MOST]


def test_the_newer_reading_counts_and_the_older_completes_it() -> None:
    older = order(buyer_nick="小雨", order_status="待发货", order_memo="送小样", items=(Item("汤锅", qty="1"),))
    newer = order(buyer_nick="小雪", order_status="已发货", logistics_no="YT1")
    made = book(older, newer)
    assert len(made) == 1
    assert made.of_buyer("小雨") == ()
    (found,) = made.of_buyer("小雪")
    assert (found.get("order.status"), found.get("order.memo"), found.get("logistics.no")) == (
        "已发货",
        "送小样",
        "YT1",
    )
    assert found.items == (Item("汤锅", qty="1"),)


def test_what_a_table_leaves_blank_is_no_longer_so() -> None:
    older, newer = of_order(order(order_memo="送小样", order_refund="9.00")), of_order(order())
    newer[PATHS.index("order.refund")] = NONE
    merged = order_of(completed(older, newer), lambda _: Place())
    assert dict(merged.facts) == {"order.id": merged.id, "order.memo": "送小样"}


def test_the_parts_of_an_address_stay_together() -> None:
    older = order(
        receiver_province="浙江省",
        receiver_city="杭州市",
        receiver_street="旧路1号",
        receiver_address="浙江省杭州市旧路1号",
    )
    newer = order(receiver_address="广东省 深圳市 南山区 新路2号")
    made = OrderBook(lambda _: Place("广东省", "深圳市", "南山区", "新路2号"))
    made.add((older, newer))
    found = made.by_id(older.id)
    assert found is not None
    assert dict(found.facts) == {
        "order.id": older.id,
        "receiver.province": "广东省",
        "receiver.city": "深圳市",
        "receiver.district": "南山区",
        "receiver.street": "新路2号",
        "receiver.address": "广东省深圳市南山区新路2号",
    }


def test_rows_of_one_order_add_their_items() -> None:
    one = of_order(order(order_paid="39.90", order_status="已发货", order_memo="老客", items=(Item("面膜"),)))
    two = of_order(order(order_paid="89.00", order_status="已关闭", logistics_no="YT1", items=(Item("面霜"),)))
    merged = order_of(extended(extended(one, two, whole_rows=True), one, whole_rows=True), lambda _: Place())
    assert merged.items == (Item("面膜"), Item("面霜"), Item("面膜"))
    assert dict(merged.facts) == {"order.id": merged.id, "order.memo": "老客", "logistics.no": "YT1"}
    again = order_of(extended(one, one, whole_rows=False), lambda _: Place())
    assert (again.items, again.get("order.paid")) == ((Item("面膜"),), "39.90")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("小雨天", True),  # a part of tb小雨天
        ("请问tb小雨的快递", True),
        ("ＴＢ小雨", True),
        ("林小雨", True),
        ("电话13800001234打不通", True),
        ("86-138-0000-1234", True),
        ("0001234", True),
        ("查一下 2600000000000100001 吧", True),
        ("怎么退货", False),
        ("雨", False),
        ("", False),
        ("9876543", False),
        ("退货地址" * 500, False),
    ],
)
def test_a_text_that_tells_somebody(text: str, told: bool) -> None:
    assert book(*THREE, order()).mentions(text) is told


def test_an_empty_book_tells_nobody() -> None:
    made = book(*THREE)
    made.clear()
    assert (len(made), made.mentions("tb小雨"), made.of_buyer("tb小雨"), made.find("1234")) == (0, False, (), ())


def test_a_newer_book_over_an_older_one() -> None:
    older, newer = book(*THREE), book(order("1001", buyer_nick="小雪"), order("1004"))
    both = newer.over(older)
    assert (len(both), len(older), len(newer)) == (4, 3, 2)
    assert ids(both.of_buyer("tb小雨")) == ["1002"]
    assert ids(both.of_buyer("小雪")) == ["1001"]
    assert newer.over(OrderBook()) is newer


text = st.text(st.characters(codec="utf-8"), max_size=12).map(str.strip)
item = st.builds(Item, text, text, text, text, text)
anything = st.builds(
    Order,
    facts=st.dictionaries(st.sampled_from((*PATHS, "order.link", "x.y")), text.filter(bool), max_size=9),
    items=st.lists(item, max_size=3).map(tuple),
    platform=st.sampled_from(("", "taobao", "jd")),
)
_SEPARATORS = dict.fromkeys(map(ord, "\x18\x19\x1c\x1d\x1e\x1f"), " ")


def clean(order: Order) -> tuple[Mapping[str, str], tuple[tuple[str, ...], ...], str]:
    facts = {path: value.translate(_SEPARATORS) for path, value in order.facts.items()}
    items = tuple(
        tuple(v.translate(_SEPARATORS) for v in (i.title, i.sku, i.qty, i.price, i.code)) for i in order.items
    )
    return facts, items, order.platform


@given(anything)
def test_any_order_comes_back_as_it_was(one: Order) -> None:
    back = order_of(unpacked(packed(of_order(one))), lambda address: Place(street=address))
    facts, items, platform = clean(one)
    shown = dict(back.facts)
    if "receiver.address" in facts and "receiver.province" not in facts:
        assert shown.pop("receiver.street", "") == facts["receiver.address"]
        facts = {path: value for path, value in facts.items() if path != "receiver.street"}
    assert shown == facts
    assert clean(back)[1] == items or (len(items) == 1 and not any(items[0]) and back.items == ())
    assert back.platform == platform


@given(st.lists(anything, max_size=8))
def test_a_packed_book_comes_back(orders: list[Order]) -> None:
    made = book(*orders)
    back = OrderBook.unpack(made.pack())
    assert list(back.records()) == list(made.records())
    for one in orders:
        assert ids(back.of_buyer(one.nick)) == ids(made.of_buyer(one.nick))


@given(st.lists(anything, max_size=4), st.data())
def test_damage_is_noticed(orders: list[Order], data: st.DataObject) -> None:
    good = book(*orders).pack()
    place = data.draw(st.integers(0, len(good) - 1))
    for bad in (good[:place], good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :], b"", good + b"x"):
        with pytest.raises(DataProblem):
            OrderBook.unpack(bad)


@given(st.lists(anything, max_size=6), st.lists(anything, max_size=6))
def test_reading_again_changes_nothing(orders: list[Order], more: list[Order]) -> None:
    made = book(*orders, *more)
    again = made.over(made)
    assert sorted(again.records()) == sorted(made.records())


@given(st.lists(anything, min_size=1, max_size=6), st.text(max_size=8))
def test_whoever_is_in_it_is_noticed(orders: list[Order], around: str) -> None:
    made = book(*orders)
    for one in orders:
        for path in ("buyer.nick", "receiver.name"):
            if len("".join(one.get(path).translate(_SEPARATORS).split())) > 1 and made.of_buyer(one.nick):
                assert made.mentions(one.get(path))
