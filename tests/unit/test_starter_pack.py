"""The starter pack keeps what a lead would check before spreading it."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from assistant.core.emoticons import Emoticons
from assistant.core.model import Phrase
from assistant.core.template import context
from assistant.core.template.filling import Templates
from assistant.storage import resources
from assistant.storage.importers import jsonl

EMOTICONS = Emoticons.parse(resources.read_text("emoticons.csv"))
TEMPLATES = Templates(EMOTICONS, lambda: 0.0)
SAMPLE = context.sample(datetime(2026, 11, 20, 10, 0).astimezone())
PARSED = [jsonl.parse(f.read_bytes(), "starter") for f in sorted(resources.path("starter").glob("*.jsonl"))]
PHRASES: list[Phrase] = [p for parsed in PARSED for p in parsed.phrases]
TEXTS = [(p.code, v.language, v.text) for p in PHRASES for v in p.variants]

ABSOLUTES = [
    "最",
    "第一",
    "国家级",
    "100%",
    "百分百",
    "顶级",
    "极品",
    "极致",
    "唯一",
    "绝对",
    "万能",
    "史上",
    "全网",
    "独一无二",
    "永久",
    "零风险",
    "保证",
    "包过",
    "首选",
]
LURES = ["微信", "QQ", "加好友", "私下", "支付宝转账", "银行转账", "好评返现", "返现", "微博", "电话联系我"]
BLUNT = ["没货了", "不讲价的", "你怎么", "我不知道", "自己看", "没办法", "爱买不买", "说了多少遍"]
STEPS = [str(n) for n in range(1, 10)]
QUESTIONS = ["问题·质量", "问题·尺码型号", "问题·价格", "问题·物流", "问题·售后"]


def test_it_is_whole_and_large_enough() -> None:
    assert [bad for parsed in PARSED for bad in parsed.bad] == []
    assert len(PHRASES) >= 260
    codes = [p.code for p in PHRASES]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z0-9]{2,8}", code) for code in codes)


def test_the_tree_begins_with_the_nine_steps_and_has_the_five_questions() -> None:
    firsts = list(dict.fromkeys(p.category[0] for p in PHRASES))
    assert [first[0] for first in firsts[:9]] == STEPS
    assert firsts[9:14] == QUESTIONS
    assert "订单时刻" in firsts


@pytest.mark.parametrize("words", [ABSOLUTES, LURES, BLUNT], ids=["absolutes", "lures", "blunt"])
def test_no_word_that_a_shop_must_not_send(words: list[str]) -> None:
    found = [(code, word) for code, _, text in TEXTS for word in words if word in text]
    assert found == []


def test_every_template_is_right_and_asks_only_the_agent() -> None:
    for code, language, text in TEXTS:
        assert TEMPLATES.problems(text) == [], (code, language)
        missing = TEMPLATES.render(text, SAMPLE, "wangwang").missing
        assert all(field.path.startswith("input.") for field in missing), (code, language)


@pytest.mark.parametrize("dialect", ["wangwang", "wechat", "qq", "douyin", "unicode", "kaomoji"])
def test_every_wording_reads_in_every_dialect(dialect: str) -> None:
    for code, language, text in TEXTS:
        shown = TEMPLATES.render(text, SAMPLE, dialect).text
        assert shown.strip(), (code, language)
        assert "{{" not in shown, (code, language)
        assert "{%" not in shown, (code, language)


def test_no_raw_emoticon_codes_or_personal_data() -> None:
    for code, language, text in TEXTS:
        assert "/:" not in text, (code, language)
        assert not re.search(r"1[3-9]\d{9}", text), (code, language)


def test_foreign_buyers_are_answered_in_their_language() -> None:
    for language in ("en", "zh-TW"):
        assert sum(any(v.language == language for v in p.variants) for p in PHRASES) >= 25


def test_what_is_said_often_has_several_wordings() -> None:
    several = [p for p in PHRASES if len([v for v in p.variants if not v.tone and v.language == "zh-CN"]) > 1]
    assert len(several) >= 40


@pytest.mark.parametrize("code", ["sth", "sqx", "sgq"])
@pytest.mark.parametrize(
    ("signed", "still", "over"),
    [("2026-11-13", "11月20日", None), ("2026-11-12", None, "11月19日"), ("", None, None)],
    ids=["the last day", "a day too late", "unknown"],
)
def test_a_return_is_promised_only_while_it_is_open(
    code: str, signed: str, still: str | None, over: str | None
) -> None:
    now = datetime(2026, 11, 20, 23, 59, 59).astimezone()
    known = context.build(context.Sources(now=now, constants={"签收时间": signed}))
    for wording in next(p for p in PHRASES if p.code == code).variants:
        rendered = TEMPLATES.render(wording.text, known, "unicode")
        assert rendered.missing == ()
        if still:
            assert still in rendered.text
        if over and code != "sgq":
            assert over in rendered.text
        assert (
            "截止了" in rendered.text
            or "截止啦" in rendered.text
            or "超过" in rendered.text
            or "已经过了" in rendered.text
        ) == (bool(over) or (code == "sgq" and not still))
