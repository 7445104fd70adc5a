"""A reply in the clipboard: who gets it while it is lent, and how the old content comes back.

The reply is only promised. Whoever asks for it makes the system ask us, while it has the clipboard open and the system
knows its window: the chat program gets the reply, everybody else nothing, and may not even see that there was one. What
has been handed out lies in the clipboard until it is promised anew (:meth:`Lending.renew`) or the old content returns.
It is not taken back at once: the number of the clipboard's changes would rise, and Chromium drops a paste when that
happens between two of its reads.

Everything but a promise lies in the system, owned by a window without code of ours (:mod:`.keeper`): our interface may
copy and read then, even where it holds the interpreter's lock meanwhile. While a reply is lent it must not hold that:
the system would ask this thread, and both would wait for each other.

Seen under Wine, and held by Wine's own tests against Windows: a promise that was not kept stays one, keeping it does
not count as a change, and promising anew does.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.core.model import Window
from assistant.desktop.win32 import clipboard_calls as calls
from assistant.desktop.win32 import kinship, native, windows
from assistant.desktop.win32.content import CF_UNICODETEXT, FOR_HISTORY, FOR_MONITORS, Content
from assistant.desktop.win32.readers import Opener, Scene, may_read

assert sys.platform == "win32"

PRIVATE = FOR_MONITORS | FOR_HISTORY
_CALM = 0.012  # s without anybody in the clipboard after a change, before the paste keys go out
_CALM_LIMIT = 0.06  # s
_LOOK_AGAIN = 0.001  # s
_LEAST_QUIET = 0.25  # s; only the first read is seen, and programs made of web pages read up to three times
_AGAIN = 0.005  # s until the old content is tried to be put back again, when somebody has the clipboard open


def now() -> float:
    """The time of loans, in seconds. Not time.monotonic, which moves in steps of 16 ms before Python 3.13."""
    return time.perf_counter()


@dataclass(slots=True)
class Loan:
    """A reply that ``reader`` may take; None is everybody. Times are those of :func:`now`."""

    reply: Content
    old: Content
    reader: Window | None
    kin: kinship.Kin = field(default_factory=kinship.Kin)
    marked: str | None = None  # the reader's title at the paste
    read: float = 0.0  # by the reader, the last time; 0 for not yet
    handed_out: bool = False  # the reply lies in the clipboard
    then: tuple[Content, dict[str, bytes]] | None = None  # what comes after it, with its marks; None while it runs
    due: float = 0.0


class Lending:
    """Runs on the clipboard's thread, except :meth:`wait_read`. ``lender`` is the window that the system asks,
    ``keeper`` one that owns what needs no asking; ``idle(seconds)`` serves messages meanwhile.
    """

    def __init__(self, lender: int, keeper: int, idle: Callable[[float], None]) -> None:
        self._lender = lender
        self._keeper = keeper
        self._idle = idle
        self._loan: Loan | None = None
        self._reading = threading.Condition()
        self._last_read = 0.0
        self._stirred = 0.0  # when the content changed or somebody looked into it

    @property
    def loan(self) -> Loan | None:
        """The loan that stands, None when there is none or somebody has copied since."""
        if self._loan and calls.owner() != self._lender:
            self._loan = None
        return self._loan

    def ours(self) -> bool:
        """Whether what is in the clipboard was put there by us."""
        return calls.owner() in (self._lender, self._keeper)

    def start(self, loan: Loan) -> None:
        """Offer its reply. The clipboard must be open for the lender."""
        text, *beside = loan.reply.items
        calls.empty()
        calls.promise(text.number)
        for item in beside:
            calls.put(item.number, item.data)
        calls.mark(PRIVATE, PRIVATE)
        self._loan = loan
        self._stirred = now()

    def put(self, content: Content, marks: dict[str, bytes]) -> None:
        """Put ``content`` there for all to see. Raises DesktopProblem when somebody keeps the clipboard open."""
        with calls.opened(self._keeper, self._idle):
            calls.fill(content, marks)
        self._loan = None

    def asked(self, number: int) -> None:
        """Somebody wants ``number``, and waits with the clipboard open."""
        loan = self._loan
        if loan is None or number != CF_UNICODETEXT or not self._may_read(loan):
            self._stirred = now()
            return
        if calls.put(number, loan.reply.items[0].data):
            loan.handed_out = True
            loan.read = now()
            with self._reading:
                self._last_read = loan.read
                self._reading.notify_all()

    def renew(self, reply: Content) -> None:
        """The reader is told to paste now: what it reads after this is seen, in the window of today only."""
        loan = self.loan
        if loan is None or loan.reply is not reply:
            return
        if loan.handed_out:
            with calls.opened(self._lender, self._idle):
                if calls.owner() == self._lender:
                    calls.promise(CF_UNICODETEXT)
                    loan.handed_out = False
                    self._stirred = now()
        self._wait_calm()
        loan.marked = windows.title(loan.reader.handle) if loan.reader else ""

    def wait_read(self, mark: float, timeout: int) -> bool:
        """From any thread: wait until the reply has been taken after ``mark``."""
        with self._reading:
            return self._reading.wait_for(lambda: self._last_read >= mark, timeout / 1000)

    def keep(self, reply: Content) -> None:
        """End the loan of ``reply`` and leave it there."""
        loan = self.loan
        if loan and loan.reply is reply and loan.then is None:
            loan.reader = None  # whatever happens now, nobody is refused
            loan.then, loan.due = (reply, PRIVATE), now()
            self.settle(calls.PATIENCE)

    def give_back(self, reply: Content, quiet: float) -> None:
        """End the loan of ``reply``: the old content comes back ``quiet`` seconds, or a few more, after the read."""
        quiet = max(quiet, _LEAST_QUIET) if quiet else 0.0
        loan = self.loan
        if loan and loan.reply is reply and loan.then is None:
            loan.then, loan.due = (loan.old, FOR_HISTORY), loan.read + quiet if loan.read else now()
            if loan.due <= now():
                self.settle(calls.PATIENCE)

    def tick(self) -> float | None:
        """Put back what is due; the seconds until something may be due again."""
        loan = self._loan
        if loan is None or loan.then is None:
            return None
        left = loan.due - now()
        if left > 0:
            return left
        return None if self._return(loan) else _AGAIN

    def settle(self, patience: float) -> None:
        """Wait for what is due to come back, ``patience`` seconds at most beyond its time."""
        loan = self._loan
        end = max(loan.due if loan else 0.0, now()) + patience
        while (left := self.tick()) is not None and now() < end:
            self._idle(left)

    def close(self) -> None:
        """Leave nothing behind that is only promised: the old content, or the reply when that was wanted."""
        loan = self.loan
        if loan:
            loan.then = loan.then or (loan.old, FOR_HISTORY)
            loan.due = now()
            self.settle(calls.PATIENCE)

    def _wait_calm(self) -> None:
        """Let those who watch the clipboard have their look: most programs try only once to open it for a paste."""
        end = now() + _CALM_LIMIT
        while now() < min(self._stirred + _CALM, end):
            if calls.opener():
                self._stirred = now()
            self._idle(_LOOK_AGAIN)

    def _return(self, loan: Loan) -> bool:
        if calls.owner() != self._lender:
            self._loan = None
            return True
        if not calls.try_open(self._keeper):
            return False
        try:
            if calls.owner() == self._lender and loan.then:  # else somebody has copied at the last moment
                calls.fill(*loan.then)
            self._loan = None
        finally:
            calls.close()
        return True

    def _may_read(self, loan: Loan) -> bool:
        reader = loan.reader
        if reader is None:
            return True
        scene = Scene(native.GetForegroundWindow() or 0, windows.title(reader.handle), loan.marked)
        window = calls.opener()
        opener: Opener | None = kinship.opener_of(window, reader.handle) if window else None
        return may_read(reader, opener, scene, lambda pid: loan.kin.related(pid, reader.pid))
