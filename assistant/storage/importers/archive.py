"""Members of a ZIP that somebody else made, checked before anything of them is read."""

from __future__ import annotations

import stat
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from assistant.core.errors import DataProblem
from assistant.storage.importers.limits import (
    DEEPEST,
    LARGEST_DIRECTORY,
    LARGEST_FILE,
    MOST_FILES,
    MOST_RATIO,
    MOST_TOGETHER,
    RATIO_FROM,
)

_END, _LOCATOR = b"PK\x05\x06", b"PK\x06\x07"
_END_SIZE, _COMMENT = 22, 65_535
_ENCRYPTED = 1
_BROKEN = (BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError, struct.error)


def members(path: Path) -> list[tuple[str, Callable[[], bytes]]]:
    """Name and reader of every file of the archive, in the order of the names. Raises DataProblem, the readers too."""
    name = path.name
    try:
        size = path.stat().st_size
        if size > MOST_TOGETHER:
            raise _bomb(name)
        _check_directory(path, size)
        file = ZipFile(path)  # stays open as long as a reader is kept: opening again would read the whole list again
        infos = [info for info in file.infolist() if not info.is_dir()]
    except _BROKEN as error:
        raise _damaged(name) from error
    if len(infos) > MOST_FILES:
        raise DataProblem(f"{name} 里的文件太多（超过 {MOST_FILES} 个）。", "请在原来的软件里重新导出。")
    together = 0
    for info in infos:
        _check(info, name)
        together += info.file_size
    if together > MOST_TOGETHER or (together > RATIO_FROM and together > MOST_RATIO * size):
        raise _bomb(name)
    return sorted(((info.filename, _reader(file, info, name)) for info in infos), key=lambda one: one[0])


def _check_directory(path: Path, size: int) -> None:
    """The list of members is read as a whole by the library: it must not be larger than memory likes."""
    with path.open("rb") as file:
        file.seek(max(0, size - _END_SIZE - _COMMENT - 20))
        tail = file.read()
    at = tail.find(_END)
    while at >= 0:
        end = tail[at : at + _END_SIZE]
        if len(end) == _END_SIZE and struct.unpack_from("<I", end, 12)[0] > LARGEST_DIRECTORY:
            raise _bomb(path.name)
        if tail[max(0, at - 20) : at].startswith(_LOCATOR):  # of archives above 4 GB
            raise _bomb(path.name)
        at = tail.find(_END, at + 1)


def _check(info: ZipInfo, name: str) -> None:
    raw, parts = info.orig_filename, info.filename.split("/")
    if "\\" in raw or "\0" in raw or ":" in parts[0] or not parts[0] or ".." in parts or len(parts) > DEEPEST:
        raise DataProblem(f"{name} 里有指向别处的文件名，没有读取。", "这样的压缩包不安全，请向提供者要一份新的。")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise DataProblem(f"{name} 里有指向别处的链接，没有读取。", "这样的压缩包不安全，请向提供者要一份新的。")
    if info.flag_bits & _ENCRYPTED:
        raise DataProblem(f"{name} 有密码，读不了。", "请解压后再导入。")
    if info.file_size > RATIO_FROM and info.file_size > MOST_RATIO * info.compress_size:
        raise _bomb(name)


def _reader(file: ZipFile, info: ZipInfo, name: str) -> Callable[[], bytes]:
    def read() -> bytes:
        if info.file_size > LARGEST_FILE:
            raise DataProblem(f"{info.filename} 太大，没有读取。", "请分成几个文件后再试。")
        try:
            with file.open(info) as member:
                data = member.read(LARGEST_FILE + 1)
        except _BROKEN as error:
            raise _damaged(name) from error
        if len(data) > LARGEST_FILE:
            raise _bomb(name)
        return data

    return read


def _damaged(name: str) -> DataProblem:
    return DataProblem(f"压缩包 {name} 打不开，可能已经损坏。", "请在原来的软件里重新导出。")


def _bomb(name: str) -> DataProblem:
    return DataProblem(f"压缩包 {name} 解开后太大，没有读取。", "请在原来的软件里重新导出，或分成几个文件。")
