"""A thread with a message queue: it serves messages and the orders of other threads, and does both in turn.

Only posted and sent messages are taken. Key presses stay in the queue until somebody asks for them by name: that is
how keys are held back while the popup is coming (:mod:`assistant.desktop.win32.hotkeys`).
"""

from __future__ import annotations

import ctypes
import math
import sys
import threading
from collections.abc import Callable
from ctypes import wintypes
from itertools import count
from queue import SimpleQueue

from assistant.core.errors import DesktopProblem, XiaoerError
from assistant.desktop.win32 import native

assert sys.platform == "win32"

Handle = Callable[[int, int, int], int | None]
"""Gets a message with its two parameters; its answer, or None for the system's own."""

_ANSWER_LIMIT = 3.0  # s; a loop that does not answer by then is stuck in another program
_END_LIMIT = 5.0  # s; what it gives back at its end may have to wait for its turn
_PM_REMOVE = 0x0001
_QS_EVENTS = 0x0008 | 0x0010 | 0x0040 | 0x0080  # posted, timers, sent, hotkeys; not the keyboard, not the mouse
_TAKE = _PM_REMOVE | _QS_EVENTS << 16
_MWMO_INPUTAVAILABLE = 0x0004
_INFINITE = 0xFFFFFFFF
_NUMBERS = count()


class Loop:
    """Runs ``handle(message, wparam, lparam)`` for what comes to its message-only :attr:`window`, and ``tick()`` after
    each round.

    ``tick`` returns the seconds after which it wants to be called again, None when only messages matter. ``prepare``
    runs first on the thread, ``finish`` last.
    """

    def __init__(
        self,
        name: str,
        handle: Handle,
        tick: Callable[[], float | None] = lambda: None,
        prepare: Callable[[], None] = lambda: None,
        finish: Callable[[], None] = lambda: None,
    ) -> None:
        self.window = 0
        self._name = f"{name}-{next(_NUMBERS)}"
        self._handle = handle
        self._tick = tick
        self._prepare = prepare
        self._finish = finish
        self._orders: SimpleQueue[Callable[[], None]] = SimpleQueue()
        # Not a message: Wine now and then loses one that comes just as the thread goes to sleep.
        self._wake = wintypes.HANDLE(native.CreateEvent(None, 0, 0, None))
        self._ended = False
        self._failed: Exception | None = None
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._procedure = native.WNDPROC(self._serve)

    def start(self) -> None:
        """Begin to serve. Raises DesktopProblem when the system gives no window, or what ``prepare`` raises."""
        self._thread.start()
        self._ready.wait(_ANSWER_LIMIT)
        if self._failed:
            raise self._failed
        if not self.window:
            raise DesktopProblem("Windows 没有给小二快答消息窗口。", "请重新启动小二快答。")

    def post(self, order: Callable[[], None]) -> None:
        """Have ``order`` run on the thread, soon."""
        self._orders.put(order)
        native.SetEvent(self._wake)

    def call(self, order: Callable[[], None], limit: float = _ANSWER_LIMIT) -> None:
        """Run ``order`` on the thread and wait for it, ``limit`` seconds at most; what it raises is raised here."""
        done = threading.Event()
        failed: list[Exception] = []

        def run() -> None:
            try:
                order()
            except (XiaoerError, OSError) as e:
                failed.append(e)
            finally:
                done.set()

        self.post(run)
        if not self._thread.is_alive() or not done.wait(limit):
            raise DesktopProblem("桌面没有响应。", "请稍后再试，或重新启动小二快答。")
        if failed:
            raise (
                failed[0] if isinstance(failed[0], XiaoerError) else DesktopProblem("和 Windows 的往来出了问题。")
            ) from failed[0]

    def pump(self) -> None:
        """On the thread: serve what is waiting."""
        message = wintypes.MSG()
        while native.PeekMessage(ctypes.byref(message), None, 0, 0, _TAKE):
            native.DispatchMessage(ctypes.byref(message))

    def close(self) -> None:
        """End the thread; its windows, hotkeys and the clipboard go back to the system."""
        self._ended = True
        self.post(lambda: None)
        self._thread.join(_END_LIMIT)
        if not self._thread.is_alive():
            native.CloseHandle(self._wake)
            self._wake = wintypes.HANDLE()  # 0: who posts later wakes nobody

    def _run(self) -> None:
        described = native.WNDCLASS(lpfnWndProc=self._procedure, lpszClassName=self._name)
        native.RegisterClass(ctypes.byref(described))
        self.window = native.CreateWindow(0, self._name, "", 0, 0, 0, 0, 0, native.HWND_MESSAGE, None, None, None) or 0
        try:
            if self.window:
                self._prepare()
            self._ready.set()
            while self.window and not self._ended:
                self.pump()
                while not self._orders.empty():
                    self._orders.get()()
                wait = self._tick()
                if self._orders.empty():
                    milliseconds = _INFINITE if wait is None else math.ceil(max(wait, 0) * 1000)
                    native.MsgWaitForMultipleObjects(
                        1, ctypes.byref(self._wake), milliseconds, _QS_EVENTS, _MWMO_INPUTAVAILABLE
                    )
        except XiaoerError as e:
            self._failed = e
        finally:
            self._finish()
            self._ready.set()
            native.DestroyWindow(self.window)
            native.UnregisterClass(self._name, None)

    def _serve(self, window: int, message: int, first: int, second: int) -> int:
        answer = self._handle(message, first, second) if window == self.window else None
        return int(native.DefWindowProc(window, message, first, second) if answer is None else answer)
