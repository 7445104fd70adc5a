"""Import every module of the built program and start Qt without a screen. Run by the program's own Python."""

import importlib
import pkgutil
import sys

from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QApplication, QStyleFactory

import assistant

OTHERS = ("assistant.desktop.x11", "assistant.desktop.macos", "assistant.desktop.wayland", "assistant.__main__")


def main() -> None:
    """Raise for whatever is missing."""
    if "site" in sys.modules or not sys.flags.isolated:
        raise AssertionError(sys.flags)  # the ._pth file is not read
    names = [one.name for one in pkgutil.walk_packages(assistant.__path__, "assistant.", onerror=lambda _: None)]
    for name in names:
        if not name.startswith(OTHERS):
            importlib.import_module(name)
    QApplication(["check", "-platform", "offscreen"])
    formats = {bytes(one.data()).decode() for one in QImageReader.supportedImageFormats()}
    lacking = {"png", "jpg", "gif", "ico"} - formats
    if lacking or not QStyleFactory.keys():
        raise AssertionError(lacking)


if __name__ == "__main__":
    main()
