"""Filling templates: exact, bounded, and honest about what is missing."""

from __future__ import annotations

import itertools
import string
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.emoticons import DIALECTS, NONE, UNSAFE_AFTER, Emoticons
from assistant.core.errors import TemplateProblem
from assistant.core.orders.order import Item, Order
from assistant.core.template import context
from assistant.core.template.context import Fields, Sources
from assistant.core.template.facts import FACTS, Field
from assistant.core.template.filling import MAX_SECONDS, Rendered, Templates

NOW = datetime(2025, 6, 4, 14, 30, tzinfo=UTC)
EMOTICONS = Emoticons.parse((Path(__file__).resolve().parents[4] / "resources" / "emoticons.csv").read_text("utf-8"))
TEMPLATES = Templates(EMOTICONS, lambda: 0.0)
ORDER = Order(
    facts={
        "order.id": "3500001234",
        "order.paid": "88.00",
        "order.signed_at": "2025-06-01 12:00:00",
        "order.status": "卖家已发货，等待买家确认",
        "receiver.name": "林小雨",
        "receiver.phone": "13800001234",
    },
    items=(Item(qty="2"),),
)


def fields(**answers: str) -> Fields:
    return context.build(Sources(now=NOW, order_facts=ORDER, answers=answers))


def render(source: str, dialect: str = "wangwang", **answers: str) -> Rendered:
    return TEMPLATES.render(source, fields(**answers), dialect)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("您好", "您好", id="plain"),
        pytest.param("", "", id="empty"),
        pytest.param("a\r\nb\rc", "a\nb\nc", id="line breaks"),
        pytest.param("{{ order.id }}{{订单号}}{{ 订单编号 }}", "3500001234" * 3, id="one fact, three names"),
        pytest.param("{{ order['id'] }}", "3500001234", id="brackets"),
        pytest.param("{{ 称呼 }}，{{ 问候 }}", "亲，下午好", id="shop and time"),
        pytest.param("{{ 签收时间 | plus_days: 7 }}", "6月8日", id="deadline"),
        pytest.param("{{ 今天 | 加天: 1 | date: '%a' }}", "周四", id="weekday"),
        pytest.param("{{ now | date: '%F %R' }} {{ 'now' | date: '%F' }}", "2025-06-04 14:30 2025-06-04", id="now"),
        pytest.param("{% if 快递单号 %}有{% else %}无{% endif %}", "无", id="missing is false"),
        pytest.param("{% unless 快递单号 %}无{% endunless %}", "无", id="unless"),
        pytest.param("{% if 快递单号 == blank %}无{% endif %}", "无", id="missing is blank"),
        pytest.param("{% if empty == 快递单号 %}无{% endif %}", "无", id="missing is empty"),
        pytest.param("{% if 快递单号 != '' %}有{% endif %}", "", id="missing is the empty text"),
        pytest.param("{% if 快递单号 == nil %}无{% endif %}", "无", id="missing is nil"),
        pytest.param("{% if 快递单号 contains 'x' %}有{% endif %}", "", id="missing contains nothing"),
        pytest.param("{% if 订单金额 > 1 %}有{% endif %}", "", id="missing is not more"),
        pytest.param("{% if 实付 != blank and 数量 >= 2 %}多{% endif %}", "多", id="and"),
        pytest.param(
            "{% if 实付 > 9 %}满{% endif %}{% if 实付 == 88 %}等{% endif %}", "满等", id="amounts are numbers"
        ),
        pytest.param("{% if 实付 == '88.00' %}等{% endif %}{% if 实付 == 'x' %}x{% endif %}", "等", id="and texts"),
        pytest.param("{% case 数量 %}{% when '2' %}两{% when 3 %}三{% else %}多{% endcase %}", "两", id="case"),
        pytest.param("{% if input.天数 > 7 %}超{% endif %}", "", id="missing question"),
        pytest.param("{% for i in (1..数量) %}{{ i }}{{ forloop.last }} {% endfor %}", "1false 2true ", id="loop"),
        pytest.param(
            "{% assign a = 'x,y' | split: ',' %}{% for p in a %}{{ p }}、{% endfor %}{{ a[1] }}", "x、y、y", id="list"
        ),
        pytest.param("{% for i in (1..9) %}{% if i == 3 %}{% break %}{% endif %}{{ i }}{% endfor %}", "12", id="break"),
        pytest.param(
            "{% for i in 'x' %}{% for p in 收货人 %}{% endfor %}{{ i }}{% endfor %}", "x", id="loop over texts"
        ),
        pytest.param("{% comment %}{{ x }}{% if %}{% endcomment %}{% # 注 %}好", "好", id="comments"),
        pytest.param("{% raw %}{{ x }}{%{% endraw %}{{ 数量 }}", "{{ x }}{%2", id="raw"),
        pytest.param("{%- raw -%} {{ {%- endraw -%}", " {{ ", id="raw with dashes"),
        pytest.param("{{ 快递 | default: '中通' }}", "中通", id="default"),
        pytest.param("a {{- 数量 -}} b", "a2b", id="trim"),
        pytest.param("{{ nil }}{{ 3.5 }}{{ true }}{{ (1..3) }}", "3.5true1..3", id="literals"),
        pytest.param(
            "{{ 收货人 | mask_name }}{{ 手机 | 隐藏手机 }}{{ 手机尾号 }}", "林**138****12341234", id="privacy"
        ),
        pytest.param("{% capture x %}给{{ 收货人 }}{% endcapture %}{{ x | append: '!' }}", "给林小雨!", id="capture"),
        pytest.param("{{ 实付 | times: 2 | money }}", "176.00", id="money"),
    ],
)
def test_text(source: str, text: str):
    assert render(source) == Rendered(text)


