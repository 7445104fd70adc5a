"""Phrases in memory as they stand in the file: a line of JSON each, turned into a value when somebody looks at it.

A hundred thousand phrases as objects would take more memory than all the rest of the program. The lines are kept in
GB 18030, which holds all of Unicode and takes two bytes for a Chinese character where UTF-8 takes three.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, overload

from assistant.core.categories import Path
from assistant.core.edits import Folder, Held, Trashed
from assistant.core.layers import LAYERS
from assistant.core.model import Phrase
from assistant.core.places import natural
from assistant.storage.records import phrase_of, prior_use_of, record_of

_CODEC = "gb18030"
_ROWS = {layer: 3 + 2 * number for number, layer in enumerate(LAYERS)}
_KEPT = 512  # phrases that stay decoded: what a list shows, a few times over
_encode = json.JSONEncoder(ensure_ascii=False).encode
_encode_ascii = json.JSONEncoder().encode
_decode = json.JSONDecoder().decode

_STRING = r'"(?:[^"\\]|\\.)*"'
_HEAD = re.compile(
    rf'\{{"id": ({_STRING}), "code": {_STRING}, (?:"place": "([0-9A-Za-z]*)", )?'
    rf'(?:"category": (\[(?:{_STRING}(?:, )?)*\]), )?"title": '
)


def natural_place(layer: str, number: int) -> str:
    """Where a phrase of ``layer`` stands that nobody has moved."""
    return natural(_ROWS[layer], number)


class Document(NamedTuple):
    """A document of the file: its number there, and itself, packed."""

    number: int
    line: bytes


class Head(NamedTuple):
    """What must be known of a phrase without looking into it."""

    id: str
    place: str
    category: Path
    used: bool


class Entry(NamedTuple):
    """A phrase in the library. ``given`` is its place; "" while it stands where its number puts it."""

    given: str
    id: str
    category: Path
    layer: str
    number: int
    line: bytes

    @property
    def place(self) -> str:
        """Where it stands."""
        return self.given or natural_place("personal", self.number)

    @property
    def order(self) -> tuple[str, str]:
        """What entries go by in the library."""
        return (self.place, self.id)

    @property
    def phrase(self) -> Phrase:
        """The phrase itself."""
        return _phrase(self.line, self.layer)


class Phrases(Sequence[Phrase]):
    """The library at one moment, in its order; phrases are made when they are asked for."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries

    def __len__(self) -> int:
        return len(self.entries)

    @overload
    def __getitem__(self, index: int) -> Phrase: ...
    @overload
    def __getitem__(self, index: slice) -> Phrases: ...
    def __getitem__(self, index: int | slice) -> Phrase | Phrases:
        if isinstance(index, slice):
            return Phrases(self.entries[index])
        return self.entries[index].phrase

    def __iter__(self) -> Iterator[Phrase]:
        for entry in self.entries:
            yield phrase_of(unpack(entry.line), entry.layer)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


def with_code(phrases: Phrases, code: str) -> Iterator[Phrase]:
    """The phrases with ``code`` in whatever case."""
    wanted = code.casefold()
    # A line tells its code at the beginning; where a backslash is about, a closer look is needed.
    quick = re.compile(rb'\{"id": "[^"]*", "code": "%s"' % re.escape(code.encode()), re.IGNORECASE)
    for entry in phrases.entries:
        if code.isascii() and b"\\" not in entry.line[:200] and not quick.match(entry.line):
            continue
        phrase = entry.phrase
        if phrase.code and phrase.code.casefold() == wanted:
            yield phrase


def pack(document: object) -> bytes:
    """A JSON value as it is kept."""
    return pack_text(text_of(document))


def pack_text(text: str) -> bytes:
    """JSON in a text as it is kept."""
    return text.encode(_CODEC)


def text_of(document: object) -> str:
    """A JSON value as it is written."""
    text = _encode(document)
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair is no UTF-8; as an escape it survives
        return _encode_ascii(document)
    return text


def unpack_text(line: bytes) -> str:
    """What is kept as JSON in a text."""
    return line.decode(_CODEC)


def unpack(line: bytes) -> Any:
    """What is kept as a JSON value."""
    return _decode(line.decode(_CODEC))


def head_of(text: str) -> Head | None:
    """What the beginning of a line that :func:`pack_held` made says; None when somebody else made it."""
    found = _HEAD.match(text)
    if found is None:
        return None
    key, place, category = found.groups()
    return Head(_string(key), place or "", _path(category) if category else (), '"use_count": ' in text)


def pack_held(held: Held) -> Document:
    """A phrase of the agent's own as a document."""
    record: dict[str, Any] = {"id": held.phrase.id, "code": held.phrase.code}
    if held.place:
        record["place"] = held.place
    return Document(held.number, pack(record | record_of(held.phrase, held.prior)))


def held_of(document: Document) -> Held:
    """The other way. Raises RecordError and ValueError."""
    record = unpack(document.line)
    place = record.get("place", "") if isinstance(record, dict) else ""
    phrase = phrase_of(record, "personal")
    return Held(phrase, place if isinstance(place, str) else "", prior_use_of(record), document.number)


def pack_trashed(key: str, trashed: Trashed) -> Document:
    """What lies in the trash as a document."""
    record: dict[str, Any] = {"id": key, "at": trashed.at, "own": trashed.own}
    if trashed.held:
        document = pack_held(trashed.held)
        record |= {"layer": trashed.held.phrase.layer, "number": document.number, "phrase": unpack(document.line)}
    return Document(0, pack(record))


def trashed_of(line: bytes) -> Trashed:
    """The other way. Raises RecordError, ValueError, TypeError and KeyError."""
    record = unpack(line)
    held = None
    if "phrase" in record:
        held = held_of(Document(int(record["number"]), pack(record["phrase"])))
        held = Held(phrase_of(record["phrase"], str(record["layer"])), held.place, held.prior, held.number)
    return Trashed(held, float(record["at"]), bool(record["own"]))


def pack_folder(folder: Folder) -> Document:
    """A category that was arranged as a document."""
    return Document(0, pack({"path": list(folder.path), "place": folder.place}))


def folder_of(line: bytes) -> Folder:
    """The other way. Raises ValueError, TypeError and KeyError."""
    record = unpack(line)
    path = tuple(map(str, record["path"]))
    if not path:
        raise ValueError("no path")
    return Folder(path, int(record["place"]))


@lru_cache(_KEPT)
def _phrase(line: bytes, layer: str) -> Phrase:
    return phrase_of(unpack(line), layer)


@lru_cache(4096)
def _path(category: str) -> Path:
    return tuple(_decode(category))


def _string(text: str) -> str:
    return str(_decode(text)) if "\\" in text else text[1:-1]
