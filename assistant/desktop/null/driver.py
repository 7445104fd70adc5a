"""No hotkeys, no windows, no keys. The reply goes to the clipboard by pyperclip and the agent pastes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pyperclip

from assistant.core.errors import DesktopProblem
from assistant.core.hotkey import KeyCombo
from assistant.core.model import Window
from assistant.core.ports import Box, Copied, Desktop, Loan, Press


class CopyOnlyLoan:
    """ports.Loan for a clipboard that can't tell who reads: the paste never counts as done."""

    complete = True

    def mark(self) -> float:
        """No time: nothing is ever read."""
        return 0.0

    def read_since(self, mark: float, timeout: int) -> bool:
        """Never."""
        return False

    def give_back(self, quiet: int = 0) -> None:
        """The text was copied on purpose and stays."""

    def keep(self) -> None:
        """It stays."""


class CopyOnlyClipboard:
    """ports.Clipboard over pyperclip."""

    def copied(self) -> Copied | None:
        """Unknown."""
        return None

    def text(self, timeout: int) -> str | None:
        """The clipboard's text."""
        try:
            return str(pyperclip.paste()) or None
        except pyperclip.PyperclipException:
            return None

    def put(self, text: str) -> None:
        """Copy; raises DesktopProblem when the system has no clipboard that pyperclip knows."""
        try:
            pyperclip.copy(text)
        except pyperclip.PyperclipException as e:
            raise DesktopProblem("没有可用的剪贴板。", "在 Linux 上请安装 xclip 或 wl-clipboard。") from e

    def prefetch(self) -> None:
        """Nothing to keep."""

    def lend(self, text: str, reader: Window | None, save_timeout: int, *, primary: bool = False) -> Loan:
        """Copy."""
        self.put(text)
        return CopyOnlyLoan()


class NoWindows:
    """ports.Windows where other programs' windows can't be seen."""

    def active(self) -> Window | None:
        """Unknown."""
        return None

    def refresh(self, window: Window) -> Window | None:
        """Unknown."""
        return None

    def activate(self, window: Window) -> None:
        """Not possible."""

    def wait_active(self, window: Window, timeout: int) -> bool:
        """Never."""
        return False

    def caret(self, window: Window) -> Box | None:
        """Not known."""
        return None


class NoKeyboard:
    """ports.Keyboard where keys can't be pressed."""

    def wait_released(self, timeout: int) -> bool:
        """Nothing is known to be held."""
        return True

    def press(self, combos: Sequence[KeyCombo], into: Window) -> bool:
        """Never."""
        return False


class NoHotkeys:
    """ports.Hotkeys where none can be registered."""

    def __init__(self, why: str) -> None:
        self._why = why

    def grab(self, combo: KeyCombo, pressed: Callable[[Press], None]) -> None:
        """Raises DesktopProblem."""
        raise DesktopProblem(self._why, "可以从托盘图标或命令 xiaoer popup 打开。")

    def ungrab(self, combo: KeyCombo) -> None:
        """Nothing was grabbed."""

    def hand_to(self, popup: int) -> None:
        """No press will come."""

    def free(self, combos: Sequence[KeyCombo]) -> list[KeyCombo]:
        """None."""
        return []


class NoAutostart:
    """ports.Autostart where it isn't there yet."""

    def enabled(self) -> bool:
        """Never."""
        return False

    def set(self, on: bool) -> None:
        """Raises DesktopProblem when asked to switch it on."""
        if on:
            raise DesktopProblem("这个系统还不支持开机启动。", "请在系统设置里自己添加启动项。")


def open_null(why: str) -> Desktop:
    """The driver that only copies; ``why`` is told to the user."""
    return Desktop(
        name="null",
        clipboard=CopyOnlyClipboard(),
        windows=NoWindows(),
        keyboard=NoKeyboard(),
        hotkeys=NoHotkeys(why),
        autostart=NoAutostart(),
        close=lambda: None,
        lacks=why,
    )
