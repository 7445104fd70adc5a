"""A desktop in memory. The contract tests hold it to the same promises as the real drivers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from assistant.core.errors import DesktopProblem, HotkeyTaken
from assistant.core.hotkey import KeyCombo
from assistant.core.model import Activation, Window
from assistant.core.ports import Desktop, Loan, Press

CHAT = Window(handle=10, focus=11, program="hexchat", title="小雨 - 聊天", pid=7)


class FakeClock:
    """Time that passes only when somebody waits."""

    def __init__(self) -> None:
        self.at = 1_800_000_000.0

    def now(self) -> float:
        return self.at

    def monotonic(self) -> float:
        return self.at

    def pause(self, milliseconds: int) -> None:
        self.at += milliseconds / 1000


@dataclass
class FakeScreen:
    """Who is there, who has the keyboard, and what the windows have received.

    ``before_press`` is run just before keys would go out: the place to let the world change.
    """

    windows: dict[int, Window] = field(default_factory=lambda: {CHAT.handle: CHAT})
    focus: int = CHAT.handle
    obeys: bool = True  # whether activate() has an effect
    reads_paste: bool = True
    held: bool = False
    received: dict[int, list[str]] = field(default_factory=dict)
    before_press: Callable[[], None] = lambda: None

    def add(self, window: Window) -> Window:
        self.windows[window.handle] = window
        return window

    def retitle(self, handle: int, title: str) -> None:
        self.windows[handle] = replace(self.windows[handle], title=title)

    def close(self, handle: int) -> None:
        del self.windows[handle]
        if self.focus == handle:
            self.focus = 0


class FakeClipboard:
    """ports.Clipboard. ``content`` maps formats to bytes, as another program would have put them there."""

    def __init__(self) -> None:
        self.content: dict[str, bytes] = {}
        self.answers = True
        self.takes = True
        self.reads: list[float] = []
        self.ticks = 0.0
        self.lent: FakeLoan | None = None

    def text(self, timeout: int) -> str | None:
        if not self.answers:
            return None
        data = self.content.get("text/plain")
        return None if data is None else data.decode()

    def put(self, text: str) -> None:
        self._take(text)

    def prefetch(self) -> None:
        """Nothing to do: memory is fast."""

    def lend(self, text: str, reader: Window | None, save_timeout: int, *, primary: bool = False) -> Loan:
        old = dict(self.content) if self.answers else None
        self._take(text)
        self.lent = FakeLoan(self, old)
        return self.lent

    def _take(self, text: str) -> None:
        if not self.takes:
            raise DesktopProblem("剪贴板暂时被别的程序占用。")
        self.content = {"text/plain": text.encode()}

    def paste(self) -> str:
        """What a program gets that pastes now."""
        self.ticks += 1
        self.reads.append(self.ticks)
        return self.content.get("text/plain", b"").decode()


class FakeLoan:
    """ports.Loan."""

    def __init__(self, clipboard: FakeClipboard, old: dict[str, bytes] | None) -> None:
        self._clipboard = clipboard
        self._mine = clipboard.content
        self._old = old
        self.complete = old is not None

    def mark(self) -> float:
        self._clipboard.ticks += 1
        return self._clipboard.ticks

    def read_since(self, mark: float, timeout: int) -> bool:
        return bool(self._clipboard.reads) and self._clipboard.reads[-1] >= mark

    def give_back(self) -> None:
        if self._clipboard.content is self._mine:
            self._clipboard.content = self._old or {}

    def keep(self) -> None:
        """It stays."""


class FakeWindows:
    """ports.Windows."""

    def __init__(self, screen: FakeScreen) -> None:
        self._screen = screen

    def active(self) -> Window | None:
        return self._screen.windows.get(self._screen.focus)

    def refresh(self, window: Window) -> Window | None:
        return self._screen.windows.get(window.handle)

    def activate(self, window: Window) -> None:
        if self._screen.obeys and window.handle in self._screen.windows:
            self._screen.focus = window.handle

    def wait_active(self, window: Window, timeout: int) -> bool:
        return self._screen.focus == window.handle


class FakeKeyboard:
    """ports.Keyboard. A paste chord makes the focused window take the clipboard's text."""

    def __init__(self, screen: FakeScreen, clipboard: FakeClipboard) -> None:
        self._screen = screen
        self._clipboard = clipboard

    def wait_released(self, timeout: int) -> bool:
        return not self._screen.held

    def press(self, combos: Sequence[KeyCombo], into: Window) -> bool:
        screen = self._screen
        screen.before_press()
        if screen.focus != into.handle or screen.windows.get(into.handle) != into:
            return False
        got = screen.received.setdefault(into.handle, [])
        for combo in combos:
            if str(combo) in ("ctrl+v", "shift+insert", "ctrl+shift+v"):
                if screen.reads_paste:
                    got.append(self._clipboard.paste())
            else:
                got.append(f"<{combo}>")
        return True


class FakeHotkeys:
    """ports.Hotkeys. ``others`` are combinations that another program holds."""

    def __init__(self, windows: FakeWindows) -> None:
        self._windows = windows
        self.others: set[KeyCombo] = set()
        self.bound: dict[KeyCombo, Callable[[Press], None]] = {}
        self.popup = 0
        self.let_go = 0

    def grab(self, combo: KeyCombo, pressed: Callable[[Press], None]) -> None:
        if combo in self.others:
            raise HotkeyTaken(combo.label, ("Ctrl+Alt+J",))
        self.bound[combo] = pressed

    def ungrab(self, combo: KeyCombo) -> None:
        self.bound.pop(combo, None)

    def hand_to(self, popup: int) -> None:
        self.popup = popup

    def free(self, combos: Sequence[KeyCombo]) -> list[KeyCombo]:
        return [c for c in combos if c not in self.others and c not in self.bound]

    def press(self, combo: KeyCombo) -> None:
        """Somebody presses it."""

        def let_go() -> None:
            self.let_go += 1

        self.bound[combo](Press(combo, self._windows.active(), 0.0, let_go))


class FakeAutostart:
    """ports.Autostart."""

    def __init__(self) -> None:
        self.on = False

    def enabled(self) -> bool:
        return self.on

    def set(self, on: bool) -> None:
        self.on = on


class FakeUsage:
    """ports.UsageSink."""

    def __init__(self) -> None:
        self.records: list[Activation] = []

    def append(self, activation: Activation) -> None:
        self.records.append(activation)


@dataclass
class FakeDesktop:
    """All of it, with handles for tests to turn."""

    screen: FakeScreen = field(default_factory=FakeScreen)
    clipboard: FakeClipboard = field(default_factory=FakeClipboard)
    clock: FakeClock = field(default_factory=FakeClock)

    def __post_init__(self) -> None:
        self.windows = FakeWindows(self.screen)
        self.keyboard = FakeKeyboard(self.screen, self.clipboard)
        self.hotkeys = FakeHotkeys(self.windows)
        self.autostart = FakeAutostart()

    def ports(self) -> Desktop:
        return Desktop(
            "fake", self.clipboard, self.windows, self.keyboard, self.hotkeys, self.autostart, close=lambda: None
        )
