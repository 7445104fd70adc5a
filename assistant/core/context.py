"""The facts of this very reply, gathered from everywhere they can come from.

The strongest source wins: the agent's answers, the chat in front, the order, the clipboard, the shop's constants,
the fallbacks of the table. An empty text is no fact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from assistant.core import dates
from assistant.core.facts import BY_PATH, FACTS, INPUT, canonical
from assistant.core.model import Target
from assistant.core.orders import Order
from assistant.core.values import numeric

_FALLBACKS: Final = {fact.path: fact.fallback for fact in FACTS if fact.fallback}
_SAMPLES: Final = {fact.path: fact.sample for fact in FACTS if fact.sample}
_TAIL = 4  # characters of a phone or an order number that people say aloud


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Where facts come from.

    ``constants`` and ``answers`` map a name of the table, or ``input.X``, to a text. Names that the table does not
    know are left aside: an order may carry more than templates can use.
    """

    now: datetime
    target: Target | None = None
    constants: Mapping[str, str] = field(default_factory=dict)
    order_facts: Order | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    clipboard: str | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """Every known fact by its path, as text with ``\\n`` for a line break, and the moment of the reply."""

    values: Mapping[str, str] = field(repr=False)
    now: datetime

    def get(self, name: str) -> str | None:
        """The fact by path, label or any Chinese name; None when it is unknown."""
        path = canonical(name)
        return self.values.get(path) if path else None

    def with_answers(self, answers: Mapping[str, str]) -> Fields:
        """The same facts, with what the agent has just told."""
        values = {**self.values, **_named(answers)}
        return Fields({**values, **_tails(values)}, self.now)


def build(sources: Sources) -> Fields:
    """Gather the facts."""
    order = sources.order_facts.facts if sources.order_facts else {}
    chat = {"buyer.nick": sources.target.buyer if sources.target else ""}
    values = {
        **_moments(sources.now),
        **_FALLBACKS,
        **_named(sources.constants),
        **_named({"clipboard": sources.clipboard}),
        **_named(order),
        **_named(chat),
        **_named(sources.answers),
    }
    return Fields({**values, **_tails(values)}, sources.now)


def sample(now: datetime) -> Fields:
    """Invented facts, so that a template can be seen and tried without a buyer."""
    return build(Sources(now=now, constants=_SAMPLES))


def _named(facts: Mapping[str, object]) -> dict[str, str]:
    found = {}
    for name, value in facts.items():
        path = canonical(name)
        text = _text(value)
        if path and text.strip():
            compares = path.startswith(INPUT) or BY_PATH[path].numeric
            found[path] = numeric(text) if compares else text
    return found


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    text = value.isoformat() if isinstance(value, date) else str(value)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _tails(values: Mapping[str, str]) -> dict[str, str]:
    """The last digits of phone and order number, unless somebody gave them; a virtual number's extension left out."""
    phone = values.get("receiver.phone", "").split("-")[0].strip()
    order = values.get("order.id", "").strip()
    tails = {"receiver.phone_tail": phone[-_TAIL:], "order.tail": order[-_TAIL:]}
    return {path: text for path, text in tails.items() if text.isdigit() and len(text) == _TAIL and path not in values}


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
