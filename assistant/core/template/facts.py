"""The facts that a template can use: one table of path, label, Chinese names and how a form asks for them.

A path is a root and a name (``order.id``); ``now`` and ``clipboard`` stand alone. Every path can be written
by its label or any of its other names: ``{{ order.id }}``, ``{{ 订单号 }}`` and ``{{ 订单编号 }}`` are the same.
Not in the table are ``input.ANYTHING`` (``输入.随便什么``), a question to the agent, ``table.NAME`` (``表.名称``),
a table of the lead, and ``items.2.sku``, what one line of the order lacks.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.core.orders import order as orders

INPUT = "input."
TABLE = "table."
YES, NO = "是", "否"
_ALIKE = 0.4  # of difflib's ratio, from which a name is worth a suggestion
_FREE: Final = {INPUT: INPUT, "输入.": INPUT, TABLE: TABLE, "表.": TABLE}  # what follows these is any name
_LINE: Final = re.compile(r"items\.([1-9]\d{0,3})\.(\w+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Field:
    """A question to the agent. ``kind`` is text, choice or date; ``default`` stands in the form at first."""

    path: str
    label: str
    kind: str = "text"
    choices: tuple[str, ...] = ()
    default: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the table. ``sample`` fills previews, ``fallback`` stands in when nobody has set a value.

    A fact that follows from others ``asks`` for these when they are unknown, not for itself. What ``decides`` between
    two things to tell a buyer is asked for in a condition too: where others count as false, it must be known.
    """

    path: str
    label: str
    names: tuple[str, ...] = ()
    sample: str = ""
    kind: str = "text"
    choices: tuple[str, ...] = ()
    fallback: str = ""
    numeric: bool = False  # compares as a number in conditions
    asks: tuple[str, ...] = ()
    decides: bool = False

    @property
    def field(self) -> Field:
        """The question that asks for it."""
        return Field(self.path, self.label, self.kind, self.choices)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time that runs: ``days`` whole days after the day of ``start``, both paths. ``root`` is that of its facts."""

    root: str
    label: str
    start: str
    days: str
    open_label: str
    shut_label: str

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Its last day, whether it still runs, whether it has passed, and how many days are left."""
        asks, root, label = (self.start, self.days), self.root, self.label
        return (
            Fact(f"{root}.until", f"{label}截止", (f"{label}截止日",), kind="date", asks=asks),
            _yes_or_no(f"{root}.open", self.open_label, (f"{label}期内",), asks),
            _yes_or_no(f"{root}.closed", self.shut_label, (f"超过{label}期",), asks),
            Fact(f"{root}.days_left", f"{label}剩余天数", numeric=True, asks=asks, decides=True),
        )


def _yes_or_no(path: str, label: str, names: tuple[str, ...], asks: tuple[str, ...]) -> Fact:
    return Fact(path, label, names, "", "choice", (YES, NO), asks=asks, decides=True)


DEADLINES: Final = (
    Deadline("return", "退货", "order.signed_at", "shop.return_days", "可退货", "退货已过期"),
    Deadline("price", "价保", "order.paid_at", "shop.price_days", "可价保", "价保已过期"),
    Deadline("warranty", "质保", "order.signed_at", "shop.warranty_days", "在质保期", "质保已过期"),
)

