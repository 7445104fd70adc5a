"""The files of a pack, in a ZIP archive or in a folder, with the limits that keep a hostile one small and quick.

Only the names of :data:`NAME` exist for us: nothing is ever unpacked to a path that the archive chose. Everything is
measured before it is read: the archive, its directory, every member, what they make together, how much they shrank.
"""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from assistant.core.errors import DataProblem

MANIFEST, SIGNATURE = "manifest.json", "signature.json"
ATTACHMENTS: Final = "attachments"
ATTACHMENT: Final = re.compile(rf"{ATTACHMENTS}/([0-9a-f]{{64}})(?:\.([a-z0-9]{{1,10}}))?")
NAME: Final = re.compile(
    rf"manifest\.json|signature\.json|phrases\.json|categories\.json|tables\.json|rules\.json|README\.md|LICENSE"
    rf"|{ATTACHMENT.pattern}"
)
MOST_FILES: Final = 5_000
_MEGA: Final = 1 << 20
_LIMITS: Final = {  # bytes; attachments have their own
    MANIFEST: 4 * _MEGA,
    SIGNATURE: 64 << 10,
    "phrases.json": 64 * _MEGA,
    "categories.json": 2 * _MEGA,
    "tables.json": 4 * _MEGA,
    "rules.json": _MEGA,
    "README.md": _MEGA,
    "LICENSE": _MEGA,
}
_ATTACHMENT_LIMIT: Final = 20 * _MEGA
MOST_BYTES: Final = 256 * _MEGA  # of all files together
_SHRUNK, _SHRUNK_FROM = 250, 256 << 10  # a larger member that shrank to less than this fraction is a trap
_LOCAL, _END, _END64 = b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x07"
_CHUNK: Final = 256 << 10
_END_SIZE, _END64_SIZE, _LONGEST_COMMENT = 22, 20, 65_535
_LOCAL_SIZE: Final = 30
_DIRECTORY_LIMIT: Final = 2 * _MEGA
_DAMAGE: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, struct.error, ValueError)

_AGAIN: Final = "请让制作者重新导出，或重新下载。"


def refused(what: str) -> DataProblem:
    """The sentence about a pack that is not read."""
    return DataProblem(f"这个话术包没有读取：{what}。", _AGAIN)


class Files(Protocol):
    """The files of a pack by their names."""

    @property
    def sizes(self) -> Mapping[str, int]:
        """All of them, with their sizes in bytes."""

    def data(self, name: str) -> bytes:
        """The content of one. Raises DataProblem."""


def open_files(path: Path) -> Files:
    """What lies at ``path``. Raises DataProblem when that is no pack, or one that breaks a limit."""
    try:
        return Folder(path) if path.is_dir() else Archive(path)
    except OSError as error:
        raise DataProblem(f"读不到话术包“{path.name}”。", "请检查路径和权限。") from error


class Archive:
    """A ZIP archive. It is opened anew for each look, so nothing stays open."""

    def __init__(self, path: Path) -> None:
        self._path = path
        if path.stat().st_size > MOST_BYTES:
            raise refused("文件太大")
        _examine_end(path)
        try:
            with zipfile.ZipFile(path) as archive:
                members = archive.infolist()
        except _DAMAGE as error:
            raise refused("压缩包损坏了，或者不是话术包") from error
        if min((info.header_offset for info in members), default=0):
            raise refused("文件开头不是压缩包")
        self._members = {info.filename: info for info in members if not _is_folder(info)}
        _examine(members)
        require(self.sizes)

    @property
    def sizes(self) -> Mapping[str, int]:
        """The members."""
        return {name: info.file_size for name, info in self._members.items()}

    def data(self, name: str) -> bytes:
        """Unpacked in memory."""
        info = self._members[name]
        try:
            with self._path.open("rb") as file:
                data = _unpacked(file, info)
        except OSError as error:
            raise DataProblem(f"读不到话术包“{self._path.name}”。", "请检查路径和权限。") from error
        except zlib.error:
            data = None
        if data is None or len(data) != info.file_size or zlib.crc32(data) != info.CRC:
            raise refused(f"“{shown(name)}”损坏了")
        return data


