"""From combinations to key codes, over keyboards made up here."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("Xlib")

from Xlib import XK, X

from assistant.core.hotkey import MODIFIERS, KeyCombo
from assistant.desktop.x11 import keys

SPECIAL = ["return", "tab", "escape", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown"]
SPECIAL += ["up", "down", "left", "right", "space", "f1", "f12", "minus", "bracketleft", *MODIFIERS]
ALL_LOCKS = {0, X.LockMask, X.Mod2Mask, X.Mod3Mask}


def keyboard(codes: dict[str, int], modifiers: list[list[int]] | None = None) -> Any:
    """A link to a server whose keyboard has these key symbols at these codes."""
    known = {XK.string_to_keysym(name): code for name, code in codes.items()}
    display = SimpleNamespace(
        keysym_to_keycode=lambda sym: known.get(sym, 0), get_modifier_mapping=lambda: modifiers or [[]] * 8
    )
    return SimpleNamespace(display=display)


@pytest.mark.parametrize("key", SPECIAL)
def test_every_key_of_a_combination_has_a_symbol(key: str) -> None:
    asked: list[int] = []
    link = SimpleNamespace(display=SimpleNamespace(keysym_to_keycode=lambda sym: asked.append(sym) or 99))
    assert keys.keycode(link, key) == 99
    assert asked[0] != 0


@given(st.sampled_from("abcdefghijklmnopqrstuvwxyz0123456789"))
def test_letters_lie_where_the_keyboard_has_them(key: str) -> None:
    assert keys.keycode(keyboard({key: 77}), key) == 77


@pytest.mark.parametrize(
    ("key", "code"), [("q", 24), ("p", 33), ("a", 38), ("j", 44), ("l", 46), ("z", 52), ("v", 55), ("m", 58)]
)
def test_a_keyboard_without_latin_letters_has_their_places(key: str, code: int) -> None:
    assert keys.keycode(keyboard({"Cyrillic_em": 55}), key) == code


def test_a_key_that_is_not_there_is_none() -> None:
    assert keys.keycode(keyboard({}), "f24") == 0


@given(st.sets(st.sampled_from(MODIFIERS)))
def test_modifiers_are_bits_of_their_own(held: set[str]) -> None:
    mask = keys.mask(KeyCombo(tuple(m for m in MODIFIERS if m in held), "j"))
    assert bin(mask).count("1") == len(held)
    assert mask & ~keys.HOLDABLE == 0


@pytest.mark.parametrize(
    ("modifiers", "bits"),
    [
        ([[], [66], [], [], [77], [], [], []], {X.LockMask, X.Mod2Mask}),
        ([[], [66], [], [], [77], [78], [], []], {X.LockMask, X.Mod2Mask, X.Mod3Mask}),
        ([[]] * 8, {X.LockMask}),
        ([[], [], [], [], [77, 78], [], [], []], {X.LockMask, X.Mod2Mask}),
    ],
)
def test_locks_are_all_their_combinations(modifiers: list[list[int]], bits: set[int]) -> None:
    link = keyboard({"Num_Lock": 77, "Scroll_Lock": 78}, modifiers)
    found = keys.locks(link)
    assert len(set(found)) == len(found) == 2 ** len(bits)
    assert {m for m in found if bin(m).count("1") == 1} == bits
    assert 0 in found


def test_locks_of_a_keyboard_without_lock_keys() -> None:
    assert keys.locks(keyboard({})) == (0, X.LockMask)


@given(st.integers(8, 255), st.sets(st.integers(8, 255)))
def test_keys_that_are_down(code: int, down: set[int]) -> None:
    keymap = [0] * 32
    for one in down:
        keymap[one >> 3] |= 1 << (one & 7)
    assert keys.is_down(keymap, code) == (code in down)
    assert not keys.is_down([255] * 32, 0)
