"""Lookups in a lead's tables: written by hand what they must say, and by properties what they must never do."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.tables import edits
from assistant.core.tables.check import Flaw, Problem, is_serious, problems
from assistant.core.tables.numbers import Scale, Span, amount, scale_of, span
from assistant.core.tables.places import area, place
from assistant.core.tables.table import Column, Kind, Table

TEXT, RANGE, REGION, AMOUNT, ANSWER = Kind.TEXT, Kind.RANGE, Kind.REGION, Kind.AMOUNT, Kind.ANSWER
PROVINCES = ("浙江", "江苏", "上海", "安徽", "新疆", "西藏", "香港", "广东")
PROVINCE_OF = {"杭州市": "浙江省", "宁波市": "浙江省", "宁波": "浙江省", "广州市": "广东省"}


def make(columns, *rows, locate=None) -> Table:
    headings = tuple(Column(*column) for column in columns)
    return Table("表", headings, tuple(tuple(row.split("|")) for row in rows), locate)


SIZES = make(
    [("身高(cm)", RANGE), ("体重(kg)", RANGE), ("尺码",), ("说明",)],
    "150-159|40-49|S|偏小",
    "150-159|50-59|M|",
    "160-169|45-54|M|合身",
    "160-169|55-64|L|合身",
    "170以上|60kg以上|XL|宽松",
)
COURIERS = make(
    [("省份", REGION), ("快递",), ("天数",)],
    "江浙沪|中通|1",
    "浙江省杭州市|顺丰|0.5",
    "安徽、河南|圆通|2",
    "全国|申通|3",
    "其他|邮政|7",
)
FEES = make(
    [("地区", REGION), ("重量(kg)", RANGE), ("运费",)],
    "江浙沪|1kg以内|5",
    "江浙沪|3kg以内|8",
    "全国|1kg以内|8",
    "全国|3kg以内|12",
    "新疆西藏|3kg以内|25",
    "全国|超过3kg|按重量另算",
)
GIFTS = make([("实付", AMOUNT), ("赠品",)], "满99|袜子", "满199元|帽子", "399|礼盒")


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (("155", "45"), "S"),
        (("165cm", "52kg"), "M"),
        (("１６５", "５２"), "M"),
        (("1米65", "104斤"), "M"),
        (("1.65m", "120斤"), "L"),
        (("1米7", "60公斤"), "XL"),
        (("183 cm", "88"), "XL"),
        (("159.5", "45"), None),  # between the rows
        (("165", "80"), None),
        (("165", ""), None),
        (("165", "很轻"), None),
        (("165", "52件"), None),
        (("165",), None),
        (("165", "52", "1"), None),
        ((), None),
    ],
)
def test_sizes_by_height_and_weight(keys, answer) -> None:
    assert SIZES.find(keys) == answer


def test_a_named_column_answers_and_an_empty_cell_does_not() -> None:
    assert SIZES.find(("155", "45"), "说明") == "偏小"
    assert SIZES.find(("155", "52"), "说明") is None
    assert SIZES.find(("155", "45"), "没有这列") is None
    assert SIZES.find(("155", "45"), "身高(cm)") is None


@pytest.mark.parametrize(
    ("where", "answer"),
    [
        ("浙江", "中通"),
        ("浙江省", "中通"),
        ("上海市", "中通"),
        ("上海上海市浦东新区张江路1号", "中通"),
        ("浙江省杭州市西湖区文三路1号", "顺丰"),
        ("浙江杭州", "顺丰"),
        ("浙江省宁波市", "中通"),
        ("安徽省合肥市", "圆通"),
        ("新疆维吾尔自治区乌鲁木齐市", "申通"),
        ("广西壮族自治区", "申通"),
        ("内蒙古", "申通"),
        ("台湾省", "邮政"),
        ("香港特别行政区", "邮政"),
        ("123456", None),
        ("", None),
    ],
)
def test_couriers_by_place(where, answer) -> None:
    assert COURIERS.find((where,)) == answer


def test_where_a_city_lies_can_be_told() -> None:
    def locate(city):
        return PROVINCE_OF[city] + city if city in PROVINCE_OF else None

    table = make([("省份", REGION), ("快递",)], "浙江|中通", "宁波|韵达", "广东|圆通", locate=locate)
    # without the province a city is no row's
    assert make([("省份", REGION), ("快递",)], "浙江|中通").find(("杭州市",)) is None
    assert [table.find((city,)) for city in ("杭州市", "宁波市", "广州市", "火星市")] == ["中通", "韵达", "圆通", None]


def test_a_district_is_not_the_city_of_the_same_name() -> None:
    table = make([("地区", REGION), ("快递",)], "朝阳市|中通", "北京|顺丰")
    assert table.find(("北京市朝阳区",)) == "顺丰"
    assert table.find(("辽宁省朝阳市",)) == "中通"


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (("浙江", "0.5"), "5"),
        (("浙江", "800g"), "5"),
        (("浙江", "2斤"), "5"),
        (("浙江", "1.01kg"), "8"),
        (("浙江省宁波市", "3kg"), "8"),
        (("广东", "1"), "8"),
        (("广东", "3.5"), "按重量另算"),
        (("新疆", "2"), "25"),
        (("新疆", "0.5"), None),  # 新疆 up to 3 kg or everywhere up to 1 kg: nobody said which
        (("香港", "1"), None),
    ],
)
def test_fees_by_region_and_weight(keys, answer) -> None:
    assert FEES.find(keys) == answer


@pytest.mark.parametrize(
    ("paid", "answer"),
    [("98.99", None), ("99", "袜子"), ("¥198.50", "袜子"), ("199.00", "帽子"), ("1,088元", "礼盒"), ("399", "礼盒")],
)
def test_gifts_by_the_highest_amount_that_was_reached(paid, answer) -> None:
    assert GIFTS.find((paid,)) == answer


def test_words_and_alternatives() -> None:
    table = make([("面料", TEXT), ("洗涤",)], "纯棉、亚麻|冷水洗", "羊毛|干洗", "其他|看水洗标")
    assert [table.find((key,)) for key in ("纯棉", " 亚麻 ", "羊毛", "丝绸")] == [
        "冷水洗",
        "冷水洗",
        "干洗",
        "看水洗标",
    ]
    assert make([("颜色", TEXT), ("有货",)], "Red|有").find(("ｒｅｄ",)) == "有"


def test_rows_that_contradict_each_other_give_no_answer() -> None:
    touching = make([("身高(cm)", RANGE), ("尺码",)], "150-160|S", "160-170|M")
    assert [touching.find((key,)) for key in ("155", "160", "165")] == ["S", None, "M"]
    assert make([("身高(cm)", RANGE), ("尺码",)], "150-160|S", "160-170|S").find(("160",)) == "S"
    assert make([("面料", TEXT), ("洗涤",)], "棉|冷水", "棉|温水").find(("棉",)) is None


def test_a_narrower_row_settles_what_two_others_leave_open() -> None:
    table = make([("身高(cm)", RANGE), ("尺码",)], "150-160|S", "160-170|M", "160|S/M 都可以")
    assert table.find(("160",)) == "S/M 都可以"
    assert problems(table) == ()


@pytest.mark.parametrize(
    ("text", "low", "high", "opens"),
    [
        ("155-160", 155, 160, ""),
        ("155～160cm", 155, 160, ""),
        ("155cm至160cm", 155, 160, ""),
        ("１５５—１６０", 155, 160, ""),
        ("1.55-1.60米", 155, 160, ""),
        ("≥70", 70, None, ""),
        (">=70", 70, None, ""),
        ("70以上", 70, None, ""),
        ("70及以上", 70, None, ""),
        ("70+", 70, None, ""),
        ("至少70", 70, None, ""),
        ("大于70", 70, None, "("),
        ("＞70", 70, None, "("),
        ("大于等于70", 70, None, ""),
        ("50以下", None, 50, ""),
        ("≤50cm", None, 50, ""),
        ("50以内", None, 50, ""),
        ("不超过50", None, 50, ""),
        ("不到50", None, 50, ")"),
        ("<50", None, 50, ")"),
        ("小于等于50", None, 50, ""),
        ("50以上70以下", 50, 70, ""),
        ("超过50不超过70", 50, 70, "("),
        ("50<x≤70", 50, 70, "("),
        ("160cm", 160, 160, ""),
        ("不限", None, None, ""),
    ],
)
def test_ranges(text, low, high, opens) -> None:
    table = make([("身高(cm)", RANGE), ("答",)], f"{text}|a")
    wanted = Span(
        None if low is None else Decimal(low), None if high is None else Decimal(high), "(" in opens, ")" in opens
    )
    assert table.cells[0][0] == wanted


@pytest.mark.parametrize("text", ["160-155", "大概160", "155-", "-5", "160kg", "155-160-170", "70以上以下", "1e5"])
def test_what_is_no_range_is_told(text) -> None:
    table = make([("身高(cm)", RANGE), ("答",)], f"{text}|a")
    assert problems(table) == (Problem(Flaw.UNREADABLE, 0, 0),)
    assert table.find(("160",)) is None


def test_units_come_from_the_name_or_else_from_the_cells() -> None:
    assert scale_of("体重(斤)", []) == Scale("kg", Decimal("0.5"))
    assert scale_of("重量/kg", []) == Scale("kg", Decimal(1))
    assert scale_of("体重", ["90-100斤", "110"]) == Scale("kg", Decimal("0.5"))
    assert scale_of("重量", ["500g", "1kg"]) == Scale("kg", None)
    assert amount("60kg", scale_of("体重(斤)", [])) == 60
    assert amount("120", scale_of("体重(斤)", [])) == 60
    assert amount("120", scale_of("重量", ["500g", "1kg"])) is None
    assert amount("60kg", scale_of("体重", ["50-60"])) is None  # nobody says what 50 is


def test_thresholds_that_are_numbers_alone() -> None:
    assert span("99", Scale("元"), threshold=True) == Span(Decimal(99))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("浙江省杭州市西湖区文三路1号", ("浙江", "杭州/市", "西湖/区")),
        ("上海市浦东新区", ("上海", "上海/市", "浦东/区")),
        ("吉林市", ("吉林", "吉林/市")),
        ("吉林省", ("吉林",)),
        ("青海省海南藏族自治州共和县", ("青海", "海南/州", "共和/县")),
        ("海南藏族自治州", ("", "海南/州")),
        ("恩施土家族苗族自治州", ("", "恩施/州")),
        ("内蒙", ("内蒙古",)),
        ("臺灣省台北市", ("台湾", "台北/市")),
        ("abc", None),
        ("", None),
    ],
)
def test_places(text, wanted) -> None:
    assert place(text) == wanted


def test_groups_of_provinces() -> None:
    assert area("江浙沪") == area("江苏、浙江、上海") == area("浙江江苏上海")
    assert area("港澳台").places == {("香港",), ("澳门",), ("台湾",)}
    assert ("台湾",) not in area("全国").places
    assert area("除新疆外!") is None


# --- problems


def test_the_examples_are_in_order_but_for_what_they_are_to_show() -> None:
    assert problems(COURIERS) == ()
    assert problems(GIFTS) == ()
    assert [(p.flaw, p.row, p.other) for p in problems(FEES)] == [(Flaw.OVERLAP, 4, 2)]


def test_every_kind_of_flaw_is_told_with_its_place() -> None:
    table = make(
        [("身高", RANGE), ("体重", RANGE), ("尺码",), ("尺码",)],
        "150-160|40-50|S|",
        "155-165|40-50|M|",
        "|40-50|M|",
        "高个|40-50|L|",
        "180-190|40-50||",
        "150-160|40-50|S|",
        "150-160|40-50|XS|",
        "|||",
    )
    assert set(problems(table)) == {
        Problem(Flaw.UNIT, -1, 1),
        Problem(Flaw.TWICE_NAMED, -1, 3),
        Problem(Flaw.OVERLAP, 1, 0, 0),
        Problem(Flaw.BLANK, 2, 0),
        Problem(Flaw.UNREADABLE, 3, 0),
        Problem(Flaw.GAP, 4, 0, 1),
        Problem(Flaw.EMPTY_ANSWER, 4, 2),
        Problem(Flaw.DUPLICATE, 5, 0, 0),
        Problem(Flaw.CONTRADICTION, 6, 0, 0),
    }
    assert not is_serious(Problem(Flaw.GAP))
    assert is_serious(Problem(Flaw.OVERLAP))


def test_a_table_needs_keys_and_answers() -> None:
    assert problems(make([("a",), ("",)], "1|2")) == (Problem(Flaw.NO_KEY), Problem(Flaw.BLANK, -1, 1))
    assert Problem(Flaw.NO_ANSWER) in problems(make([("a", TEXT)], "1"))
    assert make([("a",)], "1").find(()) is None
    assert make([("a", TEXT)], "1").find(("1",)) is None


def test_from_one_whole_number_to_the_next_there_is_no_gap() -> None:
    heights = [("身高(cm)", RANGE), ("尺码",)]
    assert problems(make(heights, "150-159|S", "160-169|M")) == ()
    assert [p.flaw for p in problems(make(heights, "150-159|S", "161-169|M"))] == [Flaw.GAP]
    assert [p.flaw for p in problems(make(heights, "<150|S", ">150|M"))] == [Flaw.GAP]
    assert problems(make(heights, "<150|S", "150以上|M")) == ()


# --- properties

NUMBERS = st.decimals(min_value=0, max_value=400, places=1).map(str)
RANGES = st.one_of(
    st.tuples(st.integers(0, 200), st.integers(0, 200)).map(lambda ends: f"{min(ends)}-{max(ends)}"),
    st.integers(0, 200).flatmap(
        lambda n: st.sampled_from([f"{n}", f"{n}以上", f"{n}以内", f">{n}", f"<{n}", f"{n}cm", f"≥{n}"])
    ),
)
REGIONS = st.lists(st.sampled_from((*PROVINCES, "江浙沪", "浙江杭州", "广东省广州市")), min_size=1, max_size=3).map(
    "、".join
)
ANSWERS = st.sampled_from("甲乙丙丁")
ROWS = st.lists(st.tuples(REGIONS | st.just("其他"), RANGES | st.just("不限"), ANSWERS), max_size=8)
WHERE = st.sampled_from(("浙江省", "浙江省杭州市", "广东省广州市天河区", "江苏", "新疆", "香港", "上海市"))
COLUMNS = (Column("地区", REGION), Column("高(cm)", RANGE), Column("答"))


@given(st.lists(st.tuples(st.text(max_size=12), st.sampled_from(Kind)), max_size=4), st.data())
def test_nothing_ever_raises(columns, data) -> None:
    cells = st.text(max_size=12) | RANGES | REGIONS
    rows = data.draw(st.lists(st.tuples(*([cells] * len(columns))), max_size=5))
    table = Table("t", tuple(Column(*column) for column in columns), tuple(rows))
    keys = data.draw(st.lists(st.text(max_size=12) | NUMBERS | WHERE, max_size=4))
    answer = table.find(keys, data.draw(st.text(max_size=3)))
    assert answer is None or any(answer == cell.strip() for row in rows for cell in row)
    problems(table)


@given(ROWS, WHERE, NUMBERS)
def test_an_answer_is_of_a_row_that_holds_the_keys(rows, where, number) -> None:
    table = Table("t", COLUMNS, tuple(rows))
    answer = table.find((where, number))
    holding = {row[2] for row in rows if Table("t", COLUMNS, (row,)).find((where, number)) is not None}
    assert answer is None or answer in holding
    if len(holding) == 1:
        assert answer in holding
    if not holding:
        assert answer is None


@given(ROWS, st.tuples(REGIONS, RANGES, ANSWERS), WHERE, NUMBERS, st.integers(0, 8))
def test_a_row_elsewhere_changes_nothing(rows, row, where, number, at) -> None:
    if Table("t", COLUMNS, (row,)).find((where, number)) is None:
        more = (*rows[:at], row, *rows[at:])
        assert Table("t", COLUMNS, more).find((where, number)) == Table("t", COLUMNS, tuple(rows)).find((where, number))


@given(ROWS, WHERE, NUMBERS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(rows, where, number, random) -> None:
    other = list(rows)
    random.shuffle(other)
    assert Table("t", COLUMNS, tuple(rows)).find((where, number)) == Table("t", COLUMNS, tuple(other)).find(
        (where, number)
    )


@given(ROWS, WHERE, NUMBERS)
def test_where_rows_hold_a_value_and_say_nothing_a_problem_is_told(rows, where, number) -> None:
    table = Table("t", COLUMNS, tuple(rows))
    holding = [row for row in rows if Table("t", COLUMNS, (row,)).find((where, number)) is not None]
    if holding and table.find((where, number)) is None:
        assert any(p.flaw in (Flaw.OVERLAP, Flaw.CONTRADICTION) for p in problems(table))


@given(RANGES, RANGES)
def test_a_shared_number_is_in_both_and_there_is_one_when_they_meet(one, other) -> None:
    a, b = span(one, Scale("cm")), span(other, Scale("cm"))
    both = a.shared(b)
    assert both is None or (a.holds(both) and b.holds(both))
    tried = [Decimal(n) / 4 for n in range(900)]
    if both is None:
        assert not any(a.holds(n) and b.holds(n) for n in tried)
    if a.within(b):
        assert all(b.holds(n) for n in tried if a.holds(n))


# --- edits


def test_edits() -> None:
    table = make([("a", TEXT), ("b",)], "1|x", "2|y", "3|z")
    firsts = lambda t: [row[0] for row in t.rows]  # noqa: E731
    assert edits.set_cells(table, {(0, 0): " 9\n8 ", (7, 0): "?"}).rows[0] == ("9 8", "x")
    assert firsts(edits.insert_rows(table, 1)) == ["1", "", "2", "3"]
    assert firsts(edits.remove_rows(table, [0, 2])) == ["2"]
    assert firsts(edits.move_rows(table, [1, 2], -1)) == ["2", "3", "1"]
    assert firsts(edits.move_rows(table, [0, 1], 1)) == ["3", "1", "2"]
    assert edits.move_rows(table, [0], -1) == table
    assert edits.move_rows(table, [2], 1) == table
    wider = edits.insert_column(table, 1, Column("c", RANGE))
    assert wider.rows[0] == ("1", "", "x")
    assert edits.remove_column(wider, 1) == table
    assert edits.move_column(wider, 0, 1).columns[1].name == "a"
    assert edits.move_column(wider, 2, 1) == wider
    assert edits.remove_column(make([("a",)]), 0).columns
    assert edits.change_column(table, 1, Column("n", TEXT)).columns[1] == Column("n", TEXT)


def test_a_pasted_block_makes_room() -> None:
    table = edits.paste(make([("a", TEXT), ("b",)], "1|x"), (0, 1), [["p", "q"], ["r"]])
    assert table.rows == (("1", "p", "q"), ("", "r", ""))
    assert len(edits.paste(table, (0, 0), [["x"] * 50] * 3000).rows) == 2000
    assert len(edits.paste(table, (0, 0), [["x"] * 50]).columns) == 20


def test_what_a_spreadsheet_copies() -> None:
    assert edits.block_of("a\tb\r\nc\td\r\n") == [["a", "b"], ["c", "d"]]
    assert edits.block_of('"a\nb"\t"say ""x"""\n"c') == [["a\nb", 'say "x"'], ['"c']]
    assert edits.block_of("") == [[""]]
    assert edits.text_of([["a", "b"], ["c", ""]]) == "a\tb\nc\t"


@given(st.text(alphabet='a"\t\n\r', max_size=30))
def test_any_text_is_a_block(text) -> None:
    assert edits.block_of(text)


@given(st.lists(st.lists(st.text(alphabet="ab 中", max_size=4), min_size=2, max_size=2), min_size=1, max_size=4))
def test_a_block_survives_the_clipboard(block) -> None:
    assert edits.block_of(edits.text_of(block)) == block
