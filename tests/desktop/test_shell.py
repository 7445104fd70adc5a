"""Messages, tray and hotkey field on a real screen: who has the keyboard, who sees the keys, where the icon goes."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from Xlib import XK, X, display
from Xlib.protocol import event as x_event

from .chats import QtEditor
from .desk import Desk, connect

SCRIPT = str(Path(__file__).with_name("shell_process.py"))
ROOT = str(Path(__file__).resolve().parents[2])
NO_BUS = {"DBUS_SESSION_BUS_ADDRESS": "disabled:"}

pytestmark = pytest.mark.desk("setxkbmap")


class Part:
    """A part of the shell and what it says."""

    def __init__(self, desk: Desk, what: str, env: dict[str, str] | None = None) -> None:
        self.desk = desk
        self.process = desk.start(sys.executable, SCRIPT, what, env={"PYTHONPATH": ROOT, **(env or {})})

    def said(self, pattern: str) -> list[re.Match[str]]:
        return list(re.finditer(pattern, self.desk.log(self.process), re.MULTILINE))

    def says(self, pattern: str, times: int = 1) -> list[re.Match[str]]:
        return self.desk.wait(lambda: len(found := self.said(pattern)) >= times and found, 20, pattern)


class XEmbedTray:
    """The panel's side of the older kind of tray."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.x = desk, connect(desk.display)
        root = self.x.screen().root
        self.bar = root.create_window(0, 0, 200, 40, 0, X.CopyFromParent, override_redirect=True)
        self.bar.map()
        selection = self.x.intern_atom("_NET_SYSTEM_TRAY_S0")
        self.bar.set_selection_owner(selection, X.CurrentTime)
        manager = self.x.intern_atom("MANAGER")
        said = x_event.ClientMessage(window=root, client_type=manager, data=(32, [0, selection, self.bar.id, 0, 0]))
        root.send_event(said, event_mask=X.StructureNotifyMask)
        self.x.flush()

    def docked(self) -> int:
        """The icon that asks to be taken in."""
        opcode = self.x.intern_atom("_NET_SYSTEM_TRAY_OPCODE")
        return self.desk.wait(lambda: next((icon for icon in map(partial(asks, opcode), self._news()) if icon), 0), 20)

    def _news(self) -> Iterator[Any]:
        return (self.x.next_event() for _ in range(self.x.pending_events()))

    def take_in(self, icon: int) -> None:
        window = self.x.create_resource_object("window", icon)
        window.reparent(self.bar, 4, 4)
        window.configure(width=24, height=24)
        window.map()
        self.x.sync()

    def close(self) -> None:
        self.x.close()


def asks(opcode: int, event: Any) -> int:
    """The window that asks to be docked with this event; 0 for any other event."""
    dock = event.type == X.ClientMessage and event.client_type == opcode and event.data[1][1] == 0
    return int(event.data[1][2]) if dock else 0


@pytest.fixture
def part(desk: Desk) -> Iterator[type[Part]]:
    """Makes parts that end with the test."""
    before = list(desk.running)
    yield Part
    for process in [p for p in desk.running if p not in before]:
        desk.end(process)


@pytest.fixture
def editor(desk: Desk) -> Iterator[QtEditor]:
    """The window that has the keyboard."""
    made = QtEditor()
    made.start(desk)
    yield made
    made.stop()


def test_a_toast_never_gets_the_keyboard_not_even_by_a_click(desk, part, editor):
    desk.screen.activate(editor.window)
    before = desk.screen.focus(), desk.screen.active()
    toast = part(desk, "toast")
    places = [(int(found[1]), int(found[2])) for found in toast.says(r"^at (\d+) (\d+)", 2)]
    desk.wait(lambda: len(desk.screen.find(title="小二快答")) == 2, 10, "both toasts")
    assert (desk.screen.focus(), desk.screen.active()) == before
    desk.hands.type("abc")
    desk.wait(lambda: editor.text() == "abc", 5, "what is typed goes on to the editor")
    desk.hands.click(*places[0])
    toast.says("^gone 第一句。")
    assert (desk.screen.focus(), desk.screen.active()) == before
    desk.hands.type("d")
    desk.wait(lambda: editor.text() == "abcd", 5, "and still does after a click")


@pytest.fixture
def other(desk: Desk) -> Iterator[display.Display]:
    """A program that holds Ctrl+Alt+Space."""
    x = connect(desk.display)
    code = x.keysym_to_keycode(XK.XK_space)
    x.screen().root.grab_key(code, X.AnyModifier, 1, X.GrabModeAsync, X.GrabModeAsync)
    x.sync()
    yield x
    x.close()


@pytest.fixture
def layout(desk: Desk, request: pytest.FixtureRequest) -> Iterator[str]:
    """A keyboard layout; the keys that the test presses are known by their place on the US one."""
    for name in ("ctrl", "alt", "shift", "capslock", "space", "k", "F4", "F9"):
        desk.hands.code(name)
    set_layout(desk, request.param)
    yield request.param
    set_layout(desk, "us")


def set_layout(desk: Desk, name: str) -> None:
    subprocess.run(["setxkbmap", "-display", desk.display, name], env=desk.env, check=True)


@pytest.mark.parametrize("layout", ["us", "ru", "fr"], indirect=True)
def test_a_combination_is_recorded_even_when_it_is_somebodys_hotkey(desk, part, other, layout):
    field = part(desk, "record")
    field.says("^recording")
    desk.hands.press("ctrl+alt+space")
    field.says(r"^recorded ctrl\+alt\+space$")
    desk.hands.press("capslock", "ctrl+alt+k", "capslock")
    field.says(r"^recorded ctrl\+alt\+k$")
    desk.hands.press("shift+alt+F9")
    field.says(r"^recorded alt\+shift\+f9$")
    desk.hands.press("alt+F4")
    field.says(r"^recorded alt\+f4$")
    other.sync()
    assert not [e for e in (other.next_event() for _ in range(other.pending_events())) if e.type == X.KeyPress]


def test_the_icon_comes_when_an_xembed_panel_does(desk, part):
    tray = part(desk, "tray", NO_BUS)
    tray.says("^available False")
    tray.says("^missing ", 1)
    panel = XEmbedTray(desk)
    try:
        panel.take_in(panel.docked())
        desk.hands.click(16, 16)
        tray.says("^opened")
    finally:
        panel.close()


def test_the_icon_comes_when_a_status_notifier_panel_does(desk, part):
    tray = part(desk, "tray")
    tray.says("^available False")
    panel = part(desk, "watcher")
    panel.says("^watching True")
    panel.says("^item ")
    assert not tray.said("^missing")


def test_the_icon_is_there_at_once_when_the_panel_is(desk, part):
    panel = part(desk, "watcher")
    panel.says("^watching True")
    part(desk, "tray").says("^available True")
    panel.says("^item ")
