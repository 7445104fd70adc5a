from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from assistant.storage.database import Database, LineStorage
from tests.unit.storage.test_usage import fresh

# With halves of surrogate pairs: an input method or a cut in the middle of an emoji makes them.
texts = st.text(st.characters(exclude_categories=()))
documents = st.dictionaries(texts, st.one_of(texts, st.integers(), st.booleans(), st.none(), st.lists(texts)))
tables = st.dictionaries(texts, st.dictionaries(st.integers(1, 10**9).map(str), documents), max_size=3)


@given(tables)
def test_what_is_written_is_read_back_and_by_a_stock_tinydb_too(data: dict[str, dict[str, dict[str, object]]]) -> None:
    path = fresh("db.json")
    LineStorage(path).write(data)
    assert LineStorage(path).read() == data
    with TinyDB(path, access_mode="r", encoding="utf-8") as stock:
        assert stock.tables() == set(data)
        for name, table in data.items():
            assert {str(d.doc_id): dict(d) for d in stock.table(name)} == table


def test_a_document_is_a_line(tmp_path: Path) -> None:
    LineStorage(tmp_path / "db.json").write({"t": {"1": {"字": "多\n行"}, "7": {}}, "空": {}})
    text = (tmp_path / "db.json").read_text(encoding="utf-8")
    assert text == '{"t": {\n"1": {"字": "多\\n行"},\n"7": {}\n},\n"空": {\n\n}}\n'


def test_what_a_stock_tinydb_wrote_is_read(tmp_path: Path) -> None:
    with TinyDB(tmp_path / "db.json") as stock:
        stock.table("t").insert_multiple([{"a": "亲"}, {"a": "😀"}])
    database = Database(tmp_path / "db.json")
    assert [d["a"] for d in database.table("t")] == ["亲", "😀"]
    assert database.notice == ""


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b'{"t": []}',
        b'{"t": {"1": []}}',
        b'{"t": {"one": {}}}',
        b'{"t": {"-1": {}}}',
        '{"t": {"１": {}}}'.encode(),
        b'{"t": {"%s": {}}}' % (b"9" * 5000),
        b'{"t": {"1": {"n": %s}}}' % (b"9" * 5000),
        b"[" * 200_000,
        '{"t": {"1": {"a": "亲"}}}'.encode("gb18030"),
        '{"t": {"1": {"a": "亲"}}}'.encode("utf-16"),
        b"\x00" * 4096,
    ],
    ids=range(14),
)
def test_what_is_no_database_is_kept_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "db.json"
    path.write_bytes(content)
    database = Database(path)
    assert database.table("t").all() == []
    assert "db.json" in database.notice
    assert [p.read_bytes() for p in tmp_path.iterdir()] == [content]


@given(st.integers(0, 60), st.binary(min_size=1, max_size=20))
def test_damage_anywhere_is_read_or_kept_aside(place: int, garbage: bytes) -> None:
    path = fresh("db.json")
    for leftover in path.parent.glob("db.json*"):
        leftover.unlink()
    LineStorage(path).write({"t": {"1": {"a": "亲"}, "2": {"a": "您"}}})
    data = bytearray(path.read_bytes())
    data[place : place + len(garbage)] = garbage
    path.write_bytes(data)
    database = Database(path)
    kept = [p.read_bytes() for p in path.parent.glob("db.json*")]
    assert kept == [bytes(data)]
    assert (path.exists(), database.notice == "") in ((True, True), (False, False))


def test_a_byte_order_mark_is_no_damage(tmp_path: Path) -> None:
    (tmp_path / "db.json").write_bytes(b"\xef\xbb\xbf" + json.dumps({"t": {"1": {"a": 1}}}).encode())
    database = Database(tmp_path / "db.json")
    assert (len(database.table("t")), database.notice) == (1, "")


def test_nothing_is_written_before_save(tmp_path: Path) -> None:
    database = Database(tmp_path / "db.json")
    for n in range(1100):
        database.table("t").insert({"n": n})
    assert not (tmp_path / "db.json").exists()
    database.save()
    assert len(Database(tmp_path / "db.json").table("t")) == 1100


def test_a_reload_never_drops_what_could_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    database = Database(tmp_path / "file" / "db.json")
    database.table("t").insert({"n": 1})
    database.reload()
    assert len(database.table("t")) == 1
    assert database.problem is not None
