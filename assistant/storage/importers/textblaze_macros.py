"""Commands of Text Blaze: ``{formtext: name=N; default=D}``, ``{formmenu: A; B}``, ``{time: YYYY-MM-DD}``, …"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from assistant.core.packs import macros, patterns
from assistant.core.packs.macros import Converted, Notes
from assistant.core.template.grammar import Grammar

_MACRO: Final = re.compile(r"\{([a-z]{1,20}|=)(?::([^{}]{0,1000}))?\}", re.IGNORECASE)
_SETTING: Final = re.compile(r"\s*([a-z]{1,20})\s*=(.*)", re.IGNORECASE | re.DOTALL)
_SETTINGS: Final = frozenset(["name", "default", "cols", "rows", "width", "multiple", "shift", "at", "formatter"])
_YES: Final = frozenset(["yes", "true", "1"])
_KEYS: Final = {"enter": "\n", "return": "\n", "tab": "\t"}
_RUNNING: Final = frozenset(["run", "urlload", "urlsend", "urlping", "dbselect", "dbinsert", "dbupdate", "dbdelete"])
_UNKNOWN: Final = frozenset(
    ["site", "image", "link", "button", "error", "wait", "click", "user", "else", "elseif", "snippet", "import", "="]
) | {"if", "endif", "repeat", "endrepeat", "note", "endnote", "formtoggle", "endformtoggle"}
_DEEPEST: Final = Grammar.block_nesting_limit // 2  # of optional parts in each other
_TEXT, _DATE, _CHOICE = "文字", "日期", "选项"  # what questions without a name are called


@dataclass(frozen=True, slots=True)
class _Command:
    """``free`` are the parts that stand alone, ``settings`` those with a name."""

    text: str
    name: str
    free: tuple[str, ...] = ()
    settings: dict[str, str] = field(default_factory=dict)


def converted(text: str) -> Converted:
    """``text`` as a template."""
    return _Converter().converted(text, 0)


def _read(found: re.Match[str]) -> _Command:
    free: list[str] = []
    settings: dict[str, str] = {}
    for part in (found[2] or "").split(";"):
        setting = _SETTING.fullmatch(part)
        if setting and setting[1].lower() in _SETTINGS:
            settings[setting[1].lower()] = setting[2].strip()
        elif part.strip():
            free.append(part.strip())
    return _Command(found[0], found[1].lower(), tuple(free), settings)


class _Converter:
    def __init__(self) -> None:
        self._notes = Notes()

    def converted(self, text: str, depth: int) -> Converted:
        """``text`` with its commands; optional parts by themselves, as far as they may stand in each other."""
        source = macros.clean(text)
        parts: list[str] = []
        position = 0
        for start, opened, inside, end in _toggles(source) if depth < _DEEPEST else ():
            parts.append(self._plain(source[position:start]))
            inner = self.converted(inside, depth + 1).text
            wanted = opened.settings.get("default", "no").lower() in _YES
            parts.append(macros.optional(opened.settings.get("name", _CHOICE), inner, wanted))
            position = end
        parts.append(self._plain(source[position:]))
        return Converted("".join(parts), self._notes.found, self._notes.disabled)

    def _plain(self, text: str) -> str:
        return macros.rewritten(text, _MACRO, _said, self._notes).text


def _toggles(source: str) -> list[tuple[int, _Command, str, int]]:
    """The outermost optional parts: where each begins, its command, what stands in it, where it ends."""
    found: list[tuple[int, _Command, str, int]] = []
    opened: list[re.Match[str]] = []
    for command in _MACRO.finditer(source):
        name = command[1].lower()
        if name == "formtoggle":
            opened.append(command)
        elif name == "endformtoggle" and opened:
            first = opened.pop()
            if not opened:
                found.append((first.start(), _read(first), source[first.end() : command.start()], command.end()))
    return found


def _said(found: re.Match[str], notes: Notes) -> str | None:
    command = _read(found)
    if command.name in _RUNNING:
        notes.never_run(command.text)
        return None
    if command.name == "cursor":
        notes.dropped(command.text)
        return ""
    if command.name == "key":
        return _key(command, notes)
    known = command.name in _VALUES
    said = _VALUES[command.name](command) if known else None
    if said is None and (known or command.name in _UNKNOWN):
        notes.kept(command.text)
    if command.settings.get("multiple", "no").lower() in _YES and said:
        notes.say("原来可以选多项的地方，现在只能选一项。")
    return said


def _key(command: _Command, notes: Notes) -> str:
    key = "".join(command.free[:1]).lower()
    if key not in _KEYS:
        notes.dropped(command.text)
    return _KEYS.get(key, "")


def _form_text(command: _Command) -> str | None:
    return macros.question(command.settings.get("name", _TEXT), command.settings.get("default", ""))


def _form_menu(command: _Command) -> str | None:
    default = command.settings.get("default", "")
    choices = (*command.free, default) if default and default not in command.free else command.free
    return macros.question(command.settings.get("name", _CHOICE), default, choices)


def _form_date(command: _Command) -> str | None:
    pattern = patterns.converted("moment", "; ".join(command.free))
    codes = macros.quoted(pattern) if pattern else None
    name = macros.asked(macros.name_of(command.settings.get("name", _DATE)))
    return macros.show(name, ("a_date", f"date: {codes}")) if codes else None


def _time(command: _Command) -> str | None:
    shift = patterns.read_shift(command.settings.get("shift", ""))
    if shift is None or "at" in command.settings:
        return None
    return macros.date("moment", "; ".join(command.free), shift)


def _clipboard(command: _Command) -> str | None:
    return None if command.free else macros.show("clipboard")


_VALUES: Final = {
    "formtext": _form_text,
    "formparagraph": _form_text,
    "formmenu": _form_menu,
    "formdate": _form_date,
    "time": _time,
    "clipboard": _clipboard,
}
