"""Files, folders and archives behind guards."""

from __future__ import annotations

import os
import stat
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.errors import DataProblem
from assistant.storage.importers import archive, source
from assistant.storage.importers.source import Source, decoded, parsed
from tests.unit.storage.test_usage import fresh


def packed(path: Path, *members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as file:
        for name, data in members:
            file.writestr(name, data)
    return path


def listed(path: Path, pattern: str = "*") -> dict[str, bytes]:
    return {name: read() for name, read in Source(path).files(pattern)}


# --- files


def test_a_file_is_read_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "A.Json"
    path.write_bytes('{"a": "文"}'.encode())
    found = Source(path)
    assert (found.name, found.suffix, found.is_folder, found.size) == ("A.Json", ".json", False, 12)
    assert found.json() == {"a": "文"}
    assert found.head == found.data()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("话术✓".encode(), "话术✓"),
        ("话术".encode("utf-8-sig"), "话术"),
        ("话术✓".encode("gb18030"), "话术✓"),
        ("话术".encode("utf-16"), "话术"),
        (b"\xfe\xff" + "话术".encode("utf-16-be"), "话术"),
        (b"", ""),
        ("早上好，欢迎光临".encode() + b"\xff", "早上好，欢迎光临\ufffd"),  # damaged, and still not GBK
    ],
)
def test_the_encoding_is_found_out(data: bytes, text: str) -> None:
    assert decoded(data, "a.txt") == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_utf_8_is_read_to_the_letter(text: str) -> None:
    assert decoded(text.encode(), "a.txt") == text


@pytest.mark.parametrize(("data", "told"), [(b"a\0b", "不是文字文件"), (b"\xff\xff\xff", "文字编码看不懂")])
def test_what_is_no_text_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(DataProblem, match=told):
        decoded(data, "a.txt")


def test_size_is_checked_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    with path.open("wb") as file:
        file.truncate(60 << 20)  # takes no room on the disk
    found = Source(path)
    with pytest.raises(DataProblem, match="太大（超过 50 MB）"):
        found.data()
    with pytest.raises(DataProblem, match="有太长的行"):
        found.check_lines(2 << 20)


def test_lines_are_measured_across_chunks(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes((b"x" * 99_999 + b"\n") * 6 + b"y" * 300_000)
    Source(path).check_lines(300_000)
    with pytest.raises(DataProblem, match="有太长的行"):
        Source(path).check_lines(299_999)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataProblem, match="读不到"):
        Source(tmp_path / "missing")
    with pytest.raises(DataProblem, match="是文件夹"):
        Source(tmp_path).data()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are no files there")
def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DataProblem, match="不是文件"):
        Source(tmp_path / "pipe")


@pytest.mark.parametrize("text", ["[" * 100_000, "{", "1" * 5000, '{"a": "' + "["])
def test_json_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(DataProblem, match=r"嵌套太深|不是完整的 JSON"):
        parsed(text, "a.json")


@pytest.mark.parametrize("text", ["[" + "[]," * 700_000 + "0]", "[" + "0," * 3_100_000 + "0]"])
def test_json_that_would_fill_the_memory_is_refused(text: str) -> None:
    with pytest.raises(DataProblem, match="内容太多"):
        parsed(text, "a.json")


# --- folders


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.TXT", "a/y.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    assert listed(tmp_path) == {name: name.encode() for name in ("a/y.json", "a/z.TXT", "b.txt")}
    assert list(listed(tmp_path, "*.txt")) == ["a/z.TXT", "b.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="only an administrator makes links there, and pipes are no files")
def test_links_out_of_the_folder_are_left_out(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "key").write_text("秘密")
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "own").write_text("1")
    (folder / "inside").symlink_to("own")
    (folder / "out").symlink_to(secret / "key")
    (folder / "dir").symlink_to(secret)
    (folder / "loop").symlink_to("loop")
    (folder / "dead").symlink_to("nowhere")
    os.mkfifo(folder / "pipe")
    found = Source(folder)
    assert {name: read() for name, read in found.files()} == {"own": b"1", "inside": b"1"}
    assert sorted(found.left_out) == ["dead", "dir", "loop", "out", "pipe"]


