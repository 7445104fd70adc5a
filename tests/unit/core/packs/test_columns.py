"""What the columns of phrase tables mean, and what is remembered about those that nobody knows."""

from __future__ import annotations

import pytest

from assistant.core.errors import SettingProblem
from assistant.core.packs.columns import NeedsMapping, checked, guessed, is_kefubao, is_qianniu, known, remember, spoken

QIANNIU = ["快捷编码", "快捷短语", "快捷短语分组"]


@pytest.mark.parametrize(
    ("headings", "places"),
    [
        (QIANNIU, {"code": 0, "text": 1, "category": 2}),
        (["快捷短语编码", "快捷短语", "快捷短语分组"], {"code": 0, "text": 1, "category": 2}),
        (["登记日期", "分组", "快捷编码", "快捷短语", "是否加入团队"], {"category": 1, "code": 2, "text": 3}),
        (["快捷短语内容（必填）"], {"text": 0}),
        (
            ["一级分类（必填）", "二级分类（选填）", "话术标题（选填）", "话术内容（必填）"],
            {"category": 0, "category2": 1, "title": 2, "text": 3},
        ),
        (
            ["分类（10个字以内）", "话术分组（10个字以内）", "话术短标题（10个字以内）", "话术内容（1000字以内）"],
            {"category": 0, "category2": 1, "title": 2, "text": 3},
        ),
        (["话术分组", "话术内容"], {"category": 0, "text": 1}),  # an inner group alone is an outer one
        (
            ["序号", "商品名", "规格", "一类级别", "二类级别", "话术内容", "话术反馈", "话术类别"],
            {"title": 1, "category": 3, "category2": 4, "text": 5, "note": 6, "tags": 7},
        ),
        (
            ["分类名称", "意图类型", "关键词(逗号分隔)", "回复内容(多条用|分隔)", "优先级"],
            {"category": 0, "title": 2, "text": 3},
        ),
        (["\ufeff标题 ", '="内容"', "\t编码"], {"title": 0, "text": 1, "code": 2}),
        (["内容", "话术内容"], {"text": 1}),  # the better name counts
        (["姓名", "电话"], {}),
    ],
)
def test_headings_are_known_by_their_meaning(headings: list[str], places: dict[str, int]) -> None:
    assert guessed(headings).places == places


def test_what_is_left_out_is_named_but_running_numbers_are_not() -> None:
    assert guessed(["序号", "内容", "渠道", "", "优先级"]).left_out == ("渠道", "优先级")
    assert guessed(["渠道", "内容"], {"渠道": ""}).left_out == ()


def test_only_a_heading_that_says_so_parts_wordings() -> None:
    assert guessed(["回复内容(多条用|分隔)"]).parted
    assert guessed(["回复内容（多条用｜分隔）"]).parted
    assert not guessed(["回复内容"]).parted


def test_a_table_without_wordings_is_no_table_of_phrases() -> None:
    assert guessed(["编码", "标题"]).score == 0
    assert guessed(QIANNIU).score == 3


def test_what_the_user_said_comes_first() -> None:
    said = {"甲": "text", "内容": "note", "标题": ""}
    assert guessed(["甲", "内容", "标题"], said).places == {"text": 0, "note": 1}


def test_tools_are_told_apart() -> None:
    assert is_qianniu(QIANNIU)
    assert is_qianniu(["快捷短语内容（必填）"])
    assert is_qianniu(["分组", "快捷编码", "标题", "内容", "图片名"])
    assert not is_qianniu(["一级分类", "话术内容"])
    assert is_kefubao(["一级分类（必填）", "话术内容（必填）"])
    assert not is_kefubao(["标题", "内容"])


def test_columns_as_they_are_typed() -> None:
    assert spoken(["甲=text，乙=标题", "丙="]) == {"甲": "text", "乙": "title", "丙": ""}
    assert spoken(["a=b=text"]) == {"a=b": "text"}
    for wrong in ("text", "=text", "甲=nonsense"):
        with pytest.raises(SettingProblem, match="不是一列"):
            spoken([wrong])


def test_what_was_said_is_remembered_for_the_same_headings() -> None:
    text = remember("{}", ["甲", "乙"], {"甲": "text", "乙": ""})
    assert known(text, ["乙", "甲"]) == {"甲": "text", "乙": ""}
    assert known(text, ["甲"]) is None
    assert checked(text) == text
    for wrong in ("[]", "{", '{"x": {"甲": "order.id"}}'):
        with pytest.raises(SettingProblem, match="记住的话术表列名读不懂"):
            checked(wrong)


def test_asking_for_columns_quotes_the_file_only() -> None:
    asked = NeedsMapping("a.csv", ["甲"], [["秘密"]], {"甲": "note"})
    assert "秘密" not in str(asked)
    assert (asked.headings, asked.rows, asked.guess) == (("甲",), (("秘密",),), {"甲": "note"})
