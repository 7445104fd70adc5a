"""What is done to many phrases at once, as plain functions of one phrase."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.core.model import Phrase


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day on which something may be said; None for no limit."""

    first: date | None = None
    last: date | None = None


def moved(phrase: Phrase, path: tuple[str, ...]) -> Phrase:
    """In another category."""
    return replace(phrase, category=path)


def tagged(phrase: Phrase, added: Sequence[str], removed: Sequence[str]) -> Phrase:
    """With some tags more, and without some others; what it has stays in its order."""
    kept = [tag for tag in phrase.tags if tag not in removed]
    return replace(phrase, tags=tuple(dict.fromkeys((*kept, *added))))


def for_roles(phrase: Phrase, roles: Sequence[str]) -> Phrase:
    """For these roles only; for every role when there are none."""
    return replace(phrase, roles=tuple(dict.fromkeys(roles)))


def valid(phrase: Phrase, days: Days) -> Phrase:
    """To be said on these days only."""
    return replace(phrase, valid_from=days.first, valid_until=days.last)


def copied(phrase: Phrase, key: str, title: str) -> Phrase:
    """Another phrase that says the same, with an id of its own; codes and keys are for one phrase only."""
    return replace(phrase, id=key, title=title, code="", hotkey="", layer="personal", origin=None)


def merged(kept: Phrase, others: Iterable[Phrase], fold: Callable[[str], str]) -> Phrase:
    """``kept`` with what the others have besides: wordings, tags, attachments, and roles, where none means all."""
    variants, tags = list(kept.variants), list(kept.tags)
    roles, attachments = [kept.roles], list(kept.attachments)
    seen = {fold(variant.text) for variant in variants}
    for other in others:
        for variant in other.variants:
            if (folded := fold(variant.text)) not in seen:
                seen.add(folded)
                variants.append(variant)
        tags += other.tags
        attachments += other.attachments
        roles.append(other.roles)
    everyone = not all(roles)
    return replace(
        kept,
        variants=tuple(variants),
        tags=tuple(dict.fromkeys(tags)),
        attachments=tuple(dict.fromkeys(attachments)),
        roles=() if everyone else tuple(dict.fromkeys(role for some in roles for role in some)),
    )
