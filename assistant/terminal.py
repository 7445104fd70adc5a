"""What the terminal gets: a line that tells how far long work is, and UTF-8 where no terminal is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TextIO

from assistant.core.ports import Clock

_WIDTH = 30  # characters of the bar
_PAUSE = 0.1  # seconds between two looks of the bar


class Bar:
    """A progress for long work: told what part is done, 0 to 1, it never says stop."""

    def __init__(self, label: str, stream: TextIO, clock: Clock) -> None:
        self._label = label
        self._room = 2 * len(label) + _WIDTH + len("  100%")
        self._stream = stream if stream.isatty() else None
        self._clock = clock
        self._next = clock.monotonic()

    def __call__(self, done: float) -> bool:
        """Draw it, if it was not drawn just now."""
        if self._stream and (now := self._clock.monotonic()) >= self._next:
            self._next = now + _PAUSE
            full = round(_WIDTH * min(1.0, max(0.0, done)))
            self._stream.write(f"\r{self._label} {'█' * full}{'░' * (_WIDTH - full)} {done:4.0%}")
            self._stream.flush()
        return True

    def clear(self) -> None:
        """Take the line away."""
        if self._stream:
            self._stream.write("\r" + " " * self._room + "\r")  # older consoles of Windows know no escape sequences
            self._stream.flush()


@contextmanager
def bar(label: str, stream: TextIO, clock: Clock) -> Iterator[Bar]:
    """A bar that is gone at the end, whatever happened."""
    drawn = Bar(label, stream, clock)
    try:
        yield drawn
    finally:
        drawn.clear()


def pipe_in_utf8(stream: TextIO | None, platform: str) -> None:
    """Have what goes to a file or another program be UTF-8, which Windows would write in its code page.

    A console there is told in characters, so nothing is changed for one. Elsewhere the user's locale rules.
    """
    if platform == "win32" and isinstance(stream, TextIOWrapper) and not stream.isatty():
        stream.reconfigure(encoding="utf-8", errors="replace")
