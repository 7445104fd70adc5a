"""kill -9 at random moments: what was acknowledged is there, and the file always loads without a word."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tinydb import TinyDB

from assistant.core.edits import Put
from assistant.core.model import Phrase, Variant
from assistant.storage.lock import InUse
from assistant.storage.misses import Misses
from assistant.storage.packs.installing import remove
from assistant.storage.phrases import Library
from assistant.storage.settings import Settings
from assistant.storage.usage import Usage
from tests.unit.storage import victim

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
KILLS = int(os.environ.get("XIAOER_KILLS", "100"))  # of the library's writer
ROOT = Path(__file__).resolve().parents[3]


class Victims:
    """Writers that die one after the other."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._in, self._out = process.stdin, process.stdout
        self._random = random.Random(20)

    def start(self, number: int) -> int:
        """A new writer; its pid."""
        assert self._in
        print(number, file=self._in, flush=True)
        return int(self._line().removeprefix("pid "))

    def said(self) -> str:
        """What the writer says next."""
        return self._line()

    def rest(self) -> list[str]:
        """What the writer has said since, once it is gone."""
        return list(iter(self._line, "dead"))

    def killed(self, number: int, longest_write_s: float) -> int:
        """Start a writer at ``number``, kill it somewhere; the last number that it acknowledged, or one less than first."""
        pid = self.start(number)
        acknowledged = [self._line() for _ in range(self._random.randrange(4))]
        # The moment itself is what is drawn; nothing is waited for.
        moment = time.perf_counter() + self._random.uniform(0, longest_write_s)
        while time.perf_counter() < moment:
            pass
        os.kill(pid, signal.SIGKILL)
        acknowledged += self.rest()
        return int(acknowledged[-1]) if acknowledged else number - 1

    def _line(self) -> str:
        assert self._out
        return self._out.readline().strip()


