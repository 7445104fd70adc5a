"""An index as one agent sees it at one moment: what is allowed, what expired, what they use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from assistant.core.model import Phrase
from assistant.core.ranking import Standing
from assistant.core.search import bits
from assistant.core.search.index import Index, Layer
from assistant.core.search.levels import Found

_MANY = 4  # times as many used phrases as are wanted: then the most used are looked at first


class Scope(NamedTuple):
    """Where to look: what one role says, within one category and all below it. Empty means no limit.

    Disabled phrases are found only where somebody looks after the library.
    """

    role: str = ""
    category: tuple[str, ...] = ()
    disabled: bool = False


EVERYTHING = Scope()

Key = tuple[float, bool, float]
"""What decides among equally good hits: the score, whether the phrase would ask for fields, the library's order."""


class Used(NamedTuple):
    """The documents of a layer that were used: the most used first, their scores, and all of them as a set."""

    ranked: list[int]
    scores: list[float]
    bits: int


class View:
    """A layer as this agent sees it at this moment."""

    def __init__(self, layer: Layer, standing: Standing, scope: Scope) -> None:
        segment = self.segment = layer.segment
        self.order = layer.order
        self.scores = standing.scores
        today, known = standing.today, standing.known
        kept = layer.kept
        self.allowed = layer.alive & kept.get("scope", scope, lambda: _within(layer, scope))
        self.expired = 0 if today is None else self.allowed & kept.get("day", today, lambda: _expired(layer, today))
        self.asking = 0
        if known is not None:
            self.asking = kept.get("known", known, lambda: segment.fields.where(lambda fields: not fields <= known))
        self.ranking: Used = kept.get("scores", standing.scores, lambda: _used(layer, standing), by_identity=True)

    @property
    def ranked(self) -> list[int]:
        """The used documents, the most used first."""
        return self.ranking.ranked

    @property
    def used(self) -> int:
        """The used documents as a set."""
        return self.ranking.bits

    def key(self, number: int) -> Key:
        """Sorts a document among equally good hits."""
        score = self.scores.get(self.segment.ids[number], 0.0)
        return -max(score, 0.0), bool(self.asking >> number & 1), self.order[number]

    def phrase(self, number: int) -> Phrase:
        """The phrase of a document."""
        return self.segment.phrases[number]

    def best(self, found: Found, allowed: int, limit: int) -> list[tuple[Key, int]]:
        """The first ``limit`` documents of ``found`` within ``allowed``."""
        maybe = found.maybe & allowed
        if not maybe:
            return []
        hits = [(self.key(number), number) for number in self._used(found, maybe & self.used, limit)]
        if sum(key[0] < 0 for key, _ in hits) < limit:
            hits += [(self.key(number), number) for number in self._unused(found, maybe & ~self.used, limit)]
        hits.sort()
        return hits[:limit]

    def _used(self, found: Found, maybe: int, limit: int) -> Iterator[int]:
        test = found.test
        if maybe.bit_count() <= _MANY * limit:
            yield from (number for number in bits.members(maybe) if test is None or test(number))
            return
        digits = bin(maybe)[:1:-1].ljust(len(self.segment), "0")
        for number in self.ranked:
            if digits[number] == "1" and (test is None or test(number)):
                yield number
                limit -= 1
                if not limit:
                    return

    def _unused(self, found: Found, maybe: int, limit: int) -> Iterator[int]:
        """In the library's order; those that would ask count only when the others are too few."""
        calm = limit
        for number, asks in self._walk(found, maybe):
            yield number
            calm -= not asks
            if not calm:
                return

    def _walk(self, found: Found, maybe: int) -> Iterator[tuple[int, bool]]:
        if not maybe:
            return
        if found.walk is None:
            for asks in (False, True):
                group = maybe & (self.asking if asks else ~self.asking)
                for number in bits.members(group):
                    if found.test is None or found.test(number):
                        yield number, asks
            return
        digits = bin(maybe)[:1:-1].ljust(len(self.segment), "0")
        for number in found.walk():
            if digits[number] == "1":
                yield number, bool(self.asking >> number & 1)


def views_of(index: Index, standing: Standing, scope: Scope) -> list[View]:
    """The layers that hold anything."""
    return [View(layer, standing, scope) for layer in index.layers if layer.alive]


def _within(layer: Layer, scope: Scope) -> int:
    role, path, disabled = scope
    found = layer.segment.everything
    if not disabled:
        found &= layer.segment.disabled.where(lambda off: not off)
    if path:
        found &= layer.segment.categories.where(lambda category: category[: len(path)] == path)
    if role:
        found &= layer.segment.roles.where(lambda roles: not roles or role in roles)
    return found


def _expired(layer: Layer, today: date) -> int:
    def out(days: tuple[date | None, date | None]) -> bool:
        first, last = days
        return bool((first and today < first) or (last and today > last))

    return layer.segment.days.where(out)


def _used(layer: Layer, standing: Standing) -> Used:
    numbers = layer.segment.numbers if standing.scores else {}
    used = [(-score, numbers[key]) for key, score in standing.scores.items() if score > 0 and key in numbers]
    used.sort()
    ranked = [number for _, number in used]
    return Used(ranked, [-score for score, _ in used], bits.of(ranked, len(layer.segment)))
