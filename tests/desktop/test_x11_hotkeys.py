"""The X11 hotkeys where it gets rough: locks, layouts, repeats, a stuck or killed program, fast fingers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest
from Xlib import X, error
from Xlib.ext import xtest

from assistant.core.errors import HotkeyTaken
from assistant.core.hotkey import KeyCombo
from assistant.core.model import Window
from assistant.core.ports import Desktop, Press
from assistant.desktop.x11.driver import open_x11
from assistant.desktop.x11.hotkeys import FREEZE_LIMIT
from tests.contract.world import PASTE
from tests.contract.x11 import KeyWindow

from .desk import Desk, connect
from .hands import Hands

pytestmark = pytest.mark.desk("dbus-daemon", "setpriv", "setxkbmap", "xmodmap", "xset")

ROOT = Path(__file__).resolve().parents[2]
COMBO = KeyCombo.parse("ctrl+alt+j")
CTRL_ALT = X.ControlMask | X.Mod1Mask
CTRL, ALT, J, V, MENU = 37, 64, 44, 55, 135  # evdev key codes + 8, wherever the letters lie
SECOND_GROUP = 1 << 13
LOCKS = ("Caps_Lock", "Num_Lock", "Scroll_Lock")
LOCKS_ON = [on for n in range(4) for on in combinations(LOCKS, n)]


class Scene:
    """A driver with one hotkey, a window that stands for the chat, a popup that is not shown yet."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.chat = KeyWindow(desk, "chat")
        self.chat.show()
        self.popup = KeyWindow(desk, "popup")
        self.driver: Desktop = self.open()
        self.presses: SimpleQueue[Press] = SimpleQueue()
        self.driver.hotkeys.hand_to(self.popup.id)
        self.driver.hotkeys.grab(COMBO, self.presses.put)

    def open(self) -> Desktop:
        return open_x11({"DISPLAY": self.desk.display, "XDG_CONFIG_HOME": str(self.desk.home)})

    def close(self) -> None:
        self.driver.close()
        self.chat.close()
        self.popup.close()
        self.desk.wait(lambda: not self.desk.screen.clients(), 5, "windows closed")

    def press(self, *codes: int) -> None:
        """Press and release keys by their codes."""
        for code in codes or (CTRL, ALT, J):
            xtest.fake_input(self.desk.hands.x, X.KeyPress, code)
        for code in reversed(codes or (CTRL, ALT, J)):
            xtest.fake_input(self.desk.hands.x, X.KeyRelease, code)
        self.desk.hands.x.flush()

    def comes(self) -> Press:
        """The press that comes now."""
        return self.presses.get(timeout=10)

    def ready(self) -> None:
        """The driver has seen that the hotkey is not held any more."""
        hotkeys: Any = self.driver.hotkeys
        self.desk.wait(lambda: not hotkeys._held and not hotkeys._frozen_until, 5, "the hotkey is up")

    def once(self) -> None:
        """One press opens once, and nothing of it reaches the chat."""
        self.press()
        self.comes().let_go()
        self.ready()
        assert self.presses.empty()
        assert self.chat.typed() == ""

    def follows(self, code: int, lock: int = 0) -> None:
        """Wait until the driver holds the hotkey at this key. Its word, not a try: that could take the key from it."""
        hotkeys: Any = self.driver.hotkeys
        here = (code, CTRL_ALT)
        self.desk.wait(lambda: list(hotkeys._codes) == [here] and lock in hotkeys._locks, 5, "the driver has followed")

    def taken(self, code: int, mods: int = CTRL_ALT) -> bool:
        """Whether somebody holds this key on the display."""
        other = connect(self.desk.display)
        refused = error.CatchError(error.BadAccess)
        root = other.screen().root
        root.grab_key(code, mods, False, X.GrabModeAsync, X.GrabModeAsync, onerror=refused)
        other.sync()
        other.close()
        return bool(refused.get_error())

    def run(self, *argv: str) -> None:
        """A command on this display."""
        subprocess.run(argv, env=self.desk.env, check=True, capture_output=True, timeout=20)


@pytest.fixture
def scene(desk: Desk) -> Iterator[Scene]:
    one = Scene(desk)
    yield one
    one.close()


@pytest.fixture
def keyboard(desk: Desk) -> Iterator[Callable[..., None]]:
    """Change the keyboard map; it is an American one again afterwards."""

    def change(*argv: str) -> None:
        subprocess.run(argv, env=desk.env, check=True, capture_output=True, timeout=20)

    change("setxkbmap", "us")
    yield change
    change("setxkbmap", "us", "-option", "")
    desk.hands.codes.clear()


