"""Run a command with everything in place that Windows needs, in the namespace that ``_wine.inside`` made for it.

    python3 _mounted.py [--private] [--pristine] CHECKOUT SYSTEM COMMAND…

In SYSTEM stand then: ``/src``, the checkout, read-only; ``/tmp``, empty; ``/prefix``, the drive of Windows: a copy that
is gone afterwards, or with ``--pristine`` the one that the copies are made of. ``--private`` stands for a network of
its own (nothing but 127.0.0.1) and no screen of this machine. Standard library only.
"""

import argparse
import fcntl
import os
import shutil
import socket
import struct
import subprocess
import sys
from pathlib import Path

assert sys.platform == "linux"

SCREENS = Path("/tmp/.X11-unix")  # where X servers have their sockets
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 0x1  # linux/sockios.h, linux/if.h


def main(arguments: list[str]) -> None:
    """Mount, and become the command."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--private", action="store_true")
    parser.add_argument("--pristine", action="store_true")
    parser.add_argument("checkout", type=Path)
    parser.add_argument("system", type=Path)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    wanted = parser.parse_args(arguments)
    system: Path = wanted.system.resolve()
    _mount("--types", "proc", "proc", system / "proc")
    _mount("--rbind", "/dev", system / "dev")
    _mount("--bind", wanted.checkout.resolve(), system / "src")
    _mount("--options", "remount,bind,ro", system / "src")
    _mount("--types", "tmpfs", "--options", "mode=1777", "tmp", system / "tmp")
    _screens(system, private=wanted.private)
    if wanted.private:
        _loopback()
    if wanted.pristine:
        _mount("--bind", system / "pristine", system / "prefix")
    else:
        _copy_of_the_drive(system)
    os.execvp(wanted.command[0], wanted.command)


def _screens(system: Path, *, private: bool) -> None:
    SCREENS.mkdir(mode=0o1777, exist_ok=True)
    if private:  # the X server of the tests can then take any number without asking who else has it
        _mount("--types", "tmpfs", "--options", "mode=1777", "screens", SCREENS)
    inner = system / "tmp" / SCREENS.name
    inner.mkdir()
    _mount("--bind", SCREENS, inner)


def _copy_of_the_drive(system: Path) -> None:
    """A layer above the pristine drive; a copy in memory where layers are not to be had."""
    prefix = system / "prefix"
    _mount("--types", "tmpfs", "--options", "mode=755", "drive", prefix)
    for name in ("new", "work", "drive"):
        (prefix / name).mkdir()
    os.chdir(system)  # relative names: a comma or a colon in the checkout's path would end an option
    layers = "lowerdir=pristine,upperdir=prefix/new,workdir=prefix/work"
    done = subprocess.run(
        ["mount", "--types", "overlay", "--options", layers, "drive", "prefix/drive"], capture_output=True, check=False
    )
    if done.returncode != 0:
        shutil.copytree("pristine", "prefix/drive", symlinks=True, dirs_exist_ok=True)
    _mount("--bind", prefix / "drive", prefix)
    os.chdir("/")


def _loopback() -> None:
    """Start 127.0.0.1, which a new network has but does not use."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        request = struct.pack("16sH22x", b"lo", 0)
        (flags,) = struct.unpack_from("16xH", fcntl.ioctl(asking, SIOCGIFFLAGS, request))
        fcntl.ioctl(asking, SIOCSIFFLAGS, struct.pack("16sH22x", b"lo", flags | IFF_UP))


def _mount(*words: str | Path) -> None:
    done = subprocess.run(["mount", *map(str, words)], check=False)
    if done.returncode != 0:
        sys.exit(done.returncode)


if __name__ == "__main__":
    main(sys.argv[1:])
