"""What the settings window does with the disk, on a real one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.core.edits import Put
from assistant.core.errors import XiaoerError
from assistant.core.model import Phrase, Variant
from assistant.housekeeping import Housekeeping
from assistant.storage.paths import Paths
from assistant.storage.phrases import Library


def at_once(op: Callable[[], object], success: Callable[..., None], failure: Callable[[XiaoerError], None]) -> None:
    try:
        done = op()
    except XiaoerError as problem:
        failure(problem)
    else:
        success(done)


class World:
    def __init__(self, home: Path) -> None:
        self.paths = Paths(home, home / "run")
        self.library = Library(self.paths.library)
        self.library.load()
        self.told: list[object] = []
        self.keeping = Housekeeping(self.paths, self.library, at_once, self.told.append)

    def put(self, text: str) -> None:
        self.library.edit([Put(Phrase("a", "a", "a", (Variant(text),)))], "a")


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_a_copy_is_made_and_gone_back_to(world: World) -> None:
    told = world.told
    world.put("one")
    world.keeping.back_up(told.append, told.append)
    world.put("two")
    [copy] = world.keeping.backups()
    world.keeping.restore(copy, "restore", told.append, told.append)
    world.keeping.restore(copy, "restore", told.append, told.append)
    assert told == [True, True, False]
    assert world.library.get("a").text == "one"
    copy.path.write_bytes(b"")
    world.keeping.restore(copy, "restore", told.append, told.append)
    assert isinstance(told[-1], XiaoerError)


def test_what_is_deleted_is_told(world: World) -> None:
    world.paths.usage.write_bytes(b"x")
    world.keeping.erase("usage")
    assert world.told == ["usage"]
    assert {found.name: found.size for found in world.keeping.kept()}["usage"] == 0
    with pytest.raises(XiaoerError):
        world.keeping.erase("library")
    assert world.told == ["usage"]
