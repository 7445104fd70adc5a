from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tinydb import TinyDB

from assistant.core.edits import Put
from assistant.core.errors import DataProblem, ReadOnly
from assistant.core.model import Phrase, Variant
from assistant.storage.keeper import Keeper
from assistant.storage.lock import InUse
from assistant.storage.migrations import TooNew
from assistant.storage.phrases import Library


def put(number: int) -> Put:
    return Put(Phrase(f"p{number}", "", f"第{number}条", (Variant("在"),)))


class Shop:
    """A library whose keeper works when it is told to, at the time it is told."""

    def __init__(self, home: Path) -> None:
        self.home, self.path = home, home / "library.json"
        self.opened: list[Library] = []
        self.problems: list[str] = []

    def open(self) -> Library:
        library = Library(self.path, self.home / "nothing")
        library.keeper.on_problem = lambda problem: self.problems.append(str(problem) if problem else "solved")
        library.load()
        self.opened.append(library)
        return library

    def crash(self) -> None:
        """What a killed process leaves: its lock is free, nothing else happens."""
        self.opened[-1].keeper.lock.release()

    def ids(self) -> list[str]:
        """What is on the disk now."""
        library = Library(self.path, self.home / "nothing")
        library.load()
        library.keeper.lock.release()
        return [phrase.id for phrase in library.phrases]

    def folded(self) -> int:
        with TinyDB(self.path, access_mode="r", encoding="utf-8") as stock:
            return int(stock.table("_meta").all()[0]["sequence"])

    def backups(self) -> list[int]:
        return sorted(int(path.stem.rpartition("-")[2]) for path in (self.home / "backups").glob("*.json"))


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    monkeypatch.setattr(Keeper, "start", lambda _: None)
    (tmp_path / "home" / "nothing").mkdir(parents=True)
    shop = Shop(tmp_path / "home")
    yield shop
    for library in shop.opened:
        library.keeper.lock.release()


