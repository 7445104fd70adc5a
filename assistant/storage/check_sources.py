"""What can be checked: a pack, a file of phrases or what comes in by a pipe, with the place of each phrase."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from assistant.core.errors import DataProblem
from assistant.core.guard.words import Word
from assistant.core.model import Phrase
from assistant.core.packs.check_report import Place
from assistant.core.packs.progress import Progress
from assistant.core.tables.table import Table
from assistant.storage import packs
from assistant.storage.importers import jsonl
from assistant.storage.importers.limits import LARGEST_TABLE

STDIN: Final = "-"
_STDIN_FILE: Final = "stdin"
_PHRASES: Final = "phrases.json"
_MANIFEST: Final = "manifest.json"


@dataclass(frozen=True, slots=True)
class Subject:
    """Phrases to check, and what came with them. ``tables`` and ``has_file`` are None where the file has no such.

    ``places`` are by id; ``bad`` are lines that are no phrases.
    """

    name: str
    phrases: Sequence[Phrase] = field(repr=False)
    tables: Mapping[str, Table] | None = None
    has_file: Callable[[str], bool] | None = None
    words: tuple[Word, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict, repr=False)
    bad: tuple[tuple[Place, str], ...] = ()


def open_subject(source: str, stdin: Callable[[int], bytes], progress: Progress) -> Subject:
    """What is in a file or folder, or comes from ``stdin`` (asked for at most so many bytes) for ``-``.

    Raises DataProblem, and Stopped.
    """
    if source == STDIN:
        return _of_lines(_limited(stdin(LARGEST_TABLE + 1), "标准输入"), "标准输入", _STDIN_FILE)
    path = Path(source)
    if path.is_dir() or path.suffix.lower() == packs.SUFFIX or path.name == _MANIFEST:
        return of_pack(path.parent if path.name == _MANIFEST else path, packs.read(path, progress))
    try:
        with path.open("rb") as file:
            data = _limited(file.read(LARGEST_TABLE + 1), path.name)
    except OSError as error:
        raise DataProblem(f"文件“{path.name}”读不出来。", "请检查路径和权限。") from error
    return _of_lines(data, path.name, path.as_posix())


def of_pack(path: Path, opened: packs.Opened) -> Subject:
    """A pack that was read from ``path``; in a folder the lines of its phrases are known."""
    pack = opened.pack
    folder = path.is_dir()
    file = (path / _PHRASES if folder else path).as_posix()
    lines = _lines_in(path / _PHRASES) if folder else []
    known = len(lines) == len(pack.phrases)
    places = {
        phrase.id: Place(file, lines[number] if known else 0, f"/{number}")
        for number, phrase in enumerate(pack.phrases)
    }
    return Subject(
        pack.manifest.name,
        pack.phrases,
        {table.name: table for table in pack.tables},
        lambda digest: digest in pack.attachments,
        pack.rules.words,
        places,
    )


def _lines_in(file: Path) -> list[int]:
    """Where each phrase starts, where they stand one field a line as packs are written."""
    try:
        rows = file.read_bytes().splitlines()
    except OSError:
        return []
    return [number for number, row in enumerate(rows, 1) if row.rstrip() == b"{"]


def _limited(data: bytes, name: str) -> bytes:
    if len(data) > LARGEST_TABLE:
        raise DataProblem(f"“{name}”太大，没有检查。", f"最大 {LARGEST_TABLE >> 20} MB，请拆成几个文件。")
    return data


def _of_lines(data: bytes, name: str, file: str) -> Subject:
    parsed = jsonl.parse(data)
    if not parsed.phrases:
        raise DataProblem(f"“{name}”里没有话术。", "需要话术包（.xiaoer 文件或文件夹），或每行一条 JSON 的文件。")
    wrong = {bad.number for bad in parsed.bad}
    rows = jsonl.lines_of(data)
    numbers = [number for number, row in enumerate(rows, 1) if row and not row.isspace() and number not in wrong]
    places = {phrase.id: Place(file, number) for phrase, number in zip(parsed.phrases, numbers, strict=True)}
    bad = tuple((Place(file, line.number), f"{line.reason}。") for line in parsed.bad)
    return Subject(name, parsed.phrases, places=places, bad=bad)
