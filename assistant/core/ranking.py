"""How often and how lately a phrase was used, as one number. Pure: the caller brings the time."""

from __future__ import annotations

import math
from collections.abc import Iterable

from assistant.core.model import Activation, Outcome

_DAY = 86_400.0
_HALF_LIFE_DAYS = 30.0
_FLOOR = 0.25  # what a phrase keeps of its weight however long ago it was used


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
