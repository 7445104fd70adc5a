"""What every reader gives: sheets, each a pass over its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from assistant.core.errors import DataProblem

Row = tuple[int, list[str]]
"""Number of the row, as a spreadsheet counts from 1, and its cells. Short rows end early; gaps are ""."""


class Sheet(Protocol):
    """One sheet of a file. Rows are read while they are asked for, once."""

    name: str
    wanted: Sequence[int] | None
    """Columns that matter, ascending, from 0. May be set between two rows: others are then "" where that is faster."""
    done: float
    """Part of the sheet that was read, 0 to 1."""
    unread: list[int]
    """Rows that were left out because they are broken."""

    def __iter__(self) -> Iterator[Row]: ...


def damaged(name: str) -> DataProblem:
    """For a file whose bytes make no sense."""
    return DataProblem(f"文件 {name} 打不开，可能已经损坏。", "请重新导出一次，或另存为 XLSX 后再试。")


def too_big(name: str) -> DataProblem:
    """For a file that would not fit into memory."""
    return DataProblem(f"文件 {name} 太大，没有读取。", "请分成几个文件导出后再试。")


def locked(name: str) -> DataProblem:
    """For a file that asks for a password."""
    return DataProblem(f"文件 {name} 有密码，读不了。", "请在表格软件里去掉密码，另存后再试。")


def foreign(name: str) -> DataProblem:
    """For a file that is no table that we know."""
    return DataProblem(f"文件 {name} 不是认识的表格。", "请用 CSV、XLSX 或 XLS 格式导出后再试。")
