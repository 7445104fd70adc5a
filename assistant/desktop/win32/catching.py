"""From a press of a hotkey until the popup, or whoever is meant, has the keyboard and what was typed meanwhile."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial

from assistant.core.model import Window
from assistant.desktop.stage import Stage
from assistant.desktop.win32 import catcher, foreground, keys, loop, native, windows

assert sys.platform == "win32"

CATCH_LIMIT = 1.5  # s; a stuck program of ours must not keep the user's keyboard
_LOOK = 0.002  # s between looks whether the popup is there; its appearance wakes the thread as well
_EVENT_OBJECT_SHOW = 0x8002


class Catching:
    """Made and used on the thread of ``serving``, except :meth:`_take_over`."""

    def __init__(self, serving: loop.Loop) -> None:
        self._loop = serving
        self._catcher = catcher.Catcher()
        self._foreground = foreground.Foreground()
        self._stage = Stage()
        self._popup = 0
        self._show_hook = 0
        self._on_show = native.WINEVENTPROC(lambda *_: None)  # to be awake is all it takes
        self._until = 0.0  # monotonic; 0 = nothing is being caught
        self._press = 0  # number of the press that is being caught for
        self._before = 0  # the window that had the keyboard
        self._over_popup = False  # the popup was there already: this press is going to close it
        self._handing = False  # the popup is there and its thread has been asked to take over

    @property
    def busy(self) -> bool:
        """Whether a press is still being caught for."""
        return bool(self._until)

    def watch(self, popup: int) -> None:
        """The native window that gets the keyboard."""
        native.UnhookWinEvent(self._show_hook)
        self._popup = popup
        process, thread = native.GetCurrentProcessId(), native.GetWindowThreadProcessId(popup, None)
        self._show_hook = native.SetWinEventHook(
            _EVENT_OBJECT_SHOW, _EVENT_OBJECT_SHOW, None, self._on_show, process, thread, 0
        )

    def begin(self) -> tuple[Window | None, Callable[[], None]]:
        """A hotkey was pressed: the window that had the keyboard then, and what lets the keys go."""
        pressed_at, front = native.GetMessageTime(), native.GetForegroundWindow() or 0
        focus = windows.thread_info(front).hwndFocus or front
        self._over_popup = self._popup_shown()
        self._catcher.catch()
        self._until = time.monotonic() + CATCH_LIMIT
        self._press += 1
        self._handing = False
        window = self._foreground.at_press(front, focus, pressed_at)
        self._before = window.handle if window else 0
        return window, partial(self._loop.post, partial(self._let_go, self._press))

    def tick(self) -> float | None:
        """Look how things are; the seconds until the next look, None when there is nothing to look at."""
        if not self._until:
            if self._catcher.has_keyboard():
                self._catcher.pass_on(self._foreground.last())
            return None
        self._catcher.collect()
        if time.monotonic() > self._until:
            # The popup does not come. What was typed for it is dropped: the chat must not get it, nor its Return.
            self._until = 0.0
            self._catcher.pass_on(self._chat())
        elif self._popup_shown() and not self._over_popup and not self._handing:
            self._handing = self._stage.post(partial(self._take_over, self._press))
            if not self._handing:  # a window that is not Qt's
                self._end(self._popup)
        return _LOOK if self._until else None

    def close(self) -> None:
        """Give the keyboard back and take the window away."""
        self._catcher.pass_on(self._before)
        self._catcher.close()
        self._foreground.close()
        native.UnhookWinEvent(self._show_hook)

    def _take_over(self, press: int) -> bool:
        """On the GUI thread, when it has time."""
        here = press == self._press and self.busy and self._popup_shown()
        here = here and catcher.take_over(self._popup, self._caught)
        self._loop.post(partial(self._taken_over, press, here))
        return here

    def _caught(self) -> list[keys.Stroke]:
        found: list[keys.Stroke] = []
        self._loop.call(lambda: found.extend(self._catcher.caught))
        return found

    def _taken_over(self, press: int, here: bool) -> None:
        if press != self._press or not self._until:
            return
        self._handing = False
        if here:
            self._until = 0.0
            self._catcher.end()

    def _let_go(self, press: int) -> None:
        if self._until and press == self._press and not self._handing:
            self._end(self._popup if self._popup_shown() else self._chat())

    def _end(self, heir: int) -> None:
        self._until = 0.0
        if heir:
            self._catcher.hand_to(heir)
        else:
            self._catcher.pass_on(0)

    def _chat(self) -> int:
        """Who had the keyboard before us: at the press, or before the popup when that had it then."""
        own_popup = self._before == self._popup and not self._popup_shown()
        return self._foreground.last() if own_popup else self._before

    def _popup_shown(self) -> bool:
        return bool(self._popup and native.IsWindowVisible(self._popup))
