"""The set-up of ``packaging/dev.py``: complete, interrupted, refused, without rights, twice at once."""

from __future__ import annotations

import ast
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import _debian
import _venv
from _console import SetupError

ROOT = Path(__file__).resolve().parents[2]
HOLD = "import sys, _venv, pathlib\nwith _venv.alone(pathlib.Path(sys.argv[1])):\n    print('held', flush=True)\n    sys.stdin.read()"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A root with lock files and a virtual environment that has pip and nothing else."""
    monkeypatch.setattr(_venv, "answer", lambda _: "")
    (tmp_path / "packaging").mkdir()
    (tmp_path / "packaging/dev.py").touch()
    for group in _venv.GROUPS:
        _venv.lock_file(tmp_path, group).write_text(f"{group}==1\n")
    python = _venv.interpreter(tmp_path / ".venv")
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    (tmp_path / ".venv/pyvenv.cfg").write_text("version = 3.11\n")
    return tmp_path


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that the set-up would have run; all succeed."""
    made: list[list[str]] = []

    def call(command: list[Any], **_: Any) -> int:
        made.append([str(part) for part in command])
        return 0

    monkeypatch.setattr(_venv, "call", call)
    return made


def test_the_second_start_runs_nothing(checkout: Path, calls: list[list[str]]) -> None:
    _venv.ensure(checkout, "run")
    first = len(calls)
    assert _venv.ensure(checkout, "run") == _venv.interpreter(checkout / ".venv")
    assert first == len(calls) == 1


def test_the_wider_group_serves_the_narrower(checkout: Path, calls: list[list[str]]) -> None:
    _venv.ensure(checkout, "test")
    _venv.ensure(checkout, "run")
    assert len(calls) == 1
    assert str(_venv.lock_file(checkout, "test")) in calls[0]


def test_the_narrower_group_does_not_serve_the_wider(checkout: Path, calls: list[list[str]]) -> None:
    _venv.ensure(checkout, "run")
    _venv.ensure(checkout, "test")
    assert len(calls) == 2


@pytest.mark.parametrize("changed", ["packaging/requirements-run.lock", ".venv/pyvenv.cfg"])
def test_new_pins_or_another_interpreter_install_again(checkout: Path, calls: list[list[str]], changed: str) -> None:
    _venv.ensure(checkout, "run")
    (checkout / changed).write_text("other==2\n")
    _venv.ensure(checkout, "run")
    assert len(calls) == 2


def stopped(command: list[Any], **_: Any) -> int:
    raise KeyboardInterrupt


def killed(command: list[Any], **_: Any) -> int:
    return -signal.SIGKILL


@pytest.mark.parametrize("interrupted", [stopped, killed])
def test_an_interrupted_set_up_is_begun_again(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, interrupted: Callable[..., int]
) -> None:
    monkeypatch.setattr(_venv, "call", interrupted)
    with pytest.raises((KeyboardInterrupt, SetupError)):
        _venv.ensure(checkout, "run")
    made: list[list[str]] = []
    monkeypatch.setattr(_venv, "call", lambda command, **_: made.append(list(map(str, command))) or 0)
    _venv.ensure(checkout, "run")
    assert "venv" in made[0]
    assert "--clear" in made[0]
    assert "--require-hashes" in made[1]
    assert not (checkout / ".venv" / _venv.UNFINISHED).exists()


def test_a_failure_of_the_wider_group_leaves_the_narrower_ready(
    checkout: Path, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    _venv.ensure(checkout, "run")
    with monkeypatch.context() as offline:
        offline.setattr(_venv, "call", lambda *_, **__: 1)
        with pytest.raises(SetupError, match="依赖没有装上"):
            _venv.ensure(checkout, "test")
    _venv.ensure(checkout, "run")
    assert len(calls) == 1


def test_a_failed_installation_is_told_and_not_taken_for_done(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_venv, "call", lambda *_, **__: 1)
    for _ in range(2):
        with pytest.raises(SetupError, match="依赖没有装上"):
            _venv.ensure(checkout, "run")


def hold(checkout: Path) -> subprocess.Popen[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "packaging")}
    command = [sys.executable, "-c", HOLD, str(checkout)]
    return subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_a_second_set_up_waits_for_the_first(checkout: Path) -> None:
    with hold(checkout) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        with hold(checkout) as second:
            assert second.stdout is not None
            assert "waiting" in second.stdout.readline()
            first.communicate()
            assert second.stdout.readline() == "held\n"


