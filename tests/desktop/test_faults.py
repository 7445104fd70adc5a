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
    desk.wait(
        lambda: all(desk.screen.look(w).pid == app.process.pid for w in desk.screen.clients()), 5, "an empty screen"
    )
    assert app.use(1).outcome is Outcome.COPIED
    assert reader.text() == text(1)


def test_the_popup_over_our_own_window(app: App, chat: QtEditor, desk: Desk) -> None:
    assert app.cli("practice").returncode == 0
    own = desk.wait(app.windows, 10, "the practice chat")[0]
    desk.screen.activate(own.id)
    assert app.use(1).outcome is Outcome.PASTED
    assert chat.text() == ""
    desk.screen.close(own.id)
    works(app, chat)


@pytest.fixture
def bare() -> Iterator[Desk]:
    """A desk where no app runs yet."""
    with Desk() as one:
        yield one


@pytest.fixture
def bare_chat(bare: Desk) -> QtEditor:
    """The only chat on it."""
    one = QtEditor()
    one.start(bare)
    return one


def test_the_hotkey_belongs_to_another_program(bare: Desk, bare_chat: QtEditor) -> None:
    other = connect(bare.display)
    code = bare.hands.code("space")[0]
    other.screen().root.grab_key(code, X.ControlMask | X.Mod1Mask, False, X.GrabModeAsync, X.GrabModeAsync)
    other.sync()
    app = App(bare)
    app.load(phrases(3))
    app.start()
    assert "占用" in app.cli("status").stdout
    assert app.cli("settings", "set", "hotkey", "ctrl+alt+j").returncode == 0
    app.hotkey = "ctrl+alt+j"
    works(app, bare_chat)
    other.close()
    app.stop()


def test_several_starts_at_once_make_one_app(bare: Desk) -> None:
    app = App(bare)
    app.load(phrases(3))
    starts = [app.launch() for _ in range(4)]
    bare.wait(lambda: sum(p.poll() is None for p in starts) == 1, 30, "one of four left")
    assert [code for code in (p.poll() for p in starts) if code is not None] == [0, 0, 0]
    app.process = next(p for p in starts if p.poll() is None)
    bare.wait(app.popup, 10, "the others showed its popup")
    app.close()
    app.stop()


def test_a_home_that_cannot_be_written(bare: Desk, bare_chat: QtEditor) -> None:
    app = App(bare, Path("/sys/xiaoer"))  # nobody can write there, root neither
    app.start()
    said = app.cli("status").stdout
    assert "不能" in said or "无法" in said or "不了" in said, said
    wordings = starter_without_fields()
    code = next(iter(wordings))
    app.open()
    bare.hands.type(code)
    bare.hands.press("return")
    bare.wait(lambda: bare_chat.text() in wordings[code], 5, "a phrase of the starter pack")
    app.stop()


def starter_without_fields() -> dict[str, list[str]]:
    """Phrases of the starter pack that ask for nothing: their wordings by code."""
    files = sorted((ROOT / "resources/starter").glob("*.jsonl"))
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    wordings = {row["code"]: [v["text"] for v in row["variants"]] for row in rows if "variants" in row}
    return {code: texts for code, texts in wordings.items() if not any("{" in t for t in texts)}


@pytest.mark.parametrize("damage", [b"", b"{", b"\0" * 100, b'{"settings": 7}'], ids=["empty", "cut", "zeros", "other"])
def test_damaged_files(bare: Desk, bare_chat: QtEditor, damage: bytes) -> None:
    app = App(bare)
    app.home.mkdir()
    for name in ("settings.json", "library.json", "usage.log"):
        (app.home / name).write_bytes(damage)
    app.start()
    app.load(phrases(3))
    works(app, bare_chat)
    app.stop()


def test_the_x_server_goes(bare: Desk) -> None:
    app = App(bare)
    app.load(phrases(3))
    app.start()
    bare.end(bare.x_server)
    code = app.process.wait(15)
    said = app.log()
    assert code > 0, f"ended by signal {-code}\n{said}" if code < 0 else "ended as if all were well"
    assert "Traceback" not in said
    assert any("。" in line for line in said.splitlines()), said
