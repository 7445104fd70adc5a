"""The way from the popup to the dialog that teaches who the buyer is, and back into the chat."""

from __future__ import annotations

from collections.abc import Callable

from assistant.core.model import Target, Window
from assistant.ui import theme as themes
from assistant.ui.teach_access import Teaching
from assistant.ui.teach_dialog import TeachSheet, show_teach


class Teacher:
    """Opens it over a chat. ``colours`` is the setting of the theme; ``back`` gives a window the keyboard."""

    def __init__(self, tools: Teaching, colours: Callable[[], str], back: Callable[[Window], None]) -> None:
        self._tools = tools
        self._colours = colours
        self._back = back
        self._sheet: TeachSheet | None = None

    def teach(self, target: Target) -> None:
        """Ask where the buyer stands in the title of the window in front."""
        window = target.window
        about = window.program, target.profile.label, window.title
        self._sheet = sheet = show_teach(None, about, self._tools, themes.current(self._colours()))
        sheet.finished.connect(lambda _: self._back(window))
