"""The screen of the Windows tests: programs of other folders with windows on it, and the user's hands.

Keys and clicks come from outside by XTEST (``XIAOER_X_TCP`` is the display, e.g. ``127.0.0.1:54``), as a real keyboard's:
they go through Wine's own input queue, with hotkeys and focus as they are at that moment.
"""

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
from types import SimpleNamespace
from typing import Any, TypeVar

from Xlib import X
from Xlib.protocol import event

from tests.desktop.hands import Hands

assert sys.platform == "win32"

T = TypeVar("T")

user32 = ctypes.WinDLL("user32", use_last_error=True)
user32.GetPropW.restype = wintypes.HANDLE
user32.GetPropW.argtypes = [wintypes.HWND, wintypes.LPCWSTR]
user32.GetForegroundWindow.restype = wintypes.HWND
user32.InternalGetWindowText.argtypes = [wintypes.HWND, wintypes.LPWSTR, ctypes.c_int]
for _name in ("IsWindow", "IsIconic", "IsWindowVisible"):
    getattr(user32, _name).argtypes = [wintypes.HWND]
user32.SendMessageTimeoutW.argtypes = [
    wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM, wintypes.UINT, wintypes.UINT, ctypes.c_void_p,
]  # fmt: skip
user32.GetWindowRect.argtypes = [wintypes.HWND, ctypes.POINTER(wintypes.RECT)]
user32.GetWindowThreadProcessId.argtypes = [wintypes.HWND, ctypes.POINTER(wintypes.DWORD)]
_EACH = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)

NEIGHBOUR = Path(__file__).with_name("neighbour.py")
STROKE = 0.02  # s that a key is down at least, and from key to key
X_WINDOW = "__wine_x11_whole_window"  # Wine's own note of the X window behind a top-level window


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
        self.desk.wait(lambda: self.desk.has_keyboard(self.window), 10, "the new window has the keyboard")
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
        screen: Any = SimpleNamespace(display=os.environ["XIAOER_X_TCP"])
        self.hands = Hands(screen)
        self.x = self.hands.x

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_: object) -> None:
        for one in reversed(self._running):
            one.end()
        self.hands.close()

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

    def press(self, combo: str) -> None:
        """Press a combination as fast as a hand does: Wine loses the releases that come while the front changes."""
        names = combo.replace("space", " ").split("+")
        self.hands.hold(*names)
        self.holds(lambda: True, STROKE)
        self.hands.release(*reversed(names))
        self.hands.held()  # returns when the screen has taken them

    def type(self, text: str, pace: float = STROKE) -> None:
        """Type, one letter every ``pace`` seconds."""
        for letter in text:
            self.holds(lambda: True, pace)
            self.hands.type(letter)

    def has_keyboard(self, window: int) -> bool:
        """Whether Windows and the screen under it agree that keys go there."""
        focus = self.x.get_input_focus().focus
        return foreground() == window and getattr(focus, "id", focus) == user32.GetPropW(window, X_WINDOW)

    def settle(self, window: int) -> None:
        """Wait until ``window`` is in front, and let the keys of the screen go there.

        On Windows the front window has the keyboard. Wine asks the screen for it with the time of an old message, which
        X11 ignores when somebody has clicked since; keys would then go nowhere.
        """
        self.wait(lambda: foreground() == window, 5, f"{title_of(window)!r} is in front")
        self.click(window)

    def click(self, window: int) -> None:
        """Click on it in the taskbar, so to say; returns when it has the keyboard."""
        asked = 0.0

        def there() -> bool:
            nonlocal asked
            if self.has_keyboard(window):
                return True
            if time.monotonic() - asked > 0.5:
                asked = time.monotonic()
                self._ask_active(window)
            return False

        self.wait(there, 10, f"window {window:#x} {title_of(window)!r} has the keyboard (now {foreground():#x})")

    def _ask_active(self, window: int) -> None:
        """Ask the window manager to activate a window, as a pager does."""
        below = self.x.create_resource_object("window", user32.GetPropW(window, X_WINDOW))
        data = (32, [2, X.CurrentTime, 0, 0, 0])
        message = event.ClientMessage(window=below, client_type=self.x.intern_atom("_NET_ACTIVE_WINDOW"), data=data)
        root = self.x.screen().root
        root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self.x.flush()
