"""Other programs that own the clipboard, a reader that checks it byte for byte, and a clipboard manager."""

from __future__ import annotations

import itertools
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from Xlib import X

from .desk import Desk, Late, connect

if TYPE_CHECKING:
    from collections.abc import Iterator

Formats = Mapping[str, bytes]


def plain(text: str) -> dict[str, bytes]:
    """What a text editor offers for a copied text."""
    raw = text.encode()
    return {"UTF8_STRING": raw, "text/plain;charset=utf-8": raw, "text/plain": raw}


def picture(side: int = 64, text: str = "") -> dict[str, bytes]:
    """What a browser offers for a copied picture: PNG and HTML, with a text if one is given. Noise: does not compress."""
    rows = b"".join(b"\0" + os.urandom(3 * side) for _ in range(side))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = side.to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0])
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return {**(plain(text) if text else {}), "text/html": "<p>图 <img src='a.png'></p>".encode(), "image/png": png}


def files(*paths: str) -> dict[str, bytes]:
    """What a GTK file manager offers for copied files."""
    urls = [Path(p).as_uri() for p in paths]
    return {
        "x-special/gnome-copied-files": "\n".join(["copy", *urls]).encode(),
        "text/uri-list": "".join(f"{u}\r\n" for u in urls).encode(),
        "UTF8_STRING": "\n".join(paths).encode(),
        "text/plain;charset=utf-8": "\n".join(paths).encode(),
    }


