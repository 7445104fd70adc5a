"""A rule is made from one mark in one title: it gives that nick, other nicks of that shape, and nothing else."""

from __future__ import annotations

import json

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from assistant.core import teaching, titles
from assistant.core.errors import SettingProblem
from assistant.core.teaching import Taught, teach

LETTERS = st.characters(exclude_categories=["C", "Z"])
NICKS = st.text(LETTERS, min_size=1, max_size=20).filter(lambda nick: not titles.lead_end(nick))
# No digits: what they stand for may change, see the tests of that.
TEXTS = st.text(st.characters(exclude_categories=["C", "N"], exclude_characters="\u2028\u2029"), max_size=12)
EDGE = " 和另外 3 个页面 - 个人 - Microsoft\u200b Edge"


def rule_of(title: str, nick: str, program: str = "p") -> Taught:
    start = title.index(nick)
    rule = teach(program, title, start, start + len(nick))
    assert rule
    return rule


@given(TEXTS, NICKS, TEXTS)
@example("", "小雨", "")
@example("与", "tb1234567_2012", "的聊天")
@example("(", ".*+?[a](b)\\", ")$")
@example("", "t**8", " - 接待中心")
@example("", "a - 客服", " - 客服")
def test_the_taught_title_gives_the_marked_nick(before: str, nick: str, after: str) -> None:
    title = f"{before}{nick}{after}"
    rule = teach("p", title, len(before), len(before) + len(nick))
    assume(rule is not None)
    assert rule
    assert rule.nick(title) == nick


@given(TEXTS, NICKS, TEXTS, NICKS)
@example("", "小雨", " - 客服", "x - 客服")
@example("与", "小雨", "的聊天", "小雨的聊天")
@example("客服 ", "小雨", "", "客服 小云")
def test_another_nick_in_its_place_is_read_whole(before: str, nick: str, after: str, other: str) -> None:
    rule = teach("p", f"{before}{nick}{after}", len(before), len(before) + len(nick))
    title = f"{before}{other}{after}"
    assume(rule is not None and not rule.page and titles.page_end(title) == len(title))
    assume(titles.lead_end(title) <= len(before))
    assert rule
    assert rule.nick(title) == other


@given(TEXTS, NICKS, TEXTS, st.text(max_size=40))
def test_a_title_of_another_shape_gives_nobody(before: str, nick: str, after: str, other: str) -> None:
    rule = teach("p", f"{before}{nick}{after}", len(before), len(before) + len(nick))
    assume(rule is not None)
    assert rule
    bare = other[titles.lead_end(other) :].strip()
    if not (bare.startswith(before.strip()) and bare.endswith(after.strip())):
        assert rule.nick(other) == ""


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_any_mark_makes_a_rule_that_holds_or_none(title: str, start: int, end: int) -> None:
    rule = teach("p", title, start, end)
    if rule:
        assert rule.nick(title) == title[max(start, titles.lead_end(title)) : min(end, titles.page_end(title))].strip()
        assert teaching.parse(teaching.dump([rule])) == (rule,)


@pytest.mark.parametrize(
    ("title", "nick", "others"),
    [
        ("小雨 - 客服", "小雨", {"小云 - 客服": "小云", "(3) 小云 - 客服": "小云", "● 小云 - 客服": "小云",
                              "小云 - 客服 - 关于": "", "小云 — 客服": "", "客服": "", " - 客服": ""}),
        ("(3) 小雨 - 客服", "小雨", {"小云 - 客服": "小云", "【99+】小云 - 客服": "小云"}),
        ("与小雨的聊天(2)", "小雨", {"与小云的聊天": "小云", "与小云的聊天(99+)": "小云", "与小云的聊天(x)": "",
                                "小云的聊天": ""}),
        ("小雨(2) - 客服", "小雨", {"小云 - 客服": "小云", "小云(15) - 客服": "小云"}),
        ("小雨 | 订单 4012345678901234567", "小雨", {"小云 | 订单 3999999999": "小云", "小云 | 订单 12": ""}),
        ("小雨等3个会话", "小雨", {"小云等12个会话": "小云", "小云": ""}),
        ("客服 小雨", "小雨", {"客服 小雨 天": "小雨 天", "客服  小云": "", "客服 ": ""}),
        ("小雨 - 客服 - Google Chrome", "小雨",
         {"(2) 小云 - 客服 - Google Chrome": "小云", f"小云 - 客服{EDGE}": "小云", "小云 - 客服": "",
          "小云 - 客服 - Chromium": "小云", "小云 - 客服 — Mozilla Firefox": "小云", "小云 - 新闻 - Google Chrome": "",
          "x - Google Chrome - 客服 - Google Chrome": "x - Google Chrome"}),
        (f"小雨 - 客服{EDGE}", "小雨", {"小云 - 客服 - Microsoft Edge": "小云", f"小云{EDGE}": ""}),
        ("小雨", "小雨", {"tb1234567_2012": "tb1234567_2012", "小云 - Google Chrome": "", "": "", "  ": "", "x" * 65: ""}),
    ],
)  # fmt: skip
def test_what_changes_is_no_part_of_the_rule(title: str, nick: str, others: dict[str, str]) -> None:
    rule = rule_of(title, nick)
    assert rule.nick(title) == nick
    assert {other: rule.nick(other) for other in others} == others


