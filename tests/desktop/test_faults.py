"""When the desktop itself misbehaves: a clear sentence, nothing typed where it shouldn't be, nothing lost, the app alive."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from Xlib import X

from assistant.core.model import Outcome

from . import owners
from .app import ROOT, App, phrases
from .chats import QtEditor
from .desk import Desk, connect
from .owners import Owner, Reader
from .texts import text

pytestmark = [pytest.mark.desk("dbus-daemon", "setpriv"), pytest.mark.slow]


@pytest.fixture(scope="module")
def app(desk: Desk) -> Iterator[App]:
    one = App(desk)
    one.load(phrases(10))
    one.start()
    yield one
    one.stop()


@pytest.fixture
def chat(desk: Desk) -> Iterator[QtEditor]:
    one = QtEditor()
    one.start(desk)
    yield one
    one.stop()


def works(app: App, chat: QtEditor, number: int = 1) -> None:
    """One ordinary use goes well."""
    chat.focus()
    chat.clear()
    assert app.use(number).outcome is Outcome.PASTED
    chat.expect(text(number))


def test_a_clipboard_owner_that_never_answers(app: App, chat: QtEditor, owner: Owner) -> None:
    owner.own(owners.plain("旧"))
    owner.mute("*")
    works(app, chat)
    owner.mute()
    owner.own(owners.plain("旧"))
    works(app, chat, 2)


def test_a_clipboard_owner_that_hangs_while_it_is_read(app: App, chat: QtEditor, owner: Owner, reader: Reader) -> None:
    owner.own({**owners.picture(300, "旧")})
    owner.mute("image/png")
    works(app, chat)
    assert reader.text() in ("旧", None, text(1))
    owner.freeze()
    works(app, chat, 2)


def test_fifty_megabytes_in_the_clipboard(app: App, chat: QtEditor, owner: Owner, reader: Reader) -> None:
    big = {"UTF8_STRING": "好".encode() * 16_666_667, "image/png": b"\x89PNG" + bytes(1_000_000)}
    owner.own(big)
    works(app, chat)
    works(app, chat, 2)
    assert reader.differences(big) == []


def test_an_empty_clipboard(app: App, chat: QtEditor, owner: Owner, reader: Reader) -> None:
    owner.own(owners.plain("旧"))
    owner.drop()
    works(app, chat)
    assert reader.targets() - {"TARGETS", "TIMESTAMP", "MULTIPLE"} == set()


def test_no_window_at_all(app: App, desk: Desk, reader: Reader) -> None:
    desk.wait(lambda: not desk.screen.clients(), 5, "an empty screen")
    assert app.use(1).outcome is Outcome.COPIED
    assert reader.text() == text(1)


def test_the_popup_over_our_own_window(app: App, chat: QtEditor, desk: Desk) -> None:
    assert app.cli("practice").returncode == 0
    own = desk.wait(lambda: desk.screen.find("xiaoer", pid=app.process.pid), 10, "the practice chat")[0]
    desk.screen.activate(own.id)
    assert app.use(1).outcome is Outcome.PASTED
    assert chat.text() == ""
    desk.screen.close(own.id)
    works(app, chat)


def test_the_hotkey_belongs_to_another_program(desk: Desk, chat: QtEditor) -> None:
    other = connect(desk.display)
    space = other.keysym_to_keycode(0x20)
    mods = X.ControlMask | X.ShiftMask
    other.screen().root.grab_key(space, mods, False, X.GrabModeAsync, X.GrabModeAsync)
    other.sync()
    app = App(desk, desk.dir / "other", "ctrl+shift+space")
    app.load(phrases(3))
    assert app.cli("settings", "set", "hotkey", "ctrl+shift+space").returncode == 0
    app.start()
    assert "占用" in app.cli("status").stdout
    refused = app.cli("settings", "set", "hotkey", "ctrl+alt+j")
    assert refused.returncode == 0, refused.stderr
    app.hotkey = "ctrl+alt+j"
    works(app, chat)
    app.stop()
    other.close()


def test_several_starts_at_once_make_one_app(desk: Desk) -> None:
    app = App(desk, desk.dir / "several")
    app.load(phrases(3))
    starts = [app.launch() for _ in range(4)]
    desk.wait(lambda: sum(p.poll() is None for p in starts) == 1, 30, "one of four left")
    codes = [p.poll() for p in starts if p.poll() is not None]
    assert codes == [0, 0, 0]
    app.process = next(p for p in starts if p.poll() is None)
    desk.wait(app.popup, 10, "the others showed its popup")
    app.close()
    app.stop()
    for process in starts:
        desk.end(process)


def test_a_home_that_cannot_be_written(desk: Desk, chat: QtEditor) -> None:
    app = App(desk, Path("/sys/xiaoer"))  # nobody can write there, root neither
    app.start()
    assert "不能" in app.cli("status").stdout or "无法" in app.cli("status").stdout
    plain = starter_without_fields()
    chat.focus()
    app.open()
    desk.hands.type(plain["code"])
    desk.hands.press("return")
    chat.expect(plain["text"])
    app.stop()


def starter_without_fields() -> dict[str, str]:
    """A phrase of the starter pack that needs no facts and has one wording."""
    lines = [
        line for f in sorted((ROOT / "resources/starter").glob("*.jsonl")) for line in f.read_text("utf-8").splitlines()
    ]
    for line in lines:
        phrase = json.loads(line)
        if (
            "text" in phrase
            and phrase["code"].isascii()
            and not {"{{", "{%"} & {phrase["text"][i : i + 2] for i in range(len(phrase["text"]))}
        ):
            return {"code": phrase["code"], "text": phrase["text"]}
    raise AssertionError("no such phrase")


@pytest.mark.parametrize("damage", [b"", b"{", b"\0" * 100, b'{"settings": 7}'], ids=["empty", "cut", "zeros", "other"])
def test_damaged_files(desk: Desk, chat: QtEditor, damage: bytes) -> None:
    app = App(desk, desk.dir / f"damaged{len(damage)}")
    app.home.mkdir()
    for name in ("settings.json", "library.json", "usage.log"):
        (app.home / name).write_bytes(damage)
    app.start()
    app.load(phrases(3))
    works(app, chat)
    app.stop()


def test_the_x_server_goes() -> None:
    with Desk() as desk:
        app = App(desk)
        app.load(phrases(3))
        app.start()
        desk.end(desk.x_server)
        code = app.process.wait(15)
        said = app.log()
    assert code not in (0, None)
    assert code > 0, f"ended by signal {-code}"
    assert "Traceback" not in said
    assert any("。" in line for line in said.splitlines()), said
