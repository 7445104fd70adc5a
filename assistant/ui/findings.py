"""What the guard found in a filled reply, shown inside the popup before anything is pasted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton, ThinBar, lay_out_page
from assistant.ui.languages import Worded
from assistant.ui.theme import Theme

Finding = tuple[str, bool]
"""A sentence, and whether the paste is out of the question because of it."""


class FindingCard(QWidget):
    """One finding: a sign and its sentence on a tinted card."""

    def __init__(self, finding: Finding, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence, self._blocking = finding
        self._theme = theme
        kind = self.tr("禁止粘贴") if self._blocking else self.tr("提醒")
        self.setAccessibleName(f"{kind}：{self._sentence}")

    def hasHeightForWidth(self) -> bool:  # noqa: N802, D102
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802, D102
        room = QRect(0, 0, width - 60, 1_000)
        return QFontMetrics(themes.font(14)).boundingRect(room, Qt.TextFlag.TextWordWrap, self._sentence).height() + 24

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        theme = self._theme
        ground, edge, ink = (
            (theme.danger_ground, theme.danger, theme.danger)
            if self._blocking
            else (theme.gap, theme.gap_edge, theme.gap_text)
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(edge)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(24, 23), 9, 9)
        painter.setPen(ground)
        painter.setFont(themes.bold(13))
        painter.drawText(QRect(14, 13, 20, 20), Qt.AlignmentFlag.AlignCenter, "×" if self._blocking else "!")
        painter.setPen(ink)
        painter.setFont(themes.font(14))
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(44, 12, -16, 0), flags, self._sentence)


class FindingsPane(Worded, QWidget):
    """All findings with a way back and, when none forbids it, a way on. Enter goes back unless Tab was used."""

    confirmed = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heading = QLabel(self)
        self._heading.setFont(themes.bold(15))
        self._hint = QLabel(self)
        self._hint.setFont(themes.font(12))
        self._cards = QScrollArea(self)
        self._cards.setFrameShape(QFrame.Shape.NoFrame)
        self._cards.setWidgetResizable(True)
        self._cards.setVerticalScrollBar(ThinBar(theme, self._cards))
        self._cards.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._back = ActionButton("", theme, self, primary=True)
        self._confirm = ActionButton("", theme, self)
        self._back.clicked.connect(self.cancelled)
        self._confirm.clicked.connect(self.confirmed)
        self._arrange()
        self.retranslate()
        self.set_theme(theme)

    def retranslate(self) -> None:
        """Say anew what the buttons do; the rest is said when findings are shown."""
        self._back.setText(self.tr("返回"))
        self._confirm.setText(self.tr("仍然粘贴"))

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours; cards keep theirs until they are shown anew."""
        self._theme = self._back.theme = self._confirm.theme = theme
        self.setPalette(themes.palette(theme))
        muted = QPalette(self.palette())
        muted.setColor(QPalette.ColorRole.WindowText, theme.muted)
        self._hint.setPalette(muted)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show them, those that forbid the paste first."""
        blocked = any(blocking for _, blocking in findings)
        self._heading.setText(self.tr("这条回复不能粘贴") if blocked else self.tr("粘贴前请看一眼"))
        self._hint.setText(
            self.tr("还没有粘贴任何内容。请返回换一条话术，或先修改它。")
            if blocked
            else self.tr("还没有粘贴任何内容。确认无误可以继续。")
        )
        page = QWidget()
        page.setAutoFillBackground(True)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        for finding in sorted(findings, key=lambda found: not found[1]):
            column.addWidget(FindingCard(finding, self._theme, page))
        column.addStretch()
        self._cards.setWidget(page)
        self._confirm.setVisible(not blocked)
        self.enter()

    def enter(self) -> None:
        """Let Enter mean the harmless thing."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Its keys and what they do."""
        back = (("Enter / Esc", self.tr("返回列表")),)
        return back if self._confirm.isHidden() else (*back, ("Ctrl+Enter", self.tr("仍然粘贴")))

    def forget(self) -> None:
        """Drop the cards: their sentences may quote a buyer."""
        if self._cards.widget() is not None:
            self._cards.takeWidget().deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and not self._confirm.isHidden():
            self.confirmed.emit()
        elif enter:
            (self.confirmed if self._confirm.hasFocus() else self.cancelled).emit()

    def _arrange(self) -> None:
        lay_out_page(self, (self._heading, self._hint), self._cards, (self._back, self._confirm))
