"""``python -m assistant``: the app for ``tray`` and ``practice``, the command line for the rest."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence

from assistant import cli
from assistant.terminal import pipe_in_utf8


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        pipe_in_utf8(stream, sys.platform)
    options = cli.parse(arguments)
    if not cli.is_app(options.command):
        return _told(options)
    gc.disable()  # until all is loaded: nothing of it is garbage
    from assistant import app  # noqa: PLC0415 (Qt is loaded only when a window may be shown)

    return app.main(options.command)


def _told(options: argparse.Namespace) -> int:
    try:
        code = cli.run(options)
        if sys.stdout is not None:  # a program of Windows without a console has none
            sys.stdout.flush()
    except BrokenPipeError:  # who reads our output has had enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
