"""The packs that are installed: their versions; another version, another pack, or one less."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from assistant.core.errors import XiaoerError
from assistant.ui.arrival_sheet import Undoes
from assistant.ui.ask_button import AskButton
from assistant.ui.inputs import Ink
from assistant.ui.library_columns import when
from assistant.ui.packs_access import Installed, Outcome, PackAccess
from assistant.ui.popup_panes import draw_empty
from assistant.ui.sheet import ListBox, Sheet
from assistant.ui.theme import Theme

_KEY = Qt.ItemDataRole.UserRole


class _Packs(ListBox):
    """The list, or in its place a word on why it is empty."""

    empty = ("", "")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self.count():
            super().paintEvent(event)
        else:
            draw_empty(QPainter(self.viewport()), self.viewport().rect(), self.theme, self.empty)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.theme = theme


class PacksSheet(Sheet):
    """``file_asked`` wants a pack chosen from the disk: a new one, or another version of one of these."""

    file_asked = Signal()
    settled = Signal(str)

    def __init__(self, access: PackAccess, now: float, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, wide=720)
        self.ask(self.tr("话术包"), hint=self.tr("团队做好的话术包装在这里。您自己的修改在更新和卸载时都会留下。"))
        self._access: PackAccess = access
        self._undoes: Undoes = access
        self._now = now
        self._open = True
        self._busy = False
        self.late: Callable[[str], None] = lambda _: None  # what was done after all, when the sheet is closed
        self.list = _Packs(theme, self)
        self.list.setAccessibleName(self.tr("已安装的话术包"))
        self.list.setMinimumHeight(280)
        self.list.empty = ("", "")
        self.body.addWidget(self.list, 1)
        self.take_back = self.add_button(self.tr("撤销"), self.tr("撤销刚才的卸载"))
        self.remove = AskButton(self.tr("卸载"), self.tr("真的卸载？"), theme, self)
        self.remove.setToolTip(self.tr("恢复成安装之前的样子（Delete）"))
        self.foot.insertWidget(self.foot.count() - 2, self.remove)
        self.update_one = self.add_button(self.tr("用文件更新…"), self.tr("选择新版本的话术包文件"))
        self.install = self.add_button(self.tr("安装…"), self.tr("选择一个话术包文件（Ctrl+O）"))
        self.take_back.setShortcut("Ctrl+Z")
        self.remove.setShortcut("Delete")
        self.install.setShortcut("Ctrl+O")
        self.take_back.hide()
        self.install.clicked.connect(self.file_asked)
        self.update_one.clicked.connect(self.file_asked)
        self.remove.confirmed.connect(self._remove)
        self.take_back.clicked.connect(self._undo)
        self.list.itemActivated.connect(lambda _: self.file_asked.emit())
        self.list.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Read anew what is installed."""
        self._access.installed(self._fill, self._fail)

    def reject(self) -> None:
        """Leave; what goes on ends by itself."""
        self._open = False
        super().reject()

    def _fill(self, packs: Sequence[Installed]) -> None:
        if not self._open:
            return
        self.list.clear()
        for pack in packs:
            count = self.tr("{count} 条话术").format(count=f"{pack.count:,}")
            since = when(pack.at, self._now) if pack.at else ""
            parts = (pack.about.version, pack.about.author, count, since)
            item = QListWidgetItem(f"{pack.about.name}\n{'  ·  '.join(filter(None, parts))}", self.list)
            item.setData(_KEY, pack.about.id)
        self.list.setCurrentRow(0)
        self.list.empty = (self.tr("还没有装话术包"), self.tr("点“安装…”选一个 .xiaoer 文件，或把它拖进话术库窗口。"))
        self.list.viewport().update()
        for button in (self.remove, self.update_one):
            button.setEnabled(bool(packs))

    def _fail(self, problem: XiaoerError) -> None:
        self._busy = False
        if self._open:
            self.note.say(str(problem), Ink.DANGER)
        else:
            self.late(str(problem))

    def _remove(self) -> None:
        item = self.list.currentItem()
        if item and not self._busy:
            self._busy = True
            self.note.say(self.tr("正在卸载…"), Ink.MUTED)
            self._access.remove(str(item.data(_KEY)), self._removed, self._fail)

    def _removed(self, outcome: Outcome) -> None:
        self._busy = False
        if self._open:
            self.take_back.setVisible(outcome.undoable)
        self._tell(outcome.sentence)

    def _undo(self) -> None:
        self.take_back.hide()
        self._undoes.undo(self._tell, self._fail)

    def _tell(self, sentence: str) -> None:
        if not self._open:
            self.late(sentence)
            return
        self.note.say(sentence, Ink.GOOD)
        self.settled.emit(sentence)
        self.refresh()