@pytest.mark.parametrize(
    ("source", "text", "missing"),
    [
        pytest.param("{{ 买家 }}您", "〔买家昵称〕您", [Field("buyer.nick", "买家昵称")], id="fact"),
        pytest.param("{{ 快递 | upcase | append: 'x' }}", "〔快递公司〕", [Field("logistics.company", "快递公司")], id="filters"),
        pytest.param("{{ '单号' | append: 快递单号 }}", "〔快递单号〕", [Field("logistics.no", "快递单号")], id="argument"),
        pytest.param("{{ 快递 | default: 默认快递 }}", "〔默认快递〕", [Field("shop.courier", "默认快递")], id="default"),
        pytest.param("{% assign x = 买家 %}{{ x }}", "〔买家昵称〕", [Field("buyer.nick", "买家昵称")], id="assign"),
        pytest.param("{{ 下单时间 }}", "〔下单时间〕", [Field("order.created_at", "下单时间", "date")], id="date"),
        pytest.param("{{ input.天数 | prefill: '3' }}", "〔天数〕", [Field("input.天数", "天数", default="3")], id="prefill"),
        pytest.param("{{ input.日 | a_date }}", "〔日〕", [Field("input.日", "日", "date")], id="a date"),
        pytest.param(
            "{{ input.快递 | choices: '中通', '圆通' }}", "〔快递〕", [Field("input.快递", "快递", "choice", ("中通", "圆通"))],
            id="choice",
        ),
        pytest.param(
            "{{ input.x }}{{ 买家 }}{{ 输入.x | 选项: 'a' }}{{ input.x | a_date }}{{ input.x | 预填: 'a' }}",
            "〔x〕〔买家昵称〕〔x〕〔x〕〔x〕",
            [Field("input.x", "x", "choice", ("a",), "a"), Field("buyer.nick", "买家昵称")],
            id="once, by first use, with all that is known",
        ),
        pytest.param(
            "{% emo 微笑 %}{% capture c %}a{{ 买家 }}b{% endcapture %}{{ c | upcase }}{{ c }}", "/:^_^ a〔买家昵称〕ba〔买家昵称〕b",
            [Field("buyer.nick", "买家昵称")], id="capture",
        ),
        pytest.param("{% capture c %}{{ 买家 }}{% endcapture %}", "", [], id="capture that is not shown"),
        pytest.param("{% if 实付 %}{{ 快递 }}{% else %}{{ 买家 }}{% endif %}", "〔快递公司〕", [Field("logistics.company", "快递公司")], id="branch"),
    ],
)  # fmt: skip
def test_missing(source: str, text: str, missing: list[Field]):
    rendered = render(source)
    assert rendered.text == text
    assert list(rendered.missing) == missing
    assert all(text[start] == "〔" and text[end - 1] == "〕" for start, end in rendered.gaps)
    assert len(rendered.gaps) == text.count("〔")


def test_an_answer_fills_the_gap():
    source = "{{ 买家 }}，{{ input.天数 }}天"
    asked = render(source)
    answers = dict.fromkeys((field.path for field in asked.missing), "7")
    assert TEMPLATES.render(source, fields().with_answers(answers), "qq") == Rendered("7，7天")


@given(
    st.lists(
        st.sampled_from(["{{ 买家 }}", "{{ input.a }}", "x", "{% emo 微笑 %}", "{{ 数量 }}", "\n", "〔〕"]), max_size=12
    )
)
def test_spans_are_exact(pieces: list[str]):
    rendered = render("".join(pieces))
    wanted = [{"{{ 买家 }}": "〔买家昵称〕", "{{ input.a }}": "〔a〕"}.get(piece) for piece in pieces]
    assert [rendered.text[start:end] for start, end in rendered.gaps] == [mark for mark in wanted if mark]


