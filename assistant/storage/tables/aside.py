"""A reader in a process of its own: it may be stopped at any time, and a damaged file can at most end that process.

The interface keeps running meanwhile, for the reader shares neither its memory nor its interpreter.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from queue import Empty, Queue
from threading import Thread

from assistant.core.errors import DataProblem
from assistant.core.packs.progress import Progress, Stopped
from assistant.storage.tables import frames, limits
from assistant.storage.tables.frames import Frame
from assistant.storage.tables.interpreter import command

if sys.platform == "win32":
    from assistant.storage.tables.job import Job

    def _fenced(reader: subprocess.Popen[bytes]) -> Callable[[], None]:
        job = Job(limits.MEMORY, limits.SECONDS)
        job.hold(int(reader._handle))  # type: ignore[attr-defined]  # noqa: SLF001 (it has no public name)
        return job.close
else:

    def _fenced(_: subprocess.Popen[bytes]) -> Callable[[], None]:
        return lambda: None  # it limits itself (reader.py), and ends at its next word when nobody listens


PATIENCE = 60.0  # seconds without any sign from the reader
_TICK = 0.1  # seconds
_ROOM = 32  # frames that wait in memory
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would show a console


def run(module: str, arguments: Sequence[str], progress: Progress, patience: float = PATIENCE) -> Iterator[Frame]:
    """What the reader ``module`` tells, without its signs of life. Raises DataProblem and Stopped; always ends it."""
    reader = subprocess.Popen(
        [*command(module), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=_NO_WINDOW,
        env={**os.environ, "RUST_BACKTRACE": "0"},  # a panic in its library needs no long story that nobody reads
    )
    unfence = _fenced(reader)
    told: Queue[Frame | None] = Queue(_ROOM)
    listener = Thread(target=_listen, args=(reader, told), name="table reader", daemon=True)
    listener.start()
    try:
        yield from _told(told, progress, patience)
    finally:
        reader.kill()
        unfence()
        while listener.is_alive():
            _next(told, _TICK)
        reader.wait()


def _listen(reader: subprocess.Popen[bytes], told: Queue[Frame | None]) -> None:
    if reader.stdout is not None:
        with reader.stdout as pipe:
            for frame in frames.read(pipe):
                told.put(frame)
    told.put(None)


def _told(told: Queue[Frame | None], progress: Progress, patience: float) -> Iterator[Frame]:
    done, silent = 0.0, 0.0
    while True:
        if not progress(done):
            raise Stopped
        try:
            frame = told.get(timeout=_TICK)
        except Empty:
            silent += _TICK
            if silent > patience:
                raise DataProblem("读取表格太久没有进展，已经停下。", "请另存为 CSV 后再试。") from None
            continue
        silent = 0.0
        if frame is None:  # it died: no memory left, or the file led its library astray
            raise DataProblem("这个表格读不出来，文件可能太大或已经损坏。", "请另存为 CSV 后再试。")
        kind, data = frame
        if kind == frames.END:
            return
        if kind == frames.PROBLEM:
            sentence, _, step = data.decode("utf-8").partition("\n")
            raise DataProblem(sentence, step)
        if kind == frames.ALIVE:
            done = float(data)
        else:
            yield frame


def _next(told: Queue[Frame | None], seconds: float) -> None:
    """Make room, so that the listener comes to the end of the pipe."""
    try:
        told.get(timeout=seconds)
    except Empty:
        return
