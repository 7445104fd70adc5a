"""The desk itself: what is pasted by hand really arrives, what is in the clipboard is really read, nothing outlives it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from . import owners
from .chats import Chat, Chromium, HexChat, Mousepad, PlainXTerm, QtEditor, XTerm
from .desk import Desk, Late
from .irc import joined
from .owners import CopyQ, Owner, Reader
from .texts import code, text

pytestmark = pytest.mark.desk("dbus-daemon", "setpriv")

LENGTHS = {"short": text(0), "lines": text(1), "long": text(7)}


def chats(*kinds: type[Chat]) -> list[object]:
    return [pytest.param(k, id=k.name, marks=pytest.mark.desk(*k.programs)) for k in kinds]


@pytest.fixture(scope="module", params=chats(QtEditor, XTerm, PlainXTerm, Mousepad, HexChat, Chromium))
def chat(request: pytest.FixtureRequest, desk: Desk) -> Iterator[Chat]:
    one: Chat = request.param()
    one.start(desk)
    yield one
    one.stop()


def paste_by_hand(chat: Chat, owner: Owner, content: str) -> None:
    chat.focus()
    for selection in chat.pastes_from:
        owner.own(owners.plain(content), selection)
    chat.paste()
    chat.submit(content, lambda: any(a["pid"] == chat.reader_pid() for a in owner.asked()))


@pytest.mark.parametrize("size", LENGTHS)
def test_what_is_pasted_arrives(chat: Chat, owner: Owner, size: str) -> None:
    chat.clear()
    for content in (LENGTHS[size], "再来一次😊"):
        paste_by_hand(chat, owner, content)
        chat.expect(content)
        chat.clear()


@pytest.mark.desk(*Chromium.programs)
@pytest.mark.parametrize("field", ["area", "rich"])
def test_a_web_page_takes_a_reply_in_both_kinds_of_field_and_sends_it(desk: Desk, owner: Owner, field: str) -> None:
    page = Chromium(field)
    page.start(desk)
    for content in ("第一行😊\n\n第三行  两个空格", LENGTHS["long"]):
        paste_by_hand(page, owner, content)
        page.expect(content)
        desk.hands.press("return")
        desk.wait(page.sent, 5, "sent")
        assert page.sent() == [content]
        page.clear()
    page.stop()


@pytest.mark.desk(*HexChat.programs)
def test_a_chat_titled_by_its_buyer(desk: Desk) -> None:
    chat = HexChat()
    chat.start(desk)
    desk.hands.type("/query buyer\n")
    desk.wait(lambda: "buyer" in desk.screen.look(chat.window).title, 5, "dialog with the buyer")
    chat.stop()


@pytest.mark.parametrize(
    ("messages", "wanted", "same"),
    [
        (["一", "二"], "一\n二", True),
        (["一", "二"], "一二", False),
        (["一"], "一\n二", False),
        (["二", "一"], "一\n二", False),
        (["一", "一", "二"], "一\n二", False),
        (["x" * 400, "y"], "x" * 400 + "y", True),
        (["x" * 400, "y"], "x" * 400 + " y", True),
        (["x" * 400, "y"], "x" * 400 + "  y", False),
        (["x" * 400, "y"], "x" * 400 + "zy", False),
        (["x" * 400], "x" * 401, False),
        ([], "一", False),
    ],
)
def test_messages_of_irc_are_compared_exactly(messages: list[str], wanted: str, same: bool) -> None:
    assert joined(messages, wanted) is same


def test_texts_are_distinct_and_of_all_kinds() -> None:
    all_texts = [text(i) for i in range(400)]
    assert len(set(all_texts)) == 400
    assert sum(len(t) == 2000 for t in all_texts) == 40
    assert sum("\n" in t for t in all_texts) == 120
    assert all(line and line == line.strip() for t in all_texts for line in t.split("\n"))
    assert not any(mark in t for t in all_texts for mark in ("{{", "{%", "\n/", "zq"))
    assert len({code(i) for i in range(400)}) == 400


@pytest.mark.parametrize(
    "content",
    [
        owners.plain("你好😊"),
        owners.picture(8, "图"),
        owners.picture(400),
        owners.files("/tmp/订单 1.xlsx", "/tmp/b.png"),
        {"UTF8_STRING": b"x" * 50_000_000},
    ],
    ids=["text", "small picture", "picture in parts", "files", "50 MB"],
)
def test_the_reader_sees_what_the_owner_offers(owner: Owner, reader: Reader, content: owners.Formats) -> None:
    owner.own(content)
    assert reader.targets() == {"TARGETS", "TIMESTAMP", *content}
    assert reader.differences(content) == []
    assert reader.read("image/jpeg") is None
    assert reader.owner() == owner.process.pid
    assert {a["target"] for a in owner.asked()} >= set(content)
    assert {a["pid"] for a in owner.asked()} == {os.getpid()}


def test_the_reader_finds_a_difference(owner: Owner, reader: Reader) -> None:
    content = owners.picture(8, "图")
    owner.own({**content, "image/png": content["image/png"] + b"x"})
    assert reader.differences(content) == ["image/png"]


def test_an_owner_can_be_mute_deaf_or_gone(owner: Owner, reader: Reader) -> None:
    owner.own(owners.plain("一"))
    owner.mute("UTF8_STRING")
    assert "UTF8_STRING" in reader.targets()
    with pytest.raises(Late):
        reader.read("UTF8_STRING", timeout=0.1)
    owner.freeze()
    with pytest.raises(Late):
        reader.targets(timeout=0.1)
    owner.freeze(False)
    owner.mute()
    assert reader.text() == "一"
    owner.drop()
    assert reader.owner() == 0
    assert reader.text() is None


@pytest.mark.desk("copyq")
def test_copyq_stores_what_is_copied(desk: Desk, owner: Owner) -> None:
    manager = CopyQ(desk)
    owner.own(owners.plain("存下来😊"))
    desk.wait(lambda: "存下来😊" in manager.items(), 5, "stored")
    manager.stop()


def test_windows_are_found_focused_renamed_and_moved(desk: Desk) -> None:
    one, two = QtEditor(), QtEditor()
    one.start(desk)
    two.start(desk)
    assert desk.screen.focus() == two.window
    one.focus()
    desk.hands.type("Hi_#1 a")
    one.expect("Hi_#1 a")
    one.title("买家甲")
    desk.wait(lambda: [s.id for s in desk.screen.find("qteditor", "买家甲")] == [one.window], 5, "new title")
    desk.screen.put(one.window, 100, 120, 500, 300)
    desk.wait(lambda: desk.screen.size(one.window) == (500, 300), 5, "new size")
    desk.screen.kill(one.window)
    desk.wait(lambda: desk.screen.focus() == two.window, 5, "focus falls to the next window")
    assert two.text() == ""
    one.stop()
    two.stop()


def test_a_picture_of_the_screen(desk: Desk, tmp_path: Path) -> None:
    shot = desk.screen.picture(tmp_path / "screen.png")
    assert shot.read_bytes().startswith(b"\x89PNG")


def test_nothing_outlives_the_desk() -> None:
    with Desk() as desk:
        chat = QtEditor()
        chat.start(desk)
        pids = [p.pid for p in desk.running]
        folder = desk.dir
    listed = subprocess.run(["ps", "-o", "pid=", "-p", ",".join(map(str, pids))], capture_output=True, check=False)
    assert listed.stdout.split() == []
    assert not folder.exists()


def test_whoever_holds_the_x_server_is_ended() -> None:
    hold = "import sys; from Xlib import display; d = display.Display(); d.grab_server(); d.sync(); sys.stdin.read()"
    with Desk() as desk:
        process = desk.start(sys.executable, "-c", hold, stdin=subprocess.PIPE)
        desk.watch.suspects.append(process.pid)
        assert process.wait(30) == -signal.SIGABRT
        assert desk.watch.caught
        assert desk.screen.clients() == []


def test_waiting_in_vain_says_for_what(desk: Desk) -> None:
    with pytest.raises(Late, match=r"the moon: not within 0\.05 s"):
        desk.wait(lambda: False, 0.05, "the moon")
    assert desk.holds(lambda: True, 0.05)
    assert not desk.holds(lambda: False, 5)
