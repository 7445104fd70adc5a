"""How strict the guard is, kept in two layers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.core.errors import SettingProblem
from assistant.core.guard.rules import BLOCK, CONFIRM, OFF
from assistant.core.guard.words import Word
from assistant.storage.rules import TEAM, RuleBook, shipped

OWN = Word("老板", "别这样叫", "亲", "own")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rules.json"


def test_nothing_is_written_before_something_is_set(path: Path) -> None:
    book = RuleBook(path)
    book.ship(shipped())
    assert book.rules.severity("ad") is CONFIRM
    assert next(book.rules.words.found("最便宜")).category == "ad"
    assert (book.notice, book.problem, path.exists()) == ("", None, False)


def test_what_is_set_holds_at_once_and_after_a_restart(path: Path) -> None:
    book, heard = RuleBook(path), []
    book.on_change(lambda: heard.append(book.rules.severity("ad")))
    book.set_severity("ad", BLOCK)
    book.set_words([Word(" 老板 ", "别这样叫。", "亲")])
    assert heard == [BLOCK, BLOCK]
    for again in (book, RuleBook(path)):
        assert again.rules.severity("ad") is BLOCK
        assert again.layer().words == (OWN,)
        assert [g.instead for g in again.rules.words.found("老板")] == ["亲"]
    book.set_severity("ad", None)
    book.set_words([])
    assert RuleBook(path).rules.severity("ad") is CONFIRM
    assert RuleBook(path).layer().words == ()


def test_a_team_is_only_tightened(path: Path) -> None:
    book = RuleBook(path)
    book.set_severity("lure", CONFIRM, TEAM)
    book.set_severity("buyer", BLOCK, TEAM)
    book.set_words([OWN], TEAM)
    assert book.rules.locked == {"lure": CONFIRM, "buyer": BLOCK}
    for rule, level in (("lure", OFF), ("buyer", CONFIRM), ("empty", CONFIRM)):
        with pytest.raises(SettingProblem):
            book.set_severity(rule, level)
    book.set_severity("lure", BLOCK)
    book.set_words([Word("老板", "我的原因")])
    assert book.rules.severity("lure") is BLOCK
    assert [g.why for g in book.rules.words.found("老板")] == ["别这样叫"]
    assert book.layer(TEAM).words == (OWN,)


@pytest.mark.parametrize(
    "words",
    [
        [Word("", "原因")],
        [Word("。。", "原因")],
        [Word("长" * 41, "原因")],
        [Word("词", "长" * 101)],
        [Word(f"词{n}", "因") for n in range(501)],
    ],
    ids=["empty", "no letters", "long word", "long reason", "too many"],
)
def test_words_that_are_refused(path: Path, words: list[Word]) -> None:
    book = RuleBook(path)
    book.set_words([OWN])
    with pytest.raises(SettingProblem):
        book.set_words(words)
    assert RuleBook(path).layer().words == (OWN,)


def test_a_rule_that_does_not_exist(path: Path) -> None:
    with pytest.raises(SettingProblem):
        RuleBook(path).set_severity("nonsense", BLOCK)


def test_a_file_from_elsewhere(path: Path) -> None:
    severities = [
        {"layer": "personal", "rule": "future", "severity": "block"},
        {"layer": "personal", "rule": "ad", "severity": "shout"},
        {"layer": "team", "rule": "length", "severity": "block"},
        {"rule": "lure"},
    ]
    words = [{"layer": "personal", "word": "老板", "why": None, "platforms": 5}, {"layer": "personal"}, {"word": "x"}]
    tables = {"severities": severities, "words": words}
    path.write_text(json.dumps({name: {str(n): d for n, d in enumerate(rows, 1)} for name, rows in tables.items()}))
    book = RuleBook(path)
    assert book.rules.severity("ad") is CONFIRM
    assert book.rules.severity("length") is BLOCK
    assert book.layer().words == ()
    book.set_severity("ad", OFF)
    assert "future" in path.read_text("utf-8")


def test_a_damaged_file_is_set_aside(path: Path) -> None:
    path.write_bytes(b"{")
    book = RuleBook(path)
    assert book.notice
    book.set_severity("ad", OFF)
    assert RuleBook(path).rules.severity("ad") is OFF


def test_it_is_read_again(path: Path) -> None:
    book, other = RuleBook(path), RuleBook(path)
    other.set_severity("ad", BLOCK)
    book.reload()
    assert book.rules.severity("ad") is BLOCK
