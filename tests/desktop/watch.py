"""A guard that ends whoever holds the X server: without it a program that grabs and hangs would hang the tests too."""

from __future__ import annotations

import os
import select
import signal
import socket
import threading

HELLO = b"l\0" + (11).to_bytes(2, "little") + bytes(8)  # little-endian, X11, no authorization
LIMIT = 5.0  # s without an answer that count as held for ever
PAUSE = 1.0  # s between two looks


class Watch:
    """Asks the server for a new connection again and again. Unanswered: SIGABRT to the suspects, once."""

    def __init__(self, display: str) -> None:
        self.path = f"/tmp/.X11-unix/X{display.removeprefix(':')}"
        self.suspects: list[int] = []  # process ids
        self.caught = False
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop looking."""
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._over.wait(PAUSE):
            if not self._answers():
                self.caught = True
                for pid in self.suspects:
                    os.kill(pid, signal.SIGABRT)
                return

    def _answers(self) -> bool:
        """Whether the server serves strangers; also when it is gone, which is another story."""
        with socket.socket(socket.AF_UNIX) as door:
            try:
                door.connect(self.path)
                door.sendall(HELLO)
            except OSError:
                return True
            for _ in range(int(LIMIT * 10)):
                if self._over.is_set() or select.select([door], [], [], 0.1)[0]:
                    return True
        return False
