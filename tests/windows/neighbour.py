"""A program of its own: a window with a multi-line edit control as the chat of somebody, and what others do with the
clipboard. It obeys orders on standard input, a JSON object a line, each answered with one line ``{"is": value}``:

    {"do": "open", "title": TEXT, "x": X, "y": Y}             its window comes up: [HANDLE, HANDLE of the edit control]
    {"do": "text"} {"do": "clear"} {"do": "title", "to": TEXT} {"do": "minimise"} {"do": "restore"} {"do": "close"}
    {"do": "edit"}                     the edit control's rectangle on the screen: x, y, width, height
    {"do": "copy", "formats": {NAME: HEX}, "lazily": BOOL}    take the clipboard
    {"do": "drop"}                     leave it empty
    {"do": "formats"}, {"do": "read", "name": NAME}           look into it
    {"do": "mute", "on": BOOL}         stop answering messages, or answer again
    {"do": "hotkey", "keys": NUMBER, "code": NUMBER}          register one; {"do": "unhotkey"} gives all up
    {"do": "keys", "codes": [NUMBER, …]}                      press them together: virtual key codes
    {"do": "end"}
"""

from __future__ import annotations

import ctypes
import json
import sys
import threading
from ctypes import wintypes
from pathlib import Path
from queue import SimpleQueue
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))  # a ._pth file leaves the script's folder out

import clips  # type: ignore[import-not-found, unused-ignore]

assert sys.platform == "win32"

user32 = clips.user32
declare = clips.declare
LRESULT = ctypes.c_ssize_t
PROCEDURE = ctypes.WINFUNCTYPE(LRESULT, wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)

WM_DESTROY, WM_SIZE, WM_SETFOCUS, WM_SETTEXT, WM_GETTEXT, WM_GETTEXTLENGTH = 0x02, 0x05, 0x07, 0x0C, 0x0D, 0x0E
WM_SYSCOMMAND, SC_KEYMENU = 0x0112, 0xF100
WM_DESTROYCLIPBOARD, WM_RENDERFORMAT, WM_RENDERALLFORMATS, WM_APP = 0x0307, 0x0305, 0x0306, 0x8000
EM_SETLIMITTEXT = 0x00C5
WS_OVERLAPPEDWINDOW, WS_VISIBLE, WS_CHILD, WS_VSCROLL = 0x00CF0000, 0x10000000, 0x40000000, 0x00200000
ES_MULTILINE, ES_AUTOVSCROLL, ES_WANTRETURN = 0x0004, 0x0040, 0x1000
HWND_MESSAGE = -3
KEYEVENTF_KEYUP = 2
SW_MINIMIZE, SW_RESTORE = 6, 9


class Class(ctypes.Structure):
    """WNDCLASSW."""

    _fields_ = (
        ("style", wintypes.UINT), ("procedure", PROCEDURE), ("class_extra", ctypes.c_int),
        ("window_extra", ctypes.c_int), ("instance", wintypes.HINSTANCE), ("icon", wintypes.HICON),
        ("cursor", wintypes.HANDLE), ("brush", wintypes.HBRUSH), ("menu", wintypes.LPCWSTR), ("name", wintypes.LPCWSTR),
    )  # fmt: skip


