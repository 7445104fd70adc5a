"""The library as a window: all phrases by category or by search, looked at, edited, put in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout

from assistant.core.categories import Category
from assistant.core.search import Index
from assistant.ui.category_commands import CategoryCommands
from assistant.ui.check_sheet import CheckSheet
from assistant.ui.duplicates_sheet import DuplicatesSheet
from assistant.ui.languages import Worded
from assistant.ui.library_access import Effect, LibraryTools
from assistant.ui.library_arrivals import Arrivals
from assistant.ui.library_commands import PhraseCommands, Place
from assistant.ui.library_editing import Editing
from assistant.ui.library_exports import open_export
from assistant.ui.library_listing import Lister
from assistant.ui.library_menus import Crew, Menus
from assistant.ui.library_origins import Origins
from assistant.ui.library_panes import Panes
from assistant.ui.library_rows import Facts
from assistant.ui.library_tree import walk
from assistant.ui.past_sheets import TrashSheet
from assistant.ui.theme import Theme
from assistant.ui.window import Window

_SIZE = (1240, 760)
_LEAST = (820, 460)
_NOTED = 500  # changed phrases of one step


class LibraryWindow(Worded, Window):
    """The window. The library is taken up when the window is shown."""

    copy_asked = Signal(str)  # phrase id
    tables_asked = Signal()

    def __init__(self, tools: LibraryTools, theme: str = "system") -> None:
        super().__init__(QApplication.translate("LibraryWindow", "话术库 - 小二快答"), theme)
        self._tools = tools
        self._pending: Index | None = None
        self._index: Index | None = None
        self._roots: tuple[Category, ...] = ()
        self.facts = Facts(tools.uses, tools.now)
        self.panes = Panes(self.colours, self.facts, tools.editor(), self)
        self.editing = Editing(tools, self)
        self.lister = Lister(tools.search, self.panes, self)
        place = Place(
            self,
            self.panes.table,
            lambda: self.colours,
            self.panes.tree.category,
            lambda: [node.path for node in walk(self._roots)],
            lambda: roles_of(self._index),
        )
        self.phrases = PhraseCommands(self.editing, place)
        self.export = partial(open_export, self.editing, place)
        self.categories = CategoryCommands(self.editing, self.panes.tree, self, lambda: self.colours)
        self.arrivals = Arrivals(tools.packs, tools.pasteboard, self, lambda: self.colours)
        self.origins = Origins(self.editing, self.panes.origin, self)
        crew = Crew(self.panes, self.editing, self.lister, self.phrases, self.categories)
        self.menus = Menus(crew, self._deeds(), self, lambda: self.colours)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)
        self._connect()
        self.retranslate()
        self.set_theme(theme)
        self.take_size(*_SIZE)
        self.setMinimumSize(*_LEAST)
        self.panes.search.setFocus()

    def set_index(self, index: Index) -> None:
        """Show its phrases. While the window is hidden this costs nothing."""
        self._pending = index
        if self.isVisible():
            self._take_up()

    def colour(self, theme: Theme) -> None:
        """Paint everything in these colours."""
        super().colour(theme)
        self.panes.colour(theme)

    def retranslate(self) -> None:
        """Say everything anew."""
        self.setWindowTitle(self.tr("话术库 - 小二快答"))
        self.menus.say()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, D102
        super().showEvent(event)
        self._take_up()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802, D102
        self.panes.editor.commit()
        super().hideEvent(event)

    def _take_up(self) -> None:
        if self._pending is not None:
            if self._index is None:
                self._tools.run(self._tools.access.touched, self._know, lambda _: None)
                self._tools.access.on_change(_noting(self.facts))
            self._index, self._pending = self._pending, None
            self.lister.set_index(self._index)
            self._tools.run(
                lambda: self._tools.access.categories, self._show_tree, lambda why: self.panes.foot.say(str(why))
            )
            self.menus.steps()

    def _know(self, touched: Mapping[str, float]) -> None:
        """When phrases were changed before today."""
        for key, at in touched.items():
            self.facts.changed.setdefault(key, at)
        self.panes.table.viewport().update()

    def _show_tree(self, roots: tuple[Category, ...]) -> None:
        self._roots = roots
        self.panes.tree.show_tree(roots, len(self._index or ()))
        self.categories.settled()

    def _deeds(self) -> dict[str, Callable[[], object]]:
        """What the window itself does."""
        return {
            "copy": self._copy,
            "check": self._check,
            "duplicates": lambda: DuplicatesSheet(self.editing, self.colours, self).open(),
            "trash": lambda: TrashSheet(self.editing, self.colours, self).open(),
            "tables": self.tables_asked.emit,
            "import": self.arrivals.choose_files,
            "export": self.export,
            "import_folder": self.arrivals.choose_folder,
            "install": self.arrivals.choose_pack,
            "packs": self.arrivals.show_packs,
        }

    def _connect(self) -> None:
        panes = self.panes
        self.lister.shown.connect(panes.editor.show_phrase)
        panes.editor.edited.connect(self.phrases.keep)
        panes.editor.asked_close.connect(self._close_editor)
        self.phrases.begun.connect(lambda phrase: panes.editor.show_phrase(phrase, new=True))
        self.lister.shown.connect(self.origins.watch)
        self.lister.listed.connect(self._await)
        self.editing.said.connect(panes.foot.say)
        self.arrivals.said.connect(panes.foot.say)
        self.editing.stepped.connect(self.menus.steps)
        self.editing.stepped.connect(self._await)
        panes.tree.categories.phrases_dropped.connect(self.phrases.move_to)
        panes.table.accepted.connect(panes.edit)
        panes.new.clicked.connect(self.phrases.new)

    def _await(self) -> None:
        """Choose what was just made, as soon as it is listed."""
        if self.phrases.awaited and self.panes.table.choose(self.phrases.awaited):
            self.phrases.awaited = ""
            self.panes.table.setFocus()

    def _check(self) -> None:
        sheet = CheckSheet(self._tools, self.colours, self)
        sheet.gone_to.connect(self.go_to)
        sheet.show()

    def go_to(self, key: str) -> None:
        """List everything if need be, choose the phrase with that id and open it for writing."""
        panes = self.panes
        if not panes.table.choose(key):
            self.phrases.awaited = key
            panes.tree.select_all()
            panes.search.clear()
        self.activateWindow()
        panes.edit()

    def _copy(self) -> None:
        if match := self.panes.table.match():
            self.copy_asked.emit(match.phrase.id)

    def _close_editor(self) -> None:
        """Back to the list, and to what is chosen there."""
        self.panes.table.setFocus()
        match = self.panes.table.match()
        self.panes.editor.show_phrase(match.phrase if match else None)


def _noting(facts: Facts) -> Callable[[Effect], None]:
    """Notes when phrases are changed, on whatever thread; the phrases of a very large step are not noted."""

    def note(effect: Effect) -> None:
        if len(effect.put) <= _NOTED:
            facts.changed.update(dict.fromkeys((phrase.id for phrase in effect.put), facts.now()))

    return note


def roles_of(index: Index | None) -> list[str]:
    """The roles that phrases name, most common first."""
    named: Counter[str] = Counter()
    for (_, roles), count in index.filing.items() if index else ():
        named.update(dict.fromkeys(roles, count))
    return [role for role, _ in named.most_common()]
