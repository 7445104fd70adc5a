"""What the popup shows, apart from how: the search with its filters, the phrases found, the category tree."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from assistant.core.model import Phrase
from assistant.core.ranking import Standing, weight
from assistant.core.search import Index, Match, Scope, search

PATH = Qt.ItemDataRole.UserRole + 1
COUNT = Qt.ItemDataRole.UserRole + 2

_FOUND = 50  # phrases shown for a query: nobody reads further, and the list stays cheap


class Finder(QObject):
    """The search that the popup runs: library, standing, role, category and query together."""

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
        self._standing = Standing()
        self._usual: dict[Scope, list[Match]] = {}  # browsed with nothing expected
        self._browsed: dict[Scope, list[Match]] = {}

    def set_library(self, phrases: Sequence[Phrase]) -> None:
        """Search these from now on."""
        self.phrases = tuple(phrases)
        self._index = Index(self.phrases)
        self._usual.clear()
        self._browsed.clear()
        if self.role and self.role not in self.roles():
            self.role = ""
        self.library_changed.emit()
        self.find()

    def set_standing(self, standing: Standing) -> None:
        """Rank by this from the next :meth:`find` on: what is listed stays where it is."""
        before, self._standing = self._standing, standing
        if (standing.scores, standing.pinned) != (before.scores, before.pinned):
            self._usual.clear()
        self._browsed.clear()

    def find(self) -> None:
        """Search with everything as it is."""
        self.matches = self._search() if self.query.strip() else self._browse()
        self.changed.emit()

    @property
    def scope(self) -> Scope:
        """Role and category together."""
        return Scope(self.role, self.category)

    def _search(self) -> list[Match]:
        return search(self.query, self._index, self._standing.scores, self.scope, _FOUND)

    def _browse(self) -> list[Match]:
        """All phrases within the scope; remembered, because every opening shows them again."""
        if self.scope not in self._browsed:
            if self.scope not in self._usual:
                usual = replace(self._standing, expected={})
                self._usual[self.scope] = self._browsed_by(usual)
            self._browsed[self.scope] = self._brought_forward(self._usual[self.scope])
        return self._browsed[self.scope]

    def _browsed_by(self, standing: Standing) -> list[Match]:
        found = search("", self._index, standing.scores, self.scope, len(self.phrases))
        pins = {phrase: place for place, phrase in enumerate(standing.pinned)}
        last = len(pins)
        found.sort(key=lambda m: (pins.get(m.phrase.id, last), -weight(standing, m.phrase.id)))
        return found

    def _brought_forward(self, usual: list[Match]) -> list[Match]:
        """The usual list, with what is expected in its place: a fifth of the time that sorting all of it takes."""
        standing = self._standing
        expected = standing.expected.keys() - set(standing.pinned)
        moving = [match for match in usual if match.phrase.id in expected]
        if not moving:
            return usual
        listed = [match for match in usual if match.phrase.id not in expected]
        pinned = set(standing.pinned)
        first = next((n for n, match in enumerate(listed) if match.phrase.id not in pinned), len(listed))
        for match in moving:
            insort(listed, match, first, key=lambda m: -weight(standing, m.phrase.id))
        return listed

    def count(self) -> str:
        """How many phrases are listed, for the eye."""
        more = "+" if self.query.strip() and len(self.matches) == _FOUND else ""
        return self.tr("{count} 条").format(count=f"{len(self.matches)}{more}")

    def elsewhere(self) -> int:
        """How many phrases the query would find without role and category."""
        if not (self.role or self.category):
            return 0
        return len(search(self.query, self._index, self._standing.scores, limit=_FOUND))

    def of_role(self) -> list[Phrase]:
        """The phrases of the chosen role."""
        return [phrase for phrase in self.phrases if not self.role or not phrase.roles or self.role in phrase.roles]

    def roles(self) -> list[str]:
        """The roles that phrases name, most common first."""
        return [role for role, _ in Counter(role for phrase in self.phrases for role in phrase.roles).most_common()]


class PhraseModel(QStringListModel):
    """The phrases found, for a list view. Its strings are what a screen reader says of each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matches: Sequence[Match] = ()

    def show(self, matches: Sequence[Match]) -> None:
        """Replace what is listed."""
        self.matches = matches
        self.setStringList([f"{match.phrase.title}，{match.phrase.code}，{match.excerpt}" for match in matches])


class CategoryModel(QStandardItemModel):
    """All phrases as the first row, below it the categories, each with the number of phrases in it."""

    version = 0  # grows with every change

    def show(self, phrases: Sequence[Phrase], everything: str) -> None:
        """Rebuild from the library; categories stand in the order of their first phrase."""
        counts: Counter[tuple[str, ...]] = Counter()
        for phrase in phrases:
            for depth in range(1, len(phrase.category) + 1):
                counts[phrase.category[:depth]] += 1
        self.version += 1
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
