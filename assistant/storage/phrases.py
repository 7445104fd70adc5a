"""The phrase library: the starter pack that comes with the program, the team's phrases, and the agent's own on top."""

from __future__ import annotations

import contextlib
import getpass
import time
import weakref
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant.core.edits import Change, Edit, Held, Kind, plan, unfit
from assistant.core.errors import XiaoerError
from assistant.core.layers import origin_of
from assistant.core.model import Phrase, PriorUse
from assistant.core.packs.installed import Installed
from assistant.storage.keeper import Keeper
from assistant.storage.lines import Entry, Phrases
from assistant.storage.lock import InUse
from assistant.storage.opening import Files, open_files
from assistant.storage.oplog import Op, Version
from assistant.storage.shelf import Row, Shelf, packed
from assistant.storage.steps import Steps
from assistant.storage.view import Layers, View

_LOOKS = 3  # at a library that somebody else is writing just now
_MANY = 500  # phrases from which a step is too large to note every new one in the history


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did. ``skipped`` holds a sentence for each phrase that was left out."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    skipped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """What a step did to what is shown: phrases as they are now, and the ids of those that are gone.

    Categories may have changed also when both are empty.
    """

    put: Sequence[Phrase] = ()
    removed: Sequence[str] = ()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no name anywhere
        return ""


@dataclass(frozen=True, slots=True)
class Author:
    """Who changes the library, and the time in seconds since the epoch; for the history."""

    name: str = field(default_factory=_user)
    now: Callable[[], float] = time.time


class Library(View):
    """The phrases, and all changes of them. Changes are in memory at once, and on the disk within a second.

    One process at a time may change a library; for others it is to be looked at. :attr:`steps` tells what can be
    undone, :attr:`keeper` how far the disk has followed. Ask :attr:`problem` what the user should know.
    """

    def __init__(
        self, path: Path, starter: Path | None = None, team: Path | None = None, author: Author | None = None
    ) -> None:
        """``path`` is the agent's file, ``starter`` the folder of the starter pack (the program's own by default)."""
        super().__init__(Files(path), Layers(starter, team))
        self.steps = Steps()
        self._author = author or Author()
        self.keeper = Keeper(self._files, self._guard)
        self._callbacks: list[Callable[[Changed], None]] = []
        self._notices: list[str] = []
        self.on_packs: Callable[[Sequence[Installed]], None] = lambda _: None  # after loading, and when they changed
        self._mine = False
        weakref.finalize(self, self.keeper.close)

    @property
    def problem(self) -> XiaoerError | None:
        """Why the newest changes are not on disk, or why there can be none; None when all is well."""
        return self.keeper.problem

    @property
    def notices(self) -> list[str]:
        """Sentences about files and phrases that could not be read by the last :meth:`load`."""
        return [*self._notices, *self._below_notices, *self.keeper.notices]

    @property
    def sequence(self) -> int:
        """How many steps this library has seen."""
        with self._guard:
            return self.keeper.sequence

    @property
    def revision(self) -> str:
        """Stands for everything that is shown: another whenever it changes, the same later when nothing has."""
        with self._guard:
            return f"{self._below}-{self.keeper.chain or '0'}"

    def load(self) -> Phrases:
        """Read everything (again), unless something still waits to be written. What was done can't be undone then."""
        if self.keeper.pending:
            self.keeper.flush()
        with self.keeper.working, self._guard:
            if not self.keeper.pending:
                self._load()
            return self._shelf.phrases

    def begin(self) -> None:
        """Take the library for this process, back it up, and keep the disk in step. Raises InUse."""
        self._take()
        self.keeper.start()

    def close(self) -> None:
        """Write everything and let other processes have the library."""
        self.keeper.close()

    def edit(self, edits: Iterable[Edit], label: str) -> Changed:
        """Do ``edits`` as one step, ``label``. Raises NotFound, DataProblem and ReadOnly; nothing is done then."""
        self._take()
        with self._guard:
            rows = self._shelf.numbered(map(packed, plan(edits, self._shelf, self._author.now())))
            if not rows:
                return Changed()
            self.steps.done(label, rows)
            changed = self._do(label, rows)
        return self._tell(changed)

    def step(self, label: str, prepare: Callable[[Shelf], Iterable[Row]]) -> Changed:
        """Do what ``prepare`` makes of the library as one step, ``label``. Raises ReadOnly.

        It may take long: the library can be looked at meanwhile. When it was edited, ``prepare`` is asked again.
        """
        self._take()
        while True:
            with self._guard:
                shelf, sequence = self._shelf, self.keeper.sequence
            prepared = list(prepare(shelf))
            with self._guard:
                if shelf is not self._shelf or sequence != self.keeper.sequence:
                    continue
                rows = [row for row in shelf.numbered(prepared) if row.before != row.after]
                if not rows:
                    return Changed()
                self.steps.done(label, rows)
                changed = self._do(label, rows)
            return self._tell(changed)

    def undo(self) -> Changed:
        """Take the last step back; nothing when there is none. Raises ReadOnly."""
        return self._step(self.steps.undo, "撤销：")

    def redo(self) -> Changed:
        """Do the step again that was taken back last; nothing when there is none. Raises ReadOnly."""
        return self._step(self.steps.redo, "重做：")

    def import_phrases(self, phrases: Iterable[Phrase], usage: Mapping[str, PriorUse] | None = None) -> Report:
        """Make ``phrases`` the agent's own; one with a known id takes its place. Returns when it is on the disk.

        ``usage`` is how much they were used so far, by id. Raises ReadOnly when another process has the library.
        """
        wanted: dict[str, Phrase] = {}
        skipped = []
        for phrase in phrases:
            if reason := unfit(phrase):
                skipped.append(f"“{phrase.title or phrase.code}”：{reason}。")
            else:
                wanted[phrase.id] = replace(phrase, layer="personal")
        if not wanted:
            return Report(skipped=tuple(skipped))
        self._take()
        while (rows := self._import(wanted.values(), usage or {})) is None:
            continue
        self.keeper.flush()
        befores = [row.before for row in rows if row.kind is Kind.PHRASE]
        added = befores.count(None)
        return Report(added, len(befores) - added, len(wanted) - len(befores), tuple(skipped))

    def on_change(self, callback: Callable[[Changed], None]) -> None:
        """Call ``callback`` after every step, in the thread that made it."""
        self._callbacks.append(callback)

    # --- inside

    def _import(self, phrases: Iterable[Phrase], usage: Mapping[str, PriorUse]) -> list[Row] | None:
        """Take them in as one step; None when somebody edited the same phrases meanwhile."""
        shelf, seen = self._shelf, dict[str, Entry | None]()
        # Packing takes long: the library can be looked at and edited while it lasts.
        prepared = [packed(change) for change in _taken_in(shelf, phrases, usage, seen)]
        with self._guard:
            if shelf is not self._shelf or any(shelf.own.get(key) is not entry for key, entry in seen.items()):
                return None
            rows = [row for row in shelf.numbered(prepared) if row.before != row.after]
            if not rows:
                return rows
            self.steps.done("导入话术", rows)
            changed = self._do("导入话术", rows)
        self._tell(changed)
        return rows

    def _load(self) -> None:
        try:
            self.keeper.lock.take()
            self._mine = True
        except InUse:
            self._mine = False
        except OSError:  # nothing can be written there: it is ours alone, in memory
            self._mine = True
        for _ in range(_LOOKS):
            shelf = Shelf()
            self._read_below(shelf)
            opened = open_files(self._files, shelf, mine=self._mine)
            if self._mine or opened.still:
                break
        self._shelf, self._notices = shelf, opened.notices
        self.keeper.adopt(opened)
        self.steps.clear()
        self.on_packs(shelf.team.packs)

    def _take(self) -> None:
        """See to it that this process may change the library. Raises ReadOnly."""
        if not self._mine:
            with contextlib.suppress(OSError):
                self.keeper.lock.take()
            with self.keeper.working, self._guard:
                self._load()
        if self.keeper.frozen and self.keeper.problem:
            raise self.keeper.problem

    def _step(self, take: Callable[[], tuple[str, tuple[Row, ...]] | None], prefix: str) -> Changed:
        self._take()
        with self._guard:
            step = take()
            changed = self._do(prefix + step[0], step[1]) if step else Changed()
        return self._tell(changed) if step else changed

    def _do(self, label: str, rows: Sequence[Row]) -> Changed:
        keys = dict.fromkeys(key for row in rows if (key := row.phrase))
        before = {key: self._shelf.shown(key) for key in keys}
        self._shelf.put(rows)
        after = {key: self._shelf.shown(key) for key in keys}
        different = [key for key in keys if before[key] != after[key]]
        versions = _versions(self._author, label, [(key, before[key]) for key in different])
        self.keeper.submit(rows, lambda sequence, chain: Op(sequence, chain, tuple(rows), versions))
        self.keeper.start()
        if any(row.kind is Kind.PACK for row in rows):
            self.on_packs(self._shelf.team.packs)
        put = [entry for key in different if (entry := after[key])]
        return Changed(Phrases(put), tuple(key for key in different if not after[key]))

    def _tell(self, changed: Changed) -> Changed:
        for callback in self._callbacks:
            callback(changed)
        return changed


def _taken_in(
    shelf: Shelf, phrases: Iterable[Phrase], usage: Mapping[str, PriorUse], seen: dict[str, Entry | None]
) -> Iterable[Change]:
    """The changes that make ``phrases`` the agent's own; ``seen`` is told what stood there."""
    for phrase in phrases:
        seen[phrase.id] = shelf.own.get(phrase.id)
        held, lower = shelf.value(Kind.PHRASE, phrase.id), shelf.lower(phrase.id)
        known = held if isinstance(held, Held) else Held(phrase)
        origin = phrase.origin or known.phrase.origin or (origin_of(lower) if lower else None)
        prior = usage.get(phrase.id, known.prior)
        yield Change(Kind.PHRASE, phrase.id, held, replace(known, phrase=replace(phrase, origin=origin), prior=prior))
        if trashed := shelf.value(Kind.TRASH, phrase.id):
            yield Change(Kind.TRASH, phrase.id, trashed, None)


def _versions(author: Author, label: str, before: Sequence[tuple[str, Entry | None]]) -> tuple[Version, ...]:
    at = author.now()
    return tuple(
        Version(key, at, author.name, label, entry.layer if entry else "personal", entry.line if entry else None)
        for key, entry in before
        if entry or len(before) <= _MANY
    )
