"""Facts from every source, the strongest first."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from assistant.core.model import Profile, Target, Window
from assistant.core.orders import order as orders
from assistant.core.orders.order import Order
from assistant.core.template import context, facts
from assistant.core.template.context import Sources

NOW = datetime(2025, 6, 4, 14, 30, tzinfo=UTC)
WINDOW = Window(1, 1, "chat", "title")


def build(**given: object) -> context.Fields:
    return context.build(Sources(now=NOW, **given))


@pytest.mark.parametrize(
    ("given", "text"),
    [
        pytest.param({}, None, id="nobody knows"),
        pytest.param({"constants": {"buyer.nick": "c"}}, "c", id="constant"),
        pytest.param(
            {"constants": {"买家": "c"}, "order_facts": Order(facts={"buyer.nick": "o"})}, "o", id="order over constant"
        ),
        pytest.param(
            {"order_facts": Order(facts={"buyer.nick": "o"}), "target": Target(WINDOW, Profile("x", "X"), "t")},
            "t",
            id="chat over order",
        ),
        pytest.param(
            {"order_facts": Order(facts={"buyer.nick": "o"}), "target": Target(WINDOW, Profile("x", "X"))},
            "o",
            id="chat without nick",
        ),
        pytest.param(
            {"target": Target(WINDOW, Profile("x", "X"), "t"), "answers": {"买家": "a"}}, "a", id="answer over all"
        ),
        pytest.param(
            {"order_facts": Order(facts={"buyer.nick": "o"}), "answers": {"买家": " \n"}}, "o", id="blank is no fact"
        ),
    ],
)
def test_strongest_source(given: dict[str, object], text: str | None):
    assert build(**given).get("买家") == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param("a\r\nb\rc", "a\nb\nc", id="line breaks"),
        pytest.param(" x ", " x ", id="spaces stay"),
        pytest.param("{{ x }}", "{{ x }}", id="liquid"),
    ],
)
def test_value_becomes_text(value: str, text: str | None):
    assert build(order_facts=Order(facts={"order.memo": value})).get("order.memo") == text


@pytest.mark.parametrize(
    ("phone", "tail"),
    [
        pytest.param("13800001234", "1234", id="plain"),
        pytest.param("138****1234", "1234", id="masked"),
        pytest.param("15700000002-5678", "0002", id="virtual number"),
        pytest.param("1380000****", None, id="tail masked"),
        pytest.param("123", None, id="too short"),
    ],
)
def test_phone_tail(phone: str, tail: str | None):
    assert build(order_facts=Order(facts={"receiver.phone": phone})).get("手机尾号") == tail


def test_tails_that_were_given_stay_and_answers_bring_their_own():
    assert build(constants={"手机": "13800001234", "手机尾号": "9999"}).get("手机尾号") == "9999"
    assert build().with_answers({"订单号": "35001234"}).get("订单尾号") == "1234"


def test_unknown_names_are_left_aside():
    fields = build(order_facts=Order(facts={"order.colour": "red"}), constants={"x": "y"}, answers={"input.": "z"})
    assert fields.get("order.colour") is None
    assert fields.get("input.") is None


def test_input_by_either_name():
    assert build(answers={"输入.天数": "3"}).get("input.天数") == "3"


def test_clipboard_is_a_fact():
    assert build(clipboard="x").get("剪贴板") == "x"
    assert build(clipboard="").get("剪贴板") is None


def test_facts_never_show_in_a_log():
    assert "secret" not in repr(build(clipboard="secret"))


@pytest.mark.parametrize(
    ("hour", "minute", "word"),
    [(4, 59, "夜深了"), (5, 0, "早上好"), (9, 0, "上午好"), (11, 29, "上午好"), (11, 30, "中午好"), (13, 30, "下午好"),
     (18, 0, "晚上好"), (22, 59, "晚上好"), (23, 0, "夜深了"), (0, 0, "夜深了")],
)  # fmt: skip
def test_greeting(hour: int, minute: int, word: str):
    assert context.build(Sources(now=NOW.replace(hour=hour, minute=minute))).get("问候") == word


def test_now():
    fields = build()
    assert [fields.get(name) for name in ("now", "今天", "现在", "星期")] == [
        "2025-06-04 14:30",
        "6月4日",
        "14:30",
        "周三",
    ]


def test_the_shop_has_its_manners_by_default():
    assert [build().get("称呼"), build().get("自称")] == ["亲", "小二"]


def test_sample_knows_everything():
    assert not [fact.path for fact in facts.FACTS if context.sample(NOW).get(fact.path) is None]


def test_table_is_unambiguous():
    names = [name for fact in facts.FACTS for name in {fact.path, fact.label, *fact.names}]
    assert len(names) == len(set(names))
    assert all(
        facts.canonical(name) == fact.path for fact in facts.FACTS for name in (fact.path, fact.label, *fact.names)
    )


@pytest.mark.parametrize(
    ("wrong", "near"),
    [("定单号", "订单号"), ("buyer.nik", "buyer.nick"), ("order.ID", "order.id"), ("快递号", "快递单号"), ("!!", None)],
)
def test_nearest(wrong: str, near: str | None):
    assert facts.nearest(wrong) == near


def test_questions_know_how_to_ask():
    assert facts.field("order.signed_at").kind == "date"
    assert facts.field("order.status") == facts.Field("order.status", "订单状态", "choice", orders.STATES)
    assert facts.field("input.天数") == facts.Field("input.天数", "天数")
