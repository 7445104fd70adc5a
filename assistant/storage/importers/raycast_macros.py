"""Placeholders of Raycast: ``{clipboard | trim}``, ``{date format="yyyy-MM-dd" offset="+2d"}``, ``{argument …}``.

A word in braces that Raycast does not know is ordinary text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from assistant.core.packs import macros, patterns
from assistant.core.packs.macros import Converted, Notes

_MACRO: Final = re.compile(r"\{([a-z-]{1,20})([^{}\n]{0,600})\}")
_NAMING: Final = re.compile(r"\{(snippet)([^{}\n]{0,600})\}")
_ATTRIBUTE: Final = re.compile(r"\b([a-z]{1,20})\s{0,5}=\s{0,5}(?:\"([^\"]*)\"|'([^']*)'|([^\s|\"']+))")
_DEEPEST = 5  # snippets in each other
_LONGEST = 20_000  # characters of one with all that it names
_MODIFIERS: Final = {
    "trim": ("strip",),
    "uppercase": ("upcase",),
    "lowercase": ("downcase",),
    "percent-encode": ("url_encode", 'replace: "+", "%20"'),
    "raw": (),
}
_MOMENTS: Final = {
    "date": ("now.date", "%Y-%m-%d"),
    "time": ("now.time", "%H:%M"),
    "datetime": ("", "%Y-%m-%d %H:%M"),
    "day": ("now.weekday", "%A"),
}  # our field, and the pattern when it is another day
_KNOWN: Final = frozenset((*_MOMENTS, "clipboard", "cursor", "argument", "snippet", "uuid", "selection", "browser-tab"))


@dataclass(frozen=True, slots=True)
class _Macro:
    text: str
    name: str
    values: Mapping[str, str] = field(repr=False)
    modifiers: tuple[str, ...]


def _read(found: re.Match[str]) -> _Macro | None:
    """The parts of a macro; None for ordinary text in braces."""
    values = {name: quoted or single or bare for name, quoted, single, bare in _ATTRIBUTE.findall(found[2])}
    rest = _ATTRIBUTE.sub(" ", found[2])
    head, *modifiers = rest.split("|")
    if found[1] not in _KNOWN or head.strip():
        return None
    return _Macro(found[0], found[1], values, tuple(modifier.strip() for modifier in modifiers))


def converted(text: str, others: Mapping[str, str] | None = None) -> Converted:
    """``text`` as a template. ``others`` are the file's texts by name: ``{snippet …}`` takes them in."""
    notes = Notes()
    whole = _with_others(text, others or {}, notes)
    return macros.rewritten(whole, _MACRO, _said, notes)


def _with_others(text: str, others: Mapping[str, str], notes: Notes) -> str:
    """``text`` with the snippets that it names in their places; what goes round in circles stays as it is."""
    result = text
    for _ in range(_DEEPEST + 1):
        parts = [_other(found, others) for found in _NAMING.finditer(result)]
        if all(part is None for part in parts):
            break
        if len(result) + sum(len(part or "") for part in parts) > _LONGEST:
            return text
        result = _filled(result, parts)
    else:
        return text
    if result != text:
        notes.say("提到的其他片段，内容直接放了进来，以后改那一条不会跟着变。")
    return result


def _filled(text: str, parts: Iterable[str | None]) -> str:
    """``text`` with each part in the place of what names it; None leaves the name."""
    each = iter(parts)

    def put(found: re.Match[str]) -> str:
        part = next(each)
        return found[0] if part is None else part

    return _NAMING.sub(put, text)


def _other(found: re.Match[str], others: Mapping[str, str]) -> str | None:
    macro = _read(found)
    return others.get(macro.values.get("name", "")) if macro and not any(macro.modifiers) else None


def _said(found: re.Match[str], notes: Notes) -> str | None:
    macro = _read(found)
    if macro is None:
        return None
    if macro.name == "cursor":
        notes.dropped(macro.text)
        return ""
    said = _modified(_value(macro), macro.modifiers)
    if said is None:
        notes.kept(macro.text)
    return said


def _value(macro: _Macro) -> str | None:
    if macro.name == "clipboard" and macro.values.get("offset", "0") == "0":
        return macros.show("clipboard")
    if macro.name == "argument":
        choices = [choice.strip() for choice in macro.values.get("options", "").split(",")]
        return macros.question(macro.values.get("name", "参数"), macro.values.get("default", ""), choices)
    if macro.name in _MOMENTS:
        return _moment(macro)
    return None


def _moment(macro: _Macro) -> str | None:
    shift = patterns.read_shift(macro.values.get("offset", ""))
    if shift is None:
        return None
    if pattern := macro.values.get("format"):
        return macros.date("unicode", pattern, shift)
    plain, codes = _MOMENTS[macro.name]
    return macros.show(plain) if plain and not shift.steps else macros.date("strftime", codes, shift)


def _modified(value: str | None, modifiers: tuple[str, ...]) -> str | None:
    """``value``, one ``{{ … }}``, with the modifiers as filters; None when one is unknown."""
    filters = [_MODIFIERS.get(modifier) for modifier in modifiers]
    if value is None or None in filters:
        return None
    told = [name for names in filters for name in names or ()]
    return " | ".join((value.removesuffix(" }}"), *told)) + " }}"
