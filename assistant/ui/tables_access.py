"""What the window of the tables needs from outside, in its own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assistant.core.errors import XiaoerError
from assistant.core.tables.table import Table
from assistant.ui.pasteboard import Pasteboard
from assistant.ui.seeker import Background


class KeptTable(Protocol):
    """A table and where it comes from."""

    @property
    def table(self) -> Table:
        """The table."""

    @property
    def layer(self) -> str:
        """``starter``, ``team`` or ``personal``."""

    @property
    def covers(self) -> bool:
        """Whether it stands in the place of one of the team or the program."""


class TablesAccess(Protocol):
    """The tables. Everything but :attr:`all` waits for the disk: not for the GUI thread."""

    @property
    def all(self) -> Sequence[KeptTable]:
        """Every table that is shown."""

    @property
    def problem(self) -> XiaoerError | None:
        """Why the newest changes are not on disk; None when all is well."""

    def put(self, table: Table) -> None:
        """Keep a table under its name. Raises XiaoerError."""

    def remove(self, name: str) -> None:
        """Have no table of that name any more."""

    def rename(self, name: str, table: Table) -> None:
        """Keep ``table``, which was called ``name`` before, under its own name. Raises XiaoerError."""

    def lower(self, name: str) -> Table | None:
        """What the team or the program says under that name."""

    def import_file(self, path: Path) -> Sequence[Table]:
        """The tables in a file, not kept yet. Raises XiaoerError."""

    def export_file(self, name: str, path: Path) -> str:
        """Write a table into a file; a sentence that says so. Raises XiaoerError."""


@dataclass(frozen=True, slots=True)
class TablesTools:
    """``run`` does the work of the store in the background, ``check`` looks for problems there."""

    access: TablesAccess
    run: Background
    check: Background
    pasteboard: Pasteboard
