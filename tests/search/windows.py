"""Queries made out of titles: some neighbouring characters, typed in the ways that agents type.

An answer is right when its title has such characters by sound, wherever they came from, or when the rules put it before
them: its code starts with the query, or its title or a label is exactly what a fuzzy or mistyped query says.
"""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from assistant.core.model import Phrase
from tests.search import sounds
from tests.search.sounds import EXACT, Way

SHORTEST, LONGEST = 2, 6  # characters
TYPO_LETTERS = 5
TRIES = 10_000


class Window(NamedTuple):
    """A query and the characters that it stands for."""

    kind: str
    query: str
    characters: str


Typed = str | None
Typist = Callable[[random.Random, str], Typed]
"""Types characters; None when they cannot be typed in this way."""


def windows(phrases: Sequence[Phrase], kind: str, count: int = 200, longest: int = LONGEST) -> list[Window]:
    """``count`` different queries of a kind for at most ``longest`` characters, the same for the same phrases."""
    rng, typist = random.Random(kind), TYPISTS[kind]
    found: dict[str, Window] = {}
    for _ in range(TRIES):
        characters = _cut(rng, rng.choice(phrases).title, longest)
        if characters and (query := typist(rng, characters)):
            found.setdefault(query, Window(kind, query, characters))
            if len(found) == count:
                break
    return list(found.values())


def right(window: Window, phrase: Phrase) -> bool:
    """Whether ``phrase`` is an answer to ``window`` by the rules."""
    query = sounds.flat(window.query)
    if sounds.flat(phrase.code).startswith(query) or query in sounds.flat(phrase.title):
        return True
    match window.kind:
        case "typo":
            return sounds.misspells(query, phrase.title) or _exactly(query, phrase)
        case "fuzzy":
            return sounds.spells(query, phrase.title, Way.FULL | Way.FUZZY) or _exactly(query, phrase)
    return any(sounds.spells(query, phrase.title, ways) for ways in RIGHT[window.kind])


def recall(found: Iterable[tuple[Window, Sequence[Phrase]]], first: int = 5) -> float:
    """The share of windows with a right answer among the ``first`` ones."""
    marks = [any(right(window, phrase) for phrase in phrases[:first]) for window, phrases in found]
    return sum(marks) / len(marks)


def _exactly(query: str, phrase: Phrase) -> bool:
    return any(sounds.spells(query, text, EXACT) for text in (phrase.title, *phrase.tags, *phrase.category))


def _cut(rng: random.Random, title: str, longest: int) -> str:
    """Neighbouring Chinese characters; empty when there are none where we looked."""
    length = rng.randint(SHORTEST, longest)
    start = rng.randint(0, max(0, len(title) - length))
    characters = title[start : start + length]
    return characters if len(characters) == length and all(map(sounds.of, characters)) else ""


def _usual(characters: str) -> list[str]:
    return [sounds.of(character)[0] for character in characters]


def _full(_: random.Random, characters: str) -> Typed:
    return "".join(_usual(characters))


def _initials(_: random.Random, characters: str) -> Typed:
    return "".join(reading[0] for reading in _usual(characters))


def _partial(rng: random.Random, characters: str) -> Typed:
    *before, last = _usual(characters)
    return "".join(before) + last[: rng.randint(1, len(last) - 1)] if len(last) > 1 else None


def _mixed(rng: random.Random, characters: str) -> Typed:
    replaced = set(rng.sample(range(len(characters)), rng.randint(1, len(characters) - 1)))
    spell = (lambda reading: reading[0]) if rng.random() < 0.3 else str
    typed = [
        spell(r) if at in replaced else c for at, (c, r) in enumerate(zip(characters, _usual(characters), strict=True))
    ]
    return "".join(typed)


def _fuzzy(rng: random.Random, characters: str) -> Typed:
    typed = _usual(characters)
    able = [at for at, reading in enumerate(typed) if sounds.toggled(reading)]
    for at in rng.sample(able, min(len(able), rng.randint(1, 2))):
        typed[at] = rng.choice(sorted(sounds.toggled(typed[at])))
    return "".join(typed) if able else None


def _typo(rng: random.Random, characters: str) -> Typed:
    word = "".join(_usual(characters))
    if len(characters) < 3 or len(word) < TYPO_LETTERS:
        return None
    at, letter = rng.randrange(len(word) - 1), rng.choice(string.ascii_lowercase)
    edited = {
        "insert": word[:at] + letter + word[at:],
        "delete": word[:at] + word[at + 1 :],
        "substitute": word[:at] + letter + word[at + 1 :],
        "transpose": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    }
    typed = edited[rng.choice(sorted(edited))]
    return typed if typed != word else None


def _heteronym(rng: random.Random, characters: str) -> Typed:
    typed = _usual(characters)
    able = [at for at, character in enumerate(characters) if len(sounds.of(character)) > 1]
    if not able:
        return None
    at = rng.choice(able)
    typed[at] = rng.choice(sounds.of(characters[at])[1:])
    return "".join(typed)


TYPISTS: dict[str, Typist] = {
    "full": _full,
    "initials": _initials,
    "partial": _partial,
    "mixed": _mixed,
    "fuzzy": _fuzzy,
    "typo": _typo,
    "heteronym": _heteronym,
}
KINDS = tuple(TYPISTS)
RIGHT = {
    "full": (Way.FULL,),
    "initials": (Way.INITIAL, Way.FULL),  # wa is 挖 as well as 晚安: a whole syllable comes first
    "partial": (Way.FULL | Way.CUT,),
    "mixed": (Way.ITSELF | Way.FULL | Way.INITIAL,),
    "heteronym": (Way.FULL,),
}
