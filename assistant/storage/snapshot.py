"""The search index on the disk, so that a start need not make it anew.

``index.head`` names a file of rows of bytes, each with its checksum, which is the big segment of an index; it also
holds what was changed since, and a stamp of the files that the index was made from. It is only ever a copy: whatever
is damaged, missing or made from something else is as good as nothing. No code is ever loaded from it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import mmap
import sys
import zlib
from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, overload

from assistant import __version__
from assistant.core.errors import DataProblem
from assistant.core.model import Phrase
from assistant.core.search import Index, bits
from assistant.core.search.segment import Segment
from assistant.core.writing import Writing
from assistant.storage import atomic
from assistant.storage.lines import Entry, Phrases, pack, unpack
from assistant.storage.records import RecordError, phrase_of, record_of
from assistant.storage.segments import Rows, rows_of, segment_of

_FORMAT = 2
_LINES, _STARTS, _SUMS, _LAYERS = "records", "records.starts", "records.sums", "records.layers"
_LATER = (_LINES, "texts.chunks")  # looked at piece by piece, with a checksum of each piece
_BAD = (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecordError, OverflowError)


class Damaged(DataProblem):
    """A piece of the index turned out to be damaged when it was looked at."""

    def __init__(self) -> None:
        super().__init__("搜索索引的缓存损坏了。", "小二快答会自动重建，请稍后再搜一次。")


def stamp_of(files: Iterable[Path]) -> str:
    """Changes when one of the files does, or the program, or the machine's way to write numbers."""
    digest = hashlib.blake2s(f"{_FORMAT} {__version__} {sys.byteorder}".encode(), digest_size=12)
    for file in files:
        try:
            found = file.stat()
            told = f"{file.name} {found.st_size} {found.st_mtime_ns} {found.st_ino}"
        except OSError:
            told = f"{file.name} -"
        digest.update(told.encode("utf-8", "surrogateescape") + b"\n")
    return digest.hexdigest()


