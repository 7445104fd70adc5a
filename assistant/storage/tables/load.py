"""A small table as a whole, read aside: for tables that a person keeps by hand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from assistant.storage.tables import aside, frames

_READER = "assistant.storage.tables.child"  # not imported: what may break stays out of this process
MOST = 20_000  # rows of a sheet; further ones are not read


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet's title ("" where the format has none) and its rows: cells without blanks round them nor empty ones at
    the end. Empty rows stay, as [], so that places are as in the file."""

    name: str
    rows: list[list[str]]


def load(file: Path, most: int = MOST) -> list[Table]:
    """The sheets of ``file`` (CSV, XLSX, XLS, HTML), in order. Waits for another process: not for the GUI thread.

    Raises DataProblem with a sentence for whoever chose the file.
    """
    tables: list[Table] = []
    for kind, data in aside.run(_READER, (str(file), str(most)), lambda _: True):
        if kind == frames.SHEET:
            tables.append(Table(data.decode("utf-8"), []))
        elif kind == frames.ROWS and tables:
            tables[-1].rows.extend(json.loads(data))
    return tables
