"""What the settings window does with the rules of the guard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from assistant.core.guard.rules import Layer, Rules, Severity
from assistant.core.guard.words import Word


class RulesAccess(Protocol):
    """Where the rules are kept."""

    @property
    def rules(self) -> Rules:
        """As they hold now."""

    def layer(self, name: str = ...) -> Layer:
        """What the agent has set, or with ``team`` the team."""

    def set_severity(self, rule: str, severity: Severity | None) -> None:
        """Change the agent's. Raises SettingProblem."""

    def set_words(self, words: Sequence[Word]) -> None:
        """The agent's own words. Raises SettingProblem, and nothing is changed."""
