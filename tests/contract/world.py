"""What surrounds a driver, as the tests of the ports turn it: the user, a chat window, other programs.

Formats go by their MIME names everywhere; each world translates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from queue import SimpleQueue
from typing import Protocol, TypeVar

from assistant.core.hotkey import KeyCombo
from assistant.core.model import Window
from assistant.core.ports import Box, Desktop, Press
from tests.fakes import CHAT, FakeDesktop

T = TypeVar("T")

TEXT = "text/plain"
HOTKEY = KeyCombo.parse("ctrl+alt+space")
PASTE = KeyCombo.parse("ctrl+v")
RETURN = KeyCombo.parse("return")


class World(Protocol):
    """One driver and what is around it. The chat has the keyboard, the clipboard is empty.

    ``shows_old``: while a reply is lent, others find in the clipboard what was there before; else they find nothing.
    ``hands_over``: the driver gives the popup the keyboard itself.
    """

    desktop: Desktop
    chat: Window
    shows_old: bool
    hands_over: bool

    def copy(self, formats: Mapping[str, bytes]) -> None:
        """Another program copies."""

    def mute(self, *, on: bool = True) -> None:
        """That program stops answering, or answers again."""

    def look(self, name: str) -> bytes | None:
        """One format of the clipboard, as other programs get it."""

    def formats(self) -> set[str]:
        """The formats on offer to other programs."""

    def private(self) -> bool:
        """Whether clipboard histories are asked to leave it alone."""

    def focus(self, window: Window) -> None:
        """The user clicks on a window."""

    def leave(self) -> None:
        """No window has the keyboard."""

    def open_other(self) -> Window:
        """Another program's window comes up and has the keyboard."""

    def retitle(self, window: Window, title: str) -> None:
        """It has another title from now on."""

    def close(self, window: Window) -> None:
        """It goes away."""

    def cursor_within(self) -> Box | None:
        """Where the chat's text cursor must be; None where nobody can know."""

    def press(self, combo: KeyCombo) -> None:
        """The user presses a combination."""

    def hold(self, key: str) -> None:
        """The user holds one of ctrl, alt, shift, super, return, space."""

    def release(self, key: str) -> None:
        """And lets it go."""

    def type(self, text: str) -> None:
        """The user types lower-case letters."""

    def expect(self, text: str) -> None:
        """The chat has received exactly this so far, or will at once."""

    def take_hotkey(self, combo: KeyCombo) -> bool:
        """Another program registers a combination; False when it can't."""

    def popup(self) -> int:
        """A window of ours that is not on the screen yet."""

    def show_popup(self) -> None:
        """It comes on the screen."""

    def expect_popup(self, text: str) -> None:
        """It has received exactly this so far, or will at once."""

    def while_waiting(self, call: Callable[[], T], deed: Callable[[], None]) -> T:
        """The result of a call that waits, the deed being done meanwhile."""

    def in_time(self, condition: Callable[[], bool]) -> bool:
        """Whether it holds: at once, or within moments where the driver promises no more."""

    def read_only_session(self) -> None:
        """The place where programs are listed that start with the session can't be written."""


class Memory:
    """The fake desktop as a world."""

    shows_old = True

    def __init__(self, *, hands_over: bool = False) -> None:
        self.fake = FakeDesktop()
        self.fake.hotkeys.hands_over = self.hands_over = hands_over
        self.desktop = self.fake.ports()
        self.chat = CHAT
        self.popup_handle = 99

    def copy(self, formats: Mapping[str, bytes]) -> None:
        self.fake.clipboard.content = dict(formats)

    def mute(self, *, on: bool = True) -> None:
        self.fake.clipboard.answers = not on

    def look(self, name: str) -> bytes | None:
        return self.fake.clipboard.look().get(name)

    def formats(self) -> set[str]:
        return set(self.fake.clipboard.look())

    def private(self) -> bool:
        return self.fake.clipboard.private

    def focus(self, window: Window) -> None:
        self.fake.screen.focus = window.handle

    def leave(self) -> None:
        self.fake.screen.focus = 0

    def open_other(self) -> Window:
        other = replace(CHAT, handle=20, focus=20, program="other", title="别的窗口")
        self.fake.screen.focus = self.fake.screen.add(other).handle
        return other

    def retitle(self, window: Window, title: str) -> None:
        self.fake.screen.retitle(window.handle, title)

    def close(self, window: Window) -> None:
        self.fake.screen.close(window.handle)

    def cursor_within(self) -> Box | None:
        place = Box(100, 200, 2, 18)
        self.fake.screen.carets[self.chat.handle] = place
        return place

    def press(self, combo: KeyCombo) -> None:
        if combo == PASTE:
            text = self.fake.clipboard.paste(self.fake.screen.focus)
            self.fake.screen.type(text)
        else:
            self.fake.hotkeys.press(combo)

    def hold(self, key: str) -> None:
        self.fake.screen.held = True

    def release(self, key: str) -> None:
        self.fake.screen.held = False

    def type(self, text: str) -> None:
        self.fake.screen.type(text)

    def expect(self, text: str) -> None:
        assert self._received(self.chat.handle) == text

    def take_hotkey(self, combo: KeyCombo) -> bool:
        if self.fake.hotkeys.free([combo]):
            self.fake.hotkeys.others.add(combo)
            return True
        return False

    def popup(self) -> int:
        return self.popup_handle

    def show_popup(self) -> None:
        self.fake.hotkeys.popup_shown()

    def expect_popup(self, text: str) -> None:
        assert self._received(self.popup_handle) == text

    def _received(self, handle: int) -> str:
        return "".join(self.fake.screen.received.get(handle, [])).replace(f"<{RETURN}>", "\n")

    def while_waiting(self, call: Callable[[], T], deed: Callable[[], None]) -> T:
        self.fake.screen.meanwhile = deed
        return call()

    def in_time(self, condition: Callable[[], bool]) -> bool:
        return condition()

    def read_only_session(self) -> None:
        self.fake.autostart.writable = False


def untouched(world: World) -> None:
    """The chat has received nothing: what the user types now is all there is."""
    world.focus(world.chat)
    world.type("z")
    world.expect("z")


class Presses:
    """A hotkey's callback that remembers."""

    def __init__(self) -> None:
        self.queue: SimpleQueue[Press] = SimpleQueue()

    def __call__(self, press: Press) -> None:
        self.queue.put(press)

    def next(self) -> Press:
        """The next one; it comes at once or never."""
        return self.queue.get(timeout=10)

    def none(self) -> bool:
        """Whether there is no other."""
        return self.queue.empty()
