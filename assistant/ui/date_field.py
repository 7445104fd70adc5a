"""A day that may be left open: typed as people write dates, or picked from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QCalendarWidget, QMenu, QWidget, QWidgetAction

from assistant.core.template import dates
from assistant.ui import theme as themes
from assistant.ui.inputs import Entry
from assistant.ui.languages import Worded
from assistant.ui.theme import Theme

Key = Qt.Key


def _now() -> datetime:
    return datetime.now().astimezone()


class DateField(Worded, Entry):
    """Up and Down go by days, Alt+Down opens the calendar; emptied, there is no limit."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, now: Callable[[], datetime] = _now) -> None:
        super().__init__(theme, parent)
        self._now = now
        self._day: date | None = None
        self.setClearButtonEnabled(True)
        self._calendar = self.addAction(QIcon(_sheet()), Entry.ActionPosition.TrailingPosition)
        self._calendar.triggered.connect(self.open_calendar)
        self.textChanged.connect(self._cleared)
        self.installEventFilter(self)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.setPlaceholderText(self.tr("不限"))
        self._calendar.setToolTip(self.tr("打开日历  Alt+下"))

    def day(self) -> date | None:
        """The day, or None for no limit; what cannot be read counts as it was before."""
        return self._day

    def show_day(self, day: date | None) -> None:
        """Show it."""
        self._day = day
        self.set_wrong(wrong=False)
        self.show_value(day.isoformat() if day else "")

    def settle(self) -> None:
        """Read what was typed."""
        text = self.text().strip()
        found = dates.read(text, self._now()) if text else None
        self.set_wrong(wrong=bool(text) and found is None)
        if found is not None:
            self.show_day(found.at.date())
        elif not text:
            self.show_day(None)

    def open_calendar(self) -> None:
        """Pick a day."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(menu)
        calendar.setLocale(QLocale(self.tr("zh_CN")))  # names of months and days in the language of the interface
        calendar.setPalette(themes.palette(self._theme))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        shown = self._day or self._now().date()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        held = QWidgetAction(menu)
        held.setDefaultWidget(calendar)
        menu.addAction(held)
        for signal in (calendar.clicked, calendar.activated):
            signal.connect(lambda day: self._picked(day, menu))
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        return isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._key(event)

    def _key(self, event: QKeyEvent) -> bool:
        """Whether it was for the day and not for the text."""
        steps = {Key.Key_Up: 1, Key.Key_Down: -1}
        if event.key() == Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif event.key() in steps:
            self.settle()
            start = self._day or self._now().date()
            self.show_day(start + timedelta(days=steps[Key(event.key())]) if self._day else start)
            self.settled.emit()
        else:
            return False
        return True

    def _cleared(self, text: str) -> None:
        if not text and self._day is not None:
            self._day = None
            self.settled.emit()

    def _picked(self, day: QDate, menu: QMenu) -> None:
        menu.close()
        self.show_day(date(day.year(), day.month(), day.day()))
        self.settled.emit()


def _sheet() -> QPixmap:
    """A small calendar, in a grey that can be seen on light and on dark."""
    made = QPixmap(32, 32)
    made.setDevicePixelRatio(2)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("#868c99"), 1.3))
    painter.drawRoundedRect(2, 3, 12, 11, 2, 2)
    painter.drawLine(2, 7, 14, 7)
    painter.drawLine(5, 1, 5, 4)
    painter.drawLine(11, 1, 11, 4)
    painter.end()
    return made
