"""What goes along the straight line: the session, what ends each of its steps, and what the steps look things up in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from assistant.core import shops
from assistant.core.guard import rules as guard_rules
from assistant.core.guard.check import Verdict
from assistant.core.model import Draft, Receipt, Target, Window
from assistant.core.orders.order import Order
from assistant.core.ports import Copied
from assistant.core.shops import Shop
from assistant.core.template.facts import Field
from assistant.core.template.filling import Templates
from assistant.core.template.values import Table
from assistant.engine.judging import Basis
from assistant.engine.orders import Choice, NoOrders, OrderSource
from assistant.engine.targets import Targets


@dataclass(slots=True)
class Session:
    """One opening of the popup: the chat it was opened over, the order it is about, and what has been asked so far.

    ``answers`` stand under the key of the order that they belong to, "" for what holds for all orders.
    """

    target: Target
    started: float  # monotonic s, the press of the hotkey
    chat: str = ""  # as in Activation
    orders: Choice = field(default_factory=Choice)
    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    clipboard: str | None = None
    clipboard_read: bool = False
    copied: Copied | None = None
    made: dict[str, Basis] = field(default_factory=dict, repr=False)  # what drafts were made from, by phrase

    @property
    def told(self) -> Mapping[str, str]:
        """What the agent has told, as far as it holds for the chosen order."""
        return {**self.answers.get("", {}), **self.answers.get(self.orders.key, {})}


@dataclass(frozen=True, slots=True)
class Ready:
    """A draft that waits to be delivered."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class NeedsFields:
    """Facts that have to be asked before the phrase can go out."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class NeedsOrder:
    """The buyer has several open orders, and the phrase is about one: ``places`` of them in the session's orders."""

    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NeedsConfirmation:
    """Findings to show; ``draft`` may be delivered into the chat ``seen`` if the agent agrees, unless they block."""

    draft: Draft
    verdict: Verdict
    seen: Window


@dataclass(frozen=True, slots=True)
class Failed:
    """Ended without a paste; a sentence for the agent."""

    sentence: str


Step = Ready | NeedsOrder | NeedsFields | Failed


@dataclass(frozen=True, slots=True)
class Sent:
    """The end of the line."""

    receipt: Receipt


@dataclass(frozen=True, slots=True)
class Rules:
    """What does not change while the program runs: who is who, how templates are filled, what an order looks like."""

    targets: Targets
    templates: Templates
    read_order: Callable[[str], Order | None] = lambda _: None


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the desk: constants by field path, tone and language of replies, waits (ms), the loaded orders.

    ``shops`` are the shops besides the first one, whose ``constants`` hold for every chat that is not theirs. ``guard``
    is what must not go out.
    """

    constants: Mapping[str, str]
    tone: str = ""
    language: str = "zh-CN"
    waits: Mapping[str, int] = field(default_factory=dict)
    shops: tuple[Shop, ...] = ()
    orders: OrderSource = field(default_factory=NoOrders)
    tables: Mapping[str, Table] = field(default_factory=dict)
    guard: guard_rules.Rules = field(default_factory=guard_rules.Rules)

    def constants_for(self, window: Window) -> Mapping[str, str]:
        """The constants of the shop that the chat in this window belongs to."""
        return shops.constants_for(self.constants, self.shops, window.title)


def buyer_of(target: Target) -> tuple[str, str]:
    """Who is being talked to: the nick where it can be read, else the chat window itself."""
    return target.profile.name, target.buyer or f"{target.window.handle}:{target.window.title}"
