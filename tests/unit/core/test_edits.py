from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core import categories, places
from assistant.core.categories import Path
from assistant.core.edits import (
    Change,
    Edit,
    Folder,
    Follow,
    Held,
    Kind,
    MoveCategory,
    Purge,
    Put,
    PutCategory,
    Remove,
    RemoveCategory,
    Restore,
    Trashed,
    Value,
    plan,
)
from assistant.core.errors import DataProblem, NotFound
from assistant.core.layers import differs, origin_of
from assistant.core.model import Phrase, PriorUse, Variant


def phrase(key: str, text: str = "在", category: Path = (), layer: str = "personal") -> Phrase:
    return Phrase(key, "", f"标题{key}", (Variant(text),), category, layer=layer)


class Shelf:
    """The library as the words say: everything worked out anew at every question."""

    def __init__(self, *lower: Phrase) -> None:
        self.below = {one.id: replace(one, layer="starter") for one in lower}
        self.values: dict[tuple[Kind, str | Path], Value] = {}
        self.born: dict[str, int] = {}

    def do(self, *edits: Edit, now: float = 1.0) -> tuple[Change, ...]:
        changes = plan(edits, self, now)
        self.apply(changes)
        return changes

    def apply(self, changes: Sequence[Change]) -> None:
        for change in changes:
            assert self.values.get((change.kind, change.key)) == change.before
            if change.after is None:
                self.values.pop((change.kind, change.key))
            else:
                self.values[change.kind, change.key] = change.after
            if change.kind is Kind.PHRASE:
                self.born.setdefault(str(change.key), len(self.born))

    def shown(self) -> list[Phrase]:
        keys = {**self.below, **{str(key): 0 for kind, key in self.values if kind is Kind.PHRASE}}
        visible = [key for key in keys if (Kind.TRASH, key) not in self.values]
        return [self.get(key) for key in sorted(visible, key=lambda key: (self.place(key), key))]

    def get(self, key: str) -> Phrase:
        held = self.values.get((Kind.PHRASE, key))
        return held.phrase if isinstance(held, Held) else self.below[key]

    def place(self, key: str) -> str:
        held = self.values.get((Kind.PHRASE, key))
        if isinstance(held, Held) and held.place:
            return held.place
        if key in self.below:
            return places.natural(3, list(self.below).index(key))
        return places.natural(7, self.born[key])

    def texts(self) -> list[tuple[str, str]]:
        return [(p.id, p.text) for p in self.shown()]

    def ids(self) -> str:
        return "".join(p.id for p in self.shown())

    # --- edits.Shelf

    def value(self, kind: Kind, key: str | Path) -> Value | None:
        return self.values.get((kind, key))

    def lower(self, key: str) -> Phrase | None:
        return self.below.get(key)

    def under(self, path: Path) -> list[str]:
        return [p.id for p in self.shown() if p.category[: len(path)] == path]

    def folders(self) -> list[Path]:
        return [key for kind, key in self.values if kind is Kind.CATEGORY and isinstance(key, tuple)]

    def children(self, path: Path) -> list[str]:
        counts = dict.fromkeys((p.category for p in self.shown() if p.category), 1)
        arranged = {f.path: f.place for f in self.values.values() if isinstance(f, Folder)}
        nodes = categories.tree(counts, arranged)
        for part in path:
            nodes = next((node.children for node in nodes if node.name == part), ())
        return [node.name for node in nodes]

    def gap(self, key: str) -> tuple[str, str]:
        keys = [p.id for p in self.shown()]
        if key not in keys:
            raise KeyError(key)
        at = keys.index(key)
        return (self.place(keys[at - 1]) if at else "", self.place(key))


keys = st.sampled_from("abcdef")
paths = st.lists(st.sampled_from("甲乙丙"), min_size=1, max_size=3).map(tuple)
edits = st.one_of(
    st.builds(
        Put,
        st.builds(phrase, keys, st.sampled_from(["在", "在的", "在呢"]), paths),
        st.just("") | keys,
    ),
    st.builds(Remove, keys),
    st.builds(Restore, keys),
    st.builds(Purge, keys),
    st.builds(Follow, keys),
    st.builds(PutCategory, paths, st.just("") | st.sampled_from("甲乙丙")),
    st.builds(MoveCategory, paths, paths, st.just("") | st.sampled_from("甲乙丙")),
    st.builds(RemoveCategory, paths),
)


