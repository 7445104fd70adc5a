"""A reader in a process of its own: it may be stopped at any time, and a damaged file can at most end that process.

The interface keeps running meanwhile, for the reader shares neither its memory nor its interpreter.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

from assistant.core.errors import DataProblem
from assistant.core.packs.progress import Progress, Stopped
from assistant.storage.tables import frames
from assistant.storage.tables.frames import Frame

"""Gets the part that is done, 0 to 1, several times a second; False stops the reading."""

PATIENCE = 60.0  # seconds without any sign from the reader
_TICK = 0.1  # seconds
_ROOM = 32  # frames that wait in memory
_HOME = Path(__file__).resolve().parents[3]  # the folder that holds the package
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would show a console


def run(module: str, arguments: Sequence[str], progress: Progress, patience: float = PATIENCE) -> Iterator[Frame]:
    """What the reader ``module`` tells, without its signs of life. Raises DataProblem and Stopped; always ends it."""
    reader = subprocess.Popen(
        [sys.executable, "-P", "-m", module, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=_NO_WINDOW,
        env=_surroundings(),
    )
    told: Queue[Frame | None] = Queue(_ROOM)
    listener = Thread(target=_listen, args=(reader, told), name="table reader", daemon=True)
    listener.start()
    try:
        yield from _told(told, progress, patience)
    finally:
        reader.kill()
        while listener.is_alive():
            _next(told, _TICK)
        reader.wait()


def _surroundings() -> dict[str, str]:
    """Ours, where the reader finds the package; a panic in its library needs no long story that nobody reads."""
    path = os.pathsep.join(filter(None, (str(_HOME), os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path, "RUST_BACKTRACE": "0"}


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
