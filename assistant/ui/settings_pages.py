"""The pages of the settings window. What is changed on them holds at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistant.core.errors import HotkeyTaken, XiaoerError
from assistant.core.hotkey import KeyCombo
from assistant.ui import theme as themes
from assistant.ui.bubble import Bubble
from assistant.ui.controls import ActionButton
from assistant.ui.hotkey_edit import HotkeyEdit
from assistant.ui.inputs import Entry, Ink, Note, Number, Switch
from assistant.ui.settings_rows import LABEL, Page, Row, SettingsAccess, System
from assistant.ui.theme import Theme


class HotkeyPage(Page):
    """The hotkey, recorded by pressing it, and the keys of the popup."""

    def __init__(self, settings: SettingsAccess, system: System, theme: Theme) -> None:
        super().__init__(self.tr("快捷键"), settings, theme)
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
        keys = Note(self.tr("弹窗里的按键"), theme, self, ink=Ink.TEXT)
        keys.setFont(themes.bold(14))
        self._column.addSpacing(10)
        self._column.addWidget(keys)
        for cap, meaning in self._keys():
            self._column.addWidget(KeyLine(cap, meaning, theme))
        self.fill()

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

    def _keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Enter", self.tr("粘贴到聊天窗口")),
            ("Ctrl+Enter", self.tr("粘贴并发送")),
            ("Alt+1 … Alt+9", self.tr("直接粘贴第几条")),
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
        key = Note(cap, theme, self, ink=Ink.TEXT)
        key.setFixedWidth(LABEL + 14)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(key)
        row.addWidget(Note(meaning, theme, self), 1)


class LookPage(Page):
    """Colours, place of the popup, and which phrases come first."""

    def __init__(self, settings: SettingsAccess, theme: Theme) -> None:
        super().__init__(self.tr("外观与偏好"), settings, theme)
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
        roles = [("", tr("全部")), *((role, role) for role in ("售前", "售中", "售后", "投诉", "技术"))]
        self.add_setting("role", self._choice(*roles), tr("岗位"), tr("弹窗先列出这个岗位的话术。"))
        tones = [("", tr("不限")), *((tone, tone) for tone in ("亲切", "专业", "活泼"))]
        self.add_setting("tone", self._choice(*tones), tr("语气"), tr("话术有这种说法时优先用它。"))
        self.add_setting(
            "language",
            self._choice(("zh-CN", tr("简体中文")), ("zh-TW", tr("繁體中文")), ("en", "English")),
            tr("话术语言"),
            tr("话术有多种语言的说法时优先用哪一种。"),
        )
        self.fill()


class ShopPage(Page):
    """Shop and agent, with a sentence that uses them."""

    def __init__(self, settings: SettingsAccess, theme: Theme) -> None:
        super().__init__(self.tr("店铺与客服"), settings, theme)
        tr = self.tr
        self.add_note(tr("话术里用到的固定内容，在这里填一次就好。"))
        for key, label, hint in (
            ("shop.name", tr("店铺名"), ""),
            ("agent.name", tr("您的花名"), ""),
            ("shop.address_word", tr("称呼买家"), tr("例如 亲、客官、您。")),
            ("shop.self", tr("客服自称"), tr("例如 小二、小店、客服。")),
            ("shop.ship_cutoff", tr("截单时间"), tr("这个时间以前付款当天发货，例如 16:00。")),
            ("shop.courier", tr("默认快递"), ""),
            ("shop.hours", tr("在线时间"), tr("例如 9:00-23:00。")),
            ("shop.return_address", tr("退货地址"), tr("收件人、电话和地址写成一行。")),
        ):
            entry = Entry(theme)
            entry.textChanged.connect(lambda _: self._show_example())
            self.add_setting(key, entry, label, hint)
        self.example = Bubble("", tr("我"), theme, own=True)
        self._column.insertWidget(2, self.example)
        self.fill()

    def _show_example(self) -> None:
        said = {key: row.control.value().strip() for key, row in self.rows.items() if isinstance(row.control, Entry)}
        name = said.get("agent.name")
        text = self.tr(
            "{word}，您好，欢迎光临{shop}{agent}。今天 {cutoff} 前付款当天{courier}发出，有问题随时找{own}～"
        )
        self.example.show_text(
            text.format(
                word=said.get("shop.address_word") or self.tr("亲"),
                shop=said.get("shop.name") or self.tr("小店"),
                agent=self.tr("，我是{name}").format(name=name) if name else "",
                cutoff=said.get("shop.ship_cutoff") or "16:00",
                courier=self.tr("由{name}").format(name=said["shop.courier"]) if said.get("shop.courier") else "",
                own=said.get("shop.self") or self.tr("小二"),
            )
        )


class PastePage(Page):
    """How long each step of a paste may wait."""

    def __init__(self, settings: SettingsAccess, theme: Theme) -> None:
        super().__init__(self.tr("粘贴"), settings, theme)
        tr = self.tr
        self.add_note(
            tr("每一步成功了就马上继续，这里是最多等多久；电脑或聊天程序很慢时才需要加大。"
               "等不到就不粘贴，文字留在剪贴板里，并告诉您原因。1000 毫秒等于 1 秒。")
        )  # fmt: skip
        for key, label, hint in (
            ("paste.focus_ms", tr("回到聊天"), tr("等聊天窗口重新回到前面。")),
            ("paste.release_ms", tr("松开按键"), tr("等您松开 Ctrl、Alt、回车等键，以免混进粘贴的按键里。")),
            ("paste.save_clipboard_ms", tr("存好剪贴板"), tr("等您原来复制的内容存好，粘贴后原样放回。")),
            ("paste.read_ms", tr("取走文字"), tr("等聊天窗口取走要粘贴的文字。")),
        ):
            self.add_setting(key, Number(tr("毫秒"), theme), label, hint)
        self.fill()


class GeneralPage(Page):
    """Start with the session, and where the data lies."""

    def __init__(self, settings: SettingsAccess, system: System, theme: Theme) -> None:
        super().__init__(self.tr("通用"), settings, theme)
        self._system = system
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
        self.fill()

    def refresh(self) -> None:
        """Show whether the program starts with the session."""
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


def _parsed(text: str) -> KeyCombo | None:
    try:
        return KeyCombo.parse(text)
    except XiaoerError:
        return None
