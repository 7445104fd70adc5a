"""The pages of the popup: the library to choose from, the form and the orders that ask, the findings of the guard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from assistant.ui.fields_form import FieldsForm
from assistant.ui.findings import FindingsPane
from assistant.ui.languages import Worded
from assistant.ui.order_chooser import OrderChooser, OrderRow
from assistant.ui.popup_browser import Browser
from assistant.ui.theme import Theme


class Pages(Worded, QStackedWidget):
    """One page at a time; leaving any but the library forgets what stood in it."""

    turned = Signal(bool)  # whether the library is in front

    def __init__(self, theme: Theme, browser: Browser, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.browser = browser
        self.form, self.findings = FieldsForm(theme, self), FindingsPane(theme, self)
        self.orders = OrderChooser(theme, self)
        for page in (browser, self.form, self.findings, self.orders):
            self.addWidget(page)
        for asking in (self.form, self.findings, self.orders):
            asking.cancelled.connect(self.back)

    def retranslate(self) -> None:
        """Have the keys explained anew."""
        self.turned.emit(self.browsing)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        for page in (self.browser, self.form, self.findings, self.orders):
            page.set_theme(theme)

    @property
    def browsing(self) -> bool:
        """Whether the library is in front."""
        return self.currentWidget() is self.browser

    def back(self) -> None:
        """To the library, as it was left."""
        self.turn_to(self.browser)
        self.form.forget()
        self.findings.forget()
        self.orders.forget()
        self.browser.enter()

    def turn_to(self, page: QWidget) -> None:
        """Bring a page to the front."""
        self.setCurrentWidget(page)
        self.turned.emit(page is self.browser)

    def ask_order(self, rows: Sequence[OrderRow]) -> None:
        """Ask which order is meant; ``orders.picked`` follows, or the agent goes back."""
        self.orders.show_orders(rows)
        self.turn_to(self.orders)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """The keys of the page in front and what they do."""
        if self.currentWidget() is self.form:
            return ("Enter", self.tr("下一项")), ("Ctrl+Enter", self.tr("完成")), ("Esc", self.tr("返回列表"))
        if self.currentWidget() is self.findings:
            return self.findings.hints()
        if self.currentWidget() is self.orders:
            return self.orders.hints()
        digits = "1…9" if self.browser.plain_digits else "Alt+1…9"
        return (
            ("Enter", self.tr("粘贴")), ("Ctrl+Enter", self.tr("粘贴并发送")), (digits, self.tr("直接粘贴")),
            ("Tab", self.tr("换栏")), ("Ctrl+C", self.tr("复制")), ("Ctrl+P", self.tr("置顶")),
            ("Esc", self.tr("关闭")),
        )  # fmt: skip
