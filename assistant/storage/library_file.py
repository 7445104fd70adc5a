"""The library file: a TinyDB document file in our own layout, read and written a line at a time.

A stock TinyDB opens it. One document is one line, so that a file of a hundred megabytes never stands in memory as a
whole, no thread holds up the others while it is written, and a damaged file still tells what was in it. The table
``_meta`` comes last: the version, the number and the chain of the last edit, and a checksum of the lines before. A
file whose checksum holds was written by us and needs no second look; any other is examined document by document.
"""

from __future__ import annotations

import json
import os
import re
import zlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from assistant.storage.lines import pack_text, text_of, unpack_text
from assistant.storage.migrations import SCHEMA, migrate

META = "_meta"
_TAIL = 4096  # bytes at the end in which the meta table must be
_CHUNK = 1 << 18  # bytes
_LONGEST_NUMBER = 19  # digits
_DOCUMENT = re.compile(rb'"([0-9]{1,18})": (\{.*\}),?\n')
_TABLE = re.compile(rb'\{?("(?:[^"\\]|\\.)*"): \{\n')

Lines = Iterable[tuple[int, bytes]]


@dataclass(frozen=True, slots=True)
class Meta:
    """What a file says of itself. ``sequence`` is the last edit in it, ``chain`` stands for all of them."""

    schema: int = 1
    sequence: int = 0
    chain: str = ""
    crc: int = -1
    odd: frozenset[int] = frozenset()  # documents among the phrases that are none


@dataclass(slots=True)
class Contents:
    """What a file holds: packed lines by table and number. ``ours`` when the checksum holds."""

    meta: Meta
    tables: dict[str, deque[tuple[int, bytes]]] = field(default_factory=dict)
    ours: bool = False


def chunks(tables: Mapping[str, Lines], meta: Meta) -> Iterator[bytes]:
    """The file, in pieces."""
    crc, buffer = 0, bytearray(b"{")
    for name, lines in tables.items():
        buffer += b"%s: {\n" % text_of(name).encode()
        separator = b""
        for number, line in lines:
            document = b'"%d": %s' % (number, unpack_text(line).encode())
            crc = zlib.crc32(document, crc)
            buffer += separator + document
            separator = b",\n"
            if len(buffer) >= _CHUNK:
                yield bytes(buffer)
                buffer.clear()
        buffer += b"\n},\n"
    record = {"schema": meta.schema, "sequence": meta.sequence, "chain": meta.chain, "crc": crc, "odd": [*meta.odd]}
    yield bytes(buffer + b'"%s": {\n"1": %s\n}}\n' % (META.encode(), text_of(record).encode()))


def read(path: Path) -> Contents:
    """What is in ``path``, brought to our version. Raises OSError, and ValueError or RecursionError for damage."""
    contents = _read_lines(path)
    if contents is not None and contents.ours and contents.meta.schema >= SCHEMA:
        return contents
    return _parsed(path.read_bytes())


def salvage(path: Path) -> Iterator[Any]:
    """The documents of a damaged file that can still be read, whatever they are. Never raises."""
    try:
        with path.open("rb") as file:
            for line in file:
                found = _DOCUMENT.fullmatch(line if line.endswith(b"\n") else line + b"\n")
                if found:
                    try:
                        yield json.loads(found[2])
                    except (ValueError, RecursionError):
                        continue
    except OSError:
        return


def _read_lines(path: Path) -> Contents | None:
    """A file in our own layout with a checksum that holds; None for any other. Raises OSError."""
    with path.open("rb") as file:
        meta = _last_words(file)
        if meta is None:
            return None
        file.seek(0)
        contents, crc, lines = Contents(meta), 0, None
        for line in file:
            document = _DOCUMENT.fullmatch(line)
            if document and lines is not None:
                crc = zlib.crc32(line[:-2] if line.endswith(b",\n") else line[:-1], crc)
                lines.append((int(document[1]), pack_text(document[2].decode())))
            elif table := _TABLE.fullmatch(line):
                name = json.loads(table[1])
                if name == META:
                    break
                lines = contents.tables.setdefault(name, deque())
            elif line.strip() not in (b"", b"},"):
                return None
    contents.ours = crc == meta.crc
    return contents if contents.ours else None


def _parsed(data: bytes) -> Contents:
    """Any file that TinyDB could have written. Raises ValueError and RecursionError for damage."""
    tables = json.loads(data.decode("utf-8-sig"))
    if not isinstance(tables, dict) or not all(map(_is_table, tables.values())):
        raise ValueError("not a set of tables")
    meta = _meta_of(tables.pop(META, {}).get("1"))
    migrate(tables, meta.schema)
    contents = Contents(meta)
    for name, table in tables.items():
        contents.tables[name] = deque((int(key), pack_text(text_of(document))) for key, document in table.items())
    return contents


def _last_words(file: BinaryIO) -> Meta | None:
    file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL))
    tail = file.read()
    at = tail.rfind(b'"%s": {\n' % META.encode())
    try:
        return _meta_of(json.loads(b"{" + tail[at:])[META].get("1")) if at >= 0 else None
    except (ValueError, RecursionError, AttributeError):
        return None


def _meta_of(record: object) -> Meta:
    if not isinstance(record, dict):
        return Meta()
    numbers = [record.get(key, default) for key, default in (("schema", 1), ("sequence", 0), ("crc", -1))]
    schema, sequence, crc = (n if isinstance(n, int) else 0 for n in numbers)
    odd = record.get("odd")
    odd = frozenset(n for n in odd if isinstance(n, int)) if isinstance(odd, list) else frozenset()
    return Meta(schema, sequence, str(record.get("chain", "")), crc, odd)


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        isinstance(document, dict) and len(key) < _LONGEST_NUMBER and key.isascii() and key.isdigit()
        for key, document in table.items()
    )
