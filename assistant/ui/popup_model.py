"""What the popup shows, apart from how: the search with its filters, the phrases found, the category tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from assistant.core.ranking import Standing
from assistant.core.search import Index, Match, Scope
from assistant.ui.seeker import Answer, Background, Seeker, Wish

PATH = Qt.ItemDataRole.UserRole + 1
COUNT = Qt.ItemDataRole.UserRole + 2
AnyIndex = QModelIndex | QPersistentModelIndex
Path = tuple[str, ...]

_ROWS = 100  # of the list that are there from the beginning; ten fit on the screen
_FOUND = 50  # phrases shown for a query: nobody reads further, and the list stays cheap


class Finder(QObject):
    """The search that the popup runs: library, standing, role, category and query together."""

    changed = Signal()
    library_changed = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.index: Index | None = None
        self.answer = Answer(Wish())
        self.role = self.first_role = ""
        self.category: Path = ()
        self.query = ""
        self._standing = Standing()
        self._browsed: dict[Scope, Answer] = {}  # what every opening shows again
        self._seeker = Seeker(background, self)
        self._seeker.found.connect(self._take)
        self._seeker.failed.connect(lambda _: self._take(Answer(self._wish())))

    @property
    def matches(self) -> Sequence[Match]:
        """What was found last."""
        return self.answer.matches

    @property
    def pending(self) -> bool:
        """Whether what is wanted now has not been found yet."""
        return self._seeker.pending

    def set_index(self, index: Index) -> None:
        """Search this from now on; the first time, begin with the agent's own role."""
        if self.index is None:
            self.role = self.first_role
        self.index = index
        self._seeker.set_index(index)
        self._browsed.clear()
        if self.role and self.role not in self.roles():
            self.role = ""
        self.library_changed.emit()
        self.find()

    def set_standing(self, standing: Standing) -> None:
        """Rank by this from the next :meth:`find` on: what is listed stays where it is."""
        self._standing = standing
        self._browsed.clear()

    def find(self) -> None:
        """Search with everything as it is; ``changed`` follows, at once when nothing is typed."""
        wish = self._wish()
        if not wish.typed and (known := self._browsed.get(wish.scope)):
            self._seeker.forget()
            self._take(known)
        else:
            self._seeker.seek(wish)

    def _wish(self) -> Wish:
        return Wish(self.query, Scope(self.role, self.category), self._standing, _FOUND)

    def _take(self, answer: Answer) -> None:
        self.answer = answer
        if not answer.wish.typed:
            self._browsed[answer.wish.scope] = answer
        self.changed.emit()

    def count(self) -> str:
        """How many phrases are listed, for the eye."""
        more = "+" if self.answer.wish.typed and len(self.matches) == _FOUND else ""
        return self.tr("{count} 条").format(count=f"{len(self.matches)}{more}")

    def elsewhere(self) -> int:
        """How many phrases the query would find without role and category, when it finds none with them."""
        return self.answer.elsewhere

    def why_empty(self) -> tuple[str, str]:
        """What to say when nothing is listed, and what to do about it."""
        if self.index is None:
            return self.tr("正在整理话术…"), ""
        if not len(self.index):
            return self.tr("还没有话术"), self.tr("在托盘菜单打开“话术库”，新建一条或导入话术包。")
        headline = self.tr("没有找到“{query}”").format(query=self.query.strip())
        if elsewhere := self.elsewhere():
            hint = self.tr("其他分类或岗位里有 {count} 条。\n点左侧“全部话术”或上方“全部”查看。")
            return headline, hint.format(count=elsewhere)
        return headline, self.tr("试试更短的词或编码。用空格隔开的几个词要同时出现。")

    def categories(self) -> dict[Path, int]:
        """How many phrases of the chosen role each category holds, in the order in which they first appear."""
        filed: Counter[Path] = Counter()
        if self.index:
            for (category, roles), count in self.index.filing.items():
                if not self.role or not roles or self.role in roles:
                    filed[category] += count
        return dict(filed)

    def roles(self) -> list[str]:
        """The roles that phrases name, most common first."""
        named: Counter[str] = Counter()
        if self.index:
            for (_, roles), count in self.index.filing.items():
                named.update(dict.fromkeys(roles, count))
        return [role for role, _ in named.most_common()]


class PhraseModel(QAbstractListModel):
    """The phrases found, for a list view. Its strings are what a screen reader says of each.

    A view lays out all rows that there are at once, so there are only those that were scrolled to, and some more.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matches: Sequence[Match] = ()
        self._rows = 0

    def show(self, matches: Sequence[Match]) -> None:
        """Replace what is listed."""
        self.beginResetModel()
        self.matches = matches
        self._rows = min(_ROWS, len(matches))
        self.endResetModel()

    def reveal(self, row: int) -> None:
        """Have at least the rows up to this one."""
        rows = min(row + _ROWS, len(self.matches))
        if row >= self._rows:
            self.beginInsertRows(QModelIndex(), self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008, D102 - the signature is Qt's
        return 0 if parent.isValid() else self._rows

    def canFetchMore(self, parent: AnyIndex) -> bool:  # noqa: N802, D102
        return not parent.isValid() and self._rows < len(self.matches)

    def fetchMore(self, parent: AnyIndex) -> None:  # noqa: N802, D102
        self.reveal(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:  # noqa: D102
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        match = self.matches[index.row()]
        return f"{match.phrase.title}，{match.phrase.code}，{match.excerpt}"


class CategoryModel(QStandardItemModel):
    """All phrases as the first row, below it the categories, each with the number of phrases in it."""

    version = 0  # grows with every change

    def show(self, filed: Mapping[Path, int], everything: str) -> None:
        """Rebuild from the number of phrases filed in each category; their order stays."""
        counts: Counter[Path] = Counter()
        for path, count in filed.items():
            for depth in range(1, len(path) + 1):
                counts[path[:depth]] += count
        self.version += 1
        self.clear()
        self.appendRow(_item(everything, (), sum(filed.values())))
        items: dict[Path, QStandardItem] = {(): self.invisibleRootItem()}
        for path, count in counts.items():  # a parent is counted just before its first child
            items[path] = _item(path[-1], path, count)
            items[path[:-1]].appendRow(items[path])

    def rename(self, everything: str) -> None:
        """Call the first row otherwise."""
        if first := self.item(0):
            first.setText(everything)
            self.version += 1


def _item(name: str, path: Path, count: int) -> QStandardItem:
    item = QStandardItem(name)
    item.setEditable(False)
    item.setData(path, PATH)
    item.setData(count, COUNT)
    said = QCoreApplication.translate("CategoryModel", "{name}，{count} 条").format(name=name, count=count)
    item.setData(said, Qt.ItemDataRole.AccessibleTextRole)
    return item
