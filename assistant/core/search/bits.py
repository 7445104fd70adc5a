"""Sets of documents as whole numbers: bit ``n`` stands for document ``n``. And, or and count run at memory speed."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

_FEW = 24  # members up to which taking them out one by one is cheaper than writing the number down


def of(members: Iterable[int], size: int) -> int:
    """The set of ``members``, each below ``size``."""
    packed = bytearray((size + 7) // 8)
    for member in members:
        packed[member >> 3] |= 1 << (member & 7)
    return int.from_bytes(packed, "little")


def where(flags: bytes) -> int:
    """The set of the places where ``flags``, a row of the characters 0 and 1, has a 1."""
    return int(flags[::-1], 2) if flags else 0


def postings() -> defaultdict[str, array[int]]:
    """To note, sign by sign, which documents have it."""
    return defaultdict(_numbers)


def _numbers() -> array[int]:
    return array("I")


def members(bits: int) -> Iterator[int]:
    """The members in ascending order."""
    if bits.bit_count() <= _FEW:
        while bits:
            lowest = bits & -bits
            yield lowest.bit_length() - 1
            bits ^= lowest
        return
    digits = bin(bits)[:1:-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)


class Sets:
    """Sets of documents by a sign, kept packed; the numbers are made when they are asked for."""

    __slots__ = ("_packed", "_unions")

    _REMEMBERED = 64

    def __init__(self, packed: Mapping[str, bytes | memoryview]) -> None:
        self._packed = packed
        self._unions: dict[str, int] = {}

    @classmethod
    def gather(cls, pairs: Iterable[tuple[str, Iterable[int]]], size: int) -> Sets:
        """From each sign's members below ``size``."""
        return cls({sign: _trim(of(members, size)) for sign, members in pairs})

    @property
    def packed(self) -> Mapping[str, bytes | memoryview]:
        """The sets as little-endian bytes, for keeping."""
        return self._packed

    def one(self, sign: str) -> int:
        """The set of one sign."""
        return int.from_bytes(self._packed.get(sign, b""), "little")

    def any(self, signs: str) -> int:
        """The union over several signs of one character each; those of many signs are remembered."""
        if len(signs) == 1:
            return self.one(signs)
        union = self._unions.get(signs)
        if union is None:
            union = 0
            for sign in signs:
                union |= self.one(sign)
            if len(self._unions) >= self._REMEMBERED:
                self._unions.clear()
            self._unions[signs] = union
        return union


def _trim(bits: int) -> bytes:
    return bits.to_bytes((bits.bit_length() + 7) // 8, "little")
