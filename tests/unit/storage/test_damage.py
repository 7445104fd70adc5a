"""Damaged files: the library always starts, tells what it did, invents nothing, and goes on."""

from __future__ import annotations

import os
import random
import shutil
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.core.edits import Put
from assistant.storage.keeper import Keeper
from assistant.storage.opening import Files
from assistant.storage.phrases import Library
from assistant.storage.records import RecordError, phrase_of, record_of
from tests.unit.core.test_edits import phrase

CASES = int(os.environ.get("XIAOER_DAMAGED", "210"))
PHRASES, FOLDED = 60, 51
HUGE = 10 << 20  # bytes
LIBRARY, BEFORE, OPS, OPS_BEFORE = "library.json", "library.json.bak", "ops.log", "ops.log.bak"
JOURNALS = {OPS, OPS_BEFORE, "history.log"}
PLACES = (
    {LIBRARY},
    {LIBRARY},
    {OPS},
    {BEFORE, "history.log"},
    {LIBRARY, BEFORE},
    {LIBRARY, OPS_BEFORE},
    {LIBRARY, OPS},
    {LIBRARY, BEFORE, "backups"},
    {"backups", OPS_BEFORE},
    {LIBRARY, BEFORE, OPS, OPS_BEFORE, "history.log", "backups"},
)