FACTS = (
    Fact("buyer.nick", "买家昵称", ("买家", "昵称", "买家旺旺", "买家会员名", "旺旺"), "tb小雨天"),
    Fact("buyer.name", "买家姓名", (), "林小雨"),
    Fact("receiver.name", "收货人", ("收件人", "收货人姓名", "收件人姓名"), "林小雨"),
    Fact("receiver.phone", "手机", ("手机号", "联系方式", "联系电话", "联系手机", "手机号码"), "13800001234"),
    Fact("receiver.phone_tail", "手机尾号", ("手机后四位",), "1234"),
    Fact("receiver.phone_ext", "分机号", ("虚拟号分机",), "5678"),
    Fact("receiver.province", "省份", ("省",), "浙江省"),
    Fact("receiver.city", "城市", ("到达城市", "市"), "杭州市"),
    Fact("receiver.district", "区县", ("区",), "西湖区"),
    Fact("receiver.address", "收货地址", ("地址", "收件地址"), "浙江省杭州市西湖区文三路1号"),
    Fact("receiver.street", "街道地址", ("详细地址",), "文三路1号"),
    Fact("receiver.zip", "邮编", ("买家邮编", "邮政编码"), "310000"),
    Fact("order.id", "订单号", ("订单编号", "主订单编号", "平台订单号"), "3500000000000001234"),
    Fact("order.tail", "订单尾号", (), "1234"),
    Fact("order.amount", "订单金额", ("金额", "总金额"), "99.00", numeric=True),
    Fact("order.paid", "实付", ("实付金额", "实付款", "买家实付金额"), "88.00", numeric=True),
    Fact("order.refund", "退款金额", (), "10.00", numeric=True),
    Fact("order.status", "订单状态", (), orders.PAID, "choice", orders.STATES),
    Fact("order.created_at", "下单时间", ("订单创建时间", "拍下时间"), "2025-06-01 10:20:30", "date"),
    Fact("order.paid_at", "付款时间", ("支付时间", "订单付款时间"), "2025-06-01 10:25:00", "date"),
    Fact("order.shipped_at", "发货时间", (), "2025-06-01 18:00:00", "date"),
    Fact("order.signed_at", "签收时间", ("收货时间",), "2025-06-04 12:30:00", "date"),
    Fact("order.ship_by", "最晚发货", ("最晚发货时间", "应发货时间", "承诺发货时间"), "2025-06-03 10:25:00", "date"),
    Fact("order.ship_day", "预计发货日", (), kind="date", asks=("order.paid_at", "shop.ship_cutoff")),
    Fact("order.memo", "卖家备注", ("备注", "商家备注", "订单备注"), "老客，送小样"),
    Fact("order.buyer_message", "买家留言", ("留言", "买家备注"), "请放快递柜"),
    Fact("order.link", "订单链接", ("付款链接", "订单短链"), "https://example.com/order/1234"),
    Fact("orders.count", "订单数", ("买家订单数",), "1", numeric=True),
    Fact("orders.open_count", "未完成订单数", (), "1", numeric=True),
    Fact("item.title", "商品", ("商品名", "商品标题", "宝贝", "宝贝标题", "商品名称"), "纯棉短袖T恤"),
    Fact("item.sku", "规格", ("商品规格", "商品属性", "颜色尺码"), "白色 M码"),
    Fact("item.qty", "数量", ("件数", "商品数量", "购买数量"), "2", numeric=True),
    Fact("item.price", "单价", ("商品价格",), "44.00", numeric=True),
    Fact("item.code", "商家编码", ("货号",), "TX-001"),
    Fact("items", "商品列表", ()),
    Fact("items.list", "商品清单", (), asks=("items",)),
    Fact("items.count", "商品种数", ("商品种类", "款数"), numeric=True, asks=("items",)),
    Fact("logistics.company", "快递公司", ("快递", "物流公司", "物流公司名称"), "中通快递"),
    Fact("logistics.no", "快递单号", ("运单号", "物流单号", "物流编号"), "75300000001234"),
    *(fact for deadline in DEADLINES for fact in deadline.facts),
    Fact("ship.day", "发货日", (), kind="date", asks=("shop.ship_cutoff",)),
    _yes_or_no("ship.by_cutoff", "今天能发", ("当天能发",), ("shop.ship_cutoff",)),
    Fact("shop.name", "店铺", ("店名", "店铺名称", "店铺名"), "小雨的店"),
    Fact("shop.nick", "店铺旺旺", ("卖家旺旺",), "小雨的店"),
    Fact("shop.address_word", "称呼", (), "亲", fallback="亲"),
    Fact("shop.self", "自称", (), "小二", fallback="小二"),
    Fact("shop.ship_cutoff", "截单时间", (), "16:00"),
    Fact("shop.courier", "默认快递", (), "中通快递"),
    Fact("shop.hours", "客服时间", ("在线时间",), "9:00-23:00"),
    Fact("shop.return_address", "退货地址", (), "浙江省杭州市余杭区仓前街道2号 退货组 13900005678"),
    Fact("shop.return_days", "退货天数", ("无理由天数",), "7", fallback="7", numeric=True),
    Fact("shop.price_days", "价保天数", (), "15", fallback="15", numeric=True),
    Fact("shop.warranty_days", "质保天数", (), "365", numeric=True),
    Fact("agent.name", "客服", ("花名", "客服花名"), "小鱼"),
    Fact("now", "此刻", ()),
    Fact("now.greeting", "问候", ("问候语",)),
    Fact("now.date", "今天", ("日期",)),
    Fact("now.time", "现在", ("时间",)),
    Fact("now.weekday", "星期", ("周几",)),
    Fact("clipboard", "剪贴板", (), "剪贴板里的文字"),
)

LINE: Final = {
    "title": ("标题", "商品", "商品标题"),
    "sku": ("规格", "商品规格"),
    "qty": ("数量", "件数"),
    "price": ("单价", "价格"),
    "code": ("编码", "商家编码", "货号"),
}  # what a line of an order knows, with its other names
LINE_NAMES: Final = {other: name for name, others in LINE.items() for other in (name, *others)}

BY_PATH = {fact.path: fact for fact in FACTS}
_PATHS = {name: fact.path for fact in FACTS for name in (fact.path, fact.label, *fact.names)}
NAMES = tuple(_PATHS)
ROOTS = frozenset(path.split(".")[0] for path in BY_PATH) | {"input", "输入", "table", "表"}


def canonical(name: str) -> str | None:
    """The path that ``name`` means, or None for a name that nobody knows."""
    for prefix, root in _FREE.items():
        if name.startswith(prefix) and len(name) > len(prefix):
            return root + name.removeprefix(prefix)
    line = _LINE.fullmatch(name)
    return name if line and line[2] in LINE else _PATHS.get(name)


def reserved(name: str) -> bool:
    """Whether a template may not use ``name`` for a variable of its own."""
    return name in ROOTS or name in _PATHS


def nearest(name: str, known: Iterable[str] = NAMES) -> str | None:
    """The first of the known names that looks most like ``name``, for "did you mean"; None when none does."""
    scores = [(difflib.SequenceMatcher(None, name, other).ratio(), other) for other in known]
    best, other = max(scores, key=lambda scored: scored[0], default=(0.0, ""))
    return other if best >= _ALIKE else None


@lru_cache(maxsize=512)
def field(path: str) -> Field:
    """The question that asks for ``path``, which is canonical."""
    fact = BY_PATH.get(path)
    if fact:
        return fact.field
    if line := _LINE.fullmatch(path):
        return Field(path, f"第{line[1]}件的{BY_PATH[f'item.{line[2]}'].label}")
    return Field(path, path.removeprefix(INPUT).removeprefix(TABLE))
