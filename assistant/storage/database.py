"""TinyDB on a file that survives crashes: UTF-8, one document a line, swapped in whole."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import Storage
from tinydb.table import Table

from assistant.core.errors import DataProblem, XiaoerError
from assistant.storage import atomic

_Tables = dict[str, dict[str, Any]]
_encode = json.JSONEncoder(ensure_ascii=False).encode
_encode_ascii = json.JSONEncoder().encode


class LineStorage(Storage):
    """Tables in one JSON file that a stock TinyDB opens too, one document a line so that people and diffs can read it.

    :meth:`read` never raises: a damaged file is moved aside, the backup loaded, ``notice`` tells it.
    :meth:`write` raises DataProblem and leaves the file as it was.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notice = ""
        self.problem: XiaoerError | None = None

    def read(self) -> _Tables:
        """The tables in the file, none when there is no file."""
        loaded = atomic.read_or_set_aside(self.path, _parse)
        self.notice, self.problem = loaded.notice, loaded.problem
        return loaded.value or {}

    def write(self, data: _Tables) -> None:
        """Replace the file. A damaged one that could not be moved aside is tried again first."""
        if self.problem is not None:
            self._set_damaged_aside()
        atomic.write(self.path, _format(data))

    def _set_damaged_aside(self) -> None:
        try:
            atomic.set_aside(self.path)
        except FileNotFoundError:
            pass
        except OSError as error:
            raise atomic.problem_of(error, self.path) from error
        self.problem = None


class _Cache(CachingMiddleware):
    """TinyDB's own, which is not annotated. It writes when it is told to, so that errors come at one place."""

    WRITE_CACHE_SIZE = sys.maxsize

    def __init__(self, make: Callable[[], Storage]) -> None:
        super().__init__(make)  # type: ignore[no-untyped-call]

    def read(self) -> _Tables:
        tables: _Tables = super().read()  # type: ignore[no-untyped-call]
        return tables

    def flush(self) -> None:
        super().flush()  # type: ignore[no-untyped-call]


class Database:
    """A TinyDB that lives in memory and is written whole by :meth:`save`. For one thread at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._problem: XiaoerError | None = None
        self._open()

    @property
    def notice(self) -> str:
        """What happened to the file when it was read, empty when nothing did."""
        return self._file.notice

    @property
    def problem(self) -> XiaoerError | None:
        """Why the newest changes are in memory only; None when they are on disk."""
        return self._problem or self._file.problem

    def table(self, name: str) -> Table:
        """The table called ``name``, until the next :meth:`reload`."""
        return self._tiny.table(name)

    def save(self) -> None:
        """Write what changed. Never raises: :attr:`problem` tells, and the next save tries again."""
        try:
            self._cache.flush()
        except DataProblem as problem:
            self._problem = problem
        else:
            self._problem = None

    def reload(self) -> None:
        """Read the file again, unless something still waits to be written."""
        self.save()
        if self._problem is None:
            self._open()

    def _open(self) -> None:
        self._file = LineStorage(self._path)
        self._cache = _Cache(lambda: self._file)
        self._tiny = TinyDB(storage=self._cache)
        self._cache.read()


def _parse(data: bytes) -> _Tables:
    """The tables in a file; raises ValueError when it is not what TinyDB writes."""
    tables = json.loads(data.decode("utf-8-sig"))
    if not isinstance(tables, dict) or not all(map(_is_table, tables.values())):
        raise ValueError("not a set of tables")
    return tables


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        isinstance(document, dict) and len(key) < 19 and key.isascii() and key.isdigit()
        for key, document in table.items()
    )


def _format(tables: _Tables) -> bytes:
    # One call a document instead of one for all: other threads get their turn in between.
    parts = []
    for name, table in tables.items():
        lines = (b'"%d": %s' % (int(key), _line(document)) for key, document in table.items())
        parts.append(b"%s: {\n%s\n}" % (_line(name), b",\n".join(lines)))
    return b"{%s}\n" % b",\n".join(parts)


def _line(value: object) -> bytes:
    try:
        return _encode(value).encode()
    except UnicodeEncodeError:  # half of a surrogate pair is no UTF-8; as an escape it survives
        return _encode_ascii(value).encode()
