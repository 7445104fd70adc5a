"""What the guard found in a filled reply, shown inside the popup before anything is pasted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from assistant.core.guard.check import Finding, Fix
from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton, ThinBar
from assistant.ui.finding_cards import FindingCard, MarkedText
from assistant.ui.languages import Worded
from assistant.ui.theme import Theme

Key = Qt.Key
_ENTER = (Key.Key_Return, Key.Key_Enter)
_OURS = (*_ENTER, Key.Key_Escape, Key.Key_F2, Key.Key_Up, Key.Key_Down)


class FindingsPane(Worded, QWidget):
    """The reply with its places marked, all findings, and the ways: back, mend, and paste all the same if none forbids.

    Enter goes back unless Tab was used. F2 mends: the finding that was chosen with the arrows, else all that can be.
    """

    confirmed = Signal()
    cancelled = Signal()
    mended = Signal(object)  # tuple of Fix

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: list[FindingCard] = []
        self._chosen = -1
        self._heading, self._hint = QLabel(self), QLabel(self)
        self._heading.setFont(themes.bold(15))
        self._hint.setFont(themes.font(12))
        self.text = MarkedText(theme, self)
        self._list = QScrollArea(self)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setWidgetResizable(True)
        self._list.setVerticalScrollBar(ThinBar(theme, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._back = ActionButton("", theme, self, primary=True)
        self._mend, self._confirm = ActionButton("", theme, self), ActionButton("", theme, self)
        self._back.clicked.connect(self.cancelled)
        self._mend.clicked.connect(self._fix)
        self._confirm.clicked.connect(self.confirmed)
        for button in (self._back, self._mend, self._confirm):
            button.installEventFilter(self)  # else the arrows would go from button to button
        self._arrange()
        self.retranslate()
        self.set_theme(theme)

    def retranslate(self) -> None:
        """Say anew what the buttons do; the rest is said when findings are shown."""
        self.text.setAccessibleName(self.tr("回复全文"))
        self._back.setText(self.tr("返回"))
        self._confirm.setText(self.tr("仍然粘贴"))

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours; cards keep theirs until they are shown anew."""
        self._theme = self._back.theme = self._confirm.theme = self._mend.theme = theme
        self.setPalette(themes.palette(theme))
        self.text.set_theme(theme)
        muted = QPalette(self.palette())
        muted.setColor(QPalette.ColorRole.WindowText, theme.muted)
        self._hint.setPalette(muted)

    def show_findings(self, text: str, findings: Sequence[Finding]) -> None:
        """Show what was found in ``text``, those that forbid the paste first."""
        findings = sorted(findings, key=lambda found: not found.blocking)
        blocked = any(finding.blocking for finding in findings)
        self._heading.setText(self.tr("这条回复不能粘贴") if blocked else self.tr("粘贴前请看一眼"))
        self._hint.setText(
            self.tr("还没有粘贴任何内容。请返回换一条话术，或先修改它。")
            if blocked
            else self.tr("还没有粘贴任何内容。确认无误可以继续。")
        )
        self._confirm.setVisible(not blocked)
        self.text.show_text(text, findings)
        self._show_cards(findings)
        self._choose(-1)
        self.enter()

    def enter(self) -> None:
        """Let Enter mean the harmless thing."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def fixes(self) -> tuple[Fix, ...]:
        """What F2 does."""
        chosen = self._cards[self._chosen].finding if 0 <= self._chosen < len(self._cards) else None
        if chosen and chosen.fix:
            return (chosen.fix,)
        return tuple(card.finding.fix for card in self._cards if card.finding.fix)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Its keys and what they do."""
        hints = [("Enter / Esc", self.tr("返回列表"))]
        if self.fixes():
            hints += [("F2", self.tr("改好再粘贴"))]
        if len(self._cards) > 1:
            hints += [("↑ ↓", self.tr("逐条看"))]
        return (*hints,) if self._confirm.isHidden() else (*hints, ("Ctrl+Enter", self.tr("仍然粘贴")))

    def forget(self) -> None:
        """Drop everything: it may quote a buyer."""
        self._cards, self._chosen = [], -1
        self.text.forget()
        if self._list.widget() is not None:
            self._list.takeWidget().deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _OURS:
            self.keyPressEvent(event)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        key = event.key()
        if key == Key.Key_Escape:
            self.cancelled.emit()
        elif key == Key.Key_F2:
            self._fix()
        elif key in (Key.Key_Up, Key.Key_Down):
            self._step(1 if key == Key.Key_Down else -1)
        elif key in _ENTER:
            self._entered(ctrl=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))

    def _entered(self, *, ctrl: bool) -> None:
        if ctrl:
            if not self._confirm.isHidden():
                self.confirmed.emit()
        elif self._mend.hasFocus():
            self._fix()
        else:
            (self.confirmed if self._confirm.hasFocus() else self.cancelled).emit()

    def _fix(self) -> None:
        if fixes := self.fixes():
            self.mended.emit(fixes)

    def _step(self, by: int) -> None:
        if self._cards:
            last = len(self._cards) - 1
            self._choose(max(0, min(self._chosen + by, last)))
            self._list.ensureWidgetVisible(self._cards[self._chosen])

    def _choose(self, number: int) -> None:
        """Choose a finding; -1 for none. The button says what it will do."""
        self._chosen = number
        for place, card in enumerate(self._cards):
            card.choose(chosen=place == number)
        self.text.mark(number)
        fixes = self.fixes()
        only = self.tr("{fix}，再粘贴").format(fix=fixes[0].label) if len(fixes) == 1 else ""
        self._mend.setText(only or self.tr("改好 {count} 处再粘贴").format(count=len(fixes)))
        self._mend.setVisible(bool(fixes))
        self._mend.updateGeometry()

    def _show_cards(self, findings: Sequence[Finding]) -> None:
        page = QWidget()
        page.setAutoFillBackground(True)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(6)
        self._cards = [FindingCard(finding, self._theme, page) for finding in findings]
        for number, card in enumerate(self._cards):
            card.pressed.connect(lambda number=number: self._choose(number))
            card.fix_asked.connect(lambda fix=card.finding.fix: self.mended.emit((fix,)))
            column.addWidget(card)
        column.addStretch()
        self._list.setWidget(page)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 12, 0)
        row.addWidget(self._back)
        row.addStretch()
        row.addWidget(self._mend)
        row.addWidget(self._confirm)
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, 12, 0)
        above.addWidget(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 14, 20, 12)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self._hint)
        column.addSpacing(4)
        column.addLayout(above)
        column.addSpacing(4)
        column.addWidget(self._list, 1)
        column.addSpacing(6)
        column.addLayout(row)
        self.setAutoFillBackground(True)
