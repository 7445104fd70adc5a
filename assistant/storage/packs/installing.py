"""Packs into the library and out of it, each as one step that can be undone."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.core.edits import Change, Held, Kind
from assistant.core.errors import NotFound
from assistant.core.model import Phrase
from assistant.core.packs.installed import Installed
from assistant.core.packs.pack import Pack, categories_of
from assistant.core.packs.plan import Choice, Item, Status, decided
from assistant.core.packs.progress import Progress, always, watched
from assistant.core.places import spread
from assistant.storage.attachments import Attachments
from assistant.storage.lines import Document, Entry, pack, pack_held, unpack
from assistant.storage.packs.reading import Opened
from assistant.storage.phrases import Changed, Library
from assistant.storage.shelf import Row, Shelf, packed
from assistant.storage.team import key_of, pack_document, place

_FILES, _PHRASES = 0.3, 0.9  # how far the work is when they are done


@dataclass(frozen=True, slots=True)
class Wanted:
    """A pack to install, and what becomes of the agent's own phrases in its way (by id; without a choice they stay)."""

    opened: Opened
    choices: Mapping[str, Choice] = field(default_factory=dict)


def install(library: Library, attachments: Attachments, wanted: Wanted, progress: Progress = always) -> Changed:
    """Have the pack in the team's layer, in the place of any version of it that is there.

    Files attached are kept before, so that no phrase ever lacks its picture. Raises Stopped, and DataProblem and
    ReadOnly; the library is as it was then. It is on the disk soon, as with any other step.
    """
    content = wanted.opened.pack
    names = {attachment.hash: attachment.name for phrase in content.phrases for attachment in phrase.attachments}
    for media in watched(tuple(content.attachments.values()), progress, 0.0, _FILES):
        if media.size:
            attachments.keep(media.load(), names.get(media.hash, media.name))
    label = f"安装话术包“{content.manifest.name}”"
    return library.step(label, lambda shelf: _rows(shelf, wanted, progress))


def remove(library: Library, pack_id: str) -> Changed:
    """Take a pack out; what gave way to it comes back. Raises NotFound when there is none with that id."""
    if not any(installed.id == pack_id for installed in library.packs):
        raise NotFound(f"没有安装编号为“{pack_id}”的话术包。")
    return library.step("卸载话术包", lambda shelf: _gone(shelf, pack_id))


def _rows(shelf: Shelf, wanted: Wanted, progress: Progress) -> Iterator[Row]:
    content = wanted.opened.pack
    name = content.manifest.id
    known, old = shelf.team.pack(name), shelf.team.entries(name)
    number = known.number if known else 1 + max((one.number for one in shelf.team.packs), default=0)
    own = list(_own_rows(shelf, content, old, wanted.choices))
    displaced = {key: record for key, record in (known.displaced if known else {}).items() if key not in shelf.own}
    displaced |= {row.key: unpack(shelf.own[row.key].line) for row in own if row.after is None}
    yield Row(Kind.PACK, name, None, pack_document(_installed(wanted.opened, number, displaced)))
    phrases = _ordered(content)
    places = _places(number, [phrase.id for phrase in phrases], old)
    for phrase, where in watched(tuple(zip(phrases, places, strict=True)), progress, _FILES, _PHRASES):
        yield Row(Kind.TEAM, key_of(name, phrase.id), None, pack_held(Held(phrase, where)))
    coming = {phrase.id for phrase in phrases}
    for key in old:
        if key not in coming:
            yield Row(Kind.TEAM, key_of(name, key), None, None)
    yield from own


def _gone(shelf: Shelf, name: str) -> Iterator[Row]:
    for key in shelf.team.entries(name):
        yield Row(Kind.TEAM, key_of(name, key), None, None)
    if known := shelf.team.pack(name):
        for key, record in known.displaced.items():
            if key not in shelf.own and key not in shelf.trash:
                yield Row(Kind.PHRASE, key, None, Document(0, pack(record)))
    yield Row(Kind.PACK, name, None, None)


def _installed(opened: Opened, number: int, displaced: Mapping[str, Any]) -> Installed:
    content = opened.pack
    return Installed(
        content.manifest,
        number,
        time.time(),
        opened.manifest_bytes,
        opened.signature_bytes,
        content.categories,
        content.tables,
        content.rules,
        displaced,
    )


def _own_rows(shelf: Shelf, content: Pack, old: Mapping[str, Entry], choices: Mapping[str, Choice]) -> Iterator[Row]:
    """What the choices make of the agent's own."""
    for phrase in content.phrases if choices else ():
        choice, held = choices.get(phrase.id), shelf.value(Kind.PHRASE, phrase.id)
        if choice is None or not isinstance(held, Held):
            continue
        was = old[phrase.id].phrase if phrase.id in old else None
        own = decided(Item(Status.CHANGED, was, phrase, held.phrase), choice)
        yield packed(Change(Kind.PHRASE, phrase.id, held, replace(held, phrase=own) if own else None))


def _ordered(content: Pack) -> Sequence[Phrase]:
    """The phrases by the order of their categories."""
    turns = {path: turn for turn, path in enumerate(categories_of(content.phrases, content.categories))}
    return sorted(content.phrases, key=lambda phrase: turns.get(phrase.category, -1))


def _places(number: int, keys: Sequence[str], old: Mapping[str, Entry]) -> Iterable[str]:
    """A place for each; those that are there keep theirs as long as the order allows it."""
    kept = [old[key].place for key in keys if key in old]
    if not kept or any(one >= other for one, other in itertools.pairwise(kept)):
        return [place(number, at) for at in range(len(keys))]
    return _filled([old[key].place if key in old else "" for key in keys], _edge(number), _edge(number + 1))


def _edge(number: int) -> str:
    """Before all places of the pack with that number, and after all of those before it."""
    return place(number, 0)[:8]


def _filled(places: list[str], low: str, high: str) -> list[str]:
    """``places`` with room made for the empty ones, between ``low`` and ``high`` at the ends."""
    filled: list[str] = []
    waiting = 0
    for known in (*places, high):
        if not known:
            waiting += 1
            continue
        filled += spread(filled[-1] if filled else low, known, waiting)
        waiting = 0
        filled.append(known)
    return filled[:-1]
