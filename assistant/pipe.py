"""The client's end of a named pipe of Windows, with a time limit on everything that waits.

A plain ``open()`` of the pipe would wait for ever for an app that hangs, so that each step is begun and then waited
for. ``_winapi`` is the interpreter's own; its ``multiprocessing`` talks over pipes in the same manner.
"""

from __future__ import annotations

import ctypes
import sys
import time
from ctypes import wintypes
from types import TracebackType

assert sys.platform == "win32"

import _winapi  # noqa: E402 (there only)

_ERROR_PIPE_BUSY = 231
_ONLY_IDENTIFY = 0x0011_0000  # SECURITY_SQOS_PRESENT: whoever took the name of our pipe must not act in our name
_TO_ITS_END = True
_SHORTEST = 1  # ms; WaitNamedPipe takes 0 for the server's own idea of a limit


class Pipe:
    """A connection to the server of the pipe ``name``; ``timeout`` seconds are for all that is done with it.

    Everything raises OSError, as TimeoutError when the time is over.
    """

    def __init__(self, name: str, timeout: float) -> None:
        self._until = time.monotonic() + timeout
        self._handle = self._opened(name)

    def __enter__(self) -> Pipe:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        _winapi.CloseHandle(self._handle)

    def let_it_come_forward(self) -> None:
        """Let the server take the keyboard focus, which Windows gives only to the program that the user is with."""
        kernel, user = (ctypes.WinDLL(name) for name in ("kernel32", "user32"))
        server = wintypes.ULONG()
        if kernel.GetNamedPipeServerProcessId(wintypes.HANDLE(self._handle), ctypes.byref(server)):
            user.AllowSetForegroundWindow(server)

    def send(self, data: bytes) -> None:
        """Write all of ``data``."""
        while data:
            waiting, _ = _winapi.WriteFile(self._handle, data, overlapped=True)
            data = data[self._done(waiting) :]

    def receive(self, most: int) -> bytes:
        """At least one byte and at most so many; none when the server has ended."""
        try:
            waiting, _ = _winapi.ReadFile(self._handle, most, overlapped=True)
            self._done(waiting)
        except BrokenPipeError:
            return b""
        return bytes(waiting.getbuffer() or b"")

    def _opened(self, name: str) -> int:
        while True:
            try:
                return _winapi.CreateFile(
                    name,
                    _winapi.GENERIC_READ | _winapi.GENERIC_WRITE,
                    0,
                    _winapi.NULL,
                    _winapi.OPEN_EXISTING,
                    _winapi.FILE_FLAG_OVERLAPPED | _ONLY_IDENTIFY,
                    _winapi.NULL,
                )
            except OSError as error:
                if error.winerror != _ERROR_PIPE_BUSY:
                    raise
            # Free now does not mean free for us: somebody else may be quicker.
            _winapi.WaitNamedPipe(name, self._left())

    def _done(self, waiting: _winapi.Overlapped) -> int:
        """Wait for what was begun; how many bytes went over."""
        try:
            if _winapi.WaitForSingleObject(waiting.event, self._left()) != _winapi.WAIT_OBJECT_0:
                raise TimeoutError
        except BaseException:
            waiting.cancel()
            waiting.GetOverlappedResult(_TO_ITS_END)
            raise
        size, _ = waiting.GetOverlappedResult(_TO_ITS_END)
        return size

    def _left(self) -> int:
        """Milliseconds that remain. Raises TimeoutError when none do."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return max(_SHORTEST, int(left * 1000))
