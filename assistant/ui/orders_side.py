"""What becomes of orders beyond the day: whether they are remembered, and which folder brings new ones."""

from __future__ import annotations

import re

from PySide6.QtCore import QSignalBlocker, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from assistant.core.errors import XiaoerError
from assistant.ui import theme as themes
from assistant.ui.ask_button import AskButton
from assistant.ui.controls import ActionButton
from assistant.ui.inputs import Ink, Note, Number, Switch
from assistant.ui.orders_access import OrderTools
from assistant.ui.theme import Theme

_WIDE = 296
_BREAKS = re.compile(r"[/\\_.-]")  # after these a long path may go on in the next line
FOLDER, AUTO = "orders.folder", "orders.auto"


class OrdersSide(QWidget):
    """Two parts, one below the other. ``folder_changed`` tells that another folder is to be watched, or none."""

    folder_changed = Signal()

    def __init__(self, tools: OrderTools, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._memory = memory = tools.memory
        self._settings = tools.settings
        self.setFixedWidth(_WIDE)
        self.setAutoFillBackground(True)
        self.remember = Switch(theme, self)
        self.days = Number(self.tr("天"), theme, self, step=1)
        self.forget = AskButton(self.tr("现在删除"), self.tr("真的删除？"), theme, self)
        self.news = Note("", theme, self)
        self.place = Note("", theme, self, ink=Ink.TEXT)
        self.pick = ActionButton(self.tr("选文件夹…"), theme, self)
        self.leave = ActionButton(self.tr("不再留意"), theme, self)
        self.auto = Switch(theme, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 20, 20, 16)
        self._column.setSpacing(8)
        self._add_remembering(theme)
        self._column.addSpacing(18)
        self._add_folder(theme)
        self._column.addStretch(1)
        self.remember.toggled.connect(self._remember)
        self.days.settled.connect(self._keep_days)
        self.forget.confirmed.connect(lambda: memory.forget(self._forgotten, self._failed))
        self.pick.clicked.connect(self._choose)
        self.leave.clicked.connect(lambda: self.watch(""))
        self.auto.toggled.connect(lambda on: self._set(AUTO, "yes" if on else "no"))
        self.news.hide()
        self.refresh()

    def refresh(self) -> None:
        """Show what is set now."""
        on, days = self._memory.state
        with QSignalBlocker(self.remember):
            self.remember.setChecked(on)
        if not (self.days.hasFocus() and self.days.isModified()):
            self.days.show_value(str(days))
        self.days.setEnabled(on)
        self.forget.setEnabled(on)
        self._show_folder()

    def watch(self, folder: str) -> None:
        """Watch another folder; empty for none."""
        self._set(FOLDER, folder)
        self.folder_changed.emit()

    def _show_folder(self) -> None:
        folder = str(self._settings.get(FOLDER))
        self.place.setText(_BREAKS.sub("\\g<0>\u200b", folder) or self.tr("没有留意文件夹。"))
        self.place.setToolTip(folder)
        self.leave.setVisible(bool(folder))
        self.auto.setEnabled(bool(folder))
        with QSignalBlocker(self.auto):
            self.auto.setChecked(self._settings.get(AUTO) == "yes")

    def _set(self, key: str, value: str) -> None:
        try:
            self._settings.set(key, value)
        except XiaoerError as problem:
            self.news.say(str(problem), Ink.DANGER)
        self._show_folder()

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("留意哪个文件夹？"))
        dialog.setPalette(self.palette())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(str(self._settings.get(FOLDER)) or downloads())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.watch)
        dialog.open()

    def _add_remembering(self, theme: Theme) -> None:
        about = self.tr("打开以后，退出再启动订单还在：加密存在这台电脑上，密钥在系统的密钥环里，到期自动删除。")
        self._add_head(self.tr("记住订单"), self.remember, theme)
        self._column.addWidget(Note(about, theme, self))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.days)
        row.addWidget(self.forget)
        row.addStretch(1)
        self.days.setAccessibleName(self.tr("订单记住几天"))
        self._column.addLayout(row)
        self._column.addWidget(self.news)

    def _add_folder(self, theme: Theme) -> None:
        name = Note(self.tr("留意文件夹"), theme, self, ink=Ink.TEXT)
        name.setFont(themes.bold(14))
        self._column.addWidget(name)
        self._column.addWidget(
            Note(self.tr("后台导出的订单表一般在“下载”文件夹里。有新的订单表时，会问您要不要读入。"), theme, self)
        )
        self._column.addWidget(self.place)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.pick)
        row.addWidget(self.leave)
        row.addStretch(1)
        self._column.addLayout(row)
        self._add_head(self.tr("不问就读入"), self.auto, theme, heading=False)

    def _add_head(self, words: str, switch: Switch, theme: Theme, *, heading: bool = True) -> None:
        name = Note(words, theme, self, ink=Ink.TEXT)
        if heading:
            name.setFont(themes.bold(14))
        switch.setAccessibleName(words)
        row = QHBoxLayout()
        row.addWidget(name, 1)
        row.addWidget(switch)
        self._column.addLayout(row)

    def _remember(self, on: bool) -> None:
        self.news.say("", Ink.MUTED)
        self._memory.remember(on, self._settled, self._failed)

    def _settled(self) -> None:
        on, _ = self._memory.state
        self.news.say(self.tr("订单会记住。") if on else self.tr("记住的订单已经删除。"), Ink.GOOD)
        self.refresh()

    def _forgotten(self) -> None:
        self.news.say(self.tr("记住的订单已经删除。现在读入的还在内存里。"), Ink.GOOD)
        self.refresh()

    def _failed(self, problem: XiaoerError) -> None:
        self.news.say(str(problem), Ink.DANGER)
        self.refresh()

    def _keep_days(self) -> None:
        try:
            self._memory.set_days(self.days.value(), self._failed)
        except XiaoerError as problem:
            self.days.set_wrong(wrong=True)
            self.news.say(str(problem), Ink.DANGER)
        else:
            self.days.set_wrong(wrong=False)
            self.news.say("", Ink.MUTED)
            self.days.setModified(False)
            self.refresh()


def downloads() -> str:
    """Where browsers put what they load."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
