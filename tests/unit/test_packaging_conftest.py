"""The rules that tests/conftest.py lays on every test."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = """
import logging, os
import pytest
from hypothesis import given, strategies

def test_silent(): logging.getLogger("x").info("fine")
def test_surprise(): logging.getLogger("x").warning("trouble")
def test_expected(log_watch):
    log_watch.expect("trouble")
    logging.getLogger("x").warning("trouble")
def test_expected_in_vain(log_watch): log_watch.expect("trouble")
def test_home(tmp_path_factory):
    assert os.environ["XIAOER_HOME"].startswith(str(tmp_path_factory.getbasetemp()))
@given(strategies.integers())
def test_generated(n): assert os.environ["XIAOER_HOME"]
@pytest.mark.desk("hexchat", "xmodmap")
def test_desk(): ...
def test_no_qt():
    with pytest.raises(ImportError):
        import PySide6
"""


def test_the_rules_hold(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_bytes((ROOT / "tests/conftest.py").read_bytes())
    (tmp_path / "test_samples.py").write_text(SAMPLES)
    options = ["-p", "no:cacheprovider", "-c", ROOT / "pyproject.toml", "--rootdir", tmp_path, "-v", tmp_path]
    env = {**os.environ, "PATH": "", "XIAOER_NO_QT": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", *map(str, options)]
    output = subprocess.run(command, env=env, cwd=tmp_path, capture_output=True, text=True, check=False).stdout
    for name in ("silent", "expected", "home", "generated", "no_qt"):
        assert f"test_{name} PASSED" in output, output
    assert "unexpected in the log:\nWARNING x: trouble" in output
    assert "expected in the log but not there:\ntrouble" in output
    assert "needs: sudo apt-get install -y --no-install-recommends xvfb openbox hexchat x11-xserver-utils" in output
    assert "7 passed, 1 skipped, 2 errors" in output, output
