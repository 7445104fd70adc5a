"""Global hotkeys as frozen key grabs: nothing typed after the press goes astray.

The grab is synchronous. From the press on the server holds every key event back. When the popup is on the screen this
thread gives it the focus and then lets the events go, two requests that the server serves in this order: what was
typed ahead arrives in the popup like any typing, through the input method. No key ever reaches the chat window, and
no program has to listen to all keys.
"""

from __future__ import annotations

import os
import select
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from queue import SimpleQueue
from typing import Any

from Xlib import X, error

from assistant.core.errors import DesktopProblem, HotkeyTaken
from assistant.core.hotkey import KeyCombo
from assistant.core.ports import Press
from assistant.desktop.x11 import keys
from assistant.desktop.x11.link import Link

FREEZE_LIMIT = 1.5  # s; a stuck program of ours must not keep the user's keyboard
_RELEASE_LOOK = 0.02  # s between looks whether the hotkey is still held
_SUGGESTED = ("ctrl+alt+j", "ctrl+alt+k", "ctrl+shift+space", "alt+space", "super+j", "ctrl+alt+q", "f9")
_POPUP_EVENTS = X.VisibilityChangeMask | X.FocusChangeMask


class X11Hotkeys:
    """ports.Hotkeys. One thread owns the connection; the methods hand it orders and wait for the answer."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._orders: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._wake_read, self._wake_write = os.pipe()
        os.set_blocking(self._wake_write, False)
        self._bound: dict[KeyCombo, Callable[[Press], None]] = {}
        self._codes: dict[tuple[int, int], KeyCombo] = {}
        self._popup: Any = None
        self._frozen_until = 0.0  # monotonic; 0 = the keyboard is free
        self._held = 0  # key code of a hotkey that has not been released since its press
        self._locks = keys.locks(link)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="xiaoer-hotkeys", daemon=True)
        self._thread.start()

    def grab(self, combo: KeyCombo, pressed: Callable[[Press], None]) -> None:
        """Register ``combo``; raises HotkeyTaken with combinations that are free."""
        self._ask(partial(self._grab, combo, pressed))

    def ungrab(self, combo: KeyCombo) -> None:
        """Give ``combo`` up."""
        self._ask(partial(self._ungrab, combo))

    def hand_to(self, popup: int) -> None:
        """The native window that gets the keyboard after a press."""
        self._ask(partial(self._watch, popup))

    def free(self, combos: Sequence[KeyCombo]) -> list[KeyCombo]:
        """Those of ``combos`` that can be grabbed now."""
        found: list[KeyCombo] = []
        self._ask(lambda: found.extend(c for c in combos if c not in self._bound and self._can_grab(c)))
        return found

    def close(self) -> None:
        """Give everything up and end the thread."""
        self._ended.set()
        self._poke()
        self._thread.join(1)

    def _ask(self, order: Callable[[], None]) -> None:
        """Run ``order`` on the thread; its error is raised here."""
        if threading.current_thread() is self._thread:
            order()
            return
        done = threading.Event()
        failed: list[BaseException] = []

        def run() -> None:
            try:
                order()
            except (DesktopProblem, HotkeyTaken, error.XError, error.ConnectionClosedError) as e:
                failed.append(e)
            finally:
                done.set()

        self._orders.put(run)
        self._poke()
        if not done.wait(3):
            raise DesktopProblem("桌面没有响应快捷键设置。", "请稍后再试。")
        if failed:
            raise failed[0]

    def _poke(self) -> None:
        try:
            os.write(self._wake_write, b"!")
        except BlockingIOError:
            return

    def _run(self) -> None:
        try:
            while not self._ended.is_set():
                self._turn()
        except (error.ConnectionClosedError, OSError):
            return  # the X server is gone; Qt ends the program with its own sentence
        finally:
            self._link.close()  # whatever happened, the keyboard must not stay frozen

    def _turn(self) -> None:
        display = self._link.display
        while display.pending_events():
            self._handle(display.next_event())
        while not self._orders.empty():
            self._orders.get()()
        display.flush()
        self._check_time()
        if display.display.event_queue or not self._orders.empty():
            return
        ready, _, _ = select.select([display.fileno(), self._wake_read], [], [], self._patience())
        if self._wake_read in ready:
            os.read(self._wake_read, 4096)

    def _patience(self) -> float | None:
        if self._held:
            return _RELEASE_LOOK
        return max(self._frozen_until - time.monotonic(), 0) if self._frozen_until else None

    def _check_time(self) -> None:
        if self._frozen_until and time.monotonic() > self._frozen_until:
            self._thaw()
        if self._held and not self._frozen_until and not keys.is_down(self._link.display.query_keymap(), self._held):
            self._held = 0

    def _handle(self, e: Any) -> None:
        if e.type == X.KeyPress:
            self._pressed(e)
        elif e.type in (X.VisibilityNotify, X.FocusIn) and self._frozen_until:
            self._hand_over()
        elif e.type == X.MappingNotify:
            self._link.display.refresh_keyboard_mapping(e)
            self._regrab()

    def _pressed(self, e: Any) -> None:
        combo = self._codes.get((e.detail, e.state & keys.HOLDABLE))
        if combo is None or e.detail == self._held or self._frozen_until:
            self._link.display.allow_events(X.AsyncKeyboard, X.CurrentTime)  # a repeat: swallowed
            return
        self._frozen_until = time.monotonic() + FREEZE_LIMIT
        self._held = e.detail
        at = time.monotonic()
        self._bound[combo](Press(combo, self._link.active(), at, partial(self._order, self._thaw)))

    def _order(self, order: Callable[[], None]) -> None:
        self._orders.put(order)
        self._poke()

    def _hand_over(self) -> None:
        """Focus first, then the events: served in this order, they arrive in the popup and nowhere else."""
        display = self._link.display
        display.grab_server()
        try:
            self._popup.set_input_focus(X.RevertToParent, X.CurrentTime)
            if self._link.focus() == self._popup.id:
                self._thaw()
        finally:
            display.ungrab_server()
            display.flush()

    def _thaw(self) -> None:
        self._frozen_until = 0.0
        self._link.display.ungrab_keyboard(X.CurrentTime)
        self._link.display.flush()

    def _watch(self, popup: int) -> None:
        self._popup = self._link.window(popup)
        self._popup.change_attributes(event_mask=_POPUP_EVENTS)
        self._link.display.sync()

    def _grab(self, combo: KeyCombo, pressed: Callable[[Press], None]) -> None:
        if not self._take(combo):
            free = [c for c in map(KeyCombo.parse, _SUGGESTED) if c != combo and self._can_grab(c)][:3]
            raise HotkeyTaken(combo.label, tuple(c.label for c in free))
        self._bound[combo] = pressed

    def _can_grab(self, combo: KeyCombo) -> bool:
        taken = self._take(combo)
        self._release(combo)
        return taken

    def _take(self, combo: KeyCombo) -> bool:
        code = keys.keycode(self._link, combo.key)
        if not code:
            return False
        refused = error.CatchError(error.BadAccess)
        for lock in self._locks:
            self._link.root.grab_key(
                code, keys.mask(combo) | lock, False, X.GrabModeAsync, X.GrabModeSync, onerror=refused
            )
        self._link.display.sync()
        if refused.get_error():
            self._release(combo)
            return False
        self._codes[code, keys.mask(combo)] = combo
        return True

    def _release(self, combo: KeyCombo) -> None:
        for (code, mask), known in list(self._codes.items()):
            if known == combo:
                del self._codes[code, mask]
        code = keys.keycode(self._link, combo.key)
        for lock in self._locks if code else ():
            self._link.root.ungrab_key(code, keys.mask(combo) | lock)
        self._link.display.flush()

    def _ungrab(self, combo: KeyCombo) -> None:
        if self._bound.pop(combo, None):
            self._release(combo)

    def _regrab(self) -> None:
        """The keyboard map changed: the same keys may have other codes now."""
        for code, mask in self._codes:
            for lock in self._locks:
                self._link.root.ungrab_key(code, mask | lock)
        self._codes.clear()
        self._locks = keys.locks(self._link)
        for combo in self._bound:
            self._take(combo)
