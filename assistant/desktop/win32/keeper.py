"""A window that owns the clipboard when everything in it lies in the system."""

from __future__ import annotations

import ctypes
import sys
import threading
from ctypes import wintypes

from assistant.core.errors import DesktopProblem
from assistant.desktop.win32 import native

assert sys.platform == "win32"

_START_LIMIT = 3.0  # s
_WM_QUIT = 0x0012
_GetMessage = native.declare(
    native.user32, "GetMessageW", wintypes.BOOL,
    ctypes.POINTER(wintypes.MSG), wintypes.HWND, wintypes.UINT, wintypes.UINT,
)  # fmt: skip
_PostThreadMessage = native.declare(
    native.user32, "PostThreadMessageW", wintypes.BOOL, wintypes.DWORD, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM
)


class Keeper:
    """Its window has a procedure of Windows' own, and its thread does nothing but wait inside of Windows.

    So whoever empties the clipboard, and tells its owner, gets an answer without the interpreter: our own interface
    may hold the interpreter's lock while it copies.
    """

    def __init__(self) -> None:
        self.window = 0
        self._number = 0
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="xiaoer-clipboard-keeper", daemon=True)
        self._thread.start()
        self._ready.wait(_START_LIMIT)
        if not self.window:
            raise DesktopProblem("Windows 没有给小二快答消息窗口。", "请重新启动小二快答。")

    def close(self) -> None:
        """End the thread; what it owns stays in the clipboard."""
        _PostThreadMessage(self._number, _WM_QUIT, 0, 0)
        self._thread.join(1)

    def _run(self) -> None:
        self._number = native.GetCurrentThreadId()
        made = native.CreateWindow(0, "Static", "", 0, 0, 0, 0, 0, native.HWND_MESSAGE, None, None, None)
        self.window = made or 0
        self._ready.set()
        message = wintypes.MSG()
        while self.window and _GetMessage(ctypes.byref(message), None, 0, 0) > 0:
            native.DispatchMessage(ctypes.byref(message))
        native.DestroyWindow(self.window)
