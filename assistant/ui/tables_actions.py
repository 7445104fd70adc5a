"""Everything that can be done in the window of the tables; the menus show the keys, so that they can be learned."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from assistant.ui import theme as themes
from assistant.ui.theme import Theme

LINE = ""  # between groups of a menu
KEYS: Mapping[str, str] = {
    "undo": "Ctrl+Z", "redo": "Ctrl+Shift+Z", "new": "Ctrl+N", "import": "Ctrl+O", "export": "Ctrl+E",
    "rename": "Ctrl+R", "remove": "Ctrl+Shift+Delete", "cut": "Ctrl+X", "copy": "Ctrl+C", "paste": "Ctrl+V",
    "clear": "Delete", "above": "Ctrl+I", "below": "Ctrl+Shift+I", "up": "Alt+Up", "down": "Alt+Down",
    "drop_rows": "Ctrl+Delete", "column": "Shift+F2", "before": "Ctrl+Shift+Left", "after": "Ctrl+Shift+Right",
    "left": "Alt+Left", "right": "Alt+Right", "pane": "F6", "next": "F8",
}  # fmt: skip
MENUS: Mapping[str, tuple[str, ...]] = {
    "table": (
        "undo",
        "redo",
        LINE,
        "new",
        "import",
        "export",
        LINE,
        "rename",
        "restore",
        "remove",
        LINE,
        "next",
        "pane",
    ),
    "row": ("above", "below", LINE, "cut", "copy", "paste", "clear", LINE, "up", "down", LINE, "drop_rows"),
    "column": ("column", LINE, "before", "after", LINE, "left", "right", LINE, "drop_column"),
}
_OF_GRID = frozenset((*MENUS["row"], *MENUS["column"]))


def names() -> dict[str, str]:
    """What the actions are called."""
    tr = QCoreApplication.translate
    return {
        "undo": tr("TablesActions", "撤销"), "redo": tr("TablesActions", "重做"),
        "new": tr("TablesActions", "新建表格…"), "import": tr("TablesActions", "从 Excel、CSV 导入…"),
        "export": tr("TablesActions", "导出成 CSV…"), "rename": tr("TablesActions", "改名…"),
        "restore": tr("TablesActions", "恢复成原来的内容"), "remove": tr("TablesActions", "删除这个表格"),
        "next": tr("TablesActions", "到下一处问题"), "pane": tr("TablesActions", "切换窗格"),
        "above": tr("TablesActions", "在上面插入一行"), "below": tr("TablesActions", "在下面插入一行"),
        "cut": tr("TablesActions", "剪切"), "copy": tr("TablesActions", "复制"), "paste": tr("TablesActions", "粘贴"),
        "clear": tr("TablesActions", "清空格子"), "up": tr("TablesActions", "上移"),
        "down": tr("TablesActions", "下移"), "drop_rows": tr("TablesActions", "删除选中的行"),
        "column": tr("TablesActions", "列名和用途…"), "before": tr("TablesActions", "在左边插入一列…"),
        "after": tr("TablesActions", "在右边插入一列…"), "left": tr("TablesActions", "左移"),
        "right": tr("TablesActions", "右移"), "drop_column": tr("TablesActions", "删除这一列"),
    }  # fmt: skip


class TablesActions:
    """The actions, by name; ``done`` says what each does. Those of the cells work in ``grid`` only."""

    def __init__(self, window: QWidget, grid: QWidget, done: Mapping[str, Callable[[], object]]) -> None:
        self._window = window
        self._all: dict[str, QAction] = {}
        for name, does in done.items():
            action = self._all[name] = QAction(window)
            keys = [QKeySequence(KEYS[name])] if name in KEYS else []
            action.setShortcuts([*keys, QKeySequence("Ctrl+Y")] if name == "redo" else keys)
            action.triggered.connect(lambda _=False, does=does: does())
            if name in _OF_GRID:
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                grid.addAction(action)
            else:
                window.addAction(action)

    def __getitem__(self, name: str) -> QAction:
        return self._all[name]

    def say(self) -> None:
        """Name them all."""
        for name, text in names().items():
            self._all[name].setText(text)

    def show_steps(self, undo: str, redo: str) -> None:
        """Say what would be undone and done again."""
        named = names()
        for name, label in (("undo", undo), ("redo", redo)):
            self._all[name].setText(f"{named[name]}：{label}" if label else named[name])
            self._all[name].setEnabled(bool(label))

    def menu(self, name: str, theme: Theme) -> QMenu:
        """One of the menus, made anew."""
        menu = QMenu(self._window)
        menu.setPalette(themes.palette(theme))
        for part in MENUS[name]:
            if part == LINE:
                menu.addSeparator()
            else:
                menu.addAction(self._all[part])
        return menu
