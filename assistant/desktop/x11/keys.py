"""From key combinations to key codes of the present keyboard map."""

from __future__ import annotations

from Xlib import XK, X

from assistant.core.hotkey import KeyCombo
from assistant.desktop.x11.link import Link

MASKS = {"ctrl": X.ControlMask, "alt": X.Mod1Mask, "shift": X.ShiftMask, "super": X.Mod4Mask}
HOLDABLE = X.ControlMask | X.Mod1Mask | X.ShiftMask | X.Mod4Mask
_MODIFIER_KEYS = {"ctrl": "Control_L", "alt": "Alt_L", "shift": "Shift_L", "super": "Super_L"}
_SYMBOLS = {
    "return": "Return", "tab": "Tab", "escape": "Escape", "backspace": "BackSpace", "delete": "Delete",
    "insert": "Insert", "home": "Home", "end": "End", "pageup": "Page_Up", "pagedown": "Page_Down",
    "up": "Up", "down": "Down", "left": "Left", "right": "Right",
}  # fmt: skip
# Where Latin letters lie on keyboards whose map has none (a lone Russian or Greek layout): evdev key codes + 8.
_PLACES = {c: 24 + i for i, c in enumerate("qwertyuiop")}
_PLACES |= {c: 38 + i for i, c in enumerate("asdfghjkl")} | {c: 52 + i for i, c in enumerate("zxcvbnm")}


def keycode(link: Link, key: str) -> int:
    """The key code of a :class:`KeyCombo` key or modifier; 0 when the keyboard has no such key."""
    name = _MODIFIER_KEYS.get(key) or _SYMBOLS.get(key) or (key.upper() if key[0] == "f" and key[1:].isdigit() else key)
    return int(link.display.keysym_to_keycode(XK.string_to_keysym(name))) or _PLACES.get(key, 0)


def mask(combo: KeyCombo) -> int:
    """The modifier bits of a combination."""
    return sum(MASKS[m] for m in combo.modifiers)


def locks(link: Link) -> tuple[int, ...]:
    """Every combination of the lock bits (Caps, Num, Scroll) that must not matter to a hotkey."""
    bits = [X.LockMask]
    mapping = link.display.get_modifier_mapping()
    for name in ("Num_Lock", "Scroll_Lock"):
        code = link.display.keysym_to_keycode(XK.string_to_keysym(name))
        bits += [1 << i for i, codes in enumerate(mapping) if code and code in codes and 1 << i not in bits]
    out = [0]
    for bit in bits:
        out += [o | bit for o in out]
    return tuple(out)


def is_down(keymap: list[int], code: int) -> bool:
    """Whether a key code is down in the 32 bytes of QueryKeymap."""
    return bool(code and keymap[code >> 3] & 1 << (code & 7))
