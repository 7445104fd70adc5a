"""What the settings window knows of the disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from assistant.core.errors import XiaoerError

Done = Callable[[bool], None]
Failed = Callable[[XiaoerError], None]


class Copy(Protocol):
    """A copy of the library."""

    @property
    def at(self) -> datetime:
        """When it was made."""

    @property
    def size(self) -> int:
        """Bytes."""

    @property
    def path(self) -> Path:
        """Its file."""


class Kept(Protocol):
    """One kind of data."""

    @property
    def name(self) -> str:
        """What it is."""

    @property
    def place(self) -> Path:
        """Where it lies."""

    @property
    def size(self) -> int:
        """Bytes."""

    @property
    def erasable(self) -> bool:
        """Whether it can be deleted at any time."""


class Keeping(Protocol):
    """Copies of the library, and what is kept."""

    def backups(self) -> Sequence[Copy]:
        """The copies, newest first."""

    def back_up(self, done: Done, failed: Failed) -> None:
        """Make one now; ``done`` is told whether there was anything new to copy."""

    def restore(self, backup: Any, label: str, done: Done, failed: Failed) -> None:
        """Go back to one, as a step called ``label``; ``done`` is told whether anything was different."""

    def kept(self) -> Sequence[Kept]:
        """What is kept where."""

    def erase(self, name: str) -> None:
        """Delete one kind. Raises XiaoerError."""
