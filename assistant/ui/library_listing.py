"""What the library's list shows: everything of a category, what was searched for, in which order."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.core.model import Phrase
from assistant.core.search import Column, Index, Order, Scope
from assistant.ui.library_panes import Panes
from assistant.ui.seeker import Answer, Background, Seeker, Wish

_FOUND = 1000  # phrases shown for a query


class Lister(QObject):
    """Looks for what search line, tree and order ask for, and shows it."""

    shown = Signal(object)  # the current Phrase, or None
    listed = Signal()

    def __init__(self, background: Background, panes: Panes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panes = panes
        self._order: tuple[Column, bool] | None = None
        self._current: Phrase | None = None
        self._asked: tuple[str, tuple[Column, bool] | None] = ("", None)  # query and order of what is listed
        self.seeker = Seeker(background, self)
        self.follow = QTimer(self, singleShot=True, interval=0)
        self.follow.timeout.connect(self._show_chosen)
        self.seeker.found.connect(self._found)
        self.seeker.failed.connect(panes.foot.say)
        panes.search.textChanged.connect(lambda _: self.find())
        panes.tree.filtered.connect(self.find)
        panes.table.sort_asked.connect(self._turn)
        panes.table.chosen_changed.connect(self.follow.start)

    def set_index(self, index: Index) -> None:
        """List what is in it."""
        self.seeker.set_index(index)
        self.find()

    def find(self) -> None:
        """Look for what is asked for now."""
        order = None
        if self._order:
            column, down = self._order
            order = Order(column, down, self._panes.table.phrases.facts.figures(column))
        scope = Scope(category=self._panes.tree.category(), disabled=True)
        self.seeker.seek(Wish(self._panes.search.text(), scope, limit=_FOUND, order=order))

    def sort(self, column: Column | None, *, down: bool = False) -> None:
        """List in another order; without a column in the library's."""
        self._order = (column, down) if column else None
        if column:
            self._panes.table.show_column(column, shown=True)
        self._panes.table.heading.sorted = self._order
        self._panes.table.heading.viewport().update()
        self.find()

    def _turn(self, column: Column) -> None:
        """Up, down, then as it was."""
        if self._order == (column, True):
            self.sort(None)
        else:
            self.sort(column, down=self._order == (column, False))

    def _found(self, answer: Answer) -> None:
        table, query = self._panes.table, answer.wish.query.strip()
        table.phrases.sortable_by_hand = answer.wish.quick
        missing = self.tr("没有找到“{query}”").format(query=query) if query else self.tr("这里还没有话术")
        hint = (
            self.tr("试试更短的词，或点左侧“全部话术”。")
            if query
            else self.tr("点“新建”写一条，或从别处把话术拖到这个分类。")
        )
        table.empty = (missing, hint)
        sought = answer.wish.order
        order = (sought.column, sought.descending) if sought else None
        stay = order == self._asked[1] and query in ("", self._asked[0])
        table.show_matches(answer.matches, stay=stay)
        self._asked = query, order
        self.count()
        self.follow.start()
        self.listed.emit()

    def count(self) -> None:
        """Say how many are listed, and how many of them are chosen."""
        table = self._panes.table
        chosen, count = len(table.chosen()), len(table.phrases.matches)
        told = self.tr("{count} 条话术").format(count=count)
        if chosen > 1:
            told = self.tr("{count} 条话术，选中 {chosen} 条").format(count=count, chosen=chosen)
        self._panes.foot.count.setText(told)

    def _show_chosen(self) -> None:
        match = self._panes.table.match()
        self.count()
        phrase = match.phrase if match else None
        if phrase != self._current:
            self._current = phrase
            self.shown.emit(phrase)
