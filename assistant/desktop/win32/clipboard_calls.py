"""The clipboard's calls, typed; each function is for the thread that owns the windows it names."""

from __future__ import annotations

import ctypes
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from ctypes import wintypes

from assistant.core.errors import DesktopProblem
from assistant.desktop.win32 import native
from assistant.desktop.win32.content import CF_ENHMETAFILE, Content, missing

assert sys.platform == "win32"

PATIENCE = 1.0  # s; others have the clipboard open for moments, a stuck program for ever
_AGAIN = 0.002  # s between two tries to open it
_MOVEABLE = 0x0002
_NAME_LIMIT = 256  # characters

_user32, _kernel32 = native.user32, native.kernel32
_gdi32 = ctypes.WinDLL("gdi32", use_last_error=True)

_Open = native.declare(_user32, "OpenClipboard", wintypes.BOOL, wintypes.HWND)
_Close = native.declare(_user32, "CloseClipboard", wintypes.BOOL)
_Empty = native.declare(_user32, "EmptyClipboard", wintypes.BOOL)
_Set = native.declare(_user32, "SetClipboardData", wintypes.HANDLE, wintypes.UINT, wintypes.HANDLE)
_Get = native.declare(_user32, "GetClipboardData", wintypes.HANDLE, wintypes.UINT)
_Next = native.declare(_user32, "EnumClipboardFormats", wintypes.UINT, wintypes.UINT)
_Register = native.declare(_user32, "RegisterClipboardFormatW", wintypes.UINT, wintypes.LPCWSTR)
_Name = native.declare(_user32, "GetClipboardFormatNameW", ctypes.c_int, wintypes.UINT, wintypes.LPWSTR, ctypes.c_int)
_Allocate = native.declare(_kernel32, "GlobalAlloc", wintypes.HGLOBAL, wintypes.UINT, ctypes.c_size_t)
_Free = native.declare(_kernel32, "GlobalFree", wintypes.HGLOBAL, wintypes.HGLOBAL)
_Lock = native.declare(_kernel32, "GlobalLock", wintypes.LPVOID, wintypes.HGLOBAL)
_Unlock = native.declare(_kernel32, "GlobalUnlock", wintypes.BOOL, wintypes.HGLOBAL)
_Size = native.declare(_kernel32, "GlobalSize", ctypes.c_size_t, wintypes.HGLOBAL)
_MetafileBits = native.declare(
    _gdi32, "GetEnhMetaFileBits", wintypes.UINT, wintypes.HANDLE, wintypes.UINT, wintypes.LPVOID
)
_MakeMetafile = native.declare(_gdi32, "SetEnhMetaFileBits", wintypes.HANDLE, wintypes.UINT, wintypes.LPCVOID)
_DropMetafile = native.declare(_gdi32, "DeleteEnhMetaFile", wintypes.BOOL, wintypes.HANDLE)

owner = native.declare(_user32, "GetClipboardOwner", wintypes.HWND)
"""The window that holds the content; None for nobody."""

opener = native.declare(_user32, "GetOpenClipboardWindow", wintypes.HWND)
"""The window that has it open; None for nobody, and for whoever does not say."""

sequence = native.declare(_user32, "GetClipboardSequenceNumber", wintypes.DWORD)
"""A number that is another one after each change of the content; rendering does not count as one."""

listen = native.declare(_user32, "AddClipboardFormatListener", wintypes.BOOL, wintypes.HWND)


def try_open(window: int) -> bool:
    """Open it for ``window``, which becomes the owner when it is emptied; False when somebody else has it open."""
    return bool(_Open(window))


@contextmanager
def opened(window: int, idle: Callable[[float], None], patience: float = PATIENCE) -> Iterator[None]:
    """Keep it open; ``idle(seconds)`` is called between the tries: whoever has it open may be waiting for us.

    Raises DesktopProblem when nobody lets go of it within ``patience`` seconds.
    """
    end = time.monotonic() + patience
    while not try_open(window):
        if time.monotonic() > end:
            raise DesktopProblem("剪贴板一直被别的程序占用。", "请再试一次；还不行就关掉剪贴板工具或远程桌面再试。")
        idle(_AGAIN)
    try:
        yield
    finally:
        close()


def close() -> None:
    """Let others open it again; they are told when the content has changed."""
    _Close()


def empty() -> None:
    """Drop the content and own the clipboard. It must be open."""
    _Empty()


def offers() -> list[tuple[int, str]]:
    """Its formats, those that Windows can make of others included, as number and name. It must be open."""
    found: list[tuple[int, str]] = []
    number = _Next(0)
    while number:
        found.append((number, name_of(number)))
        number = _Next(number)
    return found


def name_of(number: int) -> str:
    """The name that a format was registered with, "" for those of Windows."""
    room = ctypes.create_unicode_buffer(_NAME_LIMIT)
    return room.value if _Name(number, room, _NAME_LIMIT) else ""


def read(number: int, limit: int) -> bytes | None:
    """One format as bytes; its owner may have to make it first. It must be open.

    None when there is nothing of that kind, or nothing in memory that could be copied. Raises MemoryError above
    ``limit`` bytes.
    """
    handle = _Get(number)
    if not handle:
        return None
    if number == CF_ENHMETAFILE:
        size = _MetafileBits(handle, 0, None)
        bits = ctypes.create_string_buffer(_within(size, limit))
        return bits.raw if size and _MetafileBits(handle, size, bits) else None
    size = _within(_Size(handle), limit)
    address = _Lock(handle)
    if not address:
        return None
    try:
        return ctypes.string_at(address, size)
    finally:
        _Unlock(handle)


def put(number: int, data: bytes) -> bool:
    """Put one format in it. It must be open, by us or by whoever waits for this format of ours."""
    made = _metafile(data) if number == CF_ENHMETAFILE else _memory(data)
    if made and _Set(number, made):
        return True  # it is the system's now
    if made:
        (_DropMetafile if number == CF_ENHMETAFILE else _Free)(made)
    return False


def promise(number: int) -> None:
    """Offer one format that is made when somebody asks for it (WM_RENDERFORMAT). It must be open."""
    _Set(number, None)


def fill(content: Content, marks: Mapping[str, bytes]) -> None:
    """Make ``content`` the clipboard's, with those of ``marks`` that it lacks. It must be open."""
    empty()
    for item in content.items:
        put(item.number, item.data)
    if content.items:
        mark(missing(marks, content), marks)


def mark(names: Iterable[str], marks: Mapping[str, bytes]) -> None:
    """Add marks for programs that watch the clipboard. It must be open and ours."""
    for name in names:
        put(_Register(name), marks[name])


def _within(size: int, limit: int) -> int:
    if size > limit:
        raise MemoryError
    return size


def _memory(data: bytes) -> int | None:
    handle = _Allocate(_MOVEABLE, max(len(data), 1))
    address = _Lock(handle) if handle else None
    if not address:
        return None
    ctypes.memmove(address, data, len(data))
    _Unlock(handle)
    return int(handle)


def _metafile(data: bytes) -> int | None:
    made = _MakeMetafile(len(data), data)
    return int(made) if made else None
