"""A table out of plain rows, as spreadsheets hold them: which row names the columns, and which columns are keys."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from assistant.core.tables import edits
from assistant.core.tables.numbers import Scale, plain, scale_of, span
from assistant.core.tables.places import area
from assistant.core.tables.table import MOST_COLUMNS, MOST_ROWS, Column, Kind, Table

_PLACES: Final = re.compile("省|城市|地区|区域|收货地|目的地|到达|^市$|^地址$")
_AMOUNTS: Final = re.compile("满|实付|消费|订单金额|应付")
_MEASURES: Final = re.compile("身高|体重|重量|净重|腰围|胸围|臀围|肩宽|脚长|年龄|件数|数量")
_ANSWERS: Final = re.compile("运费|邮费|天数|时效|快递|尺码|赠品|首重|续重|说明|备注|答|结果")
_WIDTH: Final = re.compile(r"\d")


def table_of_rows(name: str, rows: Sequence[Sequence[str]]) -> Table:
    """The first row that is not empty names the columns. What a column is for is a first guess, for a person to check.

    Columns that are empty to the end are left out; rows and columns beyond the limits are too.
    """
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    width = max((number + 1 for row in filled for number, cell in enumerate(row) if cell.strip()), default=0)
    if not filled:
        return edits.table_of(name, (), ())
    head, body = [*filled[0], *[""] * width][: min(width, MOST_COLUMNS)], filled[1 : MOST_ROWS + 1]
    kinds = [_kind(title, [row[n] for row in body if n < len(row) and row[n].strip()]) for n, title in enumerate(head)]
    if kinds and Kind.ANSWER not in kinds and len(kinds) > 1:
        kinds[-1] = Kind.ANSWER
    if kinds and all(kind is Kind.ANSWER for kind in kinds) and len(kinds) > 1:
        kinds[0] = Kind.TEXT
    return edits.table_of(name, [Column(*what) for what in zip(head, kinds, strict=True)], body)


def _kind(title: str, cells: Sequence[str]) -> Kind:
    name = plain(title)
    if not cells or _ANSWERS.search(name):
        return Kind.ANSWER
    if _PLACES.search(name) and all(area(cell) for cell in cells):
        return Kind.REGION
    scale = scale_of(title, cells)
    if _AMOUNTS.search(name) and _all_spans(cells, Scale("元")):
        return Kind.AMOUNT
    ranges = any(_WIDTH.search(cell) and not cell.strip().replace(".", "").isdigit() for cell in cells)
    if (_MEASURES.search(name) or ranges) and _all_spans(cells, scale):
        return Kind.RANGE
    return Kind.ANSWER


def _all_spans(cells: Sequence[str], scale: Scale) -> bool:
    return all(span(cell, scale) or plain(cell) in ("不限", "其他") for cell in cells)
