"""Libraries in layers, starter < team < personal: what a personal copy does when its origin has changed.

The choices are :func:`follow`, :func:`keep` and :func:`merge`; each gives the phrase to put in the copy's place.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from assistant.core.merging import Clash, merge_text
from assistant.core.model import Origin, Phrase, Variant

LAYERS = ("starter", "team", "personal")
_SIMPLE = ("code", "category", "hotkey", "send", "valid_from", "valid_until", "extra", "disabled")
_TEXTS = ("title", "note")
_SETS = ("tags", "roles", "attachments")
_VARIANTS = "variants"
_CONTENT = (*_SIMPLE, *_TEXTS, *_SETS, _VARIANTS)

T = TypeVar("T", bound=Hashable)
_VariantKey = tuple[str, str, str, int]


@dataclass(frozen=True, slots=True)
class Merged:
    """A phrase with the changes of both sides. Where they clash it says what mine says."""

    phrase: Phrase
    clashes: tuple[Clash, ...]


def digest(phrase: Phrase) -> str:
    """16 hex digits of what a phrase says and does, wherever it stands and whoever's it is."""
    # Copies remember digests that were made before phrases could be disabled.
    names = _CONTENT if phrase.disabled else (name for name in _CONTENT if name != "disabled")
    content = [_plain(getattr(phrase, name)) for name in sorted(names)]
    return hashlib.blake2s(json.dumps(content).encode(), digest_size=8).hexdigest()


def origin_of(phrase: Phrase) -> Origin:
    """What a copy of ``phrase`` remembers of it."""
    return Origin(phrase.id, digest(phrase))


def differs(mine: Phrase, origin: Phrase) -> bool:
    """Whether ``origin`` has changed since ``mine`` was copied from it, or since that was settled."""
    return mine.origin is not None and mine.origin.id == origin.id and mine.origin.digest != digest(origin)


def follow(mine: Phrase, origin: Phrase) -> Phrase:
    """Say what the origin says now."""
    return replace(origin, id=mine.id, layer=mine.layer, origin=origin_of(origin))


def keep(mine: Phrase, origin: Phrase) -> Phrase:
    """Stay as it is, and take note of the origin's change."""
    return replace(mine, origin=origin_of(origin))


def merge(base: Phrase | None, mine: Phrase, origin: Phrase) -> Merged:
    """The changes of both since ``base``, what the origin said when copied; without it every difference clashes."""
    if base is None:
        differing = [name for name in _CONTENT if getattr(mine, name) != getattr(origin, name)]
        return Merged(keep(mine, origin), tuple(_clash(name, mine, origin) for name in differing))
    parts: dict[str, Any] = {}
    clashes: list[Clash] = []
    for name in _SIMPLE:
        was, here, there = (getattr(phrase, name) for phrase in (base, mine, origin))
        parts[name] = there if here == was else here
        if here not in (was, there) and there != was:
            clashes.append(_clash(name, mine, origin))
    for name in _TEXTS:
        parts[name], found = merge_text(name, *(getattr(phrase, name) for phrase in (base, mine, origin)))
        clashes += found
    for name in _SETS:
        parts[name] = _merge_set(*(getattr(phrase, name) for phrase in (base, mine, origin)))
    parts[_VARIANTS], found = _merge_variants(base.variants, mine.variants, origin.variants)
    if not parts["title"].strip():
        parts["title"] = mine.title
    return Merged(replace(mine, **parts, origin=origin_of(origin)), (*clashes, *found))


def _merge_set(base: tuple[T, ...], mine: tuple[T, ...], theirs: tuple[T, ...]) -> tuple[T, ...]:
    if mine == base:
        return theirs
    kept = [one for one in mine if one in theirs or one not in base]
    return (*kept, *(one for one in theirs if one not in base and one not in mine))


def _merge_variants(
    base: tuple[Variant, ...], mine: tuple[Variant, ...], theirs: tuple[Variant, ...]
) -> tuple[tuple[Variant, ...], tuple[Clash, ...]]:
    if mine == base:
        return theirs, ()
    was, here, there = map(_keyed, (base, mine, theirs))
    merged: list[Variant] = []
    clashes: list[Clash] = []
    for key in dict.fromkeys((*here, *there)):
        variant, found = _merge_variant(was.get(key), here.get(key), there.get(key))
        clashes += found
        if variant is not None:
            merged.append(variant)
    return tuple(merged) or mine, tuple(clashes)


def _merge_variant(
    base: Variant | None, mine: Variant | None, theirs: Variant | None
) -> tuple[Variant | None, tuple[Clash, ...]]:
    if theirs in (base, mine):
        return mine, ()
    if mine == base:
        return theirs, ()
    if mine is None or theirs is None or base is None:
        texts = [variant.text if variant else "" for variant in (mine, theirs)]
        return mine or theirs, (Clash("text", *texts),)
    text, clashes = merge_text("text", base.text, mine.text, theirs.text)
    return replace(mine, text=text if text.strip() else mine.text), clashes


def _keyed(variants: Iterable[Variant]) -> dict[_VariantKey, Variant]:
    """By tone, language, script, and which one it is among those that share them."""
    keyed: dict[_VariantKey, Variant] = {}
    for variant in variants:
        number = 0
        while (key := (variant.tone, variant.language, variant.script, number)) in keyed:
            number += 1
        keyed[key] = variant
    return keyed


def _clash(name: str, mine: Phrase, theirs: Phrase) -> Clash:
    return Clash(name, *(_shown(getattr(phrase, name)) for phrase in (mine, theirs)))


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return "\n".join(str(getattr(one, "text", getattr(one, "name", one))) for one in value)
    return "" if value is None else str(value)


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if hasattr(value, "__slots__") and hasattr(value, "__dataclass_fields__"):
        return [_plain(getattr(value, name)) for name in value.__dataclass_fields__]
    return None if value is None else str(value)
