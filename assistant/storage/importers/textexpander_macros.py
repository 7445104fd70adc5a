"""TextExpander's macros as our templates: ``%clipboard``, ``%filltext:name=N%``, ``%fillpart…%``, ``%@+1D%Y-%m-%d``.

A percent sign that begins none of them is ordinary text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from assistant.core.packs import macros, patterns
from assistant.core.packs.macros import Converted, Notes
from assistant.core.packs.patterns import Shift
from assistant.core.template.proofread import MAX_SOURCE
from assistant.storage.importers.others import DEEPEST, MOST_IN_ONE, Others, taken_in

_PARTS = 5  # optional parts in each other
_DATE: Final = r"%1?[aAbBdeHIjmMpSUwyYZ]"
_MACRO: Final = re.compile(
    r"%(?:(?P<word>clipboard|pasteboard|\||[<>^v](?![A-Za-z]))"
    r"|(?P<end>fillpartend|filltop)%"
    r"|(?P<kind>fill|filltext|fillarea|fillpopup|fillpart|snippet|key):(?P<told>[^%]{0,1000})%"
    r"|@(?P<shift>(?:[+-]\d{1,5}[A-Za-z]){1,10})"
    r"|(?P<percent>%)"
    rf"|(?P<date>{_DATE[1:]}(?:[-/.: ,年月日时分秒T]{{0,3}}{_DATE}){{0,20}}))"
)
_ONE_DATE: Final = re.compile(rf"({_DATE})")
_OPTION: Final = re.compile(r"(name|default|width|height)=", re.IGNORECASE)
_KEYS: Final = {"enter": "\n", "return": "\n", "tab": "\t"}


def converted(text: str, others: Others) -> Converted:
    """``text`` as a template. ``others`` are the snippets by abbreviation: ``%snippet:…%`` takes them in."""
    filling = _Filling(others)
    template = filling.whole(text)
    return Converted(template, filling.notes.found, filling.notes.disabled)


def heading(text: str, abbreviation: str) -> str:
    """What to call a snippet without a label."""
    return macros.heading(text[:MAX_SOURCE], _MACRO, abbreviation)


def program(text: str) -> Converted:
    """A snippet that is a program."""
    return Converted(macros.literal(macros.clean(text)), ("这一条是程序，这里从不运行，已停用。",), disabled=True)


@dataclass(slots=True)
class _Part:
    """What is written so far: the whole, or an optional part that has begun with ``macro``."""

    macro: str = ""
    name: str = ""
    wanted: bool = False
    pieces: list[str] = field(default_factory=list)


class _Filling:
    def __init__(self, others: Others) -> None:
        self.notes = Notes()
        self._others = others
        self._shift = Shift()
        self._path: list[str] = []
        self._steps = 0
        self._inside = 0

    def whole(self, text: str) -> str:
        """The template of a snippet."""
        source = macros.clean(text)
        parts = [_Part()]
        position = 0
        for found in _MACRO.finditer(source):
            parts[-1].pieces.append(macros.literal(source[position : found.start()]))
            position = found.end()
            if found["kind"] == "fillpart" and self._inside < _PARTS:
                self._inside += 1
                told = _told(found["told"])
                parts.append(_Part(found[0], told.name, told.default.casefold() != "no"))
            elif found["end"] == "fillpartend" and len(parts) > 1:
                self._inside -= 1
                _close(parts)
            else:
                parts[-1].pieces.append(self._said(found))
        parts[-1].pieces.append(macros.literal(source[position:]))
        while len(parts) > 1:  # one without an end is none
            self._inside -= 1
            open_ = parts.pop()
            self.notes.kept(open_.macro)
            parts[-1].pieces += [macros.literal(open_.macro), *open_.pieces]
        return "".join(parts[0].pieces)

    def _said(self, found: re.Match[str]) -> str:
        """What stands in the place of a macro."""
        said = self._value(found)
        if said is None:
            self.notes.kept(found[0])
            return macros.literal(found[0])
        if not said and not found["shift"]:
            self.notes.dropped(found[0])
        return said

    def _value(self, found: re.Match[str]) -> str | None:
        parts = found.groupdict()
        if parts["percent"]:
            return "%"
        if parts["word"] in ("clipboard", "pasteboard"):
            return macros.show("clipboard")
        if parts["date"]:
            return self._moment(found[0])
        if parts["shift"]:
            shift = patterns.read_shift(parts["shift"])
            self._shift = shift or Shift()
            return None if shift is None else ""
        if parts["kind"]:
            return self._told(parts["kind"], parts["told"])
        return ""

    def _moment(self, pattern: str) -> str | None:
        """A run of parts of a date; where one can't be shown, each for itself."""
        codes = re.sub(r"%1([A-Za-z])", r"%-\1", pattern)
        said = macros.date("strftime", codes, self._shift)
        if said is not None:
            return said
        pieces = [part for part in _ONE_DATE.split(codes) if part]
        if len(pieces) == 1:
            return None
        return "".join(self._piece(piece) for piece in pieces)

    def _piece(self, piece: str) -> str:
        said = macros.date("strftime", piece, self._shift) if piece.startswith("%") else macros.literal(piece)
        if said is None:
            self.notes.kept(piece)
        return said or macros.literal(piece)

    def _told(self, kind: str, text: str) -> str | None:
        if kind == "key":
            return _KEYS.get(text.strip().lower(), "")
        if kind == "snippet":
            return self._snippet(text)
        if kind == "fillpart":
            return None
        if kind == "fill":
            return macros.question(text)
        told = _told(text)
        choices = told.options if kind == "fillpopup" else []
        said = macros.question(told.name, told.default, choices)
        return said or macros.chosen(told.name, [(choice, choice) for choice in choices])

    def _snippet(self, name: str) -> str | None:
        self._steps += 1
        fits = name not in self._path and len(self._path) < DEEPEST and self._steps <= MOST_IN_ONE
        other = self._others.find(name) if fits else None
        if other is None:
            return None
        if other.is_program:
            self.notes.never_run(f"%snippet:{name}%")
            return macros.literal(f"%snippet:{name}%")
        self.notes.say(taken_in(name))
        self._path.append(name)
        said = self.whole(other.text)
        self._path.pop()
        return said


def _close(parts: list[_Part]) -> None:
    done = parts.pop()
    parts[-1].pieces.append(macros.optional(done.name, "".join(done.pieces), done.wanted))


@dataclass(slots=True)
class _Told:
    name: str = ""
    default: str = ""
    options: list[str] = field(default_factory=list)


def _told(text: str) -> _Told:
    """``name=N:default=D:A:B``; what follows a name or a preset without a key is more of it, in a list an option."""
    told = _Told()
    for piece in text.split(":"):
        key = _OPTION.match(piece)
        value = piece[key.end() :] if key else piece
        if not key:
            told.options.append(piece)
        elif key[1].lower() == "name":
            told.name = value
        elif key[1].lower() == "default":
            told.default = value
            told.options.append(value)
    return told
