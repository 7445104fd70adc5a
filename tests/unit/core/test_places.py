from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.core.places import between, natural, spread

places = st.text("012Vyz", max_size=6).map(lambda t: t.rstrip("0"))


@given(places, places)
def test_there_is_always_room_between(a: str, b: str) -> None:
    low, high = min(a, b), max(a, b)
    if low == high:
        high = ""
    middle = between(low, high)
    assert low < middle
    assert not high or middle < high
    assert not middle.endswith("0")


@given(places, st.lists(st.booleans(), max_size=300))
def test_however_often_somebody_squeezes_in(low: str, turns: list[bool]) -> None:
    high = ""
    for turn in turns:
        middle = between(low, high)
        assert low < middle
        assert not high or middle < high
        low, high = (middle, high) if turn else (low, middle)


@given(places, places, st.integers(0, 200))
def test_spread_is_in_order_and_short(a: str, b: str, count: int) -> None:
    low, high = min(a, b), max(a, b)
    if low == high:
        high = ""
    found = spread(low, high, count)
    assert len(found) == count
    assert sorted(set(found)) == found
    assert all(low < place and (not high or place < high) for place in found)
    assert all(len(place) <= max(len(low), len(high)) + 3 for place in found)


@given(st.integers(0, 8), st.integers(0, 2**28 - 2))
def test_natural_places_leave_room(row: int, number: int) -> None:
    here, after, next_row = natural(row, number), natural(row, number + 1), natural(row + 1, 0)
    assert here < between(here, after) < after < next_row
