"""The pages about the disk: copies of the library, and what is kept where."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistant.core.errors import XiaoerError
from assistant.ui.ask_button import AskButton
from assistant.ui.controls import ActionButton
from assistant.ui.inputs import Ink, Note
from assistant.ui.keeping import Copy, Keeping, Kept
from assistant.ui.settings_rows import LABEL, Page, SettingsAccess
from assistant.ui.theme import Theme

_SIZE = 84  # pixels
_BUTTON = 74  # the same, where there is none
_FORMAT = QLocale.DataSizeFormat.DataSizeTraditionalFormat


class Line(QWidget):
    """Something on the disk: what, how large, and a button."""

    def __init__(self, words: tuple[str, str, int], button: ActionButton | None, theme: Theme) -> None:
        super().__init__()
        label, about, size = words
        name, explained = Note(label, theme, self, ink=Ink.TEXT), Note(about, theme, self)
        self.size_shown = Note(QLocale.c().formattedDataSize(size, 1, _FORMAT), theme, self)
        name.setFixedWidth(LABEL)
        self.size_shown.setFixedWidth(_SIZE)
        self.size_shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(name)
        row.addWidget(explained, 1)
        row.addWidget(self.size_shown)
        if button:
            button.setAccessibleName(f"{button.text()}：{label}")
            row.addWidget(button)
        else:
            row.addSpacing(_BUTTON + row.spacing())
        self.setMinimumHeight(32)


class DataPage(Page):
    """Lines that are read from the disk whenever the page is shown, below a sentence about what was done last."""

    def __init__(self, heading: str, keeping: Keeping | None, settings: SettingsAccess, theme: Theme) -> None:
        super().__init__(heading, settings, theme)
        self.keeping = keeping
        self.lines: list[Line] = []
        self.news = Note("", theme, self)
        self.news.hide()
        self._box = QVBoxLayout()
        self._box.setSpacing(8)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, D102
        super().showEvent(event)
        self.read()

    def read(self) -> None:
        """Show what is there now."""
        raise NotImplementedError

    def show_lines(self, lines: Sequence[Line]) -> None:
        """These, in place of those before."""
        for line in self.lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = list(lines)
        for line in lines:
            self._box.addWidget(line)

    def open(self, place: str) -> None:
        """Show a folder in the file manager."""
        opened = QDesktopServices.openUrl(QUrl.fromLocalFile(place))
        self.news.say("" if opened else self.tr("没有程序能打开文件夹，它在 {place}。").format(place=place), Ink.DANGER)

    def failed(self, problem: XiaoerError) -> None:
        """Say what went wrong."""
        self.news.say(str(problem), Ink.DANGER)


class BackupPage(DataPage):
    """The copies of the library, to go back to."""

    def __init__(self, keeping: Keeping | None, settings: SettingsAccess, theme: Theme) -> None:
        super().__init__(self.tr("备份"), keeping, settings, theme)
        self.add_note(
            self.tr(
                "每次启动和每改 50 次，话术库会自动备份：最近的全部留着，再往前每小时、每天、每月各留一份。"
                "恢复只改您自己的话术，当作一步修改，可以在话术库里撤销。"
            )
        )
        self.now = ActionButton(self.tr("立即备份"), theme)
        self.now.clicked.connect(self._back_up)
        self.folder = ActionButton(self.tr("打开文件夹"), theme)
        self.folder.clicked.connect(self._open)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.now)
        row.addWidget(self.folder)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addWidget(self.news)
        self._column.addLayout(self._box)
        self._none = self.add_note(self.tr("还没有备份。自己写过话术之后就会有。"))
        self.fill()

    def read(self) -> None:
        """List the copies."""
        copies = self.keeping.backups() if self.keeping else []
        self.show_lines([self._line(copy) for copy in copies])
        self._none.setVisible(not copies)
        self.folder.setVisible(bool(copies))

    def _line(self, copy: Copy) -> Line:
        button = AskButton(self.tr("恢复"), self.tr("真的恢复？"), self.theme)
        button.confirmed.connect(partial(self._restore, copy))
        day = copy.at.astimezone()
        return Line((f"{day:%Y-%m-%d}", f"{day:%H:%M:%S}", copy.size), button, self.theme)

    def _back_up(self) -> None:
        if self.keeping:
            self.now.setEnabled(False)
            self.keeping.back_up(self._backed_up, self.failed)

    def _backed_up(self, new: bool) -> None:
        self.now.setEnabled(True)
        self.read()
        self.news.say(self.tr("已备份。") if new else self.tr("最新的备份就是现在的样子，不用再备份。"), Ink.GOOD)

    def failed(self, problem: XiaoerError) -> None:
        """Say what went wrong."""
        self.now.setEnabled(True)
        super().failed(problem)

    def _restore(self, copy: Copy) -> None:
        if self.keeping:
            when = f"{copy.at.astimezone():%Y-%m-%d %H:%M}"
            label = self.tr("恢复 {when} 的备份").format(when=when)
            self.keeping.restore(copy, label, partial(self._restored, when), self.failed)

    def _restored(self, when: str, different: bool) -> None:
        said = (
            self.tr("已恢复到 {when} 的样子，可以在话术库里撤销。")
            if different
            else self.tr("{when} 的备份和现在一样。")
        )
        self.news.say(said.format(when=when), Ink.GOOD)

    def _open(self) -> None:
        if self.keeping and (copies := self.keeping.backups()):
            self.open(str(copies[0].path.parent))


class PrivacyPage(DataPage):
    """What is kept where, and how much; some of it goes at a click."""

    def __init__(self, keeping: Keeping | None, settings: SettingsAccess, theme: Theme) -> None:
        super().__init__(self.tr("隐私"), keeping, settings, theme)
        self.add_note(
            self.tr(
                "所有数据都只在这台电脑上。买家的昵称、订单和您为买家填写的内容只在内存里，退出就没有了，"
                "不写进任何文件；只有您打开“记住订单”，订单才加密存下来。"
                "粘贴时剪贴板里的内容标记为隐私，不进剪贴板历史。"
            )
        )
        self._column.addWidget(self.news)
        self._column.addLayout(self._box)
        self.fill()

    def read(self) -> None:
        """Measure everything."""
        self.show_lines([self._line(kept) for kept in (self.keeping.kept() if self.keeping else [])])

    def _line(self, kept: Kept) -> Line:
        button = None
        if kept.erasable:
            button = AskButton(self.tr("删除"), self.tr("真的删除？"), self.theme)
            button.confirmed.connect(partial(self._erase, kept.name))
            button.setEnabled(kept.size > 0)
            button.setMinimumWidth(_BUTTON)
        label, about = self._words().get(kept.name, (kept.name, ""))
        line = Line((label, about, kept.size), button, self.theme)
        line.setToolTip(str(kept.place))
        return line

    def _erase(self, name: str) -> None:
        if self.keeping is None:
            return
        try:
            self.keeping.erase(name)
        except XiaoerError as problem:
            self.failed(problem)
        else:
            self.news.say(self.tr("已删除：{what}。").format(what=self._words()[name][0]), Ink.GOOD)
        self.read()

    def _words(self) -> dict[str, tuple[str, str]]:
        tr = self.tr
        return {
            "library": (tr("话术库"), tr("您自己的话术，和最近的修改。")),
            "attachments": (tr("图片和文件"), tr("话术里的附件。")),
            "history": (tr("修改历史"), tr("话术每次修改以前的样子。")),
            "backups": (tr("备份"), tr("话术库其他日子的样子。")),
            "settings": (tr("设置"), tr("这个窗口里的选择。")),
            "usage": (tr("使用记录"), tr("哪条话术什么时候用过，用来排序；没有内容，也没有买家。")),
            "misses": (tr("没找到的词"), tr("搜过却没有结果的词，提醒您补话术；含买家信息的不记。")),
            "index": (tr("搜索索引"), tr("让搜索更快，删掉会自动重建。")),
            "orders": (tr("记住的订单"), tr("只在您打开“记住订单”时才有，加密存放，到期自动删除。")),
            "logs": (tr("运行日志"), tr("出错时查原因用，只有编号和数字。")),
        }
