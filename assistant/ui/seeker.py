"""Searching off the GUI thread: a hundred thousand phrases never hold up a key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from assistant.core.errors import XiaoerError
from assistant.core.ranking import Standing
from assistant.core.search import EVERYTHING, Index, Match, Order, Scope, arranged, browse, rearranged, search

_SHORT = 100  # matches of a wish that is answered on the spot
_SMALL = 4_000  # phrases that are searched in a millisecond or two at the most

Background = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[XiaoerError], None]], None]
"""Runs ``op`` on another thread, then ``success(result)`` or ``failure(error)`` on the GUI thread."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for, where, and for whom."""

    query: str = ""
    scope: Scope = EVERYTHING
    standing: Standing = Standing()  # noqa: RUF009 - a value
    limit: int = 50
    order: Order | None = None

    @property
    def typed(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.query.strip())

    @property
    def quick(self) -> bool:
        """Whether it can be answered at once."""
        return not self.typed and self.order is None


@dataclass(frozen=True, slots=True)
class Answer:
    """The matches, and how many there would be without the scope when there are none within."""

    wish: Wish
    matches: Sequence[Match] = ()
    elsewhere: int = 0


class Seeker(QObject):
    """Searches the newest index for the newest wish; what was overtaken meanwhile is dropped.

    What lists everything is answered at once, and so is what was typed when there are no more than ``at_once``
    phrases, since going to the background and back takes longer than that search. The rest comes from the background.
    """

    found = Signal(object)  # Answer
    failed = Signal(str)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._index: Index | None = None
        self._wish = Wish()
        self.at_once = _SMALL
        self._busy = self._open = False

    @property
    def pending(self) -> bool:
        """Whether the newest wish has not been answered."""
        return self._open

    def set_index(self, index: Index) -> None:
        """Search this from now on."""
        self._index = index

    def seek(self, wish: Wish) -> None:
        """Look for something else; ``found`` follows, or comes at once when there is nothing to look for."""
        self._wish = wish
        self._open = True
        if self._index and wish.quick:
            self._tell(Answer(wish, browse(self._index, wish.standing, wish.scope)))
        elif self._index and len(self._index) <= self.at_once and not wish.order and wish.limit <= _SHORT:
            self._search_now(self._index, wish)
        else:
            self._next()

    def _search_now(self, index: Index, wish: Wish) -> None:
        try:
            answer = _answer(index, wish)
        except XiaoerError as problem:
            self._not_done(problem)
        else:
            self._tell(answer)

    def forget(self) -> None:
        """Nothing is looked for any more."""
        self._open = False

    def _next(self) -> None:
        if self._busy or not self._open or self._index is None:
            return
        self._busy = True
        index, wish = self._index, self._wish
        self._background(lambda: _answer(index, wish), self._done, self._not_done)

    def _done(self, answer: Answer) -> None:
        self._busy = False
        if self._open and answer.wish is self._wish:
            self._tell(answer)
        self._next()

    def _not_done(self, problem: XiaoerError) -> None:
        self._busy = self._open = False
        self.failed.emit(str(problem))

    def _tell(self, answer: Answer) -> None:
        self._open = False
        self.found.emit(answer)


def _answer(index: Index, wish: Wish) -> Answer:
    if wish.order and not wish.typed:
        return Answer(wish, arranged(index, wish.scope, wish.order))
    matches = search(wish.query, index, wish.standing, wish.scope, wish.limit)
    everywhere = Scope(disabled=wish.scope.disabled)
    if matches or wish.scope == everywhere:
        return Answer(wish, rearranged(matches, index, wish.order) if wish.order else matches)
    return Answer(wish, (), len(search(wish.query, index, wish.standing, everywhere, wish.limit)))
