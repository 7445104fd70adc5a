"""The orders that are loaded, found by buyer, number, receiver or phone.

A hundred thousand of them are kept as packed texts with dictionaries of small numbers over them. One that is read again
takes the place of the older reading. Lists are newest first and hold at most MOST orders.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from heapq import nlargest
from typing import Final, Self

from assistant.core import nicks
from assistant.core.errors import DataProblem
from assistant.core.orders.order import Order
from assistant.core.orders.records import (
    CREATED,
    ID,
    NICK,
    NONE,
    PHONE,
    RECEIVER,
    RECORD_END,
    TORN,
    Record,
    Split,
    completed,
    extended,
    of_order,
    order_of,
    packed,
    unpacked,
)
from assistant.core.regions import Place

MOST: Final = 50
TAIL: Final = 4  # digits of a phone or an order number that are asked for at least
_SHORTEST: Final = 2  # characters of a word that can tell somebody
_LONGEST: Final = 64
_TEXT: Final = 2_000  # characters of a text that are looked at for somebody's name
_FORM: Final = b"XIAOER-BOOK\x01"
_DIGEST: Final = 16
_NOT_DIGIT: Final = re.compile(r"\D")

_NUMBER_MARKS: Final = re.compile(r"[-+ ]")

Fits = Callable[[Record], bool]
Numbers = dict[str, int | list[int]]
"""Places of records by a word: a list where there are several."""


class OrderBook:
    """Not for several threads at once: read into a new one, and let it take the place of the old (see :meth:`over`)."""

    def __init__(self, split: Split = lambda address: Place(street=address)) -> None:
        """``split`` takes addresses apart when an order is looked at."""
        self._split = split
        self.clear()

    def __len__(self) -> int:
        return len(self._records)

    def clear(self) -> None:
        """Forget everything."""
        self._records: list[bytes] = []
        self._when = array("Q")
        self._ids: dict[str, int] = {}
        self._nicks: Numbers = {}
        self._receivers: Numbers = {}
        self._phone_tails: Numbers = {}
        self._id_tails: Numbers = {}
        self._phones: set[str] = set()
        self._words: tuple[str, str] | None = None

    def add(self, orders: Iterable[Order]) -> None:
        """Take orders in; a newer reading completes and replaces an older one of the same order."""
        for order in orders:
            self.put(packed(of_order(order)))

    def put(self, data: bytes, *, table: set[int] | None = None, whole_rows: bool = False) -> None:
        """Take a packed record in. Raises ValueError for what is none.

        ``table`` are the places of the orders that rows of the same table told already: these are continued by further
        rows, not replaced. ``whole_rows``: see :func:`assistant.core.orders.records.extended`.
        """
        record = unpacked(data)
        key = record[ID] if record[ID] not in ("", NONE, TORN) else _key(record)
        place = self._ids.get(key)
        if place is None:
            place = self._ids[key] = len(self._records)
            self._records.append(data)
            self._when.append(_moment(record))
        else:
            older = unpacked(self._records[place])
            continued = table is not None and place in table
            merged = extended(older, record, whole_rows=whole_rows) if continued else completed(older, record)
            self._records[place] = packed(merged)
            self._when[place] = _moment(merged)
            record = merged
        self._index(record, place)
        self._words = None
        if table is not None:
            table.add(place)

    def over(self, older: OrderBook) -> OrderBook:
        """A book with the orders of both, where these are the newer readings. Neither is changed."""
        if not len(older):
            return self
        both = OrderBook(self._split)
        for record in (*older.records(), *self.records()):
            both.put(record)
        return both

    def records(self) -> Iterator[bytes]:
        """All orders, packed."""
        return iter(self._records)

    def by_id(self, number: str) -> Order | None:
        """The order with this number."""
        place = self._ids.get(_fold(number))
        place = self._ids.get(number.strip()) if place is None else place
        return self._order(place) if place is not None else None

    def of_buyer(self, nick: str) -> tuple[Order, ...]:
        """The orders of a buyer. Case, width and blanks don't matter; a part of a nick is not the nick."""
        key = _fold(nick)
        return self._orders(_at(self._nicks, key), lambda record: _fold(record[NICK]) == key)

    def by_receiver(self, name: str) -> tuple[Order, ...]:
        """The orders that go to somebody of this name."""
        key = _fold(name)
        return self._orders(_at(self._receivers, key), lambda record: _fold(record[RECEIVER]) == key)

    def by_phone_tail(self, tail: str) -> tuple[Order, ...]:
        """The orders whose phone ends with ``tail``, of TAIL digits at least."""
        digits = _NOT_DIGIT.sub("", tail)
        if len(digits) < TAIL:
            return ()
        found = _at(self._phone_tails, digits[-TAIL:])
        return self._orders(found, lambda record: _digits(record[PHONE]).endswith(digits))

    def find(self, text: str) -> tuple[Order, ...]:
        """The orders that ``text`` can mean: by nick, receiver, and the last digits of order number or phone."""
        key, digits = _fold(text), _NOT_DIGIT.sub("", text)
        places = {*_at(self._nicks, key), *_at(self._receivers, key)}
        if (place := self._ids.get(text.strip())) is not None:
            places.add(place)
        if len(digits) >= TAIL and len(digits) == len(_NUMBER_MARKS.sub("", key)):
            places |= {*_at(self._phone_tails, digits[-TAIL:]), *_at(self._id_tails, digits[-TAIL:])}
        return self._orders(places, lambda record: _means(record, key, digits))

    def mentions(self, text: str) -> bool:
        """Whether ``text`` tells somebody: it contains a nick, receiver, phone or order number, or is a part of one."""
        word = _fold(text[:_TEXT])
        if len(word) < _SHORTEST or not self._records:
            return False
        numbers, names = self._words or self._gather()
        if word in names or word in numbers:
            return True
        return any(part in self._nicks or part in self._receivers for part in _parts(word)) or any(
            part in self._phones or part in self._ids for part in _parts(_NUMBER_MARKS.sub("", word), shortest=7)
        )

    def pack(self) -> bytes:
        """Everything as bytes, for keeping; who keeps them must encrypt them."""
        body = zlib.compress(RECORD_END.encode().join(self._records), 1)
        return _FORM + blake2b(body, digest_size=_DIGEST).digest() + body

    @classmethod
    def unpack(cls, data: bytes, split: Split = lambda address: Place(street=address)) -> Self:
        """The other way round. Raises DataProblem for bytes that were damaged or are of another version."""
        start = len(_FORM) + _DIGEST
        body = data[start:]
        book = cls(split)
        try:
            if not data.startswith(_FORM) or data[len(_FORM) : start] != blake2b(body, digest_size=_DIGEST).digest():
                raise ValueError
            for record in filter(None, zlib.decompress(body).split(RECORD_END.encode())):
                book.put(record)
        except (ValueError, zlib.error) as error:
            raise DataProblem("记住的订单读不出来。", "请重新读入订单表。") from error
        return book

    def _index(self, record: Record, place: int) -> None:
        nick, receiver, phone, number = record[NICK], record[RECEIVER], record[PHONE], record[ID]
        if len(nick) > 1 or (nick and nick not in (NONE, TORN)):
            _note(self._nicks, _fold(nick), place)
        if len(receiver) > 1 or (receiver and receiver not in (NONE, TORN)):
            _note(self._receivers, _fold(receiver), place)
        if len(phone) >= TAIL:
            _note(self._phone_tails, _digits(phone)[-TAIL:], place)
            self._phones.add(phone)
        if len(number) >= TAIL:
            _note(self._id_tails, _digits(number)[-TAIL:], place)

    def _order(self, place: int) -> Order:
        return order_of(unpacked(self._records[place]), self._split)

    def _orders(self, places: Iterable[int], fits: Fits) -> tuple[Order, ...]:
        """Those that still fit (a newer reading may have changed its name), newest first."""
        newest = nlargest(MOST, places, key=lambda place: (self._when[place], place))
        records = (unpacked(self._records[place]) for place in newest)
        return tuple(order_of(record, self._split) for record in records if fits(record))

    def _gather(self) -> tuple[str, str]:
        """All numbers and all names, each in a text of lines, to be searched for parts."""
        self._words = "\n".join((*self._ids, *self._phones)), "\n".join((*self._nicks, *self._receivers))
        return self._words


