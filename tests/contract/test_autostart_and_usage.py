"""ports.Autostart, ports.UsageSink and ports.MissSink."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from assistant.core.errors import ReadOnly
from assistant.core.misses import Miss
from assistant.core.model import Activation, Outcome
from assistant.core.ports import MissSink, UsageSink
from assistant.storage.misses import Misses
from assistant.storage.usage import Usage
from tests.fakes import FakeMisses, FakeUsage

from .world import World

USE = Activation("p1", 0, 1_800_000_000.0, Outcome.PASTED, "hexchat", 12.5, "run-1")


def test_the_start_with_the_session_is_switched(world: World) -> None:
    autostart = world.desktop.autostart
    assert not autostart.enabled()
    autostart.set(False)
    assert not autostart.enabled()
    for _ in range(2):
        autostart.set(True)
        assert autostart.enabled()
    autostart.set(False)
    assert not autostart.enabled()


def test_an_entry_that_cannot_be_written_is_told(world: World) -> None:
    world.read_only_session()
    with pytest.raises(ReadOnly):
        world.desktop.autostart.set(True)
    assert not world.desktop.autostart.enabled()


def in_memory(folder: Path) -> tuple[UsageSink, Callable[[], Sequence[Activation]]]:
    usage = FakeUsage()
    return usage, lambda: usage.records


def journal(folder: Path) -> tuple[UsageSink, Callable[[], Sequence[Activation]]]:
    usage = Usage(folder / "usage.log")
    return usage, lambda: list(usage.read())


sinks = pytest.mark.parametrize("sink", [in_memory, journal], ids=["memory", "journal"])


@sinks
def test_uses_are_kept_in_their_order(sink: Callable[..., object], tmp_path: Path) -> None:
    usage, kept = sink(tmp_path)
    for variant in range(3):
        usage.append(Activation("p", variant, USE.at, Outcome.SENT))
    usage.append(USE)
    assert [a.variant for a in kept()] == [0, 1, 2, 0]
    assert kept()[-1] == USE


@sinks
def test_a_use_that_cannot_be_written_does_not_stop_a_reply(sink: Callable[..., object], tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"no folder")
    usage, kept = sink(blocked)
    usage.append(USE)
    assert kept() == [USE]


def misses_in_memory(folder: Path) -> tuple[MissSink, Callable[[], Sequence[Miss]]]:
    misses = FakeMisses()
    return misses, lambda: misses.records


def misses_journal(folder: Path) -> tuple[MissSink, Callable[[], Sequence[Miss]]]:
    misses = Misses(folder / "misses.log")
    return misses, lambda: list(misses.read())


@pytest.mark.parametrize("sink", [misses_in_memory, misses_journal], ids=["memory", "journal"])
@pytest.mark.parametrize("blocked", [False, True])
def test_misses_are_kept_and_never_stop_anything(sink: Callable[..., object], blocked: bool, tmp_path: Path) -> None:
    folder = tmp_path / "file" if blocked else tmp_path
    if blocked:
        folder.write_bytes(b"no folder")
    misses, kept = sink(folder)
    for query in ("发票抬头", "增票"):
        misses.append(Miss(query, 1.0))
    assert [miss.query for miss in kept()] == ["发票抬头", "增票"]
