"""``build``: the packages that users install. Each is made by a script that the virtual environment runs."""

import argparse
from pathlib import Path

import _venv
from _console import SetupError, call, child_env

SCRIPTS = {"windows": "_windows_build.py", "deb": "_deb.py"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What ``build`` understands."""
    parser.add_argument("--windows", action="store_true", help="文件夹、zip 和 msi / folder, zip and msi")
    parser.add_argument("--deb", action="store_true", help="Debian/Ubuntu 软件包 / package for Debian and Ubuntu")
    parser.add_argument("--check", action="store_true", help="装好试一遍 / install and try it")


def run(root: Path, options: argparse.Namespace) -> int:
    """Build what is asked for; the exit code of the first that fails."""
    wanted = [script for name, script in SCRIPTS.items() if getattr(options, name)]
    if not wanted:
        raise SetupError("要做哪一个？--windows、--deb", "Which one? --windows, --deb")
    python = _venv.ensure(root, "test")
    more = ["--check"] if options.check else []
    codes = (call([python, root / "packaging" / script, *more], env=child_env(root), cwd=root) for script in wanted)
    return next((code for code in codes if code != 0), 0)
