"""The pinned versions: universal, with hashes, without the name of any package index."""

import os
import shutil
from pathlib import Path

import _venv
from _console import SetupError, call, say

EXTRA = {"run": [], "test": ["test", "lint", "build"]}  # dependency groups of pyproject.toml


def renew(root: Path) -> int:
    """Resolve pyproject.toml into the lock files. Raises SetupError when uv is missing."""
    beside = _venv.interpreter(root / ".venv").with_name("uv.exe" if os.name == "nt" else "uv")
    uv = shutil.which("uv") or (str(beside) if beside.exists() else None)
    if uv is None:
        raise SetupError("更新锁定文件需要 uv：pip install uv", "Renewing the lock files needs uv: pip install uv")
    wider: list[str | Path] = []
    for group in _venv.GROUPS:
        target = _venv.lock_file(root, group)
        command: list[str | Path] = [uv, "pip", "compile", "pyproject.toml", "--quiet", "--universal"]
        command += ["--python-version", "3.11", "--upgrade", "--generate-hashes", "--no-annotate", "--no-header"]
        command += ["--no-emit-package", "evdev"]  # pynput names it for Linux alone, where we do not use pynput
        command += [part for name in EXTRA[group] for part in ("--group", name)]
        if call([*command, *wider, "--output-file", target], cwd=root) != 0:
            return 1
        wider = ["--constraint", target]
        say(f"已更新 {target.relative_to(root).as_posix()}", "renewed")
    return 0
