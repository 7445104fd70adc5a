"""A table of a back office as orders: which row has the headings, what its columns are, what each row tells.

The text of a status stays the platform's own. A row whose order number lost digits in a spreadsheet is no order: it
could be any of a thousand. A goods table has a row for each item, and so have the order tables of some platforms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.core.orders import cells, headings
from assistant.core.orders.records import AT, ITEMS, NONE, PHONE, PLATFORM, SIZE, WEAK, Record, items_text

HEADING_ROWS: Final = 30  # the headings stand in one of the first rows, often below a title
_LEAST: Final = 3  # known headings that make a table one of orders, though the columns that identify them are unknown
_ITEM: Final = ("item.title", "item.sku", "item.qty", "item.price", "item.code")
_SLOTS: Final = AT | {
    path: SIZE + n for n, path in enumerate((*_ITEM, headings.KINDS, headings.COURIER, headings.TOWN, headings.DETAIL))
}
_TITLE, _SKU, _QTY, _PRICE, _CODE, _KINDS, _COURIER, _TOWN, _DETAIL = range(SIZE, len(_SLOTS) + SIZE - len(AT))
_WIDTH: Final = _DETAIL + 1
_ID, _ADDRESS, _ZIP, _EXT = (AT[p] for p in ("order.id", "receiver.address", "receiver.zip", "receiver.phone_ext"))
_PROVINCE, _CITY, _DISTRICT = (AT[p] for p in ("receiver.province", "receiver.city", "receiver.district"))
_STREET, _COMPANY, _NO = (AT[p] for p in ("receiver.street", "logistics.company", "logistics.no"))
_CLEAN: Final[Mapping[str, Callable[[str], str]]] = {
    "order.id": cells.order_id,
    "buyer.nick": cells.nick,
    "receiver.name": cells.name,
    "receiver.phone": cells.phone,
    "receiver.address": cells.address,
    headings.DETAIL: cells.address,
    "receiver.zip": cells.postcode,
    "order.amount": cells.money,
    "order.paid": cells.money,
    "order.refund": cells.refund,
    "order.created_at": cells.time,
    "order.paid_at": cells.time,
    "order.shipped_at": cells.time,
    "order.signed_at": cells.time,
    "order.ship_by": cells.first_time,
    "order.memo": cells.words,
    "order.buyer_message": cells.words,
    "logistics.no": cells.tracking,
    "item.sku": cells.sku,
    "item.qty": cells.count,
    "item.price": cells.money,
    "item.code": cells.identifier,
    headings.KINDS: cells.count,
    headings.COURIER: cells.words,
}
_NO_ID: Final = "没有订单编号"
_LOST_ID: Final = "订单编号被表格软件当成数字，丢了末尾几位"
_BAD_ID: Final = "订单编号那一格不是编号"
_NOBODY: Final = "没有收件人、买家或编号"


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table are. ``recognised`` are headings as they stand there, with the path of their fact."""

    platform: str
    kind: str
    recognised: Mapping[str, str]
    unknown: tuple[str, ...]
    plan: tuple[tuple[int, int, Callable[[str], str]], ...]
    """Column, slot of the record and what cleans it; for a slot the better columns first."""

    @property
    def usable(self) -> bool:
        """Whether the rows can be told apart and found again: by order number, or by person and phone or address."""
        told = set(self.recognised.values())
        person = bool(told & {"receiver.name", "buyer.nick"})
        return "order.id" in told or (person and bool(told & {"receiver.phone", "receiver.address", "logistics.no"}))

    @property
    def wanted(self) -> list[int]:
        """The columns that are looked at, ascending."""
        return sorted({at for at, _, _ in self.plan})


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is no order, and why, in words for the user that quote nothing of it."""

    why: str


def recognise(row: Sequence[str], columns: Mapping[str, str] | None = None) -> Columns | None:
    """What a row says when it holds headings; None when it does not. ``columns`` is what the user said: heading → path,
    "" for a column without use; it counts before the names that are known."""
    said = {headings.normal(heading): path for heading, path in (columns or {}).items()}
    names = [headings.normal(cell) for cell in row]
    built_in = headings.places([name for name in names if name and name not in said])
    plan, recognised = [], {}
    for path in (*_SLOTS, *(p for p in built_in if p not in _SLOTS)):
        own = [name for name in names if said.get(name) == path]
        for name in dict.fromkeys((*own, *built_in.get(path, ()))):
            at = names.index(name)
            plan.append((at, _SLOTS[path], _CLEAN.get(path, cells.line)))
            recognised[row[at].strip()] = _shown(path)
    unknown = [
        row[at].strip() for at, name in enumerate(names) if name and name not in said and not headings.known(name)
    ]
    found = Columns(
        headings.platform(names), headings.kind(names), recognised, tuple(dict.fromkeys(unknown)), tuple(plan)
    )
    if len(recognised) < (2 if found.usable else _LEAST):
        return None
    return found


def _shown(path: str) -> str:
    """The path of a fact that a column tells, for columns that tell only a part of one."""
    return _HELPERS.get(path, path)


_HELPERS: Final = {
    headings.KINDS: "item.qty",
    headings.COURIER: "logistics.no",
    headings.TOWN: "receiver.address",
    headings.DETAIL: "receiver.address",
}


def heading_row(rows: Iterable[Sequence[str]], columns: Mapping[str, str] | None = None) -> tuple[int, Columns] | None:
    """The place of the headings among the first rows, from 0, and what they say; the row that tells most counts."""
    best: tuple[int, Columns] | None = None
    for at, row in zip(range(HEADING_ROWS), rows, strict=False):
        found = recognise(row, columns)
        if found and (best is None or len(found.recognised) > len(best[1].recognised)):
            best = (at, found)
    return best


class Rows:
    """Makes records of the rows of a table with known columns."""

    def __init__(self, columns: Columns, names: Sequence[str]) -> None:
        """``names`` are the headings, all of them."""
        self._plan = columns.plan
        self._ids = [at for at, slot, _ in columns.plan if slot == _ID]
        self._told = tuple({slot for _, slot, _ in columns.plan if slot < ITEMS})
        self._platform = columns.platform
        self._weak = "1" if columns.kind == headings.GOODS else ""
        normal = {headings.normal(name) for name in names}
        self.whole_rows = bool(self._weak) or headings.SUB_ORDER in normal
        """Each row is an item of its own, though two may look the same."""

    def record(self, row: Sequence[str]) -> Record | Skipped | None:
        """What a row tells; None for an empty one."""
        record = [""] * _WIDTH
        size = len(row)
        for at, slot, clean in self._plan:
            if at < size and row[at] and not record[slot]:
                record[slot] = clean(row[at])
        if not record[_ID] and (skipped := self._without_id(row, record)) is not None:
            return skipped if any(cell.strip() for cell in row) else None
        self._finish(record)
        for slot in self._told:
            if not record[slot]:
                record[slot] = NONE
        record[ITEMS] = _items(record)
        record[PLATFORM], record[WEAK] = self._platform, self._weak
        return record[:SIZE]

    def _without_id(self, row: Sequence[str], record: Record) -> Skipped | None:
        """Why a row without an order number is no order; None when it can do without."""
        told = [row[at] for at in self._ids if at < len(row) and row[at].strip()]
        if any(cells.lost(cell) for cell in told):
            return Skipped(_LOST_ID)
        if any(cells.line(cell) for cell in told):
            return Skipped(_BAD_ID)
        person = record[0] or record[1]
        if person and (record[PHONE] or record[_ADDRESS]) and (not self._ids or self._shipping(record)):
            return None
        return Skipped(_NO_ID if self._ids else _NOBODY)

    def _shipping(self, record: Record) -> bool:
        """Whether this is a list of parcels, in which the order number is a courtesy."""
        return not record[0] and not self._platform and bool(record[1])

    def _finish(self, record: Record) -> None:
        """Take apart the cells that hold several facts."""
        if "-" in record[PHONE]:
            record[PHONE], ext = cells.extension(record[PHONE])
            record[_EXT] = record[_EXT] or ext
        if record[_COURIER]:
            company, number = cells.courier(record[_COURIER])
            record[_COMPANY] = record[_COMPANY] or company
            record[_NO] = record[_NO] or number
        if record[_ADDRESS]:
            record[_ADDRESS], postcode = cells.without_end(record[_ADDRESS])
            record[_ZIP] = record[_ZIP] or postcode
        elif record[_DETAIL] or record[_PROVINCE]:
            _join(record)


def _join(record: Record) -> None:
    """An address whose parts stand in columns of their own."""
    if record[_DISTRICT][:2] in ("其它", "其他"):
        record[_DISTRICT] = ""
    province, city = record[_PROVINCE], record[_CITY]
    detail, postcode = cells.without_end(record[_DETAIL])
    record[_ZIP] = record[_ZIP] or postcode
    record[_STREET] = record[_TOWN] + detail.removeprefix(record[_TOWN])
    record[_ADDRESS] = province + (city if city != province else "") + record[_DISTRICT] + record[_STREET]


def _items(record: Record) -> str:
    """The items of a row. Where it tells only the titles of several, joined, each becomes one if their number fits."""
    title, sku, qty, price, code = record[_TITLE : _CODE + 1]
    if not (title or sku or code):
        return ""
    kinds = int(record[_KINDS] or 1)
    titles = title.split("，")
    if 1 < kinds == len(titles) and not (sku or price or code) and all(titles):
        each = "1" if qty == str(kinds) else ""
        return items_text((part, "", each, "", "") for part in titles)
    return items_text([(title, sku, qty, price, code)])
