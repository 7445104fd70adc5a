"""How well the search answers: sets judged by hand, and windows of titles typed in every way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.search import judged
from tests.search.conftest import Set
from tests.search.windows import KINDS, Window, right, windows

Load = Callable[[str], Set]
LEAST = 0.97  # of the windows of a kind have a right answer among the first five
AT_LEAST_WINDOWS = 100  # a library may not have 200 different ones of a kind


def first(outcome: judged.Outcome) -> str:
    kind, text, codes = outcome.query
    return f"{kind} {text!r}: place {outcome.rank} for {'/'.join(sorted(codes))}, first came {' '.join(outcome.first)}"


def misses(outcomes: list[judged.Outcome], places: int) -> str:
    return "\n".join(first(outcome) for outcome in outcomes if not 0 < outcome.rank <= places)


@pytest.mark.skipif(not judged.SHARED.exists(), reason="the set beside the project is not here")
def test_the_shared_set(load: Load) -> None:
    _, find = load("shared")
    asked = judged.queries(judged.SHARED / "queries.tsv")
    outcomes = judged.outcomes(asked, find)
    assert judged.recall(outcomes, 5) == 1, misses(outcomes, 5)
    assert judged.recall(outcomes, 1) >= 0.97, misses(outcomes, 1)
    assert judged.answered_in_vain(asked, find) == []


@pytest.mark.parametrize("half", ["seen", "unseen"])
def test_the_starter_pack(load: Load, half: str) -> None:
    _, find = load("starter")
    asked = judged.queries(judged.HERE / f"queries-starter-{half}.tsv")
    outcomes = judged.outcomes(asked, find)
    assert judged.recall(outcomes, 5) >= 0.98, misses(outcomes, 5)
    assert judged.recall(outcomes, 1) >= 0.95, misses(outcomes, 1)
    assert judged.answered_in_vain(asked, find) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["starter", "generated"])
def test_windows_of_titles(load: Load, name: str, kind: str) -> None:
    phrases, find = load(name)
    asked = windows(phrases, kind)
    assert len(asked) >= AT_LEAST_WINDOWS
    missed = [window for window in asked if not answered(window, find)]
    assert len(missed) <= (1 - LEAST) * len(asked), "\n".join(f"{w.query} for {w.characters}" for w in missed)


def answered(window: Window, find: judged.Find) -> bool:
    return any(right(window, phrase) for phrase in find(window.query)[:5])


def test_the_starter_sets_are_balanced_and_name_phrases() -> None:
    codes = {phrase.code for phrase in judged.starter()}
    halves = [judged.queries(judged.HERE / f"queries-starter-{half}.tsv") for half in ("seen", "unseen")]
    seen, unseen = (sorted(query.kind for query in half) for half in halves)
    assert seen == unseen
    assert len(seen) == 50
    assert not {query.text for query in halves[0]} & {query.text for query in halves[1]}
    assert all(query.codes <= codes for half in halves for query in half)
