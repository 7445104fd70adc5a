"""The library in memory: the agent's own documents over the layers below, in one order."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from assistant.core import categories
from assistant.core.categories import Category, Path
from assistant.core.edits import END, Change, Folder, Held, Kind, Trashed, Value
from assistant.core.model import Phrase, PriorUse
from assistant.storage.lines import (
    Document,
    Entry,
    Phrases,
    folder_of,
    head_of,
    held_of,
    natural_place,
    pack,
    pack_folder,
    pack_held,
    pack_trashed,
    text_of,
    trashed_of,
    unpack,
    unpack_text,
)
from assistant.storage.records import prior_use_of, record_of
from assistant.storage.team import PREFIX, Team, phrase_in

_COUNTED = (Kind.TRASH.value, Kind.CATEGORY.value, Kind.PACK.value)  # tables whose numbers mean nothing
_order = attrgetter("order")
_MANY = 200  # changes from which sorting anew is quicker than one insertion each


class Row(NamedTuple):
    """A change as it is kept: a document before and after, None where there is none.

    Categories go by their path, phrases of packs by :func:`assistant.storage.team.key_of`.
    """

    kind: Kind
    key: str
    before: Document | None
    after: Document | None

    @property
    def inverse(self) -> Row:
        """What undoes it."""
        return Row(self.kind, self.key, self.after, self.before)

    @property
    def phrase(self) -> str:
        """The id of the phrase that may be shown in another way, "" for none."""
        if self.kind is Kind.TEAM:
            return phrase_in(self.key)
        return self.key if self.kind in (Kind.PHRASE, Kind.TRASH) else ""


class Shelf:
    """What the agent has, over what came with the program and from the team (:class:`assistant.core.edits.Shelf`).

    Not locked: whoever changes it sees to it that nobody else does.
    """

    def __init__(self) -> None:
        self.own: dict[str, Entry] = {}
        self.trash: dict[str, Document] = {}
        self.arranged: dict[Path, int] = {}
        self.odd: dict[str, list[tuple[int, bytes]]] = {}  # by table: what is kept although nobody understands it
        self.team = Team()
        self._base: dict[str, Entry] = {}  # the starter pack
        self._below: dict[str, Entry] = {}  # with the packs over it
        self._order: list[Entry] = []
        self._own_usage: dict[str, PriorUse] = {}
        self._usage_below: Mapping[str, PriorUse] = {}
        self._next = 1
        self._shown: Phrases | None = None

    # --- what is there

    @property
    def phrases(self) -> Phrases:
        """Everything that is shown, in its order, as it is now."""
        if self._shown is None:
            self._shown = Phrases(tuple(self._order))
        return self._shown

    @property
    def usage(self) -> Mapping[str, PriorUse]:
        """How much phrases were used before they came to us, by id."""
        return ChainMap(self._own_usage, dict(self._usage_below))

    def shown(self, key: str) -> Entry | None:
        """The entry with that id, None when it is not shown."""
        if key in self.trash:
            return None
        return self.own.get(key) or self._below.get(key)

    def tree(self) -> tuple[Category, ...]:
        """The categories."""
        counts: dict[Path, int] = {}
        for entry in self._order:
            if entry.category:
                counts[entry.category] = counts.get(entry.category, 0) + 1
        for installed in self.team.packs:
            for path in installed.categories:
                counts.setdefault(path, 0)
        return categories.tree(counts, self.arranged)

    # --- what edits ask

    def value(self, kind: Kind, key: str | Path) -> Value | None:
        """What the agent's own file holds."""
        if isinstance(key, tuple):
            return Folder(key, self.arranged[key]) if key in self.arranged else None
        if kind is Kind.PHRASE:
            entry = self.own.get(key)
            return held_of(Document(entry.number, entry.line)) if entry else None
        return trashed_of(self.trash[key].line) if key in self.trash else None

    def lower(self, key: str) -> Phrase | None:
        """The phrase of the team or the program with that id, shown or not."""
        entry = self._below.get(key)
        return entry.phrase if entry else None

    def under(self, path: Path) -> list[str]:
        """The ids of the shown phrases in a category and below, in their order."""
        size = len(path)
        return [entry.id for entry in self._order if entry.category[:size] == path]

    def folders(self) -> list[Path]:
        """The categories that were made or arranged."""
        return list(self.arranged)

    def children(self, path: Path) -> list[str]:
        """The names right below a category, as they are shown."""
        nodes = self.tree()
        for part in path:
            nodes = next((node.children for node in nodes if node.name == part), ())
        return [node.name for node in nodes]

    def gap(self, key: str) -> tuple[str, str]:
        """The places around the room before a shown phrase, or after the last one. Raises KeyError for others."""
        if key == END:
            return (self._order[-1].place if self._order else "", "")
        entry = self.shown(key)
        if entry is None:
            raise KeyError(key)
        at = bisect_left(self._order, entry.order, key=_order)
        while at and self._order[at - 1].place == entry.place:  # drawn level by hand: there is no room between
            at -= 1
        return (self._order[at - 1].place if at else "", entry.place)

    # --- changing it

    def numbered(self, rows: Iterable[Row]) -> list[Row]:
        """``rows`` with what stands there now, and with numbers for new phrases."""
        found = []
        for kind, key, _, after in rows:
            if kind is Kind.PHRASE and after and not after.number:
                after = after._replace(number=self._next)  # noqa: PLW2901
                self._next += 1
            found.append(Row(kind, key, self.document(kind, key), after))
        return found

    def document(self, kind: Kind, key: str) -> Document | None:
        """What the agent's own file holds, packed."""
        if kind is Kind.PHRASE:
            entry = self.own.get(key)
            return Document(entry.number, entry.line) if entry else None
        if kind is Kind.TRASH:
            return self.trash.get(key)
        if kind in (Kind.PACK, Kind.TEAM):
            return self.team.document(kind, key)
        path = _path(key)
        return pack_folder(Folder(path, self.arranged[path])) if path in self.arranged else None

    def put(self, rows: Sequence[Row]) -> None:
        """Take changes over."""
        keys = dict.fromkeys(row.phrase for row in rows)
        before = None if len(rows) > _MANY else [(key, self.shown(key)) for key in keys]
        others = [key for row in rows for key in self._set(row)]
        if before is None or others:
            self.sort()
        else:
            _reorder(self._order, [(old, new) for key, old in before if old != (new := self.shown(key))])
        self._shown = None

    def set_below(self, layers: Iterable[tuple[Sequence[Phrase], Mapping[str, PriorUse]]]) -> None:
        """Take other layers over, the lowest first. A phrase that is in several stands where the lowest has it."""
        self._base = {}
        usage: dict[str, PriorUse] = {}
        for phrases, used in layers:
            usage.update(used)
            for number, phrase in enumerate(phrases):
                known = self._base.get(phrase.id)
                place = known.place if known else natural_place(phrase.layer, number)
                line = pack(record_of(phrase))
                self._base[phrase.id] = Entry(place, phrase.id, phrase.category, phrase.layer, 0, line)
        self._usage_below = usage
        self._below = dict(self._base)
        for entry in [entry for key, entry in self.own.items() if key in self._below]:
            self.add(entry.number, unpack_text(entry.line), entry.line)
        self.sort()

    def add(self, number: int, text: str, line: bytes) -> bool:
        """Take over a phrase from the file without sorting it in; False when it was not written by us."""
        head = head_of(text)
        if head is None or (head.id in self.own and self.own[head.id].number != number):
            return False
        below = self._below.get(head.id)
        place = head.place or (below.place if below else "")
        self.own[head.id] = Entry(place, head.id, head.category, "personal", number, line)
        self._next = max(self._next, number + 1)
        prior = prior_use_of(unpack(line)) if head.used else None
        if prior:
            self._own_usage[head.id] = prior
        else:
            self._own_usage.pop(head.id, None)
        return True

    def add_trashed(self, key: str, line: bytes) -> None:
        """Take over what lies in the trash without sorting. Raises ValueError, TypeError and KeyError."""
        trashed = trashed_of(line)
        self.trash[key] = Document(0, line)
        if trashed.held:
            self._next = max(self._next, trashed.held.number + 1)

    def settle(self, key: str) -> None:
        """Look anew what lies below under that id, without sorting."""
        base, found = self._base.get(key), self.team.entry(key)
        if found and base:
            found = found._replace(given=base.place)
        if below := found or base:
            self._below[key] = below
        else:
            self._below.pop(key, None)
        if own := self.own.get(key):
            self.add(own.number, unpack_text(own.line), own.line)

    def sort(self) -> None:
        """Bring everything into its order."""
        below = (e for key, e in self._below.items() if key not in self.own and key not in self.trash)
        own = (entry for key, entry in self.own.items() if key not in self.trash)
        self._order = sorted((*below, *own), key=_order)
        self._shown = None

    def _set(self, row: Row) -> Iterable[str]:
        """Take one over; further phrases that it brings to light."""
        if row.kind is Kind.PHRASE:
            if row.after:
                self.add(row.after.number, unpack_text(row.after.line), row.after.line)
            else:
                self.own.pop(row.key, None)
                self._own_usage.pop(row.key, None)
        elif row.kind is Kind.TRASH:
            self.trash.pop(row.key, None)
            if row.after:
                self.add_trashed(row.key, row.after.line)
        elif row.kind is not Kind.CATEGORY:
            touched = self.team.set(row.kind, row.key, row.after)
            for key in touched:
                self.settle(key)
            return touched if row.kind is Kind.PACK else ()
        else:
            path = _path(row.key)
            self.arranged.pop(path, None)
            if row.after:
                self.arranged[path] = folder_of(row.after.line).place
        return ()


