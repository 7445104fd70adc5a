"""Two states of a phrase, one over the other: what goes struck through, what comes underlined, part by part."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from assistant.core.differences import Part, Piece, Side, parts
from assistant.core.model import Phrase
from assistant.ui import theme as themes
from assistant.ui.controls import ThinBar
from assistant.ui.sheet import quiet
from assistant.ui.theme import Theme


class DifferenceView(QTextEdit):
    """Read only."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        quiet(self, theme)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(14)
        self.setVerticalScrollBar(ThinBar(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("差异"))
        self.setTabChangesFocus(True)

    def show_change(self, old: Phrase | None, new: Phrase | None) -> None:
        """What differs between them."""
        self.clear()
        cursor = QTextCursor(self.document())
        found = parts(old, new)
        for number, part in enumerate(found):
            self._heading(cursor, part, first=number == 0)
            for piece in part.pieces:
                cursor.insertText(piece.text, self._format(piece))
        if not found:
            cursor.insertText(self.tr("内容相同。"), self._plain(13))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _heading(self, cursor: QTextCursor, part: Part, *, first: bool) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(0 if first else 14)
        block.setBottomMargin(3)
        if first:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        name = self._names().get(part.name, part.name) + (f" {part.number}" if part.number else "")
        cursor.insertText(name, self._plain(12))
        cursor.insertBlock(QTextBlockFormat())

    def _names(self) -> dict[str, str]:
        return {
            "title": self.tr("标题"), "code": self.tr("编码"), "category": self.tr("分类"), "text": self.tr("说法"),
            "tags": self.tr("标签"), "roles": self.tr("岗位"), "note": self.tr("备注"), "valid": self.tr("有效期"),
            "hotkey": self.tr("快捷键"), "send": self.tr("发送方式"), "attachments": self.tr("附件"),
            "disabled": self.tr("停用"),
        }  # fmt: skip

    def _plain(self, size: int) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(themes.font(size))
        made.setForeground(self._theme.muted)
        return made

    def _format(self, piece: Piece) -> QTextCharFormat:
        theme, made = self._theme, self._plain(14)
        made.setForeground(theme.text)
        if piece.side is Side.OLD:
            made.setForeground(theme.danger)
            made.setBackground(theme.danger_ground)
            made.setFontStrikeOut(True)
        elif piece.side is Side.NEW:
            made.setForeground(theme.accent_text)
            made.setBackground(theme.picked)
            made.setFontUnderline(True)
        return made