@contextmanager
def victims(job: str, path: Path) -> Iterator[Victims]:
    command = [sys.executable, "-m", victim.__name__, job, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Victims(process)  # leaving closes its stdin: the loop there ends


def test_usage_keeps_every_acknowledged_record(tmp_path: Path) -> None:
    path, count = tmp_path / "usage.log", 0
    with victims("usage", path) as writers:
        for _ in range(200):
            last = writers.killed(count, 0.0005)
            found = [activation.phrase for activation in Usage(path).read()]
            assert found == [f"p{n}" for n in range(len(found))]  # nothing older lost, doubled or out of order
            assert len(found) in (last + 1, last + 2)
            count = len(found)
    assert count > 200
    assert path.read_bytes().count(b"\n") >= count  # a torn line was closed before the next one


def test_misses_keep_the_newest_whenever_the_file_is_turned_over(tmp_path: Path) -> None:
    path, number = tmp_path / "misses.log", 0
    turned = set()
    with victims("misses", path) as writers:
        for _ in range(200):
            last = writers.killed(number, 0.0005)
            found = [int(miss.query.removeprefix("找")) for miss in Misses(path).read()]
            assert found == list(range(found[0], found[-1] + 1)) if found else last < 0
            number = found[-1] + 1 if found else 0
            assert number in (last + 1, last + 2)
            assert len(found) >= min(number, victim.MISSES_BYTES // 60)
            turned.add(found[0] if found else 0)
    assert len(turned) > 2


def test_settings_are_always_whole(tmp_path: Path) -> None:
    path, number = tmp_path / "settings.json", 1
    with victims("settings", path) as writers:
        for _ in range(150):
            last = writers.killed(number, 0.004)
            store = Settings(path)
            assert store.notices == []
            assert store.text("shop.name") in ((f"店{last}" if last else ""), f"店{last + 1}")
            number = int(store.text("shop.name").removeprefix("店") or 0) + 1
    assert number > 150
    for generation in (path, path.with_name("settings.json.bak")):
        assert json.loads(generation.read_bytes())["settings"]["1"]["key"] == "shop.name"


def test_an_import_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    path, number = tmp_path / "library.json", 1
    with victims("library", path) as writers:
        for _ in range(40):
            last = writers.killed(number, 0.015)
            library = Library(path, tmp_path)
            titles = {phrase.title for phrase in library.load()}
            assert library.notices == []
            assert titles in (({f"第{last}版"} if last else set()), {f"第{last + 1}版"})
            assert len(library.load()) == (victim.PHRASES if titles else 0)
            number = max((int(title[1:-1]) for title in titles), default=0) + 1
            library.close()
    assert number > 40
    library.load()
    library.keeper.flush(fold=True)
    with TinyDB(path, encoding="utf-8") as stock:
        assert len(stock.table("phrases")) == victim.PHRASES


def test_no_edit_that_was_acknowledged_is_lost(tmp_path: Path) -> None:
    path, known = tmp_path / "library.json", 0
    there: dict[str, str] = {}
    with victims("edits", path) as writers:
        for _ in range(KILLS):
            last = writers.killed(known + 1, 0.03)
            library = Library(path, tmp_path)
            library.load()
            assert library.notices == []
            assert library.sequence >= last
            for number in range(known + 1, library.sequence + 1):
                edit = victim.step(number, there)
                if isinstance(edit, Put):
                    there[edit.phrase.id] = edit.phrase.title
                else:
                    del there[edit.id]
            assert {phrase.id: phrase.title for phrase in library.phrases} == there
            known = library.sequence
            library.keeper.lock.release()  # and not close(): the next writer finds what the dead one left
    assert known > 10 * KILLS
    with TinyDB(path, encoding="utf-8", access_mode="r") as stock:
        assert stock.table("_meta").all()[0]["sequence"] <= known
    assert list((tmp_path / "backups").iterdir())


def test_a_pack_is_installed_whole_or_not_at_all(tmp_path: Path) -> None:
    path, number = tmp_path / "library.json", 1
    library = Library(path, tmp_path)
    own = [Put(Phrase(f"t{i}", "", "自己的", (Variant("自己的"),))) for i in range(0, victim.PHRASES, 3)]
    library.edit(own, "新增")
    library.close()
    with victims("packs", path) as writers:
        for _ in range(60):
            last = writers.killed(number, 0.03)
            library = Library(path, tmp_path)
            library.load()
            assert library.notices == []
            versions = [one.manifest.version.minor for one in library.packs]
            assert versions in ([last] if last else [], [last + 1])
            now = versions[0] if versions else 0
            there = {(one.id, one.title) for one in library.pack_phrases("p")}
            assert there == ({(one.id, one.title) for one in victim.pack(now).phrases} if now else set())
            given_up = {f"t{n % victim.PHRASES}" for n in range(1, now + 1)}
            kept = {f"t{i}" for i in range(0, victim.PHRASES, 3)}
            assert {one.id for one in library.phrases if one.layer == "personal"} >= kept - given_up
            assert set(library.packs[0].displaced if now else ()) <= kept & given_up
            number = now + 1
            library.keeper.lock.release()
    assert number > 60
    remove(library, "p")
    assert {one.id for one in library.phrases} == kept
    assert {one.text for one in library.phrases} == {"自己的"}
    library.close()


def test_a_dead_holder_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    with victims("holder", path) as writers:
        pid = writers.start(0)
        assert writers.said() == "mine"
        library = Library(path, tmp_path)
        library.load()
        with pytest.raises(InUse):
            library.edit([victim.step(1, ())], "改")
        assert library.sequence == 0
        os.kill(pid, signal.SIGKILL)
        writers.rest()
        library.edit([victim.step(1, ())], "改")
        assert library.sequence == 1
        library.close()


def test_what_the_dead_leave_behind_is_swept_when_it_is_old(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    young, old = (tmp_path / f".settings.json.{name}.tmp" for name in ("young", "old"))
    for leftover in (young, old):
        leftover.write_bytes(b"half a fi")
    os.utime(old, (time.time() - 7200,) * 2)
    assert Settings(path).notices == []
    assert [p.name for p in tmp_path.iterdir()] == [young.name]


def test_death_at_every_line_of_a_write_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    path, backup = tmp_path / "file", tmp_path / "file.bak"
    seen = set()
    with victims("die_at_line", path) as writers:
        for line in range(1000):
            for name in (path, backup):  # the dead may have left them linked
                name.unlink(missing_ok=True)
            path.write_bytes(b"old")
            backup.write_bytes(b"older")
            writers.start(line)
            whole = writers.rest() == ["whole"]
            seen.add((path.read_bytes(), backup.read_bytes()))
            if whole:
                break
    assert whole
    assert line > 20
    assert seen == {(b"old", b"older"), (b"old", b"old"), (b"new", b"old")}
