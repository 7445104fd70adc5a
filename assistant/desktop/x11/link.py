"""A connection to the X server and the questions that every room of this driver asks."""

from __future__ import annotations

import threading
from typing import Any

from Xlib import X, Xatom, display, error
from Xlib.protocol import request

from assistant.core.errors import DesktopProblem
from assistant.core.model import Window

_NAMES = ("WM_CLASS", "_NET_WM_NAME", "WM_NAME", "_NET_WM_PID")
_WALK = 8  # frames between a focused window and its client; real window managers use one to three


class Link:
    """One X connection. ``lock`` guards sequences of requests when two threads share it."""

    def __init__(self, name: str | None = None) -> None:
        try:
            self.display = display.Display(name)
        except (error.DisplayError, OSError) as e:
            raise DesktopProblem("连接不到桌面（X 服务器）。", "请在图形桌面里启动小二快答。") from e
        # RandR overwrites the classes of core errors in python-xlib; without this a BadWindow has the wrong name.
        self.display.display.error_classes.update(error.xerror_class)
        self.display.set_error_handler(_ignore)
        self.root = self.display.screen().root
        self.lock = threading.RLock()
        self._atoms: dict[str, int] = {}
        self._names: dict[int, str] = {Xatom.STRING: "STRING", Xatom.ATOM: "ATOM", Xatom.INTEGER: "INTEGER"}

    def atom(self, name: str) -> int:
        """The number of an atom, asked once."""
        if name not in self._atoms:
            self._atoms[name] = self.display.intern_atom(name)
        return self._atoms[name]

    def atom_name(self, number: int) -> str:
        """The name of an atom, asked once; empty for a number that is none."""
        if number not in self._names:
            try:
                self._names[number] = str(self.display.get_atom_name(number))
            except error.XError:
                return ""
        return self._names[number]

    def window(self, number: int) -> Any:
        """The python-xlib object of a window id."""
        return self.display.create_resource_object("window", number)

    def follow_keyboard(self) -> None:
        """Learn of changes of the keyboard map, on a connection that no loop serves."""
        while self.display.pending_events():
            e = self.display.next_event()
            if e.type == X.MappingNotify:
                self.display.refresh_keyboard_mapping(e)

    def focus(self) -> int:
        """The window that gets the keys; 0 or 1 when none does."""
        found = self.display.get_input_focus().focus
        return found if isinstance(found, int) else int(found.id)

    def active(self) -> Window | None:
        """The client window that has the keyboard focus, with its names."""
        with self.lock:
            asked = self._ask(self.root.id, self.atom("_NET_ACTIVE_WINDOW"), 1)
            focus = self.focus()
            top = _first(asked)
            if focus <= 1 or focus == self.root.id:
                return None
            if focus != top and not self.inside(focus, top or 0):
                # A window manager that knows of no active window has parked the focus in a window of its own.
                top = self._client_of(focus) or (None if top == 0 else focus)
            return self.describe(top, focus) if top else None

    def describe(self, handle: int, focus: int) -> Window | None:
        """Class, title and process of a client window; None when it is gone."""
        with self.lock:
            asks = [
                self._ask(handle, self.atom(a), 256) for a in ("WM_CLASS", "_NET_WM_NAME", "WM_NAME", "_NET_WM_PID")
            ]
            try:
                program, title, old_title = (_text(a) for a in asks[:3])
            except error.XError:
                return None
            finally:
                pid = _first(asks[3])
            names = program.split("\0")
            label = names[1] if len(names) > 1 and names[1] else names[0]
            return Window(handle, focus, label.lower(), title or old_title, pid or 0)

    def inside(self, inner: int, outer: int) -> bool:
        """Whether ``inner`` is ``outer`` or one of its descendants."""
        if not outer:
            return False
        for _ in range(_WALK):
            if inner == outer:
                return True
            inner = self._parent(inner)
            if inner <= 1 or inner == self.root.id:
                return False
        return False

    def _client_of(self, inner: int) -> int:
        state = self.atom("WM_STATE")
        for _ in range(_WALK):
            if inner <= 1 or inner == self.root.id:
                return 0
            if _first(self._ask(inner, state, 1)) is not None:
                return inner
            inner = self._parent(inner)
        return 0

    def _parent(self, inner: int) -> int:
        try:
            parent = self.window(inner).query_tree().parent
        except error.XError:
            return 0
        return parent if isinstance(parent, int) else int(parent.id)

    def _ask(self, window: int, prop: int, longs: int) -> Any:
        """Send a GetProperty without waiting: several at once cost one round trip."""
        return request.GetProperty(display=self.display.display, defer=True, delete=False, window=window, property=prop,
                                   type=X.AnyPropertyType, long_offset=0, long_length=longs)  # fmt: skip

    def close(self) -> None:
        """End the connection; the server takes back grabs and selections."""
        try:
            self.display.close()
        except (error.ConnectionClosedError, OSError):
            return


def _value(reply: Any) -> Any:
    reply.reply()
    return reply.value[1] if reply.value else None


def _first(reply: Any) -> int | None:
    try:
        value = _value(reply)
    except error.XError:
        return None
    return int(value[0]) if value is not None and len(value) else None


def _text(reply: Any) -> str:
    value = _value(reply)
    if isinstance(value, str):
        return value
    raw = bytes(value) if value is not None else b""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _ignore(*_: object) -> None:
    """Errors of requests without a reply: the window went away meanwhile, which the caller finds out by asking."""