@given(st.text(), st.text(min_size=1))
def test_values_come_through_exactly(nick: str, answer: str):
    known = context.build(Sources(now=NOW, order_facts=Order(facts={"buyer.nick": nick}), answers={"input.x": answer}))
    rendered = TEMPLATES.render("{{ 买家 }}|{{ input.x }}", known, "wangwang")
    shown = [text.replace("\r\n", "\n").replace("\r", "\n") for text in (nick, answer)]
    shown = [text if text.strip() else mark for text, mark in zip(shown, ["〔买家昵称〕", "〔x〕"], strict=True)]
    assert rendered.text == "|".join(shown)


@pytest.mark.parametrize("nick", ["{{ order.id }}", "{% if x %}", "%}", "{{", "〔订单号〕", "/:Q"])
def test_liquid_in_a_fact_is_text(nick: str):
    assert render("{{ 买家 }}", 买家=nick) == Rendered(nick)


@pytest.mark.parametrize(
    ("source", "line", "reason"),
    [
        pytest.param("a\n{{ 定单号 }}", 2, "“定单号”这个字段，最接近的是“订单号”", id="field"),
        pytest.param("{{ buyer }}", 1, "“buyer”这个字段，最接近的是“buyer.nick”", id="root"),
        pytest.param("{{ buyer.nick.size }}", 1, "buyer.nick.size", id="too deep"),
        pytest.param("{{ buyer[0] }}", 1, "字段", id="index"),
        pytest.param("{{ a[买家] }}", 1, "字段", id="computed name"),
        pytest.param("{{ input }}", 1, "“input”", id="input without a name"),
        pytest.param("{% if 定单号 %}{% endif %}", 1, "定单号", id="in a condition"),
        pytest.param("{{ x }}{% assign x = 1 %}", 1, "“x”", id="before it is set"),
        pytest.param("{% for i in (1..2) %}{% endfor %}{{ i }}", 1, "“i”", id="after its loop"),
        pytest.param("\n\n{{ 买家 | upcse }}", 3, "“upcse”这个过滤器，最接近的是“upcase”", id="filter"),
        pytest.param("{% emo 微小 %}", 1, "“微小”这个表情，最接近的是“微笑”", id="emoticon"),
        pytest.param("{% emo %}", 1, "emo", id="emoticon without a name"),
        pytest.param("{% assign 买家 = 1 %}", 1, "是字段的名字", id="variable like a field"),
        pytest.param("{% for now in (1..2) %}{% endfor %}", 1, "是字段的名字", id="loop variable like a field"),
        pytest.param("{% elif x %}", 1, "“elif”这个标签，最接近的是“elsif”", id="tag"),
        pytest.param("{% include 'x' %}", 1, "include", id="include"),
        pytest.param("{% render 'x' %}", 1, "render", id="render"),
        pytest.param("{% increment x %}", 1, "increment", id="counter"),
        pytest.param("{% %}", 1, "是空的", id="empty tag"),
        pytest.param("{% - %}", 1, "是空的", id="dash"),
        pytest.param("{% ! %}", 1, "缺少标签名", id="no tag name"),
        pytest.param("{{ }}", 1, "是空的", id="empty output"),
        pytest.param("a\n{{ 买家", 2, "“{{”没有对应的“}}”", id="open output"),
        pytest.param("a\n{% if 买家", 2, "“{%”没有对应的“%}”", id="open tag"),
        pytest.param("\n{% if 买家 %}", 2, "“if”没有结束", id="open block"),
        pytest.param("{% endif %}", 1, "“endif”没有对应的开头", id="end without start"),
        pytest.param("{% if 买家 %}{% endfor %}", 1, "endfor", id="crossed blocks"),
        pytest.param("{% raw %}x", 1, "缺少 {% endraw %}", id="open raw"),
        pytest.param("{% comment %}x", 1, "缺少 {% endcomment %}", id="open comment"),
        pytest.param("{% else %}", 1, "写法不对", id="else alone"),
        pytest.param("\n{% break %}", 2, "写法不对", id="break alone"),
        pytest.param("\n{{ 买家 | }}", 2, "写法不对", id="filter without a name"),
        pytest.param("{{ 买家 买家 }}", 1, "写法不对", id="two words"),
        pytest.param("{% if 买家 == %}{% endif %}", 1, "写法不对", id="half a comparison"),
        pytest.param("{{ 'a' 'b' }}", 1, "写法不对", id="two texts"),
        pytest.param("{{ \x00 }}", 1, "写法不对", id="control character"),
        pytest.param("{% if 收货人 > 3 %}{% endif %}", 1, "不能比较", id="text and number"),
        pytest.param("{% if 1 == 2 %}{% assign a = 1 %}{% endif %}{{ a }}", 1, "变量“a”", id="unset variable"),
        pytest.param("\n{{ 收货人 | date }}", 2, "需要一个日期", id="no date"),
        pytest.param("\n{% if 1 == 1 %}\n{{ 1 | plus: 'x' }}{% endif %}", 3, "需要一个数字", id="no number"),
        pytest.param("{% for i in (1..2) limit: 'x' %}{% endfor %}", 1, "不能比较", id="limit"),
        pytest.param("{% for i in (1..5) offset: -1 limit: -2 %}{{ i }}{% endfor %}{{ 1 | plus: 'x' }}", 0, "写法不对", id="negative"),
        pytest.param("{% if 买家 %}" * 11 + "{% endif %}" * 11, 1, "嵌套太深", id="nesting"),
        pytest.param("{% for i in (1..1001) %}x{% endfor %}", 1, "循环范围", id="range"),
        pytest.param("{% for i in (1..40) %}{% for j in (1..40) %}{% endfor %}{% endfor %}", 1, "循环太多", id="turns"),
        pytest.param("{{ '" + "a" * 1000 + "' }}", 1, "中间超过 1000 字", id="long tag"),
        pytest.param("{{ 买家" + " " * 60 + "}}", 1, "空白太多", id="wide tag"),
        pytest.param("a" * 20_001, 0, "模板超过 20000 字", id="long template"),
        pytest.param("{% assign a = '" + "a" * 900 + "' %}{% for i in (1..30) %}{{ a }}{% endfor %}", 1, "超过 20000 字", id="long output"),
        pytest.param("{% assign a = 'aaaaaaaaaa' %}{% for i in (1..30) %}{% assign a = a | append: a %}{% endfor %}", 1, "太长", id="growth"),
        pytest.param(
            "{% capture b %}" + "好" * 15_000 + "{% endcapture %}" + "".join(f"{{% assign a{i} = b | append: '{i}' %}}" for i in range(60)),
            1, "变量里放的内容太多", id="memory",
        ),
        pytest.param("{{ " + "a[" * 480 + "}}", 1, "写法不对", id="deep path"),
        pytest.param("{% if " + "1<" * 480 + "1 %}{% endif %}", 0, "写法不对", id="deep comparison"),
    ],
)  # fmt: skip
def test_problem(source: str, line: int, reason: str):
    with pytest.raises(TemplateProblem) as problem:
        render(source)
    assert problem.value.line == line
    assert reason in problem.value.reason
    assert "林小雨" not in str(problem.value)


