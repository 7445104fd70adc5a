"""An oracle for what sounds alike, written without the engine: it reads resources/writing/readings.txt by itself.

It tries every way to spend the letters of a query on consecutive characters of a title, one character after the other,
so it knows nothing of syllables, cuts or tiers and cannot share a mistake with the engine.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from enum import Flag, auto
from functools import cache

from assistant.storage import resources

FUZZY_STARTS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"))
FUZZY_ENDS = (("ang", "an"), ("eng", "en"), ("ing", "in"))
CLUSTERS = ("zh", "ch", "sh")


class Way(Flag):
    """How a character may have been typed."""

    ITSELF = auto()
    FULL = auto()
    INITIAL = auto()
    CUT = auto()  # the last one only: some letters of its reading are still missing
    FUZZY = auto()


EXACT = Way.ITSELF | Way.FULL | Way.INITIAL | Way.CUT


@cache
def readings() -> dict[str, tuple[str, ...]]:
    """The readings of each character, the usual one first; ü as v."""
    table: dict[str, tuple[str, ...]] = {}
    for line in resources.read_text("writing/readings.txt").splitlines():
        given, tab, characters = line.partition("\t")
        if tab and not line.startswith("#"):
            table |= dict.fromkeys(characters, tuple(given.replace("ü", "v").split(",")))
    return table


def of(character: str) -> tuple[str, ...]:
    """The readings of ``character``; none when it has none."""
    return readings().get(character, ())


def flat(text: str) -> str:
    """Half width, lower case."""
    return unicodedata.normalize("NFKC", text).lower()


def toggled(syllable: str) -> set[str]:
    """``syllable`` with one sound changed for another that speakers of the south may take for it."""
    found = set()
    for pairs, swap in ((FUZZY_STARTS, _start), (FUZZY_ENDS, _end)):
        for long, short in pairs:
            found |= swap(syllable, long, short) or swap(syllable, short, long)
    return found


def _start(syllable: str, old: str, new: str) -> set[str]:
    return {new + syllable.removeprefix(old)} if syllable.startswith(old) else set()


def _end(syllable: str, old: str, new: str) -> set[str]:
    return {syllable.removesuffix(old) + new} if syllable.endswith(old) else set()


def respelled(syllable: str) -> set[str]:
    """``syllable`` with none, one or both of its ends changed so."""
    once = toggled(syllable)
    return {syllable, *once}.union(*map(toggled, once))


def spells(query: str, text: str, ways: Way) -> bool:
    """Whether ``query`` is a way to type some consecutive characters of ``text``."""
    text = flat(text)
    return any(_spent(query, text, start, ways) for start in range(len(text)))


def _spent(query: str, text: str, start: int, ways: Way) -> bool:
    left = {query}
    for character in text[start:]:
        left = {rest for query in left for rest in _rests(query, character, ways)}
        if "" in left:
            return True
        if not left:
            return False
    return False


def _rests(query: str, character: str, ways: Way) -> Iterator[str]:
    """What is left of ``query`` after ``character``."""
    if (Way.ITSELF in ways or not of(character)) and query.startswith(character):
        yield query[1:]
    for reading in of(character):
        spellings: Iterable[str] = respelled(reading) if Way.FUZZY in ways else (reading,)
        for spelling in spellings:
            if Way.FULL in ways and query.startswith(spelling):
                yield query[len(spelling) :]
            if Way.CUT in ways and spelling.startswith(query):
                yield ""
        if Way.INITIAL in ways:
            yield from (query[len(letters) :] for letters in _initials(reading) if query.startswith(letters))


def _initials(reading: str) -> tuple[str, ...]:
    return (reading[0], reading[:2]) if reading.startswith(CLUSTERS) else (reading[0],)


def misspells(query: str, text: str) -> bool:
    """Whether ``query`` is, but for one letter, the full reading of some consecutive characters of ``text``."""
    text = flat(text)
    return any(_near(query, "", text[start:]) for start in range(len(text)))


def _near(query: str, before: str, text: str) -> bool:
    """Whether ``before`` and readings of the first characters of ``text`` are at most one edit away from ``query``."""
    if abs(len(before) - len(query)) <= 1 and one_edit(query, before):
        return True
    if len(before) > len(query) or not text:
        return False
    return any(_near(query, before + reading, text[1:]) for reading in of(text[0]))


def one_edit(one: str, other: str) -> bool:
    """Whether inserting, deleting, replacing or swapping at most one letter makes ``one`` into ``other``."""
    if one == other:
        return True
    if len(one) > len(other):
        one, other = other, one
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    return one[at + 1 :] == other[at + 1 :] or (
        one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    )
