"""The running app's ear: commands of other processes, as signals' worth of calls on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from shiboken6 import isValid

_LONGEST = 1 << 20  # bytes; nobody sends us a longer command in good faith
_FAREWELL = 500  # ms that one who asked may take to read the answer when we end
_ANSWERED = "answered"

Handler = Callable[[bytes, Callable[[bytes], None]], None]
"""Gets a line and a function that sends the answer's line, now or later."""


class Listener(QObject):
    """Listens at a socket path or a pipe name, for the own user only. Each line goes to ``handle``.

    Who asked ends the connection when the answer is there: Windows throws away what is in a pipe when our side does.
    """

    def __init__(self, path: str, handle: Handler, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handle = handle
        self._lines: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(path)  # left by a killed app; the lock says that no other one runs
        self.listening = self._server.listen(path)
        self._server.newConnection.connect(self._connected)

    def close(self) -> None:
        """Stop listening, when those who wait have read their answers."""
        for line in list(self._lines):
            if line.property(_ANSWERED):
                line.waitForDisconnected(_FAREWELL)
        self._server.close()

    def _connected(self) -> None:
        while (line := self._server.nextPendingConnection()) is not None:
            self._lines.append(line)
            # No slot holds the line: it would be let go in the midst of the line's own end.
            line.readyRead.connect(self._read)
            line.disconnected.connect(self._sweep)

    def _read(self) -> None:
        for line in list(self._lines):
            if line.bytesAvailable() > _LONGEST:
                line.abort()
            elif line.canReadLine():
                self._handle(bytes(line.readLine().data()), partial(_answer, line))

    def _sweep(self) -> None:
        for line in list(self._lines):
            if line.state() == QLocalSocket.LocalSocketState.UnconnectedState:
                self._lines.remove(line)
                line.deleteLater()


def _answer(line: QLocalSocket, data: bytes) -> None:
    if isValid(line) and line.state() == QLocalSocket.LocalSocketState.ConnectedState:
        line.setProperty(_ANSWERED, True)  # noqa: FBT003
        line.write(data)
        line.flush()
