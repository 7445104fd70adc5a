"""Puts the X11 rooms together."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from assistant.core.ports import Desktop
from assistant.desktop.x11.autostart import XdgAutostart, command
from assistant.desktop.x11.clipboard import X11Clipboard
from assistant.desktop.x11.hotkeys import X11Hotkeys
from assistant.desktop.x11.link import Link
from assistant.desktop.x11.windows import X11Keyboard, X11Windows


def open_x11(environ: Mapping[str, str]) -> Desktop:
    """The driver of an X11 session. Raises DesktopProblem when the display can't be reached."""
    name = environ["DISPLAY"]
    hands = Link(name)
    clipboard = X11Clipboard(Link(name))
    hotkeys = X11Hotkeys(Link(name))
    config = Path(environ.get("XDG_CONFIG_HOME") or Path(environ.get("HOME", "~")).expanduser() / ".config")

    def close() -> None:
        hotkeys.close()
        clipboard.close()
        hands.close()

    return Desktop(
        name="x11",
        clipboard=clipboard,
        windows=X11Windows(hands),
        keyboard=X11Keyboard(hands),
        hotkeys=hotkeys,
        autostart=XdgAutostart(config, command(environ)),
        close=close,
    )
