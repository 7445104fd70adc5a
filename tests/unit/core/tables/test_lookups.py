"""Tables in templates: what a phrase says, what is asked when a table does not tell, what an editor says of them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.compose import regions, writing
from assistant.core.completion import Completer
from assistant.core.emoticons import Emoticons
from assistant.core.errors import TemplateProblem
from assistant.core.guard.words import GuardWords
from assistant.core.model import Phrase, Variant
from assistant.core.naming import Naming
from assistant.core.orders.order import Order
from assistant.core.review import Reviewer
from assistant.core.tables.places import locator
from assistant.core.tables.table import Column, Kind, Table
from assistant.core.tables.usage import examples, lookup
from assistant.core.template.context import Sources, build
from assistant.core.template.filling import Templates

NOW = datetime(2025, 6, 5, 14, 30, tzinfo=UTC)
FACES = Emoticons.parse((Path(__file__).parents[4] / "resources/emoticons.csv").read_text(encoding="utf-8-sig"))
TEMPLATES = Templates(FACES, lambda: 0.0)
SIZES = Table(
    "尺码",
    (Column("身高(cm)", Kind.RANGE), Column("体重(kg)", Kind.RANGE), Column("尺码"), Column("说明")),
    (("150-159", "40-50", "S", "偏小"), ("160-169", "50-60", "M", "")),
)
COURIERS = Table(
    "快递",
    (Column("省份", Kind.REGION), Column("快递"), Column("天数")),
    (("江浙沪", "中通", "1"), ("全国", "圆通", "3")),
)
FEES = Table("运 费", (Column("省份", Kind.REGION), Column("运费")), (("浙江", "5"),))
TABLES = {table.name: table for table in (SIZES, COURIERS, FEES)}


def filled(source: str, answers=None, order=None, tables=TABLES):
    facts = build(Sources(now=NOW, answers=answers or {}, order_facts=order, tables=tables))
    return TEMPLATES.render(source, facts, "unicode")


def test_a_reply_says_what_the_table_tells() -> None:
    order = Order(facts={"receiver.province": "浙江省"})
    said = filled('发{{ 表.快递 | 查: 省份 }}，{{ table.快递 | lookup: 省份, 列: "天数" }} 天到', order=order)
    assert said.text == "发中通，1 天到"
    assert said.missing == ()
    assert filled('{{ 表["运 费"] | 查: 省份 }}', order=order).text == "5"


def test_a_key_that_nobody_knows_is_asked_first() -> None:
    asked = filled("{{ 表.尺码 | 查: 输入.身高, 输入.体重 }}码", {"输入.身高": "165"})
    assert [field.path for field in asked.missing] == ["input.体重"]
    assert (
        filled("{{ 表.尺码 | 查: 输入.身高, 输入.体重 }}码", {"输入.身高": "1米65", "输入.体重": "110斤"}).text == "M码"
    )


def test_a_miss_is_asked_and_the_answer_is_used() -> None:
    source, keys = "{{ 表.尺码 | 查: 输入.身高, 输入.体重 }}码", {"输入.身高": "180", "输入.体重": "90"}
    asked = filled(source, keys)
    [field] = asked.missing
    assert field.label == "尺码"
    assert asked.text == "〔尺码〕码"
    assert filled(source, {**keys, field.path: "XXL"}).text == "XXL码"
    # what was told for these keys says nothing about others
    assert filled(source, {**keys, "输入.体重": "91", field.path: "XXL"}).missing


def test_an_empty_answer_is_a_miss() -> None:
    asked = filled('{{ 表.尺码 | 查: "165", "55", 列: "说明" }}')
    assert [field.label for field in asked.missing] == ["说明"]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ('{{ 表.尺码 | 查: "165" }}', "要用 2 项来查：身高(cm)、体重(kg)"),
        ('{{ 表.快递 | 查: "浙江", 列: "天" }}', "没有“天”这一列结果"),
    ],
)
def test_a_wrong_look_up_is_a_problem(source, reason) -> None:
    with pytest.raises(TemplateProblem, match="表") as caught:
        filled(source)
    assert reason in caught.value.reason


def review(source: str, tables=lambda: TABLES):
    reviewer = Reviewer(TEMPLATES, FACES, GuardWords.parse(""), tables)
    return reviewer.review(Phrase("1", "", "t", (Variant(source),)))


def test_an_editor_tells_a_table_that_is_not_there() -> None:
    source = "亲，{{ 表.尺寸 | 查: 输入.身高, 输入.体重 }}"
    [remark] = review(source)
    assert remark.grave
    assert source[remark.start : remark.end] == "尺寸"
    assert remark.fix
    assert remark.fix.text == "尺码"
    assert review("{{ 表.尺码 | 查: 输入.身高, 输入.体重 }}") == []
    assert review(source, lambda: None) == []  # nobody knows which there are
    assert "要用 1 项来查" in review("{{ 表.快递 | 查: 省份, 城市 }}")[0].sentence


def test_completion_offers_the_tables_as_they_are_to_be_written() -> None:
    completer = Completer(FACES, Naming(writing()), TABLES.values)
    completion = completer.at("{{ 表.快", 6)
    offer = completion.offers[0]
    assert offer.label == "表.快递"
    assert offer.detail == "省份"
    assert completion.apply("{{ 表.快", offer) == "{{ 表.快递 | 查: 省份 }}"
    assert review(completion.apply("{{ 表.快", offer)) == []
    found = completer.at("{{ chima", 8)  # by pinyin
    assert "表.尺码" in [offer.label for offer in found.offers]
    assert "表.尺码" not in [offer.label for offer in completer.at("{% if 尺码", 8).offers]


def test_every_example_renders_against_its_table() -> None:
    assert lookup(SIZES) == "表.尺码 | 查: 输入.身高, 输入.体重"
    assert examples(COURIERS)[1] == ("天数", '{{ 表.快递 | 查: 省份, 列: "天数" }}')
    gifts = Table("赠品", (Column("满额", Kind.AMOUNT), Column("赠品")), (("满99", "袜子"),))
    assert lookup(gifts) == "表.赠品 | 查: 实付"
    assert examples(Table("空", (Column("a"),))) == ()
    for table in (*TABLES.values(), gifts):
        for _, text in examples(table):
            assert TEMPLATES.problems(text, {table.name: table}) == []


def test_where_a_city_lies_is_known() -> None:
    locate = locator(regions())
    table = Table("t", (Column("地区", Kind.REGION), Column("答")), (("浙江", "a"), ("义乌", "b")), locate)
    assert [table.find((where,)) for where in ("杭州市", "杭州", "义乌市", "西湖区", "朝阳", "随便")] == [
        "a", "a", "b", None, None, None,
    ]  # fmt: skip
    assert Table("t", (Column("地区", Kind.REGION), Column("答")), (("偏远", "a"),), locate).cells == ((None,),)
