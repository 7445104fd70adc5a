from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.core.model import Phrase, Variant
from assistant.core.replacing import Search, applied, hits, shown

TEXTS = st.text("aAbB亲您。\n{}", max_size=12)
FIELDS = st.sets(st.sampled_from(("title", "text", "code"))).map(tuple)


def phrase(title: str, *texts: str, code: str = "kd", key: str = "p") -> Phrase:
    return Phrase(key, code, title, tuple(map(Variant, texts)))


PHRASES = st.builds(
    lambda title, code, texts: phrase(title, *texts, code=code), TEXTS, TEXTS, st.lists(TEXTS, max_size=3)
)


@given(PHRASES, TEXTS, TEXTS, FIELDS)
def test_all_hits_applied_are_what_replace_does(one: Phrase, find: str, into: str, fields: tuple[str, ...]) -> None:
    found = list(hits([one], Search(find, into, fields, exact_case=True)))
    made = applied(one, found)

    def replaced(field: str, text: str) -> str:
        return text.replace(find, into) if field in fields and find else text

    assert made.title == replaced("title", one.title)
    assert made.code == replaced("code", one.code)
    assert [v.text for v in made.variants] == [replaced("text", v.text) for v in one.variants]


@given(PHRASES, TEXTS, TEXTS, st.data())
def test_only_what_was_chosen_changes(one: Phrase, find: str, into: str, data: st.DataObject) -> None:
    found = list(hits([one], Search(find, into, ("title", "text", "code"))))
    chosen = [hit for hit in found if data.draw(st.booleans())]
    made = applied(one, chosen)
    grown = sum(len(into) - (hit.end - hit.start) for hit in chosen)
    assert total(made) == total(one) + grown
    assert applied(made, []) == made
    if not chosen:
        assert made == one


@given(PHRASES, TEXTS)
def test_every_hit_holds_what_was_looked_for(one: Phrase, find: str) -> None:
    for hit in hits([one], Search(find, "，", ("title", "text", "code"))):
        assert shown(one, hit).was == " ".join(find.splitlines()) or shown(one, hit).was.lower() == find.lower()


def total(one: Phrase) -> int:
    return len(one.title) + len(one.code) + sum(len(variant.text) for variant in one.variants)


def test_what_stands_around_a_hit_is_shown_on_one_line() -> None:
    one = phrase("题", "第一行很长很长很长很长很长很长很长很长\n买顺丰的\n第三行")
    (hit,) = hits([one], Search("顺丰", "中通"))
    found = shown(one, hit)
    assert (found.was, found.into) == ("顺丰", "中通")
    assert found.before.startswith("…")
    assert "\n" not in found.before + found.after


def test_case_matters_only_when_asked() -> None:
    one = phrase("EMS ems", "x")
    assert len(list(hits([one], Search("ems", "顺丰")))) == 2
    assert len(list(hits([one], Search("ems", "顺丰", exact_case=True)))) == 1


def test_what_would_stay_as_it_is_is_no_hit() -> None:
    assert [hit.start for hit in hits([phrase("EMS ems", "x")], Search("ems", "ems"))] == [0]


def test_hits_of_another_phrase_do_nothing() -> None:
    other = hits([phrase("亲", "亲", key="other")], Search("亲", "您"))
    assert applied(phrase("亲", "亲"), other) == phrase("亲", "亲")
