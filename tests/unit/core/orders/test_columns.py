"""What was said about unknown columns: found again for the same headings, and for no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core import column_memory
from assistant.core.errors import SettingProblem
from assistant.core.orders.columns import FIELDS, checked, known, remember

COLUMNS = st.dictionaries(st.text(max_size=8), st.sampled_from(("", *FIELDS)), max_size=6)


def test_the_same_headings_in_any_order_are_the_same_table() -> None:
    text = remember("{}", ["单号", "客户"], {"单号": "order.id", "客户": ""})
    assert known(text, ["客户", "单号"]) == {"单号": "order.id", "客户": ""}
    assert known(text, ["客户", "单号", "电话"]) is None
    assert known(remember(text, ["单号", "客户"], {"客户": "buyer.nick"}), ["单号", "客户"]) == {"客户": "buyer.nick"}


def test_the_oldest_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(column_memory, "_MOST", 2)
    text = "{}"
    for name in "甲乙丙":
        text = remember(text, [name], {name: "order.id"})
    assert [known(text, [name]) is not None for name in "甲乙丙"] == [False, True, True]


def test_fields_are_what_a_table_holds_and_nothing_that_is_made_of_it() -> None:
    assert {"order.id", "buyer.nick", "receiver.phone", "item.title", "logistics.no", "shop.name"} <= set(FIELDS)
    assert not {"order.tail", "receiver.phone_tail", "shop.self", "now.date", "agent.name"} & set(FIELDS)


@pytest.mark.parametrize(
    "text", ["", "[]", "1", "{", '{"a": 1}', '{"a": {"b": "no.field"}}', '{"a": {"b": 3}}', "[" * 9000]
)
def test_what_is_none_is_refused(text: str) -> None:
    with pytest.raises(SettingProblem):
        checked(text)


@given(st.lists(st.tuples(st.lists(st.text(max_size=6), min_size=1, max_size=4), COLUMNS), max_size=5))
def test_what_was_said_last_is_what_is_known(said: list[tuple[list[str], dict[str, str]]]) -> None:
    text = "{}"
    for headings, columns in said:
        text = remember(text, headings, columns)
        assert known(text, headings) == columns
    assert checked(text) == text
