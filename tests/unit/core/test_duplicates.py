from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from assistant import compose
from assistant.core import duplicates
from assistant.core.duplicates import Group
from assistant.core.model import Phrase, Variant
from assistant.core.search import plain

LONG = "亲，您的包裹已经由快递揽收，预计三天内送到，请保持电话畅通，有问题随时联系小二"


def fold(text: str) -> str:
    writing = compose.writing()
    return writing.bare(writing.fold(plain(text)))


def phrase(key: str, *texts: str) -> Phrase:
    return Phrase(key, key, f"题{key}", tuple(map(Variant, texts)))


def groups(*phrases: Phrase) -> list[Group]:
    work = duplicates.search(phrases, fold)
    done = -1.0
    while True:
        try:
            done, before = next(work), done
        except StopIteration as end:
            found: list[Group] = end.value
            return found
        assert before <= done <= 1


def test_nothing_is_like_nothing() -> None:
    assert groups() == []
    assert groups(phrase("a", "您好"), phrase("b", "再见")) == []


def test_width_case_script_blanks_and_punctuation_do_not_count() -> None:
    found = groups(phrase("a", "ＯＫ 的，亲！"), phrase("b", "ok的 亲"), phrase("c", "發貨"), phrase("d", "发货。"))
    assert [(group.ids, group.same) for group in found] == [(("a", "b"), True), (("c", "d"), True)]


def test_a_field_is_the_same_by_all_its_names() -> None:
    assert groups(phrase("a", "{{ buyer.nick }}您好"), phrase("b", "{{买家}}您好"))[0].same


def test_nearly_the_same_is_found_and_comes_after_the_same() -> None:
    near = LONG.replace("三天", "五天")
    found = groups(phrase("a", LONG), phrase("b", near), phrase("c", "一样"), phrase("d", "一样"))
    assert [group.ids for group in found] == [("c", "d"), ("a", "b")]
    assert duplicates.LIKE <= found[1].likeness < 1
    assert found[1].likeness == duplicates.likeness(fold(LONG), fold(near))


def test_one_equal_wording_is_enough() -> None:
    assert groups(phrase("a", "您好", "在的"), phrase("b", "在的呢亲", "您好"))[0].ids == ("a", "b")


def test_the_wordings_of_one_phrase_are_no_duplicates() -> None:
    assert groups(phrase("a", LONG, LONG + "哦")) == []


def test_what_is_like_one_of_a_group_belongs_to_it() -> None:
    texts = [LONG, LONG + "，祝您愉快", LONG + "，祝您愉快，再见啦"]
    assert groups(*(phrase(str(n), text) for n, text in enumerate(texts)))[0].ids == ("0", "1", "2")


def test_phrases_without_a_letter_in_them_are_left_out() -> None:
    assert groups(phrase("a", "……"), phrase("b", "！！")) == []


@given(st.lists(st.text("亲您好发货退的吗a1", min_size=1, max_size=14), max_size=14))
def test_it_finds_what_comparing_everything_finds(texts: list[str]) -> None:
    phrases = [phrase(str(n), text) for n, text in enumerate(texts)]
    together = {n: {n} for n in range(len(texts))}
    for one, other in combinations(range(len(texts)), 2):
        if duplicates.likeness(fold(texts[one]), fold(texts[other])) >= duplicates.LIKE:
            joined = together[one] | together[other]
            together |= dict.fromkeys(joined, joined)
    wanted = {tuple(map(str, sorted(members))) for members in together.values() if len(members) > 1}
    assert {group.ids for group in groups(*phrases)} == wanted
