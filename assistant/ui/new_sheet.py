"""A new phrase: title, code, text."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from assistant.ui import theme as themes
from assistant.ui.inputs import Entry
from assistant.ui.sheet import Sheet, quiet
from assistant.ui.theme import Theme


class NewSheet(Sheet):
    """``chosen`` gives title, code and text."""

    chosen = Signal(str, str, str)

    def __init__(self, path: tuple[str, ...], theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, wide=520)
        place = " › ".join(path)
        self.ask(self.tr("新建话术"), self.tr("新建"), self.tr("分类：{place}").format(place=place) if place else "")
        self.title, self.code = Entry(theme, self), Entry(theme, self)
        self.title.setMaxLength(200)
        self.text = QPlainTextEdit(self)
        quiet(self.text, theme)
        self.text.setFont(themes.font(14))
        self.text.setMinimumHeight(140)
        self.text.setTabChangesFocus(True)
        self.add_row(self.tr("标题"), self.title)
        self.add_row(self.tr("编码"), self.code)
        self.add_row(self.tr("正文"), self.text)
        self.title.textChanged.connect(lambda _: self._check())
        self.text.textChanged.connect(self._check)
        self.way_on.clicked.connect(self._choose)
        self._check()
        self.title.setFocus()

    def _check(self) -> None:
        self.way_on.setEnabled(bool(self.title.text().strip() and self.text.toPlainText().strip()))

    def _choose(self) -> None:
        self.chosen.emit(self.title.text().strip(), self.code.text().strip(), self.text.toPlainText().strip())
        self.accept()
