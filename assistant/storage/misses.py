"""The journal of misses: ``{"query", "at"}`` a line; the oldest go when there are very many."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from assistant.core.misses import Miss
from assistant.storage.journal import Form, Journal, finite

_MOST = 256 * 1024  # bytes in each of the two files: some thousand queries
_LATEST = 253_000_000_000  # s, shortly before the year 10000


class Misses(Journal[Miss]):
    """What was looked for in vain (:class:`assistant.core.ports.MissSink`)."""

    def __init__(self, path: Path, most: int = _MOST) -> None:
        super().__init__(path, Form(_written, _read), most)


def _written(miss: Miss) -> dict[str, Any]:
    return {"query": miss.query, "at": miss.at}


def _read(record: Any) -> Miss:
    at = finite(record["at"])
    if not 0 <= at < _LATEST:
        raise ValueError("a time that no calendar has")
    return Miss(str(record["query"]), at)
