"""The popup's question which of the buyer's open orders a phrase is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from assistant.ui import theme as themes
from assistant.ui.asking_page import AskingPage
from assistant.ui.theme import Theme

_ROW = 52
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYS = (*_ENTER, Qt.Key.Key_Up, Qt.Key.Key_Down)


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order to choose: its ``place`` among the session's orders, what names it, and what tells it from others."""

    place: int
    label: str
    detail: str


class OrderChooser(AskingPage):
    """A card for each order. Arrows and Enter, or a digit, choose; Esc goes back."""

    picked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._cards: list[_Card] = []
        super().__init__(theme, parent)
        self._on.clicked.connect(self._pick_current)

    def retranslate(self) -> None:
        """Say anew what it is for."""
        self._heading.setText(self.tr("说的是哪个订单？"))
        self._hint.setText(self.tr("这位买家有几个未完成的订单，这条话术要用到其中一个。"))
        self._back.setText(self.tr("返回"))
        self._on.setText(self.tr("用这个订单"))

    def show_orders(self, rows: Sequence[OrderRow]) -> None:
        """Ask for one of these; the first has the focus."""
        page, column = self.new_rows(spacing=6)
        self._cards = [_Card(number, row, self._theme, page) for number, row in enumerate(rows, 1)]
        for card in self._cards:
            card.clicked.connect(lambda _=False, place=card.row.place: self.picked.emit(place))
            card.installEventFilter(self)  # else the arrows would scroll
            column.addWidget(card)
        self.show_rows(page, column)
        if self._cards:
            self._cards[0].setFocus(Qt.FocusReason.TabFocusReason)

    def forget(self) -> None:
        """Drop the cards."""
        self._cards = []
        super().forget()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Its keys and what they do."""
        return ("↑ ↓", self.tr("选择")), ("Enter", self.tr("用这个订单")), ("Esc", self.tr("返回列表"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _KEYS:
            self.keyPressEvent(event)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key in _ENTER:
            self._pick_current()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif 0 < key - Qt.Key.Key_0 <= len(self._cards):
            self.picked.emit(self._cards[key - Qt.Key.Key_1].row.place)

    def _current(self) -> int:
        return next((number for number, card in enumerate(self._cards) if card.hasFocus()), 0)

    def _move(self, by: int) -> None:
        if self._cards:
            card = self._cards[max(0, min(self._current() + by, len(self._cards) - 1))]
            card.setFocus(Qt.FocusReason.TabFocusReason)
            self._rows.ensureWidgetVisible(card)

    def _pick_current(self) -> None:
        if self._back.hasFocus():
            self.cancelled.emit()
        elif self._cards:
            self.picked.emit(self._cards[self._current()].row.place)


class _Card(QAbstractButton):
    """One order: its digit, its label, and a second line."""

    def __init__(self, number: int, row: OrderRow, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self._number, self._theme = number, theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(_ROW)
        self.setAccessibleName(row.label)
        self.setAccessibleDescription(row.detail)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(200, _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme, picked = self._theme, self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.accent if picked else theme.line)
        painter.setBrush(theme.picked if picked else theme.hover if self.underMouse() else theme.window)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        badge = QRectF(12, (_ROW - 18) / 2, 18, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent if picked else theme.badge)
        painter.drawRoundedRect(badge, 5, 5)
        painter.setFont(themes.font(11))
        painter.setPen(theme.on_accent if picked else theme.muted)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self._number))
        box = self.rect().adjusted(42, 6, -14, -6)
        for text, size, ink, part in (
            (self.row.label, 14, theme.text, Qt.AlignmentFlag.AlignTop),
            (self.row.detail, 12, theme.muted, Qt.AlignmentFlag.AlignBottom),
        ):
            font = themes.font(size)
            painter.setFont(font)
            painter.setPen(ink)
            cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, part | Qt.AlignmentFlag.AlignLeft, cut)
