"""A typed word cut into pieces that each stand for one character of a title.

``fahuo``, ``fh``, ``fahuos``, ``发huo`` and ``fa货`` all become rows of pieces; a piece knows the signs (sounds, or
letters and digits as they are) that it accepts. A word that can be cut in several ways gives several cuts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from assistant.core.search.typos import Mender, corrections
from assistant.core.writing import Writing

_MOST_CUTS = 6
_LONGEST = 48  # characters of a word that are looked at as pinyin; no title is longer in syllables
_SYLLABLE = 6  # letters of the longest one
_RUNS = re.compile(r"[a-z]+|[^a-z]")
_WHOLE, _STUB, _INITIAL = 10, 13, 17  # what a piece costs: few and whole pieces are what was meant
_HUSHED = ("zh", "ch", "sh")
_TYPED = {"lu": "lv", "nu": "nv", "lue": "lve", "nue": "nve"}  # ü typed as u
_TYPED_V = {"jv": "ju", "qv": "qu", "xv": "xu", "yv": "yu"}  # u typed as v
_CONFUSED_STARTS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"))
_CONFUSED_ENDS = (("ang", "an"), ("eng", "en"), ("ing", "in"))


class Quality(IntEnum):
    """How much of the characters' reading was typed."""

    WHOLE = 0
    STUB = 1  # all but the last character's
    INITIALS = 2


class Piece(NamedTuple):
    """What stands for one character.

    ``signs`` are the sounds and letters it accepts, ``literal`` the very character where one was typed, ``starts`` the
    letters that the character's reading may start with. ``near`` are signs that fuzzy pinyin or a homophone accepts
    too, one string for each number of confusions, the fewest first.
    """

    signs: str
    starts: str
    literal: str = ""
    near: tuple[str, ...] = ()


class Cut(NamedTuple):
    """A word as pieces. ``exact`` is the row of literal characters when all pieces are."""

    pieces: tuple[Piece, ...]
    quality: Quality = Quality.WHOLE
    exact: str = ""


_Read = Callable[[str], tuple[Piece, ...]]
"""The pieces that some typed characters, fewer than a word, can stand for."""

_Way = tuple[int, int, tuple[Piece, ...]]
"""What a row of pieces costs, its quality, the row."""


