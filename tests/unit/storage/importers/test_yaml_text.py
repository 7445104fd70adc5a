"""YAML of others: scalars stay text, aliases and merge keys work, bombs and tags are refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.errors import DataProblem
from assistant.storage.importers import yaml_text
from assistant.storage.importers.yaml_text import loaded


def test_scalars_are_the_text_that_stands_there() -> None:
    text = "a: on\nb: no\nc: 12:30\nd: 1.10\ne: 007\nf: 2024-01-01\ng: 0x10\nh: 'null'\ni: .inf\nj: !!str yes\n"
    assert loaded(text, "x") == {
        "a": "on",
        "b": "no",
        "c": "12:30",
        "d": "1.10",
        "e": "007",
        "f": "2024-01-01",
        "g": "0x10",
        "h": "null",
        "i": ".inf",
        "j": "yes",
    }


def test_nothing_is_none() -> None:
    assert loaded("a:\nb: ~\nc: null\nd: ''\n", "x") == {"a": None, "b": None, "c": None, "d": ""}
    assert loaded("", "x") is None
    assert loaded("# only a remark\n", "x") is None


def test_only_the_first_document_is_read() -> None:
    assert loaded("a: 1\n---\nb: 2\n", "x") == {"a": "1"}


def test_aliases_and_merge_keys() -> None:
    text = "base: &b {word: x, trigger: a}\nother: &o {label: l, trigger: o}\nall:\n  - <<: [*b, *o]\n    word: y\n  - *b\n"
    assert loaded(text, "x")["all"] == [
        {"word": "y", "trigger": "a", "label": "l"},
        {"word": "x", "trigger": "a"},
    ]


def test_keys_that_are_no_text_are_left_out() -> None:
    assert loaded("? [a]\n: b\nc: d\n", "x") == {"c": "d"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("a: !!python/object/apply:os.system [x]", "标签", id="tag on a list"),
        pytest.param("a: !!python/name:os.system ''", "标签", id="tag on a scalar"),
        pytest.param("!mine {a: b}", "标签", id="tag of its own"),
        pytest.param("a: &a [*a]", "找不到所指", id="alias in itself"),
        pytest.param("a: *b", "不是正确的 YAML|找不到所指", id="alias of nothing"),
        pytest.param("[" * 5_000, "嵌套太深", id="lists"),
        pytest.param("- " * 5_000, "嵌套太深", id="block lists"),
        pytest.param("{a: " * 5_000, "嵌套太深", id="dictionaries"),
        pytest.param("a: b: c", "不是正确的 YAML", id="broken"),
        pytest.param("a: \x01", "不是正确的 YAML", id="control sign"),
        pytest.param("a: [\n" + "b: {", "不是正确的 YAML", id="torn"),
    ],
)
def test_what_is_refused(text: str, reason: str) -> None:
    with pytest.raises(DataProblem, match=reason):
        loaded(text, "x.yml")


def test_a_small_file_cannot_grow_by_aliases() -> None:
    rows = ["a0: &a0 [x,x,x,x,x,x,x,x,x]\n"]
    rows += [f"a{level}: &a{level} [{','.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 12)]
    with pytest.raises(DataProblem, match="内容太多"):
        loaded("".join(rows), "x.yml")


def test_what_aliases_may_repeat_counts_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_text, "_MOST_REPEATED", 100)
    assert len(loaded("a: &a " + "x" * 30 + "\nb: [*a, *a]\n", "x")["b"]) == 2
    with pytest.raises(DataProblem, match="内容太多"):
        loaded("a: &a " + "x" * 30 + "\nb: [*a, *a, *a, *a]\n", "x")


def test_too_many_entries_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_text, "_MOST_MARKS", 10)
    with pytest.raises(DataProblem, match="内容太多"):
        loaded("- a\n" * 11, "x")


PIECES = st.sampled_from(
    [
        "&a ",
        "*a",
        "- ",
        "? ",
        ": ",
        "a: ",
        "\n",
        "  ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "<<: ",
        "!!str ",
        "'",
        '"',
        "|\n",
        "%",
        "#",
    ]
)


@given(st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join))
def test_anything_is_read_or_refused(text: str) -> None:
    try:
        loaded(text, "x")
    except DataProblem as problem:
        assert problem.next_step  # noqa: PT017  either is right
