"""A set of phrases, everything about them made ready for searching once. Never changes."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar

from assistant.core.model import Phrase
from assistant.core.search import bits
from assistant.core.search.codes import Codes
from assistant.core.search.labels import Labels
from assistant.core.search.plain import asked_by, plain
from assistant.core.search.texts import Texts
from assistant.core.search.titles import Titles
from assistant.core.writing import Writing

K = TypeVar("K")


@dataclass(frozen=True)
class Kinds(Generic[K]):
    """One property of all documents: few different values, and which of them each document has."""

    values: tuple[K, ...]
    of: array[int]

    @classmethod
    def build(cls, found: Iterable[K]) -> Kinds[K]:
        """From the values in the order of the documents."""
        numbers: dict[K, int] = {}
        of = array("I", [numbers.setdefault(value, len(numbers)) for value in found])
        return cls(tuple(numbers), of)

    def where(self, wanted: Callable[[K], bool]) -> int:
        """The documents whose value is ``wanted``."""
        flags = [b"01"[bool(wanted(value))] for value in self.values]
        return bits.where(bytes(map(flags.__getitem__, self.of)))


@dataclass(frozen=True)
class Segment:
    """The phrases and what is searched in: document ``n`` of every part is ``phrases[n]``."""

    phrases: Sequence[Phrase]
    ids: tuple[str, ...]
    codes: Codes
    titles: Titles
    labels: Labels
    texts: Texts
    categories: Kinds[tuple[str, ...]]
    roles: Kinds[tuple[str, ...]]
    fields: Kinds[frozenset[str]]
    days: Kinds[tuple[date | None, date | None]]
    disabled: Kinds[bool]

    @classmethod
    def build(cls, phrases: Sequence[Phrase], writing: Writing, *, texts: bool = True) -> Segment:
        """From the phrases in the library's order; each is looked at once, since making one may take time."""
        seen = _Columns(writing, texts=texts)
        bodies = Texts.build(map(seen.take, phrases))
        return cls(
            phrases,
            tuple(seen.ids),
            Codes.build(seen.codes),
            Titles.build(seen.titles, writing),
            Labels.build(seen.labels, writing),
            bodies,
            Kinds.build(seen.categories),
            Kinds.build(seen.roles),
            Kinds.build(seen.fields),
            Kinds.build(seen.days),
            Kinds.build(seen.disabled),
        )

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def everything(self) -> int:
        """All documents."""
        return (1 << len(self.ids)) - 1

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The document of each phrase id."""
        return {key: number for number, key in enumerate(self.ids)}


class _Columns:
    """Everything but the texts of phrases that pass by."""

    def __init__(self, writing: Writing, *, texts: bool) -> None:
        self._fold = writing.fold
        self._texts = texts
        self._known: dict[Any, Any] = {}
        self.ids: list[str] = []
        self.codes: list[str] = []
        self.titles: list[str] = []
        self.labels: list[frozenset[str]] = []
        self.categories: list[tuple[str, ...]] = []
        self.roles: list[tuple[str, ...]] = []
        self.fields: list[frozenset[str]] = []
        self.days: list[tuple[date | None, date | None]] = []
        self.disabled: list[bool] = []

    def _one(self, value: K) -> K:
        """The same object for equal values: there are few different ones."""
        kept: K = self._known.setdefault(value, value)
        return kept

    def take(self, phrase: Phrase) -> str:
        """Note everything and give the folded text, with the title in front for what is searched by its punctuation."""
        self.ids.append(phrase.id)
        self.codes.append(self._fold(phrase.code))
        self.titles.append(phrase.title)
        self.labels.append(self._one(frozenset((*phrase.tags, *phrase.category))))
        self.categories.append(self._one(phrase.category))
        self.roles.append(self._one(phrase.roles))
        self.fields.append(self._one(asked_by(phrase.text)))
        self.days.append(self._one((phrase.valid_from, phrase.valid_until)))
        self.disabled.append(phrase.disabled)
        if not self._texts:
            return self._fold(phrase.title)
        return self._fold("\t".join((phrase.title, *(plain(variant.text) for variant in phrase.variants))))
