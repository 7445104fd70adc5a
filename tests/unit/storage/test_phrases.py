from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.core.errors import DataProblem, NotFound, ReadOnly
from assistant.core.model import Phrase, PriorUse, Variant
from assistant.storage import resources
from assistant.storage.phrases import Library, Report


def phrase(key: str, text: str = "在的亲", code: str = "", title: str = "标题", layer: str = "personal") -> Phrase:
    return Phrase(key, code, title, (Variant(text),), ("接待",), layer=layer)


class Shop:
    """A home and a starter pack."""

    def __init__(self, folder: Path) -> None:
        self.path, self.starter = folder / "library.json", folder / "starter"
        self.starter.mkdir()

    def pack(self, name: str, *records: object) -> None:
        text = "\n".join(json.dumps(record, ensure_ascii=False) for record in records)
        (self.starter / name).write_text(text, encoding="utf-8")

    def do(self, *phrases: Phrase) -> None:
        library = self.open()
        library.import_phrases(phrases)
        library.close()

    def open(self) -> Library:
        library = Library(self.path, self.starter)
        library.load()
        return library


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path)


def test_files_of_the_starter_pack_come_in_the_order_of_their_names(shop: Shop) -> None:
    shop.pack("02.jsonl", {"code": "b", "title": "二", "text": "2"})
    shop.pack(
        "01.jsonl", {"code": "z", "title": "一", "text": "1", "use_count": 4}, {"code": "a", "title": "半", "text": "½"}
    )
    shop.pack("readme.txt", "not a pack")
    library = shop.open()
    assert [(p.id, p.layer) for p in library.load()] == [
        ("starter:z", "starter"),
        ("starter:a", "starter"),
        ("starter:b", "starter"),
    ]
    assert library.notices == []
    assert library.usage == {"starter:z": PriorUse(4, 0.0)}


def test_a_personal_phrase_takes_the_starters_place(shop: Shop) -> None:
    shop.pack("a.jsonl", *({"code": c, "title": c, "text": c} for c in "abc"))
    report = shop.open().import_phrases([phrase("starter:b", "我的"), phrase("mine")])
    assert report == Report(added=2)
    found = shop.open().load()
    assert [(p.id, p.layer) for p in found] == [
        ("starter:a", "starter"),
        ("starter:b", "personal"),
        ("starter:c", "starter"),
        ("mine", "personal"),
    ]
    assert found[1].text == "我的"


def test_an_import_says_what_it_did_and_is_there_at_once(shop: Shop) -> None:
    library = shop.open()
    first = [phrase("1", "一", "kc1"), phrase("2", "二", "kc2"), phrase("3", "三", "kc3")]
    assert library.import_phrases(first, {"1": PriorUse(7, 1.5e9), "x": PriorUse(1, 1.0)}) == Report(added=3)
    assert library.by_code("KC1 ").text == "一"
    again = [phrase("1", "一", "kc1"), phrase("2", "贰", "kc2"), phrase("4"), phrase("5", " "), phrase("6", title="")]
    report = library.import_phrases(again, {"1": PriorUse(7, 1.5e9)})
    assert (report.added, report.replaced, report.unchanged) == (1, 1, 1)
    assert report.skipped == ("“标题”：缺少正文。", "“”：缺少编号或标题。")
    for reader in (library, shop.open()):
        assert [(p.id, p.text) for p in reader.load()] == [("1", "一"), ("2", "贰"), ("3", "三"), ("4", "在的亲")]
        assert reader.usage == {"1": PriorUse(7, 1.5e9)}


def test_an_import_that_changes_nothing_writes_nothing(shop: Shop) -> None:
    library = shop.open()
    library.import_phrases([phrase("1")])
    library.keeper.flush(fold=True)
    before = shop.path.stat().st_ino
    assert library.import_phrases([phrase("1"), phrase("1")]) == Report(unchanged=1)
    assert library.import_phrases([]) == Report()
    library.close()
    assert shop.path.stat().st_ino == before


def test_a_large_import_over_a_large_library(shop: Shop) -> None:
    library = shop.open()
    library.import_phrases([phrase(str(n)) for n in range(3000)])
    report = library.import_phrases([phrase(str(n), "新") for n in range(1000, 4000)])
    assert report == Report(added=1000, replaced=2000)
    found = shop.open().load()
    assert [p.id for p in found] == [str(n) for n in range(4000)]
    assert sum(p.text == "新" for p in found) == 3000


def test_by_code(shop: Shop) -> None:
    shop.pack("a.jsonl", {"code": "KC1", "title": "自带", "text": "1"}, {"title": "无编码", "text": "2"})
    library = shop.open()
    assert library.by_code("kc1").title == "自带"
    library.import_phrases([phrase("mine", code="kc1")])
    assert library.by_code("kc1").id == "mine"
    for code in ("kc2", ""):
        with pytest.raises(NotFound, match=f"没有编码为“{code}”的话术"):
            library.by_code(code)


