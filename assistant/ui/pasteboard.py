"""How the interface copies and reads: never through Qt's clipboard while Python's lock is held.

The lock is the interpreter's. A thread of this process answers whoever reads what we have copied or lent, and needs
the lock for it. A call of Qt's clipboard made from Python keeps the lock until the answer is there: both would wait.
So our own copying and reading is work for another thread, and what Qt's widgets do by themselves is left to them:
a widget with a text, or a list of texts, overrides neither ``event`` nor ``keyPressEvent``; it filters its own events.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from assistant.core.errors import XiaoerError
from assistant.core.ports import Clipboard

_TIMEOUT = 1000  # ms that the program which has copied may take to answer

Failed = Callable[[XiaoerError], None]
Background = Callable[[Callable[[], Any], Callable[[Any], None], Failed], None]
"""Runs the first on another thread, then one of the others on the GUI thread."""


@dataclass(frozen=True, slots=True)
class Pasteboard:
    """The system clipboard, asked by what ``run`` does in the background. Answers come on the GUI thread."""

    clipboard: Clipboard
    run: Background

    def copy(self, text: str, done: Callable[[], None], failed: Failed) -> None:
        """Copy plain text."""
        self.run(lambda: self.clipboard.put(text), lambda _: done(), failed)

    def read(self, done: Callable[[str], None], failed: Failed) -> None:
        """The text in the clipboard; empty when it holds none, or its owner does not answer in time."""
        self.run(lambda: self.clipboard.text(_TIMEOUT) or "", done, failed)
