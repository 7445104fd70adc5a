"""The clipboard as an ordinary Windows program uses it, independent of the driver that is tested."""

from __future__ import annotations

import ctypes
import sys
import time
from ctypes import wintypes
from typing import Any

assert sys.platform == "win32"

user32 = ctypes.WinDLL("user32", use_last_error=True)
kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)

STANDARD = {
    "CF_TEXT": 1, "CF_BITMAP": 2, "CF_OEMTEXT": 7, "CF_DIB": 8, "CF_UNICODETEXT": 13, "CF_ENHMETAFILE": 14,
    "CF_HDROP": 15, "CF_LOCALE": 16, "CF_DIBV5": 17,
}  # fmt: skip
_NAMES = {number: name for name, number in STANDARD.items()}
_MOVEABLE = 0x0002
_PATIENCE = 3.0  # s; others have the clipboard open for moments


def declare(library: ctypes.WinDLL, name: str, result: Any, *arguments: Any) -> Any:
    """A function with its types."""
    function = getattr(library, name)
    function.restype = result
    function.argtypes = arguments
    return function


_open = declare(user32, "OpenClipboard", wintypes.BOOL, wintypes.HWND)
_close = declare(user32, "CloseClipboard", wintypes.BOOL)
_empty = declare(user32, "EmptyClipboard", wintypes.BOOL)
_set = declare(user32, "SetClipboardData", wintypes.HANDLE, wintypes.UINT, wintypes.HANDLE)
_get = declare(user32, "GetClipboardData", wintypes.HANDLE, wintypes.UINT)
_next = declare(user32, "EnumClipboardFormats", wintypes.UINT, wintypes.UINT)
_register = declare(user32, "RegisterClipboardFormatW", wintypes.UINT, wintypes.LPCWSTR)
_name = declare(user32, "GetClipboardFormatNameW", ctypes.c_int, wintypes.UINT, wintypes.LPWSTR, ctypes.c_int)
_allocate = declare(kernel32, "GlobalAlloc", wintypes.HGLOBAL, wintypes.UINT, ctypes.c_size_t)
_lock = declare(kernel32, "GlobalLock", wintypes.LPVOID, wintypes.HGLOBAL)
_unlock = declare(kernel32, "GlobalUnlock", wintypes.BOOL, wintypes.HGLOBAL)
_size = declare(kernel32, "GlobalSize", ctypes.c_size_t, wintypes.HGLOBAL)
sequence = declare(user32, "GetClipboardSequenceNumber", wintypes.DWORD)


def number(name: str) -> int:
    """The number of a format by its name, registered when it is not one of the system's."""
    return STANDARD.get(name) or int(_register(name))


def name_of(format_: int) -> str:
    """And back."""
    if format_ in _NAMES:
        return _NAMES[format_]
    room = ctypes.create_unicode_buffer(256)
    return room.value if _name(format_, room, 256) else f"#{format_}"


class Opened:
    """``with Opened(window)``: the clipboard is open for us."""

    def __init__(self, window: int) -> None:
        self._window = window

    def __enter__(self) -> None:
        until = time.monotonic() + _PATIENCE
        while not _open(self._window):
            if time.monotonic() > until:
                raise OSError("somebody keeps the clipboard open")
            time.sleep(0.002)

    def __exit__(self, *_: object) -> None:
        _close()


def memory_of(data: bytes) -> int:
    """A block of global memory with ``data`` in it."""
    block = _allocate(_MOVEABLE, len(data))
    if data:
        ctypes.memmove(_lock(block), data, len(data))
        _unlock(block)
    return int(block)


def copy(window: int, formats: dict[str, bytes], *, lazily: bool) -> None:
    """Take the clipboard with these formats; ``lazily`` only names them (:func:`render` then hands them out)."""
    with Opened(window):
        _empty()
        for name, data in formats.items():
            _set(number(name), None if lazily else memory_of(data))


def render(format_: int, data: bytes) -> None:
    """What a window does on WM_RENDERFORMAT: the clipboard is open by whoever asks."""
    _set(format_, memory_of(data))


def formats(window: int) -> list[str]:
    """The names of all formats on offer, in their order, those that the system makes included."""
    found: list[str] = []
    with Opened(window):
        format_ = _next(0)
        while format_:
            found.append(name_of(format_))
            format_ = _next(format_)
    return found


def read(window: int, name: str) -> bytes | None:
    """One format's bytes; None when it is not there or its owner gives nothing. Only formats that lie in memory."""
    with Opened(window):
        block = _get(number(name))
        if not block:
            return None
        size = int(_size(block))
        address = _lock(block)
        try:
            return ctypes.string_at(address, size) if address else b""
        finally:
            _unlock(block)
