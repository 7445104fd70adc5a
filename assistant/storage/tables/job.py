"""Limits that Windows keeps for a process, as ``setrlimit`` does elsewhere; they end it when we end, however we end."""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes

assert sys.platform == "win32"

_kernel = ctypes.WinDLL("kernel32", use_last_error=True)
_kernel.CreateJobObjectW.restype = wintypes.HANDLE
_kernel.CreateJobObjectW.argtypes = (wintypes.LPVOID, wintypes.LPCWSTR)
_kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, wintypes.LPVOID, wintypes.DWORD)
_kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
_kernel.CloseHandle.argtypes = (wintypes.HANDLE,)

_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
_PROCESS_TIME, _PROCESS_MEMORY, _NO_CRASH_WINDOW, _KILL_ON_CLOSE = 0x2, 0x100, 0x400, 0x2000
_SECOND = 10_000_000  # in the system's units


class _Basic(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
        ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
        ("LimitFlags", wintypes.DWORD),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", wintypes.DWORD),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", wintypes.DWORD),
        ("SchedulingClass", wintypes.DWORD),
    )


class _Extended(ctypes.Structure):
    _fields_ = (
        ("BasicLimitInformation", _Basic),
        ("IoInfo", ctypes.c_ulonglong * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


class Job:
    """A fence round processes: each may commit ``memory`` bytes and compute for ``seconds``."""

    def __init__(self, memory: int, seconds: int) -> None:
        self._handle = _kernel.CreateJobObjectW(None, None)
        limits = _Extended(ProcessMemoryLimit=memory)
        limits.BasicLimitInformation.PerProcessUserTimeLimit = seconds * _SECOND
        limits.BasicLimitInformation.LimitFlags = _PROCESS_TIME | _PROCESS_MEMORY | _NO_CRASH_WINDOW | _KILL_ON_CLOSE
        _kernel.SetInformationJobObject(self._handle, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))

    def hold(self, process: int) -> bool:
        """Put the process of this handle into it, with those that it starts; False when it has ended already."""
        return bool(_kernel.AssignProcessToJobObject(self._handle, process))

    def close(self) -> None:
        """End what is in it."""
        _kernel.CloseHandle(self._handle)
        self._handle = None
