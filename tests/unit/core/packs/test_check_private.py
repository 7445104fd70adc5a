from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.packs import check_private

# Numbers with right check digits that belong to nobody: the example of the standard, test cards of the networks.
IDENTITY = "11010519491231002X"
CARD = "4111111111111111"


def found(text: str, *fine: str) -> list[tuple[str, str, str]]:
    told = check_private.found(text, fine)
    return [(one.rule.removeprefix("private-"), text[one.start : one.end], one.masked) for one in told]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("身份证" + IDENTITY, ("identity", IDENTITY, "110105********002X")),
        ("卡号 4111 1111 1111 1111", ("bank", "4111 1111 1111 1111", "4111 **** **** 1111")),
        (f"卡{CARD}", ("bank", CARD, "4111********1111")),
        ("打 138-1234-5678", ("phone", "138-1234-5678", "138-****-5678")),
        ("电话021-12345678", ("phone", "021-12345678", "021-****5678")),
        ("订单号：3500000000000001234", ("order", "3500000000000001234", "***************1234")),
        ("快递单号75300000001234", ("order", "75300000001234", "**********1234")),
        ("SF1234567890123", ("order", "SF1234567890123", "***********0123")),
        ("寄到北京市朝阳区建国路88号", ("address", "北京市朝阳区建国路88号", "北京市朝阳区建国路**号")),
        ("邮箱 zhang.san@example.com", ("mail", "zhang.san@example.com", "z********@example.com")),
        ("我的微信号：abc_12345", ("account", "abc_12345", "ab*******")),
        ("QQ：123456789", ("account", "123456789", "12*******")),
        ("wxid_abcdef123", ("account", "wxid_abcdef123", "wx************")),
    ],
)
def test_data_of_people(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "满 199 减 20，16:00 前拍下当天发",
        "身份证110105194912310021",  # the check sign is wrong, and no order has 18 digits after these words
        "手机尾号 5678，138****5678",
        "400-123-4567 转 1",
        "型号 A2026-11-20",
        "@我就好",
        "微信支付",
        "wechat pay 和支付宝都行",
        "2026-11-20 到 2026-11-30",
        "1 号仓发货，3 号楼同款",
    ],
)
def test_what_looks_like_it_and_is_none(text: str) -> None:
    assert [one for one in found(text) if one[0] != "order"] == []


def test_what_the_shop_has_set_is_fine() -> None:
    text = "请寄到浙江省杭州市余杭区仓前街道2号，电话13900005678，或 13812345678"
    shop = ("浙江省杭州市余杭区仓前街道2号 退货组 13900005678", "浙江省杭州市余杭区仓前街道2号", "13900005678")
    assert found(text, *shop) == [("phone", "13812345678", "138****5678")]


def test_a_card_number_is_told_once() -> None:
    assert [one[0] for one in found(f"{IDENTITY}，{CARD}")] == ["identity", "bank"]


@pytest.mark.parametrize(("number", "right"), [(CARD, True), ("4111111111111112", False), ("9111111111111111", False)])
def test_card_numbers(number: str, right: bool) -> None:
    assert check_private.is_bank_card(number) is right


@pytest.mark.parametrize(
    ("number", "right"),
    [(IDENTITY, True), (IDENTITY.lower(), True), ("110105194912310021", False), ("110105194913310023", False)],
)
def test_identity_numbers(number: str, right: bool) -> None:
    assert check_private.is_identity(number) is right


@given(st.text(alphabet="0123456789 -@.xX微信qQ号路室a", max_size=60))
def test_it_never_raises_and_places_lie_in_the_text_apart(text: str) -> None:
    last = 0
    for one in check_private.found(text):
        assert last <= one.start < one.end <= len(text)
        last = one.end