@pytest.mark.parametrize("on", LOCKS_ON, ids="+".join)
def test_locks_do_not_matter(scene: Scene, desk: Desk, keyboard: Callable[..., None], on: tuple[str, ...]) -> None:
    keyboard("xmodmap", "-e", "clear mod3", "-e", "add mod3 = Scroll_Lock")
    scene.follows(J, X.Mod3Mask)
    assert scene.taken(J, CTRL_ALT | X.Mod3Mask)
    hands = Hands(desk)
    hands.press(*on)
    desk.wait(lambda: not hands.held(), 5, "locks pressed")
    assert bin(lock_state(desk)).count("1") == len(on)
    scene.once()
    hands.press(*on)
    hands.held()
    hands.close()
    assert lock_state(desk) == 0


def lock_state(desk: Desk) -> int:
    return int(desk.x.screen().root.query_pointer().mask & (X.LockMask | X.Mod2Mask | X.Mod3Mask))


def test_a_second_layout_does_not_matter(scene: Scene, desk: Desk, keyboard: Callable[..., None]) -> None:
    keyboard("setxkbmap", "us,ru", "-option", "grp:menu_toggle")
    scene.press(MENU)
    desk.hands.held()
    assert desk.x.screen().root.query_pointer().mask & SECOND_GROUP
    scene.follows(J)
    scene.once()
    assert codes_pressed(scene) == [CTRL, V]
    scene.press(MENU)
    desk.hands.held()
    assert not desk.x.screen().root.query_pointer().mask & SECOND_GROUP


@pytest.mark.parametrize("first", ["map", "driver"])
def test_a_keyboard_without_latin_letters(scene: Scene, desk: Desk, keyboard: Callable[..., None], first: str) -> None:
    keyboard("setxkbmap", "ru")
    if first == "map":
        scene.driver.close()
        scene.driver = scene.open()
        scene.driver.hotkeys.grab(COMBO, scene.presses.put)
    scene.follows(J)
    scene.once()
    assert codes_pressed(scene) == [CTRL, V]


def test_a_hotkey_moves_with_the_keyboard_map(scene: Scene, desk: Desk, keyboard: Callable[..., None]) -> None:
    dvorak_j = 54
    keyboard("setxkbmap", "us", "-variant", "dvorak")
    scene.follows(dvorak_j)
    assert scene.taken(dvorak_j)
    assert not scene.taken(J)
    scene.press(CTRL, ALT, dvorak_j)
    scene.comes().let_go()
    scene.ready()
    keyboard("setxkbmap", "us")
    scene.follows(J)
    assert not scene.taken(dvorak_j)
    scene.once()


def test_keys_are_remapped_by_hand(scene: Scene, desk: Desk, keyboard: Callable[..., None]) -> None:
    keyboard("xmodmap", "-e", "keycode 44 = k K", "-e", "keycode 45 = j J")
    scene.follows(45)
    assert not scene.taken(J)
    scene.press(CTRL, ALT, 45)
    scene.comes().let_go()
    scene.ready()


@pytest.mark.parametrize(("layout", "v"), [(("us", "-variant", "dvorak"), 60), (("ru",), V)])
def test_the_paste_keys_follow_the_keyboard_map(
    scene: Scene, keyboard: Callable[..., None], layout: tuple[str, ...], v: int
) -> None:
    assert codes_pressed(scene) == [CTRL, V]
    keyboard("setxkbmap", *layout)
    scene.driver.keyboard.wait_released(0)
    assert codes_pressed(scene) == [CTRL, v]


def chat_of(scene: Scene) -> Window:
    window = scene.driver.windows.active()
    assert window is not None
    assert window.handle == scene.chat.id
    return window


def codes_pressed(scene: Scene) -> list[int]:
    """The key codes of Ctrl+V as the driver presses it."""
    scene.chat.typed()
    assert scene.driver.keyboard.press([PASTE], chat_of(scene))
    scene.driver.windows.active()  # the server has taken the keys
    scene.chat.x.sync()
    events = [scene.chat.x.next_event() for _ in range(scene.chat.x.pending_events())]
    return [e.detail for e in events if e.type == X.KeyPress]


