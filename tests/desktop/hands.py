"""What a user does and sees: key presses, the mouse, windows by name, the focus, a picture of the screen."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from Xlib import XK, X, error
from Xlib.ext import res, xtest
from Xlib.protocol import event

if TYPE_CHECKING:
    from .desk import Desk

MODIFIERS = {"ctrl": "Control_L", "alt": "Alt_L", "shift": "Shift_L", "super": "Super_L"}
NAMED = {
    "return": "Return", "escape": "Escape", "tab": "Tab", "insert": "Insert", "delete": "Delete", "home": "Home",
    "end": "End", "up": "Up", "down": "Down", "left": "Left", "right": "Right", "backspace": "BackSpace",
    "pageup": "Page_Up", "pagedown": "Page_Down", "numlock": "Num_Lock", "capslock": "Caps_Lock",
    " ": "space", "-": "minus", ".": "period", ",": "comma", ";": "semicolon", "/": "slash", "\n": "Return",
    "#": "numbersign", "_": "underscore", ":": "colon", "+": "plus", "!": "exclam", "?": "question", "'": "apostrophe",
}  # fmt: skip


class Hands:
    """Key presses by XTEST, on a connection of their own so that nothing else delays them."""

    def __init__(self, desk: Desk) -> None:
        from .desk import connect

        self.x = connect(desk.display)
        self.codes: dict[str, tuple[int, bool]] = {}

    def close(self) -> None:
        """Close the connection."""
        self.x.close()

    def code(self, name: str) -> tuple[int, bool]:
        """Key code and whether Shift is needed, for a key's name or one ASCII character."""
        if name not in self.codes:
            sym = XK.string_to_keysym(MODIFIERS.get(name) or NAMED.get(name) or name)
            code = self.x.keysym_to_keycode(sym)
            if not code:
                raise ValueError(f"no key for {name!r}")
            self.codes[name] = code, self.x.keycode_to_keysym(code, 0) != sym
        return self.codes[name]

    def hold(self, *names: str) -> None:
        """Press keys and keep them down."""
        for name in names:
            xtest.fake_input(self.x, X.KeyPress, self.code(name)[0])
        self.x.flush()

    def release(self, *names: str) -> None:
        """Let keys go."""
        for name in names:
            xtest.fake_input(self.x, X.KeyRelease, self.code(name)[0])
        self.x.flush()

    def press(self, *combos: str) -> None:
        """Press and release combinations such as ``ctrl+alt+space``, in one write."""
        for combo in combos:
            codes = [self.code(part)[0] for part in combo.split("+")]
            for code in codes:
                xtest.fake_input(self.x, X.KeyPress, code)
            for code in reversed(codes):
                xtest.fake_input(self.x, X.KeyRelease, code)
        self.x.flush()

    def type(self, text: str) -> None:
        """Type ASCII text in one write; ``\\n`` is Return."""
        shift = self.code("shift")[0]
        for char in text:
            code, shifted = self.code(char)
            if shifted:
                xtest.fake_input(self.x, X.KeyPress, shift)
            xtest.fake_input(self.x, X.KeyPress, code)
            xtest.fake_input(self.x, X.KeyRelease, code)
            if shifted:
                xtest.fake_input(self.x, X.KeyRelease, shift)
        self.x.flush()

    def held(self) -> bool:
        """Whether any key is down; also waits until the server has taken all presses."""
        return any(self.x.query_keymap())

    def move(self, x: int, y: int) -> None:
        """Put the pointer there."""
        xtest.fake_input(self.x, X.MotionNotify, x=x, y=y)
        self.x.sync()

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Click there."""
        self.move(x, y)
        xtest.fake_input(self.x, X.ButtonPress, button)
        xtest.fake_input(self.x, X.ButtonRelease, button)
        self.x.sync()


@dataclass(frozen=True)
class Seen:
    """A client window: its id, class (both parts, lower case, joined by a dot), title and process."""

    id: int
    cls: str
    title: str
    pid: int


class Screen:
    """Windows as a pager sees them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.x = desk.x
        self.root = desk.x.screen().root

    def _property(self, window: int, name: str) -> Any:
        try:
            found = self.window(window).get_full_property(self.x.intern_atom(name), X.AnyPropertyType)
        except error.XError:
            return None
        return found.value if found else None

    def window(self, wid: int):  # type: ignore[no-untyped-def]
        """python-xlib's object for a window id."""
        return self.x.create_resource_object("window", wid)

    def clients(self) -> list[int]:
        """Managed windows, oldest first."""
        return list(self._property(self.root.id, "_NET_CLIENT_LIST") or ())

    def look(self, wid: int) -> Seen:
        """What a window says of itself; empty strings when it is gone."""
        cls = self._property(wid, "WM_CLASS") or b""
        title = self._property(wid, "_NET_WM_NAME") or self._property(wid, "WM_NAME") or b""
        pid = self._property(wid, "_NET_WM_PID") or [0]
        names = [_text(part) for part in _bytes(cls).split(b"\0")[:2]]
        return Seen(wid, ".".join(names).lower(), _text(_bytes(title)), pid[0])

    def find(self, cls: str = "", title: str = "", pid: int = 0) -> list[Seen]:
        """Managed windows whose class and title contain these, and whose process is this."""
        seen = [self.look(w) for w in self.clients()]
        return [s for s in seen if cls.lower() in s.cls and title in s.title and pid in (0, s.pid)]

    def active(self) -> int:
        """The window that the window manager calls active; 0 for none."""
        found = self._property(self.root.id, "_NET_ACTIVE_WINDOW")
        return int(found[0]) if found else 0

    def focus(self) -> int:
        """The managed window that has the keyboard; 0 when none has."""
        focus = self.x.get_input_focus().focus
        wid = focus if isinstance(focus, int) else focus.id
        clients = self.clients()
        while wid not in (0, 1, self.root.id):
            if wid in clients:
                return wid
            try:
                parent = self.window(wid).query_tree().parent
            except error.XError:
                return 0
            wid = parent if isinstance(parent, int) else parent.id
        return 0

    def activate(self, wid: int, timeout: float = 5.0) -> None:
        """Click on it in the taskbar, so to say; returns when it has the keyboard."""
        asked = 0.0

        def there() -> bool:
            nonlocal asked
            if self.focus() == wid and self.active() == wid:
                return True
            if time.monotonic() - asked > 0.5:
                asked = time.monotonic()
                self.ask_active(wid)
            return False

        self.desk.wait(there, timeout, f"focus for {wid:#x}")

    def ask_active(self, wid: int) -> None:
        """Ask the window manager to activate a window, as a pager; does not wait."""
        self._tell(wid, "_NET_ACTIVE_WINDOW", 2, X.CurrentTime)

    def _tell(self, wid: int, name: str, *values: int) -> None:
        """A message to the window manager about a window."""
        data = (32, [*values, 0, 0, 0, 0][:5])
        message = event.ClientMessage(window=self.window(wid), client_type=self.x.intern_atom(name), data=data)
        self.root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self.x.flush()

    def iconify(self, wid: int) -> None:
        """Minimise a window, as a pager does."""
        self._tell(wid, "WM_CHANGE_STATE", 3)

    def close(self, wid: int) -> None:
        """Click on a window's close button."""
        self._tell(wid, "_NET_CLOSE_WINDOW", X.CurrentTime, 2)
        self.desk.wait(lambda: wid not in self.clients(), 5, "window closed")

    def set_title(self, wid: int, title: str) -> None:
        """Change a window's title from outside."""
        utf8 = self.x.intern_atom("UTF8_STRING")
        self.window(wid).change_property(self.x.intern_atom("_NET_WM_NAME"), utf8, 8, title.encode())
        self.x.sync()

    def size(self, wid: int) -> tuple[int, int]:
        """Width and height; 0 and 0 when it is gone."""
        try:
            found = self.window(wid).get_geometry()
        except error.XError:
            return 0, 0
        return found.width, found.height

    def put(self, wid: int, *place: int) -> None:
        """Move and resize a window (x, y, width, height) as a pager does."""
        self._tell(wid, "_NET_MOVERESIZE_WINDOW", 1 | 0xF00 | 2 << 12, *place)

    def pid_of(self, xid: int) -> int:
        """The process behind any X resource, by the X-Resource extension; 0 when unknown."""
        mask = [{"client": xid, "mask": res.LocalClientPIDMask}]
        ids = self.x.res_query_client_ids(mask).ids
        return int(ids[0].value[0]) if ids and ids[0].value else 0

    def kill(self, xid: int) -> None:
        """Cut the connection of the client that owns a window (what ``xkill`` does)."""
        self.window(xid).kill_client()
        self.x.sync()

    def picture(self, path: Path) -> Path:
        """Save the whole screen as PNG."""
        from PySide6.QtGui import QImage

        w, h = self.desk.size
        raw = self.root.get_image(0, 0, w, h, X.ZPixmap, 0xFFFFFFFF).data
        QImage(raw, w, h, w * 4, QImage.Format.Format_RGB32).save(str(path))
        return path


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
