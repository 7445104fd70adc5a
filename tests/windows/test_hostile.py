"""Hostile runs: windows move to the front, close and change between the hotkey and the paste. Nothing may go astray."""

from __future__ import annotations

import contextlib
import os
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.core.model import Outcome
from tests.desktop.texts import code, text

from . import hands
from .app import App, phrases
from .desk import Desk, Late, Neighbour, user32

COUNT = int(os.environ.get("XIAOER_HOSTILE", "16"))
SEED = int(os.environ.get("XIAOER_SEED", "2024"))
MOMENTS = ("opening", "choosing", "delivering")
GIVEN_UP = 2.5  # s without an end: the popup asks back, or was left
MARK = "【"  # every reply holds it; nothing that is typed does
PLACES = ((40, 60), (620, 60), (40, 420))

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


class Street:
    """Three chats, and somebody who meddles."""

    def __init__(self, desk: Desk, app: App) -> None:
        self.desk = desk
        self.app = app
        self.rnd = random.Random(SEED)
        self.chats = [desk.start(f"chat{n}") for n in range(len(PLACES))]
        self.deeds: dict[str, Callable[[Neighbour, Neighbour], None]] = {
            "focus": lambda _, other: user32.SetForegroundWindow(other.window),
            "rename": lambda chat, _: chat.retitle(f"买家 {self.rnd.random()}"),
            "close": lambda chat, _: chat.shut(),
            "hide": lambda chat, _: chat.order("minimise"),
        }
        self.tidy()

    def tidy(self) -> None:
        """All windows there again, visible and empty."""
        for n, chat in enumerate(self.chats):
            if not chat.window:
                chat.open(f"买家{n} - 聊天", PLACES[n])
            if user32.IsIconic(chat.window):
                chat.order("restore")
            chat.retitle(f"买家{n} - 聊天")
            chat.clear()

    def run(self, i: int) -> str:
        """One use with one deed in it; how it ended."""
        chat, other = self.rnd.sample(self.chats, 2)
        chat.focus()
        deed, moment = self.rnd.choice(list(self.deeds)), self.rnd.choice(MOMENTS)
        before = self.app.ended()
        self.use(i, moment, lambda: self.deeds[deed](chat, other))
        with contextlib.suppress(Late):
            self.desk.wait(lambda: self.app.ended() > before, GIVEN_UP, "the end of a use")
        if self.app.popup():
            user32.SetForegroundWindow(self.app.popup())
            self.app.close()
        story = f"run {i}: {deed} while {moment}"
        outcome = self.app.last_use().outcome if self.app.ended() > before else None
        assert self.app.alive(), f"{story}: {self.app.log()}"
        assert outcome is not Outcome.PASTED or deed != "rename" or moment == "delivering", f"{story}: another buyer"
        for one in self.chats:
            if not one.window:
                continue
            if outcome is Outcome.PASTED and one is chat:
                one.expect(text(i))
            else:
                assert MARK not in one.text(), f"{story}: {one.text()!r}"
        return "asked or left" if outcome is None else outcome.value

    def use(self, i: int, moment: str, deed: Callable[[], None]) -> None:
        if moment == "opening":
            hands.press(self.app.hotkey)
            self.wait_a_moment()
            deed()
            hands.type_(code(i))
            hands.press("return")
            return
        self.app.open()
        hands.type_(code(i))
        if moment == "choosing":
            deed()
            self.wait_a_moment()
        hands.press("return")
        if moment == "delivering":
            self.wait_a_moment()
            deed()

    def wait_a_moment(self) -> None:
        """Some milliseconds by chance: the meddler knows nothing of what the app does."""
        hands.pause(self.rnd.random() * 0.03)


@pytest.fixture
def street(desk: Desk, tmp_path: Path) -> Iterator[Street]:
    app = App(desk, tmp_path / "home")
    app.load(phrases(COUNT))
    app.may_repeat()
    app.start()
    one = Street(desk, app)
    yield one
    for chat in one.chats:
        desk.end(chat)
    app.kill()


def test_no_paste_goes_astray(street: Street, owner: Neighbour, reader: Neighbour) -> None:
    ends: dict[str, int] = {}
    mine = "用户自己的剪贴板".encode("utf-16-le") + b"\0\0"
    for i in range(COUNT):
        owner.copy({"CF_UNICODETEXT": mine})
        end = street.run(i)
        ends[end] = ends.get(end, 0) + 1
        kept = text(i).replace("\n", "\r\n").encode("utf-16-le") + b"\0\0"
        wanted = kept if end == Outcome.COPIED.value else mine
        street.desk.wait(lambda w=wanted: reader.read("CF_UNICODETEXT") == w, 5, f"run {i}, {end}: clipboard")  # type: ignore[misc]
        street.tidy()
    print(f"{COUNT} hostile runs: {ends}; {time.strftime('%X')}")
    for chat in reversed(street.chats):  # Wine tells nobody of a new title: it is seen when a window comes to the front
        chat.focus()
    assert street.app.use(0).outcome is Outcome.PASTED
    street.app.stop()
