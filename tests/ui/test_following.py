"""What is set holds on the screen at once; windows come anew in another language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from assistant.core.hotkey import KeyCombo
from assistant.core.ports import Press
from assistant.storage import resources
from assistant.storage.settings import Settings
from assistant.ui import theme as themes
from assistant.ui.first_start import DONE
from assistant.ui.following import Following, manner_of, theme_of
from assistant.ui.inputs import Segment
from assistant.ui.languages import SOURCE, Languages
from assistant.ui.orders_access import OrderTools
from assistant.ui.popup import Manner, Popup
from assistant.ui.settings_dialog import SettingsDialog, System
from assistant.ui.shell import Outside, Shell
from tests.ui.conftest import at_once
from tests.ui.orders_samples import NOW, FakeOrders
from tests.ui.pasteboards import fake_pasteboard

GENERAL = 8


class World:
    def __init__(self, app, folder):
        self.settings = Settings(folder / "settings.json")
        self.languages = Languages(app, resources.path("translations"))
        self.popup = Popup(at_once, "light")
        system = System(lambda _: None, lambda: False, lambda _: None, folder)
        orders = OrderTools(FakeOrders(), FakeOrders(), self.settings, at_once, lambda: NOW, fake_pasteboard())
        outside = Outside(resources.path("icons"), self.settings, system, None, orders, None, None, None)
        self.shell = Shell(outside, "light")
        self.taken = []
        following = Following(app, self.languages, self.popup, self.shell, self.taken.append)
        self.settings.on_change(lambda key, _: following.changed(self.settings, key))

    def settle(self):
        for _ in range(4):
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)

    def close(self):
        self.languages.speak(SOURCE)
        shell = self.shell
        for window in (shell._settings, shell._practice, shell._first, shell.orders._window, self.popup):
            if window:
                window.hide()
                window.deleteLater()
        self.settle()


@pytest.fixture
def world(app, tmp_path):
    made = World(app, tmp_path)
    made.languages.speak(SOURCE)
    yield made
    made.close()
    themes.dress(app, "light")


def test_the_popup_follows_its_settings(world):
    for key, value in (("popup.size", "large"), ("popup.text", "huge"), ("popup.digits", "plain"), ("role", "售后")):
        world.settings.set(key, value)
    assert world.popup._manner == manner_of(world.settings) == Manner("large", "huge", "plain", "售后")


def test_theme_and_hotkey_follow(world):
    world.shell.show_settings()
    world.settings.set("theme", "dark")
    assert theme_of(world.settings) == "dark"
    assert world.shell._settings.colours.dark
    world.settings.set("theme", "auto")
    assert theme_of(world.settings) == "system"
    world.settings.set("hotkey", "f9")
    assert world.taken == ["f9"]


def test_open_settings_come_anew_in_the_other_language_with_the_keyboard_where_it_was(world):
    world.shell.show_settings()
    before = world.shell._settings
    before.names.setCurrentRow(GENERAL)
    world.settle()
    control = before.pages[GENERAL].rows["ui.language"].control
    english = next(s for s in control.findChildren(Segment) if s.value == "en")
    english.setFocus()
    english.click()
    world.settle()
    after = world.shell._settings
    assert after is not before
    assert after.isVisible()
    assert after.names.currentRow() == GENERAL
    assert after.names.item(0).text() == "Hotkey"
    assert QApplication.focusWidget().value == "en"
    assert sum(isinstance(w, SettingsDialog) and w.isVisible() for w in QApplication.topLevelWidgets()) == 1


def test_the_same_language_by_another_name_changes_nothing(world, monkeypatch):
    monkeypatch.setattr("assistant.ui.languages.of_system", lambda _: "zh-CN")
    world.shell.show_settings()
    before = world.shell._settings
    world.settings.set("ui.language", "zh-CN")
    world.settle()
    assert world.shell._settings is before


def test_windows_that_were_closed_speak_the_new_language_when_they_come_back(world):
    chat = world.shell.practise()
    world.shell.show_first_start()
    first = world.shell._first
    for window in (chat, first):
        window.close()
    world.settings.set("ui.language", "en")
    world.settle()
    assert world.shell.practise() is not chat
    assert world.shell._practice.windowTitle() == "小雨 - Practice chat"
    world.shell.show_first_start()
    assert world.shell._first.on.text() == "Next"


def test_the_hotkey_belongs_to_the_first_step_while_it_listens(world):
    let_go = []
    press = Press(KeyCombo.parse("ctrl+alt+space"), None, 0.0, lambda: let_go.append(1))
    assert not world.shell.hears(press)
    world.shell.set_hotkey("Ctrl+Alt+Space")
    world.shell.show_first_start()
    assert world.shell.hears(press)
    world.settle()
    assert let_go == [1]
    assert world.shell._first.hotkey_step.lamp.lit
    world.shell._first.go_on()
    assert not world.shell.hears(press)
    world.shell._first.close()
    assert not world.shell.hears(press)
    assert world.settings.text(DONE) == "yes"


def test_the_orders_follow_colours_settings_and_the_language(world, tmp_path):
    window = world.shell.orders.show()
    world.settings.set("theme", "dark")
    assert window.colours.dark
    world.settings.set("orders.folder", str(tmp_path))
    assert window.side.place.text().replace("\u200b", "") == str(tmp_path)
    assert world.shell.orders.offers.watch._watcher.directories() == [str(tmp_path)]
    window.close()
    world.settings.set("ui.language", "en")
    world.settle()
    again = world.shell.orders.show()
    assert again is not window
    assert again.windowTitle() == "Orders"
    world.settings.set("orders.folder", "")
