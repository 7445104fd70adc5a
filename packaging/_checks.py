"""``test``: lint, format, types, room contracts, tests; all of them, then a summary.

Tests with real windows share the machine with whatever else runs on it. A few that fail are tried once more, alone;
what passes only then is named in the summary, so that nobody takes it for steady.
"""

import json
import time
from pathlib import Path

import _debian
import _venv
from _console import call, child_env, say

BARE = ("tests/unit", "tests/search")  # folders whose tests need neither Qt nor a screen
WINDOWS = "pytest windows"
FAILED_TESTS = 1  # pytest's exit code: all were run, some failed
FEW = 3  # failures that may be due to the moment; more are not


def run(root: Path, arguments: list[str], *, quick: bool) -> int:
    """Run every step, also after a failure; returns 0 when all passed."""
    python = _venv.ensure(root, "test")
    if not quick:
        _debian.ensure(root, "test")
    env = {k: v for k, v in child_env(root).items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY")}
    results: list[tuple[str, int, float]] = []
    unsteady: list[str] = []
    for name, command, more in _steps(python, arguments, quick=quick):
        say(f"检查：{name}", "checking")
        begin = time.monotonic()
        code = call(command, env={**env, **more}, cwd=root)
        if code == FAILED_TESTS and name == WINDOWS:
            code, again = _again(root, command, {**env, **more})
            unsteady += again
        results.append((name, code, time.monotonic() - begin))
    return _summary(results, unsteady)


def _again(root: Path, command: list[str | Path], env: dict[str, str]) -> tuple[int, list[str]]:
    """Try what failed once more, if it is little; the exit code, and what passed only now."""
    failed = failures(root)
    if not 0 < len(failed) <= FEW:
        return FAILED_TESTS, []
    say(f"再试一次：{'、'.join(failed)}", "trying again")
    code = call([*command, "--last-failed", "--last-failed-no-failures", "none"], env=env, cwd=root)
    return (code, failed) if code == 0 else (code, [])


def failures(root: Path) -> list[str]:
    """The tests that failed in the last run, as pytest remembers them."""
    try:
        return sorted(json.loads((root / ".pytest_cache/v/cache/lastfailed").read_text("utf-8")))
    except (OSError, ValueError):
        return []


def _steps(python: Path, arguments: list[str], *, quick: bool) -> list[tuple[str, list[str | Path], dict[str, str]]]:
    """Name, command and additional environment of each step."""
    bare = {"XIAOER_NO_QT": "1"}  # tests/conftest.py then hides PySide6: unit tests must not need it
    pytest: list[str | Path] = [python, "-m", "pytest", "-q"]
    steps: list[tuple[str, list[str | Path], dict[str, str]]] = [
        ("ruff check", [python, "-m", "ruff", "check", "."], {}),
        ("ruff format", [python, "-m", "ruff", "format", "--check", "."], {}),
        ("mypy", [python, "-m", "mypy"], {}),
        (
            "import-linter",
            [python, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
            {},
        ),
    ]
    if arguments:  # a selection by hand: one run, whatever it names
        return [*steps, ("pytest", [*pytest, *arguments], bare if quick else {})]
    steps.append(("pytest unit", [*pytest, *BARE], bare))
    if not quick:
        steps.append((WINDOWS, [*pytest, "tests", *(f"--ignore={folder}" for folder in BARE)], {}))
    return steps


def _summary(results: list[tuple[str, int, float]], unsteady: list[str]) -> int:
    print()
    for name, code, seconds in results:
        print(f"  {'✔' if code == 0 else '✘'} {name:<16}{seconds:7.1f} s{'' if code == 0 else f'   exit {code}'}")
    for test in unsteady:
        print(f"  ≈ 第二次才通过 · passed only when tried again: {test}")
    failed = [name for name, code, _ in results if code != 0]
    if failed:
        say(f"没有通过：{'、'.join(failed)}", "failed", bad=True)
        return 1
    say("全部通过", "all passed")
    return 0
