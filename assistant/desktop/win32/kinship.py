"""Which program stands behind a window that opens the clipboard; asked with the least rights that there are for it."""

from __future__ import annotations

import ctypes
import ntpath
import sys
from ctypes import wintypes

from assistant.desktop.win32 import native, rights
from assistant.desktop.win32.readers import Opener, Process, related

assert sys.platform == "win32"

_SNAP_PROCESSES = 0x0002
_PATH_LIMIT = 32768  # characters, the longest path of Windows
_GA_ROOT = 2
_GA_ROOTOWNER = 3


class _Entry(ctypes.Structure):
    _fields_ = (
        ("dwSize", wintypes.DWORD),
        ("cntUsage", wintypes.DWORD),
        ("th32ProcessID", wintypes.DWORD),
        ("th32DefaultHeapID", ctypes.c_size_t),
        ("th32ModuleID", wintypes.DWORD),
        ("cntThreads", wintypes.DWORD),
        ("th32ParentProcessID", wintypes.DWORD),
        ("pcPriClassBase", wintypes.LONG),
        ("dwFlags", wintypes.DWORD),
        ("szExeFile", wintypes.WCHAR * 260),
    )


_FILETIME = ctypes.POINTER(wintypes.FILETIME)
_Times = native.declare(
    native.kernel32, "GetProcessTimes", wintypes.BOOL, wintypes.HANDLE, _FILETIME, _FILETIME, _FILETIME, _FILETIME
)
_Snapshot = native.declare(native.kernel32, "CreateToolhelp32Snapshot", wintypes.HANDLE, wintypes.DWORD, wintypes.DWORD)
_First = native.declare(native.kernel32, "Process32FirstW", wintypes.BOOL, wintypes.HANDLE, ctypes.POINTER(_Entry))
_Next = native.declare(native.kernel32, "Process32NextW", wintypes.BOOL, wintypes.HANDLE, ctypes.POINTER(_Entry))
_Ancestor = native.declare(native.user32, "GetAncestor", wintypes.HWND, wintypes.HWND, wintypes.UINT)
_WindowsFolder = native.declare(
    native.kernel32, "GetSystemWindowsDirectoryW", wintypes.UINT, wintypes.LPWSTR, wintypes.UINT
)


def opener_of(window: int, reader: int) -> Opener:
    """Who stands behind the window that has the clipboard open, seen from the window ``reader``."""
    pid = wintypes.DWORD()
    native.GetWindowThreadProcessId(window, ctypes.byref(pid))
    root = _Ancestor(window, _GA_ROOT)
    if reader in (root, _Ancestor(window, _GA_ROOTOWNER)):
        return Opener(pid.value, reader)
    return Opener(pid.value, root if root and native.IsWindowVisible(root) else 0)


class Kin:
    """Remembers who is related to whom; for one loan, since numbers of processes are used again."""

    def __init__(self) -> None:
        self._answers: dict[tuple[int, int], bool] = {}

    def related(self, one: int, other: int) -> bool:
        """Whether two processes are one program."""
        if (one, other) not in self._answers:
            self._answers[one, other] = related(one, other, _Processes().look)
        return self._answers[one, other]


class _Processes:
    """The processes of one moment, looked at when they are asked for."""

    def __init__(self) -> None:
        self._parents = _parents()
        self._known: dict[int, Process | None] = {}

    def look(self, pid: int) -> Process | None:
        """A process; None when it is gone or may not be looked at."""
        if pid not in self._known:
            self._known[pid] = self._look(pid)
        return self._known[pid]

    def _look(self, pid: int) -> Process | None:
        with rights.opened(pid) as handle:
            path = rights.image(handle) if handle else ""
            times = [wintypes.FILETIME() for _ in range(4)]
            if not path or not _Times(handle, *map(ctypes.byref, times)):
                return None
        folder = ntpath.dirname(path).lower()
        started = times[0].dwHighDateTime << 32 | times[0].dwLowDateTime
        windows = _windows_folder()
        system = folder == windows or folder.startswith(windows + "\\")
        return Process(self._parents.get(pid, 0), folder, started, system)


def _parents() -> dict[int, int]:
    snapshot = _Snapshot(_SNAP_PROCESSES, 0)
    entry = _Entry(dwSize=ctypes.sizeof(_Entry))
    found: dict[int, int] = {}
    more = _First(snapshot, ctypes.byref(entry))
    while more:
        found[entry.th32ProcessID] = entry.th32ParentProcessID
        more = _Next(snapshot, ctypes.byref(entry))
    native.CloseHandle(snapshot)
    return found


def _windows_folder() -> str:
    path = ctypes.create_unicode_buffer(_PATH_LIMIT)
    _WindowsFolder(path, _PATH_LIMIT)
    return path.value.lower().rstrip("\\")
