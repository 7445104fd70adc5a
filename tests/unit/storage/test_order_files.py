"""Order tables from files, as the samples have them: every expected value is written by hand."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
import xlwt

from assistant.core.errors import DataProblem
from assistant.core.orders.book import OrderBook
from assistant.core.orders.order import Item, Order
from assistant.storage.order_files import Reading, Skipped, look, read

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples"
TAOBAO = SAMPLES / "taobao-orders"
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")


def told(*files: Path, columns: dict[str, str] | None = None) -> Reading:
    reading = read(files, columns)
    assert reading is not None
    return reading


def order(book: OrderBook, number: str) -> Order:
    found = book.by_id(number)
    assert found is not None
    return found


def facts(book: OrderBook, number: str) -> dict[str, str]:
    return dict(order(book, number).facts)


POT = "【包邮】示例汤锅 家用小锅"
SHIRT, TROUSERS = '示例T恤 纯棉"短袖"', "示例长裤 直筒"
PAID, SHIPPED = "买家已付款，等待卖家发货", "卖家已发货，等待买家确认"
HOME_A = {
    "receiver.province": "广东省",
    "receiver.city": "广州市",
    "receiver.district": "越秀区",
    "receiver.street": "测试街道示例路1号示例苑1栋101",
    "receiver.address": "广东省广州市越秀区测试街道示例路1号示例苑1栋101",
}
HOME_B = {
    "receiver.province": "四川省",
    "receiver.city": "成都市",
    "receiver.street": "示例街1号示例小区1栋1单元101室",
    "receiver.address": "四川省成都市示例街1号示例小区1栋1单元101室",
}
HOME_C = {
    "receiver.province": "上海市",
    "receiver.city": "上海市",
    "receiver.district": "黄浦区",
    "receiver.street": "测试街道示例街100弄 示例阁 1号101室",
    "receiver.address": "上海市黄浦区测试街道示例街100弄 示例阁 1号101室",
}
HOME_D = {
    "receiver.province": "新疆维吾尔自治区",
    "receiver.city": "乌鲁木齐市",
    "receiver.district": "天山区",
    "receiver.street": "示例小区1-1-101",
    "receiver.address": "新疆维吾尔自治区乌鲁木齐市天山区示例小区1-1-101",
}


@needs_samples
@pytest.mark.parametrize(
    "name",
    [
        "synthetic-ExportOrderList-2017-gbk.csv",
        "synthetic-ExportOrderList-2018-gbk.csv",
        "synthetic-ExportOrderList-2020.xlsx",
    ],
)
def test_taobao_of_2017_to_2020(name: str) -> None:
    reading = told(TAOBAO / name)
    book = reading.book
    assert (reading.count, reading.rows, reading.skipped, reading.unknown, reading.refused) == (4, 4, (), (), ())
    shop = {"shop.name": "测试小店"}
    assert facts(book, "35000000000000001") == shop | HOME_A | {
        "buyer.nick": "测试买家a1",
        "receiver.name": "测试甲",
        "receiver.phone": "13800138000",
        "receiver.zip": "510000",
        "order.id": "35000000000000001",
        "order.amount": "168.00",
        "order.paid": "168.00",
        "order.status": PAID,
        "order.created_at": "2017-07-03 09:15:20",
        "order.paid_at": "2017-07-03 09:15:42",
    }
    assert facts(book, "35000000000000002") == shop | HOME_B | {
        "buyer.nick": "tb_测试2",
        "receiver.name": "测试乙",
        "receiver.phone": "13900139000",
        "receiver.zip": "610000",
        "order.id": "35000000000000002",
        "order.amount": "160.30",
        "order.paid": "160.30",
        "order.status": SHIPPED,
        "order.created_at": "2017-07-03 11:05:01",
        "order.paid_at": "2017-07-03 11:06:30",
        "order.memo": "加赠品；改发圆通",
        "order.buyer_message": "尽快发货,谢谢",
        "logistics.company": "圆通速递",
        "logistics.no": "YT0000000000001",
    }
    assert facts(book, "35000000000000003") == shop | HOME_C | {
        "buyer.nick": "测试买家c3",
        "receiver.name": "测试丙",
        "receiver.phone": "13700137000",
        "order.id": "35000000000000003",
        "order.amount": "299.00",
        "order.paid": "0.00",
        "order.status": "交易关闭",
        "order.created_at": "2017-07-04 20:00:00",
    }
    assert facts(book, "35000000000000004") == shop | HOME_D | {
        "buyer.nick": "测试买家d4",
        "receiver.name": "测试丁(前台代收)",
        "receiver.phone": "13600136000",
        "receiver.zip": "830000",
        "order.id": "35000000000000004",
        "order.amount": "888.00",
        "order.paid": "888.00",
        "order.refund": "50.00",
        "order.status": "交易成功",
        "order.created_at": "2017-07-05 08:30:00",
        "order.paid_at": "2017-07-05 08:31:10",
        "order.memo": "老客户",
        "logistics.company": "顺丰速运",
        "logistics.no": "SF0000000000002",
    }
    assert [order(book, f"3500000000000000{n}").items for n in (1, 2, 3, 4)] == [
        (Item(POT, qty="1"),),
        (Item(SHIRT), Item(TROUSERS)),  # three pieces of two kinds: how many of each is not told
        (Item("示例厨刀 菜刀", qty="1"),),
        (Item("示例刀具 套装", qty="1"),),
    ]
    assert {order(book, f"3500000000000000{n}").platform for n in (1, 2, 3, 4)} == {"taobao"}


@needs_samples
@pytest.mark.parametrize("name", ["synthetic-ExportOrderList-2022-utf8bom.csv", "synthetic-ExportOrderList-2022.xlsx"])
def test_taobao_of_2022_has_virtual_numbers(name: str) -> None:
    book = told(TAOBAO / name).book
    shop = {"shop.name": "测试小店"}
    assert len(book) == 4
    assert facts(book, "2600000000000100001") == shop | HOME_A | {
        "buyer.nick": "测试买家a1",
        "receiver.name": "测试甲",
        "receiver.phone": "15700000000",
        "receiver.phone_ext": "1000",
        "order.id": "2600000000000100001",
        "order.amount": "168.00",
        "order.paid": "168.00",
        "order.status": PAID,
        "order.created_at": "2024-06-03 09:15:20",
        "order.paid_at": "2024-06-03 09:15:42",
    }
    assert facts(book, "2600000000000100002") == shop | HOME_B | {
        "buyer.nick": "tb_测试2",
        "receiver.name": "测试乙",
        "receiver.phone": "15700000001",
        "receiver.phone_ext": "1001",
        "order.id": "2600000000000100002",
        "order.amount": "160.30",
        "order.paid": "160.30",
        "order.status": SHIPPED,
        "order.created_at": "2024-06-03 11:05:01",
        "order.paid_at": "2024-06-03 11:06:30",
        "order.shipped_at": "2024-06-03 11:05:01",
        "order.memo": "加赠品；改发圆通",
        "order.buyer_message": "尽快发货,谢谢",
        "logistics.company": "圆通速递",
        "logistics.no": "YT0000000000001",
    }
    assert facts(book, "2600000000000100003") == shop | HOME_C | {
        "buyer.nick": "测试买家c3",
        "receiver.name": "测试丙",
        "receiver.phone": "15700000002",
        "receiver.phone_ext": "1002",
        "order.id": "2600000000000100003",
        "order.amount": "299.00",
        "order.paid": "0.00",
        "order.status": "交易关闭",
        "order.created_at": "2024-06-04 20:00:00",
    }
    assert facts(book, "2600000000000100004") == shop | HOME_D | {
        "buyer.nick": "测试买家d4",
        "receiver.name": "测试丁",
        "receiver.phone": "15700000003",
        "receiver.phone_ext": "1003",
        "order.id": "2600000000000100004",
        "order.amount": "888.00",
        "order.paid": "888.00",
        "order.refund": "50.00",
        "order.status": "交易成功",
        "order.created_at": "2024-06-05 08:30:00",
        "order.paid_at": "2024-06-05 08:31:10",
        "order.shipped_at": "2024-06-05 08:30:00",
        "order.memo": "老客户",
        "logistics.company": "顺丰速运",
        "logistics.no": "SF0000000000002",
    }


BOTH = f"{SHIRT}，{TROUSERS}"
ITEMS_2022 = {
    "1": (Item(POT, "颜色分类：20厘米-玻璃盖", "1", "188.00", "GUO-01"),),
    "2": (
        Item(SHIRT, "颜色分类：白色;尺码：M", "2", "59.00", "TS-01-M"),
        Item(TROUSERS, "颜色分类：黑色;尺码：L", "1", "32.30", "KZ-02"),
    ),
    "3": (Item("示例厨刀 菜刀", "", "1", "299.00", "DAO-01"),),
    "4": (Item("示例刀具 套装", "", "1", "888.00", "DAO-02"),),
}


@needs_samples
def test_goods_of_2017_alone() -> None:
    reading = told(TAOBAO / "synthetic-ExportOrderDetailList-2017-gbk.csv")
    assert (reading.count, reading.rows, reading.skipped) == (4, 5, ())
    assert facts(reading.book, "35000000000000002") == {"order.id": "35000000000000002", "order.status": SHIPPED}
    assert order(reading.book, "35000000000000001").items == ITEMS_2022["1"]
    assert order(reading.book, "35000000000000002").items == (
        Item(BOTH, "颜色分类：白色;尺码：M", "2", "59.00", "TS-01-M"),
        Item(BOTH, "颜色分类：黑色;尺码：L", "1", "32.30", "KZ-02"),
    )


@needs_samples
@pytest.mark.parametrize("name", ["synthetic-ExportOrderDetailList-2022-utf8bom.csv", "synthetic-goods-2025.xlsx"])
def test_newer_goods_alone(name: str) -> None:
    reading = told(TAOBAO / name)
    said = {} if "2022" in name else {"order.memo": "29号发！！！", "order.buyer_message": "买家要保留吊牌"}
    assert (reading.count, reading.rows, reading.skipped, reading.unknown) == (4, 5, (), ())
    assert [order(reading.book, f"260000000000010000{n}").items for n in "1234"] == list(ITEMS_2022.values())
    assert facts(reading.book, "2600000000000100002") == said | {
        "order.id": "2600000000000100002",
        "order.status": SHIPPED,
        "order.created_at": "2024-06-03 11:05:01",
        "order.paid_at": "2024-06-03 11:06:30",
    }
    assert facts(reading.book, "2600000000000100003") == said | {
        "order.id": "2600000000000100003",
        "order.status": "交易关闭",
        "order.created_at": "2024-06-04 20:00:00",
    }


@needs_samples
@pytest.mark.parametrize("turned", [False, True])
def test_orders_and_goods_complete_each_other(turned: bool) -> None:
    files = [
        TAOBAO / "synthetic-ExportOrderList-2022.xlsx",
        TAOBAO / "synthetic-ExportOrderDetailList-2022-utf8bom.csv",
    ]
    book = told(*(reversed(files) if turned else files)).book
    alone = told(files[0]).book
    assert len(book) == 4
    for n in "1234":
        number = f"260000000000010000{n}"
        assert facts(book, number) == facts(alone, number)
        assert order(book, number).items == ITEMS_2022[n]


@needs_samples
def test_columns_that_the_seller_chose() -> None:
    book = told(TAOBAO / "synthetic-orders-2026.xlsx").book
    assert len(book) == 1
    assert facts(book, "3300000000000000001") == {
        "order.id": "3300000000000000001",
        "order.paid": "280.00",
        "order.paid_at": "2026-05-27 22:17:38",
        "order.ship_by": "2026-06-11 22:17:00",
        "order.memo": "29号发",
        "order.buyer_message": "买家要保留裙摆",
    }
    assert order(book, "3300000000000000001").items == ()


@needs_samples
def test_a_real_public_table() -> None:
    reading = told(TAOBAO / "tmall_order_report.excerpt.csv")
    book = reading.book
    assert (reading.count, reading.rows, reading.skipped) == (1500, 1500, ())
    assert facts(book, "1") == {
        "order.id": "1",
        "order.amount": "178.80",
        "order.paid": "0.00",
        "order.created_at": "2020-02-21 00:00:00",
        "receiver.province": "上海市",
        "receiver.city": "上海市",
        "receiver.address": "上海市",
    }
    last = order(book, "1500")
    lines = (TAOBAO / "tmall_order_report.excerpt.csv").read_text("utf-8").splitlines()
    cells = lines[-1].split(",")
    assert cells[0] == "1500"
    assert (Decimal(last.get("order.amount")), Decimal(last.get("order.paid"))) == (
        Decimal(cells[1]),
        Decimal(cells[2]),
    )
    assert (last.get("order.created_at"), last.get("order.paid_at")) == (cells[4], cells[5])
    for path, column in (("order.amount", 1), ("order.paid", 2), ("order.refund", 6)):
        ours = sum(Decimal(order(book, str(n)).get(path) or "0") for n in range(1, 1501))
        assert ours == sum(Decimal(line.split(",")[column]) for line in lines[1:])


@needs_samples
def test_pdd() -> None:
    book = told(SAMPLES / "pdd-orders" / "synthetic-pdd-orders-utf8bom.csv").book
    assert len(book) == 2
    assert facts(book, "260501-000000000000001") == {
        "order.id": "260501-000000000000001",
        "order.paid": "17.80",
        "order.status": "已收货",
        "order.created_at": "2026-05-01 10:00:00",
        "order.shipped_at": "2026-05-01 18:00:00",
        "logistics.company": "申通快递",
        "logistics.no": "772000000000001",
    }
    assert facts(book, "260502-000000000000002") == {
        "order.id": "260502-000000000000002",
        "order.paid": "8.90",
        "order.status": "待发货",
        "order.memo": "G-测试",
    }
    assert order(book, "260501-000000000000001").items == (Item("示例横幅", "", "1", "", "HF-01"),)
    assert order(book, "260502-000000000000002").items == (Item("示例贴纸", "红色,大号", "2", "", "TZ-02-R"),)
    assert order(book, "260501-000000000000001").platform == "pdd"


@needs_samples
def test_doudian() -> None:
    book = told(SAMPLES / "doudian-orders" / "synthetic-doudian-orders-utf8bom.csv").book
    assert len(book) == 2
    assert facts(book, "6900000000000000001") == {
        "order.id": "6900000000000000001",
        "order.amount": "39.90",
        "order.status": "已发货",
        "order.created_at": "2026-01-10 12:00:00",
        "order.paid_at": "2026-01-10 12:00:05",
        "order.ship_by": "2026-01-12 12:00:00",
        "receiver.name": "测*",
        "receiver.province": "浙江省",
        "receiver.city": "杭州市",
        "receiver.district": "上城区",
        "receiver.street": "示例街道****",
        "receiver.address": "浙江省杭州市上城区示例街道****",
    }
    assert facts(book, "6900000000000000003") == {
        "order.id": "6900000000000000003",
        "order.amount": "168.00",
        "order.status": "已关闭",
        "order.created_at": "2026-01-09 09:00:00",
        "order.paid_at": "2026-01-09 09:00:05",
        "order.shipped_at": "2026-01-09 18:00:00",
        "order.ship_by": "2026-01-11 09:00:00",
        "order.memo": "老客",
        "receiver.name": "试*",
        "receiver.province": "广东省",
        "receiver.city": "深圳市",
        "receiver.district": "福田区",
        "receiver.street": "示例街道****",
        "receiver.address": "广东省深圳市福田区示例街道****",
        "logistics.company": "中通快递",
        "logistics.no": "76000000000001",
    }
    assert order(book, "6900000000000000001").items == (Item("示例面膜 5片装", "默认", "1", "39.90", "MM-05"),)
    assert order(book, "6900000000000000003").items == (Item("示例面霜", "50g", "2", "89.00", "MS-50"),)
    assert order(book, "6900000000000000003").platform == "douyin"


@needs_samples
def test_jd() -> None:
    book = told(SAMPLES / "jd-orders" / "synthetic-jd-orders-gbk.csv").book
    assert len(book) == 1
    assert facts(book, "280000000001") == {
        "order.id": "280000000001",
        "order.amount": "99.00",
        "order.paid": "94.00",
        "order.status": "等待出库",
        "order.created_at": "2026-03-01 08:00:00",
        "order.paid_at": "2026-03-01 08:00:20",
        "buyer.nick": "jd_test_01",
        "receiver.name": "测试甲",
        "receiver.phone": "138****0000",
        "receiver.province": "北京市",
        "receiver.city": "北京市",
        "receiver.district": "朝阳区",
        "receiver.street": "示例街道1号",
        "receiver.address": "北京市朝阳区示例街道1号",
    }
    assert order(book, "280000000001").items == (Item("示例保温杯 500ml", "", "1", "99.00", "CUP-500"),)
    assert order(book, "280000000001").platform == "jd"


@needs_samples
def test_the_shipping_template_has_orders_without_numbers() -> None:
    file = SAMPLES / "qianniu-shipping" / "synthetic-batch-ship-template.xlsx"
    book = told(file, file).book
    assert len(book) == 2
    assert dict(book.by_phone_tail("0001")[0].facts) == {
        "receiver.name": "测试甲",
        "receiver.phone": "15700000001",
        "receiver.province": "安徽省",
        "receiver.city": "合肥市",
        "receiver.district": "蜀山区",
        "receiver.street": "示例街道示例城B区1栋101户",
        "receiver.address": "安徽省合肥市蜀山区示例街道示例城B区1栋101户",
    }
    assert dict(book.by_receiver("测试乙")[0].facts) == {
        "receiver.name": "测试乙",
        "receiver.phone": "13800138000",
        "receiver.province": "广东省",
        "receiver.city": "惠州市",
        "receiver.district": "惠城区",
        "receiver.street": "示例镇示例路1号",
        "receiver.address": "广东省惠州市惠城区示例镇示例路1号",
    }


@needs_samples
def test_a_glance_shows_what_the_mapping_asks_about() -> None:
    glance = look(TAOBAO / "synthetic-orders-2026.xlsx")
    assert glance.headings == (
        "订单编号",
        "买家实付金额",
        "订单付款时间",
        "应发货时间",
        "买家留言",
        "商家备注",
        "备注标签",
    )
    assert glance.recognised == {
        "订单编号": "order.id",
        "买家实付金额": "order.paid",
        "订单付款时间": "order.paid_at",
        "应发货时间": "order.ship_by",
        "买家留言": "order.buyer_message",
        "商家备注": "order.memo",
    }
    assert (glance.unknown, glance.platform, glance.kind, glance.usable) == ((), "taobao", "orders", True)
    assert [row[0] for row in glance.rows] == ["3300000000000000001"]
    assert "3300000000000000001" not in repr(glance)


# --- files made here ---


def csv_file(folder: Path, text: str, name: str = "t.csv", encoding: str = "utf-8") -> Path:
    file = folder / name
    file.write_bytes(text.encode(encoding))
    return file


def xls_file(folder: Path, rows: Sequence[Sequence[object]], name: str = "t.xls") -> Path:
    book = xlwt.Workbook()
    book.add_sheet("说明").write(0, 0, "看第二张表")
    sheet = book.add_sheet("订单")
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            sheet.write(r, c, cell)
    book.save(str(folder / name))
    return folder / name


def xlsx_file(folder: Path, rows: Sequence[Sequence[object]], name: str = "t.xlsx") -> Path:
    with xlsxwriter.Workbook(folder / name) as book:
        book.add_worksheet("说明").write(0, 0, "看第二张表")
        sheet = book.add_worksheet("订单")
        for r, row in enumerate(rows):
            sheet.write_row(r, 0, row)
    return folder / name


ROWS = (
    ("2024年6月订单", ""),
    (),
    ("订单编号（必填）", "买家昵称", "实付金额(元)"),
    ("2600000000000100001", "小雨", "88"),
    (2600000000000100002, "小雪", 9.9),
    ("合计", "", 97.9),
)


@pytest.mark.parametrize("make", [xls_file, xlsx_file])
@pytest.mark.parametrize("suffix", [".xls", ".xlsx", ".csv", ""])
def test_the_content_decides_and_the_headings_stand_anywhere(tmp_path: Path, make: object, suffix: str) -> None:
    assert callable(make)
    reading = told(make(tmp_path, ROWS, f"t{suffix}"))
    assert [o.get("order.paid") for o in reading.book.of_buyer("小雨")] == ["88.00"]
    assert reading.skipped == (
        Skipped(f"t{suffix}", 5, "订单编号被表格软件当成数字，丢了末尾几位"),
        Skipped(f"t{suffix}", 6, "订单编号那一格不是编号"),
    )
    assert (reading.count, reading.skipped_rows) == (1, 2)


def test_what_cannot_be_read_is_told_in_a_sentence(tmp_path: Path) -> None:
    good = csv_file(tmp_path, "订单编号,买家昵称\n2600000000000100001,小雨\n")
    other = csv_file(tmp_path, "尺码,身高\nM,160\n", "sizes.csv")
    reading = told(other, good, tmp_path / "nowhere.csv")
    assert reading.count == 1
    assert [refused.file for refused in reading.refused] == ["sizes.csv", "nowhere.csv"]
    with pytest.raises(DataProblem, match=r"sizes\.csv 里没有找到订单"):
        read([other])
    with pytest.raises(DataProblem, match="读不到文件"):
        look(tmp_path / "nowhere.csv")


def test_unknown_headings_ask_for_a_mapping_and_take_it(tmp_path: Path) -> None:
    file = csv_file(tmp_path, "流水,收货人,收货地址,实付款,谁的单\n2600000000000100001,林小雨,浙江杭州,8,小雨\n")
    orders = "流水,实付款,订单状态,快递公司,谁的单\n2600000000000100001,8,已发货,中通快递,小雨\n"
    reading = told(csv_file(tmp_path, orders, "o.csv"))
    assert (reading.count, reading.needs_mapping, reading.unknown) == (0, (tmp_path / "o.csv",), ("流水", "谁的单"))
    assert not look(tmp_path / "o.csv").usable
    said = {"流水": "order.id", "谁的单": "buyer.nick", "实付款": ""}
    assert look(tmp_path / "o.csv", said).usable
    mapped = told(file, columns=said).book
    assert facts(mapped, "2600000000000100001") == {
        "order.id": "2600000000000100001",
        "buyer.nick": "小雨",
        "receiver.name": "林小雨",
        "receiver.province": "浙江省",
        "receiver.city": "杭州市",
        "receiver.address": "浙江省杭州市",
    }


def test_who_watches_can_stop_it(tmp_path: Path) -> None:
    file = csv_file(tmp_path, "订单编号,买家昵称\n" + "2600000000000100001,小雨\n" * 20_000)
    seen: list[float] = []

    def watch(done: float) -> bool:
        seen.append(done)
        return len(seen) < 3

    assert read([file], progress=watch) is None
    assert len(seen) == 3

    def until_the_end(done: float) -> bool:
        seen.append(done)
        return True

    seen.clear()
    reading = read([file], progress=until_the_end)
    assert reading is not None
    assert reading.count == 1
    assert seen == sorted(seen)
    assert seen[-1] > 0.9


def test_nothing_of_an_order_stands_in_a_repr(tmp_path: Path) -> None:
    reading = told(csv_file(tmp_path, "订单编号,买家昵称,收货人\n2600000000000100001,小雨,林某\n"))
    shown = repr(reading) + repr(reading.book) + repr(reading.book.of_buyer("小雨"))
    assert "小雨" not in shown
    assert "林某" not in shown
    assert "2600000000000100001" not in shown
