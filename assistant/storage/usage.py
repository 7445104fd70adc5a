"""The journal of activations: appended to, never rewritten; identifiers and times only.

One record is one line, ``CRC JSON``: the CRC-32 of the JSON in eight hex digits, then
``{"phrase", "variant", "at", "outcome", "profile", "ms"}`` in ASCII. A process that is killed while it writes
leaves at most a torn last line. Readers skip it, the next writer starts a new line after it.
"""

from __future__ import annotations

import errno
import json
import math
import os
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

from assistant.core.errors import XiaoerError
from assistant.core.model import Activation, Outcome
from assistant.storage.atomic import problem_of

_CRC_DIGITS = 8
_APPEND = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)  # Windows would write \r\n
_READ = os.O_RDWR | getattr(os, "O_BINARY", 0)


class Usage:
    """An append-only journal (:class:`assistant.core.ports.UsageSink`), for any number of threads.

    What cannot be written stays in memory, is read back from there, and is written with the next record that can be;
    :attr:`problem` says why until then.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._unwritten: list[Activation] = []
        self._problem: XiaoerError | None = None

    @property
    def problem(self) -> XiaoerError | None:
        """Why the newest records are not on disk; None when they are."""
        return self._problem

    def append(self, activation: Activation) -> None:
        """Hand one record to the system in one write. Survives a kill at once, a power cut after :meth:`flush`."""
        with self._lock:
            self._unwritten.append(activation)
            self._write()

    def flush(self) -> None:
        """Have the disk keep what was appended (it may take tens of milliseconds). Never raises."""
        with self._lock:
            if self._unwritten:
                self._write()
            try:
                handle = os.open(self._path, _READ)
                try:
                    os.fsync(handle)
                finally:
                    os.close(handle)
            except FileNotFoundError:
                return
            except OSError as error:
                self._problem = problem_of(error, self._path)

    def read(self) -> Iterator[Activation]:
        """Every record, oldest first. Torn and damaged lines are skipped, an unreadable file gives nothing."""
        try:
            with self._path.open("rb") as file:
                yield from filter(None, map(_parse, file))
        except (FileNotFoundError, NotADirectoryError):
            pass
        except OSError as error:
            self._problem = problem_of(error, self._path)
        yield from tuple(self._unwritten)

    def _write(self) -> None:
        # Opened anew each time (15 µs): the file may have been moved, healed or torn by somebody else since.
        try:
            handle = os.open(self._path, _APPEND, 0o600)
            try:
                while self._unwritten:
                    line = _format(self._unwritten[0])
                    _write_whole(handle, line if _ends_whole(handle) else b"\n" + line)
                    del self._unwritten[0]
            finally:
                os.close(handle)
            self._problem = None
        except OSError as error:
            self._problem = problem_of(error, self._path)


def _format(activation: Activation) -> bytes:
    record = {
        "phrase": activation.phrase,
        "variant": activation.variant,
        "at": activation.at,
        "outcome": activation.outcome.value,
        "profile": activation.profile,
        "ms": activation.milliseconds,
    }
    body = json.dumps(record, separators=(",", ":")).encode()
    return b"%08x %s\n" % (zlib.crc32(body), body)


def _parse(line: bytes) -> Activation | None:
    body = line.rstrip(b"\r\n")[_CRC_DIGITS + 1 :]
    if line[: _CRC_DIGITS + 1] != b"%08x " % zlib.crc32(body):
        return None
    try:
        record = json.loads(body)
        return Activation(
            str(record["phrase"]),
            int(record["variant"]),
            _finite(record["at"]),
            Outcome(record["outcome"]),
            str(record["profile"]),
            _finite(record["ms"]),
        )
    except (ValueError, TypeError, KeyError, OverflowError):  # of a newer version
        return None


def _finite(value: object) -> float:
    number = float(value)  # type: ignore[arg-type]
    if not math.isfinite(number):
        raise ValueError("not a time")
    return number


def _ends_whole(handle: int) -> bool:
    if os.fstat(handle).st_size == 0:
        return True
    os.lseek(handle, -1, os.SEEK_END)
    return os.read(handle, 1) == b"\n"


def _write_whole(handle: int, line: bytes) -> None:
    """One write; raises OSError when the disk took only a part, which the next record then starts a new line after."""
    written = os.write(handle, line)
    if written < len(line) - 1:  # without its line end a record is still whole
        raise OSError(errno.ENOSPC, "only a part was written")