def test_a_killed_set_up_holds_nothing(checkout: Path) -> None:
    with hold(checkout) as first:
        assert first.stdout is not None
        first.stdout.readline()
        first.send_signal(signal.SIGKILL)
        first.wait()
        with hold(checkout) as second:
            assert second.stdout is not None
            assert second.stdout.readline() == "held\n"


# --- system packages

INSTALLED = "installed\tlibegl1\t\ninstalled\tlibglib2.0-0t64\tlibglib2.0-0 (= 2.80), libgio\nconfig-files\txvfb\t\n"


@pytest.fixture
def debian(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """A Debian where some packages are missing and we are nobody; collects the commands that would install."""
    made: list[str] = []
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(_debian, "packages_for", lambda _: ["libegl1", "libglib2.0-0", "xvfb"])
    monkeypatch.setattr(_debian.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(_debian, "answer", lambda command: INSTALLED if command[0] == "dpkg-query" else None)
    monkeypatch.setattr(_debian.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(_debian, "call_silently", lambda command: made.append(" ".join(command)) or 0)
    return made


def test_removed_is_missing_and_provided_is_there(debian: list[str]) -> None:
    assert _debian.missing(["libegl1", "libglib2.0-0", "libgio", "xvfb"]) == ["xvfb"]


def test_without_rights_the_line_to_run_is_shown(
    debian: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _debian.ensure(tmp_path, "test")
    assert debian == []
    assert "apt-get install -y --no-install-recommends xvfb" in capsys.readouterr().err
    with pytest.raises(SetupError, match=r"install .* python3\.11-venv"):
        _debian.need(["python3.11-venv"])


def test_with_rights_only_the_missing_is_installed_and_the_impossible_not_tried_twice(
    debian: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(_debian.os, "geteuid", lambda: 0, raising=False)
    _debian.ensure(tmp_path, "test")
    assert len(debian) == 2
    assert debian[0].endswith("update")
    assert debian[1].endswith("install -y --no-install-recommends xvfb")
    assert "not to be had" in capsys.readouterr().out
    _debian.ensure(tmp_path, "test")
    assert len(debian) == 2


def test_every_command_has_its_packages() -> None:
    narrow, screen, wide, widest = (set(_debian.packages_for(name)) for name in ("run", "screen", "test", "bench"))
    assert narrow < screen < wide < widest
    assert {"xvfb", "openbox"} <= screen - narrow


# --- what the scripts and the lock files promise


def pins(group: str) -> dict[str, str]:
    text = _venv.lock_file(ROOT, group).read_text("utf-8").replace("\\\n", "")
    return {line.split(" --hash")[0].strip(): line for line in text.splitlines()}


def test_the_locks_are_hashed_and_name_no_index() -> None:
    for group in _venv.GROUPS:
        for pin, line in pins(group).items():
            assert re.match(r"^[a-z0-9-]+==\S+", pin)
            assert "--hash=sha256:" in line
            assert "://" not in line
            assert not pin.startswith("evdev"), "it has no wheel"
    assert set(pins("run")) <= set(pins("test"))


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    return names


def test_set_up_needs_the_standard_library_only() -> None:
    own = {path.stem: path for path in (ROOT / "packaging").glob("*.py")}
    seen: set[str] = set()
    ahead = {"dev", "_mounted"}  # what an interpreter outside of the virtual environment is given to run
    while ahead:
        name = ahead.pop()
        seen.add(name)
        names = imported(own[name])
        assert names <= own.keys() | sys.stdlib_module_names, name
        ahead |= (names & own.keys()) - seen
    assert {"_venv", "_wine", "_checks"} <= seen
    assert "headless" not in seen, "it runs inside the virtual environment"


def test_windows_gets_the_versions_of_the_other_systems() -> None:
    test = {pin.split(";")[0].strip() for pin in pins("test")}
    there = pins("windows")
    assert set(there) <= test
    assert {name.split("==")[0] for name in there} >= {"pyside6-essentials", "pytest", "python-xlib", "tinydb"}
    (python,) = pins("python-for-windows").values()
    assert "--hash=sha256:" in python
