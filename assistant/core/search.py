"""Finding phrases while somebody types.

All comparing happens on folded text: lower case, full-width signs as half-width ones, one character for one
character, so that a place in the folded text is the same place in the text that people see.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Collection, Iterable, Mapping
from enum import IntEnum
from typing import NamedTuple

from assistant.core.facts import canonical, field
from assistant.core.model import Phrase

Span = tuple[int, int]
"""First place and the place after the last, counted in characters."""

_HALF_WIDTH = {0x3000: " ", **{full: chr(full - 0xFEE0) for full in range(0xFF01, 0xFF5F)}}
_LINE_BREAKS = {ord(sign): " " for sign in "\r\n\t\v\f\u2028\u2029"}
_EMOTICON = re.compile(r"\{%-?\s*emo\s+['\"]?(.*?)['\"]?\s*-?%\}", re.DOTALL)
_TAG = re.compile(r"\{%.*?%\}", re.DOTALL)
_OUTPUT = re.compile(r"\{\{-?\s*(.*?)\s*(?:\|.*?)?-?\}\}", re.DOTALL)
_SPACES = re.compile(r"\s{2,}")
_EXCERPT = 120  # characters; more than any list shows in one line
_LEAD = 8  # characters kept in front of a hit, so that the eye sees its sentence


class Tier(IntEnum):
    """Where a word was found; the smaller, the better."""

    CODE = 0
    CODE_PREFIX = 1
    TITLE = 2
    TAG = 3
    TEXT = 4


class Scope(NamedTuple):
    """Where to look: what one role says, within one category and all below it. Empty means no limit."""

    role: str = ""
    category: tuple[str, ...] = ()


EVERYTHING = Scope()


class Match(NamedTuple):
    """A phrase that fits, and where. Spans count in ``phrase.title``, ``phrase.code`` and ``excerpt``."""

    phrase: Phrase
    score: float
    title_spans: tuple[Span, ...] = ()
    code_spans: tuple[Span, ...] = ()
    excerpt: str = ""
    excerpt_spans: tuple[Span, ...] = ()


def fold(text: str) -> str:
    """Lower case and half width, with as many characters as before."""
    text = text.translate(_HALF_WIDTH)
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := sign.lower()) == 1 else sign for sign in text)


def plain(template: str) -> str:
    """A template as one line for the eye: fields as ‹name›, emoticons as [name], other tags left out."""
    if "{" in template:
        template = _EMOTICON.sub(r"[\1]", template)
        template = _OUTPUT.sub(_named, _TAG.sub("", template))
    return _SPACES.sub(" ", template.translate(_LINE_BREAKS)).strip()


def _named(output: re.Match[str]) -> str:
    path = canonical(output[1])
    return f"‹{field(path).label if path else output[1]}›"


class _Entry:
    """A phrase with everything about it folded once."""

    __slots__ = ("code", "everything", "excerpt", "labels", "order", "phrase", "text", "title", "wordings")

    def __init__(self, order: int, phrase: Phrase) -> None:
        self.order = order
        self.phrase = phrase
        self.code = fold(phrase.code)
        self.title = fold(phrase.title)
        self.labels = fold("\n".join((*phrase.tags, *phrase.category)))
        wordings = [plain(variant.text) for variant in phrase.variants]
        self.excerpt = wordings[0][:_EXCERPT] if wordings else ""
        self.wordings = "\n".join(wordings)
        self.text = fold(self.wordings)
        self.everything = "\n".join((self.code, self.title, self.labels, self.text))

    def tier(self, word: str) -> Tier:
        """Where ``word``, which is known to be somewhere, is found best."""
        if self.code.startswith(word):
            return Tier.CODE if self.code == word else Tier.CODE_PREFIX
        if word in self.title or word in self.code:
            return Tier.TITLE
        return Tier.TAG if word in self.labels else Tier.TEXT


class Index:
    """Phrases made ready for searching, in the order of the library."""

    def __init__(self, phrases: Iterable[Phrase] = ()) -> None:
        self._entries = tuple(_Entry(order, phrase) for order, phrase in enumerate(phrases))

    def __len__(self) -> int:
        return len(self._entries)

    def within(self, scope: Scope) -> Collection[_Entry]:
        """The entries of a role and of a category with all below it."""
        entries: Collection[_Entry] = self._entries
        role, category = scope
        if category:
            depth = len(category)
            entries = [entry for entry in entries if entry.phrase.category[:depth] == category]
        if role:
            entries = [entry for entry in entries if not entry.phrase.roles or role in entry.phrase.roles]
        return entries


def search(
    query: str,
    index: Index,
    scores: Mapping[str, float],
    scope: Scope = EVERYTHING,
    limit: int = 50,
) -> list[Match]:
    """The best ``limit`` phrases that contain every word of ``query``, best first.

    A whole code comes before the start of a code, then title, tags and categories, texts; of several words the
    one that was found worst decides. Among equals the higher score wins, then the order of the library.
    An empty query gives the phrases by score.
    """
    entries = index.within(scope)
    words = fold(query).split()
    score = scores.get
    if not words:
        ranked = heapq.nsmallest(limit, ((-score(e.phrase.id, 0.0), e.order, e) for e in entries))
        return [Match(e.phrase, -rank, excerpt=e.excerpt) for rank, _, e in ranked]
    first, *rest = words
    found = [e for e in entries if first in e.everything]
    for word in rest:
        found = [e for e in found if word in e.everything]
    keys = ((max(map(e.tier, words)), -score(e.phrase.id, 0.0), e.order, e) for e in found)
    return [_match(e, words, -rank) for _, rank, _, e in heapq.nsmallest(limit, keys)]


def _match(entry: _Entry, words: list[str], score: float) -> Match:
    titles, codes = _spans(entry.title, words), _spans(entry.code, words)
    hits = [place for word in words if (place := entry.text.find(word)) >= 0]
    if not hits:
        return Match(entry.phrase, score, titles, codes, entry.excerpt)
    excerpt = _around(entry.wordings, min(hits))
    return Match(entry.phrase, score, titles, codes, excerpt, _spans(fold(excerpt), words))


def _around(wordings: str, place: int) -> str:
    """The wording that ``place`` lies in, from a little before it, or from its start when that is near."""
    start = wordings.rfind("\n", 0, place) + 1
    end = wordings.find("\n", place)
    wording = wordings[start : end if end >= 0 else None]
    if place - start <= 2 * _LEAD:
        return wording[:_EXCERPT]
    cut = place - start - _LEAD
    return "…" + wording[cut : cut + _EXCERPT]


def _spans(folded: str, words: list[str]) -> tuple[Span, ...]:
    """Where the words stand in ``folded``, in order, overlapping places joined."""
    places: list[Span] = []
    for word in words:
        place = folded.find(word)
        while place >= 0:
            places.append((place, place + len(word)))
            place = folded.find(word, place + len(word))
    places.sort()
    joined: list[Span] = []
    for start, end in places:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
