"""Virtual keys, and what becomes of keys that were typed ahead."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.hotkey import MODIFIERS, SUGGESTED, KeyCombo
from assistant.desktop.win32 import keys
from assistant.desktop.win32.keys import Stroke

NAMED = ["space", "return", "tab", "escape", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown"]
NAMED += ["up", "down", "left", "right", "minus", "equal", "comma", "period", "slash", "semicolon", "grave"]
NAMED += ["bracketleft", "bracketright", "backslash", "apostrophe", "f1", "f12", "f24", "a", "z", "0", "9"]
KEYDOWN, KEYUP, CHAR, SYSKEYDOWN, SYSKEYUP = 0x100, 0x101, 0x102, 0x104, 0x105
places = st.builds(Stroke, st.integers(1, 3), st.just(False), st.integers(1, 3), st.booleans())
typing = st.lists(st.tuples(places, st.booleans()), max_size=20).map(lambda x: [replace(s, up=u) for s, u in x])


def held(_: Stroke) -> bool:
    return True


def free(_: Stroke) -> bool:
    return False


def test_every_key_of_a_combination_has_one_of_its_own() -> None:
    found = [keys.virtual_key(KeyCombo.parse(name).key) for name in NAMED] + [keys.virtual_key(m) for m in MODIFIERS]
    assert all(0 < key < 0xFF for key in found)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(("key", "code"), [("v", 0x56), ("7", 0x37), ("f1", 0x70), ("f24", 0x87), ("return", 0x0D)])
def test_keys_are_those_of_the_windows_documentation(key: str, code: int) -> None:
    assert keys.virtual_key(key) == code


def test_a_key_that_windows_does_not_have_is_none() -> None:
    assert keys.virtual_key("fn") == 0


@pytest.mark.parametrize(("combo", "bits"), [("ctrl+alt+space", 3), ("shift+f9", 4), ("super+j", 8), ("f9", 0)])
def test_modifiers_are_the_bits_that_a_hotkey_takes(combo: str, bits: int) -> None:
    assert keys.modifier_bits(KeyCombo.parse(combo)) == bits


def test_combinations_go_down_and_up_one_after_the_other() -> None:
    strokes = keys.strokes([KeyCombo.parse("shift+insert"), KeyCombo.parse("return")])
    assert [(s.key, s.up, s.extended) for s in strokes] == [
        (0x10, False, False), (0x2D, False, True), (0x2D, True, True), (0x10, True, False),
        (0x0D, False, False), (0x0D, True, False),
    ]  # fmt: skip


def test_what_is_suggested_can_be_registered() -> None:
    for combo in SUGGESTED:
        assert combo.global_safe
        assert keys.virtual_key(combo.key)


@pytest.mark.parametrize(("message", "up"), [(KEYDOWN, False), (KEYUP, True), (SYSKEYDOWN, False), (SYSKEYUP, True)])
def test_a_message_tells_which_key_and_where(message: int, up: bool) -> None:
    assert keys.read_message(message, 0x2E, 1 | 0x53 << 16 | 1 << 24) == [Stroke(0x2E, up, 0x53, extended=True)]


def test_a_held_key_repeats() -> None:
    assert keys.read_message(KEYDOWN, 0x41, 3 | 0x1E << 16) == [Stroke(0x41, scan=0x1E)] * 3


def test_a_character_that_a_program_types_is_kept() -> None:
    assert keys.read_message(KEYDOWN, keys.PACKET | ord("好") << 16, 1) == [Stroke(keys.PACKET, character=ord("好"))]


@pytest.mark.parametrize("message", [CHAR, 0x103, 0x106, 0x109])
def test_other_messages_are_no_strokes(message: int) -> None:
    assert keys.read_message(message, 0x41, 1) == []


def test_releases_of_the_hotkey_are_left_out() -> None:
    f = Stroke(0x46, scan=0x21)
    typed = [Stroke(0x20, up=True, scan=0x39), f, Stroke(0x12, up=True, scan=0x38), replace(f, up=True)]
    assert keys.whole(typed, free) == [f, replace(f, up=True)]


def test_a_release_that_went_past_us_is_added_last() -> None:
    shift, f = Stroke(keys.SHIFT, scan=0x2A), Stroke(0x46, scan=0x21)
    typed = [shift, f, replace(f, up=True)]
    assert keys.whole(typed, free) == [*typed, replace(shift, up=True)]
    assert keys.whole(typed, held) == typed


@given(typing)
def test_every_key_is_up_afterwards_and_none_is_invented(typed: list[Stroke]) -> None:
    out = keys.whole(typed, free)
    assert [s for s in out if not s.up] == [s for s in typed if not s.up]
    down: set[object] = set()
    for stroke in out:
        if stroke.up:
            down.remove(stroke.place)
        else:
            down.add(stroke.place)
    assert not down


@given(typing)
def test_what_is_held_stays_down(typed: list[Stroke]) -> None:
    out = keys.whole(typed, held)
    rest = iter(typed)
    assert all(s in rest for s in out), "in their order, nothing added"
    assert {s.place for s in typed[-1:] if not s.up} <= {s.place for s in out if not s.up}
