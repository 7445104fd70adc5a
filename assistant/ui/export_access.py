"""What the window of the export asks of the rest of the program, in its own words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from assistant.core.model import Phrase
from assistant.ui.editor_tools import Background
from assistant.ui.orders_access import Job


class Extra(StrEnum):
    """The one thing that a format asks for besides."""

    NONE = ""
    PREFIX = "prefix"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Format:
    """A format. ``suffix`` is that of its files, "" when it writes a folder."""

    name: str
    label: str
    about: str
    suffix: str
    extra: Extra = Extra.NONE


@dataclass(frozen=True, slots=True)
class Wish:
    """What is exported and how. ``phrases`` gives them, on whatever thread; ``extra`` answers the format's question."""

    format: Format
    phrases: Callable[[], Sequence[Phrase]]
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Loss:
    """What gets lost, of how many phrases, and the names of the first ones; no names when it is about the whole."""

    what: str
    count: int = 0
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportTools:
    """``losses`` and ``write`` read and write files and are called by ``run`` only.

    ``losses`` gives None and ``write`` an empty text when the job was cancelled; both raise XiaoerError. ``write``
    replaces what is there and gives a sentence.
    """

    formats: Sequence[Format]
    losses: Callable[[Wish, Job], Sequence[Loss] | None]
    write: Callable[[Wish, Path, Job], str]
    run: Background
