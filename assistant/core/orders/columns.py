"""What the user said about columns of order tables that nobody knows, remembered for tables with the same headings.

Kept as one line of text: by the digest of a table's headings, heading → field path; "" is a column without use.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import blake2s

from assistant.core.errors import SettingProblem
from assistant.core.template.facts import BY_PATH

_MOST = 40  # tables remembered; the oldest makes room
_ROOTS = ("order.", "buyer.", "receiver.", "item.", "logistics.", "shop.name")
_MADE = ("order.tail", "order.link", "receiver.phone_tail", "buyer.name")  # these stand in no table

FIELDS = tuple(path for path in BY_PATH if path.startswith(_ROOTS) and path not in _MADE)
"""What a column can hold."""


def checked(text: str) -> str:
    """``text`` in our form. Raises SettingProblem when it is not of :func:`remember`."""
    return json.dumps(_parsed(text))


def known(text: str, headings: Iterable[str]) -> dict[str, str] | None:
    """What was said about the columns of a table with these headings; None when nobody was asked yet."""
    return _parsed(text).get(_digest(headings))


def remember(text: str, headings: Iterable[str], columns: Mapping[str, str]) -> str:
    """``text`` with what was said now."""
    tables = _parsed(text)
    tables.pop(key := _digest(headings), None)
    tables[key] = dict(columns)
    for oldest in list(tables)[:-_MOST]:
        del tables[oldest]
    return json.dumps(tables)


def _digest(headings: Iterable[str]) -> str:
    return blake2s("\t".join(sorted(headings)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _parsed(text: str) -> dict[str, dict[str, str]]:
    try:
        tables = json.loads(text)
        if not all(_is_table(table) for table in tables.values()):
            raise ValueError
    except (ValueError, RecursionError, AttributeError) as error:
        raise SettingProblem("记住的订单表列名读不懂。", "请在读入订单表时重新选择。") from error
    return {str(key): dict(table) for key, table in tables.items()}


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(path == "" or path in FIELDS for path in table.values())
