"""Everything that is not the popup: tray, messages, and the windows that are made when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from assistant.core.ports import Press
from assistant.core.search import Index
from assistant.ui.first_start import FirstStart
from assistant.ui.library_access import LibraryTools
from assistant.ui.library_window import LibraryWindow
from assistant.ui.orders_access import OrderTools
from assistant.ui.orders_flow import OrdersFlow
from assistant.ui.practice import PracticeChat
from assistant.ui.settings_dialog import SettingsAccess, SettingsDialog, System
from assistant.ui.tables_access import TablesTools
from assistant.ui.tables_window import TablesWindow
from assistant.ui.toast import Toast
from assistant.ui.tray import Tray
from assistant.ui.window import Window

W = TypeVar("W", bound=Window)


@dataclass(frozen=True, slots=True)
class Outside:
    """What the windows need from the app."""

    icons: Path
    settings: SettingsAccess
    system: System
    library: LibraryTools
    orders: OrderTools
    tables: TablesTools
    copy: Callable[[str], None]  # phrase id
    practice_log: Path | None


class Shell(QObject):
    """Tray, toast, settings, library and practice chat, in one theme and with one hotkey label."""

    popup_asked = Signal()
    pause_toggled = Signal(bool)
    quit_asked = Signal()

    def __init__(self, outside: Outside, theme: str) -> None:
        super().__init__()
        self._outside = outside
        self._theme = theme
        self._hotkey = ""
        self._index: Index | None = None
        self.tray = Tray(outside.icons, self)
        self.toast = Toast(theme, self)
        self._practice: PracticeChat | None = None
        self._settings: SettingsDialog | None = None
        self._library: LibraryWindow | None = None
        self._tables: TablesWindow | None = None
        self._first: FirstStart | None = None
        self.orders = OrdersFlow(outside.orders, self.toast, theme, self)
        self.tray.opened.connect(self.popup_asked)
        self.tray.pause_toggled.connect(self.pause_toggled)
        self.tray.quit_asked.connect(self.quit_asked)
        self.tray.practice_asked.connect(self.practise)
        self.tray.settings_asked.connect(self.show_settings)
        self.tray.library_asked.connect(self.show_library)
        self.tray.orders_asked.connect(self.orders.show)
        self.tray.missing.connect(lambda sentence: self.say(sentence, 12))

    def say(self, sentence: str, seconds: float = 6) -> None:
        """Show a message that takes no focus."""
        self.toast.say(sentence, seconds)

    def practise(self) -> PracticeChat:
        """Show the practice chat."""
        self._practice = _in_language(self._practice)
        if self._practice is None:
            self._practice = PracticeChat(self._hotkey, self._outside.practice_log, self._theme)
        self._practice.present()
        return self._practice

    def show_first_start(self) -> None:
        """Show the first steps, from the beginning unless they are on the screen."""
        if self._first is None or not self._first.isVisible():
            if self._first:
                self._first.deleteLater()
            self._first = FirstStart(self._outside.settings, self._outside.system, self.practise, self._theme)
            self._first.set_hotkey_label(self._hotkey)
        self._first.present()

    def hears(self, press: Press) -> bool:
        """Whether a press of the hotkey is for the first steps, which then let its keys go. For any thread."""
        first = self._first
        if first is None or not first.listening:
            return False
        first.pressed.emit(press)
        return True

    def show_settings(self) -> None:
        """Show the settings."""
        self._settings = _in_language(self._settings)
        if self._settings is None:
            self._settings = SettingsDialog(self._outside.settings, self._outside.system, self._theme)
        self._settings.present()

    def retranslate(self) -> None:
        """The language is another: the settings come anew in their place, other windows when they are opened next."""
        self.tray.retranslate()
        if (before := self._settings) and before.isVisible():
            self._settings = after = SettingsDialog(self._outside.settings, self._outside.system, self._theme)
            after.take_over(before)
            before.deleteLater()

    def show_library(self) -> None:
        """Show the library."""
        self._library = _in_language(self._library)
        if self._library is None:
            self._library = library = LibraryWindow(self._outside.library, self._theme)
            if self._index:
                library.set_index(self._index)
            library.copy_asked.connect(self._outside.copy)
            library.tables_asked.connect(self.show_tables)
        self._library.present()

    def show_tables(self) -> None:
        """Show the tables."""
        self._tables = _in_language(self._tables)
        if self._tables is None:
            self._tables = TablesWindow(self._outside.tables, self._theme)
        self._tables.present()

    def show_orders(self, files: Sequence[str], done: Callable[[str], None]) -> None:
        """Show the orders, or read these tables; ``done`` gets a sentence."""
        if files:
            self.orders.read([Path(file) for file in files], done)
        else:
            self.orders.show()
            done("")

    def set_index(self, index: Index) -> None:
        """What there is to browse."""
        self._index = index
        if self._library:
            self._library.set_index(index)

    def set_hotkey(self, label: str) -> None:
        """The hotkey that calls the popup, as users read it; empty when there is none."""
        self._hotkey = label
        self.tray.set_hotkey_label(label)
        self.tray.set_paused(not label)
        for window in (self._practice, self._first):
            if window:
                window.set_hotkey_label(label)

    def set_theme(self, theme: str) -> None:
        """Change the colours of everything."""
        self._theme = theme
        for window in (self.toast, self._practice, self._settings, self._library, self._tables, self._first):
            if window:
                window.set_theme(theme)
        self.orders.set_theme(theme)

    def keep(self) -> None:
        """Settle what is being written; all stays as it is on the screen."""
        if self._library:
            self._library.panes.editor.commit()
        if self._settings and self._settings.isVisible():
            self._settings.setFocus()

    def end(self) -> None:
        """Keep what is being written."""
        self.orders.end()
        for window in (self._library, self._tables):
            if window:
                window.close()

    def refresh(self) -> None:
        """Settings changed elsewhere."""
        for window in (self._settings, self._first):
            if window:
                window.refresh()
        self.orders.follow()


def _in_language(window: W | None) -> W | None:
    """The window, unless it is hidden and speaks another language than the program does by now."""
    if window is not None and window.outdated:
        window.deleteLater()
        return None
    return window
