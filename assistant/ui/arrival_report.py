"""What was changed, left out or found, as a list that can be copied whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from assistant.core.packs.foreign import Remark
from assistant.ui.copying import copy_and_say
from assistant.ui.pasteboard import Pasteboard
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
    """A list of remarks under a heading. Call :meth:`tell`."""

    def __init__(self, remarks: Sequence[Remark], pasteboard: Pasteboard, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, wide=640)
        self._remarks = remarks
        self._pasteboard = pasteboard
        self.list = RemarkBox(theme, self)
        self.list.setMinimumHeight(_HIGH)
        self.list.show_remarks(remarks)
        self.body.addWidget(self.list, 1)
        self.copy = self.add_button(self.tr("复制"), self.tr("复制整份清单"))
        self.copy.clicked.connect(self._copy)
        self.list.setFocus()

    def tell(self, title: str, hint: str) -> None:
        """Show it under this heading."""
        self.ask(title, hint=hint)
        self.open()

    def _copy(self) -> None:
        text = f"{self.windowTitle()}\n{text_of(self._remarks)}"
        copy_and_say(self._pasteboard, text, self.tr("已复制。"), self.note)


def text_of(remarks: Sequence[Remark]) -> str:
    """A line for each."""
    return "\n".join(f"{remark.where}：{remark.what}" if remark.where else remark.what for remark in remarks)
