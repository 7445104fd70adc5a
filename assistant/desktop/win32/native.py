"""The calls of user32 and kernel32 that this driver makes, typed once. Names are those of the Windows documentation.

Functions return 0 or None on failure; :func:`problem` tells why, as an OSError.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes
from typing import Any

assert sys.platform == "win32"

user32 = ctypes.WinDLL("user32", use_last_error=True)
kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)

HWND_MESSAGE = -3
LRESULT = ctypes.c_ssize_t
WNDPROC = ctypes.WINFUNCTYPE(LRESULT, wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)


class WNDCLASS(ctypes.Structure):
    """What RegisterClassW takes."""

    _fields_ = (
        ("style", wintypes.UINT),
        ("lpfnWndProc", WNDPROC),
        ("cbClsExtra", ctypes.c_int),
        ("cbWndExtra", ctypes.c_int),
        ("hInstance", wintypes.HINSTANCE),
        ("hIcon", wintypes.HICON),
        ("hCursor", wintypes.HANDLE),
        ("hbrBackground", wintypes.HBRUSH),
        ("lpszMenuName", wintypes.LPCWSTR),
        ("lpszClassName", wintypes.LPCWSTR),
    )


def declare(library: ctypes.WinDLL, name: str, result: Any, *arguments: Any) -> Any:
    """A function of ``library`` with its types; ctypes would else cut handles to 32 bits."""
    function = getattr(library, name)
    function.restype = result
    function.argtypes = arguments
    return function


def problem() -> OSError:
    """Why the last call of this thread failed."""
    return ctypes.WinError(ctypes.get_last_error())


GetCurrentThreadId = declare(kernel32, "GetCurrentThreadId", wintypes.DWORD)
GetModuleHandle = declare(kernel32, "GetModuleHandleW", wintypes.HMODULE, wintypes.LPCWSTR)

RegisterClass = declare(user32, "RegisterClassW", wintypes.ATOM, ctypes.POINTER(WNDCLASS))
UnregisterClass = declare(user32, "UnregisterClassW", wintypes.BOOL, wintypes.LPCWSTR, wintypes.HINSTANCE)
CreateWindow = declare(
    user32, "CreateWindowExW", wintypes.HWND, wintypes.DWORD, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD,
    ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_int,
    wintypes.HWND, wintypes.HMENU, wintypes.HINSTANCE, wintypes.LPVOID,
)  # fmt: skip
DestroyWindow = declare(user32, "DestroyWindow", wintypes.BOOL, wintypes.HWND)
DefWindowProc = declare(
    user32, "DefWindowProcW", LRESULT, wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM
)
PeekMessage = declare(
    user32, "PeekMessageW", wintypes.BOOL,
    ctypes.POINTER(wintypes.MSG), wintypes.HWND, wintypes.UINT, wintypes.UINT, wintypes.UINT,
)  # fmt: skip
DispatchMessage = declare(user32, "DispatchMessageW", LRESULT, ctypes.POINTER(wintypes.MSG))
PostMessage = declare(
    user32, "PostMessageW", wintypes.BOOL, wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM
)
MsgWaitForMultipleObjects = declare(
    user32, "MsgWaitForMultipleObjectsEx", wintypes.DWORD,
    wintypes.DWORD, ctypes.POINTER(wintypes.HANDLE), wintypes.DWORD, wintypes.DWORD, wintypes.DWORD,
)  # fmt: skip