def test_a_folder_has_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        (tmp_path / str(number)).write_bytes(b"12345")
    monkeypatch.setattr(source, "MOST_FILES", 3)
    with pytest.raises(DataProblem, match="超过 3 个"):
        listed(tmp_path)
    monkeypatch.setattr(source, "MOST_FILES", 4)
    assert len(listed(tmp_path)) == 4
    monkeypatch.setattr(source, "MOST_TOGETHER", 19)
    with pytest.raises(DataProblem, match="超过 0 MB"):
        listed(tmp_path)


def test_a_deep_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "/".join("d" * 22)).mkdir(parents=True)
    with pytest.raises(DataProblem, match="嵌套太深"):
        listed(tmp_path)


# --- archives


def test_an_archive_reads_like_a_folder(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("b.json", b"2"), ("a/c.json", b"1"), ("d/", b""))
    assert Source(path).is_archive
    assert list(listed(path).items()) == [("a/c.json", b"1"), ("b.json", b"2")]
    assert list(listed(path, "c.*")) == ["a/c.json"]


@pytest.mark.parametrize(
    "name", ["../x", "a/../../x", "/etc/x", "C:/x", "a\\..\\x", "\\x", "..", "/".join("d" * 25), "a\0b"]
)
def test_names_that_lead_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.zip"
    info = zipfile.ZipInfo("placeholder")
    info.filename = info.orig_filename = name  # the constructor would mend some
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(info, b"1")
    with pytest.raises(DataProblem, match="指向别处"):
        listed(path)


def test_links_in_archives_are_refused(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("link")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr(info, b"/etc/passwd")
    with pytest.raises(DataProblem, match="链接"):
        listed(tmp_path / "a.zip")


def test_bombs_are_refused_before_they_grow(tmp_path: Path) -> None:
    with pytest.raises(DataProblem, match="解开后太大"):
        listed(packed(tmp_path / "one.zip", ("a", bytes(8 << 20))))
    small = bytes(900_000)  # each below the size from which anybody asks
    with pytest.raises(DataProblem, match="解开后太大"):
        listed(packed(tmp_path / "many.zip", *((str(n), small) for n in range(20))))


def test_a_member_that_lies_about_its_size_gives_no_more(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("a", b"x" * 5000))
    data = path.read_bytes()
    at = data.rfind(b"PK\x01\x02")
    path.write_bytes(data[: at + 24] + (10).to_bytes(4, "little") + data[at + 28 :])
    with pytest.raises(DataProblem, match="损坏"):
        listed(path)


@pytest.mark.parametrize("size", [0xFFFFFFFF, 5 << 20])
def test_an_endless_list_of_members_is_refused(tmp_path: Path, size: int) -> None:
    path = packed(tmp_path / "a.zip", ("a", b"x"))
    data = path.read_bytes()
    at = data.rfind(b"PK\x05\x06")
    path.write_bytes(data[: at + 12] + size.to_bytes(4, "little") + data[at + 16 :])
    with pytest.raises(DataProblem, match="解开后太大"):
        listed(path)


def test_too_many_members_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = packed(tmp_path / "a.zip", *((str(n), b"") for n in range(4)))
    assert len(listed(path)) == 4
    monkeypatch.setattr(archive, "MOST_FILES", 3)
    with pytest.raises(DataProblem, match="超过 3 个"):
        listed(path)


def test_an_encrypted_archive_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("a", b"x"))
    data = bytearray(path.read_bytes())
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(DataProblem, match="有密码"):
        listed(path)


@pytest.mark.slow
@given(st.data())
def test_a_damaged_archive_reads_or_is_refused(data: st.DataObject) -> None:
    path = packed(fresh("a.zip"), ("a/b.json", b'{"a": 1}' * 20), ("c", b"2"))
    raw = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(raw)
    try:
        listed(path)
    except DataProblem:
        return
