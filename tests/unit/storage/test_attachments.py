"""Attachments: stored once, whole or not at all, never a path of somebody else's."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.errors import DataProblem, NotFound
from assistant.core.model import Attachment
from assistant.storage import attachments
from assistant.storage.attachments import Attachments, clean
from tests.unit.storage import victim
from tests.unit.storage.test_kill import victims


@pytest.fixture
def store(tmp_path: Path) -> Attachments:
    return Attachments(tmp_path / "attachments")


def files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file())


def test_a_file_is_kept_under_its_hash_and_found_again(store: Attachments, tmp_path: Path) -> None:
    picture = tmp_path / "尺码表.png"
    picture.write_bytes(b"picture")
    kept = store.keep(picture, picture.name)
    assert kept == Attachment(hashlib.sha256(b"picture").hexdigest(), "尺码表.png", "image/png")
    picture.unlink()
    assert store.path(kept.hash).read_bytes() == b"picture"


def test_the_same_content_is_stored_once(store: Attachments, tmp_path: Path) -> None:
    one, other = store.keep(b"same", "一.txt"), store.keep(b"same", "二.pdf")
    assert one.hash == other.hash
    assert (one.name, other.name, other.kind) == ("一.txt", "二.pdf", "application/pdf")
    assert len(files(tmp_path)) == 1


def test_a_damaged_file_is_written_again(store: Attachments) -> None:
    kept = store.keep(b"whole", "a.txt")
    store.path(kept.hash).write_bytes(b"wh")
    store.keep(b"whole", "a.txt")
    assert store.path(kept.hash).read_bytes() == b"whole"


@pytest.mark.parametrize("as_file", [True, False])
def test_too_large_is_refused_with_a_sentence(tmp_path: Path, as_file: bool) -> None:
    small = Attachments(tmp_path / "attachments", limit=10)
    big = tmp_path / "视频.mp4"
    big.write_bytes(b"x" * 11)
    assert small.keep(b"x" * 10, "好.bin").hash
    with pytest.raises(DataProblem, match=r"“视频.mp4”有 11 字节，附件最大 10 字节.*请压缩"):
        small.keep(big if as_file else big.read_bytes(), big.name)
    assert len(files(tmp_path / "attachments")) == 1


def test_megabytes_are_told_as_such(tmp_path: Path) -> None:
    store = Attachments(tmp_path / "attachments")
    big = tmp_path / "视频.mp4"
    with big.open("wb") as file:
        file.truncate(attachments.MAX_BYTES * 3 // 2)
    with pytest.raises(DataProblem, match=r"有 30\.0 MB，附件最大 20 MB"):
        store.keep(big, big.name)


def test_what_cannot_be_read_is_refused(store: Attachments, tmp_path: Path) -> None:
    for missing in (tmp_path / "没有.png", tmp_path):
        with pytest.raises(DataProblem, match="读不出来"):
            store.keep(missing, missing.name)
    with pytest.raises(DataProblem, match="是空的"):
        store.keep(b"", "空.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(DataProblem, match="不能写入"):
            Attachments(tmp_path / "attachments").keep(b"x", "a.txt")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", "0" * 63, "0" * 64, "A" * 64, "g" * 64])
def test_what_is_not_here_or_no_hash_is_not_found(store: Attachments, digest: str) -> None:
    store.keep(b"x", "a.txt")
    with pytest.raises(NotFound):
        store.path(digest)


def test_a_copy_to_open_has_its_name_and_changes_nothing(store: Attachments) -> None:
    kept = store.keep(b"size table", "尺码表.xlsx")
    copy = store.named(kept)
    assert copy.name == "尺码表.xlsx"
    copy.write_bytes(b"scribbled over")
    assert store.path(kept.hash).read_bytes() == b"size table"
    assert store.named(kept).read_bytes() == b"size table"


def test_orphans_are_what_nobody_means(store: Attachments) -> None:
    used, unused = store.keep(b"used", "a.txt"), store.keep(b"unused", "b.txt")
    store.named(unused)
    assert store.orphans({used.hash}) == [store.path(unused.hash)]
    assert store.orphans({used.hash, unused.hash}) == []


def test_no_folder_has_no_orphans(tmp_path: Path) -> None:
    assert Attachments(tmp_path / "nothing").orphans(()) == []


@given(st.text(max_size=300))
def test_a_name_is_never_a_path_and_never_empty(name: str) -> None:
    cleaned = clean(name)
    assert 0 < len(cleaned) <= 130
    assert not set(cleaned) & set('/\\:*?"<>|\x00\n')
    assert cleaned not in (".", "..")
    assert clean(cleaned) == cleaned


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_killed_while_storing_a_name_stands_for_its_content(tmp_path: Path) -> None:
    folder, number, seen = tmp_path / "attachments", 0, 0
    with victims("attachments", folder) as writers:
        for _ in range(100):
            last = writers.killed(number, 0.004)
            there = [p for p in folder.glob("??/*") if len(p.name) == 64]
            assert all(hashlib.sha256(p.read_bytes()).hexdigest() == p.name for p in there)
            hashes = {p.name for p in there}
            for n in range(last + 1):
                assert hashlib.sha256(victim.content(n)).hexdigest() in hashes
            assert len(hashes) in (last + 1, last + 2)
            number, seen = len(hashes), last
    assert seen > 50
