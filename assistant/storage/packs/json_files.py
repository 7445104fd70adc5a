"""The JSON in packs: written so that a difference between versions reads well, read so that nobody can fill the memory.

Phrases stand one field a line and one wording a line, in the order of the library. A file in another layout is read
too as long as it stays small.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from assistant.storage.packs.archive import refused, shown

_encode = json.JSONEncoder(ensure_ascii=False).encode
_LONGEST = 1 << 20  # bytes of one phrase
_MOST_WEIGHT = 96 << 20  # bytes that a file may take in memory, guessed
_WEIGHTS: Final = {b"{": 232, b"[": 88, b",": 40, b'"': 32}
_END_OF_ONE: Final = re.compile(rb"\n\},?[ \r]*\n")
_DEEPEST: Final = 60


def lines_of(records: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """``records`` as a JSON array, one field a line; inside of ``variants`` one wording a line."""
    yield b"[\n"
    separator = ""
    for record in records:
        fields = ",\n".join(f"{_encode(key)}: {_value(key, value)}" for key, value in record.items())
        yield _utf8(f"{separator}{{\n{fields}\n}}")
        separator = ",\n"
    yield b"\n]\n"


def rows_of(values: Iterable[Any]) -> bytes:
    """``values`` as a JSON array, one a line."""
    return _utf8("[\n" + ",\n".join(map(_encode, values)) + "\n]\n")


def tables_of(records: Iterable[Mapping[str, Any]]) -> bytes:
    """Tables as a JSON array, one row a line."""
    told = []
    for record in records:
        fields = {key: value for key, value in record.items() if key != "rows"}
        rows = ",\n".join(map(_encode, record["rows"]))
        told.append(f'{_encode(fields)[:-1]}, "rows": [\n{rows}\n]}}')
    return _utf8("[\n" + ",\n".join(told) + "\n]\n")


def object_of(record: Mapping[str, Any]) -> bytes:
    """An object, one field a line; fields of objects likewise."""
    return _utf8(json.dumps(record, ensure_ascii=False, indent=1) + "\n")


def parsed(name: str, data: bytes) -> Any:
    """The value of a file that is read as a whole. Raises DataProblem."""
    if sum(data.count(sign) * weight for sign, weight in _WEIGHTS.items()) > _MOST_WEIGHT:
        raise refused(f"“{shown(name)}”太复杂")
    return _decoded(name, data)


def phrases_in(data: bytes) -> Iterator[tuple[Any, float]]:
    """The values of a long array one by one, with the part of the file that is behind them. Raises DataProblem."""
    name = "phrases.json"
    data = data.removeprefix(b"\xef\xbb\xbf")
    begin = re.compile(rb"\s*\[[ \r]*\n\{[ \r]*\n").match(data)
    if begin is None:
        values = parsed(name, data)
        if not isinstance(values, list):
            raise refused(f"“{name}”应是 […]")
        yield from ((value, number / len(values)) for number, value in enumerate(values, 1))
        return
    at, size = data.index(b"{", begin.start()), len(data)
    while True:
        end = _END_OF_ONE.search(data, at)
        if end is None or end.end() - at > _LONGEST:
            raise refused(f"“{name}”损坏了，或有一条太长")
        chunk = data[at : end.start() + 2]
        yield parsed(name, chunk), end.end() / size
        at = end.end()
        if b"," not in end[0]:
            if data[at : at + 64].strip() != b"]" or at + 64 < size:
                raise refused(f"“{name}”损坏了")
            return


def _decoded(name: str, data: bytes) -> Any:
    try:
        text = data.decode("utf-8-sig")
        value = json.loads(text)
        if "\\u" in text:  # an escape may be half of a surrogate pair
            _encode(value).encode()
    except UnicodeError as error:
        raise refused(f"“{shown(name)}”里的文字编码有误，应是 UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise refused(f"“{shown(name)}”不是完整的 JSON") from error
    if data.count(b"[") + data.count(b"{") > _DEEPEST and not _shallow(value):
        raise refused(f"“{shown(name)}”括号嵌套太深")
    return value


def _shallow(value: Any) -> bool:
    level: list[Any] = [value]
    for _ in range(_DEEPEST):
        inner: list[Any] = []
        for one in level:
            if isinstance(one, dict):
                inner += [deep for deep in one.values() if isinstance(deep, dict | list)]
            elif isinstance(one, list):
                inner += [deep for deep in one if isinstance(deep, dict | list)]
        if not inner:
            return True
        level = inner
    return False


def _value(key: str, value: Any) -> str:
    if key == "variants" and isinstance(value, Sequence) and value:
        return "[\n" + ",\n".join(" " + _encode(one) for one in value) + "\n]"
    return _encode(value)


def _utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair: no program could read it
        return text.encode("utf-8", "replace")
