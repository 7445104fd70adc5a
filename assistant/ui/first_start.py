"""The first minute: press the hotkey, say who you are, paste once. Shown once; Esc leaves it at any point."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from assistant.core.ports import Press
from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton
from assistant.ui.inputs import Entry
from assistant.ui.paragraph import Paragraph
from assistant.ui.practice import PracticeChat
from assistant.ui.settings_pages import HotkeyChooser
from assistant.ui.settings_rows import Page, SettingsAccess, System
from assistant.ui.terms import term
from assistant.ui.theme import Theme
from assistant.ui.window import Window

DONE = "first_start.done"
_SIZE = (680, 480)
_BESIDE = 16  # pixels between this window and the practice chat


class Lamp(QWidget):
    """One sentence on a card: waiting, or done."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.lit = False
        self.sentence = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, sentence: str, *, lit: bool) -> None:
        """Show a sentence; ``lit`` when what was waited for has come."""
        self.sentence, self.lit = sentence, lit
        self.setAccessibleName(sentence)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(300, 64)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.good if self.lit else theme.edge)
        painter.setBrush(theme.side)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.good if self.lit else theme.faint)
        middle = self.height() / 2
        painter.drawEllipse(QPointF(30, middle), 11, 11)
        if self.lit:
            painter.setPen(QPen(theme.window, 2))
            painter.drawPolyline([QPointF(25, middle), QPointF(28.6, middle + 4), QPointF(35.5, middle - 4)])
        words = Paragraph(self.sentence, themes.font(14), self.width() - 74)
        words.draw(painter, 54, round((self.height() - words.size.height()) / 2), theme.text)