@given(st.lists(st.lists(edits, max_size=6), max_size=12))
def test_any_edits_undone_give_the_start_and_redone_the_end(steps: list[list[Edit]]) -> None:
    shelf = Shelf(phrase("a", category=("甲",)), phrase("b", category=("甲", "乙")), phrase("c"))
    states, done = [(dict(shelf.values), shelf.texts())], []
    for step in steps:
        try:
            done.append(shelf.do(*step))
        except (NotFound, DataProblem):
            assert (shelf.values, shelf.texts()) == states[-1]
            continue
        states.append((dict(shelf.values), shelf.texts()))
    for changes, state in zip(reversed(done), reversed(states[:-1]), strict=True):
        shelf.apply([change.inverse for change in reversed(changes)])
        assert (shelf.values, shelf.texts()) == state
    for changes, state in zip(done, states[1:], strict=True):
        shelf.apply(changes)
        assert (shelf.values, shelf.texts()) == state


@given(st.lists(edits, max_size=6))
def test_several_edits_at_once_are_the_same_as_one_after_the_other(step: list[Edit]) -> None:
    step = [replace(edit, before="") if isinstance(edit, Put) else edit for edit in step]
    start = (phrase("a", category=("甲",)), phrase("b", category=("甲", "乙")))
    together, apart = Shelf(*start), Shelf(*start)
    try:
        together.do(*step)
    except (NotFound, DataProblem):
        return
    for edit in step:
        apart.do(edit)
    assert {p.id: p for p in together.shown()} == {p.id: p for p in apart.shown()}
    trash = [{k: v for k, v in s.values.items() if k[0] is Kind.TRASH} for s in (together, apart)]
    assert trash[0] == trash[1]


def test_a_new_phrase_comes_last_and_a_known_one_stays() -> None:
    shelf = Shelf(phrase("a"), phrase("b"))
    shelf.do(Put(phrase("x")), Put(phrase("y")))
    shelf.do(Put(phrase("a", "我的")), Put(phrase("x", "新")))
    assert shelf.texts() == [("a", "我的"), ("b", "在"), ("x", "新"), ("y", "在")]


def test_phrases_are_put_before_others_in_the_order_given() -> None:
    shelf = Shelf(phrase("a"), phrase("b"), phrase("c"))
    shelf.do(Put(phrase("x"), "b"), Put(phrase("y"), "b"), Put(phrase("z"), "a"))
    assert shelf.ids() == "zaxybc"
    shelf.do(Put(phrase("c"), "z"), Put(phrase("y"), "a"))
    assert shelf.ids() == "czyaxb"
    for _ in range(200):
        shelf.do(Put(phrase("x"), "b"))
        shelf.do(Put(phrase("y"), "b"))
    assert shelf.ids() == "czaxyb"


def test_another_layers_phrase_becomes_a_copy_that_knows_its_origin() -> None:
    shelf = Shelf(phrase("a"))
    assert shelf.do(Put(phrase("a"))) == ()  # it says the same: no copy
    shelf.do(Put(phrase("a", "我的")))
    shelf.do(Put(replace(shelf.get("a"), variants=(Variant("我们的"),))))
    mine = shelf.get("a")
    assert (mine.layer, mine.text, mine.origin) == ("personal", "我们的", origin_of(shelf.below["a"]))
    shelf.below["a"] = phrase("a", "新版", layer="starter")
    assert differs(mine, shelf.below["a"])
    shelf.do(Follow("a"))
    assert shelf.texts() == [("a", "新版")]
    with pytest.raises(NotFound):
        shelf.do(Follow("a"))


def test_the_trash_gives_everything_back() -> None:
    shelf = Shelf(phrase("a"), phrase("b"))
    shelf.do(Put(phrase("x"), "a"))
    held = Held(phrase("x", "用过"), prior=PriorUse(3, 1.0))
    shelf.values[Kind.PHRASE, "x"] = replace(held, place=shelf.place("x"))
    before = shelf.texts()
    shelf.do(Remove("x"), Remove("b"), now=5.0)
    assert shelf.ids() == "a"
    trashed = shelf.values[Kind.TRASH, "b"]
    assert trashed == Trashed(Held(shelf.below["b"]), 5.0, own=False)
    shelf.do(Restore("b"), Restore("x"))
    assert shelf.texts() == before
    assert shelf.values[Kind.PHRASE, "x"] == replace(held, place=shelf.place("x"))


