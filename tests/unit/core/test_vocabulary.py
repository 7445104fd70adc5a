"""The words of a library: common ones first, codes by their owners, read anew when something changed."""

from __future__ import annotations

from assistant.core.categories import tree
from assistant.core.model import Phrase, Variant
from assistant.core.vocabulary import Vocabularies, Vocabulary


def phrase(key: str, code: str = "", tags: tuple[str, ...] = (), roles: tuple[str, ...] = ()) -> Phrase:
    return Phrase(key, code, f"题{key}", (Variant("您好"),), tags=tags, roles=roles)


PHRASES = (phrase("1", "HY", ("甲", "乙"), ("售前",)), phrase("2", "fh", ("乙",)), phrase("3", "hy"), phrase("4"))


def test_common_words_come_first_and_categories_as_in_the_tree() -> None:
    words = Vocabulary.of(PHRASES, tree({("售后", "退货"): 1, ("售前",): 2}, {}))
    assert words.tags == ("乙", "甲")
    assert words.roles == ("售前",)
    assert words.categories == (("售后",), ("售后", "退货"), ("售前",))


def test_a_code_is_taken_by_another_phrase_only() -> None:
    words = Vocabulary.of(PHRASES, ())
    assert words.code_taken("FH ", "9") == "题2"
    assert words.code_taken("fh", "2") == ""
    assert words.code_taken("hy", "1") == "题3"
    assert words.code_taken("hy", "3") == "题1"
    assert words.code_taken("", "9") == ""
    assert words.code_taken("zz", "9") == ""


def test_what_changed_is_read_once_in_the_background_and_the_old_serves_meanwhile() -> None:
    held, stamps = [], ["a"]
    found = [Vocabulary(tags=("旧",)), Vocabulary(tags=("新",))]
    words = Vocabularies(lambda: found.pop(0), lambda: stamps[-1], lambda *job: held.append(job))
    assert words.now().tags == ()
    assert words.now().tags == ()
    assert len(held) == 1
    op, success, _ = held.pop()
    success(op())
    assert words.now().tags == ("旧",)
    stamps.append("b")
    assert words.now().tags == ("旧",)
    op, success, _ = held.pop()
    success(op())
    assert words.now().tags == ("新",)
    assert held == []
