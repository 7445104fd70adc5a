"""What is kept on this computer: where, how much of it, and what can go at any time."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.core.errors import NotFound
from assistant.storage.atomic import backup_of, problem_of
from assistant.storage.paths import Paths

_ERASABLE = ("usage", "misses", "orders", "logs", "index")


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of data: its name, its file or folder, its bytes, and whether the program does without it."""

    name: str
    place: Path
    size: int
    erasable: bool


def kept(paths: Paths) -> list[Kept]:
    """Everything that the program keeps. Never raises."""
    return [
        Kept(name, places[0], sum(map(_size, places)), name in _ERASABLE) for name, places in _places(paths).items()
    ]


def erase(paths: Paths, name: str) -> None:
    """Delete one kind of data now. Raises NotFound for what is not to be deleted so, and DataProblem."""
    if name not in _ERASABLE:
        raise NotFound(f"“{name}”不能在这里删除。", "话术请在话术库里删除。")
    for place in _places(paths)[name]:
        try:
            _erase(place)
        except FileNotFoundError:
            continue
        except OSError as error:
            raise problem_of(error, place) from error


def _places(paths: Paths) -> dict[str, tuple[Path, ...]]:
    home = paths.home
    return {
        "library": (paths.library, home / "library.json.bak", home / "ops.log", home / "ops.log.bak"),
        "attachments": (home / "attachments",),
        "history": (home / "history.log", home / "history.log.1"),
        "backups": (home / "backups",),
        "settings": (*_twice(paths.settings), *_twice(paths.rules), *_twice(paths.trust)),
        "usage": (paths.usage,),
        "misses": (paths.misses, home / "misses.log.1"),
        "index": (paths.index,),
        "orders": (paths.orders,),
        "logs": (paths.logs,),
    }


def _twice(place: Path) -> tuple[Path, Path]:
    """A file and the generation before it."""
    return place, backup_of(place)


def _size(place: Path) -> int:
    try:
        return sum(file.stat().st_size for file in _files(place))
    except OSError:
        return 0


def _files(place: Path) -> Iterator[Path]:
    if not place.is_dir():
        yield place
        return
    for folder, _, names in os.walk(place):
        yield from (Path(folder, name) for name in names)


def _erase(place: Path) -> None:
    """A log that is being written goes on from nothing; everything else is gone."""
    if place.suffix == ".log" and place.parent.name == "logs":
        os.truncate(place, 0)
    elif place.name == "logs" and place.is_dir():
        for file in place.iterdir():
            _erase(file)
    elif place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink()
