"""The validator against what JSON Schema says, word by word, and our own schemas against our own checks."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from assistant.core.packs.schema import compiled
from assistant.storage.packs.archive import MOST_BYTES, MOST_FILES, limit_of
from assistant.storage.packs.reading import MOST_PHRASES
from assistant.storage.packs.schemas import NAMES, check_of

CASES: list[tuple[dict[str, Any], list[Any], list[Any]]] = [
    ({"type": "object"}, [{}], [[], None, "", 1]),
    ({"type": "integer"}, [0, -1], [True, 1.5, "1"]),
    ({"type": "number"}, [0, 1.5], [False, "1"]),
    ({"type": "boolean"}, [True], [1, 0]),
    ({"type": "null"}, [None], [0]),
    ({"type": ["string", "null"]}, ["", None], [0]),
    ({"type": "string", "minLength": 1, "maxLength": 2}, ["a", "字字"], ["", "abc", 1]),
    ({"minLength": 1, "maxLength": 2, "pattern": "^a"}, ["a", 1], ["", "abc", "b"]),
    ({"pattern": "^[a-z]+$"}, ["abc"], ["abc\n", "A"]),
    ({"const": 1}, [1], [True, 2, "1"]),
    ({"const": {"a": 1}}, [{"a": 1}], [{}]),
    ({"enum": ["", "paste"]}, ["", "paste"], ["x"]),
    ({"format": "date"}, ["2026-11-30", 5], ["30.11.2026", "2026-02-30"]),
    ({"minimum": 0, "maximum": 2}, [0, 2, "x"], [-1, 3]),
    ({"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 2}, [[1], [1, 2]], [[], [1, 2, 3], ["a"]]),
    ({"required": ["a"]}, [{"a": 0}, []], [{}]),
    ({"properties": {"a": {"type": "string"}}, "additionalProperties": False}, [{}, {"a": ""}], [{"a": 1}, {"b": 1}]),
    ({"properties": {}, "additionalProperties": {"type": "integer"}}, [{"x": 1}, 3], [{"x": ""}]),
    ({"properties": {}, "propertyNames": {"pattern": "^a"}, "maxProperties": 1}, [{"a": 1}], [{"b": 1}, {"a": 1, "ab": 1}]),
    ({"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}, [{"a": 1}, {"b": 1}], [{}]),
    ({"items": {"$ref": "#/$defs/x"}, "$defs": {"x": {"type": "null"}}}, [[None]], [[1]]),
    ({"properties": {"a": True, "b": False}}, [{"a": 1}], [{"b": 1}]),
]  # fmt: skip


@pytest.mark.parametrize(("schema", "fine", "wrong"), CASES, ids=lambda value: str(value)[:40])
def test_each_word(schema: dict[str, Any], fine: list[Any], wrong: list[Any]) -> None:
    check = compiled(schema)
    assert [check(value) for value in fine] == [""] * len(fine)
    assert all(check(value) for value in wrong)


def test_the_place_is_told_and_the_value_is_not() -> None:
    check = compiled({"type": "array", "items": {"properties": {"a": {"type": "integer"}}, "required": ["b"]}})
    assert check([{"b": 1}, {"b": 1, "a": "13800001111"}]) == "第 2 项 › a › 应是整数"
    assert check([{}]) == "第 1 项 › 缺少 b"


def test_words_that_are_not_known_are_no_schema() -> None:
    with pytest.raises(ValueError, match="if"):
        compiled({"if": {}})
    with pytest.raises(ValueError, match="email"):
        compiled({"format": "email"})


PHRASE = {"id": "a", "title": "标题", "text": "在"}
FITTING: dict[str, list[Any]] = {
    "manifest": [{"format": 1, "id": "a", "name": "b", "version": "1.0.0", "files": {}}],
    "phrases": [[], [PHRASE], [PHRASE | {"variants": [{"text": "x", "tone": "亲切"}], "of a newer version": {"x": 1}}]],
    "categories": [[], [["甲"], ["甲", "乙"]]],
    "tables": [[{"name": "尺码", "columns": [{"name": "身高", "kind": "range"}], "rows": [["1"]]}]],
    "rules": [{}, {"severities": {"ad": "block"}, "words": [{"word": "最"}]}],
}
ODD: dict[str, list[Any]] = {
    "manifest": [
        {},
        {"format": 2, "id": "a", "name": "b", "version": "1.0.0", "files": {}},
        {"format": 1, "id": "a/b", "name": "b", "version": "1.0.0", "files": {}},
        {"format": 1, "id": "a", "name": "b", "version": "1.0.0", "files": {"../x": {"size": 1, "sha256": "0" * 64}}},
        {"format": 1, "id": "a", "name": "b", "version": "1.0.0", "files": {"LICENSE": {"size": -1, "sha256": "0" * 64}}},
        {"format": 1, "id": "a", "name": "b", "version": "1.0.0", "files": {"LICENSE": {"size": 1, "sha256": "0"}}},
    ],
    "phrases": [
        {}, [{"title": "x", "text": "x"}], [{"id": "a", "text": "x"}], [{"id": "a", "title": "x"}],
        [PHRASE | {"category": "甲"}], [PHRASE | {"send": "shout"}], [PHRASE | {"valid_from": "x"}],
        [PHRASE | {"attachments": [{"hash": "x", "name": "a.png"}]}], [PHRASE | {"text": "x" * 20001}],
    ],
    "categories": [[[]], [["x" * 101]], [["a"] * 11]],
    "tables": [[{"name": "x", "columns": [], "rows": []}], [{"name": "x", "columns": [{"name": "a", "kind": "b"}], "rows": []}]],
    "rules": [[], {"severities": {"ad": "shout"}}, {"words": [{}]}],
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_our_own_schemas(name: str) -> None:
    check = check_of(name)
    assert [check(value) for value in FITTING[name]] == [""] * len(FITTING[name])
    assert [value for value in ODD[name] if not check(value)] == []


def test_the_help_tells_what_is_so() -> None:
    text = (Path(__file__).resolve().parents[4] / "resources/help/pack-format.md").read_text("utf-8")
    blocks = [
        json.loads(block.replace('"…"', f'"{"0" * 64}"')) for block in re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    ]
    names = ("manifest", "phrases", "tables", "rules")
    assert [check_of(name)(block) for name, block in zip(names, blocks, strict=True)] == [""] * 4
    for told in (
        f"{MOST_BYTES >> 20} MB",
        f"{MOST_FILES:,} 个文件",
        f"{limit_of('phrases.json') >> 20} MB、{MOST_PHRASES // 10_000} 万条",
    ):
        assert told in text
