"""The pages about pasting: how long each step may wait, and what single chat programs want."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from assistant.core import programs
from assistant.core.errors import SettingProblem
from assistant.core.hotkey import KeyCombo
from assistant.core.model import Outcome, Profile, Receipt
from assistant.core.programs import Ways
from assistant.engine.injector import Waits
from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton
from assistant.ui.hotkey_edit import HotkeyEdit
from assistant.ui.inputs import HEIGHT, Ink, Number
from assistant.ui.select import Select
from assistant.ui.settings_rows import Page, Row, SettingsAccess, System
from assistant.ui.teach_dialog import TeachSheet
from assistant.ui.terms import term
from assistant.ui.theme import Theme

KEYS = ("paste_keys", "send_keys")
WAITS = ("read", "quiet", "before_send")
_MOST_MS = 60_000
_SECONDS = 3  # to go to the chat before the try
_BREAKS = {"lines": "\n", "one": " "}


class PastePage(Page):
    """How long each step of a paste may wait."""

    def __init__(self, settings: SettingsAccess, theme: Theme) -> None:
        super().__init__(self.tr("粘贴"), settings, theme)
        tr = self.tr
        self.add_note(
            tr(
                "每一步成功了就马上继续，这里是最多等多久；电脑或聊天程序很慢时才需要加大。"
                "等不到就不粘贴，文字留在剪贴板里，并告诉您原因。1000 毫秒等于 1 秒。"
            )
        )
        for key, label, hint in (
            ("paste.focus_ms", tr("回到聊天"), tr("等聊天窗口重新回到前面。")),
            ("paste.release_ms", tr("松开按键"), tr("等您松开 Ctrl、Alt、回车等键，以免混进粘贴的按键里。")),
            ("paste.save_clipboard_ms", tr("存好剪贴板"), tr("等您原来复制的内容存好，粘贴后原样放回。")),
            ("paste.read_ms", tr("取走文字"), tr("等聊天窗口取走要粘贴的文字。")),
        ):
            self.add_setting(key, Number(tr("毫秒"), theme), label, hint)
        self.fill()


class ProgramSettings:
    """The ways of one chat program at a time, as if they were settings."""

    def __init__(self, settings: SettingsAccess, profile: Profile) -> None:
        self._settings = settings
        self.profile = profile

    def own(self, name: str = "") -> Ways:
        """What the agent has set for the program that is looked at, or for another."""
        return self._all().get(name or self.profile.name, Ways())

    def usual(self, key: str) -> str:
        """How it is when the agent sets nothing."""
        if key in WAITS:
            general = {"read": int(self._settings.get("paste.read_ms"))}
            return str(getattr(Waits.of(general, self.profile.waits), key))
        if key == "newline":
            return self.profile.newline
        return str(getattr(self.profile, key))

    def get(self, key: str) -> str | int:
        """How it is; a line break by its name."""
        own = self.own()
        if key in WAITS:
            return own.waits.get(key, int(self.usual(key)))
        value = getattr(own, key) or self.usual(key)
        return ("one" if value == " " else "lines") if key == "newline" else str(value)

    def set(self, key: str, value: object) -> str | int:
        """Change it; what is as usual is not kept. Raises SettingProblem."""
        text = _BREAKS[str(value)] if key == "newline" else str(value).strip()
        own = self.own()
        if key in WAITS:
            if not (text.isascii() and text.isdigit() and int(text) <= _MOST_MS):
                raise SettingProblem(f"“{text[:40]}”不能作等待时间。", f"请填 0 到 {_MOST_MS} 之间的毫秒数。")
            waits = {name: wait for name, wait in own.waits.items() if name != key}
            own = replace(own, waits=waits if text == self.usual(key) else {**waits, key: int(text)})
        else:
            kept = "" if text == self.usual(key) else text
            texts = {name: kept if name == key else getattr(own, name) for name in (*KEYS, "newline")}
            own = Ways(**texts, waits=own.waits)
        self._keep(own)
        return self.get(key)

    def all(self) -> Mapping[str, str | int]:
        """Every setting."""
        return self._settings.all()

    def forget(self) -> None:
        """All of this program as usual."""
        self._keep(Ways())

    def _all(self) -> Mapping[str, Ways]:
        return programs.parse(str(self._settings.get("paste.programs")))

    def _keep(self, own: Ways) -> None:
        self._settings.set("paste.programs", programs.dump({**self._all(), self.profile.name: own}))


class ProgramsPage(Page):
    """One chat program: its keys, its line breaks, its waits, and a try."""

    def __init__(self, settings: SettingsAccess, system: System, theme: Theme) -> None:
        self._programs = {profile.name: profile for profile in system.programs} or {"": Profile("", "")}
        self._ways = ProgramSettings(settings, next(iter(self._programs.values())))
        super().__init__(self.tr("聊天程序"), self._ways, theme)
        self._system = system
        self.add_note(
            self.tr("聊天程序的粘贴方式一般不用改。某个程序粘贴不上、发不出去或分成了几条，在这里单独为它设置。")
        )
        self.picker = Select(theme)
        self.picker.setFixedHeight(HEIGHT)
        self.picker.settled.connect(self._look_at)
        row = self.add_row(self.picker, self.tr("聊天程序"))
        self.usual = ActionButton(self.tr("恢复默认"), theme)
        self.usual.clicked.connect(self._forget)
        row.add_beside(self.usual)
        self.keys = {key: self._add_keys(key) for key in KEYS}
        self._add_rows()
        self._add_teaching()
        self.trial = Trial(theme)
        self.trial.asked.clicked.connect(self._try)
        self.trial.due.connect(self._paste)
        self._trial_row = self.add_row(
            self.trial,
            self.tr("试一试"),
            self.tr("点按钮后三秒内点到聊天窗口的输入框，示例会按上面的设置粘贴过去，不会发送；不换窗口就粘贴到这里。"),
        )
        self.fill()

    def refresh(self) -> None:
        """Show the program that is looked at."""
        labels = [profile.label for profile in self._programs.values()]
        self.picker.offer([(name, self._label(profile, labels)) for name, profile in self._programs.items()])
        self.picker.show_value(self._ways.profile.name)
        self.usual.setEnabled(bool(self._ways.own()))
        for key, row in self.keys.items():
            edit = row.control
            if isinstance(edit, HotkeyEdit) and not edit.recording:
                edit.show_combo(KeyCombo.parse(str(self._ways.get(key))))
        super().refresh()

    def keep(self, key: str) -> None:
        """Set it, and mark the program as changed."""
        super().keep(key)
        if self.rows[key].is_well:
            self.refresh()

    def _label(self, profile: Profile, labels: list[str]) -> str:
        name = term(profile.label)
        twice = f"{name}（{profile.name}）" if labels.count(profile.label) > 1 else name
        return self.tr("{name} · 已改").format(name=twice) if self._ways.own(profile.name) else twice

    def _add_keys(self, key: str) -> Row:
        label, hint = {
            "paste_keys": (
                self.tr("粘贴的按键"),
                self.tr("多数程序是 Ctrl+V，终端常是 Ctrl+Shift+V 或 Shift+Insert。"),
            ),
            "send_keys": (self.tr("发送的按键"), self.tr("按 Ctrl+Enter 粘贴并发送时，粘贴后按的键。")),
        }[key]
        edit = HotkeyEdit(self.theme, everywhere=False)
        edit.recorded.connect(lambda combo: self._record(key, combo))
        return self.add_row(edit, label, hint)

    def _add_rows(self) -> None:
        tr = self.tr
        breaks = self._choice(("lines", tr("保留换行")), ("one", tr("合成一行")))
        self.add_setting("newline", breaks, tr("换行"), tr("换行会把一条话术拆成几条发出时，选“合成一行”。"))
        for key, label, hint in (
            ("read", tr("取走文字"), tr("最多等它取走要粘贴的文字。")),
            ("quiet", tr("粘贴之后"), tr("它取走文字后安静这么久，才把原来的剪贴板放回去。")),
            ("before_send", tr("发送之前"), tr("粘贴后等这么久再按发送的键。")),
        ):
            self.add_setting(key, Number(tr("毫秒"), self.theme), label, hint)

    def _add_teaching(self) -> None:
        self.teach = ActionButton(self.tr("教小二认买家…"), self.theme)
        self.teach.setFixedWidth(self.teach.sizeHint().width())
        self.teach.clicked.connect(self._teach)
        hint = self.tr("窗口标题里有买家的名字、弹窗却没认出来或认错时，在标题里选一次，以后就认得。")
        self.add_row(self.teach, self.tr("认买家"), hint).setVisible(self._system.teaching is not None)

    def _record(self, key: str, combo: KeyCombo) -> None:
        self._ways.set(key, str(combo))
        self.refresh()

    def _look_at(self) -> None:
        self.setFocus()  # what is being typed is settled for the program that it was typed for
        self._ways.profile = self._programs[self.picker.value()]
        self.trial.stop()
        self._trial_row.say("", Ink.MUTED)
        self.refresh()

    def _forget(self) -> None:
        self._ways.forget()
        self.refresh()

    def _teach(self) -> None:
        if tools := self._system.teaching:
            sheet = TeachSheet(tools, tools.glimpses(), self.theme, self.window())
            sheet.look_at(self._ways.profile.label)
            sheet.open()

    def _try(self) -> None:
        self._trial_row.say("", Ink.MUTED)
        self.trial.count_down()

    def _paste(self) -> None:
        sample = self.tr("小二快答试粘贴：第一行\n第二行，收到请忽略")
        self._system.try_paste(self._ways.profile.name, sample, self._tried)

    def _tried(self, receipt: Receipt) -> None:
        if receipt.outcome is Outcome.PASTED:
            done = self.tr("粘贴成功，用了 {ms} 毫秒。").format(ms=round(receipt.milliseconds))
            self._trial_row.say(done + receipt.reason, Ink.GOOD)
        else:
            self._trial_row.say(receipt.reason, Ink.DANGER)
        QTimer.singleShot(0, self._reveal)  # when the sentence has its place

    def _reveal(self) -> None:
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport else None
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(self._trial_row)


class Trial(QWidget):
    """A field to paste into, and a button that counts down to the paste: ``due`` is its timer's signal."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        # Nothing of it is overridden in Python: a paste waits for a clipboard that a thread of this process serves.
        self.field = QPlainTextEdit(self)
        self.field.setFrameShape(QFrame.Shape.NoFrame)
        self.field.setFont(themes.font(13))
        self.field.setFixedHeight(58)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(self.tr("试粘贴的输入框"))
        self.asked = ActionButton("", theme, self)
        self.asked.setMinimumWidth(120)
        self._left = 0
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._count)
        self._due = QTimer(self, singleShot=True, interval=0)
        self.due = self._due.timeout
        box = QHBoxLayout()
        box.setContentsMargins(8, 6, 8, 6)
        box.addWidget(self.field)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(box)
        foot = QHBoxLayout()
        foot.addWidget(self.asked)
        foot.addStretch(1)
        row.addLayout(foot)
        self._say()

    def count_down(self, seconds: int = _SECONDS) -> None:
        """Paste after that many seconds; the field has the keyboard unless the user goes elsewhere."""
        self.field.clear()
        self.field.setFocus()
        self._left = seconds
        self._tick.start()
        self._say()

    def stop(self) -> None:
        """Do not paste."""
        self._tick.stop()
        self._left = 0
        self._say()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.edge)
        painter.setBrush(self.theme.window)
        painter.drawRoundedRect(QRectF(0.5, 0.5, self.width() - 1, self.field.height() + 11), 7, 7)

    def _count(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.stop()
            self._due.start()
        self._say()

    def _say(self) -> None:
        left = self._left
        self.asked.setText(self.tr("{left} 秒后粘贴…").format(left=left) if left else self.tr("三秒后试粘贴"))
        self.asked.setEnabled(not left)
