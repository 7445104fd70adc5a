from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest

from assistant.core.edits import Put, PutCategory, Remove
from assistant.core.errors import DataProblem, NotFound
from assistant.core.model import Phrase, Variant
from assistant.storage import keeping, restoring
from assistant.storage.backups import Backup
from assistant.storage.opening import Files
from assistant.storage.paths import Paths
from assistant.storage.phrases import Library


def phrase(key: str, text: str = "您好", category: tuple[str, ...] = ("甲",)) -> Phrase:
    return Phrase(key, key, key, (Variant(text),), category, layer="personal")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    made = Library(tmp_path / "library.json")
    made.load()
    return made


def own(library: Library) -> dict[str, str]:
    return {p.id: p.text for p in library.phrases if p.layer == "personal"}


def copies(tmp_path: Path) -> list[Backup]:
    return Files(tmp_path / "library.json").backups.all()


def test_a_copy_is_made_when_there_is_something_new(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    assert not restoring.back_up(library, path)
    library.edit([Put(phrase("a"))], "a")
    assert restoring.back_up(library, path)
    assert not restoring.back_up(library, path)
    assert len(copies(tmp_path)) == 1


def test_going_back_brings_everything_back_and_can_be_undone(library: Library, tmp_path: Path) -> None:
    starter = [p.id for p in library.phrases][:4]
    changed, hidden, late, shown = starter
    mine = phrase(changed, "我的说法")
    library.edit([Put(phrase("a")), Put(phrase("b")), Put(mine), Remove(hidden), PutCategory(("空",))], "before")
    restoring.back_up(library, tmp_path / "library.json")
    then = library.phrases
    library.edit([Remove("a"), Put(phrase("b", "改了")), Put(phrase("c")), Put(phrase(late)), Remove(shown)], "after")
    library.edit([Put(phrase(hidden, "又有了"))], "shown again")
    now = list(library.phrases)
    backup = copies(tmp_path)[0]
    assert restoring.restore(library, backup, "恢复备份").put
    assert {p.id: p for p in library.phrases} == {p.id: p for p in then}
    assert ("空",) in {(c.name,) for c in library.categories}
    assert not restoring.restore(library, backup, "恢复备份").put
    library.undo()
    assert {p.id: p for p in library.phrases} == {p.id: p for p in now}


def test_a_copy_that_cannot_be_read_changes_nothing(library: Library, tmp_path: Path) -> None:
    library.edit([Put(phrase("a"))], "a")
    restoring.back_up(library, tmp_path / "library.json")
    backup = copies(tmp_path)[0]
    backup.path.write_bytes(backup.path.read_bytes()[:50])
    with pytest.raises(DataProblem, match="换一份备份"):
        restoring.restore(library, backup, "恢复备份")
    backup.path.unlink()
    with pytest.raises(DataProblem):
        restoring.restore(library, backup, "恢复备份")
    assert own(library) == {"a": "您好"}


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    made = Paths(tmp_path, tmp_path / "run")
    for place, size in (
        (made.usage, 10), (made.misses, 20), (tmp_path / "misses.log.1", 5), (made.index / "rows", 30),
        (made.logs / "xiaoer.log", 40), (made.logs / "xiaoer.log.1", 2), (made.library, 50),
    ):  # fmt: skip
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(b"x" * size)
    return made


def sizes(paths: Paths) -> dict[str, int]:
    return {found.name: found.size for found in keeping.kept(paths) if found.size}


def test_what_is_kept_is_counted_and_goes_one_by_one(paths: Paths) -> None:
    assert sizes(paths) == {"usage": 10, "misses": 25, "index": 30, "logs": 42, "library": 50}
    for name in ("usage", "misses", "index", "logs"):
        keeping.erase(paths, name)
        keeping.erase(paths, name)
    assert sizes(paths) == {"library": 50}


@pytest.mark.parametrize("name", ["library", "settings", "nothing"])
def test_what_cannot_be_done_without_is_not_deleted(paths: Paths, name: str) -> None:
    with pytest.raises(NotFound):
        keeping.erase(paths, name)
    assert paths.library.exists()


def test_a_log_that_is_open_goes_on_from_nothing(paths: Paths) -> None:
    log = logging.Logger("test")
    handler = RotatingFileHandler(paths.logs / "xiaoer.log", maxBytes=1000, backupCount=1, encoding="utf-8")
    log.addHandler(handler)
    log.warning("first")
    keeping.erase(paths, "logs")
    log.warning("second")
    handler.close()
    assert (paths.logs / "xiaoer.log").read_text("utf-8") == "second\n"
