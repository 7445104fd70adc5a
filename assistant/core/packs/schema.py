"""JSON Schema, as much of it as our own schemas use: what does not fit is told with its place.

``type``, ``const``, ``enum``, ``properties``, ``required``, ``additionalProperties``, ``propertyNames``, ``items``,
``minItems``, ``maxItems``, ``maxProperties``, ``minLength``, ``maxLength``, ``pattern`` (anchored by the schema),
``format: date``, ``minimum``, ``maximum``, ``anyOf`` and ``$ref`` into ``$defs``. Any other word is a mistake of ours.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

Check = Callable[[Any], str]
"""Says where and why a value does not fit; "" when it does. Never quotes the value."""

_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
_SAID: Final = {
    "object": "应是 {…}",
    "array": "应是 […]",
    "string": "应是文字",
    "integer": "应是整数",
    "number": "应是数字",
    "boolean": "应是 true 或 false",
    "null": "应是 null",
}
_SILENT: Final = frozenset(["$schema", "$id", "$defs", "$comment", "title", "description", "default", "examples"])


def compiled(schema: Mapping[str, Any]) -> Check:
    """The check of a whole schema. Raises ValueError for words that are not known here."""
    return _compiled(schema, schema.get("$defs", {}))


def _compiled(schema: Mapping[str, Any] | bool, definitions: Mapping[str, Any]) -> Check:
    if isinstance(schema, bool):
        return _anything if schema else _nothing
    if unknown := schema.keys() - _WORDS.keys() - _SILENT - _WITH:
        raise ValueError(f"unknown words of JSON Schema: {sorted(unknown)}")
    if schema.get("type") == "string" and schema.keys() <= _SHORT_WORDS:
        return _text(schema.get("minLength", 0), schema.get("maxLength", sys.maxsize))
    made = [_WORDS[word](value, schema, definitions) for word, value in schema.items() if word in _WORDS]
    made.sort(key=lambda pair: pair[0])
    checks = [check for _, check in made]
    if len(checks) == 1:
        return checks[0]

    def check(value: Any) -> str:
        for one in checks:
            if said := one(value):
                return said
        return ""

    return check


def _text(shortest: int, longest: int) -> Check:
    """What most values are, checked at once."""

    def check(found: Any) -> str:
        if type(found) is not str:
            return _SAID["string"]
        if shortest <= len(found) <= longest:
            return ""
        return f"超过 {longest} 个字" if found else "不能是空的"

    return check


def _anything(_: Any) -> str:
    return ""


def _nothing(_: Any) -> str:
    return "不该有这一项"


_Made = tuple[int, Check]  # types are looked at first
_Schema = Mapping[str, Any]


def _type(value: Any, _: _Schema, __: _Schema) -> _Made:
    names = [value] if isinstance(value, str) else list(value)
    types = tuple(kind for name in names for kind in _TYPES[name])
    said, no_truth = _SAID[names[0]], "boolean" not in names

    def check(found: Any) -> str:
        return "" if isinstance(found, types) and not (no_truth and isinstance(found, bool)) else said

    return 0, check


def _const(value: Any, _: _Schema, __: _Schema) -> _Made:
    said = f"应是 {value}" if isinstance(value, int | str) else "不是这里能写的值"
    return 1, lambda found: "" if found == value and type(found) is type(value) else said


def _enum(values: Any, _: _Schema, __: _Schema) -> _Made:
    said = f"只能是 {'、'.join(str(value) for value in values)}"
    return 1, lambda found: "" if any(found == value for value in values) else said


def _pattern(value: str, schema: _Schema, _: _Schema) -> _Made:
    # "$" is the very end there, and may stand before a line feed here.
    matches, said = re.compile(re.sub(r"\$$", r"\\Z", value)).search, schema.get("$comment", "写法不对")
    return 2, lambda found: "" if not isinstance(found, str) or matches(found) else said


def _format(value: str, _: _Schema, __: _Schema) -> _Made:
    if value != "date":
        raise ValueError(f"unknown format: {value}")

    def check(found: Any) -> str:
        try:
            return "" if not isinstance(found, str) or date.fromisoformat(found) else "应是日期，例如 2026-11-30"
        except ValueError:
            return "应是日期，例如 2026-11-30"

    return 2, check


def _least(value: Any, *_: _Schema) -> _Made:
    return 2, lambda found: f"不能小于 {value}" if isinstance(found, int | float) and found < value else ""


def _most(value: Any, *_: _Schema) -> _Made:
    return 2, lambda found: f"不能大于 {value}" if isinstance(found, int | float) and found > value else ""


def _shortest(value: int, *_: _Schema) -> _Made:
    return 2, lambda found: "不能是空的" if isinstance(found, str) and len(found) < value else ""


def _longest(value: int, *_: _Schema) -> _Made:
    return 2, lambda found: f"超过 {value} 个字" if isinstance(found, str) and len(found) > value else ""


def _fewest(value: int, *_: _Schema) -> _Made:
    return 2, lambda found: f"至少要有 {value} 项" if isinstance(found, list) and len(found) < value else ""


def _count(kind: type[list[Any]] | type[dict[Any, Any]]) -> Callable[..., _Made]:
    def made(value: int, *_: _Schema) -> _Made:
        return 2, lambda found: f"超过 {value} 项" if isinstance(found, kind) and len(found) > value else ""

    return made


def _required(names: Any, *_: _Schema) -> _Made:
    def check(found: Any) -> str:
        if not isinstance(found, dict):
            return ""
        missing = next((name for name in names if name not in found), None)
        return f"缺少 {missing}" if missing else ""

    return 2, check


def _properties(value: Any, schema: _Schema, definitions: _Schema) -> _Made:
    known = {name: _compiled(inner, definitions) for name, inner in value.items()}
    other = _compiled(schema.get("additionalProperties", True), definitions)
    names = _compiled(schema.get("propertyNames", True), definitions)
    closed = schema.get("additionalProperties") is False

    def check(found: Any) -> str:
        if not isinstance(found, dict):
            return ""
        for name, inner in found.items():
            fits = known.get(name)
            if fits is None:
                if said := names(name):
                    return f"名称{said}"
                if closed:
                    return "有不认识的项"
                fits = other
            if said := fits(inner):
                return _at(name if name in known else "…", said)
        return ""

    return 3, check


def _items(value: Any, _: _Schema, definitions: _Schema) -> _Made:
    fits = _compiled(value, definitions)

    def check(found: Any) -> str:
        if isinstance(found, list):
            for number, one in enumerate(found, 1):
                if said := fits(one):
                    return _at(f"第 {number} 项", said)
        return ""

    return 3, check


def _any_of(values: Any, _: _Schema, definitions: _Schema) -> _Made:
    checks = [_compiled(value, definitions) for value in values]
    return 3, lambda found: "" if any(not check(found) for check in checks) else checks[0](found)


def _ref(value: str, _: _Schema, definitions: _Schema) -> _Made:
    return 3, _compiled(definitions[value.removeprefix("#/$defs/")], definitions)


def _at(where: str, said: str) -> str:
    return f"{where} › {said}"


_WITH: Final = frozenset(["additionalProperties", "propertyNames"])  # looked at together with the properties
_SHORT_WORDS: Final = _SILENT | {"type", "minLength", "maxLength"}
_WORDS: Final[Mapping[str, Callable[..., _Made]]] = {
    "type": _type,
    "const": _const,
    "enum": _enum,
    "pattern": _pattern,
    "format": _format,
    "minimum": _least,
    "maximum": _most,
    "minLength": _shortest,
    "maxLength": _longest,
    "minItems": _fewest,
    "maxItems": _count(list),
    "maxProperties": _count(dict),
    "required": _required,
    "properties": _properties,
    "items": _items,
    "anyOf": _any_of,
    "$ref": _ref,
}
