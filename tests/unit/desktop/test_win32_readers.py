"""Who may read a lent reply on Windows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.model import Window
from assistant.desktop.win32.readers import Opener, Process, Scene, may_read, related

CHAT = Window(handle=10, focus=11, program="chat", title="小明", pid=500)
BEFORE = Scene(front=10, title="小明")
PASTING = replace(BEFORE, marked="小明")
HELPER = 501
MANAGER = 900


def allowed(opener: Opener | None, scene: Scene = PASTING, reader: Window | None = CHAT) -> bool:
    return may_read(reader, opener, scene, lambda pid: pid == HELPER)


@pytest.mark.parametrize("scene", [BEFORE, PASTING])
def test_the_chat_and_its_helpers_read(scene: Scene) -> None:
    assert allowed(Opener(CHAT.pid), scene)
    assert allowed(Opener(CHAT.pid, CHAT.handle), scene)
    assert allowed(Opener(HELPER), scene)
    assert not allowed(Opener(MANAGER), scene)


def test_another_window_of_the_chat_program_is_another_chat() -> None:
    assert not allowed(Opener(CHAT.pid, 99))
    assert not allowed(Opener(HELPER, 99))


def test_a_chat_that_has_changed_since_the_paste_reads_nothing() -> None:
    changed = replace(PASTING, title="小红")
    assert not allowed(Opener(CHAT.pid), changed)
    assert not allowed(None, changed)
    assert allowed(Opener(CHAT.pid), replace(changed, marked=None))


def test_who_does_not_say_its_name_reads_when_the_chat_pastes() -> None:
    assert allowed(None)
    assert not allowed(None, BEFORE)
    assert not allowed(None, replace(PASTING, front=99))


@given(st.integers(), st.integers())
def test_everybody_reads_what_is_lent_to_nobody_in_particular(pid: int, top: int) -> None:
    assert allowed(Opener(pid, top), reader=None)
    assert allowed(None, replace(BEFORE, front=0), reader=None)


def program(parent: int, folder: str, started: int = 5, *, system: bool = False) -> Process:
    return Process(parent, folder, started, system)


SHELL = program(0, r"c:\windows", 1, system=True)
WORLD = {
    1: SHELL,
    500: program(1, r"c:\chat"),
    501: program(500, r"c:\chat\engine", 6),
    502: program(501, r"c:\elsewhere\webview", 7),
    503: program(1, r"c:\chat"),
    900: program(1, r"c:\manager"),
    901: program(500, r"c:\manager", 4),  # its parent's number has been given to the chat later
    902: program(500, r"c:\windows\system32", 8, system=True),
    903: program(904, ""),
    904: program(903, ""),
}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (500, 503, True),  # of one folder
        (500, 501, True),
        (500, 502, True),
        (500, 900, False),  # both started by the shell
        (1, 500, False),
        (500, 901, False),
        (500, 902, False),
        (500, 12345, False),  # gone
        (900, 901, True),
        (903, 904, True),  # a ring of parents ends
        (500, 903, False),  # folders that are not known are not the same
    ],
)
def test_kinship_goes_by_folder_and_by_who_started_whom(one: int, other: int, same: bool) -> None:
    assert related(one, other, WORLD.get) is same
    assert related(other, one, WORLD.get) is same


@given(st.dictionaries(st.integers(1, 6), st.builds(Process, st.integers(0, 6), st.just(""), st.integers(0, 2))))
def test_whatever_the_parents_are_the_answer_comes(world: dict[int, Process]) -> None:
    for one in world:
        for other in world:
            assert related(one, other, world.get) == related(other, one, world.get)
