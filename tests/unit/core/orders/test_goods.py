"""What an order holds: lines, loops, sums, and what is asked where something is unknown."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.orders import goods
from assistant.core.orders.order import Item, Order
from assistant.core.template import context
from assistant.core.template.context import Fields, Sources

NOW = datetime(2025, 6, 4, 14, 30, tzinfo=UTC)
SHIRT = Item("纯棉T恤", "白色 M", "2", "44.00", "TX-001")
SOCKS = Item("船袜", "", "3", "", "")


def fields(*items: Item, **answers: str) -> Fields:
    order = Order(facts={}, items=items)
    return context.build(Sources(now=NOW, order_facts=order, answers=answers))


def test_one_item_is_all_there_is_to_say() -> None:
    known = fields(SHIRT)
    names = ("商品", "规格", "数量", "单价", "商家编码", "商品种数", "商品清单")
    assert [known.get(name) for name in names] == [
        "纯棉T恤", "白色 M", "2", "44.00", "TX-001", "1", "1. 纯棉T恤 白色 M ×2",
    ]  # fmt: skip


def test_several_items_stand_one_after_another() -> None:
    known = fields(SHIRT, SOCKS)
    names = ("商品", "规格", "数量", "单价", "商家编码", "商品种数", "商品清单")
    assert [known.get(name) for name in names] == [
        "纯棉T恤、船袜", "白色 M", "5", None, "TX-001", "2", "1. 纯棉T恤 白色 M ×2\n2. 船袜 ×3",
    ]  # fmt: skip


def test_a_title_or_a_count_that_is_missing_somewhere_is_unknown() -> None:
    known = fields(SHIRT, Item(sku="蓝色"), Item("袜子", qty="几"))
    assert [known.get(name) for name in ("商品", "数量", "商品清单", "商品种数")] == [None, None, None, "3"]


def test_without_items_nothing_is_told() -> None:
    assert {fields().get(name) for name in ("商品", "数量", "items", "商品清单", "商品种数")} == {None}


def test_an_item_that_was_told_is_the_only_line() -> None:
    assert fields(商品="帽子", 数量="2").get("商品清单") == "1. 帽子 ×2"
    assert fields(SHIRT, 规格="黑色 L").get("商品清单") == "1. 纯棉T恤 黑色 L ×2"


def test_a_list_that_was_typed_is_read() -> None:
    known = fields(商品列表="1. 纯棉T恤 白色 M ×2；帽子 3件\n围巾")
    assert [str(line) for line in known.value("items").lines] == ["纯棉T恤 白色 M ×2", "帽子 ×3", "围巾"]  # type: ignore[attr-defined]
    assert known.get("商品种数") == "3"


def test_an_answer_about_one_line_completes_it() -> None:
    known = fields(SHIRT, SOCKS, **{"items.2.sku": "灰色"})
    assert known.get("商品清单") == "1. 纯棉T恤 白色 M ×2\n2. 船袜 灰色 ×3"
    assert known.get("items.2.sku") == "灰色"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("T恤 ×2", [Item("T恤", qty="2")]),
        ("T恤x2", [Item("T恤", qty="2")]),
        ("T恤*2;袜子 10双", [Item("T恤", qty="2"), Item("袜子", qty="10")]),
        ("1、T恤\n2、袜子", [Item("T恤"), Item("袜子")]),
        ("×2", [Item("×2")]),
        ("2025款T恤", [Item("2025款T恤")]),
        ("；", [Item("；")]),
    ],
)
def test_read(text: str, items: list[Item]) -> None:
    assert list(goods.read(text)) == items


@given(st.text(min_size=1))
def test_any_text_gives_lines_with_titles(text: str) -> None:
    assert goods.read(text)
    assert all(item.title or not text.strip() for item in goods.read(text))


@given(st.lists(st.builds(Item, *[st.text(max_size=4)] * 5), max_size=5))
def test_any_items_tell_only_texts(items: list[Item]) -> None:
    told = goods.facts(tuple(items))
    assert all(isinstance(text, str) and text for text in told.values())
    assert ("items" in told) == bool(items)
