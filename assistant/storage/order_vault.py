"""Orders that the user wants remembered: one encrypted file for some days, its key in the keyring of the system.

The file is ``XIAOER-ORDERS`` and a version, when it was made (ms since the epoch) and for how many days it holds, both
big-endian, a nonce of 12 bytes, and the orders in AES-256-GCM, which vouches for everything before them too. It is a
copy of what can be read again from the exported tables: whatever cannot be opened any more is deleted.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from assistant.core.errors import DataProblem
from assistant.storage import atomic
from assistant.storage.atomic import Loaded, problem_of

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_MAGIC = b"XIAOER-ORDERS\x01"
_HEAD = struct.Struct(f">{len(_MAGIC)}sQH")
_NONCE = 12  # bytes
_KEY = 32
_DAY_MS = 86_400_000
DAYS = range(1, 91)  # that orders may be remembered
_GONE = "记住的订单打不开了，已经删除。请重新读入订单表。"


class KeyStore(Protocol):
    """Keeps one key, where only this user gets at it."""

    def get(self) -> bytes | None:
        """The key; None when there is none. Raises DataProblem when it cannot be told."""

    def set(self, key: bytes) -> None:
        """Keep another one. Raises DataProblem."""

    def delete(self) -> None:
        """Keep none. Raises DataProblem."""


class Vault:
    """Times are seconds since the epoch. Use it from one thread at a time: the keyring may ask the user first."""

    def __init__(self, path: Path, keys: KeyStore) -> None:
        self._path = path
        self._keys = keys

    @property
    def kept(self) -> bool:
        """Whether there is anything."""
        return self._path.exists()

    def save(self, data: bytes, days: int, now: float) -> None:
        """Keep ``data`` from ``now`` for ``days`` (of DAYS), instead of what was kept.

        Raises DataProblem when there is no keyring or no room on the disk; what was kept is then as it was.
        """
        key = self._keys.get()
        if key is None or len(key) != _KEY:
            key = self._new_key()
        head = _HEAD.pack(_MAGIC, round(now * 1000), days)
        nonce = os.urandom(_NONCE)
        sealed = _cipher(key).encrypt(nonce, data, head)
        atomic.write(self._path, (head, nonce, sealed), keep_previous=False)

    def load(self, now: float) -> Loaded[bytes]:
        """What is kept, unless its days are over. ``notice`` says why it is gone or cannot be had for now.

        Raises DataProblem when the file has to go and cannot be deleted.
        """
        atomic.sweep(self._path)
        try:
            content = atomic.patiently(self._path.read_bytes)
        except (FileNotFoundError, NotADirectoryError):
            return Loaded(None)
        except OSError as error:
            return Loaded(None, problem=problem_of(error, self._path))
        if _over(content, now):
            self.delete()
            return Loaded(None)
        try:
            key = self._keys.get()
        except DataProblem as problem:
            return Loaded(None, str(problem))
        data = _opened(content, key)
        if data is None:
            self.delete()
            return Loaded(None, _GONE)
        return Loaded(data)

    def expire(self, now: float) -> bool:
        """Delete what is kept if its days are over; whether it did. Raises DataProblem."""
        try:
            with self._path.open("rb") as file:
                over = _over(file.read(_HEAD.size), now)
        except OSError:
            return False
        if over:
            self.delete()
        return over

    def delete(self) -> None:
        """Keep nothing, neither file nor key. Raises DataProblem when the file cannot be deleted."""
        try:
            for place in (self._path, *self._path.parent.glob(f".{self._path.name}.*.tmp")):
                _remove(place)
        except OSError as error:
            raise problem_of(error, self._path) from error
        finally:
            self._forget_key()

    def _forget_key(self) -> None:
        try:
            self._keys.delete()
        except DataProblem:  # a key without a file opens nothing
            return

    def _new_key(self) -> bytes:
        key = os.urandom(_KEY)
        self._keys.set(key)
        if self._keys.get() != key:  # some keyrings take everything and keep nothing
            raise DataProblem("这台电脑的密钥环留不住密钥，订单只留在内存里。", "请检查系统的密钥环。")
        return key


def _remove(place: Path) -> None:
    atomic.patiently(lambda: place.unlink(missing_ok=True))


def _over(content: bytes, now: float) -> bool:
    """Whether the days are over, also those of a file from the future; a file that is none of ours is not."""
    if len(content) < _HEAD.size:
        return False
    magic, since, days = _HEAD.unpack_from(content)
    age = now * 1000 - since
    return magic == _MAGIC and not -_DAY_MS < age < days * _DAY_MS


def _opened(content: bytes, key: bytes | None) -> bytes | None:
    """What is sealed in a file; None when it is not ours, damaged, or of another key."""
    if key is None or len(key) != _KEY or not content.startswith(_MAGIC):
        return None
    head, rest = content[: _HEAD.size], content[_HEAD.size :]
    return _unsealed(key, rest[:_NONCE], rest[_NONCE:], head)


def _unsealed(key: bytes, nonce: bytes, sealed: bytes, head: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415

    try:
        return _cipher(key).decrypt(nonce, sealed, head)
    except (InvalidTag, ValueError):  # ValueError: a nonce that was cut
        return None


def _cipher(key: bytes) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 (few need it)

    return AESGCM(key)
