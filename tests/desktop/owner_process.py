"""A program of its own that the user copied from: owns X selections and logs who asks for what.

Standard input, one JSON object a line; every command is answered with {"done": NAME}:
    {"own": "CLIPBOARD", "formats": {"UTF8_STRING": "/path/of/bytes", ...}}
    {"mute": ["UTF8_STRING", ...]}      never answer requests for these targets ("*": for any)
    {"drop": "CLIPBOARD"}               give the selection up
Standard output also gets {"asked": "CLIPBOARD", "target": NAME, "by": XID, "pid": PID, "at": monotonic seconds}
and {"lost": "CLIPBOARD"}.
"""

from __future__ import annotations

import json
import os
import select
import sys
import time
from pathlib import Path
from typing import Any

from Xlib import X, Xatom, display, error
from Xlib.ext import res
from Xlib.protocol import event, request

CHUNK = 200_000  # bytes; below the core protocol's largest request


class Owner:
    """The selections, their formats, and the transfers under way."""

    def __init__(self) -> None:
        self.d = display.Display()
        self.d.set_error_handler(lambda *_: None)
        self.d.display.error_classes.update(error.xerror_class)
        self.window = self.d.screen().root.create_window(
            0, 0, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask
        )
        self.held: dict[int, dict[int, bytes]] = {}
        self.taken: dict[int, int] = {}
        self.mute: set[str] = set()
        self.parts: dict[tuple[int, int], tuple[int, bytes, int]] = {}  # (window, property) -> (type, data, offset)

    def atom(self, name: str) -> int:
        return int(self.d.intern_atom(name))

    def time(self) -> int:
        """The server's time, by a property change of our own."""
        self.window.change_property(self.atom("DESK_TIME"), Xatom.STRING, 8, b"x")
        self.d.flush()
        while True:
            e = self.d.next_event()
            if e.type == X.PropertyNotify and e.window == self.window:
                return int(e.time)
            self.handle(e)

    def own(self, selection: str, formats: dict[str, str]) -> None:
        now = self.time()
        sel = self.atom(selection)
        self.held[sel] = {self.atom(name): Path(path).read_bytes() for name, path in formats.items()}
        self.taken[sel] = now
        self.window.set_selection_owner(sel, now)
        self.d.sync()
        if self.d.get_selection_owner(sel) != self.window:
            raise SystemExit(f"cannot own {selection}")

    def drop(self, selection: str) -> None:
        self.held.pop(self.atom(selection), None)
        request.SetSelectionOwner(
            display=self.d.display, window=X.NONE, selection=self.atom(selection), time=X.CurrentTime
        )
        self.d.sync()

    def handle(self, e: Any) -> None:
        if e.type == X.SelectionClear:
            self.held.pop(e.atom, None)
            say(lost=self.d.get_atom_name(e.atom))
        elif e.type == X.SelectionRequest:
            self.answer(e)
        elif e.type == X.PropertyNotify and e.state == X.PropertyDelete:
            self.next_part(e.window, e.atom)

    def answer(self, e: Any) -> None:
        name = self.d.get_atom_name(e.target)
        ids = self.d.res_query_client_ids([{"client": e.requestor.id, "mask": res.LocalClientPIDMask}]).ids
        pid = int(ids[0].value[0]) if ids and ids[0].value else 0
        asked = self.d.get_atom_name(e.selection)
        say(asked=asked, target=name, by=e.requestor.id, pid=pid, at=time.monotonic())
        if {name, "*"} & self.mute:
            return
        prop = e.property or e.target
        held = self.held.get(e.selection, {})
        if name == "TARGETS":
            known = [self.atom("TARGETS"), self.atom("TIMESTAMP"), *held]
            e.requestor.change_property(prop, Xatom.ATOM, 32, known)
        elif name == "TIMESTAMP":
            e.requestor.change_property(prop, Xatom.INTEGER, 32, [self.taken[e.selection]])
        elif e.target in held:
            self.send(e.requestor, prop, e.target, held[e.target])
        else:
            prop = X.NONE
        e.requestor.send_event(
            event.SelectionNotify(
                time=e.time, requestor=e.requestor, selection=e.selection, target=e.target, property=prop
            )
        )
        self.d.flush()

    def send(self, window: Any, prop: int, kind: int, data: bytes) -> None:
        if len(data) <= CHUNK:
            window.change_property(prop, kind, 8, data)
            return
        window.change_attributes(event_mask=X.PropertyChangeMask)
        self.parts[window.id, prop] = kind, data, 0
        window.change_property(prop, self.atom("INCR"), 32, [len(data)])

    def next_part(self, window: Any, prop: int) -> None:
        part = self.parts.pop((window.id, prop), None)
        if part is None:
            return
        kind, data, at = part
        piece = data[at : at + CHUNK]
        window.change_property(prop, kind, 8, piece)
        self.d.flush()
        if piece:
            self.parts[window.id, prop] = kind, data, at + CHUNK

    def command(self, order: dict[str, Any]) -> None:
        if "own" in order:
            self.own(order["own"], order["formats"])
        if "mute" in order:
            self.mute = set(order["mute"])
        if "drop" in order:
            self.drop(order["drop"])
        say(done=next(iter(order)))


def say(**what: object) -> None:
    """One line to whoever started us."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Serve until standard input ends."""
    owner = Owner()
    waiting = b""
    say(done="start")
    while True:
        while owner.d.pending_events():
            owner.handle(owner.d.next_event())
        ready, _, _ = select.select([owner.d, 0], [], [])
        if 0 in ready:
            got = os.read(0, 65536)
            if not got:
                return
            *lines, waiting = (waiting + got).split(b"\n")
            for line in lines:
                owner.command(json.loads(line))


if __name__ == "__main__":
    main()
