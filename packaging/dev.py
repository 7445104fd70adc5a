#!/usr/bin/env python3
"""One entry for developers and curious users: run, test, bench, build, translate and lock. Standard library only.

    python3 packaging/dev.py run              start 小二快答 (without a display: a demonstration on a private screen)
    python3 packaging/dev.py run --windows    the same under Wine (Debian or Ubuntu, as root)
    python3 packaging/dev.py test             lint, types, room contracts and all tests
    python3 packaging/dev.py test --quick     the same without windows
    python3 packaging/dev.py test --windows   only the tests that run on Windows, under Wine
    python3 packaging/dev.py test -- -k name  further arguments go to pytest
    python3 packaging/dev.py bench --quick    speed and safety beside other programs
    python3 packaging/dev.py bench --step search    the phrase search alone; needs no screen
    python3 packaging/dev.py bench --step orders    order tables: reading and looking up; needs no screen
    python3 packaging/dev.py build --windows --deb    the packages that users install, into dist/
    python3 packaging/dev.py translate        bring the translations up to the sources and compile them
    python3 packaging/dev.py lock             choose the pinned versions anew (needs uv)

Each command does its own set-up; the second start needs no network.
This file alone must be readable by old Pythons, so that they can say what is missing.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit("需要 Python 3.11 或更新版本。 / Python 3.11 or newer is needed.")

import argparse
import signal
from pathlib import Path

import _bench
import _build
import _checks
import _lock
import _start
import _translate
from _console import SetupError, say

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    """Run one command; returns its exit code."""
    mine, rest = _split(arguments)
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="启动小二快答 / start the app")
    run.add_argument("--windows", action="store_true", help="在 Wine 里 / under Wine")
    test = commands.add_parser("test", help="检查与测试 / lint and tests")
    test.add_argument("--quick", action="store_true", help="不开窗口 / without windows")
    test.add_argument("--windows", action="store_true", help="只在 Wine 里测 Windows / Windows only, under Wine")
    bench = commands.add_parser("bench", help="测速 / measure")
    bench.add_argument("--quick", action="store_true", help="少量轮次 / few rounds")
    bench.add_argument("--driver", action="append", help="只测这些程序，可重复 / measure only these; repeat")
    bench.add_argument("--step", action="append", help="只做这些步骤，可重复 / only these steps; repeat")
    bench.add_argument("--out", type=Path, help="原始数据的文件夹 / folder of the raw figures")
    _build.arguments(commands.add_parser("build", help="做安装包 / make the packages for users"))
    commands.add_parser("translate", help="更新界面翻译 / update the translations")
    commands.add_parser("lock", help="更新锁定文件 / renew the lock files")
    options = parser.parse_args(mine)
    if options.command == "run":
        return (_start.run_windows if options.windows else _start.run)(ROOT, rest)
    if options.command == "test":
        return _checks.run(ROOT, _checks.Course(rest, quick=options.quick, windows=options.windows))
    if options.command == "bench":
        return _bench.run(ROOT, options, rest)
    if options.command == "build":
        return _build.run(ROOT, options)
    if options.command == "translate":
        return _translate.run(ROOT)
    return _lock.renew(ROOT)


def _split(arguments: list[str]) -> tuple[list[str], list[str]]:
    """What stands before ``--`` is ours, the rest goes on."""
    if "--" not in arguments:
        return arguments, []
    at = arguments.index("--")
    return arguments[:at], arguments[at + 1 :]


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
