"""One process at a time changes a library; the system gives the lock back when its holder ends, however it ends."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from assistant.core.errors import ReadOnly

_TAKEN = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)
_UNKNOWN = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL)  # file systems without locks

if sys.platform == "win32":
    import msvcrt

    def _seize(handle: int) -> None:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in _UNKNOWN:
                raise
            raise BlockingIOError(errno.EAGAIN, "locked") from error  # under Wine the error has no number
else:
    import fcntl

    def _seize(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class InUse(ReadOnly):
    """Another process has the library open for writing."""

    def __init__(self) -> None:
        super().__init__(
            "另一个小二快答正在使用这个话术库，这里只能查看，不能修改。", "请在那一个里修改，或者先退出它。"
        )


class Lock:
    """A lock on the file at ``path``, which is made for it and stays."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle = -1

    @property
    def held(self) -> bool:
        """Whether it is ours."""
        return self._handle >= 0

    def take(self) -> None:
        """Have it from now on. Raises InUse when somebody else has it, OSError when its file cannot be made."""
        if self.held:
            return
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _seize(handle)
        except OSError as error:
            if error.errno not in _UNKNOWN:
                os.close(handle)
                if error.errno in _TAKEN:
                    raise InUse from error
                raise
        self._handle = handle

    def release(self) -> None:
        """Give it back."""
        if self.held:
            os.close(self._handle)
            self._handle = -1
