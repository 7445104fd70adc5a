"""Texts that are the same or nearly so among very many, in a time that grows with their number only.

What folds to the same is the same. For the rest each text is drawn as a small sketch: its runs of three characters are
thrown into bins by their sums, and each bin keeps its smallest. Texts that agree in all bins of a band are compared.
Of pairs that differ in a word or two nearly all are found, of those that are just alike enough three in four; of very
common bands only the latest texts are compared.
The sheet that merges duplicates (:mod:`assistant.core.duplicates`) looks closer and takes longer.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from operator import eq
from typing import Final

LIKE: Final = 0.8  # share of the runs of two texts together that both have
SHORTEST: Final = 12  # characters, below which only the same is told
_RUN = 3  # characters
_BANDS, _BINS = 5, 6  # bands, and bins in each
_COUNT: Final = _BANDS * _BINS
_CROWD = 8  # texts of a band that are compared: who is like one of them is like the rest
_AGREE = 18  # bins of two texts, below which they are not compared
_KEPT = 300_000  # sums of runs that are kept at once

Sketch = tuple[int | None, ...]


class _Sums(dict[str, int]):
    """The sum of each run, which stays the same from start to start."""

    def __missing__(self, run: str) -> int:
        if len(self) > _KEPT:
            self.clear()
        found = self[run] = zlib.crc32(run.encode("utf-8", "surrogatepass"))
        return found


class Likeness:
    """Takes folded texts one after the other and tells which earlier ones they are like."""

    def __init__(self) -> None:
        self._texts: list[tuple[str, int, Sketch]] = []
        self._first: dict[str, int] = {}
        self._bands: dict[Sketch, list[int]] = {}
        self._sum = _Sums().__getitem__

    def same(self, text: str, owner: int) -> int | None:
        """The first owner of the same text, else None; from now on ``owner`` has it."""
        first = self._first.setdefault(text, owner)
        return None if first == owner else first

    def near(self, text: str, owner: int) -> Iterator[tuple[int, float]]:
        """Earlier owners of texts that are nearly the same, and how much they are."""
        if len(text) < SHORTEST:
            return
        sketch = self._sketch(_runs(text))
        number = len(self._texts)
        self._texts.append((text, owner, sketch))
        others: set[int] = set()
        for start in range(0, len(sketch), _BINS):
            band = (start, *sketch[start : start + _BINS])
            known = self._bands.get(band)
            if known is None:
                self._bands[band] = [number]
                continue
            others.update(known)
            known.append(number)
            del known[:-_CROWD]
        mine: set[str] = set()
        for other in sorted(others):
            theirs, its_owner, its_sketch = self._texts[other]
            if its_owner == owner or sum(map(eq, sketch, its_sketch)) < _AGREE:
                continue
            mine = mine or set(_runs(text))
            if (like := _share(mine, len(text), theirs)) >= LIKE:
                yield its_owner, like

    def _sketch(self, runs: list[str]) -> Sketch:
        sums = sorted(map(self._sum, runs), reverse=True)
        bins = dict(zip(map(_COUNT.__rmod__, sums), sums, strict=True))  # the last, smallest one stays
        return tuple(map(bins.get, range(_COUNT)))


def _runs(text: str) -> list[str]:
    return [text[at : at + _RUN] for at in range(max(1, len(text) - _RUN + 1))]


def _share(mine: set[str], size: int, other: str) -> float:
    if not LIKE * size - _RUN <= len(other) <= size / LIKE + _RUN:
        return 0.0
    theirs = set(_runs(other))
    shared = len(mine & theirs)
    return shared / (len(mine) + len(theirs) - shared)
