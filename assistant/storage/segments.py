"""A segment of the search index as named rows of bytes, and back."""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, overload

from assistant.core.model import Phrase
from assistant.core.search.bits import Sets
from assistant.core.search.codes import Codes
from assistant.core.search.labels import Labels
from assistant.core.search.segment import Kinds, Segment
from assistant.core.search.texts import Texts
from assistant.core.search.titles import Titles

Rows = dict[str, bytes | memoryview]


def rows_of(segment: Segment) -> Rows:
    """Everything but the phrases. Raises ValueError when an id cannot be kept."""
    if any("\0" in key for key in segment.ids):
        raise ValueError("an id with a zero")
    codes, labels = segment.codes, segment.labels
    return {
        "ids": "\0".join(segment.ids).encode("utf-8", "surrogatepass"),
        "codes": codes.blob.encode(),
        "codes.offsets": codes.offsets.tobytes(),
        "codes.owners": codes.owners.tobytes(),
        **_titles("titles", segment.titles),
        **_titles("labels", labels.names),
        "labels.bounds": labels.offsets.tobytes(),
        "labels.bearers": labels.bearers.tobytes(),
        **_texts(segment.texts),
        **_kinds("categories", segment.categories, list),
        **_kinds("roles", segment.roles, list),
        **_kinds("fields", segment.fields, sorted),
        **_kinds("days", segment.days, lambda days: [day and day.isoformat() for day in days]),
        **_kinds("disabled", segment.disabled, lambda off: off),
    }


def segment_of(rows: Rows, phrases: Sequence[Phrase], damaged: type[Exception]) -> Segment:
    """The segment back; texts are decoded when they are asked for, and raise ``damaged`` if they are.

    Raises ValueError, KeyError and TypeError when the rows are not what :func:`rows_of` made.
    """
    size = len(phrases)
    ids = tuple(bytes(rows["ids"]).decode("utf-8", "surrogatepass").split("\0")) if size else ()
    if len(ids) != size:
        raise ValueError("damaged")
    return Segment(
        phrases,
        ids,
        Codes(
            bytes(rows["codes"]).decode(), _array("I", rows["codes.offsets"]), _array("I", rows["codes.owners"]), size
        ),
        _titles_of("titles", rows),
        Labels(
            _titles_of("labels", rows), _array("I", rows["labels.bounds"]), _array("I", rows["labels.bearers"]), size
        ),
        _texts_of(rows, size, damaged),
        Kinds(tuple(map(tuple, json.loads(bytes(rows["categories"])))), _array("I", rows["categories.of"])),
        Kinds(tuple(map(tuple, json.loads(bytes(rows["roles"])))), _array("I", rows["roles.of"])),
        Kinds(tuple(map(frozenset, json.loads(bytes(rows["fields"])))), _array("I", rows["fields.of"])),
        Kinds(tuple(map(_days, json.loads(bytes(rows["days"])))), _array("I", rows["days.of"])),
        Kinds(tuple(map(bool, json.loads(bytes(rows["disabled"])))), _array("I", rows["disabled.of"])),
    )


def _titles(name: str, titles: Titles) -> Rows:
    return {
        f"{name}.characters": titles.characters.encode("utf-16-le", "surrogatepass"),
        f"{name}.sounds": titles.sounds.encode("utf-16-le", "surrogatepass"),
        f"{name}.offsets": titles.offsets.tobytes(),
        **_sets(f"{name}.having", titles.having),
        **_sets(f"{name}.opening", titles.opening),
        **_sets(f"{name}.pairs", titles.pairs),
    }


def _titles_of(name: str, rows: Rows) -> Titles:
    return Titles(
        _wide(rows[f"{name}.characters"]),
        _wide(rows[f"{name}.sounds"]),
        _array("I", rows[f"{name}.offsets"]),
        _sets_of(f"{name}.having", rows),
        _sets_of(f"{name}.opening", rows),
        _sets_of(f"{name}.pairs", rows),
    )


def _texts(texts: Texts) -> Rows:
    chunks = [chunk.encode("utf-16-le", "surrogatepass") for chunk in texts.chunks]
    sums = array("I", map(zlib.crc32, chunks))
    starts = array("Q", [0])
    for chunk in chunks:
        starts.append(starts[-1] + len(chunk))
    return {
        "texts.chunks": b"".join(chunks),
        "chunks.starts": starts.tobytes(),
        "chunks.sums": sums.tobytes(),
        "chunks.offsets": b"".join(offsets.tobytes() for offsets in texts.offsets),
        "chunks.sizes": array("I", map(len, texts.offsets)).tobytes(),
        **_sets("blocks", texts.blocks),
    }


def _texts_of(rows: Rows, size: int, damaged: type[Exception]) -> Texts:
    offsets, all_offsets, end = [], _array("I", rows["chunks.offsets"]), 0
    for count in _array("I", rows["chunks.sizes"]):
        offsets.append(all_offsets[end : end + count])
        end += count
    return Texts(_Chunks(rows, damaged), tuple(offsets), _sets_of("blocks", rows), size)


class _Chunks(Sequence[str]):
    """The texts' chunks, decoded and checked when they are asked for first."""

    def __init__(self, rows: Rows, damaged: type[Exception]) -> None:
        self._data = rows["texts.chunks"]
        self._starts, self._sums = _array("Q", rows["chunks.starts"]), _array("I", rows["chunks.sums"])
        self._decoded: list[str | None] = [None] * len(self._sums)
        self._damaged = damaged

    def __len__(self) -> int:
        return len(self._sums)

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[str]: ...
    def __getitem__(self, number: int | slice) -> str | Sequence[str]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        text = self._decoded[number]
        if text is None:
            row = self._data[self._starts[number] : self._starts[number + 1]]
            if zlib.crc32(row) != self._sums[number]:
                raise self._damaged
            text = self._decoded[number] = _wide(row)
        return text


def _sets(name: str, sets: Sets) -> Rows:
    packed = sets.packed
    return {
        f"{name}.signs": json.dumps(list(packed)).encode(),
        f"{name}.sizes": array("I", map(len, packed.values())).tobytes(),
        name: b"".join(packed.values()),
    }


def _sets_of(name: str, rows: Rows) -> Sets:
    packed, start, data = {}, 0, rows[name]
    for sign, size in zip(json.loads(bytes(rows[f"{name}.signs"])), _array("I", rows[f"{name}.sizes"]), strict=True):
        packed[sign] = data[start : start + size]
        start += size
    return Sets(packed)


def _kinds(name: str, kinds: Kinds[Any], plain: Callable[[Any], object]) -> Rows:
    values = json.dumps([plain(value) for value in kinds.values])
    return {name: values.encode(), f"{name}.of": kinds.of.tobytes()}


def _days(pair: Sequence[str | None]) -> tuple[date | None, date | None]:
    first, last = (date.fromisoformat(day) if day else None for day in pair)
    return first, last


def _wide(row: bytes | memoryview) -> str:
    return str(row, "utf-16-le", "surrogatepass")


def _array(kind: str, row: bytes | memoryview) -> array[int]:
    made = array(kind)
    made.frombytes(row)
    return made
