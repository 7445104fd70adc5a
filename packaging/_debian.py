"""System packages on Debian and Ubuntu: found in one question, installed when we may, named when we may not."""

import json
import os
import shutil
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

from _console import SetupError, answer, call_silently, say

PROGRAMS = {  # the same as programs, for systems whose packages have other names
    "screen": ("Xvfb", "openbox"),
    "test": ("Xvfb", "openbox", "chromium", "copyq", "hexchat", "mousepad", "ngircd", "xterm"),
    "windows": ("debootstrap", "Xvfb", "openbox"),
    "bench": ("Xvfb", "openbox", "autokey-qt", "copyq", "dbus-daemon", "rofi", "xclip", "xdotool", "xterm"),
}
TABLE = Path(__file__).with_name("system-packages.toml")


def ensure(root: Path, group: str) -> None:
    """Install what ``group`` lacks. Where we may not, or it does not exist here, say so and go on."""
    if not sys.platform.startswith("linux"):
        return
    wanted = packages_for(group)
    if shutil.which("dpkg-query") is None or shutil.which("apt-get") is None:
        _name_programs(group)
        return
    lacking = missing(wanted)
    refused = root / ".venv" / "refused-packages.json"
    if not set(lacking) - _known(refused):
        return  # tried before: this release does not have them
    if not _install(lacking):
        return
    left = missing(wanted)
    if left:
        refused.write_text(json.dumps(sorted(_known(refused) | set(left))), "utf-8")
        say(
            f"这个系统里装不上 {' '.join(left)}，用到它们的步骤会跳过",
            f"not to be had on this system: {' '.join(left)}; steps that use them are skipped",
        )


def need(packages: list[str]) -> None:
    """Install ``packages`` or raise SetupError with the line to run."""
    if shutil.which("apt-get") is None or not _install(packages) or missing(packages):
        raise SetupError(
            f"缺少系统软件包 {' '.join(packages)}。请运行：{line(packages)}",
            f"Missing system packages. Please run: {line(packages)}",
        )


def packages_for(group: str) -> list[str]:
    """The packages that a command needs: ``run`` on a desktop, ``screen`` without one, ``test``, …"""
    table = tomllib.loads(TABLE.read_text("utf-8"))
    return list(dict.fromkeys(name for part in table["needs"][group] for name in table[part].split()))


def missing(packages: Iterable[str]) -> list[str]:
    """Those of ``packages`` that are neither installed nor provided by an installed package."""
    listing = answer(["dpkg-query", "--show", "--showformat", "${db:Status-Status}\t${Package}\t${Provides}\n"]) or ""
    there: set[str] = set()
    for row in listing.splitlines():
        status, name, provides = row.split("\t")
        if status == "installed":
            there.add(name)
            there.update(part.split()[0] for part in provides.split(",") if part.strip())
    return [name for name in packages if name not in there]


def line(packages: Iterable[str]) -> str:
    """The command that installs ``packages`` by hand."""
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def _known(refused: Path) -> set[str]:
    try:
        return set(json.loads(refused.read_text("utf-8")))
    except (OSError, ValueError):
        return set()


def _install(packages: list[str]) -> bool:
    """Try to install; False when we have no right to. What failed is seen by asking again."""
    prefix = _rights()
    if prefix is None:
        say(f"缺少系统软件包，请运行：{line(packages)}", "missing system packages, please run that line", bad=True)
        return False
    say(f"安装系统软件包：{' '.join(packages)}", "installing system packages")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=600"]
    install = [*apt, "-o", "Dpkg::Use-Pty=0", "install", "-y", "--no-install-recommends"]
    call_silently([*apt, "update"])  # one broken source must not stop us; the installation shows what is really missing
    if call_silently([*install, *packages]) != 0 and len(packages) > 1:
        for package in packages:  # one unknown name makes apt refuse all
            call_silently([*install, package])
    return True


def is_root() -> bool:
    """Whether nobody has to be asked."""
    return sys.platform != "win32" and os.geteuid() == 0


def _rights() -> list[str] | None:
    """What to put before a command that needs root; None when there is no way."""
    if is_root():
        return []
    return ["sudo", "-n"] if answer(["sudo", "-n", "true"]) is not None else None


def _name_programs(group: str) -> None:
    """Another Linux: name what has to be there, its package manager is not ours to drive."""
    lacking = [program for program in PROGRAMS.get(group, ()) if shutil.which(program) is None]
    if lacking:
        say(
            f"这不是 Debian/Ubuntu，请用本系统的方式安装：{' '.join(lacking)}",
            "not Debian or Ubuntu: please install these programs your system's way",
            bad=True,
        )
