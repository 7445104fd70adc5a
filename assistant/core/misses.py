"""Queries that found nothing: what the library lacks. Query and time are kept, never what could tell of a buyer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

_LONGEST = 40  # characters; longer ones are pasted messages
_DIGITS = 5  # so many in a query make a phone, an order, a card or a date of birth
_NUMERALS = "〇零一二三四五六七八九十百幺两"
_AREA = "省市区县镇乡"
_PLACE = f"[{_AREA}村路街巷弄号栋幢楼室]"
_PRIVATE = re.compile(
    "|".join(
        (
            r"[@\\]|//|www\.|[a-z0-9-]\.(?:com|cn|net|org|top|cc|me|io)(?![a-z])",  # mail, links, paths
            r"(?:wxid|qq|vx|wx|微信)[ :_-]?[a-z_-]*[0-9]{3}|[a-z0-9]_|_[a-z0-9]",  # names elsewhere
            r"(?<![a-z0-9])(?=[a-z0-9-]{6})(?=[0-9-]*[a-z])(?=(?:[a-z-]*[0-9]){3})",  # nicks: letters and many digits
            r"[0-9][ -]*[*•●×]{2,}|[*•●×]{2,}[ -]*[0-9]",  # masked numbers
            rf"[{_NUMERALS}]{{7,}}",  # a number in words
            rf"[0-9].*{_PLACE}|{_PLACE}.*[0-9]|[{_NUMERALS}][号弄栋幢楼室]|[{_AREA}].+[{_AREA}村路街巷]",  # addresses
        )
    )
)


@dataclass(frozen=True, slots=True)
class Miss:
    """Something looked for in vain."""

    query: str
    at: float  # seconds since the epoch


@dataclass(frozen=True, slots=True)
class Lack:
    """What the library lacks: how often it was looked for, and when last (seconds since the epoch)."""

    query: str
    count: int
    last: float


def worth_keeping(query: str, private: Iterable[str]) -> str | None:
    """The query as it may be written down, or None when it says nothing or could be about a buyer.

    Refused rather too often: five digits, links, nicks, addresses, and what holds one of the ``private`` words or is
    a part of one.
    """
    plain = " ".join(unicodedata.normalize("NFKC", query).split())
    if not 2 <= len(plain) <= _LONGEST or not plain.isprintable():
        return None
    folded = plain.casefold()
    if sum(map(str.isdigit, folded)) >= _DIGITS or _PRIVATE.search(folded):
        return None
    joined = _joined(folded)
    words = (_joined(unicodedata.normalize("NFKC", word).casefold()) for word in private)
    if any(len(word) > 1 and (word in joined or joined in word) for word in words):
        return None
    return plain


def lacks(misses: Iterable[Miss]) -> list[Lack]:
    """Misses counted, whatever their case; the most frequent first, then the latest."""
    found: dict[str, Lack] = {}
    for miss in misses:
        key = miss.query.casefold()
        so_far = found.get(key, Lack(miss.query, 0, miss.at))
        found[key] = Lack(so_far.query, so_far.count + 1, max(so_far.last, miss.at))
    return sorted(found.values(), key=lambda lack: (-lack.count, -lack.last))


class MissWatch:
    """Follows one search line, and tells which queries were misses in earnest.

    Typing on, or taking back what was typed, is one query, and its longest form is the miss. It is one when another
    query begins, or the line is emptied or closed, without a phrase chosen. ``worth`` is :func:`worth_keeping` with
    the private words of that moment.
    """

    def __init__(self, worth: Callable[[str], str | None]) -> None:
        self._worth = worth
        self._longest = ""
        self._kept: str | None = None

    def see(self, query: str, *, found: bool) -> str | None:
        """The line holds ``query`` now, which ``found`` something or not; the miss that has thereby ended."""
        plain = query.strip().casefold()
        ended = None if _same(plain, self._longest) else self.closed()
        if plain and not found and len(plain) > len(self._longest):
            self._longest, self._kept = plain, self._worth(query)
        return ended

    def closed(self) -> str | None:
        """The line is gone; the miss that has thereby ended."""
        ended = self._kept
        self.chosen()
        return ended

    def chosen(self) -> None:
        """Something was found after all."""
        self._longest, self._kept = "", None


def _same(one: str, other: str) -> bool:
    return bool(one) and (one.startswith(other) or other.startswith(one))


def _joined(text: str) -> str:
    return "".join(text.split())