def _fold(word: str) -> str:
    """The form in which words are compared."""
    return "".join(nicks.fold(word).split())


def _digits(number: str) -> str:
    return number if number.isdigit() else _NOT_DIGIT.sub("", number)


def _means(record: Record, key: str, digits: str) -> bool:
    if key in (_fold(record[NICK]), _fold(record[RECEIVER]), _fold(record[ID])):
        return True
    return len(digits) >= TAIL and any(_digits(record[at]).endswith(digits) for at in (PHONE, ID))


def _key(record: Record) -> str:
    """What stands for the number of an order that has none, so that it is not taken in twice."""
    return "\n" + blake2b(packed(record), digest_size=12).hexdigest()


def _moment(record: Record) -> int:
    """When the order was made, as a number that grows; 0 when nobody knows."""
    digits = _digits(record[CREATED])[:14]
    return int(digits.ljust(14, "0")) if digits else 0


def _note(numbers: Numbers, word: str, place: int) -> None:
    known = numbers.get(word)
    if known is None:
        numbers[word] = place
    elif isinstance(known, list):
        if known[-1] != place and place not in known[-MOST:]:
            known.append(place)
    elif known != place:
        numbers[word] = [known, place]


def _at(numbers: Numbers, word: str) -> Iterable[int]:
    found = numbers.get(word, ())
    return (found,) if isinstance(found, int) else found


def _parts(word: str, shortest: int = _SHORTEST) -> Iterator[str]:
    """All parts of ``word`` that may be somebody's."""
    for size in range(shortest, min(len(word), _LONGEST) + 1):
        for start in range(len(word) - size + 1):
            yield word[start : start + size]
