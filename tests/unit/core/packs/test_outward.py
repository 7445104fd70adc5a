"""Templates cut into what other programs can say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import compose
from assistant.core.packs import outward
from assistant.core.packs.macros import literal
from assistant.core.packs.outward import Ask, Cutter, Day, Fact, Smile, Words, plain

EMOTICONS = compose.load_rules().templates.emoticons
CUTTER = Cutter(EMOTICONS, {"shop.name": "小雨的店"})
DAY = 86_400


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("您好", (Words("您好"),)),
        ("", ()),
        ("{{ 买家 }}您好", (Fact("buyer.nick", "买家昵称"), Words("您好"))),
        ("{{ order.id }}", (Fact("order.id", "订单号"),)),
        ("{{ 称呼 }}，我是{{ 店铺 }}的", (Words("亲，我是小雨的店的"),)),
        ("{{ input.天数 }}天", (Ask("天数"), Words("天"))),
        ('{{ input.天数 | 预填: "3" }}', (Ask("天数", default="3"),)),
        (
            '{{ 输入.快递 | 选项: "中通", "圆通" | prefill: "圆通" }}',
            (Ask("快递", "choice", ("中通", "圆通"), "圆通"),),
        ),
        ("{{ input.日期 | a_date }}", (Ask("日期", "date"),)),
        ('{{ input["收货 地址"] }}', (Ask("收货 地址"),)),
        ('{{ "now" | date: "%Y-%m-%d" }}', (Day("%Y-%m-%d"),)),
        ('{{ "明天" | date: "%F" }}', (Day("%F", DAY),)),
        ("{{ 今天 }}", (Day("%-m月%-d日"),)),
        ("{{ 现在 }}", (Day("%H:%M"),)),
        ('{{ 今天 | 加天: 3 | date: "%d" }}', (Day("%d", 3 * DAY),)),
        ('{{ now | after: "48小时" }}', (Day("%-m月%-d日", 2 * DAY),)),
        ('{{ now | before: "1天" }}', (Day("%-m月%-d日", -DAY),)),
        ("好{% emo 微笑 %}", (Words("好"), Smile("微笑"))),
        ("{% comment %}不说{% endcomment %}说", (Words("说"),)),
        ("{% raw %}{{ x }}{% endraw %}", (Words("{{ x }}"),)),
        ("{% assign 甲 = 买家 %}{{ 甲 }}", (Fact("buyer.nick", "买家昵称"),)),
        ("{% capture 甲 %}{{ 买家 }}好{% endcapture %}{{ 甲 }}", (Fact("buyer.nick", "买家昵称"), Words("好"))),
    ],
)
def test_what_can_be_said_is_told_apart(source: str, parts: tuple[outward.Part, ...]) -> None:
    assert CUTTER.cut(source) == outward.Cut(parts)


@pytest.mark.parametrize(
    ("source", "parts", "remark"),
    [
        ("甲{% if 快递单号 %}乙{% else %}丙{% endif %}", (Words("甲乙"),), outward.BRANCHES),
        ("{% unless 快递单号 %}乙{% else %}丙{% endunless %}", (Words("乙"),), outward.BRANCHES),
        ('{% case 订单状态 %}{% when "待发货" %}乙{% else %}丙{% endcase %}', (Words("乙"),), outward.BRANCHES),
        ("{% for 件 in 商品列表 %}{{ 件.标题 }}{% endfor %}", (Words("【商品列表】"),), outward.LOOPS),
        ("{{ 订单号 | 隐藏单号 }}", (Fact("order.id", "订单号"),), outward.FILTERED),
        ("{{ 表.尺码 | 查: input.身高 }}", (Fact("table.尺码", "尺码"),), outward.FILTERED),
        ("{{ now | plus_workdays: 3 }}", (Fact("now", "此刻"),), outward.FILTERED),
        ("{{ 买家", (Words("{{ 买家"),), outward.BROKEN),
        ("{% nonsense %}", (Words("{% nonsense %}"),), outward.BROKEN),
    ],
)
def test_what_is_lost_is_told(source: str, parts: tuple[outward.Part, ...], remark: str) -> None:
    assert CUTTER.cut(source) == outward.Cut(parts, (remark,))


def test_a_program_without_macros_gets_names_in_brackets() -> None:
    text, told = plain(
        CUTTER.cut("{{ 买家 }}，{{ input.天数 }}天，{{ 今天 | 加天: 3 }}{% emo 微笑 %}"), EMOTICONS, "wangwang"
    )
    assert text == f"【买家昵称】，【天数】天，【3天后的日期】{EMOTICONS.face('微笑', 'wangwang').code}"
    assert told == (outward.FACTS, outward.ASKS, outward.DAYS, outward.FACES)


def test_a_code_is_kept_apart_from_what_would_become_part_of_it() -> None:
    code = EMOTICONS.face("微笑", "wangwang").code
    assert plain(CUTTER.cut("{% emo 微笑 %}OK"), EMOTICONS, "wangwang")[0] == f"{code} OK"
    assert plain(CUTTER.cut("{% emo 微笑 %}好"), EMOTICONS, "wangwang")[0] == f"{code}好"


def test_an_emoticon_that_nobody_has_is_left_out_and_told() -> None:
    assert plain(CUTTER.cut("好{% emo 没有这个 %}"), EMOTICONS, "unicode") == ("好", (outward.NO_FACE,))


@given(st.text())
def test_any_text_written_as_a_literal_comes_out_the_same(text: str) -> None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    assert plain(CUTTER.cut(literal(text)), EMOTICONS, "unicode") == (text, ())


@given(st.text(alphabet="{}%|\"' ifenduasgcptr买家.\n", max_size=60))
def test_nothing_makes_it_raise(source: str) -> None:
    assert isinstance(CUTTER.cut(source), outward.Cut)
