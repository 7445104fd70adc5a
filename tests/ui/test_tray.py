from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QSystemTrayIcon

from assistant.ui.icons import SIZES, app_icon, paused_icon
from assistant.ui.tray import Tray
from tests.ui.waiting import until

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
Reason = QSystemTrayIcon.ActivationReason


@pytest.fixture
def tray(app, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    made = Tray(ICONS)
    made._grace.setInterval(0)
    yield made
    made.deleteLater()


def actions(tray):
    return {action.text().split("\t")[0]: action for action in tray._menu.actions() if not action.isSeparator()}


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("打开小二快答", "opened"),
        ("话术库", "library_asked"),
        ("订单…", "orders_asked"),
        ("练习聊天", "practice_asked"),
        ("设置…", "settings_asked"),
        ("退出", "quit_asked"),
    ],
)
def test_the_menu_asks_for_what_it_says(tray, text, signal):
    spy = QSignalSpy(getattr(tray, signal))
    actions(tray)[text].trigger()
    assert spy.count() == 1


def test_pausing_changes_icon_and_tool_tip_and_tells(tray):
    tray.set_hotkey_label("Ctrl+Alt+Space")
    tray._make()
    spy = QSignalSpy(tray.pause_toggled)
    before = tray._icon.icon().cacheKey()
    actions(tray)["暂停快捷键"].trigger()
    assert spy.count() == 1
    assert spy.at(0) == [True]
    assert tray._icon.icon().cacheKey() != before
    assert "暂停" in tray._icon.toolTip()
    tray.set_paused(False)
    assert spy.count() == 1
    assert not actions(tray)["暂停快捷键"].isChecked()
    assert tray._icon.toolTip() == "小二快答 · Ctrl+Alt+Space"


def test_the_hotkey_stands_in_the_menu_without_being_a_shortcut(tray):
    tray.set_hotkey_label("Ctrl+Alt+J")
    assert actions(tray)["打开小二快答"].text() == "打开小二快答\tCtrl+Alt+J"
    assert actions(tray)["打开小二快答"].shortcut().isEmpty()
    tray.set_hotkey_label("")
    assert actions(tray)["打开小二快答"].text() == "打开小二快答"


def test_a_click_opens_and_the_menu_button_does_not(tray):
    tray._make()
    spy = QSignalSpy(tray.opened)
    tray._icon.activated.emit(Reason.Trigger)
    assert spy.count() == 1
    tray._icon.activated.emit(Reason.Context)
    assert spy.count() == 1


def test_without_a_tray_it_says_so_once_and_how_to_go_on(tray):
    spy = QSignalSpy(tray.missing)
    tray.set_hotkey_label("Ctrl+Alt+J")
    tray.show()
    assert not tray.available()
    until(spy.count)
    assert "没有托盘区" in spy.at(0)[0]
    assert "Ctrl+Alt+J" in spy.at(0)[0]
    assert not tray._grace.isActive()


@pytest.mark.parametrize("made", [app_icon, paused_icon])
def test_the_icon_is_there_in_every_size(app, made):
    icon = made(ICONS)
    assert sorted(size.width() for size in icon.availableSizes()) == list(SIZES)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["xiaoer", "xiaoer-paused"])
def test_every_size_shows_the_drawing(app, name, size):
    """Up to 24 pixels the simpler drawing; made anew with QSvgRenderer when a drawing changes."""
    drawing = QSvgRenderer(str(ICONS / (f"{name}-small.svg" if size <= 24 else f"{name}.svg")))
    wanted = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    wanted.fill(0)
    painter = QPainter(wanted)
    drawing.render(painter)
    painter.end()
    kept = QImage(str(ICONS / f"{name}-{size}.png")).convertToFormat(wanted.format())
    pairs = zip(bytes(wanted.constBits()), bytes(kept.constBits()), strict=True)
    assert sum(abs(a - b) for a, b in pairs) / wanted.sizeInBytes() < 1


@pytest.mark.parametrize("ground", [0xFFFFFFFF, 0xFF202020])
@pytest.mark.parametrize("name", ["xiaoer", "xiaoer-paused"])
def test_the_small_icon_stands_out_from_light_and_dark_panels(app, name, ground):
    image = QImage(str(ICONS / f"{name}-16.png"))
    base = QImage(1, 1, QImage.Format.Format_RGB32)
    base.fill(ground)
    body = image.pixelColor(1, 6)
    assert body.alpha() == 255
    assert abs(body.lightness() - base.pixelColor(0, 0).lightness()) > 60
