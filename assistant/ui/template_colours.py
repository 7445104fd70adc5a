"""The colours of a template in an editor: its own signs, and waves under what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from assistant.core.pieces import Kind, scan, units
from assistant.core.review import Remark
from assistant.ui.theme import Theme

Selection = QTextEdit.ExtraSelection
_MOST = 600  # stretches that are coloured


def colours_of(document: QTextDocument, remarks: Iterable[Remark], theme: Theme) -> list[QTextEdit.ExtraSelection]:
    """What to paint over ``document``. Never raises."""
    source = document.toPlainText()
    places = list(units(source))
    made = [(piece.start, piece.end, _dressed(piece.kind, theme)) for piece in scan(source).pieces]
    last = len(source)
    for remark in remarks:
        end = min(remark.end, last)
        start = min(remark.start, max(end - 1, 0))
        made.append((start, end, _waved(theme, grave=remark.grave)))
    return [
        _selection(document, (places[start], places[end]), look) for start, end, look in made[:_MOST] if start < end
    ]


def _dressed(kind: Kind, theme: Theme) -> QTextCharFormat:
    grounds = {
        Kind.FIELD: (theme.accent_text, theme.picked), Kind.FILTER: (theme.good, theme.picked),
        Kind.EMO: (theme.gap_text, theme.gap), Kind.TAG: (theme.muted, theme.badge),
        Kind.REMARK: (theme.faint, theme.window), Kind.TORN: (theme.danger, theme.danger_ground),
    }  # fmt: skip
    ink, ground = grounds[kind]
    look = QTextCharFormat()
    look.setForeground(ink)
    look.setBackground(ground)
    return look


def _waved(theme: Theme, *, grave: bool) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    look.setUnderlineColor(theme.danger if grave else theme.gap_edge)
    return look


def _selection(document: QTextDocument, place: tuple[int, int], look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    made = Selection()
    cursor = QTextCursor(document)
    cursor.setPosition(place[0])
    cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
    made.cursor = cursor  # type: ignore[attr-defined]
    made.format = look  # type: ignore[attr-defined]
    return made
