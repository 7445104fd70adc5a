"""``test``: lint, format, types, room contracts, tests; all of them, then a summary.

Tests with real windows share the machine with whatever else runs on it. A few that fail are tried once more, alone;
what passes only then is named in the summary, so that nobody takes it for steady.
"""

import json
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import _debian
import _venv
import _wine
from _console import GRACE, Beside, call, child_env, say

BARE = ("tests/unit", "tests/search")  # folders whose tests need neither Qt nor a screen
ELSEWHERE = "tests/windows"  # runs under Wine
SYSTEMS = ("linux", "win32", "darwin")  # sys.platform of the systems whose drivers are checked on every one
FAILED_TESTS = 1  # pytest's exit code: all were run, some failed
FEW = 3  # failures that may be due to the moment; more are not


class Step(NamedTuple):
    """One line of the summary."""

    name: str
    command: list[str | Path]
    more: dict[str, str]  # additional environment
    memory: Path | None = None  # where pytest remembers what failed, if that may be tried once more
    grace: float = GRACE  # seconds to end in when we are stopped


class Course(NamedTuple):
    """What was asked for."""

    arguments: list[str]  # of pytest
    quick: bool = False  # no windows
    windows: bool = False  # only what runs under Wine


def run(root: Path, course: Course) -> int:
    """Run every step, also after a failure; returns 0 when all passed."""
    python = _venv.ensure(root, "test")
    if not course.quick:
        _debian.ensure(root, "windows" if course.windows else "test")
    if course.windows:
        _wine.ensure(root)
        return _all(root, iter([_under_wine(root, python, course.arguments)]))
    with ExitStack() as stack:
        return _all(root, _steps(root, python, course, stack))


def _all(root: Path, steps: Iterator[Step]) -> int:
    env = {k: v for k, v in child_env(root).items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY")}
    results: list[tuple[str, int, float]] = []
    unsteady: list[str] = []
    for step in steps:
        say(f"检查：{step.name}", "checking")
        begin = time.monotonic()
        code = call(step.command, env={**env, **step.more}, cwd=root, grace=step.grace)
        if code == FAILED_TESTS and step.memory is not None:
            code, again = _again(root, step, {**env, **step.more})
            unsteady += again
        results.append((step.name, code, time.monotonic() - begin))
    return _summary(results, unsteady)


def _again(root: Path, step: Step, env: dict[str, str]) -> tuple[int, list[str]]:
    """Try what failed once more, if it is little; the exit code, and what passed only now."""
    failed = failures(step.memory) if step.memory is not None else []
    if not 0 < len(failed) <= FEW:
        return FAILED_TESTS, []
    say(f"再试一次：{'、'.join(failed)}", "trying again")
    more = ["--last-failed", "--last-failed-no-failures", "none"]
    code = call([*step.command, *more], env=env, cwd=root, grace=step.grace)
    return (code, failed) if code == 0 else (code, [])


def failures(memory: Path) -> list[str]:
    """The tests that failed in the last run, as pytest remembers them."""
    try:
        return sorted(json.loads((memory / "v/cache/lastfailed").read_text("utf-8")))
    except (OSError, ValueError):
        return []


def _steps(root: Path, python: Path, course: Course, stack: ExitStack) -> Iterator[Step]:
    """One after the other; what takes long to get ready is begun with the first."""
    bare = {"XIAOER_NO_QT": "1"}  # tests/conftest.py then hides PySide6: unit tests must not need it
    pytest: list[str | Path] = [python, "-m", "pytest", "-q"]
    whole = not course.quick and not course.arguments
    wine = _begin_wine(root, stack) if whole else None
    yield from _lint(python)
    if course.arguments:  # a selection by hand: one run, whatever it names
        yield Step("pytest", [*pytest, *course.arguments], bare if course.quick else {})
        return
    yield Step("pytest unit", [*pytest, "--numprocesses", "auto", "--dist", "worksteal", *BARE], bare)
    if not whole:
        return
    if wine is not None:
        wine.end()
        if _wine.ready(root):
            yield _under_wine(root, python, [])
        else:  # a network that fails says nothing about the program
            say(
                "Windows 环境没有准备好，Windows 的测试跳过",
                "Wine could not be set up, its tests are skipped",
                bad=True,
            )
    others = [f"--ignore={folder}" for folder in (*BARE, ELSEWHERE)]
    yield Step("pytest windows", [*pytest, "tests", *others], {}, root / ".pytest_cache")


def _lint(python: Path) -> Iterator[Step]:
    yield Step("ruff check", [python, "-m", "ruff", "check", "."], {})
    yield Step("ruff format", [python, "-m", "ruff", "format", "--check", "."], {})
    encodings: list[str | Path] = ["--preview", "--select", "PLW1514", "assistant", "packaging"]
    yield Step("encodings", [python, "-m", "ruff", "check", *encodings], {})  # Windows' own would be another
    for system in SYSTEMS:  # a cache each: they would throw each other's away
        yield Step(
            f"mypy {system}", [python, "-m", "mypy", "--platform", system, "--cache-dir", f".mypy_cache/{system}"], {}
        )
    linter = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    yield Step("import-linter", [python, "-c", linter], {})


def _begin_wine(root: Path, stack: ExitStack) -> Beside | None:
    """Begin to make Windows ready; None where it cannot be, which is told."""
    if (reason := _wine.why_not()) is not None:
        say(f"{reason[0]}，Windows 的测试跳过", f"{reason[1]}; its tests are skipped")
        return None
    _debian.ensure(root, "windows")  # before the others need the package system
    return stack.enter_context(Beside(_making_wine(root), cwd=root))


def _making_wine(root: Path) -> list[str | Path]:
    return [sys.executable, root / "packaging" / "_wine.py", root]


def _under_wine(root: Path, python: Path, arguments: list[str]) -> Step:
    return Step("pytest Wine", _wine.tests(root, python, arguments), {}, _wine.memory(root), grace=0)


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
