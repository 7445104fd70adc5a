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
from assistant.desktop.win32 import catching, keys, loop, native

assert sys.platform == "win32"

_WM_HOTKEY = 0x0312
_MOD_NOREPEAT = 0x4000
_TRIAL = 0xBFFF  # the last number that Windows allows for a hotkey
_PRIORITY_HIGHEST = 2


class Win32Hotkeys:
    """ports.Hotkeys. One thread registers and is told; the methods hand it orders and wait for the answer."""

    def __init__(self) -> None:
        self._loop = loop.Loop("xiaoer-hotkeys", self._handle, self._tick, self._prepare, self._finish)
        self._bound: dict[KeyCombo, tuple[int, Callable[[Press], None]]] = {}
        self._numbers = count(1)
        self._catching: catching.Catching | None = None
        self._loop.start()

    def grab(self, combo: KeyCombo, pressed: Callable[[Press], None]) -> None:
        """Register ``combo``; raises HotkeyTaken with combinations that are free."""
        self._loop.call(partial(self._grab, combo, pressed))

    def ungrab(self, combo: KeyCombo) -> None:
        """Give ``combo`` up."""
        self._loop.call(partial(self._ungrab, combo))

    def hand_to(self, popup: int) -> None:
        """The native window that gets the keyboard after a press."""
        self._loop.call(lambda: self._catching.watch(popup) if self._catching else None)

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
        self._catching = catching.Catching(self._loop)

    def _finish(self) -> None:
        if self._catching:
            self._catching.close()
        for number, _ in self._bound.values():
            native.UnregisterHotKey(self._loop.window, number)

    def _tick(self) -> float | None:
        return self._catching.tick() if self._catching else None

    def _handle(self, message: int, first: int, _: int) -> int | None:
        if message != _WM_HOTKEY:
            return None
        found = next((c for c, (number, _) in self._bound.items() if number == first), None)
        if found and self._catching and not self._catching.busy:
            window, let_go = self._catching.begin()
            self._bound[found][1](Press(found, window, time.monotonic(), let_go, hands_over=True))
        return 0

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
