from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from assistant.core.packs.check_likeness import LIKE, SHORTEST, Likeness

LETTERS = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所"


def near(likeness: Likeness, text: str, owner: int) -> list[int]:
    return [other for other, _ in likeness.near(text, owner)]


def test_the_same_text_belongs_to_its_first_owner() -> None:
    likeness = Likeness()
    assert likeness.same("在的", 3) is None
    assert likeness.same("在的", 3) is None
    assert likeness.same("在的", 5) == 3
    assert likeness.same("在", 5) is None


def test_short_texts_are_never_near() -> None:
    likeness = Likeness()
    text = LETTERS[: SHORTEST - 1]
    assert near(likeness, text, 0) == near(likeness, text, 1) == []


def test_one_letter_changed_is_near_and_half_of_them_is_not() -> None:
    rng = random.Random(1)
    likeness, texts = Likeness(), ["".join(rng.choices(LETTERS, k=60)) for _ in range(300)]
    for owner, text in enumerate(texts):
        assert near(likeness, text, owner) == []
    changed = [f"{text[:20]}改{text[21:]}" for text in texts]
    told = [near(likeness, text, 1000 + owner) for owner, text in enumerate(changed)]
    assert all(found in ([], [owner]) for owner, found in enumerate(told))
    assert sum(map(bool, told)) >= 285  # of 300; sums stay the same, so does this figure
    half = [f"{text[:30]}{''.join(rng.choices(LETTERS, k=30))}" for text in texts]
    assert [near(likeness, text, 2000 + owner) for owner, text in enumerate(half)] == [[]] * 300


def test_a_crowd_of_like_texts_is_compared_with_few() -> None:
    likeness = Likeness()
    base = LETTERS[:50]
    for owner in range(500):
        found = near(likeness, f"{base}{owner}", owner)
        assert len(found) <= 48
        assert found or not owner


@given(st.lists(st.text(max_size=40), max_size=12))
def test_it_never_raises_and_tells_of_earlier_owners(texts: list[str]) -> None:
    likeness = Likeness()
    for owner, text in enumerate(texts):
        for other, share in likeness.near(text, owner):
            assert other < owner
            assert LIKE <= share <= 1
