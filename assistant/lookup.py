"""``xiaoer search``: the popup's search on the command line, over the user's library or any file of phrases."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assistant import compose
from assistant.core.errors import DataProblem, NotFound, SettingProblem
from assistant.core.habits import Habits
from assistant.core.model import Phrase, PriorUse
from assistant.core.search import Match, search
from assistant.storage.importers import jsonl
from assistant.storage.stores import Stores

_COLUMN = "query"  # the heading of the queries in a table; a file without one is one query a line


@dataclass(frozen=True, slots=True)
class Asked:
    """What to look for, in what, and how to tell it. ``queries`` is a table of queries, or None for ``words``."""

    words: tuple[str, ...]
    queries: Path | None
    library: Path | None
    now: str
    limit: int
    as_json: bool


def look_up(asked: Asked, open_stores: Callable[[], Stores]) -> Iterator[str]:
    """The lines to print. Raises NotFound when a single query that is not wanted as JSON finds nothing."""
    now = _moment(asked.now)
    phrases, before, habits = _library(asked.library) if asked.library else _own(open_stores())
    index = compose.index_of(phrases)
    habits.know(index, before)
    standing = habits.standing(now.timestamp(), today=now.date())

    def find(query: str) -> list[Match]:
        return search(query, index, standing, limit=asked.limit)

    if asked.queries:
        yield from (_codes(query, find(query)) for query in _queries(asked.queries))
        return
    query = " ".join(asked.words)
    found = find(query)
    if asked.as_json:
        yield _codes(query, found, [_row(match) for match in found])
    elif not found:
        raise NotFound(f"没有找到“{query}”。", "试试更短的词或编码。")
    else:
        yield from (f"{m.phrase.code}\t{m.phrase.title}\t{m.excerpt}" for m in found)


def _codes(query: str, found: list[Match], rows: list[dict[str, object]] | None = None) -> str:
    line: dict[str, object] = {"query": query, "codes": [match.phrase.code for match in found]}
    return json.dumps(line if rows is None else line | {"results": rows}, ensure_ascii=False)


def _row(match: Match) -> dict[str, object]:
    phrase = match.phrase
    row = {"code": phrase.code, "title": phrase.title, "category": phrase.category, "excerpt": match.excerpt}
    return row | {"expired": match.expired, "level": match.level.name.lower() if match.level is not None else ""}


def _own(stores: Stores) -> tuple[Iterable[Phrase], Mapping[str, PriorUse], Habits]:
    return list(stores.library.phrases), stores.library.usage, Habits(stores.usage.read())


def _library(file: Path) -> tuple[Iterable[Phrase], Mapping[str, PriorUse], Habits]:
    parsed = jsonl.parse(_read(file), "personal")
    if parsed.bad and not parsed.phrases:
        raise DataProblem(f"“{file.name}”里没有能读懂的话术。", "每行应是一条 JSON。")
    return parsed.phrases, parsed.usage, Habits()


def _queries(file: Path) -> Iterator[str]:
    try:
        rows = [line.split("\t") for line in _read(file).decode("utf-8-sig").splitlines() if line]
    except UnicodeDecodeError as error:
        raise DataProblem(f"“{file.name}”不是 UTF-8 文本。", "请另存为 UTF-8 再试。") from error
    column = rows[0].index(_COLUMN) if rows and _COLUMN in rows[0] else -1
    for row in rows[1:] if column >= 0 else rows:
        if len(row) > max(column, 0):
            yield row[max(column, 0)]


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise DataProblem(f"文件“{file.name}”读不出来。", "请检查路径。") from error


def _moment(text: str) -> datetime:
    if not text:
        return datetime.now().astimezone()
    try:
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError):
        raise SettingProblem(f"“{text}”不是时间。", "请写成 2026-11-20T12:00:00+08:00 这样的形式。") from None
