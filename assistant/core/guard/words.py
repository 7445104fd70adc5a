"""Wordings that a lead wants found before they spread: what advertising law forbids, what lures buyers off the
platform, what sounds like a bare no. The list itself is data, ``resources/guard/words.tsv``.

A word is found however it is written: width and case don't matter, nor blanks or invisible characters between its
letters. Words that people disguise on purpose are also found with dots between their letters and with characters that
sound or look like theirs (薇信, V芯).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from typing import Final

from assistant.core.errors import DataProblem

_BLANKS: Final = r"[\s\u200b-\u200f\u2060\ufeff*＊·•]{0,3}"
_DOTS: Final = r"[\s\u200b-\u200f\u2060\ufeff*＊·•_.\-~/|+&、]{0,3}"
_DISGUISED: Final = frozenset(("lure", "insult"))
_SOUNDS: Final = {
    "微": "微薇威徽溦葳", "信": "信芯伩訫", "加": "加➕佳", "v": "v∨", "扣": "扣抠釦", "逼": "逼比b",
    "傻": "傻煞", "群": "群裙",
}  # fmt: skip
_BETWEEN: Final = re.compile(_DOTS[: _DOTS.rindex("{")])
_SAME: Final = {sign: first for first, signs in _SOUNDS.items() for sign in signs}
_MOST = 200  # places of one word that are enough
_PATTERNS = 1024  # spellings that are kept
_SIGNS = 8192  # characters whose plain form is kept


@dataclass(frozen=True, slots=True)
class Word:
    """A row of the list. ``category`` is that of :data:`assistant.core.guard.rules.CATEGORIES`.

    ``platforms`` are names or dialects of chat programs where it counts; with a ``-`` before it, where it does not.
    ``fine`` are longer wordings in which it means no harm.
    """

    text: str
    why: str
    instead: str = ""
    category: str = ""
    platforms: tuple[str, ...] = ()
    fine: tuple[str, ...] = ()

    def counts_on(self, names: Collection[str]) -> bool:
        """Whether it is to be looked for where the chat program goes by these names; none: anywhere."""
        if not names:
            return True
        wanted = [name for name in self.platforms if not name.startswith("-")]
        barred = any(name.startswith("-") and name[1:] in names for name in self.platforms)
        return not barred and (not wanted or any(name in names for name in wanted))


@dataclass(frozen=True, slots=True)
class Guarded:
    """A wording found from ``start`` to before ``end``, why it should not be said, and what can be said, "" if open.

    ``word`` is as the list has it, which may differ from what stands in the text.
    """

    start: int
    end: int
    word: str
    why: str
    instead: str
    category: str = ""


class GuardWords:
    """The list, ready for looking."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._words: Mapping[str, Word] = {word.text: word for word in words if _core(word.text)}

    @classmethod
    def parse(cls, table: str) -> GuardWords:
        """Lines with tabs between: word, reason, better wording, category, platforms, wordings that are fine.

        The last four may be empty or absent; the last two are lists with commas. ``#`` starts a comment. Raises
        DataProblem for a line without a reason.
        """
        lines = (line for line in table.splitlines() if line.strip() and not line.startswith("#"))
        return cls([_word(line) for line in lines])

    @property
    def words(self) -> tuple[Word, ...]:
        """Every word."""
        return tuple(self._words.values())

    def found(self, text: str, platform: Collection[str] = ()) -> Iterator[Guarded]:
        """Every wording of the list in ``text`` that counts for a program of these names; none: all of them.

        From left to right; of two that overlap the longer word is told.
        """
        possible = self._possible(_core(text))
        if not possible:
            return
        plain = flat(text)
        taken: list[tuple[int, int, Word]] = []
        for word in possible:  # of the others no pattern is ever made
            if word.counts_on(platform):
                pattern = _spelled(word.text, word.category in _DISGUISED)
                spans = [hit.span() for hit in islice(pattern.finditer(plain), _MOST)]
                free = [span for span in spans if not any(span[0] < end and start < span[1] for start, end, _ in taken)]
                taken += [(*span, word) for span in free if not _inside(plain, word.fine, *span)]
        for start, end, word in sorted(taken, key=lambda hit: hit[:2]):
            yield Guarded(start, end, word.text, word.why, word.instead, word.category)

    def _possible(self, core: str) -> list[Word]:
        """The words that may stand in ``core``, the longest first."""
        known = self._by_letter
        here = known.keys() & set(core)
        numbers = sorted(number for letter in here for number, short in known[letter] if short in core)
        return [self._by_length[number][1] for number in numbers]

    @cached_property
    def _by_letter(self) -> Mapping[str, list[tuple[int, str]]]:
        """Places in the list below, and what is left of the words there, by the letter that fewest words have."""
        common = Counter(letter for short, _ in self._by_length for letter in short)
        known: dict[str, list[tuple[int, str]]] = {}
        for number, (short, _) in enumerate(self._by_length):
            known.setdefault(min(short, key=common.__getitem__), []).append((number, short))
        return known

    @cached_property
    def _by_length(self) -> list[tuple[str, Word]]:
        """The words with what is left of them when all that may come between letters is gone, the longest first."""
        ordered = sorted(self._words.values(), key=lambda word: len(word.text), reverse=True)
        return [(_core(word.text), word) for word in ordered]


def flat(text: str) -> str:
    """Narrow and in small letters, each character in its place."""
    return "".join(map(_flat, text))


@lru_cache(maxsize=_SIGNS)
def _flat(sign: str) -> str:
    plain = unicodedata.normalize("NFKC", sign).casefold()
    return plain if len(plain) == 1 else sign


def _word(line: str) -> Word:
    word, why, instead, category, platforms, fine, *_ = (*line.split("\t"), *[""] * 5)
    if not word or not why:
        raise DataProblem("敏感词表里有一行缺少词语或原因。", "请重新安装小二快答。")
    return Word(word, why, instead, category, _list(platforms), _list(fine))


def _list(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in cell.split(","))))


class _Cores(dict[int, str]):
    """For str.translate: what is left of a character when it is looked for, learned when it is met first."""

    def __missing__(self, code: int) -> str:
        plain = _flat(chr(code))
        core = self[code] = _BETWEEN.sub("", _SAME.get(plain, plain))
        return core


_CORES: Final = _Cores()


def _core(text: str) -> str:
    return text.translate(_CORES)


@lru_cache(maxsize=_PATTERNS)
def _spelled(text: str, disguised: bool) -> re.Pattern[str]:
    """A pattern for all spellings. Letters and digits at its ends are not torn out of longer ones."""
    signs = [sign for sign in flat(text) if not sign.isspace()]
    spelled = (f"[{re.escape(_SOUNDS[sign])}]" if disguised and sign in _SOUNDS else re.escape(sign) for sign in signs)
    between = _DOTS if disguised else _BLANKS
    return re.compile(_edge(signs[0], "<!") + between.join(spelled) + _edge(signs[-1], "!"))


def _edge(sign: str, looking: str) -> str:
    if not sign.isascii():
        return ""
    return rf"(?{looking}[\d.])" if sign.isdigit() else rf"(?{looking}[a-z])" if sign.isalpha() else ""


def _inside(text: str, longer: Iterable[str], start: int, end: int) -> bool:
    """Whether what was found is a part of one of the longer wordings."""
    for fine in map(flat, longer):
        place = text.find(fine, max(0, end - len(fine)))
        if 0 <= place <= start:
            return True
    return False


NOTHING = GuardWords(())
