from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from assistant.core.layers import differs, digest, follow, keep, merge, origin_of
from assistant.core.merging import Clash, merge_text
from assistant.core.model import Phrase, SendMode, Variant

texts = st.text("亲您好ab 1{}。\n", max_size=14)
words = st.text("亲好a", min_size=1, max_size=3)
lists = st.lists(words, max_size=3, unique=True).map(tuple)
variants = st.lists(
    st.builds(Variant, words, st.sampled_from(["", "亲切"]), st.sampled_from(["zh-CN", "en"])), min_size=1, max_size=3
).map(tuple)
phrases = st.builds(
    Phrase,
    st.just("1"),
    words,
    words,
    variants,
    lists,
    lists,
    lists,
    texts,
    st.just("team"),
    send=st.sampled_from(SendMode),
)


def copy(phrase: Phrase) -> Phrase:
    return replace(phrase, layer="personal", origin=origin_of(phrase))


@given(texts, texts)
def test_what_only_one_side_changed_is_taken_over(base: str, changed: str) -> None:
    assert merge_text("note", base, changed, base) == (changed, ())
    assert merge_text("note", base, base, changed) == (changed, ())
    assert merge_text("note", base, changed, changed) == (changed, ())


@given(texts, texts, texts)
def test_both_sides_clash_alike(base: str, mine: str, theirs: str) -> None:
    text, clashes = merge_text("note", base, mine, theirs)
    turned, other = merge_text("note", base, theirs, mine)
    assert [(c.theirs, c.mine) for c in clashes] == [(c.mine, c.theirs) for c in other]
    assert clashes or text == turned


@given(texts, texts)
def test_changes_in_different_places_do_not_clash(first: str, second: str) -> None:
    base = "〇一|二三"
    assert merge_text("text", base, f"{first}〇一|二三", f"〇一|二三{second}") == (f"{first}〇一|二三{second}", ())


def test_a_merge_never_cuts_through_a_field_or_a_code() -> None:
    text, clashes = merge_text("text", "{{ 称呼 }}您好[微笑]", "{{ 称呼 | upcase }}您好[微笑]", "{{ 店铺 }}您好[玫瑰]")
    assert text == "{{ 称呼 | upcase }}您好[玫瑰]"
    assert clashes == (Clash("text", "{{ 称呼 | upcase }}", "{{ 店铺 }}"),)


@given(phrases, phrases)
def test_the_digest_is_of_the_content_alone(one: Phrase, other: Phrase) -> None:
    moved = replace(one, id="2", layer="personal", origin=origin_of(other))
    assert digest(one) == digest(moved)
    content = replace(other, id=one.id, layer=one.layer)
    assert (digest(one) == digest(other)) == (one == content)


@given(phrases, phrases)
def test_follow_and_keep_settle_it(old: Phrase, new: Phrase) -> None:
    mine = copy(old)
    assert not differs(mine, old)
    assert differs(mine, new) == (digest(old) != digest(new))
    assert digest(follow(mine, new)) == digest(new)
    assert digest(keep(mine, new)) == digest(mine)
    for settled in (follow(mine, new), keep(mine, new), merge(old, mine, new).phrase):
        assert not differs(settled, new)
        assert (settled.id, settled.layer) == ("1", "personal")
    assert not differs(replace(mine, origin=None), new)
    assert not differs(mine, replace(new, id="2"))


@given(phrases, phrases)
def test_merging_with_an_unchanged_side_takes_the_other(base: Phrase, changed: Phrase) -> None:
    merged = merge(base, copy(base), changed)
    assert (digest(merged.phrase), merged.clashes) == (digest(changed), ())
    mine = replace(changed, layer="personal")
    merged = merge(base, mine, base)
    assert (digest(merged.phrase), merged.clashes) == (digest(mine), ())


@given(phrases, phrases, phrases)
def test_a_merge_is_always_a_phrase(base: Phrase, mine: Phrase, theirs: Phrase) -> None:
    merged = merge(base, mine, theirs)
    assert merged.phrase.title.strip()
    assert all(variant.text.strip() for variant in merged.phrase.variants)
    assert merged.phrase.variants


@given(phrases, phrases)
def test_without_what_both_had_in_common_all_differences_clash(mine: Phrase, theirs: Phrase) -> None:
    merged = merge(None, mine, theirs)
    assert digest(merged.phrase) == digest(mine)
    assert (merged.clashes == ()) == (digest(mine) == digest(theirs))


def test_tags_and_wordings_of_both_sides() -> None:
    base = Phrase("1", "kc", "标题", (Variant("在的"), Variant("Hi", language="en")), tags=("a", "b"))
    mine = replace(copy(base), tags=("a", "b", "我"), variants=(Variant("在的亲"), Variant("Hi", language="en")))
    theirs = replace(base, code="kc2", tags=("b", "团"), variants=(Variant("在的"), Variant("在呢", "活泼")))
    merged = merge(base, mine, theirs)
    assert merged.clashes == ()
    assert merged.phrase.code == "kc2"
    assert merged.phrase.tags == ("b", "我", "团")
    assert merged.phrase.variants == (Variant("在的亲"), Variant("在呢", "活泼"))


def test_what_both_changed_is_named() -> None:
    base = Phrase("1", "a", "标题", (Variant("好"),))
    mine = replace(copy(base), code="b", variants=(Variant("好", "亲切"), Variant("坏")))
    merged = merge(base, mine, replace(base, code="c", variants=(Variant("好", "亲切"), Variant("差"))))
    assert merged.phrase.code == "b"
    assert merged.clashes == (Clash("code", "b", "c"), Clash("text", "坏", "差"))
    gone = merge(
        base, replace(mine, code="a", variants=(Variant("没了", "活泼"),)), replace(base, variants=(Variant("好的"),))
    )
    assert gone.clashes == (Clash("text", "", "好的"),)
