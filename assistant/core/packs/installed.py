"""A pack that is in the library: what it is, what it brought beside phrases, and what it put aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.core.categories import Path
from assistant.core.guard.rules import Layer
from assistant.core.packs.manifest import Manifest
from assistant.core.tables.table import Table


@dataclass(frozen=True, slots=True)
class Installed:
    """A pack of the team. ``number`` counts installations: of two packs with the same phrase the higher one is shown.

    ``at`` is when this version came, in seconds since the epoch; ``manifest_bytes`` and ``signature_bytes`` are as they
    were in the pack. ``displaced`` are documents of the agent's own, by phrase, that gave way to the pack: they come
    back when it is removed.
    """

    manifest: Manifest
    number: int
    at: float
    manifest_bytes: bytes = field(repr=False)
    signature_bytes: bytes | None = field(default=None, repr=False)
    categories: tuple[Path, ...] = ()
    tables: tuple[Table, ...] = ()
    rules: Layer = field(default_factory=Layer)
    displaced: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @property
    def id(self) -> str:
        """The id of the pack."""
        return self.manifest.id
