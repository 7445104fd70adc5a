"""The tree of categories: those that phrases are in, and the empty ones that somebody made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Category:
    """A node. ``count`` are the phrases right in it, ``total`` those below as well."""

    path: Path
    children: tuple[Category, ...]
    count: int
    total: int

    @property
    def name(self) -> str:
        """The last part of its path."""
        return self.path[-1]


def tree(counts: Mapping[Path, int], places: Mapping[Path, int]) -> tuple[Category, ...]:
    """The roots. ``counts`` is the number of phrases by path in the order of appearance, ``places`` what was arranged.

    Arranged siblings come first, by their places; the others follow as they appear.
    """
    below: dict[Path, list[Path]] = {}
    known: set[Path] = set()
    for path in (*counts, *places):
        for size in range(1, len(path) + 1):
            part = path[:size]
            if part not in known:
                known.add(part)
                below.setdefault(part[:-1], []).append(part)

    def grown(parent: Path) -> tuple[Category, ...]:
        return tuple(map(node, ordered(below.get(parent, ()), places)))

    def node(path: Path) -> Category:
        children, count = grown(path), counts.get(path, 0)
        return Category(path, children, count, count + sum(child.total for child in children))

    return grown(())


def ordered(siblings: Iterable[Path], places: Mapping[Path, int]) -> list[Path]:
    """``siblings``, given in the order of appearance, as they are shown."""
    return sorted(siblings, key=lambda path: (path not in places, places.get(path, 0)))
