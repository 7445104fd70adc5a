"""What the popup shows, apart from how: the search with its filters, the phrases found, the category tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from assistant.core.model import Phrase
from assistant.core.search import Index, Match, search

AnyIndex = QModelIndex | QPersistentModelIndex
PATH = Qt.ItemDataRole.UserRole + 1
COUNT = Qt.ItemDataRole.UserRole + 2

_FOUND = 100  # phrases shown for a query: nobody reads further, and the list stays cheap
_BROWSED = 5_000  # phrases shown without a query


class Finder(QObject):
    """The search that the popup runs: library, scores, role, category and query together."""

    changed = Signal()
    library_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.phrases: tuple[Phrase, ...] = ()
        self.matches: list[Match] = []
        self.role = ""
        self.category: tuple[str, ...] = ()
        self.query = ""
        self._index = Index()
        self._scores: Mapping[str, float] = {}

    def set_library(self, phrases: Sequence[Phrase]) -> None:
        """Search these from now on."""
        self.phrases = tuple(phrases)
        self._index = Index(self.phrases)
        if self.role and self.role not in self.roles():
            self.role = ""
        self.library_changed.emit()
        self.find()

    def set_scores(self, scores: Mapping[str, float]) -> None:
        """Rank by these from now on."""
        self._scores = scores
        self.find()

    def find(self) -> None:
        """Search again with everything as it is."""
        limit = _FOUND if self.query.strip() else _BROWSED
        self.matches = search(
            self.query, self._index, self._scores, role=self.role, category=self.category, limit=limit
        )
        self.changed.emit()

    def count(self) -> str:
        """How many phrases are listed, for the eye."""
        more = "+" if self.query.strip() and len(self.matches) == _FOUND else ""
        return self.tr("{count} 条").format(count=f"{len(self.matches)}{more}")

    def elsewhere(self) -> int:
        """How many phrases the query would find without role and category."""
        if not (self.role or self.category):
            return 0
        return len(search(self.query, self._index, self._scores, limit=_FOUND))

    def of_role(self) -> list[Phrase]:
        """The phrases of the chosen role."""
        return [phrase for phrase in self.phrases if not self.role or not phrase.roles or self.role in phrase.roles]

    def roles(self) -> list[str]:
        """The roles that phrases name, most common first."""
        return [role for role, _ in Counter(role for phrase in self.phrases for role in phrase.roles).most_common()]


class PhraseModel(QAbstractListModel):
    """The phrases found, for a list view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matches: Sequence[Match] = ()

    def show(self, matches: Sequence[Match]) -> None:
        """Replace what is listed."""
        self.beginResetModel()
        self.matches = matches
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, D102, B008
        return 0 if parent.isValid() else len(self.matches)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        match = self.matches[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return match.phrase.title
        return "，".join(filter(None, (match.phrase.title, match.phrase.code, match.excerpt)))


class CategoryModel(QStandardItemModel):
    """All phrases as the first row, below it the categories, each with the number of phrases in it."""

    def show(self, phrases: Sequence[Phrase], everything: str) -> None:
        """Rebuild from the library; categories stand in the order of their first phrase."""
        counts: Counter[tuple[str, ...]] = Counter()
        for phrase in phrases:
            for depth in range(1, len(phrase.category) + 1):
                counts[phrase.category[:depth]] += 1
        self.clear()
        self.appendRow(_item(everything, (), len(phrases)))
        items: dict[tuple[str, ...], QStandardItem] = {(): self.invisibleRootItem()}
        for path, count in counts.items():  # a parent is counted just before its first child
            items[path] = _item(path[-1], path, count)
            items[path[:-1]].appendRow(items[path])


def _item(name: str, path: tuple[str, ...], count: int) -> QStandardItem:
    item = QStandardItem(name)
    item.setEditable(False)
    item.setData(path, PATH)
    item.setData(count, COUNT)
    item.setData(f"{name}，{count} 条", Qt.ItemDataRole.AccessibleTextRole)
    return item
