"""Edits of the library as values: what somebody wants done, and what that changes, in both directions.

:func:`plan` turns edits into changes without touching anything. A change holds the whole value before and after, so
turning it round undoes it, and doing it twice does no harm.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from assistant.core import places
from assistant.core.categories import Path
from assistant.core.errors import DataProblem, NotFound
from assistant.core.layers import digest, origin_of
from assistant.core.model import Phrase, PriorUse

END = "\n"  # no phrase has that id


@dataclass(frozen=True, slots=True)
class Put:
    """Have ``phrase`` in the library as the agent's own, in the place of what has its id.

    It comes right before the phrase with the id ``before`` (as things stand before the edits), after all others with
    ``END``; without, it stays where it is, a new one comes last. Putting another layer's phrase makes a personal copy
    that knows its origin.
    """

    phrase: Phrase
    before: str = ""


@dataclass(frozen=True, slots=True)
class Remove:
    """Move a phrase to the trash; one of another layer is no longer shown."""

    id: str


@dataclass(frozen=True, slots=True)
class Restore:
    """Take a phrase out of the trash."""

    id: str


@dataclass(frozen=True, slots=True)
class Purge:
    """Empty the trash of a phrase."""

    id: str


@dataclass(frozen=True, slots=True)
class Follow:
    """Give up the personal copy: the phrase of the team or of the program is shown again."""

    id: str


@dataclass(frozen=True, slots=True)
class PutCategory:
    """Have a category, empty or not, before its sibling called ``before``; without, where it is, a new one last."""

    path: Path
    before: str = ""


@dataclass(frozen=True, slots=True)
class MoveCategory:
    """Move or rename a category with all that is in it; into one that exists it is merged."""

    path: Path
    to: Path
    before: str = ""


@dataclass(frozen=True, slots=True)
class RemoveCategory:
    """Move all phrases of a category and of those below to the trash, and drop the categories."""

    path: Path


Edit = Put | Remove | Restore | Purge | Follow | PutCategory | MoveCategory | RemoveCategory


class Kind(StrEnum):
    """What a change changes; the names of the tables in the file."""

    PHRASE = "phrases"
    TRASH = "trash"
    CATEGORY = "categories"
    PACK = "packs"  # those of the team that are installed
    TEAM = "team"  # phrases of packs


@dataclass(frozen=True, slots=True)
class Held:
    """A phrase of the agent's own, with what belongs to it here.

    ``place`` is "" while nobody has moved it; ``number`` is the one it has in the file, 0 while it has none.
    """

    phrase: Phrase
    place: str = ""
    prior: PriorUse | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Trashed:
    """A phrase in the trash since ``at`` (seconds since the epoch). None is held once it was purged: it only hides.

    ``own`` tells the agent's own phrases from those of other layers.
    """

    held: Held | None
    at: float
    own: bool


@dataclass(frozen=True, slots=True)
class Folder:
    """A category that was made or arranged; ``place`` counts among its siblings."""

    path: Path
    place: int


Value = Held | Trashed | Folder


@dataclass(frozen=True, slots=True)
class Change:
    """One value before and after; None where there is none."""

    kind: Kind
    key: str | Path
    before: Value | None
    after: Value | None

    @property
    def inverse(self) -> Change:
        """What undoes it."""
        return Change(self.kind, self.key, self.after, self.before)


class Shelf(Protocol):
    """The library as edits see it."""

    def value(self, kind: Kind, key: str | Path) -> Value | None:
        """What the agent's own file holds."""

    def lower(self, key: str) -> Phrase | None:
        """The phrase of the team or the program with that id, shown or not."""

    def under(self, path: Path) -> Sequence[str]:
        """The ids of the shown phrases in a category and below, in their order."""

    def folders(self) -> Sequence[Path]:
        """The categories that were made or arranged."""

    def children(self, path: Path) -> Sequence[str]:
        """The names right below a category, as they are shown; () is the root."""

    def gap(self, key: str) -> tuple[str, str]:
        """The places around the room before a shown phrase, or after the last one. Raises KeyError for others."""