class Owner:
    """Another application that the user copied from, in a process of its own."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.said: list[dict[str, Any]] = []
        self.waiting = b""
        script = str(Path(__file__).with_name("owner_process.py"))
        self.process = desk.start(sys.executable, script, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._done("start")

    def own(self, formats: Formats, selection: str = "CLIPBOARD") -> None:
        """Copy something; returns when the selection is ours."""
        paths = {}
        for i, (name, data) in enumerate(formats.items()):
            path = self.desk.dir / "run" / f"{self.process.pid}-{selection}-{i}"
            path.write_bytes(data)
            paths[name] = str(path)
        self._order(own=selection, formats=paths)

    def mute(self, *targets: str) -> None:
        """Never answer requests for these targets from now on; ``"*"`` means any, nothing means: answer again."""
        self._order(mute=targets)

    def drop(self, selection: str = "CLIPBOARD") -> None:
        """Give a selection up: nobody owns it."""
        self._order(drop=selection)

    def freeze(self, on: bool = True) -> None:
        """Stop the whole process, as a program that hangs; or let it go on."""
        os.kill(self.process.pid, signal.SIGSTOP if on else signal.SIGCONT)

    def asked(self) -> list[dict[str, Any]]:
        """Requests served so far: selection, target, by (window), pid, at."""
        self._listen(0)
        return [s for s in self.said if "asked" in s]

    def lost(self, selection: str = "CLIPBOARD") -> bool:
        """Whether somebody took the selection since the log was last emptied."""
        self._listen(0)
        return any(s.get("lost") == selection for s in self.said)

    def stop(self) -> None:
        """End the process."""
        self.freeze(False)
        self.desk.end(self.process)

    def _order(self, **what: Any) -> None:
        self.said.clear()
        assert self.process.stdin
        self.process.stdin.write(json.dumps(what).encode() + b"\n")
        self.process.stdin.flush()
        self._done(next(iter(what)))

    def _done(self, name: str) -> None:
        end = time.monotonic() + 20
        while {"done": name} not in self.said:
            if self.process.poll() is not None or time.monotonic() > end:
                raise Late(f"clipboard owner: no answer to {name!r}\n{self.desk.log(self.process)}")
            self._listen(0.2)
        del self.said[: self.said.index({"done": name}) + 1]  # what was asked before the order is not of it

    def _listen(self, timeout: float) -> None:
        assert self.process.stdout
        fd = self.process.stdout.fileno()
        while select.select([fd], [], [], timeout)[0]:
            got = os.read(fd, 65536)
            if not got:
                return
            *lines, self.waiting = (self.waiting + got).split(b"\n")
            self.said += [json.loads(line) for line in lines]
            timeout = 0


class Reader:
    """A client that asks for selections, format by format, also in parts (INCR)."""

    def __init__(self, desk: Desk) -> None:
        self.x = connect(desk.display)
        self.desk = desk
        root = self.x.screen().root
        self.window = root.create_window(0, 0, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask)
        self.property = self.x.intern_atom("DESK_READ")

    def read(self, target: str, selection: str = "CLIPBOARD", timeout: float = 10.0) -> bytes | None:
        """The bytes of one format, None when it is refused; raises Late when nobody answers."""
        got = self._convert(target, selection, timeout)
        return None if got is None else bytes(got)

    def targets(self, selection: str = "CLIPBOARD", timeout: float = 10.0) -> set[str]:
        """Names of the formats on offer."""
        got = self._convert("TARGETS", selection, timeout)
        return {self.x.get_atom_name(a) for a in got or ()}

    def text(self, selection: str = "CLIPBOARD") -> str | None:
        """The text in it."""
        raw = self.read("UTF8_STRING", selection)
        return None if raw is None else raw.decode()

    def differences(self, formats: Formats, selection: str = "CLIPBOARD") -> list[str]:
        """Formats whose bytes are not these; empty when all of them are still there."""
        return [name for name, data in formats.items() if self.read(name, selection) != data]

    def owner(self, selection: str = "CLIPBOARD") -> int:
        """The process that owns the selection; 0 for nobody."""
        window = self.x.get_selection_owner(self.x.intern_atom(selection))
        return self.desk.screen.pid_of(window.id) if window else 0

    def close(self) -> None:
        """Close the connection."""
        self.x.close()

    def _convert(self, target: str, selection: str, timeout: float) -> Any:
        atom = self.x.intern_atom
        self.window.delete_property(self.property)
        self.window.convert_selection(atom(selection), atom(target), self.property, X.CurrentTime)
        events = self._events(time.monotonic() + timeout, f"{selection} {target}")
        notify = next(e for e in events if e.type == X.SelectionNotify and e.target == atom(target))
        if notify.property == X.NONE:
            return None
        got = self._take()
        if got is None or got.property_type != atom("INCR"):
            return got and got.value
        parts: list[bytes] = []
        for e in events:
            if e.type == X.PropertyNotify and e.state == X.PropertyNewValue and e.atom == self.property:
                part = self._take()
                if part is None:  # the event of a part that was taken already
                    continue
                if not part.value:
                    break
                parts.append(part.value)
        return b"".join(parts)

    def _take(self) -> Any:
        got = self.window.get_full_property(self.property, X.AnyPropertyType)
        self.window.delete_property(self.property)
        return got

    def _events(self, deadline: float, what: str) -> Iterator[Any]:
        while True:
            self.x.flush()  # before looking at the queue: it may fill it
            while self.x.pending_events():
                yield self.x.next_event()
            left = deadline - time.monotonic()
            if left <= 0:
                raise Late(f"{what}: the owner does not answer")
            select.select([self.x], [], [], left)


class CopyQ:
    """A running clipboard manager that stores what is copied. Returns when it has stored a first text.

    It reads a new clipboard four times: at once and about 60, 210 and 560 ms later.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        conf = desk.home / ".config/copyq"
        for old in (conf, desk.home / ".local/share/copyq"):
            shutil.rmtree(old, ignore_errors=True)  # an empty history
        conf.mkdir(parents=True)
        (conf / "copyq.conf").write_text(
            "[Options]\nautostart=false\ncheck_clipboard=true\ncheck_selection=false\nconfirm_exit=false\n"
            "disable_tray=true\nhide_main_window=true\nmaxitems=500\nnative_tray_menu=false\n"
        )
        self.process = desk.start("copyq")
        desk.wait(lambda: self.ask("eval", "monitoring()") == "true", 20, "CopyQ's server")
        owner, count = Owner(desk), itertools.count()

        def stored() -> bool:  # its monitor ignores what it finds at its first look, whenever that is
            owner.own(plain(f"CopyQ {next(count)}"))
            return desk.holds(lambda: self.ask("eval", "size()") == "0", 0.3) is False

        desk.wait(stored, 20, "CopyQ's monitor")
        owner.stop()

    def ask(self, *argv: str) -> str:
        """Answer of a ``copyq`` command; empty when the server does not answer."""
        done = subprocess.run(["copyq", *argv], env=self.desk.env, capture_output=True, timeout=20, check=False)
        return done.stdout.decode("utf-8", "replace").strip("\n")

    def items(self) -> list[str]:
        """Texts in its history, newest first."""
        raw = self.ask("eval", "var a = []; for (var i = 0; i < size(); ++i) a.push(str(read(i))); JSON.stringify(a)")
        found: list[str] = json.loads(raw)
        return found

    def stop(self) -> None:
        """End it."""
        self.ask("exit")
        self.desk.end(self.process)
