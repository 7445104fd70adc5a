"""Order tables of any size as back offices export them, the same for the same seed: CSV in GB18030, XLSX in two ways."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

_NAMES = (
    "订单编号 买家会员名 买家会员昵称 支付单号 支付详情 买家应付货款 买家应付邮费 买家支付积分 总金额 返点积分 买家实际支付金额 "
    "买家实际支付积分 订单状态 买家留言 收货人姓名 收货地址 运送方式 联系电话 联系手机 虚拟号过期时间 订单创建时间 订单付款时间 宝贝标题 "
    "宝贝种类 物流单号 物流公司 订单备注 宝贝总数量 店铺Id 店铺名称 订单关闭原因 卖家服务费 买家服务费 发票抬头 是否手机订单 分阶段订单信息 "
    "特权订金订单id 是否上传合同照片 是否上传小票 是否代付 定金排名 修改后的sku 修改后的收货地址 异常信息 天猫卡券抵扣 集分宝抵扣 "
    "是否是O2O交易 新零售交易类型 新零售导购门店名称 新零售导购门店id 新零售发货门店名称 新零售发货门店id 退款金额 预约门店 确认收货时间 "
    "打款商家金额 含应开票给个人的个人红包 是否信用购 体验期结束时间 前N有礼 配送类型 直播返现状态 返现金额 延迟发货自动赔付金额 "
    "新零售成交门店昵称 新零售成交门店id 新零售成交经销商id 预售订单 发货时间 商家备忘 主订单编号"
)
HEADINGS = tuple(_NAMES.split())
OLD_HEADINGS = 46  # columns of 2017; the newest have all of HEADINGS

_FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华文辉玲鑫宇晨欣怡子涵梓萱浩然"
_PLACES = (
    "浙江省 杭州市 西湖区", "广东省 深圳市 南山区", "上海 上海市 浦东新区", "四川省 成都市 武侯区", "江苏省 苏州市 工业园区",
    "北京 北京市 朝阳区", "湖北省 武汉市 洪山区", "山东省 青岛市 市南区", "新疆维吾尔自治区 乌鲁木齐市 天山区", "陕西省 西安市 雁塔区",
)  # fmt: skip
_STREETS = ("文三路", "人民中路", "建设大道", "中山北路", "学院街", "滨江东路", "迎宾大道", "解放西路")
_GOODS = (
    "纯棉短袖T恤女夏季宽松",
    "不锈钢汤锅家用加厚",
    "儿童保温杯带吸管",
    "无线蓝牙耳机降噪",
    "春秋款针织开衫外套",
    "护眼台灯学生专用",
)
_STATES = ("等待买家付款", "买家已付款，等待卖家发货", "卖家已发货，等待买家确认", "交易成功", "交易关闭")
_COURIERS = ("中通快递", "圆通速递", "顺丰速运", "申通快递", "韵达快递")


def rows(count: int, width: int = len(HEADINGS), seed: int = 1) -> Iterator[list[str]]:
    """Headings and ``count`` orders of ``width`` columns. Three buyers in five come once, others again and again."""
    names = HEADINGS[:width]
    yield list(names)
    rng = random.Random(f"{seed}/{count}")
    start = datetime.fromisoformat("2025-01-01 00:00:00")
    for number in range(count):
        buyer = number if rng.random() < 0.6 else rng.randrange(max(1, count // 4))
        made = start + timedelta(seconds=number * 137 % 30_000_000)
        price = f"{rng.randrange(500, 90_000) / 100:.2f}"
        courier = rng.choice(_COURIERS)
        cells = {
            "订单编号": str(2_600_000_000_000_000_000 + number * 7_777_777 + buyer % 10_000),
            "买家会员名": _nick(buyer),
            "买家会员昵称": _nick(buyer),
            "支付单号": f"2025{number:020d}",
            "买家应付货款": price,
            "买家应付邮费": "0.00",
            "总金额": price,
            "买家实际支付金额": price,
            "订单状态": _STATES[number % 5],
            "买家留言": "麻烦尽快发货，谢谢" if number % 9 == 0 else "",
            "收货人姓名": _name(buyer),
            "收货地址": f"{_PLACES[buyer % 10]} {_STREETS[buyer % 8]}{buyer % 999 + 1}号{buyer % 30 + 1}栋{buyer % 2900 + 101}室",
            "运送方式": "快递",
            "联系手机": f"1{3 + buyer % 7}{buyer * 97_531 % 10**9:09d}",
            "订单创建时间": f"{made:%Y-%m-%d %H:%M:%S}",
            "订单付款时间": f"{made + timedelta(seconds=30):%Y-%m-%d %H:%M:%S}" if number % 5 else "",
            "宝贝标题": f"【包邮】{rng.choice(_GOODS)}新款{number % 700}",
            "宝贝种类": "1",
            "物流单号": f"{courier_code(courier)}{75_300_000_000_000 + number}" if number % 5 > 1 else "",
            "物流公司": courier if number % 5 > 1 else "",
            "订单备注": "老客，送小样" if number % 11 == 0 else "",
            "宝贝总数量": str(1 + number % 3),
            "店铺Id": "0",
            "店铺名称": "小雨的店",
            "订单关闭原因": "订单未关闭",
            "买家服务费": "0元",
            "是否手机订单": "手机订单",
            "退款金额": "0.00",
            "发货时间": f"{made + timedelta(hours=9):%Y-%m-%d %H:%M:%S}" if number % 5 > 1 else "",
        }
        cells["主订单编号"] = cells["订单编号"]
        yield [cells.get(name, "") for name in names]


def _nick(buyer: int) -> str:
    return f"tb{buyer * 7919 % 10**8:08d}" if buyer % 2 else f"{_name(buyer)}的小店{buyer}"


def _name(buyer: int) -> str:
    given, other = _GIVEN[buyer % len(_GIVEN)], _GIVEN[buyer // 41 % len(_GIVEN)]
    return _FAMILY[buyer % 20] + given + (other if buyer % 3 else "")


def courier_code(courier: str) -> str:
    """What the tracking numbers of a courier begin with."""
    return {"顺丰速运": "SF", "圆通速递": "YT"}.get(courier, "")


def write_csv(file: Path, table: Iterator[list[str]]) -> None:
    """As 淘宝 does: GB18030, all cells in quotes but the order number."""
    with file.open("w", encoding="gb18030", newline="") as out:
        writer = csv.writer(out, quoting=csv.QUOTE_ALL)
        writer.writerow(next(table))
        for row in table:
            out.write(f'="{row[0]}",' + ",".join(f'"{cell}"' for cell in row[1:]) + "\r\n")


def write_xlsx(file: Path, table: Iterator[list[str]], *, shared: bool, gaps: bool = False) -> None:
    """Texts inside the cells, or all in one table of texts as spreadsheets save them; ``gaps``: no empty cells."""
    known: dict[str, int] = {}
    letters = [_letters(at) for at in range(len(HEADINGS))]
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=1) as book:
        book.writestr("[Content_Types].xml", _TYPES)
        book.writestr("_rels/.rels", _ROOT)
        book.writestr("xl/workbook.xml", _WORKBOOK)
        book.writestr("xl/_rels/workbook.xml.rels", _RELATIONS)
        with book.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{_MAIN}"><sheetData>'.encode())
            for number, row in enumerate(table, 1):
                sheet.write(_row(number, row, letters, known if shared else None, gaps).encode())
            sheet.write(b"</sheetData></worksheet>")
        if shared:
            texts = "".join(f"<si><t>{escape(text)}</t></si>" for text in known)
            book.writestr("xl/sharedStrings.xml", f'<sst xmlns="{_MAIN}">{texts}</sst>')


def _row(number: int, row: Sequence[str], letters: Sequence[str], known: dict[str, int] | None, gaps: bool) -> str:
    cells = []
    for letter, text in zip(letters, row, strict=False):
        if not text and gaps:
            continue
        if not text:
            cells.append(f'<c r="{letter}{number}" s="1"/>')
        elif known is None:
            cells.append(f'<c r="{letter}{number}" s="1" t="inlineStr"><is><t>{escape(text)}</t></is></c>')
        else:
            cells.append(f'<c r="{letter}{number}" s="1" t="s"><v>{known.setdefault(text, len(known))}</v></c>')
    return f'<row r="{number}">{"".join(cells)}</row>'


def _letters(at: int) -> str:
    return chr(65 + at) if at < 26 else chr(64 + at // 26) + chr(65 + at % 26)


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORKBOOK = f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="订单" sheetId="1" r:id="rId1"/></sheets></workbook>'
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)
_ROOT = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Default Extension="xml" ContentType="{_SHEETS}.worksheet+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEETS}.sheet.main+xml"/></Types>'
)
