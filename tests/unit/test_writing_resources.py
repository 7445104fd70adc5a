"""The character tables: well formed, whole for what agents write, and right where a character has several readings."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from assistant.storage import resources

SYLLABLE = re.compile(
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
    r"(?:a|ai|an|ang|ao|e|ei|en|eng|i|ia|ian|iang|iao|ie|in|ing|iong|iu|o|ong|ou"
    r"|u|ua|uai|uan|uang|ue|ui|un|uo|v|ve)|er"
)
HANZI = re.compile(r"[〇\u3400-\u9fff\U00020000-\U0003ffff]")
# The readings that agents type; for the single dan the surnames chan and shan stay out.
HETERONYMS = {
    "长": "zhang chang",
    "行": "xing hang",
    "重": "zhong chong",
    "调": "diao tiao",
    "还": "hai huan",
    "单": "dan",
    "参": "can shen cen",
    "便": "bian pian",
    "得": "de dei",
    "了": "le liao",
    "着": "zhe zhao zhuo zhu",
    "地": "de di",
    "都": "dou du",
    "量": "liang",
    "降": "jiang xiang",
    "差": "cha chai ci",
    "传": "chuan zhuan",
    "弹": "dan tan",
    "折": "zhe she",
    "数": "shu",
    "称": "cheng chen",
    "乐": "le yue",
    "薄": "bao bo",
    "角": "jiao jue",
    "率": "lv shuai",
    "宿": "su xiu",
    "血": "xue xie",
    "壳": "ke qiao",
    "色": "se shai",
    "落": "luo la lao",
    "露": "lu lou",
    "模": "mo mu",
    "削": "xue xiao",
    "熟": "shu shou",
    "尽": "jin",
    "系": "xi ji",
    "禁": "jin",
    "朝": "chao zhao",
    "藏": "cang zang",
    "发": "fa",
    "奇": "qi ji",
    "圈": "quan juan",
    "给": "gei ji",
    "和": "he huo",
    "卡": "ka qia",
    "咖": "ka ga",
    "吓": "xia he",
    "曾": "ceng zeng",
    "扎": "zha za",
    "粘": "zhan nian",
    "伽": "jia qie ga",
    "阿": "a e",
    "呢": "ne ni",
    "啊": "a",
    "吗": "ma",
    "哦": "o e",
    "嗯": "en",
    "女": "nv",
    "绿": "lv lu",
    "略": "lve",
    "虐": "nve",
    "会": "hui kuai",
    "说": "shuo",
    "大": "da dai",
    "没": "mei mo",
    "么": "me",
    "番": "fan pan",
    "亲": "qin",
    "虾": "xia",
    "提": "ti",
    "盛": "sheng cheng",
    "厦": "sha xia",
}
VARIANTS = {"帐": "账", "帳": "账", "著": "着", "黏": "粘", "妳": "你", "發": "发", "髮": "发", "裡": "里", "裏": "里"}


def rows(name: str) -> list[str]:
    text = resources.read_text(f"writing/{name}")
    assert text.endswith("\n")
    assert "\r" not in text
    return [line for line in text.splitlines() if not line.startswith("#")]


GROUPS = [tuple(line.split("\t")) for line in rows("readings.txt")]
READINGS = {char: sounds.split(",") for sounds, chars in GROUPS for char in chars}
PAIRS = rows("simplified.txt")
OLD, NEW = "".join(PAIRS[::2]), "".join(PAIRS[1::2])
SIMPLIFIED = dict(zip(OLD, NEW, strict=True))


def test_every_line_of_the_readings_is_one_list_and_its_characters() -> None:
    assert all(len(group) == 2 and all(group) for group in GROUPS)
    assert len({sounds for sounds, _ in GROUPS}) == len(GROUPS)
    assert all(HANZI.fullmatch(char) for char in READINGS)
    assert len(READINGS) > 8000


def test_no_character_is_listed_twice() -> None:
    assert [char for char, times in Counter("".join(chars for _, chars in GROUPS)).items() if times > 1] == []
    assert [char for char, times in Counter(OLD).items() if times > 1] == []


def test_every_reading_can_be_typed() -> None:
    assert [sound for sounds, _ in GROUPS for sound in sounds.split(",") if not SYLLABLE.fullmatch(sound)] == []
    assert [char for char, sounds in READINGS.items() if len(set(sounds)) < len(sounds)] == []


def test_few_characters_have_many_readings() -> None:
    assert sum(len(sounds) > 1 for sounds in READINGS.values()) < 800
    assert max(map(len, READINGS.values())) <= 5


@pytest.mark.parametrize(("char", "sounds"), HETERONYMS.items(), ids=str)
def test_a_well_known_character_has_its_readings(char: str, sounds: str) -> None:
    assert set(READINGS[char]) == set(sounds.split())


@pytest.mark.parametrize(
    ("char", "first"), [("还", "hai"), ("都", "dou"), ("曾", "ceng"), ("亲", "qin"), ("谁", "shui")]
)
def test_the_most_common_reading_stands_first(char: str, first: str) -> None:
    assert READINGS[char][0] == first


def test_the_rows_of_the_simplified_forms_are_pairs() -> None:
    assert len(PAIRS) % 2 == 0
    assert [at for at in range(0, len(PAIRS), 2) if len(PAIRS[at]) != len(PAIRS[at + 1])] == []
    assert all(HANZI.fullmatch(char) and char <= "\uffff" for char in OLD + NEW)
    assert len(SIMPLIFIED) > 2500


def test_simplifying_twice_changes_nothing_more() -> None:
    assert [char for char in NEW if char in SIMPLIFIED] == []


def test_what_is_simplified_has_readings_only_afterwards() -> None:
    assert [char for char in READINGS if char in SIMPLIFIED] == []
    # Six rare ones outside the original block have no reading in any source.
    assert [char for char in NEW if "\u4e00" <= char <= "\u9fa5" and char not in READINGS] == []


@pytest.mark.parametrize(("variant", "plain"), VARIANTS.items(), ids=str)
def test_a_variant_is_folded(variant: str, plain: str) -> None:
    assert SIMPLIFIED[variant] == plain


@pytest.mark.parametrize("char", "他她它你您余里后面干做作象像订定")
def test_different_words_stay_apart(char: str) -> None:
    assert char not in SIMPLIFIED


def test_every_character_of_gb2312_that_is_more_than_a_stroke_has_a_reading() -> None:
    cells = [bytes((r, c)).decode("gb2312", "ignore") for r in range(0xB0, 0xF8) for c in range(0xA1, 0xFF)]
    chars = [char for char in cells if char]
    assert len(chars) == 6763
    assert [char for char in chars if SIMPLIFIED.get(char, char) not in READINGS] == []


def test_the_starter_pack_can_be_found_by_pinyin() -> None:
    words = []
    for file in sorted(resources.path("starter").glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            phrase = json.loads(line)
            words += [phrase["title"], *phrase.get("tags", []), *phrase.get("category", [])]
    found = set(HANZI.findall("".join(words)))
    assert len(found) > 300
    assert [char for char in found if char not in READINGS] == []


def test_the_tables_stay_small_and_name_where_they_come_from() -> None:
    folder = resources.path("writing")
    assert sum((folder / name).stat().st_size for name in ("readings.txt", "simplified.txt")) < 250_000
    notice = resources.read_text("writing/NOTICE.txt")
    for holder in ("OpenCC", "Apache License", "mozillazg", "Permission is hereby granted", "Unicode, Inc."):
        assert holder in notice
    assert "Apache License" in resources.read_text("writing/APACHE-2.0.txt")
