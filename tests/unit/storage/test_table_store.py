"""The tables on the disk: layers, limits, files of other programs, damage and copies."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.core.errors import DataProblem, NotFound
from assistant.core.tables.check import problems
from assistant.core.tables.table import Column, Kind, Table
from assistant.storage import resources
from assistant.storage.table_store import MOST_TABLES, TableStore, csv_of, table_in

SIZES = Table("尺码", (Column("身高(cm)", Kind.RANGE), Column("尺码")), (("150-159", "S"), ("160-169", "M")))
GIFTS = Table("赠品", (Column("实付", Kind.AMOUNT), Column("赠品")), (("满99", "袜子"),))


def record(table: Table) -> dict[str, object]:
    columns = [{"name": column.name, "kind": column.kind.value} for column in table.columns]
    return {"name": table.name, "columns": columns, "rows": [list(row) for row in table.rows]}


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    path = tmp_path / "starter.json"
    path.write_text(json.dumps([record(SIZES), record(GIFTS)]), encoding="utf-8")
    return path


def shown(store: TableStore) -> list[tuple[str, str]]:
    return [(kept.table.name, kept.layer) for kept in store.all]


def test_what_was_put_stands_after_a_restart(tmp_path: Path) -> None:
    store = TableStore(tmp_path / "tables.json")
    store.put(SIZES)
    store.put(GIFTS)
    again = TableStore(tmp_path / "tables.json")
    assert again.by_name == {"尺码": SIZES, "赠品": GIFTS}
    assert again.notices == []
    assert again.by_name["尺码"].find(("165",)) == "M"


def test_ones_own_table_takes_the_place_of_the_program_s(tmp_path: Path, starter: Path) -> None:
    store = TableStore(tmp_path / "tables.json", starter)
    changed = SIZES.with_rows((("150-169", "均码"),))
    store.put(changed)
    assert shown(store) == [("尺码", "personal"), ("赠品", "starter")]
    assert store.all[0].covers
    assert store.by_name["尺码"].find(("165",)) == "均码"
    assert store.lower("尺码") == SIZES
    store.put(SIZES)  # as it was: nothing of one's own is left
    assert shown(store) == [("尺码", "starter"), ("赠品", "starter")]
    assert shown(TableStore(tmp_path / "tables.json", starter)) == shown(store)


def test_the_team_stands_between(tmp_path: Path, starter: Path) -> None:
    team = tmp_path / "team.json"
    team.write_text(json.dumps([record(SIZES.with_rows((("1-300", "团队"),)))]), encoding="utf-8")
    store = TableStore(tmp_path / "tables.json", starter, team)
    assert shown(store) == [("尺码", "team"), ("赠品", "starter")]
    assert store.by_name["尺码"].find(("165",)) == "团队"


def test_removing_hides_what_lies_below_and_putting_shows_it_again(tmp_path: Path, starter: Path) -> None:
    store = TableStore(tmp_path / "tables.json", starter)
    store.remove("尺码")
    assert shown(store) == [("赠品", "starter")]
    assert shown(TableStore(tmp_path / "tables.json", starter)) == [("赠品", "starter")]
    store.put(SIZES)
    assert shown(store) == [("尺码", "starter"), ("赠品", "starter")]


def test_renaming(tmp_path: Path, starter: Path) -> None:
    store = TableStore(tmp_path / "tables.json", starter)
    store.rename("尺码", Table("尺寸", SIZES.columns, SIZES.rows))
    assert shown(store) == [("赠品", "starter"), ("尺寸", "personal")]
    with pytest.raises(DataProblem, match="已经有"):
        store.rename("尺寸", Table("赠品", SIZES.columns, SIZES.rows))
    assert shown(store) == [("赠品", "starter"), ("尺寸", "personal")]


def test_limits(tmp_path: Path) -> None:
    store = TableStore(tmp_path / "tables.json")
    with pytest.raises(DataProblem, match="名字"):
        store.put(Table(" "))
    wide = Table("宽", tuple(Column(f"c{n}") for n in range(30)), (("x" * 900,) * 30,) * 2100)
    store.put(wide)
    kept = store.by_name["宽"]
    assert (len(kept.columns), len(kept.rows), len(kept.rows[0][0])) == (20, 2000, 500)
    for number in range(MOST_TABLES - 1):
        store._kept[str(number)] = store._kept["宽"]
    with pytest.raises(DataProblem, match="最多"):
        store.put(GIFTS)


def test_a_name_that_templates_could_not_write_is_made_one(tmp_path: Path) -> None:
    path = tmp_path / "tables.json"
    path.write_text(
        json.dumps({"tables": {"1": record(Table("尺.码{}", SIZES.columns, SIZES.rows))}}), encoding="utf-8"
    )
    store = TableStore(path)
    assert list(store.by_name) == ["尺 码"]
    store.put(Table("尺|码", SIZES.columns, ()))
    assert store.by_name == {"尺 码": Table("尺 码", SIZES.columns)}
    assert TableStore(path).by_name == store.by_name


def test_changes_are_told(tmp_path: Path) -> None:
    store, told = TableStore(tmp_path / "tables.json"), []
    store.on_change(lambda: told.append(len(store.all)))
    store.put(SIZES)
    store.remove("尺码")
    store.reload()
    assert told == [1, 0, 0]


def test_a_damaged_file_is_set_aside_and_the_copy_before_is_used(tmp_path: Path) -> None:
    store = TableStore(tmp_path / "tables.json")
    store.put(SIZES)
    store.put(GIFTS)
    (tmp_path / "tables.json").write_bytes(b'{"tables": {"1":')
    again = TableStore(tmp_path / "tables.json")
    assert "备份" in again.notices[0]
    assert again.by_name == {"尺码": SIZES}


@pytest.mark.parametrize("content", ["[", "3", "{}", "[3, null, {}]", '[{"name": 1}]', '["' + "[" * 3000 + '"]'])
def test_a_damaged_layer_below_is_left_out(tmp_path: Path, content: str) -> None:
    path = tmp_path / "starter.json"
    path.write_text(content, encoding="utf-8")
    store = TableStore(tmp_path / "tables.json", path)
    assert store.all == ()


def test_odd_documents_are_read_as_far_as_they_make_sense() -> None:
    assert table_in({"name": "t", "columns": ["x", {"name": "a", "kind": "?"}], "rows": [[1], "no"]}, None) == Table(
        "t", (Column(""), Column("a")), (("1", ""),)
    )
    assert table_in({"name": " ", "columns": [], "rows": []}, None) is None


def test_copies_are_kept_but_not_of_every_keystroke(tmp_path: Path) -> None:
    now = [1_790_000_000.0]
    store = TableStore(tmp_path / "tables.json", now=lambda: now[0])
    for number in range(30):
        store.put(Table("尺码", SIZES.columns, ((str(number), "S"),)))
        now[0] += 60
    copies = sorted((tmp_path / "backups").iterdir())
    assert [path.name[:7] for path in copies] == ["tables-"] * 3
    first = json.loads(copies[0].read_bytes())
    assert first["tables"]["1"]["rows"] == [["0", "S"]]


def test_what_can_not_be_written_stays_in_memory(tmp_path: Path) -> None:
    store = TableStore(tmp_path / "not here" / "tables.json")
    store.put(SIZES)
    assert store.by_name == {"尺码": SIZES}
    assert store.problem is not None


def test_a_table_goes_out_and_comes_back_as_csv(tmp_path: Path) -> None:
    store = TableStore(tmp_path / "tables.json")
    store.put(SIZES)
    assert store.export_file("尺码", tmp_path / "尺码.csv") == "已导出到 尺码.csv。"
    assert (
        tmp_path / "尺码.csv"
    ).read_bytes() == b"\xef\xbb\xbf" + "身高(cm),尺码\r\n150-159,S\r\n160-169,M\r\n".encode()
    [back] = store.import_file(tmp_path / "尺码.csv")
    assert back == SIZES
    with pytest.raises(NotFound):
        store.export_file("没有", tmp_path / "x.csv")
    with pytest.raises(DataProblem, match="写不进去"):
        store.export_file("尺码", tmp_path / "no" / "x.csv")


def test_a_workbook_comes_in_sheet_by_sheet(tmp_path: Path) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    with xlsxwriter.Workbook(tmp_path / "表.xlsx") as book:
        fees = book.add_worksheet("运费")
        for number, row in enumerate(
            (["省份", "重量(kg)", "运费"], ["江浙沪", "1kg以内", 5], [], ["全国", "1kg以内", 8.5])
        ):
            fees.write_row(number, 0, row)
        book.add_worksheet("空的")
    [table] = TableStore(tmp_path / "tables.json").import_file(tmp_path / "表.xlsx")
    assert table.name == "运费"
    assert [column.kind for column in table.columns] == [Kind.REGION, Kind.RANGE, Kind.ANSWER]
    assert table.find(("浙江", "0.5")) == "5"
    assert table.find(("广东", "0.5kg")) == "8.5"


def test_a_file_without_a_table_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("身高,尺码\n", encoding="utf-8")
    with pytest.raises(DataProblem, match="没有表格"):
        TableStore(tmp_path / "tables.json").import_file(tmp_path / "a.csv")


def test_csv_survives_quotes_and_half_characters() -> None:
    table = Table("t", (Column("a"), Column("b")), (('说"好"', "1,2"), ("\ud83d", "")))
    assert csv_of(table).decode("utf-8-sig") == 'a,b\r\n"说""好""","1,2"\r\n?,\r\n'


def test_the_tables_that_come_along_are_in_order(tmp_path: Path) -> None:
    store = TableStore(tmp_path / "tables.json", resources.path("starter/tables.json"))
    assert [kept.table.name for kept in store.all] == ["尺码", "快递时效", "运费", "赠品规则"]
    assert [(kept.table.name, problems(kept.table)) for kept in store.all if problems(kept.table)] == []
    tables = store.by_name
    assert tables["尺码"].find(("1米65", "110斤")) == "M"
    assert tables["快递时效"].find(("广东省深圳市南山区",), "天数") == "2 天"
    assert tables["快递时效"].find(("台湾省",)) is None
    assert tables["运费"].find(("浙江省", "2.4kg")) == "8"
    assert tables["运费"].find(("新疆维吾尔自治区", "0.8")) == "18"
    assert tables["赠品规则"].find(("256.00",)) == "帆布袋一个"
