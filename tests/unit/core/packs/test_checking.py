from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import compose
from assistant.core.guard.words import GuardWords, Word
from assistant.core.model import Attachment, Phrase, Profile, Variant
from assistant.core.packs import checking
from assistant.core.packs.check_rules import BY_NAME, RULES, Remarked, Severity
from assistant.core.packs.checking import Ground
from assistant.core.packs.progress import Stopped
from assistant.core.review import Reviewer
from assistant.core.tables.table import Column, Kind, Table
from assistant.storage import resources
from assistant.storage.importers import jsonl
from assistant.storage.rules import shipped

RULES_OF_ENGINE = compose.load_rules()
SIZES = Table(
    "尺码", (Column("身高", Kind.RANGE), Column("体重", Kind.RANGE), Column("尺码")), (("150-160", "40-50", "S"),)
)
GROUND = Ground(
    templates=RULES_OF_ENGINE.templates,
    words=GuardWords(shipped()),
    wording=compose.wording(),
    fold=compose.folded,
    today=date(2026, 11, 20),
    tables={"尺码": SIZES},
    has_file=lambda digest: digest == "a" * 64,
    targets=(Profile("wangwang", "千牛", "wangwang", max_length=30), Profile("wechat", "微信", "wechat")),
    fine=("浙江省杭州市余杭区仓前街道2号 13900005678", "13900005678"),
)


def phrase(key: str = "a", *texts: str, **more: object) -> Phrase:
    return replace(Phrase(key, key, f"题{key}", tuple(map(Variant, texts or ("您好",)))), **more)  # type: ignore[arg-type]


def check(*phrases: Phrase, ground: Ground = GROUND) -> tuple[Remarked, ...]:
    return checking.check(phrases, ground)


def names(*texts: str, ground: Ground = GROUND) -> list[str]:
    return [one.rule for one in check(phrase("a", *texts), ground=ground)]


def told(text: str) -> list[tuple[str, str, str]]:
    """Rule, what it is about, what can stand instead."""
    return [(one.rule, text[one.start : one.end], one.suggestion) for one in check(phrase("a", text))]


def test_what_is_fine_is_not_told() -> None:
    assert names("您好{{ 买家 }}，{{ 称呼 }}拍下后{{ 默认快递 }}发出{% emo 微笑 %}") == []
    assert names("{% if 快递单号 %}单号{{ 快递单号 }}{% else %}还没发出{% endif %}") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("您的{{ 订但号 }}", ("field", "订但号", "订单号")),
        ("单号{{ 订单号", ("template", "{{ 订单号", "")),
        ("{% emo 微消 %}", ("emoticon", "微消", "微笑")),
        ("{{ 表.尺马 | 查: input.身高, input.体重 }}", ("table", "尺马", "尺码")),
    ],
)
def test_templates_that_do_not_work(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


def test_a_table_must_be_asked_with_its_keys_and_columns() -> None:
    assert names("穿{{ 表.尺码 | 查: input.身高, input.体重 }}") == []
    (few,) = check(phrase("a", "穿{{ 表.尺码 | 查: input.身高 }}"))
    assert (few.rule, few.sentence) == ("template", "表“尺码”要用 2 项来查：身高、体重。")
    assert names('{{ 表.尺码 | 查: input.身高, input.体重, 列: "颜色" }}') == ["template"]
    assert names("{{ 表.没有 | 查: input.身高 }}", ground=replace(GROUND, tables=None)) == []


def test_a_broken_sign_is_found_behind_sound_ones() -> None:
    text = "{{ 买家 }}您好{% emo 微笑 %}，{{ 买佳 }}"
    (one,) = check(phrase("a", "您好", text))
    assert (one.rule, one.variant, text[one.start : one.end]) == ("field", 1, "买佳")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("谢谢/:^_^", ("face-code", "/:^_^", "{% emo 微笑 %}")),
        ("好的[微笑]", ("face-code", "[微笑]", "{% emo 微笑 %}")),
        ("男/女都能穿", None),
        ("{% raw %}[微笑]{% endraw %}", ("face-code", "[微笑]", "{% emo 微笑 %}")),
        ("{% comment %}[微笑]{% endcomment %}好的", None),
    ],
)
def test_codes_of_emoticons_typed_as_text(text: str, expected: tuple[str, str, str] | None) -> None:
    assert told(text) == ([expected] if expected else [])


def test_a_slash_and_a_word_in_a_sentence_is_an_accident() -> None:
    code = next(
        codes["qq"]
        for codes in GROUND.templates.emoticons._rows.values()
        if codes["qq"].startswith("/") and codes["qq"][1:].isalpha() and len(codes["qq"]) > 3
    )
    assert [one.rule for one in check(phrase("a", f"红{code}绿"))] == ["face-accident"]


