"""The pages of the popup: the library to choose from, the form that asks, the findings of the guard."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from assistant.ui.fields_form import FieldsForm
from assistant.ui.findings import FindingsPane
from assistant.ui.languages import Worded
from assistant.ui.popup_browser import Browser
from assistant.ui.theme import Theme


class Pages(Worded, QStackedWidget):
    """One page at a time; leaving form or findings forgets what stood in them."""

    turned = Signal(bool)  # whether the library is in front

    def __init__(self, theme: Theme, browser: Browser, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.browser = browser
        self.form, self.findings = FieldsForm(theme, self), FindingsPane(theme, self)
        for page in (browser, self.form, self.findings):
            self.addWidget(page)
        self.form.cancelled.connect(self.back)
        self.findings.cancelled.connect(self.back)

    def retranslate(self) -> None:
        """Have the keys explained anew."""
        self.turned.emit(self.browsing)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        for page in (self.browser, self.form, self.findings):
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
        self.browser.enter()

    def turn_to(self, page: QWidget) -> None:
        """Bring a page to the front."""
        self.setCurrentWidget(page)
        self.turned.emit(page is self.browser)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """The keys of the page in front and what they do."""
        if self.currentWidget() is self.form:
            return ("Enter", self.tr("下一项")), ("Ctrl+Enter", self.tr("完成")), ("Esc", self.tr("返回列表"))
        if self.currentWidget() is self.findings:
            return self.findings.hints()
        digits = "1…9" if self.browser.plain_digits else "Alt+1…9"
        return (
            ("Enter", self.tr("粘贴")), ("Ctrl+Enter", self.tr("粘贴并发送")), (digits, self.tr("直接粘贴")),
            ("Tab", self.tr("换栏")), ("Ctrl+C", self.tr("复制")), ("Ctrl+P", self.tr("置顶")),
            ("Esc", self.tr("关闭")),
        )  # fmt: skip
