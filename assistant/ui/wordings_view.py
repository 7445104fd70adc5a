"""All wordings of a phrase as cards, the template's own signs in colour."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrame,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from assistant.core.model import Phrase, Variant
from assistant.ui import theme as themes
from assistant.ui.controls import ThinBar
from assistant.ui.terms import term
from assistant.ui.theme import Theme, Themed

_PIECE = re.compile(r"(?P<emo>\{%-?\s*emo\b.*?%\})|(?P<field>\{\{.*?\}\})|(?P<tag>\{%.*?%\})", re.DOTALL)
_LANGUAGES = {"zh-CN": "简体", "zh-TW": "繁體", "en": "English"}
_SHOWN = 200  # wordings of one phrase
_BETWEEN = 10  # pixels between cards


class WordingsView(Themed, QTextEdit):
    """Read only; text can be marked and copied across the cards."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._phrase: Phrase | None = None
        self._cards: list[QTextFrame] = []
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(themes.font(14))
        self.document().setDocumentMargin(2)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBar(ThinBar(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("这条话术的全部说法"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def _apply(self) -> None:
        theme = self._theme
        colours = QPalette(themes.palette(theme))
        colours.setColor(QPalette.ColorRole.Base, theme.side)
        self.setPalette(colours)
        self.show_phrase(self._phrase)

    def show_phrase(self, phrase: Phrase | None) -> None:
        """Show the wordings of ``phrase``."""
        self._phrase = phrase
        self.clear()
        cursor = QTextCursor(self.document())
        self._cards = []
        for number, variant in enumerate(phrase.variants[:_SHOWN] if phrase else (), 1):
            self._add_card(cursor, number, variant)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.line)
        painter.setBrush(self._theme.bubble)
        offset = self.verticalScrollBar().value()
        layout = self.document().documentLayout()
        for card in self._cards:
            box: QRectF = layout.frameBoundingRect(card).translated(0, -offset)
            if box.bottom() >= 0 and box.top() <= self.viewport().height():
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
        painter.end()
        super().paintEvent(event)

    def _add_card(self, cursor: QTextCursor, number: int, variant: Variant) -> None:
        shape = QTextFrameFormat()
        shape.setPadding(11)
        shape.setBorder(0)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.setBlockFormat(_spacer(_BETWEEN if number > 1 else 1))
        self._cards.append(cursor.insertFrame(shape))
        tight = QTextBlockFormat()
        tight.setBottomMargin(5)
        cursor.setBlockFormat(tight)
        cursor.insertText(self._heading(number, variant), self._format(self._theme.muted, 12))
        cursor.insertBlock(QTextBlockFormat())
        self._insert_template(cursor, variant.text)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.setBlockFormat(_spacer(1))

    def _heading(self, number: int, variant: Variant) -> str:
        language = _LANGUAGES.get(variant.language, variant.language)
        said = self.tr("说法 {number}").format(number=number)
        return " · ".join(filter(None, (said, term(variant.tone), "" if variant.language == "zh-CN" else language)))

    def _insert_template(self, cursor: QTextCursor, text: str) -> None:
        plain = self._format(self._theme.text, 14)
        done = 0
        for piece in _PIECE.finditer(text):
            cursor.insertText(text[done : piece.start()], plain)
            cursor.insertText(piece[0], self._piece_format(piece.lastgroup or ""))
            done = piece.end()
        cursor.insertText(text[done:], plain)

    def _piece_format(self, kind: str) -> QTextCharFormat:
        theme = self._theme
        if kind == "field":
            made = self._format(theme.accent_text, 14)
            made.setBackground(theme.picked)
        elif kind == "emo":
            made = self._format(theme.gap_text, 14)
            made.setBackground(theme.gap)
        else:
            made = self._format(theme.muted, 14)
            made.setBackground(theme.badge)
        return made

    def _format(self, ink: object, size: int) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(themes.font(size))
        made.setForeground(ink)  # type: ignore[arg-type]
        return made


def _spacer(height: int) -> QTextBlockFormat:
    """The empty line that a document has between two frames, at our height."""
    made = QTextBlockFormat()
    made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return made
