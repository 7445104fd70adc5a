"""Orders packed: a hundred thousand of them as texts of a few hundred bytes, unpacked when one is looked at.

A record is a list of texts: one for each of PATHS, then items, platform, whether it is from a goods table, and facts
under other paths. The address is kept as it was written and taken apart when the order is unpacked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from assistant.core.orders.order import Item, Order
from assistant.core.regions import Place

Record = list[str]
Split = Callable[[str], Place]
"""Takes an address apart."""

NONE: Final = "\x18"  # the table has a column for it, and says nothing
TORN: Final = "\x19"  # the rows of one order say different things: nobody knows
_MARKS: Final = ("", NONE, TORN)
_PART, _ITEM, _FACT = "\x1f", "\x1e", "\x1d"
_FORBIDDEN: Final = dict.fromkeys(map(ord, "\x18\x19\x1c\x1d\x1e\x1f"), " ")
RECORD_END: Final = "\x1c"

PATHS: Final = (  # the first five are looked for
    "buyer.nick",
    "receiver.name",
    "receiver.phone",
    "order.id",
    "order.created_at",
    "buyer.name",
    "receiver.phone_ext",
    "receiver.province",
    "receiver.city",
    "receiver.district",
    "receiver.street",
    "receiver.address",
    "receiver.zip",
    "order.amount",
    "order.paid",
    "order.refund",
    "order.status",
    "order.paid_at",
    "order.shipped_at",
    "order.signed_at",
    "order.ship_by",
    "order.memo",
    "order.buyer_message",
    "logistics.company",
    "logistics.no",
    "shop.name",
)
AT: Final = {path: at for at, path in enumerate(PATHS)}
NICK, RECEIVER, PHONE, ID, CREATED = range(5)
ITEMS, PLATFORM, WEAK, MORE = range(len(PATHS), len(PATHS) + 4)
SIZE: Final = len(PATHS) + 4
_PROVINCE, _ADDRESS = AT["receiver.province"], AT["receiver.address"]
_REGION: Final = ("province", "city", "district", "street")
_MONEY: Final = tuple(AT[path] for path in ("order.amount", "order.paid", "order.refund"))
_TORN_WHEN_OTHER: Final = (*_MONEY, AT["order.status"])


def packed(record: Record) -> bytes:
    """As it is kept and sent."""
    return _PART.join(record).encode("utf-8", "replace")


def unpacked(data: bytes) -> Record:
    """The other way round. Raises ValueError for what :func:`packed` did not make."""
    record = data.decode("utf-8").split(_PART)
    if len(record) != SIZE:
        raise ValueError
    return record


def items_text(items: Iterable[Sequence[str]]) -> str:
    """Items, each as title, variant, count, price and code, as they stand in a record."""
    return _ITEM.join(_FACT.join(item) for item in items)


def of_order(order: Order) -> Record:
    """An order from elsewhere."""
    facts = {path: value.translate(_FORBIDDEN) for path, value in order.facts.items()}
    items = [tuple(part.translate(_FORBIDDEN) for part in _parts(item)) for item in order.items]
    more = (f"{path}{_FACT}{value}" for path, value in facts.items() if path not in AT)
    weak, platform = "", order.platform.translate(_FORBIDDEN)
    return [*(facts.get(path, "") for path in PATHS), items_text(items), platform, weak, _ITEM.join(more)]


def order_of(record: Record, split: Split) -> Order:
    """The order, with its address taken apart."""
    facts = {path: value for path, value in zip(PATHS, record, strict=False) if value not in _MARKS}
    for pair in filter(None, record[MORE].split(_ITEM)):
        path, _, value = pair.partition(_FACT)
        facts[path] = value
    address = facts.get("receiver.address")
    if address and "receiver.province" not in facts:
        place = split(address)
        parts = {f"receiver.{name}": getattr(place, name) for name in _REGION}
        facts |= {path: part for path, part in parts.items() if part}
        facts["receiver.address"] = place.address or address
    items = tuple(Item(*item.split(_FACT)) for item in record[ITEMS].split(_ITEM)) if record[ITEMS] else ()
    return Order(facts=facts, items=items, platform=record[PLATFORM])


def extended(record: Record, row: Record, *, whole_rows: bool) -> Record:
    """Two rows of one order in one table. ``whole_rows``: each row is an item of its own, also where it looks the same.

    What an order can have only once, and the rows tell differently, is not known.
    """
    merged = [mine if mine not in ("", NONE) else its for mine, its in zip(record, row, strict=True)]
    for at in _TORN_WHEN_OTHER:
        mine, its = record[at], row[at]
        if mine not in _MARKS and its not in _MARKS and (mine != its or (whole_rows and at in _MONEY)):
            merged[at] = TORN
    own = record[ITEMS].split(_ITEM) if record[ITEMS] else []
    more = row[ITEMS].split(_ITEM) if row[ITEMS] else []
    merged[ITEMS] = _ITEM.join([*own, *(item for item in more if whole_rows or item not in own)])
    return merged


def completed(older: Record, newer: Record) -> Record:
    """Two readings of one order: what the newer one tells counts, and what only the older one tells stays.

    A goods table only adds to what an order table tells, for its facts are those of items; but it knows these better.
    """
    under, over = (newer, older) if newer[WEAK] and not older[WEAK] else (older, newer)
    blank = _MARKS if over is older or older[WEAK] else ("",)
    merged = [low if high in blank else high for low, high in zip(under, over, strict=True)]
    if over[_ADDRESS] in blank and under[_ADDRESS] not in _MARKS:  # the parts of an address come from where it comes
        merged[_PROVINCE : _ADDRESS + 1] = under[_PROVINCE : _ADDRESS + 1]
    elif over[_ADDRESS] not in blank:
        merged[_PROVINCE : _ADDRESS + 1] = over[_PROVINCE : _ADDRESS + 1]
    merged[ITEMS] = _better(older[ITEMS], newer[ITEMS])
    merged[WEAK] = over[WEAK]
    return merged


def _better(older: str, newer: str) -> str:
    return newer if newer and (_detailed(newer) or not _detailed(older)) else older


def _detailed(items: str) -> bool:
    """Whether they tell more than titles and counts."""
    for item in filter(None, items.split(_ITEM)):
        _, variant, _, price, code = item.split(_FACT)
        if variant or price or code:
            return True
    return False


def _parts(item: Item) -> tuple[str, ...]:
    return (item.title, item.sku, item.qty, item.price, item.code)
