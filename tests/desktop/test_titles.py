"""Who is in front, read from the titles that real programs give their windows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from assistant.compose import load_rules
from assistant.core.model import Target, Window
from assistant.core.teaching import Taught, teach
from assistant.desktop.x11.link import Link
from assistant.engine.targets import Targets

from .chats import WEB_TITLE, Chromium, HexChat
from .desk import Desk
from .webpage import PAGE

pytestmark = pytest.mark.desk(*Chromium.programs)


class Browser(Chromium):
    """Chromium with tabs, whose windows end with its name."""

    def launch(self) -> None:
        page = self.desk.home / "desk.html"
        page.write_text(PAGE % {"title": WEB_TITLE}, "utf-8")
        profile = self.desk.home / f"browser-{len(self.desk.logs)}"
        self.port_file = profile / "DevToolsActivePort"
        self.process = self.desk.start("chromium", *self.flags, f"--user-data-dir={profile}", page.as_uri())


class Looking:
    """The engine's look at the window in front, and what it was taught."""

    def __init__(self, desk: Desk, call_page: Callable[[str], None] = lambda _: None) -> None:
        self.desk = desk
        self.call_page = call_page
        self.link = Link(desk.display)
        self.rules: list[Taught] = []
        self.targets: Targets = load_rules(taught=lambda: self.rules).targets

    def window(self) -> Window:
        """The window that has the keyboard."""
        found = self.link.active()
        assert found is not None
        return found

    def at(self, title: str) -> Target:
        """The chat in front when the page is called so."""
        self.call_page(title)
        return self.when(title)

    def when(self, title: str) -> Target:
        """The chat in front as soon as its title holds this."""
        self.desk.wait(lambda: title in self.window().title, 15, f"the window is called {title}")
        return self.targets.of(self.window())

    def learn(self, title: str, nick: str) -> None:
        """Mark the nick in the title of the window that stands in front."""
        window = self.at(title).window
        start = window.title.index(nick)
        rule = teach(window.program, window.title, start, start + len(nick))
        assert rule is not None
        self.rules.insert(0, rule)


@pytest.fixture(params=[Browser, Chromium], ids=["with tabs", "as an app"])
def looking(desk: Desk, request: pytest.FixtureRequest) -> Iterator[Looking]:
    chat: Chromium = request.param()
    chat.start(desk)
    one = Looking(desk, lambda title: chat.page.run(f"document.title = {title!r}"))
    yield one
    one.link.close()
    chat.stop()


def test_a_page_names_its_buyer_once_it_was_taught(looking: Looking) -> None:
    first = looking.at("小雨天 - 网页客服")
    assert (first.profile.name, first.buyer) == ("web", "")
    looking.learn("小雨天 - 网页客服", "小雨天")
    chat = looking.at("小雨天 - 网页客服")
    assert chat.buyer == "小雨天"
    unread = looking.at("(2) 小雨天 - 网页客服")
    assert unread.buyer == "小雨天"
    assert looking.targets.same_chat(chat, unread.window)
    other = looking.at("tb1234567_2012 - 网页客服")
    assert other.buyer == "tb1234567_2012"
    assert not looking.targets.same_chat(chat, other.window)
    assert looking.at("x - 网页客服 - 网页客服").buyer == "x - 网页客服"
    assert looking.at("首页 - 网页客服").buyer == ""
    assert looking.at("小雨天 - 新闻").buyer == ""


@pytest.mark.desk(*HexChat.programs)
def test_a_dialog_of_hexchat_names_its_partner(desk: Desk) -> None:
    chat = HexChat()
    chat.start(desk)
    looking = Looking(desk)
    try:
        assert looking.targets.of(looking.window()).buyer == ""  # a channel
        for nick in ("xiaoyu", "tb1234567_2012", "x[a]^|"):
            desk.start("hexchat", "-d", str(desk.home / ".config/hexchat"), "-e", "-c", f"query {nick}")
            assert looking.when(f"Dialog with {nick} @").buyer == nick
    finally:
        looking.link.close()
        chat.stop()
