from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.storage.order_batches import Batch, dump, load

SOURCES = st.lists(st.tuples(st.text(max_size=8), st.integers(0, 10**6)), max_size=3).map(tuple)
BATCHES = st.lists(st.builds(Batch, st.floats(0, 1e11), SOURCES, st.binary(max_size=200)), max_size=4)


@given(BATCHES)
def test_what_is_dumped_is_loaded(batches: list[Batch]) -> None:
    assert load(dump(batches)) == batches


@given(BATCHES.filter(bool), st.integers(1, 10_000))
def test_what_was_cut_is_refused_or_ends_between_two_batches(batches: list[Batch], cut: int) -> None:
    data = dump(batches)
    cut = 1 + cut % len(data)
    try:
        found = load(data[:-cut])
    except ValueError:
        return
    assert found == batches[: len(found)]
    assert len(found) < len(batches)


@pytest.mark.parametrize(
    "data",
    [
        b"1",
        b"\0" * 8,
        b"\0\0\0\2\0\0\0\0{}",
        b"\0\0\0\4\0\0\0\0null",
        b'\0\0\0\7\0\0\0\0{"at":}',
        b"\0\0\0\2\0\0\0\0[]",
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        load(data)


def test_no_fact_shows_in_a_log() -> None:
    assert "secret" not in repr(Batch(1.0, (), b"secret"))
