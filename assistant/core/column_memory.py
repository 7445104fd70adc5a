"""What the user said about columns of tables that nobody knows, remembered for tables with the same headings.

Kept as one line of text: by the digest of a table's headings, heading → what it holds; "" is a column without use.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2s

from assistant.core.errors import SettingProblem

_MOST = 40  # tables remembered; the oldest makes room


@dataclass(frozen=True, slots=True)
class ColumnMemory:
    """The rules for one kind of tables: what a column can hold, and what is told when the text can't be read."""

    fields: Collection[str]
    unreadable: str
    again: str

    def checked(self, text: str) -> str:
        """``text`` in our form. Raises SettingProblem when it is not of :meth:`remember`."""
        return json.dumps(self._parsed(text))

    def known(self, text: str, headings: Iterable[str]) -> dict[str, str] | None:
        """What was said about the columns of a table with these headings; None when nobody was asked yet."""
        return self._parsed(text).get(_digest(headings))

    def remember(self, text: str, headings: Iterable[str], columns: Mapping[str, str]) -> str:
        """``text`` with what was said now."""
        tables = self._parsed(text)
        tables.pop(key := _digest(headings), None)
        tables[key] = dict(columns)
        for oldest in list(tables)[:-_MOST]:
            del tables[oldest]
        return json.dumps(tables)

    def _parsed(self, text: str) -> dict[str, dict[str, str]]:
        try:
            tables = json.loads(text)
            if not all(self._is_table(table) for table in tables.values()):
                raise ValueError
        except (ValueError, RecursionError, AttributeError) as error:
            raise SettingProblem(self.unreadable, self.again) from error
        return {str(key): dict(table) for key, table in tables.items()}

    def _is_table(self, table: object) -> bool:
        return isinstance(table, dict) and all(path == "" or path in self.fields for path in table.values())


def _digest(headings: Iterable[str]) -> str:
    return blake2s("\t".join(sorted(headings)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
