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
advapi32 = ctypes.WinDLL("advapi32", use_last_error=True)
imm32 = ctypes.WinDLL("imm32", use_last_error=True)

HWND_MESSAGE = -3
LRESULT = ctypes.c_ssize_t
WNDPROC = ctypes.WINFUNCTYPE(LRESULT, wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)
WINEVENTPROC = ctypes.WINFUNCTYPE(
    None, wintypes.HANDLE, wintypes.DWORD, wintypes.HWND, wintypes.LONG, wintypes.LONG, wintypes.DWORD, wintypes.DWORD
)


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


class GUITHREADINFO(ctypes.Structure):
    """Who has the keyboard and the text cursor in one thread; ``cbSize`` is to be set."""

    _fields_ = (
        ("cbSize", wintypes.DWORD),
        ("flags", wintypes.DWORD),
        ("hwndActive", wintypes.HWND),
        ("hwndFocus", wintypes.HWND),
        ("hwndCapture", wintypes.HWND),
        ("hwndMenuOwner", wintypes.HWND),
        ("hwndMoveSize", wintypes.HWND),
        ("hwndCaret", wintypes.HWND),
        ("rcCaret", wintypes.RECT),
    )


class KEYBDINPUT(ctypes.Structure):
    """One key going down or up."""

    _fields_ = (
        ("wVk", wintypes.WORD),
        ("wScan", wintypes.WORD),
        ("dwFlags", wintypes.DWORD),
        ("time", wintypes.DWORD),
        ("dwExtraInfo", ctypes.c_size_t),
    )


class INPUT(ctypes.Structure):
    """What SendInput takes. Its union is as large as its mouse member, eight bytes more than a key."""

    _fields_ = (("type", wintypes.DWORD), ("ki", KEYBDINPUT), ("rest", ctypes.c_ubyte * 8))


