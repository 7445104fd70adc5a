"""What holds for every query and every phrase, however odd."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assistant.core.model import Phrase, Variant
from assistant.core.ranking import Standing
from assistant.core.search import Index, Match, Scope, search
from tests.search import judged
from tests.search.generate import library

WRITING = judged.writing()
LIBRARY = library(300)
INDEX = Index.build(LIBRARY.phrases, WRITING)
STANDING = Standing(scores=LIBRARY.scores)

ANYTHING = st.characters(exclude_categories=())  # halves of pairs and controls, too
ODD = st.text(ANYTHING, max_size=40)
# Words that share characters, readings, initials and scripts, so that phrases come close to each other.
COMMON = st.text(st.sampled_from("发货發貨退款时间长重置律吕女鲜先西安Aa1②é·-（~'，🎁 "), min_size=1, max_size=8)
LETTERS = st.text(st.sampled_from("fahuotuikanszgceiv' "), min_size=1, max_size=16)
CODES = st.from_regex(r"[a-zA-Z]{1,3}[0-9]{0,2}", fullmatch=True)
TYPED = st.one_of(ODD, COMMON, LETTERS, CODES)


def phrases(texts: st.SearchStrategy[str], codes: st.SearchStrategy[str]) -> st.SearchStrategy[Phrase]:
    several = st.lists(texts, max_size=3).map(tuple)
    variants = st.lists(st.builds(Variant, texts, st.sampled_from(("", "亲切"))), min_size=1, max_size=3).map(tuple)
    ids = st.integers(0, 20).map(str)
    return st.builds(Phrase, ids, codes, texts, variants, several, several, several)


def libraries(texts: st.SearchStrategy[str], codes: st.SearchStrategy[str]) -> st.SearchStrategy[list[Phrase]]:
    return st.lists(phrases(texts, codes), max_size=8, unique_by=lambda phrase: phrase.id)


STRANGE = libraries(ODD, ODD)
SHOPS = libraries(COMMON, CODES | st.just(""))
SCORES = st.dictionaries(st.integers(0, 20).map(str), st.floats(0, 10), max_size=5)


@settings(deadline=None, max_examples=300)
@given(query=TYPED, limit=st.integers(0, 60))
def test_any_query_is_answered(query: str, limit: int) -> None:
    found = search(query, INDEX, STANDING, limit=limit)
    assert len(found) <= limit
    assert len({match.phrase.id for match in found}) == len(found)


@settings(deadline=None, max_examples=20)
@given(piece=TYPED, times=st.integers(100, 2_000))
def test_a_very_long_query_is_answered(piece: str, times: int) -> None:
    search(piece * times, INDEX, STANDING)


@settings(deadline=None, max_examples=200)
@given(shop=STRANGE, query=TYPED, scores=SCORES, data=st.data())
def test_any_phrase_can_be_searched(
    shop: list[Phrase], query: str, scores: dict[str, float], data: st.DataObject
) -> None:
    index = Index.build(shop, WRITING)
    own = [part for phrase in shop for part in (phrase.code, phrase.title, phrase.text, *phrase.tags)]
    for typed in (query, data.draw(st.sampled_from(own)) if own else ""):
        for match in search(typed, index, Standing(scores=scores)):
            assert match.phrase in shop
            check_spans(match)


@pytest.mark.parametrize(("title", "query"), [("¼杯", "1"), ("约㎏装", "k"), ("ﬁn", "f"), ("ﬁn", "i"), ("é杯", "e")])
def test_a_sign_that_folds_to_several_is_marked_whole(title: str, query: str) -> None:
    phrase = Phrase("1", "", title, (Variant(title),))
    (found,) = search(query, Index.build([phrase], WRITING), Standing())
    assert found.title_spans
    check_spans(found)


def check_spans(match: Match) -> None:
    """Places are in order, apart, and inside of what they are places of."""
    for spans, text in (
        (match.title_spans, match.phrase.title),
        (match.code_spans, match.phrase.code),
        (match.excerpt_spans, match.excerpt),
    ):
        ends = [place for span in spans for place in span]
        assert ends == sorted(ends)
        assert all(start < end for start, end in spans)
        assert not ends or (ends[0] >= 0 and ends[-1] <= len(text))


@settings(deadline=None, max_examples=200)
@given(shop=SHOPS, more=phrases(COMMON, CODES), scores=SCORES, data=st.data())
def test_adding_a_phrase_hides_no_exact_match(
    shop: list[Phrase], more: Phrase, scores: dict[str, float], data: st.DataObject
) -> None:
    assume(shop and more.id not in {phrase.id for phrase in shop})
    wanted = data.draw(st.sampled_from(shop))
    query = data.draw(st.sampled_from([wanted.title, wanted.code]))
    assume(WRITING.bare(WRITING.fold(query)))
    found = [match.phrase for match in search(query, Index.build([*shop, more], WRITING), Standing(scores=scores))]
    assert wanted in found
    before = found[: found.index(wanted)]
    assert [phrase for phrase in before if not as_exact(query, phrase, wanted)] == []


def as_exact(query: str, phrase: Phrase, wanted: Phrase) -> bool:
    """Whether ``phrase`` may stand before ``wanted``: a whole code before the start of one before a whole title."""
    typed, code = same(query), same(phrase.code)
    if code == typed:
        return True
    if same(wanted.code) == typed:
        return False
    return code.startswith(typed) or same(phrase.title) == typed


def same(text: str) -> str:
    return WRITING.bare(WRITING.fold(text))


@settings(deadline=None, max_examples=100)
@given(shop=SHOPS, query=TYPED, depth=st.integers(0, 2), data=st.data())
def test_a_scope_gives_what_is_in_it_in_the_same_order(
    shop: list[Phrase], query: str, depth: int, data: st.DataObject
) -> None:
    assume(shop)
    category = data.draw(st.sampled_from(shop)).category[:depth]
    index = Index.build(shop, WRITING)
    inside = [phrase for phrase in shop if phrase.category[: len(category)] == category]
    found = search(query, index, Standing(), Scope(category=category))
    assert all(match.phrase in inside for match in found)
    assert [m.phrase for m in found] == [m.phrase for m in search(query, Index.build(inside, WRITING), Standing())]


def shown(query: str, index: Index, standing: Standing) -> list[tuple[object, ...]]:
    """Everything that a list shows of the answers."""
    return [
        (m.phrase, m.score, m.title_spans, m.code_spans, m.excerpt, m.excerpt_spans)
        for m in search(query, index, standing)
    ]


@settings(deadline=None, max_examples=100)
@given(shop=SHOPS, typed=st.lists(st.one_of(COMMON, LETTERS, CODES), min_size=1, max_size=3))
def test_what_was_typed_before_changes_nothing(shop: list[Phrase], typed: list[str]) -> None:
    index = Index.build(shop, WRITING)
    for query in typed:
        for end in range(len(query) + 1):
            fresh = Index.build(shop, WRITING)
            assert shown(query[:end], index, Standing()) == shown(query[:end], fresh, Standing())


Edit = tuple[list[Phrase], set[str]]
EDITS = st.lists(st.tuples(SHOPS, st.sets(st.integers(0, 20).map(str), max_size=3)), min_size=1, max_size=3)


@settings(deadline=None, max_examples=100)
@given(shop=SHOPS, edits=EDITS, asked=st.lists(TYPED, min_size=1, max_size=5), scores=SCORES)
def test_a_changed_index_answers_like_a_new_one(
    shop: list[Phrase], edits: list[Edit], asked: list[str], scores: dict[str, float]
) -> None:
    index = Index.build(shop, WRITING)
    for put, gone in edits:
        removed = gone - {phrase.id for phrase in put}
        shop = edited(shop, put, removed)
        index = index.changed(put, removed)
        fresh = Index.build(shop, WRITING)
        own = [part for phrase in (*shop[:3], *put[:2]) for part in (phrase.code, phrase.title, phrase.title[:2])]
        for query in (*asked, *own, ""):
            standing = Standing(scores=scores)
            assert shown(query, index, standing) == shown(query, fresh, standing)


def edited(shop: Sequence[Phrase], put: Iterable[Phrase], removed: Collection[str]) -> list[Phrase]:
    """A known phrase is replaced in its place, an unknown one comes last, a removed one goes."""
    now = {phrase.id: phrase for phrase in shop if phrase.id not in removed}
    now |= {phrase.id: phrase for phrase in put}
    return list(now.values())