def _reorder(entries: list[Entry], changes: Iterable[tuple[Entry | None, Entry | None]]) -> None:
    for old, new in changes:
        if old:
            del entries[bisect_left(entries, old.order, key=_order)]
        if new:
            insort(entries, new, key=_order)


def tables(shelf: Shelf) -> dict[str, Iterable[tuple[int, bytes]]]:
    """All documents by table, as they are now, to be gone through once. Taking the picture takes a moment only."""
    own, trash = tuple(shelf.own.values()), tuple(shelf.trash.values())
    arranged = tuple(Folder(*folder) for folder in shelf.arranged.items())
    found: dict[str, Iterable[tuple[int, bytes]]] = {
        Kind.PHRASE.value: ((entry.number, entry.line) for entry in own),
        Kind.TRASH.value: _numbered(document.line for document in trash),
        Kind.CATEGORY.value: _numbered(pack_folder(folder).line for folder in arranged),
    }
    found |= {name: _numbered(lines) for name, lines in shelf.team.tables()}
    for name, odd in shelf.odd.items():
        together = chain(found.get(name, ()), odd)
        counted = name in _COUNTED or name.startswith(PREFIX)
        found[name] = _numbered(line for _, line in together) if counted else together
    return found


def _numbered(lines: Iterable[bytes]) -> Iterable[tuple[int, bytes]]:
    return enumerate(lines, 1)


def packed(change: Change) -> Row:
    """What a change leaves, packed; what was there before is left out, and new phrases have no number yet."""
    key = change.key if isinstance(change.key, str) else text_of(list(change.key))
    after: Document | None = None
    match change.after:
        case Held() as held:
            after = pack_held(held)
        case Trashed() as trashed:
            after = pack_trashed(str(change.key), trashed)
        case Folder() as folder:
            after = pack_folder(folder)
    return Row(change.kind, key, None, after)


def _path(key: str) -> Path:
    return tuple(map(str, unpack(key.encode("gb18030"))))
