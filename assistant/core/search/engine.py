"""The search: levels, use and place in the library decide, in this order."""

from __future__ import annotations

from assistant.core.ranking import Standing
from assistant.core.search.browse import browse
from assistant.core.search.index import Index
from assistant.core.search.levels import EXACT, FALLBACK, Found, Level, Spot, Word, together
from assistant.core.search.match import Match
from assistant.core.search.view import EVERYTHING, Key, Scope, View, views_of
from assistant.core.writing import Writing

_ENOUGH = 3  # exact hits, from which nobody misses what sounds alike

Row = tuple[Key, int, int]
"""A hit: what sorts it, the place of its view, its document."""


class Hunt:
    """One search: what is left to look through, and what has been found."""

    def __init__(self, views: list[View], limit: int) -> None:
        self._views = views
        self._left = [view.allowed for view in views]
        self._limit = limit
        self.current: list[tuple[Level, Row]] = []
        self.expired: list[tuple[Level, Row]] = []

    @property
    def count(self) -> int:
        """How many were found."""
        return len(self.current) + len(self.expired)

    @property
    def full(self) -> bool:
        """Whether nothing that comes now could still be shown."""
        return len(self.current) >= self._limit

    def take(self, level: Level, found: list[Found]) -> None:
        """Take in the hits of one level; one :class:`Found` for each view."""
        if not any(left & here.maybe for left, here in zip(self._left, found, strict=True)):
            return
        for hits, late in ((self.current, False), (self.expired, True)):
            room = self._limit - len(hits)
            rows: list[Row] = []
            for place, (view, here) in enumerate(zip(self._views, found, strict=True)):
                pool = self._left[place] & (view.expired if late else ~view.expired)
                rows += ((key, place, number) for key, number in view.best(here, pool, room))
            rows.sort()
            for row in rows[:room]:
                hits.append((level, row))
                self._left[row[1]] &= ~(1 << row[2])

    def matches(self, words: list[Word], writing: Writing) -> list[Match]:
        """What was found, ready to be shown."""
        return [
            Match(self._views[place].phrase(number), -key[0], (words, level, writing), expired=late)
            for rows, late in ((self.current, False), (self.expired, True))
            for level, (key, place, number) in rows
        ][: self._limit]


def search(query: str, index: Index, standing: Standing, scope: Scope = EVERYTHING, limit: int = 50) -> list[Match]:
    """The best ``limit`` phrases that hold every word of ``query``, best first.

    Levels are strict; of several words the one found worst decides. Within a level the higher score wins, then a
    phrase whose fields are all known, then the order of the library. What has expired comes last. What only sounds
    alike, or would with a letter mended, is looked for when hardly anything else was found. An empty query gives the
    phrases that are most useful now.
    """
    words = index.words(query)
    if not words:
        return list(browse(index, standing, scope)[:limit])
    views = views_of(index, standing, scope)
    spots = [[Spot(word, view.segment, alone=len(words) == 1) for word in words] for view in views]
    hunt = Hunt(views, limit)
    exact = 0
    for level in (*EXACT, *FALLBACK):
        if hunt.full or (level > Level.TEXT and hunt.count >= _ENOUGH):
            break
        if level <= Level.TEXT:
            exact = hunt.count
        elif level is Level.TYPO and exact:
            continue  # what is spelled right was not mistyped
        hunt.take(level, [together(of_words, level) for of_words in spots])
    return hunt.matches(words, index.writing)
