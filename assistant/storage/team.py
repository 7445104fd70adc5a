"""What packs brought, in the library file: one table with the packs, and one with the phrases of each.

They are documents like the agent's own, so installing is one step that is journaled, undone and backed up like any
other, and there is no moment at which half a pack is installed.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

from assistant.core.edits import Held, Kind
from assistant.core.packs.installed import Installed
from assistant.core.packs.manifest import Manifest
from assistant.core.packs.pack import LAYER
from assistant.core.places import natural
from assistant.storage.lines import Document, Entry, Phrases, head_of, pack, pack_held, unpack, unpack_text
from assistant.storage.records import phrase_of
from assistant.storage.rules import layer_of, layer_record
from assistant.storage.table_store import record_of_table, table_in

PREFIX: Final = "team:"  # of the tables that hold phrases of packs
_ROW = 5  # of places, between the starter pack and the agent's own
_BETWEEN = "\n"  # in the key of a phrase of a pack


def key_of(pack_id: str, phrase: str) -> str:
    """What a phrase of a pack goes by in changes."""
    return f"{pack_id}{_BETWEEN}{phrase}"


def phrase_in(key: str) -> str:
    """The id of the phrase in such a key."""
    return key.partition(_BETWEEN)[2]


def place(number: int, at: int) -> str:
    """Where the phrase ``at`` of the pack with that number stands."""
    return f"{natural(_ROW, number)[:-1]}{at:06x}V"


class Team:
    """The packs, and the phrases of each. Not locked, like the shelf that it is on."""

    def __init__(self) -> None:
        self._packs: dict[str, bytes] = {}
        self._phrases: dict[str, dict[str, Entry]] = {}
        self._order: list[str] = []  # packs, the one that counts first

    @property
    def packs(self) -> tuple[Installed, ...]:
        """In the order in which they were installed."""
        return tuple(_installed(self._packs[name]) for name in reversed(self._order) if name in self._packs)

    def pack(self, name: str) -> Installed | None:
        """The pack with that id."""
        return _installed(self._packs[name]) if name in self._packs else None

    def phrases(self, name: str) -> Phrases:
        """All phrases of a pack in its order, also those that another one hides."""
        entries = tuple(self._phrases.get(name, {}).values())
        return Phrases(sorted(entries, key=lambda entry: entry.order))

    def entries(self, name: str) -> dict[str, Entry]:
        """The phrases of a pack by id, as they are kept."""
        return dict(self._phrases.get(name, {}))

    def entry(self, phrase: str) -> Entry | None:
        """What the packs say under that id."""
        for name in self._order:
            if found := self._phrases[name].get(phrase):
                return found
        return None

    def document(self, kind: Kind, key: str) -> Document | None:
        """A pack, or a phrase of one, as it is kept."""
        if kind is Kind.PACK:
            return Document(0, self._packs[key]) if key in self._packs else None
        name, _, phrase = key.partition(_BETWEEN)
        found = self._phrases.get(name, {}).get(phrase)
        return Document(0, found.line) if found else None

    def set(self, kind: Kind, key: str, document: Document | None) -> Iterable[str]:
        """Take a change over; the phrases that it may bring to light. Raises ValueError, TypeError and KeyError."""
        if kind is Kind.PACK:
            return self._set_pack(key, document)
        name, _, phrase = key.partition(_BETWEEN)
        if document is None:
            self._phrases.get(name, {}).pop(phrase, None)
        elif not self.add(name, unpack_text(document.line), document.line):
            raise ValueError("not a phrase of a pack")
        return (phrase,)

    def add(self, name: str, text: str, line: bytes) -> str:
        """Take over a phrase from the file; its id, "" when it was not written by us."""
        head = head_of(text)
        if head is None or not head.place:
            return ""
        if name not in self._phrases:
            self._phrases[name] = {}
            self._sort()
        self._phrases[name][head.id] = Entry(head.place, head.id, head.category, LAYER, 0, line)
        return head.id

    def take(self, name: str, line: bytes) -> str:
        """The same for a file that somebody else wrote. Raises RecordError, ValueError, TypeError and KeyError."""
        record = unpack(line)
        held = Held(phrase_of(record, LAYER), str(record["place"]))
        line = pack_held(held).line
        return self.add(name, unpack_text(line), line)

    def tables(self) -> Iterator[tuple[str, list[bytes]]]:
        """All documents by table, as they are now."""
        if self._packs:
            yield Kind.PACK.value, list(self._packs.values())
        for name, entries in self._phrases.items():
            if entries:
                yield PREFIX + name, [entry.line for entry in entries.values()]

    def _set_pack(self, key: str, document: Document | None) -> Iterable[str]:
        if document is None:
            self._packs.pop(key, None)
        else:
            _installed(document.line)
            self._packs[key] = document.line
        self._phrases.setdefault(key, {})
        before = self._order
        self._sort()
        return () if before == self._order else tuple(self._phrases[key])

    def _sort(self) -> None:
        numbers = {name: _installed(line).number for name, line in self._packs.items()}
        self._order = sorted(self._phrases, key=lambda name: (-numbers.get(name, 0), name))


def pack_document(installed: Installed) -> Document:
    """An installed pack as a document."""
    signature = installed.signature_bytes
    record: dict[str, Any] = {
        "id": installed.id,
        "number": installed.number,
        "at": installed.at,
        "manifest": installed.manifest_bytes.decode(),
        "signature": None if signature is None else base64.b64encode(signature).decode(),
        "categories": [list(path) for path in installed.categories],
        "tables": [record_of_table(table) for table in installed.tables],
        "rules": layer_record(installed.rules),
        "displaced": dict(installed.displaced),
    }
    return Document(0, pack(record))


@lru_cache(64)
def _installed(line: bytes) -> Installed:
    record = unpack(line)
    signature = record["signature"]
    return Installed(
        Manifest.of(json.loads(record["manifest"].removeprefix("\ufeff"))),
        int(record["number"]),
        float(record["at"]),
        record["manifest"].encode(),
        None if signature is None else base64.b64decode(signature),
        tuple(tuple(map(str, path)) for path in record["categories"]),
        tuple(table for table in (table_in(one, None) for one in record["tables"]) if table),
        layer_of(record["rules"]),
        dict(record["displaced"]),
    )


def pack_id(line: bytes) -> str:
    """The id of the pack in a document. Raises ValueError, TypeError and KeyError when it is none."""
    return _installed(line).id
