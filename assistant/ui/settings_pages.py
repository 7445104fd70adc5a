"""The pages of the settings window. What is changed on them holds at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QSignalBlocker, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from assistant.core.errors import HotkeyTaken, XiaoerError
from assistant.core.hotkey import KeyCombo
from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton
from assistant.ui.hotkey_edit import HotkeyEdit
from assistant.ui.inputs import Entry, Ink, Note, Switch
from assistant.ui.settings_rows import LABEL, Page, Row, SettingsAccess, System
from assistant.ui.terms import term
from assistant.ui.theme import Theme

OWN_NAMES = ("zh-CN", "简体中文"), ("zh-TW", "繁體中文"), ("en", "English")  # a language is called in its own words


class HotkeyChooser(Page):
    """The hotkey, recorded by pressing it. One that is taken is refused, with others that are free."""

    def __init__(self, heading: str, settings: SettingsAccess, system: System, theme: Theme) -> None:
        super().__init__(heading, settings, theme)
        self._system = system
        self.edit = HotkeyEdit(theme)
        self.edit.recorded.connect(self._try)
        self.edit.refused.connect(lambda sentence: self._say(sentence, Ink.DANGER))
        self.edit.clicked.connect(lambda: self._say("", Ink.MUTED))
        self._row = self.add_row(
            self.edit, self.tr("呼出弹窗"), self.tr("在任何聊天窗口按下它，话术弹窗就出现；再按一次关闭。")
        )
        self._free = QHBoxLayout()
        self._free.setSpacing(8)
        self._row.add_below(self._free)
        self._suggest(())

    def refresh(self) -> None:
        """Show the hotkey of the settings."""
        if not self.edit.recording:
            self.edit.show_combo(_parsed(str(self._settings.get("hotkey"))))

    def _try(self, combo: KeyCombo) -> None:
        self._suggest(())
        try:
            self._system.try_hotkey(combo)
            self._settings.set("hotkey", str(combo))
        except HotkeyTaken as taken:
            self._say(self._refusal(combo, taken), Ink.DANGER)
            self._suggest(taken.free)
        except XiaoerError as problem:
            self._say(str(problem), Ink.DANGER)
        else:
            self._say(self.tr("已改为 {label}，现在就能用。").format(label=combo.label), Ink.GOOD)
        self.refresh()

    def _refusal(self, combo: KeyCombo, taken: HotkeyTaken) -> str:
        text = self.tr("{label} 已被其他程序占用，仍用原来的快捷键。").format(label=combo.label)
        return text + (self.tr("这几个现在空着，点一下就换：") if taken.free else self.tr("请换一个组合。"))

    def _say(self, sentence: str, ink: Ink) -> None:
        self._row.say(sentence, ink)
        self._suggest(())

    def _suggest(self, free: Sequence[str]) -> None:
        while (item := self._free.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for combo in filter(None, map(_parsed, free)):
            button = ActionButton(combo.label, self.edit.theme)
            button.setAccessibleDescription(self.tr("改用这个快捷键"))
            button.clicked.connect(lambda _=False, combo=combo: self._try(combo))
            self._free.addWidget(button)
        self._free.addStretch(1)


class HotkeyPage(HotkeyChooser):
    """The hotkey, and the keys of the popup."""

    def __init__(self, settings: SettingsAccess, system: System, theme: Theme) -> None:
        super().__init__(QApplication.translate("HotkeyPage", "快捷键"), settings, system, theme)
        keys = Note(self.tr("弹窗里的按键"), theme, self, ink=Ink.TEXT)
        keys.setFont(themes.bold(14))
        self._column.addSpacing(10)
        self._column.addWidget(keys)
        self.lines = [KeyLine(cap, meaning, theme) for cap, meaning in self._keys()]
        for line in self.lines:
            self._column.addWidget(line)
        self.fill()

    def refresh(self) -> None:
        """Show the hotkey of the settings, and which digits pick."""
        super().refresh()
        for line, (cap, _) in zip(self.lines, self._keys(), strict=True):
            line.key.setText(cap)

    def _keys(self) -> tuple[tuple[str, str], ...]:
        digits = "1 … 9" if self._settings.get("popup.digits") == "plain" else "Alt+1 … Alt+9"
        return (
            ("Enter", self.tr("粘贴到聊天窗口")),
            ("Ctrl+Enter", self.tr("粘贴并发送")),
            (digits, self.tr("直接粘贴第几条")),
            ("F2", self.tr("改好检查时发现的问题，再粘贴")),
            ("Ctrl+C", self.tr("只复制")),
            ("Tab", self.tr("在搜索、分类、列表、预览之间移动")),
            ("Ctrl+R", self.tr("切换岗位")),
            ("Ctrl+P", self.tr("置顶，或不再置顶")),
            ("Esc", self.tr("关闭，回到聊天窗口")),
        )


class KeyLine(QWidget):
    """A key and what it does."""

    def __init__(self, cap: str, meaning: str, theme: Theme) -> None:
        super().__init__()
        self.key = Note(cap, theme, self, ink=Ink.TEXT)
        self.key.setFixedWidth(LABEL + 14)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.key)
        row.addWidget(Note(meaning, theme, self), 1)


class LookPage(Page):
    """Colours of everything; place, size and keys of the popup."""

    def __init__(self, settings: SettingsAccess, theme: Theme) -> None:
        super().__init__(self.tr("弹窗与外观"), settings, theme)
        tr = self.tr
        self.add_setting(
            "theme", self._choice(("auto", tr("跟随系统")), ("light", tr("浅色")), ("dark", tr("深色"))), tr("界面")
        )
        self.add_setting(
            "popup.place",
            self._choice(("caret", tr("光标旁")), ("mouse", tr("鼠标旁")), ("center", tr("屏幕中央"))),
            tr("弹窗位置"),
            tr("聊天程序不告诉光标在哪里时，弹窗出现在鼠标旁。"),
        )
        self.add_setting("popup.size", self._choice(("normal", tr("标准")), ("large", tr("大"))), tr("弹窗大小"))
        sizes = ("normal", tr("标准")), ("large", tr("大")), ("huge", tr("特大"))
        self.add_setting("popup.text", self._choice(*sizes), tr("文字大小"), tr("列表、分类和预览里的文字。"))
        self.add_setting(
            "popup.digits",
            self._choice(("alt", tr("Alt 加数字")), ("plain", tr("只按数字"))),
            tr("按数字选"),
            tr("选“只按数字”时，编码里的数字要按住 Alt 输入。"),
        )
        self._column.addSpacing(10)
        heading = self.add_note(tr("输入法"))
        heading.say(heading.text(), Ink.TEXT)
        heading.setFont(themes.bold(14))
        self.add_note(
            tr(
                "搜索不用输入法：直接打拼音、首字母或编码就能找到。也可以用输入法打汉字，"
                "候选框开着的时候，回车、数字和空格都归输入法。"
            )
        )
        if module := missing_input_method():
            warning = tr(
                "正在使用的输入法框架是 {name}，弹窗里没有它的插件，打不了汉字。"
                "把环境变量 QT_IM_MODULE 设为 ibus 再启动可以解决。"
            )
            self.add_note("").say(warning.format(name=module), Ink.DANGER)
        self.fill()


class TastePage(Page):
    """Which phrases come first, and in which words."""

    def __init__(self, settings: SettingsAccess, theme: Theme) -> None:
        super().__init__(self.tr("岗位与语气"), settings, theme)
        tr = self.tr
        roles = [("", tr("全部")), *((role, term(role)) for role in ("售前", "售中", "售后", "投诉", "技术"))]
        self.add_setting("role", self._choice(*roles), tr("岗位"), tr("弹窗先列出这个岗位的话术。"))
        tones = [("", tr("不限")), *((tone, term(tone)) for tone in ("亲切", "专业", "活泼"))]
        self.add_setting("tone", self._choice(*tones), tr("语气"), tr("话术有这种说法时优先用它。"))
        self.add_setting(
            "language",
            self._choice(*OWN_NAMES),
            tr("话术语言"),
            tr("话术有多种语言的说法时优先用哪一种。"),
        )
        self.fill()


class GeneralPage(Page):
    """Start with the session, and where the data lies."""

    def __init__(self, settings: SettingsAccess, system: System, theme: Theme) -> None:
        super().__init__(self.tr("通用"), settings, theme)
        self._system = system
        self.add_setting(
            "ui.language",
            self._choice(("auto", self.tr("跟随系统")), *OWN_NAMES),
            self.tr("界面语言"),
            self.tr("马上生效。话术用什么语言在“岗位与语气”里设置。"),
        )
        self.autostart = Switch(theme)
        self.autostart.toggled.connect(self._switch)
        self._autostart_row = self.add_row(
            self.autostart, self.tr("开机启动"), self.tr("登录桌面后自动在后台运行，快捷键随时可用。")
        )
        folder = Entry(theme)
        folder.setReadOnly(True)
        folder.setText(str(system.data_folder))
        folder.setCursorPosition(0)
        row = self.add_row(
            folder, self.tr("数据文件夹"), self.tr("话术、设置和使用记录都在这里，备份时复制整个文件夹。")
        )
        self.open_folder = ActionButton(self.tr("打开"), theme)
        self.open_folder.clicked.connect(lambda: self._open(row))
        row.add_beside(self.open_folder)
        self.again = ActionButton(self.tr("重新看一遍"), theme)
        self.again.setFixedWidth(self.again.sizeHint().width())
        self.again.clicked.connect(system.first_start)
        self.add_row(self.again, self.tr("首次引导"), self.tr("快捷键、店铺和第一次粘贴，不到一分钟。"))
        self.fill()

    def refresh(self) -> None:
        """Show the language, and whether the program starts with the session."""
        super().refresh()
        with QSignalBlocker(self.autostart):
            self.autostart.setChecked(self._system.autostart_enabled())

    def _switch(self, on: bool) -> None:
        try:
            self._system.set_autostart(on)
        except XiaoerError as problem:
            self._autostart_row.show_problem(str(problem))
        else:
            self._autostart_row.show_problem("")
        self.refresh()

    def _open(self, row: Row) -> None:
        opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._system.data_folder)))
        row.show_problem("" if opened else self.tr("没有程序能打开文件夹，请在文件管理器里自己进入上面的位置。"))


def missing_input_method() -> str:
    """The input method that the session wants and this Qt cannot talk to; empty when all is well."""
    wanted = os.environ.get("QT_IM_MODULE", "")
    if sys.platform != "linux" or not wanted or wanted in ("none", "simple", "compose", "xim"):
        return ""
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforminputcontexts")
    return "" if any(wanted in plugin.name for plugin in plugins.glob("*.so")) else wanted


def _parsed(text: str) -> KeyCombo | None:
    try:
        return KeyCombo.parse(text)
    except XiaoerError:
        return None
