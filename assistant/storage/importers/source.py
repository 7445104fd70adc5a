"""What an importer reads: a file, an archive or a folder that somebody else made, behind guards.

Nothing is read before its size is known, nothing outside the chosen file or folder is read at all, and no name that
stands in an archive ever becomes a path. Whatever is wrong is one sentence: a DataProblem.
"""

from __future__ import annotations

import codecs
import json
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import Any

from assistant.core.errors import DataProblem
from assistant.storage.importers import archive
from assistant.storage.importers.limits import (
    DEEPEST,
    LARGEST_FILE,
    MOST_BRACKETS,
    MOST_COMMAS,
    MOST_FILES,
    MOST_TOGETHER,
)

Reader = Callable[[], bytes]

_INNER = "请选里面的一个文件夹。"
_HEAD = 1 << 16  # bytes that tell formats apart
_CHUNK = 1 << 18
_SURE = 16  # bytes that only continue characters of UTF-8; after so many, a wrong one is damage


class Source:
    """A file or a folder. ``columns`` is what the user said about a table's headings: heading → part of a phrase.

    Members and files are named by their place below it, with ``/`` between folders on every system.
    """

    def __init__(self, path: Path, columns: Mapping[str, str] | None = None) -> None:
        """Raises DataProblem when it is neither a file nor a folder, or cannot be looked at."""
        self.path = path
        self.name = path.name or str(path)
        self.suffix = path.suffix.lower()
        self.columns = dict(columns or {})
        self.left_out: list[str] = []
        """Names of files that lead out of the folder; they were not read."""
        self.progress: Callable[[float], bool] = _unwatched
        """Hears what part of a long reading is done, 0 to 1; False stops it."""
        self.kept: dict[str, Any] = {}
        """What an importer found out while it looked whether it knows the source."""
        try:
            found = path.stat()
        except (OSError, ValueError) as error:
            raise DataProblem(f"读不到 {self.name}。", "请检查路径和权限。") from error
        self.is_folder = stat.S_ISDIR(found.st_mode)
        if not self.is_folder and not stat.S_ISREG(found.st_mode):
            raise DataProblem(f"{self.name} 不是文件，也不是文件夹。", "请选一个导出的文件。")
        self.size = 0 if self.is_folder else found.st_size

    @cached_property
    def head(self) -> bytes:
        """The first bytes of a file, b"" of a folder: enough to tell formats apart."""
        return b"" if self.is_folder else _read(self.path, self.name, _HEAD, whole=False)

    @property
    def is_archive(self) -> bool:
        """Whether the file is a ZIP, whatever it is called."""
        return self.head.startswith(b"PK\x03\x04") or self.head.startswith(b"PK\x05\x06")

    def data(self, limit: int = LARGEST_FILE) -> bytes:
        """The whole file. Raises DataProblem when it has more than ``limit`` bytes, before reading it."""
        if self.is_folder:
            raise DataProblem(f"{self.name} 是文件夹。", "请选其中的文件。")
        return _read(self.path, self.name, limit)

    @cached_property
    def _text(self) -> str:
        return decoded(self.data(), self.name)

    def check_lines(self, longest: int) -> None:
        """Raises DataProblem when a line has more than ``longest`` bytes; reads no further than that."""
        length = 0
        try:
            with self.path.open("rb") as file:
                while chunk := file.read(_CHUNK):
                    at = chunk.find(b"\n")
                    length = len(chunk) - chunk.rfind(b"\n") - 1 if at >= 0 else length + len(chunk)
                    if length > longest:
                        raise DataProblem(f"{self.name} 里有太长的行，没有读取。", "请在原来的软件里重新导出。")
        except OSError as error:
            raise DataProblem(f"读不到 {self.name}。", "请检查路径和权限。") from error

    def text(self) -> str:
        """The whole file as text. Raises DataProblem for what is too large or no text."""
        return self._text

    def json(self) -> Any:
        """The whole file as JSON. Raises DataProblem, also for one that would fill the memory."""
        return parsed(self.text(), self.name)

    def files(self, pattern: str = "*") -> Iterator[tuple[str, Reader]]:
        """Name and reader of every file whose name (without folders) fits ``pattern``, in the order of the names.

        Of a folder or of a ZIP. Raises DataProblem, the readers too.
        """
        wanted = pattern.lower()
        members = self._found if self.is_folder else archive.members(self.path)
        for name, reader in members:
            if fnmatchcase(name.rpartition("/")[2].lower(), wanted):
                yield name, reader

    @cached_property
    def _found(self) -> list[tuple[str, Reader]]:
        root = self.path.resolve()
        found: list[tuple[str, Reader]] = []
        together = entries = 0
        for file, is_folder in _below(root, self.name):
            entries += 1
            if entries > MOST_FILES:
                raise DataProblem(
                    f"文件夹 {self.name} 里的文件太多（超过 {MOST_FILES} 个）。", "请选里面的一个文件夹。"
                )
            if is_folder:
                continue
            name = file.relative_to(root).as_posix()
            size = self._size_inside(file, root)
            if size is None:
                self.left_out.append(name)
                continue
            together += size
            if together > MOST_TOGETHER:
                raise DataProblem(
                    f"文件夹 {self.name} 太大（超过 {MOST_TOGETHER >> 20} MB）。", "请选里面的一个文件夹。"
                )
            found.append((name, _reader(file, name)))
        return sorted(found, key=lambda one: one[0])

    @staticmethod
    def _size_inside(file: Path, root: Path) -> int | None:
        """Bytes of a plain file; None for a link that leads out, and for what is no file."""
        with suppress(OSError, RuntimeError):
            real = file.resolve(strict=True) if file.is_symlink() else file
            found = real.stat()
            if real.is_relative_to(root) and stat.S_ISREG(found.st_mode):
                return found.st_size
        return None


