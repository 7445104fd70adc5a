"""Fingerprints of keys: words that can be read over the telephone, and names that people take for the same."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.packs.fingerprint import LONGEST_NAME, Key, Words, clean_name, same_name
from assistant.storage import resources

KEYS = st.binary(min_size=32, max_size=32).map(lambda public: Key(public, "王主管"))


@pytest.fixture(scope="module")
def words() -> Words:
    return Words.parse(resources.read_text("fingerprint-words.txt"))


def test_a_key_has_twelve_words_and_a_code(words: Words) -> None:
    key = Key(bytes(32), "王主管")
    assert len(words.of(key)) == 12
    # sha256(b"xiaoer key fingerprint 1\n" + 32 zero bytes), its first 11 bytes
    assert key.code == "F34A EDB9 E0C0 E1F3 1546 20"
    assert key.id == "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925"


def test_the_name_is_no_part_of_the_fingerprint(words: Words) -> None:
    assert words.of(Key(bytes(32), "甲")) == words.of(Key(bytes(32), "乙"))


def test_at_least_64_bits_have_to_be_forged() -> None:
    assert len(Key(bytes(32), "甲").fingerprint) * 8 == 88


@given(KEYS)
def test_words_give_the_fingerprint_back(key: Key) -> None:
    words = Words.parse(resources.read_text("fingerprint-words.txt"))
    for apart in (" ", "，", "\n", " / "):
        assert words.fingerprint(apart.join(words.of(key))) == key.fingerprint


@given(KEYS, st.integers(0, 11), st.integers(1, 255))
def test_a_single_wrong_word_is_always_found(key: Key, place: int, step: int) -> None:
    words = Words.parse(resources.read_text("fingerprint-words.txt"))
    said = list(words.of(key))
    said[place] = words._words[(words._places[said[place]] + step) % 256]
    with pytest.raises(ValueError, match="wrong"):
        words.fingerprint(" ".join(said))


def test_words_that_are_not_twelve_of_ours_are_no_fingerprint(words: Words) -> None:
    said = words.of(Key(bytes(32), "甲"))
    for text in ("", " ".join(said[:-1]), " ".join((*said, said[0])), " ".join((*said[:-1], "手机"))):
        with pytest.raises(ValueError, match="not twelve"):
            words.fingerprint(text)


@pytest.mark.parametrize("given", [["苹果"] * 256, [str(n) for n in range(255)], []])
def test_a_list_that_is_not_256_different_words_is_refused(given: list[str]) -> None:
    with pytest.raises(ValueError, match="256"):
        Words(given)


def test_a_key_of_another_length_is_none() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Key(bytes(31), "甲")


# --- the list itself


def syllables() -> dict[str, list[str]]:
    found = {}
    for line in resources.read_text("writing/readings.txt").splitlines():
        given, _, characters = line.partition("\t")
        found |= {character: given.split(",") for character in characters if not line.startswith("#")}
    return found


def as_heard(syllable: str) -> str:
    """A syllable as many speakers say it: zh is z, n and r are l, hu is f, ang is an."""
    for wide, plain in (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("r", "l")):
        if syllable.startswith(wide):
            syllable = plain + syllable[len(wide) :]
    syllable = re.sub(r"^hu(?=.)", "f", syllable)
    return re.sub(r"(?<=[aeiou]n)g$", "", syllable)


def test_no_two_words_sound_alike(words: Words) -> None:
    readings, heard = syllables(), {}
    for word in words._words:
        for said in itertools.product(*(readings[character] for character in word)):
            sound = " ".join(map(as_heard, said))
            assert heard.setdefault(sound, word) == word
    assert len({word[0] for word in words._words}) == 256


def test_words_are_two_common_characters(words: Words) -> None:
    assert all(len(word) == 2 and word.isalpha() for word in words._words)


# --- names


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("  王\n主管 ", "王 主管"),
        ("王\u200b主\u202e管", "王主管"),
        ("e\u0301", "é"),
        ("e\u200d\u0301", "é"),
        ("\u0000\u0007", ""),
        ("王" * 60, "王" * LONGEST_NAME),
        ("a\u2028b", "a b"),
    ],
)
def test_a_name_is_kept_in_one_form(given: str, kept: str) -> None:
    assert clean_name(given) == kept
    assert clean_name(kept) == kept


@given(st.text())
def test_a_clean_name_stays_as_it_is_and_on_one_line(text: str) -> None:
    name = clean_name(text)
    assert clean_name(name) == name
    assert "\n" not in name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("王主管", "王 主管", True),
        ("Wang", "ｗａｎｇ", True),
        ("王主管", "王主管。", True),
        ("王主管", "汪主管", False),
        ("。", "！", False),
    ],
)
def test_names_that_look_alike_are_the_same(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
