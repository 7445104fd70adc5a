"""What a reader of another program's file gives: phrases of ours, and a report of what was changed or left out."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.core.model import Phrase, PriorUse


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that was changed or left out. ``where`` is a file, row or phrase, ``what`` a sentence for the user."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A file that belongs to a phrase, with its ending in ``name``."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Taken:
    """One phrase. ``original`` is the foreign text word for word when ours says it in another way, else empty.

    ``disabled`` ones held a program or something else that is never run; they come in, but can't be sent. ``prior`` is
    how much it was used over there.
    """

    phrase: Phrase
    pictures: tuple[Picture, ...] = ()
    disabled: bool = False
    original: str = field(default="", repr=False)
    prior: PriorUse | None = None


@dataclass(frozen=True, slots=True)
class Haul:
    """Everything of one file or folder, in its order. ``format`` is the reader's name, e.g. ``espanso``."""

    format: str
    phrases: tuple[Taken, ...]
    report: tuple[Remark, ...] = ()
