"""A folder that is watched: each exported table is told once, when it is whole, and nothing else is."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.storage.order_watch import Incoming, Sight, could_be_a_table

NOTHING = Sight()


class Folder:
    """A folder where files come and grow, each at a time of its own."""

    def __init__(self, path: Path) -> None:
        path.mkdir()
        self.path = path
        self.looked: list[str] = []
        self.clock = 1_000.0
        self.strange: set[str] = set()
        self.incoming = Incoming(path, self._recognise, lambda: self.clock)

    def put(self, name: str, content: bytes = b"x") -> Path:
        self.clock += 1
        place = self.path / name
        place.write_bytes(content)
        os.utime(place, (self.clock, self.clock))
        return place

    def _recognise(self, file: Path) -> bool:
        self.looked.append(file.name)
        return file.name not in self.strange


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "Downloads")


def test_what_was_there_before_is_old(folder: Folder) -> None:
    folder.put("ExportOrderList1.csv")
    assert [folder.incoming.look() for _ in range(3)] == [NOTHING] * 3
    assert folder.looked == []


def test_a_new_table_is_told_once_when_two_looks_find_it_the_same(folder: Folder) -> None:
    folder.incoming.look()
    table = folder.put("ExportOrderList202506.xlsx")
    assert folder.incoming.look() == Sight(coming=True)
    assert folder.incoming.look() == Sight((table,))
    assert [folder.incoming.look() for _ in range(2)] == [NOTHING] * 2


def test_a_table_that_grows_waits(folder: Folder) -> None:
    folder.incoming.look()
    for size in (1, 2, 3):
        table = folder.put("订单.csv", b"x" * size)
        assert folder.incoming.look() == Sight(coming=True)
    assert folder.incoming.look() == Sight((table,))
    assert folder.looked == ["订单.csv"]


def test_a_table_that_changes_later_is_new_again(folder: Folder) -> None:
    folder.incoming.look()
    for content in (b"a", b"bb"):
        table = folder.put("orders.csv", content)
        folder.incoming.look()
        assert folder.incoming.look() == Sight((table,))


def test_one_that_goes_and_comes_back_is_new(folder: Folder) -> None:
    table = folder.put("orders.csv")
    folder.incoming.look()
    table.unlink()
    folder.incoming.look()
    folder.put("orders.csv")
    folder.incoming.look()
    assert folder.incoming.look() == Sight((table,))


@pytest.mark.parametrize(
    "name", ["orders.csv.crdownload", "orders.csv.part", "~$orders.xlsx", ".orders.csv", "a.txt", "a"]
)
def test_what_a_browser_or_a_program_is_writing_is_not_looked_into(folder: Folder, name: str) -> None:
    folder.incoming.look()
    folder.put(name)
    assert [folder.incoming.look() for _ in range(3)] == [NOTHING] * 3
    assert folder.looked == []


def test_a_place_that_a_browser_keeps_free_waits_for_the_rest(folder: Folder) -> None:
    folder.incoming.look()
    table, part = folder.put("orders.csv", b"half"), folder.put("orders.csv.part")
    assert [folder.incoming.look() for _ in range(3)] == [NOTHING] * 3
    part.unlink()
    folder.incoming.look()
    assert folder.incoming.look() == Sight((table,))


def test_an_empty_file_is_waited_for_but_not_for_ever(folder: Folder) -> None:
    folder.incoming.look()
    folder.put("orders.csv", b"")
    assert folder.incoming.look() == Sight(coming=True)
    folder.clock += 3_600
    assert folder.incoming.look() == NOTHING
    assert folder.looked == []


def test_a_table_with_other_headings_is_left_alone(folder: Folder) -> None:
    folder.strange = {"工资表.xlsx"}
    folder.incoming.look()
    folder.put("工资表.xlsx")
    table = folder.put("ExportOrderList.xlsx")
    folder.incoming.look()
    assert folder.incoming.look() == Sight((table,))
    assert folder.incoming.look() == NOTHING
    assert sorted(folder.looked) == ["ExportOrderList.xlsx", "工资表.xlsx"]


def test_a_folder_that_is_not_there_has_nothing(tmp_path: Path) -> None:
    incoming = Incoming(tmp_path / "gone", lambda _: True, lambda: 0.0)
    assert [incoming.look() for _ in range(2)] == [NOTHING] * 2


def test_a_folder_with_the_name_of_a_table_is_none(folder: Folder) -> None:
    folder.incoming.look()
    (folder.path / "orders.csv").mkdir()
    assert [folder.incoming.look() for _ in range(2)] == [NOTHING] * 2


@pytest.mark.parametrize("name", ["ExportOrderList1.CSV", "订单.xlsx", "导出.xls", "2025.csv"])
def test_tables_are_known_by_their_kind(name: str) -> None:
    assert could_be_a_table(name)


@given(
    st.lists(
        st.one_of(st.none(), st.tuples(st.sampled_from(("a.csv", "b.xlsx", "c.part")), st.binary(max_size=3))),
        max_size=30,
    )
)
def test_every_version_is_told_at_most_once_and_only_when_it_is_whole(steps: list[tuple[str, bytes] | None]) -> None:
    with TemporaryDirectory() as home:
        watch(Folder(Path(home) / "Downloads"), steps)


def watch(folder: Folder, steps: list[tuple[str, bytes] | None]) -> None:
    folder.incoming.look()
    told: list[tuple[str, int]] = []
    looks: Counter[str] = Counter()  # since a file was written
    for step in steps:
        if step:
            folder.put(*step)
            looks[step[0]] = 0
            continue
        looks.update(list(looks))
        for table in folder.incoming.look().ready:
            assert looks[table.name] > 1
            told.append((table.name, table.stat().st_mtime_ns))
    assert len(told) == len(set(told))
    folder.incoming.look()
    folder.incoming.look()
    whole = {p.name for p in folder.path.iterdir() if p.suffix != ".part" and p.stat().st_size}
    assert whole == set(folder.looked) & whole
