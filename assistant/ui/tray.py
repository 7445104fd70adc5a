"""The icon in the panel and its menu.

Some panels come up after us, at the start of a session. One of the two kinds of tray in use on Linux, the
StatusNotifier of KDE, GNOME's extension and most panels, is looked for by Qt only once, when the first icon is made;
so where that service is not there yet, the icon waits for it for a moment. The other kind, XEmbed, Qt notices by
itself.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSignalBlocker, QTimer, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from assistant.ui import theme as themes
from assistant.ui.icons import app_icon, paused_icon

if sys.platform == "linux":
    from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher

_WATCHER = "org.kde.StatusNotifierWatcher"
_GRACE = 5_000  # ms that a panel may come later than we do
_CLICKS = (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick)


class Tray(QObject):
    """What can be reached with the mouse from everywhere. Call :meth:`show` once."""

    opened = Signal()
    library_asked = Signal()
    orders_asked = Signal()
    pause_toggled = Signal(bool)
    settings_asked = Signal()
    practice_asked = Signal()
    quit_asked = Signal()
    missing = Signal(str)  # a sentence, once: this desktop has no place for the icon

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = app_icon(folder), paused_icon(folder)
        self._hotkey = ""
        self._menu = QMenu()
        self._menu.setFont(themes.font(13))
        self._open = self._action(self.opened)
        self._menu.addSeparator()
        self._library = self._action(self.library_asked)
        self._orders = self._action(self.orders_asked)
        self._practice = self._action(self.practice_asked)
        self._settings = self._action(self.settings_asked)
        self._menu.addSeparator()
        self._pause = QAction(self._menu, checkable=True)
        self._pause.toggled.connect(self._toggled)
        self._menu.addAction(self._pause)
        self._menu.addSeparator()
        self._quit = self._action(self.quit_asked)
        self._menu.setDefaultAction(self._open)
        self._icon: QSystemTrayIcon | None = None
        self.retranslate()
        self._grace = QTimer(self, singleShot=True, interval=_GRACE)
        self._grace.timeout.connect(self._give_up)
        self._watcher: QObject | None = None

    def show(self) -> None:
        """Show the icon, now or when the panel is there."""
        if self._comes_later():
            self._grace.start()
            return
        self._make()
        if not self.available():
            self._grace.start()

    def _comes_later(self) -> bool:
        """Whether the panel of this desktop is still to come; the icon is made when it is there."""
        if sys.platform == "linux":
            bus = QDBusConnection.sessionBus()
            if bus.isConnected() and not _registered(bus):
                self._watcher = watcher = QDBusServiceWatcher(_WATCHER, bus, parent=self)
                watcher.serviceRegistered.connect(self._make)
                return True
        return False

    def available(self) -> bool:
        """Whether the icon can be seen now."""
        return self._icon is not None and QSystemTrayIcon.isSystemTrayAvailable()

    def set_hotkey_label(self, label: str) -> None:
        """Show the hotkey in menu and tool tip; empty when there is none."""
        self._hotkey = label
        self._name()

    def set_paused(self, paused: bool) -> None:
        """Show that the hotkey is given up for now, or in use again. Gives no signal."""
        with QSignalBlocker(self._pause):
            self._pause.setChecked(paused)
        self._name()

    def retranslate(self) -> None:
        """Say everything anew: the language is another."""
        self._library.setText(self.tr("话术库"))
        self._orders.setText(self.tr("订单…"))
        self._practice.setText(self.tr("练习聊天"))
        self._settings.setText(self.tr("设置…"))
        self._pause.setText(self.tr("暂停快捷键"))
        self._quit.setText(self.tr("退出"))
        self._name()

    def _action(self, signal: SignalInstance) -> QAction:
        action = self._menu.addAction("")
        action.triggered.connect(lambda _checked: signal.emit())
        return action

    def _toggled(self, paused: bool) -> None:
        self._name()
        self.pause_toggled.emit(paused)

    def _make(self) -> None:
        if self._icon is None:
            self._icon = QSystemTrayIcon(self)
            self._icon.setContextMenu(self._menu)
            self._icon.activated.connect(self._activated)
            self._name()
            self._icon.show()

    def _name(self) -> None:
        paused = self._pause.isChecked()
        # A tab puts the hotkey where menus show shortcuts, without making it one.
        self._open.setText("\t".join(filter(None, (self.tr("打开小二快答"), self._hotkey))))
        if self._icon is not None:
            self._icon.setIcon(self._icons[paused])
            state = self.tr("快捷键已暂停") if paused else self._hotkey
            self._icon.setToolTip(" · ".join(filter(None, (self.tr("小二快答"), state))))

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in _CLICKS:
            self.opened.emit()

    def _give_up(self) -> None:
        self._make()
        if not self.available():
            how = self.tr("按 {hotkey} 或").format(hotkey=self._hotkey) if self._hotkey else self.tr("请")
            self.missing.emit(
                self.tr(
                    "这个桌面没有托盘区，小二快答已在后台运行。{how}运行 xiaoer popup 打开，设置用 xiaoer settings。"
                ).format(how=how)
            )


if sys.platform == "linux":

    def _registered(bus: QDBusConnection) -> bool:
        return bool(bus.interface().isServiceRegistered(_WATCHER).value())