@dataclass(frozen=True)
class Damage:
    """One way of spoiling a file, with everything that is drawn for it."""

    draw: random.Random
    huge: int  # bytes
    journal: bool = False

    def cut(self, data: bytes) -> bytes:
        return data[: self.draw.randrange(len(data))]

    def flipped(self, data: bytes) -> bytes:
        changed = bytearray(data)
        for _ in range(self.draw.randrange(1, 4)):
            changed[self.draw.randrange(len(changed))] ^= 1 << self.draw.randrange(8)
        return bytes(changed)

    def emptied(self, _: bytes) -> bytes:
        return b""

    def zeroed(self, data: bytes) -> bytes:
        at = self.draw.choice([0, self.draw.randrange(len(data))])
        return data[:at] + bytes(len(data) - at)

    def holed(self, data: bytes) -> bytes:
        at = self.draw.randrange(len(data))
        return data[:at] + self.draw.randbytes(512) + data[at + 512 :]

    def other_encoding(self, data: bytes) -> bytes:
        return data.decode().encode(self.draw.choice(["gb18030", "utf-16", "utf-16-le", "utf-8-sig"]))

    def doubled(self, data: bytes) -> bytes:
        return data + data

    def shuffled(self, data: bytes) -> bytes:
        lines = data.splitlines(keepends=True)
        self.draw.shuffle(lines)
        return b"".join(lines)

    def garbage(self, _: bytes) -> bytes:
        return self.draw.randbytes(self.huge)

    def giant_line(self, data: bytes) -> bytes:
        start = self.draw.choice([b'"', b'{"phrases": {\n"1": {"id": "', data[:-20], b"1"])
        filler = self.draw.choice([b"9", "长".encode(), b"{", b'\\"'])
        return start + filler * (self.huge // len(filler))

    def unclosed(self, _: bytes) -> bytes:
        return self.draw.choice([b"[", b'{"a":']) * 100_000

    def deep(self, _: bytes) -> bytes:
        depth = self.draw.choice([50, 99, 100, 101, self.draw.randrange(200, 1100), 100_000])
        document = b'{"id": "deep", "title": "D", "text": "T", "later": ' + b"[" * depth + b"]" * depth + b"}"
        if self.journal:
            body = b'{"seq":61,"chain":"","rows":[["phrases","deep",61,%s]]}' % document
            return b"%08x %s\n" % (zlib.crc32(body), body)
        return b'{"phrases": {"1": %s}}' % document

    def other_file(self, data: bytes) -> bytes:
        return self.draw.choice([b"{}", b"[]", b"null", b'{"phrases": 1}', b'{"phrases": {"x": {}}}', data[::-1]])

    def folder(self, data: bytes) -> bytes | None:
        return self.garbage(data) if self.journal else None


KINDS: tuple[Callable[[Damage, bytes], bytes | None], ...] = (
    Damage.cut,
    Damage.flipped,
    Damage.emptied,
    Damage.zeroed,
    Damage.holed,
    Damage.other_encoding,
    Damage.doubled,
    Damage.shuffled,
    Damage.garbage,
    Damage.giant_line,
    Damage.unclosed,
    Damage.deep,
    Damage.other_file,
    Damage.folder,
)


class Home:
    """A folder with a library of several generations and copies, made anew for each case."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.opened: list[Library] = []
        self.ids = [f"n{number}" for number in range(PHRASES)]
        library = self.open()
        for number, key in enumerate(self.ids):
            library.edit([Put(phrase(key, "在的😀" * (number % 7 + 1)))], "新增")
            library.keeper.flush(fold=number % 20 == 10)
            if number in (10, 30, 50):
                Files(folder / LIBRARY).backups.keep(folder / LIBRARY, number + 1, 1.7e9 + number)
        library.keeper.lock.release()
        shutil.rmtree(folder / "nothing")
        self.written: dict[str, bytes | None] = {}
        self.files = {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}

    def open(self) -> Library:
        (self.folder / "nothing").mkdir(parents=True, exist_ok=True)
        library = Library(self.folder / LIBRARY, self.folder / "nothing")
        library.load()
        self.opened.append(library)
        return library

    def damaged(self, case: int) -> tuple[set[str], str]:
        """Make it again with other damage; in which files, of which kind."""
        for library in self.opened:  # Windows deletes no file that is open
            library.keeper.lock.release()
        self.opened.clear()
        shutil.rmtree(self.folder)
        draw = random.Random(case)
        kind, places = KINDS[case % len(KINDS)], draw.choice(PLACES)
        self.written.clear()
        huge = HUGE if case // len(KINDS) % 10 == 3 else HUGE // 100
        for name, data in self.files.items():
            file, spoilt = self.folder / name, bool({name, name.partition("/")[0]} & places)
            file.parent.mkdir(parents=True, exist_ok=True)
            content = self.written[name] = kind(Damage(draw, huge, name in JOURNALS), data) if spoilt and data else data
            if content is None:
                file.mkdir()
            else:
                file.write_bytes(content)
        return places, kind.__name__


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Keeper, "start", lambda _: None)
        yield Home(tmp_path_factory.mktemp("damage") / "home")


def check_told(home: Home, library: Library, places: set[str], kind: str) -> None:
    """What is missing was told. Only with the history gone, too, a cut journal looks like one that was never longer."""
    found = [one.id for one in library.phrases]
    if library.notices:
        assert all(notice.endswith("。") for notice in library.notices)
        return
    if {OPS, "history.log"} <= places and kind in ("cut", "emptied", "giant_line"):
        assert found == home.ids[: len(found)]
        assert len(found) >= FOLDED
    else:
        assert [key for key in found if key != "deep"] == home.ids


def check_kept(home: Home, places: set[str]) -> None:
    """What was moved aside is what was there, to the byte."""
    for aside in home.folder.glob("*.damaged-*"):
        name = aside.name.partition(".damaged-")[0]
        assert name in places
        assert (aside.read_bytes() if aside.is_file() else None) == home.written[name]


@pytest.mark.parametrize("block", range(10))
def test_it_starts_tells_and_goes_on(home: Home, block: int) -> None:
    for case in range(block, CASES, 10):
        places, kind = home.damaged(case)
        library = home.open()
        try:
            check_told(home, library, places, kind)
            check_kept(home, places)
            shown = list(library.phrases)  # each can be decoded
            for one in shown[:3]:  # a journal of its own, which may be damaged too
                assert all(version.phrase is None or version.phrase.id == one.id for version in library.history(one.id))
            library.edit([Put(phrase("after"))], "新增")
            library.keeper.work(100.0)
            library.keeper.lock.release()
            again = home.open()
            again.keeper.lock.release()
            assert [*again.phrases] == [*library.phrases]
            assert again.get("after") == phrase("after")
            again.keeper.flush(fold=True)
            third = home.open()
            third.keeper.lock.release()
            assert [*third.phrases] == [*library.phrases]
            assert all("读不懂" in notice for notice in third.notices)  # what stays in the file is told until it goes
        except Exception as problem:
            problem.add_note(f"case {case}: {kind} in {sorted(places)}; {library.notices}")
            raise


def test_damage_in_the_midst_of_the_journal_alone_is_told_as_that(home: Home) -> None:
    home.damaged(0)
    for name, data in home.files.items():
        (home.folder / name).write_bytes(data)
    lines = home.files[OPS].splitlines(keepends=True)
    (home.folder / OPS).write_bytes(b"".join([*lines[:3], b"x" + lines[3], *lines[4:]]))
    library = home.open()
    library.keeper.lock.release()
    assert library.notices == ["“ops.log”里有 1 次修改读不出来，没能恢复。"]
    assert [one.id for one in library.phrases] == [key for key in home.ids if key != "n54"]
    (home.folder / OPS).write_bytes(b"".join([*lines[:-1], b"x" + lines[-1]]))
    library = home.open()
    library.keeper.lock.release()
    assert library.notices == ["“ops.log”的末尾读不出来，最近的修改可能没有恢复。"]


def test_what_only_some_could_read_is_read_by_nobody() -> None:
    def nested(depth: int) -> dict[str, object]:
        value: object = 1
        for number in range(depth):
            value = [value] if number % 2 else {"a": value, "b": [1]}
        return {"title": "深", "text": "在", "later": value}

    found = phrase_of(nested(50), "personal")
    assert phrase_of(record_of(found), "personal") == found
    with pytest.raises(RecordError, match="嵌套太深"):
        phrase_of(nested(101), "personal")
    with pytest.raises(RecordError, match="嵌套太深"):
        phrase_of({"title": "深", "variants": [nested(700)]}, "personal")
