"""Each system gets its driver, and no module of another's is imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
# The drivers themselves are put on: each runs on its own system only. What is asked for is what counts.
PROBE = """
import importlib.abc, importlib.machinery, sys, types
import assistant.desktop as desktop

system, environ = sys.argv[1], dict(pair.split("=") for pair in sys.argv[2:])
desktop.sys = types.SimpleNamespace(platform=system)
asked = []

class Drivers(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        parts = name.split(".")
        if parts[:2] != ["assistant", "desktop"] or len(parts) < 3:
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=len(parts) == 3)
    def create_module(self, spec):
        return None
    def exec_module(self, module):
        asked.append(module.__name__)
        folder = module.__name__.split(".")[2]
        setattr(module, "open_" + folder, lambda *_: folder)

sys.meta_path.insert(0, Drivers())
print(desktop.open_desktop(environ, system), *asked)
"""


@pytest.mark.parametrize(
    ("system", "environ", "folder"),
    [
        ("linux", "DISPLAY=:0", "x11"),
        ("linux", "WAYLAND_DISPLAY=wayland-0", "null"),
        ("win32", "DISPLAY=:0", "win32"),
        ("win32", "PATH=", "win32"),
        ("darwin", "DISPLAY=:0", "null"),
    ],
)
def test_only_the_driver_of_this_system_is_imported(system: str, environ: str, folder: str) -> None:
    command = [sys.executable, "-c", PROBE, system, environ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == ""
    assert done.stdout.split() == [folder, f"assistant.desktop.{folder}", f"assistant.desktop.{folder}.driver"]
