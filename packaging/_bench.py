"""``bench``: 小二快答 beside the floor of a Qt program and its peers, measured from outside."""

import argparse
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import _debian
import _figures
import _venv
from _console import call, child_env, say

OURS = "xiaoer"
DRIVERS = ("bare_qt", "copyq", "rofi", "autokey", OURS)
LIMIT = 520  # seconds for the rounds of one step, so that a step stays under nine minutes
STEPS = {  # name → what it measures, and its options when all is measured and when only a glimpse is wanted
    "speed": (["--do", "ADRF", "--rounds", "15", "--warmup", "2"], ["--do", "ADRF", "--rounds", "4", "--idle", "10"]),
    "speed2": (["--do", "AD", "--rounds", "15", "--warmup", "2"], None),
    "hands": (["--do", "KHWC"], ["--do", "HC"]),
    "burst": (["--do", "U", "--items", "100"], ["--do", "U", "--items", "15"]),
    "exact": (["--do", "E", "--items", "100"], ["--do", "E", "--items", "10"]),
}


def run(root: Path, options: argparse.Namespace, more: Sequence[str]) -> int:
    """Measure step by step and print the table; 0 when every limit was kept."""
    desk = Path(os.environ.get("XIAOER_BENCH") or root.parent / "shared" / "bench") / "desk.py"
    if not desk.exists():
        say(
            f"没有找到测速程序 {desk.name}（可用环境变量 XIAOER_BENCH 指定它的文件夹），跳过",
            "the bench is not here (XIAOER_BENCH names its folder): skipped",
        )
        return 0
    python = _venv.ensure(root, "run")
    _debian.ensure(root, "bench")
    out = options.out or Path(tempfile.mkdtemp(prefix="xiaoer-bench-"))
    out.mkdir(parents=True, exist_ok=True)
    files = []
    for name, (whole, glimpse) in STEPS.items():
        chosen = glimpse if options.quick else whole
        if chosen is None or (options.step and name not in options.step):
            continue
        file = out / f"{name}.json"
        command: list[str | Path] = [
            python,
            desk,
            "run",
            *_drivers(root, options.driver or DRIVERS),
            "--size",
            "2000",
            *chosen,
        ]
        say(f"测量：{name}", " ".join(chosen))
        if call([*command, "--budget", str(LIMIT), "--json", file, *more], env=child_env(root), cwd=root) == 0:
            files.append(file)
        else:
            say(f"步骤 {name} 没有完成", "this step did not finish", bad=True)
    say(f"原始数据在 {out}", "raw figures")
    return 0 if _figures.report(files, floor="bare_qt", ours=OURS) and files else 1


def _drivers(root: Path, names: Sequence[str]) -> list[str]:
    ours = str(root / "tests" / "bench" / "xiaoer_driver.py")
    return [part for name in names for part in ("--driver", ours if name == OURS else name)]
