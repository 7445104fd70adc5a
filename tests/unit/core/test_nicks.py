"""Whether two writings of a nick mean the same buyer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core import nicks


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("tb123", "TB123", True),
        (" 小雨 天 ", "小雨 天", True),
        ("ｔｂ１２", "tb12", True),
        ("t**8", "tb1238", True),
        ("tb1238", "t**8", True),
        ("t**8", "tb1239", False),
        ("t**8", "t8", False),
        ("t**8", "t***8", True),
        ("t**8", "t**9", False),
        ("小*", "小雨", True),
        ("小雨", "小雨天", False),
        ("", "", False),
        ("", "小雨", False),
        ("a.c*", "abcd", False),
    ],
)
def test_pairs(one: str, other: str, *, same: bool) -> None:
    assert nicks.same(one, other) is same
    assert nicks.same(other, one) is same


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_text_is_compared_and_the_order_does_not_matter(one: str, other: str) -> None:
    assert nicks.same(one, other) == nicks.same(other, one)
    assert nicks.same(one, one) == bool(nicks.fold(one))
