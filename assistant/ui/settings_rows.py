"""What the pages of the settings window are made of: rows, each a named control with its explanation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from assistant.core.errors import XiaoerError
from assistant.core.hotkey import KeyCombo
from assistant.core.model import Profile, Receipt
from assistant.ui import theme as themes
from assistant.ui.inputs import Choice, Entry, Ink, Note
from assistant.ui.keeping import Keeping
from assistant.ui.pasteboard import Pasteboard
from assistant.ui.rules_access import RulesAccess
from assistant.ui.teach_access import Teaching
from assistant.ui.theme import Theme
from assistant.ui.trust_access import TrustAccess

LABEL = 116  # pixels that the names of settings take
_WIDEST = 1 << 16
_TALLEST = 44  # pixels of a name beside its control
Control = Entry | Choice


class SettingsAccess(Protocol):
    """The settings, by their keys."""

    def get(self, key: str) -> str | int:
        """The value of ``key``."""

    def set(self, key: str, value: object) -> str | int:
        """Change it and give the value as stored. Raises SettingProblem, and nothing is changed."""

    def all(self) -> Mapping[str, str | int]:
        """Every setting."""


@dataclass(frozen=True, slots=True)
class System:
    """What the settings change outside the settings.

    ``try_hotkey`` registers a hotkey in place of the old one; it raises HotkeyTaken and the old one stays.
    ``set_autostart`` raises XiaoerError when it cannot. ``programs`` are the chat programs as they come; ``try_paste``
    pastes a text into the window in front in the ways of a program and tells what became of it. ``first_start`` shows
    the first steps again. ``teaching`` is where buyers stand in the titles of windows, ``rules`` what is looked at
    before a reply goes out, ``trust`` the keys that packs are signed with, whose fingerprints ``pasteboard`` copies.
    """

    try_hotkey: Callable[[KeyCombo], None]
    autostart_enabled: Callable[[], bool]
    set_autostart: Callable[[bool], None]
    data_folder: Path
    programs: Sequence[Profile] = ()
    try_paste: Callable[[str, str, Callable[[Receipt], None]], None] = lambda *_: None
    keeping: Keeping | None = None
    first_start: Callable[[], None] = lambda: None
    teaching: Teaching | None = None
    rules: RulesAccess | None = None
    trust: TrustAccess | None = None
    pasteboard: Pasteboard | None = None


class Row(QWidget):
    """A named control, below it what it means, or in one sentence what is wrong."""

    def __init__(self, label: str, control: QWidget, hint: str, theme: Theme) -> None:
        super().__init__()
        self.control = control
        self.is_well = True  # whether its value could be kept
        self.name = Note(label, theme, self, ink=Ink.TEXT)
        self.name.setBuddy(control)
        self.name.setFixedWidth(LABEL)
        self.name.setFixedHeight(min(control.maximumHeight(), _TALLEST))
        self._hint = Note(hint, theme, self)
        self._hint.setVisible(bool(hint))
        self._news = Note("", theme, self)
        self._news.hide()
        self._beside = QVBoxLayout()
        self._beside.setSpacing(4)
        narrow = control.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed
        if narrow or control.maximumWidth() < _WIDEST:  # else the layout would centre it
            self._beside.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._beside.addWidget(control)
        self._beside.addWidget(self._hint)
        self._beside.addWidget(self._news)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        self._row.addWidget(self.name, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._beside, 1)
        if isinstance(control, Choice):
            control.name_parts(label)
        else:
            control.setAccessibleName(label)
        if hint:
            control.setAccessibleDescription(hint)

    def add_beside(self, widget: QWidget) -> None:
        """Put something to the right of the control."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def add_below(self, part: QLayout) -> None:
        """Put something under everything else."""
        self._beside.addLayout(part)

    def say(self, sentence: str, ink: Ink) -> None:
        """Say something about the value; empty to say nothing."""
        self._news.say(sentence, ink)
        self.control.setAccessibleDescription(sentence or self._hint.text())

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong; empty when all is well."""
        self.is_well = not sentence
        self.say(sentence, Ink.DANGER)
        if isinstance(self.control, Entry):
            self.control.set_wrong(wrong=bool(sentence))


class Page(QWidget):
    """A heading and rows, each the value of one setting."""

    def __init__(self, heading: str, settings: SettingsAccess, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._settings = settings
        self.rows: dict[str, Row] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(28, 22, 28, 18)
        self._column.setSpacing(14)
        self.title = Note(heading, theme, self, ink=Ink.TEXT)
        self.title.setFont(themes.bold(18))
        self._column.addWidget(self.title)

    def refresh(self) -> None:
        """Show the values as they are now; what is being typed stays."""
        for key, row in self.rows.items():
            if isinstance(row.control, Entry) and row.control.hasFocus() and row.control.isModified():
                continue
            if isinstance(row.control, Entry | Choice):
                row.control.show_value(str(self._settings.get(key)))
                row.show_problem("")

    def add_note(self, text: str) -> Note:
        """A paragraph."""
        note = Note(text, self.theme, self)
        self._column.addWidget(note)
        return note

    def add_setting(self, key: str, control: Control, label: str, hint: str = "") -> None:
        """A row for the setting ``key``."""
        self.rows[key] = self.add_row(control, label, hint)
        control.settled.connect(lambda: self.keep(key))

    def add_row(self, control: QWidget, label: str, hint: str = "") -> Row:
        """A row for anything else."""
        row = Row(label, control, hint, self.theme)
        self._column.addWidget(row)
        return row

    def fill(self) -> None:
        """Leave the rest of the page empty."""
        self._column.addStretch(1)

    def keep(self, key: str) -> None:
        """Set ``key`` to what its control holds, or say there why that cannot be."""
        row = self.rows[key]
        control = row.control
        if not isinstance(control, Entry | Choice) or control.value() == str(self._settings.get(key)):
            row.show_problem("")
            return
        try:
            stored = self._settings.set(key, control.value())
        except XiaoerError as problem:
            row.show_problem(str(problem))
        else:
            row.show_problem("")
            control.show_value(str(stored))

    def _choice(self, *options: tuple[str, str]) -> Choice:
        return Choice(options, self.theme)
