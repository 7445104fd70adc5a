"""What the windows about orders ask of the desk behind them, and what it tells: never more of a buyer than is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from assistant.core.errors import XiaoerError

if TYPE_CHECKING:
    from assistant.ui.pasteboard import Pasteboard
    from assistant.ui.settings_rows import SettingsAccess

Failed = Callable[[XiaoerError], None]


@dataclass(frozen=True, slots=True)
class Source:
    """A reading: the names of its files, a line each, how many orders they gave, and when (seconds since the epoch)."""

    name: str
    count: int
    at: float


@dataclass(frozen=True, slots=True)
class Hit:
    """An order that was found, as far as it may be shown: ``who`` and ``receiver`` masked, the ends of numbers."""

    who: str = field(repr=False)
    receiver: str = field(repr=False)
    phone_tail: str = field(repr=False)
    number_tail: str
    state: str
    day: str  # of the order, YYYY-MM-DD
    where: str  # shop, or platform


@dataclass(frozen=True, slots=True)
class Skips:
    """Rows of a file that were not read for one reason; rows count from 1, as table programs show them.

    ``count`` may be more than there are ``rows``: very many are not listed one by one. Without any row, it is about
    the file as a whole.
    """

    reason: str
    file: str
    rows: tuple[int, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a reading: orders that were read, from how many files, and what was left out."""

    orders: int
    files: int
    skips: tuple[Skips, ...] = ()

    @property
    def skipped(self) -> int:
        """Rows that were left out."""
        return sum(skips.count for skips in self.skips)


@dataclass(frozen=True, slots=True)
class Column:
    """A column that nobody knows, and its first values."""

    heading: str
    values: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Strange:
    """A table whose ``columns`` somebody has to explain, or about which nobody was asked yet.

    ``headings`` are all of its headings; ``missing`` are the labels of what a table of orders needs and this one lacks.
    """

    file: Path
    headings: tuple[str, ...]
    columns: tuple[Column, ...]
    missing: tuple[str, ...] = ()


class Job:
    """A reading under way. One thread tells how far it is, another one looks, and may end it."""

    def __init__(self) -> None:
        self.fraction = 0.0  # of 1
        self.cancelled = False

    def cancel(self) -> None:
        """Read no further; nothing of it is taken."""
        self.cancelled = True

    def __call__(self, fraction: float) -> bool:
        """Tell how far it is; whether to go on."""
        self.fraction = fraction
        return not self.cancelled


@dataclass(frozen=True, slots=True)
class FieldName:
    """What a column can hold: a field's path, and what it is called."""

    path: str
    label: str


class Sight(Protocol):
    """What a look into a folder found."""

    @property
    def ready(self) -> Sequence[Path]:
        """Tables that are new and whole."""

    @property
    def coming(self) -> bool:
        """Whether others are still being written."""


class OrdersAccess(Protocol):
    """The orders that are loaded. Answers come on the GUI thread."""

    @property
    def count(self) -> int:
        """How many there are."""

    @property
    def sources(self) -> Sequence[Source]:
        """Where they were read, the newest first."""

    def places(self) -> Sequence[tuple[str, int]]:
        """Shops or platforms with the number of their orders, the most first."""

    def find(self, text: str) -> Sequence[Hit]:
        """A few orders by nick, number, receiver or the end of a phone number, the newest first."""

    def fields(self) -> Sequence[FieldName]:
        """What a column can hold."""

    def survey(self, files: Sequence[Path], done: Callable[[Sequence[Strange]], None], failed: Failed) -> None:
        """Look at the headings; ``done`` gets the tables that cannot be read as they are."""

    def explain(self, headings: Sequence[str], columns: Mapping[str, str]) -> None:
        """Remember what the columns of such a table are: heading → field path, "" for one without use."""

    def read(self, files: Sequence[Path], job: Job, done: Callable[[Report], None], failed: Failed) -> None:
        """Read tables, all or none of them; after a cancelled job neither ``done`` nor ``failed`` is called."""

    def clear(self, done: Callable[[], None], failed: Failed) -> None:
        """Have no orders, neither here nor remembered."""

    def incoming(self, folder: Path) -> Callable[[], Sight]:
        """Looks into a folder for new tables; call what it gives in the background, each time after the last."""

    def on_change(self, changed: Callable[[], None]) -> None:
        """Call it whenever there are other orders."""


class OrdersKept(Protocol):
    """What outlives the program, while the user wants that. Answers come on the GUI thread."""

    @property
    def state(self) -> tuple[bool, int]:
        """Whether orders are remembered, and for how many days."""

    def remember(self, on: bool, done: Callable[[], None], failed: Failed) -> None:
        """Have orders remembered, also those that are loaded, or not any more; a failure leaves it switched off."""

    def set_days(self, days: str, failed: Failed) -> None:
        """For how many days they are remembered. Raises SettingProblem."""

    def forget(self, done: Callable[[], None], failed: Failed) -> None:
        """Delete what is remembered; what is loaded stays."""

    def expire(self, failed: Failed) -> None:
        """Delete what has been remembered for its days."""


Background = Callable[[Callable[[], Any], Callable[[Any], None], Failed], None]
"""Runs the first on another thread, then one of the others on the GUI thread."""


@dataclass(frozen=True, slots=True)
class OrderTools:
    """What the windows about orders get; ``now`` gives seconds since the epoch."""

    access: OrdersAccess
    memory: OrdersKept
    settings: SettingsAccess
    run: Background
    now: Callable[[], float]
    pasteboard: Pasteboard
