"""An agent's desk: the real popup over a desktop in memory, used by its keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from assistant.compose import index_of
from assistant.core.emoticons import Emoticons
from assistant.core.guard import rules as guard_rules
from assistant.core.hotkey import KeyCombo
from assistant.core.model import Activation, Phrase, Variant, Window
from assistant.core.orders.order import Order
from assistant.core.tables.table import Table
from assistant.core.template.filling import Templates
from assistant.engine.injector import Hands
from assistant.engine.orders import NoOrders, OrderSource
from assistant.engine.reply import Reply
from assistant.engine.session import Desk, Rules
from assistant.engine.targets import Targets
from assistant.storage import resources
from assistant.ui.handover import Partners
from assistant.ui.popup import Popup
from assistant.ui.presenter import Presenter
from assistant.ui.tasks import Tasks
from tests.fakes import CHAT, FakeDesktop, FakeUsage

HOTKEY = KeyCombo.parse("ctrl+alt+space")
BUYER = Window(CHAT.handle, CHAT.focus, "hexchat", "Dialog with xiaoyu @ irc - HexChat", CHAT.pid)
OLD = {"text/plain": b"YT8800000000123", "image/png": b"\x89PNG"}
LONGEST = 5000  # ms for what comes within a few
Key, Modifier = Qt.Key, Qt.KeyboardModifier


def phrase(code: str, text: str, *more: str) -> Phrase:
    """A phrase by its code; ``more`` are other wordings."""
    return Phrase(code, code, f"话术{code}", tuple(Variant(t) for t in (text, *more)), ("测试",))


PHRASES = [
    phrase("hy", "{{ 买家 }}您好，欢迎光临"),
    phrase("fh", "今天就发货"),
    phrase("fhw", "发完了\n都在路上"),
    phrase("dd", "订单{{ 订单号 }}已经发出"),
    phrase("df", "{{ 订单号 }}今天出库"),
    phrase("jt", "单号是{{ 剪贴板 }}"),
    phrase("hh", "您好\n{% if %}坏了"),
    phrase("zp", "这款全网最便宜，电话{{ 剪贴板 }}"),
    phrase("cf", "今天的货都已经装车出发了", "亲，今天的货都在路上啦，请放心"),
    phrase("cm", "您穿{{ 表.尺码 | 查: 输入.身高 }}码"),
    phrase("kk", "{% if 快递单号 %}x{% endif %}"),
]


class Shop:
    """Everything between the hotkey and the chat. ``said`` is what the agent was told outside the popup."""

    def __init__(self) -> None:
        self.desk = FakeDesktop()
        self.desk.screen.add(BUYER)
        self.desk.clipboard.content = dict(OLD)
        self.desk.clock.pause(3_600_000)  # nobody has copied anything lately
        self.usage = FakeUsage()
        self.said: list[str] = []
        self.ended = 0
        self.place = "mouse"
        self.opened: list[tuple[str, bool]] = []  # conversation, and whether the popup was to be seen already
        self.searches = Tasks("search")
        self.popup = Popup(self.searches.run, "light")
        self.chat_window = QWidget()
        self.tasks = Tasks("shop")
        templates = Templates(Emoticons.parse(resources.read_text("emoticons.csv")), self.desk.clock.monotonic)
        hands = Hands(self.desk.clipboard, self.desk.windows, self.desk.keyboard, self.desk.clock)
        targets = Targets(resources.read_text("targets.toml"))
        self.orders: OrderSource = NoOrders()
        self.guard = guard_rules.Rules()
        self.tables: dict[str, Table] = {}
        self.read_order: Callable[[str], Order | None] = lambda _: None
        rules = Rules(targets, templates, lambda text: self.read_order(text))  # noqa: PLW0108 (tests change it)
        self.reply = Reply(hands, rules, self.usage, self._desk)
        partners = Partners(self.reply, self.tasks, self.said.append, self._used, self._opening)
        self.presenter = Presenter(self.popup, self.desk.ports(), partners, lambda: self.place)
        self.presenter.set_index(index_of(PHRASES))
        self.desk.hotkeys.hand_to(int(self.popup.winId()))
        self.desk.hotkeys.grab(HOTKEY, self.presenter.pressed)

    def _desk(self) -> Desk:
        return Desk({}, orders=self.orders, guard=self.guard, tables=self.tables)

    def _used(self) -> None:
        self.ended += 1

    def _opening(self, chat: str) -> None:
        self.opened.append((chat, self.popup.isVisible()))

    def close(self) -> None:
        self.tasks.close()
        self.searches.close()
        self.settle()
        for window in (self.popup, self.chat_window):
            window.hide()
            window.deleteLater()
        self.settle()

    # ---- the agent
    def press_hotkey(self) -> None:
        """Press it and wait until the popup has come or gone."""
        shown = self.popup.isVisible()
        if not shown:
            self._elsewhere()
            if self.desk.screen.focus == self.desk.hotkeys.popup:  # a window manager passes it on when a window goes
                self.desk.screen.focus = BUYER.handle
        self.desk.hotkeys.press(HOTKEY)
        self.wait(lambda: self.popup.isVisible() != shown)
        if not shown:
            self.wait(self.has_keyboard)
            self.desk.hotkeys.popup_shown()

    def _elsewhere(self) -> None:
        """Qt's offscreen platform gives a window that it hid the focus only after another one had it."""
        self.chat_window.show()
        self.chat_window.activateWindow()
        self.wait(self.chat_window.isActiveWindow)

    def key(self, key: Key, modifiers: Modifier = Modifier.NoModifier, text: str = "") -> None:
        """One key, handled by whatever has the cursor; nothing else is handled meanwhile."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(QApplication.focusWidget() or self.popup, QKeyEvent(kind, key, modifiers, text))

    def type(self, text: str) -> None:
        """Type without a pause."""
        for sign in text:
            self.key(Key.Key_unknown, text=sign)

    def enter(self, modifiers: Modifier = Modifier.NoModifier) -> None:
        self.key(Key.Key_Return, modifiers)

    def choose(self, code: str, modifiers: Modifier = Modifier.NoModifier) -> None:
        """Hotkey, code and Return."""
        self.press_hotkey()
        self.type(code)
        self.enter(modifiers)
        self.wait(self.listed)

    def use(self, code: str, modifiers: Modifier = Modifier.NoModifier) -> Activation:
        """Choose and wait for the end; how it ended."""
        before = self.ended
        self.choose(code, modifiers)
        self.wait(lambda: self.ended > before)
        return self.usage.records[-1]

    # ---- what came of it
    def wait(self, holds: Callable[[], object]) -> None:
        """Handle events until it holds."""
        late = QDeadlineTimer(LONGEST)
        while not holds():
            assert not late.hasExpired(), "it did not happen"
            QTest.qWait(1)

    def settle(self) -> None:
        """Handle all that is waiting, the worker's results among it."""
        done: list[object] = []
        if not self.tasks._pool._shutdown:
            self.wait(self.listed)
            self.tasks.run(lambda: None, done.append, done.append)
            self.wait(lambda: done)
        for _ in range(5):
            QApplication.processEvents()

    def chat(self, window: Window = BUYER) -> str:
        """What the buyer's window has got."""
        return "".join(self.desk.screen.received.get(window.handle, []))

    def focus(self) -> int:
        """The window that has the keyboard."""
        return self.desk.screen.focus

    def problem(self) -> str:
        """What the popup's bottom line complains of."""
        return self.popup._footer.problem

    def has_keyboard(self) -> bool:
        """Whether what is typed goes to the popup."""
        return self.popup.isVisible() and QApplication.activeWindow() is self.popup

    def query(self) -> str:
        return self.popup._header.line.text()

    def listed(self) -> bool:
        """Whether the list is that of the query."""
        browser = self.popup._browser
        return not (browser.finder.pending or browser._soon.isActive())

    def browsing(self) -> bool:
        """Whether the list is in front."""
        return self.popup._pages.browsing

    def page(self) -> QWidget:
        return self.popup._pages.currentWidget()