def test_what_is_purged_stays_away() -> None:
    shelf = Shelf(phrase("a"))
    shelf.do(Put(phrase("x")), Remove("a"), Remove("x"))
    shelf.do(Purge("a"), Purge("x"))
    assert shelf.ids() == ""
    assert list(shelf.values) == [(Kind.TRASH, "a")]  # the program's phrase would come back without it
    shelf.do(Put(phrase("x")), Put(phrase("a", "新")))
    assert shelf.ids() == "ax"


def test_a_hidden_phrase_whose_pack_is_gone_becomes_the_agents_own() -> None:
    shelf = Shelf(phrase("a"))
    shelf.do(Remove("a"))
    del shelf.below["a"]
    shelf.do(Restore("a"))
    assert [(p.id, p.layer) for p in shelf.shown()] == [("a", "personal")]


@pytest.mark.parametrize("edit", [Remove("q"), Restore("a"), Purge("a"), Follow("a"), Put(phrase("a"), "q")])
def test_what_is_not_there_is_told(edit: Edit) -> None:
    shelf = Shelf(phrase("a"))
    with pytest.raises(NotFound, match="没有编号为"):
        shelf.do(Put(phrase("x")), edit)
    assert shelf.values == {}


@pytest.mark.parametrize("bad", [phrase("x", " "), replace(phrase("x"), title=" "), phrase("")])
def test_what_is_no_phrase_is_not_kept(bad: Phrase) -> None:
    with pytest.raises(DataProblem, match="缺少"):
        Shelf().do(Put(bad))


def test_categories_are_made_and_arranged() -> None:
    shelf = Shelf(phrase("a", category=("甲",)), phrase("b", category=("乙",)))
    shelf.do(PutCategory(("空",), "乙"), PutCategory(("空", "深")))
    assert shelf.children(()) == ["甲", "空", "乙"]
    assert shelf.children(("空",)) == ["深"]
    shelf.do(PutCategory(("乙",), "甲"))
    assert shelf.children(()) == ["乙", "甲", "空"]
    shelf.do(PutCategory(("乙",)))
    assert shelf.children(()) == ["乙", "甲", "空"]


def test_a_renamed_category_keeps_its_place_and_its_order_within() -> None:
    shelf = Shelf(phrase("a", category=("甲", "一")), phrase("b", category=("甲", "二")), phrase("c", category=("乙",)))
    shelf.do(PutCategory(("甲", "二"), "一"), PutCategory(("甲",)))
    shelf.do(MoveCategory(("甲",), ("新",)))
    assert shelf.children(()) == ["新", "乙"]
    assert shelf.children(("新",)) == ["二", "一"]
    assert [p.category for p in shelf.shown()] == [("新", "一"), ("新", "二"), ("乙",)]
    assert [p.origin is not None for p in shelf.shown()] == [True, True, False]


def test_a_category_is_moved_into_another_before_a_sibling() -> None:
    shelf = Shelf(phrase("a", category=("甲",)), phrase("b", category=("乙", "一")), phrase("c", category=("乙", "二")))
    shelf.do(MoveCategory(("甲",), ("乙", "甲"), "二"))
    assert shelf.children(()) == ["乙"]
    assert shelf.children(("乙",)) == ["一", "甲", "二"]
    with pytest.raises(DataProblem, match="自己里面"):
        shelf.do(MoveCategory(("乙",), ("乙", "丙")))


def test_a_removed_category_goes_with_what_is_in_it() -> None:
    shelf = Shelf(phrase("a", category=("甲", "一")), phrase("b", category=("乙",)))
    shelf.do(PutCategory(("甲", "空")), Put(phrase("x", category=("甲",))))
    shelf.do(RemoveCategory(("甲",)))
    assert (shelf.ids(), shelf.children(())) == ("b", ["乙"])
    assert {key for kind, key in shelf.values if kind is Kind.TRASH} == {"a", "x"}
