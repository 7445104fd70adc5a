"""The entry that starts the app with the session."""

from __future__ import annotations

import configparser
import sys
from pathlib import Path

import pytest

from assistant.core.errors import ReadOnly
from assistant.desktop.x11.autostart import XdgAutostart
from assistant.desktop.x11.autostart import command as command_of


def words(line: str) -> list[str]:
    """An Exec line read as the desktop entry specification says: double quotes alone, then field codes."""
    out: list[str] = []
    word, quoted, begun, i = "", False, False, 0
    while i < len(line):
        c = line[i]
        if quoted and c == "\\":
            i += 1
            word += line[i]
        elif c == '"':
            quoted, begun = not quoted, True
        elif c == " " and not quoted:
            out += [word] if begun else []
            word, begun = "", False
        else:
            assert quoted or c not in "'\\\t\n><~|&;$*?#()`", f"{c!r} has to be quoted"
            word, begun = word + c, True
        i += 1
    out += [word] if begun else []
    return [w.replace("%%", "%") for w in out]


@pytest.mark.parametrize(
    "command",
    [
        ("/usr/bin/python3", "-m", "assistant", "tray"),
        ("/home/小二/my apps/venv/bin/python", "-m", "assistant", "tray"),
        ("/opt/100%/it's $HOME/a\"b`c\\d", "x"),
    ],
)
def test_the_session_reads_the_command_as_it_is(tmp_path: Path, command: tuple[str, ...]) -> None:
    XdgAutostart(tmp_path / "config", command).set(True)
    entry = configparser.RawConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(tmp_path / "config/autostart/xiaoer.desktop", "utf-8")
    main = entry["Desktop Entry"]
    assert main["Type"] == "Application"
    exec_line = main["Exec"].replace("\\\\", "\\")  # the escapes of every string value
    assert words(exec_line) == list(command)
    assert main["TryExec"].replace("\\\\", "\\") == command[0]


def test_what_is_in_the_way_of_switching_off_is_said(tmp_path: Path) -> None:
    entry = tmp_path / "autostart" / "xiaoer.desktop"
    entry.mkdir(parents=True)
    with pytest.raises(ReadOnly, match="权限"):
        XdgAutostart(tmp_path, ("xiaoer",)).set(False)


def test_an_installed_program_is_started_again_by_the_command_that_started_it() -> None:
    assert command_of({"XIAOER_LAUNCHER": "/usr/bin/xiaoer"}) == ("/usr/bin/xiaoer", "tray")
    assert command_of({}) == (sys.executable, "-m", "assistant", "tray")
