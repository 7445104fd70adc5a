"""The menus of the library window, and what each of their lines does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget

from assistant.core.search import Column
from assistant.ui.category_commands import CategoryCommands
from assistant.ui.library_actions import CATEGORIES, EDIT, LINE, ROWS, SORTS, TOOLS, Actions
from assistant.ui.library_commands import PhraseCommands
from assistant.ui.library_editing import Editing
from assistant.ui.library_listing import Lister
from assistant.ui.library_panes import Panes
from assistant.ui.theme import Theme

Deed = Callable[[], object]
_MENUS = {"edit": EDIT, "category": CATEGORIES, "tools": TOOLS, "rows": ROWS}


@dataclass(frozen=True, slots=True)
class Crew:
    """Those who do things in the window."""

    panes: Panes
    editing: Editing
    lister: Lister
    phrases: PhraseCommands
    categories: CategoryCommands


class Menus(QObject):
    """Actions with their keys, in menus at the top and under the right mouse button."""

    def __init__(self, crew: Crew, deeds: Mapping[str, Deed], window: QWidget, colours: Callable[[], Theme]) -> None:
        """``deeds`` is what the window itself does."""
        super().__init__(window)
        self._crew = crew
        self._colours = colours
        self.actions = Actions(window, (crew.panes.browser, crew.panes.search), {**_deeds(crew), **deeds})
        crew.panes.build(self.menu)
        panes = crew.panes
        views: tuple[tuple[QAbstractScrollArea, str], ...] = (
            (panes.table, "rows"),
            (panes.tree, "category"),
            (panes.table.heading, "view"),
        )
        for view, name in views:
            view.customContextMenuRequested.connect(lambda at, view=view, name=name: self._pop(name, view, at))
        for column, action in self.actions.columns.items():
            action.toggled.connect(lambda on, column=column: panes.table.show_column(column, shown=on))

    def say(self) -> None:
        """Name everything anew."""
        self.actions.say()
        self.steps()

    def steps(self) -> None:
        """Say what could be undone now."""
        self.actions.show_steps(self._crew.editing.access.steps)

    def menu(self, name: str) -> QMenu:
        """One of them, made anew."""
        self.steps()
        if name in _MENUS:
            return self.actions.menu(_MENUS[name], self._colours())
        menu = self.actions.menu((*SORTS, LINE), self._colours())
        table = self._crew.panes.table
        for column, action in self.actions.columns.items():
            action.setChecked(table.shows(column))
            menu.addAction(action)
        menu.addSeparator()
        menu.addActions([self.actions["search"], self.actions["pane"]])
        return menu

    def _pop(self, name: str, view: QAbstractScrollArea, at: QPoint) -> None:
        menu = self.menu(name)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(view.viewport().mapToGlobal(at))


def _deeds(crew: Crew) -> dict[str, Deed]:
    """What each action does. Those of tree and list go by where the keyboard is."""
    phrases, categories, lister = crew.phrases, crew.categories, crew.lister
    tree, table = crew.panes.tree, crew.panes.table

    def here(of_tree: Deed, of_list: Deed) -> Deed:
        return lambda: of_tree() if tree.hasFocus() else of_list()

    def up() -> None:
        categories.shift(-1)

    def down() -> None:
        categories.shift(1)

    def search() -> None:
        crew.panes.search.setFocus()
        crew.panes.search.selectAll()

    return {
        "undo": crew.editing.undo,
        "redo": crew.editing.redo,
        "rename": here(tree.rename_current, lambda: table.rename(Column.TITLE)),
        "recode": lambda: table.rename(Column.CODE),
        "remove": here(categories.remove, phrases.remove),
        "up": here(up, lambda: phrases.shift(-1)),
        "down": here(down, lambda: phrases.shift(1)),
        **{name: getattr(phrases, name) for name in ("duplicate", "own", "move", "tags", "roles", "days", "replace")},
        "history": phrases.history,
        "all": table.selectAll,
        "new": phrases.new,
        "new_category": categories.new,
        "rename_category": tree.rename_current,
        "remove_category": categories.remove,
        "up_category": up,
        "down_category": down,
        "search": search,
        "pane": crew.panes.turn,
        "by_library": lambda: lister.sort(None),
        "by_never": lambda: lister.sort(Column.USES),
        "by_uses": lambda: lister.sort(Column.USES, down=True),
        "by_expiring": lambda: lister.sort(Column.VALID),
        "by_changed": lambda: lister.sort(Column.CHANGED, down=True),
    }
