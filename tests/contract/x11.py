"""The X11 driver's world: a private screen with a window manager, an editor as the chat, another clipboard owner."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from Xlib import XK, X, error

from assistant.core.hotkey import KeyCombo
from assistant.core.model import Window
from assistant.desktop.x11.driver import open_x11
from tests.contract.world import TEXT
from tests.desktop.chats import QtEditor
from tests.desktop.desk import Desk, connect
from tests.desktop.owners import Owner, Reader

T = TypeVar("T")

PRIVATE = "x-kde-passwordManagerHint"
MASKS = {"ctrl": X.ControlMask, "alt": X.Mod1Mask, "shift": X.ShiftMask, "super": X.Mod4Mask}
_TEXTS = ("UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "TEXT", "STRING")
_META = {"TARGETS", "TIMESTAMP", "MULTIPLE", PRIVATE, "application/x-copyq-owner"}


class Stage:
    """What stands longer than one test: the screen, the chat, the other program."""

    def __init__(self) -> None:
        self.desk = desk = Desk().__enter__()
        self.chat = QtEditor()
        self.chat.start(desk)
        self.owner = Owner(desk)
        self.reader = Reader(desk)

    def close(self) -> None:
        self.reader.close()
        self.owner.stop()
        self.chat.stop()
        self.desk.close()

    def world(self, config: Path) -> OnScreen:
        """The driver opened on it, for one test."""
        return OnScreen(self, config)


class KeyWindow:
    """A window of another program that writes down what is typed into it."""

    def __init__(self, desk: Desk, title: str) -> None:
        self.desk = desk
        self.x = connect(desk.display)
        self.keys = ""
        root = self.x.screen().root
        mask = X.KeyPressMask | X.StructureNotifyMask | X.FocusChangeMask
        self.window = root.create_window(40, 40, 300, 200, 0, X.CopyFromParent, event_mask=mask)
        self.window.set_wm_class("other", "Other")
        self.window.set_wm_name(title.encode())
        self.window.set_wm_hints(flags=1, input=1)  # takes the focus when it is given
        self.x.sync()

    @property
    def id(self) -> int:
        return int(self.window.id)

    def show(self) -> None:
        """Map it and wait until it has the keyboard."""
        self.map()
        self.desk.screen.activate(self.id)

    def map(self) -> None:
        self.window.map()
        self.x.flush()

    def typed(self) -> str:
        """What has been typed into it so far."""
        self.x.sync()
        while self.x.pending_events():
            e = self.x.next_event()
            if e.type == X.KeyPress:
                sym = self.x.keycode_to_keysym(e.detail, 0)
                self.keys += "\n" if sym == XK.XK_Return else chr(sym) if sym < 256 else ""
        return self.keys

    def close(self) -> None:
        self.x.close()


class OnScreen:
    """The X11 driver as a world."""

    shows_old = True
    hands_over = False

    def __init__(self, stage: Stage, config: Path) -> None:
        self.stage = stage
        self.desk = stage.desk
        self.config = config
        self.others: list[KeyWindow] = []
        self.grabbers = connect(self.desk.display)
        stage.owner.mute()
        stage.owner.own({})
        stage.owner.drop()
        stage.chat.title("编辑框")
        stage.chat.focus()
        stage.chat.clear()
        self.desktop: Any = open_x11({"DISPLAY": self.desk.display, "XDG_CONFIG_HOME": str(config)})
        chat = self.desk.wait(self.desktop.windows.active, 5, "the chat")
        assert chat.handle == stage.chat.window
        self.chat = chat

    def end(self) -> None:
        """Close the driver and what came up."""
        self.desktop.close()
        self.grabbers.close()
        for other in self.others:
            other.close()
        self.desk.wait(lambda: self.desk.screen.clients() == [self.stage.chat.window], 5, "only the chat left")

    def copy(self, formats: Mapping[str, bytes]) -> None:
        text = formats.get(TEXT)
        known = dict(formats)
        if text is not None:
            known |= {"UTF8_STRING": text, "text/plain;charset=utf-8": text}
        self.stage.owner.own(known)

    def mute(self, *, on: bool = True) -> None:
        self.stage.owner.mute(*(["*"] if on else []))

    def look(self, name: str) -> bytes | None:
        return self.stage.reader.read("UTF8_STRING" if name == TEXT else name)

    def formats(self) -> set[str]:
        return {TEXT if name in _TEXTS else name for name in self.stage.reader.targets() - _META}

    def private(self) -> bool:
        return PRIVATE in self.stage.reader.targets()

    def focus(self, window: Window) -> None:
        self.desk.screen.activate(window.handle)

    def leave(self) -> None:
        self.desk.screen.iconify(self.chat.handle)
        self.desk.wait(lambda: not self.desk.screen.focus(), 5, "no window has the keyboard")

    def open_other(self) -> Window:
        other = KeyWindow(self.desk, "other window")
        self.others.append(other)
        other.show()
        seen = self.desktop.windows.active()
        assert seen is not None
        assert seen.handle == other.id
        return seen

    def retitle(self, window: Window, title: str) -> None:
        if window.handle == self.stage.chat.window:
            self.stage.chat.title(title)
        else:
            self.desk.screen.set_title(window.handle, title)
        self.desk.wait(lambda: self.desk.screen.look(window.handle).title == title, 5, "the new title")

    def close(self, window: Window) -> None:
        other = next(o for o in self.others if o.id == window.handle)
        other.window.destroy()
        other.x.sync()
        self.desk.wait(lambda: window.handle not in self.desk.screen.clients(), 5, "closed")

    def cursor_within(self) -> None:
        """X11 does not know."""

    def press(self, combo: KeyCombo) -> None:
        # A hotkey that follows its own release within 20 ms is taken for a repeat; no hand is that fast.
        self.desk.wait(lambda: not self.desktop.hotkeys._held, 5, "the hotkey is seen released")
        self.desk.hands.press(str(combo).replace("space", " "))

    def hold(self, key: str) -> None:
        self.desk.hands.hold(key.replace("space", " "))
        assert self.desk.hands.held()

    def release(self, key: str) -> None:
        self.desk.hands.release(key.replace("space", " "))

    def type(self, text: str) -> None:
        self.desk.hands.type(text)

    def expect(self, text: str) -> None:
        self.stage.chat.expect(text, 5)

    def take_hotkey(self, combo: KeyCombo) -> bool:
        code = self.desk.hands.code(" " if combo.key == "space" else combo.key)[0]
        refused = error.CatchError(error.BadAccess)
        mods = sum(MASKS[m] for m in combo.modifiers)
        root = self.grabbers.screen().root
        root.grab_key(code, mods, False, X.GrabModeAsync, X.GrabModeAsync, onerror=refused)
        self.grabbers.sync()
        return not refused.get_error()

    def popup(self) -> int:
        self.shown = KeyWindow(self.desk, "popup")
        self.others.append(self.shown)
        return self.shown.id

    def show_popup(self) -> None:
        self.shown.map()

    def expect_popup(self, text: str) -> None:
        self.desk.wait(lambda: self.shown.typed() == text, 5, f"{text!r} in the popup")

    def while_waiting(self, call: Callable[[], T], deed: Callable[[], None]) -> T:
        with ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(call)
            deed()
            return waiting.result(20)

    def in_time(self, condition: Callable[[], bool]) -> bool:
        return condition()

    def read_only_session(self) -> None:
        self.config.parent.mkdir(parents=True, exist_ok=True)
        self.config.write_bytes(b"a file where the folder should be")
