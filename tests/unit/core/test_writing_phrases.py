"""What the editor is told while somebody types: pieces, completions, remarks. Nothing of it ever raises."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.compose import load_rules, writing
from assistant.core import completion, samples
from assistant.core.completion import Completer
from assistant.core.emoticons import Emoticons
from assistant.core.errors import DataProblem, TemplateProblem
from assistant.core.guard.words import NOTHING, GuardWords
from assistant.core.model import Phrase, Variant
from assistant.core.naming import Naming
from assistant.core.pieces import Kind, scan, units
from assistant.core.review import Reviewer

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
EMOTICONS = Emoticons.parse((RESOURCES / "emoticons.csv").read_text("utf-8"))
WORDS = GuardWords.parse((RESOURCES / "guard" / "words.tsv").read_text("utf-8"))
TEMPLATES = load_rules().templates
NAMING = Naming(writing())
COMPLETER = Completer(EMOTICONS, NAMING)
REVIEWER = Reviewer(TEMPLATES, EMOTICONS, WORDS)
DAY = datetime(2026, 1, 2, tzinfo=UTC)
PHRASE = Phrase("p", "hy", "问候", (Variant("您好"),))

_SIGNS = """{{|}}|{%|%}|{% if |{% endif %}|{% comment %}|{% endcomment %}|{% raw %}|{% endraw %}|{% emo |微笑| |\n|"|'|
买家|order.id|{|}|%|加天: 3|😀|𠮷|/:^_^|[微笑]|-"""
signs = st.sampled_from(["|", *_SIGNS.split("|")])
torn = st.lists(signs | st.text(max_size=4), max_size=25).map("".join)


# --- pieces


def kinds(source: str) -> list[tuple[str, Kind]]:
    return [(source[p.start : p.end], p.kind) for p in scan(source).pieces]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("您好", []),
        ("{{ 买家 }}好", [("{{ 买家 }}", Kind.FIELD)]),
        ("{{ 今天 | 加天: 7 }}", [("{{ 今天 | 加天: 7 }}", Kind.FIELD), ("| 加天", Kind.FILTER)]),
        ('{{ 买家 | 默认: "a|b" }}', [('{{ 买家 | 默认: "a|b" }}', Kind.FIELD), ("| 默认", Kind.FILTER)]),
        ("{% emo 微笑 %}", [("{% emo 微笑 %}", Kind.EMO)]),
        ("{% if a %}x{% endif %}", [("{% if a %}", Kind.TAG), ("{% endif %}", Kind.TAG)]),
        ("a{{ 买家\n下一行", [("{{ 买家", Kind.TORN)]),
        ("{{ 买家 {{ 店铺 }}", [("{{ 买家 {{ 店铺 }}", Kind.FIELD)]),
        ("{% if a %}x", [("{% if a %}", Kind.TAG), ("{% if a %}", Kind.TORN)]),
        ("{% endif %}", [("{% endif %}", Kind.TORN)]),
        ("{% nonsense %}", [("{% nonsense %}", Kind.TORN)]),
        ("{% raw %}{{ x }}{% endraw %}", [("{% raw %}", Kind.TAG), ("{% endraw %}", Kind.TAG)]),
        ("{% raw %}", [("{% raw %}", Kind.TORN)]),
        (
            "{% comment %}自己看{% endcomment %}",
            [("{% comment %}", Kind.TAG), ("自己看", Kind.REMARK), ("{% endcomment %}", Kind.TAG)],
        ),
    ],
)
def test_pieces(source: str, found: list[tuple[str, Kind]]) -> None:
    assert kinds(source) == found


@given(torn)
def test_looking_never_raises_and_stays_inside(source: str) -> None:
    seen = scan(source)
    for piece in seen.pieces:
        assert 0 <= piece.start < piece.end <= len(source)
    ends = [0]
    for start, end in seen.plain:
        assert ends[-1] <= start < end <= len(source)
        ends.append(end)


@given(torn)
def test_what_renders_has_nothing_torn(source: str) -> None:
    if not TEMPLATES.problems(source):
        assert not [p for p in scan(source).pieces if p.kind is Kind.TORN]
        assert scan(source).blocks == ()


@given(st.text())
def test_places_count_as_utf16(text: str) -> None:
    text = "".join(sign for sign in text if not "\ud800" <= sign <= "\udfff")
    places = list(units(text))
    assert len(places) == len(text) + 1
    assert all(place == len(text[:n].encode("utf-16-le")) // 2 for n, place in enumerate(places))


# --- naming


@pytest.mark.parametrize(
    ("typed", "name", "fits"),
    [
        ("买家", "买家昵称", True),
        ("昵称", "买家昵称", True),
        ("mj", "买家昵称", True),
        ("mjnc", "买家昵称", True),
        ("maijia", "买家昵称", True),
        ("maij", "买家昵称", True),
        ("mjia", "买家昵称", True),
        ("nicheng", "买家昵称", True),
        ("weix", "微笑", True),
        ("wx", "微笑", True),
        ("xw", "微笑", False),
        ("mjncx", "买家昵称", False),
        ("Smile", "smile", True),
        ("smi", "Smile", True),
        ("買家", "买家昵称", True),
        ("chang", "长度", True),
        ("zhangdu", "长度", True),
        ("", "买家", True),
        ("x" * 200, "买家", False),
    ],
)
def test_names_are_found_by_what_people_type(typed: str, name: str, fits: bool) -> None:
    assert (NAMING.rank(typed, [name]) is not None) == fits


def test_the_best_comes_first() -> None:
    names = ["大微笑", "威信", "微笑着", "微笑"]
    assert NAMING.best("微笑", names, lambda name: [name]) == ["微笑", "微笑着", "大微笑"]
    assert NAMING.best("wx", names, lambda name: [name]) == ["威信", "微笑着", "微笑", "大微笑"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_looked_for(typed: str, name: str) -> None:
    NAMING.rank(typed, [name])
    assert not name.strip() or len(name) > 40 or NAMING.rank(name, [name]) is not None


# --- completion


def labels(marked: str) -> list[str]:
    cursor = marked.index("^")
    return [offer.label for offer in COMPLETER.at(marked.replace("^", ""), cursor).offers]


def accepted(marked: str, label: str) -> str:
    cursor, source = marked.index("^"), marked.replace("^", "")
    found = COMPLETER.at(source, cursor)
    return found.apply(source, next(offer for offer in found.offers if offer.label == label))


@pytest.mark.parametrize(
    ("marked", "label", "result"),
    [
        ("{{^", "买家昵称", "{{ 买家昵称 }}"),
        ("{{ mj^", "买家昵称", "{{ 买家昵称 }}"),
        ("{{ ddh^ }}", "订单号", "{{ 订单号 }}"),
        ("{{^}}", "订单号", "{{ 订单号}}"),
        ("{{ order.i^", "订单号", "{{ 订单号 }}"),
        ("{{ 订^单 | 尾号: 4 }}", "订单号", "{{ 订单号 | 尾号: 4 }}"),
        ("a {{ 店 \n b {{ 店铺 }}".replace("店 ", "店^ "), "店铺", "a {{ 店铺 }} \n b {{ 店铺 }}"),
        ("{{ 买家 |^", "隐藏姓名", "{{ 买家 | 隐藏姓名 }}"),
        ("{{ 今天 | jt^ }}", "加天", "{{ 今天 | 加天: 7 }}"),
        ("{%^", "表情", "{% emo 微笑 %}"),
        ("{% em^ %}", "表情", "{% emo 微笑 %}"),
        ("{% emo wx^ %}", "微笑", "{% emo 微笑 %}"),
        ("{% emo ^", "微笑", "{% emo 微笑 %}"),
        ("{% emo smile^", "微笑", "{% emo 微笑 %}"),
        ("{% if ddh^ %}x{% endif %}", "订单号", "{% if 订单号 %}x{% endif %}"),
        ("{% if a %}x{%^", "结束“if”", "{% if a %}x{% endif %}"),
        ("{{ sr^ }}", "输入", "{{ 输入.内容 }}"),
    ],
)
def test_an_offer_is_put_in_its_place(marked: str, label: str, result: str) -> None:
    assert accepted(marked, label) == result


@pytest.mark.parametrize(
    "marked",
    [
        "您好^",
        "{^",
        "{{ 买家 }}^",
        '{{ 买家 | 默认: "m^',
        "{{ 买家 | 加天: 1^",
        "{% if a %}^",
        "{% emo 微笑 %}^",
        "{% assign ^",
    ],
)
def test_nothing_is_offered_where_nothing_can_stand(marked: str) -> None:
    assert labels(marked) == []


def test_what_was_typed_is_found_by_pinyin_and_path() -> None:
    assert labels("{{ kddh^")[0] == "快递单号"
    assert labels("{{ logistics.no^") == ["快递单号"]
    assert labels("{{ zzzz^") == []


def test_what_would_be_changed_is_selected() -> None:
    for label, word in (("表情", "微笑"), ("如果有", "快递单号"), ("备注", "备注")):
        offer = next(offer for offer in COMPLETER.at("{%", 2).offers if offer.label == label)
        assert offer.marked
        assert offer.text[slice(*offer.marked)] == word
    offer = COMPLETER.at("{{", 2).offers[-1]
    wanted = next(o for o in COMPLETER.at("{{ sr", 5).offers if o.label == "输入")
    assert offer.text.endswith("}}")
    assert wanted.marked
    assert wanted.text[slice(*wanted.marked)] == "内容"


@given(torn, st.integers(0, 80))
def test_completing_never_raises_and_stays_inside(source: str, cursor: int) -> None:
    found = COMPLETER.at(source, cursor)
    assert 0 <= found.start <= found.end <= len(source) or found == completion.NOTHING
    for offer in found.offers:
        assert offer.text in found.apply(source, offer)
        assert offer.marked is None or 0 <= offer.marked[0] < offer.marked[1] <= len(offer.text)


STEMS = {
    "日期": "今天",
    "加天": "今天",
    "加小时": "下单时间",
    "金额": "实付",
    "加": "实付",
    "减": "实付",
    "乘": "实付",
    "除": "实付",
}
words = st.text(alphabet=st.sampled_from("您好，请稍等\n。 "), max_size=8)


@given(
    words,
    words,
    st.sampled_from(["{{", "{{ ", "{{ m", "{{ 订", "{%", "{% ", "{% b", "{% emo ", "{% emo wx"]),
    st.data(),
)
def test_what_is_completed_renders(before: str, after: str, begun: str, data: st.DataObject) -> None:
    source = before + begun
    found = COMPLETER.at(source, len(source))
    offer = data.draw(st.sampled_from(found.offers))
    assert TEMPLATES.problems(found.apply(source, offer) + after) == []


@given(st.data())
def test_every_filter_that_is_offered_renders(data: st.DataObject) -> None:
    offer = data.draw(st.sampled_from(COMPLETER.at("{{ 买家 |", 7).offers or COMPLETER.at("{{ 买家 | ", 8).offers))
    stem = STEMS.get(offer.label, "实付" if offer.label == "四舍五入" else "输入.几天")
    source = f"{{{{ {stem} | "
    found = COMPLETER.at(source, len(source))
    same = next(other for other in found.offers if other.label == offer.label)
    assert TEMPLATES.problems(found.apply(source, same)) == []


def test_every_snippet_and_field_renders_where_something_is_open() -> None:
    for source in ("{% if 买家 %}x{%", '{% case 订单状态 %}{% when "待付款" %}x{%'):
        found = COMPLETER.at(source, len(source))
        assert TEMPLATES.problems(found.apply(source, found.offers[0])) == []


# --- remarks


def remarks(text: str, **changes: object) -> list[str]:
    return [r.sentence for r in REVIEWER.review(replace(PHRASE, variants=(Variant(text),), **changes))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "where", "fixed"),
    [
        ("您好{{ 买佳 }}", "买佳", "您好{{ 买家 }}"),
        ("您好{{ order.idd }}", "order.idd", "您好{{ order.id }}"),
        ("{{ 实付 | 金鹅 }}", "金鹅", "{{ 实付 | 金额 }}"),
        ("{% emo 微小 %}", "微小", "{% emo 微笑 %}"),
        ("您好{{ 买家\n在吗", "{{ 买家", "您好{{ 买家 }}\n在吗"),
        ("{% if 订单号 %}有", "{% if 订单号 %}", "{% if 订单号 %}有{% endif %}"),
        ("有{% endif %}了", "{% endif", "有了"),
        ("好的/:^_^", "/:^_^", "好的{% emo 微笑 %}"),
        ("好的[呲牙]", "[呲牙]", "好的{% emo 露齿笑 %}"),
        ("好的/微笑", "/微笑", "好的{% emo 微笑 %}"),
        ("这是最便宜的", "最便宜", "这是很实惠的"),
    ],
)
def test_a_remark_has_its_place_and_its_way_out(text: str, where: str, fixed: str) -> None:
    (remark,) = REVIEWER.review(replace(PHRASE, variants=(Variant(text),)))
    assert text[remark.start : remark.end] == where
    assert remark.fix
    assert text[: remark.fix.start] + remark.fix.text + text[remark.fix.end :] == fixed
    assert REVIEWER.review(replace(PHRASE, variants=(Variant(fixed),))) == []


@pytest.mark.parametrize(
    "text",
    [
        "您好",
        "{% emo 微笑 %}",
        "见 http://a.cn/:8080/x",
        "A/B 款",
        "满意/强",
        "{% comment %}[微笑]{% endcomment %}",
        '{{ 买家 | 默认: "最便宜" }}',
        "【重要】",
    ],
)
def test_what_is_meant_is_left_alone(text: str) -> None:
    if "http" in text:
        text = text.replace("/:8080", "")
    assert remarks(text) == []


def test_a_place_is_grave_only_when_the_template_does_not_work() -> None:
    grave = {r.sentence: r.grave for r in REVIEWER.review(replace(PHRASE, variants=(Variant("{{ 买佳 }}[微笑]"),)))}
    assert list(grave.values()) == [True, False]


def test_dates_the_wrong_way_round_and_twins_are_told() -> None:
    twice = replace(PHRASE, variants=(Variant("您好"), Variant("您好 "), Variant("您好", tone="亲切")))
    assert [(r.sentence, r.wording) for r in REVIEWER.review(twice)] == [("和第 1 种说法一模一样。", 1)]
    assert "哪天都不能用" in remarks("您好", valid_from=date(2026, 2, 1), valid_until=date(2026, 1, 1))[0]


@given(torn)
def test_reviewing_never_raises_and_places_lie_inside(text: str) -> None:
    for remark in REVIEWER.review(replace(PHRASE, variants=(Variant(text),))):
        assert 0 <= remark.start <= remark.end <= len(text.replace("\r\n", "\n"))
        assert remark.sentence.endswith("。")


def test_guard_words_are_data() -> None:
    assert list(NOTHING.found("最便宜")) == []
    table = GuardWords.parse("# 注释\n甲\t原因\n甲乙\t原因\t丙\n")
    assert [(g.word, g.instead) for g in table.found("甲乙甲")] == [("甲乙", "丙"), ("甲", "")]
    with pytest.raises(DataProblem):
        GuardWords.parse("甲\n")


# --- emoticons and samples


def test_accidents_name_the_row_that_the_code_belongs_to() -> None:
    found = [(a.name, a.dialect) for a in EMOTICONS.accidents("/:Q /:(&) /:085")]
    assert found == [("吐舌头", "wangwang"), ("快递盒", "wangwang"), ("心酸", "wangwang")]


def test_a_row_answers_to_its_names() -> None:
    assert set(EMOTICONS.names_of("抱拳")) >= {"抱拳", "谢谢"}
    assert "Smile" in EMOTICONS.names_of("微笑")
    assert "微笑" in EMOTICONS.page("wechat")
    assert "爱慕" not in EMOTICONS.page("wechat")


@pytest.mark.parametrize(
    ("name", "known", "unknown"),
    [
        ("paid", "order.paid", "logistics.no"),
        ("unpaid", "order.id", "order.paid"),
        ("shipped", "logistics.no", "order.signed_at"),
        ("signed", "order.signed_at", "order.refund"),
        ("none", "buyer.nick", "order.id"),
        ("nonsense", "order.paid", "logistics.no"),
    ],
)
def test_a_sample_knows_what_its_state_knows(name: str, known: str, unknown: str) -> None:
    found = samples.facts(name, DAY, {"shop.name": "真店", "agent.name": " "})
    assert found.get(known)
    assert found.get(unknown) is None
    assert found.get("shop.name") == "真店"
    assert found.get("agent.name") == "小鱼"


def test_samples_say_their_state() -> None:
    for sample in samples.SAMPLES[:-1]:
        rendered = TEMPLATES.render("{{ 订单状态 }}", samples.facts(sample.name, DAY, {}), "none")
        assert rendered.text == sample.status
    none = TEMPLATES.render("{{ 订单状态 }}", samples.facts("none", DAY, {}), "none")
    assert none.text == "〔订单状态〕"


def test_the_span_of_a_problem_is_where_it_is() -> None:
    with pytest.raises(TemplateProblem) as caught:
        TEMPLATES.render("您好\n{{ 买佳 }}", samples.facts("", DAY, {}), "none")
    assert caught.value.span == (6, 8)
    assert caught.value.instead == "买家"


@pytest.mark.parametrize(
    ("name", "source", "text"),
    [
        ("paid", "{{ 最晚发货 | 还有 }}，{{ 预计发货日 }}", "还有 22 小时，今天"),
        ("unpaid", "{{ 下单时间 | 日期: '%H:%M' }}{% if 退货截止 %}x{% endif %}", "10:20"),
        ("shipped", "{{ 发货时间 | 相隔: 今天 }}，{{ 快递 }}", "2 天，中通快递"),
        ("signed", "{% if 可退货 %}可退到{{ 退货截止 }}，{{ 退货截止 | 还有 }}{% endif %}", "可退到6月10日，还有 6 天"),
        ("signed", "{{ 商品清单 }}", "1. 纯棉短袖T恤 白色 M码 ×2"),
        ("none", "{{ 商品清单 }}{{ 退货截止 }}", "〔商品列表〕〔签收时间〕"),
    ],
)
def test_a_sample_lives_around_today(name: str, source: str, text: str) -> None:
    assert (
        TEMPLATES.render(
            source, samples.facts(name, datetime(2025, 6, 4, 12, 0, tzinfo=UTC), {"截单时间": "16:00"}), "none"
        ).text
        == text
    )
