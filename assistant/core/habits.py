"""What an agent's past uses say about the next one. Pure: activations go in one by one, the caller brings the time.

Learned is what follows what: two uses in the same conversation, one after the other within half an hour. Each pair
counts 0.5^(days ago / 30). How likely a phrase comes next is what this phrase was followed by, smoothed with what
phrases of its category were followed by, smoothed with the steps of a conversation, where categories are numbered.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from assistant.core.model import Activation, Outcome, PriorUse
from assistant.core.ranking import Standing, frecency

WITHIN = 1_800.0  # s between two uses of one conversation
_HALF_LIFE = 30 * 86_400.0  # s
_TRUST = 2.0  # that many pairs are needed before they outweigh what is generally so
_NEXT_STEP = 0.15  # that the next step of a conversation comes, before anything is known
_LEAST = 0.02  # below that nothing is expected

_Path = tuple[str, ...]
_Faded = tuple[float, float]  # a sum of weights, and the time (s) at which it is that much


class Filed(Protocol):
    """What must be known of a library: which category a phrase is filed in, and which phrases a category holds."""

    def category_of(self, key: str) -> _Path:
        """Of the phrase with this id; empty when there is none."""

    def within(self, path: _Path) -> Sequence[str]:
        """The ids of the phrases filed right in a category."""

    def paths(self) -> Iterable[_Path]:
        """The categories that hold phrases."""


class _Nothing:
    """No library yet."""

    def category_of(self, _: str) -> _Path:
        return ()

    def within(self, _: _Path) -> Sequence[str]:
        return ()

    def paths(self) -> Iterable[_Path]:
        return ()


class Habits:
    """Learns in O(1) an activation; what it answers is the same for any order of equal conversations."""

    def __init__(self, activations: Iterable[Activation] = ()) -> None:
        self._uses: dict[str, tuple[int, float]] = {}  # phrase id → how often, when last
        self._before: Mapping[str, PriorUse] = {}
        self._after: dict[str, dict[str, _Faded]] = {}  # phrase id → what followed it
        self._said: dict[str, tuple[str, float]] = {}  # conversation → its latest phrase, and when
        self._filed: Filed = _Nothing()
        self._expected: dict[str, Mapping[str, float]] = {}  # remembered until something is learned
        for activation in activations:
            self.add(activation)

    def forget(self) -> None:
        """Nothing was ever used; what is known of the library stays."""
        for learned in (self._uses, self._after, self._said, self._expected):
            learned.clear()

    def know(self, filed: Filed, before: Mapping[str, PriorUse]) -> None:
        """The library as it is now, and the use of its phrases before they came into it."""
        self._filed = filed
        self._before = before
        self._expected.clear()

    def add(self, activation: Activation) -> None:
        """Learn from one more use; a failed one says nothing."""
        if activation.outcome is Outcome.FAILED:
            return
        phrase, at, chat = activation.phrase, activation.at, activation.chat
        count, last = self._uses.get(phrase, (0, at))
        self._uses[phrase] = count + 1, max(last, at)
        if not chat:
            return
        before, then = self._said.get(chat, (phrase, at))
        if before != phrase and at - then <= WITHIN:
            row = self._after.setdefault(before, {})
            row[phrase] = _sum(row.get(phrase, (0.0, at)), (1.0, at))
        self._said[chat] = phrase, at
        self._expected.clear()

    def scores(self, now: float) -> dict[str, float]:
        """Frecency by phrase id at ``now``; phrases never used are left out."""
        found = {phrase: frecency(count, now - last) for phrase, (count, last) in self._uses.items()}
        for phrase, prior in self._before.items():
            count, last = self._uses.get(phrase, (0, prior.last))
            found[phrase] = frecency(prior.count + count, now - max(prior.last, last))
        return found

    def uses(self, phrases: Iterable[str]) -> dict[str, PriorUse]:
        """How often each was used and when last, those never used left out. For any thread."""
        found = {}
        for phrase in phrases:
            count, last = self._uses.get(phrase, (0, 0.0))
            prior = self._before.get(phrase)
            if count or prior:
                before = prior or PriorUse(0, 0.0)
                found[phrase] = PriorUse(before.count + count, max(before.last, last))
        return found

    def last(self, chat: str, now: float) -> str:
        """The phrase said last in a conversation; empty when it was longer than half an hour ago, or nothing was."""
        phrase, at = self._said.get(chat, ("", now))
        return phrase if now - at <= WITHIN else ""

    def expected(self, last: str, now: float) -> Mapping[str, float]:
        """How likely each phrase comes after the phrase ``last``, 0 to 1; what is hardly expected is left out."""
        if last not in self._expected:
            self._expected[last] = self._following(last, now) if last else {}
        return self._expected[last]

    def standing(
        self, now: float, chat: str = "", pinned: tuple[str, ...] = (), known: frozenset[str] | None = None,
        today: date | None = None,
    ) -> Standing:  # fmt: skip
        """Everything for ranking at ``now``, in the conversation ``chat``."""
        return Standing(self.scores(now), self.expected(self.last(chat, now), now), pinned, known, today)

    def _following(self, last: str, now: float) -> dict[str, float]:
        row = {phrase: _at(now, faded) for phrase, faded in self._after.get(last, {}).items()}
        trust = _TRUST + sum(row.values())
        likely = {phrase: times / trust for phrase, times in row.items()}
        for category, share in self._following_categories(self._filed.category_of(last), now).items():
            for phrase in self._filed.within(category):
                likely[phrase] = likely.get(phrase, 0.0) + _TRUST * share / trust
        return {phrase: chance for phrase, chance in likely.items() if chance >= _LEAST and phrase != last}

    def _following_categories(self, category: _Path, now: float) -> dict[_Path, float]:
        """How likely a phrase of each category comes after one of ``category``."""
        if not category:
            return {}
        times: dict[_Path, float] = {}
        for phrase in self._filed.within(category):
            for follower, faded in self._after.get(phrase, {}).items():
                if path := self._filed.category_of(follower):
                    times[path] = times.get(path, 0.0) + _at(now, faded)
        trust = _TRUST + sum(times.values())
        shares = {path: count / trust for path, count in times.items()}
        if step := _step(category):
            for path in self._filed.paths():
                if _step(path) == step + 1:
                    shares[path] = shares.get(path, 0.0) + _TRUST * _NEXT_STEP / trust
        return shares


def _step(category: _Path) -> int:
    """The number that a category's name begins with, as the steps of a conversation have; 0 when it has none."""
    found = re.match(r"[0-9]{1,2}(?![0-9])", category[0]) if category else None
    return int(found[0]) if found else 0


def _sum(one: _Faded, other: _Faded) -> _Faded:
    at = max(one[1], other[1])
    return _at(at, one) + _at(at, other), at


def _at(now: float, faded: _Faded) -> float:
    """What is left of it at ``now``; a clock set back counts as now."""
    weight, at = faded
    return weight * math.pow(0.5, max(0.0, now - at) / _HALF_LIFE)
