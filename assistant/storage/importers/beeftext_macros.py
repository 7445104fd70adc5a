"""Beeftext's variables as our templates: ``#{clipboard}``, ``#{dateTime:+1d:yyyy-MM-dd}``, ``#{input:…}`` and so on.

Inside one, ``\\}`` and ``\\\\`` are a brace and a backslash.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from assistant.core.packs import macros, patterns
from assistant.core.packs.macros import Converted, Notes
from assistant.core.packs.patterns import Shift
from assistant.core.template.proofread import MAX_SOURCE
from assistant.storage.importers.others import DEEPEST, MOST_IN_ONE, Others, taken_in

_MACRO: Final = re.compile(r"#\{([A-Za-z]{1,20})(?::((?:[^\\}#]|\\.|#(?!\{)){0,1000}))?\}", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_SHIFTED: Final = re.compile(r"((?:[+-]\d{1,5}[yMwdhmsz]){1,10})(?::(.*))?", re.DOTALL)
_MOMENTS: Final = {"date": "yyyy-MM-dd", "time": "HH:mm:ss", "dateTime": "yyyy-MM-dd HH:mm:ss"}
_QUIET: Final = frozenset(["cursor", "delay", "shortcut"])
_KEYS: Final = {"enter": "\n", "return": "\n", "tab": "\t", "space": " "}
_MOST_KEYS = 20  # times that a key is pressed
_CASES: Final[Mapping[str, Callable[[str], str]]] = {"upper": str.upper, "lower": str.lower, "trim": str.strip}
_OTHERS: Final = frozenset(("combo", *_CASES))
_KNOWN: Final = (
    _QUIET | _OTHERS | frozenset((*_MOMENTS, "clipboard", "input", "key", "envVar", "powershell", "discordemoji"))
)


def converted(text: str, others: Others) -> Converted:
    """``text`` as a template. ``others`` are the combos by keyword: ``#{combo:…}`` takes them in."""
    filling = _Filling(others)
    template = filling.whole(text)
    return Converted(template, filling.notes.found, filling.notes.disabled)


def heading(text: str, keyword: str) -> str:
    """What to call a combo without a name."""
    return macros.heading(text[:MAX_SOURCE], _MACRO, keyword)


class _Filling:
    def __init__(self, others: Others) -> None:
        self.notes = Notes()
        self._others = others
        self._path: list[str] = []
        self._steps = 0

    def whole(self, text: str) -> str:
        """The template of a combo."""
        return macros.rewritten(text, _MACRO, self._said, self.notes).text

    def _said(self, found: re.Match[str], notes: Notes) -> str | None:
        name, told = found[1], _ESCAPED.sub(r"\1", found[2] or "")
        if name not in _KNOWN:
            return None
        if name == "powershell":
            notes.never_run(found[0])
            return None
        said = self._value(name, told)
        if said is None:
            notes.kept(found[0])
        elif not said:
            notes.dropped(found[0])
        return said

    def _value(self, name: str, told: str) -> str | None:
        if name == "clipboard":
            return macros.show("clipboard")
        if name == "input":
            return macros.question(told.strip().rstrip(":："))
        if name in _MOMENTS:
            return _moment(name, told)
        if name == "key":
            return _key(told)
        if name in _OTHERS:
            return self._other(name, told)
        return "" if name in _QUIET else None

    def _other(self, how: str, keyword: str) -> str | None:
        """Another combo. Capitals can be changed only where it has no variables of its own."""
        self._steps += 1
        fits = keyword not in self._path and len(self._path) < DEEPEST and self._steps <= MOST_IN_ONE
        other = self._others.find(keyword) if fits else None
        if other is None or (how in _CASES and _MACRO.search(other.text)):
            return None
        self.notes.say(taken_in(keyword))
        if how in _CASES:
            return macros.literal(_CASES[how](macros.clean(other.text)))
        self._path.append(keyword)
        said = self.whole(other.text)
        self._path.pop()
        return said


def _moment(name: str, told: str) -> str | None:
    shifted = _SHIFTED.fullmatch(told)
    shift = patterns.read_shift(shifted[1]) if shifted else Shift()
    pattern = (shifted[2] if shifted else told) or _MOMENTS[name]
    return macros.date("qt", pattern, shift) if shift is not None else None


def _key(told: str) -> str:
    name, _, count = told.partition(":")
    times = int(count) if count.isdecimal() and len(count) < 3 else 1
    return _KEYS.get(name.strip().lower(), "") * min(times, _MOST_KEYS)
