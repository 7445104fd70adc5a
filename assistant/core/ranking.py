"""How a phrase stands: how often and how lately it was used, whether it comes next, as one number. The caller brings
the time."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from assistant.core.model import Activation, Outcome

_DAY = 86_400.0
_HALF_LIFE_DAYS = 30.0
_FLOOR = 0.25  # what a phrase keeps of its weight however long ago it was used
_MOMENT = 6.0  # what a certain next phrase is worth: as much as four hundred uses


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """How the phrases stand with this agent at this moment. Everything that ranking needs besides the phrases.

    ``scores`` is frecency by phrase id, without the phrases never used; ``expected`` how likely a phrase comes next in
    this conversation (0 to 1); ``pinned`` the agent's favourites in their order. ``known`` are the field paths whose
    values are known now, None when nobody cares. ``today`` decides what has expired, None means nothing has.
    """

    scores: Mapping[str, float] = field(default_factory=dict)
    expected: Mapping[str, float] = field(default_factory=dict)
    pinned: tuple[str, ...] = ()
    known: frozenset[str] | None = None
    today: date | None = None


def scores(activations: Iterable[Activation], now: float) -> dict[str, float]:
    """Frecency by phrase id at ``now`` (seconds since the epoch); phrases never used are left out.

    log1p(uses) × (0.25 + 0.75 × 0.5^(days since the last use / 30)). Failed uses do not count.
    """
    counts: dict[str, int] = {}
    last: dict[str, float] = {}
    for activation in activations:
        if activation.outcome is Outcome.FAILED:
            continue
        phrase = activation.phrase
        counts[phrase] = counts.get(phrase, 0) + 1
        last[phrase] = max(last.get(phrase, activation.at), activation.at)
    return {phrase: frecency(count, now - last[phrase]) for phrase, count in counts.items()}


def frecency(count: int, age: float) -> float:
    """Weight of ``count`` uses, the last of them ``age`` seconds ago. A clock set back counts as now."""
    days = max(0.0, age) / _DAY
    freshness = math.pow(0.5, days / _HALF_LIFE_DAYS)
    return math.log1p(count) * (_FLOOR + (1 - _FLOOR) * freshness)


def weight(standing: Standing, phrase: str) -> float:
    """How much a phrase id matters when nothing is asked for: its score, and six times how likely it comes next.

    Favourites (``standing.pinned``) come before everything, in their own order; that is not in the number.
    """
    return standing.scores.get(phrase, 0.0) + _MOMENT * standing.expected.get(phrase, 0.0)
