"""Long work in the background in small pieces, so that nothing else has to wait for it and it can be stopped."""

from __future__ import annotations

import time
from collections.abc import Generator
from typing import Any

from PySide6.QtCore import QObject, Signal

from assistant.core.errors import XiaoerError
from assistant.ui.seeker import Background

_SLICE = 0.05  # s of work between two looks at whether it should go on

Work = Generator[float, None, Any]
"""Says how far it is, 0 to 1, between small pieces of work, and gives its result in the end."""


class Slices(QObject):
    """Does one work at a time; another one takes its place."""

    progressed = Signal(float)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._work: Work | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._work is not None

    def start(self, work: Work) -> None:
        """Do ``work``; :attr:`finished` has its result."""
        self._work = work
        self._next(work)

    def stop(self) -> None:
        """Leave it; nothing more is heard of it."""
        self._work = None

    def _next(self, work: Work) -> None:
        self._background(lambda: _slice(work), lambda told: self._told(work, told), lambda why: self._fail(work, why))

    def _told(self, work: Work, told: tuple[float, Any] | tuple[None, Any]) -> None:
        if work is not self._work:
            return
        done, result = told
        if done is None:
            self._work = None
            self.finished.emit(result)
        else:
            self.progressed.emit(done)
            self._next(work)

    def _fail(self, work: Work, problem: XiaoerError) -> None:
        if work is self._work:
            self._work = None
            self.failed.emit(str(problem))


def _slice(work: Work) -> tuple[float | None, Any]:
    """How far it is after a while, or None and the result."""
    end = time.monotonic() + _SLICE
    try:
        done = next(work)
        while time.monotonic() < end:
            done = next(work)
    except StopIteration as result:
        return None, result.value
    return done, None
