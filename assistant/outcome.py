"""What a command of the command line ends with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """A text for standard output, and an exit code that scripts can tell apart."""

    text: str
    code: int = 0
