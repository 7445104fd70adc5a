"""``python -m assistant``: the app for ``tray`` and ``practice``, the command line for the rest."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from assistant import cli


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and return the exit code."""
    options = cli.parse(arguments)
    if not cli.is_app(options.command):
        return cli.run(options)
    gc.disable()  # until all is loaded: nothing of it is garbage
    from assistant import app  # noqa: PLC0415 (Qt is loaded only when a window may be shown)

    return app.main(options.command)


if __name__ == "__main__":
    sys.exit(main())
