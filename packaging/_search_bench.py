"""``bench --step search``: the phrase search beside other ways, on generated libraries; needs no screen."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import _venv
from _console import call, child_env, say

NAME = "search"
OURS, LOOP = "ours", "loop"
ENGINES = {OURS: "小二快答", LOOP: "plain `in` loop", "subsequence": "subsequence", "fts5": "SQLite FTS5"}
QUICK = (2_000,)  # phrases, when only a glimpse is wanted
RECALL = 0.97  # of the queries of a kind have a right answer among the first five

Figures = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Limits:
    """What is promised for a library of one size. None: nothing."""

    p50: float  # milliseconds
    p95: float
    memory: float | None = None  # megabytes
    gap: float = 5.0  # milliseconds
    start: float | None = None  # milliseconds
    start_window: float | None = None  # milliseconds


LIMITS = {
    2_000: Limits(0.5, 2),
    10_000: Limits(1.5, 6, memory=20),
    100_000: Limits(6, 20, memory=100, start=150, start_window=300),
}


def run(root: Path, out: Path, *, quick: bool) -> bool:
    """Measure and print the tables; whether every limit was kept."""
    python = _venv.ensure(root, "run")
    say("测量：话术搜索", "the phrase search")
    file = out / f"{NAME}.json"
    command: list[str | Path] = [python, root / "tests" / "bench" / "search_bench.py", "--json", file]
    if quick:
        command += ["--sizes", *map(str, QUICK)]
    if call(command, env=child_env(root), cwd=root) != 0:
        say("搜索测量没有完成", "this step did not finish", bad=True)
        return False
    return report(json.loads(file.read_text("utf-8")))


def report(sizes: Mapping[str, Figures]) -> bool:
    """Print what was measured per size; whether every limit was kept."""
    missed = [*_times(sizes), *_weights(sizes), *_answers(sizes)]
    for line in missed:
        say(f"超出限度：{line}", "beyond its limit", bad=True)
    return not missed


def _times(sizes: Mapping[str, Figures]) -> list[str]:
    """Keystroke to 50 ranked phrases. The ratio is what can be compared across machines."""
    missed = []
    print(
        "\n| phrases | keystroke → 50 ranked | keys | p50, ms | p95, ms | max, ms | p50 : loop | p95 : loop | limit | |"
    )
    print("|---" * 10 + "|")
    for size, figures in sizes.items():
        engines, limits = figures["engines"], LIMITS.get(int(size))
        base = engines.get(LOOP)
        for name, times in engines.items():
            ratios = [f"{times[key] / base[key]:.2f}" if base else "–" for key in ("p50", "p95")]
            limit, verdict = "", ""
            if name == OURS and limits:
                limit = f"≤ {limits.p50:g} / {limits.p95:g}"
                late = [key for key in ("p50", "p95") if times[key] > getattr(limits, key)]
                verdict = "**missed**" if late else "kept"
                missed += [f"{size} {key} {times[key]:.2f} ms" for key in late]
            shown = [f"{times[key]:.2f}" for key in ("p50", "p95", "max")]
            print(_line(size, ENGINES.get(name, name), times["n"], *shown, *ratios, limit, verdict))
    return missed


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of ours; ``limit`` gives the promise, None when there is none.

    ``noise`` is the figure of the machine without us: when it is beyond the limit already, nothing is judged.
    """

    label: str
    key: str
    limit: Callable[[Limits], float | None]
    noise: str = ""


ROWS = (
    Row("build the index, s", "build_s", lambda _: None),
    Row("process start → first answer from the snapshot, ms", "start_ms", lambda limits: limits.start),
    Row("the same with Qt and a window, ms", "start_window_ms", lambda limits: limits.start_window),
    Row("memory of the index, MB", "memory_mb", lambda limits: limits.memory),
    Row("beat of the main thread late by at most, ms: no search", "idle_gap_ms", lambda _: None),
    Row("beat of the main thread late by at most, ms: searching", "gap_ms", lambda limits: limits.gap, "idle_gap_ms"),
)


def _weights(sizes: Mapping[str, Figures]) -> list[str]:
    missed = []
    print("\n| phrases | figure | value | limit | |")
    print("|---" * 5 + "|")
    for size, figures in sizes.items():
        limits = LIMITS.get(int(size))
        for row in ROWS:
            value = figures.get(row.key)
            if value is None:
                continue
            limit = row.limit(limits) if limits else None
            verdict = "" if limit is None else "kept" if value <= limit else "**missed**"
            if verdict and figures.get(row.noise, 0.0) > limit:
                verdict = "no verdict: this machine is late by itself"
            missed += [f"{size} {row.label} {value:.1f}"] if verdict == "**missed**" else []
            print(_line(size, row.label, f"{value:.1f}", "" if limit is None else f"≤ {limit:g}", verdict))
    return missed


def _answers(sizes: Mapping[str, Figures]) -> list[str]:
    """A right answer among the first five, by kind of query."""
    kinds = list(dict.fromkeys(kind for figures in sizes.values() for kind in figures["recall"]))
    print(f"\n| phrases, R@5 (≥ {RECALL:.0%}) | {' | '.join(kinds)} |")
    print("|---" * (len(kinds) + 1) + "|")
    missed = []
    for size, figures in sizes.items():
        shares = figures["recall"]
        print(_line(size, *(f"{shares[kind]:.1%}" for kind in kinds)))
        missed += [f"{size} R@5 {kind} {shares[kind]:.1%}" for kind in kinds if shares[kind] < RECALL]
    return missed


def _line(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"
