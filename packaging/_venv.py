"""The virtual environment ``.venv`` with the locked dependencies.

A stamp per group says that the group is complete for these very pins and this interpreter. It is written last,
so an interrupted set-up is done again; with the stamp in place nothing is started and no network is used.
"""

import hashlib
import importlib.util
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import _debian
from _console import SetupError, answer, call, child_env, say

GROUPS = ("run", "test")  # each holds all pins of those before it
UNFINISHED = "unfinished"


def ensure(root: Path, group: str) -> Path:
    """Make ``.venv`` hold the pins of ``group``; returns its interpreter. Raises SetupError."""
    venv = root / ".venv"
    python = interpreter(venv)
    if _complete(root, venv, group):
        return python
    with alone(root):
        if not _complete(root, venv, group):  # another dev.py may have done it while we waited
            _install(root, venv, group)
    return python


def interpreter(venv: Path) -> Path:
    """The Python inside ``venv``."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def lock_file(root: Path, group: str) -> Path:
    """The pins of ``group``."""
    return root / "packaging" / f"requirements-{group}.lock"


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Hold the set-up lock of this checkout; the system frees it when we end, however we end."""
    with (root / "packaging" / "dev.py").open("rb") as held:
        if not _try_lock(held.fileno()):
            say("另一个 dev.py 正在准备环境，等它完成", "waiting for another dev.py to finish its set-up")
            while not _try_lock(held.fileno()):
                time.sleep(0.2)
        yield


def _try_lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, 1 << 30, os.SEEK_SET)  # far behind the text, which others must be able to read
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _stamp(venv: Path, group: str) -> Path:
    return venv / f"ready-{group}"


def _digest(root: Path, venv: Path, group: str) -> str:
    """Changes with the pins, with the interpreter behind the environment and with its place on the disk."""
    seal = hashlib.sha256(lock_file(root, group).read_bytes())
    seal.update((venv / "pyvenv.cfg").read_bytes())
    seal.update(f"{venv}\n{interpreter(venv).resolve()}".encode())
    return seal.hexdigest()


def _complete(root: Path, venv: Path, group: str) -> bool:
    if not interpreter(venv).exists():
        return False
    for wider in GROUPS[GROUPS.index(group) :]:
        try:
            if _stamp(venv, wider).read_text() == _digest(root, venv, wider):
                return True
        except OSError:
            continue
    return False


def _install(root: Path, venv: Path, group: str) -> None:
    python = interpreter(venv)
    if (venv / UNFINISHED).exists() or not _usable(python):
        _create(venv)
    for name in GROUPS:  # a stamp that is right stays: the wider group does not touch the pins of the narrower
        if not _complete(root, venv, name):
            _stamp(venv, name).unlink(missing_ok=True)
    unfinished = venv / UNFINISHED
    unfinished.touch()
    say("安装锁定的依赖，第一次要下载，请稍候", "installing the locked dependencies; the first time downloads them")
    pins = lock_file(root, group)
    options: list[str | Path] = [
        "--quiet",
        "--no-deps",
        "--require-hashes",
        "--only-binary",
        ":all:",
        "--requirement",
        pins,
    ]
    env = {**child_env(root), "PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    code = call([python, "-m", "pip", "install", *options], env=env, cwd=root)
    if code >= 0:  # not killed: pip undoes what it cannot complete
        unfinished.unlink()
    if code != 0:
        raise SetupError(
            "依赖没有装上，原因见上面几行。请检查网络，或用 pip config 设置镜像后再运行一次。",
            "The dependencies could not be installed, see above. Check the network or set a mirror, then try again.",
        )
    _stamp(venv, group).write_text(_digest(root, venv, group))


def _usable(python: Path) -> bool:
    """Whether this interpreter runs, is new enough and has pip."""
    return python.exists() and answer([python, "-c", "import sys, pip; assert sys.version_info >= (3, 11)"]) is not None


def _create(venv: Path) -> None:
    say("建立虚拟环境 .venv", "creating the virtual environment .venv")
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        _debian.need([f"python3.{sys.version_info.minor}-venv"])
    base = getattr(sys, "_base_executable", "") or sys.executable  # .venv must not be made by itself
    if call([base, "-m", "venv", "--clear", venv]) != 0:
        raise SetupError(
            "虚拟环境没有建成，原因见上面几行。", "The virtual environment could not be created, see above."
        )
