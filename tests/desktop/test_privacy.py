"""After a day's work nothing of a buyer is on the disk or in the clipboard's history but what the user copied there."""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from . import owners
from .app import App
from .chats import HexChat
from .desk import Desk
from .irc import Witness
from .owners import CopyQ, Owner
from .test_buyers import BUYERS, Buyer, Dialogs, table

pytestmark = [pytest.mark.desk("dbus-daemon", "setpriv", "copyq", *HexChat.programs), pytest.mark.timeout(300)]

XIAOYU, AFENG, _ = BUYERS
CARD = "周小舟，13911112222，江苏省 苏州市 姑苏区 平江路66号，215000"
COPIED = ("周小舟", "13911112222", "平江路66号")
ASKED = "YT7788990011223"
PHRASES = {
    "msh": "{{ 收货人 }}的订单 {{ 订单号 }} 寄到{{ 收货地址 }}，手机{{ 手机 }}",
    "mdan": "{{ 买家 }}，单号是{{ input.补发单号 }}",
}


def secrets() -> dict[str, str]:
    """What must not be found, by what it is."""
    loaded = [(f"{what} of {b.nick}", value) for b in BUYERS for what, value in facts(b)]
    return {**dict(loaded), "a name in a copied card": COPIED[0], "its phone": COPIED[1], "its street": COPIED[2]} | {
        "what was asked": ASKED
    }


def facts(buyer: Buyer) -> tuple[tuple[str, str], ...]:
    number = BUYERS.index(buyer)
    return (
        ("nick", buyer.nick), ("name", buyer.name), ("order", buyer.order), ("phone", f"1380000000{number}"),
        ("street", buyer.place.split()[-1]),
    )  # fmt: skip


def forms(data: bytes) -> Iterator[bytes]:
    """The bytes as they are, and every compressed stream in them unpacked."""
    yield data
    start = -1
    for mark in (b"\x78\x01", b"\x78\x9c", b"\x78\xda"):
        while (start := data.find(mark, start + 1)) >= 0:
            try:
                yield zlib.decompressobj().decompress(data[start:])
            except zlib.error:
                continue


def found(folder: Path, words: dict[str, str]) -> list[tuple[str, str]]:
    """Files below the folder, their names included, that hold one of the words in any of the usual encodings."""
    hits = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and not p.is_symlink()):
        contents = list(forms(path.read_bytes()))
        for what, word in words.items():
            needles = {word.encode(code) for code in ("utf-8", "utf-16-le", "gb18030")} | {ascii(word)[1:-1].encode()}
            if word in path.name or any(n in content for n in needles for content in contents):
                hits.append((path.name, what))
    return hits


@pytest.fixture
def day(desk: Desk) -> Iterator[App]:
    """The app and three talks; orders are loaded, a clipboard history runs."""
    app, chat, manager = App(desk), Dialogs(), CopyQ(desk)
    app.load([{"code": code, "category": ["测试"], "title": code, "text": text} for code, text in PHRASES.items()])
    chat.start(desk)
    app.start()
    app.manager, app.chat = manager, chat  # type: ignore[attr-defined]
    yield app
    manager.stop()
    chat.stop()


@pytest.fixture
def stack() -> Iterator[contextlib.ExitStack]:
    """Closes what a test has opened."""
    with contextlib.ExitStack() as one:
        yield one


def test_nothing_of_a_buyer_stays(desk: Desk, day: App, owner: Owner, stack: contextlib.ExitStack) -> None:
    app, chat, manager = day, day.chat, day.manager  # type: ignore[attr-defined]
    windows = {buyer: chat.open(buyer) for buyer in BUYERS}
    stack.callback(lambda: [ear.close() for ear in ears.values()])
    ears = {buyer: Witness(chat.server.port, buyer.nick) for buyer in BUYERS}
    orders = desk.dir / "run" / "ExportOrderList202611221030.csv"
    orders.write_bytes(table())
    assert app.cli("orders", str(orders)).returncode == 0

    send(desk, app, windows[XIAOYU], "msh")
    desk.wait(lambda: any(XIAOYU.order in text for text in ears[XIAOYU].listen()), 10, "the order's facts arrive")

    owner.own(owners.plain(CARD))
    desk.wait(lambda: manager.items()[:1] == [CARD], 10, "the history has what the user copied")
    send(desk, app, windows[AFENG], "msh")
    desk.wait(ears[AFENG].listen, 10, "the card's facts arrive")

    desk.screen.activate(windows[AFENG])
    app.open()
    desk.hands.type("mdan")
    desk.hands.press("ctrl+return")
    desk.wait(app.has_keyboard, 5, "it asks")
    desk.hands.type(ASKED.lower())
    desk.hands.press("ctrl+return")
    desk.wait(lambda: any(ASKED.lower() in text for text in ears[AFENG].listen()), 10, "the answer arrives")

    for query in (XIAOYU.nick, AFENG.order, "13911112222", "qwvvkzz", ""):  # the last word is nobody's
        app.open()
        if query:
            desk.hands.type(query)
        desk.hands.press("escape")
        desk.wait(lambda: not app.popup(), 5, "closed")

    assert manager.items()[:1] == [CARD]
    assert not [text for text in manager.items() if text != CARD and any(word in text for word in secrets().values())]
    app.stop()
    words = secrets() | {"what was asked, as typed": ASKED.lower()}
    assert found(app.home, words) == []
    assert "qwvvkzz" in (app.home / "misses.log").read_text("utf-8")
    (app.home / "planted").write_text(XIAOYU.name, "utf-8")
    assert found(app.home, words) == [("planted", f"name of {XIAOYU.nick}")]


def send(desk: Desk, app: App, window: int, code: str) -> None:
    """Use a phrase in that window."""
    before = app.ended()
    desk.screen.activate(window)
    app.open()
    desk.hands.type(code)
    desk.hands.press("ctrl+return")
    desk.wait(lambda: app.ended() > before or app.popup(), 5, "an end or a question")
    desk.wait(lambda: app.ended() > before, 10, f"{code} is sent")
