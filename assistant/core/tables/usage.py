"""How a template looks something up in a table, ready to be put into a phrase."""

from __future__ import annotations

import re
from typing import Final

from assistant.core.tables.places import Area
from assistant.core.tables.table import Column, Kind, Table
from assistant.core.template import facts

_UNIT: Final = re.compile(r"\s*[(（【/:：].*$")
_ADDRESS: Final = "收货地址"
_PAID: Final = "实付"


def lookup(table: Table, column: str = "") -> str:
    """``表.尺码 | 查: 输入.身高, 输入.体重``; the column is named where it is not the first one that answers."""
    path = f"表.{table.name}" if table.name.isidentifier() else f'表["{table.name}"]'
    keys = ", ".join(_key(table, number, key) for number, key in enumerate(table.keys))
    first = table.answers[0].name if table.answers else ""
    named = f', 列: "{column}"' if column and column != first else ""
    return f"{path} | 查: {keys}{named}"


def examples(table: Table) -> tuple[tuple[str, str], ...]:
    """For each column that answers its name and what to write for it."""
    if not table.keys:
        return ()
    return tuple((column.name, f"{{{{ {lookup(table, column.name)} }}}}") for column in table.answers)


def _key(table: Table, number: int, column: Column) -> str:
    """The fact that fits a key, else a question of its name."""
    name = _UNIT.sub("", column.name).strip()
    if column.kind is Kind.REGION:
        deep = any(isinstance(cell := row[number], Area) and _below_provinces(cell) for row in table.cells)
        return _ADDRESS if deep or not facts.canonical(name) else name
    if facts.canonical(name):
        return name
    if column.kind is Kind.AMOUNT:
        return _PAID
    return f"输入.{''.join(sign for sign in name if sign.isidentifier()) or f'条件{number + 1}'}"


def _below_provinces(area: Area) -> bool:
    return any(len(place) > 1 for place in area.places)
