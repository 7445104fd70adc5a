"""The facts that a template can use: one table of path, label, Chinese names and how a form asks for them.

A path is a root and a name (``order.id``); ``now`` and ``clipboard`` stand alone. Every path can be written
by its label or any of its other names: ``{{ order.id }}``, ``{{ 订单号 }}`` and ``{{ 订单编号 }}`` are the same.
``input.ANYTHING`` (``输入.随便什么``) is not in the table: it is a question to the agent.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

INPUT = "input."
_ALIKE = 0.4  # of difflib's ratio, from which a name is worth a suggestion
_INPUT_NAMES = (INPUT, "输入.")


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
    """A row of the table. ``sample`` fills previews, ``fallback`` stands in when nobody has set a value."""

    path: str
    label: str
    names: tuple[str, ...] = ()
    sample: str = ""
    kind: str = "text"
    choices: tuple[str, ...] = ()
    fallback: str = ""
    numeric: bool = False  # compares as a number in conditions

    @property
    def field(self) -> Field:
        """The question that asks for it."""
        return Field(self.path, self.label, self.kind, self.choices)


STATES = ("待付款", "待发货", "已发货", "已签收", "退款中")

FACTS = (
    Fact("buyer.nick", "买家昵称", ("买家", "昵称", "买家旺旺"), "tb小雨天"),
    Fact("buyer.name", "买家姓名", (), "林小雨"),
    Fact("receiver.name", "收货人", ("收件人", "收货人姓名"), "林小雨"),
    Fact("receiver.phone", "手机", ("手机号", "联系方式", "联系电话"), "13800001234"),
    Fact("receiver.phone_tail", "手机尾号", (), "1234"),
    Fact("receiver.phone_ext", "分机号", (), "5678"),
    Fact("receiver.province", "省份", ("省",), "浙江省"),
    Fact("receiver.city", "城市", ("到达城市", "市"), "杭州市"),
    Fact("receiver.district", "区县", ("区",), "西湖区"),
    Fact("receiver.address", "收货地址", ("地址",), "浙江省杭州市西湖区文三路1号"),
    Fact("receiver.zip", "邮编", ("买家邮编",), "310000"),
    Fact("order.id", "订单号", ("订单编号",), "3500000000000001234"),
    Fact("order.tail", "订单尾号", (), "1234"),
    Fact("order.amount", "订单金额", ("金额",), "99.00", numeric=True),
    Fact("order.paid", "实付", ("实付金额",), "88.00", numeric=True),
    Fact("order.refund", "退款金额", (), "10.00", numeric=True),
    Fact("order.status", "订单状态", (), "待发货", "choice", STATES),
    Fact("order.created_at", "下单时间", (), "2025-06-01 10:20:30", "date"),
    Fact("order.paid_at", "付款时间", (), "2025-06-01 10:25:00", "date"),
    Fact("order.shipped_at", "发货时间", (), "2025-06-01 18:00:00", "date"),
    Fact("order.signed_at", "签收时间", (), "2025-06-04 12:30:00", "date"),
    Fact("order.ship_by", "最晚发货", ("最晚发货时间", "应发货时间"), "2025-06-03 10:25:00", "date"),
    Fact("order.memo", "卖家备注", ("备注",), "老客，送小样"),
    Fact("order.buyer_message", "买家留言", ("留言",), "请放快递柜"),
    Fact("order.link", "订单链接", ("付款链接",), "https://example.com/order/1234"),
    Fact("item.title", "商品", ("商品名", "商品标题", "宝贝"), "纯棉短袖T恤"),
    Fact("item.sku", "规格", ("商品规格",), "白色 M码"),
    Fact("item.qty", "数量", ("件数",), "2", numeric=True),
    Fact("item.code", "商家编码", ("货号",), "TX-001"),
    Fact("logistics.company", "快递公司", ("快递", "物流公司"), "中通快递"),
    Fact("logistics.no", "快递单号", ("运单号", "物流单号"), "75300000001234"),
    Fact("shop.name", "店铺", ("店名", "店铺名称"), "小雨的店"),
    Fact("shop.nick", "店铺旺旺", ("卖家旺旺",), "小雨的店"),
    Fact("shop.address_word", "称呼", (), "亲", fallback="亲"),
    Fact("shop.self", "自称", (), "小二", fallback="小二"),
    Fact("shop.ship_cutoff", "截单时间", (), "16:00"),
    Fact("shop.courier", "默认快递", (), "中通快递"),
    Fact("shop.hours", "客服时间", ("在线时间",), "9:00-23:00"),
    Fact("shop.return_address", "退货地址", (), "浙江省杭州市余杭区仓前街道2号 退货组 13900005678"),
    Fact("agent.name", "客服", ("花名", "客服花名"), "小鱼"),
    Fact("now", "此刻", ()),
    Fact("now.greeting", "问候", ("问候语",)),
    Fact("now.date", "今天", ("日期",)),
    Fact("now.time", "现在", ("时间",)),
    Fact("now.weekday", "星期", ("周几",)),
    Fact("clipboard", "剪贴板", (), "剪贴板里的文字"),
)

BY_PATH = {fact.path: fact for fact in FACTS}
_PATHS = {name: fact.path for fact in FACTS for name in (fact.path, fact.label, *fact.names)}
NAMES = tuple(_PATHS)
ROOTS = frozenset(path.split(".")[0] for path in BY_PATH) | {"input", "输入"}


def canonical(name: str) -> str | None:
    """The path that ``name`` means, or None for a name that nobody knows."""
    for prefix in _INPUT_NAMES:
        if name.startswith(prefix) and len(name) > len(prefix):
            return INPUT + name.removeprefix(prefix)
    return _PATHS.get(name)


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
    return fact.field if fact else Field(path, path.removeprefix(INPUT))
