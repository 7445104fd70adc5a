from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.compose import writing
from assistant.core.model import Phrase, Variant
from assistant.core.ranking import Standing
from assistant.core.search import Index, Scope, browse, plain, search
from assistant.core.search.levels import Level
from assistant.core.search.typos import Mender, corrections

WRITING = writing()
NOBODY = Standing()


def phrase(id_, code="", title="", text="亲", **more):
    return Phrase(id_, code, title, (Variant(text),), **more)


def index(*phrases):
    return Index.build(phrases, WRITING)


def ids(matches):
    return [match.phrase.id for match in matches]


def found(query, *phrases, standing=NOBODY, **more):
    return ids(search(query, index(*phrases), standing, **more))


LADDER = [
    phrase("scattered", "z1", "货物今天会发的", "亲"),
    phrase("typo", "z2", "发后", "亲"),
    phrase("fuzzy", "z3", "花火", "亲"),
    phrase("text", "z4", "说明", "亲，马上发货"),
    phrase("label", "z5", "问候", tags=("发货",)),
    phrase("inside", "z7", "今天发货", "亲"),
    phrase("start", "z8", "发货时间", "亲"),
    phrase("whole", "z9", "发货", "亲"),
    phrase("prefix", "发货2", "问候", "亲"),
    phrase("code", "发货", "问候", "亲"),
]


def test_the_place_of_the_hit_decides_the_order():
    assert found("发货", *LADDER) == ["code", "prefix", "whole", "start", "inside", "label", "text"]


def test_pinyin_stands_between_title_and_label():
    shop = [phrase("label", title="问候", tags=("fahuo",)), phrase("initials", title="方糊"),
            phrase("inside", title="今天发货"), phrase("start", title="发货"), phrase("title", title="说fahuo")]  # fmt: skip
    assert found("fahuo", *shop) == ["title", "start", "inside", "label"]


def test_whole_syllables_come_before_a_stub_and_that_before_initials():
    shop = [phrase("initials", title="西瓜"), phrase("stub", title="西装"), phrase("whole", title="不洗周")]
    assert found("xg", *shop) == ["initials"]
    assert found("xizh", *shop) == ["stub", "whole"]
    assert found("xizhou", *shop) == ["whole"]


def test_scores_decide_among_equals_and_never_across_places():
    shop = [*LADDER, phrase("inside2", title="明天发货")]
    standing = Standing({"inside2": 1.0, "text": 9.0})
    assert found("发货", *shop, standing=standing)[4:] == ["inside2", "inside", "label", "text"]


def test_the_worst_word_decides():
    both = phrase("both", "", "退货运费", "")
    assert found("退货 运费", phrase("mixed", "", "退货", "运费谁出"), both) == ["both", "mixed"]


@pytest.mark.parametrize("query", ["th 运费", "运费　th", "tuihuo yunfei", "th\tyf"])
def test_every_word_must_be_there_and_any_blank_divides(query):
    assert found(query, phrase("a", "x", "退货", "没有"), phrase("b", "y", "退货的运费")) == ["b"]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("降噪", "蓝牙耳机降噪"), ("gujian", "固件升级"), ("gjsj", "固件升级"), ("gujiansh", "固件升级"), ("gangh", "钢化膜"),
        ("fa货", "今天发货"), ("蓝ya耳机延", "蓝牙耳机延迟"), ("jt三天", "今天三天内"), ("TYPE-c", "Type-C 接口"), ("typec", "Type-C 接口"),
        ("chongzhi", "重置"), ("zenmetiao", "怎么调"), ("changduzenmetiao", "长度怎么调"), ("zhangjia", "涨价"), ("yinhang", "银行"),
        ("guolvqi", "过滤器"), ("guolüqi", "过滤器"), ("guoluqi", "过滤器"), ("藍牙耳機", "蓝牙耳机"), ("ＬＹ", "蓝牙"),
        ("lu'ying", "露营"), ("xi'an", "西安"), ("🎸", "吉他🎸弦"), ("zhduo", "帐多"), ("100w", "快充100W"), ("erjiyanchi", "耳机：延迟"),
    ],
)  # fmt: skip
def test_queries_as_agents_type_them(query, title):
    matches = search(query, index(phrase("no", "n1", "问候"), phrase("yes", "y1", title)), NOBODY)
    assert ids(matches) == ["yes"]
    assert matches[0].level < Level.TEXT
    assert matches[0].title_spans


