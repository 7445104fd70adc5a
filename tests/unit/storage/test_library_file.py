from __future__ import annotations

import contextlib
import json
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from assistant.core.edits import Held
from assistant.core.model import Phrase
from assistant.storage import library_file
from assistant.storage.library_file import Meta, chunks, read, salvage
from assistant.storage.lines import Document, head_of, held_of, pack, pack_held, unpack, unpack_text
from assistant.storage.migrations import SCHEMA, STEPS, migrate
from tests.unit.storage.test_database import documents, texts
from tests.unit.storage.test_jsonl import phrases
from tests.unit.storage.test_usage import fresh

tables = st.dictionaries(
    texts.filter(lambda name: name != "_meta"),
    st.dictionaries(st.integers(0, 10**17), documents, max_size=5).map(lambda t: [(n, pack(d)) for n, d in t.items()]),
    max_size=3,
)


def write(path: Path, data: dict[str, list[tuple[int, bytes]]], meta: Meta) -> None:
    path.write_bytes(b"".join(chunks(data, meta)))


@given(tables, st.integers(0, 10**9), st.text(), st.frozensets(st.integers(0, 9)))
def test_what_is_written_is_read_back(
    data: dict[str, list[tuple[int, bytes]]], sequence: int, chain: str, odd: frozenset[int]
) -> None:
    path = fresh("library.json")
    write(path, data, Meta(SCHEMA, sequence, chain, odd=odd))
    contents = read(path)
    assert contents.ours
    assert {name: list(lines) for name, lines in contents.tables.items()} == data
    assert (contents.meta.sequence, contents.meta.chain, contents.meta.odd) == (sequence, chain, odd)
    with TinyDB(path, access_mode="r", encoding="utf-8") as stock:
        for name, lines in data.items():
            assert {d.doc_id: dict(d) for d in stock.table(name)} == {n: unpack(line) for n, line in lines}


@given(phrases, texts.map(lambda t: "".join(c for c in t if c.isascii() and c.isalnum())), st.integers(1, 99))
def test_a_phrase_tells_its_head_without_being_looked_into(phrase: Phrase, place: str, number: int) -> None:
    held = Held(phrase, place, number=number)
    document = pack_held(held)
    head = head_of(unpack_text(document.line))
    assert head is not None
    assert (head.id, head.place, head.category, head.used) == (phrase.id, place, phrase.category, False)
    found = held_of(document)
    assert (found.phrase.id, found.phrase.variants, found.place) == (phrase.id, phrase.variants, place)


def test_a_change_by_hand_shows(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    write(path, {"phrases": [(1, pack({"id": "1", "title": "旧"}))]}, Meta(SCHEMA, 3, "abc"))
    path.write_text(path.read_text("utf-8").replace("旧", "新"), encoding="utf-8")
    contents = read(path)
    assert not contents.ours
    assert contents.meta.sequence == 3
    assert [unpack(line)["title"] for _, line in contents.tables["phrases"]] == ["新"]


@given(st.binary(max_size=400))
def test_whatever_is_there_is_read_or_refused(data: bytes) -> None:
    path = fresh("library.json")
    path.write_bytes(data)
    with contextlib.suppress(ValueError, RecursionError):
        read(path)
    list(salvage(path))


def test_a_damaged_file_tells_what_was_in_it(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    write(path, {"phrases": [(n, pack({"id": f"{n}", "title": f"第{n}条"})) for n in range(1, 5)]}, Meta(SCHEMA))
    data = path.read_bytes()
    path.write_bytes(data[: data.index("第4条".encode())].replace("第2".encode(), b"\xff\xfe\x00"))
    with pytest.raises(ValueError, match="codec"):
        read(path)
    assert [document["id"] for document in salvage(path)] == ["1", "3"]
    assert list(salvage(tmp_path)) == []


def test_steps_lead_from_the_first_version_to_ours() -> None:
    assert len(STEPS) == SCHEMA - 1
    data = {
        "phrases": {"1": {"title": "a", "text": "b"}, "2": {"title": 5}, "3": {"id": "x", "title": "a", "text": "b"}}
    }
    migrate(data, 1)
    assert data["phrases"]["1"] == {"title": "a", "text": "b", "id": data["phrases"]["1"]["id"]}
    assert data["phrases"]["2"] == {"title": 5}
    assert data["phrases"]["3"]["id"] == "x"
    again = json.loads(json.dumps(data))
    migrate(again, SCHEMA)
    migrate(again, SCHEMA + 5)
    assert again == data


def test_each_step_runs_once_and_in_order(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ran: list[str] = []
    steps = tuple(lambda tables, name=name: ran.append(f"{name}{len(tables)}") for name in "abc")
    monkeypatch.setattr("assistant.storage.migrations.STEPS", steps)
    monkeypatch.setattr(library_file, "SCHEMA", 4)
    path = tmp_path / "library.json"
    for version, expected in ((1, ["a1", "b1", "c1"]), (3, ["c1"]), (4, []), (9, [])):
        ran.clear()
        write(path, {"phrases": []}, Meta(version))
        read(path)
        assert ran == expected


def test_a_document_is_a_line_in_the_script_of_its_words() -> None:
    document = Document(3, pack({"id": "1", "text": "多\n行"}))
    crc = zlib.crc32('"3": {"id": "1", "text": "多\\n行"}'.encode())
    assert b"".join(chunks({"t": [document]}, Meta(SCHEMA))).decode() == (
        '{"t": {\n"3": {"id": "1", "text": "多\\n行"}\n},\n"_meta": {\n"1": {"schema": 2, "sequence": 0, "chain": "",'
        f' "crc": {crc}, "odd": []}}\n}}}}\n'
    )
