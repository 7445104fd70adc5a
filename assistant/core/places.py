"""Places in an order as texts: between two of them there is always room for another, so nothing else has to move.

A place is made of digits and letters, is compared as text and never ends with "0".
"""

from __future__ import annotations

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)
_MIDDLE = _DIGITS[_BASE // 2]


def natural(row: int, number: int) -> str:
    """The place of the ``number``-th (below 2^28) in ``row`` (0 to 9); rows follow each other."""
    return f"{row}{number:07x}{_MIDDLE}"


def between(low: str, high: str) -> str:
    """A place after ``low`` and before ``high``, where ``low`` < ``high``; "" is the beginning and the end."""
    shared = 0
    while shared < len(high) and high[shared] == (low[shared] if shared < len(low) else "0"):
        shared += 1
    head, low, high = high[:shared], low[shared:], high[shared:]
    while True:
        first = _DIGITS.index(low[0]) if low else 0
        last = _DIGITS.index(high[0]) if high else _BASE
        if last - first > 1:
            return head + _DIGITS[(first + last) // 2]
        if len(high) > 1:
            return head + high[0]
        head, low, high = head + _DIGITS[first], low[1:], ""


def spread(low: str, high: str, count: int) -> list[str]:
    """``count`` places between ``low`` and ``high`` in their order, as short as can be."""
    if count <= 0:
        return []
    middle = between(low, high)
    before = count // 2
    return [*spread(low, middle, before), middle, *spread(middle, high, count - before - 1)]
