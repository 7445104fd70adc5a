"""Asks what the columns of a table of phrases are that nobody knows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from assistant.ui import theme as themes
from assistant.ui.controls import ThinBar
from assistant.ui.inputs import Ink, Note
from assistant.ui.packs_access import Column, Strange
from assistant.ui.select import Select
from assistant.ui.sheet import Sheet
from assistant.ui.theme import Theme

TEXT = "text"  # what no table may lack
_SIZE = (680, 340)  # of the list of columns: width, and greatest height
_ROW = 40
_VALUES, _LONGEST = 2, 22  # values that are shown of a column, and signs of each


class ImportMapping(Sheet):
    """One row for every column: heading, first values, what it is. ``explained`` gives heading → key of a field."""

    explained = Signal(dict)

    def __init__(
        self, strange: Strange, fields: Sequence[tuple[str, str]], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent, wide=_SIZE[0])
        about = self.tr("不认识“{file}”的表头。请选每一列是什么，没有用的就忽略；以后导入同样的表不再问。")
        self.ask(self.tr("这些列是什么？"), self.tr("继续"), about.format(file=strange.name))
        self.selects: dict[str, Select] = {}
        self._fields = fields
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(2, 2, 12, 2)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        for row, column in enumerate(strange.columns):
            self._add(grid, row, column)
        grid.setRowStretch(len(strange.columns), 1)
        area = QScrollArea(self)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBar(ThinBar(theme, area))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumHeight(min(_SIZE[1], _ROW * len(strange.columns) + 8))
        self.body.addWidget(area, 1)
        self.way_on.clicked.connect(self._say)
        self._check()
        next(iter(self.selects.values()), self.back).setFocus()

    def chosen(self) -> dict[str, str]:
        """What was chosen; "" for a column that is ignored."""
        return {heading: select.value() for heading, select in self.selects.items()}

    def _add(self, grid: QGridLayout, row: int, column: Column) -> None:
        name = Note(column.heading, self.colours, self, ink=Ink.TEXT)
        name.setFont(themes.bold(13))
        values = "、".join(map(_shown, column.values[:_VALUES])) or self.tr("（空）")
        select = Select(self.colours, self)
        select.offer([("", self.tr("忽略")), *self._fields])
        select.show_value(column.guess)
        select.setAccessibleName(column.heading)
        select.settled.connect(self._check)
        self.selects[column.heading] = select
        for place, part in enumerate((name, Note(values, self.colours, self), select)):
            grid.addWidget(part, row, place)
        grid.setRowMinimumHeight(row, _ROW)

    def _check(self) -> None:
        """Two columns cannot be the same thing, and one has to be the text."""
        chosen = [key for key in self.chosen().values() if key]
        twice = [label for key, label in self._fields if chosen.count(key) > 1]
        told = self.tr("“{fields}”选了两次。").format(fields="、".join(twice)) if twice else ""
        if not told and TEXT not in chosen:
            told = self.tr("请选哪一列是话术的内容。")
        self.way_on.setEnabled(not told)
        self.note.say(told, Ink.DANGER if twice else Ink.MUTED)

    def _say(self) -> None:
        self.explained.emit(self.chosen())
        self.accept()


def _shown(value: str) -> str:
    text = " ".join(value.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
