"""The names that phrases are filed under: their tags and the names of their categories."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.core.search import bits
from assistant.core.search.cuts import Cut
from assistant.core.search.titles import Titles, place_of
from assistant.core.writing import Writing


@dataclass(frozen=True)
class Labels:
    """The different names, and for each the documents that bear it, one after the other in ``bearers``."""

    names: Titles
    offsets: array[int]
    bearers: array[int]
    size: int

    @classmethod
    def build(cls, borne: Iterable[Iterable[str]], writing: Writing) -> Labels:
        """From the different names that each document bears."""
        found = bits.postings()
        number = -1
        for number, names in enumerate(borne):
            for name in names:
                found[name].append(number)
        offsets, bearers = array("I", [0]), array("I")
        for documents in found.values():
            bearers.extend(documents)
            offsets.append(len(bearers))
        return cls(Titles.build(found, writing), offsets, bearers, number + 1)

    def called(self, cut: Cut) -> tuple[int, int]:
        """The documents with a label that is ``cut`` in full, and those with one that has it inside."""
        full: list[int] = []
        inside: list[int] = []
        for label in bits.members(self.names.maybe(cut)):
            line = self.names.row(label)
            if place_of(cut, line) >= 0:
                (full if len(line[0]) == len(cut.pieces) else inside).append(label)
        return self._bearing(full), self._bearing(inside)

    def _bearing(self, labels: list[int]) -> int:
        if not labels:
            return 0
        spans = (self.bearers[self.offsets[label] : self.offsets[label + 1]] for label in labels)
        return bits.of((document for span in spans for document in span), self.size)
