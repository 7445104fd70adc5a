"""What the phrase editor asks of the rest of the program. Built by :func:`assistant.compose.editor_tools`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.core.completion import Completer
from assistant.core.emoticons import Emoticons
from assistant.core.errors import TemplateProblem, XiaoerError
from assistant.core.model import Attachment, Phrase
from assistant.core.review import Remark
from assistant.core.template.filling import Rendered
from assistant.ui.pasteboard import Pasteboard

Background = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[XiaoerError], None]], None]
Named = tuple[str, str]
"""A key, and how the agent reads it."""


@dataclass(frozen=True, slots=True)
class Program:
    """A chat program to look at a phrase with: the name of its profile, its label, the column of its emoticons."""

    name: str
    label: str
    dialect: str


@dataclass(frozen=True, slots=True)
class Preview:
    """How to see a phrase filled: ``render`` takes phrase, wording, order sample and profile, and never raises."""

    render: Callable[[Phrase, int, str, str], Rendered | TemplateProblem]
    orders: tuple[Named, ...]
    programs: tuple[Program, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What the library has. ``code_taken`` gives the title of another phrase than that id with the code, or ""."""

    tags: Callable[[], Sequence[str]]
    categories: Callable[[], Sequence[tuple[str, ...]]]
    roles: Callable[[], Sequence[str]]
    code_taken: Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class FileShelf:
    """Where pictures and files are. All three read or write: they are called with ``background`` only.

    ``keep`` stores a file or its content under a name, ``find`` gives the place of a hash, ``named`` a copy that
    another program can open. They raise XiaoerError.
    """

    keep: Callable[[Path | bytes, str], Attachment]
    find: Callable[[str], Path]
    named: Callable[[Attachment], Path]
    background: Background


@dataclass(frozen=True, slots=True)
class Faces:
    """The emoticons, and which were used last, the newest first."""

    table: Emoticons
    recent: Callable[[], Sequence[str]]
    used: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class EditorTools:
    """Everything the editor asks for. ``check`` never raises."""

    preview: Preview
    check: Callable[[Phrase], Sequence[Remark]]
    completer: Completer
    known: Known
    files: FileShelf
    faces: Faces
    pasteboard: Pasteboard
