"""The wording that this buyer hears."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.model import Phrase, Variant
from assistant.core.variants import choose

PLAIN, WARM, PRO = Variant("a"), Variant("b", "亲切"), Variant("c", "专业")
TAIWAN, ENGLISH = Variant("d", "", "zh-TW"), Variant("e", "", "en")


def phrase(*variants: Variant) -> Phrase:
    return Phrase("p", "hy", "欢迎", variants)


@pytest.mark.parametrize(
    ("variants", "tone", "language", "heard", "index"),
    [
        pytest.param([PLAIN], "亲切", "en", [], 0, id="the only one"),
        pytest.param([PLAIN, WARM, PRO], "专业", "zh-CN", [], 2, id="same tone"),
        pytest.param([PRO, PLAIN], "活泼", "zh-CN", [], 1, id="any tone before a wrong one"),
        pytest.param([WARM, ENGLISH], "亲切", "en", [], 1, id="language before tone"),
        pytest.param([ENGLISH, PLAIN], "", "zh-HK", [], 1, id="same language, other region"),
        pytest.param([PLAIN, TAIWAN], "", "zh-tw", [], 1, id="case does not matter"),
        pytest.param([WARM, WARM, WARM], "亲切", "zh-CN", [0], 1, id="not heard yet"),
        pytest.param([WARM, PLAIN, WARM], "亲切", "zh-CN", [0], 2, id="an equal one, not the next one"),
        pytest.param([WARM, WARM, WARM], "亲切", "zh-CN", [2, 0, 1], 2, id="all heard: the one longest ago"),
        pytest.param([WARM, WARM], "亲切", "zh-CN", [0, 1, 0], 1, id="heard twice"),
    ],
)
def test_choice(variants: list[Variant], tone: str, language: str, heard: list[int], index: int):
    assert choose(phrase(*variants), tone, language, heard) == index


some = st.builds(
    Variant,
    text=st.just("x"),
    tone=st.sampled_from(["", "亲切", "专业"]),
    language=st.sampled_from(["zh-CN", "zh-TW", "en"]),
)


@given(st.lists(some, min_size=1, max_size=6), st.sampled_from(["", "亲切"]), st.sampled_from(["zh-CN", "en", ""]))
def test_equal_wordings_take_turns(variants: list[Variant], tone: str, language: str):
    p, heard = phrase(*variants), []
    first = p.variants[choose(p, tone, language, [])]
    equals = [i for i, v in enumerate(variants) if (v.tone, v.language) == (first.tone, first.language)]
    for _ in range(2 * len(variants)):  # where no language fits, wordings of all languages take turns
        heard.append(choose(p, tone, language, heard))
    if tone in {v.tone for v in variants} and language:
        assert set(equals) <= set(heard)
    assert len(set(heard[: len(set(heard))])) == len(set(heard))
