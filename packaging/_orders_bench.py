"""``bench --step orders``: order tables of 100,000 orders read, and orders looked up; needs no screen."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import _venv
from _console import call, child_env, say

NAME = "orders"
LOAD = 5.0  # seconds for 100,000 orders
MEMORY = 150.0  # megabytes that they may take
LOOKUP = 1.0  # milliseconds, 95 of a hundred
TELLS = 5.0  # the same for the question whether a text tells somebody, asked once a search that found nothing
QUICK = 10_000  # orders, when only a glimpse is wanted

Figures = Mapping[str, Any]


def run(root: Path, out: Path, *, quick: bool) -> bool:
    """Measure and print the tables; whether every limit was kept."""
    python = _venv.ensure(root, "run")
    say("测量：订单表", "order tables")
    file = out / f"{NAME}.json"
    command: list[str | Path] = [python, root / "tests" / "bench" / "orders_bench.py", "--json", file]
    if quick:
        command += ["--orders", str(QUICK)]
    if call(command, env=child_env(root), cwd=root) != 0:
        say("订单表测量没有完成", "this step did not finish", bad=True)
        return False
    return report(json.loads(file.read_text("utf-8")))


def report(tables: Mapping[str, Figures]) -> bool:
    """Print what was measured per table; whether every limit was kept."""
    missed = []
    print(
        "\n| table, columns | orders | read, s (≤ 5) | csv.reader alone, s | app grew, MB (≤ 150) | reader aside, MB |"
    )
    print("|---" * 6 + "|")
    for name, told in tables.items():
        loop = f"{told['loop_s']:.2f}" if "loop_s" in told else "–"
        weights = (f"{told['memory_mb']:.0f}", f"{told['aside_mb']:.0f}")
        print(f"| {name} | {told['orders']} | {told['load_s']:.2f} | {loop} | {' | '.join(weights)} |")
        missed += [f"{name} {told['load_s']:.2f} s"] if told["load_s"] > LOAD else []
        missed += [f"{name} {told['memory_mb']:.0f} MB"] if told["memory_mb"] > MEMORY else []
    print("\n| table | lookup by | p50, ms | p95, ms | limit |")
    print("|---" * 5 + "|")
    for name, told in tables.items():
        for kind, (half, most) in told["lookups"].items():
            limit = TELLS if kind.startswith("tells") else LOOKUP
            print(f"| {name} | {kind} | {half:.3f} | {most:.3f} | ≤ {limit:g} |")
            missed += [f"{name} {kind} {most:.2f} ms"] if most > limit else []
    for line in missed:
        say(f"超出限度：{line}", "beyond its limit", bad=True)
    return not missed
