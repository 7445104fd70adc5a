"""Rows of order tables as orders: cells one by one, then whole tables with columns and quirks as they come."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.core.orders import cells, headings
from assistant.core.orders.order import Item, Order
from assistant.core.orders.records import order_of, packed, unpacked
from assistant.core.orders.table import Rows, Skipped, heading_row, recognise
from assistant.core.regions import Place

LOST = "2.6E+18"


@pytest.mark.parametrize(
    ("clean", "cell", "value"),
    [
        (cells.text, '="35000000000000001"', "35000000000000001"),
        (cells.text, '=""', ""),
        (cells.text, "'老客户", "老客户"),
        (cells.text, "\t测试\t", "测试"),
        (cells.text, "一行\r\n两行", "一行\n两行"),
        (cells.text, "a\x1f\x18b\ufeff", "a  b"),
        (cells.words, "无", ""),
        (cells.words, "NULL", ""),
        (cells.words, "无糖", "无糖"),
        (cells.nick, "无", "无"),
        (cells.nick, "\u3000小 雨 ", "小 雨"),
        (cells.name, "测试甲[1000]", "测试甲"),
        (cells.name, "测试丁(前台代收)", "测试丁(前台代收)"),
        (cells.order_id, '="35000000000000001"', "35000000000000001"),
        (cells.order_id, "6900000000000000001\t", "6900000000000000001"),
        (cells.order_id, "260501-000000000000001", "260501-000000000000001"),
        (cells.order_id, "280000000001.0", "280000000001"),
        (cells.order_id, "3.5E+18", ""),
        (cells.order_id, "3.50000000000001E+17", ""),
        (cells.order_id, "2600000000000100001.0", ""),
        (cells.order_id, "合计", ""),
        (cells.order_id, "0", ""),
        (cells.order_id, "abc", ""),
        (cells.tracking, "No:YT0000000000001", "YT0000000000001"),
        (cells.tracking, "YT0000000000001;YT0000000000002", "YT0000000000001"),
        (cells.tracking, "7.53E+13", ""),
        (cells.tracking, "-", ""),
        (cells.money, "88", "88.00"),
        (cells.money, "¥1,234.5", "1234.50"),
        (cells.money, "838.00元", "838.00"),
        (cells.money, "0.0", "0.00"),
        (cells.money, "00.50", "0.50"),
        (cells.money, "0.30000000000000004", "0.30"),
        (cells.money, "没有", ""),
        (cells.money, "１２.００", ""),
        (cells.refund, "0.00", ""),
        (cells.refund, "0", ""),
        (cells.refund, "无退款申请", ""),
        (cells.refund, "50.00", "50.00"),
        (cells.time, "2024-06-03 09:15:20", "2024-06-03 09:15:20"),
        (cells.time, "2020/2/21 0:00", "2020-02-21 00:00:00"),
        (cells.time, "2020/2/21", "2020-02-21"),
        (cells.time, "2024年6月3日 9:05", "2024-06-03 09:05:00"),
        (cells.time, "2024-06-03T09:15:20.5", "2024-06-03 09:15:20"),
        (cells.time, "2026-01-10 12:00:00\t", "2026-01-10 12:00:00"),
        (cells.time, "45446.5", "2024-06-03 12:00:00"),
        (cells.time, "0000-00-00 00:00:00", ""),
        (cells.time, "2024-02-30 10:00:00", ""),
        (cells.time, "12345", ""),
        (cells.time, "-", ""),
        (cells.first_time, "子订单1： 2026-06-12 22:17前 ; 子订单2： 2026-06-11 22:17前 ; ", "2026-06-11 22:17:00"),
        (cells.first_time, "尽快", ""),
        (cells.phone, "'13800138000", "13800138000"),
        (cells.phone, "+86 13800138000", "13800138000"),
        (cells.phone, "86-13800138000", "13800138000"),
        (cells.phone, "15700000001-1234", "15700000001-1234"),
        (cells.phone, "138****0000", "138****0000"),
        (cells.phone, "028-00000000", "028-00000000"),
        (cells.phone, "13800138000.0", "13800138000"),
        (cells.phone, "1.38E+10", ""),
        (cells.phone, "无", ""),
        (cells.count, "2", "2"),
        (cells.count, "2.0", "2"),
        (cells.count, "02件", "2"),
        (cells.count, "0", ""),
        (cells.count, "一", ""),
        (cells.sku, "无规格", ""),
        (cells.postcode, "310000", "310000"),
        (cells.postcode, "000000", ""),
        (cells.address, "浙江省  杭州市\u3000西湖区\n1号", "浙江省 杭州市 西湖区 1号"),
    ],
)
def test_a_cell(clean: Callable[[str], str], cell: str, value: str) -> None:
    assert clean(cell) == value


@pytest.mark.parametrize(
    ("cell", "both"),
    [
        ("中通快递-76000000000001", ("中通快递", "76000000000001")),
        ("顺丰速运：SF1000000000001", ("顺丰速运", "SF1000000000001")),
        ("韵达 4300000000001；中通 7600000000001", ("韵达", "4300000000001")),
        ("中通快递", ("中通快递", "")),
        ("76000000000001", ("", "76000000000001")),
        ("", ("", "")),
        ("-", ("", "")),
    ],
)
def test_courier_and_number_in_one_cell(cell: str, both: tuple[str, str]) -> None:
    assert cells.courier(cell) == both


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("广东省 广州市 1号(510000)", ("广东省 广州市 1号", "510000")),
        ("上海 1号（000000）", ("上海 1号", "")),
        ("1号101[1000]", ("1号101", "")),
        ("1号[0201](310000)", ("1号", "310000")),
        ("1号(前台)", ("1号(前台)", "")),
    ],
)
def test_the_end_of_an_address(written: str, left: tuple[str, str]) -> None:
    assert cells.without_end(written) == left


EVERYTHING = (
    cells.text,
    cells.words,
    cells.line,
    cells.nick,
    cells.name,
    cells.identifier,
    cells.order_id,
    cells.tracking,
)
FURTHER = (cells.money, cells.refund, cells.time, cells.first_time, cells.count, cells.sku, cells.phone, cells.address)


@given(st.text(st.characters(codec="utf-8"), max_size=40) | st.text("0123456789.-/: eE+'=\"[]()元", max_size=25))
def test_no_cell_is_too_much(cell: str) -> None:
    for clean in (*EVERYTHING, *FURTHER, cells.postcode):
        value = clean(cell)
        assert value == value.strip()
        assert not any(sign in value for sign in "\x18\x19\x1c\x1d\x1e\x1f")
    for part in (*cells.courier(cell), *cells.extension(cells.phone(cell)), *cells.without_end(cells.address(cell))):
        assert isinstance(part, str)


@pytest.mark.parametrize(
    ("heading", "normal"),
    [
        ("收货地址 ", "收货地址"),
        ("收件人(必填)", "收件人"),
        ("平台订单号（非必填）", "平台订单号"),
        ("用户实付金额(元)", "用户实付金额"),
        ("商家备注等级（等级1-5为由高到低）", "商家备注等级"),
        ("\ufeff订单编号", "订单编号"),
        ('="订单编号"', "订单编号"),
        ("店铺Ｉd\t", "店铺id"),
        ("(必填)", "(必填)"),
        ("", ""),
    ],
)
def test_a_heading(heading: str, normal: str) -> None:
    assert headings.normal(heading) == normal


def test_a_heading_row_is_found_below_titles() -> None:
    rows = (["订单导出", ""], [], ["订单编号", "买家会员名", "备货区"], ["1001", "小雨", "A"])
    found = heading_row(rows)
    assert found is not None
    at, columns = found
    assert (at, columns.platform, columns.kind, columns.unknown) == (2, "taobao", "orders", ("备货区",))
    assert heading_row([["尺码", "身高"], ["M", "160"]]) is None
    assert heading_row([["订单编号"]]) is None
    assert heading_row([]) is None


def test_what_the_user_said_goes_before_what_is_known() -> None:
    columns = recognise(
        ["订单编号", "买家昵称", "花名", "订单备注"], {"花名": "buyer.nick", "订单备注": "", "没有": "order.id"}
    )
    assert columns is not None
    assert columns.recognised == {"订单编号": "order.id", "花名": "buyer.nick", "买家昵称": "buyer.nick"}
    (one,) = orders(["订单编号", "买家昵称", "花名"], [["1001", "b", "a"]], {"花名": "buyer.nick"})
    assert one.nick == "a"


def orders(names: Sequence[str], rows: Sequence[Sequence[str]], said: Mapping[str, str] | None = None) -> list[Order]:
    """The orders of a table, each row for itself."""
    columns = recognise(names, said)
    assert columns is not None
    table = Rows(columns, names)
    made = []
    for row in rows:
        record = table.record(row)
        assert isinstance(record, list), record
        made.append(order_of(unpacked(packed(record)), lambda address: Place(street=address)))
    return made


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (["", "小雨", "8"], "没有订单编号"),
        ([LOST, "小雨", "8"], "订单编号被表格软件当成数字，丢了末尾几位"),
        (["合计", "", "8"], "订单编号那一格不是编号"),
        (["订单编号", "买家昵称", "实付金额"], "订单编号那一格不是编号"),
        (["-", "小雨", "8"], "没有订单编号"),
    ],
)
def test_a_row_that_is_no_order_says_why(row: list[str], why: str) -> None:
    names = ["订单编号", "买家昵称", "实付金额"]
    columns = recognise(names)
    assert columns is not None
    table = Rows(columns, names)
    assert table.record(row) == Skipped(why)
    assert table.record(["", " ", "\t"]) is None
    assert table.record([]) is None


def test_a_lost_number_is_not_taken_but_another_column_is() -> None:
    (one,) = orders(["订单编号", "主订单编号", "买家会员名"], [[LOST, "2600000000000100001", "小雨"]])
    assert one.id == "2600000000000100001"


def test_the_changed_address_wins() -> None:
    names = ["订单编号", "收货地址 ", "修改后的收货地址"]
    old, new = orders(names, [["1001", "旧路1号(310000)", ""], ["1002", "旧路1号(310000)", "新路2号[1234]"]])
    assert (old.get("receiver.address"), old.get("receiver.zip")) == ("旧路1号", "310000")
    assert (new.get("receiver.address"), new.get("receiver.zip")) == ("新路2号", "")


def test_titles_that_are_joined_fall_apart_only_where_they_fit() -> None:
    names = ["订单编号", "宝贝标题 ", "宝贝种类 ", "宝贝总数量"]
    rows = [
        ["1001", "a，b", "2", "2"],
        ["1002", "a，b", "2", "5"],
        ["1003", "a，b", "1", "3"],
        ["1004", "a，b，c", "2", "2"],
    ]
    assert [one.items for one in orders(names, rows)] == [
        (Item("a", qty="1"), Item("b", qty="1")),
        (Item("a"), Item("b")),
        (Item("a，b", qty="3"),),
        (Item("a，b，c", qty="2"),),
    ]


def test_what_a_goods_table_says_of_an_item_is_not_said_of_the_order() -> None:
    names = ["主订单编号", "子订单编号", "标题", "购买数量", "买家实际支付金额", "退款金额", "备注"]
    (one,) = orders(names, [["1001", "1002", "汤锅", "2", "59.00", "9.00", "放门口"]])
    assert dict(one.facts) == {"order.id": "1001"}
    assert one.items == (Item("汤锅", qty="2"),)


# --- tables as they come ---

SHAPES: dict[str, dict[str, tuple[str, str, str]]] = {  # heading → cell, path, value
    "taobao": {
        "订单编号": ("35000000000000001", "order.id", "35000000000000001"),
        "买家会员名": ("测试买家a1", "buyer.nick", "测试买家a1"),
        "买家实际支付金额": ("168.00", "order.paid", "168.00"),
        "总金额": ("178.00", "order.amount", "178.00"),
        "订单状态": ("买家已付款，等待卖家发货", "order.status", "买家已付款，等待卖家发货"),
        "收货人姓名": ("测试甲", "receiver.name", "测试甲"),
        "收货地址 ": ("广东省 广州市 1号", "receiver.address", "广东省 广州市 1号"),
        "联系手机": ("13800138000", "receiver.phone", "13800138000"),
        "订单创建时间": ("2017-07-03 09:15:20", "order.created_at", "2017-07-03 09:15:20"),
        "订单付款时间 ": ("2017-07-03 09:15:42", "order.paid_at", "2017-07-03 09:15:42"),
        "物流单号 ": ("YT0000000000001", "logistics.no", "YT0000000000001"),
        "物流公司": ("圆通速递", "logistics.company", "圆通速递"),
        "订单备注": ("老客户", "order.memo", "老客户"),
        "店铺名称": ("测试小店", "shop.name", "测试小店"),
        "退款金额": ("50.00", "order.refund", "50.00"),
    },
    "pdd": {
        "订单号": ("260501-000000000000001", "order.id", "260501-000000000000001"),
        "用户实付金额(元)": ("17.8", "order.paid", "17.80"),
        "订单成交时间": ("2026-05-01 10:00:00", "order.created_at", "2026-05-01 10:00:00"),
        "订单状态": ("已收货", "order.status", "已收货"),
        "发货时间": ("2026-05-01 18:00:00", "order.shipped_at", "2026-05-01 18:00:00"),
        "快递单号": ("772000000000001", "logistics.no", "772000000000001"),
        "快递公司": ("申通快递", "logistics.company", "申通快递"),
        "商家备注": ("G-测试", "order.memo", "G-测试"),
        "承诺发货时间": ("2026-05-03 10:00:00", "order.ship_by", "2026-05-03 10:00:00"),
        "买家留言": ("快点", "order.buyer_message", "快点"),
    },
    "douyin": {
        "主订单编号": ("6900000000000000001", "order.id", "6900000000000000001"),
        "订单应付金额": ("39.90", "order.amount", "39.90"),
        "收件人": ("测*", "receiver.name", "测*"),
        "快递信息": ("中通快递-76000000000001", "logistics.no", "76000000000001"),
        "订单提交时间": ("2026-01-10 12:00:00", "order.created_at", "2026-01-10 12:00:00"),
        "支付完成时间": ("2026-01-10 12:00:05", "order.paid_at", "2026-01-10 12:00:05"),
        "承诺发货时间": ("2026-01-12 12:00:00", "order.ship_by", "2026-01-12 12:00:00"),
        "订单状态": ("已发货", "order.status", "已发货"),
        "商家备注": ("老客", "order.memo", "老客"),
    },
    "jd": {
        "订单号": ("280000000001", "order.id", "280000000001"),
        "下单帐号": ("jd_test_01", "buyer.nick", "jd_test_01"),
        "订单金额": ("99.00", "order.amount", "99.00"),
        "应付金额": ("94.00", "order.paid", "94.00"),
        "客户姓名": ("测试甲", "receiver.name", "测试甲"),
        "客户地址": ("北京1号", "receiver.address", "北京1号"),
        "联系电话": ("138****0000", "receiver.phone", "138****0000"),
        "付款确认时间": ("2026-03-01 08:00:20", "order.paid_at", "2026-03-01 08:00:20"),
        "下单时间": ("2026-03-01 08:00:00", "order.created_at", "2026-03-01 08:00:00"),
        "商家备注": ("老客", "order.memo", "老客"),
    },
}
SURE = {"taobao": "买家会员名", "pdd": "用户实付金额(元)", "douyin": "订单提交时间", "jd": "下单帐号"}
CELL_QUIRKS = ("{}", "{}\t", " {} ", "'{}", '="{}"', "\ufeff{}")
HEADING_QUIRKS = ("{}", " {}", "{} ", "{}（必填）", "{}(选填)", '="{}"', "\t{}", "*{}")


@pytest.mark.parametrize("platform", SHAPES)
@settings(max_examples=300)
@given(data=st.data())
def test_columns_in_any_order_and_number_with_any_quirk(platform: str, data: st.DataObject) -> None:
    shape = SHAPES[platform]
    keys = list(shape)
    chosen = {keys[0], SURE[platform], *data.draw(st.sets(st.sampled_from(keys)))}
    names = data.draw(st.permutations(sorted(chosen)))
    rng = random.Random(data.draw(st.integers(0, 99)))
    heading = [rng.choice(HEADING_QUIRKS).format(name) for name in names]
    row = [rng.choice(CELL_QUIRKS).format(shape[name][0]) for name in names]
    if rng.random() < 0.3:
        heading, row = [*heading, "随便"], [*row, "x"]
    (one,) = orders(heading, [row + [""] * rng.randrange(2)])
    expected = {shape[name][1]: shape[name][2] for name in chosen}
    if "快递信息" in chosen:
        expected["logistics.company"] = "中通快递"
    shown = {path: value for path, value in one.facts.items() if path != "receiver.street"}
    assert shown == expected
    assert one.platform == platform


@given(st.lists(st.lists(st.text(max_size=12), max_size=8), max_size=8))
def test_any_rows_are_no_trouble(rows: list[list[str]]) -> None:
    assert heading_row(rows) is None
    names = ["订单编号", "收货人姓名", "收货地址", "联系手机", "宝贝标题", "宝贝种类", "总金额", "应发货时间"]
    columns = recognise(names)
    assert columns is not None
    table = Rows(columns, names)
    for row in rows:
        record = table.record(row)
        if isinstance(record, list):
            order_of(unpacked(packed(record)), lambda address: Place(street=address))
