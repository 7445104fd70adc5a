"""Waiting for what the event loop brings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

PATIENCE = 10_000  # ms


def until(holds: Callable[[], object]) -> None:
    """Handle events until the condition holds."""
    end = QDeadlineTimer(PATIENCE)
    while not holds():
        assert not end.hasExpired(), "it did not come"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
