"""What an order holds, as a template shows it: as lines, in a loop, and as the facts ``item.…``.

A line knows ``title``/标题, ``sku``/规格, ``qty``/数量, ``price``/单价 and ``code``/编码. What it lacks is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from assistant.core.orders.order import Item
from assistant.core.template.facts import LINE, LINE_NAMES, field
from assistant.core.template.values import Missing, Number, number, numeric

_NUMERIC: Final = ("qty", "price")
_AND: Final = "、"
_COUNT: Final = re.compile(r"\s*(?:[×xX*＊✕]\s*(\d{1,6})|(?<!\d)(\d{1,6})\s*[件个双套条])$")
_NUMBERING: Final = re.compile(r"^\d{1,3}[.、．)）]\s*")
_BETWEEN: Final = re.compile(r"[\n;；]")
_MOST: Final = 200  # lines


class Line(Mapping[str, object]):
    """One line of an order in a template: ``件.标题``."""

    __slots__ = ("_values",)

    def __init__(self, item: Item, path: Callable[[str], str]) -> None:
        """``path`` gives the path of the question for one of its names."""
        known = {name: getattr(item, name) for name in LINE}
        self._values: dict[str, object] = {
            name: (numeric(text) if name in _NUMERIC else text) if text else Missing(field(path(name)))
            for name, text in known.items()
        }

    def __getitem__(self, name: str) -> object:
        return self._values[LINE_NAMES[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __str__(self) -> str:
        parts = [value for name in ("title", "sku") if isinstance(value := self._values[name], str)]
        qty = self._values["qty"]
        return " ".join([*parts, f"×{qty}"] if isinstance(qty, str) else parts)


class Goods(str):
    """The lines of an order as one text, which a loop goes through line by line."""

    __slots__ = ("lines",)

    lines: tuple[Line, ...]

    def __new__(cls, items: Iterable[Item]) -> Goods:
        """Number the lines from 1."""
        some = tuple(items)
        lines = tuple(Line(item, _path(place, len(some))) for place, item in enumerate(some, 1))
        goods = super().__new__(cls, "\n".join(f"{place}. {line}" for place, line in enumerate(lines, 1)))
        goods.lines = lines
        return goods


def facts(items: tuple[Item, ...]) -> dict[str, str]:
    """Everything that these tell: of several items, titles and the like one after another, and the sum of counts.

    A title or a count that is missing anywhere leaves that fact unknown.
    """
    if not items:
        return {}
    goods = Goods(items)
    told = {
        "items": goods,
        "items.list": str(goods) if all(item.title for item in items) else "",
        "items.count": Number(len(items)),
        "item.title": _AND.join(item.title for item in items) if all(item.title for item in items) else "",
        "item.sku": _AND.join(item.sku for item in items if item.sku),
        "item.code": _AND.join(item.code for item in items if item.code),
        "item.qty": _total(items),
        "item.price": numeric(items[0].price) if len(items) == 1 else "",
    }
    return {path: text for path, text in told.items() if text}


def read(text: str) -> tuple[Item, ...]:
    """The lines of an order as an agent writes them: one a line, ``2. 标题 ×3``. Never raises."""
    lines = [line.strip() for line in _BETWEEN.split(text) if line.strip()][:_MOST] or [text]
    return tuple(_item(_NUMBERING.sub("", line)) for line in lines)


def completed(items: tuple[Item, ...], given: Mapping[str, str]) -> tuple[Item, ...]:
    """These items with what the agent has told about single lines (``items.2.sku``, or ``item.sku`` of the only one).

    Without any, a title that is given stands for the one line there is.
    """
    if not items and "item.title" in given:
        items = (Item(),)
    paths = [_path(place, len(items)) for place in range(1, len(items) + 1)]
    return tuple(
        Item(**{name: given.get(path(name)) or getattr(item, name) for name in LINE})
        for path, item in zip(paths, items, strict=True)
    )


def _path(place: int, count: int) -> Callable[[str], str]:
    return lambda name: f"item.{name}" if count == 1 else f"items.{place}.{name}"


def _item(line: str) -> Item:
    count = _COUNT.search(line)
    if not count or not count.start():
        return Item(line)
    return Item(line[: count.start()], qty=count[1] or count[2])


def _total(items: tuple[Item, ...]) -> str:
    counts = [number(item.qty) for item in items]
    known = [count for count in counts if count is not None]
    return Number(f"{sum(known):f}") if len(known) == len(counts) else ""
