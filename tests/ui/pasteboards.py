"""A clipboard that is none of the system's, and what the interface reaches it with."""

from __future__ import annotations

from assistant.core.errors import XiaoerError
from assistant.ui.pasteboard import Pasteboard
from tests.fakes import FakeClipboard

TEXT = "text/plain"


def fake_pasteboard() -> Pasteboard:
    """Answers at once."""

    def run(op, success, failure):
        try:
            found = op()
        except XiaoerError as problem:
            failure(problem)
        else:
            success(found)

    return Pasteboard(FakeClipboard(), run)


def copied(pasteboard: Pasteboard) -> str:
    """What somebody else would paste now."""
    return pasteboard.clipboard.text(0) or ""