def refuse(monkeypatch: pytest.MonkeyPatch, code: int) -> pytest.MonkeyPatch:
    def failing(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("os.fsync", failing)
    monkeypatch.setattr("os.write", failing)
    return monkeypatch


def test_an_edit_only_changes_memory_until_the_keeper_works(shop: Shop) -> None:
    library = shop.open()
    library.edit([put(1)], "新增")
    assert (library.sequence, library.keeper.pending, library.keeper.acknowledged) == (1, 1, 0)
    assert not (shop.home / "ops.log").exists()
    library.keeper.work(0.0)
    assert (library.keeper.pending, library.keeper.acknowledged) == (0, 1)
    shop.crash()
    assert shop.ids() == ["p1"]
    assert not shop.path.exists()


def test_the_file_is_written_when_nothing_happens_for_a_while(shop: Shop) -> None:
    library = shop.open()
    library.edit([put(1)], "新增")
    assert library.keeper.work(100.0) == 30.0
    assert library.keeper.work(129.0) == 1.0
    assert not shop.path.exists()
    library.keeper.work(130.0)
    assert (shop.folded(), (shop.home / "ops.log").exists()) == (1, False)


def test_the_file_is_written_after_many_edits_and_large_ones_go_there_at_once(shop: Shop) -> None:
    library = shop.open()
    library.edit([put(n) for n in range(600)], "批量")
    library.keeper.work(0.0)
    assert shop.folded() == 1
    assert not (shop.home / "ops.log").exists()
    for number in range(1, 51):
        library.edit([put(1000 + number)], "改")
        library.keeper.work(0.0)
    assert shop.folded() == 1
    for number in range(2, 12):
        library.edit([put(number * 1000 + n) for n in range(450)], "批量")
        library.keeper.work(0.0)
    assert shop.folded() == 1
    library.edit([put(n + 12_000) for n in range(450)], "批量")
    assert library.keeper.work(0.0) == 3600.0
    assert (shop.folded(), shop.backups()) == (62, [62])


def test_no_edit_waits_for_the_file_or_a_copy(shop: Shop) -> None:
    library = shop.open()
    for number in range(1, 601):
        library.edit([put(number)], "新增")
        assert library.keeper.work(float(number)) == (30.0 if number < 50 else 2.0)
        assert library.keeper.pending == 0
    assert not shop.path.exists()
    assert library.keeper.work(601.5) == 0.5
    assert library.keeper.work(602.0) == 3600.0
    assert (shop.folded(), shop.backups()) == (600, [600])


def test_a_copy_is_made_at_the_start_and_after_fifty_edits_when_it_is_quiet(shop: Shop) -> None:
    library = shop.open()
    for number in range(1, 121):
        library.edit([put(number)], "新增")
        library.keeper.work(2.0 * number)
    library.keeper.work(242.0)
    assert shop.backups() == [120]
    for number in range(1, 50):
        library.edit([put(number + 120)], "新增")
    library.keeper.work(300.0)
    library.keeper.work(302.0)
    assert (shop.folded(), shop.backups()) == (120, [120])
    library.edit([put(170)], "新增")
    library.keeper.work(303.0)
    library.keeper.work(305.0)
    assert shop.backups() == [120, 170]
    library.edit([put(171)], "新增")
    library.keeper.flush(fold=True)
    library.keeper.lock.release()
    again = shop.open()
    again.edit([put(172)], "新增")
    again.keeper.work(0.0)
    assert shop.backups() == [120, 170, 171]


def test_what_cannot_be_written_stays_in_memory_and_is_tried_with_growing_pauses(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = shop.open()
    library.edit([put(1)], "新增")
    library.keeper.work(0.0)
    with monkeypatch.context() as patched:
        refuse(patched, errno.ENOSPC)
        library.edit([put(2)], "新增")
        assert library.keeper.work(10.0) == 1.0
        assert type(library.problem) is DataProblem
        assert "磁盘已满" in str(library.problem)
        assert library.keeper.work(10.5) == 0.5
        pauses, now = [], 11.0
        for _ in range(8):
            pauses.append(library.keeper.work(now))
            now += pauses[-1]
        assert pauses == [2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0, 60.0]
        assert library.get("p2").title == "第2条"
        assert library.keeper.pending == 1
    library.keeper.work(now)
    assert (library.problem, library.keeper.pending) == (None, 0)
    assert shop.problems == [shop.problems[0], "solved"]
    shop.crash()
    assert shop.ids() == ["p1", "p2"]


def test_a_folder_that_vanishes_and_comes_back(shop: Shop) -> None:
    library = shop.open()
    library.edit([put(1)], "新增")
    library.keeper.flush(fold=True)
    away = shop.home.with_name("away")
    shop.home.rename(away)
    library.edit([put(2)], "新增")
    library.keeper.work(0.0)
    assert isinstance(library.problem, ReadOnly)
    away.rename(shop.home)
    library.keeper.work(5.0)
    assert library.problem is None
    shop.crash()
    assert shop.ids() == ["p1", "p2"]


def test_the_second_process_may_look_and_not_touch(shop: Shop) -> None:
    first = shop.open()
    first.edit([put(1)], "新增")
    first.keeper.work(0.0)
    second = shop.open()
    assert [phrase.id for phrase in second.phrases] == ["p1"]
    for change in (lambda: second.edit([put(2)], "新增"), second.undo, second.begin):
        with pytest.raises(InUse, match="另一个小二快答"):
            change()
    with pytest.raises(InUse):
        second.import_phrases([put(3).phrase])
    first.edit([put(4)], "新增")
    first.keeper.work(1.0)
    second.close()
    shop.opened[0].keeper.lock.release()
    second.edit([put(5)], "新增")  # what the first one did since is not written over
    assert [phrase.id for phrase in second.phrases] == ["p1", "p4", "p5"]


def test_a_reader_leaves_a_damaged_file_to_its_owner(shop: Shop) -> None:
    first = shop.open()
    first.edit([put(1)], "新增")
    first.keeper.flush(fold=True)
    first.edit([put(2)], "新增")
    first.keeper.flush(fold=True)
    shop.path.unlink()
    shop.path.write_bytes(b"damaged")
    second = shop.open()
    assert [phrase.id for phrase in second.phrases] == ["p1", "p2"]
    assert shop.path.read_bytes() == b"damaged"
    first.edit([put(3)], "新增")
    first.keeper.flush(fold=True)
    assert shop.folded() == 3
    assert "被别的程序改过" in first.notices[0]
    (aside,) = shop.home.glob("library.json.other-*")
    assert aside.read_bytes() == b"damaged"


def test_a_file_of_a_newer_version_is_looked_at_and_never_written(shop: Shop) -> None:
    library = shop.open()
    library.edit([put(1)], "新增")
    library.keeper.flush(fold=True)
    shop.crash()
    data = shop.path.read_bytes().replace(b'"schema": 2', b'"schema": 9')
    shop.path.unlink()
    shop.path.write_bytes(data)
    newer = shop.open()
    assert [phrase.id for phrase in newer.phrases] == ["p1"]
    assert isinstance(newer.problem, TooNew)
    assert newer.notices == [str(newer.problem)]
    with pytest.raises(TooNew):
        newer.edit([put(2)], "新增")
    with pytest.raises(TooNew):
        newer.import_phrases([put(2).phrase])
    newer.keeper.flush(fold=True)
    newer.close()
    assert shop.path.read_bytes() == data


def test_a_file_of_an_older_version_is_brought_to_ours_after_a_copy_was_made(shop: Shop) -> None:
    old = {"phrases": {"4": {"title": "旧", "text": "在", "later": 1}}, "mine": {"1": {"a": 1}}}
    shop.path.write_text(json.dumps(old), encoding="utf-8")
    library = shop.open()
    (found,) = library.phrases
    assert (found.title, library.notices) == ("旧", [])
    assert library.keeper.work(0.0) > 0
    assert [json.loads(p.read_bytes()) for p in (shop.home / "backups").iterdir()] == [old]
    library.keeper.flush(fold=True)
    data = json.loads(shop.path.read_bytes())
    assert data["phrases"]["4"] == {"id": found.id, "code": "", "title": "旧", "text": "在", "later": 1}
    assert (data["mine"], data["_meta"]["1"]["schema"]) == (old["mine"], 2)


def test_the_newest_good_copy_is_taken_and_what_is_missing_is_named(shop: Shop) -> None:
    library = shop.open()
    for number in range(1, 51):
        library.edit([put(number)], "新增")
    library.keeper.flush(fold=True)
    library.edit([put(51), put(52)], "新增")
    library.keeper.flush(fold=True)
    library.edit([put(53)], "新增")
    library.keeper.flush(fold=True)
    shop.crash()
    assert shop.backups() == [50]
    for name in ("library.json", "library.json.bak"):
        data = (shop.home / name).read_bytes()
        (shop.home / name).unlink()
        (shop.home / name).write_bytes(data[:-30])
    (shop.home / "ops.log.bak").unlink()
    again = shop.open()
    assert [phrase.id for phrase in again.phrases] == [f"p{n}" for n in range(1, 51)]
    (notice,) = again.notices
    assert "“library.json”读不出来，已改名为" in notice
    assert "“library.json.bak”读不出来，已改名为" in notice
    assert "的备份恢复。少了 3 条话术：“第51条”、“第52条”、“第53条”，还在上面保留的文件里。" in notice
    shop.crash()
    once_more = shop.open()
    assert once_more.notices == ["有 2 次修改没能恢复（最后一次是“新增”），可以在话术的历史里找回以前的样子。"]
    once_more.keeper.flush(fold=True)
    shop.crash()
    assert shop.open().notices == []


def test_an_emptied_journal_is_told_by_the_history(shop: Shop) -> None:
    library = shop.open()
    library.edit([put(1)], "新增")
    library.keeper.flush(fold=True)
    library.edit([put(2)], "新增第二条")
    library.keeper.flush()
    shop.crash()
    (shop.home / "ops.log").write_bytes(b"")
    again = shop.open()
    assert [phrase.id for phrase in again.phrases] == ["p1"]
    assert again.notices == ["有 1 次修改没能恢复（最后一次是“新增第二条”），可以在话术的历史里找回以前的样子。"]
    again.edit([put(3)], "新增")
    again.keeper.flush(fold=True)
    shop.crash()
    last = shop.open()
    assert last.notices == []
    assert [phrase.id for phrase in last.phrases] == ["p1", "p3"]


def test_edits_that_nothing_knows_any_more_are_counted(shop: Shop) -> None:
    library = shop.open()
    for number in range(1, 4):
        library.edit([put(number)], "新增")
        library.keeper.flush(fold=number == 1)
        if number == 2:
            (shop.home / "ops.log").unlink()
    shop.crash()
    (shop.home / "library.json").unlink()
    again = shop.open()
    assert [phrase.id for phrase in again.phrases] == ["p1", "p3"]
    assert again.notices == ["“library.json”不见了，已从上一份备份恢复。另有 1 次修改没能恢复。"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.name == "nt", reason="renames are refused otherwise there")
def test_a_damaged_file_that_cannot_be_moved_is_told_until_it_can(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    shop.path.write_bytes(b"damaged")
    with monkeypatch.context() as patched:

        def refuse(*_: object) -> None:
            raise PermissionError(errno.EACCES, "no")

        patched.setattr("pathlib.Path.replace", refuse)
        library = shop.open()
        assert isinstance(library.problem, ReadOnly)
        assert library.notices == ["“library.json”读不出来，没有可用的备份，先从空白开始。"]
        library.edit([put(1)], "新增")
        library.keeper.work(10.0)
        assert library.keeper.pending == 1
        assert shop.path.read_bytes() == b"damaged"
    library.keeper.work(20.0)
    assert (library.problem, shop.problems[-1], shop.folded()) == (None, "solved", 1)
    assert [p.read_bytes() for p in shop.home.glob("library.json.other-*")] == [b"damaged"]
