"""The .deb: what it holds, what it depends on, and what its parts say to desktops and to dpkg."""

from __future__ import annotations

import configparser
import contextlib
import struct
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

import _elf

pytest.importorskip("pip", reason="the locked test dependencies hold it: python3 packaging/dev.py test")

import _deb
import _deb_check
import _deb_tree
import _debian
import _payload
from _console import SetupError
from assistant import __version__

ROOT = Path(__file__).resolve().parents[2]
OWN = ROOT / "packaging/debian"


def elf(*libraries: str, loaded_at: int = 0x400000) -> bytes:
    """The smallest file that asks for ``libraries``: a header, two segments, the dynamic entries and their strings."""
    strings = b"\0" + b"".join(name.encode() + b"\0" for name in libraries)
    places = [1 + sum(len(name.encode()) + 1 for name in libraries[:n]) for n in range(len(libraries))]
    head, segment, entry = 64, 56, 16
    dynamic = head + 2 * segment
    text = dynamic + entry * (len(libraries) + 2)
    end = text + len(strings)
    data = b"\x7fELF\x02\x01".ljust(16, b"\0") + struct.pack(
        "<HHIQQQIHHHHHH", 3, 62, 1, 0, head, 0, 0, 64, 56, 2, 0, 0, 0
    )
    data += struct.pack("<II6Q", 1, 4, 0, loaded_at, 0, end, end, 4096)
    data += struct.pack("<II6Q", 2, 4, dynamic, loaded_at + dynamic, 0, text - dynamic, text - dynamic, 8)
    entries = [*((1, place) for place in places), (5, loaded_at + text), (0, 0)]
    return data + b"".join(struct.pack("<qQ", *one) for one in entries) + strings


@given(st.lists(st.text(st.characters(blacklist_characters="\0", codec="utf-8"), min_size=1), max_size=5))
def test_the_libraries_of_a_file_are_read(libraries: list[str]) -> None:
    assert _elf.needed(elf(*libraries)) == libraries


@given(st.data())
def test_a_damaged_file_is_a_value_error(data: st.DataObject) -> None:
    whole = elf("libc.so.6", "libm.so.6")
    damaged = bytearray(whole[: data.draw(st.integers(0, len(whole)))])
    for _ in range(data.draw(st.integers(0, 4))):
        if damaged:
            damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(ValueError):
        assert all(isinstance(name, str) for name in _elf.needed(bytes(damaged)))


@pytest.mark.skipif(sys.platform != "linux", reason="looks at the running interpreter, an ELF file on Linux alone")
def test_a_real_file_asks_for_the_c_library() -> None:
    assert "libc.so.6" in _elf.needed(Path(sys.executable).resolve().read_bytes())


def site_with(tmp_path: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_dependencies_are_what_the_files_ask_for_and_do_not_bring(tmp_path: Path) -> None:
    site = site_with(
        tmp_path,
        {
            "PySide6/QtCore.abi3.so": elf("libQt6Core.so.6", "libc.so.6"),
            "PySide6/Qt/lib/libQt6Core.so.6": elf("libz.so.1", "libglib-2.0.so.0"),
            "PySide6/Qt/plugins/platformthemes/libqgtk3.so": elf("libgtk-3.so.0"),
            "notes.txt": b"",
        },
    )
    found = _deb_tree.dependencies(site, OWN / "libraries.toml")
    assert {"libc6 (>= 2.28)", "zlib1g", "libglib2.0-0t64 | libglib2.0-0", "fonts-noto-cjk"} <= set(found)
    assert {"python3 (>= 3.11)", "python3 (<< 3.14)"} <= set(found)
    assert not [name for name in found if "gtk" in name or "Qt" in name]


def test_a_library_of_no_known_package_stops_the_build(tmp_path: Path) -> None:
    site = site_with(tmp_path, {"a.so": elf("libnew.so.1")})
    with pytest.raises(SetupError, match=r"libnew\.so\.1"):
        _deb_tree.dependencies(site, OWN / "libraries.toml")


def test_the_table_names_what_our_python_brings_from_the_system() -> None:
    """The wheels that the tests themselves run with: each library is theirs or in the table."""
    site = Path(sysconfig.get_path("platlib"))
    if not (site / "PySide6/Qt/lib/libQt6Core.so.6").exists():
        pytest.skip("the wheels for Linux are not here")
    kept = [p for p in site.glob("PySide6/**/*.so*") if _payload.keeps("linux", p.relative_to(site).as_posix())]
    inside = {path.name for path in site.glob("*/**/*.so*")}
    wanted = {name for p in kept if p.name != "libqgtk3.so" for name in _elf.needed(p.read_bytes())} - inside
    table = (OWN / "libraries.toml").read_text("utf-8")
    assert len(wanted) > 20
    assert [name for name in sorted(wanted) if f'"{name}"' not in table] == []


def test_the_changelog_tells_version_and_date() -> None:
    text = (OWN / "changelog").read_text("utf-8")
    version, date = _deb_tree.version_and_date(text)
    assert version == __version__
    assert date.endswith("+0000")
    with pytest.raises(SetupError):
        _deb_tree.version_and_date("nothing\n")


def test_another_version_than_the_changelog_stops_the_build() -> None:
    _deb._same_version(ROOT, __version__)
    with pytest.raises(SetupError, match="changelog"):
        _deb._same_version(ROOT, f"{__version__}.9")


def wheel(folder: Path, name: str, files: dict[str, str]) -> Path:
    path = folder / f"{name}-1.0-py3-none-any.whl"
    about = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\nLicense-Expression: MIT\n"
    with zipfile.ZipFile(path, "w") as archive:
        for inner, text in {**files, f"{name}-1.0.dist-info/METADATA": about}.items():
            archive.writestr(inner, text)
    return path


def test_the_tree(tmp_path: Path) -> None:
    wheels = [
        wheel(tmp_path, "one", {"one/__init__.py": "", "one-1.0.dist-info/licenses/LICENSE": "terms"}),
        wheel(tmp_path, "two", {"two.py": "", "two-1.0.dist-info/RECORD": "not kept"}),
    ]
    tree = tmp_path / "tree"
    tree.mkdir()
    _deb_tree.lay_out(ROOT, wheels, tree)
    site = tree / "usr/lib/xiaoer/site"
    assert (site / "one/__init__.py").is_file()
    assert (site / "two.py").is_file()
    assert (site / "assistant/app.py").is_file()
    assert (site / "resources/targets.toml").is_file()
    assert not list(tree.rglob("RECORD"))
    assert not list(tree.rglob("__pycache__"))
    assert (tree / "usr/share/doc/xiaoer/licences/one/LICENSE").read_text() == "terms"
    assert not (site / "one-1.0.dist-info/licenses").exists()
    told = (tree / "usr/share/doc/xiaoer/copyright").read_text("utf-8")
    assert " one 1.0: MIT" in told
    assert "Permission is hereby granted" in told
    for size in (16, 48, 256):
        assert (tree / f"usr/share/icons/hicolor/{size}x{size}/apps/xiaoer.png").is_file()
    sums = (tree / "DEBIAN/md5sums").read_text().splitlines()
    files = {p.relative_to(tree).as_posix() for p in tree.rglob("*") if p.is_file()}
    assert {row[34:] for row in sums} == {name for name in files if not name.startswith("DEBIAN/")}
    programs = {name for name in files if (tree / name).stat().st_mode & 0o111}
    assert programs == _deb_tree._PROGRAMS
    control = (tree / "DEBIAN/control").read_text("utf-8")
    assert f"Version: {__version__}\n" in control
    assert "Depends: fontconfig, fonts-noto-cjk, " in control


def test_two_wheels_that_disagree_stop_the_build(tmp_path: Path) -> None:
    wheels = [wheel(tmp_path, "one", {"shared.py": "1"}), wheel(tmp_path, "two", {"shared.py": "2"})]
    (tmp_path / "tree").mkdir()
    with pytest.raises(SetupError, match=r"shared\.py"):
        _deb_tree.lay_out(ROOT, wheels, tmp_path / "tree")


def test_the_desktop_entry() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment]
    entry.read(OWN / "xiaoer.desktop", "utf-8")
    main = entry["Desktop Entry"]
    assert main["Name"] == "小二快答"
    assert main["Exec"] == "/usr/bin/xiaoer tray"
    assert main["StartupWMClass"] == main["Icon"] == "xiaoer"
    actions = [name for name in main["Actions"].split(";") if name]
    assert entry.sections()[1:] == [f"Desktop Action {name}" for name in actions]
    source = (ROOT / "assistant/app.py").read_text("utf-8")
    assert 'setDesktopFileName("xiaoer")' in source


