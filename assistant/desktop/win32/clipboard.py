"""The clipboard: read ahead, lent for a paste and given back whole."""

from __future__ import annotations

import contextlib
import math
import sys
import time
from collections.abc import Callable
from functools import partial

from assistant.core.errors import DesktopProblem
from assistant.core.model import Window
from assistant.core.ports import Copied
from assistant.desktop.win32 import clipboard_calls as calls
from assistant.desktop.win32 import keeper, lending, loop, native, reading
from assistant.desktop.win32.content import Content, of_text

assert sys.platform == "win32"

_ORDER_LIMIT = 30.0  # s for an order that may have to read megabytes first
_SETTLED_LIMIT = 3.0  # s
_PREFETCH_STALL = 600  # ms
_PING = 20  # ms for an answer while nobody else can open the clipboard
_TURN = 0.02  # s for somebody else to open it
_WM_RENDERFORMAT = 0x0305
_WM_RENDERALLFORMATS = 0x0306
_WM_DESTROYCLIPBOARD = 0x0307
_WM_CLIPBOARDUPDATE = 0x031D
_OURS = frozenset([_WM_RENDERFORMAT, _WM_RENDERALLFORMATS, _WM_DESTROYCLIPBOARD, _WM_CLIPBOARDUPDATE])
_QS_MESSAGES = 0x0008 | 0x0040  # posted and sent
_MWMO_INPUTAVAILABLE = 0x0004