def test_a_hotkey_that_is_held_opens_once(scene: Scene, desk: Desk) -> None:
    desk.x.change_keyboard_control(auto_repeat_mode=X.AutoRepeatModeOn)
    desk.x.sync()
    scene.run("xset", "r", "rate", "150", "40")
    desk.hands.hold("a")
    desk.wait(lambda: len(scene.chat.typed()) > 3, 5, "this display repeats keys")
    desk.hands.release("a")
    desk.hands.held()
    scene.chat.typed()
    scene.chat.keys = ""
    desk.hands.hold("ctrl", "alt", "j")
    scene.comes()
    scene.popup.map()
    assert desk.holds(scene.presses.empty, 1.0)
    desk.hands.release("j", "alt", "ctrl")
    scene.ready()
    assert scene.popup.typed() == ""
    assert scene.chat.typed() == ""
    scene.popup.window.unmap()
    scene.popup.x.sync()
    desk.x.change_keyboard_control(auto_repeat_mode=X.AutoRepeatModeOff)
    desk.x.sync()
    desk.screen.activate(scene.chat.id)
    scene.once()


@pytest.mark.parametrize("delay", [0.0, 0.06], ids=["", "slow popup"])
def test_nothing_typed_ahead_is_lost_or_goes_astray(scene: Scene, desk: Desk, delay: float) -> None:
    words = ["a", "fh", "fahuo", "zq0007x", "\n", "kuaididaonale\n", "abcdefghijklmnopqrstuvwxyz0123456789"]
    wanted = ""
    for n in range(20 if delay else 100):
        word = words[n % len(words)]
        scene.ready()
        desk.hands.press("ctrl+alt+j")
        desk.hands.type(word[:-1])
        scene.comes()
        desk.hands.type(word[-1])
        assert not delay or desk.holds(lambda: not scene.chat.typed(), delay)
        scene.popup.map()
        wanted += word
        desk.wait(lambda wanted=wanted: scene.popup.typed() == wanted, 5, f"round {n}, {word!r}")
        scene.popup.window.unmap()
        scene.popup.x.flush()
        desk.wait(lambda: desk.screen.focus() == scene.chat.id, 5, "the chat again")
    assert scene.chat.typed() == ""


def test_a_popup_that_never_comes_frees_the_keyboard(scene: Scene, desk: Desk) -> None:
    desk.hands.press("ctrl+alt+j")
    desk.hands.type("fahuo\n")
    scene.comes()
    assert desk.holds(lambda: scene.chat.typed() == "", FREEZE_LIMIT / 2)

    def free() -> bool:
        desk.hands.type("z")
        return "z" in scene.chat.typed()

    desk.wait(free, FREEZE_LIMIT + 5, "the keyboard is free")
    scene.ready()
    assert set(scene.chat.typed()) == {"z"}  # neither what was meant for the popup nor its Return
    scene.chat.keys = ""
    scene.once()
    desk.hands.type("a")
    desk.wait(lambda: scene.chat.typed() == "a", 5, "typing as ever")


KILLED = """
import sys, threading
from assistant.core.hotkey import KeyCombo
from assistant.desktop.x11.driver import open_x11
desktop = open_x11({"DISPLAY": sys.argv[1], "XDG_CONFIG_HOME": "/nowhere"})
desktop.hotkeys.grab(KeyCombo.parse("ctrl+alt+k"), lambda press: print("pressed", flush=True))
print("ready", flush=True)
threading.Event().wait()
"""


def test_a_killed_program_keeps_no_keyboard(scene: Scene, desk: Desk) -> None:
    argv = (sys.executable, "-c", KILLED, desk.display)
    process = desk.start(*argv, env={"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE)
    assert process.stdout
    assert process.stdout.readline() == b"ready\n"
    desk.hands.press("ctrl+alt+k")
    assert process.stdout.readline() == b"pressed\n"
    desk.hands.type("z")
    assert desk.holds(lambda: scene.chat.typed() == "", 0.1)
    os.kill(process.pid, signal.SIGKILL)
    desk.wait(lambda: scene.chat.typed() == "z", FREEZE_LIMIT / 2, "the keyboard is free")
    desk.end(process)
    assert not scene.taken(45)


def test_two_drivers_on_one_display(scene: Scene) -> None:
    second = scene.open()
    with pytest.raises(HotkeyTaken) as taken:
        second.hotkeys.grab(COMBO, scene.presses.put)
    assert COMBO.label not in taken.value.free
    scene.once()
    scene.driver.close()
    scene.driver = second
    second.hotkeys.grab(COMBO, scene.presses.put)
    scene.once()
