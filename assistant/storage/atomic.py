"""Files that are whole at every moment: written aside, flushed, swapped in; damaged ones are moved aside, never lost.

A file has one earlier generation beside it, ``NAME.bak``. A kill or a power cut at any point leaves the old file or
the new one, never a mixture and never none.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Generic, TypeVar

from assistant.core.errors import DataProblem, ReadOnly, XiaoerError

T = TypeVar("T")

# Windows refuses to read or replace a file while a virus scanner or an indexer looks at it; elsewhere no is no.
_SCANNER_WAITS_MS: tuple[int, ...] = (5, 10, 20, 50, 100, 200, 400) if os.name == "nt" else ()
_LEFTOVER_AGE_S = 3600  # a temporary file this old belongs to a process that was killed
_DAMAGE = (ValueError, RecursionError)  # what parsers raise for content; JSON and Unicode errors are ValueErrors


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """What a file gave. ``value`` is None when there is nothing to load.

    ``notice`` is a sentence for the user, empty when all went well. ``problem`` is set when a damaged file could not be
    moved aside: it must not be written over.
    """

    value: T | None
    notice: str = ""
    problem: XiaoerError | None = None


def write(path: Path, data: bytes | Iterable[bytes], *, keep_previous: bool = True) -> None:
    """Replace the content of ``path``, given whole or in pieces; what was there becomes ``NAME.bak``.

    Raises ReadOnly when the folder cannot be written, DataProblem when the disk is full. ``path`` is then as it was.
    """
    try:
        temporary = _written_aside(path, (data,) if isinstance(data, bytes) else data)
        try:
            if keep_previous and path.exists():
                _keep(path)
            patiently(lambda: temporary.replace(path))
        except OSError:
            temporary.unlink(missing_ok=True)
            raise
        _flush_folder(path.parent)
    except OSError as error:
        raise problem_of(error, path) from error


def read_or_set_aside(path: Path, parse: Callable[[bytes], T]) -> Loaded[T]:
    """Load ``path``, or its ``.bak`` when the file is missing, unreadable or ``parse`` raises ValueError.

    Damaged files are renamed with today's date, so that somebody can still look into them.
    """
    sweep(path)
    happened: list[str] = []
    problem: XiaoerError | None = None
    for candidate in (path, backup_of(path)):
        try:
            data = patiently(candidate.read_bytes)
            value = parse(data)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except (OSError, *_DAMAGE):
            try:
                happened.append(f"“{candidate.name}”读不出来，已改名为“{set_aside(candidate).name}”保留")
            except OSError as error:
                problem = problem_of(error, candidate)
                happened.append(f"“{candidate.name}”读不出来")
            continue
        if candidate == path:
            return Loaded(value)
        notice = "，".join(happened or [f"“{path.name}”不见了"])
        return Loaded(
            value, f"{notice}，已从上一份备份恢复，最近一次改动可能不在里面。", problem or _restore(path, data)
        )
    return Loaded(None, "，".join([*happened, "没有可用的备份，先从空白开始。"]) if happened else "", problem)


def backup_of(path: Path) -> Path:
    """Where the earlier generation of ``path`` is kept."""
    return path.with_name(path.name + ".bak")


def set_aside(path: Path, why: str = "damaged") -> Path:
    """Rename ``path`` to a name with ``why`` and today's date that is still free, and return it. Raises OSError."""
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    aside, count = path.with_name(f"{path.name}.{why}-{stamp}"), 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{path.name}.{why}-{stamp}-{count}")
    patiently(lambda: path.replace(aside))
    return aside


def patiently(action: Callable[[], T]) -> T:
    """Do it, and again for half a second where another program may hold the file for a moment. Raises OSError."""
    for wait in _SCANNER_WAITS_MS:
        try:
            return action()
        except PermissionError:
            time.sleep(wait / 1000)
    return action()


def problem_of(error: OSError, path: Path) -> DataProblem:
    """The sentence for a write to ``path`` that the system refused."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DataProblem(f"磁盘已满，“{path.name}”没有写进去，改动先留在内存里。", "请腾出一些空间。")
    return ReadOnly(
        f"数据文件夹“{path.parent}”不能写入，改动只留在内存里，退出后会丢失。",
        "请检查磁盘和文件夹的权限，或用环境变量 XIAOER_HOME 换一个文件夹。",
    )


def _restore(path: Path, data: bytes) -> XiaoerError | None:
    try:
        write(path, data, keep_previous=False)
    except DataProblem as problem:
        return problem
    return None


def _written_aside(path: Path, pieces: Iterable[bytes]) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _keep(path: Path) -> None:
    # A link and a rename: at no moment is there no file called ``path``.
    backup = backup_of(path)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.bak.tmp")
    temporary.unlink(missing_ok=True)
    try:
        os.link(path, temporary)
    except OSError:  # FAT, some network shares
        shutil.copyfile(path, temporary)
    try:
        patiently(lambda: temporary.replace(backup))
    finally:
        # POSIX: renaming onto a link to the same file does nothing and leaves both names.
        temporary.unlink(missing_ok=True)


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # a folder cannot be opened there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(path: Path) -> None:
    """Remove what killed writers of ``path`` have left behind. Never raises."""
    # Two processes may write at once, so a young temporary file may be alive.
    for leftover in path.parent.glob(f".{path.name}.*.tmp"):
        try:
            if time.time() - leftover.stat().st_mtime > _LEFTOVER_AGE_S:
                leftover.unlink()
        except OSError:  # already gone, or a folder that cannot be written: nothing is lost by leaving it
            continue
