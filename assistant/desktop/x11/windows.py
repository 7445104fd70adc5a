"""Windows and keys of other programs. One connection for both: the check and the key presses must not be parted."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from Xlib import X, error
from Xlib.ext import xtest
from Xlib.protocol import event

from assistant.core.hotkey import KeyCombo
from assistant.core.model import Window
from assistant.core.ports import Box
from assistant.desktop.stage import Stage
from assistant.desktop.x11 import keys
from assistant.desktop.x11.link import Link

_LOOK_AGAIN = 0.002  # s between two looks at a state that X11 sends no event for
_PAGER = 2  # source indication of _NET_ACTIVE_WINDOW: a request of the user's, which no focus policy refuses


class X11Windows:
    """ports.Windows over EWMH."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def active(self) -> Window | None:
        """The window that gets what is typed now."""
        return self._link.active()

    def refresh(self, window: Window) -> Window | None:
        """Today's title of the same window."""
        return self._link.describe(window.handle, window.focus)

    def activate(self, window: Window) -> None:
        """Give the focus directly, and ask the window manager to raise it as well."""
        link = self._link
        with link.lock:
            link.window(window.focus).set_input_focus(X.RevertToParent, X.CurrentTime)
            message = event.ClientMessage(
                window=link.window(window.handle),
                client_type=link.atom("_NET_ACTIVE_WINDOW"),
                data=(32, [_PAGER, X.CurrentTime, 0, 0, 0]),
            )
            link.root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
            link.display.flush()

    def wait_active(self, window: Window, timeout: int) -> bool:
        """Look until the focus lies in ``window``."""
        return _until(lambda: self._has_focus(window), timeout)

    def caret(self, window: Window) -> Box | None:
        """X11 does not know text cursors."""
        return None

    def _has_focus(self, window: Window) -> bool:
        with self._link.lock:
            return self._link.inside(self._link.focus(), window.handle)


class X11Keyboard:
    """ports.Keyboard over XTEST."""

    def __init__(self, link: Link) -> None:
        self._stage: Stage | None = None
        self._link = link

    def wait_released(self, timeout: int) -> bool:
        """Look until no modifier, Return or Space is down: their release must not reach the chat as an Enter."""
        return _until(self._nothing_held, timeout)

    def _nothing_held(self) -> bool:
        link = self._link
        with link.lock:
            if link.root.query_pointer().mask & keys.HOLDABLE:
                return False
            down = link.display.query_keymap()
            return not any(keys.is_down(down, keys.keycode(link, k)) for k in ("return", "space"))

    def press(self, combos: Sequence[KeyCombo], into: Window) -> bool:
        """Check and press while the server serves nobody else: focus and title can't change in between."""
        if self._stage is None:
            self._stage = Stage()  # here and not earlier: it moves itself from the thread that made it
        return self._stage.call(lambda: self._check_and_press(combos, into))

    def _check_and_press(self, combos: Sequence[KeyCombo], into: Window) -> bool:
        link = self._link
        with link.lock:
            link.display.grab_server()
            try:
                now = link.describe(into.handle, into.focus)
                held = now is not None and now.title == into.title and link.inside(link.focus(), into.handle)
                link.follow_keyboard()  # after the answers above: whatever changed has been told
                for kind, code in (s for c in combos for s in self._strokes(c)) if held else ():
                    xtest.fake_input(link.display, kind, code)
            except (error.XError, error.ConnectionClosedError):
                held = False
            finally:
                link.display.ungrab_server()
                link.display.flush()
            return held

    def _strokes(self, combo: KeyCombo) -> list[tuple[int, int]]:
        codes = [keys.keycode(self._link, k) for k in (*combo.modifiers, combo.key)]
        return [(X.KeyPress, c) for c in codes] + [(X.KeyRelease, c) for c in reversed(codes)]


def _until(holds: Callable[[], bool], timeout: int) -> bool:
    end = time.monotonic() + timeout / 1000
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(_LOOK_AGAIN)
    return True
