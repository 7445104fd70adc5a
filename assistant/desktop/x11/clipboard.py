"""The clipboard: lent for a paste and given back whole.

While the reply is in it, it is offered to everybody. As soon as the chat program has read it, others get the old
content again, and the chat program the reply for a moment longer: some read twice.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from functools import partial
from typing import Any

from Xlib import X
from Xlib.ext import xfixes

from assistant.core.errors import DesktopProblem
from assistant.core.model import Window
from assistant.core.ports import Loan
from assistant.desktop.x11.content import Content, of_text
from assistant.desktop.x11.link import Link
from assistant.desktop.x11.loop import Loop
from assistant.desktop.x11.reading import Reader
from assistant.desktop.x11.serving import Clients, Server

LINGER = 0.3  # s that the chat program still gets the reply after the clipboard was given back
_ORDER_LIMIT = 30.0  # s for an order that may have to read megabytes first
_MANAGER_LIMIT = 1000  # ms for a clipboard manager to take over when we quit
_PREFETCH_STALL = 600  # ms


@dataclass(slots=True)
class _Held:
    """A selection that is ours: what it shows, and what the reading window still gets instead."""

    content: Content
    since: int  # server time
    lent: Content | None = None
    reader: Window | None = None
    lent_until: float = 0.0  # monotonic; inf while the loan runs


class X11Clipboard:
    """ports.Clipboard. One thread owns the connection and serves; callers wait on it, never the GUI."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._loop = Loop("xiaoer-clipboard", link, self._handle)
        self._window = link.root.create_window(0, 0, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask)
        self._names = {link.atom(n): n for n in ("CLIPBOARD", "PRIMARY")}
        self._reader = Reader(link, self._loop, self._window)
        self._clients = Clients(link)
        self._server = Server(link, self._clients, self._choose, self._was_read)
        self._held: dict[int, _Held] = {}
        self._kept: dict[int, Content] = {}  # read ahead; dropped when the owner changes
        self._changes = 0
        self._time = 0
        self.last_read = 0.0
        self.read = threading.Condition()
        link.display.xfixes_query_version()
        for selection in self._names:
            link.display.xfixes_select_selection_input(
                self._window, selection, xfixes.XFixesSetSelectionOwnerNotifyMask
            )
        self._loop.start()

    def text(self, timeout: int) -> str | None:
        """The text in the clipboard."""
        found: list[str | None] = []
        self._loop.call(lambda: found.append(self._text(timeout)), _ORDER_LIMIT)
        return found[0]

    def put(self, text: str) -> None:
        """Copy ``text``."""
        self._loop.call(partial(self._own, self._clipboard, _Held(of_text(text), 0)), _ORDER_LIMIT)

    def prefetch(self) -> None:
        """Read the present content ahead, so that lending takes no time."""
        self._loop.post(self._read_ahead)

    def lend(self, text: str, reader: Window | None, save_timeout: int, *, primary: bool = False) -> Loan:
        """Offer ``text`` in the clipboard and, for programs that paste it, in the primary selection."""
        selections = list(self._names) if primary else [self._clipboard]
        complete: list[bool] = []
        content = of_text(text)

        def order() -> None:
            for selection in selections:
                old = self._keep(selection, save_timeout)
                complete.append(old.complete)
                self._own(selection, _Held(old, 0, content, reader, float("inf")))

        self._loop.call(order, _ORDER_LIMIT)
        return X11Loan(self, selections, content, complete=all(complete))

    def give_back(self, selections: list[int], lent: Content) -> None:
        """End a loan: others see the old content at once."""
        for selection in selections:
            self._loop.call(partial(self._give_back, selection, lent), _ORDER_LIMIT)

    def leave(self, selections: list[int], lent: Content) -> None:
        """End a loan and leave its text in the clipboard."""

        def order() -> None:
            for selection in selections:
                held = self._held.get(selection)
                if held and held.lent is lent:
                    held.content, held.lent = lent, None

        self._loop.call(order)

    def close(self) -> None:
        """Hand what we hold to a clipboard manager, if there is one, and end."""
        try:
            self._loop.call(self._hand_over)
        finally:
            self._loop.close()

    @property
    def _clipboard(self) -> int:
        return self._link.atom("CLIPBOARD")

    def _handle(self, e: Any) -> None:
        if e.type == X.SelectionClear and e.time >= self._held_since(e.atom):
            self._held.pop(e.atom, None)
        elif isinstance(e, xfixes.SelectionNotify):
            self._kept.pop(e.selection, None)
            self._changes += 1
        elif e.type in (X.SelectionNotify, X.PropertyNotify) and _window_of(e) == self._window.id:
            if e.type == X.PropertyNotify:
                self._time = e.time
            self._reader.handle(e)
        else:
            self._server.handle(e)

    def _held_since(self, selection: int) -> int:
        held = self._held.get(selection)
        return held.since if held else 0

    def _text(self, timeout: int) -> str | None:
        held = self._held.get(self._clipboard)
        known = held.content if held else self._kept.get(self._clipboard)
        if known:
            return known.text
        return self._reader.text(self._clipboard, timeout)

    def _read_ahead(self) -> None:
        known = self._kept.get(self._clipboard)
        if known and not known.complete:
            del self._kept[self._clipboard]  # its owner may be awake by now
        self._keep(self._clipboard, _PREFETCH_STALL)

    def _keep(self, selection: int, stall: int) -> Content:
        """The present content, from memory when it is known."""
        self._now()
        held = self._held.get(selection)
        if held:
            return held.content
        if selection not in self._kept:
            changes = -1
            while changes != self._changes:  # somebody copied while we read: read again
                changes = self._changes
                self._kept[selection] = content = self._reader.everything(selection, stall)
            return content
        return self._kept[selection]

    def _now(self) -> int:
        """The server's time, by touching a property of ours; events before it have been served afterwards."""
        self._time = 0
        self._window.change_property(self._link.atom("XIAOER_TIME"), self._link.atom("INTEGER"), 8, b"")
        self._loop.pump(lambda: bool(self._time), time.monotonic() + 1)
        return self._time

    def _own(self, selection: int, held: _Held) -> None:
        held.since = self._now()
        self._window.set_selection_owner(selection, held.since)
        if self._link.display.get_selection_owner(selection) != self._window:
            raise DesktopProblem("剪贴板暂时被别的程序占用。", "请再试一次。")
        self._held[selection] = held
        self._kept.pop(selection, None)

    def _give_back(self, selection: int, lent: Content) -> None:
        """Tell listeners that the content is another one now. Nobody else can copy between the look and the claim."""
        display = self._link.display
        display.grab_server()
        try:
            now = self._now()  # what was copied before is known after this
            held = self._held.get(selection)
            if held and held.lent is lent:  # else somebody copied meanwhile, or a later loan runs: theirs stands
                held.since, held.lent_until = now, time.monotonic() + LINGER
                self._window.set_selection_owner(selection, now)
        finally:
            display.ungrab_server()
            display.flush()

    def _choose(self, selection: int, client: int) -> tuple[Content, int] | None:
        held = self._held.get(selection)
        if held is None:
            return None
        lent = held.lent
        if lent and held.lent_until == float("inf"):
            return lent, held.since
        if lent and held.reader and time.monotonic() < held.lent_until and self._clients.reads_for(client, held.reader):
            return lent, held.since
        return held.content, held.since

    def _was_read(self, client: int) -> None:
        if any(h.lent and self._clients.reads_for(client, h.reader) for h in self._held.values()):
            with self.read:
                self.last_read = time.monotonic()
                self.read.notify_all()

    def _hand_over(self) -> None:
        manager = self._link.atom("CLIPBOARD_MANAGER")
        if self._clipboard not in self._held or not self._link.display.get_selection_owner(manager):
            return
        self._reader.ask_to_save(manager, _MANAGER_LIMIT)


class X11Loan:
    """ports.Loan."""

    def __init__(self, clipboard: X11Clipboard, selections: list[int], lent: Content, *, complete: bool) -> None:
        self._clipboard = clipboard
        self._selections = selections
        self._lent = lent
        self.complete = complete

    def mark(self) -> float:
        """Now."""
        return time.monotonic()

    def read_since(self, mark: float, timeout: int) -> bool:
        """Wait until the chat program has taken the text."""
        with self._clipboard.read:
            return self._clipboard.read.wait_for(lambda: self._clipboard.last_read >= mark, timeout / 1000)

    def give_back(self) -> None:
        """Put the old content back."""
        self._clipboard.give_back(self._selections, self._lent)

    def keep(self) -> None:
        """Leave the reply in the clipboard."""
        self._clipboard.leave(self._selections, self._lent)


def _window_of(e: Any) -> int:
    """The window that a selection or property event is about."""
    window = e.requestor if e.type == X.SelectionNotify else e.window
    return int(window.id)
