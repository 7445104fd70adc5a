"""Folders that appear whole: written beside, then put in place."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.core.errors import DataProblem
from assistant.storage import atomic


@contextmanager
def replacing(path: Path, mark: str) -> Iterator[Path]:
    """A folder to fill; it is ``path`` when all went well, and nothing has changed when not.

    A folder that is there is replaced only when it is empty or has a file ``mark``, which such folders have.
    Raises DataProblem.
    """
    try:
        _check(path, mark)
        place = Path(tempfile.mkdtemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent))
    except OSError as error:
        raise _problem(path) from error
    try:
        place.chmod(0o755)
        yield place
        _swap(place, path)
    except OSError as error:
        raise _problem(path) from error
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _check(path: Path, mark: str) -> None:
    if not path.exists():
        return
    ours = path.is_dir() and not path.is_symlink() and (path.joinpath(mark).is_file() or not any(path.iterdir()))
    if not ours:
        raise DataProblem(f"“{path.name}”已经有了，里面是别的内容，没有动它。", "请换一个名字。")


def _swap(place: Path, path: Path) -> None:
    if not path.exists():
        atomic.patiently(lambda: place.rename(path))
        return
    old = Path(tempfile.mkdtemp(prefix=f".{path.name}.", suffix=".old", dir=path.parent))
    try:
        atomic.patiently(lambda: path.rename(old / path.name))
        try:
            atomic.patiently(lambda: place.rename(path))
        except OSError:
            old.joinpath(path.name).rename(path)
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _problem(path: Path) -> DataProblem:
    return DataProblem(f"“{path.name}”写不进去。", "请检查路径、权限和磁盘空间。")
