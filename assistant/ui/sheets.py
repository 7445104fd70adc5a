"""The wordings of a phrase while they are written, each a document with an undo of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextDocument

from assistant.core.model import Variant
from assistant.ui.paper import document_for

BLANK = Variant("")


@dataclass(eq=False)
class Sheet:
    """A wording that is being written. ``fresh`` ones were added and have not been taken over yet."""

    kind: Variant
    document: QTextDocument
    fresh: bool = False

    @classmethod
    def of(cls, variant: Variant, *, fresh: bool = False) -> Sheet:
        """A sheet with ``variant`` on it."""
        return cls(variant, document_for(variant.text), fresh)

    @property
    def text(self) -> str:
        """What is written, to the letter what was given while nobody has changed it."""
        return self.document.toPlainText() if self.document.isModified() else self.kind.text

    @property
    def variant(self) -> Variant:
        """The wording as it stands."""
        return replace(self.kind, text=self.text)

    @property
    def counts(self) -> bool:
        """Whether it is more than a page that somebody has begun and left empty."""
        return not self.fresh or bool(self.text.strip())


class Sheets:
    """All of them, never none."""

    def __init__(self) -> None:
        self._sheets = [Sheet.of(BLANK, fresh=True)]

    def __getitem__(self, number: int) -> Sheet:
        return self._sheets[number]

    def __len__(self) -> int:
        return len(self._sheets)

    @property
    def numbers(self) -> list[int]:
        """Of those that count; the first where none does."""
        return [number for number, sheet in enumerate(self._sheets) if sheet.counts] or [0]

    @property
    def all(self) -> list[Variant]:
        """Every wording."""
        return [sheet.variant for sheet in self._sheets]

    @property
    def written(self) -> tuple[Variant, ...]:
        """The wordings that count."""
        return tuple(self._sheets[number].variant for number in self.numbers)

    def show(self, wordings: Sequence[Variant], *, again: bool) -> None:
        """Have these. ``again``: they are of the same phrase, so what says the same keeps its undo."""
        known = self._sheets if again else []
        made = []
        for number, variant in enumerate(wordings):
            held = known[number] if number < len(known) else None
            if held and held.text == variant.text:
                held.kind, held.fresh = replace(variant, text=held.kind.text), False
                made.append(held)
            else:
                made.append(Sheet.of(variant))
        self._sheets = made or [Sheet.of(BLANK, fresh=True)]

    def take_over(self) -> None:
        """What is written now was handed on."""
        for sheet in self._sheets:
            sheet.fresh = not sheet.counts

    def insert(self, number: int, sheet: Sheet) -> None:
        """Put a sheet before the one with that number."""
        self._sheets.insert(number, sheet)

    def remove(self, number: int) -> None:
        """Take one away."""
        del self._sheets[number]
        self._sheets = self._sheets or [Sheet.of(BLANK, fresh=True)]

    def move(self, before: int, after: int) -> None:
        """Have one stand elsewhere."""
        self._sheets.insert(after, self._sheets.pop(before))
