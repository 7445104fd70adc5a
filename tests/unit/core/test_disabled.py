"""Phrases that are kept and never offered."""

from __future__ import annotations

from dataclasses import replace

from assistant import compose
from assistant.core.differences import parts
from assistant.core.layers import differs, digest, merge, origin_of
from assistant.core.model import Phrase, Variant
from assistant.core.ranking import Standing
from assistant.core.search import Index, Scope, browse, search

ON = Phrase("on", "a1", "发货时间", (Variant("今天发货"),))
OFF = Phrase("off", "a2", "发货提醒", (Variant("明天发货"),), disabled=True)
WRITING = compose.writing()


def test_search_and_lists_leave_them_out_unless_asked() -> None:
    index = Index.build([ON, OFF], WRITING)
    favourites = Standing(pinned=("off",))
    for query in ("发货", "a2", "tixing", ""):
        assert "off" not in [match.phrase.id for match in search(query, index, favourites)]
        found = [match.phrase.id for match in search(query, index, favourites, Scope(disabled=True))]
        assert "off" in found
    assert len(browse(index, favourites)) == 1
    assert browse(index, favourites).row_of("off") == -1


def test_a_change_hides_and_shows_it_at_once() -> None:
    index = Index.build([ON, OFF], WRITING)
    turned = index.changed([replace(OFF, disabled=False), replace(ON, disabled=True)])
    assert [match.phrase.id for match in search("发货", turned, Standing())] == ["off"]


def test_digests_of_others_stay_as_they_were_and_it_counts_as_a_change() -> None:
    assert digest(ON) != digest(replace(ON, disabled=True))
    mine = replace(ON, id="mine", origin=origin_of(ON))
    assert not differs(mine, ON)
    assert differs(mine, replace(ON, disabled=True))
    merged = merge(ON, mine, replace(ON, disabled=True))
    assert merged.phrase.disabled
    assert merged.clashes == ()


def test_the_digest_is_the_one_that_older_versions_noted() -> None:
    assert digest(ON) == "fb1f708b1ed9ed42"


def test_the_difference_is_told() -> None:
    assert [part.name for part in parts(ON, replace(ON, disabled=True))] == ["disabled"]