class Win32Clipboard:
    """ports.Clipboard. One thread owns the windows that the system asks; callers wait on it, never the GUI.

    While a reply is lent, others find the name of a text and marks that ask them to keep away, but no content: it is
    only made for the chat program. Between its read and the return of the old content, a program that ignores the marks
    and happens to look in just then can see it.

    Whoever takes the clipboard has its former owner told, and waits for it: Wine for five seconds when that is stuck,
    Windows for a time that it does not document. So :meth:`lend` may take longer than its limit then.
    """

    def __init__(self, active: Callable[[], Window | None]) -> None:
        self._active = active
        self._keeper = keeper.Keeper()
        self.lent: lending.Lending
        self._loop = loop.Loop("xiaoer-clipboard", self._handle, self._tick, self._prepare, self._finish)
        self._kept: tuple[int, Content] | None = None  # read ahead, and the number of changes until then
        self._changes = calls.sequence()
        self._copied: Copied | None = None
        self._loop.start()

    def text(self, timeout: int) -> str | None:
        """The text in the clipboard."""
        found: list[str | None] = []
        self._loop.call(lambda: found.append(self._text(timeout)), _ORDER_LIMIT)
        return found[0]

    def copied(self) -> Copied | None:
        """When and where somebody else last copied."""
        return self._copied

    def put(self, text: str) -> None:
        """Copy ``text``."""
        self.forget_copied()
        self._loop.call(lambda: self.lent.put(of_text(text), lending.PRIVATE), _ORDER_LIMIT)

    def prefetch(self) -> None:
        """Read the present content ahead, so that lending takes no time."""
        self._loop.post(self._read_ahead)

    def lend(self, text: str, reader: Window | None, save_timeout: int, *, primary: bool = False) -> Win32Loan:
        """Offer ``text`` to ``reader``; there is no primary selection on Windows."""
        reply = of_text(text)
        kept: list[Content] = []

        def order() -> None:
            self.lent.settle(_SETTLED_LIMIT)
            end = lending.now() + save_timeout / 1000
            while not kept:
                kept.extend(self._take(reply, reader, end))

        self._loop.call(order, _ORDER_LIMIT)
        return Win32Loan(self, reply, complete=kept[0].complete)

    def forget_copied(self) -> None:
        """What is in the clipboard from now on is not the user's."""
        self._copied = None

    def on_thread(self, order: Callable[[], None]) -> None:
        """Run ``order`` on the clipboard's thread and wait for it."""
        self._loop.call(order, _ORDER_LIMIT)

    def close(self) -> None:
        """Put back what is still lent, and end. What we have copied stays: Windows holds it."""
        self._loop.close()
        self._keeper.close()

    def _prepare(self) -> None:
        self.lent = lending.Lending(self._loop.window, self._keeper.window, self._idle)
        calls.listen(self._loop.window)

    def _finish(self) -> None:
        if self._loop.window:
            self.lent.close()

    def _tick(self) -> float | None:
        return self.lent.tick()

    def _handle(self, message: int, first: int, second: int) -> int | None:
        if message == _WM_RENDERFORMAT:
            self.lent.asked(first)
        elif message == _WM_CLIPBOARDUPDATE:
            self._note()
        return 0 if message in _OURS else None

    def _idle(self, seconds: float) -> None:
        native.MsgWaitForMultipleObjects(0, None, math.ceil(seconds * 1000), _QS_MESSAGES, _MWMO_INPUTAVAILABLE)
        self._loop.pump()

    def _take(self, reply: Content, reader: Window | None, end: float) -> list[Content]:
        """Exchange the content for a promise of ``reply``: the old one; nothing when its owner did not answer.

        An owner that does not may be waiting itself, for the clipboard that we have open: it gets its turn until
        ``end``.
        """
        with calls.opened(self._loop.window, self._idle):
            self._note()
            before = self.lent.loan
            if before or reading.answers(_PING) or lending.now() > end:
                left = max(int((end - lending.now()) * 1000), _PING)
                old = before.old if before else self._keep(left)
                self.lent.start(lending.Loan(reply, old, reader))
                return [old]
        self._idle(_TURN)
        return []

    def _note(self) -> None:
        """Learn of a copy, whether its message has come already or not."""
        changes = calls.sequence()
        if changes == self._changes:
            return
        self._changes = changes
        if self._kept and self._kept[0] != changes:
            self._kept = None
        if not self.lent.ours():
            self._copied = Copied(time.monotonic(), self._active())

    def _text(self, timeout: int) -> str | None:
        self._note()
        loan = self.lent.loan
        known = loan.old if loan else self._known()
        if known:
            return known.text
        if not reading.answers(timeout):
            return None
        with contextlib.suppress(DesktopProblem), calls.opened(self._loop.window, self._idle, timeout / 1000):
            return reading.text()
        return None

    def _read_ahead(self) -> None:
        with contextlib.suppress(DesktopProblem), calls.opened(self._loop.window, self._idle):
            self._note()
            if self.lent.loan is None:
                self._keep(_PREFETCH_STALL)

    def _known(self) -> Content | None:
        """The present content, when all of it is in memory."""
        if self._kept and self._kept[0] == calls.sequence() and self._kept[1].complete:
            return self._kept[1]
        return None

    def _keep(self, stall: int) -> Content:
        """The present content; the clipboard must be open."""
        content = self._known()
        if content is None:
            content = reading.everything(stall)
            self._kept = (calls.sequence(), content)
        return content


class Win32Loan:
    """ports.Loan."""

    def __init__(self, clipboard: Win32Clipboard, reply: Content, *, complete: bool) -> None:
        self._clipboard = clipboard
        self._reply = reply
        self.complete = complete

    def mark(self) -> float:
        """Now. What the chat program has taken by now, it has to ask for again."""
        self._clipboard.on_thread(partial(self._clipboard.lent.renew, self._reply))
        return lending.now()

    def read_since(self, mark: float, timeout: int) -> bool:
        """Wait until the chat program has taken the text."""
        return self._clipboard.lent.wait_read(mark, timeout)

    def give_back(self, quiet: int = 0) -> None:
        """Bring the old content back, as soon as the chat program has had time to read all it wants."""
        self._clipboard.on_thread(partial(self._clipboard.lent.give_back, self._reply, quiet / 1000))

    def keep(self) -> None:
        """Leave the reply in the clipboard."""
        self._clipboard.forget_copied()
        self._clipboard.on_thread(partial(self._clipboard.lent.keep, self._reply))
