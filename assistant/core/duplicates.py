"""Phrases that say the same, or nearly: found by what their wordings share, whatever their titles are.

Every wording is folded, so that script, width, case, blanks and punctuation do not matter. What folds to the same is
the same; what has at least :data:`LIKE` of its runs of three characters in common is nearly the same. Two texts that
alike share one of the rarest runs of each, so that only texts that do are compared.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass

from assistant.core.model import Phrase

LIKE = 0.7  # share of the runs of two texts together that both have
_RUN = 3  # characters
_CROWD = 40  # texts with the same run of which the latest are compared: who is like one of them is like the rest
_STEP = 100  # phrases or texts between two reports

Progress = float
"""How much is done, 0 to 1."""

Runs = frozenset[str]


@dataclass(frozen=True, slots=True)
class Group:
    """Phrases that say the same, in the library's order. ``likeness`` is that of the least alike pair found, 0 to 1."""

    ids: tuple[str, ...]
    likeness: float

    @property
    def same(self) -> bool:
        """Whether they are the same to the letter."""
        return self.likeness >= 1


def search(phrases: Iterable[Phrase], fold: Callable[[str], str]) -> Generator[Progress, None, list[Group]]:
    """The groups, the most alike first; reports how far it is between small pieces of work.

    ``fold`` gives the form in which texts are compared. Phrases are as alike as the two most alike of their wordings.
    """
    known = phrases if isinstance(phrases, Sequence) else tuple(phrases)
    ids: list[str] = []
    owners: dict[str, int] = {}  # a text → the first phrase with it
    links = _Links()
    for number, phrase in enumerate(known):
        ids.append(phrase.id)
        for folded in {fold(variant.text) for variant in phrase.variants} - {""}:
            links.join(owners.setdefault(folded, number), number, 1.0)
        if not number % _STEP:
            yield 0.4 * number / len(known)
    runs = list(map(_runs, owners))
    yield 0.5
    common = Counter(run for text in runs for run in text)
    yield 0.6
    numbers = list(owners.values())
    sharing: dict[str, list[int]] = {}
    for place, mine in enumerate(runs):
        rare = sorted(mine, key=lambda run: (common[run], run))[: len(mine) - math.ceil(LIKE * len(mine)) + 1]
        for other in _near(rare, sharing):
            one, two = numbers[other], numbers[place]
            if not links.joined(one, two) and (like := _share(mine, runs[other])) >= LIKE:
                links.join(one, two, min(like, 0.999))
        for run in rare:
            sharing.setdefault(run, []).append(place)
        if not place % _STEP:
            yield 0.6 + 0.4 * place / len(runs)
    return links.groups(ids)


def likeness(one: str, other: str) -> float:
    """How alike two folded texts are, 0 to 1."""
    return 1.0 if one == other else min(_share(_runs(one), _runs(other)), 0.999)


def _runs(text: str) -> Runs:
    return frozenset([text[at : at + _RUN] for at in range(max(1, len(text) - _RUN + 1))])


def _near(rare: Iterable[str], sharing: dict[str, list[int]]) -> set[int]:
    found: set[int] = set()
    for run in rare:
        found.update(sharing.get(run, ())[-_CROWD:])
    return found


def _share(one: Runs, other: Runs) -> float:
    """0 also when their sizes tell that it is less than LIKE."""
    if len(one) < LIKE * len(other) or len(other) < LIKE * len(one):
        return 0.0
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)


class _Links:
    """Which phrases belong together: a forest of parents."""

    def __init__(self) -> None:
        self._parents: dict[int, int] = {}
        self._likeness: dict[int, float] = {}

    def join(self, one: int, other: int, like: float) -> None:
        one, other = self._root(one), self._root(other)
        if one == other:
            return
        root = min(one, other)
        self._parents[max(one, other)] = root
        self._likeness[root] = min(like, self._likeness.get(one, 1.0), self._likeness.get(other, 1.0))

    def joined(self, one: int, other: int) -> bool:
        return self._root(one) == self._root(other)

    def groups(self, ids: Sequence[str]) -> list[Group]:
        members: dict[int, list[int]] = {}
        for number in {*self._parents, *self._parents.values()}:
            members.setdefault(self._root(number), []).append(number)
        found = [(self._likeness[root], root, sorted(numbers)) for root, numbers in members.items()]
        found.sort(key=lambda group: (-group[0], group[1]))
        return [Group(tuple(ids[number] for number in numbers), like) for like, _, numbers in found]

    def _root(self, number: int) -> int:
        while (parent := self._parents.get(number, number)) != number:
            self._parents[number] = number = self._parents.get(parent, parent)
        return number
