"""The window in front, known before the hotkey.

Asking for the title after the press would take in a chat that changed in between. Events come in the order in which
things happened: what has been told before the key press is what the agent saw when pressing.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

from Xlib import X

from assistant.core.model import Window
from assistant.desktop.x11.link import Link

_REST = 0.1  # s after another window came to the front: nobody is held up by our questions


class Foreground:
    """Follows the active window and its title by events of the link's connection. ``own`` is never followed."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._known: Window | None = None
        self._look_at = 0.0  # monotonic; 0 = nothing to look at
        self._active = link.atom("_NET_ACTIVE_WINDOW")
        self._titles = (link.atom("_NET_WM_NAME"), link.atom("WM_NAME"))
        self.own = 0
        link.root.change_attributes(event_mask=X.PropertyChangeMask)
        self._look()

    def handle(self, e: Any) -> None:
        """A PropertyNotify."""
        if e.atom == self._active and e.window.id == self._link.root.id:
            self._known, self._look_at = None, time.monotonic() + _REST
        elif self._known and e.window.id == self._known.handle and e.atom in self._titles:
            self._known = self._link.describe(self._known.handle, self._known.focus)

    def tick(self) -> float | None:
        """Look when the windows have come to rest; the seconds until then, None when nothing is to be looked at."""
        if not self._look_at:
            return None
        left = self._look_at - time.monotonic()
        if left > 0:
            return left
        self._look_at = 0.0
        self._look()
        return None

    def at_press(self) -> Window | None:
        """Who has the keyboard, with the title that was shown when the key went down."""
        focus = self._link.focus()
        if self._known and self._link.inside(focus, self._known.handle):
            return replace(self._known, focus=focus)
        return self._link.active()

    def _look(self) -> None:
        self._known = found = self._link.active()
        if found is None or found.handle == self.own:
            self._known = None
            return
        self._link.window(found.handle).change_attributes(event_mask=X.PropertyChangeMask)
        # What changed before the events were asked for is asked for once more.
        self._known = self._link.describe(found.handle, found.focus)
