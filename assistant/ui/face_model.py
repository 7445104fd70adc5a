"""The emoticons on a page of the picker: the last ones first, then those of the page, or what was looked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from assistant.core.emoticons import DIALECTS, UNFIT
from assistant.core.naming import Naming
from assistant.ui.editor_tools import Faces

Role = Qt.ItemDataRole
EVERY = ""  # the page of all dialects


class FaceModel(QAbstractListModel):
    """One name a row."""

    def __init__(self, faces: Faces, naming: Naming) -> None:
        super().__init__()
        self._faces = faces
        self._naming = naming
        self.names: Sequence[str] = ()
        self._rows: dict[str, list[str]] = {}

    def find(self, typed: str, page: str) -> None:
        """Show what fits ``typed`` on a page: a dialect, or every one."""
        table = self._faces.table
        names = self._page(page)
        self.beginResetModel()
        if typed.strip():
            self.names = self._naming.best(typed, names, table.names_of)
        else:
            recent = [name for name in self._faces.recent() if name in set(names)]
            fit = [name for name in names if name not in UNFIT and name not in set(recent)]
            self.names = [*recent, *fit]
        self.endResetModel()

    def sign(self, name: str) -> str:
        """What stands for it in the grid: the picture that everybody draws, else its letters."""
        return self._faces.table.face(name, "unicode").code

    def shown_as(self, name: str) -> list[tuple[str, str]]:
        """For each dialect the code that is sent."""
        return [(dialect, self._faces.table.face(name, dialect).code) for dialect in DIALECTS]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802, D102
        return 0 if parent is not None and parent.isValid() else len(self.names)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Role.DisplayRole) -> object:  # noqa: D102
        if not index.isValid() or role not in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return None
        return self.names[index.row()]

    def _page(self, page: str) -> list[str]:
        if page not in self._rows:
            table = self._faces.table
            self._rows[page] = (
                table.page(page) if page else [n for n in table.names if table.english.get(n) is not None]
            )
        return self._rows[page]
