"""Filters, called as a template calls them."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.orders.goods import Goods
from assistant.core.orders.order import Item
from assistant.core.template import dates, filters
from assistant.core.template.facts import Field
from assistant.core.template.filters import Scene, call
from assistant.core.template.values import Captured, Fault, Gap, Missing, Number, TableRef, Undecided

NOW = datetime(2025, 6, 4, 14, 30, tzinfo=UTC)
ASKED = Field("input.x", "x")


def apply(name: str, *arguments: object) -> object:
    return call(name, arguments, {}, Scene(NOW))


@pytest.mark.parametrize(
    ("name", "arguments", "result"),
    [
        ("date", ["2025-06-01 08:05:09"], "6月1日"),
        ("date", ["2024/12/31 0:00"], "2024年12月31日"),
        (
            "日期",
            ["2025-06-01", "%Y年%-m月%-d日 %A %a %F %y %m %d %e %%"],
            "2025年6月1日 星期日 周日 2025-06-01 25 06 01 1 %",
        ),
        ("date", ["2025-06-01T20:05:09", "%H:%M:%S %I %-I %-H %p %T %R"], "20:05:09 08 8 20 下午 20:05:09 20:05"),
        ("date", ["2025-06-01 00:05", "%p%I:%M"], "上午12:05"),
        ("date", ["now", "%F %R"], "2025-06-04 14:30"),
        ("date", ["明天"], "6月5日"),
        ("date", ["2025年6月1日 12：30", "%R"], "12:30"),
        ("date", ["子订单123： 2026-06-11 22:17前 ; "], "2026年6月11日"),
        ("date", ["7月30日"], "7月30日"),
        ("plus_days", ["2025-06-01 12:00:00", 7], "6月8日"),
        ("加天", ["2025-12-31", "1"], "2026年1月1日"),
        ("plus_days", ["2025-03-01", -1], "2月28日"),
        ("plus_hours", ["2025-06-01 20:00", 48], "6月3日"),
        ("money", ["88"], "88.00"),
        ("money", ["¥1,088.005"], "1088.01"),
        ("money", [3.5], "3.50"),
        ("plus", ["88.00", 1], "89"),
        ("minus", ["0.3", "0.1"], "0.2"),
        ("times", ["0.1", 3], "0.3"),
        ("times", [0, -1], "0"),
        ("divided_by", ["10", 4], "2.5"),
        ("modulo", [-7, 3], "2"),
        ("at_least", ["5", 10], "10"),
        ("at_most", ["5", 10], "5"),
        ("abs", ["-5.50"], "5.5"),
        ("ceil", ["1.1"], "2"),
        ("floor", ["-1.1"], "-2"),
        ("round", ["2.5"], "3"),
        ("四舍五入", ["2.345", 2], "2.35"),
        ("plus", [100, 0], "100"),
        ("mask_phone", ["13800001234"], "138****1234"),
        ("隐藏手机", ["15700000002-5678"], "157****0002"),
        ("mask_phone", ["6123456"], "****3456"),
        ("mask_phone", ["123"], "****"),
        ("mask_name", ["林小雨"], "林**"),
        ("mask_name", ["林"], "林*"),
        ("mask_name", ["林小[1234]"], "林*"),
        ("tail", ["3500001234"], "1234"),
        ("尾号", ["3500001234", 6], "001234"),
        ("mask_address", ["浙江省杭州市西湖区文三路1号"], "浙江省杭州市西湖区****"),
        ("隐藏地址", ["浙江省 杭州市 西湖区 文三路1号"], "浙江省 杭州市 西湖区****"),
        ("mask_address", ["上海市浦东新区张江路100弄2号"], "上海市浦东新区****"),
        ("mask_address", ["上海 上海市 徐汇区 龙华路3号"], "上海 上海市 徐汇区****"),
        ("mask_address", ["北京朝阳区建国路1号"], "北京朝阳区****"),
        ("mask_address", ["广东省东莞市南城街道元美小区5栋"], "广东省东莞市****"),
        ("mask_address", ["广东省中山市石岐小区5栋"], "广东省中山市****"),
        ("mask_address", ["内蒙古自治区锡林郭勒盟锡林浩特市希日塔拉街1号"], "内蒙古自治区锡林郭勒盟锡林浩特市****"),
        (
            "mask_address",
            ["新疆维吾尔自治区伊犁哈萨克自治州伊宁市解放路1号"],
            "新疆维吾尔自治区伊犁哈萨克自治州伊宁市****",
        ),
        ("mask_address", ["湖南省湘西土家族苗族自治州花垣县边城镇"], "湖南省湘西土家族苗族自治州花垣县****"),
        ("mask_address", ["广西桂林市龙胜各族自治县龙胜镇"], "广西桂林市龙胜各族自治县****"),
        ("mask_address", ["苏州市吴中区东吴北路2号"], "苏州市吴中区****"),
        ("mask_address", ["山东省济南市市中区经四路1号"], "山东省济南市市中区****"),
        ("mask_address", ["重庆市石柱土家族自治县南宾街道"], "重庆市石柱土家族自治县****"),
        ("mask_address", ["江苏省苏州市工业园区星湖街1号"], "江苏省苏州市****"),
        ("mask_address", ["幸福小区杭州市3幢"], "****"),
        ("mask_address", ["浙江省幸福小区杭州市3幢"], "浙江省****"),
        ("mask_address", ["文三路12号幸福小区3幢"], "****"),
        ("mask_address", ["幸福小区3幢102室"], "****"),
        ("mask_address", [""], "****"),
        ("mask_order", ["3500000000000001234"], "****1234"),
        ("隐藏单号", ["1234"], "****"),
        ("plus_workdays", ["2025-06-06", 1], "6月9日"),
        ("加工作日", ["2025-06-09", "-1"], "6月6日"),
        ("after", ["2025-06-01 12:00:00", "7天"], "6月8日"),
        ("后", ["2025-06-01", "-1天"], "5月31日"),
        ("前", ["2025-06-01", "1个月"], "5月1日"),
        ("after", ["2025-06-06", "3个工作日"], "6月11日"),
        ("after", ["2025-06-01 20:00", "48小时"], "6月3日"),
        ("after", ["2025-01-31", "1个月"], "2月28日"),
        ("还有", ["2025-06-07 18:00"], "还有 3 天"),
        ("left", ["2025-06-05 14:29:59"], "还有 23 小时"),
        ("left", ["2025-06-05 14:30"], "还有 1 天"),
        ("left", ["2025-06-04 19:30"], "还有 5 小时"),
        ("left", ["2025-06-04 14:45"], "还有 15 分钟"),
        ("left", ["2025-06-04 14:30"], "还有 1 分钟"),
        ("left", ["2025-06-04 14:29"], "已过期 1 分钟"),
        ("left", ["2025-06-02 14:00"], "已过期 2 天"),
        ("left", ["2025-06-04"], "今天到期"),
        ("left", ["今天"], "今天到期"),
        ("left", ["明天"], "还有 1 天"),
        ("left", ["2025-06-02"], "已过期 2 天"),
        ("apart", ["2025-06-01 10:00", "2025-06-03 09:00"], "1 天"),
        ("相隔", ["2025-06-01 10:00", "2025-06-03"], "2 天"),
        ("apart", ["2025-06-01 12:00", "2025-06-01 10:30"], "1 小时"),
        ("days_to", ["2025-06-01", "2025-06-08"], "7"),
        ("相差天数", ["2025-06-08 23:59", "2025-06-01 00:00"], "-7"),
        ("是工作日", ["2025-06-07"], False),
        ("is_workday", ["2025-06-06"], True),
        ("courier", ["SF1234567890123"], "顺丰速运"),
        ("lookup", ["M", "165"], "M"),
        ("default", ["a", "b"], "a"),
        ("default", ["", "b"], "b"),
        ("default", [None, "b"], "b"),
        ("默认", [Missing(ASKED), "b"], "b"),
        ("default", [False], ""),
        ("choices", ["中通", "圆通"], "中通"),
        ("a_date", ["x"], "x"),
        ("prefill", ["x", "y"], "x"),
        ("replace", ["aXbX", "X", "Y"], "aYbY"),
        ("append", ["a", "b"], "ab"),
        ("split", ["a,b", ","], ["a", "b"]),
        ("join", [["a", "b"], "、"], "a、b"),
        ("join", ["a"], "a"),
        ("first", [["a", "b"]], "a"),
        ("last", ["ab"], "b"),
        ("first", [[]], ""),
        ("last", [""], ""),
        ("size", ["ab"], "2"),
        ("size", [3], "0"),
        ("strip_newlines", ["a\nb"], "ab"),
        ("url_encode", ["亲 a"], "%E4%BA%B2+a"),
        ("truncate", ["abcdef", 4], "a..."),
        ("slice", ["abcdef", 1, 2], "bc"),
        ("sort", [["b", "a"]], ["a", "b"]),
    ],
    ids=lambda value: str(value)[:30],
)
def test_result(name: str, arguments: list[object], result: object):
    assert apply(name, *arguments) == result


@pytest.mark.parametrize(
    ("name", "arguments", "reason"),
    [
        ("date", ["林小雨"], "需要一个日期"),
        ("date", ["2025-06-01至2025-06-02"], "需要一个日期"),
        ("date", ["2025-13-41"], "需要一个日期"),
        ("date", ["2月30日"], "需要一个日期"),
        ("date", ["2025-06-01 " + "x" * 200], "需要一个日期"),
        ("date", ["2025-06-01", "%Q"], "没有“%Q”"),
        ("date", ["2025-06-01", "%"], "没有“%”"),
        ("date", ["2025-06-01", "%H"], "没有具体时间"),
        ("date", ["2025-06-01", "x" * 201], "格式太长"),
        ("plus_days", ["2025-06-01", "七"], "需要一个数字"),
        ("plus_days", ["2025-06-01", "1.5"], "需要一个整数"),
        ("plus_days", ["2025-06-01", 99999], "超出了范围"),
        ("plus_days", ["9999-12-30", 30], "超出了范围"),
        ("plus_days", ["2025-06-01", 10**14], "超出了范围"),
        ("plus_days", ["2025-06-01"], "不合适"),
        ("plus_hours", ["2025-06-01", 1], "没有具体时间"),
        ("plus_workdays", ["2025-06-01", 99999], "超出了范围"),
        ("plus_workdays", ["林小雨", 1], "需要一个日期"),
        ("after", ["2025-06-01", "七"], "需要一段时间"),
        ("after", ["2025-06-01", "48小时"], "没有具体时间"),
        ("before", ["2025-06-01", "99999天"], "超出了范围"),
        ("before", ["0001-01-02", "3天"], "超出了范围"),
        ("left", ["林小雨"], "需要一个日期"),
        ("apart", ["2025-06-01", "林小雨"], "需要一个日期"),
        ("days_to", ["2025-06-01"], "不合适"),
        ("plus", ["一", 1], "需要一个数字"),
        ("plus", [True, 1], "需要一个数字"),
        ("plus", ["1e9", 1], "需要一个数字"),
        ("times", [10**14, 10**14], "数字太大"),
        ("divided_by", ["1", 0], "不能除以 0"),
        ("modulo", ["1", 0], "不能除以 0"),
        ("round", ["1", 99], "小数位数"),
        ("tail", ["1", 0], "至少要 1 位"),
        ("choices", ["x"], "选项"),
        ("choices", ["x", *"a" * 51], "选项"),
        ("replace", ["a" * 1000, "a", "b" * 1000], "太长"),
        ("join", [["a"] * 1000, "b" * 1000], "太长"),
        ("append", ["a" * 20_000, "b"], "太长"),
        ("append", ["a" * 20_001, ""], "太长"),
        ("split", ["a" * 2_000, ""], "太长"),
        ("first", [3], "不合适"),
        ("sort", [["a", 1]], "不合适"),
        ("concat", ["a", 1], "不合适"),
        ("truncate", ["abc", "x"], "不合适"),
        ("slice", ["abc", "x"], "不合适"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_nonsense(name: str, arguments: list[object], reason: str):
    with pytest.raises(Fault) as fault:
        apply(name, *arguments)
    assert reason in str(fault.value.message)
    assert "林小雨" not in str(fault.value.message)


def test_hours_stay_with_a_shifted_date():
    moved = apply("plus_days", "2025-06-01 20:15", 2)
    assert apply("date", moved, "%F %R") == "2025-06-03 20:15"


def test_a_date_without_year_is_the_nearest_one():
    january = datetime(2026, 1, 2, tzinfo=UTC)
    assert call("date", ["12月30日", "%F"], {}, Scene(january)) == "2025-12-30"
    assert call("date", ["1月5日", "%F"], {}, Scene(datetime(2025, 12, 30, tzinfo=UTC))) == "2026-01-05"


def test_naive_clocks_work_too():
    assert call("plus_days", ["2025-06-01", 1], {}, Scene(NOW.replace(tzinfo=None))) == "6月2日"


@pytest.mark.parametrize("name", sorted(filters.NAMES))
def test_every_filter_passes_on_or_completes_what_is_missing(name: str):
    extra = ["7天"] if name in {"choices", "选项", "prefill", "预填", "default", "默认"} else []
    result = apply(name, Missing(ASKED), *extra)
    assert (
        result == "7天"
        if name in {"default", "默认"}
        else isinstance(result, Missing) and result.field.path == "input.x"
    )


def test_a_missing_argument_is_passed_on_too():
    missing = Missing(ASKED)
    assert apply("append", "a", missing) is missing
    assert apply("default", Missing(Field("input.y", "y")), missing) is missing
    open_piece = Captured("〔x〕", (Gap(0, 3, ASKED),))
    assert apply("upcase", open_piece) is open_piece
    assert apply("upcase", Captured("abc", ())) == "ABC"


def test_questions():
    missing = Missing(ASKED)
    assert apply("choices", missing, "中通", 1).field == Field("input.x", "x", "choice", ("中通", "1"))
    assert apply("选日期", missing).field == Field("input.x", "x", "date")
    assert apply("预填", missing, "3").field == Field("input.x", "x", default="3")


def test_unknown_options_are_refused():
    with pytest.raises(Fault):
        call("append", ["a", "b"], {"now": "x"}, Scene(NOW))


anything = st.one_of(
    st.text(max_size=30), st.integers(), st.floats(), st.booleans(), st.none(), st.builds(Missing, st.just(ASKED)),
    st.lists(st.one_of(st.text(max_size=5), st.integers()), max_size=5), st.just("2025-06-01 10:00"), st.just("9999-12-31 23:00"),
    st.just("7天"), st.builds(Undecided, st.just(Missing(ASKED))), st.just(TableRef("x", None)), st.just(Goods([Item("x")])),
)  # fmt: skip


@given(st.sampled_from(sorted(filters.NAMES)), st.lists(anything, min_size=1, max_size=4))
def test_no_arguments_bring_anything_but_a_fault(name: str, arguments: list[object]):
    with contextlib.suppress(Fault):
        call(name, arguments, {}, Scene(NOW))


@given(st.datetimes())
def test_dates_come_back(at: datetime):
    text = dates.show(dates.Moment("", at.replace(microsecond=0), timed=True), "%F %T")
    read = dates.read(text, NOW.replace(tzinfo=None))
    assert read is not None
    assert read.at == at.replace(microsecond=0)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_money_comes_back(amount: object):
    assert apply("minus", apply("plus", str(amount), "1.5"), "1.5") == Number(apply("plus", str(amount), 0))


@given(
    st.lists(
        st.sampled_from(
            ["浙江省", "上海", "杭州市", "西湖区", "小区", "文三路", "12号", "3幢", "自治县", "中山", " ", "县", "市"]
        )
    )
)
def test_a_masked_address_tells_no_house(parts: list[str]):
    masked = str(apply("mask_address", "".join(parts)))
    assert masked.endswith("****")
    assert not any(part in masked for part in ("12号", "3幢", "文三路", "小区"))


@given(st.datetimes(), st.datetimes())
def test_what_is_left_is_told_of_any_date(at: datetime, now: datetime):
    told = call("left", [f"{at:%Y-%m-%d %H:%M:%S}".rjust(19, "0")], {}, Scene(now))
    assert str(told).startswith("还有" if at.replace(microsecond=0) >= now else "已过期")