def test_problems_lists_all_that_can_be_read():
    found = TEMPLATES.problems("{{ 定单号 }}\n{% emo 微小 %}\n{{ 买家 | upcse }}")
    assert [problem.line for problem in found] == [1, 2, 3]


def test_problems_tries_the_template_with_invented_facts():
    assert [problem.reason for problem in TEMPLATES.problems("{{ 签收时间 | plus_days: '七' }}")] == [
        "这里需要一个数字"
    ]
    assert [problem.line for problem in TEMPLATES.problems("{{ 买家")] == [1]
    assert (
        TEMPLATES.problems("".join(f"{{{{ {fact.label} }}}}" for fact in FACTS) + "{{ input.x }}{% 表情 微笑 %}") == []
    )


def test_problems_are_not_endless():
    assert len(TEMPLATES.problems("{{ zz }}" * 500)) == 20


def test_fields_of():
    source = "{% if 快递单号 %}{{ 买家 | append: 输入.天数 }}{% endif %}{{ 昵称 }}{% assign a = now %}{{ a }}"
    assert TEMPLATES.fields_of(source) == ("logistics.no", "buyer.nick", "input.天数", "now")


def test_proofreading_leaves_a_tree_that_can_still_be_walked():
    program = TEMPLATES._program("{% if 快递单号 == blank %}{% for i in (1..数量) %}{% endfor %}{% endif %}")
    assert {name for name, _ in program.template.analyze().globals.items()} == {"logistics.no", "item.qty"}


