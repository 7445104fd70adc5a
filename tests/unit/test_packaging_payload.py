"""What of the wheels goes into the built programs."""

from __future__ import annotations

import ast
from pathlib import Path, PurePosixPath

import pytest

import _payload

ROOT = Path(__file__).resolve().parents[2]
LINUX_ONLY = {"QtDBus"}


def qt_modules_of_the_sources() -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "assistant").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6."):
                found.add((node.module or "").split(".")[1])
            elif isinstance(node, ast.Import):
                found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("PySide6.")}
    return found


@pytest.mark.parametrize(("system", "left_out"), [("win32", LINUX_ONLY), ("linux", set())])
def test_every_qt_module_that_the_sources_import_is_carried(system: str, left_out: set[str]) -> None:
    assert set(_payload.MODULES[system]) == qt_modules_of_the_sources() - left_out


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/__init__.py",
        "PySide6/QtWidgets.pyd",
        "PySide6/Qt6Widgets.dll",
        "PySide6/msvcp140_2.dll",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/translations/qtbase_zh_TW.qm",
        "shiboken6/Shiboken.pyd",
        "shiboken6/shiboken6.abi3.dll",
        "keyring/backend.py",
        "keyring-25.7.0.dist-info/entry_points.txt",
        "keyring-25.7.0.dist-info/METADATA",
        "keyring-25.7.0.dist-info/licenses/LICENSE",
        "babel/global.dat",
        "babel/locale-data/zh_Hans_CN.dat",
        "babel/locale-data/root.dat",
        "cryptography/hazmat/bindings/_rust.pyd",
    ],
)
def test_what_the_windows_program_needs_is_kept(name: str) -> None:
    assert _payload.keeps("win32", name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt6Quick.dll",
        "PySide6/QtQuick.pyd",
        "PySide6/opengl32sw.dll",
        "PySide6/designer.exe",
        "PySide6/QtWidgets.pyi",
        "PySide6/qml/QtQuick/qmldir",
        "PySide6/plugins/sqldrivers/qsqlite.dll",
        "PySide6/translations/designer_zh_CN.qm",
        "shiboken6/shiboken6.abi3.lib",
        "babel/locale-data/zu.dat",
        "keyring-25.7.0.dist-info/RECORD",
        "importlib_resources/tests/test_files.py",
    ],
)
def test_what_nobody_uses_is_left_out(name: str) -> None:
    assert not _payload.keeps("win32", name)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("PySide6/QtDBus.abi3.so", True),
        ("PySide6/QtQuick.abi3.so", False),
        ("PySide6/libpyside6.abi3.so.6.8", True),
        ("PySide6/libpyside6qml.abi3.so.6.8", False),
        ("PySide6/Qt/lib/libQt6XcbQpa.so.6", True),
        ("PySide6/Qt/lib/libQt6QuickTest.so.6", False),
        ("PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", True),
        ("PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so", False),
    ],
)
def test_the_linux_program(name: str, *, kept: bool) -> None:
    assert _payload.keeps("linux", name) is kept


def test_our_own_files_are_all_there_and_nothing_that_was_only_compiled() -> None:
    ours = _payload.of_ours(ROOT)
    assert {"assistant/__main__.py", "resources/targets.toml", "resources/icons/xiaoer.svg"} <= ours.keys()
    assert not [name for name in ours if "__pycache__" in PurePosixPath(name).parts or name.endswith(".pyc")]
    assert all(path == ROOT / name for name, path in ours.items())


@pytest.mark.parametrize(
    ("name", "licence"),
    [
        ("six-1.17.0.dist-info/LICENSE", True),
        ("pynput-1.8.2.dist-info/licenses/COPYING.LGPL", True),
        ("six-1.17.0.dist-info/METADATA", False),
        ("liquid/LICENSE.py", False),
    ],
)
def test_licences_are_told_from_the_rest(name: str, *, licence: bool) -> None:
    assert _payload.is_licence(name) is licence
