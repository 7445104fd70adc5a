"""What a reading of order tables left out, and why: files and rows, nothing of any buyer."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QListWidgetItem, QWidget

from assistant.ui.copying import copy_and_say
from assistant.ui.orders_access import Report, Skips
from assistant.ui.pasteboard import Pasteboard
from assistant.ui.sheet import ListBox, Sheet
from assistant.ui.theme import Theme

_ROWS = 12  # row numbers that a line names
_HIGH = 260  # pixels of the list


class OrdersReport(Sheet):
    """The reasons, each with its files and rows; the whole can be copied."""

    def __init__(self, report: Report, pasteboard: Pasteboard, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, wide=560)
        self.ask(self.tr("没有读入的行"), hint=sentence(report))
        self._report = report
        self._pasteboard = pasteboard
        self.list = ListBox(theme, self)
        self.list.setAccessibleName(self.tr("没有读入的行和原因"))
        self.list.setMinimumHeight(_HIGH)
        for skips in report.skips:
            line = QListWidgetItem("\n".join(self._lines(skips, _ROWS)), self.list)
            line.setToolTip(", ".join(map(str, skips.rows)))
        self.list.setCurrentRow(0)
        self.body.addWidget(self.list, 1)
        self.copy = self.add_button(self.tr("复制"), self.tr("复制这份报告；里面没有买家的信息"))
        self.copy.clicked.connect(self._copy)
        self.list.setFocus()

    def text(self) -> str:
        """The report as plain text."""
        return "\n".join([sentence(self._report), *self._all()])

    def _all(self) -> Iterator[str]:
        for skips in self._report.skips:
            first, second = self._lines(skips, len(skips.rows))
            yield f"{first}\n    {second}"

    def _lines(self, skips: Skips, most: int) -> tuple[str, str]:
        if not skips.count:
            return skips.reason, skips.file
        reason = self.tr("{reason}：{count} 行").format(reason=skips.reason, count=f"{skips.count:,}")
        if not skips.rows:
            return reason, skips.file
        rows = ", ".join(map(str, skips.rows[:most]))
        form = self.tr("{file} 第 {rows} 行") if skips.count <= most else self.tr("{file} 第 {rows} 行等")
        return reason, form.format(file=skips.file, rows=rows)

    def _copy(self) -> None:
        copy_and_say(self._pasteboard, self.text(), self.tr("已复制。"), self.note)


def sentence(report: Report) -> str:
    """What was read, and how much was not."""
    tr = QCoreApplication.translate
    if not report.skipped:
        return tr("OrdersReport", "读入了 {orders} 个订单。").format(orders=f"{report.orders:,}")
    told = tr("OrdersReport", "读入了 {orders} 个订单，跳过了 {rows} 行。")
    return told.format(orders=f"{report.orders:,}", rows=f"{report.skipped:,}")
