"""Where a typed word is found in a segment: level by level, the best first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import IntEnum
from functools import cached_property

from assistant.core.search.cuts import Cut, Cutter, Quality
from assistant.core.search.segment import Segment
from assistant.core.search.titles import Lines, confusions, gaps_of, place_of, starts_with
from assistant.core.writing import Writing


class Level(IntEnum):
    """The smaller, the better. A better level always stands before a worse one, however often that is used."""

    CODE = 0
    CODE_PREFIX = 1
    TITLE = 2
    TITLE_START = 3
    TITLE_INSIDE = 4
    PINYIN_START = 5
    PINYIN_INSIDE = 6
    STUB_START = 7
    STUB_INSIDE = 8
    INITIALS_START = 9
    INITIALS_INSIDE = 10
    LABEL = 11
    LABEL_INSIDE = 12
    LABEL_PINYIN = 13
    TEXT = 14
    FUZZY = 15
    FUZZIER = 16
    FUZZIEST = 17
    TYPO = 18
    RUNS = 19
    GAP = 20
    SCATTERED = 21


EXACT = tuple(level for level in Level if level <= Level.TEXT)
FALLBACK = tuple(level for level in Level if level > Level.TEXT)
_BY_QUALITY = {
    Quality.WHOLE: (Level.PINYIN_START, Level.PINYIN_INSIDE),
    Quality.STUB: (Level.STUB_START, Level.STUB_INSIDE),
    Quality.INITIALS: (Level.INITIALS_START, Level.INITIALS_INSIDE),
}
_BY_NAME = (Level.CODE, Level.CODE_PREFIX, Level.LABEL, Level.LABEL_INSIDE, Level.LABEL_PINYIN, Level.TEXT)
_FUZZY = (Level.FUZZY, Level.FUZZIER, Level.FUZZIEST)
_RUNS = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")
_FEW = 3000  # documents that are listed rather than tested one by one
_SCATTER_FROM = 3  # characters that may stand in any order; two of them are too easily together


class Found:
    """The documents at one level: ``maybe`` holds all of them, ``test`` tells which it holds wrongly.

    ``walk``, where there is one, gives them in order at less cost than testing them all.
    """

    __slots__ = ("maybe", "test", "walk")

    def __init__(
        self,
        maybe: int,
        test: Callable[[int], bool] | None = None,
        walk: Callable[[], Iterator[int]] | None = None,
    ) -> None:
        self.maybe = maybe
        self.test = test
        self.walk = walk


NOTHING = Found(0)


class Word:
    """One typed word, cut in all ways that make sense; the same for every segment."""

    def __init__(self, text: str, writing: Writing, cutter: Cutter) -> None:
        self.text = text
        self.bare = writing.bare(text)
        self._writing = writing
        self._cutter = cutter
        self.literal = cutter.literal(self.bare) if self.bare else None
        has_letters = any("a" <= sign <= "z" for sign in self.bare)
        self.pinyin = cutter.as_pinyin(self.bare) if has_letters else []

    def of_quality(self, quality: Quality) -> list[Cut]:
        """The cuts as pinyin of one quality."""
        return [cut for cut in self.pinyin if cut.quality is quality]

    @cached_property
    def fuzzy(self) -> list[Cut]:
        """The cuts with confusable syllables and homophones."""
        return self._cutter.as_fuzzy(self.bare) if self.bare else []

    @cached_property
    def mended(self) -> list[Cut]:
        """What was meant, if a finger slipped."""
        return self._cutter.mended(self.bare)

    def loose(self) -> Cut | None:
        """The characters as pieces, when there are some that can stand apart from each other."""
        if self.literal is None or len(self.literal.pieces) < 2 or any(sign.isascii() for sign in self.bare):
            return None
        return self.literal._replace(exact="")

    def runs(self) -> list[Word]:
        """The runs of Latin and of Chinese characters as words of their own, when there are both."""
        parts = _RUNS.findall(self.bare)
        return [Word(part, self._writing, self._cutter) for part in parts] if len(parts) > 1 else []


class Spot:
    """A word in a segment, looked up at one level after the other."""

    def __init__(self, word: Word, segment: Segment, *, alone: bool) -> None:
        """``alone``: whether no other word narrows down what this one finds."""
        self._word = word
        self._segment = segment
        self._alone = alone
        self._found: dict[Level, Found] = {}
        self._maybe: dict[Level, int] = {}
        self._graded: dict[int, Level | None] = {}

    def at(self, level: Level) -> Found:
        """The documents at this very level."""
        if level not in self._found:
            self._found[level] = self._look(level)
        return self._found[level]

    def _look(self, level: Level) -> Found:
        if level is Level.TEXT and not self._alone:
            holders = self._segment.texts.holders(self._word.text, _FEW)
            if holders is not None:
                return Found(holders)
        return _LOOKS[level](self._word, self._segment, level)

    def maybe(self, worst: Level) -> int:
        """All documents at ``worst`` or better, and a few others."""
        if worst not in self._maybe:
            better = self.maybe(Level(worst - 1)) if worst else 0
            self._maybe[worst] = better | self.at(worst).maybe
        return self._maybe[worst]

    def test(self, number: int, worst: Level) -> bool:
        """Whether a document is found at ``worst`` or better."""
        if number not in self._graded:
            self._graded[number] = self._grade(number)
        grade = self._graded[number]
        if grade is not None:
            return grade <= worst
        return any(_holds(self.at(level), number) for level in FALLBACK if level <= worst)

    def _grade(self, number: int) -> Level | None:
        """The exact level of a document; the title is looked at once for all its levels."""
        for level in _BY_NAME[:2]:
            if _holds(self.at(level), number):
                return level
        in_title = _grade_of(self._word, self._segment.titles.row(number))
        if in_title is not None:
            return in_title
        return next((level for level in _BY_NAME[2:] if _holds(self.at(level), number)), None)


def _holds(found: Found, number: int) -> bool:
    return bool(found.maybe and found.maybe >> number & 1 and (found.test is None or found.test(number)))


def _grade_of(word: Word, line: Lines) -> Level | None:
    """The level of a title for a word."""
    if word.literal is None:
        return None
    place = line[0].find(word.bare)
    if place >= 0:
        whole = len(word.bare) == len(line[0])
        return Level.TITLE_INSIDE if place else Level.TITLE if whole else Level.TITLE_START
    for quality, levels in _BY_QUALITY.items():
        cuts = word.of_quality(quality)
        if any(starts_with(cut, line) for cut in cuts):
            return levels[0]
        if any(place_of(cut, line) >= 0 for cut in cuts):
            return levels[1]
    return None


def together(spots: list[Spot], level: Level) -> Found:
    """The documents where all words are found at ``level`` or better; for one word, at that very level."""
    if len(spots) == 1:
        return spots[0].at(level)
    maybe = spots[0].maybe(level)
    for spot in spots[1:]:
        maybe &= spot.maybe(level)
    return Found(maybe, lambda number: all(spot.test(number, level) for spot in spots))


def _codes(word: Word, segment: Segment, level: Level) -> Found:
    codes = segment.codes
    return Found(codes.equal(word.text) if level is Level.CODE else codes.starting(word.text))


def _titles(word: Word, segment: Segment, level: Level) -> Found:
    cut, titles = word.literal, segment.titles
    if cut is None:
        return NOTHING
    if level is Level.TITLE_INSIDE:
        return Found(titles.maybe(cut), lambda number: place_of(cut, titles.row(number)) >= 0)
    maybe = titles.maybe(cut, start=True)
    if level is Level.TITLE:
        return Found(maybe, lambda number: titles.row(number)[0] == cut.exact)
    return Found(maybe, lambda number: starts_with(cut, titles.row(number)))


def _pinyin(word: Word, segment: Segment, level: Level) -> Found:
    titles = segment.titles
    quality = next(quality for quality, levels in _BY_QUALITY.items() if level in levels)
    start = level is _BY_QUALITY[quality][0]
    cuts = [(cut, maybe) for cut in word.of_quality(quality) if (maybe := titles.maybe(cut, start=start))]
    if start:
        return _any_of(cuts, lambda cut, number: starts_with(cut, titles.row(number)))
    return _any_of(cuts, lambda cut, number: place_of(cut, titles.row(number)) >= 0)


def _labels(word: Word, segment: Segment, level: Level) -> Found:
    labels = segment.labels
    if level is Level.LABEL_PINYIN:
        found = 0
        for cut in word.pinyin:
            if cut.quality is not Quality.INITIALS or len(cut.pieces) > 1:
                full, inside = labels.called(cut)
                found |= full | inside
        return Found(found)
    if word.literal is None:
        return NOTHING
    return Found(labels.called(word.literal)[level is not Level.LABEL])


def _texts(word: Word, segment: Segment, _: Level) -> Found:
    texts, text = segment.texts, word.text
    return Found(texts.maybe(text), lambda number: texts.has(number, text), lambda: texts.holding(text))


def _fuzzy(word: Word, segment: Segment, level: Level) -> Found:
    titles, wanted = segment.titles, _FUZZY.index(level) + 1

    def fits(cut: Cut, number: int) -> bool:
        found = confusions(cut, titles.row(number))
        return found is not None and min(found[0], len(_FUZZY)) == wanted

    return _any_of([(cut, maybe) for cut in word.fuzzy if (maybe := titles.maybe(cut, near=True))], fits)


def _typos(word: Word, segment: Segment, _: Level) -> Found:
    titles = segment.titles
    cuts = [(cut, maybe) for cut in word.mended if (maybe := titles.maybe(cut))]
    return _any_of(cuts, lambda cut, number: place_of(cut, titles.row(number)) >= 0)


def _gaps(word: Word, segment: Segment, level: Level) -> Found:
    cut, titles = word.loose(), segment.titles
    ordered = level is Level.GAP
    if cut is None or not (ordered or len(cut.pieces) >= _SCATTER_FROM):
        return NOTHING
    return Found(titles.scattered(cut), lambda number: gaps_of(cut, titles.row(number), ordered=ordered) is not None)


def _runs(word: Word, segment: Segment, _: Level) -> Found:
    spots = [Spot(part, segment, alone=False) for part in word.runs()]
    return together(spots, Level.INITIALS_INSIDE) if spots else NOTHING


def _any_of(cuts: list[tuple[Cut, int]], fits: Callable[[Cut, int], bool]) -> Found:
    """What fits any of several cuts."""
    if not cuts:
        return NOTHING
    maybe = 0
    for _, documents in cuts:
        maybe |= documents
    return Found(maybe, lambda number: any(fits(cut, number) for cut, _ in cuts))


_LOOKS: dict[Level, Callable[[Word, Segment, Level], Found]] = {
    Level.CODE: _codes,
    Level.CODE_PREFIX: _codes,
    Level.TITLE: _titles,
    Level.TITLE_START: _titles,
    Level.TITLE_INSIDE: _titles,
    **{level: _pinyin for levels in _BY_QUALITY.values() for level in levels},
    Level.LABEL: _labels,
    Level.LABEL_INSIDE: _labels,
    Level.LABEL_PINYIN: _labels,
    Level.TEXT: _texts,
    **dict.fromkeys(_FUZZY, _fuzzy),
    Level.TYPO: _typos,
    Level.RUNS: _runs,
    Level.GAP: _gaps,
    Level.SCATTERED: _gaps,
}
