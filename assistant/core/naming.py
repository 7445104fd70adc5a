"""Finding one of a few hundred names while somebody types: Chinese, pinyin, initials or English.

For phrases there is :mod:`assistant.core.search`; this is for what fits into a list beside the text cursor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from assistant.core.writing import Writing

T = TypeVar("T")

_EXACT, _START, _SOUND, _INSIDE, _SOUND_INSIDE = range(5)
_LONGEST = 40  # characters of a query that are worth looking for


class Naming:
    """Judges how well names fit what was typed."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def rank(self, typed: str, names: Iterable[str]) -> int | None:
        """How well the best of ``names`` fits, 0 best; None when none does. Everything fits an empty query."""
        query = self._writing.fold(typed).strip()
        if not query:
            return _EXACT
        if len(query) > _LONGEST:
            return None
        ranks = [rank for name in names if (rank := self._one(query, self._writing.fold(name))) is not None]
        return min(ranks, default=None)

    def best(self, typed: str, things: Iterable[T], names_of: Callable[[T], Iterable[str]]) -> list[T]:
        """Those of ``things`` that fit, the best first; of equal ones those that fit by their first name."""
        ranked = []
        for thing in things:
            names = tuple(names_of(thing))
            if (rank := self.rank(typed, names)) is not None:
                ranked.append((rank, self.rank(typed, names[:1]) != rank, thing))
        return [thing for *_, thing in sorted(ranked, key=lambda one: one[:2])]

    def _one(self, query: str, name: str) -> int | None:
        place = name.find(query)
        if place == 0:
            return _EXACT if len(query) == len(name) else _START
        inside = _INSIDE if place > 0 else None
        letters = query.replace(" ", "").replace("'", "")
        if not (letters.isascii() and letters.isalnum()):
            return inside
        sounds = self._writing.sounds(name)
        start = next((start for start in range(len(sounds)) if self._sounds_like(letters, sounds[start:])), None)
        if start == 0:
            return _SOUND
        return inside if inside is not None or start is None else _SOUND_INSIDE

    def _sounds_like(self, letters: str, sounds: str) -> bool:
        """Whether ``letters`` spell the start of ``sounds``, each character by its initial or whole, the last begun."""
        places = {0}
        for sound in sounds:
            reached: set[int] = set()
            for place in places:
                rest = letters[place:]
                for reading in self._writing.readings(sound) or (sound,):
                    if reading.startswith(rest):
                        return True
                    reached |= {place + len(part) for part in (reading, reading[0]) if rest.startswith(part)}
            places = reached
            if not places:
                return False
        return False
