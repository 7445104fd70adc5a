from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.compose import writing
from assistant.core.writing import Writing

WRITING = writing()
ANYTHING = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＫＣ１", "kc1"), ("藍牙耳機", "蓝牙耳机"), ("lu'ying", "luying"), ("Ü ü ǚ", "v v v"), ("café", "cafe"), ("一\n二\u3000三", "一 二 三"),
        ("①℃", "1°c"), ("☀️", "☀"), ("帐单 著名", "账单 着名"),
    ],
)  # fmt: skip
def test_one_form(text, folded):
    assert WRITING.fold(text) == folded


def test_emoji_become_one_narrow_sign_each():
    assert len(WRITING.fold("🎸🔦")) == 2
    assert WRITING.fold("🎸") != WRITING.fold("🔦")
    assert max(map(ord, WRITING.fold("🎸字𩽾"))) <= 0xFFFF


@given(st.text(st.characters(max_codepoint=0xDFFF)))
def test_folding_is_done_after_once_and_holds_no_line_break(text):
    folded = WRITING.fold(text)
    assert WRITING.fold(folded) == folded
    assert not set(folded) & set("\n\r\x00")
    assert max(map(ord, folded), default=0) <= 0xFFFF


@given(ANYTHING)
def test_places_lead_back_to_the_text(text):
    folded, places = WRITING.fold_apart(text)
    assert folded == WRITING.fold(text)
    assert len(places) == len(folded)
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)


@given(ANYTHING)
def test_bare_text_and_sounds_keep_their_places(text):
    bare = WRITING.bare(WRITING.fold(text))
    assert " " not in bare
    assert len(WRITING.sounds(bare)) == len(bare)


def test_a_character_answers_to_all_its_readings():
    sound = WRITING.sounds("长")
    assert set(WRITING.readings(sound)) == {"chang", "zhang"}
    assert sound in WRITING.with_syllable["chang"]
    assert sound in WRITING.starting("zh")
    assert set(WRITING.initials(sound)) == {"c", "z"}
    assert WRITING.readings("a") == ()
    assert WRITING.initials("7") == "7"
    assert WRITING.starting("x")[-1] == "x"


def test_the_tables_are_read():
    made = Writing.parse("# made\nchang,zhang\t长\nfa\t发\n", "# pairs\n發長\n发长\n")
    assert made.fold("發長") == "发长"
    assert made.syllables == {"chang", "zhang", "fa"}
