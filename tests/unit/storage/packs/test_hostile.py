"""Packs that somebody made to do harm, and packs that were damaged: one sentence, nothing written, little memory."""

from __future__ import annotations

import hashlib
import io
import json
import os
import random
import stat
import struct
import sys
import tracemalloc
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.core.errors import DataProblem
from assistant.core.packs.pack import Pack
from assistant.storage.packs import read, write
from assistant.storage.packs.archive import MOST_FILES
from tests.unit.storage.packs.samples import WHOLE, folder_of, pack_of, phrase

MOST_MEMORY = 200 << 20
MUTATIONS = 2500
Files = dict[str, bytes]


def files_of(tmp_path: Path, pack: Pack = WHOLE) -> Files:
    write(pack, tmp_path / "good.xiaoer")
    with zipfile.ZipFile(tmp_path / "good.xiaoer") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: Files, *, listed: bool = True, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these files; ``listed`` makes the manifest tell of them as they are."""
    if listed:
        manifest = json.loads(files["manifest.json"])
        manifest["files"] = {
            name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in files.items()
            if name not in ("manifest.json", "signature.json")
        }
        files = files | {"manifest.json": json.dumps(manifest, ensure_ascii=False).encode()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def link(files: Files) -> bytes:
    buffer = io.BytesIO(zipped({name: data for name, data in files.items() if name != "LICENSE"}, listed=False))
    with zipfile.ZipFile(buffer, "a") as archive:
        info = zipfile.ZipInfo("LICENSE")
        info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    return buffer.getvalue()


def twice(files: Files) -> bytes:
    buffer = io.BytesIO(zipped(files, listed=False))
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("phrases.json", b"[]")
    return buffer.getvalue()


def patched(files: Files, at: int, value: bytes) -> bytes:
    """An archive whose first member says something else in the directory."""
    data = bytearray(zipped(files, listed=False))
    where = data.index(b"PK\x01\x02") + at
    data[where : where + len(value)] = value
    return bytes(data)


def overlapping(files: Files) -> bytes:
    """The directory says of two members that they start at the same place."""
    data = bytearray(zipped(files, listed=False))
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[second + 42 : second + 46] = struct.pack("<L", 0)
    return bytes(data)


def many(files: Files) -> bytes:
    more = {f"attachments/{number:064x}": b"x" for number in range(MOST_FILES + 1)}
    return zipped(files | more, listed=False, method=zipfile.ZIP_STORED)


def phrases(data: bytes) -> Callable[[Files], bytes]:
    return lambda files: zipped(files | {"phrases.json": data})


def stored(data: bytes) -> Callable[[Files], bytes]:
    return lambda files: zipped(files | {"phrases.json": data}, method=zipfile.ZIP_STORED)


def manifest(**change: object) -> Callable[[Files], bytes]:
    def made(files: Files) -> bytes:
        record = json.loads(files["manifest.json"]) | change
        return zipped(files | {"manifest.json": json.dumps(record).encode()}, listed=False)

    return made


ONE = b'{\n"id": "%d",\n"title": "t",\n"text": "x"\n}'
ATTACKS: dict[str, Callable[[Files], bytes]] = {
    "nothing": lambda _: b"",
    "a text": lambda _: b"hello" * 100,
    "only the end": lambda _: b"PK\x05\x06" + bytes(18),
    "no manifest": lambda files: zipped({"phrases.json": files["phrases.json"]}, listed=False),
    "a path upwards": lambda files: zipped(files | {"../evil": b"x"}, listed=False),
    "an absolute path": lambda files: zipped(files | {"/tmp/evil": b"x"}, listed=False),
    "a drive": lambda files: zipped(files | {"C:\\evil": b"x"}, listed=False),
    "backslashes": lambda files: zipped(files | {"attachments\\..\\evil": b"x"}, listed=False),
    "a device": lambda files: zipped(files | {"NUL": b"x"}, listed=False),
    "a name with an end in it": lambda files: zipped(files | {"LICENSE#.exe": b"x"}, listed=False).replace(b"E#.e", b"E\0.e"),
    "a program": lambda files: zipped(files | {"run.py": b"x"}, listed=False),
    "a folder of its own": lambda files: zipped(files | {"deep/phrases.json": b"[]"}, listed=False),
    "a link": link,
    "twice the same name": twice,
    "encrypted": lambda files: patched(files, 8, b"\x01\x00"),
    "another packing": lambda files: zipped(files, method=zipfile.ZIP_LZMA),
    "overlapping": overlapping,
    "says to be larger": lambda files: patched(files, 24, struct.pack("<L", 1 << 25)),
    "says to be smaller": lambda files: patched(files, 24, struct.pack("<L", 10)),
    "another sum": lambda files: patched(files, 16, b"\0\0\0\0"),
    "something before": lambda files: b"#!/bin/sh\n" + zipped(files),
    "very many": many,
    "a long directory": lambda files: zipped(files)[:-22] + struct.pack("<4s4HLLH", b"PK\5\6", 0, 0, 9, 9, 1 << 30, 0, 0),
    "not in the list": lambda files: zipped(
        {**files, "README.md": b"x", "manifest.json": files["manifest.json"].replace(b"README.md", b"LICENSE")}, listed=False
    ),
    "changed": lambda files: zipped(files | {"README.md": b"# other\n"}, listed=False),
    "missing": lambda files: zipped({n: d for n, d in files.items() if n != "README.md"}, listed=False),
    "a picture under another hash": lambda files: zipped(files | {f"attachments/{'0' * 64}.png": b"x"}),
    "a bomb": phrases(b"[" + b" " * (60 << 20) + b"]"),
    "a large text": lambda files: zipped(files | {"README.md": os.urandom(2 << 20)}),
    "not utf-8": phrases('[{"id": "甲", "title": "标", "text": "在"}]'.encode("gb18030")),
    "deep": phrases(b"[" * 100_000),
    "deep and whole": phrases(b"[" * 500 + b"]" * 500),
    "deep in a phrase": phrases(b'[\n{\n"id": "a",\n"title": "t",\n"text": "x",\n"y": ' + b"[" * 5000 + b"]" * 5000 + b"\n}\n]"),
    "many lists": stored(b"[" + b"[]," * (8 << 20) + b"[]]"),
    "many objects": stored(b"[" + b"{}," * (4 << 20) + b"{}]"),
    "many texts": stored(b"[" + b'"",' * (6 << 20) + b'""]'),
    "a long number": phrases(b"[" + b"9" * 100_000 + b"]"),
    "a phrase without an end": phrases(b'[\n{\n"id": "' + random.Random(1).randbytes(20 << 20).hex().encode()),
    "half a character": phrases(b'[{"id": "a", "title": "\\ud800", "text": "x"}]'),
    "no phrases": phrases(b'{"a": 1}'),
    "no phrase": phrases(b"[1]"),
    "twice the same phrase": phrases(b"[\n" + ONE % 1 + b",\n" + ONE % 1 + b"\n]\n"),
    "more behind the end": phrases(b"[\n" + ONE % 1 + b"\n]\n" + ONE % 2),
    "cut": phrases(b"[\n" + ONE % 1 + b",\n{"),
    "not a number": phrases(b'[{"id": "a", "title": "t", "text": "x", "valid_from": NaN}]'),
    "an odd id": manifest(id="../../x"),
    "an odd version": manifest(version="1.0"),
    "an odd day": manifest(created="2026-02-30"),
    "no name": manifest(name=""),
    "a list": lambda files: zipped(files | {"manifest.json": b"[]"}, listed=False),
    "odd categories": lambda files: zipped(files | {"categories.json": b'[["a", 1]]'}),
    "odd tables": lambda files: zipped(files | {"tables.json": b'[{"name": "x"}]'}),
    "two tables of one name": lambda files: zipped(
        files | {"tables.json": json.dumps([{"name": "x", "columns": [{"name": "a"}], "rows": []}] * 2).encode()}
    ),
    "odd rules": lambda files: zipped(files | {"rules.json": b'{"severities": {"ad": 1}}'}),
}  # fmt: skip

REASONS = {
    "nothing": "不是话术包",
    "a text": "不是话术包",
    "only the end": "manifest",
    "no manifest": "没有 manifest",
    "a path upwards": "不该有",
    "an absolute path": "不该有",
    "a drive": "不该有",
    "backslashes": "不该有",
    "a device": "不该有",
    "a name with an end in it": "不该有",
    "a program": "不该有",
    "a folder of its own": "不该有",
    "a link": "链接",
    "twice the same name": "两个“phrases.json”",
    "encrypted": "密码",
    "another packing": "压缩方式",
    "overlapping": "重叠",
    "says to be larger": "不合常理",
    "says to be smaller": "损坏",
    "another sum": "损坏",
    "something before": "开头",
    "very many": "超过 5000 个",
    "a long directory": "超过 5000 个",
    "not in the list": "清单里",
    "changed": "对不上",
    "missing": "缺少",
    "a picture under another hash": "对不上",
    "a bomb": "不合常理",
    "a large text": "太大",
    "not utf-8": "UTF-8",
    "deep": "JSON",
    "deep and whole": "太深",
    "deep in a phrase": "JSON",
    "many lists": "太复杂",
    "many objects": "太复杂",
    "many texts": "太复杂",
    "a long number": "JSON",
    "a phrase without an end": "太长",
    "half a character": "UTF-8",
    "no phrases": "应是 […]",
    "no phrase": "第 1 条",
    "twice the same phrase": "第 2 条",
    "more behind the end": "损坏",
    "cut": "损坏",
    "not a number": "第 1 条",
    "an odd id": "小写字母",
    "an odd version": "版本号",
    "an odd day": "日期",
    "no name": "不能是空的",
    "a list": "应是 {…}",
    "odd categories": "categories.json",
    "odd tables": "tables.json",
    "two tables of one name": "同名",
    "odd rules": "rules.json",
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_one_sentence_and_little_memory(tmp_path: Path, name: str) -> None:
    bad = tmp_path / "bad" / "p.xiaoer"
    bad.parent.mkdir()
    bad.write_bytes(ATTACKS[name](files_of(tmp_path)))
    tracemalloc.start()
    try:
        with pytest.raises(DataProblem) as refusal:
            read(bad)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert REASONS[name] in refusal.value.sentence
    assert refusal.value.sentence.endswith("。")
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 150
    assert peak < MOST_MEMORY
    assert [file.name for file in bad.parent.iterdir()] == ["p.xiaoer"]


@pytest.mark.skipif(sys.platform == "win32", reason="only an administrator makes links there")
def test_links_in_a_folder_are_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "p"
    write(WHOLE, folder)
    (folder / "LICENSE").unlink()
    (folder / "LICENSE").symlink_to("/etc/passwd")
    with pytest.raises(DataProblem, match="链接"):
        read(folder)
    (folder / "LICENSE").unlink()
    (tmp_path / "away").mkdir()
    for file in (folder / "attachments").iterdir():
        file.rename(tmp_path / "away" / file.name)
    (folder / "attachments").rmdir()
    (folder / "attachments").symlink_to(tmp_path / "away")
    assert read(folder).pack.attachments == {}


def test_large_files_in_a_folder_are_not_read(tmp_path: Path) -> None:
    write(pack_of([phrase("a")]), tmp_path / "p")
    with (tmp_path / "p" / "phrases.json").open("r+b") as file:
        file.truncate(1 << 32)
    with pytest.raises(DataProblem, match="太大"):
        read(tmp_path / "p")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are no files there")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    write(pack_of([phrase("a")]), tmp_path / "p")
    (tmp_path / "p" / "LICENSE").unlink(missing_ok=True)
    os.mkfifo(tmp_path / "p" / "LICENSE")
    assert read(tmp_path / "p").pack.papers == {}


def test_a_picture_that_changes_after_the_check_is_not_taken(tmp_path: Path) -> None:
    write(WHOLE, tmp_path / "p")
    (media,) = read(tmp_path / "p").pack.attachments.values()
    (tmp_path / "p" / "attachments" / media.name).write_bytes(b"other")
    with pytest.raises(DataProblem, match="对不上"):
        media.load()


def mutations(good: bytes, seed: int, count: int) -> Iterator[bytes]:
    chance = random.Random(seed)
    for _ in range(count):
        data = bytearray(good)
        for _ in range(chance.choice((1, 1, 2, 8))):
            at = chance.randrange(len(data)) if data else 0
            match chance.randrange(5):
                case 0 if data:
                    data[at] ^= 1 << chance.randrange(8)
                case 1:
                    data[at : at + 4] = chance.choice((b"\0\0\0\0", b"\xff\xff\xff\xff", b"PK\1\2", b"PK\5\6"))
                case 2:
                    del data[at : at + chance.randrange(1, 40)]
                case 3:
                    data[at:at] = chance.randbytes(chance.randrange(1, 40))
                case _:
                    data = data[: max(1, at)]
        yield bytes(data)


def same(path: Path, good: Pack | None = None) -> bool:
    """Whether it is read, and then as it was; any other end than a sentence is an error."""
    try:
        found = read(path).pack
    except DataProblem as problem:
        if "\n" in str(problem):
            raise
        return False
    assert good is None or found == good  # only what says nothing was hit
    return True


@pytest.mark.slow
def test_damaged_archives_are_read_as_they_were_or_refused(tmp_path: Path) -> None:
    write(WHOLE, tmp_path / "good.xiaoer")
    good, refused = read(tmp_path / "good.xiaoer").pack, 0
    path = tmp_path / "bad.xiaoer"
    for data in mutations((tmp_path / "good.xiaoer").read_bytes(), 6, MUTATIONS):
        path.write_bytes(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the library notices names that stand twice; so do we
            refused += not same(path, good)
    assert refused > 0.9 * MUTATIONS
    assert sorted(file.name for file in tmp_path.iterdir()) == ["bad.xiaoer", "good.xiaoer"]


@pytest.mark.slow
def test_damaged_texts_in_folders_are_read_or_refused(tmp_path: Path) -> None:
    folder = folder_of(write_one(tmp_path), tmp_path / "p")
    texts = sorted(file for file in folder.iterdir() if file.is_file())
    ends = {"read": 0, "refused": 0}
    for file in texts:
        good = file.read_bytes()
        for data in mutations(good, zlib.crc32(file.name.encode()), 150):
            file.write_bytes(data)
            ends["read" if same(folder) else "refused"] += 1
        file.write_bytes(good)
    assert min(ends.values()) > 100


def write_one(tmp_path: Path) -> Path:
    write(WHOLE, tmp_path / "good.xiaoer")
    return tmp_path / "good.xiaoer"
