"""The samples of copied orders, each with what must be read from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.compose import read_order
from assistant.core.orders.order import Item

SAMPLES = Path(__file__).resolve().parents[5] / "shared" / "samples" / "clipboard-text"


def receiver(name: str, phone: str, region: tuple[str, str, str], street: str, **more: str) -> dict[str, str]:
    province, city, district = region
    told = {
        "name": name,
        "phone": phone,
        "province": province,
        "city": city,
        "district": district,
        "street": street,
        "address": province + (city if city != province else "") + district + street,
    }
    return {f"receiver.{key}": value for key, value in (told | more).items() if value}


SHANGHAI, TIANJIN = ("上海市", "上海市", "黄浦区"), ("天津市", "天津市", "和平区")
POT = (Item("示例汤锅 20厘米"),)
EXPECTED = {
    "phone-check-order": (
        receiver(
            "测试甲",
            "13800138000",
            ("河南省", "郑州市", "中原区"),
            "示例街道河南郑州 示例路与测试路交叉口 示例小区1号楼",
            zip="450000",
        )
        | {"order.id": "35000000000000001", "order.paid": "88.00", "order.status": "已付款"},
        POT,
    ),
    "phone-check-order-two-phones": (
        receiver("测试乙", "13900139000", ("广东省", "广州市", "越秀区"), "示例街道示例路A1栋101房", zip="510000")
        | {"order.id": "35000000000000002", "order.paid": "88.00", "order.status": "已付款"},
        POT,
    ),
    "pc-check-address": (
        receiver(
            "测试丙", "13700137000", ("吉林省", "长春市", "朝阳区"), "示例街道示例街1号楼1单元101室", zip="130000"
        ),
        (Item(sku="颜色分类:18厘米锅-不含盖", qty="1"),),
    ),
    "pc-copy-2017": (
        receiver("测试丁", "13600136000", SHANGHAI, "示例街道示例街100弄 示例阁 1号101室", zip="200000"),
        (),
    ),
    "phone-copy-2017": (
        receiver("测试甲", "13800138000", SHANGHAI, "示例街道示例路100弄1-2号1栋101号房间A", zip="200000"),
        (),
    ),
    "pc-copy-86": (
        receiver("测试乙", "13900139000", ("浙江省", "杭州市", "上城区"), "示例街道 示例路1幢东楼101室", zip="310000"),
        (),
    ),
    "copy-virtual-number": (
        receiver("测试丙", "15700000002", ("浙江省", "宁波市", "海曙区"), "示例街道示例路示例厂1号", phone_ext="1234"),
        (),
    ),
    "copy-suffix-lines": (
        receiver(
            "测试丁",
            "15700000003",
            ("广东省", "东莞市", ""),
            "南城街道示例村示例路1号示例楼一楼",
            phone_ext="1234",
        ),
        (),
    ),
    "copy-compact": (
        receiver("测试甲", "15700000004", TIANJIN, "示例街道示例路示例园1号楼101", phone_ext="1234"),
        (),
    ),
    "copy-reversed": (
        receiver("测试乙", "13900139000", ("四川省", "成都市", "锦江区"), "示例街道示例大道一段1号101"),
        (),
    ),
    "copy-doudian": (
        receiver("测试丙", "15700000005", ("江西省", "南昌市", "东湖区"), "示例镇 示例大道示例园", phone_ext="1234"),
        (),
    ),
    "copy-jd-blank-line": (
        receiver("测试丁", "13600136000", ("重庆市", "重庆市", "渝中区"), "示例镇示例村示例馆"),
        (),
    ),
    "copy-labelled": (
        receiver("测试甲", "13800138000", ("广东省", "深圳市", "福田区"), "示例街道示例村一巷一号一楼"),
        (),
    ),
    "copy-order-first": (
        receiver("测试乙", "13900139000", ("广东省", "深圳市", "福田区"), "示例路1号") | {"order.id": "350000000001"},
        (),
    ),
}


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared samples are not here")
@pytest.mark.parametrize("name", EXPECTED)
def test_samples(name):
    facts, items = EXPECTED[name]
    order = read_order((SAMPLES / f"synthetic-{name}.txt").read_text("utf-8"))
    assert order is not None
    assert dict(order.facts) == facts
    assert order.items == items


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared samples are not here")
def test_every_sample_is_tried():
    assert {path.stem.removeprefix("synthetic-") for path in SAMPLES.glob("*.txt")} == set(EXPECTED)


def test_nothing_of_the_order_is_shown():
    order = read_order("张三，13800138000，浙江省杭州市西湖区文三路1号\n订单号：3500000000000001234")
    assert order is not None
    assert order.id == "3500000000000001234"
    assert not any(fact in repr(order) for fact in order.facts.values())
