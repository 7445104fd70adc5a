"""The row under the text of a wording: its tone and language, and what can be put into it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assistant.core.model import Variant
from assistant.ui.controls import ActionButton
from assistant.ui.flow import FlowLayout
from assistant.ui.languages import Worded
from assistant.ui.select import HEIGHT, Select
from assistant.ui.terms import term
from assistant.ui.theme import Theme

TONES = ("亲切", "专业", "活泼")
LANGUAGES = (("zh-CN", "简体中文"), ("zh-TW", "繁體中文"), ("en", "English"))


class WordingTools(Worded, QWidget):
    """``kind_settled`` tells of another tone or language; the buttons are for others to connect."""

    kind_settled = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tone, self.language = Select(theme, self), Select(theme, self)
        self.faces, self.fields, self.files = (ActionButton("", theme, self) for _ in range(3))
        row = FlowLayout(self, gap=4)
        for widget in self._parts():
            widget.setFixedHeight(HEIGHT)
            row.addWidget(widget)
        for select in (self.tone, self.language):
            select.settled.connect(lambda: self.kind_settled.emit(self.tone.value(), self.language.value()))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.faces.setText(self.tr("表情"))
        self.faces.setToolTip(self.tr("插入表情  Ctrl+E"))
        self.fields.setText(self.tr("字段"))
        self.fields.setToolTip(self.tr("插入买家、订单、店铺的内容  Ctrl+J"))
        self.files.setText(self.tr("附件"))
        self.files.setToolTip(self.tr("加入图片或文件，也可以直接拖进来或粘贴"))
        self.tone.setAccessibleName(self.tr("语气"))
        self.language.setAccessibleName(self.tr("语言"))
        self.tone.offer([("", self.tr("通用语气")), *((tone, term(tone)) for tone in TONES)])
        self.language.offer(LANGUAGES)

    def show_kind(self, variant: Variant) -> None:
        """Show tone and language of a wording."""
        self.tone.show_value(variant.tone)
        self.language.show_value(variant.language)

    def set_usable(self, *, usable: bool) -> None:
        """Whether anything can be changed."""
        for widget in self._parts():
            widget.setEnabled(usable)

    def _parts(self) -> tuple[QWidget, ...]:
        return self.tone, self.language, self.faces, self.fields, self.files
