from __future__ import annotations

from dataclasses import replace

from assistant.core.model import Window
from assistant.engine.chats import Chats
from assistant.engine.targets import Targets
from assistant.storage import resources

CHAT = Window(handle=10, focus=11, program="hexchat", title="Dialog with xiaoyu @ irc - HexChat")
EDITOR = Window(handle=20, focus=21, program="gedit", title="notes")


def made() -> tuple[Chats, Targets]:
    targets = Targets(resources.read_text("targets.toml"))
    return Chats(targets), targets


def test_one_conversation_one_token() -> None:
    chats, targets = made()
    first = chats.token(targets.of(CHAT))
    assert chats.token(targets.of(replace(CHAT, focus=12, title=f"{CHAT.title} "))) == first
    others = [replace(CHAT, handle=30), replace(CHAT, title="Dialog with other @ irc - HexChat"), EDITOR]
    tokens = [chats.token(targets.of(window)) for window in others]
    assert len({first, *tokens}) == 4


def test_a_token_tells_nothing_and_is_another_in_the_next_run() -> None:
    (chats, targets), (later, _) = made(), made()
    token = chats.token(targets.of(CHAT))
    assert token != later.token(targets.of(CHAT))
    assert not any(word in token for word in ("xiaoyu", "irc", "hexchat"))


def test_no_window_is_no_conversation() -> None:
    chats, targets = made()
    assert chats.token(targets.of(Window(0, 0, "", ""))) == ""


def test_whose_names_were_read() -> None:
    chats, targets = made()
    chats.token(targets.of(CHAT))
    chats.token(targets.of(EDITOR))
    assert chats.buyers() == {"xiaoyu"}
