"""The index follows the library: at the start, through edits, over restarts."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assistant import catalogue
from assistant.catalogue import Catalogue
from assistant.core.edits import END, Put, Remove
from assistant.core.model import Phrase, Variant
from assistant.core.ranking import Standing
from assistant.core.search import Index, browse, search
from assistant.storage.paths import Paths
from assistant.storage.phrases import Library


class Desk:
    """A program that starts, works and ends. The background works when it is told to."""

    def __init__(self, starter: Path) -> None:
        self.paths = Paths.find(os.environ, sys.platform).ensure()
        self.library = Library(self.paths.library, starter)
        self.waiting: list[tuple[Any, Any]] = []
        self.taken: list[Index] = []
        self.told = 0
        self.catalogue = Catalogue(self.paths, self.library, self._run, self.taken.append)

    def _run(self, op: Any, success: Any, failure: Any) -> None:
        self.waiting.append((op, success))

    def work(self) -> None:
        while self.waiting:
            op, success = self.waiting.pop(0)
            success(op())

    def start(self) -> Desk:
        self.catalogue.open()
        self.catalogue.load(self._loaded, lambda problem: pytest.fail(str(problem)))
        return self

    def _loaded(self) -> None:
        self.told += 1

    def edit(self, *edits: Any) -> None:
        self.catalogue.changed(self.library.edit(edits, "改"), lambda problem: pytest.fail(str(problem)))

    def end(self) -> None:
        self.library.close()
        self.catalogue.save()

    def found(self, query: str) -> list[str]:
        return [match.phrase.id for match in search(query, self.taken[-1], Standing())]


def phrase(number: int, title: str) -> Phrase:
    return Phrase(f"p{number}", f"c{number}", title, (Variant("亲"),), layer="personal")


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    folder = tmp_path / "starter"
    folder.mkdir()
    (folder / "a.jsonl").write_text('{"code": "kc", "title": "开场", "text": "您好"}\n', "utf-8")
    return folder


@pytest.fixture
def desk(starter: Path) -> Iterator[Desk]:
    made = Desk(starter).start()
    made.work()
    yield made
    made.library.close()


def again(desk: Desk, starter: Path) -> Desk:
    desk.end()
    return Desk(starter).start()


def test_the_first_start_makes_the_index(desk: Desk) -> None:
    assert desk.told == 1
    assert desk.found("kaichang") == ["starter:kc"]


def test_the_next_start_has_it_before_the_library_is_read(desk: Desk, starter: Path) -> None:
    desk.edit(Put(phrase(1, "发货")))
    later = again(desk, starter)
    assert len(later.taken) == 1
    assert later.found("fahuo") == ["p1"]
    later.work()
    assert len(later.taken) == 1
    assert later.told == 1
    later.edit(Put(phrase(2, "发货快")))
    assert later.found("fahuo") == ["p1", "p2"]
    later.library.close()


def test_edits_are_found_at_once(desk: Desk) -> None:
    desk.edit(Put(phrase(1, "发货")), Put(phrase(2, "退货")))
    assert desk.found("fahuo") == ["p1"]
    desk.edit(Put(phrase(1, "换货")), Remove("p2"))
    assert desk.found("huanhuo") == ["p1"]
    assert desk.found("tuihuo") == []
    assert desk.waiting == []


def listed(desk: Desk) -> list[str]:
    return [match.phrase.id for match in browse(desk.taken[-1], Standing())]


def test_the_list_follows_the_order_of_the_library(desk: Desk) -> None:
    desk.edit(*(Put(phrase(n, f"话{n}")) for n in range(5)))
    steps = [
        lambda: desk.library.edit([Put(phrase(4, "话4"), "p1")], "移"),
        lambda: desk.library.edit([Put(phrase(0, "零"), "p3"), Put(phrase(1, "一"), "p3")], "移"),
        lambda: desk.library.edit([Remove("p3"), Remove("starter:kc")], "删"),
        lambda: desk.library.edit([Put(phrase(7, "七"), "p0")], "新"),
        lambda: desk.library.edit([Remove(key) for key in ("p1", "p0", "p7", "p2")], "删"),
        *[desk.library.undo] * 5,
        *[desk.library.redo] * 5,
        *[desk.library.undo] * 6,
    ]
    for step in steps:
        desk.catalogue.changed(step(), lambda problem: pytest.fail(str(problem)))
        assert listed(desk) == [found.id for found in desk.library.phrases]


def test_a_step_that_changed_very_much_is_taken_up_soon_and_never_kept_by_halves(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "_MANY", 3)
    desk.edit(*(Put(phrase(n, "退货")) for n in range(4)))
    operation, success = desk.waiting.pop(0)
    success(operation())
    assert desk.found("tuihuo") == ["p0", "p1", "p2", "p3"]
    desk.work()
    desk.edit(*(Put(phrase(n, "发货")) for n in range(4)))
    desk.edit(Put(phrase(9, "发货")))
    assert desk.found("fahuo") == ["p9"]
    kept = (desk.paths.index / "index.head").read_bytes()
    desk.catalogue.save()
    assert (desk.paths.index / "index.head").read_bytes() == kept
    desk.work()
    assert desk.found("fahuo") == ["p0", "p1", "p2", "p3", "p9"]


def test_what_a_kill_left_in_the_journal_is_not_missed(desk: Desk, starter: Path) -> None:
    desk.edit(Put(phrase(1, "发货")))
    desk.end()
    killed = Desk(starter).start()
    killed.work()
    killed.edit(Put(phrase(1, "退货")))
    killed.library.keeper.flush()
    killed.library.close()  # without a word to the catalogue
    later = Desk(starter).start()
    assert later.taken == []
    later.work()
    assert later.found("tuihuo") == ["p1"]
    assert later.found("fahuo") == []
    later.library.close()


def test_many_changes_are_merged_and_edits_meanwhile_are_not_lost(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "_MANY", 3)
    desk.edit(*(Put(phrase(n, "发货")) for n in range(4)))
    assert desk.waiting
    desk.edit(Put(phrase(9, "发货")))
    desk.work()
    assert desk.found("fahuo") == ["p0", "p1", "p2", "p3", "p9"]
    assert desk.taken[-1].changes == 0


def test_a_large_library_has_its_titles_first(starter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "_SMALL", 0)
    desk = Desk(starter).start()
    desk.work()
    assert [len(search("您好", index, Standing())) for index in desk.taken] == [0, 1]
    assert [len(search("开场", index, Standing())) for index in desk.taken] == [1, 1]
    desk.edit(Put(phrase(1, "发货")))
    desk.end()
    killed = Desk(starter).start()
    killed.work()
    killed.edit(Put(replace(phrase(1, "发货快"), variants=(Variant("您好呀"),))))
    killed.library.close()
    later = Desk(starter).start()
    later.work()
    assert len(later.taken) == 1  # the old snapshot and one difference
    assert [m.phrase.title for m in browse(later.taken[0], Standing())] == ["开场", "发货快"]
    assert later.found("您好") == ["starter:kc", "p1"]
    later.library.close()


def test_a_new_starter_pack_is_taken_up(desk: Desk, starter: Path) -> None:
    desk.end()
    (starter / "b.jsonl").write_text('{"code": "zj", "title": "再见", "text": "再会"}\n', "utf-8")
    later = Desk(starter).start()
    later.work()
    assert later.found("zaijian") == ["starter:zj"]
    later.library.close()


def test_after_all_others_there_is_room_too(desk: Desk) -> None:
    desk.edit(*(Put(phrase(n, f"话{n}")) for n in range(3)))
    desk.edit(Put(phrase(0, "话0"), END), Put(phrase(1, "话1"), END))
    assert [found.id for found in desk.library.phrases][-3:] == ["p2", "p0", "p1"]
    assert listed(desk) == [found.id for found in desk.library.phrases]
