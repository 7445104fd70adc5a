"""The app on Windows beside its main job: taken hotkeys, typing ahead, private copies, one instance, the session's end."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.core.model import Outcome
from tests.desktop.texts import code, text

from . import hands
from .app import App, phrases
from .desk import Desk, Neighbour, user32

PRESSES = int(os.environ.get("XIAOER_PRESSES", "20"))
MARKS = {
    "ExcludeClipboardContentFromMonitorProcessing": None,  # its being there says it
    "Clipboard Viewer Ignore": None,
    "CanIncludeInClipboardHistory": bytes(4),
    "CanUploadToCloudClipboard": bytes(4),
}
CTRL_ALT, SPACE = 3, 0x20


@pytest.fixture
def app(desk: Desk, tmp_path: Path) -> Iterator[App]:
    one = App(desk, tmp_path / "数据 夹")
    one.load(phrases(8))
    yield one
    one.kill()


@pytest.mark.timeout(180)
def test_a_hotkey_of_another_program_is_told_with_free_ones(app: App, chat: Neighbour, reader: Neighbour) -> None:
    assert reader.order("hotkey", keys=CTRL_ALT, code=SPACE)
    try:
        app.start()
        status = app.cli("status").stdout
        assert "Ctrl+Alt+" in status.split("快捷键：")[1], status
        assert "快捷键：没有" in status, status
        refused = app.cli("settings", "set", "hotkey", "ctrl+alt+space")
        assert refused.returncode != 0
        assert "Ctrl+Alt+" in refused.stdout + refused.stderr
        assert app.cli("settings", "set", "hotkey", "ctrl+alt+j").returncode == 0
    finally:
        reader.order("unhotkey")
    chat.focus()
    app.hotkey = "ctrl+alt+j"
    assert app.use(1).outcome is Outcome.PASTED
    chat.expect(text(1))
    app.stop()


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_what_is_typed_from_the_press_on_is_in_the_search_line(desk: Desk, app: App, chat: Neighbour) -> None:
    app.start()
    chat.focus()
    by_chance = random.Random(2024)
    for i in range(PRESSES):
        word = "".join(by_chance.choice("uvi") for _ in range(9))  # nothing is found by it: it is written down
        seen = len(app.misses())
        hands.press("ctrl+alt+space")
        for letter in word:
            hands.type_(letter, by_chance.uniform(0.015, 0.04))
        desk.wait(app.has_keyboard, 5, f"press {i}: the popup has the keyboard")
        app.close()
        desk.wait(lambda seen=seen: len(app.misses()) > seen, 5, f"press {i}: {word} was looked for")  # type: ignore[misc]
        assert app.misses()[-1].query == word, f"press {i}"
        assert chat.text() == "", f"press {i}"
        desk.wait(lambda: desk.has_keyboard(chat.window), 5, f"press {i}: the chat has the keyboard again")  # type: ignore[misc]
    app.stop()


@pytest.mark.timeout(180)
def test_a_copied_reply_is_kept_out_of_histories(app: App, reader: Neighbour) -> None:
    app.start()
    done = app.cli("copy", code(2))
    assert done.returncode == 0, done.stdout + done.stderr
    assert reader.read("CF_UNICODETEXT") == text(2).replace("\n", "\r\n").encode("utf-16-le") + b"\0\0"
    formats = reader.formats()
    for name, value in MARKS.items():
        assert name in formats
        assert value is None or reader.read(name) == value
    app.stop()


@pytest.mark.timeout(180)
def test_a_second_start_opens_the_popup_of_the_first(desk: Desk, app: App, chat: Neighbour) -> None:
    app.start()
    chat.focus()
    second = app.launch()
    assert second.wait(60) == 0, app.log()
    desk.wait(app.has_keyboard, 5, "the popup has the keyboard")
    app.close()
    assert str(app.process.pid) in app.cli("status").stdout if app.process else False
    app.stop()


@pytest.mark.timeout(180)
def test_what_was_changed_is_on_the_disk_when_the_session_ends(app: App, chat: Neighbour) -> None:
    app.start()
    chat.focus()
    assert app.use(3).outcome is Outcome.PASTED
    app.load([{"code": "qxnew", "category": ["测试"], "title": "最后一条", "text": "会话结束前加的"}])
    app.end_session()
    app.kill()  # as Windows does right after the answer
    assert app.ended() == 1
    assert "会话结束前加的" in app.cli("render", "qxnew").stdout
    assert user32.IsWindow(chat.window)
