"""Hostile runs: windows move, close, change and appear between the hotkey and the paste. Nothing may go astray."""

from __future__ import annotations

import contextlib
import os
import random
import time
from collections.abc import Callable, Iterator

import pytest
from Xlib import X

from assistant.core.model import Outcome

from . import owners
from .app import App, phrases
from .chats import Chat, Mousepad, QtEditor, XTerm
from .desk import Desk, Late
from .owners import Owner, Reader
from .texts import code, text

COUNT = int(os.environ.get("XIAOER_HOSTILE", "200"))
SEED = int(os.environ.get("XIAOER_SEED", "2024"))
MOMENTS = ("opening", "choosing", "delivering")
ASKS = 0.3  # s that the popup has the keyboard after Return: it asks back
GIVEN_UP = 1.6  # s without an end: the popup was left, nothing is going to be pasted
MARK = "【"  # every reply and the user's clipboard hold it; nothing that is typed does

pytestmark = [
    pytest.mark.desk("dbus-daemon", "setpriv", "xterm", "mousepad"),
    pytest.mark.slow,
    pytest.mark.timeout(420),
]


class Street:
    """Four windows, one of them the chat, and somebody who meddles."""

    def __init__(self, desk: Desk, app: App, rnd: random.Random) -> None:
        self.desk = desk
        self.app = app
        self.rnd = rnd
        self.chats: list[Chat] = [QtEditor(), QtEditor(), XTerm(), Mousepad()]
        for chat in self.chats:
            chat.start(desk)
        self.strangers: list[int] = []
        self.deeds: dict[str, Callable[[Chat, Chat], None]] = {
            "focus": lambda _, other: desk.screen.ask_active(other.window),
            "raise": lambda _, other: self.raise_(other),
            "rename": lambda chat, _: desk.screen.set_title(chat.window, f"买家 {rnd.random()}"),
            "new window": lambda *_: self.stranger(),
            "kill": lambda chat, _: chat.process.kill(),
            "close": lambda chat, _: desk.screen.kill(chat.window),
            "hide": lambda chat, _: self.hide(chat),
        }

    def raise_(self, chat: Chat) -> None:
        self.desk.screen.window(chat.window).configure(stack_mode=X.Above)
        self.desk.x.flush()

    def hide(self, chat: Chat) -> None:
        self.desk.screen.iconify(chat.window)

    def stranger(self) -> None:
        """A window that pops up and takes the focus; it keeps no text, so nothing may be typed into it."""
        window = self.desk.screen.root.create_window(300, 300, 300, 200, 1, X.CopyFromParent)
        window.set_wm_name("notice")
        window.map()
        self.desk.x.flush()
        self.strangers.append(window.id)

    def run(self, i: int) -> tuple[str, str]:
        """One use with one deed in it; what was done when."""
        chat, other = self.rnd.sample(self.chats, 2)
        chat.focus()
        deed, moment = self.rnd.choice(list(self.deeds)), self.rnd.choice(MOMENTS)
        before = self.app.ended()
        self.use(i, moment, lambda: self.deeds[deed](chat, other))
        self.settle(before)
        story = f"run {i}: {deed} while {moment}, into {chat.name} of {[c.name for c in self.chats]}"
        came = self.app.ended() > before and self.app.last_use().outcome is Outcome.PASTED
        assert not (came and deed == "rename" and moment != "delivering"), f"{story}: pasted for another buyer"
        self.judge(story, chat, text(i), came=came)
        return deed, moment

    def use(self, i: int, moment: str, deed: Callable[[], None]) -> None:
        if moment == "opening":
            self.desk.hands.press(self.app.hotkey)
            self.wait_a_moment(0.03)
            deed()
            self.desk.hands.type(code(i))
            self.desk.hands.press("return")
            return
        self.app.open()
        self.desk.hands.type(code(i))
        if moment == "choosing":
            self.wait_a_moment(0.03)
            deed()
            self.wait_a_moment(0.03)
        self.desk.hands.press("return")
        if moment == "delivering":
            self.wait_a_moment(0.03)
            deed()

    def wait_a_moment(self, longest: float) -> None:
        """Some milliseconds by chance: the meddler knows nothing of what the app does."""
        self.desk.holds(lambda: True, self.rnd.random() * longest)

    def settle(self, before: int) -> None:
        """Wait until the use has ended: noted, asked back, or given up."""
        asking_since = 0.0

        def over() -> bool:
            nonlocal asking_since
            now = time.monotonic()
            asking_since = (asking_since or now) if self.app.has_keyboard() else 0.0
            return self.app.ended() > before or (asking_since > 0 and now - asking_since > ASKS)

        with contextlib.suppress(Late):
            self.desk.wait(over, GIVEN_UP, "the end of a use")
        self.app.close()

    def judge(self, story: str, chat: Chat, reply: str, *, came: bool) -> None:
        """The reply is in its chat, whole and once, if the app says so, and nowhere else; lone Returns are the user's."""
        assert self.app.alive(), f"{story}: {self.app.log()}"
        if came and chat.alive():
            self.desk.wait(lambda: chat.text().strip("\n") == reply, 3, f"{story}: {chat.text()!r}")
        for one in self.chats:
            if one.alive() and not (came and one is chat):
                got = one.text()
                assert MARK not in got, f"{story}: {one.name} got {got!r}"

    def tidy(self) -> None:
        """Four living, empty, visible windows again."""
        for stranger in self.strangers:
            self.desk.screen.window(stranger).destroy()
        self.strangers.clear()
        for n, chat in enumerate(self.chats):
            if not chat.alive():
                chat.stop()
                self.chats[n] = type(chat)()
                self.chats[n].start(self.desk)
            if self.chats[n].text():
                self.chats[n].focus()
                self.chats[n].clear()


@pytest.fixture
def street(desk: Desk) -> Iterator[Street]:
    app = App(desk)
    app.load(phrases(COUNT))
    app.may_repeat()
    app.start()
    one = Street(desk, app, random.Random(SEED))
    yield one
    for chat in one.chats:
        chat.stop()
    app.stop()


def test_no_paste_goes_astray(street: Street, owner: Owner, reader: Reader) -> None:
    done: dict[tuple[str, str], int] = {}
    old = owners.plain(f"{MARK}用户自己的剪贴板】")
    for i in range(COUNT):
        owner.own(old)
        before = street.app.ended()
        what = street.run(i)
        done[what] = done.get(what, 0) + 1
        kept = street.app.ended() > before and street.app.last_use().outcome is Outcome.COPIED
        wanted = {"UTF8_STRING": text(i).encode() if kept else old["UTF8_STRING"]}
        street.desk.wait(lambda f=wanted: not reader.differences(f), 3, f"run {i}, {what}: clipboard")  # type: ignore[misc]
        street.tidy()
    assert street.app.cli("status").returncode == 0
    assert COUNT < 100 or len(done) == len(MOMENTS) * len(street.deeds), "every deed at every moment"
    street.chats[0].focus()
    assert street.app.use(0).outcome is Outcome.PASTED
