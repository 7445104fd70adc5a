"""YAML from somebody else, every scalar as the text that stands there: ``on``, ``12:30`` and ``1.10`` are no values.

Anchors, aliases and merge keys work. Tags that would make objects, what nests too deep, and aliases that blow a small
file up to a large one are refused.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from assistant.core.errors import DataProblem

_DEEPEST = 40
_MOST_MARKS = 1_600_000  # of scalars, aliases and ends: what it takes in time and memory
_MOST_REPEATED = 2_000_000  # characters and entries that stand there only as aliases
_MERGE: Final = "<<"
_NOTHING: Final = frozenset(["", "~", "null", "Null", "NULL"])
_HARMLESS: Final = frozenset(
    [None, "!", *(f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null", "map", "seq"))]
)


def loaded(text: str, name: str) -> Any:
    """The first document: texts, None for nothing, lists and dictionaries. Raises DataProblem."""
    yaml = _library()
    reader = _Reader(name)
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if reader.take(event):
                break
    except (yaml.YAMLError, ValueError, RecursionError):
        line = f"（第 {reader.line + 1} 行之后）" if reader.line else ""
        raise DataProblem(f"{name} 不是正确的 YAML{line}。", "请检查缩进和引号后再试。") from None
    return reader.result


def _library() -> Any:
    import yaml  # noqa: PLC0415  only those who import such files need it

    return yaml


@dataclass(slots=True)
class _Open:
    """A list or a dictionary that is still being read. ``weight`` is what it holds, with all that aliases repeat."""

    value: list[Any] | dict[Any, Any]
    anchor: str | None
    key: Any = None
    has_key: bool = False
    merged: list[Any] = field(default_factory=list)
    weight: int = 1


class _Reader:
    """Builds the document from the parser's events."""

    def __init__(self, name: str) -> None:
        self.result: Any = None
        self.line = 0
        self._name = name
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._marks = self._repeated = 0
        self._takes = {
            "ScalarEvent": self._scalar,
            "AliasEvent": self._alias,
            "MappingStartEvent": self._mapping,
            "SequenceStartEvent": self._sequence,
            "MappingEndEvent": self._end,
            "SequenceEndEvent": self._end,
        }

    def take(self, event: Any) -> bool:
        """Read on; whether the document has ended. Raises DataProblem."""
        kind = type(event).__name__
        take = self._takes.get(kind)
        if take is None:
            return kind == "DocumentEndEvent"
        self._marks += 1
        if self._marks > _MOST_MARKS:
            raise self._too_much()
        take(event)
        return False

    def _scalar(self, event: Any) -> None:
        if event.tag not in _HARMLESS:
            raise self._tagged()
        text = event.value
        value = None if not event.style and text in _NOTHING else text
        if event.anchor:
            self._anchors[event.anchor] = (value, len(text) + 1)
        self._put(value, len(text) + 1)

    def _alias(self, event: Any) -> None:
        try:
            value, weight = self._anchors[event.anchor]
        except KeyError:
            raise DataProblem(f"{self._name} 里有个引用找不到所指的内容。", "请检查后再试。") from None
        self._repeated += weight
        if self._repeated > _MOST_REPEATED:
            raise self._too_much()
        self._put(value, weight)

    def _mapping(self, event: Any) -> None:
        self._begin(event, {})

    def _sequence(self, event: Any) -> None:
        self._begin(event, [])

    def _begin(self, event: Any, value: list[Any] | dict[Any, Any]) -> None:
        if event.tag not in _HARMLESS:
            raise self._tagged()
        if len(self._open) >= _DEEPEST:
            raise DataProblem(f"{self._name} 嵌套太深，没有读取。", "请检查后再试。")
        self.line = event.start_mark.line
        self._open.append(_Open(value, event.anchor))

    def _end(self, _event: Any) -> None:
        done = self._open.pop()
        if isinstance(done.value, dict):
            for key, value in _inherited(done.merged):
                done.value.setdefault(key, value)
        if done.anchor:
            self._anchors[done.anchor] = (done.value, done.weight)
        self._put(done.value, done.weight)

    def _put(self, value: Any, weight: int) -> None:
        if not self._open:
            self.result = value
            return
        top = self._open[-1]
        top.weight += weight
        if isinstance(top.value, list):
            top.value.append(value)
        elif not top.has_key:
            top.key, top.has_key = (sys.intern(value) if isinstance(value, str) else None), True
        else:
            top.has_key = False
            if top.key == _MERGE:
                top.merged.append(value)
            elif top.key is not None:  # what else stands there as a key is nothing that anybody reads
                top.value[top.key] = value

    def _tagged(self) -> DataProblem:
        return DataProblem(f"{self._name} 里有会生成程序对象的标签，没有读取。", "请删去以“!”开头的标签后再试。")

    def _too_much(self) -> DataProblem:
        return DataProblem(f"{self._name} 里的内容太多，没有读取。", "请分成几个文件后再试。")


def _inherited(merged: list[Any]) -> Iterator[tuple[Any, Any]]:
    """What merge keys bring in; the first one has precedence."""
    for value in merged:
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield from one.items()
