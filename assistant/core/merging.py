"""Three-way merge of texts: what one side changed is taken over, what both changed differently is a clash.

Compared by words: a Chinese character, a field, a tag and an emoticon code each count as one, so that a merge never
cuts through them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\[[^\[\]\s]{1,8}\]|[0-9A-Za-z]+|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Clash:
    """A part that both sides changed, each in its own way. ``field`` names it; mine stays until told otherwise."""

    field: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class _Anchor:
    """``size`` words that all three have, and where."""

    base: int
    mine: int
    theirs: int
    size: int


def words(text: str) -> list[str]:
    """The words of a text or a template; put together they are it."""
    return _WORD.findall(text)


def merge_text(field: str, base: str, mine: str, theirs: str) -> tuple[str, tuple[Clash, ...]]:
    """The text with the changes of both sides."""
    split = [words(text) for text in (base, mine, theirs)]
    merged: list[str] = []
    clashes: list[Clash] = []
    at = _Anchor(0, 0, 0, 0)
    for anchor in _anchors(*split):
        was, here, there = (
            "".join(side[begin:end])
            for side, begin, end in zip(
                split,
                (at.base + at.size, at.mine + at.size, at.theirs + at.size),
                (anchor.base, anchor.mine, anchor.theirs),
                strict=True,
            )
        )
        merged.append(there if here == was else here)
        if here not in (was, there) and there != was:
            clashes.append(Clash(field, here, there))
        merged += split[0][anchor.base : anchor.base + anchor.size]
        at = anchor
    return "".join(merged), tuple(clashes)


def _anchors(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> Iterator[_Anchor]:
    """Runs of words that stand in all three, in their order; an empty one at the ends closes them."""
    ours = SequenceMatcher(None, base, mine, autojunk=False).get_matching_blocks()
    other = SequenceMatcher(None, base, theirs, autojunk=False).get_matching_blocks()
    i = j = 0
    while i < len(ours) and j < len(other):
        a, b = ours[i], other[j]
        begin, end = max(a.a, b.a), min(a.a + a.size, b.a + b.size)
        if begin < end:
            yield _Anchor(begin, a.b + begin - a.a, b.b + begin - b.a, end - begin)
        if a.a + a.size < b.a + b.size:
            i += 1
        else:
            j += 1
    yield _Anchor(len(base), len(mine), len(theirs), 0)
