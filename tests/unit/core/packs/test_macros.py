"""The pieces that converters are built of: literal text, questions, dates, placeholders."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.emoticons import Emoticons
from assistant.core.packs import macros, patterns, placeholders
from assistant.core.packs.patterns import Shift
from assistant.core.template import context
from assistant.core.template.context import Sources
from assistant.core.template.facts import BY_PATH, Field
from assistant.core.template.filling import Rendered, Templates

NOW = datetime(2025, 6, 5, 14, 3, 9)  # noqa: DTZ001  a Thursday
EMOTICONS = Emoticons.parse((Path(__file__).resolve().parents[4] / "resources" / "emoticons.csv").read_text("utf-8"))
TEMPLATES = Templates(EMOTICONS, lambda: 0.0)
TEXTS = st.text(max_size=60) | st.text(alphabet="{%}}\"' -rawendif\n亲\\", max_size=60)


def render(source: str, **answers: str) -> Rendered:
    return TEMPLATES.render(source, context.build(Sources(now=NOW, answers=answers)), "unicode")


@pytest.mark.parametrize(
    ("text", "template"),
    [
        pytest.param("亲，{在} 100% {", '亲，{在} 100% {{ "{" }}', id="single ones only at the end"),
        pytest.param("{{ 买家 }}", '{{ "{{" }} 买家 }}', id="field"),
        pytest.param("{% if %}", '{{ "{" }}% if %}', id="tag"),
        pytest.param("{{{%", '{{ "{{{" }}%', id="run"),
    ],
)
def test_what_looks_like_a_template_stays_text(text: str, template: str) -> None:
    assert macros.literal(text) == template
    assert render(template).text == text


@given(st.lists(TEXTS, max_size=4))
def test_literal_pieces_side_by_side_say_exactly_what_they_say(texts: list[str]) -> None:
    texts = [macros.clean(text) for text in texts]
    assert render("".join(map(macros.literal, texts))).text == "".join(texts)


@given(TEXTS, TEXTS)
def test_nothing_of_ours_begins_between_literal_text_and_a_field(before: str, after: str) -> None:
    before, after = macros.clean(before), macros.clean(after)
    source = macros.literal(before) + macros.show("clipboard") + macros.literal(after)
    assert render(source, clipboard="夹").text == f"{before}夹{after}"


def test_a_very_long_run_of_braces_stays_text() -> None:
    assert render(macros.literal("{" * 1_501 + "%")).text == "{" * 1_501 + "%"


def test_what_can_neither_be_stored_nor_typed_is_cleaned_away() -> None:
    assert macros.clean("a\r\nb\rc\u2028d\x00\x1b\ud83d\x0b\t 亲") == "a\nb\nc\nd\t 亲"


@pytest.mark.parametrize(
    ("name", "template", "label"),
    [
        pytest.param("天数", "{{ input.天数 }}", "天数", id="plain"),
        pytest.param(" 客户  姓名 ", '{{ input["客户 姓名"] }}', "客户 姓名", id="spaces"),
        pytest.param("1", '{{ input["1"] }}', "1", id="digit"),
        pytest.param('a"b', '{{ input["a\'b"] }}', "a'b", id="quote"),
        pytest.param("x]y}}", '{{ input["x]y))"] }}', "x]y))", id="brackets"),
        pytest.param("empty", '{{ input["empty"] }}', "empty", id="word of the language"),
        pytest.param("\n", "{{ input.内容 }}", "内容", id="empty"),
        pytest.param("长" * 50, "{{ input." + "长" * 40 + " }}", "长" * 40, id="long"),
    ],
)
def test_questions_have_names_that_templates_can_write(name: str, template: str, label: str) -> None:
    assert macros.question(name) == template
    assert render(template).missing == (Field(f"input.{label}", label),)


def test_a_question_with_choices_and_a_preset() -> None:
    template = macros.question("快递", '申"通', ("中通", "", '申"通', "中通"))
    assert template == "{{ input.快递 | choices: \"中通\", '申\"通' | prefill: '申\"通' }}"
    assert render(template).missing == (Field("input.快递", "快递", "choice", ("中通", '申"通'), '申"通'),)


@pytest.mark.parametrize("default", ["a}}b", "\"'", " " * 60, "长" * 1_000, "a}"])
def test_a_preset_that_cannot_be_written_is_refused(default: str) -> None:
    assert macros.question("问", default) is None


def test_too_many_choices_are_refused() -> None:
    assert macros.question("问", "", [str(number) for number in range(51)]) is None


@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=5))
def test_every_question_can_be_asked(name: str, default: str, choices: list[str]) -> None:
    template = macros.question(name, macros.clean(default), [macros.clean(choice) for choice in choices])
    if template is not None:
        (asked,) = render(template).missing
        assert asked.default == macros.clean(default)
        assert asked.choices == tuple(dict.fromkeys(c for c in map(macros.clean, choices) if c.strip()))


def test_an_optional_part_is_always_asked_for() -> None:
    template = macros.optional("加急", macros.literal("{{ 马上发") + macros.show("agent.name"))
    assert render(template).missing == (Field("input.加急", "加急", "choice", ("要", "不要"), "要"),)
    assert render(template, **{"input.加急": "要", "客服": "小鱼"}).text == "{{ 马上发小鱼"
    assert render(template, **{"input.加急": "不要"}).text == ""


@given(TEXTS, TEXTS)
def test_optional_parts_compile_whatever_they_are_called(name: str, text: str) -> None:
    text = f"x{macros.clean(text)}"
    asked = f"input.{macros.name_of(name)}"
    template = macros.optional(name, macros.literal(text))
    assert render(template, **{asked: "要"}).text == text


@pytest.mark.parametrize(
    ("kind", "pattern", "shown"),
    [
        ("strftime", "%Y-%m-%d %H:%M:%S", "2025-06-05 14:03:09"),
        ("strftime", "%-d/%-m %y 100%%", "5/6 25 100%"),
        ("strftime", "%D %R", "06/05/25 14:03"),
        ("strftime", "%l %P%n%A", "2 下午\n星期四"),
        ("strftime", "%B %d", None),
        ("strftime", "%", None),
        ("strftime", "今天", None),
        ("strftime", "", None),
        ("qt", "yyyy-MM-dd hh:mm", "2025-06-05 14:03"),
        ("qt", "yyyy年M月d日 h AP", "2025年6月5日 2 下午"),
        ("qt", "'o''clock' ddd hh", "o'clock 周四 14"),
        ("qt", "MMMM", None),
        ("qt", "'open yyyy", None),
        ("unicode", "yyyy-MM-dd'T'HH:mm", "2025-06-05T14:03"),
        ("unicode", "EEEE h a", "星期四 2 下午"),
        ("unicode", "''yy", "'25"),
        ("unicode", "d MMM", None),
        ("unicode", "yyyyTdd", None),
        ("moment", "YYYY-MM-DDTHH:mm", "2025-06-05T14:03"),
        ("moment", "[于] YY/M/D hA dddd", "于 25/6/5 2下午 星期四"),
        ("moment", "Do", None),
        ("moment", "YYYY [", None),
    ],
)
def test_patterns_of_dates(kind: str, pattern: str, shown: str | None) -> None:
    template = macros.date(kind, pattern)
    assert (template and render(template).text) == shown


@pytest.mark.parametrize(
    ("text", "shift", "day"),
    [
        ("+1d", Shift(days=1), "2025-06-06"),
        (" +2d -3M", Shift(months=-3, days=2), "2025-03-07"),
        ("-2W", Shift(days=-14), "2025-05-22"),
        ("+25h", Shift(days=1, minutes=60), "2025-06-06"),
        ("-90m", Shift(minutes=-90), "2025-06-05"),
        ("+1y", Shift(months=12), "2026-06-05"),
        ("", Shift(), "2025-06-05"),
        ("1d", None, ""),
        ("+5x", None, ""),
        ("+99999d", None, ""),
        ("+1d" * 50, None, ""),
    ],
)
def test_lengths_of_time(text: str, shift: Shift | None, day: str) -> None:
    assert patterns.read_shift(text) == shift
    if shift is not None:
        assert render(macros.date("strftime", "%F", shift) or "").text == day


def test_seconds_become_days_and_minutes() -> None:
    assert Shift.of_seconds(86_400) == Shift(days=1)
    assert Shift.of_seconds(-90_060) == Shift(days=-1, minutes=-61)
    assert Shift.of_seconds(59) is None
    assert Shift.of_seconds(10**12) is None


@given(
    st.sampled_from(sorted(patterns.KINDS)),
    st.text(alphabet="%YyMmdDhHsSaAEpT'[]\"\\{}-/ 年", max_size=30) | st.text(max_size=10),
    st.text(alphabet="+-0123456789dDmMhHyYwW ", max_size=12),
)
def test_every_date_that_is_given_can_be_shown(kind: str, pattern: str, length: str) -> None:
    shift = patterns.read_shift(length)
    template = macros.date(kind, pattern, shift) if shift is not None else None
    if template is not None:
        assert render(template).missing == ()


@pytest.mark.parametrize(
    ("text", "template"),
    [
        ("<买家旺旺>您好", "{{ buyer.nick }}您好"),
        ("单号{订单号}，{物流公司}{运单号}", "单号{{ order.id }}，{{ logistics.company }}{{ logistics.no }}"),
        ("<商品属性+数量>", "{{ item.sku }}×{{ item.qty }}"),
        ("{SKU}", "{{ item.sku }}"),
        ("在{分段符}呢", "在\n呢"),
        ("/:^_^ <b> {%", '/:^_^ <b> {{ "{" }}%'),
    ],
)
def test_placeholders_of_chinese_tools(text: str, template: str) -> None:
    assert placeholders.converted(text).text == template


def test_a_placeholder_that_nobody_knows_stays_and_is_reported() -> None:
    found = placeholders.converted("{积分余额}{abc}")
    assert (found.text, found.remarks, found.disabled) == (
        "{积分余额}{abc}",
        ("“{积分余额}”没有对应的写法，按原文保留。",),
        False,
    )


def test_placeholders_are_facts() -> None:
    assert set(placeholders.PLACEHOLDERS.values()) <= set(BY_PATH)


@given(st.text(max_size=80) | st.lists(st.sampled_from(["<", "{", "}", ">", "订单号", "+", "%", "\n"])).map("".join))
def test_placeholders_always_make_a_template(text: str) -> None:
    assert TEMPLATES.problems(placeholders.converted(text).text) == []
