"""A phrase pack as a value: what a lead hands out, wherever it is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from assistant.core.categories import Path
from assistant.core.guard.rules import Layer
from assistant.core.model import Attachment, Phrase
from assistant.core.packs.manifest import Manifest
from assistant.core.tables.table import Table

LAYER: Final = "team"  # whose the phrases of packs are
_ENDING: Final = re.compile(r"[a-z0-9]{1,10}")


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or a file of a pack. ``load`` reads its content, and raises XiaoerError when that has changed."""

    hash: str  # SHA-256 of the content in hex
    ending: str  # without a dot, "" when there is none
    size: int  # bytes
    load: Callable[[], bytes] = field(compare=False, repr=False)

    @property
    def name(self) -> str:
        """What the file is called in a pack."""
        return f"{self.hash}.{self.ending}" if self.ending else self.hash


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack. ``categories`` are in the order that the lead wants, empty ones included; ``attachments`` go by hash.

    ``papers`` are texts for people (``README.md``, ``LICENSE``) by their names.
    """

    manifest: Manifest
    phrases: Sequence[Phrase]
    categories: tuple[Path, ...] = ()
    tables: tuple[Table, ...] = ()
    attachments: Mapping[str, Media] = field(default_factory=dict)
    rules: Layer = field(default_factory=Layer)
    papers: Mapping[str, str] = field(default_factory=dict)


def packable(phrase: Phrase) -> Phrase:
    """A phrase as it travels: nobody's copy, in the team's layer."""
    return replace(phrase, layer=LAYER, origin=None)


def categories_of(phrases: Iterable[Phrase], before: Iterable[Path] = ()) -> tuple[Path, ...]:
    """``before``, then the categories of ``phrases`` that are not among them, parents first, in their order."""
    found: dict[Path, None] = {}
    for path in (*before, *dict.fromkeys(phrase.category for phrase in phrases)):
        for size in range(1, len(path) + 1):
            found.setdefault(path[:size])
    return tuple(found)


def ending_of(attachment: Attachment) -> str:
    """The ending that its file has in a pack; "" when the name has none that every system takes."""
    _, dot, ending = attachment.name.rpartition(".")
    return ending.lower() if dot and _ENDING.fullmatch(ending.lower()) else ""
