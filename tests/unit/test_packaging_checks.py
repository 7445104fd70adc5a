"""What the test command does with window tests that fail."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

import _checks
import _debian
import _venv
import _wine
from _console import SetupError

ONE = {"tests/desktop/test_x.py::test_a": True}
MANY = {f"tests/ui/test_y.py::test_{n}": True for n in range(_checks.FEW + 1)}


class Machine:
    """Runs no command: the window tests end with ``codes`` one after the other, everything else is well."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self.codes, self.failed = root, [1, 0], ONE
        self.commands: list[list[str]] = []
        monkeypatch.setattr(_venv, "ensure", lambda *_: Path("python"))
        monkeypatch.setattr(_debian, "ensure", lambda *_: None)
        monkeypatch.setattr(_wine, "why_not", lambda: ("这里不行", "not here"))
        monkeypatch.setattr(_checks, "call", self.call)

    def call(self, command: list[Any], **_: Any) -> int:
        words = [str(part) for part in command]
        if "tests" not in words:
            return 0
        self.commands.append(words)
        code = self.codes.pop(0)
        if code:
            cache = self.root / ".pytest_cache/v/cache"
            cache.mkdir(parents=True, exist_ok=True)
            (cache / "lastfailed").write_text(json.dumps(self.failed), "utf-8")
        return code

    def test(self) -> int:
        return _checks.run(self.root, _checks.Course([]))


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(tmp_path, monkeypatch)


def test_one_that_passes_the_second_time_is_named(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    assert machine.test() == 0
    assert "--last-failed" in machine.commands[1]
    assert "passed only when tried again: tests/desktop/test_x.py::test_a" in capsys.readouterr().out


def test_one_that_fails_twice_has_failed(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    machine.codes = [1, 1]
    assert machine.test() == 1
    assert "passed only" not in capsys.readouterr().out


def test_many_are_not_tried_again(machine: Machine) -> None:
    machine.failed = MANY
    assert machine.test() == 1
    assert len(machine.commands) == 1


def test_a_run_that_broke_off_is_not_tried_again(machine: Machine) -> None:
    machine.codes = [2, 0]
    assert machine.test() == 1
    assert len(machine.commands) == 1


def test_nothing_is_tried_again_when_all_is_well(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    machine.codes = [0]
    assert machine.test() == 0
    assert "≈" not in capsys.readouterr().out


def test_what_needs_no_windows_is_skipped_where_wine_cannot_be(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.codes = [0]
    assert machine.test() == 0
    told = capsys.readouterr().out
    assert "not here; its tests are skipped" in told
    assert "pytest Wine" not in told


def test_windows_alone_fails_where_wine_cannot_be(machine: Machine) -> None:
    with pytest.raises(SetupError, match="这里不行"):
        _checks.run(machine.root, _checks.Course([], windows=True))
    assert machine.commands == []


def test_wine_is_made_beside_the_others_and_a_network_that_fails_is_told(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(_wine, "why_not", lambda: None)
    monkeypatch.setattr(
        _checks, "_making_wine", lambda _: [sys.executable, "-c", "import sys; print('no network'); sys.exit(1)"]
    )
    machine.codes = [0]
    assert machine.test() == 0
    told = "".join(capsys.readouterr())
    assert "no network" in told
    assert "Windows 的测试跳过" in told
    assert "pytest Wine" not in told
