"""What the window does to the categories of its tree."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from assistant.core.edits import Edit, MoveCategory, PutCategory, RemoveCategory
from assistant.ui.library_editing import Editing
from assistant.ui.library_tree import LibraryTree, Path
from assistant.ui.sheet import Sheet
from assistant.ui.theme import Theme


class CategoryCommands(QObject):
    """One method each; the steps run in the background."""

    def __init__(self, editing: Editing, tree: LibraryTree, window: QWidget, colours: Callable[[], Theme]) -> None:
        super().__init__(window)
        self._editing = editing
        self._tree = tree
        self._window = window
        self._colours = colours
        self._awaited: Path = ()
        tree.categories.typed.connect(self.rename)
        tree.categories.category_dropped.connect(self.move)

    def new(self) -> None:
        """An empty category in the current one, its name to be typed."""
        parent = self._tree.category()
        path, number = (*parent, self.tr("新分类")), 2
        while self._tree.categories.find(path).isValid():
            path, number = (*parent, self.tr("新分类 {number}").format(number=number)), number + 1
        self._awaited = path
        self._editing.do(lambda: [PutCategory(path)], self.tr("新建分类“{name}”").format(name=path[-1]))

    def settled(self) -> None:
        """The tree shows what the library has by now."""
        if self._awaited and self._tree.go_to(self._awaited):
            self._awaited = ()
            self._tree.rename_current()

    def rename(self, path: Path, name: str) -> None:
        """Call a category otherwise; where there is one of that name they become one."""
        to = (*path[:-1], name)
        label = self.tr("分类“{old}”改名为“{new}”").format(old=path[-1], new=name)
        self._go(to, [MoveCategory(path, to)], label)

    def move(self, path: Path, parent: Path, before: str) -> None:
        """Into another category, or elsewhere among its siblings."""
        to = (*parent, path[-1])
        if before == path[-1] and to == path:
            return
        self._go(to, [MoveCategory(path, to, before)], self.tr("移动分类“{name}”").format(name=path[-1]))

    def shift(self, by: int) -> None:
        """Move the current one up (-1) or down (1) among its siblings."""
        path, (names, at) = self._tree.category(), self._tree.siblings()
        to = at + by
        if not path or not 0 <= to < len(names):
            return
        after = names[at + 2] if by > 0 and at + 2 < len(names) else ""
        if by > 0 and not after:  # it becomes the last one: the next one goes before it
            label = self.tr("移动分类“{name}”").format(name=path[-1])
            other = (*path[:-1], names[to])
            self._editing.do(lambda: [MoveCategory(other, other, path[-1])], label)
            return
        self.move(path, path[:-1], names[to] if by < 0 else after)

    def remove(self) -> None:
        """Ask, then move the category's phrases to the trash and drop it."""
        path = self._tree.category()
        if not path:
            return
        count = self._tree.count()
        label = self.tr("删除分类“{name}”").format(name=path[-1])
        if not count:
            self._editing.do(lambda: [RemoveCategory(path)], label)
            return
        sheet = Sheet(self._colours(), self._window)
        hint = self.tr("里面的 {count} 条话术会移到回收站，可以恢复。").format(count=count)
        sheet.ask(self.tr("删除分类“{name}”？").format(name=path[-1]), self.tr("删除"), hint)
        sheet.way_on.clicked.connect(lambda: self._editing.do(lambda: [RemoveCategory(path)], label))
        sheet.way_on.clicked.connect(sheet.accept)
        sheet.way_on.setFocus()
        sheet.open()

    def _go(self, to: Path, edits: list[Edit], label: str) -> None:
        self._tree.await_path(to)
        self._editing.do(lambda: edits, label)
