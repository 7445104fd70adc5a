"""What the app is to its system: its name on the task bar, its log, and being told to end.

A session that ends (Windows: ``WM_QUERYENDSESSION``) gives no second chance: whatever is not on the disk when we answer
may be lost. A user may still call it off, so nothing is closed for it.
"""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from threading import Thread

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal
from PySide6.QtGui import QGuiApplication

from assistant.core.errors import XiaoerError
from assistant.storage.paths import Paths

_LOG_BYTES = 1 << 20
_WARNING = 0x30  # MB_ICONWARNING
_SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")  # SIGBREAK is what Windows tells when a console is closed
NAME_ON_THE_TASK_BAR = "Xiaoer.QuickReply"  # the shortcut of the Start menu carries the same, so that both are one


class Ends(QObject):
    """Hears what ends the program: ``asked`` on the GUI thread for signals, ``keep`` when the session ends."""

    asked = Signal()

    def __init__(self, qt: QGuiApplication, keep: Callable[[], None]) -> None:
        super().__init__(qt)
        self.asked.connect(qt.quit, Qt.ConnectionType.QueuedConnection)
        qt.commitDataRequest.connect(lambda _: keep(), Qt.ConnectionType.DirectConnection)
        self._ears = _listen(self)
        for name in _SIGNALS:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _nothing)


if sys.platform == "win32":

    def _listen(ends: Ends) -> object:
        """A thread with a pipe: the pair of sockets of other systems is a connection over the network stack there."""
        ear, mouth = os.pipe()
        signal.set_wakeup_fd(mouth, warn_on_full_buffer=False)

        def hear() -> None:
            while os.read(ear, 1):
                ends.asked.emit()

        Thread(target=hear, name="xiaoer-signals", daemon=True).start()
        return None
else:

    def _listen(ends: Ends) -> object:
        """Python runs its handlers only between bytecodes, of which an idle event loop has none; hence the sockets."""
        ear, mouth = socket.socketpair()
        ear.setblocking(False)  # noqa: FBT003
        mouth.setblocking(False)  # noqa: FBT003
        signal.set_wakeup_fd(mouth.fileno(), warn_on_full_buffer=False)
        note = QSocketNotifier(ear.fileno(), QSocketNotifier.Type.Read, ends)
        note.activated.connect(ends.asked)
        return ear, mouth


def _nothing(*_: object) -> None:
    """The wake-up is in the pipe."""


def name_us() -> None:
    """Be one program on the task bar of Windows, under our own icon and not the interpreter's."""
    if sys.platform == "win32":
        ctypes.WinDLL("shell32").SetCurrentProcessExplicitAppUserModelID(ctypes.c_wchar_p(NAME_ON_THE_TASK_BAR))


def complain(problem: XiaoerError) -> None:
    """Say why the program does not start: on the terminal, or in a window where a program of Windows has none."""
    if sys.stderr is not None:
        print(problem, file=sys.stderr)  # noqa: T201
    elif sys.platform == "win32":
        ctypes.WinDLL("user32").MessageBoxW(
            None, ctypes.c_wchar_p(str(problem)), ctypes.c_wchar_p("小二快答"), _WARNING
        )


def log_to(paths: Paths) -> None:
    """Logs hold identifiers and figures, never texts, titles or buyers."""
    try:
        handler = RotatingFileHandler(paths.logs / "xiaoer.log", maxBytes=_LOG_BYTES, backupCount=2, encoding="utf-8")
    except OSError:
        return
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s", handlers=[handler])
