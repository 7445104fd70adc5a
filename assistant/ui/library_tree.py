"""The library's categories: phrases and categories are dropped on them, names are typed in place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from assistant.core.categories import Category
from assistant.ui.library_rows import PHRASES
from assistant.ui.popup_model import COUNT, PATH, CategoryModel
from assistant.ui.popup_panes import CategoryTree
from assistant.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
Path = tuple[str, ...]
CATEGORY = "application/x-xiaoer-category"
_SEPARATOR = "\n"  # no name of a category has it


class TreeModel(CategoryModel):
    """Categories that can be moved, renamed and filled."""

    phrases_dropped = Signal(object)  # path
    category_dropped = Signal(object, object, str)  # path, the parent it goes to, the sibling it comes before
    typed = Signal(object, str)  # path, name

    def path(self, index: AnyIndex) -> Path:
        """The path of a row; () is everything."""
        return tuple(index.data(PATH) or ()) if index.isValid() else ()

    def find(self, path: Path, parent: AnyIndex | None = None) -> QModelIndex:
        """The row of a path; an invalid one when there is none."""
        parent = QModelIndex() if parent is None else parent
        for row in range(self.rowCount(parent)):
            index = self.index(row, 0, parent)
            here = self.path(index)
            if here and here == path:
                return index
            if here and path[: len(here)] == here:
                return self.find(path, index)
        return QModelIndex()

    def recount(self, counts: Mapping[Path, tuple[int, int]]) -> None:
        """The same categories with other numbers of phrases right in them: before and now."""
        more: Counter[Path] = Counter()
        for path, (before, now) in counts.items():
            for size in range(len(path) + 1):
                more[path[:size]] += now - before
        for path, change in more.items():
            if change and (index := self.find(path) if path else self.index(0, 0)).isValid():
                super().setData(index, index.data(COUNT) + change, COUNT)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:  # noqa: D102
        flag = Qt.ItemFlag
        usual = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDropEnabled
        return usual | flag.ItemIsDragEnabled | flag.ItemIsEditable if self.path(index) else usual

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802, D102
        if role != Qt.ItemDataRole.EditRole:
            return bool(super().setData(index, value, role))
        path, name = self.path(index), " ".join(str(value).split())
        if path and name and name != path[-1]:
            QTimer.singleShot(0, self, lambda: self.typed.emit(path, name))  # when the line typed in is closed
        return False  # the tree shows it when the library has it

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802, D102
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802, D102
        return [PHRASES, CATEGORY]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802, D102
        data = QMimeData()
        data.setData(CATEGORY, _SEPARATOR.join(self.path(indexes[0])).encode())
        return data

    def canDropMimeData(  # noqa: N802, D102
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        if data.hasFormat(PHRASES):
            return bool(self.path(parent)) and row < 0
        path = _carried(data)
        return bool(path) and self.path(parent)[: len(path)] != path

    def dropMimeData(  # noqa: N802, D102
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        if self.canDropMimeData(data, action, row, column, parent):
            if data.hasFormat(PHRASES):
                self.phrases_dropped.emit(self.path(parent))
            else:
                before = self.path(self.index(row, 0, parent)) if row >= 0 else ()
                self.category_dropped.emit(_carried(data), self.path(parent), before[-1] if before else "")
        return False  # the tree shows it when the library has it


class LibraryTree(CategoryTree):
    """The tree. Rebuilding it keeps what is unfolded and where one stands."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.categories = TreeModel()
        super().__init__(theme, parent, self.categories)
        self.categories.setParent(self)
        self._shown: list[tuple[Path, int]] = []
        self._awaited: Path = ()
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)  # without a selection Qt drags nothing
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setAutoExpandDelay(600)

    def show_tree(self, roots: Sequence[Category], everything: int) -> None:
        """Show these, and how many phrases there are in all."""
        filed = [(node.path, node.count) for node in walk(roots)]
        filed.append(((), everything - sum(count for _, count in filed)))
        if filed == self._shown:
            return
        if [path for path, _ in filed] == [path for path, _ in self._shown]:
            self.categories.recount(
                {path: (old, new) for (path, old), (_, new) in zip(self._shown, filed, strict=True)}
            )
            self._shown = filed
            return
        self._shown = filed
        unfolded, path = list(self._unfolded_paths()), self.category()
        before = path
        self.show_categories(dict(filed))
        with QSignalBlocker(self):
            for one in unfolded:
                self.expand(self.categories.find(one))
            if self._awaited and self.categories.find(self._awaited).isValid():
                path, self._awaited = self._awaited, ()
            self._go(path)
        if self.category() != before:
            self.filtered.emit()

    def go_to(self, path: Path) -> bool:
        """Make a category current; False when there is none with that path."""
        index = self.categories.find(path)
        if index.isValid():
            self.setCurrentIndex(index)
        return index.isValid()

    def await_path(self, path: Path) -> None:
        """Go to this one when it is there: the current one is about to be called so."""
        self._awaited = path

    def count(self) -> int:
        """How many phrases are in the current category and below."""
        return int(self.currentIndex().data(COUNT) or 0)

    def rename_current(self) -> None:
        """Type in the current category's name."""
        if self.category():
            self.setFocus()
            self.edit(self.currentIndex())

    def siblings(self) -> tuple[list[str], int]:
        """The names beside the current category in their order, and which one it is."""
        path, parent = self.category(), self.currentIndex().parent()
        rows = range(self.categories.rowCount(parent))
        names = [there[-1] for row in rows if (there := self.categories.path(self.categories.index(row, 0, parent)))]
        return names, names.index(path[-1]) if path else -1

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802, D102
        if self.category():
            drag = QDrag(self)
            drag.setMimeData(self.categories.mimeData([self.currentIndex()]))
            drag.exec(Qt.DropAction.MoveAction)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        QTreeView.mousePressEvent(self, event)  # a second press begins a drag here, it does not lift the filter
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.expand(index)

    def _go(self, path: Path) -> None:
        for size in range(len(path), 0, -1):
            if (index := self.categories.find(path[:size])).isValid():
                self.setCurrentIndex(index)
                return

    def _unfolded_paths(self, parent: AnyIndex | None = None) -> Iterator[Path]:
        parent = QModelIndex() if parent is None else parent
        for row in range(self.categories.rowCount(parent)):
            index = self.categories.index(row, 0, parent)
            if self.isExpanded(index):
                yield self.categories.path(index)
                yield from self._unfolded_paths(index)


def _carried(data: QMimeData) -> Path:
    told = data.data(CATEGORY).toStdString() if data.hasFormat(CATEGORY) else ""
    return tuple(told.split(_SEPARATOR)) if told else ()


def walk(nodes: Iterable[Category]) -> Iterator[Category]:
    """All of them, each before its children."""
    for node in nodes:
        yield node
        yield from walk(node.children)