def test_the_newest_release_is_told_to_software_centres() -> None:
    tree = ElementTree.parse(OWN / "xiaoer.metainfo.xml")
    release = tree.find("releases/release")
    assert release is not None
    assert release.get("version") == __version__
    assert tree.findtext("launchable") == "xiaoer.desktop"


@pytest.mark.skipif(sys.platform != "linux", reason="there is no sh of Debian's kind")
@pytest.mark.parametrize("name", ["postinst", "prerm", "rtupdate"])
def test_the_scripts_of_the_package_are_read_by_sh(name: str) -> None:
    subprocess.run(["sh", "-n", OWN / name], check=True)


def test_the_command_is_alone_with_its_libraries(tmp_path: Path) -> None:
    """The start as installed, with another place for the libraries: it follows no PYTHON… variable, nor hands one on."""
    site = tmp_path / "site"
    (site / "assistant").mkdir(parents=True)
    (site / "assistant/__init__.py").touch()
    report = "def main():\n    print(os.environ.get('XIAOER_LAUNCHER'), sorted(k for k in os.environ if k.startswith('PYTHON')), sys.path[0])\n"
    (site / "assistant/__main__.py").write_text("import os, sys\n" + report)
    text = (OWN / "xiaoer_command.py").read_text("utf-8")
    first, rest = text.split("\n", 1)
    assert first == "#!/usr/bin/python3 -IS"
    command = tmp_path / "xiaoer"
    command.write_text(rest.replace("/usr/lib/xiaoer/site", str(site)))
    trap = tmp_path / "trap/assistant"
    trap.mkdir(parents=True)
    (trap / "__init__.py").write_text("raise SystemExit('trapped')")
    done = subprocess.run(
        [sys.executable, "-IS", command],
        env={"PYTHONPATH": str(tmp_path / "trap"), "PYTHONSTARTUP": "x"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout == f"/usr/bin/xiaoer [] {site}\n"


def test_the_check_says_that_it_needs_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_debian, "is_root", lambda: False)
    with pytest.raises(SetupError, match="root"):
        _deb_check.run(ROOT, tmp_path / "xiaoer.deb", ["bookworm"])


def test_a_failed_build_leaves_the_last_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    last = tmp_path / f"xiaoer_{__version__}_amd64.deb"
    last.write_bytes(b"last")
    monkeypatch.setattr(_deb, "_fetch", lambda _: [])
    monkeypatch.setattr(_deb.shutil, "which", lambda _: "/usr/bin/dpkg-deb")
    monkeypatch.setattr(_deb, "call", lambda *_, **__: 1)
    with pytest.raises(SetupError, match="dpkg-deb"):
        _deb.build(ROOT, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [last.name]
    assert last.read_bytes() == b"last"
