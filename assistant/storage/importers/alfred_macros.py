"""Placeholders of Alfred: ``{date:short}``, ``{date:yyyy-MM-dd}``, ``{clipboard}``, ``{cursor}``, ``{random:a,b}``."""

from __future__ import annotations

import re
from typing import Final

from assistant.core.packs import macros, patterns
from assistant.core.packs.macros import Converted, Notes
from assistant.core.packs.patterns import Shift

_MACRO: Final = re.compile(r"\{([a-z]{1,12})((?:\s{1,3}[+-]\d{1,5}[A-Za-z]){0,5})(?::([^{}\n]{1,200}))?\}", re.ASCII)
_DATES: Final = {
    "short": "%Y/%-m/%-d",
    "medium": "%Y年%-m月%-d日",
    "long": "%Y年%-m月%-d日",
    "full": "%Y年%-m月%-d日 %A",
}
_TIMES: Final = {"short": "%H:%M", "medium": "%T", "long": "%T", "full": "%T"}
_MIDDLE = "medium"
_KNOWN: Final = frozenset(["date", "time", "datetime", "clipboard", "cursor", "random", "query"])


def converted(text: str) -> Converted:
    """``text`` as a template."""
    return macros.rewritten(text, _MACRO, _said)


def _said(found: re.Match[str], notes: Notes) -> str | None:
    name, told = found[1], found[3] or ""
    if name not in _KNOWN:
        return None
    if name == "cursor":
        notes.dropped(found[0])
        return ""
    said = _value(name, told, patterns.read_shift(found[2]))
    if said is None:
        notes.kept(found[0])
    elif name == "random":
        notes.say("随机的内容改成了由客服选择。")
    return said


def _value(name: str, told: str, shift: Shift | None) -> str | None:
    if name == "clipboard":
        return macros.show("clipboard") if told in ("", "0") else None
    if name == "query":
        return macros.question("query")
    if name == "random":
        return macros.question("选择", "", [choice.strip() for choice in told.split(",")]) if "," in told else None
    return _moment(name, told or _MIDDLE, shift) if shift is not None else None


def _moment(name: str, told: str, shift: Shift) -> str | None:
    if told not in _DATES:
        return macros.date("unicode", told, shift)
    codes = {"date": _DATES[told], "time": _TIMES[told], "datetime": f"{_DATES[told]} {_TIMES[told]}"}[name]
    return macros.date("strftime", codes, shift)
