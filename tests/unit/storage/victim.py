"""A process that writes until it is killed. Reads a number a line, forks for each; run by test_kill.py.

The child prints ``pid N``, then the number of every write that the store has acknowledged; the parent prints ``dead``
when it is gone. Forking from a warm process makes a hundred kills cheap.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import signal
import sys
import time
from collections.abc import Callable, Container
from pathlib import Path
from types import FrameType

from assistant.core.edits import Edit, Put, Remove
from assistant.core.misses import Miss
from assistant.core.model import Activation, Outcome, Phrase, Variant
from assistant.core.packs.manifest import Manifest, Version
from assistant.core.packs.pack import Media, Pack
from assistant.core.packs.plan import Choice
from assistant.storage import atomic
from assistant.storage.attachments import Attachments
from assistant.storage.misses import Misses
from assistant.storage.order_vault import Vault
from assistant.storage.packs import Opened, manifest_bytes, sealed
from assistant.storage.packs.installing import Wanted, install
from assistant.storage.phrases import Library
from assistant.storage.settings import Settings
from assistant.storage.usage import Usage

PHRASES = 200
MISSES_BYTES = 4_000


def say(text: object) -> None:
    os.write(1, f"{text}\n".encode())


def usage(path: Path, start: int) -> None:
    journal = Usage(path)
    for n in itertools.count(start):
        journal.append(Activation(f"p{n}", 0, float(n), Outcome.PASTED, "qianniu", 12.5))
        say(n)


def misses(path: Path, start: int) -> None:
    journal = Misses(path, MISSES_BYTES)
    for n in itertools.count(start):
        journal.append(Miss(f"找{n}", float(n)))
        say(n)


def settings(path: Path, start: int) -> None:
    store = Settings(path)
    for n in itertools.count(start):
        store.set("shop.name", f"店{n}")
        say(n)


def library(path: Path, start: int) -> None:
    store = Library(path, path.parent)
    for n in itertools.count(start):
        store.import_phrases([Phrase(f"p{i}", "", f"第{n}版", (Variant("字" * 100),)) for i in range(PHRASES)])
        say(n)


def content(number: int) -> bytes:
    """The ``number``-th file to keep: large enough to be caught half written."""
    return f"{number}:".encode() * 40_000


def attachments(path: Path, start: int) -> None:
    store = Attachments(path)
    for n in itertools.count(start):
        store.keep(content(n), f"图{n}.png")
        say(n)


def step(number: int, there: Container[str]) -> Edit:
    """The ``number``-th edit of a library that holds ``there``: what comes of it can be worked out by anybody."""
    key = f"p{number * 7919 % PHRASES}"
    if number % 5 == 0 and key in there:
        return Remove(key)
    return Put(Phrase(key, "", f"第{number}步", (Variant("字" * (number % 300 + 1)),), (f"类{number % 3}",)))


def edits(path: Path, _: int) -> None:
    """Edit thousands of times a second, and say how far the disk is whenever it has come further."""
    store = Library(path, path.parent)
    store.load()
    store.begin()
    there = {phrase.id for phrase in store.phrases}
    said = -1
    for number in itertools.count(store.sequence + 1):
        edit = step(number, there)
        store.edit([edit], "改")
        time.sleep(0.0002)  # a pace, as nobody edits without one: the writer gets its turns
        if isinstance(edit, Put):
            there.add(edit.phrase.id)
        else:
            there.discard(edit.id)
        if store.keeper.acknowledged > said:
            said = store.keeper.acknowledged
            say(said)


def pack(number: int) -> Pack:
    """The ``number``-th version of a pack: phrases come, go and change with each."""
    phrases = [
        Phrase(f"t{i}", "", f"第{number}版", (Variant("字" * 60),), layer="team") for i in range(number % 7, PHRASES)
    ]
    data = content(number % 50)
    media = Media(hashlib.sha256(data).hexdigest(), "png", len(data), lambda: data)
    return sealed(Pack(Manifest("p", "包", Version(1, number)), phrases, attachments={media.hash: media}))


def packs(path: Path, start: int) -> None:
    """Install one version after the other over ones own phrases that give way and come back."""
    store = Library(path, path.parent)
    store.load()
    files = Attachments(path.with_name("attachments"))
    for n in itertools.count(start):
        made = pack(n)
        choices = {f"t{n % PHRASES}": Choice.FOLLOW}
        install(store, files, Wanted(Opened(made, manifest_bytes(made.manifest)), choices))
        store.keeper.flush()
        say(n)


def holder(path: Path, _: int) -> None:
    """Have the library until somebody comes with SIGKILL."""
    store = Library(path, path.parent)
    store.load()
    store.begin()
    say("mine")
    signal.pause()


class OneKey:
    """A keyring with one key in it."""

    def get(self) -> bytes:
        return b"k" * 32

    def set(self, key: bytes) -> None:
        raise AssertionError

    def delete(self) -> None:
        raise AssertionError


def vault(path: Path, start: int) -> None:
    store = Vault(path, OneKey())
    store.save(content(start), 1, 0.0)  # what takes long only once is not what is to be caught
    for n in itertools.count(start):
        store.save(content(n), 1, 0.0)
        say(n)


def die_at_line(path: Path, start: int) -> None:
    """Write "new" and die before the ``start``-th line of atomic.py; says "whole" when there are fewer."""
    left = start

    def trace(frame: FrameType, event: str, _arg: object) -> Callable[..., object] | None:
        nonlocal left
        if frame.f_code.co_filename != atomic.__file__:
            return None
        if event == "line":
            left -= 1
            if left < 0:
                os._exit(9)
        return trace

    sys.settrace(trace)
    atomic.write(path, b"new")
    sys.settrace(None)
    say("whole")


JOBS = {
    job.__name__: job
    for job in (attachments, usage, misses, settings, library, edits, packs, vault, holder, die_at_line)
}


def main() -> None:
    job, path = JOBS[sys.argv[1]], Path(sys.argv[2])
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            say(f"pid {os.getpid()}")
            job(path, int(line))
            os._exit(0)
        os.waitpid(child, 0)
        say("dead")


if __name__ == "__main__":
    main()
