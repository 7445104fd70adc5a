"""Lengths of time as people write them."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.template import spans
from assistant.core.template.calendar import Calendar
from assistant.core.template.spans import Span

AT = datetime(2025, 1, 31, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("7天", Span(days=7)),
        ("+7天", Span(days=7)),
        ("＋７ 天", Span(days=7)),
        ("-1天", Span(days=-1)),
        ("－1日", Span(days=-1)),
        ("7天后", Span(days=7)),
        ("三天前", Span(days=-3)),
        ("-3天前", Span(days=3)),
        ("两周", Span(days=14)),
        ("2周以内", None),
        ("2个星期内", Span(days=14)),
        ("3个工作日", Span(workdays=3)),
        ("3工作日", Span(workdays=3)),
        ("-2 workdays", Span(workdays=-2)),
        ("48小时", Span(minutes=48 * 60)),
        ("48h", Span(minutes=48 * 60)),
        ("30分钟", Span(minutes=30)),
        ("1天12小时", Span(days=1, minutes=720)),
        ("1个月", Span(months=1)),
        ("十五天", Span(days=15)),
        ("二十天", Span(days=20)),
        ("十天", Span(days=10)),
        ("1年", Span(months=12)),
        ("7 Days", Span(days=7)),
        ("七", None),
        ("7", None),
        ("", None),
        ("天", None),
        ("7天8", None),
        ("1.5天", None),
        ("1" * 50 + "天", None),
        ("6月8日", None),
    ],
)  # fmt: skip
def test_read(text: str, span: Span | None) -> None:
    assert spans.read(text) == span


@pytest.mark.parametrize(
    ("span", "end"),
    [
        (Span(months=1), "2025-02-28"),
        (Span(months=13), "2026-02-28"),
        (Span(months=-2), "2024-11-30"),
        (Span(months=-11), "2024-02-29"),
        (Span(days=1), "2025-02-01"),
        (Span(days=1, workdays=1), "2025-02-03"),
        (Span(minutes=24 * 60), "2025-02-01"),
    ],
)
def test_after(span: Span, end: str) -> None:
    assert span.after(AT, Calendar()).strftime("%Y-%m-%d %H:%M") == f"{end} 10:00"


@pytest.mark.parametrize("span", [Span(months=99_999), Span(months=-99_999), Span(days=40_000), Span(workdays=9_999)])
def test_too_far(span: Span) -> None:
    with pytest.raises(ValueError, match="too far"):
        span.after(AT, Calendar())


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "1 分钟"), (59, "1 分钟"), (-120, "2 分钟"), (3_599, "59 分钟"), (3_600, "1 小时"), (86_399, "23 小时"),
        (86_400, "1 天"), (-172_800, "2 天"),
    ],
)  # fmt: skip
def test_told(seconds: int, text: str) -> None:
    assert spans.told(timedelta(seconds=seconds)) == text


@given(st.text(alphabet="+-0123456789一二两十天日周个工作月小时分钟前后 h", max_size=20), st.datetimes())
def test_nothing_but_none_or_a_span_that_moves_or_is_too_far(text: str, at: datetime) -> None:
    span = spans.read(text)
    if span:
        with contextlib.suppress(ValueError):
            assert span.after(at, Calendar()).tzinfo is None
