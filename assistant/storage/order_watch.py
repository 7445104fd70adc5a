"""What newly comes into a folder: exported order tables, each told once, and only when it is whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

_KINDS = (".csv", ".xlsx", ".xls")
_COMING = (".crdownload", ".part", ".download", ".partial", ".tmp", ".opdownload")  # beside a file that is being loaded
_EMPTY_S = 600.0  # so long an empty file is taken for one that is being written
_LARGEST = 1 << 30  # bytes; no export is that large


@dataclass(frozen=True, slots=True)
class Sight:
    """What one look found: tables that are new and whole, and whether others are still on their way."""

    ready: tuple[Path, ...] = ()
    coming: bool = False


Stamp = tuple[int, int]
"""Size in bytes, and time of the last change in ns."""


class Incoming:
    """Looks into ``folder``; what lies there at the first look is old. Use it from one thread.

    ``recognise`` looks into a file: whether its headings are those of an order table.
    """

    def __init__(self, folder: Path, recognise: Callable[[Path], bool], now: Callable[[], float]) -> None:
        self._folder = folder
        self._recognise = recognise
        self._now = now
        self._settled: dict[str, Stamp] | None = None
        self._growing: dict[str, Stamp] = {}

    def look(self) -> Sight:
        """What has come since the last look. A file counts as whole once two looks find it the same. Never raises."""
        there = dict(self._tables())
        if self._settled is None:
            self._settled = there
            return Sight()
        settled = self._settled
        fresh = {name: stamp for name, stamp in there.items() if settled.get(name) != stamp}
        whole = [name for name, stamp in fresh.items() if stamp[0] and self._growing.get(name) == stamp]
        ready = []
        for name in whole:
            settled[name] = fresh.pop(name)
            if self._recognise(self._folder / name):
                ready.append(self._folder / name)
        self._growing = fresh
        self._settled = {name: stamp for name, stamp in settled.items() if name in there}
        return Sight(tuple(sorted(ready)), any(self._is_coming(stamp) for stamp in fresh.values()))

    def _is_coming(self, stamp: Stamp) -> bool:
        size, changed = stamp
        return size > 0 or self._now() - changed / 1e9 < _EMPTY_S

    def _tables(self) -> Iterator[tuple[str, Stamp]]:
        try:
            with os.scandir(self._folder) as entries:
                found = list(entries)
        except OSError:
            return
        names = {entry.name.casefold() for entry in found}
        for entry in found:
            if could_be_a_table(entry.name) and not any(entry.name.casefold() + end in names for end in _COMING):
                try:
                    status = entry.stat()
                    if entry.is_file() and status.st_size <= _LARGEST:
                        yield entry.name, (status.st_size, status.st_mtime_ns)
                except OSError:  # gone again
                    continue


def could_be_a_table(name: str) -> bool:
    """Whether a file may hold an exported table, by its name; what is in it, its headings must tell."""
    return Path(name).suffix.casefold() in _KINDS and not name.startswith((".", "~$"))
