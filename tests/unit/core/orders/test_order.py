"""Orders as values: what their states mean, and how they are named."""

from __future__ import annotations

import pytest

from assistant.core.orders import order as orders
from assistant.core.orders.order import Item, Order


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("等待买家付款", "待付款"),
        ("买家已付款，等待卖家发货", "待发货"),
        ("卖家已发货，等待买家确认", "已发货"),
        ("交易成功", "已完成"),
        ("交易关闭", "已关闭"),
        ("待发货", "待发货"),
        ("已发货，待签收", "已发货"),
        ("已签收", "已签收"),
        ("退款中", "退款中"),
        ("退款成功", "已关闭"),
        ("已付款", "待发货"),
        ("等待出库", "待发货"),
        ("已取消", "已关闭"),
        ("未付款", "待付款"),
        ("", ""),
        ("月亮", ""),
    ],
)
def test_what_platforms_write_has_a_meaning(status: str, state: str) -> None:
    assert orders.state(status) == state
    assert Order(facts={"order.status": status}).state == state


def test_an_order_is_open_until_nothing_is_left_to_ask() -> None:
    assert Order(facts={}).is_open
    assert Order(facts={"order.status": "已签收"}).is_open
    assert not Order(facts={"order.status": "交易成功"}).is_open


@pytest.mark.parametrize(
    ("facts", "label"),
    [
        (
            {"order.id": "3500000000000001234", "receiver.name": "张三", "order.status": "已付款"},
            "订单 …1234 · 张* · 已付款",
        ),
        ({"order.id": "1" * 18, "order.status": "买家已付款，等待卖家发货"}, "订单 …1111 · 待发货"),
        ({"order.id": "220601-123456789012345"}, "订单 …2345"),
        ({"receiver.name": "张三", "receiver.phone": "13800138000"}, "收货人 张* · 尾号 8000"),
        ({"receiver.phone": "138****8000"}, "尾号 8000"),
        ({"receiver.name": "张*", "receiver.phone": "138********"}, "收货人 张*"),
        ({"order.status": "月亮"}, "月亮"),
        ({}, "订单"),
    ],
)
def test_a_label_tells_which_order_and_not_whose(facts: dict[str, str], label: str) -> None:
    assert orders.label(Order(facts=facts)) == label


def test_as_json_has_the_names_of_templates_and_nothing_unknown() -> None:
    order = Order(facts={"order.id": "1", "receiver.name": "张三"}, items=(Item("锅", qty="2"),))
    assert order.as_json() == {
        "order": {"id": "1"},
        "receiver": {"name": "张三"},
        "items": [{"title": "锅", "qty": "2"}],
    }
    assert Order(facts={}).as_json() == {}


def test_an_order_that_is_printed_says_nothing_of_the_buyer() -> None:
    assert "张三" not in repr(Order(facts={"receiver.name": "张三"}, items=(Item("锅"),)))
