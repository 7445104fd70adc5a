"""The one global hotkey: changed without a gap, paused, and its troubles remembered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.core.errors import XiaoerError
from assistant.core.hotkey import KeyCombo
from assistant.core.ports import Hotkeys, Press


@dataclass(frozen=True, slots=True)
class Heard:
    """``changed`` gets the label, empty when there is none; ``say`` a sentence for the user."""

    changed: Callable[[str], None]
    say: Callable[[str], None]


class GlobalHotkey:
    """Holds at most one combination; ``heard`` tells who wants to know of it."""

    def __init__(self, hotkeys: Hotkeys, pressed: Callable[[Press], None], heard: Heard) -> None:
        self._hotkeys = hotkeys
        self._pressed = pressed
        self._heard = heard
        self.combo: KeyCombo | None = None
        self.trouble = ""

    def use(self, combo: KeyCombo) -> None:
        """Change to ``combo``. Raises HotkeyTaken or SettingProblem, and the old one stays."""
        if combo == self.combo:
            return
        self._hotkeys.grab(combo.for_everywhere(), self._pressed)
        if self.combo:
            self._hotkeys.ungrab(self.combo)
        self._hold(combo)

    def take(self, text: str) -> None:
        """Start with what the settings say. A failure is said and remembered."""
        try:
            self.use(KeyCombo.parse(text))
        except XiaoerError as problem:
            self.trouble = str(problem)
            self._heard.say(self.trouble)

    def pause(self) -> None:
        """Give it up until it is taken again."""
        if self.combo:
            self._hotkeys.ungrab(self.combo)
        self._hold(None)

    def _hold(self, combo: KeyCombo | None) -> None:
        self.combo, self.trouble = combo, ""
        self._heard.changed(combo.label if combo else "")
