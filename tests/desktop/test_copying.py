"""Our own windows copy and paste while our own thread answers for the clipboard, and none waits for itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from .desk import Desk

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = "tests.desktop.copying_process"


def test_nobody_waits_for_himself_while_a_reply_is_lent(desk: Desk, tmp_path: Path) -> None:
    process = desk.start(
        sys.executable, "-m", SCRIPT, str(tmp_path), env={"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE
    )
    said, _ = process.communicate(timeout=240)
    assert process.returncode == 0, desk.log(process)
    assert said.decode().splitlines() == [
        "Number 回复",
        "SearchLine 回复",
        "DateField 回复",
        "Paper 先前的",  # through the driver, to which what was copied before is what is there
        "pasted 先前的",
        "copied 150-159",
        "kept 150-159",  # whoever copies while a reply is lent wins
    ]
