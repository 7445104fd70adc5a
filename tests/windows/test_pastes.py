"""The main job on Windows, over and over: every text exact, the user's clipboard as it was."""

from __future__ import annotations

import ctypes
import os
import struct
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from assistant.core.model import Outcome
from tests.desktop.texts import text

from .app import App, phrases
from .desk import Desk, Neighbour, user32

COUNT = int(os.environ.get("XIAOER_PASTES", "40"))
WM_SETTEXT, WM_GETTEXT, WM_GETTEXTLENGTH = 0x0C, 0x0D, 0x0E

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


def unicode(words: str) -> bytes:
    """As CF_UNICODETEXT holds it."""
    return words.encode("utf-16-le") + b"\0\0"


def bitmap(width: int, height: int) -> bytes:
    """A CF_DIB of noise: header and 24-bit rows."""
    return struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0) + os.urandom(height * width * 3)


def files(*paths: str) -> bytes:
    """A CF_HDROP: DROPFILES and a list of paths in UTF-16."""
    return struct.pack("<IiiII", 20, 0, 0, 0, 1) + unicode("\0".join(paths) + "\0")


COPIED = (
    {
        "CF_UNICODETEXT": unicode("买家刚发来的一段话😊\r\n第二行"),
        "HTML Format": b"Version:0.9\r\n<b>" + "旧".encode(),
        "Private Format": bytes(range(256)) * 9,
    },
    {"CF_DIB": bitmap(40, 30), "PNG": b"\x89PNG\r\n\x1a\n" + os.urandom(900)},
    {"CF_HDROP": files(r"C:\订单 1.xlsx", r"C:\实拍.png"), "Preferred DropEffect": b"\5\0\0\0"},
)


class Place(Protocol):
    """Where a reply goes."""

    def focus(self) -> None:
        """Give it the keyboard."""

    def clear(self) -> None:
        """Empty it."""

    def text(self) -> str:
        """What stands in it."""


class Notepad:
    """The system's own editor."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        user32.FindWindowExW.restype = user32.FindWindowW.restype = ctypes.c_void_p
        self.process = subprocess.Popen(["notepad.exe"])
        self.window = int(desk.wait(lambda: user32.FindWindowW("Notepad", None), 20, "Notepad"))
        found = user32.FindWindowExW(ctypes.c_void_p(self.window), None, "Edit", None)
        if not found:
            pytest.skip("this Notepad has no edit control")
        self.edit = int(found)
        desk.wait(lambda: desk.has_keyboard(self.window), 20, "Notepad has come to the front, as a new program does")

    def focus(self) -> None:
        self.desk.click(self.window)

    def clear(self) -> None:
        self._send(WM_SETTEXT, 0, ctypes.create_unicode_buffer(""))

    def text(self) -> str:
        room = ctypes.create_unicode_buffer(self._send(WM_GETTEXTLENGTH, 0, None) + 1)
        self._send(WM_GETTEXT, len(room), room)
        return room.value.replace("\r\n", "\n")

    def _send(self, message: int, first: int, room: ctypes.Array[ctypes.c_wchar] | None) -> int:
        user32.SendMessageW.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_size_t, ctypes.c_void_p]
        user32.SendMessageW.restype = ctypes.c_ssize_t
        return int(user32.SendMessageW(self.edit, message, first, ctypes.addressof(room) if room is not None else None))

    def end(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture
def notepad(desk: Desk) -> Iterator[Notepad]:
    one = Notepad(desk)
    yield one
    one.end()


@pytest.fixture
def app(desk: Desk, tmp_path: Path) -> Iterator[App]:
    # Without Ctrl and Alt: Wine keeps those down in Notepad when they were let go over another window. See neighbour.py.
    one = App(desk, tmp_path / "数据 夹", "f9")
    assert one.cli("settings", "set", "hotkey", "f9").returncode == 0
    one.load(phrases(COUNT))
    one.may_repeat()
    one.start()
    yield one
    one.kill()


def test_every_text_arrives_and_the_clipboard_is_as_it_was(
    desk: Desk, app: App, chat: Neighbour, notepad: Notepad, owner: Neighbour, reader: Neighbour
) -> None:
    places: list[Place] = [chat, notepad]
    took = []
    for i in range(COUNT):
        copied = COPIED[i // 10 % len(COPIED)]
        if i % 10 == 0:
            owner.copy(copied, lazily=i % 20 == 10)
        place = places[i % 2]
        place.focus()
        place.clear()
        use = app.use(i, blind=i % 3 == 1)
        assert use.outcome is Outcome.PASTED, (i, use, app.log())
        took.append(use.milliseconds)
        desk.wait(lambda i=i, place=place: place.text() == text(i), 5, f"text {i}, got {place.text()!r}")  # type: ignore[misc]
        desk.wait(
            lambda copied=copied: {name: reader.read(name) for name in copied} == copied,  # type: ignore[misc]
            5,
            f"the clipboard after text {i}",
        )
        assert places[1 - i % 2].text() == (text(i - 1) if i else "")
    took.sort()
    print(f"{COUNT} pastes: median {took[COUNT // 2]:.0f} ms, longest {took[-1]:.0f} ms; {time.strftime('%X')}")
    app.stop()
