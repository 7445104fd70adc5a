"""Packs in a real library: installed, updated, removed, undone, and after a restart."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from assistant.core.categories import Category
from assistant.core.edits import Follow, Put, Remove, Restore
from assistant.core.errors import DataProblem, NotFound
from assistant.core.guard.rules import Layer, Severity
from assistant.core.layers import differs, origin_of
from assistant.core.model import Phrase
from assistant.core.packs.plan import Choice, Status, Step, preview
from assistant.core.packs.progress import Stopped
from assistant.core.tables.table import Column, Table
from assistant.storage.attachments import Attachments
from assistant.storage.packs import Opened, installing
from assistant.storage.packs.installing import Wanted
from assistant.storage.paths import Paths
from assistant.storage.phrases import Changed, Library
from assistant.storage.stores import open_stores
from tests.unit.storage.packs.samples import HASH, PICTURE, WHOLE, opened, pack_of, phrase

STARTER = (
    '{"id": "s1", "code": "s1", "title": "自带一", "text": "在", "category": ["甲"]}\n'
    '{"id": "s2", "code": "s2", "title": "自带二", "text": "在"}\n'
)
V1 = pack_of([phrase("a"), phrase("b"), phrase("s2", "团队的")])
V2 = pack_of([phrase("b", "新的"), phrase("n"), phrase("a"), phrase("s2", "团队的")], "2.0.0")


class Home:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "starter").mkdir(parents=True)
        (folder / "starter" / "1.jsonl").write_text(STARTER, encoding="utf-8")
        self.files = Attachments(folder / "attachments")

    def open(self) -> Library:
        library = Library(self.folder / "library.json", self.folder / "starter")
        library.load()
        return library

    def install(self, library: Library, pack: object, **choices: Choice) -> Changed:
        found = pack if isinstance(pack, Opened) else opened(pack)  # type: ignore[arg-type]
        return installing.install(library, self.files, Wanted(found, choices))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def shown(library: Library) -> list[tuple[str, str, str]]:
    return [(one.id, one.text, one.layer) for one in library.phrases]


def state(library: Library) -> object:
    return (list(library.phrases), library.categories, library.packs, sorted(one.id for one, _ in library.trash))


BEFORE = [("s1", "在", "starter"), ("s2", "在", "starter")]
WITH_V1 = [("s1", "在", "starter"), ("s2", "团队的", "team"), ("a", "在的", "team"), ("b", "在的", "team")]


def test_installing_removing_and_back(home: Home) -> None:
    library = home.open()
    changed = home.install(library, V1)
    assert sorted(one.id for one in changed.put) == ["a", "b", "s2"]
    assert shown(library) == WITH_V1
    assert [(one.id, str(one.manifest.version)) for one in library.packs] == [("shop", "1.0.0")]
    assert [one.id for one in library.pack_phrases("shop")] == ["a", "b", "s2"]
    assert library.lower("a") == phrase("a")
    assert library.steps.undo_label == "安装话术包“店铺话术”"
    library.undo()
    assert (shown(library), library.packs) == (BEFORE, ())
    library.redo()
    assert shown(library) == WITH_V1
    gone = installing.remove(library, "shop")
    assert sorted(gone.removed) == ["a", "b"]
    assert [one.id for one in gone.put] == ["s2"]
    assert (shown(library), library.packs) == (BEFORE, ())
    library.undo()
    assert shown(library) == WITH_V1
    with pytest.raises(NotFound):
        installing.remove(library, "other")


@pytest.mark.parametrize("fold", [True, False])
def test_after_a_restart_all_is_the_same(home: Home, fold: bool) -> None:
    library = home.open()
    home.install(library, opened(WHOLE))
    home.install(library, V1)
    before, revision = state(library), library.revision
    library.keeper.flush(fold=fold)
    library.keeper.lock.release()
    again = home.open()
    assert again.notices == []
    assert (state(again), again.revision) == (before, revision)
    (whole, _) = again.packs
    assert whole.tables == WHOLE.tables
    assert whole.rules == WHOLE.rules
    assert whole.categories == WHOLE.categories
    assert whole.manifest_bytes == opened(WHOLE).manifest_bytes


def test_a_file_that_another_program_wrote_keeps_its_packs(home: Home) -> None:
    library = home.open()
    home.install(library, replace(opened(V1), signature_bytes=b"\x00\xff signed"))
    library.edit([Put(replace(phrase("a", "我的"), layer="personal"))], "改")
    before = state(library)
    library.close()
    with TinyDB(home.folder / "library.json", encoding="utf-8", ensure_ascii=False) as stock:
        stock.table("notes").insert({"x": 1})
    again = home.open()
    assert state(again) == before
    assert again.packs[0].signature_bytes == b"\x00\xff signed"


def test_an_update_keeps_places_and_puts_new_phrases_between(home: Home) -> None:
    library = home.open()
    home.install(library, pack_of(phrase(key) for key in "abcd"))
    changed = home.install(library, pack_of([phrase(key) for key in ("a", "x", "b", "y", "z", "d", "e")], "2.0.0"))
    assert [one.id for one in library.phrases][2:] == ["a", "x", "b", "y", "z", "d", "e"]
    assert sorted(one.id for one in changed.put) == ["e", "x", "y", "z"]  # nothing else was touched
    assert changed.removed == ("c",)
    home.install(library, pack_of([phrase(key) for key in "edcba"], "3.0.0"))
    assert [one.id for one in library.phrases][2:] == list("edcba")
    assert [str(one.manifest.version) for one in library.packs] == ["3.0.0"]


def test_the_lead_s_order_of_categories_counts(home: Home) -> None:
    library = home.open()
    found = [phrase("a", category=("乙",)), phrase("b", category=("甲",)), phrase("c", category=("乙", "丁"))]
    home.install(library, pack_of(found, categories=(("甲",), ("乙",), ("空",))))
    assert [one.id for one in library.phrases][2:] == ["b", "a", "c"]
    names = [(node.name, node.total) for node in library.categories]
    assert names == [("甲", 2), ("乙", 2), ("空", 0)]
    assert [child.name for child in library.categories[1].children] == ["丁"]
    assert isinstance(library.categories[0], Category)


def test_installing_again_changes_nothing_but_the_date(home: Home) -> None:
    library = home.open()
    home.install(library, V1)
    changed = home.install(library, V1)
    assert (list(changed.put), list(changed.removed)) == ([], [])
    assert shown(library) == WITH_V1


def test_of_two_packs_the_later_one_counts(home: Home) -> None:
    library = home.open()
    home.install(library, V1)
    other = pack_of([phrase("a", "另一个")], manifest=replace(V1.manifest, id="other"))
    home.install(library, other)
    assert library.get("a").text == "另一个"
    home.install(library, V2)  # an update does not bring a pack to the front
    assert library.get("a").text == "另一个"
    assert library.get("b").text == "新的"
    installing.remove(library, "other")
    assert library.get("a").text == "在的"
    home.install(library, other)
    installing.remove(library, "shop")
    assert shown(library) == [*BEFORE, ("a", "另一个", "team")]


def test_ones_own_is_never_touched_without_a_choice(home: Home) -> None:
    library = home.open()
    home.install(library, V1)
    library.edit([Put(replace(library.get("b"), note="我的备注"))], "改")
    own = library.get("b")
    home.install(library, V2)
    assert library.get("b") == own
    assert library.lower("b") == phrase("b", "新的")
    assert differs(own, phrase("b", "新的"))  # and the library says that the team's has changed
    installing.remove(library, "shop")
    assert library.get("b") == own


def test_what_was_removed_stays_away(home: Home) -> None:
    library = home.open()
    home.install(library, V1)
    library.edit([Remove("b")], "删")
    home.install(library, V2)
    assert "b" not in [one.id for one in library.phrases]
    assert [item.hidden for item in preview(V2, library).items if item.id == "b"] == [True]
    library.edit([Restore("b")], "恢复")
    assert library.get("b").text == "新的"


def test_choices(home: Home) -> None:
    library = home.open()
    first = pack_of([phrase(key, "您好，亲。今天发货。") for key in "kfm"])
    second = pack_of([phrase(key, "您好，亲。明天发货。") for key in "kfm"], "2.0.0")
    home.install(library, first)
    for key in "kfm":
        library.edit([Put(replace(library.get(key), variants=phrase(key, "您好，亲亲。今天发货。").variants))], "改")
    before = state(library)
    assert [item.id for item in preview(second, library).conflicts] == ["k", "f", "m"]
    home.install(library, second, k=Choice.KEEP, f=Choice.FOLLOW, m=Choice.MERGE)
    after = {one.id: (one.text, one.layer) for one in library.phrases}
    assert after["k"] == ("您好，亲亲。今天发货。", "personal")
    assert after["f"] == ("您好，亲。明天发货。", "team")
    assert after["m"] == ("您好，亲亲。明天发货。", "personal")
    assert library.get("k").origin == origin_of(phrase("k", "您好，亲。明天发货。"))
    library.undo()
    assert state(library) == before
    library.redo()
    installing.remove(library, "shop")
    assert {one.id: one.text for one in library.phrases if one.layer == "personal"} == {
        "k": "您好，亲亲。今天发货。", "f": "您好，亲亲。今天发货。", "m": "您好，亲亲。明天发货。",
    }  # fmt: skip


def test_a_phrase_of_one_s_own_with_the_same_id_gives_way_only_when_asked_and_comes_back(home: Home) -> None:
    library = home.open()
    library.edit([Put(replace(phrase("a", "自己的"), layer="personal"))], "新增")
    own = library.get("a")
    home.install(library, V1)
    assert library.get("a") == own
    home.install(library, V1, a=Choice.FOLLOW)
    assert (library.get("a").text, library.get("a").layer) == ("在的", "team")
    home.install(library, V2)
    library.keeper.flush()
    library.close()
    library = home.open()
    installing.remove(library, "shop")
    assert library.get("a") == own


def test_what_came_meanwhile_is_not_overwritten_by_what_comes_back(home: Home) -> None:
    library = home.open()
    library.edit([Put(replace(phrase("a", "自己的"), layer="personal"))], "新增")
    home.install(library, V1, a=Choice.FOLLOW)
    library.edit([Put(replace(library.get("a"), note="又改了"))], "改")
    installing.remove(library, "shop")
    assert (library.get("a").text, library.get("a").note) == ("在的", "又改了")


def test_pictures_are_kept_before_the_phrases_come(home: Home) -> None:
    library = home.open()
    home.install(library, opened(WHOLE))
    assert home.files.path(HASH).read_bytes() == PICTURE

    def gone() -> bytes:
        raise DataProblem("附件不见了。")

    broken = replace(WHOLE, attachments={HASH: replace(WHOLE.attachments[HASH], load=gone)})
    library.undo()
    with pytest.raises(DataProblem):
        home.install(library, Opened(broken, b"{}"))
    assert library.packs == ()


def test_stopping_leaves_everything_as_it_was(home: Home) -> None:
    library = home.open()
    home.install(library, V1)
    before = state(library)
    many = opened(pack_of((phrase(str(number)) for number in range(3000)), "2.0.0"))
    for looks in range(4):
        left = itertools.repeat(True, looks)
        with pytest.raises(Stopped):
            installing.install(library, home.files, Wanted(many), lambda _, left=left: next(left, False))  # type: ignore[misc]
        assert state(library) == before
    seen: list[float] = []
    installing.install(library, home.files, Wanted(many), lambda done: not seen.append(done))  # type: ignore[func-returns-value]
    assert len(seen) == 6
    assert seen == sorted(seen)


def test_an_edit_in_the_midst_of_it_is_not_lost(home: Home) -> None:
    library = home.open()
    edited = []

    def progress(_: float) -> bool:
        if not edited:
            edited.append(library.edit([Put(replace(phrase("a", "我的"), layer="personal"))], "改"))
        return True

    installing.install(library, home.files, Wanted(opened(V1), {"a": Choice.KEEP}), progress)
    assert library.get("a").text == "我的"
    assert library.get("a").origin == origin_of(phrase("a"))  # the choice was made of what stood there then
    assert library.lower("a") == phrase("a")


def test_tables_and_rules_come_and_go_with_the_pack(tmp_path: Path) -> None:
    paths = Paths.find({"XIAOER_HOME": str(tmp_path)}, "linux").ensure()
    stores = open_stores(paths)
    files, size = Attachments(tmp_path / "attachments"), stores.tables.by_name["尺码"]
    installing.install(stores.library, files, Wanted(opened(WHOLE)))
    assert stores.tables.by_name["尺码"] == WHOLE.tables[0]
    assert stores.rules.rules.severity("ad") is Severity.BLOCK
    assert [word.text for word in stores.rules.layer("team").words] == ["国家级"]
    stores.library.keeper.flush()
    stores.library.close()
    again = open_stores(paths)
    assert again.tables.by_name["尺码"] == WHOLE.tables[0]
    assert again.rules.rules.locked == {"ad": Severity.BLOCK}
    own = Table("尺码", (Column("身高"), Column("码")), (("1", "2"),))
    again.tables.put(own)
    installing.remove(again.library, WHOLE.manifest.id)
    assert again.tables.by_name["尺码"] == own
    assert again.tables.lower("尺码") == size
    assert again.rules.layer("team") == Layer()
    again.library.close()


def test_the_preview_of_a_library_knows_what_stands_beside(home: Home) -> None:
    library = home.open()
    home.install(library, V1)
    found = preview(pack_of([phrase("a"), phrase("s2", "团队的"), phrase("x", code="S1")], "2.0.0"), library)
    assert [(item.id, item.status) for item in found.items] == [
        ("a", Status.SAME), ("s2", Status.SAME), ("x", Status.NEW), ("b", Status.REMOVED),
    ]  # fmt: skip
    assert [(one.value, one.other.id) for one in found.clashes] == [("S1", "s1")]
    assert found.step is Step.UPDATE


folders = itertools.count()
keys = st.sampled_from("abcdefs")
packs_ = st.lists(keys, unique=True, max_size=6).flatmap(
    lambda found: st.lists(st.sampled_from(["一", "二"]), min_size=len(found), max_size=len(found)).map(
        lambda words: list(zip(found, words, strict=True))
    )
)
steps = st.lists(
    st.tuples(st.just("install"), st.sampled_from(["p", "q"]), packs_)
    | st.tuples(st.just("remove"), st.sampled_from(["p", "q"]))
    | st.tuples(st.sampled_from(["put", "trash", "follow"]), keys)
    | st.tuples(st.sampled_from(["undo", "redo", "reopen"])),
    max_size=14,
)


def do(home: Home, library: Library, step: tuple[object, ...], number: int) -> Library:
    match step:
        case ("install", str(name), list(found)):
            content = [phrase(key, text) for key, text in found]
            home.install(library, pack_of(content, f"1.{number}.0", manifest=replace(V1.manifest, id=name)))
        case ("remove", str(name)):
            installing.remove(library, name)
        case ("put", str(key)):
            library.edit([Put(replace(phrase(key, f"我的{number}"), layer="personal"))], "改")
        case ("trash", str(key)):
            library.edit([Remove(key)], "删")
        case ("follow", str(key)):
            library.edit([Follow(key)], "跟随")
        case ("undo",):
            library.undo()
        case ("redo",):
            library.redo()
        case _:
            library.keeper.flush(fold=number % 2 == 0)
            library.keeper.lock.release()
            return home.open()
    return library


@settings(max_examples=150, deadline=None)
@given(steps)
def test_whatever_is_done_a_restart_shows_the_same_and_undo_leads_back(
    tmp_path_factory: pytest.TempPathFactory, steps: Iterable[tuple[object, ...]]
) -> None:
    home = Home(tmp_path_factory.getbasetemp() / f"packs{next(folders)}")
    library = home.open()
    first, undone = state(library), False
    for number, step in enumerate(steps):
        before = state(library)
        try:
            library = do(home, library, step, number)
        except NotFound:
            continue
        if step[0] == "reopen":
            assert state(library) == before
            first, undone = before, False
        undone |= step[0] in ("undo", "redo")
    last = state(library)
    while library.steps.undo_label:
        library.undo()
    assert undone or state(library) == first
    while library.steps.redo_label:
        library.redo()
    assert undone or state(library) == last
    library.close()
    again = home.open()
    assert state(again) == state(library)
    again.close()


def test_phrases_of_a_pack_are_phrases_like_any_other(home: Home) -> None:
    library = home.open()
    home.install(library, V1)
    assert isinstance(library.by_code("ka"), Phrase)
    assert library.after("a") == "b"
    library.edit([Remove("a")], "删")
    library.edit([Put(replace(phrase("b", "改了"), layer="personal"))], "改")
    library.keeper.flush()
    assert [(one.label, one.phrase) for one in library.history("b")] == [
        ("改", phrase("b")), ("安装话术包“店铺话术”", None),
    ]  # fmt: skip
    assert library.base(library.get("b")) == phrase("b")
    library.edit([Follow("b")], "跟随")
    assert shown(library)[-1] == ("b", "在的", "team")
