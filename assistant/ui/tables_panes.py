"""The parts of the window of the tables and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListWidgetItem, QMenu, QSplitter, QVBoxLayout, QWidget

from assistant.core.tables.check import Problem, is_serious
from assistant.core.tables.table import Table
from assistant.ui import tables_words as words
from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton
from assistant.ui.inputs import Ink, Note
from assistant.ui.languages import Worded
from assistant.ui.library_actions import MenuButton
from assistant.ui.sheet import ListBox
from assistant.ui.tables_access import KeptTable
from assistant.ui.tables_grid import Grid
from assistant.ui.tables_try import TryLine
from assistant.ui.theme import Theme

_LIST = 216
_LINES = 2  # of what is wrong with one cell; its tooltip tells all
MENUS = {"table": "Alt+T", "row": "Alt+R", "column": "Alt+C", "usage": "Alt+U"}
_NAME = Qt.ItemDataRole.UserRole


class TablesPanes(Worded, QWidget):
    """The names at the left; at the right the grid, what is wrong, and a line to try it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.list = ListBox(theme, self)
        self.new = ActionButton("", theme, self, primary=True)
        self.title = Note("", theme, self, ink=Ink.TEXT)
        self.title.setFont(themes.bold(16))
        self.title.setWordWrap(False)
        self.menus: dict[str, MenuButton] = {}
        self.grid = Grid(theme, self)
        self.trouble = Note("", theme, self)
        self.try_line = TryLine(theme, self)
        self.status = Note("", theme, self)
        self.status.hide()
        self.empty = Note("", theme, self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def build(self, make: Callable[[str], QMenu]) -> None:
        """Put everything in its place; ``make`` gives the menus by name."""
        for name, keys in MENUS.items():
            self.menus[name] = MenuButton(self._theme, lambda name=name: make(name), keys, self)  # type: ignore[misc]
        self._side = QWidget(self)
        self._side.setAutoFillBackground(True)
        left = QVBoxLayout(self._side)
        left.setContentsMargins(0, 8, 0, 12)
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 0, 14, 0)
        foot.addWidget(self.new, 1)
        left.addLayout(foot)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self._side)
        splitter.addWidget(self._right())
        splitter.setSizes([_LIST, 4 * _LIST])
        splitter.setStretchFactor(1, 1)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        self._side.setMinimumWidth(150)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
        self.retranslate()

    def _right(self) -> QWidget:
        right = QWidget(self)
        top = QHBoxLayout()
        top.setContentsMargins(18, 12, 16, 12)
        top.setSpacing(8)
        top.addWidget(self.title, 1)
        for button in self.menus.values():
            top.addWidget(button)
        below = QVBoxLayout()
        below.setContentsMargins(18, 8, 18, 8)
        below.setSpacing(4)
        below.addWidget(self.trouble)
        below.addWidget(self.status)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addWidget(self.empty, 1)
        column.addLayout(below)
        column.addWidget(self.try_line)
        return right

    def retranslate(self) -> None:
        """Say everything anew."""
        self.list.setAccessibleName(self.tr("表格"))
        self.grid.setAccessibleName(self.tr("表格内容"))
        self.grid.setAccessibleDescription(self.tr("方向键移动，直接输入修改，回车到下一行，F6 切换窗格"))
        self.new.setText(self.tr("新建表格"))
        self.new.setToolTip(self.tr("新建表格（Ctrl+N）"))
        self.empty.setText(self.tr("还没有表格。点“新建表格”，或从 Excel、CSV 导入。"))
        named = {
            "table": self.tr("表格"), "row": self.tr("行"), "column": self.tr("列"), "usage": self.tr("复制写法"),
        }  # fmt: skip
        for name, button in self.menus.items():
            button.say(named[name])

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self._theme = theme
        ground = themes.palette(theme)
        ground.setColor(ground.ColorRole.Window, theme.side)
        ground.setColor(ground.ColorRole.Base, theme.side)
        for group in (ground.ColorGroup.Active, ground.ColorGroup.Inactive):
            ground.setColor(group, ground.ColorRole.Highlight, theme.picked)
            ground.setColor(group, ground.ColorRole.HighlightedText, theme.text)
        self._side.setPalette(ground)
        self.list.setPalette(ground)
        self.grid.set_theme(theme)
        self.try_line.set_theme(theme)

    def show_names(
        self, kept: Mapping[str, KeptTable], names: Iterable[str], bad: Mapping[str, tuple[Problem, ...]], current: str
    ) -> None:
        """List these tables."""
        self.list.blockSignals(True)  # noqa: FBT003
        self.list.clear()
        for name in names:
            found = kept.get(name)
            about = [words.layer(found.layer, covers=found.covers) if found else words.layer("personal", covers=False)]
            if serious := sum(map(is_serious, bad.get(name, ()))):
                about.append(self.tr("{count} 处问题").format(count=serious))
            item = QListWidgetItem(f"{name}\n{'  ·  '.join(about)}", self.list)
            item.setData(_NAME, name)
            if name == current:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)  # noqa: FBT003

    def chosen(self) -> str:
        """The name of the table that is chosen in the list."""
        item = self.list.currentItem()
        return str(item.data(_NAME)) if item else ""

    def show_trouble(self, found: tuple[Problem, ...], table: Table) -> None:
        """Tell what is wrong with the current row, else with the whole table, else how much there is."""
        place = self.grid.cells.beside(*self.grid.place())
        if here := self.grid.cells.told(*place):
            serious = any(map(is_serious, self.grid.cells.marks.get(place, [])))
            self.trouble.say("\n".join(here.split("\n")[:_LINES]), Ink.DANGER if serious else Ink.MUTED)
            return
        whole = [problem for problem in found if problem.row < 0]
        count = sum(map(is_serious, found))
        if whole:
            self.trouble.say(words.problem(whole[0], table), Ink.DANGER if is_serious(whole[0]) else Ink.MUTED)
        elif count:
            self.trouble.say(
                self.tr("有 {count} 处问题，已在格子里标出。F8 到下一处。").format(count=count), Ink.DANGER
            )
        elif found:
            self.trouble.say(
                self.tr("有 {count} 处可以看看，已在格子里标出。F8 到下一处。").format(count=len(found)), Ink.MUTED
            )
        else:
            self.trouble.say(self.tr("没有发现问题。改动会自动保存。"), Ink.MUTED)

    def turn(self) -> None:
        """Give the keyboard to the next pane."""
        panes: list[QWidget] = [self.list, self.grid, *self.try_line.entries[:1]]
        focus = QApplication.focusWidget()
        here = next((n for n, pane in enumerate(panes) if focus and (focus is pane or pane.isAncestorOf(focus))), -1)
        panes[(here + 1) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)
