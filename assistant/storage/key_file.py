"""A lead's key in a file, to move it to another computer or to keep it safe: useless without its passphrase.

JSON in one form; ``sealed`` is the private half in AES-256-GCM, which vouches for everything else in the file. Its key
comes from the passphrase by scrypt, with 64 MB and a fixed cost: what a file asks for can't be more.
"""

from __future__ import annotations

import binascii
import hashlib
import json
import os
import unicodedata
from base64 import b64decode, b64encode
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.core.errors import DataProblem, SettingProblem
from assistant.core.packs import signature as forms
from assistant.core.packs.fingerprint import clean_name
from assistant.core.packs.signature import Broken
from assistant.storage import atomic
from assistant.storage.signing import SecretKey, vouched

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SUFFIX = ".xiaoer-key"
SHORTEST = 8  # characters of a passphrase
_FORMAT, _VERSION = "xiaoer-key", 1
_LARGEST = 65_536  # bytes
_SALT, _NONCE = 16, 12
_COST, _BLOCK, _LANES = 1 << 16, 8, 1
_MEMORY = 2 * 128 * _COST * _BLOCK


def save(key: SecretKey, path: Path, passphrase: str) -> None:
    """Write a key, for this user only. Raises SettingProblem for a poor passphrase, DataProblem."""
    if len(_plain(passphrase)) < SHORTEST:
        raise SettingProblem(f"口令太短，至少要 {SHORTEST} 个字。", "请换一句自己记得住、别人猜不到的话。")
    atomic.write(path, sealed(key, passphrase), keep_previous=False)


def load(path: Path, passphrase: str) -> SecretKey:
    """The key in a file. Raises DataProblem when it is none of ours, or not with that passphrase."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise DataProblem(f"读不到“{path.name}”。", "请检查文件还在不在。") from error
    if len(data) > _LARGEST:
        raise _foreign()
    return opened(data, passphrase)


def sealed(key: SecretKey, passphrase: str) -> bytes:
    """The file of a key."""
    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    head = {
        "earlier": [{"key": _text(link.public), "signature": _text(link.value)} for link in key.earlier],
        "format": _FORMAT,
        "key": _text(key.key.public),
        "name": key.key.name,
        "nonce": _text(nonce),
        "salt": _text(salt),
        "version": _VERSION,
    }
    hidden = _cipher(passphrase, salt).encrypt(nonce, key.seed, _written(head))
    return _written({**head, "sealed": _text(hidden)})


def opened(data: bytes, passphrase: str) -> SecretKey:
    """The key in such a file. Raises DataProblem."""
    found = _parsed(data)
    if found.get("version") != _VERSION:
        raise DataProblem("这个密钥文件来自更新版本的小二快答。", "请升级后再导入。")
    try:
        hidden, salt, nonce = (_bytes(found.pop("sealed")), _bytes(found["salt"]), _bytes(found["nonce"]))
        public, earlier, name = _bytes(found["key"]), forms.links(found["earlier"]), clean_name(str(found["name"]))
    except (KeyError, Broken, ValueError) as error:
        raise _foreign() from error
    key = SecretKey.of(_unsealed(_cipher(passphrase, salt), nonce, hidden, _written(found)), name, earlier)
    if key.key.public != public or not name or not vouched(earlier, public):
        raise _foreign()
    return key


def _parsed(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _foreign() from error
    if not isinstance(found, dict) or found.get("format") != _FORMAT:
        raise _foreign()
    return found


def _unsealed(cipher: AESGCM, nonce: bytes, hidden: bytes, head: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 (few need it)

    try:
        return cipher.decrypt(nonce, hidden, head)
    except (InvalidTag, ValueError):  # ValueError: a nonce that was cut
        raise DataProblem("口令不对，或者密钥文件损坏了。", "请再输一次口令；还不行就换一份备份的文件。") from None


def _cipher(passphrase: str, salt: bytes) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 (few need it)

    key = hashlib.scrypt(
        _plain(passphrase).encode("utf-8", "surrogatepass"),
        salt=salt, n=_COST, r=_BLOCK, p=_LANES, maxmem=_MEMORY, dklen=32,
    )  # fmt: skip
    return AESGCM(key)


def _plain(passphrase: str) -> str:
    """One form, whichever keyboard wrote it."""
    return unicodedata.normalize("NFKC", passphrase).strip()


def _written(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, indent=1, sort_keys=True) + "\n").encode()


def _text(data: bytes) -> str:
    return b64encode(data).decode()


def _bytes(found: object) -> bytes:
    try:
        return b64decode(str(found), validate=True)
    except binascii.Error as error:
        raise ValueError("no base64") from error


def _foreign() -> DataProblem:
    return DataProblem("这不是小二快答的密钥文件，或者已经损坏。", f"请选择导出时写下的 {SUFFIX} 文件。")
