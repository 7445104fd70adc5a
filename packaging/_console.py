"""Messages in two languages and child processes that never outlive us."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

GRACE = 15  # seconds a child gets to clean up before it is killed

for _stream in (sys.stdout, sys.stderr):
    _stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a console that cannot show Chinese must not stop us


class SetupError(Exception):
    """Set-up cannot go on. Arguments: the Chinese sentence, the English one."""


def say(chinese: str, english: str, *, bad: bool = False) -> None:
    """One line of progress, or of trouble."""
    print(f"{'✘' if bad else '›'} {chinese} · {english}", file=sys.stderr if bad else sys.stdout, flush=True)


def call(
    command: Sequence[str | Path],
    *,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    output: IO[str] | None = None,
    grace: float = GRACE,
) -> int:
    """Run a command in the foreground without input; returns its exit code.

    When we are stopped, it is asked to stop, and killed by its id when it has not after ``grace`` seconds.
    """
    words = [str(part) for part in command]
    errors = subprocess.STDOUT if output else None
    child = subprocess.Popen(words, env=env, cwd=cwd, stdin=subprocess.DEVNULL, stdout=output, stderr=errors)
    try:
        return child.wait()
    except BaseException:
        _stop(child, grace)
        raise


def _stop(child: "subprocess.Popen[bytes]", grace: float) -> None:
    if child.poll() is None:
        child.terminate()
    try:
        child.wait(grace)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def call_silently(command: Sequence[str | Path], *, env: Mapping[str, str] | None = None, grace: float = GRACE) -> int:
    """The same, but what the command prints is shown only when it fails."""
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
        code = call(command, env=env, output=output, grace=grace)
        if code != 0:
            output.seek(0)
            print(output.read(), end="", file=sys.stderr, flush=True)
    return code


class Beside:
    """A command that runs beside others; what it prints is kept and shown at its end. To be used by ``with``."""

    def __init__(self, command: Sequence[str | Path], *, cwd: Path) -> None:
        self._output = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115 – closed at exit
        words = [str(part) for part in command]
        self._child = subprocess.Popen(
            words, cwd=cwd, stdin=subprocess.DEVNULL, stdout=self._output, stderr=subprocess.STDOUT
        )

    def __enter__(self) -> "Beside":
        return self

    def __exit__(self, *_: object) -> None:
        _stop(self._child, GRACE)
        self._output.close()

    def end(self) -> int:
        """Wait for its end and show what it printed; returns its exit code."""
        code = self._child.wait()
        self._output.seek(0)
        print(self._output.read(), end="", flush=True)
        return code


def answer(command: Sequence[str | Path]) -> str | None:
    """What a command prints; None when it cannot be run or fails."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def child_env(root: Path) -> dict[str, str]:
    """Environment for programs out of the virtual environment that import the package from the checkout."""
    env = {k: v for k, v in os.environ.items() if k not in ("PYTHONHOME", "__PYVENV_LAUNCHER__")}
    env["PYTHONPATH"] = str(root)
    env["PYTHONNOUSERSITE"] = "1"
    if not any(env.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
        env["LANG"] = "C.UTF-8"  # a bare container has none, and Qt asks for UTF-8
    return env
