"""Who signs packs: a public key with a name, and the key's fingerprint as words that two people can read to each other.

A fingerprint is 88 bits of the key's hash. As words it is one word of 256 for each byte and one more that vouches for
the others, so that a single wrong word is always found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

KEY = 32  # bytes of a public key
LONGEST_NAME = 40  # characters
_BYTES = 11
_PURPOSE = b"xiaoer key fingerprint 1\n"
_INVISIBLE = ("C", "Zl", "Zp")  # controls, formats, separators: nobody sees them
_APART = re.compile(r"[\s,，、。;；:：/·-]+")
_ALIKE = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Key:
    """Somebody's public Ed25519 key. ``name`` is what they call themselves: anybody can claim any name."""

    public: bytes
    name: str

    def __post_init__(self) -> None:
        if len(self.public) != KEY:
            raise ValueError("a public key has 32 bytes")

    @cached_property
    def id(self) -> str:
        """Stands for the key alone, whatever its name."""
        return sha256(self.public).hexdigest()

    @cached_property
    def fingerprint(self) -> bytes:
        """What people compare."""
        return sha256(_PURPOSE + self.public).digest()[:_BYTES]

    @property
    def code(self) -> str:
        """The fingerprint as hexadecimal digits in groups of four."""
        digits = self.fingerprint.hex().upper()
        return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


class Words:
    """The words of fingerprints, in the order of the bytes that they stand for."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = tuple(words)
        self._places = {word: place for place, word in enumerate(self._words)}
        if len(self._words) != 256 or len(self._places) != 256:
            raise ValueError("there have to be 256 different words")

    @classmethod
    def parse(cls, text: str) -> Words:
        """From the file, in which ``#`` starts a comment. Raises ValueError."""
        return cls([word for line in text.splitlines() if not line.startswith("#") for word in line.split()])

    def of(self, key: Key) -> tuple[str, ...]:
        """The twelve words of a key."""
        return tuple(self._words[byte] for byte in (*key.fingerprint, _check(key.fingerprint)))

    def fingerprint(self, text: str) -> bytes:
        """The fingerprint that words stand for, however they are set apart.

        Raises ValueError when a word is none of ours, when there are too few or many, or when one must be wrong.
        """
        places = [self._places.get(word) for word in _APART.split(text.strip()) if word]
        found = bytes(place for place in places if place is not None)
        if len(places) != _BYTES + 1 or len(found) != len(places):
            raise ValueError("not twelve words of the list")
        if _check(found[:-1]) != found[-1]:
            raise ValueError("at least one word is wrong")
        return found[:-1]


def clean_name(text: str) -> str:
    """A name as it is kept: in one form, on one line, with nothing that nobody sees; empty when nothing is left."""
    seen = "".join(
        " " if sign.isspace() else sign
        for sign in text
        if sign.isspace() or not unicodedata.category(sign).startswith(_INVISIBLE)
    )
    return " ".join(unicodedata.normalize("NFC", seen).split())[:LONGEST_NAME].strip()


def same_name(one: str, other: str) -> bool:
    """Whether people would take two names for the same: case, width, blanks and signs don't count."""
    return _bare(one) == _bare(other)


def _bare(name: str) -> str:
    kept = unicodedata.normalize("NFKC", clean_name(name)).casefold()
    return _ALIKE.sub("", kept) or kept


def _check(data: bytes) -> int:
    # Odd factors have an inverse modulo 256: no single change can go unseen.
    return sum(byte * (2 * place + 1) for place, byte in enumerate(data)) % 256
