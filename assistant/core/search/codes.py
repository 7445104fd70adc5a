"""The phrases' codes, sorted, so that those with a prefix stand side by side."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.core.search import bits

_LAST = "\uffff"  # no folded code has it, and it comes after all that they have


@dataclass(frozen=True)
class Codes:
    """Folded codes in one string in their alphabetical order, and whose they are."""

    blob: str
    offsets: array[int]
    owners: array[int]
    size: int

    @classmethod
    def build(cls, folded: Iterable[str]) -> Codes:
        """From the codes in the order of the documents; empty ones are nobody's."""
        codes = list(folded)
        order = array("I", sorted((owner for owner, code in enumerate(codes) if code), key=codes.__getitem__))
        offsets = array("I", [0])
        for owner in order:
            offsets.append(offsets[-1] + len(codes[owner]))
        return cls("".join(codes[owner] for owner in order), offsets, order, len(codes))

    def equal(self, code: str) -> int:
        """The documents with that very code."""
        return self._owned(bisect_left(self, code), bisect_left(self, code + "\0"))

    def starting(self, prefix: str) -> int:
        """The documents whose code starts with ``prefix``."""
        return self._owned(bisect_left(self, prefix), bisect_left(self, prefix + _LAST))

    def __len__(self) -> int:
        return len(self.owners)

    def __getitem__(self, place: int) -> str:
        return self.blob[self.offsets[place] : self.offsets[place + 1]]

    def _owned(self, first: int, last: int) -> int:
        return bits.of(self.owners[first:last], self.size) if last > first else 0
