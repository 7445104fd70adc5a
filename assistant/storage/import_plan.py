"""What taking phrases of other programs into the library would do, before anything is done."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, TypeVar

from assistant.core.model import Phrase
from assistant.core.packs.foreign import Haul, Remark, Taken
from assistant.storage.attachments import described
from assistant.storage.view import View

T = TypeVar("T")
Category = tuple[str, ...]
Progress = Callable[[float], bool]
"""Gets the part that is done, 0 to 1; False stops the work."""

_STEP = 500  # phrases between two reports
OWN = "xiaoer-jsonl"  # our own files hold everything that a phrase has
_IMPORTED = "imported"


class Cancelled(Exception):
    """Whoever watches the progress said no; nothing was done."""


class Kind(StrEnum):
    """What would become of a phrase."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DUPLICATE = "duplicate"  # another phrase of the library says the same, or it comes twice


@dataclass(frozen=True, slots=True)
class Wish:
    """Where phrases go: below ``category``, () for where their file has them; ``duplicates`` are taken too or not."""

    category: Category = ()
    duplicates: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """A phrase as it would be, with its pictures as attachments, and as it is now; None when it is new."""

    kind: Kind
    phrase: Phrase
    before: Phrase | None
    taken: Taken = field(repr=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be done, in the order of the files."""

    haul: Haul
    wish: Wish
    arrivals: tuple[Arrival, ...]

    def count(self, kind: Kind) -> int:
        """How many there are."""
        return sum(arrival.kind is kind for arrival in self.arrivals)

    def wanted(self) -> list[Arrival]:
        """Those that change the library."""
        kinds = (Kind.NEW, Kind.CHANGED, *((Kind.DUPLICATE,) if self.wish.duplicates else ()))
        return [arrival for arrival in self.arrivals if arrival.kind in kinds]


def unwatched(done: float) -> bool:
    """A progress that nobody watches."""
    del done
    return True


def plan(haul: Haul, library: View, wish: Wish | None = None, progress: Progress = unwatched) -> Plan:
    """Compare with what the library shows. Raises Cancelled."""
    wish = wish or Wish()
    watch = Watch(progress, 2 * len(haul.phrases) + len(library.phrases))
    coming = _unique(haul.phrases)
    ids = {taken.phrase.id for taken in coming}
    wordings = {_said(taken.phrase) for taken in coming}
    said: dict[str, str] = {}  # by what phrases say, among those that come: who says it already
    here: dict[str, Phrase] = {}
    for phrase in watch.over(library.phrases):
        if (key := _said(phrase)) in wordings:
            said.setdefault(key, phrase.id)
        if phrase.id in ids:
            here[phrase.id] = phrase
    seen: set[tuple[object, ...]] = set()
    arrivals = []
    for taken in watch.over(coming):
        arrival = _arrival(haul, here.get(taken.phrase.id), wish, taken)
        phrase = arrival.phrase
        words = _said(phrase)
        content = (words, phrase.code, phrase.category, phrase.attachments)
        elsewhere = said.get(words, phrase.id) != phrase.id
        if arrival.kind is Kind.NEW and haul.format != OWN and (elsewhere or content in seen):
            arrival = replace(arrival, kind=Kind.DUPLICATE)
        seen.add(content)
        arrivals.append(arrival)
    return Plan(haul, wish, tuple(arrivals))


def repeated_codes(phrases: Iterable[Taken]) -> list[Remark]:
    """What to say about codes that several phrases have: all of them stay."""
    counts = Counter(taken.phrase.code.casefold() for taken in phrases)
    return [
        Remark(code, f"有 {count} 条用这个编码，都保留了。") for code, count in counts.items() if code and count > 1
    ]


class Watch:
    """Tells how far some passes over many things are. ``size`` is how many things there are in all of them."""

    def __init__(self, progress: Progress, size: int) -> None:
        self._progress = progress
        self._size = max(1, size)
        self._done = 0

    def over(self, things: Iterable[T]) -> Iterator[T]:
        """The things. Raises Cancelled between two of them."""
        for thing in things:
            if not self._done % _STEP and not self._progress(min(1.0, self._done / self._size)):
                raise Cancelled
            self._done += 1
            yield thing


def _unique(phrases: Iterable[Taken]) -> list[Taken]:
    """Each with an id that no phrase before it has: files that are read together may have the same ones."""
    ids: set[str] = set()
    counts: Counter[str] = Counter()
    found = []
    for taken in phrases:
        own = taken.phrase.id
        while own in ids:
            counts[taken.phrase.id] += 1
            own = f"{taken.phrase.id}-{counts[taken.phrase.id] + 1}"
        ids.add(own)
        found.append(taken if own == taken.phrase.id else replace(taken, phrase=replace(taken.phrase, id=own)))
    return found


def _arrival(haul: Haul, before: Phrase | None, wish: Wish, taken: Taken) -> Arrival:
    phrase = _complete(taken, haul.format, wish.category)
    if before is None:
        return Arrival(Kind.NEW, phrase, None, taken)
    if haul.format != OWN:
        phrase = _over(before, phrase)
    compared = phrase
    if (phrase.origin, phrase.layer) != (before.origin, before.layer):
        compared = replace(phrase, origin=before.origin, layer=before.layer)
    same = compared == before
    return Arrival(Kind.SAME if same else Kind.CHANGED, phrase, before, taken)


def _complete(taken: Taken, format_: str, category: Category) -> Phrase:
    """The phrase with its pictures, and with the original where ours says it in another way."""
    phrase = taken.phrase
    pictures = tuple(described(picture.data, picture.name) for picture in taken.pictures)
    extra = phrase.extra
    if taken.original:
        extra = _packed(extra, {_IMPORTED: {"format": format_, "original": taken.original}})
    return replace(
        phrase,
        layer="personal",
        category=(*category, *phrase.category),
        attachments=(*phrase.attachments, *pictures),
        disabled=taken.disabled or phrase.disabled,
        extra=extra,
    )


def _over(before: Phrase, phrase: Phrase) -> Phrase:
    """What comes from elsewhere over what is here; what the agent added since, and the file can't know, stays."""
    same_words = before.variants == phrase.variants
    return replace(
        phrase,
        tags=tuple(dict.fromkeys((*before.tags, *phrase.tags))),
        roles=before.roles,
        note=phrase.note or before.note,
        valid_from=before.valid_from,
        valid_until=before.valid_until,
        attachments=tuple(dict.fromkeys((*before.attachments, *phrase.attachments))),
        hotkey=before.hotkey,
        send=before.send,
        origin=before.origin,
        extra=_extra(before.extra, phrase.extra),
        disabled=before.disabled if same_words else phrase.disabled,
    )


def _extra(before: str, coming: str) -> str:
    return before if before == coming else _packed(before, json.loads(coming) if coming else {})


def _packed(extra: str, more: Mapping[str, object]) -> str:
    """``extra`` with ``more``, in the form in which records keep it."""
    held: dict[str, Any] = json.loads(extra) if extra else {}
    held.pop(_IMPORTED, None)
    held |= more
    return json.dumps(held, sort_keys=True) if held else ""


def _said(phrase: Phrase) -> str:
    """All its words, whatever blanks are between them."""
    return "\n".join(" ".join(variant.text.split()) for variant in phrase.variants)
