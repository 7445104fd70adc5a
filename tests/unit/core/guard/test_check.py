"""What is found about a draft before it may go out: rule by rule, with what must not be taken for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.emoticons import Emoticons
from assistant.core.guard.check import Case, Finding, Verdict, check, fixed
from assistant.core.guard.rules import BLOCK, CONFIRM, OFF, RULES, Layer, Rules, merged
from assistant.core.guard.words import GuardWords, Word
from assistant.core.model import Draft, Phrase, Profile, Target, Variant, Window
from assistant.core.orders.order import Order
from assistant.storage import resources

EMOTICONS = Emoticons.parse(resources.read_text("emoticons.csv"))
SHIPPED = GuardWords.parse(resources.read_text("guard/words.tsv"))
RULEBOOK = merged(Layer(), Layer(), SHIPPED.words)
WANGWANG = Profile("wangwang", "千牛 / 旺旺", "wangwang", max_length=800)
WECHAT = Profile("wechat", "微信", "wechat")
PIDGIN = Profile("pidgin", "Pidgin")
NOW = datetime(2026, 11, 22, 10, 0).astimezone()


def case(text: str, profile: Profile = WANGWANG, **more: object) -> Case:
    target = Target(Window(1, 1, "chat", "小雨"), profile, "小雨")
    known = Case(draft=Draft("p", 0, text), target=target, now=NOW, rules=RULEBOOK, emoticons=EMOTICONS)
    return replace(known, **more)  # type: ignore[arg-type]


def found(text: str, profile: Profile = WANGWANG, **more: object) -> list[str]:
    """The names of the rules that have something to say."""
    return [finding.rule for finding in check(case(text, profile, **more)).findings]


def marked(finding: Finding, text: str) -> list[str]:
    return [text[first:last] for first, last in finding.spans]


def template(source: str) -> Phrase:
    return Phrase("p", "p", "p", (Variant(source),))


# --- the verdict


def test_nothing_found_may_go_out() -> None:
    verdict = check(case("亲，您好，在的呢。"))
    assert (verdict.clean, verdict.blocked) == (True, False)


def test_what_blocks_comes_first() -> None:
    verdict = check(case("加微信聊，订单〔订单号〕", same_chat=False))
    assert [f.rule for f in verdict.findings] == ["unfilled", "chat", "lure"]
    assert verdict.blocked
    assert all(finding.sentence.endswith("。") for finding in verdict.findings)


def test_findings_hide_what_a_buyer_is_called() -> None:
    verdict = check(case("好的", order=Order(facts={"buyer.nick": "阿明的店"})))
    assert "阿明的店" in verdict.findings[0].sentence
    assert "阿明的店" not in repr(verdict)


# --- filled at all


@pytest.mark.parametrize("text", ["", " \n", "\t"])
def test_nothing_to_paste_blocks(text: str) -> None:
    verdict = check(case(text))
    assert [f.rule for f in verdict.findings] == ["empty"]
    assert verdict.blocked


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("订单〔订单号〕已发出", "〔订单号〕"),
        ("您好{{ 买家 }}", "{{ 买家 }}"),
        ("您好{{ 买家", "{{ 买家"),
        ("{% if 快递单号 %}有", "{% if 快递单号 %}"),
        ("${name}您好", "${name}"),
        ("【姓名】您好", "【姓名】"),
        ("订单[订单号]已发出", "[订单号]"),
        ("亲爱的【买家昵称】，您好", "【买家昵称】"),
        ("快递是【XXX】。", "【XXX】"),
        ("单号是【请填写单号】", "【请填写单号】"),
    ],
)
def test_what_was_not_filled_blocks(text: str, left: str) -> None:
    [finding] = check(case(text)).findings
    assert (finding.rule, finding.blocking, marked(finding, text)) == ("unfilled", True, [left])


@pytest.mark.parametrize(
    "text",
    [
        "【订单号】3500001234",
        "【收货地址】：西湖区",
        "【重要通知】今天发货",
        "请提供【姓名】【电话】，小二帮您改",
        "〔2020〕号文件",
        "一件 {蓝色}，$5",
        "[微笑]您好",
    ],
)
def test_headings_and_questions_are_filled_in(text: str) -> None:
    assert "unfilled" not in found(text, WECHAT)


def test_what_a_phrase_means_word_for_word() -> None:
    goods = {"item.title": "〔新品〕汤锅", "clipboard": "〔新品〕"}
    assert found("〔温馨提示〕今天休息", phrase=template("〔温馨提示〕今天休息")) == []
    assert found("〔新品〕汤锅有货", phrase=template("{{ 商品 }}有货"), facts=goods) == []
    assert found("{{ 买家 }}", phrase=template("{% raw %}{{ 买家 }}{% endraw %}")) == []
    assert found("〔新品〕有货", phrase=template("{{ 剪贴板 }}有货"), facts=goods) == ["unfilled"]
    assert found("订单〔订单号〕", phrase=template("订单〔订单号〕")) == ["unfilled"]
    assert found("${name}您好", phrase=template("${name}您好")) == ["unfilled"]
    assert found("【姓名】您好", phrase=template("【姓名】您好")) == ["unfilled"]


# --- the chat and its buyer


def test_another_chat_in_the_window() -> None:
    assert found("您好", same_chat=False) == ["chat"]


@pytest.mark.parametrize(
    ("theirs", "here", "same"),
    [
        ("小雨", "小雨", True),
        ("XiaoYu", "xiaoyu ", True),
        ("ｘｉａｏｙｕ", "xiaoyu", True),
        ("t**8", "tb123458", True),
        ("t**8", "tb123457", False),
        ("小**雨", "小小雨", True),
        ("阿明", "小雨", False),
        ("", "小雨", True),
        ("阿明", "", True),
    ],
)
def test_an_order_of_somebody_else(theirs: str, here: str, same: bool) -> None:
    target = Target(Window(1, 1, "chat", ""), WANGWANG, here)
    order = Order(facts={"buyer.nick": theirs} if theirs else {"order.id": "1"})
    findings = check(case("好的", target=target, order=order)).findings
    assert [f.rule for f in findings] == ([] if same else ["buyer"])
    if not same:
        assert theirs in findings[0].sentence
        assert here in findings[0].sentence


# --- phones


@pytest.mark.parametrize(
    ("text", "told", "mended"),
    [
        ("电话13800001234哦", "13800001234", "电话138****1234哦"),
        ("+86 138-0000-1234", "138-0000-1234", "+86 138-****-1234"),
        ("138 0000 1234", "138 0000 1234", "138 **** 1234"),
        ("0571-88888888", "0571-88888888", "057*-****8888"),
        ("（0571）88888888", "（0571）88888888", "（057*）****8888"),
        ("虚拟号17000001234转5678", "17000001234", "虚拟号170****1234转5678"),
        ("17000001234-5678", "17000001234", "170****1234-5678"),
    ],
)
def test_a_full_phone_number(text: str, told: str, mended: str) -> None:
    [finding] = check(case(text)).findings
    assert (finding.rule, finding.blocking, marked(finding, text)) == ("phone", False, [told])
    assert finding.fix
    assert fixed(Draft("p", 0, text), [finding.fix]).text == mended


@pytest.mark.parametrize(
    "text",
    [
        "手机尾号1234",
        "138****1234",
        "订单3500000000000001234",
        "单号75300000001234",
        "单号SF13800001234",
        "https://example.com/o?id=13800001234",
        "2026-11-22 10:20:30",
        "13800001",
        "满1000减138，0元试用",
    ],
)
def test_other_numbers_are_no_phones(text: str) -> None:
    assert "phone" not in found(text)


def test_a_phone_may_go_out_where_the_phrase_asks_for_it() -> None:
    facts = {"receiver.phone": "13800001234", "clipboard": "13900005678"}
    assert found("手机13800001234", phrase=template("手机{{ 手机 }}"), facts=facts) == []
    assert found("手机13800001234", phrase=template("手机{{ receiver.phone }}"), facts=facts) == []
    assert found("手机13800001234", phrase=template("手机{{- 联系电话 -}}"), facts=facts) == []
    assert found("手机13800001234", phrase=template("手机13800001234"), facts=facts) == []
    assert found("手机13800001234", phrase=template("手机{{ 手机 | 隐藏手机 }}"), facts=facts) == ["phone"]
    assert found("手机13800001234", phrase=template("手机{{ 剪贴板 }}"), facts=facts) == ["phone"]
    assert found("手机13800001234", phrase=template("{% if 手机 %}手机{{ 剪贴板 }}{% endif %}"), facts=facts) == [
        "phone"
    ]
    both = "13800001234 13900005678"
    [finding] = check(case(both, phrase=template("{{ 手机 }} {{ 剪贴板 }}"), facts=facts)).findings
    assert marked(finding, both) == ["13900005678"]


def test_the_number_of_an_order_is_told_in_whatever_shape() -> None:
    order = Order(facts={"receiver.phone": "61234567"})
    assert found("电话61234567", order=order) == ["phone"]
    assert found("电话61234567") == []


# --- addresses


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("浙江省杭州市西湖区文三路1号", "浙江省杭州市西湖区文三路**号"),
        ("寄到：文三路90号3幢2单元401室。", "寄到：文三路**号**幢**单元**室。"),
        ("幸福小区12栋301室", "幸福小区**栋**室"),
        ("滨盛路1505-3号", "滨盛路**号"),
        ("亲给您寄到文三路90号哦", "亲给您寄到文三路**号哦"),
    ],
)
def test_a_full_address(text: str, mended: str) -> None:
    [finding] = check(case(text)).findings
    assert (finding.rule, finding.blocking) == ("address", False)
    assert finding.fix
    assert fixed(Draft("p", 0, text), [finding.fix]).text == mended


@pytest.mark.parametrize(
    "text",
    [
        "发往浙江省杭州市",
        "一路顺风，1号链接有货",
        "今天 22 号发货",
        "2号色号有货",
        "这边小二帮您看一下",
        "小区门口的快递柜",
        "路上大概 3 天",
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert "address" not in found(text)


def test_what_is_marked_is_the_address() -> None:
    text = "亲，给您寄到文三路90号哦"
    assert marked(check(case(text)).findings[0], text) == ["文三路90号"]


def test_an_address_may_go_out_where_the_phrase_asks_for_it() -> None:
    order = Order(facts={"receiver.address": "浙江省杭州市西湖区蒋村", "receiver.street": "蒋村蒋村蒋"})
    assert found("寄到浙江省杭州市西湖区蒋村", phrase=template("寄到{{ 收货地址 }}"), order=order) == []
    assert found("寄到浙江省杭州市西湖区蒋村", phrase=template("寄到{{ 留言 }}"), order=order) == ["address"]
    assert found("蒋村蒋村蒋收", order=order) == ["address"]
    shop = {"shop.return_address": "浙江省杭州市余杭区仓前街道2号 退货组 13900005678"}
    text = f"退回：{shop['shop.return_address']}"
    assert found(text, phrase=template("退回：{{ 退货地址 }}"), facts=shop) == []
    assert found(text, phrase=template("退回：{{ 剪贴板 }}")) == ["phone", "address"]


def test_a_masked_phone_or_address_of_an_order_is_fine() -> None:
    order = Order(facts={"receiver.phone": "138****1234", "receiver.address": "浙江省杭州市西湖区****"})
    assert found("138****1234，浙江省杭州市西湖区****", order=order) == []


# --- words


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("这是全网最便宜的", "ad"),
        ("最 便 宜", "ad"),
        ("ＮＯ.1 品牌", "ad"),
        ("国家级工艺", "ad"),
        ("加微信聊", "lure"),
        ("加薇信聊", "lure"),
        ("加 V 详聊", "lure"),
        ("加.微.信", "lure"),
        ("V芯联系", "lure"),
        ("支付宝转账也行", "lure"),
        ("好评返现 5 元", "lure"),
        ("您是脑残吗", "insult"),
        ("傻*逼", "insult"),
        ("爱买不买", "insult"),
        ("永不褪色", "promise"),
        ("明天肯定能到", "promise"),
        ("100%正品", "promise"),
        ("我们不讲价", "refuse"),
    ],
)
def test_words_that_should_not_be_said(text: str, rule: str) -> None:
    assert found(text) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "最近有点忙", "最后一件", "最晚明天发", "最多两件", "最少一件", "第一次来小店", "第一时间回复您",
        "最好不要机洗", "加VIP会员", "V领上衣加V领衬衫", "100%纯棉面料", "满1100%", "滚开水烫一下", "加微量元素",
        "不是唯一的选择", "TOP10 榜单", "加群众演员",
    ],
)  # fmt: skip
def test_words_that_mean_no_harm(text: str) -> None:
    assert found(text) == []


def test_a_word_counts_where_the_platform_minds_it() -> None:
    assert found("加微信发您图", WECHAT) == []
    assert found("去淘宝搜小店") == []
    assert found("去淘宝搜小店", Profile("web_douyin", "飞鸽", "douyin")) == ["lure"]
    assert found("去拼多多看看") == ["lure"]
    assert found("去拼多多看看", Profile("web_pinduoduo", "拼多多")) == []


def test_a_better_wording_is_one_key_away() -> None:
    text = "最便宜，真的最 便宜"
    [finding] = check(case(text)).findings
    assert marked(finding, text) == ["最便宜", "最 便宜"]
    assert finding.fix
    assert fixed(Draft("p", 0, text), [finding.fix]).text == "很实惠，真的很实惠"


def test_names_of_people_and_goods_are_no_wordings() -> None:
    facts = {"buyer.nick": "最便宜的小雨", "item.title": "顶级蚕丝被", "clipboard": "加微信", "input.话": "国家级"}
    assert found("最便宜的小雨您好，顶级蚕丝被有货", facts=facts) == []
    assert found("最便宜的小雨，最便宜", facts=facts) == ["ad"]
    assert found("加微信，国家级", facts=facts) == ["ad", "lure"]


# --- length and faces


def test_length() -> None:
    short = replace(WANGWANG, max_length=10)
    assert found("一二三四五六七八九十", short) == []
    [finding] = check(case("一二三四五六七八九十长了", short)).findings
    assert (finding.rule, finding.spans) == ("length", ((10, 12),))
    assert found("长" * 5000, PIDGIN) == []


def test_too_many_faces() -> None:
    few = replace(WANGWANG, max_emoticons=2)
    assert found("好/:^_^ 的😊", few) == []
    [finding] = check(case("好/:^_^ 的😊👨‍👩‍👧", few)).findings
    assert finding.rule == "faces"
    assert finding.fix
    assert fixed(Draft("p", 0, "好/:^_^ 的😊👨‍👩‍👧"), [finding.fix]).text == "好/:^_^ 的😊"
    assert found("😊" * 30) == []


@pytest.mark.parametrize(
    ("text", "profile", "mended"),
    [
        ("好的/:^_^", WECHAT, "好的[微笑]"),
        ("好的[微笑]", WANGWANG, "好的/:^_^"),
        ("[微笑]ok", WANGWANG, "/:^_^ ok"),
        ("好的，/微笑", WECHAT, "好的，[微笑]"),
        ("好的[微笑]", PIDGIN, "好的🙂"),
    ],
)
def test_codes_of_another_program(text: str, profile: Profile, mended: str) -> None:
    [finding] = check(case(text, profile)).findings
    assert finding.rule == "codes"
    assert finding.fix
    assert fixed(Draft("p", 0, text), [finding.fix]).text == mended


@pytest.mark.parametrize(
    ("text", "profile"),
    [
        ("好的[微笑]", WECHAT),
        ("好的[微笑]", Profile("douyin", "飞鸽", "douyin")),
        ("好的/:^_^", WANGWANG),
        ("好的[微笑]", Profile("fallback", "当前窗口")),
        ("白色/可爱款", WECHAT),
        ("[现货]48小时发", WANGWANG),
        ("10/11 到", WANGWANG),
    ],
)
def test_codes_that_are_at_home_or_none(text: str, profile: Profile) -> None:
    assert found(text, profile) == []


# --- days


def test_days_on_which_a_phrase_may_be_said() -> None:
    past = replace(template("活动中"), valid_until=date(2026, 11, 21))
    last = replace(template("活动中"), valid_until=date(2026, 11, 22))
    future = replace(template("活动中"), valid_from=date(2026, 11, 23))
    assert found("活动中", phrase=last) == []
    assert "11 月 21 日" in check(case("活动中", phrase=past)).findings[0].sentence
    assert "11 月 23 日" in check(case("活动中", phrase=future)).findings[0].sentence
    assert found("活动中", phrase=past) == found("活动中", phrase=future) == ["expired"]


def test_the_same_again() -> None:
    assert check(case("您好", said=True)).findings[0].fix is None
    other = Draft("p", 1, "在的呢")
    [finding] = check(case("您好", said=True, other=other)).findings
    assert finding.rule == "repeated"
    assert finding.fix
    assert fixed(Draft("p", 0, "您好", send=True), [finding.fix]) == replace(other, send=True)


# --- how strict


def test_a_team_can_forbid_what_is_asked_about() -> None:
    rules = merged(Layer({"buyer": BLOCK}), Layer({"buyer": OFF}), ())
    assert rules.severity("buyer") is BLOCK
    assert rules.choices("buyer") == (BLOCK,)
    order = Order(facts={"buyer.nick": "阿明"})
    assert check(case("好的", order=order, rules=rules)).blocked


@pytest.mark.parametrize(
    ("name", "team", "personal", "holds"),
    [
        ("ad", None, None, CONFIRM),
        ("ad", None, OFF, OFF),
        ("ad", None, BLOCK, BLOCK),
        ("ad", CONFIRM, OFF, CONFIRM),
        ("ad", OFF, None, OFF),
        ("ad", OFF, CONFIRM, CONFIRM),
        ("buyer", None, OFF, CONFIRM),
        ("empty", OFF, OFF, BLOCK),
    ],
)
def test_layers_are_only_tightened(name: str, team: object, personal: object, holds: object) -> None:
    def layer(level: object) -> Layer:
        return Layer({name: level} if level is not None else {})  # type: ignore[dict-item]

    assert merged(layer(team), layer(personal)).severity(name) is holds


def test_rules_that_nobody_knows_and_words_of_ones_own() -> None:
    own = Word("老板", "别这样叫", "亲", "own")
    rules = merged(Layer({"from the future": BLOCK}), Layer(words=(own,)), SHIPPED.words)
    assert "from the future" not in rules.severities
    assert found("老板，最便宜", rules=rules) == ["ad", "own"]
    strange = Word("老板", "别这样叫", "", "another category")
    assert found("老板", rules=merged(Layer(words=(strange,)), Layer())) == ["own"]
    off = merged(Layer(), Layer({rule.name: OFF for rule in RULES}), SHIPPED.words)
    assert found("最便宜，13800001234", rules=off) == []


# --- whatever comes

_PARTS = st.sampled_from(
    ["13800001234", "文三路1号", "最便宜", "加微信", "[微笑]", "/:^_^", "😊", "〔订单号〕", "{{ x }}", "【姓名】", "/微笑", " ", "a", "，", "\n", "0571-88888888",
     "100%", "V", "5", "\u200b"]
)  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=60), st.lists(_PARTS, max_size=12).map("".join))
_PROFILES = st.sampled_from(
    [replace(WANGWANG, max_emoticons=1, max_length=20), WECHAT, PIDGIN, Profile("qq", "QQ", "qq")]
)


def judged(text: str, profile: Profile) -> Verdict:
    return check(case(text, profile, phrase=template(text), facts={"buyer.nick": "5a", "shop.name": "最"}))


@given(_TEXTS, _PROFILES)
def test_it_never_raises_and_marks_lie_inside(text: str, profile: Profile) -> None:
    for finding in judged(text, profile).findings:
        for first, last in finding.spans:
            assert 0 <= first < last <= len(text)


@given(_TEXTS, _PROFILES)
def test_a_fix_removes_its_own_finding(text: str, profile: Profile) -> None:
    for finding in check(case(text, profile)).findings:
        if finding.fix:
            after = fixed(Draft("p", 0, text), [finding.fix]).text
            again = [f for f in check(case(after, profile)).findings if f.rule == finding.rule]
            assert finding.sentence not in [f.sentence for f in again], (after, again)


@given(_TEXTS, _PROFILES)
def test_all_fixes_at_once_never_raise(text: str, profile: Profile) -> None:
    fixes = [finding.fix for finding in check(case(text, profile)).findings if finding.fix]
    assert isinstance(fixed(Draft("p", 0, text), fixes).text, str)


def test_the_list_is_long_enough_and_says_why() -> None:
    by_category = {
        name: [w for w in SHIPPED.words if w.category == name] for name in ("ad", "lure", "insult", "promise")
    }
    assert [len(words) for words in by_category.values()] >= [25, 25, 20, 15]
    assert all(w.category in ("ad", "lure", "insult", "promise", "refuse") and w.why for w in SHIPPED.words)
    assert Rules().words.words == ()
