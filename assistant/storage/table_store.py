"""The tables of a desk: those that come with the program, the team's, and the agent's own on top.

A file holds ``{"name", "columns": [{"name", "kind"}], "rows": [["…"]]}`` for each table; kinds are those of
:class:`~assistant.core.tables.table.Kind`. ``{"name", "hidden": true}`` hides a table of a layer below.
"""

from __future__ import annotations

import csv
import io
import json
import time
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tinydb import where

from assistant.core.errors import DataProblem, NotFound, XiaoerError
from assistant.core.tables import edits
from assistant.core.tables.places import Locate
from assistant.core.tables.reading import table_of_rows
from assistant.core.tables.table import Column, Kind, Table
from assistant.storage import atomic
from assistant.storage.backups import Backups
from assistant.storage.database import Database
from assistant.storage.tables.load import load

MOST_TABLES = 200
STARTER, TEAM, PERSONAL = "starter", "team", "personal"
_BACKUP_EVERY_S = 600


@dataclass(frozen=True, slots=True)
class Kept:
    """A table and the layer that it is of; ``covers`` tells whether a layer below has one of the same name."""

    table: Table
    layer: str
    covers: bool = False


class TableStore:
    """All tables by name. Reading is safe from every thread, changing from one at a time.

    A file that cannot be written leaves the changes in memory and says why in :attr:`problem`. ``now`` gives seconds
    since the epoch.
    """

    def __init__(
        self,
        path: Path,
        starter: Path | None = None,
        team: Path | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._path = path
        self._database = Database(path)
        self._backups = Backups(path.parent / "backups", path.stem)
        self._now = now
        self._locate: Locate | None = None
        self._callbacks: list[Callable[[], None]] = []
        self._unread: list[str] = []
        self._starter = {**self._layer(starter, STARTER), **self._layer(team, TEAM)}
        self._below = dict(self._starter)
        self._kept = self._merged()

    @property
    def problem(self) -> XiaoerError | None:
        """Why the newest changes are not on disk; None when they are."""
        return self._database.problem

    @property
    def notices(self) -> list[str]:
        """Sentences about what was wrong in the files when they were read."""
        return [notice for notice in (self._database.notice, *self._unread) if notice]

    @property
    def all(self) -> tuple[Kept, ...]:
        """Every table that is shown: the team's and the program's first, then the agent's."""
        return tuple(self._kept.values())

    @property
    def by_name(self) -> Mapping[str, Table]:
        """What templates can look things up in."""
        return {name: kept.table for name, kept in self._kept.items()}

    def place_with(self, locate: Locate) -> None:
        """Know from now on in which province a city lies."""
        if locate is self._locate:
            return
        self._locate = locate
        self._starter = {name: _located(kept, locate) for name, kept in self._starter.items()}
        self._below = {name: _located(kept, locate) for name, kept in self._below.items()}
        self._kept = self._merged()

    def set_team(self, tables: Iterable[Table]) -> None:
        """Have these over the program's: what the packs of the team bring."""
        team = {table.name: Kept(replace(table, locate=self._locate), TEAM) for table in tables}
        below = self._starter | team
        if below != self._below:
            self._below = below
            self._kept = self._merged()
            self._tell()

    def put(self, table: Table) -> None:
        """Keep a table under its name. Raises DataProblem when it has none, or there are too many."""
        table = edits.table_of(table.name, table.columns, table.rows)
        if not table.name:
            raise DataProblem("表格没有名字。", "请先给它起一个名字。")
        if table.name not in self._kept and len(self._kept) >= MOST_TABLES:
            raise DataProblem(f"最多可以有 {MOST_TABLES} 个表格。", "请先删除用不到的表格。")
        below = self._below.get(table.name)
        if below and below.table == table:
            self._write(table.name, None)
        else:
            self._write(table.name, record_of_table(table))

    def remove(self, name: str) -> None:
        """Have no table of that name any more; one of a layer below is hidden."""
        self._write(name, {"name": name, "hidden": True} if name in self._below else None)

    def rename(self, name: str, table: Table) -> None:
        """Keep ``table``, which was called ``name`` before, under its own name. Raises DataProblem when it is taken."""
        if table.name != name and table.name in self._kept:
            raise DataProblem(f"已经有叫“{table.name}”的表格。", "请换一个名字。")
        self.put(table)
        if table.name != name:
            self.remove(name)

    def lower(self, name: str) -> Table | None:
        """What the team or the program says under that name."""
        found = self._below.get(name)
        return found.table if found else None

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call ``callback`` after every change, in the thread that made it."""
        self._callbacks.append(callback)

    def reload(self) -> None:
        """Read the agent's file again."""
        self._database.reload()
        self._kept = self._merged()
        self._tell()

    def import_file(self, path: Path) -> list[Table]:
        """The tables in a CSV, XLSX or XLS file, not kept yet. Waits for another process. Raises DataProblem."""
        found = [table_of_rows(sheet.name or path.stem, sheet.rows) for sheet in load(path)]
        usable = [replace(table, locate=self._locate) for table in found if table.columns and table.rows]
        if not usable:
            raise DataProblem(f"文件 {path.name} 里没有表格。", "第一行要是列名，下面是内容。")
        return usable

    def export_file(self, name: str, path: Path) -> str:
        """Write a table as CSV that spreadsheets open as it is; the sentence says so. Raises XiaoerError."""
        if name not in self._kept:
            raise NotFound(f"没有叫“{name}”的表格。")
        try:
            atomic.write(path, csv_of(self._kept[name].table), keep_previous=False)
        except DataProblem as problem:
            raise DataProblem(f"文件 {path.name} 写不进去。", "请检查路径、权限和磁盘空间。") from problem
        return f"已导出到 {path.name}。"

    def _write(self, name: str, record: Mapping[str, Any] | None) -> None:
        self._back_up()
        documents = self._database.table("tables")
        documents.remove(where("name").test(lambda found: edits.name(str(found)) == name))
        if record:
            documents.insert(record)
        self._database.save()
        self._kept = self._merged()
        self._tell()

    def _back_up(self) -> None:
        """Copy the file as it is before it is changed, unless there is a copy of the last minutes."""
        latest = next(iter(self._backups.all()), None)
        at = datetime.fromtimestamp(self._now(), UTC)
        if latest and abs((at - latest.at).total_seconds()) < _BACKUP_EVERY_S:
            return
        try:
            self._backups.keep(self._path, zlib.crc32(self._path.read_bytes()), self._now())
        except (OSError, DataProblem):
            return  # there is none yet, or no room for it: the write itself says so

    def _tell(self) -> None:
        for callback in self._callbacks:
            callback()

    def _merged(self) -> dict[str, Kept]:
        own, hidden = {}, set()
        for document in self._database.table("tables").all():
            name = edits.name(str(document.get("name", "")))
            if document.get("hidden") is True:
                hidden.add(name)
            elif table := table_in(document, self._locate):
                own[table.name] = Kept(table, PERSONAL, covers=name in self._below)
        below = {name: own.get(name, kept) for name, kept in self._below.items() if name not in hidden}
        return below | {name: kept for name, kept in own.items() if name not in below}

    def _layer(self, path: Path | None, layer: str) -> dict[str, Kept]:
        if path is None or not path.exists():
            return {}
        try:
            documents = json.loads(path.read_text(encoding="utf-8-sig"))
            found = [table_in(document, None) for document in documents]
        except (OSError, ValueError, TypeError, RecursionError):
            self._unread.append(f"表格文件“{path.name}”读不出来，先不用它。")
            return {}
        return {table.name: Kept(table, layer) for table in found if table}


def table_in(document: object, locate: Locate | None) -> Table | None:
    """The table that a document of a file holds; None when it holds none."""
    if not isinstance(document, Mapping):
        return None
    name, columns, rows = document.get("name"), document.get("columns"), document.get("rows")
    if not (isinstance(name, str) and edits.name(name) and isinstance(columns, list) and isinstance(rows, list)):
        return None
    headings = [_column(column) for column in columns]
    table = edits.table_of(name, headings, ([str(cell) for cell in row] for row in rows if isinstance(row, list)))
    return replace(table, locate=locate)


def csv_of(table: Table) -> bytes:
    """A table as CSV in UTF-8 with a mark at the start, by which spreadsheets know the encoding."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([column.name for column in table.columns])
    writer.writerows(table.rows)
    return text.getvalue().encode("utf-8-sig", errors="replace")


def _column(document: object) -> Column:
    if not isinstance(document, Mapping):
        return Column("")
    try:
        kind = Kind(document.get("kind", "answer"))
    except ValueError:
        kind = Kind.ANSWER
    return Column(str(document.get("name", "")), kind)


def record_of_table(table: Table) -> dict[str, Any]:
    """The document that :func:`table_in` reads back."""
    columns = [{"name": column.name, "kind": column.kind.value} for column in table.columns]
    return {"name": table.name, "columns": columns, "rows": [list(row) for row in table.rows]}


def _located(kept: Kept, locate: Locate) -> Kept:
    return replace(kept, table=replace(kept.table, locate=locate))
