"""The journal of edits that are not in the library file yet, and the history of each phrase.

Both are journals with absolute values: replaying an edit twice does no harm.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.core.edits import Kind
from assistant.core.model import Phrase
from assistant.storage.journal import Form, Journal, finite
from assistant.storage.lines import Document, pack, unpack
from assistant.storage.records import RecordError, phrase_of
from assistant.storage.shelf import Row

_HISTORY_BYTES = 8 << 20  # of each of two generations


@dataclass(frozen=True, slots=True)
class Version:
    """What a phrase was until somebody changed it.

    ``at`` is in seconds since the epoch, ``who`` the user of this machine, ``label`` what they did, ``sequence`` the
    number of that step; 0 where it was not noted.
    """

    id: str
    at: float
    who: str
    label: str
    layer: str
    was: bytes | None  # packed; None when it was not there before
    sequence: int = 0

    @property
    def phrase(self) -> Phrase | None:
        """The phrase as it was; None when it was not there before, or cannot be read any more."""
        try:
            return phrase_of(unpack(self.was), self.layer) if self.was else None
        except RecordError:
            return None


@dataclass(frozen=True, slots=True)
class Op:
    """One step of the user: all its changes, or none. ``sequence`` counts them, ``chain`` stands for all so far."""

    sequence: int
    chain: str
    rows: tuple[Row, ...]
    versions: tuple[Version, ...] = ()


def chained(chain: str, rows: Iterable[Row]) -> str:
    """The chain after one more step: 16 hex digits that differ when anything in the steps differed."""
    digest = hashlib.blake2s(chain.encode(), digest_size=8)
    for row in rows:
        digest.update(b"\0%s\0%s\0" % (row.kind.encode(), row.key.encode("utf-8", "surrogatepass")))
        if row.after:
            digest.update(b"%d\0%s" % row.after)
    return digest.hexdigest()


def op_log(path: Path) -> Journal[Op]:
    """The edits since the library file was written."""
    return Journal(path, Form(_written, _read))


def history_log(path: Path) -> Journal[Version]:
    """What phrases were before, as long as there is room; texts included."""
    return Journal(path, Form(_version_written, _version_read), _HISTORY_BYTES)


def ops_after(sequence: int, paths: Iterable[Path]) -> tuple[list[Op], list[Path]]:
    """The edits with a higher number, each once, in their order; and the journals that were damaged at their end."""
    found, spoilt = dict[int, Op](), list[Path]()
    for path in paths:
        log = op_log(path)
        found |= {op.sequence: op for op in log.read() if op.sequence > sequence}
        if log.spoilt:
            spoilt.append(path)
    return [found[number] for number in sorted(found)], spoilt


def _written(op: Op) -> dict[str, Any]:
    rows = [
        [row.kind.value, row.key, row.after.number if row.after else 0, unpack(row.after.line) if row.after else None]
        for row in op.rows
    ]
    return {"seq": op.sequence, "chain": op.chain, "rows": rows}


def _read(record: Any) -> Op:
    rows = tuple(
        Row(Kind(kind), str(key), None, None if document is None else Document(int(number), pack(document)))
        for kind, key, number, document in record["rows"]
    )
    return Op(int(record["seq"]), str(record["chain"]), rows)


def _version_written(version: Version) -> dict[str, Any]:
    record = {"id": version.id, "at": version.at, "who": version.who, "label": version.label, "layer": version.layer}
    return record | {"was": unpack(version.was) if version.was else None, "seq": version.sequence}


def _version_read(record: Any) -> Version:
    texts = (str(record["who"]), str(record["label"]), str(record["layer"]))
    was = None if record["was"] is None else pack(record["was"])
    return Version(str(record["id"]), finite(record["at"]), *texts, was, int(record.get("seq", 0)))
