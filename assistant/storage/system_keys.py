"""A key in the keyring of the system: Secret Service, KWallet, Keychain, Credential Manager."""

from __future__ import annotations

import binascii
import logging
from base64 import b64decode, b64encode
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from assistant.core.errors import DataProblem

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")

_LOG = logging.getLogger(__name__)
_PATIENCE = 60.0  # s that the user may take to unlock it
_LEAST = 1  # what libraries give a keyring that they recommend; below it are those that hide nothing


class SystemKeys:
    """One key under a name (:class:`assistant.storage.order_vault.KeyStore`). The user has a minute to unlock it."""

    def __init__(self, service: str, name: str) -> None:
        self._service, self._name = service, name

    def get(self) -> bytes | None:
        """The key; None when there is none. Raises DataProblem when the keyring cannot be asked."""
        found = _asked(lambda: _backend().get_password(self._service, self._name))
        try:
            return b64decode(found, validate=True) if found else None
        except (ValueError, binascii.Error):
            return None

    def set(self, key: bytes) -> None:
        """Keep ``key``. Raises DataProblem when the keyring does not."""
        _asked(lambda: _backend().set_password(self._service, self._name, b64encode(key).decode()))

    def delete(self) -> None:
        """Have no key any more. Raises DataProblem when the keyring cannot be asked."""
        _asked(self._delete)

    def _delete(self) -> None:
        backend = _backend()
        if backend.get_password(self._service, self._name) is not None:
            backend.delete_password(self._service, self._name)


def _asked(ask: Callable[[], T]) -> T:
    """What the keyring says, unless it waits too long for the user: nobody else may have to wait for that."""
    answer: SimpleQueue[tuple[T | None, Exception | None]] = SimpleQueue()

    def work() -> None:
        try:
            answer.put((ask(), None))
        except Exception as error:  # noqa: BLE001 (each system's keyring has errors of its own)
            answer.put((None, error))

    Thread(target=work, name="xiaoer-keyring", daemon=True).start()
    try:
        found, error = answer.get(timeout=_PATIENCE)
    except Empty:
        error = TimeoutError()
    if error is not None:
        raise _unusable(error) from error
    return found  # type: ignore[return-value]


def _backend() -> KeyringBackend:
    """The best keyring of this system. Raises LookupError when all there is would keep the key in the open."""
    from keyring import get_keyring  # noqa: PLC0415 (takes 50 ms, and few need it)

    chosen = get_keyring()
    best: KeyringBackend = next(iter(getattr(chosen, "backends", ())), chosen)
    if best.priority < _LEAST:
        raise LookupError(type(best).__module__)
    return best


def _unusable(error: Exception) -> DataProblem:
    _LOG.info("the keyring cannot be used: %s", type(error).__name__)
    return DataProblem("这台电脑的密钥环不能用，订单只留在内存里。", "请先解锁或安装系统的密钥环，再打开“记住订单”。")
