"""The Windows driver's world: a chat, another window, a clipboard owner and a reader, each a program of its own.

A driver must tell programs apart by their folders, so each lies in one of its own (``tests/windows/desk.py``).
"""

from __future__ import annotations

import ctypes
import os
import sys
import threading
import winreg
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from ctypes import wintypes
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from assistant.core.hotkey import KeyCombo
from assistant.core.model import Window
from assistant.core.ports import Box
from assistant.desktop.win32.autostart import RunKeyAutostart
from assistant.desktop.win32.driver import open_win32
from tests.contract.world import TEXT
from tests.windows import hands
from tests.windows.desk import Desk, foreground, title_of, user32

assert sys.platform == "win32"

T = TypeVar("T")

FORMATS = {TEXT: "CF_UNICODETEXT", "text/html": "HTML Format", "image/png": "PNG"}  # others are registered as they are
EXCLUDES = "ExcludeClipboardContentFromMonitorProcessing"
_MARKS = {EXCLUDES, "CanIncludeInClipboardHistory", "CanUploadToCloudClipboard", "Clipboard Viewer Ignore"}
_SYNTHESIZED = {"CF_TEXT", "CF_OEMTEXT", "CF_LOCALE"}  # the system makes them from CF_UNICODETEXT
_KEYS = {"ctrl": 0x11, "alt": 0x12, "shift": 0x10, "super": 0x5B, "return": 0x0D, "space": 0x20}
_MODIFIERS = {"alt": 1, "ctrl": 2, "shift": 4, "super": 8}
_PLACE, _BESIDE = (40, 60), (620, 60)
_REGISTRY = r"Software\XiaoerTest"
_SW_SHOWNOACTIVATE = 4
_WM_QUIT = 0x0012

user32.GetAsyncKeyState.restype = ctypes.c_short
user32.CreateWindowExW.restype = wintypes.HWND


def to_windows(name: str, data: bytes) -> tuple[str, bytes]:
    """A format of the contract as Windows programs copy it."""
    if name == TEXT:
        return FORMATS[name], data.decode().replace("\n", "\r\n").encode("utf-16-le") + b"\0\0"
    return FORMATS.get(name, name), data


def from_windows(name: str, data: bytes) -> bytes:
    """And back; ``name`` is the contract's."""
    if name == TEXT:
        return data.decode("utf-16-le").split("\0")[0].replace("\r\n", "\n").encode()
    return data


def _forget(key: str) -> None:
    """Delete a key of the user's registry with all that is below it."""
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
            below = [winreg.EnumKey(opened, i) for i in range(winreg.QueryInfoKey(opened)[0])]
    except FileNotFoundError:
        return
    for name in below:
        _forget(rf"{key}\{name}")
    winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)


class Stage:
    """What stands longer than one test."""

    def __init__(self, folder: Path) -> None:
        self.desk = Desk(folder)
        self.chat = self.desk.start("chat")
        self.other = self.desk.start("other")
        self.owner = self.desk.start("owner")
        self.reader = self.desk.start("reader")
        self.chat.open("编辑框", _PLACE)

    def close(self) -> None:
        self.desk.__exit__()

    def world(self, config: Path) -> OnWindows:
        """The driver opened on it, for one test."""
        return OnWindows(self)


class Popup:
    """An edit control of ours as a top-level window, on a thread of its own as an interface is."""

    def __init__(self) -> None:
        self.window = 0
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        self._ready.wait(5)

    def _run(self) -> None:
        style = 0x80000000 | 0x0004 | 0x1000  # a popup; of several lines; Return is a character
        tool = 0x00000080
        make = user32.CreateWindowExW
        self.window = make(tool, "EDIT", "", style, 500, 400, 300, 100, None, None, None, None)
        self._number = threading.get_native_id()
        self._ready.set()
        message = wintypes.MSG()
        while user32.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
            user32.TranslateMessage(ctypes.byref(message))
            user32.DispatchMessageW(ctypes.byref(message))
        user32.DestroyWindow(self.window)

    def show(self) -> None:
        """On the screen, without taking the keyboard."""
        user32.ShowWindow(self.window, _SW_SHOWNOACTIVATE)

    def typed(self) -> str:
        room = ctypes.create_unicode_buffer(1000)
        user32.GetWindowTextW(self.window, room, 1000)
        return room.value.replace("\r\n", "\n")

    def close(self) -> None:
        user32.PostThreadMessageW(self._number, _WM_QUIT, 0, 0)
        self._thread.join(5)


