"""What the engine tells the guard, and that nothing forbidden is ever pasted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.emoticons import Emoticons
from assistant.core.errors import PasteRefused
from assistant.core.guard.check import fixed
from assistant.core.guard.rules import BLOCK, Layer, Rules, Severity, merged
from assistant.core.model import Outcome, Phrase, Variant, Window
from assistant.core.orders.order import Order
from assistant.core.template.filling import Templates
from assistant.engine import session as engine
from assistant.engine.injector import Hands
from assistant.engine.reply import Reply
from assistant.engine.said import Said
from assistant.engine.session import Desk, NeedsConfirmation, Ready, Sent, Session
from assistant.engine.targets import Targets
from assistant.storage import resources
from assistant.storage.rules import shipped
from tests.fakes import CHAT, FakeDesktop, FakeUsage

NAMED = Window(handle=10, focus=11, program="hexchat", title="Dialog with xiaoyu @ irc - HexChat")
OTHER = "Dialog with aming @ irc - HexChat"
WORDS = shipped()
LONG = "您好，这是一句足够长的问候"
EMOTICONS = Emoticons.parse(resources.read_text("emoticons.csv"))
TARGETS = resources.read_text("targets.toml")


def phrase(*texts: str, name: str = "p") -> Phrase:
    return Phrase(name, name, name, tuple(Variant(text) for text in texts))


class Orders:
    """The orders that are loaded."""

    def __init__(self, *orders: Order) -> None:
        self.orders = orders

    def of_buyer(self, nick: str) -> Sequence[Order]:
        return [order for order in self.orders if order.nick == nick]

    def by_id(self, number: str) -> Order | None:
        return next((order for order in self.orders if order.id == number), None)


class Line:
    """The engine with its guard on a fake desktop."""

    def __init__(self, levels: dict[str, Severity] | None = None) -> None:
        self.desk = FakeDesktop()
        self.desk.screen.add(NAMED)
        self.rules: Rules = merged(Layer(levels or {}), Layer(), WORDS)
        self.constants = {"shop.return_address": "浙江省杭州市余杭区仓前街道2号 13900005678"}
        self.orders = Orders()
        hands = Hands(self.desk.clipboard, self.desk.windows, self.desk.keyboard, self.desk.clock)
        rules = engine.Rules(Targets(TARGETS), Templates(EMOTICONS, self.desk.clock.monotonic))
        self.reply = Reply(hands, rules, FakeUsage(), self._desk)

    def _desk(self) -> Desk:
        return Desk(self.constants, orders=self.orders, guard=self.rules)

    def begin(self) -> Session:
        return self.reply.begin(self.desk.windows.active(), self.desk.clock.monotonic())

    def use(self, session: Session, p: Phrase) -> Sent | NeedsConfirmation:
        ready = self.reply.draft(session, p)
        assert isinstance(ready, Ready)
        return self.reply.deliver(session, ready.draft)

    def stopped(self, session: Session, p: Phrase) -> NeedsConfirmation:
        found = self.use(session, p)
        assert isinstance(found, NeedsConfirmation)
        return found

    def told(self, p: Phrase) -> list[str]:
        """The rules that have something to say."""
        result = self.use(self.begin(), p)
        return [f.rule for f in result.verdict.findings] if isinstance(result, NeedsConfirmation) else []

    def typed(self) -> list[str]:
        return self.desk.screen.received.get(CHAT.handle, [])


@pytest.fixture
def line() -> Line:
    return Line()


def test_a_finding_stops_the_paste_until_somebody_agrees(line: Line) -> None:
    session = line.begin()
    stopped = line.stopped(session, phrase("全网最便宜"))
    assert line.typed() == []
    assert isinstance(line.reply.deliver(session, stopped.draft, stopped.seen), Sent)
    assert line.typed() == ["全网最便宜"]


def test_what_was_mended_is_looked_at_again_and_goes_out(line: Line) -> None:
    line.desk.clipboard.content = {"text/plain": b"13800001234"}
    session = line.begin()
    line.reply.read_clipboard(session)
    stopped = line.stopped(session, phrase("全网最便宜，电话{{ 剪贴板 }}"))
    fixes = {f.rule: f.fix for f in stopped.verdict.findings if f.fix}
    half = line.reply.deliver(session, fixed(stopped.draft, [fixes["ad"]]))
    assert isinstance(half, NeedsConfirmation)
    assert [f.rule for f in half.verdict.findings] == ["phone"]
    assert line.typed() == []
    assert isinstance(line.reply.deliver(session, fixed(stopped.draft, list(fixes.values()))), Sent)
    assert line.typed() == ["全网很实惠，电话138****1234"]


@pytest.mark.parametrize("text", ["全网最便宜", "{{ 剪贴板 }}", "{% if 快递单号 %}x{% endif %}"])
def test_what_is_forbidden_goes_nowhere(text: str) -> None:
    line = Line({"ad": BLOCK})
    line.desk.clipboard.content = {"text/plain": "订单〔订单号〕".encode()}
    session = line.begin()
    line.reply.read_clipboard(session)
    before = dict(line.desk.clipboard.content)
    stopped = line.stopped(session, phrase(text))
    assert stopped.verdict.blocked
    for agreed in (None, stopped.seen, NAMED):
        assert isinstance(line.reply.deliver(session, stopped.draft, agreed), NeedsConfirmation)
    with pytest.raises(PasteRefused) as refused:
        line.reply.copy(session, stopped.draft)
    assert "订单〔" not in str(refused.value)
    assert (line.typed(), dict(line.desk.clipboard.content)) == ([], before)


def test_without_a_window_it_is_looked_at_too() -> None:
    line = Line({"ad": BLOCK})
    session = line.reply.begin(None, 0.0)
    assert line.stopped(session, phrase("全网最便宜")).verdict.blocked
    stopped = line.stopped(session, phrase("加微信", name="q"))
    assert line.desk.clipboard.content == {}
    sent = line.reply.deliver(session, stopped.draft, stopped.seen)
    assert isinstance(sent, Sent)
    assert sent.receipt.outcome is Outcome.COPIED


@given(st.text(alphabet="最便宜加微信13800 0{}%〔〕号室路【】姓名", max_size=24))
def test_nothing_that_blocks_is_ever_typed(text: str) -> None:
    line = Line(dict.fromkeys(("ad", "lure", "phone", "address"), BLOCK))
    line.desk.clipboard.content = {"text/plain": text.encode()}
    session = line.begin()
    line.reply.read_clipboard(session)
    ready = line.reply.draft(session, phrase("{{ 剪贴板 | default: '' }}"))
    assert isinstance(ready, Ready)
    result = line.reply.deliver(session, ready.draft)
    blocked = isinstance(result, NeedsConfirmation) and result.verdict.blocked
    assert line.typed() == ([] if isinstance(result, NeedsConfirmation) else [ready.draft.text])
    if blocked:
        assert isinstance(line.reply.deliver(session, ready.draft, NAMED), NeedsConfirmation)
        assert line.typed() == []


# --- orders and people


def test_an_order_of_somebody_else_is_told_when_the_phrase_uses_it(line: Line) -> None:
    order = Order(facts={"buyer.nick": "aming", "order.id": "350001", "receiver.phone": "13800001234"})
    session = line.begin()
    session.orders = replace(session.orders, orders=(order,), place=0, settled=True)
    stopped = line.stopped(session, phrase("订单{{ 订单号 }}已发出"))
    [finding] = stopped.verdict.findings
    assert (finding.rule, finding.versus) == ("buyer", ("aming", "xiaoyu"))
    assert isinstance(line.use(session, phrase("在的呢亲，请讲", name="q")), Sent)


def test_the_buyers_own_order_is_no_finding(line: Line) -> None:
    line.orders = Orders(Order(facts={"buyer.nick": "xiaoyu", "order.id": "350001", "receiver.phone": "13800001234"}))
    assert line.told(phrase("订单{{ 订单号 }}已发出，手机{{ 手机 }}")) == []
    assert line.typed() == ["订单350001已发出，手机13800001234"]


def test_a_phone_that_was_copied_is_told(line: Line) -> None:
    line.desk.clipboard.content = {"text/plain": "张三 13800001234".encode()}
    session = line.begin()
    line.reply.read_clipboard(session)
    assert [f.rule for f in line.stopped(session, phrase("收到：{{ 剪贴板 }}")).verdict.findings] == ["phone"]


def test_the_return_address_of_the_shop_may_always_go_out(line: Line) -> None:
    assert line.told(phrase("请寄回：{{ 退货地址 }}")) == []


def test_a_phrase_past_its_day(line: Line) -> None:
    today = datetime.fromtimestamp(line.desk.clock.now()).astimezone().date()
    assert line.told(replace(phrase("活动价来啦，欢迎选购"), valid_until=today)) == []
    assert line.told(replace(phrase("活动价来啦", name="q"), valid_until=date(2020, 1, 1))) == ["expired"]


# --- again


def test_the_same_sentence_twice_a_day_is_asked_about(line: Line) -> None:
    assert line.told(phrase(LONG)) == []
    assert line.told(phrase(LONG, name="q")) == ["repeated"]
    line.desk.screen.retitle(NAMED.handle, OTHER)
    assert line.told(phrase(LONG)) == []
    line.desk.screen.retitle(NAMED.handle, NAMED.title)
    line.desk.clock.pause(24 * 3600 * 1000)
    assert line.told(phrase(LONG)) == []


def test_the_other_wording_is_offered(line: Line) -> None:
    two = replace(
        phrase(LONG, "另一种同样长的问候您好呀"),
        variants=(Variant(LONG), Variant("{{ 买家 }}您好，另一种说法哦", tone="活泼")),
    )
    assert line.told(two) == []
    session = line.begin()
    [finding] = line.stopped(session, two).verdict.findings
    assert finding.rule == "repeated"
    assert finding.fix
    mended = fixed(line.stopped(session, two).draft, [finding.fix])
    assert (mended.variant, mended.text) == (1, "xiaoyu您好，另一种说法哦")
    assert isinstance(line.reply.deliver(session, mended), Sent)
    assert line.stopped(line.begin(), replace(two, variants=two.variants[:1])).verdict.findings[0].fix is None


def test_only_what_arrived_counts_as_said(line: Line) -> None:
    session = line.begin()
    ready = line.reply.draft(session, phrase(LONG))
    assert isinstance(ready, Ready)
    line.desk.screen.obeys = False
    line.desk.screen.focus = 0
    sent = line.reply.deliver(session, ready.draft)
    assert isinstance(sent, Sent)
    assert sent.receipt.outcome is Outcome.COPIED
    line.desk.screen.obeys = True
    line.desk.screen.focus = NAMED.handle
    assert line.told(phrase(LONG)) == []
    assert line.told(phrase(LONG)) == ["repeated"]


DAY = date(2026, 11, 22)


def test_said_knows_by_buyer_text_and_day() -> None:
    said = Said()
    said.note("小雨", "您好，在的呢，请问有什么可以帮您", DAY)
    assert said.already("小雨", "您好 在的呢！请问有什么可以帮您？", DAY)
    assert not said.already("阿明", "您好，在的呢，请问有什么可以帮您", DAY)
    assert not said.already("小雨", "您好，在的呢，请问有什么能帮您", DAY)
    assert not said.already("小雨", "您好，在的呢，请问有什么可以帮您", date(2026, 11, 23))


def test_what_everybody_says_again_is_not_minded() -> None:
    said = Said()
    said.note("小雨", "好的", DAY)
    said.note("", LONG, DAY)
    assert not said.already("小雨", "好的", DAY)
    assert not said.already("", LONG, DAY)


def test_no_sentence_and_no_buyer_is_kept() -> None:
    said, again = Said(), Said()
    for one in (said, again):
        one.note("小雨", LONG, DAY)
    assert said._sentences != again._sentences
    assert "小雨" not in repr(vars(said))
    assert LONG not in repr(vars(said))
    said.note("小雨", LONG, date(2026, 11, 23))
    assert len(said._sentences) == 1


@given(st.text(), st.text())
def test_said_takes_anything(buyer: str, text: str) -> None:
    said = Said()
    said.note(buyer, text, DAY)
    assert isinstance(said.already(buyer, text, DAY), bool)
