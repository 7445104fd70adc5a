"""Any other table. Where nobody knows its headings, somebody has to say what they are."""

from __future__ import annotations

from assistant.core.packs.foreign import Haul
from assistant.storage.importers import rows
from assistant.storage.importers.source import Source


class _Table:
    name = "table"

    def recognises(self, source: Source) -> bool:
        """Whatever may be a table; the last one to ask."""
        return rows.is_table(source)

    def read(self, source: Source) -> Haul:
        """Phrases by the meaning of the headings. Raises NeedsMapping when it can't be told."""
        return rows.haul(source, self.name)


IMPORTER = _Table()
