"""Copies of a file as it was at other times: all of the last ones, then one an hour, a day, a month."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from assistant.storage import atomic

_NEWEST = 10  # kept whatever their age
_PERIODS: tuple[tuple[timedelta, Callable[[datetime], object]], ...] = (
    (timedelta(days=1), lambda at: (at.date(), at.hour)),
    (timedelta(days=31), lambda at: at.date()),
    (timedelta(days=730), lambda at: (at.year, at.month)),
)
_MOST_BYTES = 2 << 30
_STAMP = "%Y%m%dT%H%M%S"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy: when it was made, the last edit that is in it, and its size in bytes."""

    path: Path
    at: datetime
    sequence: int
    size: int


def thin(found: Iterable[Backup], now: datetime, most_bytes: int = _MOST_BYTES) -> list[Backup]:
    """Which of ``found`` to keep, newest first: the last ten, and the last of every hour, day and month.

    Of more than ``most_bytes`` in all the oldest go, but never the last ten.
    """
    newest_first = sorted(found, key=lambda backup: (backup.at, backup.sequence), reverse=True)
    kept = dict.fromkeys(newest_first[:_NEWEST])
    for reach, period in _PERIODS:
        last: dict[object, Backup] = {}
        for backup in newest_first:
            if now - backup.at <= reach:
                last.setdefault(period(backup.at), backup)
        kept |= dict.fromkeys(last.values())
    result, total = [], 0
    for number, backup in enumerate(backup for backup in newest_first if backup in kept):
        total += backup.size
        if number < _NEWEST or total <= most_bytes:
            result.append(backup)
    return result


class Backups:
    """The folder with the copies of the file that is called ``stem``."""

    def __init__(self, folder: Path, stem: str = "library") -> None:
        self._folder = folder
        self._stem = stem
        self._name = re.compile(rf"{re.escape(stem)}-(\d{{8}}T\d{{6}})Z-(\d{{1,18}})\.json")

    def all(self) -> list[Backup]:
        """What is there, newest first. Never raises."""
        try:
            found = [self._backup(path) for path in self._folder.iterdir()]
        except OSError:
            return []
        return sorted(filter(None, found), key=lambda b: (b.at, b.sequence), reverse=True)

    def keep(self, path: Path, sequence: int, now: float) -> None:
        """Copy ``path``, which holds the edits up to ``sequence``, unless the newest copy does; drop what is too much.

        ``now`` is in seconds since the epoch. Raises DataProblem when there is no room for it.
        """
        found = self.all()
        if found and found[0].sequence == sequence and found[0].size == path.stat().st_size:
            return
        at = datetime.fromtimestamp(now, UTC)
        target = self._folder / f"{self._stem}-{at.strftime(_STAMP)}Z-{sequence}.json"
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise atomic.problem_of(error, target) from error
        atomic.write(target, _pieces(path), keep_previous=False)
        wanted = thin(self.all(), at)
        for backup in self.all():
            if backup not in wanted:
                backup.path.unlink(missing_ok=True)

    def _backup(self, path: Path) -> Backup | None:
        named = self._name.fullmatch(path.name)
        if not named:
            return None
        try:
            at = datetime.strptime(named[1], _STAMP).replace(tzinfo=UTC)
            return Backup(path, at, int(named[2]), path.stat().st_size)
        except (ValueError, OSError):
            return None


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            yield piece
