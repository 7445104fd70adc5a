"""What differs between two texts, word by word, and between two phrases, part by part."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum, auto

from assistant.core.merging import words
from assistant.core.model import Phrase


class Side(Enum):
    """Where a piece of text stands."""

    BOTH = auto()
    OLD = auto()
    NEW = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words that stand in both texts, or only in one."""

    side: Side
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a phrase that differs. ``name`` is that of the field, ``number`` counts wordings from 1, else 0."""

    name: str
    number: int
    pieces: tuple[Piece, ...]


def difference(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces in their order; those of one side put together are that text."""
    was, now = words(old), words(new)
    found: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece(Side.BOTH, "".join(was[a:b])))
            continue
        if b > a:
            found.append(Piece(Side.OLD, "".join(was[a:b])))
        if d > c:
            found.append(Piece(Side.NEW, "".join(now[c:d])))
    return tuple(found)


def parts(old: Phrase | None, new: Phrase | None) -> tuple[Part, ...]:
    """What differs, in the order in which an editor shows it. None has nothing in it."""
    before, after = _told(old), _told(new)
    keys = list(dict.fromkeys((*after, *before)))
    keys.sort(key=lambda key: (_NAMES.index(key[0]), key[1]))
    texts = ((key, before.get(key, ""), after.get(key, "")) for key in keys)
    return tuple(Part(*key, difference(was, now)) for key, was, now in texts if was != now)


_NAMES = (
    *("title", "code", "category", "text", "tags", "roles", "note"),
    *("valid", "hotkey", "send", "attachments", "disabled"),
)


def _told(phrase: Phrase | None) -> dict[tuple[str, int], str]:
    if phrase is None:
        return {}
    days = " – ".join(str(day or "…") for day in (phrase.valid_from, phrase.valid_until))
    told = {
        ("title", 0): phrase.title,
        ("code", 0): phrase.code,
        ("category", 0): " › ".join(phrase.category),
        ("tags", 0): "、".join(phrase.tags),
        ("roles", 0): "、".join(phrase.roles),
        ("note", 0): phrase.note,
        ("valid", 0): days if phrase.valid_from or phrase.valid_until else "",
        ("hotkey", 0): phrase.hotkey,
        ("send", 0): phrase.send.value,
        ("attachments", 0): "、".join(attachment.name for attachment in phrase.attachments),
        ("disabled", 0): "✓" if phrase.disabled else "",
    }
    return told | {("text", number): variant.text for number, variant in enumerate(phrase.variants, 1)}