def test_words_of_the_guard_by_category_and_program() -> None:
    assert told("这款最便宜") == [("guard-ad", "最便宜", "很实惠")]
    assert names("傻逼") == ["guard-insult"]
    assert names("加 V 信") == ["guard-lure"]
    assert names("没货了") == ["guard-refuse"]
    assert (
        names("加微信", ground=replace(GROUND, targets=(Profile("wechat", "微信", "wechat"),), all_targets=False)) == []
    )
    own = replace(GROUND, words=GuardWords((Word("某牌子", "不提别家", "", "own"),)))
    assert names("某牌子", ground=own) == ["guard-own"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("这个不能退的", "wording-refuse"),
        ("是您自己拍错了", "wording-blame"),
        ("我怎么知道呢", "wording-cold"),
        ("你去找快递吧", "wording-shift"),
        ("麻烦先确认收货哦", "wording-push"),
        ("肯定没问题的", "wording-promise"),
        ("看看能不能退的", ""),
        ("没收到请不要先确认收货", ""),
        ("哪里不清楚您说", ""),
        ("亲可以自己查看物流", ""),
    ],
)
def test_wordings_that_could_be_kinder(text: str, rule: str) -> None:
    assert names(text) == ([rule] if rule else [])


def test_days() -> None:
    wrong = phrase("a", valid_from=date(2026, 12, 2), valid_until=date(2026, 12, 1))
    over = phrase("b", "别的", valid_until=date(2026, 11, 19))
    today = phrase("c", "今天还行", valid_until=date(2026, 11, 20))
    later = phrase("d", "以后再说", valid_from=date(2027, 1, 1))
    assert [(one.phrase, one.rule) for one in check(wrong, over, today, later)] == [("a", "dates"), ("b", "expired")]


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ((None, None), (None, None), True),
        ((None, date(2026, 12, 1)), (date(2026, 12, 1), None), True),
        ((None, date(2026, 11, 30)), (date(2026, 12, 1), None), False),
        ((date(2026, 12, 1), date(2026, 12, 9)), (date(2026, 12, 5), date(2026, 12, 6)), True),
        ((None, date(2026, 11, 19)), (None, None), False),  # over already: only the other one is ever found
    ],
)
def test_the_same_code_on_the_same_days(one: tuple, other: tuple, clash: bool) -> None:
    first = phrase("a", "一", code="FH", valid_from=one[0], valid_until=one[1])
    second = phrase("b", "二", code="fh", valid_from=other[0], valid_until=other[1])
    found = [found for found in check(first, second) if found.rule == "code-clash"]
    assert [found.phrase for found in found] == (["b"] if clash else [])


def test_codes_may_be_missing_and_disabled_ones_clash_with_nobody() -> None:
    assert check(phrase("a", "一", code=""), phrase("b", "二", code="")) == ()
    assert check(phrase("a", "一", code="x", disabled=True), phrase("b", "二", code="x")) == ()


def test_hotkeys() -> None:
    found = check(
        phrase("a", "一", hotkey="ctrl+alt+1"),
        phrase("b", "二", hotkey="Alt+Ctrl+1"),
        phrase("c", "三", hotkey="q"),
        phrase("d", "四", hotkey="不是"),
    )
    assert [(one.phrase, one.rule) for one in found] == [("b", "hotkey-clash"), ("c", "hotkey"), ("d", "hotkey")]


def test_files_that_are_missing() -> None:
    there, gone = Attachment("a" * 64, "图.png"), Attachment("b" * 64, "表.png")
    (one,) = check(phrase("a", attachments=(there, gone)))
    assert (one.rule, one.sentence) == ("picture", "附件“表.png”的文件不在。")
    assert check(phrase("a", attachments=(gone,)), ground=replace(GROUND, has_file=None)) == ()


LONG = "亲，您的包裹已经由快递揽收，预计三天内送到，请保持电话畅通，有问题随时联系小二"


def test_the_same_and_nearly_the_same() -> None:
    quiet = replace(GROUND, targets=())
    found = check(
        phrase("a", LONG), phrase("b", "您好", f"{LONG}！"), phrase("c", LONG.replace("三天", "两天")), ground=quiet
    )
    assert [(one.phrase, one.rule, one.variant) for one in found] == [("b", "same", 1), ("c", "similar", 0)]
    assert "“题a”（a）" in found[0].sentence
    assert check(phrase("a", "您好"), phrase("b", "您好呀"), ground=quiet) == ()


