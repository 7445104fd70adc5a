"""Ed25519 over the manifest of a pack: signing it, checking who did, and handing over from one key to the next."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from assistant.core.packs import signature as forms
from assistant.core.packs.fingerprint import KEY, Key
from assistant.core.packs.manifest import ID, Version
from assistant.core.packs.signature import Broken, Link, Signature, Unsupported
from assistant.core.packs.trust import Edition, Proof, Signed, Trusted, Verdict, judge

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_NOTHING = Edition("", Version(0), "")
_PRIME = 2**255 - 19
_ORDER_8 = 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826
# Points of small order: signatures can be made that fit such a key and every manifest. No lead has one.
_WEAK = frozenset((0, 1, _PRIME - 1, _ORDER_8, _PRIME - _ORDER_8))


@dataclass(frozen=True, slots=True, repr=False)
class SecretKey:
    """A lead's own key. ``seed`` is the private half: it stays in memory, in the keyring, and in sealed files."""

    key: Key
    seed: bytes
    earlier: tuple[Link, ...] = ()

    def __repr__(self) -> str:
        return f"<SecretKey {self.key.id[:8]}>"

    def __reduce__(self) -> str:
        raise TypeError("a secret key is not copied out of the process")

    @classmethod
    def new(cls, name: str, earlier: tuple[Link, ...] = ()) -> SecretKey:
        """A fresh one for somebody called ``name``."""
        return cls.of(os.urandom(KEY), name, earlier)

    @classmethod
    def of(cls, seed: bytes, name: str, earlier: tuple[Link, ...] = ()) -> SecretKey:
        """The key of a private half. Raises ValueError when that is none."""
        return cls(Key(_private(seed).public_key().public_bytes_raw(), name), seed, earlier)

    def successor(self, name: str) -> SecretKey:
        """A fresh key that this one vouches for, so that whoever trusts this one goes on with the other."""
        made = SecretKey.new(name)
        link = Link(self.key.public, _private(self.seed).sign(forms.handing_over(self.key.public, made.key.public)))
        return SecretKey(made.key, made.seed, (*self.earlier, link)[-forms.MOST_LINKS :])


def sign(manifest: bytes, key: SecretKey) -> bytes:
    """The signature file for a manifest."""
    value = _private(key.seed).sign(forms.message(manifest, key.key.name))
    return Signature(key.key, value, key.earlier).dump()


def verify(manifest: bytes, signature: bytes | None, trusted: Trusted) -> Verdict:
    """What to think of a manifest with this signature file, None for one without. Never raises.

    That the files of the pack are those of the manifest is for whoever reads the pack.
    """
    signed = check(manifest, signature)
    edition = _edition(manifest, signed.key)
    if edition is None:
        return judge(Signed(Proof.BROKEN), _NOTHING, trusted)
    return judge(signed, edition, trusted)


def check(manifest: bytes, signature: bytes | None) -> Signed:
    """What the ciphers say, without a thought of whom to trust."""
    if signature is None:
        return Signed(Proof.UNSIGNED)
    try:
        found = forms.parse(signature)
    except Unsupported:
        return Signed(Proof.UNSUPPORTED)
    except Broken:
        return Signed(Proof.BROKEN)
    if not _holds(found.key.public, found.value, forms.message(manifest, found.key.name)):
        return Signed(Proof.BROKEN)
    if not vouched(found.earlier, found.key.public):
        return Signed(Proof.BROKEN)
    return Signed(Proof.VALID, found.key, tuple(sha256(link.public).hexdigest() for link in found.earlier))


def vouched(earlier: tuple[Link, ...], last: bytes) -> bool:
    """Whether each key has signed the next one, up to ``last``."""
    following = (*(link.public for link in earlier), last)[1:]
    return all(
        _holds(link.public, link.value, forms.handing_over(link.public, after))
        for link, after in zip(earlier, following, strict=True)
    )


def _edition(manifest: bytes, key: Key | None) -> Edition | None:
    """What the manifest says of itself; None when that can't be told without a doubt."""
    try:
        found = json.loads(manifest, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    pack, version = found.get("id"), found.get("version")
    if not isinstance(pack, str) or not isinstance(version, str) or not ID.fullmatch(pack):
        return None
    try:
        number = Version.parse(version)
    except ValueError:
        return None
    return Edition(pack, number, sha256(manifest).hexdigest(), key.id if key else "")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object in which no name stands twice: two readers might each take another one."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a name stands twice")
    return made


def _private(seed: bytes) -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415 (few need it)

    return Ed25519PrivateKey.from_private_bytes(seed)


def _holds(public: bytes, value: bytes, message: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 (few need it)
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    if (int.from_bytes(public, "little") & (2**255 - 1)) % _PRIME in _WEAK:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(value, message)
    except (InvalidSignature, ValueError):
        return False
    return True
