"""Previews: what is new, changed, the same or gone, and what stands in the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from assistant.core.differences import Piece, Side
from assistant.core.layers import origin_of
from assistant.core.model import Phrase
from assistant.core.packs.installed import Installed
from assistant.core.packs.plan import Choice, Item, Status, Step, clashes, compared, decided, preview, totals
from assistant.core.packs.progress import Stopped
from tests.unit.storage.packs.samples import pack_of, phrase


@dataclass
class Look:
    """A library with one pack at most."""

    packs: tuple[Installed, ...] = ()
    old: Sequence[Phrase] = ()
    others: Sequence[Phrase] = ()
    trash: Sequence[tuple[Phrase, float]] = field(default_factory=tuple)

    def beside(self, pack: str) -> Sequence[Phrase]:
        return self.others

    def pack_phrases(self, pack: str) -> Sequence[Phrase]:
        return self.old


def installed(version: str = "1.0.0") -> Installed:
    return Installed(pack_of([], version).manifest, 1, 0.0, b"{}")


def mine(key: str, text: str, of: Phrase | None = None) -> Phrase:
    return replace(phrase(key, text), layer="personal", origin=origin_of(of) if of else None)


def test_what_becomes_of_each_phrase() -> None:
    old = [phrase("a"), phrase("b"), phrase("c")]
    new = pack_of([phrase("a"), phrase("b", "在的，亲"), phrase("d")], "1.1.0")
    found = preview(new, Look((installed(),), old))
    assert found.step is Step.UPDATE
    assert [(item.id, item.status) for item in found.items] == [
        ("a", Status.SAME), ("b", Status.CHANGED), ("d", Status.NEW), ("c", Status.REMOVED),
    ]  # fmt: skip
    assert totals(found) == {Status.NEW: 1, Status.CHANGED: 1, Status.REMOVED: 1, Status.SAME: 1}
    assert [item.id for item in found.of(Status.REMOVED)] == ["c"]
    assert found.count(Status.NEW) == 1
    (part,) = found.items[1].parts()
    assert (part.name, part.number) == ("text", 1)
    assert part.pieces == (Piece(Side.BOTH, "在的"), Piece(Side.NEW, "，亲"))


@pytest.mark.parametrize(
    ("was", "now", "step"),
    [("", "1.0.0", Step.INSTALL), ("1.0.0", "1.0.1", Step.UPDATE), ("1.0.0", "1.0.0", Step.AGAIN),
     ("1.0.0", "1.0.0-beta", Step.OLDER), ("2.0.0", "1.9.9", Step.OLDER)],
)  # fmt: skip
def test_versions(was: str, now: str, step: Step) -> None:
    assert preview(pack_of([], now), Look((installed(was),) if was else ())).step is step


def test_the_same_version_with_something_else_in_it_is_told() -> None:
    look = Look((installed(),))
    assert not preview(pack_of([]), look).altered(pack_of([]))
    other = pack_of([], manifest=replace(pack_of([]).manifest, name="别的"))
    assert preview(other, look).altered(other)
    later = pack_of([], "1.0.1")
    assert not preview(later, look).altered(later)


def test_only_what_changes_under_ones_own_is_a_conflict() -> None:
    old = [phrase("a"), phrase("b"), phrase("c"), phrase("d")]
    own = [
        mine("a", "我的", old[0]),
        mine("b", "我的", old[1]),
        mine("c", "一样", old[2]),
        mine("n", "自己的"),
        mine("d", "我"),
    ]
    new = pack_of([phrase("a"), phrase("b", "新的"), phrase("c", "一样"), phrase("n", "来的")], "2.0.0")
    found = preview(new, Look((installed(),), old, own))
    # a has not changed, c says what the agent says, d is gone and stays the agent's.
    assert [item.id for item in found.conflicts] == ["b", "n"]


def test_choices() -> None:
    old, new = phrase("a", "您好，亲。今天发货。"), phrase("a", "您好，亲。明天发货。")
    own = mine("a", "您好，亲亲。今天发货。", old)
    item = Item(Status.CHANGED, old, new, own)
    kept, merged = decided(item, Choice.KEEP), decided(item, Choice.MERGE)
    assert kept == replace(own, origin=origin_of(new))
    assert merged is not None
    assert merged.text == "您好，亲亲。明天发货。"
    assert merged.layer == "personal"
    assert decided(item, Choice.FOLLOW) is None
    found = item.merged()
    assert found is not None
    assert found[1] == ()


def test_without_the_base_every_difference_clashes_and_mine_stays() -> None:
    item = Item(Status.CHANGED, phrase("a", "旧"), phrase("a", "新"), mine("a", "我的", phrase("a", "更旧")))
    found = item.merged()
    assert found is not None
    assert found[0].text == "我的"
    assert [clash.theirs for clash in found[1]] == ["新"]


def test_what_the_agent_removed_stays_hidden() -> None:
    found = preview(pack_of([phrase("a"), phrase("b")]), Look(trash=[(phrase("b"), 1.0)]))
    assert [item.hidden for item in found.items] == [False, True]


def test_codes_and_hotkeys_that_are_taken() -> None:
    ours = [
        phrase("a", code="KF"),
        phrase("b", code="x", hotkey="ctrl+1"),
        phrase("c", code="kf"),
        phrase("d", code=""),
    ]
    others = [phrase("o", code="Kf", title="别人"), phrase("p", code="", hotkey="Control-1"), phrase("q", code="")]
    assert [(one.what, one.value, one.phrase.id, one.other.id) for one in clashes(ours, others)] == [
        ("code", "KF", "a", "o"), ("hotkey", "Ctrl+1", "b", "p"), ("code", "kf", "c", "o"),
    ]  # fmt: skip


def test_the_version_before_takes_no_codes() -> None:
    old = [phrase("a", code="kf"), phrase("b", code="gone")]
    found = preview(pack_of([phrase("a", code="kf"), phrase("c", code="gone")], "2.0.0"), Look((installed(),), old))
    assert found.clashes == ()


def test_two_packs_compared_whoever_has_them() -> None:
    a = replace(phrase("a"), layer="personal", origin=origin_of(phrase("x")))
    found = compared([a, phrase("b")], [phrase("a"), phrase("c")])
    assert [(item.id, item.status.value) for item in found] == [("a", "same"), ("c", "new"), ("b", "removed")]


def test_a_preview_can_be_stopped() -> None:
    with pytest.raises(Stopped):
        preview(pack_of([phrase("a")]), Look(), lambda _: False)
    seen: list[float] = []
    preview(pack_of(phrase(str(n)) for n in range(1200)), Look(), lambda done: not seen.append(done))  # type: ignore[func-returns-value]
    assert seen == sorted(seen)
    assert len(seen) == 3
