"""Buttons that copy say so."""

from __future__ import annotations

from shiboken6 import isValid

from assistant.ui.inputs import Ink, Note
from assistant.ui.pasteboard import Pasteboard


def copy_and_say(pasteboard: Pasteboard, text: str, told: str, note: Note) -> None:
    """Copy plain text; ``note`` says ``told`` then, or why not, unless its window is closed by then."""

    def say(words: str, ink: Ink) -> None:
        if isValid(note):
            note.say(words, ink)

    pasteboard.copy(text, lambda: say(told, Ink.GOOD), lambda problem: say(str(problem), Ink.DANGER))