@pytest.mark.parametrize(
    ("query", "title", "marked"),
    [
        ("nuyindeng", "露营灯续航", "露营灯"), ("zangpeng", "帐篷多重", "帐篷"), ("dindan", "订单在哪", "订单"),
        ("帐蓬", "帐篷多重", "帐篷"), ("gujianshegnji", "固件升级", "固件升级"), ("maikefemg", "麦克风", "麦克风"),
        ("huifuchuchnag", "恢复出厂", "恢复出厂"), ("libinka", "礼品卡", "礼品卡"), ("kuaidoa", "快到了", "快到"),
        ("退费", "退运费", "退费"), ("钢化贴膜", "钢化膜怎么贴", "钢化膜贴"), ("耳机lanya", "蓝牙耳机", "蓝牙耳机"),
    ],
)  # fmt: skip
def test_slips_are_forgiven_and_shown(query, title, marked):
    (match,) = search(query, index(phrase("no", "n1", "问候"), phrase("yes", "y1", title)), NOBODY)
    assert match.phrase.id == "yes"
    assert match.level > Level.TEXT
    assert "".join(title[start:end] for start, end in match.title_spans) == marked


@pytest.mark.parametrize("query", ["qwzxv", "航空母舰", "rocket", "zzzz", "🛸", "123456789", "%%%", "ooooooo"])
def test_nonsense_finds_nothing(query):
    assert found(query, *LADDER) == []


def test_characters_that_only_sound_like_others_are_another_word():
    assert found("火箭", phrase("x", title="货件在哪"), phrase("y", title="暂无检测")) == []
    assert found("午间", phrase("x", title="货件在哪"), phrase("y", title="暂无检测")) == []
    assert found("货建在哪", phrase("x", title="货件在哪")) == ["x"]


def test_what_sounds_alike_is_looked_for_only_when_hardly_anything_else_is_found():
    alike = phrase("alike", title="花费")
    exact = [phrase(f"e{n}", title=f"发货{n}") for n in range(3)]
    assert (
        "alike"
        not in found("huafei", *[phrase(f"e{n}", title=f"花费{n}") for n in range(3)], phrase("f", title="话匪"))[:3]
    )
    assert found("fahuo", alike, *exact) == ["e0", "e1", "e2"]


@pytest.mark.parametrize("query", ["ＷＬ", "wl", "WL", "　ｗｌ　"])
def test_width_and_case_do_not_matter(query):
    assert found(query, phrase("x", "Wl", "问候")) == ["x"]


def test_role_and_category_narrow():
    library = [
        phrase("pre", "", "发货", roles=("售前",), category=("售前", "问候")),
        phrase("after", "", "发货", roles=("售后",), category=("售后",)),
        phrase("all", "", "发货", category=("售前", "催付")),
    ]
    assert found("发货", *library, scope=Scope("售后")) == ["after", "all"]
    assert found("", *library, scope=Scope(category=("售前",))) == ["pre", "all"]
    assert found("", *library, scope=Scope("售前", ("售前", "催付"))) == ["all"]


def test_limit_keeps_the_best():
    assert found("发货", *LADDER, limit=2) == ["code", "prefix"]


def test_expired_phrases_come_last_and_say_so():
    old = phrase("old", "fh", "发货", valid_until=date(2026, 11, 11))
    early = phrase("early", "fh2", "发货", valid_from=date(2026, 12, 1))
    matches = search(
        "fh", index(old, early, phrase("now", "x", "今天发货")), Standing({"old": 9.0}, today=date(2026, 11, 22))
    )
    assert [(m.phrase.id, m.expired) for m in matches] == [("now", False), ("old", True), ("early", True)]


def test_of_equal_phrases_the_one_that_asks_nothing_comes_first():
    shop = [phrase("asks", title="发货", text="{{ 订单号 }}已发"), phrase("calm", title="发货", text="{{ 买家 }}已发"),
            phrase("default", title="发货", text="{{ 订单号 | default: '' }}已发")]  # fmt: skip
    standing = Standing(known=frozenset({"buyer.nick"}))
    assert found("发货", *shop, standing=standing) == ["calm", "default", "asks"]
    assert found("发货", *shop) == ["asks", "calm", "default"]
    assert found("发货", *shop, standing=Standing({"asks": 1.0}, known=frozenset({"buyer.nick"})))[0] == "asks"


def test_many_used_phrases_are_ranked_by_use_alone():
    shop = [phrase(f"p{n}", title="发货") for n in range(600)]
    scores = {f"p{n}": float(n) for n in range(1, 500)}
    assert found("发货", *shop, standing=Standing(scores), limit=3) == ["p499", "p498", "p497"]
    assert found("发货", *shop, standing=Standing({"p599": 1.0}), limit=3) == ["p599", "p0", "p1"]


def test_spans_show_every_hit_and_join_those_that_touch():
    (match,) = search("a ab", index(phrase("x", "ab", "ab a", "cab")), NOBODY)
    assert match.code_spans == ((0, 2),)
    assert match.title_spans == ((0, 2), (3, 4))
    assert (match.excerpt, match.excerpt_spans) == ("cab", ((1, 3),))


def test_spans_count_in_the_text_that_people_see():
    (match,) = search("er单", index(phrase("x", "", "第①：二℃单", "")), NOBODY) or [None]
    assert match is None or match.title_spans
    (match,) = search("lanya", index(phrase("x", "", "【新】藍，牙", "")), NOBODY)
    assert match.title_spans == ((3, 4), (5, 6))


