"""Find and replace over phrases: every hit is a value that can be looked at before anything is changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.core.model import Phrase

_AROUND = 18  # characters shown on each side of a hit


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, where, and what takes its place."""

    find: str
    into: str = ""
    fields: tuple[str, ...] = ("title", "text")  # of: title, text, code
    exact_case: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One place: ``field`` is title, code or text; ``variant`` counts the wordings, 0 for title and code.

    ``start`` and ``end`` count characters; ``into`` is what would stand there.
    """

    phrase: str  # id
    field: str
    variant: int
    start: int
    end: int
    into: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit as the eye sees it: what is before, what goes, what comes, what is after."""

    before: str
    was: str
    into: str
    after: str


def hits(phrases: Iterable[Phrase], wanted: Search) -> Iterator[Hit]:
    """Every hit, phrase by phrase; none when nothing is looked for. What would stay as it is is no hit."""
    expression = re.compile(re.escape(wanted.find), re.NOFLAG if wanted.exact_case else re.IGNORECASE)
    for phrase in phrases:
        for field, variant, text in _texts(phrase, wanted.fields):
            for found in expression.finditer(text):
                if found[0] and found[0] != wanted.into:
                    yield Hit(phrase.id, field, variant, found.start(), found.end(), wanted.into)


def applied(phrase: Phrase, chosen: Iterable[Hit]) -> Phrase:
    """The phrase with these hits replaced; those of other phrases do nothing."""
    mine = sorted((hit for hit in chosen if hit.phrase == phrase.id), key=lambda hit: hit.start, reverse=True)
    texts = {(field, number): text for field, number, text in _texts(phrase, ("title", "text", "code"))}
    for hit in mine:
        text = texts[hit.field, hit.variant]
        texts[hit.field, hit.variant] = text[: hit.start] + hit.into + text[hit.end :]
    variants = tuple(replace(variant, text=texts["text", n]) for n, variant in enumerate(phrase.variants))
    return replace(phrase, title=texts["title", 0], code=texts["code", 0], variants=variants)


def shown(phrase: Phrase, hit: Hit) -> Shown:
    """The hit with a little of what stands around it, on one line."""
    text = next(text for field, number, text in _texts(phrase, (hit.field,)) if number == hit.variant)
    first, last = max(0, hit.start - _AROUND), hit.end + _AROUND
    before = ("…" if first else "") + text[first : hit.start]
    after = text[hit.end : last] + ("…" if last < len(text) else "")
    return Shown(*(" ".join(part.splitlines()) for part in (before, text[hit.start : hit.end], hit.into, after)))


def _texts(phrase: Phrase, fields: Sequence[str]) -> Iterator[tuple[str, int, str]]:
    if "title" in fields:
        yield "title", 0, phrase.title
    if "code" in fields:
        yield "code", 0, phrase.code
    if "text" in fields:
        for number, variant in enumerate(phrase.variants):
            yield "text", number, variant.text
