"""What goes over the pipe from a reader aside: a letter for the kind, a length, bytes."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import IO

HEAD = struct.Struct("<cI")
LARGEST = 64 << 20  # bytes of a frame; more is not believed

ALIVE, PROBLEM, END = b"a", b"!", b"."  # kinds that every reader uses; others are its own
SHEET, ROWS = b"s", b"r"

Frame = tuple[bytes, bytes]


def write(pipe: IO[bytes], kind: bytes, data: bytes = b"") -> None:
    """Send a frame at once."""
    pipe.write(HEAD.pack(kind, len(data)) + data)
    pipe.flush()


def read(pipe: IO[bytes]) -> Iterator[Frame]:
    """Frames until the pipe ends, or sends nonsense."""
    while len(head := pipe.read(HEAD.size)) == HEAD.size:
        kind, length = HEAD.unpack(head)
        if length > LARGEST or len(data := pipe.read(length)) < length:
            return
        yield kind, data