def test_wordings_of_one_phrase_are_not_duplicates_of_each_other_but_of_themselves() -> None:
    quiet = replace(GROUND, targets=())
    assert [(one.rule, one.variant) for one in check(phrase("a", "在的", "在的"), ground=quiet)] == [
        ("same-wording", 1)
    ]
    assert check(phrase("a", LONG, LONG.replace("三天", "两天")), ground=quiet) == ()


def test_too_long_for_the_tightest_program() -> None:
    assert names("好" * 30) == []
    (one,) = check(phrase("a", "好" * 31))
    assert one.sentence == "填好后约有 31 个字，千牛一条最多 30 个字，请拆成几条。"
    assert names("{{ 退货地址 }}{{ 退货地址 }}") == ["too-long"]  # long only when it is filled
    assert names("好" * 31, ground=replace(GROUND, targets=(Profile("wechat", "微信"),))) == []


def test_rules_can_be_left_out_and_what_is_found_is_ordered() -> None:
    text = "不能退的，打 13812345678，{{ 订但号 }}"
    assert names(text) == ["field", "private-phone", "wording-refuse"]
    assert names(text, ground=replace(GROUND, without=frozenset(("field", "wording-refuse")))) == ["private-phone"]


def test_it_tells_how_far_it_is_and_can_be_stopped() -> None:
    many = [phrase(str(number), f"第{number}条") for number in range(60)]
    seen: list[float] = []
    checking.check(many, GROUND, lambda done: seen.append(done) or True)
    assert seen == [0, 20 / 60, 40 / 60]
    with pytest.raises(Stopped):
        checking.check(many, GROUND, lambda done: done == 0)


def test_every_rule_has_its_words_and_its_own_name() -> None:
    assert len(BY_NAME) == len(RULES)
    assert all(rule.label and rule.about.endswith("。") for rule in RULES)
    kinds = {word.category for word in compose.wording().words}
    assert {f"wording-{kind}" for kind in kinds} <= BY_NAME.keys()
    assert {f"guard-{word.category}" for word in shipped()} <= BY_NAME.keys()


def test_the_list_of_wordings_is_large_and_says_something_new() -> None:
    words = compose.wording().words
    assert len(words) >= 120
    assert all(word.why and word.instead for word in words)
    assert not {word.text for word in words} & {word.text for word in shipped()}
    soft = GuardWords(words)
    assert [(word.text, found.word) for word in words for found in soft.found(word.instead)] == []


def test_the_starter_pack_has_nothing_to_say_of() -> None:
    files = sorted(resources.path("starter").glob("*.jsonl"))
    phrases = [found for file in files for found in jsonl.parse(file.read_bytes(), "starter").phrases]
    targets = [one for name in RULES_OF_ENGINE.targets.names() if (one := RULES_OF_ENGINE.targets.named(name))]
    found = checking.check(phrases, replace(GROUND, targets=targets, tables=None))
    assert found == ()
    assert checking.counts(found) == dict.fromkeys(Severity, 0)


PIECES = st.sampled_from(
    ["{{", "}}", "{%", "%}", "{{ 买家 }}", "{% if 可退货 %}", "{% endif %}", "/:^_^", "[微笑]", "不能退的", "加 v 信",
     "13812345678", "\r\n", "\n", "\ud800", "😀", "{% raw %}", "{% endraw %}", "{% emo ", "11010519491231002X", "@"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.lists(PIECES | st.text(max_size=12), max_size=8), st.text(max_size=6)), max_size=4))
def test_it_never_raises_and_places_lie_in_the_text(given_: list[tuple[list[str], str]]) -> None:
    phrases = [
        phrase(str(number), "".join(parts) or " ", code=code.strip(), note=code, hotkey=code)
        for number, (parts, code) in enumerate(given_)
    ]
    by_id = {one.id: one for one in phrases}
    for one in check(*phrases):
        assert one.rule in BY_NAME
        size = len(by_id[one.phrase].variants[one.variant].text) if one.variant >= 0 else 0
        assert 0 <= one.start <= one.end <= size


def test_the_editor_tells_of_wordings_as_advice() -> None:
    reviewer = Reviewer(GROUND.templates, GROUND.templates.emoticons, GROUND.words, wording=GROUND.wording)
    (remark,) = reviewer.review(phrase("a", "这个不能退的"))
    assert (remark.grave, remark.start, remark.end) == (False, 2, 6)
    assert remark.fix is not None
    assert remark.fix.text == "可以按售后规则为您处理"
