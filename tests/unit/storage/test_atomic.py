from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from assistant.core.errors import DataProblem, ReadOnly
from assistant.storage import atomic


def number(data: bytes) -> int:
    return int(data)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.json"


def names(path: Path) -> list[str]:
    return sorted(p.name for p in path.parent.iterdir())


def test_the_generation_before_is_kept(path: Path) -> None:
    for content in (b"1", b"2", b"3"):
        atomic.write(path, content)
    assert (path.read_bytes(), atomic.backup_of(path).read_bytes()) == (b"3", b"2")
    assert names(path) == ["store.json", "store.json.bak"]


def test_the_file_is_for_the_owner_only(path: Path) -> None:
    atomic.write(path, b"1")
    assert os.name == "nt" or path.stat().st_mode & 0o077 == 0


def test_a_backup_that_is_a_link_to_the_file_itself_is_no_obstacle(path: Path) -> None:
    path.write_bytes(b"1")
    os.link(path, atomic.backup_of(path))  # a crash between keeping and replacing leaves this
    atomic.write(path, b"2")
    assert (path.read_bytes(), atomic.backup_of(path).read_bytes()) == (b"2", b"1")
    assert names(path) == ["store.json", "store.json.bak"]


def test_what_a_killed_process_of_the_same_number_left_is_no_obstacle(path: Path) -> None:
    atomic.write(path, b"1")
    os.link(path, path.with_name(f".store.json.{os.getpid()}.bak.tmp"))
    atomic.write(path, b"2")
    assert atomic.backup_of(path).read_bytes() == b"1"
    assert names(path) == ["store.json", "store.json.bak"]


def test_where_links_are_impossible_the_backup_is_a_copy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    atomic.write(path, b"1")
    atomic.write(path, b"2")
    assert (path.read_bytes(), atomic.backup_of(path).read_bytes()) == (b"2", b"1")


def test_a_scanner_that_holds_the_file_is_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, refusals = os.replace, [1, 2]

    def held(source: Path, target: Path) -> None:
        if refusals:
            refusals.pop()
            raise PermissionError
        replace(source, target)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(atomic, "_SCANNER_WAITS_MS", (0, 0))
    atomic.write(path, b"1")
    assert path.read_bytes() == b"1"
    assert refusals == []


@pytest.mark.parametrize(
    ("code", "kind", "word"),
    [
        (errno.ENOSPC, DataProblem, "磁盘已满"),
        (errno.EROFS, ReadOnly, "不能写入"),
        (errno.EACCES, ReadOnly, "不能写入"),
    ],
)
def test_a_failed_write_leaves_everything_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: int, kind: type[DataProblem], word: str
) -> None:
    atomic.write(path, b"1")
    atomic.write(path, b"2")

    def refuse(_: int) -> None:
        raise OSError(code, "no")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(kind, match=word) as caught:
        atomic.write(path, b"3")
    assert type(caught.value) is kind
    assert (path.read_bytes(), atomic.backup_of(path).read_bytes()) == (b"2", b"1")
    assert names(path) == ["store.json", "store.json.bak"]


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    path = tmp_path / "file" / "store.json"
    assert atomic.read_or_set_aside(path, number) == atomic.Loaded(None)
    with pytest.raises(ReadOnly):
        atomic.write(path, b"1")


def test_nothing_there_is_no_news(path: Path) -> None:
    assert atomic.read_or_set_aside(path, number) == atomic.Loaded(None)


def test_a_good_file_is_no_news(path: Path) -> None:
    path.write_bytes(b"7")
    assert atomic.read_or_set_aside(path, number) == atomic.Loaded(7)
    assert names(path) == ["store.json"]


def test_a_damaged_file_is_kept_aside_and_its_backup_restored(path: Path) -> None:
    atomic.write(path, b"1")
    atomic.write(path, b"2")
    path.write_bytes(b"damaged")
    loaded = atomic.read_or_set_aside(path, number)
    assert (loaded.value, loaded.problem) == (1, None)
    (aside,) = path.parent.glob("store.json.damaged-*")
    assert aside.read_bytes() == b"damaged"
    assert aside.name in loaded.notice
    assert "恢复" in loaded.notice
    assert atomic.read_or_set_aside(path, number) == atomic.Loaded(1)


def test_when_both_are_damaged_both_are_kept_aside(path: Path) -> None:
    path.write_bytes(b"damaged")
    atomic.backup_of(path).write_bytes(b"damaged too")
    loaded = atomic.read_or_set_aside(path, number)
    assert (loaded.value, loaded.problem) == (None, None)
    assert "没有可用的备份" in loaded.notice
    assert {p.read_bytes() for p in path.parent.iterdir()} == {b"damaged", b"damaged too"}
    assert atomic.read_or_set_aside(path, number) == atomic.Loaded(None)


def test_a_file_that_vanished_comes_back_from_its_backup(path: Path) -> None:
    atomic.backup_of(path).write_bytes(b"1")
    loaded = atomic.read_or_set_aside(path, number)
    assert loaded.value == 1
    assert "不见了" in loaded.notice
    assert path.read_bytes() == b"1"


def test_damage_twice_in_a_second_keeps_both(path: Path) -> None:
    for content in (b"a", b"b", b"c"):
        path.write_bytes(content)
        atomic.read_or_set_aside(path, number)
    assert {p.read_bytes() for p in path.parent.iterdir()} == {b"a", b"b", b"c"}


def test_a_folder_in_the_place_of_the_file_is_kept_aside(path: Path) -> None:
    path.mkdir()
    loaded = atomic.read_or_set_aside(path, number)
    assert loaded.value is None
    assert "读不出来" in loaded.notice
    assert not path.exists()


def test_what_cannot_be_moved_aside_is_told_and_its_backup_still_used(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"damaged")
    atomic.backup_of(path).write_bytes(b"1")

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EROFS, "read-only file system")

    monkeypatch.setattr(os, "replace", refuse)
    loaded = atomic.read_or_set_aside(path, number)
    assert loaded.value == 1
    assert isinstance(loaded.problem, ReadOnly)
    assert path.read_bytes() == b"damaged"