class Cutter:
    """Cuts words with one writing's syllables."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._spelled = _spellings(writing)
        self._mender = Mender(writing.syllables)

    def literal(self, word: str) -> Cut:
        """The word as it stands, character for character."""
        return Cut(tuple(map(self._sign, word)), exact=word)

    def as_pinyin(self, word: str) -> list[Cut]:
        """The likeliest ways to read the letters of ``word`` as pinyin; none when it has no letters."""
        return self._cuts(word, self._readings, stubs=True)

    def as_fuzzy(self, word: str) -> list[Cut]:
        """The same with confusable syllables and homophones; only whole syllables, since stubs would fit anything."""
        cuts = self._cuts(word, self._near_readings, stubs=False)
        return [cut for cut in cuts if any(any(piece.near) for piece in cut.pieces)]

    def mended(self, word: str) -> list[Cut]:
        """The rows of whole syllables that ``word`` is one slip of the finger away from."""
        rows = corrections(word, self._writing.syllables, self._mender)
        return [Cut(tuple(map(self._whole, row))) for row in rows]

    def _cuts(self, word: str, read: _Read, *, stubs: bool) -> list[Cut]:
        ways: list[_Way] = [(0, 0, ())]
        runs = _RUNS.findall(word[:_LONGEST])
        for place, run in enumerate(runs):
            if run[0].isascii() and run.isalpha():
                last = place == len(runs) - 1
                found = self._ways(run, read, stubs=stubs, last=last)
            else:
                found = [(0, 0, (read(run)[0],))] if read(run) else [(0, 0, (self._sign(run),))]
            ways = sorted(
                ((a + b, max(p, q), left + right) for a, p, left in ways for b, q, right in found), key=_by_cost
            )[:_MOST_CUTS]
        return [Cut(pieces, Quality(worst)) for _, worst, pieces in ways if pieces]

    def _ways(self, run: str, read: _Read, *, stubs: bool, last: bool) -> list[_Way]:
        """The cheapest cuts of a run of letters; each with its cost and its quality."""
        size = len(run)
        best: list[list[_Way]] = [[] for _ in range(size + 1)]
        best[0] = [(0, 0, ())]
        for start in range(size):
            if not best[start]:
                continue
            for end, cost, quality, piece in self._steps(run, start, read, stubs=stubs, last=last):
                best[end] += [(paid + cost, max(worst, quality), (*row, piece)) for paid, worst, row in best[start]]
            for later in range(start + 1, min(size, start + _SYLLABLE) + 1):
                if len(best[later]) > _MOST_CUTS:
                    best[later] = sorted(best[later], key=_by_cost)[:_MOST_CUTS]
        return best[size]

    def _steps(
        self, run: str, start: int, read: _Read, *, stubs: bool, last: bool
    ) -> Iterator[tuple[int, int, int, Piece]]:
        """The pieces that can start at ``start``: where they end, what they cost, how good they are."""
        size = len(run)
        for end in range(start + 1, min(size, start + _SYLLABLE) + 1):
            letters = run[start:end]
            for piece in read(letters):
                yield end, _WHOLE, Quality.WHOLE, piece
            initial = end - start == 1 or letters in _HUSHED
            at_end = last and end == size
            if stubs and (initial or at_end) and (signs := self._writing.starting(letters)):
                cost, quality = (_STUB, Quality.STUB) if at_end else (_INITIAL, Quality.INITIALS)
                yield end, cost, quality, Piece(signs, letters[0])

    @lru_cache(maxsize=4096)  # noqa: B019 - there is one cutter, for the life of the program
    def _sign(self, character: str) -> Piece:
        sound = self._writing.sounds(character)
        return Piece(sound, self._writing.initials(sound), character)

    @lru_cache(maxsize=1024)  # noqa: B019
    def _whole(self, syllable: str) -> Piece:
        return Piece(self._spelled[syllable][0], syllable[0])

    def _readings(self, letters: str) -> tuple[Piece, ...]:
        spelled = self._spelled.get(letters)
        return (Piece(spelled[0], letters[0]),) if spelled and spelled[0] else ()

    def _near_readings(self, letters: str) -> tuple[Piece, ...]:
        if not letters.isascii():
            piece = self._sign(letters)
            readings = self._writing.readings(piece.signs)
            return (piece._replace(near=(_union(self._writing.read(readings)),)),) if readings else ()
        spelled = self._spelled.get(letters)
        return (Piece(spelled[0], letters[0], near=spelled[1:]),) if spelled else ()


@lru_cache(maxsize=4)
def cutter_of(writing: Writing) -> Cutter:
    """The cutter of a writing, made once."""
    return Cutter(writing)


def _by_cost(way: _Way) -> tuple[int, int]:
    return way[:2]


def _union(signs: Iterable[str]) -> str:
    return "".join(dict.fromkeys("".join(signs)))


def _spellings(writing: Writing) -> dict[str, tuple[str, ...]]:
    """For each way to spell: the sounds meant exactly, then those meant with one confusion, then with two."""
    table: dict[str, list[str]] = {}
    for syllable, signs in writing.with_syllable.items():
        for confusions, spellings in enumerate(_confusable(syllable)):
            for spelling in spellings:
                found = table.setdefault(spelling, ["", "", ""])
                found[confusions] = _union((found[confusions], signs))
    for typed, meant in (_TYPED | _TYPED_V).items():
        found = table.setdefault(typed, ["", "", ""])
        found[0] = _union((found[0], writing.with_syllable.get(meant, "")))
    return {spelling: tuple(found) for spelling, found in table.items() if any(found)}


def _confusable(syllable: str) -> tuple[set[str], set[str], set[str]]:
    """The spellings of a syllable with no, one and two confusions (start and end)."""
    starts = {_swapped(syllable, pair, str.startswith, _new_start) for pair in _CONFUSED_STARTS} - {""}
    ends = {_swapped(syllable, pair, str.endswith, _new_end) for pair in _CONFUSED_ENDS} - {""}
    both = {_swapped(start, pair, str.endswith, _new_end) for start in starts for pair in _CONFUSED_ENDS} - {""}
    return {syllable}, starts | ends, both


def _swapped(
    syllable: str, pair: tuple[str, str], has: Callable[[str, str], bool], put: Callable[[str, str, str], str]
) -> str:
    long, short = pair
    if has(syllable, long):
        return put(syllable, long, short)
    return put(syllable, short, long) if has(syllable, short) else ""


def _new_start(syllable: str, old: str, new: str) -> str:
    return new + syllable.removeprefix(old)


def _new_end(syllable: str, old: str, new: str) -> str:
    return syllable.removesuffix(old) + new