def test_a_late_hit_is_brought_into_sight():
    (match,) = search("发票", index(phrase("x", "", "问", "亲" * 300 + "可以开发票的" + "呀" * 300)), NOBODY)
    start, end = match.excerpt_spans[0]
    assert match.excerpt.startswith("…")
    assert start < 20
    assert match.excerpt[start:end] == "发票"


def test_a_hit_in_the_second_wording_shows_that_wording():
    two = Phrase("x", "", "问", (Variant("您好"), Variant("欢迎光临")))
    (match,) = search("光临", index(two), NOBODY)
    assert match.excerpt == "欢迎光临"


def test_nothing_found_is_an_empty_list():
    assert found("发票", *LADDER) == []
    assert found("") == []
    assert found("发票") == []


def test_an_empty_query_gives_favourites_then_weight_then_the_order_of_the_library():
    shop = [phrase(f"p{n}", title=f"第{n}") for n in range(6)]
    standing = Standing({"p4": 2.0, "p3": 1.0}, {"p5": 0.3}, pinned=("p2", "gone"))
    assert found(" ", *shop, standing=standing) == ["p2", "p4", "p5", "p3", "p0", "p1"]


def test_browsing_leaves_what_expired_to_the_end():
    shop = [phrase("old", valid_until=date(2025, 1, 1)), phrase("a"), phrase("b")]
    listed = browse(index(*shop), Standing({"old": 5.0}, pinned=("old",), today=date(2026, 1, 1)))
    assert ids(listed) == ["a", "b", "old"]
    assert [match.expired for match in listed] == [False, False, True]


def test_a_listing_is_a_sequence():
    listed = browse(index(*(phrase(f"p{n}") for n in range(40))), Standing({"p30": 1.0}))
    assert (len(listed), listed[0].phrase.id, listed[-1].phrase.id) == (40, "p30", "p39")
    assert ids(listed[38:]) == ["p38", "p39"]
    assert listed[5] is listed[5]
    with pytest.raises(IndexError):
        listed[40]


def test_edits_are_found_at_once_and_keep_their_place():
    made = index(phrase("a", title="发货"), phrase("b", title="退货"), phrase("c", title="换货"))
    changed = made.changed([phrase("b", title="发货快"), phrase("d", title="发货慢")], {"c"})
    assert ids(search("发货", changed, NOBODY)) == ["a", "b", "d"]
    assert ids(browse(changed, NOBODY)) == ["a", "b", "d"]
    assert ids(search("退货", changed, NOBODY)) == []
    assert ids(search("退货", made, NOBODY)) == ["b"]
    assert (len(changed), changed.changes) == (3, 4)
    assert changed.phrase("b").title == "发货快"
    assert changed.phrase("c") is None


def test_filing_counts_categories_and_roles_in_their_order():
    made = index(
        phrase("a", category=("甲",)), phrase("b", category=("乙",), roles=("售后",)), phrase("c", category=("甲",))
    )
    changed = made.changed([phrase("d", category=("丙",))], {"a"})
    assert dict(changed.filing) == {(("甲",), ()): 1, (("乙",), ("售后",)): 1, (("丙",), ()): 1}


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("亲，{{ 买家 }}您好", "亲，‹买家昵称›您好"),
        ("单号 {{ order.id | mask: 4 }}", "单号 ‹订单号›"),
        ("{{ input.身高 }} 厘米", "‹身高› 厘米"),
        ("{{ 不认识 }}", "‹不认识›"),
        ("好的{% emo 微笑 %}", "好的[微笑]"),
        ("{% if order.id %}有{% else %}没有{% endif %}", "有没有"),
        ("一行\n  两行\t三行", "一行 两行 三行"),
        ("就是 { 和 }} 而已", "就是 { 和 }} 而已"),
    ],
)
def test_plain(template, shown):
    assert plain(template) == shown


SYLLABLES = sorted(WRITING.syllables)


@given(st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=5), st.data())
def test_every_slip_is_mended(row, data):
    word = "".join(row)
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    slips = (
        word[:place] + letter + word[place:],
        word[:place] + word[place + 1 :],
        word[:place] + letter + word[place + 1 :],
    )
    slip = data.draw(st.sampled_from(slips))
    mender = Mender(WRITING.syllables)
    for meant in corrections(slip, WRITING.syllables, mender):
        assert all(syllable in WRITING.syllables for syllable in meant)
        assert abs(len("".join(meant)) - len(slip)) <= 1


def test_a_mended_word_is_among_the_corrections():
    mender = Mender(WRITING.syllables)
    for slip, meant in (
        ("gujianshegnji", "gu jian sheng ji"),
        ("huifuchuchnag", "hui fu chu chang"),
        ("fahuoa", "fa huo"),
    ):
        assert tuple(meant.split()) in corrections(slip, WRITING.syllables, mender)
    assert corrections("fahu", WRITING.syllables, mender) == []
