"""The selections that are ours: who may see what, and when the old content comes back.

While a reply is lent, the chat program gets it and everybody else the old content: clipboard managers keep no trace of
it, and whoever else pastes at that moment gets what the user copied. Programs under Wine read through a process that
can't be told from others; for them everybody gets the reply until it has been read.

The old content is announced again when the chat program has asked for nothing for a while: Chromium reads a text up to
three times and drops the paste when the owner changes in between.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from assistant.core.errors import DesktopProblem
from assistant.core.model import Window
from assistant.desktop.x11.content import Content
from assistant.desktop.x11.link import Link
from assistant.desktop.x11.serving import Clients

LINGER = 0.3  # s that the chat program still gets the reply after the old content was announced
_RETURN_LIMIT = 2.0  # s after which the old content is announced even to a program that keeps asking


@dataclass(slots=True)
class Loaned:
    """A reply that ``reader`` may take. Times are monotonic seconds."""

    content: Content
    reader: Window | None
    asked: float = field(default_factory=time.monotonic)  # by the reader, the last time
    ending: float = 0.0  # when giving back was wanted; 0 while the loan runs
    quiet: float = 0.0  # s without a question of the reader after which it has what it wanted
    until: float = float("inf")

    @property
    def for_all(self) -> bool:
        """Whether everybody gets it, because the reader can't be told from others."""
        return self.reader is None or self.reader.program.endswith(".exe")


@dataclass(slots=True)
class Held:
    """A selection that is ours: its content, and the reply that stands in front of it for the chat program."""

    content: Content
    loan: Loaned | None = None
    claimed: int = 0  # server time
    since: int = 0  # server time of the last change that others can see


class Holdings:
    """Runs on the clipboard's thread, except :meth:`wait_read`. ``now`` gives the server's time, events served."""

    def __init__(self, link: Link, window: Any, clients: Clients, now: Callable[[], int]) -> None:
        self._link = link
        self._window = window
        self._clients = clients
        self._now = now
        self._held: dict[int, Held] = {}
        self._last_read = 0.0
        self._read = threading.Condition()

    def of(self, selection: int) -> Held | None:
        """What we hold in ``selection``."""
        return self._held.get(selection)

    def own(self, selection: int, held: Held) -> None:
        """Take ``selection``. Raises DesktopProblem when somebody else keeps it."""
        held.claimed = held.since = self._now()
        self._window.set_selection_owner(selection, held.claimed)
        if self._link.display.get_selection_owner(selection) != self._window:
            raise DesktopProblem("剪贴板暂时被别的程序占用。", "请再试一次。")
        self._held[selection] = held

    def lost(self, selection: int, at: int) -> None:
        """Somebody else owns it since the server time ``at``."""
        held = self._held.get(selection)
        if held and at >= held.claimed:
            del self._held[selection]

    def choose(self, selection: int, client: int) -> tuple[Content, int] | None:
        """What ``client`` may see now, and since when."""
        held = self._held.get(selection)
        if held is None:
            return None
        loan = held.loan
        if loan and time.monotonic() < loan.until:
            mine = loan.reader is not None and self._clients.reads_for(client, loan.reader)
            if mine:
                loan.asked = time.monotonic()
            if mine or (loan.for_all and not loan.ending):
                return loan.content, held.since
        return held.content, held.since

    def was_read(self, client: int) -> None:
        """``client`` has taken a text completely; it counts for a loan that runs, not for one that was given back."""
        loans = [h.loan for h in self._held.values() if h.loan and not h.loan.ending]
        if any(loan.for_all or self._clients.reads_for(client, loan.reader) for loan in loans):
            with self._read:
                self._last_read = time.monotonic()
                self._read.notify_all()

    def wait_read(self, mark: float, timeout: int) -> bool:
        """From any thread: wait until the reply has been taken after ``mark``."""
        with self._read:
            return self._read.wait_for(lambda: self._last_read >= mark, timeout / 1000)

    def keep(self, lent: Content) -> None:
        """End the loan of ``lent`` and leave it as the content."""
        for selection, held in list(self._held.items()):
            if held.loan and held.loan.content is lent:
                held.content, held.loan = lent, None
                self._announce(selection, held)

    def give_back(self, lent: Content, quiet: float) -> None:
        """End the loan of ``lent``: the old content comes back when its reader has been quiet for so many seconds."""
        for held in self._held.values():
            if held.loan and held.loan.content is lent:  # else a later loan runs
                held.loan.ending, held.loan.quiet = time.monotonic(), quiet

    def tick(self) -> float | None:
        """Bring back what is due; the seconds until something may be due again."""
        waits = [w for selection in list(self._held) if (w := self._settle(selection)) is not None]
        return min(waits) if waits else None

    def _settle(self, selection: int) -> float | None:
        held = self._held.get(selection)  # None when it was lost while another one was announced
        loan = held.loan if held else None
        if held is None or loan is None or not loan.ending or loan.until != float("inf"):
            return None
        now = time.monotonic()
        due = min(max(loan.asked, loan.ending) + loan.quiet, loan.ending + _RETURN_LIMIT)
        if now < due:
            return due - now
        loan.until = now + LINGER
        self._announce(selection, held)
        return None

    def _announce(self, selection: int, held: Held) -> None:
        """Tell listeners that the content is another one now, unless somebody copied meanwhile."""
        since = self._now()  # what was copied before is known after this
        if self._held.get(selection) is held:
            held.since = since
            # With the time of the first claim: whoever copied after that keeps the selection or will still get it,
            # however long their program takes from the key press to its own claim.
            self._window.set_selection_owner(selection, held.claimed)
