"""The pinned versions: universal, with hashes, without the name of any package index."""

import os
import shutil
from pathlib import Path

import _venv
import _wine
from _console import SetupError, call, say

EXTRA = {"run": [], "test": ["test", "lint", "build"]}  # dependency groups of pyproject.toml


def renew(root: Path) -> int:
    """Resolve pyproject.toml into the lock files. Raises SetupError when uv is missing."""
    beside = _venv.interpreter(root / ".venv").with_name("uv.exe" if os.name == "nt" else "uv")
    uv = shutil.which("uv") or (str(beside) if beside.exists() else None)
    if uv is None:
        raise SetupError("更新锁定文件需要 uv：pip install uv", "Renewing the lock files needs uv: pip install uv")
    common: list[str | Path] = [uv, "pip", "compile", "--quiet", "--upgrade", "--generate-hashes"]
    common += ["--no-annotate", "--no-header"]
    wider: list[str | Path] = []
    for group in _venv.GROUPS:
        command: list[str | Path] = [*common, "pyproject.toml", "--universal", "--python-version", "3.11"]
        command += ["--no-emit-package", "evdev"]  # pynput names it for Linux alone, where we do not use pynput
        command += [part for name in EXTRA[group] for part in ("--group", name)]
        if not _resolved(root, group, [*command, *wider]):
            return 1
        wider = ["--constraint", _venv.lock_file(root, group)]
    there: list[str | Path] = ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.13"]
    wheels: list[str | Path] = [*common, "pyproject.toml", *there, "--group", _wine.WHEELS, *wider]
    python: list[str | Path] = [*common, "--group", _wine.PYTHON]
    done = _resolved(root, _wine.WHEELS, wheels) and _resolved(root, _wine.PYTHON, python)
    return 0 if done else 1


def _resolved(root: Path, group: str, command: list[str | Path]) -> bool:
    target = _venv.lock_file(root, group)
    if call([*command, "--output-file", target], cwd=root) != 0:
        return False
    say(f"已更新 {target.relative_to(root).as_posix()}", "renewed")
    return True
