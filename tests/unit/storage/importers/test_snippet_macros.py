"""What the macros of Raycast, Alfred, Text Blaze and Clippings become. They never raise and always make a template."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.emoticons import Emoticons
from assistant.core.packs.html_text import is_html, plain
from assistant.core.packs.macros import Converted
from assistant.core.template.filling import Templates
from assistant.storage.importers import alfred_macros, clippings_macros, raycast_macros, textblaze_macros

EMOTICONS = Emoticons.parse((Path(__file__).resolve().parents[4] / "resources" / "emoticons.csv").read_text("utf-8"))
TEMPLATES = Templates(EMOTICONS, lambda: 0.0)
CONVERTERS = {
    "raycast": raycast_macros.converted,
    "alfred": alfred_macros.converted,
    "textblaze": textblaze_macros.converted,
    "clippings": clippings_macros.converted,
}


@pytest.mark.parametrize(
    ("text", "template"),
    [
        ("{clipboard}", "{{ clipboard }}"),
        ("{clipboard offset=0 | trim | uppercase}", "{{ clipboard | strip | upcase }}"),
        ("{clipboard offset=1}", None),
        ("{clipboard | json-stringify}", None),
        ("{clipboard | percent-encode}", '{{ clipboard | url_encode | replace: "+", "%20" }}'),
        ("{cursor}", ""),
        ("{date}", "{{ now.date }}"),
        ("{time}", "{{ now.time }}"),
        ("{day}", "{{ now.weekday }}"),
        ("{datetime}", '{{ 此刻 | date: "%Y-%m-%d %H:%M" }}'),
        ('{date offset="+2d -3M"}', '{{ 此刻 | after: "-3个月" | after: "2天" | date: "%Y-%m-%d" }}'),
        ('{date format="d MMM"}', None),
        ('{date format="yyyy-MM-dd" offset="soon"}', None),
        ('{argument name="快递" options="中通, 圆通" default="圆通"}',
         '{{ input.快递 | choices: "中通", "圆通" | prefill: "圆通" }}'),
        ("{argument}", "{{ input.参数 }}"),
        ("{uuid}", None),
        ("{selection}", None),
        ('{browser-tab format="text"}', None),
        ('{snippet name="没有"}', None),
        ("{json} {a: 1} {date of birth}", "{json} {a: 1} {date of birth}"),
        ("{{clipboard}}", "{{ \"{\" }}{{ clipboard }}}"),
    ],
)  # fmt: skip
def test_raycast(text: str, template: str | None) -> None:
    check(raycast_macros.converted(text), text, template)


@pytest.mark.parametrize(
    ("text", "template"),
    [
        ("{date}", '{{ 此刻 | date: "%Y年%-m月%-d日" }}'),
        ("{date:full}", '{{ 此刻 | date: "%Y年%-m月%-d日 %A" }}'),
        ("{time:short}", '{{ 此刻 | date: "%H:%M" }}'),
        ("{datetime:short}", '{{ 此刻 | date: "%Y/%-m/%-d %H:%M" }}'),
        ("{date +1d:yyyy-MM-dd}", '{{ 此刻 | after: "1天" | date: "%Y-%m-%d" }}'),
        ("{time:HH:mm}", '{{ 此刻 | date: "%H:%M" }}'),
        ("{date:w}", None),
        ("{date +1x}", None),
        ("{clipboard}{clipboard:0}", "{{ clipboard }}{{ clipboard }}"),
        ("{clipboard:2}", None),
        ("{random:红,绿}", '{{ input.选择 | choices: "红", "绿" }}'),
        ("{random:1..6}", None),
        ("{query}", "{{ input.query }}"),
        ("{cursor}", ""),
        ("{other:1}", "{other:1}"),
    ],
)
def test_alfred(text: str, template: str | None) -> None:
    check(alfred_macros.converted(text), text, template)


@pytest.mark.parametrize(
    ("text", "template"),
    [
        ("{formtext: name=称呼; default=亲}", '{{ input.称呼 | prefill: "亲" }}'),
        ("{formtext}", "{{ input.文字 }}"),
        ("{formparagraph: name=说明; cols=20; rows=3}", "{{ input.说明 }}"),
        ("{formmenu: 中通; 圆通; default=顺丰; name=快递}",
         '{{ input.快递 | choices: "中通", "圆通", "顺丰" | prefill: "顺丰" }}'),
        ("{formmenu: 甲; 乙; multiple=yes}", '{{ input.选项 | choices: "甲", "乙" }}'),
        ("{formdate: YYYY-MM-DD; name=到货}", '{{ input.到货 | a_date | date: "%Y-%m-%d" }}'),
        ("{formdate: Do}", None),
        ("{time: YYYY-MM-DD; shift=+1d}", '{{ 此刻 | after: "1天" | date: "%Y-%m-%d" }}'),
        ("{time: YYYY; at=2020}", None),
        ("{clipboard}{cursor}{key: enter}{key: tab}", "{{ clipboard }}\n\t"),
        ("{key: f5}", ""),
        ("{site: title}", None),
        ("{if: a = 1}是{endif}", None),
        ("{=1 + 2}", "{=1 + 2}"),
        ("{Unknown} {a b}", "{Unknown} {a b}"),
        ("前{formtoggle: name=加急; default=yes}{formtext: name=几点}{endformtoggle}后",
         ('前{% assign 选用 = input.加急 | choices: "要", "不要" | prefill: "要" | remove: "不要" %}'
         "{% for 份 in 选用 %}{{ input.几点 }}{% endfor %}后")),
        ("{formtoggle: name=x}没有结束", None),
    ],
)  # fmt: skip
def test_text_blaze(text: str, template: str | None) -> None:
    check(textblaze_macros.converted(text), text, template)


@pytest.mark.parametrize(
    ("text", "template"),
    [
        ("$[客户 名]", '{{ input["客户 名"] }}'),
        ("$[称呼{亲}]", '{{ input.称呼 | prefill: "亲" }}'),
        ("$[快递{中通|圆通}]", '{{ input.快递 | choices: "中通", "圆通" }}'),
        ("$[DATE] $[TIME]", "{{ now.date }} {{ now.time }}"),
        ("$[DATE(YYYY-MM-DD)] $[TIME(HH:mm)]", '{{ 此刻 | date: "%Y-%m-%d" }} {{ 此刻 | date: "%H:%M" }}'),
        ("$[DATE(Do)]", None),
        ("$[UA]", None),
        ("#[编号]", "{{ input.编号 }}"),
        ("$[] $[a $x", "$[] $[a $x"),
        ("<b>好</b><br>a &lt; b<script>x</script>", "好\na < b"),
    ],
)
def test_clippings(text: str, template: str | None) -> None:
    check(clippings_macros.converted(text), text, template)


def check(found: Converted, text: str, template: str | None) -> None:
    """None: it stays as it was, with a remark."""
    assert TEMPLATES.problems(found.text) == []
    assert found.text == (text if template is None else template)
    if template is None:
        assert found.remarks
    assert not found.disabled


@pytest.mark.parametrize(
    "command", ["run: x()", "urlload: https://x", "urlsend: https://x; method=POST", "dbdelete: x"]
)
def test_what_text_blaze_would_run_is_disabled(command: str) -> None:
    found = textblaze_macros.converted(f"{{{command}}}")
    assert found.disabled
    assert found.text == f"{{{command}}}"


def test_raycast_snippets_in_each_other_end() -> None:
    chain = {str(number): f'{number}{{snippet name="{number + 1}"}}' for number in range(4)}
    assert raycast_macros.converted('{snippet name="0"}!', chain | {"4": ""}).text == "0123!"
    circle = {"a": '{snippet name="b"}', "b": '{snippet name="a"}'}
    found = raycast_macros.converted('{snippet name="a"}', circle)
    assert (found.text, found.remarks) == (
        '{snippet name="a"}',
        ('“{snippet name="a"}”没有对应的写法，按原文保留。',),
    )
    bomb = {"a": "长" * 19_000, "b": '{snippet name="a"}' * 500}
    assert raycast_macros.converted('{snippet name="b"}', bomb).text == '{snippet name="b"}'


def test_text_blaze_parts_deep_in_each_other_stay_readable() -> None:
    text = "{formtoggle: name=a}" * 30 + "好" + "{endformtoggle}" * 30
    assert TEMPLATES.problems(textblaze_macros.converted(text).text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>一</p><p>二</p>", "一\n\n二"),
        ("<P style='a'>一<BR/>二</P>", "一\n二"),
        ("<ul><li>甲</li><li>乙</li></ul>", "甲\n\n乙"),
        ("a&nbsp;b &amp;lt; &#20146;", "a b &lt; 亲"),
        ("<style>p {}</style>好<script>", "好<script>"),
        ("1 < 2 <x> >", "1 < 2 <x> >"),
    ],
)
def test_html_becomes_text(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_only_tags_of_html_make_html() -> None:
    assert is_html("a<br>b")
    assert not is_html("<订单号> a < b > 2 <bold>")


PIECES = st.lists(
    st.sampled_from(
        [
            "{",
            "}",
            "{{",
            "{%",
            "%}",
            "$[",
            "#[",
            "]",
            "[",
            "(",
            ")",
            "|",
            ":",
            ";",
            "=",
            '"',
            "'",
            ",",
            "-",
            "+",
            "%Y",
            "a",
            "亲",
            "\n",
            "<p>",
            "<br>",
            "</p>",
            "&amp;",
            "date",
            "time",
            "name=",
            "default=",
            "options=",
            "clipboard",
            "cursor",
            "{formtext",
            "{formmenu:",
            "{formtoggle:",
            "{endformtoggle}",
            "{argument",
            "{snippet",
            "{date",
            "{random:a,b}",
            "+1d",
            "-3M",
            "yyyy-MM-dd",
            "YYYY-MM-DD",
            "$[DATE(",
            "$[X{a|b}]",
        ]
    ),
    max_size=40,
).map("".join)


@pytest.mark.parametrize("name", sorted(CONVERTERS))
@given(text=PIECES | st.text(max_size=80))
def test_whatever_stands_in_a_phrase_becomes_a_template(name: str, text: str) -> None:
    convert: Callable[[str], Converted] = CONVERTERS[name]
    assert TEMPLATES.problems(convert(text).text) == []
