"""The screen of the Windows tests: programs of other folders with windows on it, and the user's hands."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from ctypes import wintypes
from pathlib import Path
from typing import Any, TypeVar

assert sys.platform == "win32"

T = TypeVar("T")

user32 = ctypes.WinDLL("user32", use_last_error=True)
user32.SetForegroundWindow.argtypes = [wintypes.HWND]
user32.GetGUIThreadInfo.argtypes = [wintypes.DWORD, ctypes.c_void_p]
user32.GetForegroundWindow.restype = wintypes.HWND
user32.InternalGetWindowText.argtypes = [wintypes.HWND, wintypes.LPWSTR, ctypes.c_int]
for _name in ("IsWindow", "IsIconic", "IsWindowVisible"):
    getattr(user32, _name).argtypes = [wintypes.HWND]
user32.SendMessageTimeoutW.argtypes = [
    wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM, wintypes.UINT, wintypes.UINT, ctypes.c_void_p,
]  # fmt: skip
user32.GetWindowRect.argtypes = [wintypes.HWND, ctypes.POINTER(wintypes.RECT)]
user32.GetWindowThreadProcessId.argtypes = [wintypes.HWND, ctypes.POINTER(wintypes.DWORD)]
user32.GetWindowThreadProcessId.restype = wintypes.DWORD
_EACH = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)

NEIGHBOUR = Path(__file__).with_name("neighbour.py")


class _ThreadInfo(ctypes.Structure):
    _fields_ = (
        ("size", wintypes.DWORD), ("flags", wintypes.DWORD), ("active", wintypes.HWND), ("focus", wintypes.HWND),
        ("rest", wintypes.HWND * 4), ("caret", wintypes.RECT),
    )  # fmt: skip


class Late(AssertionError):
    """Something that was waited for did not happen."""


def foreground() -> int:
    """The window that has the keyboard; 0 for none."""
    return user32.GetForegroundWindow() or 0


def title_of(window: int) -> str:
    """A window's title, without a message to it."""
    room = ctypes.create_unicode_buffer(512)
    user32.InternalGetWindowText(window, room, 512)
    return room.value


def pid_of(window: int) -> int:
    """The process of a window."""
    pid = wintypes.DWORD()
    user32.GetWindowThreadProcessId(window, ctypes.byref(pid))
    return pid.value


def rectangle(window: int) -> tuple[int, int, int, int]:
    """Left, top, right, bottom on the screen."""
    box = wintypes.RECT()
    user32.GetWindowRect(window, ctypes.byref(box))
    return box.left, box.top, box.right, box.bottom


def visible_windows(*, hidden: bool = False) -> list[int]:
    """All top-level windows that are shown, or really all."""
    found: list[int] = []

    def each(window: int, _: int) -> bool:
        if hidden or user32.IsWindowVisible(window):
            found.append(window)
        return True

    user32.EnumWindows(_EACH(each), 0)
    return found


def install(name: str, folder: Path) -> Path:
    """A program called ``name`` in a folder of its own: this very interpreter, so that nothing else is needed."""
    here = Path(sys.executable).parent
    place = folder / name
    place.mkdir(parents=True)
    for file in here.iterdir():
        if file.suffix.lower() in (".dll", ".pyd", ".zip", "._pth"):
            shutil.copyfile(file, place / file.name)
    shutil.copyfile(sys.executable, place / f"{name}.exe")
    return place / f"{name}.exe"


