from __future__ import annotations

import sys
from pathlib import Path

import pytest

from assistant.core.model import Activation, Outcome, Phrase, Variant
from assistant.storage import resources
from assistant.storage.paths import Paths
from assistant.storage.stores import open_stores


@pytest.fixture(autouse=True)
def starter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources" / "starter").mkdir(parents=True)
    (tmp_path / "resources" / "starter" / "a.jsonl").write_text(
        '{"code": "a", "title": "a", "text": "a"}', encoding="utf-8"
    )
    monkeypatch.setattr(resources, "_ROOTS", (tmp_path / "resources",))


def paths(home: Path, temporary: Path) -> Paths:
    return Paths.find({"XIAOER_HOME": str(home), "TMPDIR": str(temporary)}, sys.platform).ensure()


def test_everything_stands_after_a_restart(tmp_path: Path) -> None:
    stores = open_stores(paths(tmp_path / "home", tmp_path))
    assert stores.notices == ()
    stores.settings.set("theme", "dark")
    stores.library.import_phrases([Phrase("1", "b", "标题", (Variant("在"),))])
    stores.usage.append(Activation("1", 0, 1.0, Outcome.PASTED))
    stores = open_stores(paths(tmp_path / "home", tmp_path))
    assert stores.settings.text("theme") == "dark"
    assert stores.library.by_code("a").layer == "starter"
    assert stores.library.by_code("b").layer == "personal"
    assert [a.phrase for a in stores.usage.read()] == ["1"]
    assert stores.notices == ()


def test_a_home_that_cannot_be_written_is_told_once_and_everything_works_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    stores = open_stores(paths(tmp_path / "file" / "home", tmp_path))
    assert len(stores.notices) == 1
    assert "不能写入" in stores.notices[0]
    stores.settings.set("theme", "dark")
    stores.library.import_phrases([Phrase("1", "b", "标题", (Variant("在"),))])
    stores.usage.append(Activation("1", 0, 1.0, Outcome.PASTED))
    assert stores.settings.text("theme") == "dark"
    assert stores.library.by_code("b").id == "1"
    assert [a.phrase for a in stores.usage.read()] == ["1"]


def test_every_damaged_file_is_told(tmp_path: Path) -> None:
    place = paths(tmp_path / "home", tmp_path)
    for file in (place.settings, place.library):
        file.write_bytes(b"\xff")
    notices = open_stores(place).notices
    assert len(notices) == 2
    assert "settings.json" in notices[0]
    assert "library.json" in notices[1]
