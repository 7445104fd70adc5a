"""The one hotkey: changed without a gap, refused without a loss."""

from __future__ import annotations

import pytest

from assistant.core.errors import HotkeyTaken, SettingProblem
from assistant.core.hotkey import KeyCombo
from assistant.core.ports import Press
from assistant.engine.hotkey import GlobalHotkey, Heard
from tests.fakes import FakeDesktop

SPACE, J, A = (KeyCombo.parse(t) for t in ("ctrl+alt+space", "ctrl+alt+j", "a"))


class Listening:
    def __init__(self) -> None:
        self.desk = FakeDesktop()
        self.pressed: list[Press] = []
        self.labels: list[str] = []
        self.said: list[str] = []
        heard = Heard(self.labels.append, self.said.append)
        self.hotkey = GlobalHotkey(self.desk.hotkeys, self.pressed.append, heard)

    @property
    def bound(self) -> set[KeyCombo]:
        return set(self.desk.hotkeys.bound)


@pytest.fixture
def one() -> Listening:
    listening = Listening()
    listening.hotkey.take(str(SPACE))
    return listening


def test_it_is_taken_and_named(one: Listening) -> None:
    assert (one.bound, one.labels, one.said) == ({SPACE}, ["Ctrl+Alt+Space"], [])


def test_a_change_gives_the_old_one_up(one: Listening) -> None:
    one.hotkey.use(J)
    assert (one.bound, one.labels[-1]) == ({J}, "Ctrl+Alt+J")


def test_a_taken_one_is_refused_and_the_old_one_stays(one: Listening) -> None:
    one.desk.hotkeys.others.add(J)
    with pytest.raises(HotkeyTaken):
        one.hotkey.use(J)
    assert (one.bound, one.hotkey.combo) == ({SPACE}, SPACE)


def test_a_key_to_type_with_is_never_taken_from_everybody(one: Listening) -> None:
    with pytest.raises(SettingProblem):
        one.hotkey.use(A)
    assert one.bound == {SPACE}


def test_a_start_without_it_is_said_and_remembered() -> None:
    one = Listening()
    one.desk.hotkeys.others.add(SPACE)
    one.hotkey.take(str(SPACE))
    assert one.bound == set()
    assert one.said == [one.hotkey.trouble]
    one.hotkey.use(J)
    assert one.hotkey.trouble == ""


def test_a_pause_gives_it_up_and_it_can_be_taken_again(one: Listening) -> None:
    one.hotkey.pause()
    assert (one.bound, one.labels[-1]) == (set(), "")
    one.hotkey.take(str(SPACE))
    assert one.bound == {SPACE}
