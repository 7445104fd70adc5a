from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.model import Activation, Outcome
from assistant.core.ranking import frecency, scores

DAY = 86_400.0
NOW = 1_000 * DAY


def use(phrase, days_ago=0.0, outcome=Outcome.PASTED):
    return Activation(phrase, 0, NOW - days_ago * DAY, outcome)


def test_one_use_just_now_and_thirty_days_ago():
    found = scores([use("now"), use("old", 30)], NOW)
    assert found["now"] == pytest.approx(math.log(2))
    assert found["old"] == pytest.approx(math.log(2) * 0.625)


def test_the_last_use_counts_whatever_the_order():
    assert scores([use("a", 1), use("a", 90)], NOW) == scores([use("a", 90), use("a", 1)], NOW)


def test_copies_count_and_failures_do_not():
    found = scores([use("copied", outcome=Outcome.COPIED), use("failed", outcome=Outcome.FAILED)], NOW)
    assert set(found) == {"copied"}


def test_a_clock_set_back_counts_as_now():
    assert frecency(3, -5 * DAY) == frecency(3, 0)


@given(st.integers(1, 10_000), st.floats(0, 3_650))
def test_more_often_and_later_is_never_worse(count, days):
    assert frecency(count + 1, days * DAY) > frecency(count, days * DAY)
    assert frecency(count, days * DAY) >= frecency(count, (days + 1) * DAY)
    assert frecency(count, days * DAY) >= 0.25 * math.log1p(count)
