"""The library as a whole: edits, undo and what is there after a restart."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.core.edits import Edit, Follow, MoveCategory, Put, PutCategory, Remove, RemoveCategory, Restore
from assistant.core.errors import DataProblem, NotFound
from assistant.core.layers import differs, merge
from assistant.core.model import Attachment, PriorUse, SendMode, Variant
from assistant.storage.phrases import Author, Changed, Library
from tests.unit.core.test_edits import Shelf, edits, phrase
from tests.unit.storage.test_usage import fresh

PACK = (
    '{"id": "a", "code": "KA", "title": "标题a", "text": "在", "category": ["甲"]}\n'
    '{"id": "b", "title": "标题b", "text": "在", "category": ["甲", "乙"], "use_count": 4}\n'
    '{"id": "c", "title": "标题c", "text": "在"}\n'
)
TEAM = '{"id": "b", "title": "团队b", "text": "团"}\n{"id": "t", "code": "kt", "title": "团队t", "text": "团"}\n'


class Home:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name, text in (("starter", PACK), ("team", TEAM)):
            (folder / name).mkdir(parents=True)
            (folder / name / "1.jsonl").write_text(text, encoding="utf-8")
        self.clock = itertools.count(1)

    def open(self, *, team: bool = False) -> Library:
        author = Author("小雨", lambda: float(next(self.clock)))
        library = Library(
            self.folder / "library.json", self.folder / "starter", self.folder / "team" if team else None, author
        )
        library.load()
        return library


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def state(library: Library) -> object:
    return (list(library.phrases), library.categories, sorted(p.id for p, _ in library.trash), dict(library.usage))


def texts(library: Library) -> list[tuple[str, str]]:
    return [(p.id, p.text) for p in library.phrases]


homes = itertools.count()
steps = st.lists(st.lists(edits, max_size=5) | st.sampled_from(["undo", "redo", "reopen", "fold"]), max_size=25)


class Session:
    """A library under edits, and what it must come back to."""

    def __init__(self, place: Home) -> None:
        self.place, self.library = place, place.open()
        self.done: list[tuple[object, object]] = []
        self.undone: list[tuple[object, object]] = []

    def undo(self) -> None:
        self.library.undo()
        if self.done:
            self.undone.append(self.done.pop())
            assert state(self.library) == self.undone[-1][0]

    def redo(self) -> None:
        self.library.redo()
        if self.undone:
            self.done.append(self.undone.pop())
            assert state(self.library) == self.done[-1][1]

    def fold(self) -> None:
        self.library.keeper.flush(fold=True)

    def reopen(self) -> None:
        before, revision = state(self.library), self.library.revision
        self.library.close()
        self.library = self.place.open()
        assert (state(self.library), self.library.revision, self.library.notices) == (before, revision, [])
        self.done, self.undone = [], []

    def edit(self, step: list[Edit]) -> None:
        before, sequence = state(self.library), self.library.sequence
        try:
            self.library.edit(step, "改")
        except (NotFound, DataProblem):
            assert state(self.library) == before
        if self.library.sequence != sequence:
            self.done.append((before, state(self.library)))
            self.undone = []


@settings(deadline=None)
@given(steps)
def test_any_edits_undone_redone_and_read_again(script: list[list[Edit] | str]) -> None:
    session = Session(Home(fresh("library.json").parent / f"home{next(homes)}"))
    for step in script:
        if isinstance(step, list):
            session.edit(step)
        else:
            getattr(session, step)()
    session.library.close()


@settings(deadline=None)
@given(st.lists(st.lists(edits, max_size=5), max_size=10))
def test_the_library_does_what_the_plain_words_say(script: list[list[Edit]]) -> None:
    place = Home(fresh("library.json").parent / f"home{next(homes)}")
    library = place.open()
    model = Shelf(*library.phrases)
    for step in script:
        results: list[object] = []
        for do in (lambda: model.do(*step), lambda: library.edit(step, "改")):  # noqa: B023
            try:
                do()
                results.append("done")
            except (NotFound, DataProblem) as problem:
                results.append(str(problem))
        assert results[0] == results[1]
    assert [replace(p, layer="") for p in library.phrases] == [replace(p, layer="") for p in model.shown()]
    assert [node.name for node in library.categories] == model.children(())
    library.close()


def test_layers_lie_over_each_other(home: Home) -> None:
    library = home.open(team=True)
    assert [(p.id, p.title, p.layer) for p in library.phrases] == [
        ("a", "标题a", "starter"),
        ("b", "团队b", "team"),
        ("c", "标题c", "starter"),
        ("t", "团队t", "team"),
    ]
    library.edit([Put(replace(library.get("t"), title="我的t"))], "改")
    assert [(p.title, p.layer) for p in library.phrases][-1] == ("我的t", "personal")
    assert library.by_code("KT").title == "我的t"
    assert library.lower("t") == replace(library.get("t"), title="团队t", layer="team", origin=None)
    library.edit([Follow("t")], "恢复")
    assert library.get("t").title == "团队t"


def test_a_changed_origin_shows_and_can_be_merged(home: Home) -> None:
    library = home.open(team=True)
    library.edit([Put(replace(library.get("t"), tags=("我",)))], "改")
    library.close()
    pack = home.folder / "team" / "1.jsonl"
    pack.write_text(TEAM.replace("团队t", "团队新t"), encoding="utf-8")
    library = home.open(team=True)
    mine, theirs = library.get("t"), library.lower("t")
    assert theirs
    assert differs(mine, theirs)
    merged = merge(library.base(mine), mine, theirs)
    assert (merged.phrase.title, merged.phrase.tags, merged.clashes) == ("团队新t", ("我",), ())
    library.edit([Put(merged.phrase)], "合并")
    assert not differs(library.get("t"), theirs)


def test_one_step_however_many_phrases(home: Home) -> None:
    library = home.open()
    told: list[Changed] = []
    library.on_change(told.append)
    library.edit([Put(phrase(f"n{n}", category=("新",))) for n in range(1000)], "导入")
    library.edit([Put(replace(p, tags=("批",))) for p in library.phrases[3:]], "加标签")
    assert [len(changed.put) for changed in told] == [1000, 1000]
    assert (library.steps.undo_label, library.steps.redo_label, library.sequence) == ("加标签", "", 2)
    library.undo()
    assert (library.steps.undo_label, library.steps.redo_label) == ("导入", "加标签")
    assert not any(p.tags for p in library.phrases[3:])
    changed = library.undo()
    assert (len(changed.put), len(changed.removed), len(library.phrases)) == (0, 1000, 3)
    assert library.undo() == Changed()
    library.redo()
    library.redo()
    assert [p.tags for p in library.phrases[3:]] == [("批",)] * 1000
    assert library.redo() == Changed()
    library.edit([Remove("n5"), Remove("a")], "删除")
    assert (told[-1].put, told[-1].removed) == ([], ("n5", "a"))
    assert library.steps.redo_label == ""


def test_the_revision_stands_for_what_is_shown(home: Home) -> None:
    library = home.open()
    seen = [library.revision]
    library.edit([Put(phrase("x"))], "新增")
    seen.append(library.revision)
    library.edit([Put(phrase("x"))], "同样")
    assert library.revision == seen[-1]
    library.undo()
    seen.append(library.revision)
    library.keeper.flush(fold=True)
    assert library.revision == seen[-1]
    library.close()
    assert home.open().revision == seen[-1]
    (home.folder / "starter" / "1.jsonl").write_text(PACK.replace("在", "在的"), encoding="utf-8")
    seen.append(home.open().revision)
    assert len(set(seen)) == 4


def test_the_trash_and_the_history_give_back_what_was(home: Home) -> None:
    library = home.open()
    library.edit([Put(phrase("x", "一"))], "新增")
    library.edit([Put(phrase("x", "二"))], "修改")
    library.edit([Put(replace(library.get("a"), title="我的"))], "修改")
    library.edit([Remove("x"), Remove("c")], "删除")
    assert [(p.id, p.text) for p, _ in library.trash] == [("x", "二"), ("c", "在")]
    library.keeper.flush()
    versions = library.history("x")
    assert [(v.label, v.who, v.phrase and v.phrase.text) for v in versions] == [
        ("删除", "小雨", "二"),
        ("修改", "小雨", "一"),
        ("新增", "小雨", None),
    ]
    assert [v.at for v in versions] == sorted((v.at for v in versions), reverse=True)
    (first,) = library.history("a")
    assert first.phrase == library.lower("a")
    was = versions[1].phrase
    assert was
    library.edit([Restore("x"), Put(was)], "恢复旧版")
    assert library.get("x").text == "一"
    library.close()
    assert [v.label for v in home.open().history("x")] == ["恢复旧版", "删除", "修改", "新增"]


def test_everything_of_a_phrase_is_there_after_a_restart(home: Home) -> None:
    rich = replace(
        phrase("x"),
        code='k"x',
        category=("一[1]", "二"),
        variants=(Variant("在😀"), Variant("hi", "活泼", "en", "Latn", '{"voice": 1}')),
        attachments=(Attachment("ab", "图.png", "image/png"),),
        hotkey="ctrl+alt+k",
        send=SendMode.COPY,
        extra='{"mood": [1, null]}',
    )
    library = home.open()
    library.import_phrases([rich], {"x": PriorUse(3, 1.5e9)})
    library.edit([Put(replace(rich, title="改")), PutCategory(("空", "深"))], "改")
    library.close()
    library = home.open()
    assert library.get("x") == replace(rich, title="改")
    assert library.by_code('K"X').id == "x"
    assert library.usage == {"x": PriorUse(3, 1.5e9), "b": PriorUse(4, 0.0)}
    assert [node.path for node in library.categories] == [("甲",), ("一[1]",), ("空",)]


def test_a_renamed_and_a_removed_category_come_back(home: Home) -> None:
    library = home.open()
    before = state(library)
    library.edit([MoveCategory(("甲",), ("新",))], "重命名分类")
    assert [p.category for p in library.phrases] == [("新",), ("新", "乙"), ()]
    library.edit([RemoveCategory(("新", "乙"))], "删除分类")
    assert [p.id for p in library.phrases] == ["a", "c"]
    library.undo()
    library.undo()
    assert state(library) == before


def test_phrases_are_a_picture_of_one_moment(home: Home) -> None:
    library = home.open()
    before = library.phrases
    library.edit([Remove("a"), Put(phrase("x"), "c")], "改")
    assert [p.id for p in before] == ["a", "b", "c"]
    assert [p.id for p in library.phrases] == ["b", "x", "c"]
    assert (len(before), before[0].id, before[-1].id, before[1:][0].id) == (3, "a", "c", "b")
    with pytest.raises(IndexError):
        before[3]


def test_an_edit_amid_an_import_is_not_written_over(home: Home) -> None:
    library = home.open()
    library.import_phrases([phrase("x", "一"), phrase("y", "一")])

    class Meddling(dict[str, PriorUse]):
        """Somebody edits while the import looks at how much phrases were used."""

        calls = 0

        def get(self, key: str, default: object = None) -> object:  # type: ignore[override]
            self.calls += 1
            if self.calls == 2:
                library.edit([Put(replace(library.get("x"), tags=("忙",)))], "改")
            return default

    usage = Meddling(w=PriorUse(1, 1.0))
    report = library.import_phrases([phrase("x", "二"), phrase("y", "一"), phrase("z")], usage)
    assert (report.added, report.replaced, report.unchanged) == (1, 1, 1)
    assert usage.calls == 6  # twice: the first look was at what is no more
    library.undo()
    assert (library.get("x").text, library.get("x").tags) == ("一", ("忙",))


def test_a_change_by_hand_is_taken_over_on_reload_with_the_edits_since(home: Home) -> None:
    library = home.open()
    library.edit([Put(phrase("x", "一")), Put(phrase("y", "一"))], "新增")
    library.keeper.flush(fold=True)
    library.edit([Put(phrase("y", "二"))], "改")
    library.keeper.flush()
    revision = library.revision
    path = home.folder / "library.json"
    path.write_text(path.read_text("utf-8").replace("标题x", "手改"), encoding="utf-8")
    assert [(p.title, p.text) for p in library.load()][3:] == [("手改", "一"), ("标题y", "二")]
    assert library.notices == ["“library.json”被别的程序改过，已按现在的内容读取。"]
    assert library.revision != revision
    revision = library.revision
    library.keeper.flush(fold=True)
    library.close()
    assert home.open().revision == revision
