"""The bench's raw figures as one Markdown table with the promised limits."""

import json
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Program = dict[str, Any]
Reading = Callable[[Program], Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    ``value`` reads a program's figures; KeyError means not measured. ``times`` limits the ratio to the floor,
    ``most`` the value itself; ``wanted`` is a value that must be met exactly.
    """

    label: str
    value: Reading
    times: float | None = None
    most: float | None = None
    wanted: str | None = None

    @property
    def limit(self) -> str:
        """The promise in words."""
        parts = [f"≤ {self.times:g} ×" if self.times else "", f"≤ {self.most:g}" if self.most is not None else ""]
        return " ".join(filter(None, [*parts, self.wanted or ""]))


def report(files: Sequence[Path], *, floor: str, ours: str) -> bool:
    """Print the table; whether our program keeps every limit that was measured."""
    programs = merge(files)
    names = list(programs)
    print(f"\n| 中位数 / median | {' | '.join(names)} | {ours} × {floor} | limit | |")
    print("|---" * (len(names) + 4) + "|")
    kept = True
    for row in ROWS:
        values = {name: _read(row, programs[name]) for name in names}
        if all(value is None for value in values.values()):
            continue
        mine, base = values.get(ours), values.get(floor)
        ratio = mine / base if isinstance(mine, float) and isinstance(base, float) and base else None
        verdict = _verdict(row, mine, ratio)
        kept = kept and verdict is not False
        cells = [_cell(values[name]) for name in names]
        times = "–" if ratio is None else f"{ratio:.2f}"
        word = {True: "kept", False: "**missed**", None: ""}[verdict]
        print(f"| {row.label} | {' | '.join(cells)} | {times} | {row.limit} | {word} |")
    for name, figures in programs.items():
        for key in ("failed", "skipped"):
            if figures.get(key):
                print(f"\n{name}: {figures[key]}")
    return kept and ours in programs


def merge(files: Sequence[Path]) -> dict[str, Program]:
    """Steps of one bench put together: samples joined, other figures from the step that has them."""
    programs: dict[str, Program] = {}
    for file in files:
        for name, figures in json.loads(file.read_text("utf-8"))["programs"].items():
            into = programs.setdefault(name, {"samples": {}, "bad": []})
            for key, samples in figures["samples"].items():
                into["samples"].setdefault(key, []).extend(samples)
            into["bad"] += figures["bad"]
            for key, value in figures.items():
                into.setdefault(key, value)
    return programs


def _read(row: Row, program: Program) -> float | str | None:
    try:
        return row.value(program)  # type: ignore[no-any-return]
    except (KeyError, TypeError, statistics.StatisticsError):
        return None


def _verdict(row: Row, mine: float | str | None, ratio: float | None) -> bool | None:
    """None when nothing was promised. A promise that other programs were measured for and ours was not is missed."""
    if not row.limit:
        return None
    if mine is None:
        return False
    if row.times is not None and (ratio is None or ratio > row.times):
        return False
    if row.most is not None and not (isinstance(mine, float) and mine <= row.most):
        return False
    return row.wanted is None or mine == row.wanted


def _cell(value: float | str | None) -> str:
    if value is None:
        return "–"
    return f"{value:.1f}" if isinstance(value, float) else value


def _median(key: str) -> Reading:
    return lambda p: float(statistics.median(p["samples"][key]))


def _failures(key: str) -> Reading:
    def read(program: Program) -> float:
        failed = sum(entry["what"] in (f"{key}.bad", f"{key}.stuck") for entry in program["bad"])
        if not failed and key not in program["samples"]:
            raise KeyError(key)
        return float(failed)

    return read


def _count(part: str, figure: str, total: str = "n") -> Reading:
    """``all`` when a count reaches its total, else both."""

    def read(program: Program) -> str:
        got, of = program[part][figure], program[part][total]
        return "all" if got == of else f"{got}/{of}"

    return read


def _typeahead(program: Program) -> str:
    first = program["typeahead"]["0"]
    if first["wrong"] == first["nothing"] == 0:
        return "all"
    return f"ok {first['ok']}, wrong {first['wrong']}, nothing {first['nothing']}"


def _rich(program: Program) -> str:
    lost = [kind for kind, kept in program["rich_clipboard"].items() if not kept]
    return "kept" if not lost else f"lost {', '.join(lost)}"


def _burst(program: Program) -> str:
    burst = program["burst"]
    wrong = [f"{key} {burst[key]}" for key in ("lost", "doubled", "out_of_order", "stray_chars", "stuck") if burst[key]]
    return ", ".join(wrong) if wrong or burst["exact"] != burst["n"] else "all"


def _holds(program: Program) -> str:
    bad = [f"{ms} ms {held['ok']}/{held['of']}" for ms, held in program["holds"].items() if held["ok"] != held["of"]]
    return ", ".join(bad) or "all"


ROWS = (
    Row("A hotkey → mapped, ms", _median("A.map")),
    Row("A hotkey → first paint, ms", _median("A.paint"), times=1.5),
    Row("A hotkey → list at rest, ms", _median("A.rest")),
    Row("B first key → list at rest, ms", _median("B1.rest"), most=16),
    Row("B later key → list at rest, ms", _median("Bn.rest")),
    Row("C Return → text, ms", _median("C"), times=1.5),
    Row("C failures", _failures("C"), most=0),
    Row("D end to end, ms", _median("D"), times=2),
    Row("D failures", _failures("D"), most=0),
    Row("E exact", _count("integrity", "exact"), wanted="all"),
    Row("E user's clipboard intact", _count("integrity", "clip_kept"), wanted="all"),
    Row("E user's PRIMARY intact", _count("integrity", "primary_kept"), wanted="all"),
    Row("E rich clipboard", _rich, wanted="kept"),
    Row("burst", _burst, wanted="all"),
    Row("H typed 0 ms after the hotkey", _typeahead, wanted="all"),
    Row("W practised hand", _count("human", "ok", "of"), wanted="all"),
    Row("K hotkey held 0–120 ms: popup came", _holds, wanted="all"),
    Row("GUI thread: longest wait for an answer, ms", lambda p: float(p["watch"]["max"]), most=16),
    Row("GUI thread: 99.9 % of the answers within, ms", lambda p: float(p["watch"]["p999"])),
    Row("GUI thread: answers after more than 16 ms", lambda p: f"{len(p['watch']['late'])}/{p['watch']['n']}"),
    Row("F start → hotkey answers, ms", lambda p: statistics.median(p["restart"]["s"]) * 1000, most=500),
    Row("F idle CPU, %", lambda p: p["idle"]["cpu_s"] / p["idle"]["seconds"] * 100, most=0.1),
    Row("F PSS idle, MB", lambda p: float(p["memory_idle"]["pss_mb"]), most=110),
    Row("F PSS popup open, MB", lambda p: float(p["memory_open"]["pss_mb"]), most=110),
)
