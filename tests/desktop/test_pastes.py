"""The main job in real chat programs, over and over: every text exact, the user's clipboard as it was."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from assistant.core.model import Outcome

from . import owners
from .app import App, phrases
from .chats import Chat, Chromium, HexChat, Mousepad, PlainXTerm, XTerm
from .desk import Desk
from .owners import CopyQ, Owner, Reader
from .texts import text

COUNT = int(os.environ.get("XIAOER_PASTES", "400"))
PROGRAMS = (HexChat, Chromium, XTerm, Mousepad)

pytestmark = [
    pytest.mark.desk("dbus-daemon", "setpriv", *(p for kind in PROGRAMS for p in kind.programs)),
    pytest.mark.slow,
    pytest.mark.timeout(420),
]

COPIED = {
    "text": owners.plain("买家刚发来的一段话😊\n第二行"),
    "picture": owners.picture(300, "图片的说明"),
    "files": owners.files("/tmp/订单 1.xlsx", "/tmp/实拍.png"),
}
SELECTED = owners.plain("用鼠标选中的字")


@pytest.fixture(scope="module")
def app(desk: Desk) -> Iterator[App]:
    one = App(desk)
    one.load(phrases(COUNT))
    one.may_repeat()
    one.start()
    yield one
    one.stop()


@dataclass
class Round:
    """The four programs in turn. A text stands in its program until that one's next turn, and must still be exact then."""

    desk: Desk
    app: App
    chats: list[Chat]
    owner: Owner
    reader: Reader

    def __post_init__(self) -> None:
        self.standing = dict.fromkeys(range(len(self.chats)), "")
        self.copied: owners.Formats = {}

    def copy(self, formats: owners.Formats) -> None:
        self.copied = formats
        self.owner.own(formats)

    def turn(self, i: int) -> None:
        chat = self.chats[i % len(self.chats)]
        assert self.still(i % len(self.chats)), f"{chat.name}: something else came since text {i - len(self.chats)}"
        chat.focus()
        chat.clear()
        self.owner.own(SELECTED, "PRIMARY")
        send = chat.sends and i % 8 < 4
        use = self.app.use(i, send=send, blind=i % 3 == 0)
        assert use.outcome is (Outcome.SENT if send else Outcome.PASTED), (chat.name, i, self.app.log())
        if not send:
            chat.submit(text(i), lambda: True)
        chat.expect(text(i))
        self.standing[i % len(self.chats)] = text(i)
        self.desk.wait(lambda: not self.spoilt(), 3, f"clipboard after text {i}")

    def still(self, n: int) -> bool:
        return self.chats[n].got(self.standing[n])

    def spoilt(self) -> list[str]:
        """Formats of the user's clipboard and selection that are not what they were."""
        return self.reader.differences(self.copied) + self.reader.differences(SELECTED, "PRIMARY")


@pytest.fixture
def round_of_four(desk: Desk, app: App, owner: Owner, reader: Reader) -> Iterator[Round]:
    chats: list[Chat] = [kind() for kind in PROGRAMS]
    for chat in chats:
        chat.start(desk)
        chat.clear()
    yield Round(desk, app, chats, owner, reader)
    for chat in chats:
        chat.stop()


def paste_all(one: Round) -> None:
    for kind, formats in enumerate(COPIED.values()):
        one.copy(formats)
        for i in range(COUNT * kind // len(COPIED), COUNT * (kind + 1) // len(COPIED)):
            one.turn(i)
    assert all(one.still(n) for n in range(len(one.chats)))


def test_every_paste_is_exact_and_the_clipboard_as_before(round_of_four: Round) -> None:
    paste_all(round_of_four)


@pytest.mark.desk("copyq")
def test_the_same_while_a_clipboard_manager_runs(round_of_four: Round, desk: Desk) -> None:
    manager = CopyQ(desk)
    paste_all(round_of_four)
    manager.stop()


@pytest.mark.desk("copyq")
def test_replies_stay_out_of_a_clipboard_history(round_of_four: Round, desk: Desk) -> None:
    manager = CopyQ(desk)
    round_of_four.copy(COPIED["text"])
    for i in range(12):
        round_of_four.turn(i)
    round_of_four.copy(owners.plain("最后一段"))
    desk.wait(lambda: "最后一段" in manager.items(), 5, "what the user copied is in the history")
    assert not {text(i) for i in range(12)} & set(manager.items()), "replies in the history"
    manager.stop()


def test_the_web_page_in_a_rich_field_and_a_terminal_that_pastes_the_selection(
    desk: Desk, app: App, owner: Owner, reader: Reader
) -> None:
    chats: list[Chat] = [Chromium("rich"), PlainXTerm()]
    for chat in chats:
        chat.start(desk)
        chat.clear()
    one = Round(desk, app, chats, owner, reader)
    one.copy(COPIED["picture"])
    for i in range(20):
        one.turn(i)
    assert one.still(0)
    assert one.still(1)
    for chat in chats:
        chat.stop()
