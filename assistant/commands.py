"""What the running app does for other processes: the commands that need its windows, clipboard or stores."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from assistant.core.errors import XiaoerError
from assistant.instance import Answer, Request

Done = Callable[[str], None]
Failed = Callable[[XiaoerError], None]
Reply = Callable[[Answer], None]


class Host(Protocol):
    """The running app. What takes time ends in ``done`` or ``failed``; the rest may raise XiaoerError."""

    def open_popup(self) -> object:
        """Show the popup over the window that has the keyboard."""

    def practise(self) -> object:
        """Show the practice chat."""

    def show_settings(self) -> object:
        """Show the settings."""

    def show_library(self) -> object:
        """Show the library."""

    def show_orders(self, files: Sequence[str], done: Done) -> None:
        """Show the orders, or read these tables; ``done`` gets a sentence."""

    def show_tables(self) -> object:
        """Show the tables."""

    def reload(self) -> str:
        """Read library and settings again."""

    def quit(self) -> None:
        """End the program."""

    def status(self) -> str:
        """A few lines about how things are."""

    def set(self, key: str, value: str) -> str:
        """Change a setting; the value as stored."""

    def copy(self, code: str, done: Done, failed: Failed) -> None:
        """Copy a phrase."""

    def import_files(self, arguments: Sequence[str], done: Done, failed: Failed) -> None:
        """Take in the phrases of files and folders, as ``xiaoer import`` writes them."""

    def change_packs(self, arguments: Sequence[str], done: Done, failed: Failed) -> None:
        """Install or remove a pack, as ``xiaoer install`` and ``xiaoer uninstall`` write it."""


class Commands:
    """Reads a line, has the host do it, and answers exactly once."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._now: dict[str, Callable[[Sequence[str]], object]] = {
            "popup": lambda _: host.open_popup(),
            "practice": lambda _: host.practise(),
            "window": lambda _: host.show_settings(),
            "library": lambda _: host.show_library(),
            "tables": lambda _: host.show_tables(),
            "reload": lambda _: host.reload(),
            "quit": lambda _: host.quit(),
            "status": lambda _: host.status(),
            "set": lambda a: host.set(a[0], a[1]),
        }
        self._later: dict[str, Callable[[Sequence[str], Done, Failed], None]] = {
            "copy": lambda a, done, failed: host.copy(a[0], done, failed),
            "import": host.import_files,
            "packs": host.change_packs,
            "orders": lambda a, done, _: host.show_orders(a, done),
        }

    def handle(self, line: bytes, answer: Callable[[bytes], None]) -> None:
        """Do what a line asks for."""
        request = Request.parse(line)
        try:
            known = request is not None and self._run(request, lambda a: answer(a.line()))
        except XiaoerError as problem:
            answer(Answer(ok=False, text=str(problem)).line())
            return
        except IndexError:
            known = False
        if not known:
            answer(Answer(ok=False, text="正在运行的小二快答不认识这个命令，请退出后重新启动它。").line())

    def _run(self, request: Request, answer: Reply) -> bool:
        if request.command in self._now:
            told = self._now[request.command](request.arguments)
            answer(Answer(ok=True, text=told if isinstance(told, str) else ""))
        elif request.command in self._later:
            self._later[request.command](
                request.arguments,
                lambda text: answer(Answer(ok=True, text=text)),
                lambda problem: answer(Answer(ok=False, text=str(problem))),
            )
        else:
            return False
        return True
