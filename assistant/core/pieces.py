"""The template's own signs in a text that is still being written: where they stand and which of them are torn.

Never raises, whatever the text: it colours while somebody types. Whether a template works is for
:mod:`assistant.core.template.filling` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from assistant.core.template.grammar import BLOCKS, TAG_NAMES
from assistant.core.template.proofread import MAX_TAG

_OPENING: Final = re.compile(r"\{\{|\{%")
_NAME: Final = re.compile(r"\{%-?\s{0,20}(#|\w{0,40})")
_FILTER: Final = re.compile(r"\|\s{0,20}\w{0,40}")
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_END_RAW: Final = re.compile(r"\{%-?\s{0,20}endraw\s{0,20}-?%\}")
_EMO: Final = ("emo", "表情")


class Kind(Enum):
    """What a piece is."""

    FIELD = auto()
    FILTER = auto()  # lies inside a field or a tag
    EMO = auto()
    TAG = auto()
    REMARK = auto()  # says nothing to the buyer
    TORN = auto()  # unclosed, or closes what was never opened


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the source, from ``start`` to the character before ``end``."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Scan:
    """What was seen. ``blocks`` are those still open at the end, the innermost last, with the tag that opened each."""

    pieces: tuple[Piece, ...]
    blocks: tuple[tuple[str, Piece], ...]
    plain: tuple[tuple[int, int], ...]  # stretches that a buyer may read as they are


@dataclass(slots=True)
class _Eye:
    source: str
    pieces: list[Piece] = field(default_factory=list)
    blocks: list[tuple[str, Piece]] = field(default_factory=list)
    plain: list[tuple[int, int]] = field(default_factory=list)

    def look(self) -> Scan:
        position = 0
        while opening := _OPENING.search(self.source, position):
            self._text(position, opening.start())
            position = self._sign(opening.start(), opening[0])
        self._text(position, len(self.source))
        for _, piece in self.blocks:
            self.pieces.append(Piece(piece.start, piece.end, Kind.TORN))
        return Scan(tuple(self.pieces), tuple(self.blocks), tuple(self.plain))

    def _text(self, start: int, end: int) -> None:
        if start >= end:
            return
        if self._silent():
            self.pieces.append(Piece(start, end, Kind.REMARK))
        else:
            self.plain.append((start, end))

    def _silent(self) -> bool:
        return bool(self.blocks) and self.blocks[-1][0] == "comment"

    def _sign(self, start: int, bracket: str) -> int:
        close = "}}" if bracket == "{{" else "%}"
        end = self.source.find(close, start + 2, start + MAX_TAG)
        if end < 0:
            return self._torn(start)
        end += 2
        if bracket == "{{":
            self._add(start, end, Kind.REMARK if self._silent() else Kind.FIELD)
            return end
        return self._tag(start, end)

    def _torn(self, start: int) -> int:
        ends = [place for sign in ("\n", "{{", "{%") if (place := self.source.find(sign, start + 2)) >= 0]
        end = min((*ends, start + MAX_TAG, len(self.source)))
        self.pieces.append(Piece(start, end, Kind.TORN))
        return end

    def _tag(self, start: int, end: int) -> int:
        found = _NAME.match(self.source, start)
        name = found[1] if found else ""
        piece = Piece(start, end, Kind.TAG)
        if self._silent() and name not in ("comment", "endcomment"):
            self.pieces.append(Piece(start, end, Kind.REMARK))
        elif name == "raw":
            return self._raw(piece)
        elif name in _EMO:
            self.pieces.append(Piece(start, end, Kind.EMO))
        elif name == "#":
            self.pieces.append(Piece(start, end, Kind.REMARK))
        elif name not in TAG_NAMES or (name.startswith("end") and not self._closes(name)):
            self.pieces.append(Piece(start, end, Kind.TORN))
        else:
            self._block(name, piece)
        return end

    def _block(self, name: str, piece: Piece) -> None:
        if name in BLOCKS:
            self.blocks.append((name, piece))
        elif name.startswith("end"):
            self.blocks.pop()
        self._add(piece.start, piece.end, Kind.TAG)

    def _closes(self, name: str) -> bool:
        return bool(self.blocks) and name == f"end{self.blocks[-1][0]}"

    def _raw(self, piece: Piece) -> int:
        last = _END_RAW.search(self.source, piece.end)
        self.pieces.append(piece if last else Piece(piece.start, piece.end, Kind.TORN))
        if not last:
            return piece.end
        self._text(piece.end, last.start())
        self.pieces.append(Piece(last.start(), last.end(), Kind.TAG))
        return last.end()

    def _add(self, start: int, end: int, kind: Kind) -> None:
        self.pieces.append(Piece(start, end, kind))
        if kind is not Kind.REMARK:
            inside = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), self.source[start:end])
            self.pieces += [Piece(start + f.start(), start + f.end(), Kind.FILTER) for f in _FILTER.finditer(inside)]


def scan(source: str) -> Scan:
    """Look at ``source``."""
    return _Eye(source).look()


def units(text: str) -> Iterator[int]:
    """For each character of ``text``, and its end, where it stands when counted in UTF-16, as text widgets do."""
    place = 0
    for sign in text:
        yield place
        place += 2 if sign > "\uffff" else 1
    yield place
