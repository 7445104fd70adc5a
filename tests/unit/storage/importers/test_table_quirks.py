"""What tables of phrases bring along: quirks of spreadsheets, pictures, hostile sizes, columns nobody knows."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.core.errors import DataProblem
from assistant.core.packs import columns
from assistant.core.packs.columns import NeedsMapping
from assistant.core.packs.foreign import Haul, Taken
from assistant.storage.importers import qianniu, recognise, rows
from assistant.storage.importers.harvest import Harvest
from assistant.storage.importers.rows import Grid
from assistant.storage.importers.source import Source

HEADINGS = "快捷编码,快捷短语,快捷短语分组\n"


def read(path: Path, said: dict[str, str] | None = None) -> Haul:
    source = Source(path, said)
    return recognise(source).read(source)


def table(folder: Path, text: str, encoding: str = "utf-8") -> Haul:
    (folder / "a.csv").write_bytes(text.encode(encoding))
    return read(folder / "a.csv")


def texts(haul: Haul) -> list[str]:
    return [taken.phrase.text for taken in haul.phrases]


def told(haul: Haul) -> list[tuple[str, str]]:
    return [(remark.where, remark.what) for remark in haul.report]


def only(haul: Haul) -> Taken:
    [taken] = haul.phrases
    return taken


# --- cells


def test_codes_stay_text(tmp_path: Path) -> None:
    haul = table(
        tmp_path, HEADINGS + '007,一,\n\'008,二,\n="009",三,\n\t010,四,\n话术2,五,\n20260101000000000001,六,\n'
    )
    codes = [taken.phrase.code for taken in haul.phrases]
    assert codes == ["007", "008", "009", "010", "话术2", "20260101000000000001"]


def test_a_code_may_have_no_blanks(tmp_path: Path) -> None:
    haul = table(tmp_path, HEADINGS + "a b,一,\n")
    assert only(haul).phrase.code == "a-b"
    assert told(haul) == [("第 2 行（a b）", "编码里的空格换成了“-”。")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_and_ends_of_lines(tmp_path: Path, encoding: str, end: str) -> None:
    text = HEADINGS.replace("\n", end) + f'hy,"亲，{end}您好",售前{end}{end},,{end}'
    taken = only(table(tmp_path, text, encoding))
    assert (taken.phrase.code, taken.phrase.text, taken.phrase.category) == ("hy", "亲，\n您好", ("售前",))


def test_groups_may_be_missing(tmp_path: Path) -> None:
    haul = table(tmp_path, HEADINGS + "a,一\nb,二,未分组\nc,三,甲=>乙＝>丙\n")
    assert [taken.phrase.category for taken in haul.phrases] == [(), (), ("甲", "乙", "丙")]


def test_templates_of_ours_come_out_as_the_text_they_are(tmp_path: Path) -> None:
    haul = table(tmp_path, HEADINGS + "a,写 {{ buyer.nick }} 和 {% if %},\nb,亲<买家旺旺>，单号{订单号}/:809,\n")
    first, second = haul.phrases
    assert first.phrase.text == '写 {{ "{{" }} buyer.nick }} 和 {{ "{" }}% if %}'
    assert first.original == "写 {{ buyer.nick }} 和 {% if %}"
    assert second.phrase.text == "亲{{ buyer.nick }}，单号{{ order.id }}/:809"
    assert second.original == "亲<买家旺旺>，单号{订单号}/:809"


def test_an_unknown_placeholder_is_told(tmp_path: Path) -> None:
    haul = table(tmp_path, HEADINGS + "a,亲{神秘字段},\n")
    assert texts(haul) == ["亲{神秘字段}"]
    assert told(haul) == [("第 2 行（a）", "“{神秘字段}”没有对应的写法，按原文保留。")]


def test_entities_are_resolved(tmp_path: Path) -> None:
    assert texts(table(tmp_path, HEADINGS + "a,一&#44;二&#13;&#10;三&#13;四,\n")) == ["一,二\n三\n四"]


def test_several_wordings_in_a_cell(tmp_path: Path) -> None:
    haul = table(
        tmp_path, '分类名称,关键词(逗号分隔),回复内容(多条用|分隔)\n售前,"在吗,在不在",在的亲 |  | 您好{客服}\n'
    )
    taken = only(haul)
    assert [variant.text for variant in taken.phrase.variants] == ["在的亲", "您好{{ agent.name }}"]
    assert (taken.phrase.title, taken.phrase.category) == ("在吗,在不在", ("售前",))


def test_tags_and_notes(tmp_path: Path) -> None:
    taken = only(table(tmp_path, '内容,标签,备注\n在的,"常用,售前、热",给新人\n'))
    assert (taken.phrase.tags, taken.phrase.note) == (("常用", "售前", "热"), "给新人")


def test_the_same_group_and_code_twice_are_two_phrases(tmp_path: Path) -> None:
    one, two = table(tmp_path, HEADINGS + "a,一,甲\na,二,甲\n").phrases
    assert one.phrase.code == two.phrase.code == "a"
    assert one.phrase.id != two.phrase.id


def test_a_phrase_keeps_its_id_when_its_words_change(tmp_path: Path) -> None:
    old = only(table(tmp_path, HEADINGS + "a,一,甲\n")).phrase.id
    assert only(table(tmp_path, HEADINGS + "a,二,甲\n")).phrase.id == old
    assert only(table(tmp_path, HEADINGS + "a,一,乙\n")).phrase.id != old


# --- spreadsheets


def xlsx(path: Path, cells: list[list[Any]], sheets: int = 1) -> Path:
    with xlsxwriter.Workbook(path) as book:
        for _ in range(sheets):
            sheet = book.add_worksheet()
            for row, values in enumerate(cells):
                for column, value in enumerate(values):
                    sheet.write(row, column, value)
    return path


def test_the_heading_row_is_found_wherever_it_is(tmp_path: Path) -> None:
    cells = [["小店话术"], [], ["制表：小二"], ["快捷编码", "快捷短语 ", "快捷短语分组"], [618, "亲", "大促"]]
    taken = only(read(xlsx(tmp_path / "a.xlsx", cells)))
    assert (taken.phrase.code, taken.phrase.text, taken.phrase.category) == ("618", "亲", ("大促",))


def test_all_sheets_are_read(tmp_path: Path) -> None:
    assert texts(read(xlsx(tmp_path / "a.xlsx", [["内容"], ["一"]], sheets=3))) == ["一", "一", "一"]


def test_the_old_excel(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("话术")
    for row, cells in enumerate(
        [["一级分类（必填）", "话术标题（选填）", "话术内容（必填）"], ["售后", "退", "七天\n无理由"]]
    ):
        for column, text in enumerate(cells):
            sheet.write(row, column, text)
    book.save(str(tmp_path / "a.xls"))
    haul = read(tmp_path / "a.xls")
    assert (haul.format, texts(haul), only(haul).phrase.category) == ("kefubao", ["七天\n无理由"], ("售后",))


# --- columns that nobody knows


def test_unknown_columns_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("组,问,答复如下\n售前,在吗,在的\n售后,退吗,\n", "utf-8")
    with pytest.raises(NeedsMapping) as asked:
        read(tmp_path / "a.csv")
    assert asked.value.headings == ("组", "问", "答复如下")
    assert asked.value.rows == (("售前", "在吗", "在的"), ("售后", "退吗"))
    assert asked.value.guess == {}
    taken = read(tmp_path / "a.csv", {"答复如下": "text", "组": "category", "问": "title"}).phrases
    assert [(one.phrase.title, one.phrase.text, one.phrase.category) for one in taken] == [("在吗", "在的", ("售前",))]


def test_what_is_known_of_the_columns_is_guessed(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("标题,话\n在吗,在的\n", "utf-8")
    with pytest.raises(NeedsMapping) as asked:
        read(tmp_path / "a.csv")
    assert asked.value.guess == {"标题": "title"}


def test_an_empty_table_is_refused(tmp_path: Path) -> None:
    for text in ("\n\n", ",,\n,\n"):
        (tmp_path / "a.csv").write_text(text, "utf-8")
        with pytest.raises(DataProblem):
            read(tmp_path / "a.csv")


# --- pictures


def with_picture(folder: Path, name: str) -> Haul:
    text = "最初3行的内容请勿改动(V3)！！！\n店\n分组,快捷编码,标题,内容,图片名,程序数据\n"
    return table(folder, text + f'"\t","\tcm","\t","\t尺码","\t{name}","\t"\n', "gb18030")


def test_a_picture_beside_the_table_is_taken(tmp_path: Path) -> None:
    (tmp_path / "图片").mkdir()
    (tmp_path / "图片" / "尺码.jpg").write_bytes(b"\xff\xd8jpg")
    haul = with_picture(tmp_path, "尺码.jpg")
    [picture] = only(haul).pictures
    assert (picture.name, picture.data, told(haul)) == ("尺码.jpg", b"\xff\xd8jpg", [])


def test_pictures_from_elsewhere_are_not(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    (folder / "图片" / "inner").mkdir(parents=True)
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    (folder / "图片" / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    (folder / "图片" / "loop.jpg").symlink_to("loop.jpg")
    (folder / "图片" / "empty.jpg").touch()
    with (folder / "图片" / "big.jpg").open("wb") as file:
        file.truncate(21 << 20)
    names = ("../secret.jpg", "..\\secret.jpg", str(tmp_path / "secret.jpg"), "link.jpg", "loop.jpg", "inner", "..")
    for name in (*names, "missing.jpg", "empty.jpg", "big.jpg", "C:secret.jpg", "x" * 5000):
        haul = with_picture(folder, name)
        assert only(haul).pictures == ()
        assert told(haul) == [("第 4 行", "图片不在表格旁边的“图片”文件夹里，没有导入。")]


# --- the server's answer


def answer(folder: Path, result: object) -> Haul:
    whole = {"api": "mtop.taobao.qianniu.quickphrase.get", "data": {"result": result}}
    (folder / "a.json").write_text(json.dumps(whole), "utf-8")
    return read(folder / "a.json")


def test_an_answer_with_odd_entries(tmp_path: Path) -> None:
    phrases = [
        {"groupId": 7, "code": 12, "content": "一", "picUrl": "https://example.com/a.jpg"},
        {"groupId": 8, "code": None, "content": ["x"]},
        "nonsense",
        {"groupId": True, "content": "三"},
    ]
    haul = answer(tmp_path, {"groups": [{"id": "7", "name": "甲"}, 5], "list": phrases})
    assert [(one.phrase.code, one.phrase.text, one.phrase.category) for one in haul.phrases] == [
        ("12", "一", ("甲",)),
        ("", "三", ()),
    ]
    assert told(haul) == [("第 1 条（12）", "图片在网上，没有下载，请自己加上。"), ("第 2 条", "没有内容，没有导入。")]


@pytest.mark.parametrize("result", [None, [], {"list": {}}, {"groups": []}])
def test_an_answer_without_phrases_is_refused(tmp_path: Path, result: object) -> None:
    with pytest.raises(DataProblem, match="没有快捷短语"):
        answer(tmp_path, result)


# --- bounds


def test_a_line_without_end_is_refused_at_once(tmp_path: Path) -> None:
    with (tmp_path / "a.csv").open("wb") as file:
        file.write(HEADINGS.encode())
        file.seek(79 << 20)  # takes no room on the disk
        file.write(b"x")
    with pytest.raises(DataProblem, match="有太长的行"):
        read(tmp_path / "a.csv")


def test_our_own_format_has_bounds_too(tmp_path: Path) -> None:
    for data in (
        b'{"title":"a","text":"b"}\n' * 200_001,
        b'{"title":"a","text":"b","x":[' + b"[]," * 400_000 + b"0]}\n",
    ):
        (tmp_path / "a.jsonl").write_bytes(data * (1 if len(data) > 2 << 20 else 8))
        with pytest.raises(DataProblem, match="内容太多"):
            read(tmp_path / "a.jsonl")


def test_too_large_a_table_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "a.xls").open("wb") as file:
        file.write(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
        file.truncate(81 << 20)
    with pytest.raises(DataProblem, match="太大（超过 80 MB）"):
        read(tmp_path / "a.xls")


def test_too_many_rows_and_cells_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MOST_ROWS", 3)
    with pytest.raises(DataProblem, match="太大"):
        table(tmp_path, HEADINGS + "a,一\n" * 3)
    assert len(table(tmp_path, HEADINGS + "a,一\n" * 2).phrases) == 2
    monkeypatch.setattr(rows, "_MEMORY", 400)
    with pytest.raises(DataProblem, match="太大"):
        table(tmp_path, HEADINGS + "a,一,二,三,四,五,六\n")


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04" + bytes(50), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"%PDF-1.7", b"a,\0\n", b""]
)
@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.xls"])
def test_what_is_no_table_is_refused_with_a_sentence(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(DataProblem):
        read(tmp_path / name)


# --- by generated tables

cells = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n,\"='<>{}%&#;|/:收货地址"), max_size=12
)


def harvested(made: list[list[str]]) -> Haul:
    """What the rows of a table give, without a file and a process."""
    harvest = Harvest("qianniu")
    layout = columns.guessed(HEADINGS.strip().split(","))
    grid = Grid([], made, 2, layout)
    taking = rows._Taking(Source(Path(__file__)), harvest, layout, qianniu._without_entities)
    for number, row in enumerate(grid.rows, grid.first):
        taking.take(row, number)
    return harvest.haul()


@given(st.lists(st.lists(cells, max_size=5), max_size=8))
def test_any_rows_give_fit_phrases(made: list[list[str]]) -> None:
    haul = harvested(made)
    ids = [taken.phrase.id for taken in haul.phrases]
    assert len(set(ids)) == len(ids)
    for taken in haul.phrases:
        phrase = taken.phrase
        assert phrase.title.strip()
        assert phrase.text.strip()
        assert all(phrase.category)
        assert len(phrase.code.split()) <= 1
    wordless = [row for row in made if any(row) and not (row[1:2] and row[1].strip())]
    assert len(haul.phrases) <= len(made) - len(wordless)


@settings(max_examples=15)
@given(
    st.lists(
        st.tuples(st.text("abc话术0", max_size=4), st.text("亲，~好\n\"',x", min_size=1).map(str.strip).filter(bool)),
        min_size=1,
        max_size=6,
    )
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_what_a_spreadsheet_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, encoding: str, made: list[tuple[str, str]]
) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([["快捷编码", "快捷短语"], *made])
    path = tmp_path_factory.mktemp("t") / "a.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    assert [(one.phrase.code, one.phrase.text) for one in read(path).phrases] == made
