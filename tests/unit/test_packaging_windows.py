"""The Windows program: what its launchers carry, the source of its installer, its wheels."""

from __future__ import annotations

import argparse
import re
import shutil
import struct
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

import _build
import _windows_texts
import _wxs
from _console import SetupError

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "packaging" / "windows"
ICONS = ROOT / "resources" / "icons"
SETTINGS = "{http://schemas.microsoft.com/SMI/20%s/WindowsSettings}%s"
WIX = "{http://schemas.microsoft.com/wix/2006/wi}"
COMPILER = "x86_64-w64-mingw32-gcc"
FILES = ["Xiaoer.exe", "bin/xiaoer.exe", "lib/assistant/core/model.pyc", "lib/a & b/名字.txt"]


@pytest.mark.parametrize(
    ("version", "numbers"), [("0.1.0", (0, 1, 0, 0)), ("2", (2, 0, 0, 0)), ("1.2.3.65535", (1, 2, 3, 65535))]
)
def test_a_version_becomes_four_numbers(version: str, numbers: tuple[int, ...]) -> None:
    assert _windows_texts.numbers(version) == numbers


@pytest.mark.parametrize("version", ["", "1.2.3.4.5", "1.65536", "1.-1", "1.0rc1"])
def test_other_versions_are_refused(version: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        _windows_texts.numbers(version)


def test_the_version_script_names_program_and_version() -> None:
    text = _windows_texts.version_script("1.2.3", "xiaoer.exe")
    assert "FILEVERSION 1,2,3,0" in text
    assert 'VALUE "ProductVersion", "1.2.3"' in text
    assert 'VALUE "OriginalFilename", "xiaoer.exe"' in text
    assert 'VALUE "FileDescription", "小二快答"' in text
    assert "{" not in text


def test_the_manifest_asks_for_no_rights_for_sharp_text_and_for_utf_8() -> None:
    text = _windows_texts.manifest((HERE / "xiaoer.manifest").read_text("utf-8"), "1.2.3")
    tree = ElementTree.fromstring(text)
    (level,) = tree.iter("{urn:schemas-microsoft-com:asm.v3}requestedExecutionLevel")
    assert level.attrib == {"level": "asInvoker", "uiAccess": "false"}
    assert tree.findtext(f".//{SETTINGS % (16, 'dpiAwareness')}") == "PerMonitorV2, PerMonitor"
    assert tree.findtext(f".//{SETTINGS % (19, 'activeCodePage')}") == "UTF-8"
    assert next(tree.iter("{urn:schemas-microsoft-com:asm.v1}assemblyIdentity")).attrib["version"] == "1.2.3.0"


def test_the_icon_holds_every_picture_as_it_is(tmp_path: Path) -> None:
    pictures = [ICONS / f"xiaoer-{size}.png" for size in _windows_texts.SIZES]
    data = _windows_texts.icon(pictures)
    assert struct.unpack_from("<HHH", data) == (0, 1, len(pictures))
    for index, (size, path) in enumerate(zip(_windows_texts.SIZES, pictures, strict=True)):
        width, height, *_, length, at = struct.unpack_from("<BBBBHHII", data, 6 + 16 * index)
        assert (width or 256, height or 256) == (size, size)
        assert data[at : at + length] == path.read_bytes()
    odd = tmp_path / "odd.png"
    odd.write_bytes(b"GIF89a" + bytes(30))
    with pytest.raises(ValueError, match=r"odd\.png"):
        _windows_texts.icon([odd])


def installer() -> ElementTree.Element:
    return ElementTree.fromstring(_wxs.source("1.2.3", FILES, "Xiaoer", "xiaoer.ico", "c"))


def test_the_installer_brings_every_file_to_its_place() -> None:
    places: dict[str, str] = {}

    def walk(node: ElementTree.Element, place: str) -> None:
        for child in node:
            inner = f"{place}/{child.get('Name')}" if child.tag == f"{WIX}Directory" else place
            if child.tag == f"{WIX}File":
                places[f"{place}/{child.get('Name')}"] = str(child.get("Source"))
            walk(child, inner)

    (folder,) = (one for one in installer().iter(f"{WIX}Directory") if one.get("Id") == "INSTALLDIR")
    walk(folder, "")
    assert places == {f"/{name}": f"Xiaoer/{name}" for name in FILES}


def test_the_installer_needs_no_administrator_and_takes_everything_away_again() -> None:
    tree = installer()
    (package,) = tree.iter(f"{WIX}Package")
    assert package.get("InstallScope") == "perUser"
    assert {one.get("Root") for one in tree.iter(f"{WIX}RegistryValue")} == {"HKCU"}
    components = [one for one in tree.iter(f"{WIX}Component") if one.get("Id") != "menu"]
    assert all(one.find(f"{WIX}RemoveFolder") is not None for one in components)
    assert {str(one.get("Id")) for one in tree.iter(f"{WIX}Component")} == {
        str(one.get("Id")) for one in tree.iter(f"{WIX}ComponentRef")
    }


def test_a_new_version_replaces_the_old_and_identities_stay() -> None:
    texts = [_wxs.source(v, FILES, "Xiaoer", "x.ico", "c") for v in "12"]
    old, new = (ElementTree.fromstring(text).find(f"{WIX}Product") for text in texts)
    assert old is not None
    assert new is not None
    assert old.get("UpgradeCode") == new.get("UpgradeCode") == "FD1D0838-57CF-574C-B039-CB526585B1B0"
    assert old.get("Id") != new.get("Id")
    assert [one.get("Guid") for one in old.iter(f"{WIX}Component")] == [
        one.get("Guid") for one in new.iter(f"{WIX}Component")
    ]


def test_another_build_of_a_version_replaces_the_one_before_and_an_older_version_is_refused() -> None:
    old, new = (_wxs.source("1.2", FILES, "Xiaoer", "x.ico", content) for content in "ab")
    assert re.findall(r'<Product Id="(.+?)"', old) != re.findall(r'<Product Id="(.+?)"', new)
    older, newer = ElementTree.fromstring(new).iter(f"{WIX}UpgradeVersion")
    assert (older.get("Maximum"), older.get("IncludeMaximum"), older.get("OnlyDetect")) == ("1.2", "yes", None)
    assert "'1.2', 768, 'OLDER'" in _wxs.replaced("1.2")[1]  # 256: with the first, 512: with the last
    assert (newer.get("Minimum"), newer.get("IncludeMinimum"), newer.get("OnlyDetect")) == ("1.2", "no", "yes")


def test_the_start_with_the_session_goes_with_the_program_but_not_with_an_older_version() -> None:
    tree = installer()
    (action,) = (one for one in tree.iter(f"{WIX}CustomAction") if one.get("Id") == "forget")
    (program,) = (one for one in tree.iter(f"{WIX}File") if one.get("Name") == "Xiaoer.exe")
    assert action.get("FileKey") == program.get("Id")
    (when,) = (one for one in tree.iter(f"{WIX}Custom") if one.get("Action") == "forget")
    assert when.text == 'REMOVE="ALL" AND NOT UPGRADINGPRODUCTCODE'
    launcher = (HERE / "launcher.c").read_text("utf-8")
    assert f'L"{action.get("ExeCommand")}"' in launcher
    app = (ROOT / "assistant" / "desktop" / "win32" / "autostart.py").read_text("utf-8")
    assert '_NAME = "Xiaoer"' in app
    assert 'path, L"Xiaoer")' in launcher


def test_the_shortcut_and_the_program_are_one_on_the_task_bar() -> None:
    names, kinds, _, row = (line.split("\t") for line in _wxs.shortcut_property().splitlines())
    assert len(names) == len(kinds) == len(row)
    values = dict(zip(names, row, strict=True))
    assert values["Shortcut_"] in {one.get("Id") for one in installer().iter(f"{WIX}Shortcut")}
    program = (ROOT / "assistant" / "process.py").read_text("utf-8")  # read: importing it needs Qt
    assert values["PropertyKey"] == "System.AppUserModel.ID"
    assert f'NAME_ON_THE_TASK_BAR = "{values["PropVariantValue"]}"' in program


def test_the_source_is_ascii_but_for_names_of_files_and_the_words_come_later() -> None:
    assert _wxs.source("1", ["a.txt"], "Xiaoer", "x.ico", "c").isascii()
    for query in _wxs.chinese():
        assert re.fullmatch(r"UPDATE `\w+` SET `\w+` = '[^']+' WHERE `\w+` = '[^']+'", query)
        query.encode(f"cp{_wxs.CODE_PAGE}")


def test_the_launcher_compiles_without_a_warning_with_and_without_a_console(tmp_path: Path) -> None:
    if shutil.which(COMPILER) is None:
        pytest.skip("needs mingw-w64: sudo apt-get install -y --no-install-recommends gcc-mingw-w64-x86-64")
    for name, options in (("a.exe", ["-mwindows"]), ("b.exe", ["-mconsole", "-DCONSOLE"])):
        words = [COMPILER, "-municode", "-Wall", "-Wextra", "-Werror", *options, '-DPYTHON_DLL=L"python313.dll"']
        done = subprocess.run([*words, "-o", tmp_path / name, HERE / "launcher.c"], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
        data = (tmp_path / name).read_bytes()
        at = struct.unpack_from("<I", data, 0x3C)[0]
        assert struct.unpack_from("<H", data, at + 24 + 68)[0] == (3 if "-DCONSOLE" in options else 2)  # the subsystem


def test_bytecode_takes_the_place_of_sources_and_knows_no_folder_of_the_build(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "one.py").write_text("def where():\n    return where.__code__.co_filename\n", "utf-8")
    subprocess.run([sys.executable, HERE / "compile.py", tmp_path], check=True)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["one.pyc"]
    line = "import sys; sys.path.insert(0, sys.argv[1]); import inner.one; print(inner.one.where())"
    done = subprocess.run([sys.executable, "-c", line, tmp_path], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "inner/one.py"


class TestWheels:
    """Chosen by the markers of the other system, unpacked without what goes elsewhere."""

    @pytest.fixture(autouse=True)
    def _pip(self) -> None:
        pytest.importorskip("pip", reason="the virtual environment holds pip: python3 packaging/dev.py test")

    def test_markers_are_those_of_the_other_system(self, tmp_path: Path) -> None:
        import _wheels

        lock = tmp_path / "lock"
        lock.write_text(
            "# a remark\n"
            "one==1 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n"
            "two==2 ; sys_platform == 'win32' \\\n    --hash=sha256:cc\n"
            "three==3 ; python_full_version < '3.12' \\\n    --hash=sha256:dd\n",
            "utf-8",
        )
        windows = _wheels.Target("3.13", "win32", "AMD64", ("win_amd64",))
        linux = _wheels.Target("3.11", "linux", "x86_64", ("manylinux_2_28_x86_64",))
        one = "one==1 --hash=sha256:aa --hash=sha256:bb"
        assert _wheels.pins(lock, windows) == [one, "two==2 --hash=sha256:cc"]
        assert _wheels.pins(lock, linux) == [one, "three==3 --hash=sha256:dd"]

    def test_a_wheel_is_laid_out_and_its_programs_are_not(self, tmp_path: Path) -> None:
        import _wheels

        wheel = tmp_path / "one.whl"
        with zipfile.ZipFile(wheel, "w") as archive:
            for name in ("one/a.py", "one/b.pyi", "one-1.data/scripts/one", "one-1.data/purelib/two.py"):
                archive.writestr(name, name)
        _wheels.unpack(wheel, tmp_path / "lib", lambda name: not name.endswith(".pyi"))
        files = (tmp_path / "lib").rglob("*")
        assert sorted(p.relative_to(tmp_path / "lib").as_posix() for p in files if p.is_file()) == [
            "one/a.py",
            "two.py",
        ]

    def test_no_file_leaves_the_folder(self, tmp_path: Path) -> None:
        import _wheels

        wheel = tmp_path / "one.whl"
        with zipfile.ZipFile(wheel, "w") as archive:
            archive.writestr("../out.py", "")
        with pytest.raises(SetupError):
            _wheels.unpack(wheel, tmp_path / "lib")
        assert not (tmp_path / "out.py").exists()


def test_what_is_only_bytecode_is_gathered_and_can_be_imported(tmp_path: Path) -> None:
    pytest.importorskip("pip", reason="the virtual environment holds pip: python3 packaging/dev.py test")
    import _windows_build

    for name, text in (("pure/__init__.py", "HERE = 1"), ("mixed/__init__.py", "HERE = 2"), ("mixed/data.dat", "")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    subprocess.run([sys.executable, HERE / "compile.py", tmp_path], check=True)
    _windows_build.gather(tmp_path)
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()) == [
        "mixed/__init__.pyc",
        "mixed/data.dat",
        "pure.zip",
    ]
    line = "import sys; sys.path[:0] = sys.argv[1:]; import pure, mixed; print(pure.HERE, mixed.HERE)"
    words = [sys.executable, "-c", line, tmp_path / "pure.zip", tmp_path]
    assert subprocess.run(words, capture_output=True, text=True, check=True).stdout == "1 2\n"


def test_build_asks_which_one_and_starts_its_script_in_the_virtual_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    calls: list[list[str]] = []

    def call(words: list[str | Path], **_: object) -> int:
        calls.append([str(word) for word in words])
        return 3 if "_windows_build.py" in calls[-1][1] else 0

    monkeypatch.setattr(_build, "call", call)
    monkeypatch.setattr(_build._venv, "ensure", lambda root, group: Path("python"))
    parser = argparse.ArgumentParser()
    _build.arguments(parser)
    with pytest.raises(SetupError):
        _build.run(tmp_path, parser.parse_args([]))
    assert _build.run(tmp_path, parser.parse_args(["--windows"])) == 3
    assert _build.run(tmp_path, parser.parse_args(["--deb", "--check"])) == 0
    here = tmp_path / "packaging"
    assert calls == [["python", f"{here / '_windows_build.py'}"], ["python", f"{here / '_deb.py'}", "--check"]]
    assert all((ROOT / "packaging" / script).is_file() for script in _build.SCRIPTS.values())
