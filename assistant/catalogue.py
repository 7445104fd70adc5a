"""The library made searchable, and kept so: from the snapshot at first, by small changes, anew when there are many."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from assistant import compose
from assistant.core.errors import DataProblem, XiaoerError
from assistant.core.search import Index
from assistant.storage.paths import Paths
from assistant.storage.phrases import Changed, Library
from assistant.storage.snapshot import Snapshot, differences

_LOG = logging.getLogger(__name__)
_MANY = 100  # changes, from which the next one would be felt: time to merge them
_TOO_MANY = 5_000  # changes that are not taken up before they are merged
_SMALL = 20_000  # phrases that are indexed in a second, so that nothing cleverer is worth while

Run = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[XiaoerError], None]], None]


@dataclass(frozen=True, slots=True)
class Made:
    """An index, and the revision of the library that it holds; empty when it does not hold all of it yet."""

    index: Index
    revision: str


class Catalogue:
    """Owns the index. All methods are for the thread that ``run`` answers on.

    ``run`` does operations in the background, one after the other; ``taken`` hears of each new index.
    """

    def __init__(self, paths: Paths, library: Library, run: Run, taken: Callable[[Index], None]) -> None:
        self._paths = paths
        self._library = library
        self._snapshot = Snapshot(paths.index)
        self._run = run
        self._taken = taken
        self._made: Made | None = None

    @property
    def index(self) -> Index | None:
        """The newest one; None when none has been made yet."""
        return self._made.index if self._made else None

    def open(self) -> None:
        """Take up the snapshot if it is of this very library."""
        if index := self._snapshot.load(compose.writing(), compose.stamp(self._paths, self._library)):
            self._take(Made(index, _OF_THE_FILES))

    def load(self, loaded: Callable[[], None], failed: Callable[[XiaoerError], None]) -> None:
        """Read the library (again) in the background and bring the index up to it; ``loaded`` comes in between."""

        def known(revision: str) -> None:
            loaded()
            if self._made and self._made.revision == _OF_THE_FILES:
                self._made = Made(self._made.index, revision)
            else:
                self.refresh(failed)

        def read() -> str:
            self._library.load()
            return self._library.revision

        self._run(read, known, failed)

    def changed(self, changed: Changed, failed: Callable[[XiaoerError], None]) -> None:
        """A step was done in the library: found from the next search on, or from soon on when it changed very much."""
        if self._made and len(changed.put) + len(changed.removed) > _MANY:
            self._made = Made(self._made.index, "")
            self._follow(self._made, changed, failed)
            self.refresh(failed)
        elif self._made:
            index = self._changed(self._made.index, changed)
            self._take(Made(index, self._made.revision and self._library.revision))
            if index.changes > _MANY:
                self.refresh(failed)

    def _follow(self, made: Made, changed: Changed, failed: Callable[[XiaoerError], None]) -> None:
        """Take up a step in the background, unless another one comes in between; what is too large waits anyway."""

        def take(index: Index) -> None:
            if self._made is made:
                self._take(Made(index, ""))

        if len(changed.put) + len(changed.removed) <= _TOO_MANY:
            self._run(lambda: self._changed(made.index, changed), take, failed)

    def _changed(self, index: Index, changed: Changed) -> Index:
        before = {phrase.id: self._library.after(phrase.id) for phrase in changed.put}
        return index.changed(changed.put, changed.removed, before)

    def save(self) -> None:
        """Keep the index for the next start, when the library is on the disk. Never raises."""
        made = self._made
        if made is None or not made.revision or made.revision != self._library.revision:
            return
        stamp = compose.stamp(self._paths, self._library)
        if self._library.revision != made.revision:
            return
        try:
            self._snapshot.save(made.index, stamp)
        except (DataProblem, ValueError):
            _LOG.info("the snapshot of the index was not written")

    def refresh(self, failed: Callable[[XiaoerError], None]) -> None:
        """Bring the index up to the library in the background, and keep it for the next start."""

        def take(made: Made) -> None:
            if made.revision == self._library.revision:
                self._take(made)
                self._run(self.save, lambda _: None, failed)
                return
            if self._made is None:
                self._take(made)
            self.refresh(failed)  # it was edited meanwhile, or the texts are still to come

        first = self._made is None and len(self._library.phrases) > _SMALL
        self._run(self._quickly if first else self._wholly, take, failed)

    def _quickly(self) -> Made:
        """From an older snapshot and what differs, or without the texts for the beginning."""
        revision, phrases = self._library.revision, self._library.phrases
        if stale := self._snapshot.load(compose.writing()):
            put, removed = differences(stale, phrases)
            if len(put) + len(removed) <= _MANY:
                before = {phrase.id: self._library.after(phrase.id) for phrase in put}
                return Made(stale.changed(put, removed, before), revision)
        return Made(compose.index_of(phrases, texts=False), "")

    def _wholly(self) -> Made:
        revision = self._library.revision
        return Made(compose.index_of(self._library.phrases), revision)

    def _take(self, made: Made) -> None:
        self._made = made
        self._taken(made.index)


_OF_THE_FILES = "as the files were"
