"""ports.Keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest

from .world import PASTE, RETURN, World, untouched

SOON = 100  # ms for what must not come


@pytest.mark.parametrize("key", ["ctrl", "alt", "shift", "super", "return", "space"])
def test_a_key_that_is_held_is_waited_for(world: World, key: str) -> None:
    keyboard = world.desktop.keyboard
    other = world.open_other()  # what the keys themselves do is nobody's business
    assert keyboard.wait_released(0)
    world.hold(key)
    assert not keyboard.wait_released(SOON)
    assert world.while_waiting(lambda: keyboard.wait_released(60_000), lambda: world.release(key))
    world.close(other)


def test_keys_go_into_the_window_in_their_order(world: World) -> None:
    loan = world.desktop.clipboard.lend("你好", world.chat, 500)
    assert world.desktop.keyboard.press([PASTE, RETURN, PASTE], world.chat)
    world.expect("你好\n你好")
    loan.give_back()


def test_the_window_counts_not_the_part_of_it_that_had_the_keyboard(world: World) -> None:
    loan = world.desktop.clipboard.lend("你好", world.chat, 500)
    assert world.desktop.keyboard.press([PASTE], replace(world.chat, focus=world.chat.focus + 1))
    world.expect("你好")
    loan.give_back()


def test_nothing_is_pressed_when_another_window_has_the_keyboard(world: World) -> None:
    other = world.open_other()
    assert not world.desktop.keyboard.press([RETURN], world.chat)
    assert world.desktop.windows.active() == other
    untouched(world)


def test_nothing_is_pressed_when_the_title_is_another(world: World) -> None:
    world.retitle(world.chat, "另一位买家")
    assert not world.desktop.keyboard.press([RETURN], world.chat)
    untouched(world)


def test_nothing_is_pressed_when_the_window_is_gone(world: World) -> None:
    other = world.open_other()
    world.close(other)
    assert not world.desktop.keyboard.press([RETURN], other)
    untouched(world)


def test_nothing_is_pressed_when_no_window_has_the_keyboard(world: World) -> None:
    world.leave()
    assert not world.desktop.keyboard.press([RETURN], world.chat)
    untouched(world)
