"""Remembered orders as they were read: each reading with its time and its files, so that each has days of its own.

In bytes: for every reading a head of JSON and the packed orders, each after its length.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_LENGTHS = struct.Struct(">II")


@dataclass(frozen=True, slots=True)
class Batch:
    """The orders of one reading, packed, ``at`` seconds since the epoch; ``sources`` are names of files with counts."""

    at: float
    sources: tuple[tuple[str, int], ...]
    orders: bytes = field(repr=False)


def dump(batches: Sequence[Batch]) -> bytes:
    """All of them as bytes."""
    return b"".join(_pieces(batches))


def load(data: bytes) -> list[Batch]:
    """What :func:`dump` wrote. Raises ValueError for anything else."""
    batches, place = [], 0
    while place < len(data):
        if place + _LENGTHS.size > len(data):
            raise ValueError("a batch that was cut")
        head, body = _LENGTHS.unpack_from(data, place)
        place += _LENGTHS.size
        end = place + head + body
        if end > len(data):
            raise ValueError("a batch that was cut")
        batches.append(_batch(data[place : place + head], data[place + head : end]))
        place = end
    return batches


def _pieces(batches: Sequence[Batch]) -> Iterator[bytes]:
    for batch in batches:
        head = json.dumps({"at": batch.at, "sources": batch.sources}).encode()
        yield from (_LENGTHS.pack(len(head), len(batch.orders)), head, batch.orders)


def _batch(head: bytes, orders: bytes) -> Batch:
    told = json.loads(head)
    try:
        return Batch(float(told["at"]), tuple((str(name), int(count)) for name, count in told["sources"]), orders)
    except (KeyError, TypeError) as error:
        raise ValueError("a batch of another form") from error
