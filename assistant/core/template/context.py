"""The facts of this very reply, gathered from everywhere they can come from.

The strongest source wins: the agent's answers, the chat in front, the order, the clipboard, the shop's constants,
the fallbacks of the table. An empty text is no fact. What follows from these facts (deadlines, the list of goods, the
courier of a tracking number) is worked out anew whenever one of them changes, and never covers what was given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from assistant.core.model import Target
from assistant.core.orders import couriers, goods
from assistant.core.orders.order import Item, Order
from assistant.core.template import dates, deadlines, facts
from assistant.core.template.facts import BY_PATH, FACTS, INPUT, NO, YES, Field, canonical
from assistant.core.template.values import Missing, Number, Status, Table, TableRef, Undecided, YesNo, numeric

_FALLBACKS: Final = {fact.path: fact.fallback for fact in FACTS if fact.fallback}
_SAMPLES: Final = {fact.path: fact.sample for fact in FACTS if fact.sample}
_SAMPLE_DAY: Final = date(2025, 6, 5)  # on which the samples of the table were taken
_TAIL = 4  # characters of a phone or an order number that people say aloud
_SAID: Final = {**dict.fromkeys((YES, "true", "yes", "1"), YES), **dict.fromkeys((NO, "false", "no", "0"), NO)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Where facts come from.

    ``constants`` and ``answers`` map a name of the table, or ``input.X``, to a text; ``order_facts`` is the order that
    is talked about, ``orders`` are all known ones of the buyer. Names that the table does not know are left aside: an
    order may carry more than templates can use. ``tables`` are the lead's, by name.
    """

    now: datetime
    target: Target | None = None
    constants: Mapping[str, str] = field(default_factory=dict)
    order_facts: Order | None = None
    orders: Sequence[Order] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    clipboard: str | None = None
    tables: Mapping[str, Table] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fields:
    """Every known fact by its path, as text with ``\\n`` for a line break, and the moment of the reply.

    ``given`` are those that a source has told, ``values`` also those that follow from them.
    """

    given: Mapping[str, str] = field(repr=False)
    now: datetime
    goods: tuple[Item, ...] = field(default=(), repr=False)
    tables: Mapping[str, Table] = field(default_factory=dict, repr=False)
    values: Mapping[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Work out what follows."""
        object.__setattr__(self, "values", {**_following(self.given, self.now, self.goods), **self.given})

    def get(self, name: str) -> str | None:
        """The fact by path, label or any Chinese name; None when it is unknown."""
        path = canonical(name)
        return self.values.get(path) if path else None

    def with_answers(self, answers: Mapping[str, str]) -> Fields:
        """The same facts, with what the agent has just told."""
        told = _named(answers)
        if not told:
            return self
        listed = goods.read(told.pop("items")) if "items" in told else self.goods
        return Fields({**self.given, **told}, self.now, listed, self.tables)

    def value(self, path: str) -> object:
        """What a template gets for a canonical path: the fact, a table, or what is to be asked."""
        known = self.values.get(path)
        if known is not None:
            return known
        if path.startswith(facts.TABLE):
            name = path.removeprefix(facts.TABLE)
            return TableRef(name, self.tables.get(name))
        fact = BY_PATH.get(path)
        missing = Missing(self._question(path))
        return Undecided(missing) if fact and fact.decides else missing

    def _question(self, path: str) -> Field:
        fact = BY_PATH.get(path)
        first = next((other for other in fact.asks if other not in self.values), path) if fact else path
        return facts.field(first)


def build(sources: Sources) -> Fields:
    """Gather the facts."""
    order = sources.order_facts
    values = {
        **_moments(sources.now),
        **_FALLBACKS,
        **_named(sources.constants),
        **_named({"clipboard": sources.clipboard or ""}),
        **_counts(sources.orders),
        **(_named(_of_platform(order.facts)) if order else {}),
        **_named({"buyer.nick": sources.target.buyer if sources.target else ""}),
    }
    known = Fields(values, sources.now, order.items if order else (), sources.tables)
    return known.with_answers(sources.answers)


def sample(now: datetime, tables: Mapping[str, Table] | None = None, ago: int = 0) -> Fields:
    """Invented facts, so that a template can be seen and tried without a buyer.

    The order was signed for yesterday; with ``ago`` it is so many days earlier in its life.
    """
    apart = timedelta(days=(now.date() - _SAMPLE_DAY).days + ago)
    known = {path: _moved(text, apart) if BY_PATH[path].kind == "date" else text for path, text in _SAMPLES.items()}
    return build(Sources(now=now, constants=known, tables=tables or {}))


def _moved(text: str, by: timedelta) -> str:
    try:
        return f"{datetime.fromisoformat(text) + by:%Y-%m-%d %H:%M:%S}"
    except OverflowError:
        return text


def _of_platform(order: Mapping[str, str]) -> Mapping[str, str]:
    """The facts of an order, its courier by the name that people use."""
    company = order.get("logistics.company")
    return {**order, "logistics.company": couriers.known_as(company)} if company else order


def _counts(orders: Sequence[Order]) -> dict[str, str]:
    if not orders:
        return {}
    still = sum(order.is_open for order in orders)
    return {"orders.count": Number(len(orders)), "orders.open_count": Number(still)}


def _named(given: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for name, value in given.items():
        path = canonical(name)
        text = value.replace("\r\n", "\n").replace("\r", "\n")
        if path and text.strip():
            found[path] = _read(path, text)
    return found


def _read(path: str, text: str) -> str:
    fact = BY_PATH.get(path)
    if path == "order.status":
        return Status(text)
    if fact and fact.choices == (YES, NO):
        return YesNo(_SAID.get(text.strip().lower(), text))
    return numeric(text) if path.startswith(INPUT) or (fact and fact.numeric) else text


def _following(given: Mapping[str, str], now: datetime, items: tuple[Item, ...]) -> dict[str, str]:
    told = {**goods.facts(goods.completed(items, given)), **deadlines.facts(given, now), **_tails(given)}
    carriers = couriers.recognise(given.get("logistics.no", ""))
    return {**told, "logistics.company": carriers[0]} if len(carriers) == 1 else told


def _tails(values: Mapping[str, str]) -> dict[str, str]:
    """The last digits of phone and order number; a virtual number's extension left out."""
    phone = values.get("receiver.phone", "").split("-")[0].strip()
    order = values.get("order.id", "").strip()
    tails = {"receiver.phone_tail": phone[-_TAIL:], "order.tail": order[-_TAIL:]}
    return {path: text for path, text in tails.items() if text.isdigit() and len(text) == _TAIL}


def _moments(now: datetime) -> dict[str, str]:
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    clock = dates.show(dates.Moment("", now, timed=True), "%H:%M")
    return {
        "now": dates.Moment(f"{now:%Y-%m-%d} {clock}", now, timed=True),
        "now.date": dates.Moment(dates.day(now, now), midnight, timed=False),
        "now.time": dates.Moment(clock, now, timed=True),
        "now.weekday": dates.weekday(now),
        "now.greeting": dates.greeting(now),
    }
