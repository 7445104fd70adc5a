"""Until when a buyer may return, and on which day a parcel leaves: to the second, by hand."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.orders.order import Order
from assistant.core.template import context
from assistant.core.template.context import Fields, Sources


def fields(now: str, **facts: str) -> Fields:
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)
    constants = {name.replace("__", "."): text for name, text in facts.items()}
    return context.build(Sources(now=at, constants=constants))


@pytest.mark.parametrize(
    ("now", "until", "still", "left"),
    [
        ("2025-06-01 12:00:00", "6月8日", "是", "7"),
        ("2025-06-07 23:59:59", "6月8日", "是", "1"),
        ("2025-06-08 00:00:00", "6月8日", "是", "0"),
        ("2025-06-08 23:59:59", "6月8日", "是", "0"),
        ("2025-06-09 00:00:00", "6月8日", "否", "0"),
        ("2025-07-01 00:00:00", "6月8日", "否", "0"),
        ("2025-05-30 00:00:00", "6月8日", "是", "9"),
        ("2026-01-01 00:00:00", "2025年6月8日", "否", "0"),
    ],
)
@pytest.mark.parametrize("signed", ["2025-06-01 00:00:00", "2025-06-01 23:59:59", "2025-06-01"])
def test_a_return_is_open_to_the_last_second_of_the_seventh_day(
    now: str, until: str, still: str, left: str, signed: str
) -> None:
    known = fields(now, order__signed_at=signed)
    assert [known.get(name) for name in ("退货截止", "可退货", "退货已过期", "退货剩余天数")] == [
        until, still, {"是": "否", "否": "是"}[still], left,
    ]  # fmt: skip


def test_days_are_the_shop_s() -> None:
    known = fields(
        "2025-06-10 12:00", order__signed_at="2025-06-01", order__paid_at="2025-05-30", shop__return_days="15"
    )
    assert [known.get(name) for name in ("return.until", "price.until", "warranty.until")] == [
        "6月16日",
        "6月14日",
        None,
    ]
    known = fields(
        "2025-06-10 12:00", order__signed_at="2025-06-01", shop__warranty_days="365 天", shop__price_days="多"
    )
    assert [known.get(name) for name in ("warranty.until", "在质保期")] == ["2026年6月1日", "是"]


def test_across_the_turn_of_the_year_and_a_leap_day() -> None:
    assert fields("2025-12-30 12:00", order__signed_at="2025-12-29").get("退货截止") == "2026年1月5日"
    assert fields("2024-02-25 12:00", order__signed_at="2024-02-24").get("退货截止") == "3月2日"


@pytest.mark.parametrize("signed", ["", "昨天下午", "0000-00-00", "9999-12-30"])
def test_nothing_is_told_of_a_date_that_is_unknown(signed: str) -> None:
    known = fields("2025-06-10 12:00", order__signed_at=signed)
    assert {known.get(f"return.{name}") for name in ("until", "open", "closed", "days_left")} == {None}


def test_a_deadline_that_was_told_counts() -> None:
    known = fields("2025-06-10 12:00", order__signed_at="2025-05-01", return__until="2025-06-12")
    assert [known.get(name) for name in ("return.until", "return.open", "return.days_left")] == [
        "2025-06-12",
        "是",
        "2",
    ]


def test_an_answer_moves_what_follows_from_it() -> None:
    before = fields("2025-06-10 12:00", order__signed_at="2025-06-09")
    assert before.get("可退货") == "是"
    assert before.with_answers({"签收时间": "2025-06-01"}).get("可退货") == "否"


@pytest.mark.parametrize(
    ("now", "day", "today"),
    [
        ("2025-06-04 00:00:00", "今天", "是"),
        ("2025-06-04 15:59:59", "今天", "是"),
        ("2025-06-04 16:00:00", "明天", "否"),
        ("2025-12-31 23:00", "明天", "否"),
    ],
)
def test_what_is_paid_now_leaves_today_or_tomorrow(now: str, day: str, today: str) -> None:
    known = fields(now, shop__ship_cutoff="16:00", order__shipped_at="2025-01-01 10:00:00")
    assert [known.get("发货日"), known.get("今天能发")] == [day, today]


@pytest.mark.parametrize(
    ("now", "facts", "day"),
    [
        ("2025-06-04 17:00", {"paid_at": "2025-06-04 15:59:59"}, "今天"),
        ("2025-06-04 17:00", {"paid_at": "2025-06-04 16:00:00"}, "明天"),
        ("2025-06-05 09:00", {"paid_at": "2025-06-04 16:00:00"}, "今天"),
        ("2025-06-05 09:00", {"paid_at": "2025-06-04 10:00:00"}, "今天"),
        ("2025-06-05 17:00", {"paid_at": "2025-06-04 10:00:00"}, "明天"),
        ("2025-06-04 17:00", {"paid_at": "2025-06-04"}, None),
        ("2025-06-04 17:00", {}, None),
        ("2025-06-04 17:00", {"shipped_at": "2025-06-04 10:00:00"}, "今天"),
        ("2025-06-04 12:00", {"shipped_at": "2025-06-03", "paid_at": "2025-06-01 10:00"}, "昨天"),
        ("2025-06-04 12:00", {"shipped_at": "2025-06-01 10:00:00"}, "6月1日"),
    ],
)
def test_the_day_on_which_an_order_leaves(now: str, facts: dict[str, str], day: str | None) -> None:
    known = fields(now, shop__ship_cutoff="16:00", **{f"order__{name}": text for name, text in facts.items()})
    assert known.get("预计发货日") == day


@pytest.mark.parametrize("cutoff", ["", "下午四点", "25:00", "16"])
def test_without_a_cut_off_nobody_knows_the_day(cutoff: str) -> None:
    assert fields("2025-06-04 12:00", shop__ship_cutoff=cutoff).get("发货日") is None


@given(st.datetimes(), st.datetimes() | st.text(max_size=20), st.text(max_size=6) | st.integers(0, 9999).map(str))
def test_any_date_any_constant(now: datetime, signed: object, days: str) -> None:
    order = Order(facts={"order.signed_at": str(signed), "order.paid_at": str(signed)})
    known = context.build(Sources(now=now, order_facts=order, constants={"退货天数": days, "截单时间": "16:00"}))
    assert (known.get("return.open") is None) == (known.get("return.until") is None)
    assert known.get("return.open") != known.get("return.closed") or known.get("return.open") is None
