"""Which order a reply is about: one of the buyer's own from the tables that are loaded, or the one just copied.

A copied text says nothing of the chat that it belongs to. It is taken for the buyer whose chat was in front when it was
copied or, if that could not be seen, when it was first looked at; over any other chat it is offered, never chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.core import nicks
from assistant.core.model import Target
from assistant.core.orders.order import Order
from assistant.core.ports import Copied
from assistant.engine.targets import Targets

FRESH = 300.0  # s after which a copied text is no longer looked at
_NAME = 60  # characters of a copied text that may be a nick or a number
_ELSEWHERE = frozenset(  # roots that no single order fills
    ("shop", "agent", "now", "ship", "orders", "clipboard", "input", "table")
)


class OrderSource(Protocol):
    """The orders that are loaded."""

    def of_buyer(self, nick: str) -> Sequence[Order]:
        """Those of one buyer, the newest first."""

    def by_id(self, number: str) -> Order | None:
        """The one with this number."""


class NoOrders:
    """Nothing is loaded."""

    def of_buyer(self, nick: str) -> Sequence[Order]:
        """None."""
        del nick
        return ()

    def by_id(self, number: str) -> Order | None:
        """None."""
        del number
        return None


@dataclass(frozen=True, slots=True)
class Choice:
    """The orders that a reply may be filled from, and the ``place`` of the chosen one; -1 is none of them.

    ``settled`` tells that the agent has chosen. ``copied`` is the one from the clipboard, also among the orders.
    """

    orders: tuple[Order, ...] = ()
    place: int = -1
    settled: bool = False
    copied: Order | None = None

    @property
    def order(self) -> Order | None:
        """The chosen one."""
        return self.orders[self.place] if 0 <= self.place < len(self.orders) else None

    @property
    def key(self) -> str:
        """Tells the chosen order from others: its number or, where it has none, its address; "" for none."""
        return f"#{self.order.id or self.order.get('receiver.address')}" if self.order else ""

    def step(self, by: int) -> Choice:
        """The next one, or the one before: round and round, with "none" between the last and the first."""
        count = len(self.orders) + 1
        return replace(self, place=(self.place + 1 + by) % count - 1, settled=True) if self.orders else self

    def at(self, place: int) -> Choice:
        """This one, because the agent says so."""
        return replace(self, place=place, settled=True)

    def without_current(self) -> Choice:
        """Without the chosen one, and none chosen."""
        left = tuple(order for place, order in enumerate(self.orders) if place != self.place)
        return Choice(left, -1, settled=True, copied=None if self.order is self.copied else self.copied)

    def known_of(self, buyer: str) -> tuple[Order, ...]:
        """All that the tables tell of this buyer; one that was copied says nothing of how many there are."""
        return tuple(order for order in self.orders if order is not self.copied and not foreign(order, buyer))

    def open_ones(self, buyer: str) -> tuple[int, ...]:
        """The places of those that something may still be asked about, other buyers' left out."""
        return tuple(n for n, order in enumerate(self.orders) if order.is_open and not foreign(order, buyer))


def foreign(order: Order, buyer: str) -> bool:
    """Whether the order is known to be of somebody else than the ``buyer`` in front."""
    return bool(order.nick and buyer) and not nicks.same(order.nick, buyer)


def newest(orders: Sequence[Order]) -> Choice:
    """These orders, the newest first, with the first open one chosen or, when none is open, the first."""
    still = [place for place, order in enumerate(orders) if order.is_open]
    return Choice(tuple(orders), (still or [0])[0] if orders else -1)


def of_an_order(path: str) -> bool:
    """Whether this fact is one that an order tells."""
    return path.partition(".")[0] not in _ELSEWHERE and path != "buyer.nick"


class Orders:
    """Finds them. ``read`` makes an order of a text; ``monotonic`` gives seconds."""

    def __init__(self, targets: Targets, read: Callable[[str], Order | None], monotonic: Callable[[], float]) -> None:
        self._targets = targets
        self._read = read
        self._monotonic = monotonic
        self._owner: tuple[float, str] = (-1.0, "")  # of the last copy: when it was made, and whose it is
        self._refused = -1.0  # the copy that the agent does not want

    def begin(self, target: Target, source: OrderSource) -> Choice:
        """The buyer's own orders, the newest open one chosen."""
        return newest(source.of_buyer(target.buyer)) if target.buyer else Choice()

    def is_fresh(self, copied: Copied | None) -> bool:
        """Whether what was copied may still be meant."""
        return copied is not None and copied.at != self._refused and self._monotonic() - copied.at <= FRESH

    def refuse(self, copied: Copied | None) -> None:
        """Don't offer it again."""
        self._refused = copied.at if copied else self._refused

    def with_copied(self, choice: Choice, text: str | None, copied: Copied | None, seen: Seen) -> Choice:
        """The choice with the order of a text that was copied lately, if it is one.

        An order's number, or a buyer's nick where the window names nobody, means what the tables know of it.
        """
        if not text or copied is None or not self.is_fresh(copied):
            return choice
        word = text.strip() if len(text) <= _NAME else ""
        read = self._read(text) or (seen.source.by_id(word) if word else None)
        if read is None:
            theirs = newest(seen.source.of_buyer(word)) if word and not seen.target.buyer else Choice()
            return replace(theirs, copied=theirs.order) if theirs.orders else choice
        known = seen.source.by_id(read.id) if read.id else None
        order = _owned(_completed(read, known), self._owner_of(copied, seen.target))
        others = tuple(other for other in choice.orders if not (other.id and other.id == order.id))
        if foreign(order, seen.target.buyer):
            place = others.index(choice.order) if choice.order in others else -1
            return Choice((*others, order), place, choice.settled, order)
        return Choice((order, *others), 0, settled=True, copied=order)

    def _owner_of(self, copied: Copied, target: Target) -> str:
        if self._owner[0] != copied.at:
            there = self._targets.of(copied.window).buyer if copied.window else ""
            self._owner = copied.at, there or target.buyer
        return self._owner[1]


@dataclass(frozen=True, slots=True)
class Seen:
    """The chat in front, and the orders that are loaded."""

    target: Target
    source: OrderSource


def _completed(read: Order, known: Order | None) -> Order:
    """What was just copied, with what the tables know besides."""
    if known is None:
        return read
    return Order(facts={**known.facts, **read.facts}, items=read.items or known.items, platform=known.platform)


def _owned(order: Order, nick: str) -> Order:
    return replace(order, facts={**order.facts, "buyer.nick": nick}) if nick and not order.nick else order