class Neighbour:
    """A running ``neighbour.py``."""

    def __init__(self, desk: Desk, name: str) -> None:
        self.desk = desk
        self.window = self.edit = 0
        self.muted = False
        home = {} if list(Path(sys.executable).parent.glob("*._pth")) else {"PYTHONHOME": sys.base_prefix}
        argv = [str(desk.program(name)), str(NEIGHBOUR)]
        self.process = subprocess.Popen(
            argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "PYTHONUTF8": "1", **home}
        )

    def _line(self) -> Any:
        assert self.process.stdout
        line = self.process.stdout.readline()
        if not line:
            raise Late(f"the neighbour ended with {self.process.wait(5)}")
        return json.loads(line)

    def order(self, do: str, **what: object) -> Any:
        """Have it do something; its answer."""
        self.order_only(do, **what)
        return self._line()["is"]

    def order_only(self, do: str, **what: object) -> None:
        """The same without waiting for the answer."""
        assert self.process.stdin
        self.process.stdin.write(json.dumps({"do": do, **what}).encode() + b"\n")
        self.process.stdin.flush()

    def open(self, title: str, at: tuple[int, int]) -> int:
        """Its window comes up; returns when it is on the screen."""
        self.window, self.edit = self.order("open", title=title, x=at[0], y=at[1])
        self.desk.click(self.window)
        return self.window

    def text(self) -> str:
        """What stands in its edit control, with plain line ends."""
        return str(self.order("text")).replace("\r\n", "\n")

    def clear(self) -> None:
        """Empty it."""
        self.order("clear")

    def retitle(self, title: str) -> None:
        """Another title."""
        self.order("title", to=title)

    def copy(self, formats: Mapping[str, bytes], *, lazily: bool = False) -> None:
        """Take the clipboard."""
        self.order("copy", formats={name: data.hex() for name, data in formats.items()}, lazily=lazily)

    def mute(self, *, on: bool) -> None:
        """Stop answering anybody, or answer again."""
        self.order("mute", on=on)
        self.muted = on

    def formats(self) -> list[str]:
        """The formats that it finds in the clipboard."""
        return list(self.order("formats"))

    def read(self, name: str) -> bytes | None:
        """One of them, as it gets it."""
        data = self.order("read", name=name)
        return None if data is None else bytes.fromhex(data)

    def shut(self) -> None:
        """Its window goes away; the program stays."""
        self.order("close")
        self.window = self.edit = 0

    def focus(self) -> None:
        """Click into it."""
        if user32.IsIconic(self.window):
            self.order("restore")
        self.desk.click(self.window)

    def expect(self, text: str) -> None:
        """Wait until exactly ``text`` stands in it."""
        got = ""

        def there() -> bool:
            nonlocal got
            got = self.text()
            return got == text

        with contextlib.suppress(Late):
            self.desk.wait(there, 5, "")
        if got != text:
            raise Late(f"{text!r} should stand there, but {got!r} does")

    def alive(self) -> bool:
        """Whether its window still stands."""
        return self.process.poll() is None and bool(user32.IsWindow(self.window))

    def end(self) -> None:
        """End the program, by force when it does not obey."""
        with contextlib.suppress(OSError):
            self.order_only("mute", on=False)
            self.order_only("end")
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                with contextlib.suppress(OSError):
                    pipe.close()


class Desk:
    """Use as ``with Desk(folder) as desk``; ``folder`` holds the programs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._installed: dict[str, Path] = {}
        self._running: list[Neighbour] = []

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_: object) -> None:
        for one in reversed(self._running):
            one.end()

    def program(self, name: str) -> Path:
        """The exe of that name, installed when first asked for."""
        if name not in self._installed:
            self._installed[name] = install(name, self.folder)
        return self._installed[name]

    def start(self, name: str) -> Neighbour:
        """Start a neighbour, without a window yet."""
        one = Neighbour(self, name)
        self._running.append(one)
        return one

    def end(self, one: Neighbour) -> None:
        """End it before the others."""
        one.end()
        self._running.remove(one)

    def wait(self, condition: Callable[[], T | None], timeout: float = 5.0, what: str = "") -> T:
        """The first true answer of ``condition``, asked 100 times a second; raises Late."""
        until = time.monotonic() + timeout
        while not (got := condition()):
            if time.monotonic() > until:
                raise Late(f"{what or condition}: not within {timeout:g} s; last answer {got!r}")
            time.sleep(0.01)
        return got

    def holds(self, condition: Callable[[], object], seconds: float) -> bool:
        """Whether it stays true all that time; for things that must not happen."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if not condition():
                return False
            time.sleep(0.01)
        return True

    def has_keyboard(self, window: int) -> bool:
        """Whether ``window`` is in front and a part of it takes keys."""
        info = _ThreadInfo(size=ctypes.sizeof(_ThreadInfo))
        user32.GetGUIThreadInfo(user32.GetWindowThreadProcessId(window, None), ctypes.byref(info))
        return foreground() == window and bool(info.focus)

    def click(self, window: int) -> None:
        """Click on it in the taskbar, so to say; returns when it has the keyboard."""
        user32.SetForegroundWindow(window)
        self.wait(
            lambda: self.has_keyboard(window),
            10,
            f"window {window:#x} {title_of(window)!r} has the keyboard (now {foreground():#x})",
        )
