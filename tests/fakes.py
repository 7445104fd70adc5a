"""A desktop in memory. The contract tests hold it to the same promises as the real drivers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.core.errors import DesktopProblem, HotkeyTaken, ReadOnly
from assistant.core.hotkey import KeyCombo
from assistant.core.misses import Miss
from assistant.core.model import Activation, Window
from assistant.core.ports import Box, Copied, Desktop, Loan, Press

CHAT = Window(handle=10, focus=11, program="hexchat", title="小雨 - 聊天", pid=7)
SUGGESTED = tuple(map(KeyCombo.parse, ("ctrl+alt+j", "ctrl+alt+k", "f9")))
_TEXT = "text/plain"


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

    ``before_press`` is run just before keys would go out, ``meanwhile`` whenever somebody waits for what does not hold
    yet: the places to let the world change.
    """

    windows: dict[int, Window] = field(default_factory=lambda: {CHAT.handle: CHAT})
    focus: int = CHAT.handle
    obeys: bool = True  # whether activate() has an effect
    reads_paste: bool = True
    held: bool = False
    received: dict[int, list[str]] = field(default_factory=dict)
    carets: dict[int, Box] = field(default_factory=dict)  # by window; none where its program does not tell
    held_back: list[str] | None = None  # typed since a hotkey; None: keys go straight to the focus
    before_press: Callable[[], None] = lambda: None
    meanwhile: Callable[[], None] = lambda: None

    def add(self, window: Window) -> Window:
        self.windows[window.handle] = window
        return window

    def retitle(self, handle: int, title: str) -> None:
        self.windows[handle] = replace(self.windows[handle], title=title)

    def close(self, handle: int) -> None:
        del self.windows[handle]
        if self.focus == handle:
            self.focus = 0

    def type(self, text: str) -> None:
        """The user types."""
        if self.held_back is not None:
            self.held_back.append(text)
        elif self.focus:
            self.received.setdefault(self.focus, []).append(text)

    def let_go(self) -> None:
        """What was held back goes to whoever has the keyboard."""
        typed, self.held_back = self.held_back or [], None
        for text in typed:
            self.type(text)

    def wait(self, holds: Callable[[], bool]) -> bool:
        """Waiting, in no time."""
        if not holds():
            self.meanwhile()
        return holds()


class _Ours(dict[str, bytes]):
    """A content that our side has put there, marked private."""


class FakeClipboard:
    """ports.Clipboard. ``content`` maps formats to bytes; assign one to copy as another program.

    A reply that is lent is the content for its reader; everybody else sees what was there before.
    """

    def __init__(self, screen: FakeScreen | None = None, now: Callable[[], float] = lambda: 0.0) -> None:
        self.screen = screen or FakeScreen()
        self._now = now
        self._content: Mapping[str, bytes] = {}
        self._copied: Copied | None = None
        self.answers = True  # whether the program that copied answers
        self.takes = True
        self.reads: list[float] = []
        self.ticks = 0.0
        self.lent: FakeLoan | None = None

    @property
    def content(self) -> Mapping[str, bytes]:
        """What the user, or we, copied last."""
        return self._content

    @content.setter
    def content(self, copied: Mapping[str, bytes]) -> None:
        self._content = copied
        self._copied = Copied(self._now(), self.screen.windows.get(self.screen.focus))

    def copied(self) -> Copied | None:
        return self._copied

    @property
    def private(self) -> bool:
        """Whether histories are asked to leave alone what they see."""
        return isinstance(self.look(), _Ours)

    def text(self, timeout: int) -> str | None:
        content = (self.lent.old or {}) if self.lent and self.lent.standing else self.look()
        data = content.get(_TEXT)
        return None if data is None else data.decode()

    def look(self, by: int = 0) -> Mapping[str, bytes]:
        """What the window ``by`` finds; 0 is one that nothing is lent to."""
        content = self.content
        if self.lent and self.lent.standing and not self.lent.reads_for(by):
            content = _Ours() if self.lent.old is None else self.lent.old
        return content if self.answers or isinstance(content, _Ours) else {}

    def put(self, text: str) -> None:
        self._take(text)
        self._copied = None

    def prefetch(self) -> None:
        """Nothing to do: memory is fast."""

    def lend(self, text: str, reader: Window | None, save_timeout: int, *, primary: bool = False) -> Loan:
        if self.lent and self.lent.standing:
            old = self.lent.old
        else:
            old = self.content if self.answers or isinstance(self.content, _Ours) else None
        self._take(text)
        self.lent = FakeLoan(self, old, reader)
        return self.lent

    def _take(self, text: str) -> None:
        if not self.takes:
            raise DesktopProblem("剪贴板暂时被别的程序占用。")
        self._content = _Ours({_TEXT: text.encode()})

    def kept(self) -> None:
        """What is in it is not the user's."""
        self._copied = None

    def give(self, old: Mapping[str, bytes] | None) -> None:
        """Back to what it was; empty when that could not be kept."""
        self._content = _Ours() if old is None else old

    def paste(self, by: int) -> str:
        """What the window ``by`` gets that pastes now."""
        self.ticks += 1
        if self.lent and self.lent.reads_for(by):
            self.reads.append(self.ticks)
        return self.look(by).get(_TEXT, b"").decode()


