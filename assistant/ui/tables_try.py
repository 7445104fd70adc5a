"""A line to try a table in: type what would be looked up, see what a reply would say."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistant.core.tables.table import Table
from assistant.ui import theme as themes
from assistant.ui.flow import FlowLayout
from assistant.ui.inputs import Entry, Ink, Note
from assistant.ui.languages import Worded
from assistant.ui.theme import Theme

_MOST = 6  # keys that are asked for
_ENTRY = 132


class TryLine(Worded, QWidget):
    """One input for each key, and the answers."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._table = Table("")
        self.entries: list[Entry] = []
        self._inputs = QWidget(self)
        self._flow = FlowLayout(self._inputs, 8)
        self.title = Note("", theme, self)
        self.title.setWordWrap(False)
        self.answer = Note("", theme, self, ink=Ink.TEXT)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.title)
        line.addWidget(self._inputs, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 18, 10)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self.answer)
        self.setAutoFillBackground(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.title.setText(self.tr("试一试"))
        self._look()

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self._theme = theme
        ground = themes.palette(theme)
        ground.setColor(ground.ColorRole.Window, theme.side)
        self.setPalette(ground)

    def show_table(self, table: Table) -> None:
        """Try this one; what was typed stays where the keys are the same."""
        names = [key.name for key in table.keys[:_MOST]]
        if names != [key.name for key in self._table.keys[:_MOST]] or len(names) != len(self.entries):
            self._build(names)
        self._table = table
        self._look()

    def _build(self, names: list[str]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.entries = []
        for name in names:
            entry = Entry(self._theme, self._inputs)
            entry.setPlaceholderText(name)
            entry.setAccessibleName(name)
            room = QFontMetrics(themes.font(14)).horizontalAdvance(name) + 34
            entry.setFixedWidth(max(_ENTRY, min(room, 2 * _ENTRY)))
            entry.setMaxLength(200)
            entry.textChanged.connect(lambda _: self._look())
            self._flow.addWidget(entry)
            entry.show()
            self.entries.append(entry)
        self._inputs.updateGeometry()

    def _look(self) -> None:
        """Show the answers to what stands in the inputs."""
        keys = [entry.text() for entry in self.entries]
        if len(self._table.keys) > _MOST:
            self.answer.say(self.tr("条件太多，这里试不了。"), Ink.MUTED)
        elif not keys or not self._table.answers:
            self.answer.say(self.tr("要有条件列和结果列才能查。"), Ink.MUTED)
        elif not all(key.strip() for key in keys):
            self.answer.say(self.tr("填好条件，看看话术里会写什么。"), Ink.MUTED)
        else:
            self._tell(keys)

    def _tell(self, keys: list[str]) -> None:
        found = [(column.name, self._table.find(keys, column.name)) for column in self._table.answers]
        known = [f"{name}：{answer}" for name, answer in found if answer is not None]
        if found[0][1] is None:
            self.answer.say(self.tr("没有查到：发送前会先问您，不会乱填。"), Ink.DANGER)
        else:
            self.answer.say("　".join(known), Ink.GOOD)

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(400, 92)
