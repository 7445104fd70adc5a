"""What a finding of the guard looks like: the reply with its places marked, and a card with sentence and way out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from assistant.core.guard.check import Finding
from assistant.core.pieces import units
from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton, ThinBar
from assistant.ui.theme import Theme

_HIGHEST = 122  # pixels of the reply; longer ones scroll
_MARGIN = 8
_LEFT, _TOP = 44, 12  # pixels round the sentence of a card
_VERSUS = 26  # pixels of the line that shows two buyers
_WRAPPED = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def inks(theme: Theme, *, blocking: bool) -> tuple[QColor, QColor, QColor]:
    """Ground, edge and ink of what blocks, or of what only asks."""
    if blocking:
        return theme.danger_ground, theme.danger, theme.danger
    return theme.gap, theme.gap_edge, theme.gap_text


class MarkedText(QPlainTextEdit):
    """The whole reply, as high as it needs; offending places have the colours of their findings."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._findings: Sequence[Finding] = ()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(themes.font(14))
        self.document().setDocumentMargin(_MARGIN)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBar(ThinBar(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self._theme = theme
        colours = QPalette(themes.palette(theme))
        colours.setColor(QPalette.ColorRole.Base, theme.side)
        self.setPalette(colours)
        self.mark(-1)

    def show_text(self, text: str, findings: Sequence[Finding]) -> None:
        """Show a reply and what was found in it."""
        self._findings = findings
        self.setPlainText(text)
        self.mark(-1)
        self.setVisible(bool(text.strip()))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the text is at this width."""
        box = QRect(0, 0, max(self.width() - 2 * _MARGIN - 2, 100), 10_000)
        lines = QFontMetrics(self.font()).boundingRect(box, _WRAPPED, self.toPlainText())
        self.setFixedHeight(min(lines.height() + 2 * _MARGIN + 8, _HIGHEST))

    def mark(self, chosen: int) -> None:
        """Mark everything, the places of one finding more than the others; -1 for none."""
        places = list(units(self.toPlainText()))
        marks = []
        order = sorted(range(len(self._findings)), key=lambda number: number == chosen)  # the last one is on top
        for number in order:
            finding = self._findings[number]
            for first, last in finding.spans:
                if last < len(places):
                    spot = (places[first], places[last])
                    marks.append(self._mark(spot, blocking=finding.blocking, chosen=number == chosen))
        self.setExtraSelections(marks)
        if 0 <= chosen < len(self._findings) and self._findings[chosen].spans:
            start = self._findings[chosen].spans[0][0]
            cursor = self.textCursor()
            cursor.setPosition(places[min(start, len(places) - 1)])
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _mark(self, place: tuple[int, int], *, blocking: bool, chosen: bool) -> QTextEdit.ExtraSelection:
        ground, edge, ink = inks(self._theme, blocking=blocking)
        look = QTextCharFormat()
        look.setBackground(ink if chosen else ground)
        look.setForeground(ground if chosen else ink)
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(edge)
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(place[0])
        cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor  # type: ignore[attr-defined]
        made.format = look  # type: ignore[attr-defined]
        return made

    def forget(self) -> None:
        """Empty it: the text may hold a buyer's facts."""
        self._findings = ()
        self.setExtraSelections([])
        self.setPlainText("")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.line)
        painter.setBrush(self._theme.bubble)
        painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()
        super().paintEvent(event)


class FindingCard(QWidget):
    """One finding: a sign and its sentence on a tinted card, and a button where there is a way out."""

    pressed = Signal()
    fix_asked = Signal()

    def __init__(self, finding: Finding, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        self.chosen = False
        self._theme = theme
        kind = self.tr("禁止粘贴") if finding.blocking else self.tr("提醒")
        self.setAccessibleName(f"{kind}：{finding.sentence}")
        self.fix: ActionButton | None = None
        if finding.fix:
            self.fix = ActionButton(finding.fix.label, theme, self)
            self.fix.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.fix.resize(self.fix.sizeHint().width(), 28)
            self.fix.clicked.connect(self.fix_asked)

    def choose(self, *, chosen: bool) -> None:
        """Be the one that a key fixes, or not."""
        self.chosen = chosen
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802, D102
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802, D102
        box = QRect(0, 0, self._room(width), 1_000)
        height = QFontMetrics(themes.font(14)).boundingRect(box, _WRAPPED, self.finding.sentence).height()
        return max(height, 22) + 2 * _TOP - 2 + (_VERSUS if self.finding.versus else 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        blocking = self.finding.blocking
        ground, edge, ink = inks(self._theme, blocking=blocking)
        if self.fix:
            self.fix.move(self.width() - self.fix.width() - 9, (self.height() - 28) // 2 - 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(edge)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if self.chosen:
            painter.setPen(self._theme.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 6.5, 6.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(24, 23), 9, 9)
        painter.setPen(ground)
        painter.setFont(themes.bold(13))
        painter.drawText(QRect(14, 13, 20, 20), Qt.AlignmentFlag.AlignCenter, "×" if blocking else "!")
        painter.setPen(ink)
        painter.setFont(themes.font(14))
        room = self._room(self.width())
        painter.drawText(QRect(_LEFT, _TOP, room, self.height() - _TOP), _WRAPPED, self.finding.sentence)
        if self.finding.versus:
            self._paint_versus(painter, ink)

    def _paint_versus(self, painter: QPainter, ink: QColor) -> None:
        """Whose order, and who is in front: side by side, so that the difference is seen."""
        left, top = _LEFT, self.height() - _VERSUS - 6
        labels = self.tr("订单"), self.tr("眼前")
        most = (self.width() - 2 * _LEFT - 120) // 2
        for number, (label, nick) in enumerate(zip(labels, self.finding.versus, strict=False)):
            if number:
                painter.setFont(themes.bold(14))
                painter.drawText(QRect(left, top, 24, 22), Qt.AlignmentFlag.AlignCenter, "≠")
                left += 30
            painter.setFont(themes.font(12))
            width = painter.fontMetrics().horizontalAdvance(label) + 6
            painter.drawText(QRect(left, top, width, 22), _MIDDLE, label)
            left += width
            painter.setFont(themes.bold(14))
            shown = painter.fontMetrics().elidedText(nick, Qt.TextElideMode.ElideMiddle, most)
            box = QRectF(left, top, painter.fontMetrics().horizontalAdvance(shown) + 16, 22)
            painter.setPen(ink)
            painter.setBrush(self._theme.window)
            painter.drawRoundedRect(box, 5, 5)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
            left += round(box.width()) + 8

    def _room(self, width: int) -> int:
        """Pixels for the sentence."""
        return width - _LEFT - 16 - (self.fix.width() + 10 if self.fix else 0)
