from __future__ import annotations

import errno
import os
import threading
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.errors import DataProblem, ReadOnly
from assistant.core.model import Activation, Outcome
from assistant.core.ports import UsageSink
from assistant.storage.usage import Usage

times = st.floats(0, 1e12)
activations = st.builds(
    Activation,
    st.text(),
    st.integers(0, 99),
    times,
    st.sampled_from(Outcome),
    profile=st.text(),
    milliseconds=times,
    chat=st.text(),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "usage.log"


def sample(n: int) -> Activation:
    return Activation(f"starter:kc{n}", n, 1_763_000_000.5 + n, Outcome.SENT, "qianniu", 12.25)


def fresh(name: str = "u") -> Path:
    """A path of its own for every example of a property."""
    path = Path(os.environ["XIAOER_HOME"]) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    return path


@given(st.lists(activations))
def test_what_goes_in_comes_out(records: list[Activation]) -> None:
    path = fresh()
    sink: UsageSink = Usage(path)
    for record in records:
        sink.append(record)
    assert list(Usage(path).read()) == records
    assert not path.exists() or path.read_bytes().isascii()


def test_nothing_yet_is_no_problem(path: Path) -> None:
    usage = Usage(path)
    usage.flush()
    assert list(usage.read()) == []
    assert usage.problem is None


def test_a_cut_at_every_byte_loses_the_last_record_only(path: Path) -> None:
    usage = Usage(path)
    for n in range(3):
        usage.append(sample(n))
    whole = path.read_bytes()
    lengths = [len(line) for line in whole.splitlines(keepends=True)]
    for size in range(len(whole) + 1):
        path.write_bytes(whole[:size])
        complete = sum(sum(lengths[: n + 1]) - 1 <= size for n in range(3))  # the line end alone may be missing
        assert list(Usage(path).read()) == [sample(n) for n in range(complete)]
        Usage(path).append(sample(9))
        assert list(Usage(path).read()) == [*(sample(n) for n in range(complete)), sample(9)]


@given(st.integers(0, 200), st.binary(max_size=40))
def test_damage_costs_the_records_it_touches(place: int, garbage: bytes) -> None:
    path = fresh()
    usage = Usage(path)
    for n in range(4):
        usage.append(sample(n))
    data = bytearray(path.read_bytes())
    data[place : place + len(garbage)] = garbage
    path.write_bytes(data)
    found = list(Usage(path).read())
    assert all(record in [sample(n) for n in range(4)] for record in found)
    assert found[-1:] == [sample(3)]


@pytest.mark.parametrize(
    "body",
    [
        b"[]",
        b"{}",
        b"1",
        b"nonsense",
        b'{"phrase":"a","variant":0,"at":NaN,"outcome":"sent","profile":"","ms":1}',
        b'{"phrase":"a","variant":0,"at":1,"outcome":"telepathy","profile":"","ms":1}',
        b'{"phrase":"a","variant":"x","at":1,"outcome":"sent","profile":"","ms":1}',
    ],
)
def test_records_of_another_version_are_passed_over(path: Path, body: bytes) -> None:
    Usage(path).append(sample(0))
    with path.open("ab") as file:
        file.write(b"%08x %s\n" % (zlib.crc32(body), body))
    Usage(path).append(sample(1))
    assert list(Usage(path).read()) == [sample(0), sample(1)]


def test_a_newer_version_may_add_to_a_record(path: Path) -> None:
    body = b'{"phrase":"a","variant":0,"at":1,"outcome":"sent","profile":"","ms":1,"new":[]}'
    path.write_bytes(b"%08x %s\n" % (zlib.crc32(body), body))
    assert list(Usage(path).read()) == [Activation("a", 0, 1.0, Outcome.SENT, "", 1.0)]


def test_records_from_before_conversations_were_told_apart(path: Path) -> None:
    body = b'{"phrase":"a","variant":0,"at":1,"outcome":"sent","profile":"","ms":1}'
    path.write_bytes(b"%08x %s\n" % (zlib.crc32(body), body))
    assert [activation.chat for activation in Usage(path).read()] == [""]


def test_where_nothing_can_be_written_it_stays_in_memory(tmp_path: Path) -> None:
    folder = tmp_path / "home"
    folder.write_bytes(b"a file where the folder should be")
    usage = Usage(folder / "usage.log")
    usage.append(sample(0))
    usage.append(sample(1))
    assert isinstance(usage.problem, ReadOnly)
    assert list(usage.read()) == [sample(0), sample(1)]
    folder.unlink()
    folder.mkdir()  # the drive is back
    usage.append(sample(2))
    assert usage.problem is None
    assert list(Usage(folder / "usage.log").read()) == list(usage.read()) == [sample(n) for n in range(3)]


def test_flush_retries_what_waits(tmp_path: Path) -> None:
    usage = Usage(tmp_path / "home" / "usage.log")
    usage.append(sample(0))
    (tmp_path / "home").mkdir()
    usage.flush()
    assert usage.problem is None
    assert list(Usage(tmp_path / "home" / "usage.log").read()) == [sample(0)]


def test_a_flush_that_fails_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.EIO, "no")

    usage = Usage(path)
    usage.append(sample(0))
    monkeypatch.setattr(os, "fsync", refuse)
    usage.flush()
    assert isinstance(usage.problem, DataProblem)


@pytest.mark.skipif(os.name == "nt", reason="needs resource limits")
def test_a_full_disk_doubles_and_loses_nothing(path: Path) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    Usage(path).append(sample(0))
    one = path.read_bytes()
    for room in range(2 * len(one) - 1):
        path.write_bytes(one)
        usage = Usage(path)
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(one) + room, hard))
        try:
            usage.append(sample(1))
            usage.append(sample(2))
            assert type(usage.problem) is DataProblem
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        usage.append(sample(3))
        assert usage.problem is None
        assert list(Usage(path).read()) == list(usage.read()) == [sample(n) for n in range(4)]


def test_an_unreadable_file_gives_nothing_and_says_so(path: Path) -> None:
    path.mkdir()
    usage = Usage(path)
    assert list(usage.read()) == []
    assert usage.problem is not None


def test_threads_do_not_tear_each_others_records(path: Path) -> None:
    usage = Usage(path)
    threads = [threading.Thread(target=lambda: [usage.append(sample(n)) for n in range(200)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = list(usage.read())
    assert len(found) == 800
    assert all(found.count(sample(n)) == 4 for n in range(200))
