"""The window of the orders: what is loaded, more of it, something looked for, and what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPalette
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from assistant.core.errors import XiaoerError
from assistant.ui import theme as themes
from assistant.ui.ask_button import AskButton
from assistant.ui.controls import ActionButton
from assistant.ui.inputs import Ink, Note
from assistant.ui.orders_access import OrderTools, Report
from assistant.ui.orders_list import OrdersList
from assistant.ui.orders_progress import OrdersProgress
from assistant.ui.orders_report import OrdersReport, sentence
from assistant.ui.orders_side import FOLDER, OrdersSide, downloads
from assistant.ui.orders_words import place_name
from assistant.ui.theme import Theme
from assistant.ui.window import Window

_SIZE = (900, 600)
_LEAST = (760, 460)
_PLACES = 6  # shops that are named


class OrdersWindow(Window):
    """Tells what is wished; the reading itself is done elsewhere."""

    files_given = Signal(list)  # of Path
    offer_taken = Signal()
    offer_refused = Signal()

    def __init__(self, tools: OrderTools, theme: str = "system") -> None:
        super().__init__(QApplication.translate("OrdersWindow", "订单"), theme)
        colours = self.colours
        self._access = tools.access
        self._settings = tools.settings
        self._pasteboard = tools.pasteboard
        self._report: Report | None = None
        self.title = Note(self.tr("订单"), colours, self, ink=Ink.TEXT)
        self.title.setFont(themes.bold(18))
        self.count = Note("", colours, self)
        self.read = ActionButton(self.tr("读入订单表…"), colours, self, primary=True)
        self.clear = AskButton(self.tr("清空"), self.tr("真的清空？"), colours, self)
        self.offer = Note("", colours, self, ink=Ink.TEXT)
        self.take = ActionButton(self.tr("读入"), colours, self, primary=True)
        self.refuse = ActionButton(self.tr("忽略"), colours, self)
        self.progress = OrdersProgress(colours, self)
        self.news = Note("", colours, self)
        self.why = ActionButton(self.tr("跳过了什么？"), colours, self)
        self.orders = OrdersList(tools.access, tools.now, colours, self)
        self.side = OrdersSide(tools, colours, self)
        self.read.clicked.connect(self._choose)
        self.clear.confirmed.connect(self._clear)
        self.take.clicked.connect(self.offer_taken)
        self.refuse.clicked.connect(self.offer_refused)
        self.why.clicked.connect(self.show_report)
        self._arrange()
        self.setAcceptDrops(True)
        self.show_offer("")
        self.say("", Ink.MUTED)
        self.set_theme(theme)
        self.take_size(*_SIZE)
        self.setMinimumSize(*_LEAST)
        self.refresh()

    def refresh(self) -> None:
        """Show everything as it is now."""
        count = self._access.count
        told = self.tr("{count} 个订单").format(count=f"{count:,}") if count else ""
        places = [f"{place_name(name)} {many:,}" for name, many in self._access.places()[:_PLACES] if name]
        self.count.say(" · ".join(filter(None, (told, *places))), Ink.MUTED)
        self.clear.setEnabled(bool(count))
        self.orders.refresh()
        self.side.refresh()

    def present(self) -> None:
        """Show it in front, as things are now."""
        self.refresh()
        if not self.isVisible():
            (self.orders.search if self._access.count else self.read).setFocus()
        super().present()

    def show_offer(self, words: str) -> None:
        """Ask whether to read a new table; empty to ask nothing."""
        self.offer.setText(words)
        for part in (self.offer, self.take, self.refuse):
            part.setVisible(bool(words))

    def tell(self, report: Report) -> None:
        """Say what was read."""
        self.say(sentence(report), Ink.GOOD if report.orders else Ink.DANGER)
        self._report = report
        self.why.setVisible(bool(report.skips))

    def fail(self, problem: XiaoerError) -> None:
        """Say what went wrong."""
        self.say(str(problem), Ink.DANGER)

    def say(self, words: str, ink: Ink) -> None:
        """Say something under the buttons; empty to say nothing."""
        self.news.say(words, ink)
        self.why.hide()

    def show_report(self) -> None:
        """What the last reading left out."""
        if self._report:
            OrdersReport(self._report, self._pasteboard, self.colours, self).open()

    def colour(self, theme: Theme) -> None:
        """Paint everything in these colours."""
        super().colour(theme)
        side = themes.palette(theme)
        side.setColor(QPalette.ColorRole.Window, theme.side)
        self.side.setPalette(side)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802, D102
        if _files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802, D102
        if files := _files(event.mimeData()):
            event.acceptProposedAction()
            self.files_given.emit(files)

    def _clear(self) -> None:
        self._access.clear(lambda: self.say(self.tr("已清空。"), Ink.GOOD), self.fail)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("读入订单表"))
        dialog.setPalette(self.palette())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setDirectory(str(self._settings.get(FOLDER)) or downloads())
        dialog.setNameFilters([self.tr("订单表 (*.csv *.xlsx *.xls)"), self.tr("所有文件 (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.files_given.emit([Path(name) for name in names]))
        dialog.open()

    def _arrange(self) -> None:
        head = _row(self.title, self.clear, self.read)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 20, 20)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.count)
        column.addLayout(_row(self.offer, self.take, self.refuse))
        column.addWidget(self.progress)
        column.addLayout(_row(self.news, self.why))
        column.addWidget(self.orders, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(self.side)


def _row(first: QWidget, *buttons: QWidget) -> QHBoxLayout:
    """Buttons to the right of what has the rest of the room."""
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(first, 1)
    for button in buttons:
        row.addWidget(button)
    return row


def _files(mime: QMimeData) -> Sequence[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