register_class = declare(user32, "RegisterClassW", wintypes.ATOM, ctypes.POINTER(Class))
create = declare(
    user32, "CreateWindowExW", wintypes.HWND, wintypes.DWORD, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD,
    ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_int,
    wintypes.HWND, wintypes.HMENU, wintypes.HINSTANCE, wintypes.LPVOID,
)  # fmt: skip
default = declare(user32, "DefWindowProcW", LRESULT, wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)
send = declare(user32, "SendMessageW", LRESULT, wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)
post = declare(user32, "PostMessageW", wintypes.BOOL, wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)
move = declare(user32, "MoveWindow", wintypes.BOOL, wintypes.HWND, *[ctypes.c_int] * 4, wintypes.BOOL)
set_title = declare(user32, "SetWindowTextW", wintypes.BOOL, wintypes.HWND, wintypes.LPCWSTR)
set_focus = declare(user32, "SetFocus", wintypes.HWND, wintypes.HWND)
show = declare(user32, "ShowWindow", wintypes.BOOL, wintypes.HWND, ctypes.c_int)
destroy = declare(user32, "DestroyWindow", wintypes.BOOL, wintypes.HWND)
rectangle = declare(user32, "GetWindowRect", wintypes.BOOL, wintypes.HWND, ctypes.POINTER(wintypes.RECT))
register_hotkey = declare(
    user32, "RegisterHotKey", wintypes.BOOL, wintypes.HWND, ctypes.c_int, wintypes.UINT, wintypes.UINT
)
unregister_hotkey = declare(user32, "UnregisterHotKey", wintypes.BOOL, wintypes.HWND, ctypes.c_int)
press = declare(user32, "keybd_event", None, wintypes.BYTE, wintypes.BYTE, wintypes.DWORD, ctypes.c_size_t)
get_keys = declare(user32, "GetKeyboardState", wintypes.BOOL, ctypes.c_void_p)
set_keys = declare(user32, "SetKeyboardState", wintypes.BOOL, ctypes.c_void_p)
is_down = declare(user32, "GetAsyncKeyState", ctypes.c_short, ctypes.c_int)
get_message = declare(
    user32, "GetMessageW", ctypes.c_int, ctypes.POINTER(wintypes.MSG), wintypes.HWND, wintypes.UINT, wintypes.UINT
)
translate = declare(user32, "TranslateMessage", wintypes.BOOL, ctypes.POINTER(wintypes.MSG))
dispatch = declare(user32, "DispatchMessageW", LRESULT, ctypes.POINTER(wintypes.MSG))


def forget_released() -> None:
    """Keys that were let go while another program had the keyboard are up here, too.

    Windows sees to that by itself when a window comes to the front again; Wine does not when the key was a hotkey's.
    """
    keys = (ctypes.c_ubyte * 256)()
    get_keys(keys)
    for code in (*range(0x10, 0x13), 0x5B, 0x5C, *range(0xA0, 0xA6)):  # Shift, Ctrl, Alt, Windows; left and right
        if not is_down(code) & 0x8000:
            keys[code] = 0
    set_keys(keys)


