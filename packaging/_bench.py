"""``bench``: 小二快答 beside the floor of a Qt program and its peers, measured from outside."""

import argparse
import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import _debian
import _figures
import _orders_bench
import _search_bench
import _venv
from _console import call, child_env, say

OURS, FLOOR = "xiaoer", "bare_qt"
DRIVERS = (FLOOR, "copyq", "rofi", "autokey", OURS)
LIMIT = 450  # seconds for the rounds of one step, so that a step stays under nine minutes
WATCH = "watch"  # the step with a watchdog, which costs time and so has to stay out of the other figures
STEPS = {  # name → what it measures, and its options when all is measured and when only a glimpse is wanted
    "speed": ("ADRF --rounds 15 --warmup 2", "ADRF --rounds 4 --idle 10"),
    "speed2": ("AD --rounds 15 --warmup 2", ""),
    "hands": ("KHWC", "HC"),
    "burst": ("U --items 100", "U --items 15"),
    "exact": ("E --items 100", "E --items 10"),
    WATCH: ("ADU --rounds 15 --items 50", "AD --rounds 4"),
}


def run(root: Path, options: argparse.Namespace, more: Sequence[str]) -> int:
    """Measure step by step and print the tables; 0 when every limit was kept."""
    out = (options.out or Path(tempfile.mkdtemp(prefix="xiaoer-bench-"))).absolute()
    out.mkdir(parents=True, exist_ok=True)
    wanted = options.step or [_search_bench.NAME, _orders_bench.NAME, *STEPS]
    kept = True
    for bench in (_search_bench, _orders_bench):
        if bench.NAME in wanted:
            kept = bench.run(root, out, quick=options.quick) and kept
    if any(name in wanted for name in STEPS):
        kept = _beside_others(root, out, options, more) and kept
    say(f"原始数据在 {out}", "raw figures")
    return 0 if kept else 1


def _beside_others(root: Path, out: Path, options: argparse.Namespace, more: Sequence[str]) -> bool:
    """The steps on a screen; whether every limit was kept, also when there is nothing here to measure with."""
    desk = Path(os.environ.get("XIAOER_BENCH") or root.parent / "shared" / "bench") / "desk.py"
    if not desk.exists():
        say(
            f"没有找到测速程序 {desk.name}（可用环境变量 XIAOER_BENCH 指定它的文件夹），跳过",
            "the bench is not here (XIAOER_BENCH names its folder): skipped",
        )
        return True
    python = _venv.ensure(root, "run")
    _debian.ensure(root, "bench")
    env = {**child_env(root), "XIAOER_BENCH_WATCH": str(out)}
    files = []
    for name, choices in STEPS.items():
        chosen = choices[bool(options.quick)]
        if not chosen or (options.step and name not in options.step):
            continue
        drivers = _drivers(root, options.driver or DRIVERS, watched=name == WATCH)
        command: list[str | Path] = [python, desk, "run", *drivers, "--size", "2000", "--do", *chosen.split()]
        say(f"测量：{name}", chosen)
        file = out / f"{name}.json"
        if call([*command, "--budget", str(LIMIT), "--json", file, *more], env=env, cwd=root) != 0:
            say(f"步骤 {name} 没有完成", "this step did not finish", bad=True)
            continue
        if name == WATCH:
            _only_the_watch(file)
        files.append(file)
    return _figures.report(files, floor=FLOOR, ours=OURS)


def _drivers(root: Path, names: Sequence[str], *, watched: bool) -> list[str]:
    folder = root / "tests" / "bench"
    paths = {OURS: str(folder / "xiaoer_driver.py")}
    if watched:
        paths = {name: str(folder / f"watched_{name}.py") for name in (FLOOR, OURS)}
        names = [name for name in names if name in paths]
    return [part for name in names for part in ("--driver", paths.get(name, name))]


def _only_the_watch(file: Path) -> None:
    """Replace a step's figures by what the watchdog wrote beside them."""
    step = json.loads(file.read_text("utf-8"))
    for name in step["programs"]:
        seen = json.loads(file.with_name(f"{name}.json").read_text("utf-8"))
        step["programs"][name] = {"samples": {}, "bad": [], "watch": seen}
    file.write_text(json.dumps(step), "utf-8")
