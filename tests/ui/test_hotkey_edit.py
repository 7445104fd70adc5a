from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistant.core.hotkey import KeyCombo
from assistant.ui import theme as themes
from assistant.ui.hotkey_edit import _SCAN_OFFSET, HotkeyEdit, combo_of

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL_ALT = Mod.ControlModifier | Mod.AltModifier


@pytest.fixture
def edit(app):
    made = HotkeyEdit(themes.light())
    made.said = []
    made.recorded.connect(lambda combo: made.said.append(str(combo)))
    made.refused.connect(made.said.append)
    made.show_combo(KeyCombo.parse("ctrl+alt+space"))
    made.show()
    made.activateWindow()
    yield made
    made.hide()
    made.deleteLater()


def press(edit, key, modifiers=Mod.NoModifier, *, scan=0, native=0, kind=QEvent.Type.KeyPress):
    QApplication.sendEvent(edit, QKeyEvent(kind, key, modifiers, scan, native, 0))


@pytest.mark.parametrize(
    ("key", "modifiers", "scan", "wanted"),
    [
        (Key.Key_Space, CTRL_ALT, 57, "ctrl+alt+space"),
        (Key.Key_K, CTRL_ALT, 37, "ctrl+alt+k"),
        (Key.Key_F9, Mod.NoModifier, 67, "f9"),
        (Key.Key_F12, Mod.ShiftModifier, 88, "shift+f12"),
        (0x0401 + 16, CTRL_ALT, 37, "ctrl+alt+k"),  # a Cyrillic letter where the US layout has K
        (Key.Key_Exclam, Mod.ControlModifier | Mod.ShiftModifier, 2, "ctrl+shift+1"),
        (Key.Key_Ampersand, CTRL_ALT, 2, "ctrl+alt+1"),  # the digits of a French layout
        (Key.Key_Minus, CTRL_ALT, 12, "ctrl+alt+minus"),
        (Key.Key_J, Mod.MetaModifier, 36, "super+j"),
        (Key.Key_1, CTRL_ALT | Mod.KeypadModifier, 79, "ctrl+alt+1"),
        (Key.Key_Backtab, CTRL_ALT | Mod.ShiftModifier, 15, "ctrl+alt+shift+tab"),
    ],
)
def test_what_is_pressed_is_recorded(edit, key, modifiers, scan, wanted):
    edit.click()
    press(edit, key, modifiers, scan=scan + _SCAN_OFFSET)
    assert edit.said == [wanted]
    assert not edit.recording


def test_modifiers_are_shown_as_they_go_down_and_up(edit):
    edit.click()
    press(edit, Key.Key_Control)
    press(edit, Key.Key_Alt, Mod.ControlModifier)
    assert edit._caps() == ["Ctrl", "Alt"]
    press(edit, Key.Key_Control, CTRL_ALT, kind=QEvent.Type.KeyRelease)
    assert edit._caps() == ["Alt"]
    assert edit.recording
    assert edit.said == []


def test_alt_under_shift_is_not_super(edit):
    edit.click()
    press(edit, Key.Key_Shift)
    press(edit, Key.Key_Meta, Mod.ShiftModifier | Mod.MetaModifier, native=0xFFE7)
    assert edit._caps() == ["Alt", "Shift"]


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Backspace])
def test_escape_and_backspace_keep_the_old_one(edit, key):
    edit.click()
    press(edit, key)
    assert edit.said == []
    assert not edit.recording
    assert edit._caps() == ["Ctrl", "Alt", "Space"]


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Key.Key_K, Mod.NoModifier), (Key.Key_K, Mod.ShiftModifier), (Key.Key_Tab, Mod.NoModifier)]
)
def test_a_key_that_is_needed_for_typing_is_refused_and_the_next_one_counts(edit, key, modifiers):
    edit.click()
    press(edit, key, modifiers)
    assert edit.recording
    assert "请加上 Ctrl、Alt 或 Super" in edit.said.pop()
    press(edit, Key.Key_K, CTRL_ALT)
    assert edit.said == ["ctrl+alt+k"]


def test_leaving_the_field_ends_the_recording(edit):
    edit.click()
    edit.hide()
    assert not edit.recording
    assert edit.said == []


def test_enter_and_space_start_it_too(edit):
    edit.setFocus()
    QTest.keyClick(edit, Key.Key_Return)
    assert edit.recording
    edit.stop()
    QTest.keyClick(edit, Key.Key_Space)
    assert edit.recording


def test_a_key_without_a_name_is_none():
    assert combo_of(QKeyEvent(QEvent.Type.KeyPress, Key.Key_VolumeUp, CTRL_ALT, 0, 0, 0)) is None
    assert combo_of(QKeyEvent(QEvent.Type.KeyPress, Key.Key_Control, CTRL_ALT, 0, 0, 0)) is None


def test_screen_readers_hear_what_it_is_and_what_to_do(edit):
    assert edit.text() == "Ctrl+Alt+Space"
    assert "点击更换" in edit.accessibleDescription()
    edit.click()
    assert "Esc 取消" in edit.accessibleDescription()