class OnWindows:
    """The Windows driver as a world."""

    shows_old = False
    hands_over = True

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.desk = stage.desk
        self.popups: list[Popup] = []
        self.left = False  # no window has the keyboard
        self.registry = rf"{_REGISTRY}\{os.urandom(4).hex()}"
        stage.owner.order("drop")
        stage.chat.retitle("编辑框")
        stage.chat.clear()
        stage.chat.focus()
        driver = open_win32(dict(os.environ))
        self.desktop: Any = replace(driver, autostart=RunKeyAutostart(("xiaoer", "tray"), self.registry))
        self.chat: Window = self.desk.wait(self._chat, 5, "the chat and its edit control have the keyboard")

    def _chat(self) -> Window | None:
        now = self.desktop.windows.active()
        return now if now and (now.handle, now.focus) == (self.stage.chat.window, self.stage.chat.edit) else None

    def end(self) -> None:
        """Close the driver and what came up."""
        self.mute(on=False)
        self.desktop.close()
        for popup in self.popups:
            popup.close()
        for one in (self.stage.other, self.stage.reader):
            one.order("unhotkey")
        if self.stage.other.window:
            self._close_other()
        _forget(self.registry)

    def copy(self, formats: Mapping[str, bytes]) -> None:
        # Lazily, as most programs do: what is asked for while the program is mute, cannot come.
        self.stage.owner.copy(dict(to_windows(name, data) for name, data in formats.items()), lazily=True)

    def mute(self, *, on: bool = True) -> None:
        if on != self.stage.owner.muted:
            self.stage.owner.mute(on=on)

    def look(self, name: str) -> bytes | None:
        data = self.stage.reader.read(FORMATS.get(name, name))
        return None if data is None else from_windows(name, data)

    def formats(self) -> set[str]:
        names = {theirs: ours for ours, theirs in FORMATS.items()}
        return {names.get(name, name) for name in self.stage.reader.formats() if name not in _MARKS | _SYNTHESIZED}

    def private(self) -> bool:
        return EXCLUDES in self.stage.reader.formats()

    def focus(self, window: Window) -> None:
        self.left = False
        self._neighbour(window).focus()

    def _neighbour(self, window: Window) -> Any:
        return next(one for one in (self.stage.chat, self.stage.other) if one.window == window.handle)

    def leave(self) -> None:
        self.stage.chat.order("minimise")
        user32.SetForegroundWindow(user32.GetDesktopWindow())  # as Windows does when no other window is left
        self.desk.wait(lambda: not self._one_in_front(), 5, "no window in front")
        self.left = True

    def open_other(self) -> Window:
        window = self.stage.other.open("别的窗口", _BESIDE)
        self.stage.other.focus()
        seen = self.desk.wait(self.desktop.windows.active, 5, "the other window")
        assert seen.handle == window
        return seen

    def retitle(self, window: Window, title: str) -> None:
        self._neighbour(window).retitle(title)
        self.desk.wait(lambda: title_of(window.handle) == title, 5, "the new title")

    def close(self, window: Window) -> None:
        assert window.handle == self.stage.other.window
        self._close_other()

    def _close_other(self) -> None:
        window = self.stage.other.window
        self.stage.other.shut()
        self.desk.wait(lambda: not user32.IsWindow(window) and foreground() != window, 5, "closed")

    def cursor_within(self) -> Box:
        return Box(*self.stage.chat.order("edit"))

    def press(self, combo: KeyCombo) -> None:
        if not self.left:
            self.desk.wait(self._one_in_front, 5, "a window of another program in front")
        hands.press(str(combo))

    def _one_in_front(self) -> bool:
        return foreground() in (self.stage.chat.window, self.stage.other.window)

    def hold(self, key: str) -> None:
        hands.hold(key)
        self.desk.wait(lambda: user32.GetAsyncKeyState(_KEYS[key]) < 0, 5, f"{key} is down")

    def release(self, key: str) -> None:
        hands.release(key)

    def type(self, text: str) -> None:
        hands.type_(text)

    def expect(self, text: str) -> None:
        self.stage.chat.expect(text)

    def take_hotkey(self, combo: KeyCombo) -> bool:
        code = hands.code(combo.key)
        keys = sum(_MODIFIERS[name] for name in combo.modifiers)
        return bool(self.stage.reader.order("hotkey", keys=keys, code=code))

    def popup(self) -> int:
        self.popups.append(Popup())
        return self.popups[-1].window

    def show_popup(self) -> None:
        self.popups[-1].show()

    def expect_popup(self, text: str) -> None:
        self.desk.wait(lambda: self.popups[-1].typed() == text, 5, f"{text!r} in the popup")

    def while_waiting(self, call: Callable[[], T], deed: Callable[[], None]) -> T:
        with ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(call)
            deed()
            return waiting.result(20)

    def in_time(self, condition: Callable[[], bool]) -> bool:
        return self.desk.wait(condition, 5, "what the driver promises")

    def read_only_session(self) -> None:
        # Nothing that lasts can be made under a key that does not.
        path = rf"{self.registry}\Volatile"
        handle = ctypes.c_void_p()
        create = ctypes.WinDLL("advapi32").RegCreateKeyExW
        create.argtypes = [
            ctypes.c_void_p, wintypes.LPCWSTR, wintypes.DWORD, wintypes.LPWSTR, wintypes.DWORD, wintypes.DWORD,
            ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p,
        ]  # fmt: skip
        create(winreg.HKEY_CURRENT_USER, path, 0, None, 1, 0xF003F, None, ctypes.byref(handle), None)
        winreg.CloseKey(handle.value or 0)
        self.desktop = replace(self.desktop, autostart=RunKeyAutostart(("xiaoer", "tray"), rf"{path}\Deeper"))
