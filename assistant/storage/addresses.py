"""Addresses in their parts, many of them: :mod:`assistant.core.regions` with the table of our resources."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.core.regions import Place, Regions
from assistant.storage import resources

_WORDS = 4  # province, city, district, and all the rest
_REMEMBERED = 4_000  # beginnings; there are about 3,000
_STREET = re.compile(r"[\w(（#](?:[\w()（）#*.-]| (?! ))*[\w)）*]")  # nothing that separates but a blank


class Addresses:
    """Takes addresses apart; the table of regions is read when the first one comes.

    Back offices write ``省 市 区 street``. The beginning, which thousands share and which is nobody's home, is kept.
    """

    def __init__(self) -> None:
        self._regions: Regions | None = None
        self._beginnings: dict[str, Place] = {}

    def __call__(self, address: str) -> Place:
        """The parts of ``address``."""
        words = address.split(" ", 3)
        if len(words) == _WORDS:
            street = words.pop()
            place = self._beginning(" ".join(words))
            # What repeats the region, or might go on with it, is not for this short way.
            plain = place.district and not place.street and _STREET.fullmatch(street)
            if plain and place.province[:2] not in street and place.city[:2] not in street:
                return replace(place, street=street)
        return self._table.split(address)

    @property
    def _table(self) -> Regions:
        if self._regions is None:
            self._regions = Regions.parse(resources.read_text("regions.txt"))
        return self._regions

    def _beginning(self, words: str) -> Place:
        if words not in self._beginnings:
            if len(self._beginnings) >= _REMEMBERED:
                self._beginnings.clear()
            self._beginnings[words] = self._table.split(words)
        return self._beginnings[words]
