from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from assistant.core.errors import HotkeyTaken, ReadOnly
from assistant.core.hotkey import KeyCombo
from assistant.storage.settings import SETTINGS, Settings
from assistant.ui.controls import ActionButton
from assistant.ui.hotkey_edit import HotkeyEdit
from assistant.ui.inputs import Choice, Entry, Note, Segment, Switch
from assistant.ui.select import Select
from assistant.ui.settings_dialog import SettingsDialog, System

Key = Qt.Key
HOTKEY, LOOK, TASTE, SHOP, PASTE, PROGRAMS, BACKUP, PRIVACY, GENERAL = range(9)
NOT_SETTINGS = {"window", "newline", "read", "quiet", "before_send"}  # of one shop, of one program


class Machine:
    """What the settings change outside themselves."""

    def __init__(self):
        self.tried, self.taken, self.autostart, self.read_only = [], {}, False, False

    def try_hotkey(self, combo):
        self.tried.append(str(combo))
        if str(combo) in self.taken:
            raise HotkeyTaken(combo.label, self.taken[str(combo)])

    def set_autostart(self, on):
        if self.read_only:
            raise ReadOnly("开机启动没有设成。", "请检查权限。")
        self.autostart = on


@pytest.fixture
def machine():
    return Machine()


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def dialog(app, settings, machine, tmp_path):
    system = System(machine.try_hotkey, lambda: machine.autostart, machine.set_autostart, tmp_path)
    made = SettingsDialog(settings, system, "light")
    made.present()
    QApplication.processEvents()
    yield made
    made.hide()
    made.deleteLater()


def go(dialog, page):
    dialog.names.setCurrentRow(page)
    QApplication.processEvents()
    return dialog.pages[page]


def said(row):
    return row._news.text() if not row._news.isHidden() else ""


def test_every_setting_can_be_changed_here(dialog):
    shown = {key for page in dialog.pages for key in page.rows} - NOT_SETTINGS | {"hotkey"}
    assert shown == {setting.key for setting in SETTINGS if setting.offered}


def test_every_choice_of_the_settings_is_offered(dialog):
    for page in dialog.pages:
        for key, row in page.rows.items():
            if isinstance(row.control, Choice) and key not in NOT_SETTINGS:
                offered = {segment.value for segment in row.control.findChildren(Segment)}
                assert offered == set(next(s for s in SETTINGS if s.key == key).choices)


def test_all_values_are_shown(dialog, settings):
    for page in dialog.pages:
        for key, row in page.rows.items():
            assert key in NOT_SETTINGS or row.control.value() == str(settings.get(key))


@pytest.mark.parametrize(
    ("page", "key", "label", "value"),
    [
        (LOOK, "theme", "深色", "dark"),
        (LOOK, "popup.digits", "只按数字", "plain"),
        (TASTE, "role", "售后", "售后"),
        (TASTE, "tone", "活泼", "活泼"),
        (GENERAL, "ui.language", "English", "en"),
    ],
)
def test_a_choice_holds_at_once(dialog, settings, page, key, label, value):
    row = go(dialog, page).rows[key]
    segment = next(s for s in row.control.findChildren(Segment) if s.text() == label)
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert settings.get(key) == value


def test_the_arrow_keys_change_a_choice(dialog, settings):
    control = go(dialog, LOOK).rows["theme"].control
    chosen = next(s for s in control.findChildren(Segment) if s.isChecked())
    chosen.setFocus()
    QTest.keyClick(chosen, Key.Key_Right)
    assert settings.get("theme") == "light"


def test_a_line_holds_when_it_is_left_and_the_example_follows_every_letter(dialog, settings):
    page = go(dialog, SHOP)
    row = page.rows["shop.name"]
    row.control.setFocus()
    QTest.keyClicks(row.control, "Moon")
    assert "欢迎光临Moon" in page.example.text()
    assert settings.get("shop.name") == ""
    QTest.keyClick(row.control, Key.Key_Return)
    assert settings.get("shop.name") == "Moon"


def test_closing_the_window_keeps_what_was_typed(dialog, settings):
    row = go(dialog, SHOP).rows["agent.name"]
    row.control.setFocus()
    QTest.keyClicks(row.control, "Xiaoman")
    QTest.keyClick(row.control, Key.Key_Escape)
    assert not dialog.isVisible()
    assert settings.get("agent.name") == "Xiaoman"


def test_an_impossible_value_is_told_under_its_line_and_nothing_changes(dialog, settings):
    row = go(dialog, SHOP).rows["shop.ship_cutoff"]
    row.control.setText("下午四点")
    QTest.keyClick(row.control, Key.Key_Return)
    assert "不是一个时间" in said(row)
    assert row.control._wrong
    assert row.control.accessibleDescription() == said(row)
    assert settings.get("shop.ship_cutoff") == "16:00"
    row.control.setText("9:30")
    QTest.keyClick(row.control, Key.Key_Return)
    assert said(row) == ""
    assert row.control.text() == settings.get("shop.ship_cutoff") == "09:30"


def test_numbers_go_up_and_down_and_say_their_unit(dialog, settings):
    row = go(dialog, PASTE).rows["paste.focus_ms"]
    row.control.setFocus()
    QTest.keyClick(row.control, Key.Key_Up)
    QTest.keyClick(row.control, Key.Key_Return)
    assert settings.get("paste.focus_ms") == 900
    row.control.setText("很久")
    QTest.keyClick(row.control, Key.Key_Down)
    QTest.keyClick(row.control, Key.Key_Return)
    assert "毫秒" in said(row)
    assert settings.get("paste.focus_ms") == 900


