"""What a template computes with, beside plain text: a missing fact, a number, a state, a captured piece, a table.

Those that are texts show exactly the text that they came with; they only compare, or travel, in their own way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Protocol

from liquid import Undefined
from liquid.exceptions import FilterArgumentError

from assistant.core.orders import order as orders
from assistant.core.template.facts import YES, Field

_NUMBER: Final = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,9})?")
_NOISE: Final = str.maketrans("", "", "¥￥元, \t")


class Fault(FilterArgumentError):
    """A template that went wrong while it was filled, with the Chinese reason as its message."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, token=None)


class Missing(Undefined):
    """A fact that nobody knows yet: false in conditions, passed on by filters, asked for when shown."""

    __slots__ = ("field",)

    def __init__(self, field: Field) -> None:
        super().__init__(field.path)
        self.field = field

    @property
    def mark(self) -> str:
        """What stands in the text in its place."""
        return f"〔{self.field.label}〕"


class Undecided:
    """A missing fact that a condition may not take for false: it is asked for before anything is said."""

    __slots__ = ("missing",)

    def __init__(self, missing: Missing) -> None:
        self.missing = missing

    def __liquid__(self) -> object:
        """What conditions compare: nothing yet. Raises Pending."""
        raise Pending(self.missing)


class Pending(Exception):
    """A condition or a loop that can't go on before ``missing`` is known."""

    def __init__(self, missing: Missing) -> None:
        super().__init__(missing.field.path)
        self.missing = missing


@dataclass(frozen=True, slots=True)
class Gap:
    """A mark in a text, from ``start`` to ``end``, and the question behind it."""

    start: int
    end: int
    field: Field


class Captured(str):
    """A text made by ``{% capture %}``, with the gaps in it."""

    __slots__ = ("gaps",)

    gaps: tuple[Gap, ...]

    def __new__(cls, text: str, gaps: tuple[Gap, ...]) -> Captured:
        """Keep ``text`` with its gaps."""
        captured = super().__new__(cls, text)
        captured.gaps = gaps
        return captured


class _Amount(Decimal):
    """A number that also equals the text of it: ``数量 == 2`` and ``数量 == "2"`` both hold."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return Decimal.__eq__(self, number(other) if isinstance(other, str) else other)

    __hash__ = Decimal.__hash__


class Number(str):
    """A text that is a number: it shows as it was written and compares by its value."""

    __slots__ = ()

    def __liquid__(self) -> object:
        """What conditions compare."""
        return _Amount(number(self) or 0)


class YesNo(str):
    """是 or 否, which conditions take for true or false."""

    __slots__ = ()

    def __liquid__(self) -> object:
        """What conditions compare."""
        return self == YES


class _State(str):
    """A meaning that also equals the wording that it was read from."""

    __slots__ = ("wording",)

    wording: str

    def __eq__(self, other: object) -> bool:
        return str.__eq__(self, other) is True or self.wording == other

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__


class Status(str):
    """The state of an order: it shows what it means, and equals that and the platform's own wording."""

    __slots__ = ("wording",)

    wording: str

    def __new__(cls, wording: str) -> Status:
        """Read what a platform writes; a wording that nobody knows shows as it is."""
        status = super().__new__(cls, orders.state(wording) or wording)
        status.wording = wording
        return status

    def __liquid__(self) -> object:
        """What conditions compare."""
        state = _State(self)
        state.wording = self.wording
        return state


class KeyColumn(Protocol):
    """A column of a table."""

    @property
    def name(self) -> str:
        """Its heading."""
        ...


class Table(Protocol):
    """A small table of the lead."""

    @property
    def keys(self) -> Sequence[KeyColumn]:
        """The columns that it is looked up by, in order."""
        ...

    @property
    def answers(self) -> Sequence[KeyColumn]:
        """The columns that it answers with, in order."""
        ...

    def find(self, keys: Sequence[str], column: str = "") -> str | None:
        """What stands in the row for these values of the key columns; None when no row, or no single one, fits."""
        ...


@dataclass(frozen=True, slots=True)
class TableRef:
    """``表.尺码`` in a template: a table by its name, which only ``lookup`` can read."""

    name: str
    table: Table | None


def number(text: str) -> Decimal | None:
    """The amount in ``88``, ``¥1,088.00`` or ``88元``; None when it is no plain number."""
    digits = text.translate(_NOISE)
    return Decimal(digits) if _NUMBER.fullmatch(digits) else None


def numeric(text: str) -> str:
    """``text``, as a :class:`Number` if it is one."""
    return text if number(text) is None else Number(text)


def is_open(value: object) -> bool:
    """Whether ``value`` still waits for a fact, so that no filter can work on it."""
    return isinstance(value, (Undefined, Undecided)) or (isinstance(value, Captured) and bool(value.gaps))
