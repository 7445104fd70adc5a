"""AutoKey's macros and keys as our templates: ``<date format=%Y-%m-%d>``, ``<cursor>``, ``<enter>``, ``<ctrl>+x``.

Any other word in angle brackets is ordinary text.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.core.packs import macros
from assistant.core.packs.macros import Converted, Notes

_MODIFIER: Final = r"(?:ctrl|alt|altgr|alt_gr|shift|super|meta|hyper)"
_KEY: Final = (
    r"(?:backspace|tab|enter|return|escape|insert|delete|home|end|page_up|page_down|left|right|up|down|space|capslock|"
    r"numlock|scroll_lock|print_screen|pause|menu|f[1-9]|f[12]\d|f3[0-5]|np_\w{1,12}|code\d{1,3})"
)
_MACRO: Final = re.compile(
    rf"<(?P<name>cursor|date|script|system|file)(?P<told>(?:\s[^<>\n]{{0,1000}})?)>"
    rf"|(?P<combo>(?:<{_MODIFIER}>\+){{1,4}}(?:<{_KEY}>|[^\s<]))|<(?P<key>{_KEY})>"
)
_FORMAT: Final = re.compile(r"\bformat=(?:\"([^\"]*)\"|'([^']*)'|(.*\S))")
_SAID: Final = {"enter": "\n", "return": "\n", "np_enter": "\n", "tab": "\t", "space": " "}


def converted(text: str) -> Converted:
    """``text`` as a template."""
    return macros.rewritten(text, _MACRO, _said)


def _said(found: re.Match[str], notes: Notes) -> str | None:
    name = found["name"]
    if name in ("script", "system"):
        notes.never_run(found[0])
        return None
    said = _date(found["told"]) if name == "date" else None
    if name == "cursor" or found["combo"] or found["key"]:
        said = _SAID.get(found["key"] or "", "")
    if said is None:
        notes.kept(found[0])
    elif not said:
        notes.dropped(found[0])
    return said


def _date(told: str) -> str | None:
    found = _FORMAT.search(told)
    pattern = next((part for part in found.groups() if part), "") if found else ""
    return macros.date("strftime", pattern)
