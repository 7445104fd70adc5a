"""The clipboard: read ahead, lent for a paste and given back whole."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import Any

from Xlib import X
from Xlib.ext import xfixes

from assistant.core.model import Window
from assistant.core.ports import Copied, Loan
from assistant.desktop.x11.content import Content, of_text
from assistant.desktop.x11.holding import Held, Holdings, Loaned
from assistant.desktop.x11.link import Link
from assistant.desktop.x11.loop import Loop
from assistant.desktop.x11.reading import Reader
from assistant.desktop.x11.serving import Clients, Server

_ORDER_LIMIT = 30.0  # s for an order that may have to read megabytes first
_MANAGER_LIMIT = 1000  # ms for a clipboard manager to take over when we quit
_SETTLED_LIMIT = 3.0  # s
_PREFETCH_STALL = 600  # ms


class X11Clipboard:
    """ports.Clipboard. One thread owns the connection and serves; callers wait on it, never the GUI."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._window = link.root.create_window(0, 0, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask)
        self._names = {link.atom(n): n for n in ("CLIPBOARD", "PRIMARY")}
        clients = Clients(link)
        self.holdings = Holdings(link, self._window, clients, self._now)
        self._loop = Loop("xiaoer-clipboard", link, self._handle, self.holdings.tick)
        self._reader = Reader(link, self._loop, self._window)
        self._server = Server(link, clients, self.holdings.choose, self.holdings.was_read)
        self._kept: dict[int, Content] = {}  # read ahead; dropped when the owner changes
        self._changes = 0
        self._copied: Copied | None = None
        self._time = 0
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

    def copied(self) -> Copied | None:
        """When and where somebody else last claimed the clipboard."""
        return self._copied

    def put(self, text: str) -> None:
        """Copy ``text``."""
        self.forget_copied()
        self._loop.call(partial(self.holdings.own, self._clipboard, Held(of_text(text))), _ORDER_LIMIT)

    def prefetch(self) -> None:
        """Read the present content ahead, so that lending takes no time."""
        self._loop.post(self._read_ahead)

    def lend(self, text: str, reader: Window | None, save_timeout: int, *, primary: bool = False) -> Loan:
        """Offer ``text`` in the clipboard and, for programs that paste it, in the primary selection."""
        selections = list(self._names) if primary else [self._clipboard]
        complete: list[bool] = []
        content = of_text(text)

        def order() -> None:
            self._wait_settled()
            for selection in selections:
                old = self._keep(selection, save_timeout)
                complete.append(old.complete)
                self.holdings.own(selection, Held(old, Loaned(content, reader)))
                self._kept.pop(selection, None)

        self._loop.call(order, _ORDER_LIMIT)
        return X11Loan(self, content, complete=all(complete))

    def forget_copied(self) -> None:
        """What is in the clipboard from now on is not the user's."""
        self._copied = None

    def on_thread(self, order: Callable[[], None]) -> None:
        """Run ``order`` on the clipboard's thread and wait for it."""
        self._loop.call(order, _ORDER_LIMIT)

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
        if e.type == X.SelectionClear:
            self.holdings.lost(e.atom, e.time)
        elif isinstance(e, xfixes.SelectionNotify):
            self._kept.pop(e.selection, None)
            self._changes += 1
            if e.selection == self._clipboard and e.owner.id != self._window.id:
                self._copied = Copied(time.monotonic(), self._link.active())
        elif e.type in (X.SelectionNotify, X.PropertyNotify) and _window_of(e) == self._window.id:
            if e.type == X.PropertyNotify:
                self._time = e.time
            self._reader.handle(e)
        else:
            self._server.handle(e)

    def _text(self, timeout: int) -> str | None:
        held = self.holdings.of(self._clipboard)
        known = held.content if held else self._kept.get(self._clipboard)
        if known:
            return known.text
        return self._reader.text(self._clipboard, timeout)

    def _read_ahead(self) -> None:
        known = self._kept.get(self._clipboard)
        if known and not known.complete:
            del self._kept[self._clipboard]  # its owner may be awake by now
        self._keep(self._clipboard, _PREFETCH_STALL)

    def _wait_settled(self) -> None:
        """A change of owner, of either selection, makes Chromium drop a paste that it has not finished."""
        end = time.monotonic() + _SETTLED_LIMIT
        while (due := self.holdings.tick()) is not None and time.monotonic() < end:
            self._loop.pump(lambda: False, time.monotonic() + due)

    def _keep(self, selection: int, stall: int) -> Content:
        """The present content, from memory when it is known."""
        self._now()
        held = self.holdings.of(selection)
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

    def _hand_over(self) -> None:
        manager = self._link.atom("CLIPBOARD_MANAGER")
        if self.holdings.of(self._clipboard) is None or not self._link.display.get_selection_owner(manager):
            return
        self._reader.ask_to_save(manager, _MANAGER_LIMIT)


class X11Loan:
    """ports.Loan."""

    def __init__(self, clipboard: X11Clipboard, lent: Content, *, complete: bool) -> None:
        self._clipboard = clipboard
        self._lent = lent
        self.complete = complete

    def mark(self) -> float:
        """Now."""
        return time.monotonic()

    def read_since(self, mark: float, timeout: int) -> bool:
        """Wait until the chat program has taken the text."""
        return self._clipboard.holdings.wait_read(mark, timeout)

    def give_back(self, quiet: int = 0) -> None:
        """Bring the old content back, as soon as the chat program has read all it wants."""
        self._clipboard.on_thread(partial(self._clipboard.holdings.give_back, self._lent, quiet / 1000))

    def keep(self) -> None:
        """Leave the reply in the clipboard."""
        self._clipboard.forget_copied()
        self._clipboard.on_thread(partial(self._clipboard.holdings.keep, self._lent))


def _window_of(e: Any) -> int:
    """The window that a selection or property event is about."""
    window = e.requestor if e.type == X.SelectionNotify else e.window
    return int(window.id)
