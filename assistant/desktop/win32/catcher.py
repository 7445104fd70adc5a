"""A window that nobody sees, for keys that are typed before the popup can take them.

While it has the keyboard the keys stay in the queue of its thread, untranslated: no input method, no accelerator has
seen them. Then they are typed once more, into whom they are for.
"""

from __future__ import annotations

import ctypes
import sys
import time
from collections.abc import Callable
from ctypes import wintypes

from assistant.core.errors import DesktopProblem
from assistant.desktop.win32 import keyboard, keys, native, windows

assert sys.platform == "win32"

# On the screen by one pixel, or the window would get no keys from some systems; never in the taskbar or under Alt+Tab.
_POPUP_STYLE = 0x80000000
_UNSEEN = 0x00000080 | 0x00080000 | 0x00000020  # tool window, layered, transparent to the mouse
_LWA_ALPHA = 0x2
_SW_SHOWNA = 8
_HWND_BOTTOM = 1
_STAY = 0x0001 | 0x0002 | 0x0010  # SetWindowPos: no other size, no other place, not activated
_FIRST_KEY, _LAST_KEY = 0x0100, 0x0109  # WM_KEYFIRST, WM_KEYLAST
_PM_REMOVE = 0x0001
_ARRIVAL_LIMIT = 0.5  # s for a window of a living program to come to the front
_LOOK_AGAIN = 0.0005  # s


class Catcher:
    """Everything runs on the thread that made it. The window's procedure is Windows' own: others may send to it."""

    def __init__(self) -> None:
        native.ImmDisableIME(0)
        self._window = native.CreateWindow(_UNSEEN, "Static", "", _POPUP_STYLE, 0, 0, 1, 1, None, None, None, None)
        if not self._window:
            raise DesktopProblem("Windows 没有给小二快答接收按键的窗口。", "请重新启动小二快答。")
        windows.unseen.add(self._window)
        native.ImmAssociateContext(self._window, None)
        native.SetLayeredWindowAttributes(self._window, 0, 0, _LWA_ALPHA)
        native.ShowWindow(self._window, _SW_SHOWNA)
        self._typed: list[keys.Stroke] = []
        self._sink()

    def has_keyboard(self) -> bool:
        """Whether keys come here now."""
        return bool(native.GetForegroundWindow() == self._window)

    def catch(self) -> None:
        """Take the keyboard."""
        self.drop()
        native.SetForegroundWindow(self._window)

    def drop(self) -> None:
        """Forget what was caught."""
        self.collect()
        self._typed.clear()

    def collect(self) -> None:
        """Take the keys that have come out of the queue."""
        message = wintypes.MSG()
        while native.PeekMessage(ctypes.byref(message), None, _FIRST_KEY, _LAST_KEY, _PM_REMOVE):
            self._typed += map(keyboard.recovered, keys.read_message(message.message, message.wParam, message.lParam))

    @property
    def caught(self) -> list[keys.Stroke]:
        """Everything up to now."""
        self.collect()
        return list(self._typed)

    def hand_to(self, window: int) -> None:
        """Give ``window`` the keyboard and then all that was caught, in one piece: nothing typed can come in between.

        When it does not come to the front the keys are dropped: they were not meant for whoever is there instead.
        """
        windows.answers(window)  # its thread is between two messages now: it will follow at once
        self.collect()
        native.SetForegroundWindow(window)
        if self._arrived(window):
            self.collect()
            keyboard.send(keys.whole(self._typed, _is_held))
        self.end()

    def end(self) -> None:
        """The keys are where they belong, and so is the keyboard."""
        self.drop()
        self._sink()

    def pass_on(self, window: int) -> None:
        """Give up the keyboard, in favour of ``window`` or of nobody (0), and what was typed."""
        if self.has_keyboard():
            native.SetForegroundWindow(window or native.GetDesktopWindow())
        self.end()

    def close(self) -> None:
        """Take the window away."""
        native.DestroyWindow(self._window)
        windows.unseen.discard(self._window)

    def _arrived(self, window: int) -> bool:
        end = time.monotonic() + _ARRIVAL_LIMIT
        while not windows.has_keyboard(window):
            if time.monotonic() > end:
                return False
            self.collect()
            time.sleep(_LOOK_AGAIN)
        return True

    def _sink(self) -> None:
        """Below all others: Windows must not choose it when the window in front goes away."""
        native.SetWindowPos(self._window, _HWND_BOTTOM, 0, 0, 0, 0, _STAY)


def take_over(window: int, caught: Callable[[], list[keys.Stroke]]) -> bool:
    """On the thread of ``window``: take the keyboard and, in the same moment, what was caught; True when it is here.

    The window's own thread gets the keyboard at once, and takes no key out of its queue before this returns.
    ``caught`` tells what the catcher has, the last time after it has lost the keyboard: what came while it changed
    hands follows.
    """
    early = caught()
    native.SetForegroundWindow(window)
    if not windows.has_keyboard(window):
        return False
    keyboard.send(keys.whole(early, _is_held))
    everything = caught()
    if len(everything) > len(early):
        keyboard.send(keys.whole(everything, _is_held)[len(keys.whole(early, lambda _: True)) :])
    return True


def _is_held(stroke: keys.Stroke) -> bool:
    return keyboard.is_down(stroke.key)
