"""The library's search, off the GUI thread: a hundred thousand phrases never hold up a key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from assistant.core.errors import XiaoerError
from assistant.core.model import Phrase
from assistant.core.search import Index, Match, Scope, search

Background = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[XiaoerError], None]], None]
"""Runs ``op`` on another thread, then ``success(result)`` or ``failure(error)`` on the GUI thread."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for."""

    query: str = ""
    category: tuple[str, ...] = ()


class Shelf(QObject):
    """Searches the newest library for the newest wish; what was overtaken meanwhile is dropped."""

    found = Signal(list)  # matches
    failed = Signal(str)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._phrases: Sequence[Phrase] = ()
        self._index: Index | None = None
        self._wanted = Wanted()
        self._busy = self._stale = False

    @property
    def busy(self) -> bool:
        """Whether a result is still to come."""
        return self._busy

    def set_library(self, phrases: Sequence[Phrase], wanted: Wanted) -> None:
        """Search these from now on, first of all for ``wanted``."""
        self._phrases, self._index = phrases, None
        self.find(wanted)

    def find(self, wanted: Wanted) -> None:
        """Look for something else; ``found`` follows."""
        self._wanted = wanted
        self._stale = True
        self._next()

    def _next(self) -> None:
        if self._busy or not self._stale:
            return
        self._busy, self._stale = True, False
        phrases, index, wanted = self._phrases, self._index, self._wanted

        def op() -> tuple[Sequence[Phrase], Index, list[Match]]:
            ready = index or Index(phrases)
            return phrases, ready, search(wanted.query, ready, {}, Scope(category=wanted.category), len(phrases) or 1)

        self._background(op, self._done, self._not_done)

    def _done(self, result: tuple[Sequence[Phrase], Index, list[Match]]) -> None:
        phrases, index, matches = result
        self._busy = False
        if phrases is self._phrases:
            self._index = index
            if not self._stale:
                self.found.emit(matches)
        self._next()

    def _not_done(self, problem: XiaoerError) -> None:
        self._busy = False
        self.failed.emit(str(problem))
        self._next()
