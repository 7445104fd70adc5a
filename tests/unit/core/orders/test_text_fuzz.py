"""Whatever is copied: nothing raises, and what is read holds together."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.compose import read_order
from assistant.core.orders.order import Order
from assistant.core.template import facts

SAMPLES = Path(__file__).resolve().parents[5] / "shared" / "samples" / "clipboard-text"
HOME = "浙江省杭州市西湖区文三路1号"
SEEDS = (
    f"张三，86-13800138000，{HOME}，310000 ",
    f"张三[1234]\n15700000001\n{HOME}[1234]",
    "订单号：3500000000000001234\n示例汤锅 ×2\n实付: 88.00元\n收货信息: 李*,浙江省,杭州市,西湖区,文三路1号,020-12345678,138****0000,310000",
    f"收货人: 张三\n手机号码: 13800138000转1234\n所在地区: 广东省深圳市福田区\n详细地址: {HOME}\n快递：中通 75300000001234",
    "订单编号：250601-123456789012345\n买家昵称：tb小雨天\n付款时间：2025-06-01 10:25:00\n规格：颜色:红",
)
PARTS = (
    "收货人：", "手机：", "地址：", "订单号：", "实付：", "商品：", "规格：", "数量：", "张三", "13800138000", "138****0000", "-1234", "[1234]",
    "3500000000000001234", "250601-123456789012345", "310000", "浙江省", "杭州市", "西湖区", "文三路1号", "上海", "北京市", "×2", "￥88.00",
    "2025-06-01 10:00", "中通快递", "，", ",", "：", " ", "\n", "\t", "（", "）", "【", "】", "转", "退货", "请", "虚拟号", "\u3000", "\u200b", "0",
)  # fmt: skip
PATHS = set(facts.BY_PATH) | {"receiver.street"}


def holds_together(order: Order | None) -> None:
    """What holds for every order that was read."""
    if order is None:
        return
    assert set(order.facts) <= PATHS
    assert all(value and value == value.strip() and "\n" not in value for value in order.facts.values())
    assert re.fullmatch(r"[\d*]{5,13}|", order.get("receiver.phone"))
    assert re.fullmatch(r"\d{1,6}|", order.get("receiver.phone_ext"))
    assert re.fullmatch(r"\d{6}|", order.get("receiver.zip"))
    assert order.get("receiver.zip") != "000000"
    assert order.get("receiver.address").endswith(order.get("receiver.street"))
    assert all(re.fullmatch(r"\d+\.\d\d|", order.get(f"order.{name}")) for name in ("paid", "amount", "refund"))
    assert all(any((item.title, item.sku, item.qty, item.price, item.code)) for item in order.items)


@given(st.text(st.characters(exclude_categories=()), max_size=400))
def test_any_text(text):
    holds_together(read_order(text))


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=3), max_size=60))
def test_parts_in_any_order(parts):
    holds_together(read_order("".join(parts)))


@pytest.mark.parametrize("part", PARTS)
def test_one_part_over_and_over(part):
    whole = part * (4000 // len(part))
    for text in (whole, f"收货人：{whole}"[:4000], f"张三，13800138000，{HOME}{whole}"[:4000], f"商品：{whole}"[:4000]):
        holds_together(read_order(text))


def mutated(text: str, dice: random.Random) -> str:
    """A few cuts, repetitions, swaps and strangers."""
    for _ in range(dice.randint(1, 6)):
        at, size = dice.randrange(len(text) + 1), dice.randint(1, 12)
        piece = text[at : at + size]
        change = dice.choice(("", piece * 2, piece[::-1], dice.choice(PARTS), chr(dice.randrange(0x110000))))
        text = text[:at] + change + text[at + size :]
    return text


@pytest.mark.slow
def test_ten_thousand_damaged_texts():
    dice = random.Random(20250601)
    seeds = [*SEEDS, *(path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt")))]
    for _ in range(10_000):
        text = mutated(dice.choice(seeds), dice)
        if dice.random() < 0.2:
            text = f"{text}\n{mutated(dice.choice(seeds), dice)}"
        holds_together(read_order(text))
