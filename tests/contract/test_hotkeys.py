"""ports.Hotkeys and ports.Press."""

from __future__ import annotations

import time

import pytest

from assistant.core.errors import HotkeyTaken
from assistant.core.hotkey import KeyCombo

from .world import HOTKEY, Presses, World, untouched

OTHER = KeyCombo.parse("ctrl+shift+j")
SUGGESTIBLE = KeyCombo.parse("ctrl+alt+j")


@pytest.fixture
def presses(world: World) -> Presses:
    """The callback of the hotkey, which is registered."""
    one = Presses()
    world.desktop.hotkeys.grab(HOTKEY, one)
    return one


def test_a_press_names_its_window_and_reaches_nobody_else(world: World, presses: Presses) -> None:
    before = time.monotonic()
    world.press(HOTKEY)
    press = presses.next()
    press.let_go()
    assert press.combo == HOTKEY
    assert press.hands_over == world.hands_over
    assert press.window == world.chat
    assert press.at <= time.monotonic()
    assert press.at >= before or press.at == 0.0  # in memory there is no time
    untouched(world)
    assert presses.none()


def test_a_press_without_a_window(world: World, presses: Presses) -> None:
    world.leave()
    world.press(HOTKEY)
    press = presses.next()
    press.let_go()
    assert press.window is None
    world.focus(world.chat)


def test_every_press_is_one(world: World, presses: Presses) -> None:
    for _ in range(5):
        world.press(HOTKEY)
        presses.next().let_go()
        assert presses.none()
    untouched(world)
    assert presses.none()


def test_two_hotkeys_are_told_apart(world: World, presses: Presses) -> None:
    others = Presses()
    world.desktop.hotkeys.grab(OTHER, others)
    world.press(OTHER)
    press = others.next()
    assert press.combo == OTHER
    press.let_go()
    world.press(HOTKEY)
    press = presses.next()
    assert press.combo == HOTKEY
    press.let_go()
    assert presses.none()
    assert others.none()


def test_what_is_typed_after_the_press_waits_until_it_is_let_go(world: World, presses: Presses) -> None:
    world.press(HOTKEY)
    world.type("abc")
    press = presses.next()
    world.expect("")
    press.let_go()
    world.expect("abc")
    press.let_go()
    world.type("d")
    world.expect("abcd")


def test_what_is_typed_after_the_press_goes_to_the_popup(world: World, presses: Presses) -> None:
    world.desktop.hotkeys.hand_to(world.popup())
    world.press(HOTKEY)
    world.type("fahuo")
    press = presses.next()
    world.show_popup()
    world.expect_popup("fahuo")
    world.type("x")
    world.expect_popup("fahuox")
    press.let_go()
    untouched(world)


def test_a_hotkey_of_another_program_is_refused_with_free_ones(world: World) -> None:
    assert world.take_hotkey(HOTKEY)
    assert world.take_hotkey(SUGGESTIBLE)
    presses = Presses()
    with pytest.raises(HotkeyTaken) as taken:
        world.desktop.hotkeys.grab(HOTKEY, presses)
    assert taken.value.combo == HOTKEY.label
    assert taken.value.free
    for label in taken.value.free:
        combo = KeyCombo.parse(label)
        assert combo not in (HOTKEY, SUGGESTIBLE)
        assert world.desktop.hotkeys.free([combo]) == [combo]
        world.desktop.hotkeys.grab(combo, presses)
        world.press(combo)
        presses.next().let_go()


def test_a_refusal_leaves_the_hotkey_that_we_have(world: World) -> None:
    presses = Presses()
    world.desktop.hotkeys.grab(SUGGESTIBLE, presses)
    assert world.take_hotkey(HOTKEY)
    with pytest.raises(HotkeyTaken) as taken:
        world.desktop.hotkeys.grab(HOTKEY, presses)
    assert SUGGESTIBLE.label not in taken.value.free
    world.press(SUGGESTIBLE)
    presses.next().let_go()


def test_what_was_given_up_is_free_for_others(world: World, presses: Presses) -> None:
    assert not world.take_hotkey(HOTKEY)
    world.desktop.hotkeys.ungrab(HOTKEY)
    assert world.desktop.hotkeys.free([HOTKEY]) == [HOTKEY]
    assert world.take_hotkey(HOTKEY)
    world.press(HOTKEY)
    untouched(world)
    assert presses.none()


def test_giving_up_what_we_do_not_have_is_nothing(world: World, presses: Presses) -> None:
    world.desktop.hotkeys.ungrab(OTHER)
    world.press(HOTKEY)
    presses.next().let_go()


def test_registering_again_changes_who_is_told(world: World, presses: Presses) -> None:
    later = Presses()
    world.desktop.hotkeys.grab(HOTKEY, later)
    world.press(HOTKEY)
    later.next().let_go()
    assert presses.none()


def test_free_ones_are_those_that_nobody_holds(world: World, presses: Presses) -> None:
    ours, theirs, free, letter = HOTKEY, SUGGESTIBLE, OTHER, KeyCombo.parse("f9")
    assert world.take_hotkey(theirs)
    assert world.desktop.hotkeys.free([letter, ours, theirs, free]) == [letter, free]
    world.press(ours)
    presses.next().let_go()
    assert world.take_hotkey(free)  # asking did not take it
