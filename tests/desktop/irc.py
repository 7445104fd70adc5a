"""A local IRC server and a plain client in the same channel: what a chat program really sent."""

from __future__ import annotations

import contextlib
import select
import socket
import time
from collections.abc import Callable

from .desk import Desk, Late

CHANNEL = "#desk"
CONFIG = """[Global]
Name = irc.desk.test
AdminInfo1 = desk
AdminEMail = desk@desk.test
Info = desk
Listen = 127.0.0.1
Ports = {port}
[Limits]
MaxPenaltyTime = 0
MaxConnectionsIP = 0
ConnectRetry = 60
PingTimeout = 600
[Options]
DNS = no
Ident = no
PAM = no
SyslogFacility = none
"""


class Server:
    """ngircd on a free port of 127.0.0.1."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        conf = desk.dir / "run" / "ngircd.conf"
        conf.write_text(CONFIG.format(port=self.port))
        # It becomes another user, which frees it from dying with its parent; the shell ends it.
        keeper = "trap 'kill $!' TERM; ngircd -n -f $0 & wait"
        self.process = desk.start("sh", "-c", keeper, str(conf), parting="TERM")
        desk.wait(self._answers, 10, "ngircd")

    def _answers(self) -> bool:
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port), 1).close()
            return True
        return False

    def stop(self) -> None:
        """End it."""
        self.desk.end(self.process)


class Witness:
    """The buyer, so to say: sits in the channel and keeps every message, also those that only they get."""

    def __init__(self, port: int, nick: str = "buyer") -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), 10)
        self.waiting = b""
        self.messages: list[str] = []
        self.joined: set[str] = set()
        self.say(f"NICK {nick}")
        self.say(f"USER {nick} 0 * :{nick}")
        self._until(lambda line: line.split()[1:2] == ["001"])
        self.say(f"JOIN {CHANNEL}")
        self._until(lambda line: line.split()[1:2] == ["366"])

    def say(self, line: str) -> None:
        """Send one raw line."""
        self.socket.sendall(line.encode() + b"\r\n")

    def listen(self, timeout: float = 0.0) -> list[str]:
        """Take in what has come; all texts so far, in order."""
        while select.select([self.socket], [], [], timeout)[0]:
            got = self.socket.recv(65536)
            if not got:
                raise Late("the IRC server closed the connection")
            *lines, self.waiting = (self.waiting + got).split(b"\r\n")
            for line in lines:
                self._line(line.decode("utf-8", "replace"))
            timeout = 0
        return self.messages

    def _line(self, line: str) -> None:
        if line.startswith("PING"):
            self.say("PONG" + line[4:])
        who, _, rest = line[1:].partition(" ")
        verb, _, rest = rest.partition(" ")
        if verb == "PRIVMSG":
            self.messages.append(rest.partition(" :")[2])
        elif verb == "JOIN":
            self.joined.add(who.partition("!")[0])
        self.last = line

    def _until(self, condition: Callable[[str], bool]) -> None:
        end = time.monotonic() + 10
        while time.monotonic() < end:
            ready, _, _ = select.select([self.socket], [], [], 1)
            if not ready:
                continue
            *lines, self.waiting = (self.waiting + self.socket.recv(65536)).split(b"\r\n")
            for line in lines:
                self._line(line.decode("utf-8", "replace"))
            if any(condition(line.decode("utf-8", "replace")) for line in lines):
                return
        raise Late("the IRC server does not let us in")

    def close(self) -> None:
        """Leave."""
        self.socket.close()


def joined(messages: list[str], text: str, limit: int = 300) -> bool:
    """Whether the messages, in order, are exactly ``text``.

    A line of the text is a message. A line too long for IRC arrives in pieces, each but the last longer than ``limit``
    bytes; where HexChat cuts at a space, that space is gone. Empty lines and spaces at the end never arrive.
    """
    rest = text
    for i, message in enumerate(messages):
        if i and rest.startswith("\n"):
            rest = rest[1:]
        elif i and len(messages[i - 1].encode()) < limit:
            return False
        elif i and rest.startswith(" ") and not message.startswith(" "):
            rest = rest[1:]
        if not message or not rest.startswith(message):
            return False
        rest = rest[len(message) :]
    return not rest
