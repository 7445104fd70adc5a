"""The window in front and its title as they were when a key went down.

Asking for the title after the press would take in a chat that changed in between. So changes are noted as Windows tells
of them, with their time, and only those before the press count. No code of ours runs in other programs for that: the
events come into the queue of this thread.
"""

from __future__ import annotations

import sys
from dataclasses import replace

from assistant.core.model import Window
from assistant.desktop.win32 import native, windows
from assistant.desktop.win32.titles import Titles

assert sys.platform == "win32"

_FOREGROUND, _NAME_CHANGE = 0x0003, 0x800C
_OUT_OF_CONTEXT, _SKIP_OWN_PROCESS = 0x0, 0x2
_OBJID_WINDOW = 0


class Foreground:
    """Follows the foreground window of other programs and its title. Everything runs on the thread that made it."""

    def __init__(self) -> None:
        self._known: Window | None = None
        self._titles = Titles("")
        self._on_foreground = native.WINEVENTPROC(self._came)
        self._on_name = native.WINEVENTPROC(self._named)
        flags = _OUT_OF_CONTEXT | _SKIP_OWN_PROCESS
        self._hook = native.SetWinEventHook(_FOREGROUND, _FOREGROUND, None, self._on_foreground, 0, 0, flags)
        self._name_hook = 0
        self._follow(native.GetForegroundWindow())

    def at_press(self, handle: int, focus: int, at: int) -> Window | None:
        """``handle``, which was in front, with the title that it had at ``at`` (Windows' milliseconds).

        ``focus`` is the part of it that had the keyboard: its own thread has forgotten that by now.
        """
        if not handle or native.IsIconic(handle):
            return None
        if self._known is None or self._known.handle != handle:
            found = windows.look(handle)
            return found and replace(found, focus=focus)
        return replace(self._known, focus=focus, title=self._titles.at(at))

    def close(self) -> None:
        """Stop following."""
        native.UnhookWinEvent(self._hook)
        native.UnhookWinEvent(self._name_hook)

    def last(self) -> int:
        """The window of another program that was in front last; 0 when there is none."""
        return self._known.handle if self._known else 0

    def _follow(self, handle: int | None) -> None:
        native.UnhookWinEvent(self._name_hook)
        self._name_hook = 0
        self._known = found = windows.look(handle) if handle else None
        if found is None or found.pid == native.GetCurrentProcessId():
            self._known = None
            return
        self._name_hook = native.SetWinEventHook(
            _NAME_CHANGE, _NAME_CHANGE, None, self._on_name, found.pid, 0, _OUT_OF_CONTEXT
        )
        # What changed before the events were asked for is asked for once more.
        self._titles = Titles(windows.title(found.handle))

    def _came(self, _hook: int, _event: int, handle: int, *_: int) -> None:
        self._follow(handle)

    def _named(self, _hook: int, _event: int, handle: int, thing: int, *rest: int) -> None:
        _child, _thread, at = rest
        if self._known and handle == self._known.handle and thing == _OBJID_WINDOW:
            self._titles.changed(windows.title(handle), at)
