"""Invented orders in the states that a reply may meet, so that a template can be seen at each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from assistant.core.template import context
from assistant.core.template.context import Fields
from assistant.core.template.values import Table

_SIGNED: Final = ("order.signed_at",)
_SHIPPED: Final = ("order.shipped_at", "logistics.company", "logistics.no", *_SIGNED)
_PAID: Final = ("order.paid", "order.paid_at", "order.ship_by", *_SHIPPED)
_ORDER: Final = ("buyer.name", "receiver.", "order.", "orders.", "item.", "logistics.", "clipboard")


@dataclass(frozen=True, slots=True)
class Sample:
    """An order to try a template with.

    ``lacks`` are the starts of the paths that nobody knows yet, ``ago`` is how many days it is short of having been
    signed for yesterday.
    """

    name: str
    label: str
    status: str = ""
    lacks: tuple[str, ...] = ()
    ago: int = 0


SAMPLES: Final = (
    Sample("paid", "待发货的订单", "待发货", (*_SHIPPED, "order.refund"), 3),
    Sample("unpaid", "待付款的订单", "待付款", (*_PAID, "order.refund"), 4),
    Sample("shipped", "已发货的订单", "已发货", (*_SIGNED, "order.refund"), 2),
    Sample("signed", "已签收的订单", "已签收", ("order.refund",)),
    Sample("refund", "退款中的订单", "退款中"),
    Sample("none", "没有订单", "", _ORDER),
)
_BY_NAME: Final = {sample.name: sample for sample in SAMPLES}


def facts(name: str, now: datetime, constants: Mapping[str, str], tables: Mapping[str, Table] | None = None) -> Fields:
    """The facts of the sample ``name`` (the first for a name that nobody knows), with what the shop has really set."""
    sample = _BY_NAME.get(name, SAMPLES[0])
    invented = context.sample(now, ago=sample.ago)
    known = {path: text for path, text in invented.given.items() if not path.startswith(sample.lacks)}
    state = {"order.status": sample.status} if sample.status else {}
    return Fields(known, invented.now, tables=tables or {}).with_answers({**state, **constants})
