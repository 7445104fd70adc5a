"""One part of the shell in a process of its own, telling what it hears line by line: ``toast``, ``tray`` or ``record``;
``watcher`` is the desktop's side of a StatusNotifier tray.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import ClassInfo, Property, QEvent, QObject, Slot
from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusConnection
from PySide6.QtWidgets import QApplication

from assistant.ui import theme as themes
from assistant.ui.hotkey_edit import HotkeyEdit
from assistant.ui.toast import Toast
from assistant.ui.tray import Tray

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"


def tell(*words: object) -> None:
    print(*words, flush=True)


def toast() -> list[QObject]:
    made = Toast("light")
    for sentence in ("第一句。", "第二句。"):
        made.say(sentence, 600)
    for bubble in made._shown:
        bubble.gone.connect(lambda gone: tell("gone", gone.sentence))
        centre = bubble.geometry().center()
        tell("at", centre.x(), centre.y())
    return [made]


def tray() -> list[QObject]:
    made = Tray(ICONS)
    made.opened.connect(lambda: tell("opened"))
    made.missing.connect(lambda sentence: tell("missing", sentence))
    made.show()
    tell("available", made.available())
    return [made]


class Field(HotkeyEdit):
    """Says when it really has the keyboard."""

    def focusInEvent(self, event: QEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.record()
        tell("recording")


def record() -> list[QObject]:
    made = Field(themes.light())
    made.recorded.connect(lambda combo: (tell("recorded", combo), made.record()))
    made.resize(400, 44)
    made.setWindowTitle("field")
    made.show()
    made.activateWindow()
    return [made]


@ClassInfo({"D-Bus Interface": "org.kde.StatusNotifierWatcher"})
class Watcher(QDBusAbstractAdaptor):
    """As much of the protocol as an icon asks for."""

    @Slot(str)
    def RegisterStatusNotifierItem(self, service: str) -> None:  # noqa: N802  # the protocol's name
        tell("item", service)

    def _host(self) -> bool:
        return True

    IsStatusNotifierHostRegistered = Property(bool, _host)


def watcher() -> list[QObject]:
    made = QObject()
    bus = QDBusConnection.sessionBus()
    adaptor = Watcher(made)
    bus.registerObject("/StatusNotifierWatcher", made)
    tell("watching", bus.registerService("org.kde.StatusNotifierWatcher"))
    return [made, adaptor]


def main() -> int:
    application = QApplication(["xiaoer"])
    application.setQuitOnLastWindowClosed(False)
    kept = {"toast": toast, "tray": tray, "record": record, "watcher": watcher}[sys.argv[1]]()
    return application.exec() if kept else 1


if __name__ == "__main__":
    raise SystemExit(main())