class Neighbour:
    """The windows, and what was copied here."""

    def __init__(self) -> None:
        self.orders: SimpleQueue[dict[str, Any]] = SimpleQueue()
        self.awake = threading.Event()
        self.awake.set()
        self.held: dict[int, bytes] = {}
        self.hotkeys = 0
        self.ended = False
        self._procedure = PROCEDURE(self._serve)  # kept: Windows calls it as long as the windows live
        self.name = Path(sys.executable).stem + "-window"
        register_class(ctypes.byref(Class(procedure=self._procedure, name=self.name)))
        self.window = self.edit = 0  # until they are there
        self.clipboard = create(0, self.name, "", 0, 0, 0, 0, 0, HWND_MESSAGE, None, None, None)

    def _serve(self, window: int, message: int, first: int, second: int) -> int:
        if message == WM_RENDERFORMAT and first in self.held:
            clips.render(first, self.held[first])
            return 0
        if message == WM_RENDERALLFORMATS:
            with clips.Opened(window):
                for format_, data in self.held.items():
                    clips.render(format_, data)
            return 0
        if message == WM_DESTROYCLIPBOARD:
            self.held.clear()
            return 0
        if message == WM_SYSCOMMAND and first & 0xFFF0 == SC_KEYMENU:
            return 0  # Alt alone would open the window's menu, which waits for keys and serves nobody
        if window == self.window and self.edit:
            if message == WM_SIZE:
                move(self.edit, 0, 0, second & 0xFFFF, second >> 16 & 0xFFFF, 1)
            elif message == WM_SETFOCUS:
                forget_released()
                set_focus(self.edit)
                return 0
        return int(default(window, message, first, second))

    def obey(self, order: dict[str, Any]) -> Any:
        """Do one thing, on the thread of the windows."""
        return getattr(self, f"do_{order.pop('do')}")(**order)

    def do_open(self, title: str, x: int, y: int) -> list[int]:
        style = WS_OVERLAPPEDWINDOW | WS_VISIBLE
        self.window = create(0, self.name, title, style, x, y, 420, 260, None, None, None, None)
        style = WS_CHILD | WS_VISIBLE | WS_VSCROLL | ES_MULTILINE | ES_AUTOVSCROLL | ES_WANTRETURN
        self.edit = create(0, "EDIT", "", style, 0, 0, 400, 220, self.window, None, None, None)
        send(self.edit, EM_SETLIMITTEXT, 0, 0)
        set_focus(self.edit)
        return [self.window, self.edit]

    def do_text(self) -> str:
        size = send(self.edit, WM_GETTEXTLENGTH, 0, 0) + 1
        room = ctypes.create_unicode_buffer(size)
        send(self.edit, WM_GETTEXT, size, ctypes.addressof(room))
        return room.value

    def do_clear(self) -> None:
        empty = ctypes.create_unicode_buffer("")
        send(self.edit, WM_SETTEXT, 0, ctypes.addressof(empty))

    def do_title(self, to: str) -> None:
        set_title(self.window, to)

    def do_minimise(self) -> None:
        show(self.window, SW_MINIMIZE)

    def do_restore(self) -> None:
        show(self.window, SW_RESTORE)

    def do_close(self) -> None:
        destroy(self.window)
        self.window = self.edit = 0

    def do_edit(self) -> list[int]:
        box = wintypes.RECT()
        rectangle(self.edit, ctypes.byref(box))
        return [box.left, box.top, box.right - box.left, box.bottom - box.top]

    def do_copy(self, formats: dict[str, str], lazily: bool) -> int:
        contents = {name: bytes.fromhex(data) for name, data in formats.items()}
        clips.copy(self.clipboard, contents, lazily=lazily)
        self.held = {clips.number(name): data for name, data in contents.items()} if lazily else {}
        return int(clips.sequence())

    def do_drop(self) -> None:
        clips.copy(self.clipboard, {}, lazily=False)

    def do_formats(self) -> list[str]:
        return list(clips.formats(self.clipboard))

    def do_read(self, name: str) -> str | None:
        data = clips.read(self.clipboard, name)
        return None if data is None else data.hex()

    def do_hotkey(self, keys: int, code: int) -> bool:
        self.hotkeys += 1
        return bool(register_hotkey(self.window, self.hotkeys, keys, code))

    def do_unhotkey(self) -> None:
        for number in range(1, self.hotkeys + 1):
            unregister_hotkey(self.window, number)
        self.hotkeys = 0

    def do_keys(self, codes: list[int]) -> None:
        for code in codes:
            press(code, 0, 0, 0)
        for code in reversed(codes):
            press(code, 0, KEYEVENTF_KEYUP, 0)

    def do_mute(self, on: bool) -> None:
        if on:
            self.awake.clear()

    def do_end(self) -> None:
        self.ended = True

    def listen(self) -> None:
        """Take orders; on a thread of its own, so that a mute program can be woken."""
        for line in sys.stdin:
            order = json.loads(line)
            if order["do"] == "mute" and not order["on"]:
                self.awake.set()
            self.orders.put(order)
            post(self.clipboard, WM_APP, 0, 0)
        self.orders.put({"do": "end"})
        post(self.clipboard, WM_APP, 0, 0)

    def run(self) -> None:
        """Serve messages and orders until the end."""
        threading.Thread(target=self.listen, daemon=True).start()
        message = wintypes.MSG()
        while not self.ended and get_message(ctypes.byref(message), None, 0, 0) > 0:
            translate(ctypes.byref(message))
            dispatch(ctypes.byref(message))
            while not self.orders.empty():
                tell({"is": self.obey(self.orders.get())})
                self.awake.wait()


def tell(what: dict[str, Any]) -> None:
    """One line out, in ASCII: whatever the code page is."""
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    Neighbour().run()