class Snapshot:
    """The index kept in a folder. For one thread at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._head = folder / "index.head"
        self._kept: tuple[Segment, dict[str, Any]] | None = None  # what is on the disk, and its part of the head

    def load(self, writing: Writing, stamp: str | None = None) -> Index | None:
        """The index that was saved with this stamp, or with any; None when there is none, or it is damaged."""
        try:
            checksum, _, told = self._head.read_bytes().partition(b" ")
            head = json.loads(told)
            if int(checksum, 16) != zlib.crc32(told) or head["format"] != _FORMAT or stamp not in (None, head["stamp"]):
                return None
            segment = self._segment(head["base"])
            fresh = {p.id: (place, p) for place, layer, record in head["fresh"] for p in [phrase_of(record, layer)]}
            index = Index(writing, segment, fresh, bits.of(head["gone"], len(segment)))
        except _BAD:
            return None
        self._kept = segment, head["base"]
        return index

    def save(self, index: Index, stamp: str) -> None:
        """Keep ``index``; only what changed is written when its big part is kept already. Raises DataProblem."""
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise atomic.problem_of(error, self._head) from error
        if self._kept is None or self._kept[0] is not index.main:
            self._kept = index.main, self._write(index.main)
        base = self._kept[1]
        gone = list(bits.members(index.gone))
        fresh = [[place, phrase.layer, record_of(phrase)] for place, phrase in index.fresh.values()]
        head = {"format": _FORMAT, "stamp": stamp, "base": base, "fresh": fresh, "gone": gone}
        told = json.dumps(head).encode()
        atomic.write(self._head, b"%08x %s" % (zlib.crc32(told), told), keep_previous=False)
        for old in self._folder.glob("index-*.bin"):
            if old.name != base["file"]:
                with contextlib.suppress(OSError):  # Windows keeps a file that is looked at; the next time will do
                    old.unlink()

    def _write(self, segment: Segment) -> dict[str, Any]:
        rows = rows_of(segment) | _records(segment.phrases)
        name = f"index-{hashlib.blake2s(b''.join(_sum(row) for row in rows.values()), digest_size=8).hexdigest()}.bin"
        table, end = {}, 0
        for key, row in rows.items():
            table[key] = end, len(row), zlib.crc32(row)
            end += len(row)
        atomic.write(self._folder / name, b"".join(rows.values()), keep_previous=False)
        return {"file": name, "rows": table}

    def _segment(self, base: dict[str, Any]) -> Segment:
        name = base["file"]
        if Path(name).name != name:
            raise ValueError("not a name")
        with (self._folder / name).open("rb") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        data = memoryview(mapped)
        rows: Rows = {}
        for key, (start, size, checksum) in base["rows"].items():
            row = rows[key] = data[start : start + size]
            if len(row) != size or (key not in _LATER and zlib.crc32(row) != checksum):
                raise ValueError("damaged")
        segment = segment_of(rows, Phrases(_Lines(rows)), Damaged)
        if sys.platform != "win32":  # everything was looked at for its checksum; little of it stays in use
            mapped.madvise(mmap.MADV_DONTNEED)
        return segment


def _sum(row: bytes | memoryview) -> bytes:
    return zlib.crc32(row).to_bytes(4, "little")


def _records(phrases: Sequence[Phrase]) -> Rows:
    """The phrases as lines, where each starts, its checksum, its layer."""
    lines, sums, layers, starts = [], array("I"), [], array("Q", [0])
    known = phrases.entries if isinstance(phrases, Phrases) else None
    for number in range(len(phrases)):
        line = known[number].line if known is not None else pack(record_of(phrases[number]))
        lines.append(line)
        sums.append(zlib.crc32(line))
        layers.append(known[number].layer if known is not None else phrases[number].layer)
        starts.append(starts[-1] + len(line))
    return {
        _LINES: b"".join(lines),
        _STARTS: starts.tobytes(),
        _SUMS: sums.tobytes(),
        _LAYERS: "\n".join(layers).encode(),
    }


class _Lines(Sequence[Entry]):
    """The phrases of a snapshot, looked up when they are asked for."""

    def __init__(self, rows: Rows) -> None:
        self._data = rows[_LINES]
        self._starts, self._sums = array("Q"), array("I")
        self._starts.frombytes(rows[_STARTS])
        self._sums.frombytes(rows[_SUMS])
        self._layers = bytes(rows[_LAYERS]).decode().split("\n") if self._sums else []
        if not len(self._layers) == len(self._sums) == len(self._starts) - 1:
            raise ValueError("damaged")

    def __len__(self) -> int:
        return len(self._sums)

    @overload
    def __getitem__(self, number: int) -> Entry: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Entry]: ...
    def __getitem__(self, number: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        number = range(len(self))[number]
        line = bytes(self._data[self._starts[number] : self._starts[number + 1]])
        if zlib.crc32(line) != self._sums[number]:
            raise Damaged
        return Entry("", "", (), self._layers[number], 0, line)


def differences(index: Index, phrases: Phrases) -> tuple[list[Phrase], list[str]]:
    """What to put into and to remove from ``index``, so that it holds the library ``phrases``."""
    before, numbers = index.main.phrases, index.main.numbers
    lines = before.entries if isinstance(before, Phrases) else ()
    put, here = [], set()
    for entry in phrases.entries:
        here.add(entry.id)
        number = numbers.get(entry.id)
        same = number is not None and lines and (lines[number].layer, lines[number].line) == (entry.layer, entry.line)
        if entry.id in index.fresh or (number is not None and index.gone >> number & 1):
            same = index.phrase(entry.id) == entry.phrase
        if not same:
            put.append(phrase_of(unpack(entry.line), entry.layer))
    return put, [key for key in {**numbers, **index.fresh} if key not in here and index.phrase(key)]
