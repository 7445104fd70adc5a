"""Write-behind: edits are journaled within a moment of being made, and folded into the library file now and then.

A step is acknowledged when the disk has it. What cannot be written stays in memory and is tried again with growing
pauses. All file work happens in :meth:`Keeper.work`, in one thread at a time; :meth:`Keeper.start` gives it a thread
of its own.
"""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.core.edits import Kind
from assistant.core.errors import DataProblem, XiaoerError
from assistant.storage import atomic
from assistant.storage.library_file import Meta, chunks
from assistant.storage.lock import Lock
from assistant.storage.migrations import SCHEMA, TooNew
from assistant.storage.opening import Files, Opened, mark_of
from assistant.storage.oplog import Op, chained, history_log, op_log
from assistant.storage.shelf import Row, Shelf
from assistant.storage.shelf import tables as tables_of

_log = logging.getLogger(__name__)
Problem = XiaoerError | None
_LONG = 3600.0  # s


@dataclass(frozen=True, slots=True)
class Pace:
    """When things are done. Seconds, and numbers of steps. Writing the file takes long: no edit should wait for it."""

    idle: float = 30.0  # without an edit, then the file is written
    quiet: float = 2.0  # without an edit, then it is written if a copy is due or the journal is long
    most_ops: int = 500  # in a journal that is not long
    most_rows: int = 500  # in one batch: the file is written instead of the journal
    journal_rows: int = 5000  # in the journal, then the file is written in the midst of edits
    backup_every: int = 50
    first_pause: float = 1.0  # after something could not be written
    longest_pause: float = 60.0


