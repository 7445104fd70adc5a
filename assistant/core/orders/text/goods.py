"""The goods of an order text: labelled, or as the line between order number and price."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from assistant.core.orders.order import Item
from assistant.core.orders.text import names, values
from assistant.core.orders.text.labels import Loose, Told

_QTY: Final = re.compile(
    r"[ ,，;；]{0,4}(?:(?:(?<!\d)(?<!\d )|(?<=\.\d\d)|(?<=\.\d\d ))[×xX*✕][ ]?(\d{1,4})"
    r"|[(（]?(?:购买)?数量[:： ]*[×xX]?(\d{1,4})[ ]?件?[)）]?"
    r"|(?:^|(?<=[ ,，]))(?:共)?(\d{1,4})[ ]?件)$"
)
_PRICE: Final = re.compile(r"[ ]{0,4}[¥￥][ ]?(\d{1,7}(?:\.\d{1,2})?)$")
_KINDS: Final = {
    "item.title": "title",
    "item.sku": "sku",
    "item.qty": "qty",
    "item.price": "price",
    "item.code": "code",
}
_MOST: Final = 50  # items that one text can tell


@dataclass(slots=True)
class _Shelf:
    items: list[Item] = field(default_factory=list)

    def put(self, kind: str, value: str) -> None:
        """A title begins an item, and so does anything that the last one has already; halves of a sku are joined."""
        last = self.items[-1] if self.items else None
        if last is None or kind == "title" or (getattr(last, kind) and kind != "sku"):
            self.items.append(Item(**{kind: value}))
        elif kind == "sku" and last.sku:
            joined = f"{last.sku};{value}" if ":" in value else ""
            self.items[-1:] = [replace(last, sku=joined)] if joined else [last, Item(sku=value)]
        else:
            self.items[-1] = replace(last, **{kind: value})


def items(told: Sequence[Told], loose: Iterable[Loose]) -> tuple[Item, ...]:
    """Everything that is told of goods, in its order; ``loose`` are the lines that are no part of a card."""
    first, last = _between(told)
    rows: list[tuple[int, str, str]] = [
        (one.line, _KINDS[one.key], values.plain(one.value)) for one in told if one.key in _KINDS
    ]
    titled = any(kind == "title" for _, kind, _ in rows)
    for piece in loose:
        text = values.plain(piece.text)
        between = first < piece.line < last and not titled
        if _PRICE.fullmatch(text) or not (between or _QTY.search(text)) or _greets(text):
            continue
        rows.append((piece.line, "title", text))
    shelf = _Shelf()
    for _, kind, value in sorted(rows, key=lambda row: row[0])[:_MOST]:
        for part, told_value in _parts(kind, value):
            shelf.put(part, told_value)
    return tuple(shelf.items)


def _between(told: Sequence[Told]) -> tuple[int, int]:
    """The lines of the order number and of the price below it: what stands between them are goods."""
    first = next((one.line for one in told if one.key == "order.id"), -1)
    last = next((one.line for one in told if one.key in ("order.paid", "order.amount") and one.line > first >= 0), -1)
    return first, last


def _parts(kind: str, value: str) -> list[tuple[str, str]]:
    """A value may end with price and quantity."""
    if kind == "qty":
        found = re.search(r"\d{1,4}", value)
        return [("qty", found[0])] if found else []
    if kind == "price":
        return [("price", amount)] if (amount := values.money(value)) else []
    ends: list[tuple[str, str]] = []
    for name, pattern in (("qty", _QTY), ("price", _PRICE), ("qty", _QTY)):
        if found := pattern.search(value):
            ends.append((name, next(filter(None, found.groups()))))
            value = value[: found.start()].rstrip(" ,，;；")
    ends = [(name, values.money(end) if name == "price" else str(int(end))) for name, end in ends]
    return [(kind, value), *ends] if value else ends


def _greets(text: str) -> bool:
    return names.speaks(text) and not _QTY.search(text)
