"""Words one slip of the finger away from whole syllables: a letter too many, missing, wrong, or two swapped."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

_LEAST = 5  # letters; shorter words are near everything
_LONGEST = 40  # letters; nobody types more before they look
_SYLLABLE = 7  # letters of the longest one with one too many
_MOST = 250  # corrections that are looked for

Row = tuple[str, ...]


def corrections(word: str, syllables: Collection[str], mender: Mender) -> list[Row]:
    """The rows of whole syllables that ``word``, of small letters only, may have been meant as; the shortest first."""
    if not (_LEAST <= len(word) <= _LONGEST and word.isascii() and word.isalpha()):
        return []
    return sorted(dict.fromkeys(_mended(word, syllables, mender)), key=len)[:_MOST]


def _mended(word: str, syllables: Collection[str], mender: Mender) -> Iterator[Row]:
    heads, tails = _heads(word, syllables), _tails(word, syllables)
    for start, head in enumerate(heads):
        if head:
            for end in range(start, min(len(word), start + _SYLLABLE) + 1):
                if tails[end]:
                    yield from _joined(head, _one_mended(word[start:end], mender), tails[end])
            for end in range(start + 2, min(len(word), start + 2 * _SYLLABLE) + 1):
                if tails[end]:
                    yield from _joined(head, _swapped_over_border(word[start:end], syllables), tails[end])


def _joined(heads: list[Row], middles: Iterable[Row], tails: list[Row]) -> Iterator[Row]:
    for middle in middles:
        yield from ((*head, *middle, *tail) for head in heads for tail in tails)


def _one_mended(piece: str, mender: Mender) -> Iterable[Row]:
    return ((syllable,) for syllable in mender.near(piece))


def _swapped_over_border(piece: str, syllables: Collection[str]) -> Iterator[Row]:
    """Two syllables of which the last letter of one and the first of the other changed places."""
    for place in range(1, len(piece)):
        left, right = piece[: place - 1] + piece[place], piece[place - 1] + piece[place + 1 :]
        if left in syllables and right in syllables:
            yield left, right


class Mender:
    """Knows what each syllable looks like with a slip in it."""

    def __init__(self, syllables: Collection[str]) -> None:
        self._shortened: dict[str, list[str]] = {}
        for syllable in sorted(syllables):
            for short in {syllable, *_shorter(syllable)}:
                self._shortened.setdefault(short, []).append(syllable)

    @lru_cache(maxsize=8192)  # noqa: B019 - there is one mender, for the life of the program
    def near(self, piece: str) -> tuple[str, ...]:
        """The syllables that ``piece`` is one edit away from.

        Two words that are one edit apart share one of the forms that each has with a letter less or as it is.
        """
        shared = (self._shortened.get(short, ()) for short in {piece, *_shorter(piece)})
        return tuple(sorted({s for found in shared for s in found if s != piece and _one_edit(piece, s)}))


def _shorter(word: str) -> list[str]:
    return [word[:place] + word[place + 1 :] for place in range(len(word))]


def _one_edit(one: str, other: str) -> bool:
    """Whether two different words are a letter more or less, a wrong letter or a swap apart."""
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    one, other = one[head:], other[head:]
    if len(one) == len(other):
        return one[1:] == other[1:] or (one[:2] == other[1::-1] and one[2:] == other[2:])
    return one[1:] == other or one == other[1:]


def _heads(word: str, syllables: Collection[str]) -> list[list[Row]]:
    """For each place, how the letters before it are whole syllables; two ways at the most."""
    heads: list[list[Row]] = [[] for _ in range(len(word) + 1)]
    heads[0] = [()]
    for start in range(len(word)):
        for end in range(start + 1, min(len(word), start + _SYLLABLE) + 1):
            if heads[start] and word[start:end] in syllables:
                heads[end] += [(*row, word[start:end]) for row in heads[start]]
        heads[start + 1] = sorted(heads[start + 1], key=len)[:2]
    return heads


def _tails(word: str, syllables: Collection[str]) -> list[list[Row]]:
    """For each place, how the letters from it on are whole syllables; two ways at the most."""
    tails: list[list[Row]] = [[] for _ in range(len(word) + 1)]
    tails[len(word)] = [()]
    for start in range(len(word) - 1, -1, -1):
        for end in range(start + 1, min(len(word), start + _SYLLABLE) + 1):
            if word[start:end] in syllables:
                tails[start] += [(word[start:end], *row) for row in tails[end]]
        tails[start] = sorted(tails[start], key=len)[:2]
    return tails
