"""What is written is read back the same, from an archive and from a folder."""

from __future__ import annotations

import json
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from assistant.core.errors import DataProblem
from assistant.core.model import Origin
from assistant.core.packs.manifest import Version
from assistant.core.packs.pack import Pack
from assistant.core.packs.progress import Stopped
from assistant.storage.packs import manifest_bytes, read, sealed, write
from tests.unit.storage.packs.samples import HASH, PICTURE, WHOLE, folder_of, pack_of, packs, phrase


@pytest.mark.parametrize("name", ["p.xiaoer", "folder"])
def test_everything_survives(tmp_path: Path, name: str) -> None:
    written = write(WHOLE, tmp_path / name, b'{"signature": 1}')
    found = read(tmp_path / name)
    assert found.pack == written
    assert replace(found.pack, manifest=WHOLE.manifest) == WHOLE
    assert found.pack.attachments[HASH].load() == PICTURE
    assert found.manifest_bytes == manifest_bytes(written.manifest)
    assert found.signature_bytes == b'{"signature": 1}'


@settings(max_examples=60, deadline=None)
@given(packs)
def test_any_pack_survives(pack: Pack) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("p.xiaoer", "folder"):
            written = write(pack, Path(folder, name))
            found = read(Path(folder, name))
            assert found.pack == written
            assert list(found.pack.phrases) == list(pack.phrases)
            assert found.pack.attachments == pack.attachments


def test_the_same_pack_gives_the_same_bytes(tmp_path: Path) -> None:
    write(WHOLE, tmp_path / "a.xiaoer")
    write(read(tmp_path / "a.xiaoer").pack, tmp_path / "b.xiaoer")
    assert (tmp_path / "a.xiaoer").read_bytes() == (tmp_path / "b.xiaoer").read_bytes()


def test_a_difference_reads_well(tmp_path: Path) -> None:
    write(pack_of([phrase("a"), phrase("b")]), tmp_path / "v")
    before = (tmp_path / "v" / "phrases.json").read_text(encoding="utf-8").splitlines()
    assert before[:7] == [
        "[",
        "{",
        '"id": "a",',
        '"code": "ka",',
        '"category": ["甲"],',
        '"title": "标题a",',
        '"text": "在的"',
    ]
    write(pack_of([phrase("a", "在的，亲"), phrase("b")]), tmp_path / "v")
    after = (tmp_path / "v" / "phrases.json").read_text(encoding="utf-8").splitlines()
    assert [line for line, other in zip(after, before, strict=True) if line != other] == ['"text": "在的，亲"']


def test_a_copy_does_not_tell_of_what_it_was_made(tmp_path: Path) -> None:
    mine = replace(phrase("a"), layer="personal", origin=Origin("b", "0" * 16))
    write(pack_of([mine]), tmp_path / "p.xiaoer")
    assert list(read(tmp_path / "p.xiaoer").pack.phrases) == [phrase("a")]


def test_a_folder_may_be_edited_by_hand_and_its_signature_holds_no_more(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    write(pack_of([phrase("a")]), folder, b"{}")
    assert read(folder).manifest_bytes == (folder / "manifest.json").read_bytes()
    # As an editor would leave it, and with what lies about in a repository.
    (folder / "phrases.json").write_text(
        json.dumps([{"id": "a", "title": "新", "text": "一"}], ensure_ascii=False, indent=2), encoding="utf-8-sig"
    )
    (folder / ".git").mkdir()
    (folder / "notes.txt").write_text("x")
    found = read(folder)
    assert [(one.title, one.text) for one in found.pack.phrases] == [("新", "一")]
    assert found.manifest_bytes != (folder / "manifest.json").read_bytes()
    assert found.manifest_bytes == manifest_bytes(found.pack.manifest)
    write(found.pack, folder)
    assert (
        read(folder).manifest_bytes
        == (folder / "manifest.json").read_bytes()
        == found.manifest_bytes[:0] + (folder / "manifest.json").read_bytes()
    )
    assert sorted(file.name for file in folder.iterdir()) == [
        ".git", "categories.json", "manifest.json", "notes.txt", "phrases.json",
    ]  # fmt: skip


def test_a_manifest_by_hand_needs_no_list_of_files(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(
        '{"format": 1, "id": "a", "name": "甲", "version": "1.0.0"}', encoding="utf-8"
    )
    (tmp_path / "phrases.json").write_text('[{"id": "x", "title": "标题", "text": "在"}]', encoding="utf-8")
    assert [one.id for one in read(tmp_path).pack.phrases] == ["x"]


def test_what_a_folder_no_longer_has_goes_when_it_is_written(tmp_path: Path) -> None:
    write(WHOLE, tmp_path / "p", b"{}")
    write(pack_of([]), tmp_path / "p")
    assert sorted(file.name for file in (tmp_path / "p").iterdir()) == [
        "categories.json",
        "manifest.json",
        "phrases.json",
    ]


def test_an_archive_in_another_layout(tmp_path: Path) -> None:
    write(WHOLE, tmp_path / "a.xiaoer")
    folder = folder_of(tmp_path / "a.xiaoer", tmp_path / "x")
    with zipfile.ZipFile(tmp_path / "b.xiaoer", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.mkdir("attachments")
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, file.relative_to(folder).as_posix())
    # "attachments/" was made first: the order of the members means nothing.
    assert read(tmp_path / "b.xiaoer").pack == read(tmp_path / "a.xiaoer").pack


def test_a_newer_pack_asks_for_a_newer_program(tmp_path: Path) -> None:
    write(replace(WHOLE, manifest=replace(WHOLE.manifest, app=Version(99))), tmp_path / "p.xiaoer")
    with pytest.raises(DataProblem, match=r"需要小二快答 99\.0\.0"):
        read(tmp_path / "p.xiaoer")
    write(pack_of([]), tmp_path / "f")
    text = (tmp_path / "f" / "manifest.json").read_text(encoding="utf-8").replace('"format": 1', '"format": 2')
    (tmp_path / "f" / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(DataProblem, match="更新版本"):
        read(tmp_path / "f")


def test_reading_can_be_watched_and_stopped(tmp_path: Path) -> None:
    write(pack_of(phrase(str(n)) for n in range(2000)), tmp_path / "p.xiaoer")
    seen: list[float] = []
    read(tmp_path / "p.xiaoer", lambda done: not seen.append(done))  # type: ignore[func-returns-value]
    assert len(seen) == 4
    assert seen == sorted(seen)
    with pytest.raises(Stopped):
        read(tmp_path / "p.xiaoer", lambda _: False)


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DataProblem, match="写不进去"):
        write(WHOLE, tmp_path / "file" / "p.xiaoer")
    assert sealed(WHOLE) == sealed(sealed(WHOLE))
