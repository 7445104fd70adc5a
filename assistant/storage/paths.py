"""Where the data lives: one home folder, and a short folder for the lock and the socket.

On Windows the socket is a named pipe, which lies in no folder.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.core.errors import XiaoerError
from assistant.storage.atomic import problem_of

# A socket's path may have 103 bytes on macOS and 107 on Linux, and Qt first binds it one folder deeper.
_SOCKET_PATH_LIMIT = 88
_SOCKET = "xiaoer.sock"
_PIPES = "\\\\.\\pipe\\"  # the space of names that all programs on a Windows machine share


@dataclass(frozen=True, slots=True)
class Paths:
    """The places of one user's data. :meth:`find` names them, :meth:`ensure` makes them.

    ``runtime`` holds the lock and the socket; ``spares`` are the folders that take its part when it cannot be made.
    ``pipe`` is the socket's name where it is no file. ``problem`` is what :meth:`ensure` met: the app runs all the
    same, in memory.
    """

    home: Path
    runtime: Path
    spares: tuple[Path, ...] = ()
    problem: XiaoerError | None = None
    pipe: str = ""

    @classmethod
    def find(cls, environ: Mapping[str, str], platform: str) -> Paths:
        """The places for ``platform`` (a value of ``sys.platform``); touches no disk.

        ``XIAOER_HOME`` moves everything. A home too long for a socket's path gets a short runtime folder elsewhere.
        """
        home = _home(environ, platform)
        inside = home / "run"
        if platform == "win32":
            spare = _beside(_folder(environ, "TEMP", home), home)
            return cls(home, inside, (spare,), pipe=_pipe(environ, home))
        temporary = _folder(environ, "TMPDIR", Path("/tmp"))
        shared = (_beside(_folder(environ, "XDG_RUNTIME_DIR", temporary), home), _beside(temporary, home))
        runtime, *spares = [p for p in (inside, *dict.fromkeys(shared)) if _fits(p)] or [_beside(Path("/tmp"), home)]
        return cls(home, runtime, tuple(spares))

    @property
    def library(self) -> Path:
        """The agent's own phrases."""
        return self.home / "library.json"

    @property
    def settings(self) -> Path:
        """The settings that differ from the defaults."""
        return self.home / "settings.json"

    @property
    def rules(self) -> Path:
        """How strict the guard is, and words of one's own."""
        return self.home / "rules.json"

    @property
    def tables(self) -> Path:
        """The agent's own tables."""
        return self.home / "tables.json"

    @property
    def trust(self) -> Path:
        """The keys of leads that the agent trusts, and what they have signed."""
        return self.home / "trust.json"

    @property
    def usage(self) -> Path:
        """The journal of activations."""
        return self.home / "usage.log"

    @property
    def misses(self) -> Path:
        """The journal of queries that found nothing."""
        return self.home / "misses.log"

    @property
    def index(self) -> Path:
        """The folder of the search index, which can be made again."""
        return self.home / "index"

    @property
    def orders(self) -> Path:
        """The encrypted orders, where the user wants them remembered."""
        return self.home / "orders.vault"

    @property
    def logs(self) -> Path:
        """The folder of the program's own logs."""
        return self.home / "logs"

    @property
    def socket(self) -> Path:
        """Where the running app listens for commands."""
        return Path(self.pipe) if self.pipe else self.runtime / _SOCKET

    @property
    def lock(self) -> Path:
        """The single-instance lock."""
        return self.runtime / "xiaoer.lock"

    def ensure(self) -> Paths:
        """Make the folders, for the owner only, and return the places to use.

        Never raises. When the home cannot be written, ``problem`` says so in the result and ``runtime`` is a spare.
        """
        problem: XiaoerError | None = None
        try:
            self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.logs.mkdir(mode=0o700, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.home):
                pass
        except OSError as error:
            problem = problem_of(error, self.library)
        for runtime in (self.runtime, *self.spares):
            try:
                _make_private(runtime)
            except OSError as error:
                refused = problem_of(error, runtime / _SOCKET)
            else:
                return replace(self, runtime=runtime, problem=problem)
        return replace(self, problem=problem or refused)


def _home(environ: Mapping[str, str], platform: str) -> Path:
    if chosen := environ.get("XIAOER_HOME"):
        return Path(chosen).absolute()
    user = _folder(environ, "USERPROFILE" if platform == "win32" else "HOME", Path.home())
    if platform == "win32":
        return _folder(environ, "LOCALAPPDATA", user / "AppData" / "Local") / "Xiaoer"
    if platform == "darwin":
        return user / "Library" / "Application Support" / "Xiaoer"
    return _folder(environ, "XDG_DATA_HOME", user / ".local" / "share") / "xiaoer"


def _folder(environ: Mapping[str, str], name: str, default: Path) -> Path:
    # The XDG rules: a relative path there is to be ignored.
    value = Path(environ.get(name, ""))
    return value if value.is_absolute() else default


def _beside(folder: Path, home: Path) -> Path:
    return folder / f"xiaoer-{_digest(str(home))}"


def _pipe(environ: Mapping[str, str], home: Path) -> str:
    """One name for each user and home; Windows takes ``C:\\Mei`` and ``c:\\mei`` for the same folder."""
    user = (environ.get(name, "") for name in ("USERDOMAIN", "USERNAME"))
    return f"{_PIPES}xiaoer-{_digest(chr(0).join((*user, str(home))).casefold())}"


def _digest(text: str) -> str:
    return hashlib.blake2s(os.fsencode(text), digest_size=6).hexdigest()


def _fits(runtime: Path) -> bool:
    return len(os.fsencode(runtime / _SOCKET)) <= _SOCKET_PATH_LIMIT


def _make_private(folder: Path) -> None:
    """Make ``folder`` ours alone; raises OSError, also when somebody else owns it (temp folders are shared)."""
    folder.mkdir(mode=0o700, exist_ok=True)
    if sys.platform == "win32":  # what lies in a user's profile is theirs alone there
        return
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
        raise PermissionError(f"{folder} belongs to somebody else")
    if stat.S_IMODE(found.st_mode) & 0o077:
        folder.chmod(0o700)
