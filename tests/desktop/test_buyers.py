"""Three buyers, three windows of a real chat program, one table of orders: each gets what is theirs, whatever happens."""

from __future__ import annotations

import csv
import io
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from .app import App
from .chats import HexChat
from .desk import Desk
from .irc import Witness

ROUNDS = int(os.environ.get("XIAOER_BUYERS", "60"))
SEED = int(os.environ.get("XIAOER_SEED", "2024"))
LEFT = 1.6  # s after which a popup that lost the keyboard is not going to paste any more

pytestmark = [pytest.mark.desk("dbus-daemon", "setpriv", *HexChat.programs), pytest.mark.slow, pytest.mark.timeout(420)]

PHRASE = (
    "{{ 收货人 }}您好，您的订单 {{ 订单号 }} 可在{{ 退货截止 | 日期: '%m月%d日' }}前退货，"
    "换货寄到{{ 省份 }}一般 {{ 表.快递时效 | 查: 省份, 列: '天数' }}。"
)


@dataclass(frozen=True)
class Buyer:
    nick: str
    name: str
    order: str
    signed: datetime
    place: str
    province: str
    days: str  # as the table that comes with the program says

    def reply(self) -> str:
        until = self.signed + timedelta(days=7)
        return (
            f"{self.name}您好，您的订单 {self.order} 可在{until:%m月%d日}前退货，"
            f"换货寄到{self.province}一般 {self.days}。"
        )


NOW = datetime.now().astimezone().replace(microsecond=0)
BUYERS = (
    Buyer(
        "xiaoyu",
        "林小雨",
        "3500000000000001111",
        NOW - timedelta(days=1),
        "浙江省 杭州市 西湖区 示例路1号",
        "浙江省",
        "1-2 天",
    ),
    Buyer(
        "afeng",
        "陈阿峰",
        "3500000000000002222",
        NOW - timedelta(days=2),
        "四川省 成都市 锦江区 示例路2号",
        "四川省",
        "3-4 天",
    ),
    Buyer(
        "laozhang",
        "张老三",
        "3500000000000003333",
        NOW - timedelta(days=3),
        "新疆维吾尔自治区 乌鲁木齐市 天山区 示例路3号",
        "新疆维吾尔自治区",
        "6-8 天",
    ),
)


def table() -> bytes:
    """The buyers' orders as the back office exports them."""
    head = ("订单编号", "买家会员名", "收货人姓名", "收货地址 ", "联系手机", "订单状态", "订单创建时间", "签收时间")
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    for n, one in enumerate(BUYERS):
        signed, bought = f"{one.signed:%Y-%m-%d %H:%M:%S}", f"{one.signed - timedelta(days=4):%Y-%m-%d %H:%M:%S}"
        row = (f'="{one.order}"', one.nick, one.name, one.place, f"'1380000000{n}", "交易成功", bought, signed)
        writer.writerow(row)
    return out.getvalue().encode("gb18030")


class Dialogs(HexChat):
    """HexChat with a window for each buyer."""

    more = "gui_tab_dialogs = 0\ntab_new_to_front = 2\n"

    def open(self, buyer: Buyer) -> int:
        """The window of the talk with that buyer."""
        conf = str(self.desk.home / ".config/hexchat")
        self.desk.start("hexchat", "-d", conf, "-e", "-c", f"query {buyer.nick}")
        title = f"Dialog with {buyer.nick} @"
        return self.desk.wait(
            lambda: next((w.id for w in self.desk.screen.find("hexchat") if w.title.startswith(title)), 0), 15, title
        )


