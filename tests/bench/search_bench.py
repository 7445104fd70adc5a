"""How fast, how heavy and how good the search is, beside other ways: ``python tests/bench/search_bench.py --json FILE``.

Per size of a generated library, all in one process: milliseconds from a keystroke to 50 ranked phrases, for us and the
peers; seconds to build the index; the longest time that a beat on the main thread was late while a worker searched;
right answers by kind of query. Memory is measured in a process of its own. ``packaging/_search_bench.py`` prints the table.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from threading import Thread
from time import perf_counter, sleep
from typing import Any

from assistant.core.model import Phrase
from assistant.core.ranking import Standing
from assistant.core.search import Index, search
from assistant.storage.snapshot import Snapshot
from tests.bench.search_peers import PEERS
from tests.search import judged
from tests.search.generate import Library, library
from tests.search.windows import KINDS, recall, windows

SIZES = (2_000, 10_000, 100_000)
EACH = 8  # queries of a kind that are typed letter by letter
TYPED = 4  # characters that such a query stands for, at most
WINDOWS = 200  # of a kind, for the right answers
GAP_KEYS = 300  # keystrokes of a round of beats
PEER_KEYS = {2_000: 300, 10_000: 150, 100_000: 45}  # the peers get so many of the keystrokes
STARTS = 5  # of which the one in the middle counts
START = Path(__file__).resolve().parent / "search_start.py"
WARM = 20  # keystrokes before the clock counts
BEAT = 0.0005  # seconds between two beats of the main thread
SWITCH = 0.001  # seconds; the program sets the same
QUIET = 1.0  # seconds of beats without a search, to know what the machine itself does
ROUNDS = 5  # of which the best counts: what others do on the machine only adds, what we hold up comes again

Answer = Callable[[str], object]


def measure(size: int) -> dict[str, Any]:
    """All figures of one size."""
    made = library(size)
    keys = keystrokes(made)
    begin = perf_counter()
    index = Index.build(made.phrases, judged.writing())
    figures: dict[str, Any] = {"build_s": perf_counter() - begin, "keystrokes": len(keys), "engines": {}}
    settle()
    standing = Standing(scores=made.scores)

    def ours(query: str) -> object:
        return search(query, index, standing)

    figures["engines"]["ours"] = timed(ours, keys)
    figures["idle_gap_ms"], figures["gap_ms"] = gaps(ours, keys[:GAP_KEYS])
    find = judged.finder(index, standing)
    figures["recall"] = {kind: right_answers(made.phrases, kind, find) for kind in KINDS}
    figures["start_ms"], figures["start_window_ms"] = starts(index)
    chosen = random.Random(size).sample(keys, min(len(keys), PEER_KEYS.get(size, len(keys))))
    for name, peer in PEERS.items():
        engine = peer(made.phrases, made.scores)
        settle()
        figures["engines"][name] = timed(engine.search, chosen)
        del engine
    figures["memory_mb"] = memory_of_another(size)
    return figures


def keystrokes(made: Library) -> list[str]:
    """What stands in the search line after each key of queries of every kind, short ones, as agents type them."""
    rng = random.Random(len(made.phrases))
    asked = [window.query for kind in KINDS for window in windows(made.phrases, kind, EACH, TYPED)]
    for phrase in rng.sample(made.phrases, 2 * EACH):
        asked += [part(rng, phrase.title, 2, TYPED), part(rng, phrase.text, 3, 5), phrase.code]
    for phrase in rng.sample(made.phrases, EACH):
        asked += [f"{phrase.tags[0]} {window.query}" for window in windows([phrase], "full", 1, TYPED)]
    rng.shuffle(asked)
    return [query[: end + 1] for query in asked for end in range(len(query))]


def part(rng: random.Random, text: str, shortest: int, longest: int) -> str:
    """Some neighbouring characters of ``text``."""
    length = rng.randint(shortest, longest)
    start = rng.randint(0, max(0, len(text) - length))
    return text[start : start + length]


def timed(answer: Answer, keys: Sequence[str]) -> dict[str, float]:
    """Milliseconds per keystroke: half of them, 95 of 100 of them, the longest."""
    for key in keys[:WARM]:
        answer(key)
    taken = []
    for key in keys:
        begin = perf_counter()
        answer(key)
        taken.append((perf_counter() - begin) * 1000)
    steps = quantiles(taken, n=100, method="inclusive")
    return {"n": len(taken), "p50": steps[49], "p95": steps[94], "max": max(taken)}


def gaps(answer: Answer, keys: Iterable[str]) -> tuple[float, float]:
    """By how many milliseconds a beat was late at most: with nothing to do, and while a worker searched."""

    def type_all() -> None:
        for key in keys:
            answer(key)

    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    try:
        idle = min(latest_beat(lambda: sleep(QUIET)) for _ in range(ROUNDS))
        return idle, min(latest_beat(type_all) for _ in range(ROUNDS))
    finally:
        sys.setswitchinterval(before)


def latest_beat(work: Callable[[], None]) -> float:
    """Milliseconds beyond BEAT between two beats of this thread while another one does ``work``, at most."""
    worker = Thread(target=work)
    worker.start()
    longest, last = 0.0, perf_counter()
    while worker.is_alive():
        sleep(BEAT)
        now = perf_counter()
        longest, last = max(longest, now - last), now
    return (longest - BEAT) * 1000


def right_answers(phrases: Sequence[Phrase], kind: str, find: judged.Find) -> float:
    """The share of queries of a kind with a right answer among the first five."""
    return recall((window, find(window.query)) for window in windows(phrases, kind, WINDOWS))


def starts(index: Index) -> tuple[float, float]:
    """Milliseconds until a fresh process has answered from the snapshot: alone, and with Qt and a window."""
    with TemporaryDirectory() as folder:
        Snapshot(Path(folder)).save(index, "bench")
        command = [sys.executable, str(START), folder, "fahuo"]
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(START.parents[2])}
        one, other = (median(started([*command, how], env) for _ in range(STARTS)) for how in ("alone", "window"))
    return one, other


def started(command: list[str], env: Mapping[str, str]) -> float:
    """Milliseconds until ``command`` prints its answer."""
    begin = perf_counter()
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE) as process:
        line = process.stdout.readline() if process.stdout else b""
        taken = (perf_counter() - begin) * 1000
    if process.returncode or line.strip() in (b"", b"[]"):
        raise RuntimeError("the start gave no answer")
    return taken


def settle() -> None:
    """As the program does after loading: what stays is never looked at again by the collector."""
    gc.collect()
    gc.freeze()


def memory_of_another(size: int) -> float | None:
    """:func:`memory` in a fresh process."""
    command = [sys.executable, __file__, "--memory", str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def memory(size: int) -> float | None:
    """Megabytes that the process grows by when the index of a library that it has already is built and asked."""
    made = library(size)
    keys, standing = keystrokes(made)[:100], Standing(scores=made.scores)
    gc.collect()
    before = resident()
    index = Index.build(made.phrases, judged.writing())
    for key in keys:
        search(key, index, standing)
    gc.collect()
    after = resident()
    return None if before is None or after is None else after - before


def resident() -> float | None:
    """Megabytes of this process in memory; None where the system does not say it in a file."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return None
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024


def main() -> None:
    """Measure and write, or print one figure for ourselves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--memory", type=int)
    options = parser.parse_args()
    if options.memory:
        print(json.dumps(memory(options.memory)))
        return
    figures = {str(size): measure(size) for size in options.sizes}
    text = json.dumps(figures, indent=1)
    if options.json:
        options.json.write_text(text, "utf-8")
    else:
        print(text)


if __name__ == "__main__":
    main()
