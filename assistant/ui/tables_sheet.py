"""Small windows of the tables: what a column is called and for, what a table is called."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from assistant.core.tables import edits
from assistant.core.tables.table import LONGEST_NAME, Column, Kind
from assistant.ui import tables_words as words
from assistant.ui.inputs import Entry, Ink, Note
from assistant.ui.select import Select
from assistant.ui.sheet import Sheet
from assistant.ui.theme import Theme


class NameSheet(Sheet):
    """Asks for the name of a table; ``taken`` tells why a name can't be."""

    def __init__(self, theme: Theme, parent: QWidget, taken: Callable[[str], str]) -> None:
        super().__init__(theme, parent)
        self._taken = taken
        self.name = Entry(theme, self)
        self.name.setMaxLength(LONGEST_NAME)
        self.add_row(self.tr("名字"), self.name)
        self.name.textChanged.connect(lambda _: self._judge())

    def ask_for(self, title: str, on: str, name: str, then: Callable[[str], None]) -> None:
        """Ask; ``then`` gets the name."""
        self.ask(title, on, self.tr("话术里写作 {example}。").format(example="{{ 表.名字 | 查: … }}"))
        self.name.setText(name)
        self.name.selectAll()
        self.name.setFocus()
        self.way_on.clicked.connect(self.accept)
        self.accepted.connect(lambda: then(edits.name(self.name.text())))
        self._judge()
        self.open()

    def _judge(self) -> None:
        name = edits.name(self.name.text())
        why = self._taken(name) if name else ""
        self.note.say(why, Ink.DANGER)
        self.way_on.setEnabled(bool(name) and not why)


class ColumnSheet(Sheet):
    """Asks for the name of a column, and whether it is a key, and how that is compared."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, wide=460)
        self.name = Entry(theme, self)
        self.name.setMaxLength(LONGEST_NAME)
        self.kind = Select(theme, self)
        self.kind.offer([(kind.value, label) for kind, (label, _) in words.kinds().items()])
        self.add_row(self.tr("列名"), self.name)
        self.add_row(self.tr("用来"), self.kind)
        self.about = Note("", theme, self)
        self.about.setMinimumHeight(40)
        self.body.addWidget(self.about)
        self.kind.currentIndexChanged.connect(lambda _: self._tell())
        self.name.textChanged.connect(lambda _: self.way_on.setEnabled(bool(edits.name(self.name.text()))))

    def ask_for(self, title: str, on: str, column: Column, then: Callable[[Column], None]) -> None:
        """Ask; ``then`` gets the column."""
        self.ask(title, on)
        self.name.setText(column.name)
        self.kind.show_value(column.kind.value)
        self.name.selectAll()
        self.name.setFocus()
        self.way_on.setEnabled(bool(column.name))
        self.way_on.clicked.connect(self.accept)
        self.accepted.connect(lambda: then(self.column()))
        self._tell()
        self.open()

    def column(self) -> Column:
        """What was chosen."""
        return Column(edits.name(self.name.text()), Kind(self.kind.value()))

    def _tell(self) -> None:
        self.about.setText(words.kinds()[Kind(self.kind.value())][1])
