"""All phrases ready for searching: a big segment that stays, and a small one with what was changed since."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from assistant.core.model import Phrase
from assistant.core.search import bits
from assistant.core.search.cuts import cutter_of
from assistant.core.search.levels import Word
from assistant.core.search.segment import Segment
from assistant.core.writing import Writing

T = TypeVar("T")

Filing = tuple[tuple[str, ...], tuple[str, ...]]
"""A category and the roles of a phrase in it."""


class Kept:
    """The latest value of some things that take time to find out, by what they were found out from."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[str, tuple[Any, Any]] = {}

    def get(self, name: str, key: object, find: Callable[[], T], *, by_identity: bool = False) -> T:
        """The value for ``key``; of several keys in turn only the latest is remembered."""
        known = self._known.get(name)
        if known is None or not (known[0] is key if by_identity else known[0] == key):
            known = self._known[name] = key, find()
        value: T = known[1]
        return value


class Layer(NamedTuple):
    """A segment, the documents in it that still count, and the place of each in the library."""

    segment: Segment
    alive: int
    order: Sequence[float]
    kept: Kept


class Index:
    """Phrases made ready for searching. Never changes; :meth:`changed` gives another one at little cost."""

    def __init__(
        self,
        writing: Writing,
        main: Segment,
        fresh: Mapping[str, tuple[float, Phrase]] = MappingProxyType({}),
        gone: int = 0,
        kept: Kept | None = None,
    ) -> None:
        """``fresh``: changed phrases with their place in the library, ``gone``: documents of ``main`` they replace."""
        self.writing = writing
        self.cutter = cutter_of(writing)
        self._main = main
        self._fresh = fresh
        self._gone = gone
        rows = sorted(fresh.values(), key=lambda row: row[0])
        delta = Segment.build([phrase for _, phrase in rows], writing)
        self.layers = (
            Layer(main, main.everything & ~gone, range(len(main)), kept or Kept()),
            Layer(delta, delta.everything, [place for place, _ in rows], Kept()),
        )

    @classmethod
    def build(cls, phrases: Iterable[Phrase], writing: Writing, *, texts: bool = True) -> Index:
        """From the phrases in the library's order; without their ``texts`` it takes half the time."""
        kept = phrases if isinstance(phrases, Sequence) else tuple(phrases)
        return cls(writing, Segment.build(kept, writing, texts=texts))

    def __len__(self) -> int:
        return sum(layer.alive.bit_count() for layer in self.layers)

    @property
    def main(self) -> Segment:
        """The big segment, as it was built."""
        return self._main

    @property
    def fresh(self) -> Mapping[str, tuple[float, Phrase]]:
        """What was changed since: phrases by id, with their place in the library."""
        return self._fresh

    @property
    def gone(self) -> int:
        """The documents of :attr:`main` that no longer count."""
        return self._gone

    @property
    def changes(self) -> int:
        """How much has changed since it was built; with many it is time to build it anew."""
        return len(self._fresh) + self._gone.bit_count()

    def phrase(self, key: str) -> Phrase | None:
        """The phrase with this id."""
        if key in self._fresh:
            return self._fresh[key][1]
        number = self._main.numbers.get(key)
        return None if number is None or self._gone >> number & 1 else self._main.phrases[number]

    @cached_property
    def filing(self) -> Counter[Filing]:
        """How many phrases are filed where and for whom, in the order in which they first appear."""
        main = self._main
        pairs = self.layers[0].kept.get(
            "filing", 0, lambda: Counter(zip(main.categories.of, main.roles.of, strict=True))
        )
        found = Counter(pairs)
        for number in bits.members(self._gone):
            found[main.categories.of[number], main.roles.of[number]] -= 1
        filed = Counter({(main.categories.values[c], main.roles.values[r]): n for (c, r), n in found.items() if n > 0})
        filed.update((phrase.category, phrase.roles) for _, phrase in self._fresh.values())
        return filed

    def category_of(self, key: str) -> tuple[str, ...]:
        """Where the phrase with this id is filed; empty when there is none."""
        if key in self._fresh:
            return self._fresh[key][1].category
        number, categories = self._main.numbers.get(key), self._main.categories
        return () if number is None or self._gone >> number & 1 else categories.values[categories.of[number]]

    def within(self, path: tuple[str, ...]) -> list[str]:
        """The ids of the phrases filed right in a category."""
        filed = self._main.categories.where(lambda category: category == path) & ~self._gone
        own = [self._main.ids[number] for number in bits.members(filed)]
        return own + [key for key, (_, phrase) in self._fresh.items() if phrase.category == path]

    def paths(self) -> set[tuple[str, ...]]:
        """The categories that hold phrases."""
        return {category for category, _ in self.filing}

    def signs(self) -> frozenset[str]:
        """Every character that its phrases may bring to the screen, and some others."""
        seen = self.writing.seen()
        return seen.union(*(layer.segment.texts.blocks.packed for layer in self.layers))

    def words(self, query: str) -> list[Word]:
        """The words of a query, made ready once for all segments."""
        return [Word(text, self.writing, self.cutter) for text in self.writing.fold(query).split()]

    def changed(
        self,
        put: Iterable[Phrase] = (),
        removed: Collection[str] = (),
        before: Mapping[str, str] = MappingProxyType({}),
    ) -> Index:
        """The index after some edits. A phrase with a known id takes its place, others come at the end.

        ``before`` names, by the ids of some of ``put``, the phrases that follow them in the library now.
        """
        fresh, gone, numbers = dict(self._fresh), self._gone, self._main.numbers
        for key in removed:
            fresh.pop(key, None)
            if (number := numbers.get(key)) is not None:
                gone |= 1 << number
        end: float = max(len(self._main), *(place + 1 for place, _ in fresh.values()), 0)
        for phrase in put:
            number = numbers.get(phrase.id)
            if phrase.id in fresh:
                place: float = fresh[phrase.id][0]
            elif number is not None and not gone >> number & 1:
                place = number
                gone |= 1 << number
            else:
                place, end = end, end + 1
            fresh[phrase.id] = place, phrase
        for key in _last_first(before):
            if key in fresh:
                fresh[key] = self._room(before[key], key, fresh, gone), fresh[key][1]
        return Index(self.writing, self._main, fresh, gone, self.layers[0].kept)

    def _room(self, follower: str, key: str, fresh: Mapping[str, tuple[float, Phrase]], gone: int) -> float:
        """A place for ``key`` before ``follower``, "" for the end; where it stands when that fits or is unknown."""
        number = self._main.numbers.get(follower)
        if not follower:
            end = max(len(self._main), *(place + 1 for place, _ in fresh.values()))
        elif follower in fresh:
            end = fresh[follower][0]
        elif number is not None and not gone >> number & 1:
            end = float(number)
        else:
            return fresh[key][0]
        shown = self._main.everything & ~gone & ((1 << max(0, math.ceil(end))) - 1)
        fore = max((place for other, (place, _) in fresh.items() if place < end and other != key), default=-1.0)
        fore = max(fore, float(shown.bit_length() - 1))
        return fresh[key][0] if fore < fresh[key][0] < end else (fore + end) / 2


def _last_first(before: Mapping[str, str]) -> Iterator[str]:
    """The keys so that each comes after what follows it, which stands where it belongs by then."""
    done: set[str] = set()
    for key in before:
        chain = [key]
        while (follower := before[chain[-1]]) in before and follower not in done and follower not in chain:
            chain.append(follower)
        for link in reversed(chain):
            if link not in done:
                done.add(link)
                yield link
