"""Parts of the driver that need Windows, but no screen."""

from __future__ import annotations

import os
import sys
import uuid
import winreg
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.core.errors import HotkeyTaken, ReadOnly
from assistant.core.hotkey import KeyCombo
from assistant.desktop.win32 import autostart, driver, hotkeys, keyboard, keys, rights

COMMAND = (r"C:\Program Files\小二 快答\xiaoer.exe", "tray")
SWITCH = r"Explorer\StartupApproved\Run"


@pytest.fixture
def place() -> Iterator[str]:
    """A place in the registry of our own, in place of the session's."""
    key = rf"Software\XiaoerTest\{uuid.uuid4().hex}"
    winreg.CreateKey(winreg.HKEY_CURRENT_USER, key).Close()
    yield key
    for below in (rf"{key}\Run", rf"{key}\{SWITCH}", rf"{key}\Explorer\StartupApproved", rf"{key}\Explorer", key):
        try:
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, below)
        except FileNotFoundError:
            continue


def switch(place: str, first: int) -> None:
    """Task Manager switches the entry."""
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, rf"{place}\{SWITCH}") as opened:
        winreg.SetValueEx(opened, "Xiaoer", 0, winreg.REG_BINARY, bytes([first, *range(11)]))


def test_the_command_is_quoted_as_windows_splits_it(place: str) -> None:
    autostart.RunKeyAutostart(COMMAND, place).set(True)
    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, rf"{place}\Run") as opened:
        assert winreg.QueryValueEx(opened, "Xiaoer") == (r'"C:\Program Files\小二 快答\xiaoer.exe" tray', winreg.REG_SZ)


@pytest.mark.parametrize(("first", "on"), [(2, True), (3, False), (6, True), (7, False)])
def test_the_switch_of_task_manager_counts(place: str, first: int, on: bool) -> None:
    ours = autostart.RunKeyAutostart(COMMAND, place)
    ours.set(True)
    switch(place, first)
    assert ours.enabled() == on
    ours.set(True)
    assert ours.enabled()
    switch(place, first)
    ours.set(False)
    assert not ours.enabled()
    ours.set(True)
    assert ours.enabled()


def test_a_place_that_cannot_be_written_is_told() -> None:
    ours = autostart.RunKeyAutostart(COMMAND, "x" * 300)  # longer than the name of a key can be
    with pytest.raises(ReadOnly, match="注册表"):
        ours.set(True)
    assert not ours.enabled()


def test_the_session_starts_what_started_us(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert driver.start_command({"XIAOER_LAUNCHER": COMMAND[0]}) == COMMAND
    python = tmp_path / "python.exe"
    monkeypatch.setattr(sys, "executable", str(python))
    assert driver.start_command({}) == (str(python), "-m", "assistant", "tray")
    (tmp_path / "pythonw.exe").touch()
    assert driver.start_command({})[0] == str(tmp_path / "pythonw.exe")


def test_a_program_is_known_by_its_name() -> None:
    assert rights.program(os.getpid()) == Path(sys.executable).stem.lower()
    assert rights.program(0x7FFFFFFC) == ""


@pytest.mark.parametrize(("level", "more"), [(0x1000, False), (0x2000, False), (0x2001, True), (0x3000, True)])
def test_a_program_with_more_rights_is_elevated(monkeypatch: pytest.MonkeyPatch, level: int, more: bool) -> None:
    monkeypatch.setattr(rights, "_our_level", lambda: 0x2000)
    monkeypatch.setattr(rights, "_level_of", lambda _: level)
    assert rights.elevated(os.getpid()) == more


def test_a_program_that_is_closed_to_us_is_elevated_and_one_that_is_gone_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert not rights.elevated(os.getpid())
    assert not rights.elevated(0x7FFFFFFC)

    def closed(_: int) -> int:
        raise PermissionError

    monkeypatch.setattr(rights, "_level_of", closed)
    assert rights.elevated(os.getpid())


def test_the_integrity_level_is_one_of_those_that_windows_has() -> None:
    assert rights._level_of(os.getpid()) in (0x1000, 0x2000, 0x2100, 0x3000, 0x4000)


def test_a_key_that_an_input_method_took_is_known_by_its_place() -> None:
    hidden = keys.Stroke(keys.PROCESS_KEY, up=True, scan=0x21)
    assert keyboard.recovered(hidden) == keys.Stroke(ord("F"), up=True, scan=0x21)
    shown = keys.Stroke(ord("G"), scan=0x21)
    assert keyboard.recovered(shown) == shown


def test_two_of_us_tell_each_other_that_a_hotkey_is_taken() -> None:
    combo, told = KeyCombo.parse("ctrl+alt+shift+f11"), []
    first, second = hotkeys.Win32Hotkeys(), hotkeys.Win32Hotkeys()
    first.grab(combo, told.append)
    with pytest.raises(HotkeyTaken):
        second.grab(combo, told.append)
    assert second.free([combo]) == []
    first.close()
    assert second.free([combo]) == [combo]
    second.close()
