"""Asking, inside the popup, for the values that a phrase still lacks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QWidget,
)

from assistant.core.template.facts import Field
from assistant.ui import theme as themes
from assistant.ui.asking_page import AskingPage
from assistant.ui.theme import Theme

_ISO = "yyyy-MM-dd"
_INSET = 10  # pixels between the edge of an input and its text
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FieldsForm(AskingPage):
    """One input for each field. Enter goes to the next, on the last it submits; Esc goes back.

    ``answered`` carries the values by field path; dates are ISO dates.
    """

    answered = Signal(dict)
    incomplete = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._inputs: list[tuple[Field, QWidget]] = []
        super().__init__(theme, parent)
        self._on.clicked.connect(self.submit)

    def retranslate(self) -> None:
        """Say anew what it is for."""
        self._heading.setText(self.tr("补全信息"))
        self._hint.setText(self.tr("这条话术里还缺以下内容，填好后直接粘贴。同一位买家只需填一次。"))
        self._back.setText(self.tr("返回"))
        self._on.setText(self.tr("填好了，粘贴"))

    def show_fields(self, fields: Sequence[Field]) -> None:
        """Ask for these and put the cursor into the first one that has no default."""
        self._inputs = []
        page, column = self.new_rows(spacing=4)
        for field in fields:
            label = QLabel(field.label, page)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(themes.font(13))
            entry = self._make_input(field, page)
            label.setBuddy(entry)
            column.addWidget(label)
            column.addWidget(entry)
            column.addSpacing(8)
            self._inputs.append((field, entry))
        self.show_rows(page, column)
        self._chain()
        self.enter()

    def enter(self) -> None:
        """Put the cursor where the first value is missing."""
        empty = next((entry for _, entry in self._inputs if not _value(entry)), None)
        entry = empty or (self._inputs[0][1] if self._inputs else self._on)
        entry.setFocus(Qt.FocusReason.TabFocusReason)

    def submit(self) -> None:
        """Hand over the values when none is empty, else go to the first empty one."""
        values = {field.path: _value(entry) for field, entry in self._inputs}
        for field, entry in self._inputs:
            if not values[field.path]:
                entry.setFocus(Qt.FocusReason.OtherFocusReason)
                self.incomplete.emit(self.tr("还没有填写“{label}”。").format(label=field.label))
                return
        self.answered.emit(values)

    def forget(self) -> None:
        """Drop the inputs."""
        self._inputs = []
        super().forget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in _ENTER or (isinstance(watched, _Line) and watched.composing):
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submit()
        else:
            self._advance(watched)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in _ENTER:
            self.submit()

    def _advance(self, entry: QObject) -> None:
        entries: list[QWidget] = [known for _, known in self._inputs]
        following = entries[next((n for n, known in enumerate(entries, 1) if known is entry), len(entries)) :]
        if following:
            following[0].setFocus(Qt.FocusReason.TabFocusReason)
            self._rows.ensureWidgetVisible(following[0])
        else:
            self.submit()

    def _make_input(self, field: Field, page: QWidget) -> QWidget:
        entry: QWidget
        if field.kind == "choice":
            entry = _Choice(field, self._theme, page)
        elif field.kind == "date":
            entry = _Date(field, self._theme, page)
        else:
            entry = _Line(field.default, self._theme, page)
        entry.setFont(themes.font(14))
        entry.setFixedHeight(34)
        entry.setAccessibleName(field.label)
        entry.installEventFilter(self)
        return entry

    def _chain(self) -> None:
        order = [*(entry for _, entry in self._inputs), self._on, self._back]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)


class _Line(QLineEdit):
    """A line that knows whether an input method is composing in it."""

    def __init__(self, text: str, theme: Theme, page: QWidget) -> None:
        super().__init__(text, page)
        self.composing = False
        self._theme = theme
        self.setFrame(False)
        self.setTextMargins(_INSET, 1, _INSET, 1)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        _frame(self, self._theme)


class _Choice(QComboBox):
    """One of some words."""

    def __init__(self, field: Field, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self.addItems(list(field.choices))
        self.setCurrentIndex(max(0, self.findText(field.default)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        _frame(self, self._theme)
        painter = QPainter(self)
        painter.setPen(self._theme.text)
        painter.drawText(self.rect().adjusted(_INSET, 0, -30, 0), Qt.AlignmentFlag.AlignVCenter, self.currentText())
        _chevron(painter, self)


class _Date(QDateEdit):
    """A day, typed or picked from a calendar."""

    def __init__(self, field: Field, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self.setDisplayFormat(_ISO)
        self.setLocale(QLocale(self.tr("zh_CN")))  # names of months and days in the language of the interface
        self.setCalendarPopup(True)
        self.setFrame(False)
        self.lineEdit().setTextMargins(_INSET - 4, 0, 0, 0)
        see_through = QPalette(page.palette())
        see_through.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.lineEdit().setPalette(see_through)
        day = QDate.fromString(field.default, _ISO)
        self.setDate(day if day.isValid() else QDate.currentDate())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        _frame(self, self._theme)
        _chevron(QPainter(self), self)


def _frame(entry: QWidget, theme: Theme) -> None:
    """The rounded edge of an input, stronger where the focus is."""
    focus = entry.hasFocus()
    painter = QPainter(entry)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.accent if focus else theme.edge, 1.6 if focus else 1))
    painter.drawRoundedRect(QRectF(entry.rect()).adjusted(1, 1, -1, -1), 7, 7)


def _chevron(painter: QPainter, entry: QWidget) -> None:
    x, y = entry.width() - 19.0, entry.height() / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(entry.palette().placeholderText(), 1.5))
    painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])


def _value(entry: QWidget) -> str:
    if isinstance(entry, QComboBox):
        return entry.currentText()
    if isinstance(entry, QDateEdit):
        return entry.date().toString(_ISO)
    return entry.text().strip() if isinstance(entry, QLineEdit) else ""
