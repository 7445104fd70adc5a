"""Painted inputs for forms: text lines, choices, switches, and the words around them.

Those that hold a value say ``settled`` when the user has made up their mind, and take one with ``show_value``.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QWidget

from assistant.ui import theme as themes
from assistant.ui.theme import Theme, Themed

HEIGHT = 34
_STEP = 100  # for numbers, with the arrow keys
_DIGITS = 92  # pixels that a number takes besides its unit


class Ink(Enum):
    """What a line of text is for, which gives it its colour."""

    TEXT = auto()
    MUTED = auto()
    DANGER = auto()
    GOOD = auto()


class Note(Themed, QLabel):
    """Plain text in one of the theme's inks, wrapped."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None, *, ink: Ink = Ink.MUTED) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._ink = ink
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(themes.font(13 if ink is Ink.TEXT else 12))
        self._apply()

    def say(self, text: str, ink: Ink) -> None:
        """Change text and ink; without a text it takes no room."""
        self._ink = ink
        self.setText(text)
        self._apply()
        self.setVisible(bool(text))

    def _apply(self) -> None:
        inks = {
            Ink.TEXT: self._theme.text, Ink.MUTED: self._theme.muted,
            Ink.DANGER: self._theme.danger, Ink.GOOD: self._theme.good,
        }  # fmt: skip
        own = themes.palette(self._theme)
        own.setColor(QPalette.ColorRole.WindowText, inks[self._ink])
        self.setPalette(own)


class Entry(Themed, QLineEdit):
    """A line of text with a frame of ours."""

    settled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wrong = False
        self.setFrame(False)
        self.setFont(themes.font(14))
        self.setFixedHeight(HEIGHT)
        self.setTextMargins(9, 0, 9, 0)
        self.editingFinished.connect(self.settled)
        self.textEdited.connect(lambda _: self.set_wrong(wrong=False))
        self._apply()

    def value(self) -> str:
        """What stands in it."""
        return self.text()

    def show_value(self, value: str) -> None:
        """Put ``value`` in."""
        if value != self.text():
            self.setText(value)

    def set_wrong(self, *, wrong: bool) -> None:
        """Mark it as holding something impossible."""
        self._wrong = wrong
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._theme.danger if self._wrong else self._theme.accent if self.hasFocus() else self._theme.edge
        painter.setPen(edge)
        painter.setBrush(self._theme.window)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.end()
        super().paintEvent(event)

    def _apply(self) -> None:
        own = themes.palette(self._theme)
        own.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(own)


class Number(Entry):
    """A whole number of some unit; the arrow keys go up and down by ``step``."""

    def __init__(self, unit: str, theme: Theme, parent: QWidget | None = None, *, step: int = _STEP) -> None:
        super().__init__(theme, parent)
        self._unit = unit
        self._step = step
        room = QFontMetrics(themes.font(12)).horizontalAdvance(unit)
        self.setTextMargins(9, 0, room + 16, 0)
        self.setFixedWidth(room + _DIGITS)
        self.installEventFilter(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(themes.font(12))
        painter.setPen(self.theme.muted)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(self.rect().adjusted(0, 0, -11, 0), side, self._unit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = {Qt.Key.Key_Up: self._step, Qt.Key.Key_Down: -self._step}.get(Qt.Key(event.key()), 0)
        if not step or not self.text().strip().isdecimal():
            return False
        self.setText(str(max(0, int(self.text()) + step)))
        return True


class Segment(QAbstractButton):
    """One of several values; the chosen one is filled."""

    def __init__(self, text: str, value: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.value = value
        self.setText(text)
        self.setCheckable(True)
        self.setFont(themes.font(13))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(QFontMetrics(self.font()).horizontalAdvance(text) + 26, HEIGHT - 6)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        theme, box = self.theme, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(theme.picked if theme.dark else theme.window)
            painter.setPen(theme.accent if self.hasFocus() else theme.edge)
            painter.drawRoundedRect(box, 6, 6)
        elif self.hasFocus() or self.underMouse():
            painter.setPen(theme.accent if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.hover)
            painter.drawRoundedRect(box, 6, 6)
        painter.setPen(theme.accent_text if self.isChecked() else theme.text)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Choice(QWidget):
    """A few values side by side, one of them chosen. Tab reaches the chosen one, the arrow keys change it."""

    settled = Signal()

    def __init__(self, options: Sequence[tuple[str, str]], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for value, label in options:
            segment = Segment(label, value, theme, self)
            self._group.addButton(segment)
            row.addWidget(segment)
        self._quiet = False
        self.setFixedSize(row.sizeHint())

    def value(self) -> str:
        """The chosen value; empty when none is."""
        chosen = self._group.checkedButton()
        return chosen.value if isinstance(chosen, Segment) else ""

    def show_value(self, value: str) -> None:
        """Choose ``value``, without a signal."""
        self._quiet = True
        for segment in self._group.buttons():
            if isinstance(segment, Segment) and segment.value == value:
                segment.setChecked(True)
        self._quiet = False

    def set_wrong(self, *, wrong: bool) -> None:
        """Nothing to mark: every value that can be chosen is possible."""

    def name_parts(self, label: str) -> None:
        """Tell screen readers what is chosen here."""
        self.setAccessibleName(label)
        for segment in self._group.buttons():
            segment.setAccessibleName(f"{label}：{segment.text()}")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.badge)
        painter.drawRoundedRect(self.rect(), 8, 8)

    def _toggled(self, segment: QAbstractButton, on: bool) -> None:
        for each in self._group.buttons():  # Qt does so itself, but only once the keyboard was here
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each.isChecked() else Qt.FocusPolicy.ClickFocus)
        if on and not self._quiet:
            self.settled.emit()


class Switch(QAbstractButton):
    """On or off."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(46, HEIGHT)

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(46, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        theme, on = self.theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(3, (HEIGHT - 22) / 2, 40, 22)
        if self.hasFocus():
            painter.setPen(theme.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track.adjusted(-2.5, -2.5, 2.5, 2.5), 13.5, 13.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent if on else theme.faint)
        painter.drawRoundedRect(track, 11, 11)
        painter.setBrush(QColor("#ffffff"))
        painter.drawEllipse(QRectF(track.right() - 20 if on else track.left() + 2, track.top() + 2, 18, 18))
