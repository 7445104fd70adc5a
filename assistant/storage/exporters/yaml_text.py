"""Values as YAML that people can read: a text of several lines stands as lines where that says exactly the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

Value = str | int | bool | Sequence["Value"] | Mapping[str, "Value"]

# JSON leaves these as they are; YAML takes some of them for line breaks and forbids the others.
_ESCAPED: Final = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_BLOCK: Final = re.compile(r"[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]*")
# What YAML 1.1 reads as yes, no or nothing is no name unless it is quoted.
_KEY: Final = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)\Z)[a-z_]+")


def dump(value: Value, indent: int = 0) -> Iterator[str]:
    """Lines without their ends; ``value`` is a mapping or a sequence that is not empty."""
    pad = " " * indent
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _entry(f"{pad}{key if _KEY.fullmatch(key) else quoted(key)}:", inner, indent)
        return
    assert not isinstance(value, str | int)
    for inner in value:
        if _is_nested(inner):
            first, *rest = dump(inner, indent + 2)
            yield f"{pad}- {first[indent + 2 :]}"
            yield from rest
        else:
            yield from _entry(f"{pad}-", inner, indent)


def quoted(text: str) -> str:
    """``text`` between double quotes."""
    return _ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(text, ensure_ascii=False))


def _entry(lead: str, value: Value, indent: int) -> Iterator[str]:
    if _is_nested(value):
        yield lead
        yield from dump(value, indent + 2)
    elif isinstance(value, str) and _in_lines(value):
        yield f"{lead} |-"
        pad = " " * (indent + 2)
        yield from (pad + line if line else "" for line in value.split("\n"))
    elif isinstance(value, bool):
        yield f"{lead} {str(value).lower()}"
    elif isinstance(value, str):
        yield f"{lead} {quoted(value)}"
    else:
        yield f"{lead} {value if isinstance(value, int) else '[]'}"


def _is_nested(value: Value) -> bool:
    return not isinstance(value, str | int) and bool(value)


def _in_lines(text: str) -> bool:
    """Whether a block says exactly ``text``: it begins and ends with a line that has something in it."""
    return "\n" in text and text == text.strip() and text[0] != " " and bool(_BLOCK.fullmatch(text))
