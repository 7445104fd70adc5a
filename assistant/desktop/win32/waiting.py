"""Waiting for a state that Windows announces to nobody."""

from __future__ import annotations

import time
from collections.abc import Callable

_LOOK_AGAIN = 0.002  # s between two looks


def until(holds: Callable[[], bool], timeout: int) -> bool:
    """Look until ``holds()``, ``timeout`` ms at most; at least once."""
    end = time.monotonic() + timeout / 1000
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(_LOOK_AGAIN)
    return True
