"""A field that takes a key combination by having it pressed."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from assistant.core.hotkey import KeyCombo
from assistant.ui import theme as themes
from assistant.ui.theme import Theme

Key = Qt.Key
_FLAGS = {
    "ctrl": Qt.KeyboardModifier.ControlModifier, "alt": Qt.KeyboardModifier.AltModifier,
    "shift": Qt.KeyboardModifier.ShiftModifier, "super": Qt.KeyboardModifier.MetaModifier,
}  # fmt: skip
_MODIFIER_KEYS: dict[int, str] = {
    Key.Key_Control: "ctrl", Key.Key_Alt: "alt", Key.Key_Shift: "shift",
    Key.Key_Meta: "super", Key.Key_Super_L: "super", Key.Key_Super_R: "super",
}  # fmt: skip
_X11_META = (0xFFE7, 0xFFE8)  # keysyms: what Alt says while Shift is held
_NAMES: dict[int, str] = {
    Key.Key_Space: "space", Key.Key_Return: "return", Key.Key_Enter: "return", Key.Key_Tab: "tab",
    Key.Key_Backtab: "tab", Key.Key_Backspace: "backspace", Key.Key_Delete: "delete", Key.Key_Insert: "insert",
    Key.Key_Home: "home", Key.Key_End: "end", Key.Key_PageUp: "pageup", Key.Key_PageDown: "pagedown",
    Key.Key_Up: "up", Key.Key_Down: "down", Key.Key_Left: "left", Key.Key_Right: "right", Key.Key_Escape: "escape",
    Key.Key_Minus: "minus", Key.Key_Equal: "equal", Key.Key_Comma: "comma", Key.Key_Period: "period",
    Key.Key_Slash: "slash", Key.Key_Semicolon: "semicolon", Key.Key_QuoteLeft: "grave",
    Key.Key_BracketLeft: "bracketleft", Key.Key_BracketRight: "bracketright", Key.Key_Backslash: "backslash",
    Key.Key_Apostrophe: "apostrophe",
}  # fmt: skip
# Where the keys of the US layout lie, by the scan codes of PC keyboards: what a key is called on other layouts.
_ROWS = ((2, "1234567890-="), (16, "qwertyuiop[]"), (30, "asdfghjkl;'`"), (43, "\\zxcvbnm,./"))
_BY_PLACE = {first + place: sign for first, signs in _ROWS for place, sign in enumerate(signs)}
_SCAN_OFFSET = 8 if sys.platform == "linux" else 0  # X11 and Wayland count from 8
_HEIGHT = 44


def combo_of(event: QKeyEvent) -> KeyCombo | None:
    """The combination that a key press makes; None while only modifiers are down, or for a key without a name."""
    key = event.key()
    if key in _MODIFIER_KEYS:
        return None
    name = _name(key) or _BY_PLACE.get(event.nativeScanCode() - _SCAN_OFFSET, "")
    if not name:
        return None
    held = [modifier for modifier, flag in _FLAGS.items() if event.modifiers() & flag]
    return KeyCombo.parse("+".join((*held, name)))


def _name(key: int) -> str:
    if Key.Key_A <= key <= Key.Key_Z or Key.Key_0 <= key <= Key.Key_9:
        return chr(key).lower()
    if Key.Key_F1 <= key <= Key.Key_F24:
        return f"f{key - Key.Key_F1 + 1}"
    return _NAMES.get(key, "")


class HotkeyEdit(QAbstractButton):
    """Shows a combination. A click, Enter or Space starts recording: the next combination becomes the new one.

    While it records it has the whole keyboard, so that no program, and no hotkey of ours, acts on what is pressed.
    Esc or Backspace alone, or leaving the field, keep the old one. ``everywhere`` means a hotkey that is taken from
    every program: then it must be a combination that nobody types with.
    """

    recorded = Signal(object)  # KeyCombo
    refused = Signal(str)  # why what was pressed cannot be one

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, everywhere: bool = True) -> None:
        super().__init__(parent)
        self.theme = theme
        self.recording = False
        self._everywhere = everywhere
        self._combo: KeyCombo | None = None
        self._held: tuple[str, ...] = ()
        self.setFont(themes.font(14))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("快捷键"))
        self.clicked.connect(self.record)
        self._describe()

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(380, _HEIGHT)

    def show_combo(self, combo: KeyCombo | None) -> None:
        """Show this one; None when there is none."""
        self._combo = combo
        self._describe()

    def record(self) -> None:
        """Take the next combination that is pressed."""
        self.recording, self._held = True, ()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grabKeyboard()
        self._describe()

    def stop(self) -> None:
        """Keep the old combination."""
        if self.recording:
            self.recording = False
            self.releaseKeyboard()
            self._describe()

    def event(self, event: QEvent) -> bool:  # noqa: D102
        # While recording even Tab and shortcuts are only keys.
        if self.recording and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyPress:
                self._press(event)
            elif event.type() is QEvent.Type.KeyRelease:
                self._show_held(event, down=False)
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        if event.key() in (Key.Key_Return, Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802, D102
        self.stop()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802, D102
        self.stop()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.accent if self.recording or self.hasFocus() else theme.edge)
        painter.setBrush(theme.picked if self.recording else theme.hover if self.underMouse() else theme.window)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        left = self._paint_caps(painter)
        painter.setFont(themes.font(12))
        painter.setPen(theme.accent_text if self.recording else theme.muted)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(self.rect().adjusted(round(left) + 8, 0, -14, 0), right, self._hint())

    def _paint_caps(self, painter: QPainter) -> float:
        metrics, left = QFontMetrics(self.font()), 10.0
        painter.setFont(self.font())
        for cap in self._caps():
            box = QRectF(left, 9, metrics.horizontalAdvance(cap) + 18, _HEIGHT - 18)
            painter.setPen(self.theme.edge)
            painter.setBrush(self.theme.bubble if self.recording else self.theme.badge)
            painter.drawRoundedRect(box, 5, 5)
            painter.setPen(self.theme.text)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap)
            left = box.right() + 6
        return left

    def _caps(self) -> list[str]:
        if self.recording:
            return [name.capitalize() for name in self._held]
        return self._combo.label.split("+") if self._combo else []

    def _hint(self) -> str:
        if self.recording:
            return self.tr("再按一个键…") if self._held else self.tr("请按下新的组合，Esc 取消")
        return self.tr("点击更换")

    def _press(self, event: QKeyEvent) -> None:
        self._show_held(event, down=True)
        combo = combo_of(event)
        if combo is None:
            return
        if not combo.modifiers and combo.key in ("escape", "backspace"):
            self.stop()
        elif self._everywhere and not combo.global_safe:
            self.refused.emit(
                self.tr("“{label}”打字时要用，不能作快捷键，请加上 Ctrl、Alt 或 Super。").format(label=combo.label)
            )
        else:
            self.stop()
            self.recorded.emit(combo)

    def _show_held(self, event: QKeyEvent, *, down: bool) -> None:
        held = {name for name, flag in _FLAGS.items() if event.modifiers() & flag}
        own = _MODIFIER_KEYS.get(event.key())
        if event.nativeVirtualKey() in _X11_META:
            own, held = "alt", held - {"super"}
        if own:
            held = held | {own} if down else held - {own}
        self._held = tuple(name for name in _FLAGS if name in held)
        self.update()

    def _describe(self) -> None:
        shown = self._combo.label if self._combo else self.tr("没有")
        self.setText(shown)
        self.setAccessibleDescription(self.tr("现在是 {shown}。{hint}").format(shown=shown, hint=self._hint()))
        self.update()