def plan(edits: Iterable[Edit], shelf: Shelf, now: float) -> tuple[Change, ...]:
    """What ``edits`` change, one after the other, as one step. Raises NotFound and DataProblem; nothing is done then.

    ``now`` is in seconds since the epoch.
    """
    edits = tuple(edits)
    planner = _Planner(shelf, now, _rooms(edits, shelf))
    for edit in edits:
        planner.take(edit)
    return tuple(change for change in planner.changes.values() if change.before != change.after)


def unfit(phrase: Phrase) -> str:
    """Why a phrase cannot be kept; empty when it can."""
    if not phrase.id or not phrase.title.strip():
        return "缺少编号或标题"
    if not phrase.variants or not all(variant.text.strip() for variant in phrase.variants):
        return "缺少正文"
    return ""


def _rooms(edits: Sequence[Edit], shelf: Shelf) -> dict[str, list[str]]:
    """Places for all that goes before the same phrase, the last one first."""
    wanted: dict[str, int] = {}
    for edit in edits:
        if isinstance(edit, Put) and edit.before:
            wanted[edit.before] = wanted.get(edit.before, 0) + 1
    try:
        return {key: places.spread(*shelf.gap(key), count)[::-1] for key, count in wanted.items()}
    except KeyError as missing:
        raise _missing(str(missing.args[0])) from None


def _missing(key: str) -> NotFound:
    return NotFound(f"没有编号为“{key}”的话术。", "它可能刚被删除，请刷新后再试。")


