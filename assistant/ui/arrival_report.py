"""What was changed, left out or found, as a list that can be copied whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from assistant.core.packs.foreign import Remark
from assistant.ui.inputs import Ink
from assistant.ui.sheet import ListBox, Sheet
from assistant.ui.theme import Theme

_SHOWN = 2000  # remarks; all of them can be copied
_HIGH = 320  # pixels of the list


class RemarkBox(ListBox):
    """The remarks, two lines each."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(self.tr("改动和遗漏"))

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """List these."""
        self.clear()
        self.addItems(
            [f"{remark.what}\n{remark.where}" if remark.where else remark.what for remark in remarks[:_SHOWN]]
        )
        if (more := len(remarks) - _SHOWN) > 0:
            self.addItem(self.tr("还有 {count} 条，复制后可以看到全部").format(count=f"{more:,}"))
        for row in range(self.count()):
            if item := self.item(row):
                item.setToolTip(item.text())
        self.setCurrentRow(0)


class RemarkSheet(Sheet):
    """A list of remarks under a heading."""

    def __init__(self, title: str, hint: str, remarks: Sequence[Remark], theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, wide=640)
        self.ask(title, hint=hint)
        self.list = RemarkBox(theme, self)
        self.list.setMinimumHeight(_HIGH)
        self.list.show_remarks(remarks)
        self.body.addWidget(self.list, 1)
        self.copy = self.add_button(self.tr("复制"), self.tr("复制整份清单"))
        self.copy.clicked.connect(lambda: self._copy(f"{title}\n{text_of(remarks)}"))
        self.list.setFocus()

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.note.say(self.tr("已复制。"), Ink.GOOD)


def text_of(remarks: Sequence[Remark]) -> str:
    """A line for each."""
    return "\n".join(f"{remark.where}：{remark.what}" if remark.where else remark.what for remark in remarks)
