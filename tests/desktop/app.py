"""The tray app on a desk, used from outside: its commands, its hotkey, its popup, its log."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from assistant.core.guard.rules import OFF
from assistant.core.model import Activation
from assistant.storage.rules import RuleBook
from assistant.storage.usage import Usage

from .desk import Desk, Late
from .hands import Seen
from .texts import code, text

ROOT = Path(__file__).resolve().parents[2]
TITLE = "小二快答"
SMALL = 300  # pixels


def phrases(count: int) -> list[dict[str, object]]:
    """The first texts as a library: found by their codes, without a word that the template language would read."""
    return [{"code": code(i), "category": ["测试"], "title": f"测试 {i}", "text": text(i)} for i in range(count)]


class App:
    """``start`` starts it in a home of its own, ``stop`` quits it as the end of a session does."""

    def __init__(self, desk: Desk, home: Path | None = None, hotkey: str = "ctrl+alt+space") -> None:
        self.desk = desk
        self.home = home or desk.dir / "xiaoer"
        self.hotkey = hotkey
        self.env: dict[str, str] = {"XIAOER_HOME": str(self.home), "PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": "1"}
        self.env["XIAOER_FIRST_START"] = "0"

    def cli(self, *arguments: str, timeout: float = 60) -> subprocess.CompletedProcess[str]:
        """Run one command to its end."""
        argv = [sys.executable, "-m", "assistant", *arguments]
        env = {**self.desk.env, **self.env}
        return subprocess.run(
            argv, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=timeout, check=False
        )

    def load(self, library: Sequence[Mapping[str, object]]) -> None:
        """Import phrases, whether the app runs or not."""
        path = self.desk.dir / "run" / "library.jsonl"
        path.write_text("".join(json.dumps(p, ensure_ascii=False) + "\n" for p in library), "utf-8")
        done = self.cli("import", str(path))
        assert done.returncode == 0, done.stderr

    def may_repeat(self) -> None:
        """The same reply goes to the same buyer again without a question; for the time before the start."""
        RuleBook(self.home / "rules.json").set_severity("repeated", OFF)

    def launch(self, *options: str) -> subprocess.Popen[bytes]:
        """Start the tray app and don't wait for it."""
        process = self.desk.start(sys.executable, "-m", "assistant", "tray", *options, env=self.env)
        self.desk.watch.suspects.append(process.pid)
        return process

    def start(self, *options: str) -> None:
        """Start the tray app; returns when it answers."""
        self.process = self.launch(*options)
        self.desk.wait(self.answers, 30, "the app answers")

    def answers(self) -> bool:
        """Whether it runs and answers ``status``."""
        if self.process.poll() is not None:
            raise Late(f"the app ended with {self.process.returncode}\n{self.desk.log(self.process)}")
        return self.cli("status").returncode == 0

    def alive(self) -> bool:
        """Whether the process still runs."""
        return self.process.poll() is None

    def stop(self) -> None:
        """SIGTERM; it must end by itself, with code 0 and without an error in its log."""
        self.desk.watch.suspects.remove(self.process.pid)
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(10)
        self.desk.end(self.process)
        assert code == 0, f"exit code {code}{', it held the X server' if self.desk.watch.caught else ''}\n{self.log()}"
        assert not re.search("Traceback|CRITICAL|ERROR", self.log()), self.log()

    def log(self) -> str:
        """What it said on its error stream and wrote to its own logs."""
        own = [p.read_text("utf-8", "replace") for p in sorted(self.home.glob("logs/*"))]
        return "\n".join([self.desk.log(self.process), *own])

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

    def popup(self) -> int:
        """The window of the popup while it is shown, else 0. Messages beside it have its title, too, but are small."""
        return next((w.id for w in self.windows() if w.title == TITLE), 0)

    def windows(self) -> list[Seen]:
        """Windows of the app that one can work in."""
        own = self.desk.screen.find("xiaoer", pid=self.process.pid)
        return [w for w in own if self.desk.screen.size(w.id)[1] > SMALL]

    def open(self) -> int:
        """Press the hotkey; returns when the popup has the keyboard."""
        self.desk.hands.press(self.hotkey)
        return self.desk.wait(self.has_keyboard, 5, "the popup has the keyboard")

    def has_keyboard(self) -> int:
        """The popup's window when it has the keyboard, else 0."""
        popup = self.popup()
        return popup if popup and self.desk.screen.focus() == popup else 0

    def close(self) -> None:
        """Press Escape until the popup is gone."""

        def gone() -> bool:
            if self.has_keyboard():
                self.desk.hands.press("escape")
            return not self.popup()

        self.desk.wait(gone, 5, "the popup is gone (it is shown, but has no keyboard)")

    def choose(self, number: int, *, send: bool = False, blind: bool = False) -> None:
        """Hotkey, code and Return (or Ctrl+Return); ``blind``: all at once, without looking at the screen."""
        if blind:
            self.desk.hands.press(self.hotkey)
        else:
            self.open()
        self.desk.hands.type(code(number))
        self.desk.hands.press("ctrl+return" if send else "return")

    def use(self, number: int, *, send: bool = False, blind: bool = False) -> Activation:
        """:meth:`choose`, and wait until the delivery has ended; how it did."""
        before = self.ended()
        self.choose(number, send=send, blind=blind)
        self.desk.wait(lambda: self.ended() > before, 10, f"use of text {number}")
        return self.last_use()