class _Planner:
    """Later edits see what earlier ones would have done."""

    def __init__(self, shelf: Shelf, now: float, rooms: dict[str, list[str]]) -> None:
        self.changes: dict[tuple[Kind, str | Path], Change] = {}
        self._shelf = shelf
        self._now = now
        self._rooms = rooms
        self._gone: set[Path] = set()

    def take(self, edit: Edit) -> None:
        match edit:
            case Put():
                self._put(edit)
            case Remove():
                self._remove(edit.id)
            case Restore():
                self._restore(edit.id)
            case Purge():
                self._purge(edit.id)
            case Follow():
                self._follow(edit.id)
            case PutCategory():
                self._arrange(edit.path, edit.before)
            case MoveCategory():
                self._move(edit)
            case RemoveCategory():
                self._remove_category(edit.path)

    def _put(self, edit: Put) -> None:
        phrase = replace(edit.phrase, layer="personal")
        if reason := unfit(phrase):
            raise DataProblem(f"“{phrase.title or phrase.code}”{reason}，没有保存。", "请补上再试。")
        held, lower = self._held(phrase.id), self._shelf.lower(phrase.id)
        if held is None and lower is not None:
            if not edit.before and digest(phrase) == digest(lower) and not self._trashed(phrase.id):
                return
            phrase = replace(phrase, origin=phrase.origin or origin_of(lower))
        place = self._rooms[edit.before].pop() if edit.before else held.place if held else ""
        new = replace(held, phrase=phrase, place=place) if held else Held(phrase, place)
        self._set(Kind.PHRASE, phrase.id, new)
        self._set(Kind.TRASH, phrase.id, None)

    def _remove(self, key: str) -> None:
        held, lower = self._held(key), self._shelf.lower(key)
        if self._trashed(key) or (held is None and lower is None):
            raise _missing(key)
        gone = held or Held(lower) if lower else held
        self._set(Kind.TRASH, key, Trashed(gone, self._now, held is not None))
        self._set(Kind.PHRASE, key, None)

    def _restore(self, key: str) -> None:
        trashed = self._trashed(key)
        if trashed is None:
            raise _missing(key)
        if trashed.held and (trashed.own or self._shelf.lower(key) is None):
            held = trashed.held
            self._set(Kind.PHRASE, key, replace(held, phrase=replace(held.phrase, layer="personal")))
        self._set(Kind.TRASH, key, None)

    def _purge(self, key: str) -> None:
        trashed = self._trashed(key)
        if trashed is None:
            raise _missing(key)
        hides = self._shelf.lower(key) is not None
        self._set(Kind.TRASH, key, Trashed(None, trashed.at, trashed.own) if hides else None)

    def _follow(self, key: str) -> None:
        if self._held(key) is None or self._shelf.lower(key) is None:
            raise _missing(key)
        self._set(Kind.PHRASE, key, None)

    def _arrange(self, path: Path, before: str) -> None:
        parent, name = path[:-1], path[-1]
        siblings = self._children(parent)
        if before or name not in siblings:
            siblings = [sibling for sibling in siblings if sibling != name]
            siblings.insert(siblings.index(before) if before in siblings else len(siblings), name)
        for place, sibling in enumerate(siblings):
            self._set(Kind.CATEGORY, (*parent, sibling), Folder((*parent, sibling), place))
        self._gone.discard(path)

    def _move(self, edit: MoveCategory) -> None:
        path, to, before = edit.path, edit.to, edit.before
        if not path or not to or (to[: len(path)] == path and to != path):
            raise DataProblem("分类不能移到它自己里面。", "请选别的位置。")
        if to != path:
            arranged = self._value(Kind.CATEGORY, path)
            before = before or self._next_sibling(path, to)
            self._carry(path, to)
            if not arranged and not edit.before:
                return
        self._arrange(to, before)

    def _carry(self, path: Path, to: Path) -> None:
        for phrase in self._under(path):
            self._put(Put(replace(phrase, category=(*to, *phrase.category[len(path) :]))))
        for folder in self._folders(path):
            found, target = self._value(Kind.CATEGORY, folder), (*to, *folder[len(path) :])
            self._set(Kind.CATEGORY, folder, None)
            if isinstance(found, Folder) and folder != path and not self._value(Kind.CATEGORY, target):
                self._set(Kind.CATEGORY, target, Folder(target, found.place))
        self._gone.add(path)
        self._gone.discard(to)

    def _remove_category(self, path: Path) -> None:
        for phrase in self._under(path):
            self._remove(phrase.id)
        for folder in self._folders(path):
            self._set(Kind.CATEGORY, folder, None)
        self._gone.add(path)

    # --- how things stand after the edits so far

    def _set(self, kind: Kind, key: str | Path, value: Value | None) -> None:
        known = self.changes.get((kind, key))
        before = known.before if known else self._shelf.value(kind, key)
        self.changes[kind, key] = Change(kind, key, before, value)

    def _value(self, kind: Kind, key: str | Path) -> Value | None:
        known = self.changes.get((kind, key))
        return known.after if known else self._shelf.value(kind, key)

    def _held(self, key: str) -> Held | None:
        value = self._value(Kind.PHRASE, key)
        return value if isinstance(value, Held) else None

    def _trashed(self, key: str) -> Trashed | None:
        value = self._value(Kind.TRASH, key)
        return value if isinstance(value, Trashed) else None

    def _shown(self, key: str) -> Phrase | None:
        held = self._held(key)
        return None if self._trashed(key) else held.phrase if held else self._shelf.lower(key)

    def _under(self, path: Path) -> list[Phrase]:
        touched = dict.fromkeys(key for _, key in self.changes if isinstance(key, str))
        keys = [key for key in self._shelf.under(path) if key not in touched]
        found = [phrase for key in (*keys, *touched) if (phrase := self._shown(key))]
        return [phrase for phrase in found if phrase.category[: len(path)] == path]

    def _folders(self, path: Path) -> list[Path]:
        made = [key for kind, key in self.changes if kind is Kind.CATEGORY and isinstance(key, tuple)]
        known = dict.fromkeys((*self._shelf.folders(), *made))
        return [key for key in known if key[: len(path)] == path and self._value(Kind.CATEGORY, key)]

    def _children(self, path: Path) -> list[str]:
        gone = any(path[:size] in self._gone for size in range(1, len(path) + 1))
        names = [] if gone else [n for n in self._shelf.children(path) if (*path, n) not in self._gone]
        made = [key[-1] for key in self._folders(path) if len(key) == len(path) + 1]
        return list(dict.fromkeys((*names, *made)))

    def _next_sibling(self, path: Path, to: Path) -> str:
        """What a renamed category stays before."""
        siblings = self._children(path[:-1])
        after = siblings[siblings.index(path[-1]) + 1 :] if path[-1] in siblings else []
        return after[0] if after and path[:-1] == to[:-1] else ""
