"""The user's keys and ours."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Sequence

from assistant.core.hotkey import KeyCombo
from assistant.core.model import Window
from assistant.desktop.win32 import keys, native, rights, windows
from assistant.desktop.win32.waiting import until

assert sys.platform == "win32"

_INPUT_KEYBOARD = 1
_EXTENDED, _KEY_UP, _UNICODE = 0x1, 0x2, 0x4
_DOWN = 0x8000
_TO_SCAN_CODE, _TO_KEY = 0, 3  # MAPVK_VK_TO_VSC, MAPVK_VSC_TO_VK_EX


class Win32Keyboard:
    """ports.Keyboard over SendInput."""

    def wait_released(self, timeout: int) -> bool:
        """Look until no modifier, Return or Space is down: their release must not reach the chat as an Enter."""
        return until(lambda: not any(map(is_down, keys.WAITED_FOR)), timeout)

    def press(self, combos: Sequence[KeyCombo], into: Window) -> bool:
        """Check, then press all in one call: Windows lets no key of anybody else in between.

        The window can change in the few microseconds between the last question and that call; Windows has nothing to
        prevent it. Nothing is pressed into a program that Windows would keep our keys from, nor into one that serves no
        messages: it would take them much later.
        """
        wanted = keys.strokes(combos)
        if rights.elevated(into.pid) or not all(s.key for s in wanted) or not windows.answers(into.handle):
            return False
        same = windows.title(into.handle) == into.title
        return same and windows.has_keyboard(into.handle) and send(wanted)


def is_down(key: int) -> bool:
    """Whether a virtual key is down now, whoever gets it."""
    return bool(native.GetAsyncKeyState(key) & _DOWN)


def send(strokes: Sequence[keys.Stroke]) -> bool:
    """Type ``strokes`` into whatever has the keyboard, in one go. False when Windows does not take them."""
    if not strokes:
        return True
    made = (native.INPUT * len(strokes))(*map(_input, strokes))
    return bool(native.SendInput(len(strokes), made, ctypes.sizeof(native.INPUT)) == len(strokes))


def recovered(stroke: keys.Stroke) -> keys.Stroke:
    """The key that an input method had hidden."""
    if stroke.key != keys.PROCESS_KEY:
        return stroke
    key = native.MapVirtualKey(stroke.scan | (0xE000 if stroke.extended else 0), _TO_KEY)
    generic = {0xA0: keys.SHIFT, 0xA1: keys.SHIFT, 0xA2: keys.CONTROL, 0xA3: keys.CONTROL}
    return keys.Stroke(generic.get(key, key), stroke.up, stroke.scan, stroke.extended)


def _input(stroke: keys.Stroke) -> native.INPUT:
    flags = (_KEY_UP if stroke.up else 0) | (_EXTENDED if stroke.extended else 0)
    if stroke.character:
        ki = native.KEYBDINPUT(wScan=stroke.character, dwFlags=flags | _UNICODE)
    else:
        scan = stroke.scan or native.MapVirtualKey(stroke.key, _TO_SCAN_CODE)
        ki = native.KEYBDINPUT(wVk=stroke.key, wScan=scan, dwFlags=flags)
    return native.INPUT(type=_INPUT_KEYBOARD, ki=ki)
