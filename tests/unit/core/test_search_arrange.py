from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant import compose
from assistant.core.model import Phrase, Variant
from assistant.core.ranking import Standing
from assistant.core.search import EVERYTHING, Column, Index, Order, Scope, arranged, browse, rearranged, search


def phrase(key: str, title: str, code: str = "", **more: object) -> Phrase:
    return replace(Phrase(key, code, title, (Variant("亲"),)), **more)


PHRASES = [
    phrase("a", "退货", "th", category=("售后",), roles=("售后",), valid_until=date(2026, 3, 1)),
    phrase("b", "Baby", "", category=("售前",), tags=("包邮",)),
    phrase("c", "发货", "FH", tags=("安心",), valid_from=date(2026, 2, 1)),
    phrase("d", "催付", "cf", category=("售后",), valid_until=date(2026, 1, 1)),
]
FIGURES = {"a": 2.0, "c": 9.0}


@pytest.fixture(scope="module")
def index() -> Index:
    built = Index.build([replace(PHRASES[0], title="旧"), *PHRASES[1:3]], compose.writing())
    return built.changed([PHRASES[0], PHRASES[3]])


@pytest.mark.parametrize(
    ("column", "up", "down"),
    [
        (Column.TITLE, "bdca", "acdb"),
        (Column.CODE, "dcab", "acdb"),
        (Column.CATEGORY, "adbc", "badc"),
        (Column.TAGS, "cbad", "bcad"),
        (Column.ROLES, "abcd", "abcd"),
        (Column.VALID, "dacb", "cadb"),
        (Column.USES, "bdac", "cabd"),
        (Column.LAST, "bdac", "cabd"),
        (Column.CHANGED, "acbd", "cabd"),
    ],
)
def test_sorted_both_ways_with_the_empty_ones_last(index: Index, column: Column, up: str, down: str) -> None:
    for descending, wanted in ((False, up), (True, down)):
        order = Order(column, descending, lambda _: FIGURES)
        found = [match.phrase.id for match in arranged(index, EVERYTHING, order)]
        assert _ties(found, wanted, column)
        again = rearranged(search("亲", index, Standing()), index, order)
        assert _ties([match.phrase.id for match in again], wanted, column)


def _ties(found: list[str], wanted: str, column: Column) -> bool:
    """The same but for the order of those that are equal."""
    equal = {Column.USES: "bd", Column.LAST: "bd", Column.CATEGORY: "ad", Column.TAGS: "ad", Column.ROLES: "bcd"}
    same = {sign: equal.get(column, "")[:1] for sign in equal.get(column, "bd" if column is Column.CHANGED else "")}
    return [same.get(key, key) for key in found] == [same.get(key, key) for key in wanted]


def test_only_what_is_in_scope_and_rows_are_made_when_looked_at(index: Index) -> None:
    found = arranged(index, Scope(category=("售后",)), Order(Column.TITLE))
    assert len(found) == 2
    assert found[-1].phrase.id == "a"
    assert [match.phrase.id for match in found[:1]] == ["d"]


def test_a_row_is_found_by_its_id(index: Index) -> None:
    for found in (browse(index, Standing({"c": 1.0})), arranged(index, EVERYTHING, Order(Column.TITLE))):
        assert [found.row_of(match.phrase.id) for match in found] == [0, 1, 2, 3]
        assert found.row_of("x") == -1
        assert [match.phrase.id for match in found.again()] == [match.phrase.id for match in found]


def test_a_row_among_moved_and_expired_ones_is_found_by_its_id(index: Index) -> None:
    later = index.changed([PHRASES[2]], ["b"], {"c": "a"})
    found = browse(later, Standing(today=date(2026, 2, 2)))
    assert [match.phrase.id for match in found] == ["c", "a", "d"]
    assert [found.row_of(key) for key in "cad"] == [0, 1, 2]
