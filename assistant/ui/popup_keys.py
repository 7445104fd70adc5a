"""What a key means in the popup, apart from any widget."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

Key = Qt.Key
Modifier = Qt.KeyboardModifier

_COMMANDING = Modifier.ControlModifier | Modifier.AltModifier | Modifier.MetaModifier
_MODIFIER_KEYS = frozenset(
    [Key.Key_Control, Key.Key_Alt, Key.Key_Meta, Key.Key_Shift, Key.Key_AltGr, Key.Key_Super_L, Key.Key_Super_R]
)


class Act(Enum):
    """A thing to do that the popup knows."""

    PASTE = auto()
    SEND = auto()
    COPY = auto()
    CLOSE = auto()
    UP = auto()
    DOWN = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    FIRST = auto()
    LAST = auto()
    NEXT_PANE = auto()
    PREVIOUS_PANE = auto()
    NEXT_ROLE = auto()
    PIN = auto()
    NEXT_ORDER = auto()
    PREVIOUS_ORDER = auto()
    NO_ORDER = auto()
    TEACH = auto()


@dataclass(frozen=True, slots=True)
class Pick:
    """Paste the n-th phrase of the list, counted from 0."""

    row: int


@dataclass(frozen=True, slots=True)
class Typed:
    """Text for the query that arrived while the hotkey's modifiers were still held; "" swallows the key."""

    text: str


Meaning = Act | Pick | Typed | None

_PLAIN: dict[int, Act] = {
    Key.Key_Return: Act.PASTE, Key.Key_Enter: Act.PASTE, Key.Key_Escape: Act.CLOSE, Key.Key_Up: Act.UP,
    Key.Key_Down: Act.DOWN, Key.Key_PageUp: Act.PAGE_UP, Key.Key_PageDown: Act.PAGE_DOWN, Key.Key_Home: Act.FIRST,
    Key.Key_End: Act.LAST, Key.Key_Tab: Act.NEXT_PANE, Key.Key_Backtab: Act.PREVIOUS_PANE,
}  # fmt: skip
_WITH_CTRL: dict[int, Act] = {
    Key.Key_Return: Act.SEND, Key.Key_Enter: Act.SEND, Key.Key_C: Act.COPY, Key.Key_R: Act.NEXT_ROLE,
    Key.Key_P: Act.PIN, Key.Key_T: Act.TEACH,
}  # fmt: skip
_WITH_ALT: dict[int, Act] = {
    Key.Key_Right: Act.NEXT_ORDER, Key.Key_Left: Act.PREVIOUS_ORDER, Key.Key_Backspace: Act.NO_ORDER,
}  # fmt: skip


class HeldKeys:
    """Whether the modifiers of the hotkey may still be down.

    From :meth:`shown` until all of them were seen up, Ctrl and Alt say nothing about what the user wants: the
    letters are typed ahead. A modifier that goes down anew was up before, so it counts again.
    """

    def __init__(self) -> None:
        self.held = False

    def shown(self, modifiers: Modifier) -> None:
        """The popup was shown by a hotkey with these."""
        self.held = bool(modifiers & _COMMANDING)

    def see(self, event: QKeyEvent) -> None:
        """Learn from a press or a release, before it is read."""
        if not self.held or event.isAutoRepeat():
            return
        own = event.key() in _MODIFIER_KEYS
        if event.type() is QEvent.Type.KeyPress:
            self.held = not own and bool(event.modifiers() & _COMMANDING)
        elif own:
            self.held = bool(event.modifiers() & _COMMANDING & ~_flag(event.key()))


def _flag(key: int) -> Modifier:
    """The modifier that the key stands for; some systems still report it in the key's own release."""
    return {Key.Key_Control: Modifier.ControlModifier, Key.Key_Alt: Modifier.AltModifier}.get(
        Key(key), Modifier.MetaModifier
    )


def meaning(event: QKeyEvent, *, held: bool, plain: bool = False) -> Meaning:
    """What a key press asks for; None leaves it to the widget that has the focus.

    Alt and a digit pick a phrase. With ``plain`` the digit alone does, and Alt makes it a part of the query.
    """
    modifiers = event.modifiers() & ~Modifier.KeypadModifier
    if plain and (picked := _plain_digit(event, modifiers, held=held)):
        return picked
    if held and modifiers & _COMMANDING:
        if event.key() in _MODIFIER_KEYS:
            return None
        text = _printable(event)
        if text:
            return Typed("" if event.isAutoRepeat() else text)
        modifiers &= ~_COMMANDING
    key = event.key()
    if modifiers == Modifier.AltModifier:
        return Pick(key - Key.Key_1) if Key.Key_1 <= key <= Key.Key_9 else _WITH_ALT.get(key)
    if modifiers == Modifier.ControlModifier:
        return _WITH_CTRL.get(key)
    return _PLAIN.get(key) if not modifiers or key == Key.Key_Backtab else None


def _plain_digit(event: QKeyEvent, modifiers: Modifier, *, held: bool) -> Meaning:
    key = event.key()
    if not Key.Key_1 <= key <= Key.Key_9:
        return None
    if not modifiers or (held and modifiers & _COMMANDING):
        return Typed("") if event.isAutoRepeat() else Pick(key - Key.Key_1)
    return Typed(chr(key)) if modifiers == Modifier.AltModifier else None


def types_text(event: QKeyEvent) -> bool:
    """Whether the key writes or deletes something, so that it belongs to the search line."""
    text = event.text()
    return event.key() == Key.Key_Backspace or bool(text and text.isprintable())


def _printable(event: QKeyEvent) -> str:
    text = event.text()
    if text and text.isprintable():
        return text
    key = event.key()
    if not Key.Key_Space <= key <= Key.Key_AsciiTilde:
        return ""
    return chr(key) if event.modifiers() & Modifier.ShiftModifier else chr(key).lower()
