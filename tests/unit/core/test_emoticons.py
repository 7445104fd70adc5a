"""Emoticons by dialect: never another program's code, never a face that swallows what follows."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from assistant.core.emoticons import DIALECTS, EVERYDAY, NONE, UNSAFE_AFTER, Emoticons, Face
from assistant.core.errors import DataProblem

CSV = (Path(__file__).resolve().parents[3] / "resources" / "emoticons.csv").read_text("utf-8")
ROWS = list(csv.DictReader(io.StringIO(CSV, newline="")))
EMOTICONS = Emoticons.parse(CSV)


def test_every_row_is_known_once():
    assert len(ROWS) == 527
    assert EMOTICONS.names == (*(row["name_zh"] for row in ROWS), *EVERYDAY)
    assert len(set(EMOTICONS.names)) == len(EMOTICONS.names)


@pytest.mark.parametrize(
    ("name", "dialect", "code"),
    [
        pytest.param("微笑", "wangwang", "/:^_^", id="own code"),
        pytest.param("微笑", "wechat", "[微笑]", id="brackets"),
        pytest.param("微笑", "qq", "/微笑", id="slash"),
        pytest.param("吐舌", "douyin", "[吐舌]", id="douyin"),
        pytest.param("微笑", "unicode", "🙂", id="unicode"),
        pytest.param("微笑", "kaomoji", "(^_^)", id="kaomoji"),
        pytest.param("快递盒", "kaomoji", "📦", id="kaomoji falls back to unicode"),
        pytest.param("爱慕", "wechat", "🥰", id="no code: unicode"),
        pytest.param("搬砖中", "wangwang", "", id="nothing anywhere: dropped"),
        pytest.param("微笑", NONE, "", id="no emoticons wanted"),
        pytest.param("微笑", "pinduoduo", "🙂", id="unknown dialect"),
        pytest.param("礼物", "wangwang", "🎁", id="redrawn code is not sent"),
        pytest.param("快递盒", "wangwang", "/:(&)", id="but under its new meaning"),
        pytest.param("再见", "wangwang", "/:804", id="goodbye is 804"),
        pytest.param("心酸", "wangwang", "/:085", id="085 is heartsore"),
        pytest.param("谢谢", "wechat", "[抱拳]", id="everyday word"),
        pytest.param("开心", "wechat", "[愉快]", id="everyday word, first choice"),
        pytest.param("开心", "wangwang", "/:^O^", id="everyday word, second choice has the code"),
        pytest.param("谢谢", "wangwang", "🙏", id="everyday word without any code"),
        pytest.param("谢谢", NONE, "", id="everyday word, none wanted"),
    ],
)
def test_code(name: str, dialect: str, code: str):
    assert EMOTICONS.face(name, dialect).code == code


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_face_is_a_cell_of_its_own_row_and_only_wangwang_is_touchy(dialect: str):
    for row in ROWS:
        face = EMOTICONS.face(row["name_zh"], dialect)
        assert face.code in {row[dialect], row["unicode"], row["kaomoji"]}
        assert face.touchy == (dialect == "wangwang" and bool(face.code) and face.code == row["wangwang"])


def test_redrawn_wangwang_codes_are_never_sent_under_the_old_name():
    marks = {row["name_zh"]: row["confidence"].split() for row in ROWS}
    redrawn = [row for row in ROWS if any(m.startswith("ww") and "!" in m for m in marks[row["name_zh"]])]
    assert len(redrawn) == 14
    assert all(EMOTICONS.face(row["name_zh"], "wangwang").code != row["wangwang"] for row in redrawn)


def test_everyday_words_point_to_rows():
    rows = {row["name_zh"] for row in ROWS}
    assert all(target in rows for targets in EVERYDAY.values() for target in targets)
    assert not rows & set(EVERYDAY)


def test_everyday_word_in_a_table_without_its_rows_is_dropped():
    small = Emoticons.parse(CSV.splitlines()[0] + "\n")
    assert "谢谢" in small
    assert small.face("谢谢", "wangwang") == Face("")


def test_unknown_name():
    assert "没有这个" not in EMOTICONS
    with pytest.raises(KeyError):
        EMOTICONS.face("没有这个", "qq")


def test_byte_order_mark_and_short_rows_are_read():
    table = Emoticons.parse("\ufeffname_zh,wangwang,wechat,qq,douyin,unicode,kaomoji,confidence\n微笑,/:^_^\n")
    assert table.face("微笑", "wangwang") == Face("/:^_^", touchy=True)
    assert table.face("微笑", "qq") == Face("")


def test_table_without_a_column_is_refused():
    with pytest.raises(DataProblem, match="confidence、qq"):
        Emoticons.parse("name_zh,wangwang,wechat,douyin,unicode,kaomoji\n")


def test_characters_after_a_code():
    listed = "~!@$%^&*()-+=.?'\"<>"
    assert frozenset(listed) <= UNSAFE_AFTER
    assert {c for c in map(chr, range(128)) if c.isalnum()} == UNSAFE_AFTER - set(listed)
