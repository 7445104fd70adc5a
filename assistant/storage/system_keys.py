"""A key in the keyring of the system: Secret Service, KWallet, Keychain, Credential Manager."""

from __future__ import annotations

import binascii
import logging
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING

from assistant.core.errors import DataProblem

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_LOG = logging.getLogger(__name__)
_LEAST = 1  # what libraries give a keyring that they recommend; below it are those that hide nothing


class SystemKeys:
    """One key under a name (:class:`assistant.storage.order_vault.KeyStore`). May wait until the user unlocks it."""

    def __init__(self, service: str, name: str) -> None:
        self._service, self._name = service, name

    def get(self) -> bytes | None:
        """The key; None when there is none. Raises DataProblem when the keyring cannot be asked."""
        try:
            found = _backend().get_password(self._service, self._name)
        except Exception as error:
            raise _unusable(error) from error
        try:
            return b64decode(found, validate=True) if found else None
        except (ValueError, binascii.Error):
            return None

    def set(self, key: bytes) -> None:
        """Keep ``key``. Raises DataProblem when the keyring does not."""
        try:
            _backend().set_password(self._service, self._name, b64encode(key).decode())
        except Exception as error:
            raise _unusable(error) from error

    def delete(self) -> None:
        """Have no key any more. Raises DataProblem when the keyring cannot be asked."""
        try:
            backend = _backend()
            if backend.get_password(self._service, self._name) is not None:
                backend.delete_password(self._service, self._name)
        except Exception as error:
            raise _unusable(error) from error


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
