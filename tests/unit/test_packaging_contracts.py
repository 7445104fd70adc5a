"""Each contract of import-linter bites: a skeleton of our rooms passes, one wrong import breaks the right contract."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = (
    *sorted(path.stem for path in (ROOT / "assistant").glob("*.py")),
    *("ui/__init__", "ui/popup", "engine/__init__", "engine/reply"),
    *("desktop/__init__", "desktop/x11/__init__", "desktop/null/__init__", "storage/__init__", "sync/__init__"),
    *("core/__init__", "core/model"),
)
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(config_filename='pyproject.toml'))"


@pytest.fixture
def skeleton(tmp_path: Path) -> Path:
    """The rooms of the architecture, empty, with this project's contracts."""
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    for module in MODULES:
        path = tmp_path / "assistant" / f"{module}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"}
    return subprocess.run(
        [sys.executable, "-c", LINT], cwd=folder, env=env, capture_output=True, text=True, check=False
    )


def test_the_skeleton_keeps_every_contract(skeleton: Path) -> None:
    (skeleton / "assistant/app.py").write_text("import assistant.ui.popup, assistant.desktop, assistant.engine.reply\n")
    done = lint(skeleton)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        ("engine/reply", "import assistant.ui.popup", "Rooms import only downwards"),
        ("storage/__init__", "import assistant.engine.reply", "Rooms import only downwards"),
        ("attic", "", "Rooms import only downwards"),
        ("ui/popup", "import assistant.storage", "The interface never touches a backend"),
        ("engine/reply", "from PySide6.QtCore import QTimer", "Rules, sequences, disk and packs run without Qt"),
        ("core/model", "import time", "The core knows no system"),
        ("core/model", "from pathlib import Path", "The core knows no system"),
        ("desktop/x11/__init__", "import assistant.desktop.null", "No driver imports another"),
    ],
)
def test_a_wrong_import_breaks_its_contract(skeleton: Path, module: str, line: str, broken: str) -> None:
    (skeleton / f"assistant/{module}.py").write_text(f"{line}\n")
    done = lint(skeleton)
    assert done.returncode == 1
    assert any(row.startswith(broken) and "BROKEN" in row for row in done.stdout.splitlines()), done.stdout
