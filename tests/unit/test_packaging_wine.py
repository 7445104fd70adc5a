"""Windows under Wine: where it is made, when it is made again, what is never deleted."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

import _debian
import _mounted
import _venv
import _wine
from _console import SetupError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A root on a machine where Wine can be made; nothing is really run."""
    root = tmp_path / "店 铺"
    (root / "packaging").mkdir(parents=True)
    (root / "packaging/dev.py").touch()
    for name in (_wine.WHEELS, _wine.PYTHON):
        _venv.lock_file(root, name).write_text("a==1\n", "utf-8")
    monkeypatch.setattr(_wine, "why_not", lambda: None)
    monkeypatch.setattr(_venv, "ensure", lambda *_: Path("python"))
    monkeypatch.setattr(_debian, "ensure", lambda *_: None)
    return root


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which parts are made; making writes the stamp as the real thing does."""
    parts: list[str] = []

    def system(root: Path) -> None:
        parts.append("system")
        _wine.system(root).mkdir(parents=True, exist_ok=True)
        _wine._stamp(root, "python").unlink(missing_ok=True)
        _wine._stamp(root, "system").write_text(_wine._system_seal(), "utf-8")

    def python(root: Path, _: Path) -> None:
        parts.append("python")
        _wine._stamp(root, "python").write_text(_wine._python_seal(root), "utf-8")

    monkeypatch.setattr(_wine, "_make_system", system)
    monkeypatch.setattr(_wine, "_make_python", python)
    return parts


def test_the_second_start_makes_nothing(checkout: Path, made: list[str]) -> None:
    for _ in range(2):
        _wine.ensure(checkout)
    assert made == ["system", "python"]
    assert _wine.ready(checkout)


def test_new_pins_make_the_python_again_and_not_the_system(checkout: Path, made: list[str]) -> None:
    _wine.ensure(checkout)
    _venv.lock_file(checkout, _wine.WHEELS).write_text("a==2\n", "utf-8")
    assert not _wine.ready(checkout)
    _wine.ensure(checkout)
    assert made == ["system", "python", "python"]


def test_what_was_interrupted_is_made_again(checkout: Path, made: list[str]) -> None:
    _wine.ensure(checkout)
    _wine._stamp(checkout, "system").write_text("", "utf-8")
    _wine.ensure(checkout)
    assert made == ["system", "python", "system", "python"]


@pytest.mark.parametrize(
    ("machine", "root", "namespaces", "word"),
    [("aarch64", True, "", "x86-64"), ("x86_64", False, "", "root"), ("x86_64", True, None, "容器")],
)
def test_where_it_cannot_be_made_one_sentence_says_why(
    machine: str, root: bool, namespaces: str | None, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_wine.sys, "platform", "linux")
    monkeypatch.setattr(_wine.platform, "machine", lambda: machine)
    monkeypatch.setattr(_wine.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(_debian, "is_root", lambda: root)
    monkeypatch.setattr(_wine, "answer", lambda _: namespaces)
    reason = _wine.why_not()
    assert reason is not None
    assert word in reason[0]


@pytest.mark.parametrize(
    ("listing", "found"),
    [
        ("https://deb.nodesource.com/node_20.x/\nhttp://mirror.example/debian/\n", "http://mirror.example/debian"),
        ("http://archive.ubuntu.com/ubuntu/\n", _wine.ARCHIVE),
        (None, _wine.ARCHIVE),
    ],
)
def test_the_mirror_of_this_debian_is_taken(listing: str | None, found: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_wine, "answer", lambda _: listing)
    assert _wine.mirror() == found


def test_nothing_is_deleted_through_a_mount(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "店 铺" / "system"
    (place / "src").mkdir(parents=True)
    (place / "src" / "precious").touch()
    point = str(place / "src").replace(" ", r"\040")
    row = f"1 2 0:3 / {point} rw - ext4 /dev/vda rw\n"
    read = Path.read_text
    monkeypatch.setattr(
        Path, "read_text", lambda self, *a: row if str(self) == "/proc/self/mountinfo" else read(self, *a)
    )
    with pytest.raises(SetupError, match="卸载"):
        _wine._remove(place)
    assert (place / "src" / "precious").exists()
    row = "1 2 0:3 / /elsewhere rw - ext4 /dev/vda rw\n"
    _wine._remove(place)
    assert not place.exists()


def test_the_python_for_wine_is_like_an_installed_one(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in ("cp312/python.exe", "cp313/python.exe", "cp313/_wmi.pyd", "cp313/python313._pth"):
            archive.writestr(name, name)
    package = tmp_path / "package.tar.gz"
    with tarfile.open(package, "w:gz") as outer:
        member = tarfile.TarInfo("package-3.13.0/src/package/data.zip")
        member.size = len(data.getvalue())
        outer.addfile(member, io.BytesIO(data.getvalue()))
    _wine._unpack(package, tmp_path)
    assert {path.name for path in (_wine.system(tmp_path) / "python").iterdir()} == {"python.exe"}
    assert {path.name for path in _wine.original_python(tmp_path).iterdir()} == {
        "python.exe",
        "_wmi.pyd",
        "python313._pth",
    }


def test_the_tests_under_wine_have_a_network_of_their_own_and_the_app_on_a_display_has_not() -> None:
    words = list(map(str, _wine.tests(ROOT, Path("python"), ["-x"])))
    assert words.index("--net") < words.index("--") < words.index("--private")
    assert words[-1] == "-x"
    shown = list(map(str, _wine.inside(ROOT, ["true"], private=False)))
    assert not {"--net", "--private", "--pristine"} & set(shown)
    assert {"--mount", "--kill-child", "--pid"} <= set(shown)


def test_mounts_are_made_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    became: list[Any] = []
    system = tmp_path / "system"
    for name in ("pristine", "prefix", "tmp"):
        (system / name).mkdir(parents=True)
    monkeypatch.setattr(_mounted, "_mount", lambda *words: made.append(" ".join(map(str, words))))
    monkeypatch.setattr(_mounted, "SCREENS", tmp_path / ".X11-unix")
    monkeypatch.setattr(_mounted.os, "execvp", lambda name, words: became.append((name, words)))
    _mounted.main(["--pristine", str(tmp_path), str(system), "wine", "--version"])
    assert became == [("wine", ["wine", "--version"])]
    assert made.index(f"--bind {tmp_path} {system}/src") < made.index(f"--options remount,bind,ro {system}/src")
    assert f"--bind {system}/pristine {system}/prefix" in made
