"""Global hotkeys by RegisterHotKey, and nothing typed after the press goes astray.

From the press on the keyboard belongs to a window of this thread (:mod:`.catcher`). When the popup is on the screen it
gets the keyboard and the keys, like any typing and through the input method. No hook sees the keys of other programs.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import count

from assistant.core.errors import HotkeyTaken
from assistant.core.hotkey import SUGGESTED, KeyCombo
from assistant.core.ports import Press
from assistant.desktop.win32 import catcher, foreground, keys, loop, native, windows

assert sys.platform == "win32"

CATCH_LIMIT = 1.5  # s; a stuck program of ours must not keep the user's keyboard
_LOOK = 0.002  # s between looks whether the popup is there; its appearance wakes the thread as well
_WM_HOTKEY = 0x0312
_MOD_NOREPEAT = 0x4000
_TRIAL = 0xBFFF  # the last number that Windows allows for a hotkey
_EVENT_OBJECT_SHOW = 0x8002
_PRIORITY_HIGHEST = 2


class Win32Hotkeys:
    """ports.Hotkeys. One thread registers and is told; the methods hand it orders and wait for the answer."""

    def __init__(self) -> None:
        self._loop = loop.Loop("xiaoer-hotkeys", self._handle, self._tick, self._prepare, self._finish)
        self._bound: dict[KeyCombo, tuple[int, Callable[[Press], None]]] = {}
        self._numbers = count(1)
        self._popup = 0
        self._show_hook = 0
        self._on_show = native.WINEVENTPROC(lambda *_: None)  # to be awake is all it takes
        self._catching_until = 0.0  # monotonic; 0 = not catching
        self._before = 0  # the window that had the keyboard
        self._over_popup = False  # the popup was there already: this press is going to close it
        self._press = 0  # number of the press that is being caught for
        self._catcher: catcher.Catcher | None = None
        self._foreground: foreground.Foreground | None = None
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
        """Those of ``combos`` that can be registered now."""
        found: list[KeyCombo] = []
        self._loop.call(lambda: found.extend(filter(self._can_take, combos)))
        return found

    def close(self) -> None:
        """Give everything up and end the thread."""
        self._loop.close()

    def _prepare(self) -> None:
        native.SetThreadPriority(native.GetCurrentThread(), _PRIORITY_HIGHEST)
        self._catcher = catcher.Catcher()
        self._foreground = foreground.Foreground()

    def _finish(self) -> None:
        if self._catcher and self._foreground:
            self._catcher.pass_on(self._before)
            self._catcher.close()
            self._foreground.close()
            native.UnhookWinEvent(self._show_hook)
        for number, _ in self._bound.values():
            native.UnregisterHotKey(self._loop.window, number)

    def _handle(self, message: int, first: int, _: int) -> int | None:
        if message != _WM_HOTKEY:
            return None
        found = next((c for c, (number, _) in self._bound.items() if number == first), None)
        if found and not self._catching_until:
            self._pressed(found)
        return 0

    def _pressed(self, combo: KeyCombo) -> None:
        assert self._catcher
        assert self._foreground
        pressed_at, front = native.GetMessageTime(), native.GetForegroundWindow() or 0
        focus = windows.thread_info(front).hwndFocus or front
        self._over_popup = self._popup_shown()
        self._catcher.catch()
        self._catching_until = time.monotonic() + CATCH_LIMIT
        self._press += 1
        let_go = partial(self._loop.post, partial(self._let_go, self._press))
        window = self._foreground.at_press(front, focus, pressed_at)
        self._before = window.handle if window else 0
        self._bound[combo][1](Press(combo, window, time.monotonic(), let_go, hands_over=True))

    def _tick(self) -> float | None:
        assert self._catcher
        assert self._foreground
        if not self._catching_until:
            if self._catcher.has_keyboard():
                self._catcher.pass_on(self._foreground.last())
            return None
        self._catcher.collect()
        if self._popup_shown() and not self._over_popup:
            self._end(self._popup)
        elif time.monotonic() > self._catching_until:
            # The popup does not come. What was typed for it is dropped: the chat must not get it, nor its Return.
            self._catching_until = 0.0
            self._catcher.pass_on(self._chat())
        return _LOOK if self._catching_until else None

    def _let_go(self, press: int) -> None:
        if self._catching_until and press == self._press:
            self._end(self._popup if self._popup_shown() else self._chat())

    def _end(self, heir: int) -> None:
        assert self._catcher
        self._catching_until = 0.0
        if heir:
            self._catcher.hand_to(heir)
        else:
            self._catcher.pass_on(0)

    def _chat(self) -> int:
        """Who had the keyboard before us: at the press, or before the popup when that had it then."""
        assert self._foreground
        own_popup = self._before == self._popup and not self._popup_shown()
        return self._foreground.last() if own_popup else self._before

    def _popup_shown(self) -> bool:
        return bool(self._popup and native.IsWindowVisible(self._popup))

    def _watch(self, popup: int) -> None:
        native.UnhookWinEvent(self._show_hook)
        self._popup = popup
        process, thread = native.GetCurrentProcessId(), native.GetWindowThreadProcessId(popup, None)
        self._show_hook = native.SetWinEventHook(
            _EVENT_OBJECT_SHOW, _EVENT_OBJECT_SHOW, None, self._on_show, process, thread, 0
        )

    def _grab(self, combo: KeyCombo, pressed: Callable[[Press], None]) -> None:
        number = self._bound[combo][0] if combo in self._bound else next(self._numbers)
        if combo not in self._bound and not self._take(combo, number):
            free = list(filter(self._can_take, SUGGESTED))[:3]
            raise HotkeyTaken(combo.label, tuple(c.label for c in free))
        self._bound[combo] = number, pressed

    def _can_take(self, combo: KeyCombo) -> bool:
        if combo in self._bound or not self._take(combo, _TRIAL):
            return False
        native.UnregisterHotKey(self._loop.window, _TRIAL)
        return True

    def _take(self, combo: KeyCombo, number: int) -> bool:
        key = keys.virtual_key(combo.key)
        bits = keys.modifier_bits(combo) | _MOD_NOREPEAT
        return bool(key and native.RegisterHotKey(self._loop.window, number, bits, key))

    def _ungrab(self, combo: KeyCombo) -> None:
        number, _ = self._bound.pop(combo, (0, None))
        if number:
            native.UnregisterHotKey(self._loop.window, number)
