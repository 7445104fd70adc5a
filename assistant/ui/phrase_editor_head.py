"""The top line of the phrase editor: what is going on, and the way out."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton
from assistant.ui.inputs import Ink, Note
from assistant.ui.languages import Worded
from assistant.ui.theme import Theme


class EditorHead(Worded, QWidget):
    """``close`` is the button."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new = self._read_only = False
        self._heading = Note("", theme, self, ink=Ink.TEXT)
        self._heading.setFont(themes.bold(15))
        self._note = Note("", theme, self)
        self._note.hide()
        self.leave = ActionButton("", theme, self)
        self.leave.setFixedHeight(28)
        row = QHBoxLayout()
        row.addWidget(self._heading, 1)
        row.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 6)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._note)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.leave.setText(self.tr("完成"))
        self.leave.setToolTip(self.tr("保存并回到列表  Esc"))
        self.show_state(new=self._new, read_only=self._read_only)

    @property
    def said(self) -> str:
        """What stands in the note."""
        return self._note.text()

    def show_state(self, *, new: bool, read_only: bool) -> None:
        """Whether it is a new phrase, or one that can't be changed."""
        self._new, self._read_only = new, read_only
        heading = self.tr("只能查看") if read_only else self.tr("新话术") if new else self.tr("编辑话术")
        self._heading.setText(heading)

    def say(self, sentence: str, ink: Ink = Ink.MUTED) -> None:
        """Show a sentence; an empty one takes no room."""
        self._note.say(sentence, ink)
