"""What orders bring into templates: deadlines that are asked for, states, goods in loops, tables of the lead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.emoticons import Emoticons
from assistant.core.errors import TemplateProblem
from assistant.core.orders.order import STATES, Item, Order
from assistant.core.template import context
from assistant.core.template.calendar import Calendar
from assistant.core.template.context import Fields, Sources
from assistant.core.template.facts import FACTS, Field
from assistant.core.template.filling import Rendered, Templates
from assistant.storage import resources

NOW = datetime(2025, 9, 30, 14, 30, tzinfo=UTC)
EMOTICONS = Emoticons.parse((Path(__file__).resolve().parents[4] / "resources" / "emoticons.csv").read_text("utf-8"))
TEMPLATES = Templates(EMOTICONS, lambda: 0.0, Calendar.parse(resources.read_text("holidays.tsv")))
ITEMS = (Item("纯棉T恤", "白色 M", "2", "44.00", "TX-1"), Item("船袜", "", "3"))
SIGNED = Field("order.signed_at", "签收时间", "date")


@dataclass(frozen=True)
class Column:
    name: str


class Sizes:
    """A table by hand: sizes by height and weight."""

    keys = (Column("身高"), Column("体重"))
    answers = (Column("尺码"), Column("备注"), Column("洗涤"))

    def find(self, keys: object, column: str = "") -> str | None:
        rows = {("165", "52"): {"": "M", "备注": "修身"}}
        return rows.get(tuple(keys), {}).get(column)  # type: ignore[arg-type]


def fields(facts: dict[str, str] | None = None, items: tuple[Item, ...] = (), **answers: str) -> Fields:
    order = Order(facts=facts or {}, items=items)
    told = {name.replace("__", "."): text for name, text in answers.items()}
    return context.build(
        Sources(now=NOW, order_facts=order, answers=told, constants={"截单时间": "16:00"}, tables={"尺码": Sizes()})
    )


def render(source: str, facts: dict[str, str] | None = None, items: tuple[Item, ...] = (), **answers: str) -> Rendered:
    return TEMPLATES.render(source, fields(facts, items, **answers), "wangwang")


OPEN = {"order.signed_at": "2025-09-25 10:00:00", "order.status": "交易成功"}
SHUT = {"order.signed_at": "2025-09-01 10:00:00"}
ASK = "{% if return.open %}可退到{{ 退货截止 }}{% else %}已超过{{ 退货天数 }}天{% endif %}"


@pytest.mark.parametrize(
    ("source", "facts", "text"),
    [
        (ASK, OPEN, "可退到10月2日"),
        (ASK, SHUT, "已超过7天"),
        ("{% if 退货已过期 %}过{% elsif 可退货 %}还行{% endif %}", OPEN, "还行"),
        ("{% unless 可退货 %}过{% endunless %}", SHUT, "过"),
        ("{% case 可退货 %}{% when true %}行{% else %}不行{% endcase %}", OPEN, "行"),
        ("{% if 可退货 == true and 退货剩余天数 > 1 %}行{% endif %}", OPEN, "行"),
        ("{{ 可退货 }}{{ 退货已过期 }}{{ 退货剩余天数 }}", OPEN, "是否2"),
        ("{{ 退货截止 | 还有 }}，{{ 退货截止 | 日期: '%m/%d' }}", OPEN, "还有 2 天，10/02"),
        ("{% if 价保截止 %}有{% else %}不知道{% endif %}", OPEN, "不知道"),
        ("{% if 可价保 == blank %}不知道{% endif %}", OPEN, "不知道"),
        ("{{ 可价保 | 默认: '请看订单' }}", OPEN, "请看订单"),
        ("{{ 发货日 }}发，{% if 今天能发 %}赶得上{% endif %}", OPEN, "今天发，赶得上"),
        ("{{ 今天 | 加工作日: 1 }}前处理", OPEN, "10月9日前处理"),
        ("{{ 签收时间 | 后: '3个工作日' }} {{ 签收时间 | 前: '1天' | 日期: '%m-%d' }}", OPEN, "9月29日 09-24"),
    ],
)
def test_deadlines(source: str, facts: dict[str, str], text: str) -> None:
    assert render(source, facts) == Rendered(text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param(ASK, "〔签收时间〕", id="if"),
        pytest.param("a{% unless return.closed %}行{% endunless %}b", "a〔签收时间〕b", id="unless"),
        pytest.param("{% case 可退货 %}{% when true %}行{% else %}不行{% endcase %}", "〔签收时间〕", id="case"),
        pytest.param("{% if 退货剩余天数 > 1 %}行{% else %}不行{% endif %}", "〔签收时间〕", id="compared"),
        pytest.param("{% if 数量 > 3 %}多{% elsif 可退货 %}行{% else %}不行{% endif %}", "〔签收时间〕", id="elsif"),
        pytest.param("{% if 可退货 and 称呼 %}行{% else %}不行{% endif %}", "〔签收时间〕", id="and"),
        pytest.param("{% assign x = 可退货 %}{% if x %}行{% else %}不行{% endif %}", "〔签收时间〕", id="assigned"),
        pytest.param(
            "{% if 可退货 %}{% assign x = '行' %}{% else %}{% assign x = '不行' %}{% endif %}答：{{ x }}",
            "〔签收时间〕答：〔签收时间〕", id="what its branches set",
        ),
        pytest.param(
            "{% for i in (1..2) %}{% if 可退货 %}{% assign x = '行' %}{% endif %}{% endfor %}{{ x }}",
            "〔签收时间〕〔签收时间〕", id="in a block that shows nothing",
        ),
        pytest.param("{% capture x %}{% if 可退货 %}行{% endif %}{% endcapture %}{{ x }}", "〔签收时间〕", id="captured"),
        pytest.param("{{ 可退货 }}", "〔签收时间〕", id="shown"),
        pytest.param("{{ 退货截止 | 还有 }}", "〔签收时间〕", id="filtered"),
        pytest.param("{{ 退货剩余天数 | 加: 1 }}", "〔签收时间〕", id="calculated"),
        pytest.param("{% for i in (1..退货剩余天数) %}x{% endfor %}", "〔签收时间〕", id="range"),
    ],
)  # fmt: skip
def test_a_deadline_whose_date_is_unknown_is_asked_and_never_guessed(source: str, text: str) -> None:
    rendered = render(source)
    assert rendered.text == text
    assert rendered.missing == (SIGNED,)
    assert all(rendered.text[start:end] == "〔签收时间〕" for start, end in rendered.gaps)
    answered = render(source, order__signed_at="2025-09-25")
    assert answered.missing == ()
    assert "不行" not in answered.text


def test_what_is_asked_is_what_is_unknown() -> None:
    assert [field.path for field in render("{{ 质保截止 }}", OPEN).missing] == ["shop.warranty_days"]
    assert [field.path for field in render("{{ 质保截止 }}").missing] == ["order.signed_at"]
    odd = render("{% if 可退货 %}x{% endif %}", {"order.signed_at": "昨天下午"})
    assert odd.missing == (Field("return.open", "可退货", "choice", ("是", "否")),)
    assert (
        render("{% if 可退货 %}行{% else %}不行{% endif %}", {"order.signed_at": "昨天下午"}, 可退货="否").text
        == "不行"
    )


@pytest.mark.parametrize(
    "wording", ["等待买家付款", "买家已付款，等待卖家发货", "卖家已发货，等待买家确认", "交易成功", "交易关闭"]
)
def test_a_state_shows_its_meaning_and_equals_both(wording: str) -> None:
    meaning = Order(facts={"order.status": wording}).state
    facts = {"order.status": wording}
    assert meaning in STATES
    assert render("{{ 订单状态 }}", facts).text == meaning
    for said in (meaning, wording):
        source = (
            f"{{% if 订单状态 == '{said}' %}}等{{% endif %}}{{% case 订单状态 %}}{{% when '{said}' %}}是{{% endcase %}}"
        )
        assert render(source, facts).text == "等是"
        assert render(f"{{% if '{said}' != 订单状态 %}}不等{{% endif %}}", facts).text == ""
    assert render("{% if 订单状态 == '退款中' %}等{% endif %}", facts).text == ""


def test_a_state_that_nobody_knows_shows_as_it_is() -> None:
    assert render("{{ 订单状态 }}", {"order.status": "预售定金"}).text == "预售定金"
    assert render("{{ 订单状态 }}").missing[0].choices == STATES


LOOP = "{% for 件 in 商品列表 %}{{ 件.标题 }} {{ 件.规格 }}×{{ 件.数量 }};{% endfor %}"


def test_goods_in_a_loop() -> None:
    assert render(LOOP, items=ITEMS[:1]).text == "纯棉T恤 白色 M×2;"
    rendered = render(LOOP, items=ITEMS)
    assert rendered.text == "纯棉T恤 白色 M×2;船袜 〔第2件的规格〕×3;"
    assert rendered.missing == (Field("items.2.sku", "第2件的规格"),)
    assert render(LOOP, items=ITEMS, items__2__sku="灰色").text == "纯棉T恤 白色 M×2;船袜 灰色×3;"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{% for i in items %}{{ i.title }}/{{ i.price }}/{{ i.code }}{% break %}{% endfor %}", "纯棉T恤/44.00/TX-1"),
        ("{% for i in items reversed %}{{ forloop.index }}{{ i.标题 }}{% endfor %}", "1船袜2纯棉T恤"),
        ("{% for i in items limit: 1 %}{{ i }}{% endfor %}", "纯棉T恤 白色 M ×2"),
        ("{% for i in items %}{% if i.规格 %}{{ i.规格 }}{% else %}无{% endif %}{% endfor %}", "白色 M无"),
        ("{% for i in items %}{% if i.数量 > 2 %}{{ i.标题 }}{% endif %}{% endfor %}", "船袜"),
        ("{{ 商品清单 }}", "1. 纯棉T恤 白色 M ×2\n2. 船袜 ×3"),
        ("{{ 商品列表 }}", "1. 纯棉T恤 白色 M ×2\n2. 船袜 ×3"),
        ("{{ items | size }}{{ 商品种数 }}{{ 数量 }}{% assign a = items | last %}{{ a.标题 }}", "225船袜"),
        ("{% if 商品种数 > 1 %}多种{% endif %}", "多种"),
    ],
)
def test_ways_to_tell_the_goods(source: str, text: str) -> None:
    assert render(source, items=ITEMS) == Rendered(text)


def test_goods_that_nobody_knows_are_asked() -> None:
    for source in (
        LOOP,
        "{{ 商品清单 }}",
        "{{ 商品种数 }}",
        "{{ items }}",
        "{% for i in items %}{% else %}无{% endfor %}",
    ):
        assert [field.path for field in render(source).missing] == ["items"], source
    assert render("{% if items %}有{% else %}无{% endif %}") == Rendered("无")
    typed = render("{% for 件 in 商品列表 %}{{ 件.标题 }}{{ 件.数量 }};{% endfor %}", 商品列表="帽子 ×2；围巾")
    assert typed.text == "帽子2;围巾〔第2件的数量〕;"


def test_a_loop_over_any_missing_fact_asks() -> None:
    assert render("{% for x in 快递 %}{{ x }}{% endfor %}").text == "〔快递公司〕"
    assert render("{% assign a = input.话 | split: '、' %}{% for x in a %}{{ x }}{% endfor %}").text == "〔话〕"


@pytest.mark.parametrize("name", ["颜色", "titel"])
def test_a_line_has_no_other_names(name: str) -> None:
    source = f"{{% for 件 in 商品列表 %}}{{{{ 件.{name} }}}}{{% endfor %}}"
    (problem,) = TEMPLATES.problems(source)
    assert f"没有“{name}”这个商品内容" in problem.reason
    assert TEMPLATES.problems("{% for 件 in (1..2) %}{{ forloop.index }}{% endfor %}" + LOOP) == []


@pytest.mark.parametrize(
    ("source", "text", "asked"),
    [
        ("{{ 表.尺码 | 查: 165, '52' }}", "M", []),
        ("{{ table.尺码 | lookup: 165, 52, 列: '备注' }}", "修身", []),
        ("{{ 表.尺码 | 查: input.身高, 52 }}", "〔身高〕", ["input.身高"]),
        ("{{ 表.尺码 | 查: 190, 90 }}", "〔尺码〕", ["table.尺码:190/90/"]),
        ("{{ 表.尺码 | 查: 165, 52, column: '洗涤' }}", "〔洗涤〕", ["table.尺码:165/52/洗涤"]),
        ("{{ 表.运费 | 查: '浙江省' }}", "〔运费〕", ["table.运费:浙江省/"]),
        ("{{ 表.尺码 | 查: 165, 52 | append: '码' }}", "M码", []),
    ],
)
def test_tables_of_the_lead(source: str, text: str, asked: list[str]) -> None:
    rendered = render(source)
    assert (rendered.text, [field.path for field in rendered.missing]) == (text, asked)
    answers = {field.path: "165" if field.path == "input.身高" else "XL" for field in rendered.missing}
    assert TEMPLATES.render(source, fields().with_answers(answers), "wangwang").missing == ()


def test_an_answer_is_for_these_very_keys() -> None:
    known = fields().with_answers({"table.尺码:190/90/": "XXL"})
    assert (
        TEMPLATES.render("{{ 表.尺码 | 查: 190, 90 }}{{ 表.尺码 | 查: 191, 90 }}", known, "wangwang").text
        == "XXL〔尺码〕"
    )
    assert render("{{ 表.尺码 | 查: input.身高, 52 }}", 表__尺码="S").text == "S"


@pytest.mark.parametrize(
    ("source", "reason"), [("{{ 表.尺码 }}", "是一张表"), ("{{ 表.尺码 | 查: 165 }}", "要用 2 项来查：身高、体重")]
)
def test_a_table_wants_its_keys(source: str, reason: str) -> None:
    with pytest.raises(TemplateProblem, match=reason):
        render(source)


@pytest.mark.parametrize(
    ("number", "text", "choices"),
    [
        ("SF1234567890123", "顺丰速运", ()),
        ("123456789012", "〔快递公司〕", ("顺丰速运", "中通快递", "申通快递", "天天快递")),
        ("无", "〔快递公司〕", ()),
    ],
)
def test_the_courier_of_a_number(number: str, text: str, choices: tuple[str, ...]) -> None:
    rendered = render("{{ 快递单号 | 识别快递 }}", {"logistics.no": number})
    assert rendered.text == text
    assert [field.choices for field in rendered.missing] == ([] if text == "顺丰速运" else [choices])
    told = render("{{ 快递单号 | 识别快递 }}", {"logistics.no": number}, 快递公司="中通快递")
    assert told.text == ("顺丰速运" if text == "顺丰速运" else "中通快递")


def test_a_courier_by_its_usual_name_or_by_the_number() -> None:
    assert render("{{ 快递 }}", {"logistics.company": "圆通快递"}).text == "圆通速递"
    assert render("{{ 快递 }}", {"logistics.no": "YT1234567890123"}).text == "圆通速递"
    assert render("{{ 快递 }}", {"logistics.no": "YT1234567890123", "logistics.company": "山间马帮"}).text == "山间马帮"
    assert render("{{ 快递 }}", {"logistics.no": "123456789012"}).text == "〔快递公司〕"


def test_how_many_orders_a_buyer_has() -> None:
    orders = [Order(facts={"order.status": state}) for state in ("交易成功", "等待买家付款", "")]
    known = context.build(Sources(now=NOW, orders=orders))
    assert [known.get("订单数"), known.get("未完成订单数")] == ["3", "2"]
    assert context.build(Sources(now=NOW)).get("订单数") is None


PARTS = st.sampled_from(
    ["{% if 可退货 %}", "{% elsif 价保已过期 %}", "{% else %}", "{% endif %}", "{% for 件 in 商品列表 %}", "{{ 件.标题 }}",
     "{{ 件.规格 }}", "{% endfor %}", "{{ 退货截止 | 还有 }}", "{{ 商品清单 }}", "{{ 表.尺码 | 查: 165, input.体重 }}", "{{ 订单状态 }}",
     "{% unless 今天能发 %}", "{% endunless %}", "{% assign x = 可退货 %}", "{% if x %}", "{{ x }}", "{% capture x %}", "{% endcapture %}",
     "{{ 快递单号 | 识别快递 }}", "{{ 收货地址 | 隐藏地址 }}", "{{ 今天 | 后: input.时长 }}", "{{ 单价 | 乘: 数量 }}", "好"]
)  # fmt: skip
KNOWN = st.fixed_dictionaries(
    {},
    optional={
        fact.path: st.sampled_from(["2025-09-25", "7", "x", "SF1234567890123", "浙江省"])
        for fact in FACTS
        if "now" not in fact.path
    },
)


@given(st.lists(PARTS, max_size=8).map("".join), KNOWN, st.lists(st.sampled_from([*ITEMS, Item()]), max_size=3))
def test_whatever_is_known_it_renders_asks_or_is_a_problem(
    source: str, known: dict[str, str], items: list[Item]
) -> None:
    try:
        rendered = render(source, known, tuple(items))
    except TemplateProblem:
        return
    assert bool(rendered.missing) == bool(rendered.gaps)
    assert all(rendered.text[start] == "〔" and rendered.text[end - 1] == "〕" for start, end in rendered.gaps)
    paths = [field.path for field in rendered.missing]
    assert len(paths) == len(set(paths))
    for _ in range(6):  # what is asked can be answered, and then nothing is left to ask
        if not rendered.missing:
            return
        known |= {field.path: field.choices[0] if field.choices else "2025-09-25" for field in rendered.missing}
        try:
            rendered = TEMPLATES.render(source, fields({}, tuple(items)).with_answers(known), "wangwang")
        except TemplateProblem:
            return
    raise AssertionError(rendered.missing)
