"""Builds the package for Debian and Ubuntu: no root needed, and the same bytes from the same sources.

Run as a program by the virtual environment's Python, whose pip reads the lock file and fetches the wheels.
"""

import argparse
import os
import shutil
import signal
import sys
import tempfile
from email.utils import parsedate_to_datetime
from pathlib import Path

import _deb_check
import _deb_tree
import _debian
import _venv
import _wheels
from _console import SetupError, call, say

ROOT = Path(__file__).resolve().parent.parent
# Newest glibc first; all that the package serves have 2.28: https://peps.python.org/pep-0600/
_PLATFORMS = ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64")


def main(arguments: list[str]) -> int:
    """Build, and check if asked."""
    parser = argparse.ArgumentParser(prog="dev.py build --deb")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("suites", nargs="*", default=list(_deb_check.SUITES))
    options = parser.parse_args(arguments)
    package = build(ROOT, ROOT / "dist")
    say(f"已生成 {package.relative_to(ROOT)}，{package.stat().st_size / 1e6:.1f} MB", "built")
    return _deb_check.run(ROOT, package, options.suites) if options.check else 0


def build(root: Path, folder: Path) -> Path:
    """Make the package in ``folder``; returns it. Raises SetupError."""
    if shutil.which("dpkg-deb") is None:
        _debian.need(["dpkg"])
    changelog = (root / "packaging/debian/changelog").read_text("utf-8")
    version, date = _deb_tree.version_and_date(changelog)
    _same_version(root, version)
    wheels = _fetch(root)
    folder.mkdir(exist_ok=True)
    target = folder / f"xiaoer_{version}_amd64.deb"
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(int(parsedate_to_datetime(date).timestamp()))}
    with tempfile.TemporaryDirectory(prefix="xiaoer-deb-") as place:
        tree = Path(place) / "tree"
        tree.mkdir()
        _deb_tree.lay_out(root, wheels, tree)
        say("压缩", "compressing")
        # xz: read by every dpkg of these releases, and a fifth smaller than zstd
        part = Path(place) / "new.deb"
        if call(["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", tree, part], env=env) != 0:
            raise SetupError("dpkg-deb 没有做成，原因见上面几行", "dpkg-deb failed, see above")
        half = folder / f"{target.name}.half"
        shutil.copyfile(part, half)
        half.replace(target)
    return target


def _same_version(root: Path, version: str) -> None:
    source = (root / "assistant/__init__.py").read_text("utf-8")
    if f'__version__ = "{version}"' not in source:
        raise SetupError(
            f"packaging/debian/changelog 的第一条是 {version}，与程序的版本不同，请补一条",
            "the changelog's newest entry is for another version",
        )


def _fetch(root: Path) -> list[Path]:
    found: dict[str, Path] = {}
    lock = _venv.lock_file(root, "run")
    for python in _deb_tree.PYTHONS:
        target = _wheels.Target(python, "linux", "x86_64", _PLATFORMS)
        chosen = _wheels.fetch(Path(sys.executable), _wheels.pins(lock, target), target, root / "build" / "wheels")
        found.update({wheel.name: wheel for wheel in chosen})
    return [found[name] for name in sorted(found)]


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        code = main(sys.argv[1:])
    except SetupError as problem:
        say(*problem.args, bad=True)
        code = 1
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)
