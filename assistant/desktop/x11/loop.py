"""A thread that owns an X connection: it waits for events and for orders of other threads, and does both in turn."""

from __future__ import annotations

import select
import socket
import threading
import time
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any

from Xlib import error

from assistant.core.errors import DesktopProblem, XiaoerError
from assistant.desktop.x11.link import Link

_LOOK_AGAIN = 0.01  # s between looks at a condition that no event may announce
_ANSWER_LIMIT = 3.0  # s; a loop that does not answer by then has lost its server


class Loop:
    """Runs ``handle(event)`` for every event and, after each round, ``tick()``.

    ``tick`` returns the seconds after which it wants to be called again, None when only events matter.
    When the loop ends, for whatever reason, the connection is closed: grabs and selections go back to the server.
    """

    def __init__(
        self, name: str, link: Link, handle: Callable[[Any], None], tick: Callable[[], float | None] = lambda: None
    ) -> None:
        self._link = link
        self._handle = handle
        self._tick = tick
        self._orders: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._ear, self._mouth = socket.socketpair()
        self._mouth.setblocking(False)  # noqa: FBT003
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin to serve."""
        self._thread.start()

    def post(self, order: Callable[[], None]) -> None:
        """Have ``order`` run on the thread, soon."""
        self._orders.put(order)
        try:
            self._mouth.send(b"!")
        except OSError:
            return  # full: it is awake; closed: it has ended

    def call(self, order: Callable[[], None], limit: float = _ANSWER_LIMIT) -> None:
        """Run ``order`` on the thread and wait for it; what it raises is raised here."""
        done = threading.Event()
        failed: list[Exception] = []

        def run() -> None:
            try:
                order()
            except (XiaoerError, error.XError, error.ConnectionClosedError) as e:
                failed.append(e)
            finally:
                done.set()

        self.post(run)
        if not self._thread.is_alive() or not done.wait(limit):
            raise DesktopProblem("桌面没有响应。", "请稍后再试，或重新启动小二快答。")
        if failed:
            raise (
                failed[0] if isinstance(failed[0], XiaoerError) else DesktopProblem("和桌面的连接出了问题。")
            ) from failed[0]

    def pump(self, holds: Callable[[], bool], deadline: float) -> bool:
        """On the thread: keep serving events until ``holds()`` or ``deadline`` (monotonic s)."""
        while not holds():
            left = deadline - time.monotonic()
            if left <= 0:
                return False
            self._serve()
            if not holds():
                self._sleep(min(left, _LOOK_AGAIN))
        return True

    def close(self) -> None:
        """End the thread and the connection."""
        self._ended.set()
        self.post(lambda: None)
        self._thread.join(1)

    def _run(self) -> None:
        try:
            while not self._ended.is_set():
                self._serve()
                while not self._orders.empty():
                    self._orders.get()()
                wait = self._tick()
                self._link.display.flush()
                self._sleep(wait)
        except (error.ConnectionClosedError, OSError):
            return  # the X server is gone; Qt ends the program with its own sentence
        finally:
            self._link.close()
            self._ear.close()
            self._mouth.close()

    def _serve(self) -> None:
        while self._link.display.pending_events():
            self._handle(self._link.display.next_event())
        self._link.display.flush()

    def _sleep(self, seconds: float | None) -> None:
        display = self._link.display
        if display.display.event_queue or not self._orders.empty():
            return
        ready, _, _ = select.select([display.fileno(), self._ear], [], [], seconds)
        if self._ear in ready:
            self._ear.recv(4096)