class _Dots(QWidget):
    """How far it is."""

    def __init__(self, count: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._count, self._at = count, 0
        self.setFixedSize((count - 1) * 18 + 8, 32)

    def show_step(self, at: int) -> None:
        """Mark this one."""
        self._at = at
        self.setAccessibleName(self.tr("第 {at} 步，共 {count} 步").format(at=at + 1, count=self._count))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(self._count):
            painter.setBrush(self.theme.accent if number == self._at else self.theme.edge)
            painter.drawEllipse(QPointF(4 + 18 * number, 16), 4, 4)


class HotkeyStep(HotkeyChooser):
    """Press it once."""

    def __init__(self, settings: SettingsAccess, system: System, theme: Theme) -> None:
        super().__init__(QApplication.translate("FirstStart", "先按一次快捷键"), settings, system, theme)
        note = self.add_note(
            self.tr("小二快答在后台等着。在任何聊天窗口按下快捷键，话术就出现在旁边。现在按一次试试：")
        )
        self._column.removeWidget(note)
        self._column.insertWidget(1, note)
        self.lamp = Lamp(theme, self)
        self._column.addWidget(self.lamp)
        self.fill()
        self.wait("")

    def wait(self, label: str) -> None:
        """Nothing was heard so far; ``label`` is the hotkey, empty when there is none."""
        waiting = self.tr("正在听…… 请按 {label}").format(label=label)
        self.lamp.say(waiting if label else self.tr("现在没有快捷键，请点上面的框换一个。"), lit=False)

    def heard(self, label: str) -> None:
        """It was pressed."""
        self.lamp.say(self.tr("听到了！以后在任何聊天窗口按 {label} 就行。").format(label=label), lit=True)


class ShopStep(Page):
    """Who is at the desk."""

    def __init__(self, settings: SettingsAccess, theme: Theme) -> None:
        super().__init__(QApplication.translate("FirstStart", "您是哪家店的客服？"), settings, theme)
        self.add_note(self.tr("话术里的店铺名和花名会自动填上。不填也行，以后在设置里改。"))
        roles = [("", self.tr("全部")), *((role, term(role)) for role in ("售前", "售中", "售后", "投诉", "技术"))]
        self.add_setting("role", self._choice(*roles), self.tr("岗位"), self.tr("弹窗先列出这个岗位的话术。"))
        self.add_setting("shop.name", Entry(theme), self.tr("店铺名"))
        self.add_setting("agent.name", Entry(theme), self.tr("您的花名"))
        self.fill()


class PasteStep(Page):
    """Paste once, into the practice chat."""

    def __init__(self, settings: SettingsAccess, theme: Theme) -> None:
        super().__init__(QApplication.translate("FirstStart", "粘贴第一条话术"), settings, theme)
        self.steps = self.add_note("")
        self.open = ActionButton(self.tr("打开练习聊天"), theme)
        row = QHBoxLayout()
        row.addWidget(self.open)
        row.addStretch(1)
        self._column.addLayout(row)
        self.lamp = Lamp(theme, self)
        self._column.addWidget(self.lamp)
        self.fill()
        self.wait("")

    def wait(self, label: str) -> None:
        """Nothing has arrived so far."""
        steps = self.tr(
            "旁边是练习聊天，说什么都不会发给真的买家。\n"
            "1. 点一下练习聊天的输入框，按 {label}\n"
            "2. 上下键挑一句问候，或打拼音找，例如 zh\n"
            "3. 按回车，话术就粘贴到输入框里"
        )
        self.steps.setText(steps.format(label=label or self.tr("快捷键")))
        self.lamp.say(self.tr("等您粘贴……"), lit=False)

    def arrived(self) -> None:
        """It is there."""
        self.lamp.say(self.tr("收到了！就是这么用。您现在可以开始接待买家了。"), lit=True)


class FirstStart(Window):
    """Three steps in one window. ``practise`` shows the practice chat and returns it."""

    pressed = Signal(object)  # Press, from any thread

    def __init__(
        self, settings: SettingsAccess, system: System, practise: Callable[[], PracticeChat], theme: str = "system"
    ) -> None:
        super().__init__(QApplication.translate("FirstStart", "欢迎使用小二快答"), theme)
        colours = self.colours
        self._settings = settings
        self._practise = practise
        self._chat: PracticeChat | None = None
        self._listens = False
        self.hotkey_step = HotkeyStep(settings, system, colours)
        self.shop_step = ShopStep(settings, colours)
        self.paste_step = PasteStep(settings, colours)
        self.steps = QStackedWidget(self)
        for step in (self.hotkey_step, self.shop_step, self.paste_step):
            self.steps.addWidget(step)
        self._dots = _Dots(self.steps.count(), colours, self)
        self.skip = ActionButton(self.tr("跳过引导"), colours, self)
        self.on = ActionButton("", colours, self, primary=True)
        self.skip.clicked.connect(self.close)
        self.on.clicked.connect(self.go_on)
        self.paste_step.open.clicked.connect(self._open_chat)
        self.pressed.connect(self._pressed)
        self._arrange()
        self.set_theme(theme)
        self.resize(*_SIZE)
        self.setMinimumSize(*_SIZE)
        self._turn(0)

    @property
    def listening(self) -> bool:
        """Whether a press of the hotkey belongs here. For any thread."""
        return self._listens

    def set_hotkey_label(self, label: str) -> None:
        """Name the hotkey; empty when there is none."""
        if not self.hotkey_step.lamp.lit:
            self.hotkey_step.wait(label)
        if not self.paste_step.lamp.lit:
            self.paste_step.wait(label)

    def refresh(self) -> None:
        """Settings changed elsewhere."""
        for step in (self.hotkey_step, self.shop_step):
            step.refresh()

    def present(self) -> None:
        """Show it in front, at the step where it was left."""
        self.refresh()
        super().present()
        self._listens = self.steps.currentIndex() == 0

    def go_on(self) -> None:
        """To the next step, or out."""
        if self.steps.currentIndex() + 1 < self.steps.count():
            self._turn(self.steps.currentIndex() + 1)
        else:
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802, D102
        self._listens = False
        self.setFocus()  # what is being typed is settled
        self._settings.set(DONE, "yes")
        super().closeEvent(event)

    def _turn(self, number: int) -> None:
        self._listens = number == 0 and self.isVisible()
        self.steps.setCurrentIndex(number)
        self._dots.show_step(number)
        last = number + 1 == self.steps.count()
        self.on.setText(self.tr("开始使用") if last else self.tr("下一步"))
        self.on.updateGeometry()
        self.skip.setVisible(not last)
        if number == 1:
            self.shop_step.refresh()
            self.shop_step.rows["shop.name"].control.setFocus()
        else:
            self.on.setFocus()
        if last:
            self._open_chat()

    def _open_chat(self) -> None:
        if not self.isVisible():
            return
        chat = self._practise()
        if chat is not self._chat:
            self._chat = chat
            chat.pasted.connect(self.paste_step.arrived)
        screen = self.screen() or QGuiApplication.primaryScreen()
        room, own = screen.availableGeometry(), self.frameGeometry()
        together = own.width() + _BESIDE + chat.frameGeometry().width()
        if together <= room.width():
            left = room.left() + (room.width() - together) // 2
            top = max(room.top(), room.center().y() - chat.frameGeometry().height() // 2)
            self.move(left, top)
            chat.move(left + own.width() + _BESIDE, top)
        chat.activateWindow()

    def _pressed(self, press: Press) -> None:
        press.let_go()
        self.hotkey_step.heard(press.combo.label)
        self.on.setFocus()

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(28, 10, 28, 18)
        foot.addWidget(self._dots)
        foot.addStretch(1)
        foot.addWidget(self.skip)
        foot.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.steps, 1)
        column.addLayout(foot)
