"""Tables of 客服宝 and its kin: categories of two or three levels, a title, a wording."""

from __future__ import annotations

from assistant.core.packs import columns
from assistant.core.packs.foreign import Haul
from assistant.storage.importers import rows
from assistant.storage.importers.source import Source


class _Kefubao:
    name = "kefubao"

    def recognises(self, source: Source) -> bool:
        """By the headings."""
        return rows.is_table(source) and any(columns.is_kefubao(grid.headings) for grid in rows.grids(source))

    def read(self, source: Source) -> Haul:
        """Phrases in their categories."""
        return rows.haul(source, self.name)


IMPORTER = _Kefubao()
