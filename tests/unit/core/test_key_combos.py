"""Key combinations: whatever is written is a combination or one sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.errors import SettingProblem
from assistant.core.hotkey import MODIFIERS, KeyCombo

KEYS = ["space", "return", "f1", "f24", "a", "z", "0", "9", "minus", "equal", "insert", "pagedown", "apostrophe"]
combos = st.builds(
    lambda mods, key: KeyCombo(tuple(m for m in MODIFIERS if m in mods), key),
    st.sets(st.sampled_from(MODIFIERS)),
    st.sampled_from(KEYS),
)


@pytest.mark.parametrize(
    ("text", "means", "label"),
    [
        ("Ctrl+Alt+Space", "ctrl+alt+space", "Ctrl+Alt+Space"),
        ("alt-control-j", "ctrl+alt+j", "Ctrl+Alt+J"),
        ("ctrl+-", "ctrl+minus", "Ctrl+-"),
        ("Ctrl+Alt+空格", "ctrl+alt+space", "Ctrl+Alt+Space"),
        (" win + enter ", "super+return", "Super+Enter"),
        ("F9", "f9", "F9"),
    ],
)
def test_it_is_read_as_people_write_it(text: str, means: str, label: str) -> None:
    combo = KeyCombo.parse(text)
    assert (str(combo), combo.label) == (means, label)


@pytest.mark.parametrize("text", ["", "+", "ctrl", "ctrl+", "ctrl+ctrl+a", "hyper+a", "ctrl+ab", "f25", "ctrl+é", "好"])
def test_anything_else_is_one_sentence(text: str) -> None:
    with pytest.raises(SettingProblem):
        KeyCombo.parse(text)


@given(combos)
def test_what_is_printed_is_read_back(combo: KeyCombo) -> None:
    assert KeyCombo.parse(str(combo)) == combo
    assert KeyCombo.parse(combo.label) == combo


@given(st.text(max_size=30))
def test_no_text_breaks_it(text: str) -> None:
    try:
        combo = KeyCombo.parse(text)
    except SettingProblem:
        return  # the one way out that is promised
    assert KeyCombo.parse(str(combo)) == combo


@pytest.mark.parametrize(
    ("text", "safe"),
    [("ctrl+a", True), ("super+space", True), ("f5", True), ("shift+f5", True), ("a", False), ("shift+a", False),
     ("space", False), ("return", False)],
)  # fmt: skip
def test_a_global_hotkey_costs_nobody_a_key_to_type_with(text: str, safe: bool) -> None:
    combo = KeyCombo.parse(text)
    assert combo.global_safe is safe
    if safe:
        assert combo.for_everywhere() is combo
    else:
        with pytest.raises(SettingProblem):
            combo.for_everywhere()