@pytest.mark.parametrize(
    ("title", "start", "end", "nick"),
    [
        ("(3) 小雨 - 客服", 0, 6, "小雨"),
        (" 小雨  - 客服", 0, 5, "小雨"),
        ("客服 小雨 - Google Chrome", 3, 20, "小雨"),
    ],
)
def test_a_mark_that_is_too_wide_is_taken_as_it_was_meant(title: str, start: int, end: int, nick: str) -> None:
    rule = teach("p", title, start, end)
    assert rule
    assert rule.nick(title) == nick


@pytest.mark.parametrize(
    ("title", "start", "end"),
    [("小雨", 0, 0), ("小雨", 2, 1), ("  小雨", 0, 2), ("(3) 小雨", 0, 3), ("小雨 - Google Chrome", 0, 2), ("", 0, 5),
     ("小雨 - Google Chrome", 6, 12), ("x" * 70, 0, 70), ("小雨" + "x" * 300, 0, 2)],
)  # fmt: skip
def test_no_rule_is_made_of_what_names_nobody(title: str, start: int, end: int) -> None:
    assert teach("p", title, start, end) is None


def test_numbers_of_orders_and_the_nick_are_not_kept() -> None:
    rule = rule_of("(3) 小雨 | 订单 4012345678901234567 (7)", "小雨")
    assert rule == Taught("p", "", " | 订单 0000000000000000000 (0)")
    assert "小雨" not in json.loads(teaching.dump([rule]))[0].values()


def test_the_rules_of_one_program_are_tried_one_after_the_other() -> None:
    first, second = rule_of("与小雨的聊天", "小雨"), rule_of("小雨 - 客服", "小雨")
    other = rule_of("小雨", "小雨", "q")
    rules = teaching.added(teaching.added([other], first), second)
    assert rules == (second, first, other)
    assert teaching.nick(rules, "p", "与小云的聊天") == "小云"
    assert teaching.nick(rules, "p", "小云 - 客服") == "小云"
    assert teaching.nick(rules, "p", "小云") == ""
    assert teaching.nick(rules, "q", "小云") == "小云"
    assert teaching.nick(rules, "r", "小云") is None
    assert teaching.added(rules, first) == (first, second, other)
    assert teaching.without(rules, "p") == (other,)


def test_a_program_that_names_nobody_and_one_that_does_put_each_other_out() -> None:
    rule, nobody = rule_of("小雨 - 客服", "小雨"), Taught("p", nobody=True)
    assert teaching.added([rule], nobody) == (nobody,)
    assert teaching.added([nobody], rule) == (rule,)
    assert teaching.nick([nobody], "p", "小雨 - 客服") == ""
    many = teaching.added([Taught(f"p{n}") for n in range(100)], rule)
    assert (len(many), many[0]) == (100, rule)


@given(st.lists(st.builds(Taught, st.text(min_size=1), st.text(), st.text(), st.booleans(), st.booleans()), max_size=5))
def test_rules_are_read_as_they_were_written(rules: list[Taught]) -> None:
    assert teaching.parse(teaching.dump(rules)) == tuple(rules)


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=40))
def test_any_rule_is_tried_on_any_title(before: str, after: str, title: str) -> None:
    assert Taught("p", before, after).nick(title) in title


def test_titles_made_to_cost_time_cost_none() -> None:
    many = "(1)" * 60
    rule = rule_of(f"客服 {many} 小雨{many} x", "小雨")
    for blanks in (" " * 3000, "(1)" * 1000, "( 1" * 1000):
        assert rule.nick(f"客服 {blanks} 小云{blanks}") == ""
        assert Taught("p", "", "(0) x").nick(f"{blanks}小云{blanks}") == ""
    assert rule.nick("客服 小云 x") == "小云"


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[1]", "[{}]", '[{"program": ""}]', '[{"program": 1}]', '[{"program": "p", "page": "x"}]',
     '[{"program": "p", "before": null}]', '[{"program": "p", "x": ""}]', "[" * 50_000,
     json.dumps([{"program": "p", "after": "x" * 201}]), json.dumps([{"program": "p"}] * 101)],
)  # fmt: skip
def test_what_are_no_rules_is_refused(text: str) -> None:
    with pytest.raises(SettingProblem):
        teaching.parse(text)