class FLASHWINFO(ctypes.Structure):
    """What FlashWindowEx takes; ``cbSize`` is to be set."""

    _fields_ = (
        ("cbSize", wintypes.UINT),
        ("hwnd", wintypes.HWND),
        ("dwFlags", wintypes.DWORD),
        ("uCount", wintypes.UINT),
        ("dwTimeout", wintypes.DWORD),
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
CreateEvent = declare(
    kernel32, "CreateEventW", wintypes.HANDLE, wintypes.LPVOID, wintypes.BOOL, wintypes.BOOL, wintypes.LPCWSTR
)
SetEvent = declare(kernel32, "SetEvent", wintypes.BOOL, wintypes.HANDLE)
MsgWaitForMultipleObjects = declare(
    user32, "MsgWaitForMultipleObjectsEx", wintypes.DWORD,
    wintypes.DWORD, ctypes.POINTER(wintypes.HANDLE), wintypes.DWORD, wintypes.DWORD, wintypes.DWORD,
)  # fmt: skip
SendMessageTimeout = declare(
    user32, "SendMessageTimeoutW", LRESULT,
    wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM,
    wintypes.UINT, wintypes.UINT, ctypes.POINTER(ctypes.c_size_t),
)  # fmt: skip
GetMessageTime = declare(user32, "GetMessageTime", wintypes.LONG)

IsWindow = declare(user32, "IsWindow", wintypes.BOOL, wintypes.HWND)
IsWindowVisible = declare(user32, "IsWindowVisible", wintypes.BOOL, wintypes.HWND)
IsIconic = declare(user32, "IsIconic", wintypes.BOOL, wintypes.HWND)
GetDesktopWindow = declare(user32, "GetDesktopWindow", wintypes.HWND)
GetForegroundWindow = declare(user32, "GetForegroundWindow", wintypes.HWND)
SetForegroundWindow = declare(user32, "SetForegroundWindow", wintypes.BOOL, wintypes.HWND)
GetWindowThreadProcessId = declare(
    user32, "GetWindowThreadProcessId", wintypes.DWORD, wintypes.HWND, ctypes.POINTER(wintypes.DWORD)
)
InternalGetWindowText = declare(
    user32, "InternalGetWindowText", ctypes.c_int, wintypes.HWND, wintypes.LPWSTR, ctypes.c_int
)
GetClassName = declare(user32, "GetClassNameW", ctypes.c_int, wintypes.HWND, wintypes.LPWSTR, ctypes.c_int)
GetGUIThreadInfo = declare(user32, "GetGUIThreadInfo", wintypes.BOOL, wintypes.DWORD, ctypes.POINTER(GUITHREADINFO))
ClientToScreen = declare(user32, "ClientToScreen", wintypes.BOOL, wintypes.HWND, ctypes.POINTER(wintypes.POINT))
ShowWindow = declare(user32, "ShowWindow", wintypes.BOOL, wintypes.HWND, ctypes.c_int)
ShowWindowAsync = declare(user32, "ShowWindowAsync", wintypes.BOOL, wintypes.HWND, ctypes.c_int)
SetWindowPos = declare(
    user32, "SetWindowPos", wintypes.BOOL, wintypes.HWND, wintypes.HWND,
    ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_int, wintypes.UINT,
)  # fmt: skip
SetLayeredWindowAttributes = declare(
    user32,
    "SetLayeredWindowAttributes",
    wintypes.BOOL,
    wintypes.HWND,
    wintypes.COLORREF,
    ctypes.c_ubyte,
    wintypes.DWORD,
)
AttachThreadInput = declare(user32, "AttachThreadInput", wintypes.BOOL, wintypes.DWORD, wintypes.DWORD, wintypes.BOOL)
FlashWindow = declare(user32, "FlashWindowEx", wintypes.BOOL, ctypes.POINTER(FLASHWINFO))
SetWinEventHook = declare(
    user32, "SetWinEventHook", wintypes.HANDLE, wintypes.DWORD, wintypes.DWORD, wintypes.HMODULE, WINEVENTPROC,
    wintypes.DWORD, wintypes.DWORD, wintypes.DWORD,
)  # fmt: skip
UnhookWinEvent = declare(user32, "UnhookWinEvent", wintypes.BOOL, wintypes.HANDLE)

RegisterHotKey = declare(
    user32, "RegisterHotKey", wintypes.BOOL, wintypes.HWND, ctypes.c_int, wintypes.UINT, wintypes.UINT
)
UnregisterHotKey = declare(user32, "UnregisterHotKey", wintypes.BOOL, wintypes.HWND, ctypes.c_int)
SendInput = declare(user32, "SendInput", wintypes.UINT, wintypes.UINT, ctypes.POINTER(INPUT), ctypes.c_int)
GetAsyncKeyState = declare(user32, "GetAsyncKeyState", wintypes.SHORT, ctypes.c_int)
MapVirtualKey = declare(user32, "MapVirtualKeyW", wintypes.UINT, wintypes.UINT, wintypes.UINT)
ImmDisableIME = declare(imm32, "ImmDisableIME", wintypes.BOOL, wintypes.DWORD)
ImmAssociateContext = declare(imm32, "ImmAssociateContext", wintypes.HANDLE, wintypes.HWND, wintypes.HANDLE)

SetProcessDpiAwarenessContext = declare(user32, "SetProcessDpiAwarenessContext", wintypes.BOOL, wintypes.HANDLE)
SetThreadDpiAwarenessContext = declare(user32, "SetThreadDpiAwarenessContext", wintypes.HANDLE, wintypes.HANDLE)
GetWindowDpiAwarenessContext = declare(user32, "GetWindowDpiAwarenessContext", wintypes.HANDLE, wintypes.HWND)
LogicalToPhysicalPoint = declare(
    user32, "LogicalToPhysicalPointForPerMonitorDPI", wintypes.BOOL, wintypes.HWND, ctypes.POINTER(wintypes.POINT)
)

CloseHandle = declare(kernel32, "CloseHandle", wintypes.BOOL, wintypes.HANDLE)
GetCurrentProcessId = declare(kernel32, "GetCurrentProcessId", wintypes.DWORD)
GetCurrentProcess = declare(kernel32, "GetCurrentProcess", wintypes.HANDLE)
GetCurrentThread = declare(kernel32, "GetCurrentThread", wintypes.HANDLE)
SetThreadPriority = declare(kernel32, "SetThreadPriority", wintypes.BOOL, wintypes.HANDLE, ctypes.c_int)
OpenProcess = declare(kernel32, "OpenProcess", wintypes.HANDLE, wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
QueryFullProcessImageName = declare(
    kernel32, "QueryFullProcessImageNameW", wintypes.BOOL,
    wintypes.HANDLE, wintypes.DWORD, wintypes.LPWSTR, ctypes.POINTER(wintypes.DWORD),
)  # fmt: skip

OpenProcessToken = declare(
    advapi32, "OpenProcessToken", wintypes.BOOL, wintypes.HANDLE, wintypes.DWORD, ctypes.POINTER(wintypes.HANDLE)
)
GetTokenInformation = declare(
    advapi32, "GetTokenInformation", wintypes.BOOL,
    wintypes.HANDLE, ctypes.c_int, wintypes.LPVOID, wintypes.DWORD, ctypes.POINTER(wintypes.DWORD),
)  # fmt: skip