class Keeper:
    """Brings what happens on the shelf to the disk. ``guard`` is held by whoever reads or changes the shelf."""

    def __init__(self, files: Files, guard: threading.RLock, pace: Pace | None = None) -> None:
        self.lock = Lock(files.lock)
        self.on_problem: Callable[[Problem], None] = lambda _: None  # in the keeper's thread; None: solved
        self.notices: list[str] = []
        self._files = files
        self._guard = guard
        self._pace = pace or Pace()
        self.working = threading.RLock()  # taken before the guard by whoever needs both
        self._wake = threading.Condition()
        self._thread: threading.Thread | None = None
        self._news = self._ended = self._begun = False
        self._queue: list[Op] = []
        self._retry_at, self._pause = 0.0, self._pace.first_pause
        self._history = history_log(files.history)
        self.adopt(Opened(Shelf()))

    def adopt(self, opened: Opened) -> None:
        """Go on from what was opened. Nothing may be waiting."""
        self._shelf, self._mark = opened.shelf, opened.mark
        self.sequence = self.acknowledged = opened.sequence
        self.chain, self._rows = opened.chain, opened.replayed
        self._unfolded = opened.sequence - opened.folded + opened.stale
        self._whole = opened.problem is not None
        self._folded, self._since_backup, self._last = opened.folded, 0, 0.0
        self.frozen = isinstance(opened.problem, TooNew)
        self._problem = opened.problem
        self._ops = op_log(self._files.ops)

    @property
    def problem(self) -> Problem:
        """Why the newest steps are in memory only; None when they are on the disk, or will be at once."""
        return self._problem

    @property
    def pending(self) -> int:
        """How many steps the disk does not have yet."""
        return self.sequence - self.acknowledged

    def submit(self, rows: Sequence[Row], note: Callable[[int, str], Op]) -> Op:
        """Take a step that was done on the shelf. For whoever holds the guard."""
        self.chain = chained(self.chain, rows)
        self.sequence += 1
        op = note(self.sequence, self.chain)
        self._queue.append(op)
        with self._wake:
            self._news = True
            self._wake.notify_all()
        return op

    def start(self) -> None:
        """Work in a thread of its own from now on."""
        if self._thread is None and not self._ended:
            self._thread = threading.Thread(target=self._run, name="xiaoer-store", daemon=True)
            self._thread.start()

    def flush(self, *, fold: bool = False) -> None:
        """Have the disk take everything now, in this thread; with ``fold`` into the library file. Never raises."""
        self.work(time.monotonic(), hurry=True, fold=fold)

    def close(self) -> None:
        """Write everything, end the thread, give the lock back."""
        with self._wake:
            self._ended = True
            self._wake.notify_all()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()
        if self._queue or self._thread is not None:  # who only looked leaves everything as it is
            self.flush(fold=True)
        self.lock.release()

    def work(self, now: float, *, hurry: bool = False, fold: bool = False) -> float:
        """Do what is due at ``now`` (monotonic seconds); the seconds until something may be due again."""
        with self.working:
            if self.frozen:
                return _LONG
            if self._problem and now < self._retry_at and not hurry:
                return self._retry_at - now
            try:
                self.lock.take()
                if not self._begun:
                    self._back_up()
                self._journal(now)
                if (fold and self._unfolded) or self._fold_due(now):
                    self._fold()
                self._back_up()
            except OSError as error:
                self._failed(atomic.problem_of(error, self._files.library), now)
            except XiaoerError as problem:
                self._failed(problem, now)
            else:
                self._solved()
            return self._until(now)

    # --- in one thread at a time

    def _run(self) -> None:
        while not self._ended:
            pause = self.work(time.monotonic())
            with self._wake:
                self._wake.wait_for(lambda: self._news or self._ended, pause)
                self._news = False

    def _journal(self, now: float) -> None:
        with self._guard:
            batch = tuple(self._queue)
        if not batch:
            return
        self._last = now
        rows = sum(len(op.rows) for op in batch)
        if self._whole or rows > self._pace.most_rows:
            self._fold()
            return
        for op in batch:
            self._ops.append(op)
        self._ops.flush()
        if self._ops.problem:
            raise self._ops.problem
        self._unfolded += len(batch)
        self._rows += rows
        self._written(batch[-1].sequence)

    def _fold(self) -> None:
        """Write the file. The journal so far is kept for the generation before."""
        path = self._files.library
        if mark_of(path) != self._mark:
            aside = atomic.set_aside(path, "other") if path.exists() else None
            if aside:
                self.notices.append(f"“{path.name}”被别的程序改过，那一份已改名为“{aside.name}”保留。")
        with self._guard:
            tables, sequence, chain = tables_of(self._shelf), self.sequence, self.chain
            odd = frozenset(number for number, _ in self._shelf.odd.get(Kind.PHRASE.value, ()))
        atomic.write(path, chunks(tables, Meta(SCHEMA, sequence, chain, odd=odd)))
        self._mark = mark_of(path)
        self._folded, self._unfolded, self._rows, self._whole = sequence, 0, 0, False
        with contextlib.suppress(FileNotFoundError):
            atomic.patiently(lambda: self._files.ops.replace(self._files.ops_before))
        self._ops = op_log(self._files.ops)
        self._written(sequence)

    def _back_up(self) -> None:
        """Copy the file as it was found, and then after so many steps when they are all in it."""
        if self._begun and (self._unfolded or self._since_backup < self._pace.backup_every):
            return
        self._begun, self._since_backup = True, 0
        try:
            if not self._whole and self._files.library.exists():
                self._files.backups.keep(self._files.library, self._folded, time.time())
        except (DataProblem, OSError):  # not worth a warning: the library itself is written
            _log.warning("no backup of the library was made")

    def _written(self, sequence: int) -> None:
        with self._guard:
            done = [op for op in self._queue if op.sequence <= sequence]
            self._queue = [op for op in self._queue if op.sequence > sequence]
            self.acknowledged = sequence
        self._since_backup += len(done)
        for op in done:
            for version in op.versions:
                self._history.append(replace(version, sequence=op.sequence))

    def _fold_due(self, now: float) -> bool:
        late = now - self._last >= self._patience()
        return bool(self._unfolded) and (late or self._rows >= self._pace.journal_rows)

    def _patience(self) -> float:
        """How long without an edit the file waits for what is in the journal."""
        due = self._unfolded >= self._pace.most_ops or self._since_backup >= self._pace.backup_every
        return self._pace.quiet if due else self._pace.idle

    def _failed(self, problem: XiaoerError, now: float) -> None:
        self._whole = True  # nobody knows what a journal holds that could not be written
        self._retry_at, self._pause = now + self._pause, min(2 * self._pause, self._pace.longest_pause)
        if self._queue or self._unfolded:
            told, self._problem = self._problem, problem
            if type(told) is not type(problem):
                self.on_problem(problem)

    def _solved(self) -> None:
        self._pause = self._pace.first_pause
        if self._problem is not None:
            self._problem = None
            self.on_problem(None)

    def _until(self, now: float) -> float:
        if self._problem:
            return max(0.0, self._retry_at - now)
        if self._unfolded:
            return max(0.0, self._last + self._patience() - now)
        return _LONG
