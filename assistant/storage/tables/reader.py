"""What a process that reads tables does around its work: limits on itself, its problems told to whoever started it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import BinaryIO

from assistant.core.errors import DataProblem
from assistant.storage.tables import frames, limits

if sys.platform != "win32":
    import resource


def main(work: Callable[[BinaryIO, list[str]], None]) -> None:
    """Do ``work`` with the pipe and the arguments, and end."""
    _limit()
    pipe = sys.stdout.buffer
    try:
        work(pipe, sys.argv[1:])
        frames.write(pipe, frames.END)
    except DataProblem as problem:
        frames.write(pipe, frames.PROBLEM, f"{problem.sentence}\n{problem.next_step}".encode("utf-8", "replace"))
    except (BrokenPipeError, MemoryError):
        sys.exit(1)


if sys.platform == "win32":

    def _limit() -> None:
        """Whoever started it keeps it within limits (job.py)."""
else:

    def _limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (limits.SECONDS, limits.SECONDS))
        if sys.platform == "linux":  # elsewhere the address space is no measure of memory
            resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY, limits.MEMORY))
