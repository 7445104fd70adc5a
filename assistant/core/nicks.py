"""Whether two writings of a buyer's name on the platform mean the same buyer."""

from __future__ import annotations

import re
import unicodedata

_MASK = re.compile(r"[*＊•●]+")


def fold(nick: str) -> str:
    """The form in which nicks are compared: width, case and blanks round it don't matter."""
    return unicodedata.normalize("NFKC", nick).strip().casefold()


def same(one: str, other: str) -> bool:
    """Whether they can be the same buyer. A masked nick (``t**8``) is compared by what can be seen of it."""
    left, right = fold(one), fold(other)
    if not left or not right:
        return False
    if _MASK.search(left):
        return _fits(left, right)
    return _fits(right, left) if _MASK.search(right) else left == right


def _fits(masked: str, nick: str) -> bool:
    """Whether ``nick`` begins, goes on and ends as ``masked`` shows; two masked ones must show the same."""
    if _MASK.search(nick):
        return _MASK.sub("*", masked) == _MASK.sub("*", nick)
    return bool(re.fullmatch(".+".join(map(re.escape, _MASK.split(masked))), nick, re.DOTALL))
