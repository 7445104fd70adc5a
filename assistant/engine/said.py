"""What was said to whom today, so that no buyer gets the very same sentence twice. In memory, as hashes only."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date
from typing import Final

from assistant.core.guard.words import flat

_SHORTEST: Final = 8  # letters: everybody says "好的" again and again


class Said:
    """Sentences by buyer, for one day; the salt is drawn anew in every run."""

    def __init__(self) -> None:
        self._salt = secrets.token_bytes(16)
        self._day: date | None = None
        self._sentences: set[bytes] = set()

    def note(self, buyer: str, text: str, day: date) -> None:
        """The buyer has got this text. One without a name is not known again."""
        if day != self._day:
            self._day = day
            self._sentences = set()
        if buyer and (key := self._key(buyer, text)):
            self._sentences.add(key)

    def already(self, buyer: str, text: str, day: date) -> bool:
        """Whether the buyer has got this text on that day, whatever its blanks and signs."""
        return bool(buyer) and day == self._day and self._key(buyer, text) in self._sentences

    def _key(self, buyer: str, text: str) -> bytes:
        """Empty for a text that is too short to be noticed."""
        letters = "".join(sign for sign in flat(text) if sign.isalnum())
        if len(letters) < _SHORTEST:
            return b""
        return hashlib.blake2b(f"{buyer}\n{letters}".encode("utf-8", "replace"), key=self._salt).digest()
