from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.misses import Lack, Miss, MissWatch, lacks, worth_keeping

BUYER = ["小鱼儿tt", "张小明", "浙江杭州", "", "M"]


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("发票抬头", "发票抬头"), ("  开 增票 ", "开 增票"), ("fapiaott", "fapiaott"), ("ｗｌ３", "wl3"), ("618活动", "618活动"),
        ("快递到哪了", "快递到哪了"), ("7天无理由", "7天无理由"), ("24小时发货", "24小时发货"), ("tk24", "tk24"),
        ("哪些城市", "哪些城市"), ("size chart", "size chart"), ("运费险怎么赔", "运费险怎么赔"), ("xl码", "xl码"),
    ],
)  # fmt: skip
def test_what_the_library_lacks_is_kept(query: str, kept: str) -> None:
    assert worth_keeping(query, BUYER) == kept


@pytest.mark.parametrize(
    "query",
    [
        "13812345678", "138 1234 5678", "138-1234-5678", "+86 13812345678", "１３８１２３４５６７８", "电话13812345678",
        "138****1234", "138＊＊＊＊1234", "尾号**12", "0571-8765432", "18412345678转1234", "一三八零零一三八",
        "330106199001011234", "33010619900101123X", "350000123456789012", "1234 5", "订单98765", "４３２１５",
        "a@b.cn", "taobao.com", "m.tb.cn/h.5abc", "https://x", "www.x", "C:\\x", "wxid_abc", "微信abc123", "vx:abc123",
        "tb_xiaoyu", "xiaoyu123", "abc1d2e3", "建国路8号", "3栋502", "浙江省杭州市", "西湖区文三路", "八号楼", "8幢",
        "张小明", "找张小明的单", "张小", "小鱼儿ＴＴ", "小鱼儿 tt", "杭州", "浙江 杭州",
        "", " ", "退", "退\0款", "字" * 41,
    ],
)  # fmt: skip
def test_what_could_be_about_a_buyer_is_not(query: str) -> None:
    assert worth_keeping(query, BUYER) is None


@given(st.text(max_size=60), st.lists(st.text(max_size=8)))
def test_what_is_kept_is_short_plain_and_nobodys(query: str, private: list[str]) -> None:
    kept = worth_keeping(query, private)
    if kept is not None:
        assert 2 <= len(kept) <= 40
        assert kept.isprintable()
        assert kept == kept.strip()
        assert sum(sign.isdigit() for sign in kept) < 5
        assert worth_keeping(kept, private) == kept


@given(
    st.text("省市路号a1 ", max_size=8),
    st.from_regex(r"1[3-9]\d[ -]?\d{4}[ -]?\d{4}", fullmatch=True),
    st.text(max_size=8),
)
def test_no_phone_gets_through_in_whatever_company(before: str, phone: str, after: str) -> None:
    assert worth_keeping(before + phone + after, ()) is None


@given(st.text("张王小明鱼abc", min_size=2, max_size=6), st.text(max_size=5), st.text(max_size=5))
def test_no_private_word_gets_through(word: str, before: str, after: str) -> None:
    assert worth_keeping(f"{before}{word}{after}", [word]) is None


def watched(*seen: tuple[str, bool]) -> list[str]:
    watch = MissWatch(lambda query: worth_keeping(query, BUYER))
    ended = [watch.see(query, found=found) for query, found in seen]
    return [query for query in [*ended, watch.closed()] if query]


@pytest.mark.parametrize(
    ("seen", "misses"),
    [
        ([("f", True), ("fp", True), ("fpq", False), ("fpqz", False)], ["fpqz"]),
        ([("发票", False), ("发票抬头", False), ("发票", False), ("发", True)], ["发票抬头"]),
        ([("发票抬头", False), ("", True), ("运费", True)], ["发票抬头"]),
        ([("发票抬头", False), ("增值税", False)], ["发票抬头", "增值税"]),
        ([("发票抬头", False), ("运费", True)], ["发票抬头"]),
        ([("发票", True), ("发票抬", False), ("运费", True)], ["发票抬"]),
        ([("Fa", False), ("fapiao", False)], ["fapiao"]),
        ([("138", False), ("13812", False), ("138", False), ("", True)], []),
        ([("张小", False), ("张小明", False)], []),
        ([("zx", False), ("zx", False), ("zx", False)], ["zx"]),
        ([("", False), (" ", False)], []),
        ([("运费", True), ("", True)], []),
    ],
)
def test_which_queries_are_misses(seen: list[tuple[str, bool]], misses: list[str]) -> None:
    assert watched(*seen) == misses


def test_a_choice_makes_it_good() -> None:
    watch = MissWatch(lambda query: query)
    watch.see("发票抬头", found=False)
    watch.see("发票", found=True)
    watch.chosen()
    assert watch.see("", found=True) is None
    assert watch.closed() is None


@given(st.lists(st.tuples(st.text("ab", max_size=4), st.booleans())))
def test_only_what_was_not_found_is_told_each_in_its_longest_form(seen: list[tuple[str, bool]]) -> None:
    watch = MissWatch(lambda query: query)
    told = [ended for query, found in seen if (ended := watch.see(query, found=found))]
    assert set(told) <= {query for query, found in seen if not found and query}


def test_misses_are_counted_whatever_their_case() -> None:
    found = lacks([Miss("Fp", 5.0), Miss("抬头", 9.0), Miss("fp", 3.0), Miss("增票", 8.0)])
    assert found == [Lack("Fp", 2, 5.0), Lack("抬头", 1, 9.0), Lack("增票", 1, 8.0)]
