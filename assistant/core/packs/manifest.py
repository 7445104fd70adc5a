"""What a pack says of itself: who made it, which version it is, and what must lie beside the manifest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import total_ordering
from typing import Any, Final

FORMAT: Final = 1
ID: Final = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?")
_NUMBER: Final = r"(?:0|[1-9][0-9]{0,8})"
_WORD: Final = rf"(?:{_NUMBER}|[0-9]*[A-Za-z-][0-9A-Za-z-]*)"
_VERSION: Final = re.compile(
    rf"({_NUMBER})\.({_NUMBER})\.({_NUMBER})(?:-({_WORD}(?:\.{_WORD})*))?(?:\+([0-9A-Za-z.-]+))?"
)
_LONGEST_VERSION: Final = 64  # characters


@total_ordering
@dataclass(frozen=True, slots=True)
class Version:
    """A semantic version, e.g. ``1.4.0-beta.2``. What stands behind ``+`` does not count in comparisons."""

    major: int
    minor: int = 0
    patch: int = 0
    before: tuple[str, ...] = ()  # of a version that comes before this one: ("beta", "2")
    build: str = field(default="", compare=False)

    @classmethod
    def parse(cls, text: str) -> Version:
        """Read ``1.4.0``. Raises ValueError for anything that is no semantic version."""
        found = _VERSION.fullmatch(text) if len(text) <= _LONGEST_VERSION else None
        if found is None:
            raise ValueError("no semantic version")
        major, minor, patch = (int(found[part]) for part in (1, 2, 3))
        return cls(major, minor, patch, tuple(found[4].split(".")) if found[4] else (), found[5] or "")

    def __str__(self) -> str:
        before = "-" + ".".join(self.before) if self.before else ""
        return f"{self.major}.{self.minor}.{self.patch}{before}{'+' if self.build else ''}{self.build}"

    def __lt__(self, other: object) -> bool:
        return self._order < other._order if isinstance(other, Version) else NotImplemented

    @property
    def _order(self) -> tuple[object, ...]:
        # Numbers come before words, fewer before more, and none at all after everything.
        words = tuple((0, int(word), "") if word.isdigit() else (1, 0, word) for word in self.before)
        return (self.major, self.minor, self.patch, not self.before, words)


@dataclass(frozen=True, slots=True)
class Listed:
    """A file beside the manifest: its size in bytes, and the SHA-256 of its content in hex."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The face of a pack. ``id`` stays the same from version to version; ``licence`` is an SPDX name or free text.

    ``app`` is the oldest version of the program that reads the pack. ``created`` and ``updated`` are days, None when
    they are not told. ``files`` are all files of the pack but the manifest and the signature, by their names.
    """

    id: str
    name: str
    version: Version
    author: str = ""
    licence: str = ""
    language: str = "zh-CN"
    about: str = ""
    app: Version = Version(0)
    created: date | None = None
    updated: date | None = None
    files: Mapping[str, Listed] = field(default_factory=dict)

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Manifest:
        """The manifest in a JSON object that fits the schema. Raises ValueError, KeyError and TypeError otherwise."""
        if not ID.fullmatch(record["id"]):
            raise ValueError("no id of a pack")
        return cls(
            record["id"],
            record["name"],
            Version.parse(record["version"]),
            record.get("author", ""),
            record.get("licence", ""),
            record.get("language", "zh-CN"),
            record.get("about", ""),
            Version.parse(record.get("app", "0.0.0")),
            _day(record.get("created")),
            _day(record.get("updated")),
            {name: Listed(file["size"], file["sha256"]) for name, file in record.get("files", {}).items()},
        )

    @property
    def record(self) -> dict[str, Any]:
        """The other way; parts that say nothing are left out."""
        record: dict[str, Any] = {"format": FORMAT, "id": self.id, "name": self.name, "version": str(self.version)}
        for key in ("author", "licence", "language", "about"):
            if text := getattr(self, key):
                record[key] = text
        if self.app != Version(0):
            record["app"] = str(self.app)
        for key in ("created", "updated"):
            if day := getattr(self, key):
                record[key] = day.isoformat()
        record["files"] = {name: {"size": file.size, "sha256": file.sha256} for name, file in self.files.items()}
        return record


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
