"""The wording as a buyer will read it: for an order and a chat program that somebody chooses."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistant.core.errors import TemplateProblem
from assistant.core.template.filling import Rendered
from assistant.ui import editor_tools
from assistant.ui.inputs import Ink, Note
from assistant.ui.languages import Worded
from assistant.ui.preview_pane import MessageView
from assistant.ui.select import Select
from assistant.ui.terms import term
from assistant.ui.theme import Theme

_LOWEST, _HIGHEST = 48, 300  # pixels of the message


class PhrasePreview(Worded, QWidget):
    """``asked`` tells that it should be shown for another order or program."""

    asked = Signal()

    def __init__(self, ways: editor_tools.Preview, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ways = ways
        self._last: Rendered | None = None
        self.order, self.program = Select(theme, self), Select(theme, self)
        self.message = MessageView(theme, self)
        self.news = Note("", theme, self)
        self.news.hide()
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.order, 1)
        row.addWidget(self.program, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.message)
        column.addWidget(self.news)
        for select in (self.order, self.program):
            select.settled.connect(self.asked)
        self.message.textChanged.connect(self._grow)
        self.retranslate()
        self.set_theme(theme)

    def retranslate(self) -> None:
        """Say everything anew."""
        self.order.setAccessibleName(self.tr("用哪个订单预览"))
        self.program.setAccessibleName(self.tr("在哪个聊天程序里预览"))
        self.order.offer([(name, term(label)) for name, label in self._ways.orders])
        self.program.offer([(program.name, term(program.label)) for program in self._ways.programs])

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self.message.set_theme(theme)
        colours = self.message.palette()
        colours.setColor(colours.ColorRole.Base, theme.window)
        self.message.setPalette(colours)

    def show_rendered(self, rendered: Rendered | TemplateProblem) -> None:
        """Show it; while the template does not work, what was shown last stays."""
        if isinstance(rendered, TemplateProblem):
            self.news.say(self.tr("内容改好后这里会显示。"), Ink.MUTED)
            return
        self.message.setVisible(bool(rendered.text))
        if rendered != self._last:
            self._last = rendered
            self.message.show_text(rendered.text, rendered.gaps)
        missing = "、".join(field.label for field in rendered.missing)
        self.news.say(self.tr("发送前会问：{names}").format(names=missing) if missing else "", Ink.MUTED)

    def clear(self) -> None:
        """Show nothing."""
        self._last = None
        self.message.forget()
        self.message.hide()
        self.news.say("", Ink.MUTED)

    def _grow(self) -> None:
        lines = max(1, round(self.message.document().size().height()))
        high = lines * self.message.fontMetrics().lineSpacing() + 28
        self.message.setFixedHeight(max(_LOWEST, min(_HIGHEST, high)))
