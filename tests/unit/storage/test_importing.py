"""Taking in what other programs keep: read, compared, taken in as one step, taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.core.edits import Put, Remove
from assistant.core.errors import DataProblem, NotFound
from assistant.core.model import Phrase, PriorUse, SendMode, Variant
from assistant.core.packs.columns import NeedsMapping
from assistant.core.packs.foreign import Haul, Picture, Remark, Taken
from assistant.storage.attachments import Attachments
from assistant.storage.import_plan import Kind, Plan, Wish, plan
from assistant.storage.importing import Cancelled, Outcome, Way, apply, import_file, read
from assistant.storage.phrases import Library
from assistant.storage.records import record_of

HEADINGS = "快捷编码,快捷短语,快捷短语分组\n"


def foreign(key: str, text: str = "您好", code: str = "", **more: object) -> Taken:
    phrase = Phrase(f"personal:espanso-{key}", code or key, f"标题{key}", (Variant(text),), ("招呼",), layer="personal")
    return Taken(phrase, **more)  # type: ignore[arg-type]


def haul(*taken: Taken, report: tuple[Remark, ...] = ()) -> Haul:
    return Haul("espanso", taken, report)


def kinds(planned: Plan) -> list[Kind]:
    return [arrival.kind for arrival in planned.arrivals]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    for name in ("starter", "home"):
        (tmp_path / name).mkdir()
    found = Library(tmp_path / "home" / "library.json", tmp_path / "starter")
    found.load()
    return found


@pytest.fixture
def attachments(tmp_path: Path) -> Attachments:
    return Attachments(tmp_path / "attachments")


@pytest.fixture
def take(library: Library, attachments: Attachments) -> Callable[..., Outcome]:
    def taken(made: Haul, wish: Wish | None = None) -> Outcome:
        return apply(library, attachments, plan(made, library, wish))

    return taken


def table(folder: Path, text: str, name: str = "a.csv") -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder / name


# --- the plan


def test_what_is_new_changed_the_same_or_there_already(library: Library, take: Callable[..., Outcome]) -> None:
    take(haul(foreign("a", "一"), foreign("b", "二"), foreign("c", "三 三")))
    planned = plan(haul(foreign("a", "一"), foreign("b", "贰"), foreign("d", "三\n三"), foreign("e", "五")), library)
    assert kinds(planned) == [Kind.SAME, Kind.CHANGED, Kind.DUPLICATE, Kind.NEW]
    assert [arrival.before and arrival.before.text for arrival in planned.arrivals] == ["一", "二", None, None]
    assert [planned.count(kind) for kind in (Kind.NEW, Kind.CHANGED, Kind.SAME, Kind.DUPLICATE)] == [1, 1, 1, 1]
    assert [arrival.phrase.id[-1] for arrival in planned.wanted()] == ["b", "e"]


def test_a_code_twice_stays_and_only_full_doubles_are_left_out(library: Library) -> None:
    planned = plan(
        haul(foreign("a", "一", "x"), foreign("b", "二", "x"), foreign("c", "一", "y"), foreign("d", "一", "x")),
        library,
    )
    assert kinds(planned) == [Kind.NEW, Kind.NEW, Kind.NEW, Kind.DUPLICATE]


def test_files_with_the_same_ids_do_not_overwrite_each_other(library: Library) -> None:
    planned = plan(haul(foreign("a", "一"), foreign("a", "二"), foreign("a", "三")), library)
    assert [arrival.phrase.id for arrival in planned.arrivals] == [
        "personal:espanso-a", "personal:espanso-a-2", "personal:espanso-a-3",
    ]  # fmt: skip
    assert kinds(planned) == [Kind.NEW] * 3


def test_below_a_category_and_with_doubles(library: Library, take: Callable[..., Outcome]) -> None:
    take(haul(foreign("a", "一")))
    wish = Wish(("从外面", "来的"), duplicates=True)
    assert take(haul(foreign("b", "一")), wish).added == 1
    assert library.get("personal:espanso-b").category == ("从外面", "来的", "招呼")


def test_a_plan_can_be_cancelled(library: Library) -> None:
    heard: list[float] = []

    def progress(done: float) -> bool:
        heard.append(done)
        return len(heard) < 3

    with pytest.raises(Cancelled):
        plan(haul(*(foreign(str(n), str(n)) for n in range(3000))), library, None, progress)
    assert heard == sorted(heard)
    assert heard[0] == 0.0
    assert 0 < heard[-1] < 1


# --- doing it


def test_one_step_that_can_be_taken_back(library: Library, take: Callable[..., Outcome]) -> None:
    done = take(haul(foreign("a", "一"), foreign("b", "二"), report=(Remark("a", "改了一处。"),)))
    assert done.sentence == "新增 2 条，更新 0 条，相同 0 条。有 1 处改动或遗漏：a：改了一处。"
    assert (done.added, done.replaced, done.unchanged, done.report) == (2, 0, 0, (Remark("a", "改了一处。"),))
    again = take(haul(foreign("a", "壹"), foreign("b", "二"), foreign("c", "二")))
    assert again.sentence == "新增 0 条，更新 1 条，相同 1 条。有 1 条话术库里已经有了，没有重复导入。"
    library.undo()
    assert [phrase.text for phrase in library.phrases] == ["一", "二"]
    library.undo()
    assert list(library.phrases) == []


def test_nothing_new_is_no_step(library: Library, take: Callable[..., Outcome]) -> None:
    take(haul(foreign("a")))
    before = library.sequence
    assert take(haul(foreign("a"))).unchanged == 1
    assert library.sequence == before


def test_pictures_become_attachments(library: Library, take: Callable[..., Outcome], attachments: Attachments) -> None:
    take(haul(foreign("a", pictures=(Picture("尺码?.jpg", b"jpg"),))))
    [attachment] = library.get("personal:espanso-a").attachments
    assert (attachment.name, attachment.kind) == ("尺码_.jpg", "image/jpeg")
    assert attachments.path(attachment.hash).read_bytes() == b"jpg"
    assert take(haul(foreign("a", pictures=(Picture("尺码?.jpg", b"jpg"),)))).unchanged == 1


def test_the_original_and_what_was_run_over_there(library: Library, take: Callable[..., Outcome]) -> None:
    taken = foreign("a", "{{ clipboard }}", original="$|$", disabled=True, prior=PriorUse(3, 1.0))
    take(haul(taken))
    phrase = library.get("personal:espanso-a")
    assert record_of(phrase)["imported"] == {"format": "espanso", "original": "$|$"}
    assert phrase.disabled
    assert library.usage["personal:espanso-a"] == PriorUse(3, 1.0)
    assert take(haul(taken)).unchanged == 1
    take(haul(foreign("a", "您好")))
    assert library.get("personal:espanso-a").extra == ""


def test_what_the_agent_added_stays(library: Library, take: Callable[..., Outcome]) -> None:
    take(haul(foreign("a", "一", disabled=True)))
    mine = replace(
        library.get("personal:espanso-a"),
        tags=("常用",), roles=("售前",), note="我的", hotkey="ctrl+k", send=SendMode.COPY, disabled=False,
        extra='{"later": 1}',
    )  # fmt: skip
    library.edit([Put(mine)], "改")
    assert take(haul(foreign("a", "一", disabled=True))).unchanged == 1
    take(haul(foreign("a", "壹", disabled=True)))
    assert library.get("personal:espanso-a") == replace(mine, variants=(Variant("壹"),), disabled=True)


def test_what_was_removed_comes_back(library: Library, take: Callable[..., Outcome]) -> None:
    take(haul(foreign("a", "一")))
    library.edit([Remove("personal:espanso-a")], "删")
    assert take(haul(foreign("a", "一"))).added == 1
    assert library.trash == []


def test_an_import_that_is_cancelled_changes_nothing(library: Library, attachments: Attachments) -> None:
    planned = plan(haul(*(foreign(str(n), str(n)) for n in range(1200))), library)
    for most in (0, 1, 3):
        left = iter([True] * most)
        with pytest.raises(Cancelled):
            apply(library, attachments, planned, lambda _, left=left: next(left, False))
        assert (len(library.phrases), library.sequence) == (0, 0)
    assert apply(library, attachments, planned).added == 1200


# --- reading


def test_several_files_are_one_haul(tmp_path: Path) -> None:
    one = table(tmp_path, HEADINGS + "a,一,\nb,,\n")
    two = table(tmp_path, "话术标题,话术内容\n二,二\n", "b.csv")
    three = table(tmp_path, HEADINGS + "A,三,\n", "c.csv")
    heard: list[float] = []
    found = read([one, two, three], None, lambda done: heard.append(done) is None)
    assert found.format == "qianniu"
    assert [taken.phrase.text for taken in found.phrases] == ["一", "二", "三"]
    assert [(remark.where, remark.what) for remark in found.report] == [
        ("a.csv 第 3 行（b）", "没有内容，没有导入。"),
        ("a", "有 2 条用这个编码，都保留了。"),
    ]
    assert heard == sorted(heard)


def test_a_folder_of_tables_is_read_file_by_file(tmp_path: Path) -> None:
    table(tmp_path, HEADINGS + "a,一,\n")
    table(tmp_path, "话术内容\n二\n", "b.csv")
    table(tmp_path, "没有用", "读我.md")
    found = read([tmp_path])
    assert [taken.phrase.text for taken in found.phrases] == ["一", "二"]
    assert [(remark.where, remark.what) for remark in found.report] == [
        ("读我.md", "没有导入：不认识文件 读我.md 的格式。")
    ]


def test_what_nobody_knows_is_refused(tmp_path: Path) -> None:
    table(tmp_path, "没有用", "读我.md")
    for path in (tmp_path, tmp_path / "读我.md"):
        with pytest.raises(DataProblem, match="不认识"):
            read([path])
    with pytest.raises(NotFound, match="没有叫“nonsense”的导入格式"):
        read([tmp_path], Way("nonsense"))
    with pytest.raises(DataProblem, match="没有话术"):
        read([table(tmp_path, HEADINGS + "a,,\n")])


def test_columns_are_asked_for_said_and_remembered(tmp_path: Path) -> None:
    path = table(tmp_path, "组,话,\n售前,在的,\n")
    learned: list[tuple[list[str], dict[str, str]]] = []
    with pytest.raises(NeedsMapping):
        read([path])
    said = {"话": "text", "组": "category"}
    way = Way("", said, learn=lambda headings, columns: learned.append((list(headings), dict(columns))))
    [taken] = read([path], way).phrases
    assert (taken.phrase.text, taken.phrase.category) == ("在的", ("售前",))
    assert learned == [(["组", "话"], said)]
    [again] = read([path], Way(known=lambda headings: said if list(headings) == ["组", "话"] else None)).phrases
    assert again == taken


def test_reading_can_be_cancelled(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        read([table(tmp_path, HEADINGS + "a,一,\n")], None, lambda _: False)


# --- our own files


def test_our_own_files_come_in_to_the_letter(tmp_path: Path, library: Library, attachments: Attachments) -> None:
    records = [
        {"id": "x", "code": "a", "title": "一", "text": "同", "use_count": 4, "tags": ["常"], "later": {"b": 1}},
        {"id": "y", "code": "a", "title": "一", "text": "同", "disabled": True},
        {"title": "缺"},
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), "utf-8")
    told = import_file(library, attachments, path)
    assert told == "新增 2 条，更新 0 条，相同 0 条。有 1 处改动或遗漏：a.jsonl 第 3 行：没有导入：缺少正文 text。"
    assert [(p.id, p.disabled, p.extra) for p in library.phrases] == [
        ("x", False, '{"later": {"b": 1}}'),
        ("y", True, ""),
    ]
    assert library.usage["x"].count == 4
    path.write_text(json.dumps(records[0] | {"tags": []}, ensure_ascii=False), "utf-8")
    assert import_file(library, attachments, path) == "新增 0 条，更新 1 条，相同 0 条。"
    assert library.get("x").tags == ()
