"""Macros of espanso, TextExpander, Beeftext and AutoKey, one by one and at random."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.emoticons import Emoticons
from assistant.core.packs import macros
from assistant.core.packs.macros import Converted
from assistant.core.template import context
from assistant.core.template.context import Sources
from assistant.core.template.facts import Field
from assistant.core.template.filling import Rendered, Templates
from assistant.storage.importers import autokey_macros, beeftext_macros, espanso_macros, textexpander_macros
from assistant.storage.importers.espanso_macros import Shelf
from assistant.storage.importers.others import Others, Snippet

NOW = datetime(2025, 6, 5, 14, 3, 9)  # noqa: DTZ001  a Thursday
EMOTICONS = Emoticons.parse((Path(__file__).resolve().parents[4] / "resources" / "emoticons.csv").read_text("utf-8"))
TEMPLATES = Templates(EMOTICONS, lambda: 0.0)


def render(source: str, **answers: str) -> Rendered:
    told = {f"input.{name}": answer for name, answer in answers.items()} | {"clipboard": "夹"}
    return TEMPLATES.render(source, context.build(Sources(now=NOW, answers=told)), "unicode")


def texts(converted: Converted, **answers: str) -> tuple[str, ...]:
    return tuple(render(text, **answers).text for text in (converted.text, *converted.others))


def is_sound(converted: Converted) -> bool:
    """Whether all wordings compile, or are too long to be templates at all, which the harvest sees to."""
    wordings = (converted.text, *converted.others)
    return all(len(text) > 20_000 or TEMPLATES.problems(text) == [] for text in wordings)


# --- espanso


def espanso(text: str, *variables: dict[str, Any], **more: Any) -> Converted:
    match = {"replace": text, "vars": list(variables), **more}
    return espanso_macros.converted(text, match, {}, Shelf())


def variable(type_: str, **params: Any) -> dict[str, Any]:
    return {"name": "x", "type": type_, "params": params}


@pytest.mark.parametrize(
    ("text", "given_", "said"),
    [
        pytest.param("a {{x}} b", variable("echo", echo="您好"), "a 您好 b", id="echo"),
        pytest.param("{{ x }}", variable("clipboard"), "夹", id="clipboard"),
        pytest.param("{{x}}", variable("date", format="%Y-%m-%d %H:%M"), "2025-06-05 14:03", id="date"),
        pytest.param("{{x}}", variable("date", format="%m/%d", offset="-86400"), "06/04", id="date before"),
        pytest.param("$|$a\\{\\{x\\}\\}", variable("echo", echo="b"), "a{{x}}", id="cursor and braces"),
        pytest.param("{{{x}}}", variable("echo", echo="b"), "{b}", id="brace round a variable"),
        pytest.param("{% x %}", variable("echo", echo="b"), "{% x %}", id="our own signs"),
        pytest.param("{{y}}", variable("echo", echo="b"), "{{y}}", id="unknown variable"),
        pytest.param("{{x}}", variable("date", format="%B"), "{{x}}", id="pattern that cannot be shown"),
        pytest.param("{{x}}", variable("echo", echo="{{x}}!"), "{{x}}!", id="round in circles"),
        pytest.param("{{x.y}}", variable("echo", echo="b"), "{{x.y}}", id="part of what has none"),
    ],
)
def test_espanso_variables(text: str, given_: dict[str, Any], said: str) -> None:
    assert texts(espanso(text, given_)) == (said,)


def test_espanso_choices_are_asked() -> None:
    asked = espanso("亲，{{x}}", variable("choice", values=["中通", "圆通"]))
    assert render(asked.text).missing == (Field("input.x", "x", "choice", ("中通", "圆通")),)
    assert texts(asked, x="圆通") == ("亲，圆通",)


def test_espanso_choices_with_labels_show_the_label_and_say_the_text() -> None:
    values = [{"label": "发货前", "id": "还没有发货 {{ 买家 }}"}, {"label": "2", "id": "已经发货"}, "3"]
    asked = espanso("{{x}}", variable("choice", values=values))
    assert render(asked.text).missing == (Field("input.x", "x", "choice", ("发货前", "2", "3")),)
    assert texts(asked, x="发货前") == ("还没有发货 {{ 买家 }}",)
    assert texts(asked, x="2") == ("已经发货",)
    assert texts(asked, x="3") == ("3",)


def test_espanso_choices_that_are_too_long_show_their_beginnings() -> None:
    long, other = "长" * 600, "短" * 600
    asked = espanso("{{x}}", variable("choice", values=[long, other]))
    assert render(asked.text).missing[0].choices == ("长" * 30, "短" * 30)
    assert texts(asked, x="短" * 30) == (other,)


def test_espanso_too_many_choices_are_told_by_hand() -> None:
    asked = espanso("{{x}}", variable("choice", values=[str(number) for number in range(60)]))
    assert asked.text == "{{ input.x }}"
    assert asked.remarks == ("“x”的选项太多或太长，改成了自己填写。",)


def test_espanso_forms_ask_for_their_fields() -> None:
    fields = {"b": {"type": "list", "values": "一\n二", "default": "二"}, "c": {"default": "三"}}
    text = "[[a]]-[[ b ]]-[[c]]"
    match = {"form": text, "form_fields": fields}
    asked = espanso_macros.converted(text, match, {}, Shelf())
    assert render(asked.text).missing == (
        Field("input.a", "a"),
        Field("input.b", "b", "choice", ("一", "二"), "二"),
        Field("input.c", "c", default="三"),
    )
    assert texts(asked, a="1", b="一", c="3") == ("1-一-3",)
    asked = espanso("{{x.a}}[[a]]/{{x}}", variable("form", layout="姓名 [[a]]"))
    assert texts(asked, a="林") == ("林[[a]]/姓名 林",)


def test_espanso_what_is_picked_at_random_becomes_wordings() -> None:
    said = espanso("{{x}}，{{y}}", variable("random", choices=["亲", "客官"]), {**variable("clipboard"), "name": "y"})
    assert texts(said) == ("亲，夹", "客官，夹")
    assert said.remarks == ("随机的内容改成了几种说法，发送时换着用。",)


def test_espanso_programs_disable_and_stay_as_text() -> None:
    for kind in ("shell", "script"):
        said = espanso("{{x}}", variable(kind, cmd="rm", args=["rm"]))
        assert (texts(said), said.disabled) == (("{{x}}",), True)


def test_espanso_other_matches_are_taken_in() -> None:
    shelf = Shelf({}, {":a": {"replace": "甲{{v}}", "vars": [{**variable("echo", echo="乙"), "name": "v"}]}})
    match = {"replace": "{{x}}!", "vars": [variable("match", trigger=":a")]}
    said = espanso_macros.converted("{{x}}!", match, {}, shelf)
    assert texts(said) == ("甲乙!",)
    assert said.remarks == ("话术“:a”的内容直接放进来了，以后改它不会跟着变。",)


def test_espanso_matches_that_take_in_each_other_end() -> None:
    one = {"replace": "1{{x}}", "vars": [variable("match", trigger=":b")]}
    two = {"replace": "2{{x}}", "vars": [variable("match", trigger=":a")]}
    said = espanso_macros.converted("1{{x}}", one, {}, Shelf({}, {":a": one, ":b": two}))
    assert texts(said)[0].startswith("12")


def test_espanso_variables_of_other_files_and_groups_of_a_pattern() -> None:
    shelf = Shelf({"shop": {"type": "echo", "params": {"echo": "小店"}}})
    match = {"regex": r"(?P<no>\d+)(?<b>x)", "replace": ""}
    said = espanso_macros.converted("{{shop}}{{no}}{{b}}", match, {"b": {"type": "global"}}, shelf)
    assert texts(said, no="1") == ("小店1{{b}}",)


def test_espanso_formatting_is_left_out() -> None:
    said = espanso_macros.converted("<b>重要</b><br>{{x}}", {"html": "<b>重要</b><br>{{x}}"}, {}, Shelf())
    assert texts(said) == ("重要\n{{x}}",)
    said = espanso_macros.converted("# 标题\n**重要** [店](https://a.cn)", {"markdown": "…"}, {}, Shelf())
    assert texts(said) == ("标题\n重要 店 https://a.cn",)


# --- TextExpander


def textexpander(text: str, **others: str) -> Converted:
    return textexpander_macros.converted(text, Others((name, Snippet(other)) for name, other in others.items()))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("[%|](%clipboard)%pasteboard", "[](夹)夹", id="clipboard and cursor"),
        pytest.param("100%% 50%，100% 棉%的", "100% 50%，100% 棉%的", id="ordinary percent signs"),
        pytest.param("%Y-%m-%d %H:%M", "2025-06-05 14:03", id="date"),
        pytest.param("%1m月%1d日", "6月5日", id="no zeros"),
        pytest.param("%@+1D%Y-%m-%d", "2025-06-06", id="tomorrow"),
        pytest.param("%@-1W%m/%d %@+1M%m/%d", "05/29 07/05", id="weeks and months"),
        pytest.param("%Y %B", "2025 %B", id="names of months stay"),
        pytest.param("a%key:enter%b%key:tab%c%key:esc%d", "a\nb\tcd", id="keys"),
        pytest.param("%filltop%x%<%<", "x", id="no text"),
        pytest.param("%fillpart:name=a", "%fillpart:name=a", id="no macro"),
        pytest.param("a%fillpart:name=n%b", "a%fillpart:name=n%b", id="part without end"),
        pytest.param("a%fillpartend%b", "ab", id="end without part"),
        pytest.param("{{ 买家 }}{%|%}", "{{ 买家 }}{%}", id="our own signs"),
        pytest.param("%snippet:none%", "%snippet:none%", id="unknown snippet"),
        pytest.param("%@+9999Y%Y", "%@+9999Y2025", id="too far"),
    ],
)
def test_textexpander_macros(text: str, said: str) -> None:
    assert texts(textexpander(text)) == (said,)


def test_textexpander_questions() -> None:
    asked = textexpander(
        "%filltext:name=称 呼:default=亲:width=20%%fill:x%%fillpopup:name=p:a:default=b:c%%fillarea:name=y%"
    )
    assert render(asked.text).missing == (
        Field("input.称 呼", "称 呼", default="亲"),
        Field("input.x", "x"),
        Field("input.p", "p", "choice", ("a", "b", "c"), "b"),
        Field("input.y", "y"),
    )


def test_textexpander_optional_parts_are_asked_for() -> None:
    asked = textexpander("头%fillpart:name=备注:default=no%\n备注 %fill:x%%fillpartend%尾")
    assert render(asked.text).missing == (Field("input.备注", "备注", "choice", ("要", "不要"), "不要"),)
    assert texts(asked, 备注="不要") == ("头尾",)
    assert texts(asked, 备注="要", x="1") == ("头\n备注 1尾",)


def test_textexpander_snippets_in_snippets() -> None:
    said = textexpander("1%snippet:a%", a="2%snippet:b%", b="3%Y")
    assert texts(said) == ("1232025",)
    said = textexpander("1%snippet:a%", a="2%snippet:a%")
    assert texts(said) == ("12%snippet:a%",)
    said = textexpander_macros.converted("%snippet:a%", Others([("a", Snippet("rm", is_program=True))]))
    assert (texts(said), said.disabled) == (("%snippet:a%",), True)


def test_textexpander_parts_nest_only_so_deep() -> None:
    text = "".join(f"%fillpart:name=n{number}%{number}" for number in range(30)) + "%fillpartend%" * 30
    others = {"deep": text}
    assert is_sound(textexpander(text))
    assert is_sound(textexpander(f"%fillpart:name=a%%fillpart:name=b%%snippet:deep%%fillpartend%{text}", **others))


# --- Beeftext


def beeftext(text: str, **others: str) -> Converted:
    return beeftext_macros.converted(text, Others((name, Snippet(other)) for name, other in others.items()))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("#{clipboard}#{cursor}", "夹", id="clipboard and cursor"),
        pytest.param("#{date} #{time} #{dateTime}", "2025-06-05 14:03:09 2025-06-05 14:03:09", id="date"),
        pytest.param("#{dateTime:dd/MM/yyyy}", "05/06/2025", id="pattern"),
        pytest.param("#{dateTime:-1d:yyyy-MM-dd}", "2025-06-04", id="yesterday"),
        pytest.param("#{dateTime:+1w-1d:HH:mm dd}", "14:03 11", id="several steps"),
        pytest.param("#{dateTime:MMMM}", "#{dateTime:MMMM}", id="names of months stay"),
        pytest.param("#{dateTime:+5s:ss}", "#{dateTime:+5s:ss}", id="seconds stay"),
        pytest.param("a#{key:enter:2}b#{key:tab}#{key:left}#{delay:100}#{shortcut:x}c", "a\n\nb\tc", id="keys"),
        pytest.param("#{envVar:USERNAME} #{nothing} #{x", "#{envVar:USERNAME} #{nothing} #{x", id="kept"),
        pytest.param("{{ 买家 }}{%#{cursor}%}", "{{ 买家 }}{%%}", id="our own signs"),
    ],
)
def test_beeftext_variables(text: str, said: str) -> None:
    assert texts(beeftext(text)) == (said,)


def test_beeftext_questions_are_asked_once() -> None:
    asked = beeftext("#{input: Cân nặng} g, #{input:Cân nặng} #{input:a\\}b}")
    assert render(asked.text).missing == (Field("input.Cân nặng", "Cân nặng"), Field("input.a)b", "a)b"))


def test_beeftext_combos_in_combos() -> None:
    assert texts(beeftext("1#{combo:a}", a="2#{combo:b}", b="3")) == ("123",)
    assert texts(beeftext("#{upper:a}#{lower:a}#{trim:b}", a="Ab{{", b=" c ")) == ("AB{{ab{{c",)
    assert texts(beeftext("#{upper:a}", a="#{date}")) == ("#{upper:a}",)
    assert texts(beeftext("1#{combo:a}", a="2#{combo:a}")) == ("12#{combo:a}",)


def test_beeftext_programs_disable() -> None:
    said = beeftext("#{powershell:C:\\\\a.ps1:100}")
    assert (texts(said), said.disabled) == (("#{powershell:C:\\\\a.ps1:100}",), True)


# --- AutoKey


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("今天是<date format=%Y-%m-%d><enter>", "今天是2025-06-05\n", id="date and key"),
        pytest.param('<date format="%H:%M"> <date>', "14:03 <date>", id="quotes"),
        pytest.param("a<cursor>b<left><ctrl>+x<ctrl>+<shift>+<f5>c", "abc", id="keys"),
        pytest.param("<b>重要</b> <br/> a<b", "<b>重要</b> <br/> a<b", id="ordinary brackets"),
        pytest.param("<file name=x.txt>", "<file name=x.txt>", id="file"),
        pytest.param("{{ 买家 }}{%<cursor>%}", "{{ 买家 }}{%%}", id="our own signs"),
    ],
)
def test_autokey_macros(text: str, said: str) -> None:
    assert texts(autokey_macros.converted(text)) == (said,)


@pytest.mark.parametrize("text", ["<script name=x args=a,b>", "<system command='echo'>"])
def test_autokey_programs_disable(text: str) -> None:
    said = autokey_macros.converted(text)
    assert (texts(said), said.disabled) == ((text,), True)


# --- at random


def mixed(*pieces: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces) | st.text(max_size=8), max_size=14).map("".join)


SIGNS = ("{{", "}}", "{%", "%}", "{", "}", '"', "'", "\\", "\n", " " * 60, "raw", "if", "亲", ":", "|", "-", "长" * 300)
TE = (
    "%fillpart:",
    "name=",
    "default=",
    "%",
    "%fillpartend%",
    "%fillpopup:",
    "%filltext:",
    "%fill:",
    "%@+1D",
    "%Y",
    "%m",
)
ESPANSO = ("{{x}}", "{{y}}", "{{z.a}}", "$|$", "[[a]]", "[[b]]", "\\{\\{", "\\}\\}", "{{no}}", "**", "<b>", "</b>", "`")
BEEFTEXT = (
    "#{",
    "}",
    "input:",
    "dateTime:",
    "combo:",
    "upper:",
    "a",
    "b",
    "date",
    "+1d",
    "yyyy",
    "key:enter:3",
    "cursor",
)
AUTOKEY = ("<date format=", ">", "<", "%Y", "%m", "<cursor>", "<enter>", "<ctrl>+", "x", "<script name=x>", "<system ")


@given(mixed(*SIGNS, *TE, "%snippet:a%", "%snippet:b%"), mixed(*SIGNS, *TE, "%snippet:b%"), mixed(*SIGNS, *TE))
def test_textexpander_at_random(text: str, one: str, other: str) -> None:
    assert is_sound(textexpander(text, a=one, b=other))


@given(mixed(*SIGNS, *BEEFTEXT), mixed(*SIGNS, *BEEFTEXT))
def test_beeftext_at_random(text: str, other: str) -> None:
    assert is_sound(beeftext(text, a=other, b="{{"))


@given(mixed(*SIGNS, *AUTOKEY))
def test_autokey_at_random(text: str) -> None:
    assert is_sound(autokey_macros.converted(text))


WORDS = mixed(*SIGNS, *ESPANSO)
VALUES = (
    st.lists(WORDS | st.fixed_dictionaries({"label": WORDS, "id": WORDS}) | st.none(), max_size=4) | WORDS | st.none()
)
FIELDS = st.dictionaries(
    st.sampled_from(["a", "b"]),
    st.fixed_dictionaries({"type": st.sampled_from(["choice", "list", "text"]), "values": VALUES, "default": WORDS})
    | st.none(),
)
PARAMS = st.fixed_dictionaries(
    {
        "echo": WORDS,
        "format": mixed("%", "Y", "m", "d", "B", '"', "}}"),
        "offset": st.integers().map(str) | WORDS,
        "choices": st.lists(WORDS, max_size=4),
        "values": VALUES,
        "layout": WORDS,
        "fields": FIELDS,
        "trigger": st.sampled_from([":a", ":b"]),
    }
)
KINDS = st.sampled_from(["echo", "date", "choice", "random", "clipboard", "match", "form", "global", "shell", "?"])
VARIABLES = st.lists(
    st.fixed_dictionaries({"name": st.sampled_from("xyz"), "type": KINDS, "params": PARAMS | st.none()}), max_size=3
)
MATCHES = st.fixed_dictionaries(
    {"vars": VARIABLES, "form_fields": FIELDS, "regex": st.sampled_from(["(?P<no>x)", "("])}
).flatmap(
    lambda match: st.sampled_from(["replace", "form", "html", "markdown"]).flatmap(
        lambda kind: WORDS.map(lambda text: {**match, kind: text})
    )
)


@given(MATCHES, MATCHES, VARIABLES)
def test_espanso_at_random(match: dict[str, Any], other: dict[str, Any], variables: list[dict[str, Any]]) -> None:
    shelf = Shelf(dict(espanso_macros.named(variables)), {":a": match, ":b": other})
    _, text = espanso_macros.effect(match)
    assert is_sound(espanso_macros.converted(macros.clean(text), match, {}, shelf))
