"""The index kept for the next start: the same answers, or none at all."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.compose import writing
from assistant.core.model import Phrase, Variant
from assistant.core.ranking import Standing
from assistant.core.search import Index, browse, search
from assistant.storage.phrases import Library
from assistant.storage.snapshot import Damaged, Snapshot, differences, stamp_of
from tests.search.generate import library

WRITING = writing()
SHOP = [
    *library(300).phrases,
    Phrase("odd\n1", "é", "①℃🎸 “Type-C”", (Variant("\ud800{{ 订单号 }}"), Variant("hi", language="en")), ("a", "b"), ("长",), ("售后",)),
    Phrase("late", "L", "双十一发货", (Variant("今天"),), valid_from=date(2025, 11, 1), valid_until=date(2025, 11, 11)),
]  # fmt: skip
QUERIES = [
    "",
    "fahuo",
    "发货",
    "c",
    "hbcz",
    "长",
    "chang",
    "🎸",
    "typec",
    "保修 7",
    "今天",
    "tuiqain",
    "“",
    "订单号",
    "é",
    "zzzz",
]
STANDING = Standing(library(300).scores, pinned=("late",), known=frozenset(), today=date(2025, 11, 5))


def answers(index: Index) -> list[list[tuple[object, ...]]]:
    return [
        [(m.phrase, m.score, m.expired, m.title_spans, m.excerpt) for m in search(query, index, STANDING)]
        for query in QUERIES
    ]


@pytest.fixture
def index() -> Index:
    return Index.build(SHOP, WRITING)


def test_it_comes_back_as_it_was(index: Index, tmp_path: Path) -> None:
    Snapshot(tmp_path).save(index, "now")
    back = Snapshot(tmp_path).load(WRITING, "now")
    assert back is not None
    assert answers(back) == answers(index)
    assert back.filing == index.filing
    assert [m.phrase for m in browse(back, Standing())] == SHOP


def test_edits_are_kept_beside_it(index: Index, tmp_path: Path) -> None:
    snapshot = Snapshot(tmp_path)
    snapshot.save(index, "first")
    [big] = tmp_path.glob("*.bin")
    written = big.stat().st_mtime_ns
    changed = index.changed([replace(SHOP[3], title="新的发货"), replace(SHOP[0], id="new")], {SHOP[5].id})
    snapshot.save(changed, "second")
    assert big.stat().st_mtime_ns == written
    back = Snapshot(tmp_path).load(WRITING, "second")
    assert back is not None
    assert answers(back) == answers(changed)


def test_an_empty_library(tmp_path: Path) -> None:
    Snapshot(tmp_path).save(Index.build([], WRITING), "s")
    back = Snapshot(tmp_path).load(WRITING, "s")
    assert back is not None
    assert search("a", back, Standing()) == []


def test_another_stamp_is_another_library(index: Index, tmp_path: Path) -> None:
    Snapshot(tmp_path).save(index, "s")
    assert Snapshot(tmp_path).load(WRITING, "t") is None
    assert Snapshot(tmp_path).load(WRITING) is not None
    assert Snapshot(tmp_path / "none").load(WRITING) is None


def test_old_files_are_cleared_away(index: Index, tmp_path: Path) -> None:
    snapshot = Snapshot(tmp_path)
    snapshot.save(index, "s")
    snapshot.save(Index.build(SHOP[:5], WRITING), "t")
    assert len(list(tmp_path.glob("*.bin"))) == 1
    assert [m.phrase for m in browse(Snapshot(tmp_path).load(WRITING, "t"), Standing())] == SHOP[:5]


def test_a_stamp_changes_with_its_files(tmp_path: Path) -> None:
    file = tmp_path / "a"
    missing = stamp_of([file])
    file.write_text("a")
    first = stamp_of([file])
    file.write_text("ab")
    assert len({missing, first, stamp_of([file]), stamp_of([])}) == 4
    assert stamp_of([file]) == stamp_of([file])


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damage_never_gives_another_answer(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("index")
    index = Index.build(SHOP[:40], WRITING).changed([replace(SHOP[3], title="新的发货")], {SHOP[5].id})
    Snapshot(folder).save(index, "s")
    file = data.draw(st.sampled_from(sorted(folder.iterdir())))
    content = bytearray(file.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    if data.draw(st.booleans()):
        content[place] ^= data.draw(st.integers(1, 255))
    else:
        del content[place:]
    file.write_bytes(content)
    back = Snapshot(folder).load(WRITING, "s")
    if back is None:
        return
    try:
        found = answers(back)
    except Damaged:
        return
    assert found == answers(index)


@settings(deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_any_head_is_survived(head: object) -> None:
    class Head(Snapshot):
        def __init__(self) -> None:
            super().__init__(Path("/nowhere"))
            self._head = self  # type: ignore[assignment]

        def read_bytes(self) -> bytes:
            told = json.dumps(head).encode()
            return b"%08x %s" % (zlib.crc32(told), told)

    assert Head().load(WRITING) is None


@settings(deadline=None, max_examples=40)
@given(
    edited=st.lists(st.integers(0, 29), max_size=8),
    gone=st.lists(st.integers(0, 29), max_size=4),
    more=st.integers(0, 2),
)
def test_differences_lead_to_the_library(
    edited: list[int], gone: list[int], more: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    library_ = Library(tmp_path_factory.mktemp("shop") / "library.json", starter=tmp_path_factory.mktemp("none"))
    library_.load()
    library_.import_phrases(SHOP[:30])
    folder = tmp_path_factory.mktemp("index")
    Snapshot(folder).save(Index.build(library_.phrases, WRITING), "s")
    before = Snapshot(folder).load(WRITING, "s")
    assert before is not None
    kept = [p for n, p in enumerate(SHOP[:30]) if n not in gone]
    now = [replace(p, title=p.title + "改") if SHOP.index(p) in edited else p for p in kept] + SHOP[30 : 30 + more]
    other = Library(tmp_path_factory.mktemp("shop") / "library.json", starter=tmp_path_factory.mktemp("none"))
    other.load()
    other.import_phrases(now)
    put, removed = differences(before, other.phrases)
    assert len(put) == len(set(edited) - set(gone)) + more
    assert sorted(removed) == sorted({SHOP[n].id for n in gone})
    after = before.changed(put, removed)
    assert answers(after) == answers(Index.build(other.phrases, WRITING))
    assert differences(after, other.phrases) == ([], [])
    library_.close()
    other.close()
