"""Long work that can be watched and stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

Progress = Callable[[float], bool]
"""Gets the part that is done, 0 to 1, now and then; False stops the work."""

T = TypeVar("T")
_EVERY: Final = 500


class Stopped(Exception):
    """Whoever watches the progress said no; nothing was done."""


def always(_: float) -> bool:
    """The progress of whoever does not watch it."""
    return True


def watched(values: Sequence[T], progress: Progress, low: float = 0.0, high: float = 1.0) -> Iterator[T]:
    """``values``, telling the progress from ``low`` to ``high`` meanwhile. Raises Stopped."""
    for number, value in enumerate(values):
        if number % _EVERY == 0 and not progress(low + (high - low) * number / len(values)):
            raise Stopped
        yield value
