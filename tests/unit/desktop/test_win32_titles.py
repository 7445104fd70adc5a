"""Titles at moments that are past."""

from __future__ import annotations

import pytest

from assistant.desktop.win32.titles import Titles

ROUND = 1 << 32  # milliseconds after which Windows begins anew


def test_a_title_that_never_changed_was_always_the_same() -> None:
    assert Titles("甲").at(5) == "甲"


@pytest.mark.parametrize("start", [1000, ROUND - 15, -15])
def test_a_moment_has_the_title_that_was_shown_before_it(start: int) -> None:
    titles = Titles("甲")
    titles.changed("乙", start + 10)
    titles.changed("丙", start + 20)
    seen = [titles.at(start + n) for n in (5, 10, 11, 20, 21)]
    assert seen == ["甲", "甲", "乙", "乙", "丙"]


def test_times_with_and_without_a_sign_are_the_same_moment() -> None:
    titles = Titles("甲")
    titles.changed("乙", ROUND - 10)
    assert titles.at(-11) == "甲"
    assert titles.at(-9) == "乙"
    assert titles.at(3) == "乙"


def test_a_change_to_the_same_title_is_none() -> None:
    titles = Titles("甲")
    titles.changed("甲", 10)
    assert titles.at(5) == titles.at(15) == "甲"


def test_many_changes_keep_the_last_ones_right() -> None:
    titles = Titles("0")
    for n in range(1, 1001):
        titles.changed(str(n), n * 10)
    assert titles.at(9_995) == "999"
    assert titles.at(10_005) == "1000"
