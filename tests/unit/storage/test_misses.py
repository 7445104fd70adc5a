from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.misses import Miss
from assistant.core.ports import MissSink
from assistant.storage.misses import Misses

records = st.builds(Miss, st.text(), st.floats(0, 2.5e11))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "misses.log"


@given(st.lists(records))
def test_what_goes_in_comes_out(misses: list[Miss]) -> None:
    path = Path(os.environ["XIAOER_HOME"]) / "m"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    sink: MissSink = Misses(path)
    for miss in misses:
        sink.append(miss)
    assert list(Misses(path).read()) == misses


def test_the_oldest_go_and_the_newest_stay(path: Path) -> None:
    store = Misses(path, most=500)
    for n in range(100):
        store.append(Miss(f"找{n}", float(n)))
    kept = [miss.query for miss in store.read()]
    assert kept == [f"找{n}" for n in range(100 - len(kept), 100)]
    assert len(kept) > 500 // 50
    assert sorted(p.name for p in path.parent.iterdir()) == ["misses.log", "misses.log.1"]
    assert all(p.stat().st_size < 600 for p in path.parent.iterdir())


def test_a_file_that_cannot_be_turned_over_grows_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)
    store = Misses(path, most=100)
    for n in range(20):
        store.append(Miss(f"q{n}", 1.0))
    assert store.problem is None
    assert len(list(store.read())) == 20


@pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
def test_nobody_else_may_read_it(path: Path) -> None:
    Misses(path).append(Miss("发票", 1.0))
    assert path.stat().st_mode & 0o077 == 0