def _unpacked(file: BinaryIO, info: zipfile.ZipInfo) -> bytes | None:
    """The content of a member, never more than it says that it has and one byte; None when it is not there.

    The library would read the whole directory again for each member.
    """
    file.seek(info.header_offset)
    header = file.read(_LOCAL_SIZE)
    if len(header) < _LOCAL_SIZE or not header.startswith(_LOCAL):
        return None
    name, extra = struct.unpack("<HH", header[26:])
    if file.read(name) != info.filename.encode():
        return None
    file.seek(extra, 1)
    if info.compress_type == zipfile.ZIP_STORED:
        return file.read(min(info.compress_size, info.file_size + 1))
    unpacker, pieces, room, left = (
        zlib.decompressobj(-zlib.MAX_WBITS),
        list[bytes](),
        info.file_size + 1,
        info.compress_size,
    )
    while room and left and not unpacker.eof and (packed := file.read(min(_CHUNK, left))):
        left -= len(packed)
        while packed and room:
            pieces.append(unpacker.decompress(packed, min(room, _CHUNK)))
            room -= len(pieces[-1])
            packed = unpacker.unconsumed_tail
    return b"".join(pieces)


class Folder:
    """A folder, e.g. in a lead's repository. Files that are none of a pack's are left alone, so are links."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sizes: dict[str, int] = {}
        self._gather("")
        attachments = path / ATTACHMENTS
        if attachments.is_dir() and not attachments.is_symlink():
            self._gather(f"{ATTACHMENTS}/")
        require(self._sizes)

    @property
    def sizes(self) -> Mapping[str, int]:
        """The files that a pack can have."""
        return self._sizes

    def data(self, name: str) -> bytes:
        """As it is in the folder now."""
        try:
            with (self._path / name).open("rb") as file:
                data = file.read(limit_of(name) + 1)
        except OSError as error:
            raise DataProblem(f"读不到“{shown(name)}”。", "请检查路径和权限。") from error
        if len(data) > limit_of(name):
            raise refused(f"“{shown(name)}”太大")
        return data

    def _gather(self, prefix: str) -> None:
        for file in (self._path / prefix).iterdir():
            name = f"{prefix}{file.name}"
            if not NAME.fullmatch(name):
                continue
            found = file.lstat()
            if stat.S_ISLNK(found.st_mode):
                raise refused(f"“{shown(name)}”是一个链接")
            if stat.S_ISREG(found.st_mode):
                self._sizes[name] = found.st_size


def limit_of(name: str) -> int:
    """The most bytes that a file may have."""
    return _LIMITS.get(name, _ATTACHMENT_LIMIT)


def shown(name: str) -> str:
    """A file's name in a sentence."""
    return name if len(name) <= 40 else f"{name[:24]}…"


def require(sizes: Mapping[str, int]) -> None:
    """Raises DataProblem when there are too many files, one is too large, or all together."""
    if len(sizes) > MOST_FILES:
        raise refused(f"里面超过 {MOST_FILES} 个文件")
    if large := next((name for name, size in sizes.items() if size > limit_of(name)), ""):
        raise refused(f"“{shown(large)}”太大")
    if sum(sizes.values()) > MOST_BYTES:
        raise refused(f"解开后超过 {MOST_BYTES // _MEGA} MB")
    if MANIFEST not in sizes:
        raise refused("没有 manifest.json，不是话术包")


def _examine_end(path: Path) -> None:
    """Look how large the directory is before anybody reads it."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _END_SIZE - _LONGEST_COMMENT - _END64_SIZE))
        tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        raise refused("压缩包损坏了，或者不是话术包")
    if _END64 in tail[max(0, at - _END64_SIZE) : at]:
        raise refused("压缩包里的文件太多或太大")
    entries, length = struct.unpack("<HL", tail[at + 10 : at + 16])
    if entries > 2 * MOST_FILES or length > _DIRECTORY_LIMIT:
        raise refused(f"里面超过 {MOST_FILES} 个文件")


def _is_folder(info: zipfile.ZipInfo) -> bool:
    return info.filename == f"{ATTACHMENTS}/" and not info.file_size and not _is_link(info)


def _is_link(info: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(info.external_attr >> 16)


def _examine(members: Iterable[zipfile.ZipInfo]) -> None:
    """Every member by itself, and that none lies in another."""
    names: set[str] = set()
    end = 0
    for info in sorted(members, key=lambda info: info.header_offset):
        if _is_folder(info):
            continue
        if not NAME.fullmatch(info.filename) or info.orig_filename != info.filename:
            raise refused("里面有话术包不该有的文件")
        if info.filename in names:
            raise refused(f"里面有两个“{shown(info.filename)}”")
        names.add(info.filename)
        if why := _odd(info):
            raise refused(f"“{shown(info.filename)}”{why}")
        if info.header_offset < end:
            raise refused("里面的文件互相重叠")
        end = info.header_offset + _LOCAL_SIZE + info.compress_size


def _odd(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & 0x1:
        return "加了密码"
    if _is_link(info):
        return "是一个链接"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "的压缩方式不认识"
    if info.file_size > _SHRUNK_FROM and info.file_size > _SHRUNK * info.compress_size:
        return "压缩得不合常理"
    return ""
