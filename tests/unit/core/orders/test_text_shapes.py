"""Each known shape of a copied order with other people, places and numbers in it, other widths, blanks and lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.compose import read_order
from assistant.core.orders.order import Item
from assistant.storage import resources

ROWS = [line.split("\t") for line in resources.read_text("regions.txt").splitlines() if not line.startswith("#")]
REGIONS = [(province, city, name) for province, city, names in ROWS for name in names.split() or [""]]
GREETINGS = (
    "亲! 请核对下订单哦：",
    "亲！请核对下地址哦:",
    "谢谢",
    "在吗",
    "好的",
    "[图片]",
    "2025-06-01 10:20:30",
    "——",
)
DIGITS = "0123456789"


@dataclass(frozen=True)
class Person:
    """Whom a text tells of."""

    name: str
    phone: str
    ext: str
    region: tuple[str, str, str]
    street: str
    zip: str
    number: str

    @property
    def pair(self) -> list[str]:
        """The region as forms write it: a municipality twice."""
        return [part for part in self.region if part]

    def facts(self, *without: str) -> dict[str, str]:
        province, city, district = self.region
        told = {
            "receiver.name": self.name,
            "receiver.phone": self.phone,
            "receiver.phone_ext": self.ext,
            "receiver.province": province,
            "receiver.city": city,
            "receiver.district": district,
            "receiver.street": self.street,
            "receiver.address": province + (city if city != province else "") + district + self.street,
            "receiver.zip": "" if self.zip == "000000" else self.zip,
            "order.id": self.number,
        }
        return {path: value for path, value in told.items() if value and path not in without}


def digits(size: int) -> st.SearchStrategy[str]:
    return st.text(DIGITS, min_size=size, max_size=size)


SURNAMES, GIVEN = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗谢", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞刚英华玉雪琳"
HAN = st.builds(str.__add__, st.sampled_from(SURNAMES), st.text(GIVEN, min_size=1, max_size=2))
MASKED = st.builds(str.__add__, st.sampled_from(SURNAMES), st.sampled_from(("*", "**")))
OTHER = st.sampled_from(("买买提·艾则孜", "阿依古丽·热合曼", "欧阳震华", "司马光", "John Smith", "Anna", "测试甲"))
NAMES = HAN | HAN | MASKED | OTHER
MOBILES = st.builds("1{}{}".format, st.sampled_from("3456789"), digits(9))
PHONES = MOBILES | MOBILES | st.builds("1{}{}****{}".format, st.sampled_from("35789"), digits(1), digits(4))
ROADS = st.builds(
    "{}{}{}".format,
    st.sampled_from(("", "示例街道", "示例镇", "城东街道 ")),
    st.sampled_from(("人民路", "文三路", "建国大道", "解放东街", "新华巷", "幸福村", "中山北路")),
    st.integers(1, 999).map("{}号".format),
)
HOUSES = st.sampled_from(("", " 示例小区3幢2单元201室", "示例大厦A座12楼", "-2号1栋101", " 菜鸟驿站"))
STREETS = st.builds(str.__add__, ROADS, HOUSES)
ZIPS = st.builds(str.__add__, st.sampled_from(("10", "20", "31", "45", "51", "83")), digits(4)) | st.just("000000")
NUMBERS = st.builds(str.__add__, st.sampled_from("3457"), digits(16) | digits(17) | digits(18)) | st.builds(
    "{}-{}".format, digits(6), digits(15)
)
PEOPLE = st.builds(Person, NAMES, PHONES, st.just(""), st.sampled_from(REGIONS), STREETS, ZIPS, st.just(""))


@dataclass(frozen=True)
class Hand:
    """How somebody writes: the width of commas and colons, the blanks round them, lines before and behind."""

    comma: str
    colon: str
    before: str
    behind: str

    def list(self, *parts: str) -> str:
        return self.comma.join(parts)

    def label(self, label: str, value: str) -> str:
        return f"{label}{self.colon}{value}"

    def within(self, *lines: str) -> str:
        return "".join(
            [f"{self.before}\n" if self.before else "", "\n".join(lines), self.behind and f"\n{self.behind}"]
        )


HANDS = st.builds(
    Hand,
    st.sampled_from(("，", ",", ", ", " ， ", "，　", "\t")),
    st.sampled_from(("：", ":", ": ", "： ", " : ")),
    st.sampled_from(("", *GREETINGS)),
    st.sampled_from(("", *GREETINGS)),
)


def with_id(person: Person, number: str) -> Person:
    return Person(person.name, person.phone, person.ext, person.region, person.street, person.zip, number)


def with_ext(person: Person, ext: str) -> Person:
    return Person(person.name, person.phone, ext, person.region, person.street, person.zip, person.number)


def check(text: str, facts: dict[str, str], items: tuple[Item, ...] = ()) -> None:
    order = read_order(text)
    assert order is not None
    assert dict(order.facts) == facts
    assert order.items == items


NO_ZIP, CARD = ("receiver.zip",), dict[str, Callable[[Hand, Person, str], str]]
# The shapes of a card that need nothing but a hand and a person; the last is the gap between province, city, district.
SHAPES: CARD = {
    "pc copy 2017": lambda h, p, gap: h.list(f" {p.name} ", p.phone, "", f" {gap.join(p.pair)} {p.street}", p.zip),
    "phone copy 2017": lambda h, p, _: f"{p.name} {p.phone} {','.join([*p.pair, p.street, p.zip])}",
    "pc copy 86": lambda h, p, gap: f"{h.list(p.name, f'86-{p.phone}', gap.join([*p.pair, p.street]), p.zip)} ",
    "zip first": lambda h, p, gap: h.list(p.zip, gap.join([*p.pair, p.street]), p.name, p.phone),
}
WITHOUT_ZIP: CARD = {
    "lines": lambda h, p, gap: f"{p.name}\n{p.phone}\n{gap.join([*p.pair, p.street])}",
    "blank line": lambda h, p, gap: f"{p.name}\n\n{p.phone}\n{gap.join([*p.pair, p.street])}",
    "reversed": lambda h, p, gap: h.list(gap.join([*p.pair, p.street]), p.name, p.phone),
    "blanks": lambda h, p, gap: f"{p.name} {p.phone} {gap.join([*p.pair, p.street])}",
    "phone first": lambda h, p, gap: h.list(p.phone, p.name, gap.join([*p.pair, p.street])),
    "name last": lambda h, p, gap: h.list(p.phone, gap.join([*p.pair, p.street]), p.name),
}
WITH_EXT: CARD = {
    "virtual number": lambda h, p, gap: h.list(p.name, f"{p.phone}-{p.ext}", gap.join([*p.pair, p.street])),
    "turned": lambda h, p, gap: h.list(p.name, f"{p.phone}转{p.ext}", gap.join([*p.pair, p.street])),
    "suffix lines": lambda h, p, gap: f"{p.name}[{p.ext}]\n{p.phone}\n{gap.join([*p.pair, p.street])}[{p.ext}]",
    "compact": lambda h, p, gap: f"{p.name}[{p.ext}]{p.phone}{''.join([*p.pair, p.street])}[{p.ext}]",
    "doudian": lambda h, p, _: f"{p.name}, {p.phone}-{p.ext}, {' '.join([*p.pair, p.street])}",
}
GAPS = st.sampled_from(("", " ", "  ", " "))
EVERYBODY = settings(max_examples=300, deadline=None)


@pytest.mark.parametrize("shape", SHAPES)
@EVERYBODY
@given(hand=HANDS, person=PEOPLE, gap=GAPS)
def test_cards_with_a_postcode(shape, hand, person, gap):
    check(hand.within(SHAPES[shape](hand, person, gap)), person.facts())


@pytest.mark.parametrize("shape", WITHOUT_ZIP)
@EVERYBODY
@given(hand=HANDS, person=PEOPLE, gap=GAPS)
def test_cards_without_one(shape, hand, person, gap):
    check(hand.within(WITHOUT_ZIP[shape](hand, person, gap)), person.facts(*NO_ZIP))


@pytest.mark.parametrize("shape", WITH_EXT)
@EVERYBODY
@given(hand=HANDS, person=PEOPLE, ext=digits(4), gap=GAPS)
def test_cards_with_an_extension(shape, hand, person, ext, gap):
    person = with_ext(person, ext)
    check(hand.within(WITH_EXT[shape](hand, person, gap)), person.facts(*NO_ZIP))


@EVERYBODY
@given(hand=HANDS, person=PEOPLE, number=digits(9))
def test_a_kuaishou_number(hand, person, number):
    person = Person(person.name, f"01{number}", "", person.region, person.street, "", "")
    told = hand.list(person.name, f"{person.phone}(虚拟号）", "".join([*person.pair, person.street]))
    check(hand.within(told), person.facts())


@EVERYBODY
@given(hand=HANDS, person=PEOPLE, number=NUMBERS, landline=st.sampled_from(("", "020-12345678", "0571-8765432")))
def test_an_order_to_be_checked_on_the_phone(hand, person, number, landline):
    person = with_id(person, number)
    parts = [person.name, *person.pair, person.street, *filter(None, [landline]), person.phone, person.zip]
    text = hand.within(
        hand.label("订单号", person.number),
        "示例汤锅 20厘米",
        hand.label("实付", "88.00元"),
        hand.label("收货信息", hand.list(*parts)),
    )
    check(text, person.facts() | {"order.paid": "88.00", "order.status": "已付款"}, (Item("示例汤锅 20厘米"),))


LABELS = ("收货人", "收件人", "姓名"), ("手机号码", "联系电话", "电话"), ("收货地址", "地址", "收件地址")


@EVERYBODY
@given(
    hand=HANDS,
    person=PEOPLE,
    labels=st.tuples(*map(st.sampled_from, LABELS)),
    order=st.permutations(range(5)),
    gap=GAPS,
)
def test_labelled_lines_in_any_order(hand, person, labels, order, gap):
    name, phone, address = labels
    lines = [
        hand.label(name, person.name),
        hand.label(phone, person.phone),
        hand.label(address, gap.join([*person.pair, person.street])),
        hand.label("邮编", person.zip),
        hand.label("商品属性", "颜色分类:18厘米锅-不含盖 (数量：1)"),
    ]
    check(hand.within(*(lines[n] for n in order)), person.facts(), (Item("", "颜色分类:18厘米锅-不含盖", "1"),))


@EVERYBODY
@given(hand=HANDS, person=PEOPLE, together=st.booleans())
def test_an_address_to_be_checked(hand, person, together):
    lines = [
        hand.label("买家姓名", person.name),
        hand.label("联系方式", f"{person.phone} 020-00000000"),
        hand.label("收货地址", " ".join([*person.pair, person.street])),
        hand.label("买家邮编", person.zip),
    ]
    check(hand.within("  ".join(lines) if together else "\n".join(lines)), person.facts())


@EVERYBODY
@given(hand=HANDS, person=PEOPLE, repeated=st.booleans())
def test_region_and_street_apart(hand, person, repeated):
    region = "".join(person.pair)
    text = hand.within(
        hand.label("收货人", person.name),
        hand.label("手机号码", person.phone),
        hand.label("所在地区", region),
        hand.label("详细地址", region + person.street if repeated else person.street),
    )
    check(text, person.facts(*NO_ZIP))


@EVERYBODY
@given(hand=HANDS, person=PEOPLE, number=NUMBERS | st.builds("35{}".format, digits(10)), gap=GAPS)
def test_the_order_number_first(hand, person, number, gap):
    person = with_id(person, number)
    told = hand.list(number, person.name, person.phone, gap.join([*person.pair, person.street]))
    check(hand.within(told), person.facts(*NO_ZIP))


STATUS = ("买家已付款，等待卖家发货", "待发货", "交易成功", "等待买家付款", "已发货")


@EVERYBODY
@given(
    hand=HANDS,
    person=PEOPLE,
    number=NUMBERS,
    status=st.sampled_from(STATUS),
    qty=st.integers(1, 999).map(str),
    money=st.integers(1, 10**7),
    order=st.permutations(range(6)),
)
def test_a_panel_with_a_card(hand, person, number, status, qty, money, order):
    person = with_id(person, number)
    paid = f"{money // 100}.{money % 100:02}"
    lines = [
        hand.label("订单编号", number),
        hand.label("订单状态", status),
        hand.label("买家昵称", "tb小雨天"),
        hand.label("商品", f"示例毛巾 ×{qty}"),
        hand.label("实收款", f"￥{paid}"),
        f"{person.name} {person.phone} {''.join([*person.pair, person.street])}",
    ]
    facts = person.facts(*NO_ZIP) | {"order.status": status, "order.paid": paid, "buyer.nick": "tb小雨天"}
    check(hand.within(*(lines[n] for n in order)), facts, (Item("示例毛巾", "", qty),))


def unlike(person: Person) -> tuple[str, str, tuple[str, str, str]]:
    """What must be the same in two cards of one person, where one of them may be masked."""
    return person.name[0], person.phone[:3] + person.phone[-4:], person.region


@EVERYBODY
@given(hand=HANDS, one=PEOPLE, other=PEOPLE, shape=st.sampled_from([*SHAPES]))
def test_two_cards_are_none_unless_they_are_the_same(hand, one, other, shape):
    write = SHAPES[shape]
    both = hand.within(write(hand, one, ""), write(hand, other, ""))
    if unlike(one) != unlike(other):
        assert read_order(both) is None
    check(hand.within(write(hand, one, ""), write(hand, one, "")), one.facts())
