from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.model import Phrase, Variant
from assistant.core.search import Index, Match, Scope, fold, plain, search


def phrase(id_, code="", title="", text="", **more):
    return Phrase(id_, code, title, (Variant(text),), **more)


LIBRARY = [
    phrase("text", "a1", "问候", "亲，wl 是物流的意思"),
    phrase("tag", "a2", "问候", "亲，您好", tags=("wl",)),
    phrase("title", "a3", "查 WL 的办法", "亲，您好"),
    phrase("prefix", "wl2", "问候", "亲，您好"),
    phrase("exact", "WL", "问候", "亲，您好"),
    phrase("none", "zz", "再见", "欢迎再来"),
]


def ids(matches):
    return [match.phrase.id for match in matches]


def test_the_place_of_the_hit_decides_the_order():
    assert ids(search("wl", Index(LIBRARY), {})) == ["exact", "prefix", "title", "tag", "text"]


def test_scores_decide_among_equals_and_never_across_places():
    index = Index([*LIBRARY, phrase("title2", "a4", "再说 wl", "")])
    assert ids(search("wl", index, {"title2": 1.0, "text": 9.0}))[2:] == ["title2", "title", "tag", "text"]


def test_the_worst_word_decides():
    index = Index([phrase("mixed", "", "退货", "运费谁出"), phrase("both", "", "退货运费", "")])
    assert ids(search("退货 运费", index, {})) == ["both", "mixed"]


def test_every_word_must_be_there():
    index = Index([phrase("a", "th", "退货", "运费"), phrase("b", "th2", "退货", "")])
    assert ids(search("th 运费", index, {})) == ["a"]


@pytest.mark.parametrize("query", ["ＷＬ", "wl", "WL", "　ｗｌ　"], ids=["full", "half", "upper", "spaced"])
def test_width_and_case_do_not_matter(query):
    assert ids(search(query, Index(LIBRARY), {}))[0] == "exact"


def test_an_empty_query_gives_the_most_used_then_the_library_order():
    assert ids(search(" ", Index(LIBRARY), {"none": 2.0, "tag": 1.0}, limit=4)) == ["none", "tag", "text", "title"]


def test_role_and_category_narrow():
    library = [
        phrase("pre", "", "发货", roles=("售前",), category=("售前", "问候")),
        phrase("after", "", "发货", roles=("售后",), category=("售后",)),
        phrase("all", "", "发货", category=("售前", "催付")),
    ]
    index = Index(library)
    assert ids(search("发货", index, {}, Scope("售后"))) == ["after", "all"]
    assert ids(search("", index, {}, Scope(category=("售前",)))) == ["pre", "all"]
    assert ids(search("", index, {}, Scope("售前", ("售前", "催付")))) == ["all"]


def test_limit_keeps_the_best():
    assert ids(search("wl", Index(LIBRARY), {}, limit=2)) == ["exact", "prefix"]


def test_spans_show_every_hit_and_join_those_that_overlap():
    (match,) = search("a ab", Index([phrase("x", "ab", "ab a", "cab")]), {})
    assert match.code_spans == ((0, 2),)
    assert match.title_spans == ((0, 2), (3, 4))
    assert (match.excerpt, match.excerpt_spans) == ("cab", ((1, 3),))


def test_a_late_hit_is_brought_into_sight():
    (match,) = search("发票", Index([phrase("x", "", "", "亲" * 300 + "可以开发票的" + "呀" * 300)]), {})
    start, end = match.excerpt_spans[0]
    assert match.excerpt.startswith("…")
    assert start < 20
    assert match.excerpt[start:end] == "发票"


def test_a_hit_in_the_second_wording_shows_that_wording():
    two = Phrase("x", "", "", (Variant("您好"), Variant("欢迎光临")))
    (match,) = search("光临", Index([two]), {})
    assert match.excerpt == "欢迎光临"


def test_nothing_found_is_an_empty_list():
    assert search("发票", Index(LIBRARY), {}) == []
    assert search("", Index(), {}) == []


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("亲，{{ 买家 }}您好", "亲，‹买家昵称›您好"),
        ("单号 {{ order.id | mask: 4 }}", "单号 ‹订单号›"),
        ("{{ input.身高 }} 厘米", "‹身高› 厘米"),
        ("{{ 不认识 }}", "‹不认识›"),
        ("好的{% emo 微笑 %}", "好的[微笑]"),
        ("{% if order.id %}有{% else %}没有{% endif %}", "有没有"),
        ("一行\n  两行\t三行", "一行 两行 三行"),
        ("就是 { 和 }} 而已", "就是 { 和 }} 而已"),
    ],
)
def test_plain(template, shown):
    assert plain(template) == shown


@given(st.text())
def test_fold_keeps_every_place(text):
    assert len(fold(text)) == len(text)


@given(st.text())
def test_fold_is_done_after_once(text):
    assert fold(fold(text)) == fold(text)


TEXTS = st.text(alphabet="aAbＡ1亲退货 \n{}%", max_size=40)


@given(title=TEXTS, text=TEXTS, code=TEXTS, query=TEXTS)
def test_spans_are_hits(title, text, code, query):
    words = fold(query).split()
    for match in search(query, Index([phrase("x", code, title, text)]), {}):
        assert isinstance(match, Match)
        for shown, spans in (
            (match.phrase.title, match.title_spans),
            (match.phrase.code, match.code_spans),
            (match.excerpt, match.excerpt_spans),
        ):
            places = [place for span in spans for place in span]
            assert places == sorted(places)
            for start, end in spans:
                assert 0 <= start < end <= len(shown)
                assert any(word in fold(shown[start:end]) for word in words)
