"""The parts of the library window and where they stand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton, ThinBar
from assistant.ui.editor_tools import EditorTools
from assistant.ui.inputs import Entry, Ink, Note
from assistant.ui.languages import Worded
from assistant.ui.library_actions import MenuButton
from assistant.ui.library_origins import OriginBar
from assistant.ui.library_rows import Facts
from assistant.ui.library_table import PhraseTable
from assistant.ui.library_tree import LibraryTree
from assistant.ui.phrase_editor import PhraseEditor
from assistant.ui.theme import Theme

_TREE, _LIST, _SIDE = 190, 600, 450
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter)
MENUS = {"edit": "Alt+E", "category": "Alt+C", "view": "Alt+V", "tools": "Alt+T"}


class SearchLine(Entry):
    """Up, down and Enter go to the list; Ctrl+Z undoes what was typed, and nothing in here when that is nothing."""

    def __init__(self, theme: Theme, table: QWidget, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._table = table
        self.setMaxLength(100)
        self.setClearButtonEnabled(True)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() is QEvent.Type.ShortcutOverride and self._is_idle(event):
            event.ignore()
            return True
        return event.type() is QEvent.Type.KeyPress and self._key(event)

    def _key(self, event: QKeyEvent) -> bool:
        """Whether it was for something else than the text."""
        if event.key() in _MOVES and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            QApplication.sendEvent(self._table, event)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            return False
        return True

    def _is_idle(self, event: QKeyEvent) -> bool:
        """Whether the key would do nothing to the text."""
        undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
        redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
        whole = event.matches(QKeySequence.StandardKey.SelectAll) and not self.text()
        return undo or redo or whole or (event.key() == Qt.Key.Key_Delete and not self.text())


class Foot(QWidget):
    """The bottom line: how many, how the last step ended."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.count, self.status = Note("", theme, self), Note("", theme, self)
        self.count.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 18, 7)
        row.setSpacing(16)
        row.addWidget(self.count)
        row.addWidget(self.status, 1)
        row.addStretch()

    def say(self, sentence: str, ink: Ink = Ink.MUTED) -> None:
        """Show a sentence."""
        self.status.say(sentence, ink)


class Panes(Worded, QWidget):
    """Search line and menus over tree, list and the chosen phrase, and the bottom line."""

    def __init__(self, theme: Theme, facts: Facts, tools: EditorTools, parent: QWidget) -> None:
        super().__init__(parent)
        self.browser = QWidget(self)  # what the keys of the list work in
        self.tree = LibraryTree(theme, self.browser)
        self.table = PhraseTable(theme, facts, self.browser)
        self.search = SearchLine(theme, self.table, self.browser)
        self.new = ActionButton("", theme, self, primary=True)
        self.menus: dict[str, MenuButton] = {}
        self.editor = PhraseEditor(tools, theme, self)
        self.origin = OriginBar(theme, self)
        self.foot = Foot(theme, self)
        self.tree.setVerticalScrollBar(ThinBar(theme, self.tree))
        for view in (self.tree, self.table):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.heading.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._theme = theme

    def build(self, make: Callable[[str], QMenu]) -> None:
        """Put everything in its place; ``make`` gives the menus by name."""
        for name, keys in MENUS.items():
            self.menus[name] = MenuButton(self._theme, lambda name=name: make(name), keys, self)  # type: ignore[misc]
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 16, 12)
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addSpacing(4)
        top.addWidget(self.new)
        for button in self.menus.values():
            top.addWidget(button)
        left = QSplitter(Qt.Orientation.Horizontal, self.browser)
        column = QVBoxLayout(self.browser)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(left)
        right = QWidget(self)
        side = QVBoxLayout(right)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self.origin)
        side.addWidget(self.editor, 1)
        for pane, width in ((self.tree, _TREE), (self.table, _LIST)):
            left.addWidget(pane)
            pane.setMinimumWidth(width // 2)
        left.setSizes([_TREE, _LIST])
        left.setStretchFactor(1, 1)
        panes = QSplitter(Qt.Orientation.Horizontal, self)
        panes.addWidget(self.browser)
        panes.addWidget(right)
        panes.setSizes([_TREE + _LIST, _SIDE])
        panes.setStretchFactor(0, 1)
        for splitter in (left, panes):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(panes, 1)
        whole.addWidget(self.foot)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.search.setPlaceholderText(self.tr("搜索话术、编码、标签…（Ctrl+F）"))
        self.search.setAccessibleName(self.tr("搜索话术"))
        self.table.setAccessibleName(self.tr("话术列表"))
        self.table.setAccessibleDescription(self.tr("上下键选择，Shift 或 Ctrl 选多条，F2 改标题，右侧显示全部说法"))
        self.new.setText(self.tr("新建"))
        self.new.setToolTip(self.tr("新建话术（Ctrl+N）"))
        self.new.updateGeometry()
        words = {
            "edit": self.tr("编辑"), "category": self.tr("分类"), "view": self.tr("查看"), "tools": self.tr("工具"),
        }  # fmt: skip
        for name, button in self.menus.items():
            button.say(words[name])

    def colour(self, theme: Theme) -> None:
        """The grounds of tree and list."""
        ground = themes.palette(theme)
        for group in (ground.ColorGroup.Active, ground.ColorGroup.Inactive):
            ground.setColor(group, ground.ColorRole.Highlight, QColor(0, 0, 0, 0))  # the list paints its own
        self.table.setPalette(ground)
        self.table.set_theme(theme)
        ground.setColor(ground.ColorRole.Base, theme.side)
        self.tree.setPalette(ground)
        self.tree.set_theme(theme)
        self.editor.set_theme(theme)

    def edit(self) -> None:
        """Give the keyboard to the editor."""
        self.editor.page.title.setFocus(Qt.FocusReason.TabFocusReason)

    def turn(self) -> None:
        """Give the keyboard to the next pane."""
        panes = (self.search, self.tree, self.table, self.editor)
        focus: QObject | None = QApplication.focusWidget()
        here = next((n for n, pane in enumerate(panes) if focus and (focus is pane or _in(focus, pane))), -1)
        following = panes[(here + 1) % len(panes)]
        if following is self.editor:
            self.edit()
        else:
            following.setFocus(Qt.FocusReason.TabFocusReason)


def _in(widget: QObject, pane: QObject) -> bool:
    parent = widget.parent()
    return parent is not None and (parent is pane or _in(parent, pane))
