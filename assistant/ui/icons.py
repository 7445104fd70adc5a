"""The program's face, in every size that panels ask for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QIcon

SIZES = (16, 20, 22, 24, 32, 48, 64, 128, 256)


def app_icon(folder: Path) -> QIcon:
    """The icon of the program and of its windows."""
    return _icon(folder, "xiaoer")


def paused_icon(folder: Path) -> QIcon:
    """The same without colour: the hotkey is given up for now."""
    return _icon(folder, "xiaoer-paused")


def _icon(folder: Path, name: str) -> QIcon:
    icon = QIcon()
    for size in SIZES:
        icon.addFile(str(folder / f"{name}-{size}.png"))
    return icon
