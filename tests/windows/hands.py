"""The user's keys, injected into the system's input queue as a keyboard driver's are: hotkeys, focus and input methods
apply to them. Keys that come by the screen (XTEST) would depend on what X11 takes for the focus, which Wine follows late.
"""

from __future__ import annotations

import ctypes
import sys
import time
from ctypes import wintypes

assert sys.platform == "win32"

_user32 = ctypes.WinDLL("user32")
_press = _user32.keybd_event
_press.restype = None
_press.argtypes = [wintypes.BYTE, wintypes.BYTE, wintypes.DWORD, ctypes.c_size_t]
_scan = _user32.MapVirtualKeyW
CODES = {
    "ctrl": 0xA2, "alt": 0xA4, "shift": 0xA0, "super": 0x5B, "return": 0x0D, "space": 0x20, "escape": 0x1B,
    "tab": 0x09, "backspace": 0x08, "up": 0x26, "down": 0x28, "\n": 0x0D, " ": 0x20,
    **{f"f{n}": 0x6F + n for n in range(1, 13)},
}  # fmt: skip
STROKE = 0.02  # s that a key is down at least, and from key to key
_EXTENDED = {0x5B, 0x26, 0x28}
_UP = 2


def code(name: str) -> int:
    """The virtual key of a key's name or of a lower-case letter or digit."""
    return CODES.get(name) or ord(name.upper())


def hold(*names: str) -> None:
    """Press keys and keep them down."""
    for name in names:
        _send(code(name), 0)


def release(*names: str) -> None:
    """Let keys go."""
    for name in names:
        _send(code(name), _UP)


def press(combo: str) -> None:
    """Press a combination as fast as a hand does."""
    names = combo.split("+")
    hold(*names)
    pause(STROKE)
    release(*reversed(names))


def type_(text: str, pace: float = STROKE) -> None:
    """Type lower-case letters, digits and line ends, one every ``pace`` seconds."""
    for letter in text:
        pause(pace)
        hold(letter)
        release(letter)


def pause(seconds: float) -> None:
    """A person's time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        time.sleep(0.001)


def _send(key: int, up: int) -> None:
    _press(key, _scan(key, 0), up | (key in _EXTENDED), 0)
