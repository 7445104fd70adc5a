"""ports.Windows."""

from __future__ import annotations

from .world import World

SOON = 100  # ms for what must not come


def test_the_active_window_is_the_one_that_gets_the_keys(world: World) -> None:
    assert world.desktop.windows.active() == world.chat
    other = world.open_other()
    assert world.desktop.windows.active() == other
    assert other.handle != world.chat.handle
    assert other.program == "other"
    assert not world.chat.elevated
    assert not other.elevated
    world.focus(world.chat)
    assert world.desktop.windows.active() == world.chat


def test_no_window_is_active_when_none_has_the_keyboard(world: World) -> None:
    world.leave()
    assert world.desktop.windows.active() is None
    world.focus(world.chat)


def test_a_later_look_shows_todays_title(world: World) -> None:
    world.retitle(world.chat, "另一位买家")
    now = world.desktop.windows.refresh(world.chat)
    assert now is not None
    assert (now.handle, now.title) == (world.chat.handle, "另一位买家")
    assert world.chat.title != now.title


def test_a_window_that_is_gone_is_none(world: World) -> None:
    other = world.open_other()
    assert world.desktop.windows.refresh(other) == other
    world.close(other)
    assert world.desktop.windows.refresh(other) is None
    world.desktop.windows.activate(other)
    assert not world.desktop.windows.wait_active(other, SOON)


def test_a_window_comes_back_to_the_front(world: World) -> None:
    other = world.open_other()
    assert world.desktop.windows.wait_active(other, 0)
    assert not world.desktop.windows.wait_active(world.chat, SOON)
    world.desktop.windows.activate(world.chat)
    assert world.desktop.windows.wait_active(world.chat, 5000)
    assert not world.desktop.windows.wait_active(other, 0)
    world.type("a")
    world.expect("a")


def test_waiting_ends_when_the_window_has_the_keyboard(world: World) -> None:
    other = world.open_other()

    def look() -> bool:
        return world.desktop.windows.wait_active(world.chat, 60_000)

    assert world.while_waiting(look, lambda: world.focus(world.chat))
    assert not world.desktop.windows.wait_active(other, 0)


def test_the_text_cursor_is_in_the_chat(world: World) -> None:
    within = world.cursor_within()
    caret = world.desktop.windows.caret(world.chat)
    if within is None:
        assert caret is None
        return
    assert caret is not None
    assert within.x <= caret.x <= caret.x + caret.width <= within.x + within.width
    assert within.y <= caret.y < caret.y + caret.height <= within.y + within.height


def test_a_window_that_is_gone_has_no_text_cursor(world: World) -> None:
    other = world.open_other()
    world.close(other)
    assert world.desktop.windows.caret(other) is None
