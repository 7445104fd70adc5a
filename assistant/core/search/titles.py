"""Titles (or labels), ready to be matched with cut words: by character and by sound."""

from __future__ import annotations

import io
import itertools
from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.core.search.bits import Sets, postings
from assistant.core.search.cuts import Cut, Piece
from assistant.core.writing import Writing

Lines = tuple[str, str]


def spelled(title: str, writing: Writing) -> Lines:
    """A title without blanks and punctuation: as folded characters, and as sounds."""
    bare = writing.bare(writing.fold(title))
    return bare, writing.sounds(bare)


@dataclass(frozen=True)
class Titles:
    """Many titles in one string, and another one for their sounds, place for place.

    ``having`` says which titles hold a sign, ``opening`` which start with one, ``pairs`` where two letters start
    neighbouring characters' readings.
    """

    characters: str
    sounds: str
    offsets: array[int]
    having: Sets
    opening: Sets
    pairs: Sets

    @classmethod
    def build(cls, titles: Iterable[str], writing: Writing) -> Titles:
        """From the titles in their order."""
        offsets, characters, sounding = array("I", [0]), io.StringIO(), io.StringIO()
        having, opening, pairs = postings(), postings(), postings()
        for number, title in enumerate(titles):
            bare, sounds = spelled(title, writing)
            characters.write(bare)
            sounding.write(sounds)
            offsets.append(offsets[-1] + len(bare))
            for sign in set(sounds):
                having[sign].append(number)
            if sounds:
                opening[sounds[0]].append(number)
            starts = list(map(writing.initials, sounds))
            for pair in {a + b for left, right in itertools.pairwise(starts) for a in left for b in right}:
                pairs[pair].append(number)
        size = len(offsets) - 1
        sets = (Sets.gather(found.items(), size) for found in (having, opening, pairs))
        return cls(characters.getvalue(), sounding.getvalue(), offsets, *sets)

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def maybe(self, cut: Cut, *, near: bool = False, start: bool = False) -> int:
        """The titles that may hold the pieces of ``cut`` side by side, and a few that do not."""
        pieces = cut.pieces
        found = -1
        for piece in pieces:
            found &= self.having.any(accepted(piece) if near else piece.signs)
            if not found:
                return 0
        if start:
            found &= self.opening.any(accepted(pieces[0]) if near else pieces[0].signs)
        if not near:
            for left, right in itertools.pairwise(pieces):
                if found:
                    found &= self._paired(left.starts, right.starts)
        return found

    def scattered(self, cut: Cut) -> int:
        """The titles that may hold the pieces of ``cut`` anywhere."""
        found = -1
        for piece in cut.pieces:
            found &= self.having.any(piece.signs)
        return found

    def row(self, document: int) -> Lines:
        """Characters and sounds of one title."""
        start, end = self.offsets[document], self.offsets[document + 1]
        return self.characters[start:end], self.sounds[start:end]

    def _paired(self, left: str, right: str) -> int:
        found = 0
        for a in left:
            for b in right:
                found |= self.pairs.one(a + b)
        return found


def accepted(piece: Piece) -> str:
    """All signs that a piece takes, confusions included."""
    return piece.signs + "".join(piece.near)


def place_of(cut: Cut, line: Lines) -> int:
    """Where the pieces of ``cut`` stand side by side in a title; -1 when nowhere."""
    characters, sounds = line
    if cut.exact:
        return characters.find(cut.exact)
    pieces = cut.pieces
    first = pieces[0].signs
    for start in range(len(sounds) - len(pieces) + 1):
        if sounds[start] in first and _fits(pieces, characters, sounds, start):
            return start
    return -1


def starts_with(cut: Cut, line: Lines) -> bool:
    """Whether a title starts with the pieces of ``cut``."""
    characters, sounds = line
    if cut.exact:
        return characters.startswith(cut.exact)
    return len(sounds) >= len(cut.pieces) and _fits(cut.pieces, characters, sounds, 0)


def _fits(pieces: tuple[Piece, ...], characters: str, sounds: str, start: int) -> bool:
    for place, piece in enumerate(pieces, start):
        if sounds[place] not in piece.signs or (piece.literal and characters[place] != piece.literal):
            return False
    return True


def confusions(cut: Cut, line: Lines) -> tuple[int, int] | None:
    """The fewest confusions with which the pieces stand side by side, and where; None when they do not.

    Of the characters that were typed as such at least one must be right: two homophones in a row are another word.
    """
    characters, sounds = line
    best: tuple[int, int] | None = None
    typed = sum(bool(piece.literal) for piece in cut.pieces)
    for start in range(len(sounds) - len(cut.pieces) + 1):
        count = 0
        for place, piece in enumerate(cut.pieces, start):
            more = _confused(piece, characters[place], sounds[place])
            if more is None:
                break
            count += more
        else:
            right = sum(piece.literal == characters[place] for place, piece in enumerate(cut.pieces, start))
            if (right or not typed) and (best is None or count < best[0]):
                best = count, start
    return best


def _confused(piece: Piece, character: str, sound: str) -> int | None:
    if sound in piece.signs and (not piece.literal or character == piece.literal):
        return 0
    return next((count for count, signs in enumerate(piece.near, 1) if sound in signs), None)


def gaps_of(cut: Cut, line: Lines, *, ordered: bool) -> tuple[int, ...] | None:
    """A place for each piece, in their order or in any; None when one has none."""
    characters, sounds = line
    places: list[int] = []
    for piece in cut.pieces:
        low = places[-1] + 1 if ordered and places else 0
        found = next(
            (
                place
                for place in range(low, len(sounds))
                if place not in places
                and sounds[place] in piece.signs
                and (not piece.literal or characters[place] == piece.literal)
            ),
            None,
        )
        if found is None:
            return None
        places.append(found)
    return tuple(places)
