"""What is exported and imported again is the same library."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import cli
from assistant.core.categories import tree
from assistant.core.edits import END, Put, PutCategory, Remove
from assistant.core.errors import DataProblem
from assistant.core.model import Attachment, Origin, Phrase, PriorUse, SendMode, Variant
from assistant.storage.attachments import Attachments
from assistant.storage.exporters import JSONL
from assistant.storage.importing import import_file
from assistant.storage.paths import Paths
from assistant.storage.phrases import Library
from assistant.storage.stores import open_stores
from tests.unit.core.test_edits import phrase
from tests.unit.storage.exporters.samples import work
from tests.unit.storage.test_usage import fresh

LINE = '{"id": "s", "code": "ks", "title": "自带", "text": "在", "use_count": 2, "later": [1]}\n'

AWKWARD = ["\r\n", "\t", "\ufffd", "\ufeff", "\u2028", "\0", '"', "\\", "{}|", "\\u", "在", "😀"]
pieces = st.sampled_from(AWKWARD) | st.text(st.characters(exclude_categories=["Cs"]), max_size=4)
words = st.lists(pieces, max_size=3).map("".join)
texts = words.filter(str.strip)
names = st.lists(texts, max_size=3).map(tuple)
days = st.none() | st.dates()
extras = st.sampled_from(["", '{"later": {"a": [1, null]}}', '{"mood": "\\u597d"}'])
phrases = st.builds(
    Phrase,
    id=texts.map(str.strip),
    code=words.map(lambda code: "".join(code.split())),
    title=texts,
    variants=st.lists(st.builds(Variant, texts, words, words, words, extras), min_size=1, max_size=3).map(tuple),
    category=st.sampled_from([(), ("甲",), ("甲", "乙"), ("丙",)]) | names,
    tags=names,
    roles=names,
    note=words,
    valid_from=days,
    valid_until=days,
    attachments=st.lists(st.builds(Attachment, texts, words, words), max_size=2).map(tuple),
    hotkey=words,
    send=st.sampled_from(SendMode),
    origin=st.none() | st.builds(Origin, words, words),
    extra=extras,
)
uses = st.none() | st.builds(PriorUse, st.integers(1, 9999), st.floats(0, 4e9))


def opened(home: Path, starter: Path | None = None) -> Library:
    home.mkdir(parents=True, exist_ok=True)
    library = Library(home / "library.json", starter or home)
    library.load()
    return library


def export_file(library: Library, path: Path) -> None:
    JSONL.write(library.phrases, path, work(usage=library.usage))


def shown(library: Library) -> list[Phrase]:
    return [replace(one, layer="") for one in library.phrases]


def counts(library: Library) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = {}
    for one in library.phrases:
        if one.category:
            found[one.category] = found.get(one.category, 0) + 1
    return found


@settings(deadline=None)
@given(
    st.lists(st.tuples(phrases, uses), min_size=1, max_size=8, unique_by=lambda pair: pair[0].id),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 8)), max_size=5),
)
def test_an_export_imported_into_an_empty_library_is_that_library(
    drawn: list[tuple[Phrase, PriorUse | None]], moves: list[tuple[int, int]]
) -> None:
    home = fresh("library.json").parent / "round"
    shutil.rmtree(home, ignore_errors=True)
    starter = home / "starter"
    starter.mkdir(parents=True)
    (starter / "1.jsonl").write_text(LINE, encoding="utf-8")
    library = opened(home / "a", starter)
    library.import_phrases([one for one, _ in drawn], {one.id: use for one, use in drawn if use})
    for which, where in moves:  # the order of the library is not that in which it was made
        now = library.phrases
        before = now[where].id if where < len(now) else END
        library.edit([Put(now[which % len(now)], before)], "移动")
    export_file(library, home / "out.jsonl")
    empty = opened(home / "b")
    told = import_file(empty, Attachments(home / "kept"), home / "out.jsonl")
    assert told == f"新增 {len(library.phrases)} 条，更新 0 条，相同 0 条。"
    assert shown(empty) == shown(library)
    assert empty.usage == library.usage
    assert empty.categories == tree(counts(library), {})
    again = home / "again.jsonl"
    export_file(empty, again)
    assert again.read_bytes() == (home / "out.jsonl").read_bytes()
    for opened_one in (library, empty):
        opened_one.keeper.lock.release()


def test_everything_is_there_but_the_trash_and_empty_categories(tmp_path: Path) -> None:
    library = opened(tmp_path / "a")
    rich = replace(phrase("x"), valid_from=date(2026, 1, 1), send=SendMode.COPY, hotkey="ctrl+k", extra='{"later": 1}')
    library.edit([Put(rich), Put(phrase("y", "换\ufffd\u2028行\n")), Put(phrase("z")), PutCategory(("空",))], "新增")
    library.edit([Remove("z")], "删除")
    export_file(library, tmp_path / "out.jsonl")
    empty = opened(tmp_path / "b")
    import_file(empty, Attachments(tmp_path / "kept"), tmp_path / "out.jsonl")
    assert list(empty.phrases) == [rich, phrase("y", "换\ufffd\u2028行\n")]
    assert (empty.categories, empty.trash) == ((), [])
    for one in (library, empty):
        one.close()


def test_a_file_that_cannot_be_written_is_as_it_was(tmp_path: Path) -> None:
    library = opened(tmp_path / "a")
    library.edit([Put(phrase("x"))], "新增")
    for place in (tmp_path, tmp_path / "none" / "out.jsonl"):
        with pytest.raises(DataProblem, match=r"写不进去.*权限"):
            export_file(library, place)
    library.close()
    assert not list(tmp_path.glob(".*.tmp"))


def test_the_command_writes_all_or_the_own_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = open_stores(Paths.find(os.environ, sys.platform).ensure()).library
    library.edit([Put(phrase("x"))], "新增")
    library.close()
    out = tmp_path / "out.jsonl"
    assert cli.run(cli.parse(["export", str(out)])) == 0
    assert len(out.read_bytes().splitlines()) == len(library.phrases) > 1
    assert cli.run(cli.parse(["export", str(out), "--layer", "personal"])) == 0
    assert out.read_text("utf-8") == '{"id": "x", "code": "", "title": "标题x", "text": "在"}\n'
    assert capsys.readouterr().out.splitlines()[-1] == "已导出 1 条话术到 out.jsonl。"
