"""Tables as files: CSV in bytes, and workbooks whose cells are always texts."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

Row = Sequence[str]

MAX_CELL = 32_767  # characters; workbooks hold no more
_RISKY = ("=", "+", "-", "@", "\t", "\r")
TOO_LONG = f"超过 {MAX_CELL} 字，表格里只写得下前面的部分。"
FORMULA = "开头是 = + - @ 这样的符号，用 Excel 打开 CSV 时会被当成公式；直接导入对方程序没有影响。"


def csv_line(row: Row, *, quoted: bool = False) -> str:
    """A record without its end; ``quoted`` puts every cell between quotes, else only those that need it."""
    return ",".join(_cell(text, quoted) for text in row)


def csv_bytes(rows: Iterable[Row], encoding: str, *, quoted: bool = False, mark: bytes = b"") -> Iterator[bytes]:
    """A file whose records end with CR LF; ``mark`` stands before everything."""
    if mark:
        yield mark
    for row in rows:
        yield (csv_line(row, quoted=quoted) + "\r\n").encode(encoding)


def _cell(text: str, quoted: bool) -> str:
    if quoted or any(sign in text for sign in ',"\r\n') or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text


def formula(text: str) -> bool:
    """Whether a program for tables takes a cell of a CSV file for a formula."""
    return text.startswith(_RISKY)


def workbook(sheet: str, rows: Iterable[Row], widths: Sequence[int]) -> bytes:
    """A workbook of one sheet; the first row is its heading. No cell is a formula, a link or a number."""
    table = list(rows)  # whoever stops does it before the library has files open
    target = io.BytesIO()
    book = _library().Workbook(target, {"constant_memory": True})
    page = book.add_worksheet(sheet)
    page.freeze_panes(1, 0)
    heading = book.add_format({"bold": True, "bg_color": "#EEF2F7", "bottom": 1, "valign": "vcenter"})
    body = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    for number, row in enumerate(table):
        for column, text in enumerate(row):
            if text:
                page.write_string(number, column, text[:MAX_CELL], body if number else heading)
    book.close()
    return target.getvalue()


def _library() -> Any:
    import xlsxwriter  # noqa: PLC0415 (only for those who write a workbook)

    return xlsxwriter
