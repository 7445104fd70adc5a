"""The straight line from begin to the receipt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.core.emoticons import Emoticons
from assistant.core.model import Outcome, Phrase, Variant, Window
from assistant.core.orders.order import Order
from assistant.core.shops import Shop
from assistant.core.template.filling import Templates
from assistant.engine.injector import Hands
from assistant.engine.orders import NoOrders, OrderSource
from assistant.engine.reply import Reply
from assistant.engine.session import Desk, Failed, NeedsConfirmation, NeedsFields, Ready, Rules, Sent, Session
from assistant.engine.targets import Targets
from assistant.storage import resources
from tests.fakes import CHAT, FakeDesktop, FakeUsage

NAMED = Window(handle=10, focus=11, program="hexchat", title="Dialog with xiaoyu @ irc - HexChat")


def read_order(text: str) -> Order | None:
    """Facts in lines of ``path=value``; anything else is no order."""
    lines = [line.partition("=") for line in text.split("\n")]
    return Order(facts={path: value for path, _, value in lines}) if all(sign for _, sign, _ in lines) else None


def phrase(*texts: str, name: str = "p") -> Phrase:
    return Phrase(name, name, name, tuple(Variant(t) for t in texts))


class Line:
    """The engine on a fake desktop."""

    def __init__(self, window: Window = NAMED) -> None:
        self.desk = FakeDesktop()
        self.desk.screen.add(window)
        self.usage = FakeUsage()
        self.constants = {"shop.name": "小店"}
        self.more: tuple[Shop, ...] = ()
        hands = Hands(self.desk.clipboard, self.desk.windows, self.desk.keyboard, self.desk.clock)
        templates = Templates(Emoticons.parse(resources.read_text("emoticons.csv")), self.desk.clock.monotonic)
        targets = Targets(resources.read_text("targets.toml"))
        self.orders: OrderSource = NoOrders()
        self.reply = Reply(hands, Rules(targets, templates, read_order), self.usage, self.on_the_desk)

    def on_the_desk(self) -> Desk:
        return Desk(self.constants, shops=self.more, orders=self.orders)

    def begin(self) -> Session:
        return self.reply.begin(self.desk.windows.active(), self.desk.clock.monotonic())

    def use(self, session: Session, p: Phrase) -> Sent | NeedsConfirmation:
        ready = self.reply.draft(session, p)
        assert isinstance(ready, Ready)
        return self.reply.deliver(session, ready.draft)

    def typed(self) -> list[str]:
        return self.desk.screen.received.get(CHAT.handle, [])


@pytest.fixture
def line() -> Line:
    return Line()


def test_a_phrase_is_filled_pasted_and_noted(line: Line) -> None:
    session = line.begin()
    line.desk.clock.pause(1500)
    sent = line.use(session, phrase("{{ 买家 }}您好，欢迎来{{ 店铺 }}"))
    assert isinstance(sent, Sent)
    assert line.typed() == ["xiaoyu您好，欢迎来小店"]
    [use] = line.usage.records
    assert (use.phrase, use.variant, use.outcome, use.profile) == ("p", 0, Outcome.PASTED, "hexchat")
    assert use.milliseconds == pytest.approx(1500)


def test_a_missing_fact_is_asked_and_remembered_for_this_buyer(line: Line) -> None:
    p = phrase("订单{{ 订单号 }}已发出")
    session = line.begin()
    asked = line.reply.draft(session, p)
    assert isinstance(asked, NeedsFields)
    assert [f.path for f in asked.fields] == ["order.id"]
    line.reply.answer(session, {"order.id": "350001", "order.paid": "  "})
    line.use(session, p)
    line.use(line.begin(), phrase("{{ 订单号 }}在路上了", name="q"))
    assert line.typed() == ["订单350001已发出", "350001在路上了"]
    line.desk.screen.retitle(NAMED.handle, "Dialog with other @ irc - HexChat")
    assert isinstance(line.reply.draft(line.begin(), p), NeedsFields)


def test_facts_are_not_remembered_where_the_buyer_is_unknown() -> None:
    line = Line(Window(10, 10, "notepad", "聊天"))
    p = phrase("订单{{ 订单号 }}")
    session = line.begin()
    line.reply.answer(session, {"order.id": "1"})
    assert isinstance(line.reply.draft(session, p), Ready)
    assert isinstance(line.reply.draft(line.begin(), p), NeedsFields)


def test_a_buyer_hears_another_wording_the_second_time(line: Line) -> None:
    p = phrase("好的", "收到", "没问题")
    for _ in range(4):
        line.use(line.begin(), p)
    assert line.typed() == ["好的", "收到", "没问题", "好的"]


def test_another_chat_in_the_window_needs_a_confirmation(line: Line) -> None:
    session, p = line.begin(), phrase("您好")
    line.desk.screen.retitle(NAMED.handle, "Dialog with other @ irc - HexChat")
    stopped = line.use(session, p)
    assert isinstance(stopped, NeedsConfirmation)
    assert not stopped.verdict.blocked
    assert line.typed() == []
    assert isinstance(line.reply.deliver(session, stopped.draft, stopped.seen), Sent)
    assert line.typed() == ["您好"]


def test_a_confirmation_counts_only_for_the_chat_that_was_seen(line: Line) -> None:
    session, p = line.begin(), phrase("您好")
    line.desk.screen.retitle(NAMED.handle, "Dialog with second @ irc - HexChat")
    stopped = line.use(session, p)
    assert isinstance(stopped, NeedsConfirmation)
    line.desk.screen.retitle(NAMED.handle, "Dialog with third @ irc - HexChat")
    again = line.reply.deliver(session, stopped.draft, stopped.seen)
    assert isinstance(again, NeedsConfirmation)
    assert "third" in again.seen.title
    assert line.typed() == []


def test_an_empty_reply_cannot_be_confirmed(line: Line) -> None:
    session = line.begin()
    stopped = line.use(session, phrase("{% if 快递单号 %}x{% endif %}"))
    assert isinstance(stopped, NeedsConfirmation)
    assert stopped.verdict.blocked
    assert isinstance(line.reply.deliver(session, stopped.draft, stopped.seen), NeedsConfirmation)
    assert line.typed() == []


def test_a_broken_template_is_a_sentence_with_its_line(line: Line) -> None:
    failed = line.reply.draft(line.begin(), phrase("好\n{% if %}"))
    assert isinstance(failed, Failed)
    assert "第 2 行" in failed.sentence


def test_without_a_window_the_reply_is_copied(line: Line) -> None:
    session = line.reply.begin(None, 0.0)
    ready = line.reply.draft(session, phrase("您好"))
    assert isinstance(ready, Ready)
    sent = line.reply.deliver(session, ready.draft)
    assert isinstance(sent, Sent)
    assert sent.receipt.outcome is Outcome.COPIED
    assert line.desk.clipboard.content == {"text/plain": "您好".encode()}


def test_the_clipboard_is_read_only_for_phrases_that_name_it(line: Line) -> None:
    line.desk.clipboard.content = {"text/plain": b"YT123"}
    session = line.begin()
    assert not line.reply.quotes_clipboard(phrase("您好"))
    p = phrase("单号{{ 剪贴板 }}")
    assert line.reply.quotes_clipboard(p)
    line.reply.read_clipboard(session)
    assert session.clipboard_read
    line.use(session, p)
    assert line.typed() == ["单号YT123"]


def test_no_trace_of_texts_or_buyers_in_the_usage(line: Line) -> None:
    line.use(line.begin(), phrase("{{ 买家 }}，秘密"))
    assert "xiaoyu" not in repr(line.usage.records)
    assert "秘密" not in repr(line.usage.records)


def test_a_chat_of_another_shop_gets_that_shops_constants() -> None:
    line = Line(replace(NAMED, title="Dialog with xiaoyu @ 星河"))
    line.more = (Shop("星河", {"shop.name": "星河旗舰店"}),)
    line.use(line.begin(), phrase("欢迎来{{ 店铺 }}"))
    line.more = ()
    line.use(line.begin(), phrase("欢迎来{{ 店铺 }}", name="q"))
    assert line.typed() == ["欢迎来星河旗舰店", "欢迎来小店"]


def test_a_try_is_pasted_into_the_window_in_front_and_no_use_is_noted(line: Line) -> None:
    assert line.reply.try_out("hexchat", "试一下").outcome is Outcome.PASTED
    assert line.typed() == ["试一下"]
    assert line.usage.records == []
    assert line.reply.try_out("nobody", "试一下").outcome is Outcome.FAILED
    assert line.typed() == ["试一下"]
