"""Start with the session, by the desktop entry that XDG autostart reads."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

from assistant.core.errors import ReadOnly

_ENTRY = """[Desktop Entry]
Type=Application
Name=小二快答
Name[en]=Xiaoer Quick Reply
Comment=客服快捷回复
Exec={command}
TryExec={program}
Icon=xiaoer
Terminal=false
X-GNOME-Autostart-enabled=true
"""


class XdgAutostart:
    """ports.Autostart. ``command`` is what starts the tray app."""

    def __init__(self, config_home: Path, command: tuple[str, ...]) -> None:
        self._file = config_home / "autostart" / "xiaoer.desktop"
        self._command = command

    def enabled(self) -> bool:
        """Whether the entry is there."""
        return self._file.is_file()

    def set(self, on: bool) -> None:
        """Write or remove the entry."""
        try:
            if on:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                command = " ".join(map(_quoted, self._command))
                program = self._command[0].replace("\\", "\\\\")  # once it is removed, the entry counts as not there
                self._file.write_text(_ENTRY.format(command=command, program=program), encoding="utf-8")
            else:
                self._file.unlink(missing_ok=True)
        except OSError as e:
            raise ReadOnly("开机启动的设置写不进去。", f"请检查文件夹 {self._file.parent} 的权限。") from e


def command(environ: Mapping[str, str]) -> tuple[str, ...]:
    """What starts the tray app again: the program that started us, where an installation names it."""
    launcher = environ.get("XIAOER_LAUNCHER")
    return (launcher, "tray") if launcher else (sys.executable, "-m", "assistant", "tray")


def _quoted(word: str) -> str:
    """One argument of an Exec line: double quotes alone quote there, a percent sign begins a field code."""
    if not re.fullmatch(r"[\w@%+=:,./-]+", word):
        word = '"' + re.sub(r'(["`$\\])', r"\\\1", word) + '"'
    return word.replace("\\", "\\\\").replace("%", "%%")  # backslashes are doubled again in every value of the file
