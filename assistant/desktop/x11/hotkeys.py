"""Global hotkeys as frozen key grabs: nothing typed after the press goes astray.

The grab is synchronous. From the press on the server holds every key event back. When the popup is on the screen this
thread gives it the focus and then lets the events go, two requests that the server serves in this order: what was
typed ahead arrives in the popup like any typing, through the input method. No key ever reaches the chat window, and
no program has to listen to all keys.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from Xlib import X, error

from assistant.core.errors import HotkeyTaken
from assistant.core.hotkey import SUGGESTED, KeyCombo
from assistant.core.ports import Press
from assistant.desktop.x11 import keys
from assistant.desktop.x11.foreground import Foreground
from assistant.desktop.x11.link import Link
from assistant.desktop.x11.loop import Loop

FREEZE_LIMIT = 1.5  # s; a stuck program of ours must not keep the user's keyboard
_RELEASE_LOOK = 0.02  # s between looks whether the hotkey is still held
_POPUP_EVENTS = X.VisibilityChangeMask | X.FocusChangeMask


class X11Hotkeys:
    """ports.Hotkeys. One thread owns the connection; the methods hand it orders and wait for the answer."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._loop = Loop("xiaoer-hotkeys", link, self._handle, self._tick)
        self._bound: dict[KeyCombo, Callable[[Press], None]] = {}
        self._codes: dict[tuple[int, int], KeyCombo] = {}
        self._popup: Any = None
        self._frozen_until = 0.0  # monotonic; 0 = the keyboard is free
        self._held = 0  # key code of a hotkey that has not been released since its press
        self._locks = keys.locks(link)
        self._foreground = Foreground(link)
        self._loop.start()

    def grab(self, combo: KeyCombo, pressed: Callable[[Press], None]) -> None:
        """Register ``combo``; raises HotkeyTaken with combinations that are free."""
        self._loop.call(partial(self._grab, combo, pressed))

    def ungrab(self, combo: KeyCombo) -> None:
        """Give ``combo`` up."""
        self._loop.call(partial(self._ungrab, combo))

    def hand_to(self, popup: int) -> None:
        """The native window that gets the keyboard after a press."""
        self._loop.call(partial(self._watch, popup))

    def free(self, combos: Sequence[KeyCombo]) -> list[KeyCombo]:
        """Those of ``combos`` that can be grabbed now."""
        found: list[KeyCombo] = []
        self._loop.call(lambda: found.extend(filter(self._can_grab, combos)))
        return found

    def close(self) -> None:
        """Give everything up and end the thread."""
        self._loop.close()

    def _tick(self) -> float | None:
        now = time.monotonic()
        if self._frozen_until and now > self._frozen_until:
            self._give_up()
        if self._frozen_until:
            return self._frozen_until - now
        if self._held and not keys.is_down(self._link.display.query_keymap(), self._held):
            self._held = 0
        look = self._foreground.tick()
        return _RELEASE_LOOK if self._held else look

    def _handle(self, e: Any) -> None:
        if e.type == X.KeyPress:
            self._pressed(e)
        elif e.type in (X.VisibilityNotify, X.FocusIn) and self._frozen_until:
            self._hand_over()
        elif e.type == X.PropertyNotify:
            self._foreground.handle(e)
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
        self._bound[combo](Press(combo, self._foreground.at_press(), at, partial(self._loop.post, self._thaw)))

    def _hand_over(self) -> None:
        """Focus first, then the events: served in this order, they arrive in the popup and nowhere else."""
        self._popup.set_input_focus(X.RevertToParent, X.CurrentTime)
        if self._link.focus() == self._popup.id:
            self._thaw()

    def _give_up(self) -> None:
        """The popup does not come. What was typed for it comes to us: the chat must not get it, nor its Return."""
        self._link.root.grab_keyboard(
            owner_events=False, pointer_mode=X.GrabModeAsync, keyboard_mode=X.GrabModeAsync, time=X.CurrentTime
        )
        self._thaw()

    def _thaw(self) -> None:
        self._frozen_until = 0.0
        self._link.display.ungrab_keyboard(X.CurrentTime)
        self._link.display.flush()

    def _watch(self, popup: int) -> None:
        self._popup = self._link.window(popup)
        self._foreground.own = popup
        self._popup.change_attributes(event_mask=_POPUP_EVENTS)
        self._link.display.sync()

    def _grab(self, combo: KeyCombo, pressed: Callable[[Press], None]) -> None:
        if not self._take(combo):
            free = list(filter(self._can_grab, SUGGESTED))[:3]
            raise HotkeyTaken(combo.label, tuple(c.label for c in free))
        self._bound[combo] = pressed

    def _can_grab(self, combo: KeyCombo) -> bool:
        if combo in self._bound:
            return False  # trying it would give it up
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
                key=code,
                modifiers=keys.mask(combo) | lock,
                owner_events=False,
                pointer_mode=X.GrabModeAsync,
                keyboard_mode=X.GrabModeSync,
                onerror=refused,
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
        self._link.display.sync()

    def _ungrab(self, combo: KeyCombo) -> None:
        if self._bound.pop(combo, None):
            self._release(combo)

    def _regrab(self) -> None:
        """The keyboard map changed: keys may have other codes now. When ours have not, the grabs stay as they are."""
        locks = keys.locks(self._link)
        codes = {(code, keys.mask(c)): c for c in self._bound if (code := keys.keycode(self._link, c.key))}
        if (locks, codes) == (self._locks, self._codes):
            return
        for code, mask in self._codes:
            for lock in self._locks:
                self._link.root.ungrab_key(code, mask | lock)
        self._codes.clear()
        self._locks = locks
        for combo in self._bound:
            self._take(combo)
