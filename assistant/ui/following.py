"""Brings what is set to what is on the screen, at the moment it is set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from assistant.ui import theme as themes
from assistant.ui.languages import Languages
from assistant.ui.popup import Manner, Popup
from assistant.ui.settings_rows import SettingsAccess
from assistant.ui.shell import Shell

_THEMES = {"auto": "system"}


def theme_of(settings: SettingsAccess) -> str:
    """The setting ``theme`` as windows understand it."""
    setting = str(settings.get("theme"))
    return _THEMES.get(setting, setting)


def manner_of(settings: SettingsAccess) -> Manner:
    """How the popup is wanted."""
    return Manner(*(str(settings.get(key)) for key in ("popup.size", "popup.text", "popup.digits", "role")))


@dataclass(frozen=True, slots=True)
class Following:
    """``hotkey`` is told of the setting ``hotkey``; everything else is done here."""

    application: QApplication
    languages: Languages
    popup: Popup
    shell: Shell
    hotkey: Callable[[str], None]

    def changed(self, settings: SettingsAccess, key: str) -> None:
        """The setting ``key`` is another."""
        self.shell.refresh()
        if key == "theme":
            theme = theme_of(settings)
            themes.dress(self.application, theme)
            self.popup.set_theme(theme)
            self.shell.set_theme(theme)
        elif key == "ui.language":
            if self.languages.speak(str(settings.get(key))):
                QTimer.singleShot(0, self.shell.retranslate)  # after the click that it comes from
        elif key.startswith("popup.") or key == "role":
            self.popup.suit(manner_of(settings))
        elif key == "hotkey":
            self.hotkey(str(settings.get(key)))