def _unwatched(done: float) -> bool:
    del done
    return True


def decoded(data: bytes, name: str) -> str:
    """A mark decides; else UTF-8 when all of it is that; else GB18030. Raises DataProblem for what is no text."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            text = data.decode(encoding, "replace")
            break
    else:
        text = _guessed(data, name)
    if "\0" in text:
        raise DataProblem(f"{name} 不是文字文件。", "请在原来的软件里重新导出。")
    return text


def _guessed(data: bytes, name: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        good = data[: error.start]
        if len(good) - len(good.decode()) >= _SURE:
            return data.decode("utf-8", "replace")
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        raise DataProblem(f"{name} 的文字编码看不懂。", "请用 UTF-8 编码另存后再试。") from None


def parsed(text: str, name: str) -> Any:
    """JSON in ``text``. Raises DataProblem, also for what would fill the memory or is too deep."""
    if text.count("{") + text.count("[") > MOST_BRACKETS or text.count(",") > MOST_COMMAS:
        raise DataProblem(f"{name} 里的内容太多。", "请分成几个文件后再试。")
    try:
        return json.loads(text)
    except RecursionError:
        raise DataProblem(f"{name} 的括号嵌套太深，没有读取。", "请在原来的软件里重新导出。") from None
    except ValueError:
        raise DataProblem(f"{name} 不是完整的 JSON，可能已经损坏。", "请在原来的软件里重新导出。") from None


def _read(path: Path, name: str, limit: int, *, whole: bool = True) -> bytes:
    try:
        if whole and path.stat().st_size > limit:
            raise too_large(name, limit)
        with path.open("rb") as file:
            data = file.read(limit + whole)
    except OSError as error:
        raise DataProblem(f"读不到 {name}。", "请检查路径和权限。") from error
    if whole and len(data) > limit:
        raise too_large(name, limit)
    return data


def too_large(name: str, limit: int) -> DataProblem:
    """For a file with more than ``limit`` bytes."""
    return DataProblem(f"{name} 太大（超过 {limit >> 20} MB），没有读取。", "请分成几个文件后再试。")


def _reader(file: Path, name: str) -> Reader:
    return lambda: _read(file, name, LARGEST_FILE)


def _below(folder: Path, name: str, depth: int = 0) -> Iterator[tuple[Path, bool]]:
    """Everything in ``folder`` and below, and whether it is a folder; links to folders are not walked into."""
    if depth > DEEPEST:
        raise DataProblem(f"文件夹 {name} 嵌套太深。", _INNER)
    try:
        inside = os.scandir(folder)
    except OSError:  # one that may not be read holds nothing for us
        return
    with inside:
        for entry in inside:
            path, is_folder = Path(entry.path), entry.is_dir(follow_symlinks=False)
            yield path, is_folder
            if is_folder:
                yield from _below(path, name, depth + 1)
