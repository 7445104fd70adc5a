"""What measures the search is itself measured: the oracle, the generator, the typing of windows."""

from __future__ import annotations

from statistics import mean

import pytest

from assistant.core.model import Phrase, Variant
from assistant.core.ranking import Standing
from tests.search import judged, sounds
from tests.search.generate import library
from tests.search.sounds import EXACT, Way
from tests.search.windows import KINDS, Window, recall, right, windows

FULL, INITIAL, CUT, ITSELF = Way.FULL, Way.INITIAL, Way.CUT, Way.ITSELF


@pytest.mark.parametrize(
    ("query", "title", "ways", "alike"),
    [
        ("fahuo", "什么时候发货", FULL, True),
        ("fahu", "什么时候发货", FULL, False),
        ("fahu", "什么时候发货", FULL | CUT, True),
        ("fhuo", "什么时候发货", FULL | CUT, False),
        ("fhuo", "什么时候发货", EXACT, True),
        ("fh", "什么时候发货", INITIAL, True),
        ("zssm", "这是什么", INITIAL, True),
        ("zhshsm", "这是什么", INITIAL, True),
        ("发huo", "什么时候发货", FULL, False),
        ("发huo", "什么时候发货", FULL | ITSELF, True),
        ("chongzhi", "恢复重置", FULL, True),
        ("zhongzhi", "恢复重置", FULL, True),
        ("xian", "寄西安", FULL, True),
        ("xian", "先拍下", FULL, True),
        ("lvshi", "律师来函", FULL, True),
        ("typec接", "换Type-C接口", EXACT, False),
        ("c接kou", "换Type-C接口", EXACT, True),
        ("fuo", "什么时候发货", EXACT, False),
        ("nanjie", "拦截包裹", FULL, False),
        ("nanjie", "拦截包裹", FULL | Way.FUZZY, True),
        ("langjie", "拦截包裹", FULL | Way.FUZZY, True),
        ("cangku", "仓库", FULL, True),
        ("chanku", "仓库", FULL | Way.FUZZY, True),
    ],
)
def test_what_sounds_alike(query: str, title: str, ways: Way, alike: bool) -> None:
    assert sounds.spells(query, title, ways) is alike


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("fahuo", "fahuo", True),
        ("fahuo", "fauoh", False),
        ("fahuo", "afhuo", True),
        ("fahuo", "faho", True),
        ("fahuo", "fahuoo", True),
        ("fahuo", "fahup", True),
        ("fahuo", "gahup", False),
        ("fahuo", "fah", False),
        ("", "a", True),
    ],
)
def test_one_edit(one: str, other: str, near: bool) -> None:
    assert sounds.one_edit(one, other) is near
    assert sounds.one_edit(other, one) is near


def test_a_misspelt_window_is_found_anywhere_in_the_title() -> None:
    assert sounds.misspells("tuihuodzhi", "寄到退货地址")
    assert sounds.misspells("tuihuodizhii", "退货地址")
    assert not sounds.misspells("tuihuoihi", "退货地址")


def test_respelling_toggles_both_ends() -> None:
    assert sounds.respelled("zhang") == {"zhang", "zang", "zhan", "zan"}
    assert sounds.respelled("hua") == {"hua"}


def test_a_library_is_the_same_again_and_looks_like_a_shop() -> None:
    made = library(2_000)
    assert made == library(2_000)
    assert made != library(2_000, seed=2)
    titles = [phrase.title for phrase in made.phrases]
    texts = [phrase.text for phrase in made.phrases]
    assert all(4 <= len(title) <= 14 for title in titles)
    assert len(set(titles)) > 1_900
    assert len({phrase.code for phrase in made.phrases}) == len({phrase.id for phrase in made.phrases}) == 2_000
    assert 140 <= mean(map(len, texts)) <= 170
    assert all(sum(sign in text for text in texts) > 20 for sign in ("{{", "{%", "Type-C", "😊", "7"))
    counts = sorted(made.uses.values(), reverse=True)
    assert 300 < len(counts) < 1_000
    assert counts[0] > 50 * counts[len(counts) // 2]
    assert made.scores.keys() == made.uses.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_windows_are_the_same_again_and_fit_where_they_come_from(kind: str) -> None:
    phrases = library(500).phrases
    made = windows(phrases, kind, 50)
    assert made == windows(phrases, kind, 50)
    assert len({window.query for window in made}) == 50
    for window in made:
        homes = [phrase for phrase in phrases if window.characters in phrase.title]
        assert homes
        assert all(right(window, phrase) for phrase in homes)


def test_a_window_does_not_fit_everything() -> None:
    phrases = library(500).phrases
    for kind in KINDS:
        made = windows(phrases, kind, 50)
        fitting = sum(right(window, phrase) for window in made for phrase in phrases[:100])
        assert fitting < 0.1 * 50 * 100, kind


def test_recall_counts_the_first_places_only() -> None:
    good, bad = (Phrase(title, "", title, (Variant("x"),)) for title in ("什么时候发货", "退款"))
    window = Window("full", "fahuo", "发货")
    assert recall([(window, [bad, good]), (window, [bad])], first=2) == 0.5
    assert recall([(window, [bad, good]), (window, [bad])], first=1) == 0


def test_outcomes_give_the_place_of_the_first_right_code() -> None:
    phrases = [Phrase(code, code, code, (Variant("x"),)) for code in ("a", "b", "c")]
    asked = [judged.Query("k", "q", frozenset({"b", "c"})), judged.Query("none", "q", frozenset())]
    outcomes = judged.outcomes(asked, lambda _: phrases)
    assert [outcome.rank for outcome in outcomes] == [2]
    assert (judged.recall(outcomes, 1), judged.recall(outcomes, 2)) == (0, 1)
    assert judged.answered_in_vain(asked, lambda _: phrases) == ["q"]


def test_the_standing_of_the_generated_is_usable() -> None:
    made = library(100)
    assert set(Standing(scores=made.scores).scores) <= {phrase.id for phrase in made.phrases}
