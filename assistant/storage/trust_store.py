"""What the agent trusts: ``trust.json``, with the keys of leads, the editions seen, and the public half of an own key.

Nothing in it is secret. What is unusable in it trusts nobody: keys and editions are taken only whole.
The file as it is counts, also when the command line has written it meanwhile.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import RLock
from typing import Any, Final

from tinydb import where

from assistant.core.errors import XiaoerError
from assistant.core.packs.fingerprint import Key, clean_name
from assistant.core.packs.manifest import ID, Version
from assistant.core.packs.signature import Link
from assistant.core.packs.trust import Edition, Known, Trusted, Verdict
from assistant.storage.database import Database
from assistant.storage.signing import vouched

_KEYS: Final = "keys"
_EDITIONS: Final = "editions"
_OWN: Final = "own"
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_MOST_EDITIONS: Final = 40  # of one pack


class TrustStore:
    """For all threads. A file that can't be written leaves changes in memory; :attr:`problem` says why."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._one = RLock()
        self._callbacks: list[Callable[[], None]] = []
        self._stamp = _stamp(path)
        self._database = Database(path)
        self._trusted = self._read()

    @property
    def trusted(self) -> Trusted:
        """All of it, as the file is now."""
        with self._one:
            if self._stamp != _stamp(self.path):
                self._begin()
            return self._trusted

    @property
    def problem(self) -> XiaoerError | None:
        """Why the newest changes are not on disk; None when they are."""
        return self._database.problem

    @property
    def notice(self) -> str:
        """What was wrong with the file when it was read, "" when nothing was."""
        return self._database.notice

    @property
    def earlier(self) -> tuple[Link, ...]:
        """The keys that handed over to the own one."""
        with self._one:
            document = self._own()
            return _links(document) if document else ()

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call this after every change, in the thread that made it."""
        self._callbacks.append(callback)

    def reload(self) -> None:
        """Read the file again."""
        with self._one:
            self._begin()
        self._tell()

    def trust(self, key: Key, now: float) -> None:
        """Trust a key from now on; nothing else is known of it any more."""
        with self._one:
            self._begin()
            self._forget(key.id)
            self._database.table(_KEYS).insert({**_face(key), "since": now})
            self._settle()
        self._tell()

    def distrust(self, key: str, now: float) -> None:
        """Trust a key no longer, and remember that."""
        with self._one:
            self._begin()
            self._mark(key, {"removed": now})
            self._settle()
        self._tell()

    def installed(self, verdict: Verdict, now: float) -> None:
        """A pack was installed with this verdict: it is compared with the next ones, and a new key is followed."""
        with self._one:
            self._begin()
            if verdict.follows and verdict.key:
                self._mark(verdict.follows, {"successor": verdict.key.id})
                self._forget(verdict.key.id)
                self._database.table(_KEYS).insert({**_face(verdict.key), "since": now})
            edition, table = verdict.edition, self._database.table(_EDITIONS)
            document = _edition_document(edition)
            table.remove(doc_ids=[each.doc_id for each in table.all() if each == document])
            table.insert(document)
            ids = [each.doc_id for each in table.search(where("pack") == edition.pack)]
            table.remove(doc_ids=ids[:-_MOST_EDITIONS])
            self._settle()
        self._tell()

    def set_own(self, key: Key | None, earlier: tuple[Link, ...] = ()) -> None:
        """Have this key of one's own, None for none."""
        with self._one:
            self._begin()
            table = self._database.table(_OWN)
            table.truncate()
            if key:
                links = [{"key": _text(link.public), "signature": _text(link.value)} for link in earlier]
                table.insert({**_face(key), "earlier": links})
            self._settle()
        self._tell()

    def _begin(self) -> None:
        self._stamp = _stamp(self.path)
        self._database.reload()
        self._trusted = self._read()

    def _forget(self, key: str) -> None:
        table = self._database.table(_KEYS)
        table.remove(doc_ids=[each.doc_id for each in table.all() if (found := _key(each)) and found.id == key])

    def _mark(self, key: str, news: dict[str, object]) -> None:
        table = self._database.table(_KEYS)
        table.update(news, doc_ids=[each.doc_id for each in table.all() if (found := _key(each)) and found.id == key])

    def _settle(self) -> None:
        self._database.save()
        # The generation before must not bring back a trust that was taken away, should the file be damaged.
        self._database.table("written").truncate()
        self._database.save()
        self._stamp = _stamp(self.path)
        self._trusted = self._read()

    def _tell(self) -> None:
        for callback in self._callbacks:
            callback()

    def _read(self) -> Trusted:
        own = self._own()
        return Trusted(tuple(self._known()), tuple(self._editions()), _key(own) if own else None)

    def _own(self) -> dict[str, Any] | None:
        return next((dict(each) for each in self._database.table(_OWN).all() if _key(each)), None)

    def _known(self) -> Iterator[Known]:
        for each in self._database.table(_KEYS).all():
            if key := _key(each):
                times = (each.get(name, 0) for name in ("since", "removed"))
                since, removed = (float(time) if isinstance(time, int | float) else 1.0 for time in times)
                yield Known(key, since, removed, str(each.get("successor", "")))

    def _editions(self) -> Iterator[Edition]:
        for each in self._database.table(_EDITIONS).all():
            if edition := _edition(each):
                yield edition


def _stamp(path: Path) -> tuple[int, int, int]:
    """Differs when somebody has written the file."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0, 0)
    return (found.st_mtime_ns, found.st_size, found.st_ino)


def _face(key: Key) -> dict[str, Any]:
    return {"id": key.id, "key": _text(key.public), "name": key.name}


def _key(document: Any) -> Key | None:
    """The key in a document; None when any part of it does not fit the others."""
    try:
        key = Key(b64decode(document["key"], validate=True), document["name"])
        whole = clean_name(key.name) == key.name != "" and document["id"] == key.id
    except (KeyError, TypeError, ValueError):
        return None
    return key if whole else None


def _links(document: Any) -> tuple[Link, ...]:
    try:
        data = [(each["key"], each["signature"]) for each in document["earlier"]]
        found = tuple(Link(b64decode(key, validate=True), b64decode(value, validate=True)) for key, value in data)
    except (KeyError, TypeError, ValueError):
        return ()
    key = _key(document)
    return found if key and vouched(found, key.public) else ()


def _edition_document(edition: Edition) -> dict[str, str]:
    return {
        "pack": edition.pack,
        "version": str(edition.version),
        "manifest": edition.manifest,
        "key": edition.key,
    }


def _edition(document: Any) -> Edition | None:
    try:
        made = Edition(document["pack"], Version.parse(document["version"]), document["manifest"], document["key"])
        whole = (
            ID.fullmatch(made.pack) and _HASH.fullmatch(made.manifest) and (not made.key or _HASH.fullmatch(made.key))
        )
    except (KeyError, TypeError, ValueError):
        return None
    return made if whole else None


def _text(data: bytes) -> str:
    return b64encode(data).decode()
