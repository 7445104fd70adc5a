"""What the settings window does with the disk: copies of the library, and what is kept where."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from assistant.core.errors import XiaoerError
from assistant.storage import keeping, restoring
from assistant.storage.backups import Backup
from assistant.storage.keeping import Kept
from assistant.storage.opening import Files
from assistant.storage.paths import Paths
from assistant.storage.phrases import Changed, Library

Done = Callable[[bool], None]
Failed = Callable[[XiaoerError], None]


class Run(Protocol):
    """Does ``op`` in the background; one of the others follows."""

    def __call__(self, op: Callable[[], object], success: Callable[..., None], failure: Failed) -> None:
        """Begin."""


class Housekeeping:
    """Implements :class:`assistant.ui.keeping.Keeping`. ``erased`` hears the name of what was deleted."""

    def __init__(self, paths: Paths, library: Library, run: Run, erased: Callable[[str], None]) -> None:
        self._paths = paths
        self._library = library
        self._run = run
        self._erased = erased

    def backups(self) -> list[Backup]:
        """The copies, newest first."""
        return Files(self._paths.library).backups.all()

    def back_up(self, done: Done, failed: Failed) -> None:
        """Make a copy now; ``done`` is told whether there was anything new to copy."""
        self._run(lambda: restoring.back_up(self._library, self._paths.library), done, failed)

    def restore(self, backup: Backup, label: str, done: Done, failed: Failed) -> None:
        """Go back to a copy; ``done`` is told whether anything was different."""

        def restored(changed: Changed) -> None:
            done(bool(changed.put or changed.removed))

        self._run(lambda: restoring.restore(self._library, backup, label), restored, failed)

    def kept(self) -> list[Kept]:
        """What is kept where."""
        return keeping.kept(self._paths)

    def erase(self, name: str) -> None:
        """Delete one kind of data. Raises XiaoerError."""
        keeping.erase(self._paths, name)
        self._erased(name)
