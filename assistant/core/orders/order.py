"""An order as a reply sees it, wherever it was read: copied text, a table of the back office, a file.

Facts stand under the paths of :mod:`assistant.core.template.facts`, as text without blanks round it, and never empty:
what is unknown is absent. Money is a plain number (``88.00``), times are ``YYYY-MM-DD`` or ``YYYY-MM-DD HH:MM:SS``;
phone, order and tracking numbers are text as the platform writes them. ``order.status`` is the platform's own wording;
:func:`state` tells what it means.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

UNPAID, PAID, SHIPPED, SIGNED, REFUND = "待付款", "待发货", "已发货", "已签收", "退款中"
DONE, CLOSED = "已完成", "已关闭"
STATES: Final = (UNPAID, PAID, SHIPPED, SIGNED, REFUND, DONE, CLOSED)
OPEN: Final = frozenset((UNPAID, PAID, SHIPPED, SIGNED, REFUND))  # something can still be asked about these

_TAIL = 4  # digits that people say aloud
_SHORT = 4  # characters of a status that need no shorter word

_MEANINGS: Final = (  # parts of what platforms write, the first that is found wins
    ("退款中", REFUND),
    ("售后中", REFUND),
    ("待付款", UNPAID),
    ("待支付", UNPAID),
    ("等待买家付款", UNPAID),
    ("等待付款", UNPAID),
    ("未付款", UNPAID),
    ("关闭", CLOSED),
    ("取消", CLOSED),
    ("退款成功", CLOSED),
    ("已退款", CLOSED),
    ("待收货", SHIPPED),
    ("等待买家确认", SHIPPED),
    ("确认收货", SHIPPED),
    ("待发货", PAID),
    ("未发货", PAID),
    ("备货中", PAID),
    ("等待卖家发货", PAID),
    ("等待出库", PAID),
    ("待出库", PAID),
    ("已签收", SIGNED),
    ("已收货", SIGNED),
    ("已发货", SHIPPED),
    ("已出库", SHIPPED),
    ("成功", DONE),
    ("完成", DONE),
    ("已付款", PAID),
    ("已支付", PAID),
)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of an order. ``qty`` is a whole number as text, ``price`` that of one piece; "" is unknown."""

    title: str = ""
    sku: str = ""
    qty: str = ""
    price: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One order of one buyer. ``platform`` is taobao, pdd, douyin, jd or "" when that is not known."""

    facts: Mapping[str, str] = field(repr=False)
    items: tuple[Item, ...] = field(default=(), repr=False)
    platform: str = ""

    def get(self, path: str) -> str:
        """A fact by its path; "" when it is unknown."""
        return self.facts.get(path, "")

    @property
    def id(self) -> str:
        """The order number; may be empty."""
        return self.get("order.id")

    @property
    def nick(self) -> str:
        """The buyer's name on the platform; may be empty, or masked with ``*``."""
        return self.get("buyer.nick")

    @property
    def state(self) -> str:
        """One of STATES, or "" when nothing tells."""
        return state(self.get("order.status"))

    @property
    def is_open(self) -> bool:
        """Whether something can still be asked about it; an order without a known state counts as open."""
        return self.state in OPEN or not self.state

    def as_json(self) -> dict[str, object]:
        """Roots with their names and values, as templates write them; ``items`` is a list. Unknown keys are absent."""
        told: dict[str, object] = {}
        for path, value in self.facts.items():
            root, _, name = path.partition(".")
            part = told.setdefault(root, {})
            if isinstance(part, dict):
                part[name] = value
        if self.items:
            told["items"] = [
                {name: getattr(item, name) for name in ("title", "sku", "qty", "price", "code") if getattr(item, name)}
                for item in self.items
            ]
        return told


def state(status: str) -> str:
    """What a platform's wording means: one of STATES, or "" for one that nobody knows."""
    return next((meaning for part, meaning in _MEANINGS if part in status), "")


def label(order: Order) -> str:
    """What tells an agent which order it is, without telling who: ``订单 …1234 · 张* · 已付款``.

    Without an order number it is the receiver: ``收货人 张* · 尾号 8000``.
    """
    number, name, phone = order.id, order.get("receiver.name"), order.get("receiver.phone")
    status = order.get("order.status")
    status = status if len(status) <= _SHORT else order.state
    digits = "".join(filter(str.isdigit, number))
    who = f"{name[:1]}*" if name else ""
    tail = "" if digits or not phone[-_TAIL:].isdigit() else f"尾号 {phone[-_TAIL:]}"
    parts = [f"订单 …{digits[-_TAIL:]}", who] if digits else [f"收货人 {who}" if who else "", tail]
    return " · ".join(filter(None, (*parts, status))) or "订单"
