"""Names for conversations that tell nothing about them: which uses belong together, not whom they were for."""

from __future__ import annotations

import secrets

from assistant.core.model import Target
from assistant.engine.targets import Targets


class Chats:
    """Hands out tokens: a number drawn for this run, and a count. The way back is in memory only and ends with it."""

    def __init__(self, targets: Targets) -> None:
        self._targets = targets
        self._run = secrets.token_hex(4)
        self._tokens: dict[tuple[int, str], str] = {}
        self._buyers: set[str] = set()

    def token(self, target: Target) -> str:
        """The same for the same buyer in the same window, or for the same title where no buyer can be read.

        Empty when there is no window.
        """
        window = target.window
        if not window.handle:
            return ""
        if target.buyer:
            self._buyers.add(target.buyer)
        who = target.buyer or self._targets.plain_title(window.title, target.profile)
        return self._tokens.setdefault((window.handle, who), f"{self._run}-{len(self._tokens):x}")

    def buyers(self) -> frozenset[str]:
        """Everybody whose name was read in this run."""
        return frozenset(self._buyers)
