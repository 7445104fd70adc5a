"""Couriers by their names and by their numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.orders import couriers


@pytest.mark.parametrize(
    ("company", "name"),
    [
        ("顺丰", "顺丰速运"),
        ("SF", "顺丰速运"),
        ("sf express", "顺丰速运"),
        ("顺丰速运(集团)有限公司", "顺丰速运"),
        ("中通", "中通快递"),
        ("中通快运", "中通快运"),
        ("圆通快递", "圆通速递"),
        ("圆通速递有限公司", "圆通速递"),
        ("申通E物流", "申通快递"),
        ("韵达速递", "韵达快递"),
        ("极兔", "极兔速递"),
        ("EMS经济快递", "EMS"),
        ("ems", "EMS"),
        ("邮政国内小包", "邮政快递包裹"),
        ("中国邮政", "邮政快递包裹"),
        ("京东物流", "京东快递"),
        ("德邦物流", "德邦快递"),
        ("百世汇通", "百世快递"),
        ("跨越", "跨越速运"),
        ("丹鸟", "菜鸟速递"),
        ("优速物流", "优速快递"),
        ("天天", "天天快递"),
        ("宅急送", "宅急送"),
        ("安能", "安能物流"),
        ("壹米滴答", "壹米滴答"),
        ("苏宁", "苏宁物流"),
        ("国通", "国通快递"),
        ("联邦", "联邦快递"),
        (" 山间马帮 ", "山间马帮"),
        ("（自提）", "（自提）"),
    ],
)
def test_known_as(company: str, name: str) -> None:
    assert couriers.known_as(company) == name


@pytest.mark.parametrize(
    ("number", "names"),
    [
        ("SF1234567890123", ("顺丰速运",)),
        ("sf1234567890123", ("顺丰速运",)),
        (" SF 1234567890123 ", ("顺丰速运",)),
        ("YT1234567890123", ("圆通速递",)),
        ("JT1234567890123", ("极兔速递",)),
        ("JDVB12345678901", ("京东快递",)),
        ("JD0123456789012-1-3-", ("京东快递",)),
        ("DPK123456789012", ("德邦快递",)),
        ("KY4000123456789", ("跨越速运",)),
        ("EA123456789CN", ("EMS",)),
        ("RB123456789CN", ("邮政快递包裹",)),
        ("75300000001234", ("中通快递",)),
        ("78300000001234", ("中通快递",)),
        ("773000000012345", ("申通快递",)),
        ("77300000001234", ("申通快递",)),
        ("312345678901234", ("韵达快递",)),
        ("431234567890123", ("韵达快递", "申通快递")),
        ("461234567890123", ("韵达快递",)),
        ("621123456789012", ("菜鸟速递",)),
        ("9876543210123", ("邮政快递包裹",)),
        ("1234567890123", ("EMS", "邮政快递包裹", "韵达快递")),
        ("123456789012", ("顺丰速运", "中通快递", "申通快递", "天天快递")),
        ("4123456789012", ("韵达快递", "申通快递")),
        ("", ()),
        ("无", ()),
        ("71300000001234", ()),
        ("SF12345", ()),
        ("EA123456789US", ()),
        ("１２３４５６７８９０１２", ()),
        ("1" * 60, ()),
    ],
)
def test_recognise(number: str, names: tuple[str, ...]) -> None:
    assert couriers.recognise(number) == names


def test_every_name_means_one_courier() -> None:
    keys = [couriers._key(name) for row in couriers._NAMES for name in row]
    assert len(keys) == len(set(keys))
    assert len(couriers.names()) >= 25
    assert {name for _, names in couriers._FORMS for name in names} <= set(couriers.names())


@given(st.text())
def test_any_text_names_known_couriers_or_nobody(text: str) -> None:
    assert set(couriers.recognise(text)) <= set(couriers.names())
    assert couriers.known_as(text) == text.strip() or couriers.known_as(text) in couriers.names()