class FakeLoan:
    """ports.Loan."""

    def __init__(self, clipboard: FakeClipboard, old: Mapping[str, bytes] | None, reader: Window | None) -> None:
        self._clipboard = clipboard
        self._mine = clipboard.content
        self._over = False
        self._reader = reader
        self.old = old
        self.complete = old is not None

    def reads_for(self, window: int) -> bool:
        """Whether the reply is for that window; for any when the reader is unknown."""
        return self._reader is None or self._reader.handle == window

    @property
    def standing(self) -> bool:
        """Whether its text is in the clipboard and will be taken out again."""
        return not self._over and self._clipboard.content is self._mine

    def mark(self) -> float:
        self._clipboard.ticks += 1
        return self._clipboard.ticks

    def read_since(self, mark: float, timeout: int) -> bool:
        return self._clipboard.screen.wait(lambda: any(read >= mark for read in self._clipboard.reads))

    def give_back(self, quiet: int = 0) -> None:
        if self.standing:
            self._clipboard.give(self.old)
        self._over = True

    def keep(self) -> None:
        self._over = True
        self._clipboard.kept()


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
        return self._screen.wait(lambda: self._screen.focus == window.handle)

    def caret(self, window: Window) -> Box | None:
        return self._screen.carets.get(window.handle)


class FakeKeyboard:
    """ports.Keyboard. A paste chord makes the focused window take the clipboard's text."""

    def __init__(self, screen: FakeScreen, clipboard: FakeClipboard) -> None:
        self._screen = screen
        self._clipboard = clipboard

    def wait_released(self, timeout: int) -> bool:
        return self._screen.wait(lambda: not self._screen.held)

    def press(self, combos: Sequence[KeyCombo], into: Window) -> bool:
        screen = self._screen
        screen.before_press()
        now = screen.windows.get(into.handle)
        if screen.focus != into.handle or now is None or now.title != into.title:
            return False
        got = screen.received.setdefault(into.handle, [])
        for combo in combos:
            if str(combo) in ("ctrl+v", "shift+insert", "ctrl+shift+v"):
                if screen.reads_paste:
                    got.append(self._clipboard.paste(into.handle))
            else:
                got.append(f"<{combo}>")
        return True


class FakeHotkeys:
    """ports.Hotkeys. ``others`` are combinations that another program holds; ``hands_over`` goes into each press."""

    def __init__(self, screen: FakeScreen, windows: FakeWindows) -> None:
        self._screen = screen
        self._windows = windows
        self.others: set[KeyCombo] = set()
        self.bound: dict[KeyCombo, Callable[[Press], None]] = {}
        self.popup = 0
        self.hands_over = False

    def grab(self, combo: KeyCombo, pressed: Callable[[Press], None]) -> None:
        if combo in self.others:
            raise HotkeyTaken(combo.label, tuple(c.label for c in self.free(SUGGESTED)))
        self.bound[combo] = pressed

    def ungrab(self, combo: KeyCombo) -> None:
        self.bound.pop(combo, None)

    def hand_to(self, popup: int) -> None:
        self.popup = popup

    def free(self, combos: Sequence[KeyCombo]) -> list[KeyCombo]:
        return [c for c in combos if c not in self.others and c not in self.bound]

    def press(self, combo: KeyCombo) -> None:
        """The user presses it. Returns when the callback has, which runs on another thread."""
        pressed = self.bound.get(combo)
        if pressed is None:
            if combo not in self.others:
                self._screen.type(f"<{combo}>")
            return
        self._screen.held_back = []
        press = Press(combo, self._windows.active(), 0.0, self._screen.let_go, self.hands_over)
        thread = threading.Thread(target=pressed, args=(press,))
        thread.start()
        thread.join()

    def popup_shown(self) -> None:
        """The popup is on the screen and has the keyboard."""
        self._screen.focus = self.popup
        self._screen.let_go()


class FakeAutostart:
    """ports.Autostart."""

    def __init__(self) -> None:
        self.on = False
        self.writable = True

    def enabled(self) -> bool:
        return self.on

    def set(self, on: bool) -> None:
        if not self.writable:
            raise ReadOnly("开机启动的设置写不进去。")
        self.on = on


class FakeUsage:
    """ports.UsageSink."""

    def __init__(self) -> None:
        self.records: list[Activation] = []

    def append(self, activation: Activation) -> None:
        self.records.append(activation)


class FakeMisses:
    """ports.MissSink."""

    def __init__(self) -> None:
        self.records: list[Miss] = []

    def append(self, miss: Miss) -> None:
        self.records.append(miss)


@dataclass
class FakeDesktop:
    """All of it, with handles for tests to turn."""

    screen: FakeScreen = field(default_factory=FakeScreen)
    clock: FakeClock = field(default_factory=FakeClock)

    def __post_init__(self) -> None:
        self.clipboard = FakeClipboard(self.screen, self.clock.monotonic)
        self.windows = FakeWindows(self.screen)
        self.keyboard = FakeKeyboard(self.screen, self.clipboard)
        self.hotkeys = FakeHotkeys(self.screen, self.windows)
        self.autostart = FakeAutostart()

    def ports(self) -> Desktop:
        return Desktop(
            "fake", self.clipboard, self.windows, self.keyboard, self.hotkeys, self.autostart, close=lambda: None
        )