def test_a_recorded_hotkey_is_tried_and_kept(dialog, settings, machine):
    page = go(dialog, HOTKEY)
    page.edit.recorded.emit(KeyCombo.parse("ctrl+alt+k"))
    assert machine.tried == ["ctrl+alt+k"]
    assert settings.get("hotkey") == "ctrl+alt+k"
    assert page.edit.text() == "Ctrl+Alt+K"
    assert "Ctrl+Alt+K" in said(page._row)


def test_a_taken_hotkey_leaves_the_old_one_and_offers_free_ones(dialog, settings, machine):
    machine.taken["ctrl+alt+k"] = ("ctrl+alt+j", "ctrl+super+space")
    page = go(dialog, HOTKEY)
    page.edit.recorded.emit(KeyCombo.parse("ctrl+alt+k"))
    assert settings.get("hotkey") == "ctrl+alt+space"
    assert page.edit.text() == "Ctrl+Alt+Space"
    assert "已被其他程序占用" in said(page._row)
    QApplication.processEvents()
    offered = [b for b in page.findChildren(ActionButton) if not b.isHidden()]
    assert [button.text() for button in offered] == ["Ctrl+Alt+J", "Ctrl+Super+Space"]
    QTest.mouseClick(offered[1], Qt.MouseButton.LeftButton)
    assert settings.get("hotkey") == "ctrl+super+space"
    assert not [b for b in page.findChildren(ActionButton) if not b.isHidden()]


def test_autostart_is_switched_and_a_refusal_is_told(dialog, machine):
    page = go(dialog, GENERAL)
    QTest.mouseClick(page.autostart, Qt.MouseButton.LeftButton)
    assert machine.autostart
    machine.read_only = True
    page.autostart.setFocus()
    QTest.keyClick(page.autostart, Key.Key_Space)
    assert machine.autostart
    assert page.autostart.isChecked()
    assert "请检查权限" in said(page._autostart_row)


def test_the_data_folder_is_shown_and_opened(dialog, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(
        "assistant.ui.settings_pages.QDesktopServices.openUrl", lambda url: opened.append(url.toLocalFile()) or False
    )
    page = go(dialog, GENERAL)
    QTest.mouseClick(page.open_folder, Qt.MouseButton.LeftButton)
    assert [Path(p) for p in opened] == [tmp_path]
    assert any("没有程序能打开文件夹" in note.text() for note in page.findChildren(Note))


def test_changes_from_elsewhere_are_shown_but_do_not_disturb_typing(dialog, settings):
    page = go(dialog, SHOP)
    name, agent = page.rows["shop.name"].control, page.rows["agent.name"].control
    name.setFocus()
    QTest.keyClicks(name, "abc")
    settings.set("agent.name", "小满")
    settings.set("hotkey", "f9")
    dialog.refresh()
    assert agent.text() == "小满"
    assert name.text() == "abc"
    assert dialog.pages[HOTKEY].edit.text() == "F9"


def test_everything_has_a_name_and_can_be_reached_with_tab(dialog):
    for number in range(len(dialog.pages)):
        page = go(dialog, number)
        kinds = (Entry, Segment, Switch, HotkeyEdit, Select)
        controls = {c for kind in kinds for c in page.findChildren(kind) if c.isVisibleTo(page)}
        assert all(control.accessibleName() for control in controls)
        reached, widget = set(), dialog.names
        widget.setFocus()
        for _ in range(80):
            QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
            reached.add(QApplication.focusWidget())
        for choice in page.findChildren(Choice):
            assert {s for s in choice.findChildren(Segment) if s.isChecked()} <= reached
        assert {c for c in controls if not isinstance(c, Segment)} <= reached


def test_tab_goes_from_the_names_to_the_page_and_then_to_the_end(dialog):
    page = go(dialog, TASTE)
    dialog.names.setFocus()
    QTest.keyClick(dialog.names, Key.Key_Tab)
    assert QApplication.focusWidget() in page.rows["role"].control.findChildren(Segment)
    dialog._close.setFocus()
    QTest.keyClick(dialog._close, Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.names


def test_tab_comes_to_the_chosen_value_of_a_row_from_the_first_time_on(dialog):
    dialog.names.setFocus()
    page = go(dialog, LOOK)
    theme = page.rows["theme"].control
    theme.show_value("dark")
    QTest.keyClick(dialog.names, Key.Key_Tab)
    assert QApplication.focusWidget().value == "dark"
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    assert QApplication.focusWidget() in page.rows["popup.place"].control.findChildren(Segment)


def test_labels_know_their_controls(dialog):
    for page in dialog.pages:
        for row in page.rows.values():
            assert row.name.buddy() is row.control


def test_the_theme_reaches_every_part(dialog):
    dialog.set_theme("dark")
    painted = [w for w in dialog.findChildren(QWidget) if hasattr(w, "theme")]
    assert len(painted) > 40
    assert all(widget.theme.dark for widget in painted)
    for label in dialog.findChildren(QLabel):
        assert label.palette().windowText().color().lightness() > 100
