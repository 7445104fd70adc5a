"""Running a few requests on the GUI thread.

On X11: between a server grab and its end no other connection is served, Qt's included. If the GUI thread is inside Qt
then, waiting for the server and holding the interpreter's lock, a grab taken on another thread could never be ended:
the whole desktop would stand still. On the GUI thread itself nobody of ours can be in between.

On Windows: only a window's own thread can give it the keyboard at once, whatever that thread was busy with before.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal, Slot

_PATIENCE = 2.0  # s for a busy GUI


class Stage(QObject):
    """Calls on the GUI thread and waits. Without an application, or on its thread, it just calls."""

    _asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._asked.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def call(self, work: Callable[[], bool]) -> bool:
        """What ``work`` returns; False when the GUI was too busy to run it, and then it never runs."""
        app = QCoreApplication.instance()
        if app is None or app.thread() is QThread.currentThread():
            return work()
        turn = self._put(app, work)
        turn.done.wait(_PATIENCE)
        return turn.close()

    def post(self, work: Callable[[], bool]) -> bool:
        """Have ``work`` run soon; False without an application."""
        app = QCoreApplication.instance()
        if app is not None:
            self._put(app, work)
        return app is not None

    def _put(self, app: QCoreApplication, work: Callable[[], bool]) -> _Turn:
        if self.thread() is not app.thread():
            self.moveToThread(app.thread())
        turn = _Turn(work)
        self._asked.emit(turn)
        return turn

    @Slot(object)
    def _run(self, turn: _Turn) -> None:
        turn.take()


class _Turn:
    """One call: taken by the GUI thread or closed by the one who waits, whichever is first."""

    def __init__(self, work: Callable[[], bool]) -> None:
        self._work = work
        self._result = False
        self._lock = threading.Lock()
        self._closed = False
        self.done = threading.Event()

    def take(self) -> None:
        with self._lock:
            if not self._closed:
                self._result = self._work()
        self.done.set()

    def close(self) -> bool:
        with self._lock:
            self._closed = True
            return self._result
