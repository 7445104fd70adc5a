"""What a printed book is made of, before anybody knows how it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Leaf:
    """Some pages: simple HTML with an ``<h2>`` for each of ``chapters``, and the pictures it names by ``src``."""

    html: str = field(repr=False)
    chapters: tuple[str, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands before the contents, and the words over them."""

    title: str
    about: str
    contents: str = "目录"
