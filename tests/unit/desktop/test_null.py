"""The driver that only copies."""

from __future__ import annotations

import gc

import pyperclip
import pytest

from assistant.core.errors import DesktopProblem
from assistant.core.hotkey import KeyCombo
from assistant.core.model import Window
from assistant.core.ports import Desktop
from assistant.desktop import open_desktop
from assistant.desktop.null.driver import open_null

COMBO = KeyCombo.parse("ctrl+alt+space")
WINDOW = Window(1, 1, "chat", "买家")


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A system clipboard that pyperclip knows; the last text is what it holds."""
    texts = [""]
    monkeypatch.setattr(pyperclip, "copy", texts.append)
    monkeypatch.setattr(pyperclip, "paste", lambda: texts[-1])
    return texts


@pytest.fixture
def desktop() -> Desktop:
    return open_null("这里不能粘贴。")


def test_it_says_what_it_lacks(desktop: Desktop) -> None:
    assert desktop.lacks == "这里不能粘贴。"
    desktop.close()


def test_a_reply_is_copied_and_read(desktop: Desktop, copied: list[str]) -> None:
    assert desktop.clipboard.text(100) is None
    desktop.clipboard.put("您好😊")
    assert copied[-1] == "您好😊"
    assert desktop.clipboard.text(100) == "您好😊"
    desktop.clipboard.prefetch()


@pytest.mark.parametrize("end", ["keep", "give_back"])
def test_a_lent_reply_stays_for_the_agent_to_paste(desktop: Desktop, copied: list[str], end: str) -> None:
    copied.append("旧")
    loan = desktop.clipboard.lend("您好", WINDOW, 100)
    assert copied[-1] == "您好"
    assert not loan.read_since(loan.mark(), 0)
    getattr(loan, end)()
    assert copied[-1] == "您好"


def test_a_system_without_a_clipboard_is_said(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*_: str) -> str:
        raise pyperclip.PyperclipException("none")

    monkeypatch.setattr(pyperclip, "copy", nothing)
    monkeypatch.setattr(pyperclip, "paste", nothing)
    assert desktop.clipboard.text(100) is None
    with pytest.raises(DesktopProblem, match="没有可用的剪贴板"):
        desktop.clipboard.put("您好")
    with pytest.raises(DesktopProblem):
        desktop.clipboard.lend("您好", None, 100)


def test_no_window_no_keys_no_hotkey_no_start_with_the_session(desktop: Desktop) -> None:
    windows, keyboard, hotkeys, autostart = desktop.windows, desktop.keyboard, desktop.hotkeys, desktop.autostart
    assert windows.active() is None
    assert windows.refresh(WINDOW) is None
    windows.activate(WINDOW)
    assert not windows.wait_active(WINDOW, 0)
    assert keyboard.wait_released(0)
    assert not keyboard.press([COMBO], WINDOW)
    with pytest.raises(DesktopProblem, match="这里不能粘贴"):
        hotkeys.grab(COMBO, lambda press: None)
    hotkeys.ungrab(COMBO)
    hotkeys.hand_to(1)
    assert hotkeys.free([COMBO]) == []
    assert not autostart.enabled()
    autostart.set(False)
    with pytest.raises(DesktopProblem):
        autostart.set(True)


@pytest.mark.parametrize(
    ("environ", "platform", "says"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", "Wayland"),
        ({"DISPLAY": ":1"}, "darwin", "macOS"),
    ],
)
def test_where_there_is_no_driver_yet_it_is_this_one(environ: dict[str, str], platform: str, says: str) -> None:
    desktop = open_desktop(environ, platform)
    assert desktop.name == "null"
    assert says in desktop.lacks


def test_without_any_desktop_a_sentence_says_so() -> None:
    with pytest.raises(DesktopProblem, match="没有图形桌面"):
        open_desktop({}, "linux")


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")  # python-xlib leaves the sockets that it tried
def test_a_display_that_is_not_there_is_a_sentence() -> None:
    pytest.importorskip("PySide6.QtGui")
    with pytest.raises(DesktopProblem, match="连接不到桌面") as refused:
        open_desktop({"DISPLAY": ":9999"}, "linux")
    refused.value.__cause__ = refused.value.__context__ = None
    gc.collect()
