"""Undo and redo, as far back as the session goes. A step is what the user did at once, however much it changed."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.storage.shelf import Row

_Step = tuple[str, tuple[Row, ...]]


class Steps:
    """The steps that were done, and those that were taken back."""

    def __init__(self) -> None:
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    @property
    def undo_label(self) -> str:
        """What an undo would take back; empty when there is nothing."""
        return self._done[-1][0] if self._done else ""

    @property
    def redo_label(self) -> str:
        """What a redo would do again; empty when there is nothing."""
        return self._undone[-1][0] if self._undone else ""

    def done(self, label: str, rows: Sequence[Row]) -> None:
        """Remember a step; what was taken back before is gone."""
        self._done.append((label, tuple(rows)))
        self._undone.clear()

    def undo(self) -> _Step | None:
        """The last step and the changes that take it back; None when there is none."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        label, rows = self._undone[-1]
        return label, tuple(row.inverse for row in reversed(rows))

    def redo(self) -> _Step | None:
        """The last step that was taken back, to be done again; None when there is none."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]

    def clear(self) -> None:
        """Forget everything: what is changed is not what it was."""
        self._done.clear()
        self._undone.clear()