class Shop:
    """The three talks and the app beside them."""

    def __init__(self, desk: Desk, app: App, chat: Dialogs) -> None:
        self.desk, self.app, self.chat = desk, app, chat
        self.windows = {buyer: chat.open(buyer) for buyer in BUYERS}
        self.ears = {buyer: Witness(chat.server.port, buyer.nick) for buyer in BUYERS}
        self.rnd = random.Random(SEED)

    def heard(self, buyer: Buyer) -> list[str]:
        """Everything that this buyer was ever told."""
        return list(self.ears[buyer].listen())

    def look_at(self, buyer: Buyer) -> None:
        """The agent goes to that window."""
        self.desk.screen.activate(self.windows[buyer])

    def choose(self, number: int) -> None:
        """Hotkey and code, without the Return."""
        self.app.open()
        self.desk.hands.type(code(number))

    def send(self) -> None:
        self.desk.hands.press("ctrl+return")


@pytest.fixture(scope="module")
def shop(desk: Desk) -> Iterator[Shop]:
    app, chat = App(desk), Dialogs()
    wordings = [f"{PHRASE}（{n}）" for n in range(ROUNDS + 6)]  # a sentence that was said today asks back
    app.load(
        [{"code": code(n), "category": ["测试"], "title": f"售后 {n}", "text": text} for n, text in enumerate(wordings)]
    )
    chat.start(desk)
    app.start()
    orders = desk.dir / "run" / "ExportOrderList202611221030.csv"
    orders.write_bytes(table())
    done = app.cli("orders", str(orders))
    assert done.returncode == 0, done.stderr
    assert "3" in done.stdout
    one = Shop(desk, app, chat)
    yield one
    for ear in one.ears.values():
        ear.close()
    app.stop()
    chat.stop()


def code(number: int) -> str:
    """A code that no other one begins with."""
    return f"mj{number:03d}q"


def test_each_buyer_gets_their_own_name_order_deadline_and_days(shop: Shop) -> None:
    for n, buyer in enumerate(BUYERS):
        before = shop.app.ended()
        shop.look_at(buyer)
        shop.choose(n)
        shop.send()
        shop.desk.wait(lambda before=before: shop.app.ended() > before, 10, f"the reply to {buyer.nick}")
        shop.desk.wait(lambda buyer=buyer: shop.heard(buyer), 10, f"{buyer.nick} hears")
    for n, buyer in enumerate(BUYERS):
        assert shop.heard(buyer) == [f"{buyer.reply()}（{n}）"]


def test_windows_that_are_switched_between_hotkey_and_return_never_mix_buyers(shop: Shop) -> None:
    """Some are sent, some are not; nobody ever hears of somebody else's order."""
    sent = 0
    for n in range(3, 3 + ROUNDS):
        buyer, other = shop.rnd.sample(BUYERS, 2)
        before = shop.app.ended()
        shop.look_at(buyer)
        moment = shop.rnd.choice(("never", "before the code", "before Return", "after Return"))
        shop.app.open()
        if moment == "before the code":
            shop.desk.screen.ask_active(shop.windows[other])
        shop.desk.hands.type(code(n))
        if moment == "before Return":
            shop.desk.screen.ask_active(shop.windows[other])
        shop.send()
        if moment == "after Return":
            shop.desk.screen.ask_active(shop.windows[other])
        if moment == "never":
            shop.desk.wait(lambda before=before: shop.app.ended() > before, 10, f"reply {n}")
            sent += 1
        else:
            shop.desk.holds(lambda before=before: shop.app.ended() == before, LEFT)
        if shop.app.popup():
            shop.app.close()
        shop.look_at(other)
        shop.desk.hands.press("ctrl+a", "delete")  # what was typed into a chat instead of the popup
        shop.look_at(buyer)
        shop.desk.hands.press("ctrl+a", "delete")
    told = {buyer: [text for text in shop.heard(buyer) if "订单" in text] for buyer in BUYERS}
    for buyer, texts in told.items():
        others = [o for o in BUYERS if o is not buyer]
        for text in texts:
            assert text.startswith(buyer.reply()), f"{buyer.nick} got {text}"
            assert not any(o.name in text or o.order in text for o in others)
    assert sum(map(len, told.values())) >= 3 + sent
