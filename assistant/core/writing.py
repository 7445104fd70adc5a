"""How text is written: one form for comparing, and the readings of Chinese characters.

Two texts that differ in case, width, script (traditional, simplified), accents or apostrophes fold to the same one.
The *sound* of a character is one sign for its set of common readings, so that 长 answers to chang and to zhang.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

_FIRST_SOUND = 0xE000  # private use: signs that no text means anything by
_FIRST_ASTRAL = 0xE400  # one character beyond U+FFFF would make a whole str four bytes wide
_LAST_PRIVATE = 0xF900
_GONE = ("M", "Cf", "Cs")  # accents, joiners, variation selectors, halves of pairs
_APART = ("Z", "C")  # blanks and controls
_APOSTROPHES = "'’‘ʼ＇`"
_LETTERS = re.compile(r"[a-z]+")


class _Folds(dict[int, str]):
    """A table for str.translate that learns each character when it meets it first."""

    def __init__(self, simplified: Mapping[str, str]) -> None:
        super().__init__({ord(sign): "" for sign in _APOSTROPHES})
        self._simplified = simplified

    def __missing__(self, code: int) -> str:
        folded = "".join(map(self._fold, unicodedata.normalize("NFKC", chr(code)).lower()))
        self[code] = folded
        return folded

    def _fold(self, sign: str) -> str:
        kind = unicodedata.category(sign)
        if kind.startswith(_GONE):
            return ""
        if kind.startswith(_APART):
            return " "
        sign = self._simplified.get(sign, sign)
        base = unicodedata.normalize("NFD", sign)
        if len(base) > 1 and base[0].isascii():
            return "v" if "\u0308" in base and base[0] == "u" else base[0]
        if ord(sign) > 0xFFFF:
            return chr(_FIRST_ASTRAL + ord(sign) % (_LAST_PRIVATE - _FIRST_ASTRAL))
        return sign


class _Bare(dict[int, str | None]):
    """A table for str.translate that drops punctuation and blanks of folded text."""

    def __missing__(self, code: int) -> str | None:
        kept = None if unicodedata.category(chr(code))[0] in "PZ" else chr(code)
        self[code] = kept
        return kept


class Writing:
    """The tables of ``resources/writing``, made ready.

    ``syllables`` are all readings that occur, ``with_syllable`` the sounds that can be read so.
    """

    def __init__(self, readings: Mapping[str, tuple[str, ...]], simplified: Mapping[str, str]) -> None:
        """``readings``: the common readings of a simplified character, ``simplified``: of a traditional one."""
        self._folds = _Folds(simplified)
        self._bare = _Bare()
        sets = sorted(set(readings.values()))
        signs = {readings_: chr(_FIRST_SOUND + place) for place, readings_ in enumerate(sets)}
        if _FIRST_SOUND + len(sets) > _FIRST_ASTRAL:
            raise ValueError("more sets of readings than signs for them")
        self._sounds = {ord(character): signs[given] for character, given in readings.items()}
        self._readings = {signs[given]: given for given in sets}
        self.with_syllable: dict[str, str] = {}
        for sound, given in self._readings.items():
            for syllable in dict.fromkeys(given):
                self.with_syllable[syllable] = self.with_syllable.get(syllable, "") + sound
        self.syllables = frozenset(self.with_syllable)
        self._starting: dict[str, str] = {}
        for sound, given in self._readings.items():
            for letters in {reading[:size] for reading in given for size in range(1, len(reading) + 1)}:
                self._starting[letters] = self._starting.get(letters, "") + sound

    @classmethod
    def parse(cls, readings: str, simplified: str) -> Writing:
        """From the two files, in which ``#`` starts a comment.

        A line of the first is readings, commas between them, a tab, the characters that are read so. Two lines of the
        second belong together: traditional characters and under each the simplified one.
        """
        known: dict[str, tuple[str, ...]] = {}
        for line in _lines(readings):
            given, _, characters = line.partition("\t")
            known |= dict.fromkeys(characters, tuple(given.split(",")))
        rows = _lines(simplified)
        return cls(known, dict(zip("".join(rows[::2]), "".join(rows[1::2]), strict=True)))

    def fold(self, text: str) -> str:
        """The one form: half width, lower case, simplified, without accents and apostrophes; blanks as spaces."""
        return text.translate(self._folds)

    def fold_apart(self, text: str) -> tuple[str, list[int]]:
        """:meth:`fold`, and for each character of the result the place in ``text`` that it comes from."""
        parts = [self._folds[ord(sign)] for sign in text]
        return "".join(parts), [place for place, part in enumerate(parts) for _ in part]

    def seen(self) -> frozenset[str]:
        """All characters that were ever folded."""
        return frozenset(map(chr, self._folds))

    def bare(self, folded: str) -> str:
        """Folded text without punctuation and blanks."""
        return folded.translate(self._bare)

    def sounds(self, folded: str) -> str:
        """Folded text with the sound of each character in its place; what has none stays."""
        return folded.translate(self._sounds)

    def readings(self, sound: str) -> tuple[str, ...]:
        """The readings of a sound, the most common first; none for what is no sound."""
        return self._readings.get(sound, ())

    def starting(self, letters: str) -> str:
        """The sounds with a reading that starts with ``letters``, and the letter itself where it is one."""
        return self._starting.get(letters, "") + (letters if len(letters) == 1 else "")

    @lru_cache(maxsize=4096)  # noqa: B019 - there is one Writing, for the life of the program
    def initials(self, sound: str) -> str:
        """The letters that a sound can start with; what is no sound stands for itself."""
        given = self.readings(sound)
        return "".join(dict.fromkeys(reading[0] for reading in given)) if given else sound

    def read(self, syllables: Iterable[str]) -> tuple[str, ...]:
        """For each syllable the sounds that can be read so."""
        return tuple(self.with_syllable[syllable] for syllable in syllables)


def _lines(table: str) -> list[str]:
    return [line for line in table.splitlines() if line and not line.startswith("#")]
