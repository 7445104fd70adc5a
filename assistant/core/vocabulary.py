"""The words that a library is ordered by: what an editor offers again, and which codes are taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any

from assistant.core.categories import Category, Path
from assistant.core.errors import XiaoerError
from assistant.core.model import Phrase

Background = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[XiaoerError], None]], None]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Tags and roles, the most common first; categories as in the tree; by folded code whose it is: id and title."""

    tags: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    categories: tuple[Path, ...] = ()
    codes: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, phrases: Iterable[Phrase], tree: Iterable[Category]) -> Vocabulary:
        """Read a whole library: a tenth of a second for a hundred thousand phrases."""
        tags: Counter[str] = Counter()
        roles: Counter[str] = Counter()
        codes: dict[str, tuple[tuple[str, str], ...]] = {}
        for phrase in phrases:
            tags.update(phrase.tags)
            roles.update(phrase.roles)
            if phrase.code:
                key = phrase.code.casefold()
                codes[key] = (*codes.get(key, ()), (phrase.id, phrase.title))
        return cls(_ordered(tags), _ordered(roles), tuple(_paths(tree)), codes)

    def code_taken(self, code: str, key: str) -> str:
        """The title of a phrase other than ``key`` that has ``code``, whatever its case; "" when it is free."""
        owners = self.codes.get(code.strip().casefold(), ())
        return next((title for owner, title in owners if owner != key), "")


class Vocabularies:
    """The vocabulary of a library that changes: gives the latest known at once and reads anew in the background."""

    def __init__(self, read: Callable[[], Vocabulary], stamp: Callable[[], Hashable], background: Background) -> None:
        """``stamp`` tells one state of the library from another."""
        self._read = read
        self._stamp = stamp
        self._background = background
        self._known = Vocabulary()
        self._of: Hashable = object()

    def now(self) -> Vocabulary:
        """What is known so far."""
        stamp = self._stamp()
        if stamp != self._of:
            self._of = stamp
            self._background(self._read, self._take, lambda _: None)
        return self._known

    def _take(self, found: Vocabulary) -> None:
        self._known = found


def _ordered(counted: Counter[str]) -> tuple[str, ...]:
    return tuple(word for word, _ in counted.most_common())


def _paths(tree: Iterable[Category]) -> Iterable[Path]:
    for category in tree:
        yield category.path
        yield from _paths(category.children)
