"""The tray app on Windows, used from outside: its commands, its hotkey, its popup, its journals."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from assistant.core.guard.rules import OFF
from assistant.core.misses import Miss
from assistant.core.model import Activation
from assistant.storage.misses import Misses
from assistant.storage.rules import RuleBook
from assistant.storage.usage import Usage
from tests.desktop.texts import code, text

from . import hands
from .desk import Desk, Late, foreground, pid_of, rectangle, title_of, user32, visible_windows

assert sys.platform == "win32"

ROOT = Path(__file__).resolve().parents[2]
TITLE = "小二快答"
SMALL = 300  # pixels
# An interpreter with a ._pth file heeds neither PYTHONPATH nor the folder that it is started in.
MAIN = "import runpy, sys; sys.path[:0] = [{!r}]; runpy.run_module('assistant', run_name='__main__', alter_sys=True)"
WM_QUIT_SESSION, WM_END_SESSION = 0x0011, 0x0016


def phrases(count: int) -> list[dict[str, object]]:
    """The first texts as a library."""
    return [{"code": code(i), "category": ["测试"], "title": f"测试 {i}", "text": text(i)} for i in range(count)]


class App:
    """``start`` starts it in a home of its own, ``stop`` has it quit."""

    def __init__(self, desk: Desk, home: Path, hotkey: str = "ctrl+alt+space") -> None:
        self.desk = desk
        self.home = home
        self.hotkey = hotkey
        self.env = {**os.environ, "XIAOER_HOME": str(home), "XIAOER_FIRST_START": "0", "PYTHONFAULTHANDLER": "1"}
        self.output = home.with_name(home.name + "-output.txt")
        self.process: subprocess.Popen[bytes] | None = None

    def _argv(self, *arguments: str) -> list[str]:
        return [sys.executable, "-X", "utf8", "-c", MAIN.format(str(ROOT)), *arguments]

    def cli(self, *arguments: str, timeout: float = 60) -> subprocess.CompletedProcess[str]:
        """Run one command to its end."""
        return subprocess.run(
            self._argv(*arguments),
            env=self.env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=timeout,
            check=False,
        )

    def load(self, library: Sequence[Mapping[str, object]]) -> None:
        """Import phrases, whether the app runs or not."""
        path = self.home.with_name("library.jsonl")
        path.write_text("".join(json.dumps(p, ensure_ascii=False) + "\n" for p in library), "utf-8")
        done = self.cli("import", str(path))
        assert done.returncode == 0, done.stdout + done.stderr

    def may_repeat(self) -> None:
        """The same reply goes to the same buyer again without a question; for the time before the start."""
        RuleBook(self.home / "rules.json").set_severity("repeated", OFF)

    def launch(self) -> subprocess.Popen[bytes]:
        """Start the tray app and don't wait for it."""
        with self.output.open("ab") as out:
            return subprocess.Popen(
                self._argv("tray"), env=self.env, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT
            )

    def start(self) -> None:
        """Start it; returns when it answers."""
        self.process = self.launch()
        self.desk.wait(self.answers, 60, "the app answers")

    def answers(self) -> bool:
        """Whether it runs and answers ``status``."""
        assert self.process
        if self.process.poll() is not None:
            raise Late(f"the app ended with {self.process.returncode}\n{self.log()}")
        return "正在运行" in self.cli("status").stdout

    def alive(self) -> bool:
        """Whether the process still runs."""
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        """``xiaoer quit``; it must end by itself, with code 0 and without an error in its log."""
        assert self.process
        try:
            done = self.cli("quit")
            ended = self.process.wait(20)
        finally:
            self.kill()
        assert done.returncode == 0, done.stdout + done.stderr
        assert ended == 0, f"exit code {ended}\n{self.log()}"
        assert not re.search("Traceback|CRITICAL|ERROR", self.log()), self.log()

    def kill(self) -> None:
        """End it by force, if it still runs."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def log(self) -> str:
        """What it said on its error stream and wrote to its own logs."""
        files = [self.output, *sorted(self.home.glob("logs/*"))]
        return "\n".join(p.read_text("utf-8", "replace") for p in files if p.exists())

    @property
    def journal(self) -> Path:
        """The usage journal."""
        return self.home / "usage.log"

    def ended(self) -> int:
        """Deliveries that came to their end so far."""
        return self.journal.read_bytes().count(b"\n") if self.journal.exists() else 0

    def last_use(self) -> Activation:
        """How the newest delivery ended."""
        return list(Usage(self.journal).read())[-1]

    def misses(self) -> list[Miss]:
        """What was looked for in vain."""
        return list(Misses(self.home / "misses.log").read())

    def windows(self) -> list[int]:
        """Windows of the app that one can work in."""
        assert self.process
        pid = self.process.pid
        return [w for w in visible_windows() if pid_of(w) == pid and _height(w) > SMALL]

    def popup(self) -> int:
        """The window of the popup while it is shown, else 0. Messages beside it have its title, too, but are small."""
        return next((w for w in self.windows() if title_of(w) == TITLE), 0)

    def has_keyboard(self) -> int:
        """The popup's window when it has the keyboard, else 0."""
        popup = self.popup()
        return popup if popup and foreground() == popup else 0

    def open(self) -> int:
        """Press the hotkey; returns when the popup has the keyboard."""
        hands.press(self.hotkey)
        return self.desk.wait(self.has_keyboard, 5, "the popup has the keyboard")

    def close(self) -> None:
        """Press Escape until the popup is gone."""

        def gone() -> bool:
            if self.has_keyboard():
                hands.press("escape")
            return not self.popup()

        self.desk.wait(gone, 5, "the popup is gone (it is shown, but has no keyboard)")

    def choose(self, number: int, *, send: bool = False, blind: bool = False) -> None:
        """Hotkey, code and Return (or Ctrl+Return); ``blind``: all at once, without looking at the screen."""
        if blind:
            hands.press(self.hotkey)
        else:
            self.open()
        hands.type_(code(number))
        hands.press("ctrl+return" if send else "return")

    def use(self, number: int, *, send: bool = False, blind: bool = False) -> Activation:
        """:meth:`choose`, and wait until the delivery has ended; how it did."""
        before = self.ended()
        self.choose(number, send=send, blind=blind)
        self.desk.wait(lambda: self.ended() > before, 10, f"use of text {number}")
        return self.last_use()

    def end_session(self) -> None:
        """Windows logs the user off: all our windows are asked, then told."""
        assert self.process
        own = [w for w in _all_windows() if pid_of(w) == self.process.pid]
        for message, first in ((WM_QUIT_SESSION, 0), (WM_END_SESSION, 1)):
            for window in own:
                user32.SendMessageTimeoutW(window, message, first, 0, 0, 5000, None)


def _height(window: int) -> int:
    _, top, _, bottom = rectangle(window)
    return bottom - top


def _all_windows() -> list[int]:
    return visible_windows(hidden=True)
