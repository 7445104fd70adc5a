"""Pictures and files of phrases, each stored once under the SHA-256 of its content.

``attachments/ab/abcd…`` is written aside, flushed and swapped in (:mod:`assistant.storage.atomic`), so a name stands
for its content or is not there: a kill leaves at most an old temporary file. Nothing is deleted here: an undo, a
history or the trash may still mean it. :meth:`Attachments.orphans` lists what nobody means any more.
"""

from __future__ import annotations

import hashlib
import mimetypes
import re
import shutil
from collections.abc import Collection
from pathlib import Path

from assistant.core.errors import DataProblem, NotFound
from assistant.core.model import Attachment
from assistant.storage import atomic

MAX_BYTES = 20 * 1024 * 1024
_HASH = re.compile(r"[0-9a-f]{64}")
_UNSAFE = re.compile(r"[\x00-\x1f\\/:*?\"<>|]+")
_LONGEST_NAME = 120  # characters
_OPENED = "opened"  # copies under their own names, for other programs
_MEGA = 1024 * 1024


class Attachments:
    """The folder. ``limit`` is the most that one file may have, in bytes. Safe to use from several threads."""

    def __init__(self, folder: Path, limit: int = MAX_BYTES) -> None:
        self._folder = folder
        self._limit = limit

    def keep(self, source: Path | bytes, name: str) -> Attachment:
        """Store a file or its content under ``name``, as the agent knows it. Reads and writes: call it on a worker.

        Raises DataProblem when it cannot be read, is empty or too large, or the disk is full; ReadOnly when nothing
        can be written.
        """
        name = clean(name)
        data = self._read(source, name) if isinstance(source, Path) else source
        if not data:
            raise DataProblem(f"“{name}”是空的，没有加入。", "请换一个文件。")
        if len(data) > self._limit:
            raise self._too_large(name, len(data))
        attachment = described(data, name)
        place = self._place(attachment.hash)
        if not _holds(place, len(data)):
            try:
                place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            except OSError as error:
                raise atomic.problem_of(error, place) from error
            atomic.sweep(place)
            atomic.write(place, data, keep_previous=False)
        return attachment

    def path(self, digest: str) -> Path:
        """Where the content with that hash is. Raises NotFound when it is not here."""
        place = self._place(digest) if _HASH.fullmatch(digest) else None
        if place is None or not place.is_file():
            raise NotFound("这个附件的文件不在这台电脑上。", "请向团队要一份，或删去后重新加入。")
        return place

    def named(self, attachment: Attachment) -> Path:
        """A copy with its name and ending, for a program that opens it; changing it changes nothing here.

        Raises NotFound when the content is not here, DataProblem when no copy can be made.
        """
        place = self.path(attachment.hash)
        copy = self._folder / _OPENED / attachment.hash[:16] / clean(attachment.name)
        try:
            copy.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            shutil.copyfile(place, copy)
        except OSError as error:
            raise atomic.problem_of(error, copy) from error
        return copy

    def orphans(self, used: Collection[str]) -> list[Path]:
        """Files whose hash is not among ``used``: count in the trash, the history and what can still be undone."""
        known = frozenset(used)
        return sorted(p for p in self._folder.glob("??/*") if _HASH.fullmatch(p.name) and p.name not in known)

    def _place(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest

    def _read(self, source: Path, name: str) -> bytes:
        try:
            size = source.stat().st_size
            if size > self._limit:
                raise self._too_large(name, size)
            with source.open("rb") as file:
                return file.read(self._limit + 1)
        except OSError as error:
            raise DataProblem(f"“{name}”读不出来，没有加入。", "请确认文件还在，而且不是文件夹。") from error

    def _too_large(self, name: str, size: int) -> DataProblem:
        most = f"{self._limit / _MEGA:.0f} MB" if self._limit >= _MEGA else f"{self._limit} 字节"
        has = f"{size / _MEGA:.1f} MB" if size >= _MEGA else f"{size} 字节"
        return DataProblem(f"“{name}”有 {has}，附件最大 {most}，没有加入。", "请压缩后再试，或改发链接。")


def described(data: bytes, name: str) -> Attachment:
    """What :meth:`Attachments.keep` would give for this content; nothing is stored."""
    name = clean(name)
    return Attachment(hashlib.sha256(data).hexdigest(), name, mimetypes.guess_type(name)[0] or "")


def clean(name: str) -> str:
    """``name`` as a file can be called on every system; never empty, never a path."""
    plain = _UNSAFE.sub("_", name).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    if len(plain) > _LONGEST_NAME:
        ending = ending[:20] if dot else ""
        plain = f"{(stem or plain)[: _LONGEST_NAME - 21]}{'.' if ending else ''}{ending}"
    return plain or "附件"


def _holds(place: Path, size: int) -> bool:
    """Whether the file is there, as long as it should be: a damaged one is written again."""
    try:
        return place.stat().st_size == size
    except OSError:
        return False
