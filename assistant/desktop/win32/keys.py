"""From key combinations to the virtual keys of Windows, and from keys that were typed ahead back to strokes.

Letters and digits are virtual keys of their own on every layout. Signs are where a US keyboard has them, which is what
Chinese layouts are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.core.hotkey import KeyCombo

MODIFIER_BITS = {"alt": 0x1, "ctrl": 0x2, "shift": 0x4, "super": 0x8}  # as RegisterHotKey takes them
SHIFT, CONTROL, MENU, RETURN, SPACE, LEFT_WIN, RIGHT_WIN = 0x10, 0x11, 0x12, 0x0D, 0x20, 0x5B, 0x5C
WAITED_FOR = (SHIFT, CONTROL, MENU, LEFT_WIN, RIGHT_WIN, RETURN, SPACE)
PROCESS_KEY = 0xE5  # an input method has taken the key; what it was is told by the scan code
PACKET = 0xE7  # a character that a program has typed; it stands in the upper half of the first parameter
_MODIFIERS = {"shift": SHIFT, "ctrl": CONTROL, "alt": MENU, "super": LEFT_WIN}
_NAMED = {
    "backspace": 0x08, "tab": 0x09, "return": RETURN, "escape": 0x1B, "space": SPACE,
    "pageup": 0x21, "pagedown": 0x22, "end": 0x23, "home": 0x24, "left": 0x25, "up": 0x26, "right": 0x27, "down": 0x28,
    "insert": 0x2D, "delete": 0x2E,
    "semicolon": 0xBA, "equal": 0xBB, "comma": 0xBC, "minus": 0xBD, "period": 0xBE, "slash": 0xBF, "grave": 0xC0,
    "bracketleft": 0xDB, "backslash": 0xDC, "bracketright": 0xDD, "apostrophe": 0xDE,
}  # fmt: skip
_EXTENDED = frozenset([*range(0x21, 0x29), 0x2D, 0x2E, LEFT_WIN, RIGHT_WIN])  # those that the number pad has as well
_WM_KEYUP, _WM_SYSKEYUP = 0x0101, 0x0105
_WM_KEYDOWN, _WM_SYSKEYDOWN = 0x0100, 0x0104


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key going down or up. ``scan`` is its place on the keyboard, 0 when unknown; ``character`` stands for a key
    that types this UTF-16 unit and has no place.
    """

    key: int
    up: bool = False
    scan: int = 0
    extended: bool = False
    character: int = 0

    @property
    def place(self) -> tuple[int, int, bool, int]:
        """What a press and its release have in common."""
        return self.key, self.scan, self.extended, self.character


def virtual_key(key: str) -> int:
    """The virtual key of a :class:`KeyCombo` key or modifier; 0 when Windows has none."""
    if len(key) == 1:
        return ord(key.upper())
    if key[0] == "f" and key[1:].isdigit():
        return 0x6F + int(key[1:])
    return _MODIFIERS.get(key) or _NAMED.get(key, 0)


def modifier_bits(combo: KeyCombo) -> int:
    """The modifiers of a combination, as RegisterHotKey takes them."""
    return sum(MODIFIER_BITS[m] for m in combo.modifiers)


def strokes(combos: Iterable[KeyCombo]) -> list[Stroke]:
    """The keys of the combinations going down and up, one combination after the other."""
    out: list[Stroke] = []
    for combo in combos:
        down = [Stroke(k, extended=k in _EXTENDED) for k in map(virtual_key, (*combo.modifiers, combo.key))]
        out += down + [replace(s, up=True) for s in reversed(down)]
    return out


def read_message(message: int, first: int, second: int) -> list[Stroke]:
    """The strokes that a key message tells of: a held key repeats, other messages tell of none.

    The layout of the parameters is that of WM_KEYDOWN in the Windows documentation: repeat count in bits 0 to 15, scan
    code in 16 to 23, the extended flag in 24.
    """
    if message not in (_WM_KEYDOWN, _WM_SYSKEYDOWN, _WM_KEYUP, _WM_SYSKEYUP):
        return []
    up = message in (_WM_KEYUP, _WM_SYSKEYUP)
    if first & 0xFFFF == PACKET:
        return [Stroke(PACKET, up, character=first >> 16 & 0xFFFF)]
    scan, extended = second >> 16 & 0xFF, bool(second & 1 << 24)
    return [Stroke(first & 0xFF, up, scan, extended)] * (1 if up else max(second & 0xFFFF, 1))


def whole(typed: Sequence[Stroke], is_held: Callable[[Stroke], bool]) -> list[Stroke]:
    """What was typed, fit to be typed again elsewhere.

    Releases of keys that went down before, such as those of the hotkey, are left out: they are up already. A key whose
    release is not among them goes up at the end unless it ``is_held`` to this day: its release went past us.
    """
    out: list[Stroke] = []
    down: dict[tuple[int, int, bool, int], Stroke] = {}
    for stroke in typed:
        if stroke.up and down.pop(stroke.place, None) is None:
            continue
        if not stroke.up:
            down[stroke.place] = stroke
        out.append(stroke)
    return out + [replace(s, up=True) for s in reversed(down.values()) if not is_held(s)]
