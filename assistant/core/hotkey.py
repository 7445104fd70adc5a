"""Key combinations as values: parsed early, printed late."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.core.errors import SettingProblem

MODIFIERS = ("ctrl", "alt", "shift", "super")
_ALIASES = {
    "control": "ctrl", "ctl": "ctrl", "option": "alt", "meta": "super", "win": "super", "cmd": "super",
    "enter": "return", "esc": "escape", "del": "delete", "ins": "insert", "pgup": "pageup", "pgdn": "pagedown",
    "空格": "space",
}  # fmt: skip
_NAMED = frozenset(
    ["space", "return", "tab", "escape", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown"]
    + ["up", "down", "left", "right", "minus", "equal", "comma", "period", "slash", "semicolon", "grave"]
    + ["bracketleft", "bracketright", "backslash", "apostrophe"]
    + [f"f{n}" for n in range(1, 25)]
)
_SIGNS = {"-": "minus", "=": "equal", ",": "comma", ".": "period", "/": "slash", ";": "semicolon", "`": "grave",
          "[": "bracketleft", "]": "bracketright", "\\": "backslash", "'": "apostrophe"}  # fmt: skip
_SHOWN = {"ctrl": "Ctrl", "alt": "Alt", "shift": "Shift", "super": "Super", "return": "Enter", "escape": "Esc",
          "pageup": "PageUp", "pagedown": "PageDown", **{v: k for k, v in _SIGNS.items()}}  # fmt: skip


@dataclass(frozen=True, slots=True)
class KeyCombo:
    """Modifiers and one key, e.g. ``ctrl+alt+space``. Modifiers are always in the same order."""

    modifiers: tuple[str, ...]
    key: str

    @classmethod
    def parse(cls, text: str) -> KeyCombo:
        """Read ``Ctrl+Alt+Space``, ``control-alt-j``, ``ctrl+-``. Raises SettingProblem for anything else."""
        parts = [_ALIASES.get(p, p) for p in _split(text)]
        *mods, key = parts or [""]
        key = _SIGNS.get(key, key)
        known = key in _NAMED or (len(key) == 1 and key.isascii() and key.isalnum())
        if not known or any(m not in MODIFIERS for m in mods) or len(set(mods)) != len(mods):
            raise SettingProblem(f"“{text}”不是一个快捷键。", "请写成 Ctrl+Alt+空格 这样的组合。")
        return cls(tuple(m for m in MODIFIERS if m in mods), key)

    def __str__(self) -> str:
        return "+".join((*self.modifiers, self.key))

    @property
    def label(self) -> str:
        """As users read it: ``Ctrl+Alt+Space``."""
        return "+".join(_SHOWN.get(p, p.capitalize()) for p in (*self.modifiers, self.key))

    def for_everywhere(self) -> KeyCombo:
        """Itself; raises SettingProblem when as a global hotkey it would cost the user a key to type with."""
        if not self.global_safe:
            raise SettingProblem(
                f"“{self.label}”不能作全局快捷键，否则就打不出这个键了。", "请加上 Ctrl、Alt 或 Super。"
            )
        return self

    @property
    def global_safe(self) -> bool:
        """Whether taking it from every program costs nobody a letter: it needs Ctrl, Alt or Super, or an F key."""
        held = set(self.modifiers) - {"shift"}
        return bool(held) or (self.key[0] == "f" and self.key[1:].isdigit())


def _split(text: str) -> list[str]:
    text = text.strip().lower()
    if not text:
        return []
    if text[-1] in "+-" and len(text) > 1 and text[-2] in "+-":  # the key itself is + or -
        return [*_split(text[:-2]), text[-1]]
    return [p.strip() for p in text.replace("-", "+").split("+")] if text not in ("-", "+") else [text]


SUGGESTED = tuple(
    map(
        KeyCombo.parse,
        ("ctrl+alt+j", "ctrl+alt+k", "ctrl+shift+space", "alt+space", "super+j", "ctrl+alt+q", "f9"),
    )
)
"""What to offer, in this order, when somebody else holds the combination that was wanted."""
