"""The window of the tables: which there are, what stands in them, what is wrong with it, and what a lookup gives."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout

from assistant.core.tables import usage
from assistant.ui import theme as themes
from assistant.ui.copying import copy_and_say
from assistant.ui.languages import Worded
from assistant.ui.tables_access import TablesTools
from assistant.ui.tables_actions import MENUS, TablesActions
from assistant.ui.tables_commands import GridCommands
from assistant.ui.tables_editing import TablesEditing
from assistant.ui.tables_files import TableCommands
from assistant.ui.tables_panes import TablesPanes
from assistant.ui.theme import Theme
from assistant.ui.window import Window

_SIZE = (1080, 680)
_LEAST = (760, 440)


class TablesWindow(Worded, Window):
    """The window. Every change is kept by itself; there is nothing to save."""

    def __init__(self, tools: TablesTools, theme: str = "system") -> None:
        super().__init__(QApplication.translate("TablesWindow", "表格 - 小二快答"), theme)
        self._shown = ""
        self._pasteboard = tools.pasteboard
        self.panes = TablesPanes(self.colours, self)
        self.editing = TablesEditing(tools, self)
        self.commands = GridCommands(self.editing, self.panes.grid, tools.pasteboard, self, lambda: self.colours)
        self.files = TableCommands(self.editing, self, lambda: self.colours)
        self.actions_of = TablesActions(self, self.panes.grid, self._deeds())
        self.panes.build(self.menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)
        self._connect()
        self.retranslate()
        self.set_theme(theme)
        self.take_size(*_SIZE)
        self.setMinimumSize(*_LEAST)
        self.panes.grid.setFocus()

    def colour(self, theme: Theme) -> None:
        """Paint everything in these colours."""
        super().colour(theme)
        self.panes.set_theme(theme)

    def retranslate(self) -> None:
        """Say everything anew."""
        self.setWindowTitle(self.tr("表格 - 小二快答"))
        self.actions_of.say()
        self._steps()
        self._list()

    def menu(self, name: str) -> QMenu:
        """One of the menus, made anew."""
        self._steps()
        return self.actions_of.menu(name, self.colours) if name in MENUS else self._usage_menu()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, D102
        super().showEvent(event)
        self.editing.load()

    # --- inside

    def _deeds(self) -> dict[str, Callable[[], object]]:
        """What each action does."""
        commands, files, editing = self.commands, self.files, self.editing
        return {
            "undo": editing.stack.undo,
            "redo": editing.stack.redo,
            "new": files.new,
            "import": files.choose_file,
            "export": files.choose_target,
            "rename": files.rename,
            "restore": editing.restore,
            "remove": files.remove,
            "next": self._next_problem,
            "pane": self.panes.turn,
            "above": lambda: commands.insert_row(0),
            "below": lambda: commands.insert_row(1),
            "up": lambda: commands.move_rows(-1),
            "down": lambda: commands.move_rows(1),
            "column": commands.change_column,
            "before": lambda: commands.insert_column(0),
            "after": lambda: commands.insert_column(1),
            "left": lambda: commands.move_column(-1),
            "right": lambda: commands.move_column(1),
            **{name: getattr(commands, name) for name in ("cut", "copy", "paste", "clear", "drop_rows", "drop_column")},
        }

    def _connect(self) -> None:
        panes, editing = self.panes, self.editing
        panes.list.currentItemChanged.connect(lambda *_: editing.choose(panes.chosen()))
        panes.new.clicked.connect(self.files.new)
        panes.grid.heading.asked.connect(self.commands.change_column)
        panes.grid.moved.connect(self._tell_trouble)
        panes.grid.customContextMenuRequested.connect(
            lambda at: self._pop("row", panes.grid.viewport().mapToGlobal(at))
        )
        panes.grid.heading.customContextMenuRequested.connect(self._pop_column)
        panes.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        panes.list.customContextMenuRequested.connect(
            lambda at: self._pop("table", panes.list.viewport().mapToGlobal(at))
        )
        editing.changed.connect(self._show)
        editing.listed.connect(self._list)
        editing.said.connect(panes.status.say)
        self.files.begun.connect(panes.grid.setFocus)
        editing.stack.indexChanged.connect(self._steps)

    def _show(self) -> None:
        """Show the current table."""
        table, panes = self.editing.current, self.panes
        there = table is not None
        panes.grid.setVisible(there)
        panes.try_line.setVisible(there)
        panes.trouble.setVisible(there)
        panes.empty.setVisible(not there)
        panes.title.setText(table.name if table else "")
        for name, button in panes.menus.items():
            button.setEnabled(there or name == "table")
        for name in ("export", "rename", "remove"):
            self.actions_of[name].setEnabled(there)
        if table:
            panes.grid.show_table(table, other=table.name != self._shown)
            panes.try_line.show_table(table)
        self._shown = table.name if table else ""

    def _list(self) -> None:
        """Show names and problems."""
        table = self.editing.current
        name = table.name if table else ""
        self.panes.show_names(self.editing.kept, self.editing.tables, self.editing.problems, name)
        if table:
            self.panes.grid.cells.mark(self.editing.problems.get(name, ()))
            self._tell_trouble()
        kept = self.editing.kept.get(name)
        self.actions_of["restore"].setEnabled(bool(kept and kept.covers))

    def _tell_trouble(self) -> None:
        if table := self.editing.current:
            self.panes.show_trouble(self.editing.problems.get(table.name, ()), table)

    def _steps(self) -> None:
        stack = self.editing.stack
        self.actions_of.show_steps(stack.undoText(), stack.redoText())

    def _next_problem(self) -> None:
        """Go to the next cell that something is wrong with."""
        places = sorted(place for place in self.panes.grid.cells.marks if place[0] >= 0)
        here = self.panes.grid.place()
        if places:
            self.panes.grid.setFocus()
            self.panes.grid.go(*next((place for place in places if place > here), places[0]))

    def _usage_menu(self) -> QMenu:
        """What to write in a phrase, for each column that answers."""
        menu = QMenu(self)
        menu.setPalette(themes.palette(self.colours))
        table = self.editing.current
        for name, text in usage.examples(table) if table else ():
            action = QAction(f"{name}：{text}".replace("&", "&&"), menu)
            action.triggered.connect(lambda _=False, text=text: self._copy_usage(text))
            menu.addAction(action)
        if menu.isEmpty():
            menu.addAction(self.tr("要有条件列和结果列才能查。")).setEnabled(False)
        return menu

    def _copy_usage(self, text: str) -> None:
        told = self.tr("已复制 {text}，粘贴到话术里就能用。").format(text=text)
        copy_and_say(self._pasteboard, text, told, self.panes.status)

    def _pop(self, name: str, at: QPoint) -> None:
        menu = self.menu(name)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _pop_column(self, at: QPoint) -> None:
        heading = self.panes.grid.heading
        if (column := heading.logicalIndexAt(at)) >= 0:
            self.panes.grid.go(self.panes.grid.place()[0], column)
            self._pop("column", heading.mapToGlobal(at))
