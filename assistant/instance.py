"""How a second process talks to the running app: one JSON line there, one back, over a local socket.

On Windows the socket is a named pipe, as Qt's local sockets are. Stdlib only: a command must not pay for loading Qt.
"""

from __future__ import annotations

import json
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_LONGEST = 1 << 20  # bytes of one line
_PART = 65_536  # bytes asked for at once


@dataclass(frozen=True, slots=True)
class Request:
    """A command with its arguments."""

    command: str
    arguments: tuple[str, ...] = ()

    def line(self) -> bytes:
        """As it is sent."""
        return _line({"command": self.command, "arguments": list(self.arguments)})

    @classmethod
    def parse(cls, line: bytes) -> Request | None:
        """The request of a line; None when it is none."""
        data = _parse(line)
        if data is None or not isinstance(data.get("command"), str) or not isinstance(data.get("arguments"), list):
            return None
        return cls(data["command"], tuple(str(a) for a in data["arguments"]))


@dataclass(frozen=True, slots=True)
class Answer:
    """What the app said: a text to print, and whether all went well."""

    ok: bool
    text: str = ""

    def line(self) -> bytes:
        """As it is sent."""
        return _line({"ok": self.ok, "text": self.text})


def ask(path: Path, request: Request, timeout: float = 10.0) -> Answer | None:
    """Send ``request`` to the app that listens at ``path``; None when nobody does. ``timeout`` in seconds."""
    try:
        data = _parse(_exchange(str(path), request.line(), timeout))
    except OSError:
        return None
    return Answer(bool(data.get("ok")), str(data.get("text", ""))) if data else None


if sys.platform == "win32":
    from assistant.pipe import Pipe

    def _exchange(name: str, line: bytes, timeout: float) -> bytes:
        with Pipe(name, timeout) as pipe:
            pipe.let_it_come_forward()
            pipe.send(line)
            return _read_line(pipe.receive)
else:

    def _exchange(name: str, line: bytes, timeout: float) -> bytes:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as app:
            app.settimeout(timeout)
            app.connect(name)
            app.sendall(line)
            return _read_line(app.recv)


def _read_line(receive: Callable[[int], bytes]) -> bytes:
    got = bytearray()
    while b"\n" not in got and len(got) < _LONGEST:
        part = receive(_PART)
        if not part:
            break
        got += part
    return bytes(got)


def _line(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _parse(line: bytes) -> dict[str, Any] | None:
    try:
        data = json.loads(line)
    except ValueError:
        return None
    return data if isinstance(data, dict) else None
