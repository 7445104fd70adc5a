"""espanso's variables, forms and marks as our templates.

``{{name}}`` is a variable of the match, of its file or of another file, ``{{form.field}}`` one field of a form, and
``[[field]]`` a field in the layout of a form. What a variable would pick at random becomes several wordings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from assistant.core.packs import html_text, macros
from assistant.core.packs.macros import Converted, Notes
from assistant.core.packs.patterns import Shift
from assistant.core.template.proofread import MAX_SOURCE

_DEEPEST = 5  # variables and phrases in each other
_MOST_WORDINGS = 100
_MOST_STEPS = 200  # references that one wording may follow
_MOST_WRITTEN = 2_000_000  # characters of all that references have brought in, in one import
_STEP = 20  # characters that it costs to follow one
_LABEL = 30  # characters of a choice that has no label of its own

_MACRO: Final = re.compile(
    r"(?P<cursor>\$\|\$)|(?P<brace>\\\{\\\{|\\\}\\\})|\{\{\s{0,20}(?P<name>\w{1,100})(?:\.(?P<part>\w{1,100}))?\s{0,20}\}\}"
)
_FORM: Final = re.compile(rf"{_MACRO.pattern}|\[\[\s{{0,20}}(?P<field>\w{{1,100}})\s{{0,20}}\]\]")
_SIGN: Final = re.compile(r"\$\||\\|\{\{|\[\[")  # what every macro begins with
_GROUP: Final = re.compile(r"\(\?P?<([A-Za-z_]\w{0,99})>")
_HERE: Final = {"zh", "zh-CN", "zh_CN", "Asia/Shanghai"}
_EMPHASIS: Final = re.compile(r"(\*\*\*|\*\*|__|~~|`)(?=\S)([^\n*`~]{1,500}?)(?<=\S)\1")
_HEADING: Final = re.compile(r"^#{1,6} +", re.MULTILINE)
_LINK: Final = re.compile(r"!?\[([^\[\]\n]{0,500})\]\(([^()\s]{1,1000})\)")

EFFECTS: Final = ("replace", "form", "markdown", "html")

Values = Mapping[str, Any]


@dataclass(slots=True)
class Shelf:
    """What references of one import can mean: variables and phrases by their names. ``written`` counts characters."""

    variables: dict[str, Values] = field(default_factory=dict)
    matches: dict[str, Values] = field(default_factory=dict)
    written: int = 0


def effect(match: Values) -> tuple[str, str]:
    """What a match writes: the kind, one of EFFECTS or "", and the text as it stands."""
    for kind in EFFECTS:
        text = match.get(kind)
        if isinstance(text, str):
            return kind, text
    return "", ""


def heading(match: Values, otherwise: str) -> str:
    """What to call a match without a label; "" for its first line as it stands."""
    kind, text = effect(match)
    if kind in ("replace", "form") and not _SIGN.search(text):
        return ""
    return macros.heading(_plain(kind, text[:MAX_SOURCE]), _FORM, otherwise) if kind else otherwise


def _plain(kind: str, text: str) -> str:
    """What an effect of that kind says, without formatting; its macros are still there."""
    if kind == "html":
        return html_text.plain(text)
    return _unmarked(text) if kind == "markdown" else text


def converted(text: str, match: Values, nearby: Mapping[str, Values], shelf: Shelf) -> Converted:
    """The text of ``match`` as a template. ``nearby`` are the variables of its file."""
    plain = _plain(effect(match)[0], text)
    if not _SIGN.search(plain):
        return Converted(macros.literal(plain))
    first = _Filling(match, nearby, shelf, 0)
    template = first.whole(plain)
    others: dict[str, None] = {}
    for turn in range(1, first.turns if shelf.written < _MOST_WRITTEN else 1):
        other = _Filling(match, nearby, shelf, turn).whole(plain)
        shelf.written += len(other)
        others[other] = None
    others.pop(template, None)
    if first.turns > 1:
        first.notes.say("随机的内容改成了几种说法，发送时换着用。")
    return Converted(template, first.notes.found, first.notes.disabled, tuple(others))


class _Filling:
    """One wording of one match: ``turn`` says which one of what would be picked at random, ``turns`` their number."""

    def __init__(self, match: Values, nearby: Mapping[str, Values], shelf: Shelf, turn: int) -> None:
        self.notes = Notes()
        self.turns = 1
        self._turn = turn
        self._shelf = shelf
        self._nearby = nearby
        self._match = match
        self._own = named(match.get("vars"))
        self._fields = _mapping(match.get("form_fields"))
        self._groups = frozenset(_GROUP.findall(str(match.get("regex") or "")[:MAX_SOURCE]))
        self._steps = 0
        self._path: list[str] = []

    def whole(self, text: str) -> str:
        """The template."""
        pattern = _FORM if effect(self._match)[0] == "form" else _MACRO
        return macros.rewritten(text, pattern, self._said, self.notes).text

    def _text(self, text: object, pattern: re.Pattern[str] = _MACRO) -> str | None:
        """What a parameter says, with its own references; None when that would never end."""
        if not isinstance(text, str) or len(text) > MAX_SOURCE or self._shelf.written > _MOST_WRITTEN:
            return None
        result = macros.rewritten(text, pattern, self._said, self.notes).text
        self._shelf.written += len(text) + len(result) + _STEP
        return result if len(result) <= MAX_SOURCE else None

    def _said(self, found: re.Match[str], notes: Notes) -> str | None:
        parts = found.groupdict()
        if parts["cursor"]:
            notes.dropped(found[0])
            return ""
        if parts["brace"]:
            return macros.literal(found[0].replace("\\", ""))
        if parts.get("field"):
            return self._field(parts["field"])
        return self._reference(found)

    def _reference(self, found: re.Match[str]) -> str | None:
        name = found["name"]
        self._steps += 1
        variable = self._variable(name)
        value: str | None = None
        if variable is None:
            value = macros.question(name) if name in self._groups else None
        elif _kind(variable) in ("shell", "script"):
            self.notes.never_run(found[0])
            return None
        elif name not in self._path and len(self._path) < _DEEPEST and self._steps <= _MOST_STEPS:
            self._path.append(name)
            value = self._value(variable, name, found["part"])
            self._path.pop()
        if value is None:
            self.notes.kept(found[0])
        return value

    def _variable(self, name: str) -> Values | None:
        own = self._own.get(name)
        if own is not None and _kind(own) != "global":
            return own
        return self._nearby.get(name) or self._shelf.variables.get(name)

    def _value(self, variable: Values, name: str, part: str | None) -> str | None:
        given = _mapping(variable.get("params"))
        kind = _kind(variable)
        if part is not None and kind != "form":
            return None
        if part is not None:
            return self._ask(part, _mapping(_mapping(given.get("fields")).get(part)))
        say = self.SAYS.get(kind)
        return say(self, given, name) if say else None

    def _echo(self, given: Values, _name: str) -> str | None:
        return self._text(given.get("echo"))

    def _clipboard(self, _given: Values, _name: str) -> str | None:
        return macros.show("clipboard")

    def _chosen(self, given: Values, name: str) -> str | None:
        return self._choice(name, given.get("values"), "")

    def _date(self, given: Values, _name: str) -> str | None:
        try:
            shift = Shift.of_seconds(int(str(given.get("offset") or 0)[:12]))
        except ValueError:
            return None
        if shift is None:
            return None
        if any(given.get(key) and given[key] not in _HERE for key in ("locale", "tz")):
            self.notes.say("日期改按这台电脑的时间和中文来写。")
        return macros.date("strftime", str(given.get("format") or ""), shift)

    def _random(self, given: Values, _name: str) -> str | None:
        choices = [one for one in _sequence(given.get("choices")) if isinstance(one, str)]
        if not choices:
            return None
        if len(choices) > _MOST_WORDINGS:
            self.notes.say(f"随机的内容太多，只取了前 {_MOST_WORDINGS} 种。")
        self.turns = max(self.turns, min(len(choices), _MOST_WORDINGS))
        return self._text(choices[self._turn % min(len(choices), _MOST_WORDINGS)])

    def _other(self, given: Values, _name: str) -> str | None:
        trigger = given.get("trigger")
        other = self._shelf.matches.get(trigger) if isinstance(trigger, str) else None
        mark = f"\0{trigger}"
        if other is None or other is self._match or mark in self._path:
            return None
        kind, raw = effect(other)
        text = _plain(kind, raw) if len(raw) <= MAX_SOURCE else raw
        before = self._match, self._own, self._fields
        self._match, self._own, self._fields = other, named(other.get("vars")), _mapping(other.get("form_fields"))
        self._path.append(mark)
        said = self._text(text, _FORM if kind == "form" else _MACRO) if kind else None
        self._path.pop()
        self._match, self._own, self._fields = before
        if said is not None:
            self.notes.say(f"话术“{str(trigger)[:20]}”的内容直接放进来了，以后改它不会跟着变。")
        return said

    def _form(self, given: Values, _name: str) -> str | None:
        before, self._fields = self._fields, _mapping(given.get("fields"))
        said = self._text(given.get("layout"), _FORM)
        self._fields = before
        return said

    def _field(self, name: str) -> str | None:
        said = self._ask(name, _mapping(self._fields.get(name)))
        if said is None:
            self.notes.kept(f"[[{name}]]")
        return said

    def _ask(self, name: str, spec: Values) -> str | None:
        default = spec.get("default")
        preset = macros.clean(default) if isinstance(default, str) else ""
        if spec.get("type") in ("choice", "list"):
            return self._choice(name, spec.get("values"), preset)
        return macros.question(name, preset)

    def _choice(self, name: str, values: object, preset: str) -> str | None:
        options = [option for option in map(_option, _sequence(values)) if option]
        if options and all(label == text for label, text in options):
            simple = macros.question(name, preset, [text for _, text in options])
            if simple is not None:
                return simple
        said = macros.chosen(name, [(label[:_LABEL], text) for label, text in options])
        if said is None:
            self.notes.say(f"“{name[:20]}”的选项太多或太长，改成了自己填写。")
        return said or macros.question(name)

    SAYS: ClassVar[Mapping[str, Callable[[_Filling, Values, str], str | None]]] = {
        "echo": _echo,
        "date": _date,
        "clipboard": _clipboard,
        "choice": _chosen,
        "random": _random,
        "match": _other,
        "form": _form,
    }


def named(variables: object) -> dict[str, Values]:
    """Variables by their names."""
    return {
        str(one["name"]): one
        for one in (variables if isinstance(variables, list) else ())
        if isinstance(one, dict) and one.get("name")
    }


def _option(value: object) -> tuple[str, str] | None:
    """Label and text of a choice."""
    if isinstance(value, str):
        text = macros.clean(value)
        return (text, text) if text.strip() else None
    if isinstance(value, dict):
        text = macros.clean(str(value.get("id") or value.get("label") or ""))
        return (macros.clean(str(value.get("label") or text)), text) if text.strip() else None
    return None


def _kind(variable: Values) -> str:
    return str(variable.get("type") or "")


def _mapping(value: object) -> Values:
    return value if isinstance(value, dict) else {}


def _sequence(value: object) -> Sequence[object]:
    """A list; a text is a list with an entry a line."""
    if isinstance(value, str):
        return [line.strip() for line in value.splitlines() if line.strip()]
    return value if isinstance(value, list) else []


def _unmarked(text: str) -> str:
    """Markdown without its marks."""
    plain = _LINK.sub(lambda link: link[2] if link[1] in ("", link[2]) else f"{link[1]} {link[2]}", text)
    return _EMPHASIS.sub(r"\2", _HEADING.sub("", plain))
