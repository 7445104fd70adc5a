"""Puts the rooms of Windows together."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from assistant.core.ports import Desktop
from assistant.desktop.win32 import autostart, clipboard, hotkeys, keyboard, native, windows

assert sys.platform == "win32"

_PER_MONITOR_AWARE_V2 = -4


def open_win32(environ: Mapping[str, str]) -> Desktop:
    """The driver of a Windows session. Raises DesktopProblem when Windows gives it no windows."""
    # Refused when Qt, or the manifest of the program, has said it before: all of them say the same.
    native.SetProcessDpiAwarenessContext(_PER_MONITOR_AWARE_V2)
    told = hotkeys.Win32Hotkeys()
    board = clipboard.Win32Clipboard(windows.active)

    def close() -> None:
        told.close()
        board.close()

    return Desktop(
        name="win32",
        clipboard=board,
        windows=windows.Win32Windows(),
        keyboard=keyboard.Win32Keyboard(),
        hotkeys=told,
        autostart=autostart.RunKeyAutostart(start_command(environ)),
        close=close,
    )


def start_command(environ: Mapping[str, str]) -> tuple[str, ...]:
    """What starts the tray app: the program that started us, or else this Python, without a console window."""
    launcher = environ.get("XIAOER_LAUNCHER")
    if launcher:
        return launcher, "tray"
    silent = Path(sys.executable).with_name("pythonw.exe")
    return str(silent if silent.is_file() else sys.executable), "-m", "assistant", "tray"
