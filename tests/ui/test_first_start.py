from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistant.core.errors import HotkeyTaken
from assistant.core.hotkey import KeyCombo
from assistant.core.ports import Press
from assistant.storage.settings import Settings
from assistant.ui.first_start import DONE, FirstStart
from assistant.ui.inputs import Segment
from assistant.ui.practice import PracticeChat
from assistant.ui.settings_dialog import System

Key = Qt.Key
COMBO = KeyCombo.parse("ctrl+alt+space")


class World:
    def __init__(self, folder):
        self.settings = Settings(folder / "settings.json")
        self.taken, self.let_go, self.opened = {}, 0, 0
        self.chat = PracticeChat("Ctrl+Alt+Space", None, "light")
        self.window = FirstStart(
            self.settings, System(self.use, lambda: False, lambda _: None, folder), self.practise, "light"
        )
        self.window.set_hotkey_label(COMBO.label)
        self.window.present()
        QApplication.processEvents()

    def use(self, combo):
        if str(combo) in self.taken:
            raise HotkeyTaken(combo.label, self.taken[str(combo)])

    def practise(self):
        self.opened += 1
        self.chat.present()
        return self.chat

    def press(self):
        def let_go():
            self.let_go += 1

        self.window.pressed.emit(Press(COMBO, None, 0.0, let_go))

    def step(self):
        return self.window.steps.currentIndex()


@pytest.fixture
def world(app, tmp_path):
    made = World(tmp_path)
    yield made
    for window in (made.window, made.chat):
        window.hide()
        window.deleteLater()


def key(world, which):
    QTest.keyClick(QApplication.focusWidget() or world.window, which)
    QApplication.processEvents()


def test_the_whole_way_with_the_keyboard(world):
    step = world.window.hotkey_step
    assert world.window.listening
    assert not step.lamp.lit
    assert COMBO.label in step.lamp.sentence
    world.press()
    assert step.lamp.lit
    assert world.let_go == 1
    key(world, Key.Key_Return)
    assert world.step() == 1
    assert not world.window.listening
    shop = world.window.shop_step.rows["shop.name"].control
    assert shop.hasFocus()
    QTest.keyClicks(shop, "Moon")
    after = next(s for s in world.window.shop_step.findChildren(Segment) if s.value == "售后")
    QTest.mouseClick(after, Qt.MouseButton.LeftButton)
    shop.setFocus()
    key(world, Key.Key_Return)
    assert world.step() == 2
    assert (world.settings.text("shop.name"), world.settings.text("role")) == ("Moon", "售后")
    assert world.opened == 1
    assert world.chat.isVisible()
    last = world.window.paste_step
    assert COMBO.label in last.steps.text()
    QTest.keyClicks(world.chat._input, "a")
    assert not last.lamp.lit
    world.chat._input.insertPlainText("亲，您好，欢迎光临")
    assert last.lamp.lit
    assert world.settings.text(DONE) == ""
    QTest.mouseClick(world.window.on, Qt.MouseButton.LeftButton)
    assert not world.window.isVisible()
    assert world.settings.text(DONE) == "yes"


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_escape_leaves_at_any_step_and_it_is_done(world, steps):
    for _ in range(steps):
        world.window.go_on()
    QTest.keyClick(world.window, Key.Key_Escape)
    assert not world.window.isVisible()
    assert not world.window.listening
    assert world.settings.text(DONE) == "yes"


def test_every_step_can_be_passed_over_and_the_rest_skipped(world):
    QTest.mouseClick(world.window.on, Qt.MouseButton.LeftButton)
    assert world.step() == 1
    QTest.mouseClick(world.window.skip, Qt.MouseButton.LeftButton)
    assert world.settings.text(DONE) == "yes"


def test_what_was_typed_is_kept_when_it_is_left(world):
    world.window.go_on()
    QTest.keyClicks(world.window.shop_step.rows["shop.name"].control, "Moon")
    QTest.keyClick(world.window, Key.Key_Escape)
    assert world.settings.text("shop.name") == "Moon"


def test_another_hotkey_can_be_chosen_and_a_taken_one_is_refused(world):
    step = world.window.hotkey_step
    world.taken["ctrl+alt+k"] = ("ctrl+alt+j",)
    step.edit.recorded.emit(KeyCombo.parse("ctrl+alt+k"))
    assert "已被其他程序占用" in step._row._news.text()
    assert world.settings.text("hotkey") == str(COMBO)
    step.edit.recorded.emit(KeyCombo.parse("ctrl+alt+j"))
    assert world.settings.text("hotkey") == "ctrl+alt+j"
    world.window.set_hotkey_label("Ctrl+Alt+J")
    assert "Ctrl+Alt+J" in step.lamp.sentence
    world.window.set_hotkey_label("")
    assert "没有快捷键" in step.lamp.sentence


def test_escape_while_a_hotkey_is_recorded_only_ends_the_recording(world):
    edit = world.window.hotkey_step.edit
    edit.record()
    QTest.keyClick(edit, Key.Key_Escape)
    assert world.window.isVisible()
    assert not edit.recording


def test_the_practice_chat_can_be_opened_again(world):
    world.window.go_on()
    world.window.go_on()
    world.chat.close()
    QTest.mouseClick(world.window.paste_step.open, Qt.MouseButton.LeftButton)
    assert world.opened == 2
    assert world.chat.isVisible()
