"""The phrases' texts, with a note of which characters occur in which block of them."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from assistant.core.search import bits
from assistant.core.search.bits import Sets

_BLOCK = 8  # documents; so that a byte of a set of documents is a block
_CHUNK = 4096  # documents in one string: searching it lets other threads wait for a millisecond at the most
_SPREAD = bytes.maketrans(b"01", b"\x00\xff")


@dataclass(frozen=True)
class Texts:
    """Folded texts, one a line, in chunks; for each chunk where its texts start, and where the last one ends."""

    chunks: Sequence[str]
    offsets: tuple[array[int], ...]
    blocks: Sets  # character → blocks with a text that has it
    size: int

    @classmethod
    def build(cls, folded: Iterable[str]) -> Texts:
        """From the texts in their order; none of them holds a line break."""
        texts, chunks, offsets = iter(folded), [], []
        present = bits.postings()
        size = block = 0
        while lines := list(islice(texts, _CHUNK)):
            starts = array("I", [0])
            for line in lines:
                starts.append(starts[-1] + len(line) + 1)
            for first in range(0, len(lines), _BLOCK):
                for character in set().union(*lines[first : first + _BLOCK]):
                    present[character].append(block)
                block += 1
            chunks.append("\n".join([*lines, ""]))
            offsets.append(starts)
            size += len(lines)
        return cls(tuple(chunks), tuple(offsets), Sets.gather(present.items(), block), size)

    def has(self, document: int, word: str) -> bool:
        """Whether the text of ``document`` holds ``word``."""
        chunk, row = divmod(document, _CHUNK)
        starts = self.offsets[chunk]
        return self.chunks[chunk].find(word, starts[row], starts[row + 1]) >= 0

    def maybe(self, word: str) -> int:
        """The documents that may hold ``word``, and others in their blocks."""
        blocks = self._blocks(word)
        if not blocks:
            return 0
        spread = bin(blocks)[:1:-1].encode().translate(_SPREAD)
        return int.from_bytes(spread, "little") & ((1 << self.size) - 1)

    def holders(self, word: str, most: int) -> int | None:
        """The documents that hold ``word``; None when they are more than ``most``."""
        found = list(islice(self.holding(word), most + 1))
        return bits.of(found, self.size) if len(found) <= most else None

    def holding(self, word: str) -> Iterator[int]:
        """The documents that hold ``word``, in order, found as they are asked for."""
        search = re.compile(re.escape(word)).search
        for first, last in self._stretches(self._blocks(word)):
            chunk, row = divmod(first, _CHUNK)
            text, starts = self.chunks[chunk], self.offsets[chunk]
            end = row + last - first
            while row < end and (hit := search(text, starts[row], starts[end])):
                row = _place(starts, hit.start(), row, end)
                yield chunk * _CHUNK + row
                row += 1

    def _blocks(self, word: str) -> int:
        rarest = sorted((self.blocks.one(sign) for sign in set(word)), key=int.bit_count)
        found = rarest[0] if rarest else 0
        for blocks in rarest[1:]:
            found &= blocks
        return found

    def _stretches(self, blocks: int) -> Iterator[tuple[int, int]]:
        """Documents from – to within a chunk, joined where blocks touch."""
        first = last = -1
        for block in bits.members(blocks):
            start = block * _BLOCK
            if start == last and start % _CHUNK:
                last = min(self.size, start + _BLOCK)
                continue
            if last > first:
                yield first, last
            first, last = start, min(self.size, start + _BLOCK)
        if last > first:
            yield first, last


def _place(starts: array[int], position: int, low: int, high: int) -> int:
    """The row that ``position`` lies in."""
    while high - low > 1:
        middle = (low + high) // 2
        if starts[middle] <= position:
            low = middle
        else:
            high = middle
    return low