def test_a_disabled_phrase_is_not_given_by_its_code(shop: Shop) -> None:
    shop.pack("a.jsonl", {"code": "KC1", "title": "自带", "text": "1"})
    library = shop.open()
    library.import_phrases(
        [replace(phrase("mine", code="kc1"), disabled=True), replace(phrase("x", code="x"), disabled=True)]
    )
    assert library.by_code("kc1").layer == "starter"
    with pytest.raises(NotFound, match="“x”的话术已停用"):
        library.by_code("x")


def test_bad_lines_of_the_pack_are_told_and_the_rest_is_there(shop: Shop) -> None:
    shop.pack("a.jsonl", *[{"title": "缺"}] * 5, {"code": "a", "title": "一", "text": "1"})
    library = shop.open()
    assert [p.code for p in library.load()] == ["a"]
    assert library.notices == [
        "自带话术“a.jsonl”里有 5 条读不懂，已跳过：第 1 行：缺少正文 text；第 2 行：缺少正文 text；第 3 行：缺少正文 text……。"
    ]


def test_an_unreadable_file_of_the_pack_is_told(shop: Shop) -> None:
    (shop.starter / "a.jsonl").mkdir()
    shop.pack("b.jsonl", {"code": "a", "title": "一", "text": "1"})
    library = shop.open()
    assert len(library.load()) == 1
    assert library.notices == ["自带话术“a.jsonl”读不出来。请重新安装小二快答。"]


def test_no_pack_at_all_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_ROOTS", (tmp_path, tmp_path))
    library = Library(tmp_path / "library.json")
    assert library.load() == []
    assert library.notices == ["程序自带的文件“starter”不见了。请重新安装小二快答。"]


def test_documents_that_are_no_phrases_are_told_and_kept_in_the_file(shop: Shop) -> None:
    shop.do(phrase("1"))
    data = json.loads(shop.path.read_bytes())
    data["phrases"]["9"] = {"id": "9", "title": 5, "by": "hand"}
    shop.path.write_text(json.dumps(data), encoding="utf-8")
    library = shop.open()
    assert [p.id for p in library.load()] == ["1"]
    assert library.notices == [
        "“library.json”被别的程序改过，已按现在的内容读取。",
        "您的话术库里有 1 条读不懂，已跳过：第 9 条：title 应是文字。",
    ]
    library.import_phrases([phrase("2")])
    library.close()
    assert json.loads(shop.path.read_bytes())["phrases"]["9"] == data["phrases"]["9"]


def test_a_cut_at_every_byte_restores_the_generation_before(shop: Shop) -> None:
    shop.do(phrase("1"))
    shop.do(phrase("2"))
    data, backup = shop.path.read_bytes(), shop.path.with_name("library.json.bak")
    before = backup.read_bytes()
    assert data != before
    for size in range(len(data) - 1):
        shop.path.unlink()
        shop.path.write_bytes(data[:size])
        damaged = shop.open()
        assert [p.id for p in damaged.phrases] == ["1", "2"]  # the journal of the generation before has the rest
        (aside,) = shop.path.parent.glob("library.json.damaged-*")
        assert aside.read_bytes() == data[:size]
        assert damaged.notices == [f"“library.json”读不出来，已改名为“{aside.name}”保留，已从上一份备份恢复。"]
        assert shop.path.read_bytes() == before
        aside.unlink()
        damaged.keeper.lock.release()


def test_a_damaged_library_is_told_once(shop: Shop) -> None:
    shop.path.write_bytes(b"damaged")
    library = shop.open()
    assert len(library.notices) == 1
    assert "library.json" in library.notices[0]
    assert shop.open().notices == []


def test_where_nothing_can_be_written_an_import_stays_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "starter").mkdir()
    library = Library(tmp_path / "file" / "library.json", tmp_path / "starter")
    assert library.load() == []
    assert library.problem is None
    assert library.import_phrases([phrase("1", code="a")]) == Report(added=1)
    assert isinstance(library.problem, ReadOnly)
    assert [p.id for p in library.load()] == ["1"]
    assert library.by_code("a").id == "1"


def test_a_disk_that_fills_up_and_is_emptied(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    library = shop.open()
    library.import_phrases([phrase("1")])
    with monkeypatch.context() as patched:

        def refuse(_: int) -> None:
            raise OSError(28, "No space left on device")

        patched.setattr("os.fsync", refuse)
        library.import_phrases([phrase("2")])
        assert type(library.problem) is DataProblem
        assert library.keeper.pending == 1
        assert [p.id for p in shop.open().load()][:1] == ["1"]
    told: list[object] = []
    library.keeper.on_problem = told.append
    library.import_phrases([phrase("3")])
    assert library.problem is None
    assert told == [None]
    assert [p.id for p in shop.open().load()] == ["1", "2", "3"]


def test_reload_sees_what_another_process_wrote(shop: Shop) -> None:
    library = shop.open()
    reader = shop.open()
    library.import_phrases([phrase("1")])
    assert list(reader.phrases) == []
    assert [p.id for p in reader.load()] == ["1"]
