"""A phrase that was found, and why: the places that the eye should see marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from assistant.core.model import Phrase
from assistant.core.search.levels import Level, Word
from assistant.core.search.plain import plain
from assistant.core.search.titles import Lines, confusions, gaps_of, place_of
from assistant.core.writing import Writing

Span = tuple[int, int]
"""First place and the place after the last, counted in characters."""

_EXCERPT = 120  # characters; more than any list shows in one line
_LEAD = 8  # characters kept in front of a hit, so that the eye sees its sentence


class Match:
    """A phrase that fits. Spans count in ``phrase.title``, ``phrase.code`` and ``excerpt``; found when looked at.

    ``expired`` is True outside the days on which the phrase may be said, ``level`` None for an empty query.
    """

    def __init__(
        self,
        phrase: Phrase,
        score: float = 0.0,
        reason: tuple[Sequence[Word], Level, Writing] | None = None,
        *,
        expired: bool = False,
    ) -> None:
        self.phrase = phrase
        self.score = score
        self.expired = expired
        self.level = reason[1] if reason else None
        self._words: Sequence[Word] = reason[0] if reason else ()
        self._writing = reason[2] if reason else None

    def __repr__(self) -> str:
        return f"Match({self.phrase.id!r}, {self.level!r})"

    @cached_property
    def title_spans(self) -> tuple[Span, ...]:
        """Where the words stand in the title, also when they were typed in pinyin."""
        return self._spans(self.phrase.title, sounds=True)

    @cached_property
    def code_spans(self) -> tuple[Span, ...]:
        """Where the words stand in the code."""
        return self._spans(self.phrase.code, sounds=False)

    @property
    def excerpt(self) -> str:
        """The part of a wording that holds a word, or the start of the first wording."""
        return self._excerpt[0]

    @property
    def excerpt_spans(self) -> tuple[Span, ...]:
        """Where the words stand in the excerpt."""
        return self._excerpt[1]

    @cached_property
    def _excerpt(self) -> tuple[str, tuple[Span, ...]]:
        wordings = (plain(variant.text) for variant in self.phrase.variants)
        first = None
        for wording in wordings:
            first = wording if first is None else first
            if spans := self._spans(wording, sounds=False):
                return _around(wording, spans)
            if not self._words or self.level != Level.TEXT:
                break
        return (first or "")[:_EXCERPT], ()

    def _spans(self, text: str, *, sounds: bool) -> tuple[Span, ...]:
        if self._writing is None or self.level is None or not text:
            return ()
        folded, places = self._writing.fold_apart(text)
        ends = _ends(places, len(text))
        found: list[Span] = []
        for word in self._words:
            hits = list(_literally(word.text, folded))
            if not hits and sounds:
                hits = list(_by_sound(word, folded, self._writing, self.level))
            found += [(places[start], ends[end - 1]) for start, end in hits]
        return _joined(found)


def _ends(places: list[int], size: int) -> list[int]:
    """For each folded character where the next one comes from; one that folds to several stays whole."""
    ends = [size] * len(places)
    for place in range(len(places) - 2, -1, -1):
        ends[place] = ends[place + 1] if places[place + 1] == places[place] else places[place + 1]
    return ends


def _literally(word: str, folded: str) -> Iterable[Span]:
    place = folded.find(word)
    while place >= 0:
        yield place, place + len(word)
        place = folded.find(word, place + len(word))


def _by_sound(word: Word, folded: str, writing: Writing, level: Level) -> Iterable[Span]:
    """Spans in ``folded``, found as the search found them, punctuation left out."""
    kept = [place for place, sign in enumerate(folded) if writing.bare(sign)]
    bare = "".join(folded[place] for place in kept)
    places = _places(word, (bare, writing.sounds(bare)), level)
    return [(kept[place], kept[place] + 1) for place in places]


def _places(word: Word, line: Lines, level: Level) -> Iterable[int]:
    for cut in (*((word.literal,) if word.literal else ()), *word.pinyin):
        if (place := place_of(cut, line)) >= 0:
            return range(place, place + len(cut.pieces))
    if level <= Level.TEXT:
        return ()
    for cut in word.fuzzy:
        if (near := confusions(cut, line)) is not None:
            return range(near[1], near[1] + len(cut.pieces))
    for cut in word.mended:
        if (place := place_of(cut, line)) >= 0:
            return range(place, place + len(cut.pieces))
    if loose := word.loose():
        return gaps_of(loose, line, ordered=True) or gaps_of(loose, line, ordered=False) or ()
    return [place for part in word.runs() for place in _places(part, line, Level.TEXT)]


def _around(wording: str, spans: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """From a little before the first span, or from the start when that is near."""
    start = spans[0][0]
    if start <= 2 * _LEAD:
        return wording[:_EXCERPT], _within(spans, 0)
    cut = start - _LEAD
    return "…" + wording[cut : cut + _EXCERPT], _within(spans, cut - 1)


def _within(spans: tuple[Span, ...], cut: int) -> tuple[Span, ...]:
    return tuple((start - cut, min(end - cut, _EXCERPT)) for start, end in spans if start - cut < _EXCERPT)


def _joined(places: list[Span]) -> tuple[Span, ...]:
    """In order, touching and overlapping ones as one."""
    joined: list[Span] = []
    for start, end in sorted(places):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
