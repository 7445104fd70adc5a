"""The tables that were read, or while something is looked for, the orders that were found."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidgetItem, QVBoxLayout, QWidget

from assistant.ui.inputs import Entry
from assistant.ui.library_columns import when
from assistant.ui.orders_access import Hit, OrdersAccess, Source
from assistant.ui.orders_words import place_name, state_name
from assistant.ui.popup_panes import draw_empty
from assistant.ui.sheet import LineDelegate, ListBox, quiet
from assistant.ui.theme import Theme, Themed

_BETWEEN = " · "


class _Lines(Themed, ListBox):
    """Lines of text, or in their place a word on why there are none."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self.empty = ("", "")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self.count():
            super().paintEvent(event)
        else:
            draw_empty(QPainter(self.viewport()), self.viewport().rect(), self._theme, self.empty)

    def _apply(self) -> None:
        quiet(self, self._theme)
        self.setItemDelegate(LineDelegate(self._theme, self))
        self.viewport().update()


class OrdersList(QWidget):
    """A line to search in, and the list below it."""

    def __init__(self, access: OrdersAccess, now: Callable[[], float], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._access = access
        self._now = now
        self.search = Entry(theme, self)
        self.search.setPlaceholderText(self.tr("查订单：昵称、订单号、收货人、手机尾号"))
        self.search.setAccessibleName(self.tr("查订单"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self.refresh())
        self.list = _Lines(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)

    def refresh(self) -> None:
        """Show what is there now."""
        text = self.search.text().strip()
        self.search.setEnabled(bool(self._access.count))
        self.list.clear()
        if text:
            self.list.addItems([self._hit(hit) for hit in self._access.find(text)])
        else:
            for source in self._access.sources:
                QListWidgetItem(self._source(source), self.list).setToolTip(source.name)
        self.list.setAccessibleName(self.tr("找到的订单") if text else self.tr("读入的订单表"))
        self.list.empty = self._why_empty(text)
        self.list.viewport().update()

    def _why_empty(self, text: str) -> tuple[str, str]:
        if text and self._access.count:
            return self.tr("没有找到"), self.tr("请换昵称、订单号、收货人或手机尾号试试。")
        return self.tr("还没有订单"), self.tr("读入从后台导出的订单表（CSV、XLSX、XLS），也可以把文件拖到这里。")

    def _source(self, source: Source) -> str:
        count = self.tr("{count} 个订单").format(count=f"{source.count:,}")
        name, *others = source.name.split("\n")
        if others:
            name = self.tr("{file} 等 {count} 个文件").format(file=name, count=len(others) + 1)
        return f"{name}\n{count}{_BETWEEN}{when(source.at, self._now())}"

    def _hit(self, hit: Hit) -> str:
        tail = self.tr("手机尾号 {tail}").format(tail=hit.phone_tail) if hit.phone_tail else ""
        number = self.tr("订单 …{tail}").format(tail=hit.number_tail) if hit.number_tail else ""
        first = _BETWEEN.join(filter(None, (hit.who, hit.receiver, tail)))
        second = _BETWEEN.join(filter(None, (number, state_name(hit.state), hit.day, place_name(hit.where))))
        return f"{first or number}\n{second}"
