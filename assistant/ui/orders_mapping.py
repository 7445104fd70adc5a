"""Asks what the columns of an order table are that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from assistant.ui import theme as themes
from assistant.ui.controls import ThinBar
from assistant.ui.inputs import Ink, Note
from assistant.ui.orders_access import Column, FieldName, Strange
from assistant.ui.select import Select
from assistant.ui.sheet import Sheet
from assistant.ui.theme import Theme

_SIZE = (620, 300)  # of the list of columns: width, and greatest height
_ROW = 40
_VALUES = 2  # that are shown of a column
_LONGEST = 16  # signs of a value
_NUMBER = re.compile(r"\d{7,}")


class OrdersMapping(Sheet):
    """One row for every column: heading, first values, and what it is. ``explained`` gives heading → field path."""

    explained = Signal(dict)

    def __init__(
        self, strange: Strange, fields: Sequence[FieldName], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent, wide=_SIZE[0])
        lacking = self.tr("还不知道哪一列是：{fields}。").format(fields="、".join(strange.missing))
        about = self.tr("这张表里有不认识的列。请选每一列是什么，没有用的就忽略；以后读同样的表不再问。")
        self.ask(
            self.tr("这些列是什么？"), self.tr("读入"), f"{strange.file.name}\n{lacking if strange.missing else about}"
        )
        self.selects: dict[str, Select] = {}
        self._fields = fields
        self._needed = bool(strange.missing)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(2, 2, 12, 2)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        for row, column in enumerate(strange.columns):
            self._add(grid, row, column)
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
        values = "、".join(shown(value) for value in column.values[:_VALUES]) or self.tr("（空）")
        select = Select(self.colours, self)
        select.offer([("", self.tr("忽略")), *((field.path, field.label) for field in self._fields)])
        select.setAccessibleName(column.heading)
        select.settled.connect(self._check)
        self.selects[column.heading] = select
        grid.addWidget(name, row, 0)
        grid.addWidget(Note(values, self.colours, self), row, 1)
        grid.addWidget(select, row, 2)
        grid.setRowMinimumHeight(row, _ROW)

    def _check(self) -> None:
        """Two columns cannot be the same thing, and where something is missing some column must be it."""
        chosen = [path for path in self.chosen().values() if path]
        twice = {field.label for field in self._fields if chosen.count(field.path) > 1}
        self.way_on.setEnabled(not twice and (bool(chosen) or not self._needed))
        told = self.tr("“{fields}”选了两次。").format(fields="、".join(sorted(twice))) if twice else ""
        self.note.say(told, Ink.DANGER)
        self.note.setVisible(bool(told))

    def _say(self) -> None:
        self.explained.emit(self.chosen())
        self.accept()


def shown(value: str) -> str:
    """A value as far as it must be seen to know what it is: short, and without the middle of long numbers."""
    text = _NUMBER.sub(lambda found: f"{found[0][:3]}****{found[0][-2:]}", value.strip())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
