"""Which program a process runs, and whether it has more rights than we have."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import wintypes
from functools import cache
from pathlib import PureWindowsPath

from assistant.desktop.win32 import native

assert sys.platform == "win32"

_QUERY_LIMITED = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION: also of programs with more rights
_TOKEN_QUERY = 0x0008
_TOKEN_INTEGRITY_LEVEL = 25
_PATH_LENGTH = 32768
_LABEL_LENGTH = 256  # bytes; a label is a pointer, its attributes and a security identifier of one part


def program(pid: int) -> str:
    """The name of a process's program, lower case, without ``.exe``; "" when it is not to be had."""
    with opened(pid) as handle:
        return PureWindowsPath(image(handle) if handle else "").name.lower().removesuffix(".exe")


def image(process: int) -> str:
    """The path of the program that an :func:`opened` process runs; "" when it is not to be had."""
    length = wintypes.DWORD(_PATH_LENGTH)
    path = ctypes.create_unicode_buffer(_PATH_LENGTH)
    return path.value if native.QueryFullProcessImageName(process, 0, path, ctypes.byref(length)) else ""


def elevated(pid: int) -> bool:
    """Whether Windows keeps our keys from a process: it runs with a higher integrity level, or is closed to us."""
    try:
        level = _level_of(pid)
    except PermissionError:
        return True
    except OSError:
        return False  # gone meanwhile
    return level > _our_level()


@cache
def _our_level() -> int:
    return _level(native.GetCurrentProcess())


def _level_of(pid: int) -> int:
    with opened(pid) as handle:
        if not handle:
            raise native.problem()
        return _level(handle)


@contextmanager
def opened(pid: int) -> Iterator[int | None]:
    """A process, with the least rights that there are for asking about it; None when it is gone or closed to us."""
    handle: int | None = native.OpenProcess(_QUERY_LIMITED, 0, pid)
    try:
        yield handle
    finally:
        if handle:
            native.CloseHandle(handle)


def _level(process: int) -> int:
    """The integrity level of a process: the last part of the label in its token, 0x2000 for a usual program."""
    token = wintypes.HANDLE()
    if not native.OpenProcessToken(process, _TOKEN_QUERY, ctypes.byref(token)):
        raise native.problem()
    try:
        label = ctypes.create_string_buffer(_LABEL_LENGTH)
        length = wintypes.DWORD()
        if not native.GetTokenInformation(token, _TOKEN_INTEGRITY_LEVEL, label, _LABEL_LENGTH, ctypes.byref(length)):
            raise native.problem()
        identifier = ctypes.c_void_p.from_buffer(label).value or 0
        parts = ctypes.c_ubyte.from_address(identifier + 1).value
        return wintypes.DWORD.from_address(identifier + 8 + 4 * (parts - 1)).value
    finally:
        native.CloseHandle(token)
