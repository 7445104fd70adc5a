"""Windows of other programs: who they are, where their text cursor is, and bringing them to the front."""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes

from assistant.core.model import Window
from assistant.core.ports import Box
from assistant.desktop.win32 import native, rights
from assistant.desktop.win32.waiting import until

assert sys.platform == "win32"

_TITLE_LENGTH = 4096  # UTF-16 units
_CLASS_LENGTH = 257  # the longest that Windows allows, and its end
_SW_RESTORE = 9
_SMTO_ABORTIFHUNG = 0x0002
_PING_LIMIT = 50  # ms; a program that answers later is not waited for
_FLASHW_STOP = 0
_SHELL = frozenset(["#32769", "progman", "workerw", "shell_traywnd"])  # desktop and taskbar: nothing is typed there

unseen: set[int] = set()
"""Windows of ours that are there for keys alone: while one of them is in front, no window is."""


class Win32Windows:
    """ports.Windows over user32."""

    def active(self) -> Window | None:
        """The window that gets what is typed now."""
        return active()

    def refresh(self, window: Window) -> Window | None:
        """Today's title of the same window."""
        return describe(window)

    def activate(self, window: Window) -> None:
        """Bring it to the front; one that lies in the taskbar is taken out first."""
        if native.IsIconic(window.handle):
            native.ShowWindowAsync(window.handle, _SW_RESTORE)
        bring_to_front(window.handle)

    def wait_active(self, window: Window, timeout: int) -> bool:
        """Look until what is typed goes into ``window``."""
        return until(lambda: has_keyboard(window.handle), timeout)

    def caret(self, window: Window) -> Box | None:
        """Where the text cursor of its thread is, if the program uses the one that Windows has."""
        return _caret(thread_info(window.handle))


def active() -> Window | None:
    """The foreground window; None when that is the desktop, the taskbar, a window in the taskbar or an unseen one."""
    handle = native.GetForegroundWindow()
    return None if not handle or handle in unseen or native.IsIconic(handle) else look(handle)


def look(handle: int) -> Window | None:
    """Everything about a top-level window; None when it is gone. Sends it no message: it may be stuck."""
    pid = wintypes.DWORD()
    kind = ctypes.create_unicode_buffer(_CLASS_LENGTH)
    if not native.GetWindowThreadProcessId(handle, ctypes.byref(pid)):
        return None
    native.GetClassName(handle, kind, _CLASS_LENGTH)
    if kind.value.lower() in _SHELL:
        return None
    return Window(
        handle=handle,
        focus=thread_info(handle).hwndFocus or handle,
        program=rights.program(pid.value),
        title=title(handle),
        pid=pid.value,
        kind=kind.value,
        elevated=rights.elevated(pid.value),
    )


def describe(window: Window) -> Window | None:
    """``window`` as it is today; None when it is gone, or its number belongs to another program's window now."""
    now = look(window.handle)
    if now is None or now.pid != window.pid:
        return None
    return Window(now.handle, window.focus, now.program, now.title, now.pid, now.kind, now.elevated)


def title(handle: int) -> str:
    """The title as Windows keeps it; "" when there is none."""
    text = ctypes.create_unicode_buffer(_TITLE_LENGTH)
    native.InternalGetWindowText(handle, text, _TITLE_LENGTH)
    return text.value


def thread_info(handle: int) -> native.GUITHREADINFO:
    """Who has the keyboard in a window's thread; all zero when Windows does not tell."""
    info = native.GUITHREADINFO(cbSize=ctypes.sizeof(native.GUITHREADINFO))
    thread = native.GetWindowThreadProcessId(handle, None)
    if thread:  # none would mean whichever is in front
        native.GetGUIThreadInfo(thread, ctypes.byref(info))
    return info


def has_keyboard(handle: int) -> bool:
    """Whether ``handle`` is in front and a part of it is ready for keys: keys that come earlier reach nobody."""
    return bool(
        native.GetForegroundWindow() == handle and not native.IsIconic(handle) and thread_info(handle).hwndFocus
    )


def bring_to_front(handle: int) -> None:
    """Give ``handle`` the keyboard, also when Windows would only let its button in the taskbar flash.

    Whoever has the foreground may pass it on. When that is another program, our thread joins its input for the moment
    of the call and thereby counts as it; a program that does not answer is not joined, it would hold us up. The
    thread of our own interface never comes into that: it may be waiting for the interpreter that we hold.
    """
    front = native.GetForegroundWindow()
    pid = wintypes.DWORD()
    thread = native.GetWindowThreadProcessId(front, ctypes.byref(pid)) if front else 0
    if front == handle:
        return
    if not thread or pid.value == native.GetCurrentProcessId() or not answers(front):
        came = native.SetForegroundWindow(handle)
    else:
        came = _set_joined(thread, handle)
    if not came:
        flash = native.FLASHWINFO(cbSize=ctypes.sizeof(native.FLASHWINFO), hwnd=handle, dwFlags=_FLASHW_STOP)
        native.FlashWindow(ctypes.byref(flash))


def _set_joined(thread: int, handle: int) -> bool:
    me = native.GetCurrentThreadId()
    joined = native.AttachThreadInput(me, thread, 1)
    try:
        return bool(native.SetForegroundWindow(handle))
    finally:
        if joined:
            native.AttachThreadInput(me, thread, 0)


def answers(handle: int, limit: int = _PING_LIMIT) -> bool:
    """Whether the thread of ``handle`` serves messages within ``limit`` ms."""
    result = ctypes.c_size_t()
    return bool(native.SendMessageTimeout(handle, 0, 0, 0, _SMTO_ABORTIFHUNG, limit, ctypes.byref(result)))


def _caret(info: native.GUITHREADINFO) -> Box | None:
    place = info.rcCaret
    if not info.hwndCaret or not (place.left or place.top or place.right or place.bottom):
        return None
    corners = []
    # A program that knows nothing of scaling counts in its own pixels: asked as if we were it, then translated.
    before = native.SetThreadDpiAwarenessContext(native.GetWindowDpiAwarenessContext(info.hwndCaret))
    try:
        for x, y in ((place.left, place.top), (place.right, place.bottom)):
            point = wintypes.POINT(x, y)
            if not native.ClientToScreen(info.hwndCaret, ctypes.byref(point)):
                return None
            native.LogicalToPhysicalPoint(info.hwndCaret, ctypes.byref(point))
            corners.append(point)
    finally:
        if before:
            native.SetThreadDpiAwarenessContext(before)
    first, last = corners
    return Box(first.x, first.y, last.x - first.x, last.y - first.y)
