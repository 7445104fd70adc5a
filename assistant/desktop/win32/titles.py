"""The title of a window at a moment that is already past."""

from __future__ import annotations

from collections import deque

_KEPT = 32  # changes; a press is looked at within milliseconds


class Titles:
    """Titles of one window. Moments are Windows' milliseconds, which begin anew after 49.7 days."""

    def __init__(self, title: str) -> None:
        self._now = title
        self._changes: deque[tuple[int, str]] = deque(maxlen=_KEPT)  # when, and the title until then

    def changed(self, title: str, at: int) -> None:
        """From ``at`` on it is ``title``."""
        if title != self._now:
            self._changes.append((at, self._now))
            self._now = title

    def at(self, moment: int) -> str:
        """What it was just before ``moment``: a change at the same millisecond may have come after it."""
        return next((before for when, before in self._changes if not _earlier(when, moment)), self._now)


def _earlier(first: int, second: int) -> bool:
    return 0 < (second - first) & 0xFFFFFFFF < 0x80000000