def test_a_slow_template_ends():
    ticks = itertools.count(step=MAX_SECONDS / 50)
    slow = Templates(EMOTICONS, lambda: next(ticks))
    assert slow.render("{{ 数量 }}", fields(), NONE).text == "2"
    for source in ("{{ 数量 }}" * 100, "{% for i in (1..100) %}{{ i | plus: 1 }}{% endfor %}"):
        with pytest.raises(TemplateProblem, match="用时太长"):
            slow.render(source, fields(), NONE)


def test_rendering_again_does_not_remember():
    source = "{% assign a = 买家 %}{{ a }}"
    assert render(source, 买家="x").text == "x"
    assert render(source).text == "〔买家昵称〕"


FOLLOWERS = [*string.digits, *string.ascii_letters, *string.punctuation, "好", "，", "🙂"]


@pytest.mark.parametrize("dialect", [*DIALECTS, NONE])
def test_every_face_keeps_its_distance(dialect: str):
    for start in range(0, len(EMOTICONS.names), 100):
        names = EMOTICONS.names[start : start + 100]
        source = "".join(f"{{% emo {name} %}}{{{{ input.next }}}}\n" for name in names)
        faces = [EMOTICONS.face(name, dialect) for name in names]
        for follower in FOLLOWERS:
            lines = [f.code + (" " if f.touchy and follower in UNSAFE_AFTER else "") + follower + "\n" for f in faces]
            assert render(source, dialect, **{"input.next": follower}).text == "".join(lines)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("{% emo 微笑 %}abc", "/:^_^ abc", id="letters"),
        pytest.param("{% emo 惊愕 %}=O", "/:O =O", id="start of another code"),
        pytest.param("{% emo 微笑 %}{{ 数量 }}", "/:^_^ 2", id="a fact"),
        pytest.param("{% emo 微笑 %}{% emo 微笑 %}", "/:^_^/:^_^", id="another face"),
        pytest.param("{% emo 微笑 %}{% emo 抱拳 %}!", "/:^_^🙏!", id="unicode between"),
        pytest.param("{% emo 微笑 %}{% emo 搬砖中 %}!", "/:^_^ !", id="nothing between"),
        pytest.param("{% emo 微笑 %}{% if 快递 %}x{% endif %}!", "/:^_^ !", id="empty branch between"),
        pytest.param("{% capture x %}{% emo 微笑 %}{% endcapture %}{{ x | append: 'a' }}", "/:^_^ a", id="captured"),
        pytest.param("{% emo 微笑 %}", "/:^_^", id="at the end"),
        pytest.param('{% emo "微笑" %}{% 表情 “微笑” %}', "/:^_^/:^_^", id="quotes"),
    ],
)
def test_what_follows_a_wangwang_code(source: str, text: str):
    assert render(source).text == text


PARTS = st.sampled_from(
    ["{{", "}}", "{%", "%}", "-", " ", "\n", "|", ":", ",", ".", "..", "(", ")", "[", "]", "'", '"', "==", ">", "1", "99",
     "if", "endif", "else", "elsif", "for", "endfor", "i in (1..3)", "assign", "x", "=", "capture", "endcapture", "case", "when",
     "endcase", "unless", "endunless", "comment", "endcomment", "raw", "endraw", "emo", "微笑", "买家", "实付", "签收时间", "input.a",
     "plus_days", "date", "append", "split", "default", "choices", "and", "or", "contains", "blank", "nil", "true", "break",
     "limit", "offset", "reversed", "#", "doc", "enddoc", "liquid", "echo"]
)  # fmt: skip


def accepts(source: str) -> None:
    for problem in TEMPLATES.problems(source):
        assert problem.reason
    try:
        rendered = render(source)
    except TemplateProblem:
        return
    assert "\r" not in rendered.text
    assert all(rendered.text[start] == "〔" for start, _ in rendered.gaps)


@given(st.text())
def test_any_text_renders_or_is_a_problem(source: str):
    accepts(source)


@given(st.lists(PARTS, max_size=30).map(" ".join))
def test_any_tokens_render_or_are_a_problem(source: str):
    accepts(source)


@given(st.lists(st.lists(PARTS, min_size=1, max_size=6).map(" ".join).flatmap(
    lambda inside: st.sampled_from([f"{{{{ {inside} }}}}", f"{{% {inside} %}}", f"{{% if {inside} %}}y{{% endif %}}",
                                    f"{{% assign x = {inside} %}}{{{{ x }}}}", f"{{% for x in {inside} %}}{{{{ x }}}}{{% endfor %}}"])
), max_size=4).map("".join))  # fmt: skip
def test_any_tags_render_or_are_a_problem(source: str):
    accepts(source)


def test_static_text_is_itself():
    text = "亲，100% 好 { } % # ~ 【】\n  第二行"
    assert render(text) == Rendered(text)
