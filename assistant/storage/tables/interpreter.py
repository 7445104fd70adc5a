"""The interpreter for a process of our own, however the program is laid out."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_NAMES = ("pythonw.exe", "python.exe")  # the first one has no console, not even for a moment
_START = (
    "import sys, runpy; sys.path.insert(0, sys.argv.pop(1)); "
    "runpy.run_module(sys.argv.pop(1), run_name='__main__', alter_sys=True)"
)
_HOME = Path(__file__).resolve().parents[3]  # the folder that holds the package


def command(module: str) -> list[str]:
    """How to run ``module``. It names the package's folder itself: no variable does where a ``._pth`` file rules."""
    return [interpreter(sys.executable, os.environ, sys.platform), "-P", "-c", _START, str(_HOME), module]


def interpreter(ours: str, environ: Mapping[str, str], platform: str) -> str:
    """The interpreter; ``ours`` is ``sys.executable``.

    The program that was installed on Windows starts as an exe of its own, which is no interpreter: ``XIAOER_LAUNCHER``
    names it, and an interpreter lies beside it.
    """
    launcher = environ.get("XIAOER_LAUNCHER", "")
    if platform != "win32" or not launcher:
        return ours
    beside = (Path(folder).parent / name for folder in (ours, launcher) if folder for name in _NAMES)
    return next((str(found) for found in beside if found.is_file()), ours)
