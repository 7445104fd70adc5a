"""Start with the session, by the Run key of the user.

Task Manager and the settings of Windows keep their own switch beside it, under ``StartupApproved``: a value whose first
byte is odd says that the user has switched the entry off there. Microsoft documents the Run key; that byte is what
every Windows since 8 writes.
"""

from __future__ import annotations

import subprocess
import sys
import winreg

from assistant.core.errors import ReadOnly

assert sys.platform == "win32"

CURRENT_VERSION = r"Software\Microsoft\Windows\CurrentVersion"
_NAME = "Xiaoer"


class RunKeyAutostart:
    """ports.Autostart. ``command`` is what starts the tray app, ``key`` the place under HKEY_CURRENT_USER."""

    def __init__(self, command: tuple[str, ...], key: str = CURRENT_VERSION) -> None:
        self._command = subprocess.list2cmdline(command)
        self._run = rf"{key}\Run"
        self._approved = rf"{key}\Explorer\StartupApproved\Run"

    def enabled(self) -> bool:
        """Whether the entry is there and not switched off by the user elsewhere."""
        switch = _read(self._approved)
        off = isinstance(switch, bytes) and bool(switch) and bool(switch[0] & 1)
        return _read(self._run) is not None and not off

    def set(self, on: bool) -> None:
        """Write or remove the entry; a switch set elsewhere goes away either way."""
        try:
            if on:
                with winreg.CreateKey(winreg.HKEY_CURRENT_USER, self._run) as opened:
                    winreg.SetValueEx(opened, _NAME, 0, winreg.REG_SZ, self._command)
            else:
                _remove(self._run)
            _remove(self._approved)
        except OSError as e:
            raise ReadOnly("开机启动的设置写不进去。", "请检查安全软件是否拦住了小二快答写注册表。") from e


def _read(key: str) -> object:
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
            return winreg.QueryValueEx(opened, _NAME)[0]
    except OSError:
        return None


def _remove(key: str) -> None:
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_SET_VALUE) as opened:
            winreg.DeleteValue(opened, _NAME)
    except FileNotFoundError:
        return
