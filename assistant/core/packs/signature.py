"""``signature.json`` beside the manifest of a pack, and the messages that are signed. No cipher here, only forms.

The file is JSON in one form only, with its keys in order, indented by one blank, and a line feed at the end: whoever
changes a byte of it makes it invalid, wherever that is.
"""

from __future__ import annotations

import binascii
import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from assistant.core.packs.fingerprint import KEY, Key, clean_name

FILE: Final = "signature.json"
ALGORITHM: Final = "ed25519"
SIGNATURE: Final = 64  # bytes
_FORMAT: Final = "xiaoer-signature"
_VERSION: Final = 1
_LARGEST: Final = 16_384  # bytes of the file
MOST_LINKS: Final = 8
_PACK: Final = b"xiaoer pack signature 1\n"
_SUCCESSION: Final = b"xiaoer key succession 1\n"
_FIELDS: Final = frozenset(("algorithm", "earlier", "format", "key", "name", "signature", "version"))


class Broken(ValueError):
    """It is no signature of ours, or a damaged one."""


class Unsupported(ValueError):
    """It is a signature that only others can check."""


@dataclass(frozen=True, slots=True)
class Link:
    """An earlier key of the same person, and its signature over the key that came next."""

    public: bytes
    value: bytes


@dataclass(frozen=True, slots=True)
class Signature:
    """``earlier`` leads from the oldest key to ``key``."""

    key: Key
    value: bytes
    earlier: tuple[Link, ...] = ()

    def dump(self) -> bytes:
        """The file."""
        return _written(
            {
                "algorithm": ALGORITHM,
                "earlier": [{"key": _text(link.public), "signature": _text(link.value)} for link in self.earlier],
                "format": _FORMAT,
                "key": _text(self.key.public),
                "name": self.key.name,
                "signature": _text(self.value),
                "version": _VERSION,
            }
        )


def message(manifest: bytes, name: str) -> bytes:
    """What is signed for a pack: the manifest to the byte, and what the signer is called."""
    return _PACK + name.encode() + b"\n" + manifest


def handing_over(old: bytes, new: bytes) -> bytes:
    """What an old key signs for the one that comes next (both public)."""
    return _SUCCESSION + old + new


def parse(data: bytes) -> Signature:
    """Read the file. Raises Broken or Unsupported."""
    if len(data) > _LARGEST:
        raise Broken("too large")
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Broken("no JSON") from error
    if not isinstance(found, dict) or found.get("format") != _FORMAT:
        raise Broken("not our format")
    if found.get("algorithm") != ALGORITHM or found.get("version") != _VERSION:
        raise Unsupported("another algorithm or version")
    if found.keys() != _FIELDS:
        raise Broken("missing or unknown fields")
    made = _of(found)
    if made.dump() != data:
        raise Broken("not in its one form")
    return made


def links(found: object) -> tuple[Link, ...]:
    """Earlier keys as they stand in a file. Raises Broken."""
    if not isinstance(found, list) or len(found) > MOST_LINKS:
        raise Broken("no list of earlier keys")
    return tuple(_link(each) for each in found)


def _of(found: Mapping[str, Any]) -> Signature:
    name = found["name"]
    if not isinstance(name, str) or not name or clean_name(name) != name:
        raise Broken("no name")
    return Signature(
        Key(_bytes(found["key"], KEY), name), _bytes(found["signature"], SIGNATURE), links(found["earlier"])
    )


def _link(found: object) -> Link:
    if not isinstance(found, dict) or found.keys() != {"key", "signature"}:
        raise Broken("no earlier key")
    return Link(_bytes(found["key"], KEY), _bytes(found["signature"], SIGNATURE))


def _bytes(found: object, size: int) -> bytes:
    if not isinstance(found, str):
        raise Broken("no text")
    try:
        data = b64decode(found, validate=True)
    except (ValueError, binascii.Error) as error:
        raise Broken("no base64") from error
    if len(data) != size:
        raise Broken("of another length")
    return data


def _text(data: bytes) -> str:
    return b64encode(data).decode()


def _written(value: Mapping[str, object]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
