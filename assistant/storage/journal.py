"""Journals: appended to, never rewritten; identifiers and times only, or what else may be kept in the clear.

One record is one line, ``CRC JSON``: the CRC-32 of the JSON in eight hex digits, then an object in ASCII. A process
that is killed while it writes leaves at most a torn last line. Readers skip it, the next writer starts a new line
after it.
"""

from __future__ import annotations

import errno
import json
import math
import os
import re
import threading
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Generic, TypeVar

from assistant.core.errors import XiaoerError
from assistant.storage.atomic import problem_of

T = TypeVar("T")
_CRC_DIGITS = 8
_APPEND = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)  # Windows would write \r\n
_TORN = re.compile(rb"[0-9a-f]{0,8}|[0-9a-f]{8} (\{[ -\x7f]*)?")  # what a killed writer leaves of a line
_TAIL = 1 << 20  # bytes at the end of a journal in which its newest record is looked for
_READ = os.O_RDWR | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Form(Generic[T]):
    """How a record is an object. ``read`` may raise ValueError, TypeError, KeyError, OverflowError: it is skipped."""

    write: Callable[[T], dict[str, Any]]
    read: Callable[[Any], T]


class Journal(Generic[T]):
    """An append-only file, for any number of threads.

    What cannot be written stays in memory, is read back from there, and is written with the next record that can be;
    :attr:`problem` says why until then. With ``most`` bytes in it the file becomes ``NAME.1``, in place of the one
    before, and a new one begins; 0 is no limit.
    """

    def __init__(self, path: Path, form: Form[T], most: int = 0) -> None:
        self._path = path
        self._form = form
        self._most = most
        self._lock = threading.Lock()
        self._unwritten: list[T] = []
        self._problem: XiaoerError | None = None
        self._spoilt = False

    @property
    def problem(self) -> XiaoerError | None:
        """Why the newest records are not on disk; None when they are."""
        return self._problem

    @property
    def spoilt(self) -> bool:
        """Whether what was read last ends in something that is no record and that no killed writer leaves."""
        return self._spoilt or self._problem is not None

    def append(self, record: T) -> None:
        """Hand one record to the system in one write. Survives a kill at once, a power cut after :meth:`flush`."""
        with self._lock:
            self._unwritten.append(record)
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

    def read(self) -> Iterator[T]:
        """Every record, oldest first. Torn and damaged lines are skipped, an unreadable file gives nothing."""
        return chain(self._lines(self._older), self._lines(self._path), tuple(self._unwritten))

    def last(self) -> T | None:
        """The newest record that can be read, without reading all of them; None when the end holds none."""
        try:
            with self._path.open("rb") as file:
                file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL))
                lines = file.read().splitlines()
        except OSError:
            return None
        return next((record for line in reversed(lines) if (record := self._parsed(line)) is not None), None)

    @property
    def _older(self) -> Path:
        return self._path.with_name(self._path.name + ".1")

    def _lines(self, path: Path) -> Iterator[T]:
        line, record = b"", None
        try:
            with path.open("rb") as file:
                for line in file:
                    record = self._parsed(line)
                    if record is not None:
                        yield record
            self._spoilt = record is None and bool(line.strip(b"\r\n")) and not _TORN.fullmatch(line)
        except (FileNotFoundError, NotADirectoryError):
            pass
        except OSError as error:
            self._problem = problem_of(error, path)

    def _parsed(self, line: bytes) -> T | None:
        body = line.rstrip(b"\r\n")[_CRC_DIGITS + 1 :]
        if line[: _CRC_DIGITS + 1] != b"%08x " % zlib.crc32(body):
            return None
        try:
            return self._form.read(json.loads(body))
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError):  # of a newer version
            return None

    def _write(self) -> None:
        # Opened anew each time (15 µs): the file may have been moved, healed or torn by somebody else since.
        try:
            self._turn_over()
            handle = os.open(self._path, _APPEND, 0o600)
            try:
                while self._unwritten:
                    line = _line(self._form.write(self._unwritten[0]))
                    _write_whole(handle, line if _ends_whole(handle) else b"\n" + line)
                    del self._unwritten[0]
            finally:
                os.close(handle)
            self._problem = None
        except OSError as error:
            self._problem = problem_of(error, self._path)

    def _turn_over(self) -> None:
        try:
            if self._most and self._path.stat().st_size >= self._most:
                self._path.replace(self._older)
        except OSError:  # somebody reads it just now, or it is not there: it grows on
            return


def finite(value: Any) -> float:
    """A number as a record may hold it; raises ValueError, TypeError, OverflowError."""
    number = float(value)
    if not math.isfinite(number):
        raise ValueError("not finite")
    return number


def _line(record: dict[str, Any]) -> bytes:
    body = json.dumps(record, separators=(",", ":")).encode()
    return b"%08x %s\n" % (zlib.crc32(body), body)


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
