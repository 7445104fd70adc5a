"""Everything that can be done in the library window; the menus show the keys, so that they can be learned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QPolygon
from PySide6.QtWidgets import QMenu, QWidget

from assistant.core.search import Column
from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton
from assistant.ui.languages import Worded
from assistant.ui.library_access import Undoable
from assistant.ui.library_columns import COLUMNS, LOOKS, name_of
from assistant.ui.theme import Theme

_LABEL = 24  # characters of a step's label in the menu
LINE = ""  # between groups of a menu

KEYS: Mapping[str, str] = {
    "undo": "Ctrl+Z", "redo": "Ctrl+Shift+Z", "rename": "F2", "recode": "Shift+F2", "duplicate": "Ctrl+D",
    "remove": "Delete", "move": "Ctrl+M", "tags": "Ctrl+T", "roles": "Ctrl+R", "days": "Ctrl+Shift+E",
    "replace": "Ctrl+H", "own": "Ctrl+Shift+C", "history": "Ctrl+Shift+H", "up": "Alt+Up", "down": "Alt+Down",
    "all": "Ctrl+A", "new": "Ctrl+N", "new_category": "Ctrl+Shift+N", "duplicates": "Ctrl+Shift+D",
    "check": "Ctrl+Shift+K",
    "trash": "Ctrl+Shift+T", "tables": "Ctrl+B", "import": "Ctrl+O",
    "import_folder": "Ctrl+Shift+O", "export": "Ctrl+E",
    "install": "Ctrl+I", "packs": "Ctrl+Shift+I", "search": "Ctrl+F", "pane": "F6",
    "copy": "Ctrl+Return",
}  # fmt: skip
EDIT = ("undo", "redo", LINE, "rename", "recode", "duplicate", "own", "copy", LINE, "move", "tags", "roles", "days",
        "replace", LINE, "up", "down", LINE, "all", "history", "remove")  # fmt: skip
CATEGORIES = ("new_category", "rename_category", "up_category", "down_category", LINE, "remove_category")
ROWS = (
    "rename",
    "duplicate",
    "own",
    "copy",
    LINE,
    "move",
    "tags",
    "roles",
    "days",
    "replace",
    LINE,
    "history",
    "remove",
)
_FILES = ("import", "import_folder", "export", "install", "packs")
TOOLS = ("check", "duplicates", "trash", "tables", LINE, *_FILES)
EVERYWHERE = ("new", "search", "pane", "trash", "check", "duplicates", "tables", *_FILES)
SORTS = ("by_library", "by_uses", "by_never", "by_expiring", "by_changed")


def words() -> dict[str, str]:
    """What the actions are called."""
    tr = QCoreApplication.translate
    return {
        "undo": tr("LibraryActions", "撤销"), "redo": tr("LibraryActions", "重做"),
        "rename": tr("LibraryActions", "改标题"), "recode": tr("LibraryActions", "改编码"),
        "duplicate": tr("LibraryActions", "复制一份"), "own": tr("LibraryActions", "复制到我的话术"),
        "copy": tr("LibraryActions", "复制正文到剪贴板"), "move": tr("LibraryActions", "移到分类…"),
        "tags": tr("LibraryActions", "标签…"), "roles": tr("LibraryActions", "岗位…"),
        "days": tr("LibraryActions", "有效期…"), "replace": tr("LibraryActions", "查找替换…"),
        "up": tr("LibraryActions", "上移"), "down": tr("LibraryActions", "下移"),
        "all": tr("LibraryActions", "全选"), "history": tr("LibraryActions", "历史版本…"),
        "remove": tr("LibraryActions", "删除"), "new": tr("LibraryActions", "新建话术"),
        "new_category": tr("LibraryActions", "新建分类"), "rename_category": tr("LibraryActions", "重命名"),
        "up_category": tr("LibraryActions", "上移分类"), "down_category": tr("LibraryActions", "下移分类"),
        "remove_category": tr("LibraryActions", "删除分类"), "duplicates": tr("LibraryActions", "查找重复…"),
        "check": tr("LibraryActions", "检查话术…"),
        "trash": tr("LibraryActions", "回收站…"), "import": tr("LibraryActions", "导入…"),
        "tables": tr("LibraryActions", "表格…"), "import_folder": tr("LibraryActions", "导入文件夹…"),
        "export": tr("LibraryActions", "导出…"),
        "install": tr("LibraryActions", "安装话术包…"), "packs": tr("LibraryActions", "已安装的话术包…"),
        "search": tr("LibraryActions", "搜索"), "pane": tr("LibraryActions", "切换窗格"),
        "by_library": tr("LibraryActions", "原来的顺序"), "by_uses": tr("LibraryActions", "常用的在前"),
        "by_never": tr("LibraryActions", "从未使用的在前"), "by_expiring": tr("LibraryActions", "快过期的在前"),
        "by_changed": tr("LibraryActions", "最近修改的在前"),
    }  # fmt: skip


class Actions:
    """The actions, by name; ``done`` says what each does."""

    def __init__(self, window: QWidget, scopes: Sequence[QWidget], done: Mapping[str, Callable[[], object]]) -> None:
        """Keys work in ``scopes`` only, so that an editor beside them has its own, except for some of the window."""
        self._window = window
        self._all: dict[str, QAction] = {}
        for name, does in done.items():
            action = self._all[name] = QAction(window)
            keys = [QKeySequence(KEYS[name])] if name in KEYS else []
            action.setShortcuts([*keys, QKeySequence("Ctrl+Y")] if name == "redo" else keys)
            action.triggered.connect(lambda _=False, does=does: does())
            if name in EVERYWHERE:
                window.addAction(action)
            else:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                for scope in scopes:
                    scope.addAction(action)
        self.columns = {column: QAction(window, checkable=True) for column in COLUMNS if column is not Column.TITLE}
        for column, action in self.columns.items():
            action.setChecked(LOOKS[column].shown)

    def __getitem__(self, name: str) -> QAction:
        return self._all[name]

    def say(self) -> None:
        """Name them all."""
        for name, text in words().items():
            self._all[name].setText(text)
        for column, action in self.columns.items():
            action.setText(name_of(column))

    def show_steps(self, steps: Undoable) -> None:
        """Say what would be undone and done again."""
        named = words()
        for name, label in (("undo", steps.undo_label), ("redo", steps.redo_label)):
            short = label if len(label) <= _LABEL else label[: _LABEL - 1] + "…"
            self._all[name].setText(f"{named[name]}：{short}" if label else named[name])
            self._all[name].setEnabled(bool(label))

    def menu(self, names: Iterable[str], theme: Theme) -> QMenu:
        """A menu of these."""
        menu = QMenu(self._window)
        menu.setPalette(themes.palette(theme))
        for name in names:
            if name == LINE:
                menu.addSeparator()
            else:
                menu.addAction(self._all[name])
        return menu


class MenuButton(Worded, ActionButton):
    """A button that opens a menu below it. ``make`` builds the menu anew each time."""

    def __init__(self, theme: Theme, make: Callable[[], QMenu], keys: str, parent: QWidget) -> None:
        super().__init__("", theme, parent)
        self._make = make
        self._keys = keys
        self.clicked.connect(self.open)

    def retranslate(self) -> None:
        """Its text is its window's; the shortcut is lost with it."""
        self.setShortcut(QKeySequence(self._keys))

    def say(self, text: str) -> None:
        """Name it."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(QKeySequence(self._keys).toString(QKeySequence.SequenceFormat.NativeText))
        self.setShortcut(QKeySequence(self._keys))
        self.setFixedWidth(QFontMetrics(self.font()).horizontalAdvance(text) + 42)

    def open(self) -> None:
        """Show the menu."""
        menu = self._make()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 3)))

    def text_box(self) -> QRect:  # noqa: D102
        return self.rect().adjusted(0, 0, -14, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.muted, 1.4))
        x, y = self.width() - 17, self.height() // 2
        painter.drawPolyline(QPolygon([QPoint(x - 3, y - 1), QPoint(x, y + 2), QPoint(x + 3, y - 1)]))
