"""How fast and how heavy order tables are: ``python tests/bench/orders_bench.py --json FILE [--orders N]``.

Per kind of table, in a process of its own, the best of some rounds: seconds from files to a book that answers, how much the process grew, what the
reader aside took at most, milliseconds of a lookup. Beside it a plain loop of ``csv.reader`` over the same rows in CSV,
which cleans nothing and keeps nothing. ``packaging/_orders_bench.py`` prints the table.
"""

from __future__ import annotations

import argparse
import csv
import gc
import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from assistant.core.orders.book import OrderBook
from assistant.core.orders.order import Order
from assistant.core.orders.records import NICK, PHONE, RECEIVER, unpacked
from assistant.storage.order_files import read
from tests.bench.order_tables import OLD_HEADINGS, rows, write_csv, write_xlsx

ORDERS = 100_000
LOOKUPS = 2_000
ROUNDS = 3  # of which the fastest counts: what others do on the machine only adds
TABLES: dict[str, Callable[[Path, int], None]] = {
    "csv 46": lambda file, count: write_csv(file, rows(count, OLD_HEADINGS)),
    "csv 71": lambda file, count: write_csv(file, rows(count)),
    "xlsx 71": lambda file, count: write_xlsx(file, rows(count), shared=False),
    "xlsx 71, shared texts": lambda file, count: write_xlsx(file, rows(count), shared=True),
    "xlsx 71, no empty cells": lambda file, count: write_xlsx(file, rows(count), shared=True, gaps=True),
}


def resident() -> float:
    """Megabytes of this process; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text("utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def aside_peak() -> float:
    """Megabytes that a process which was waited for took at most; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1024)


def measure(file: Path) -> dict[str, Any]:
    """The figures of one table."""
    before = resident()
    begin = perf_counter()
    reading = read([file])
    seconds = perf_counter() - begin
    assert reading is not None
    gc.collect()
    figures = {"load_s": seconds, "orders": reading.count, "memory_mb": resident() - before, "aside_mb": aside_peak()}
    return figures | {"lookups": lookups(reading.book)}


def lookups(book: OrderBook) -> dict[str, tuple[float, float]]:
    """Milliseconds by kind: half and 95 of a hundred lookups take less."""
    records = [unpacked(record) for record in book.records()]
    chosen = random.Random(1).sample(records, min(LOOKUPS, len(records)))
    asked: dict[str, Callable[[list[str]], object]] = {
        "nick": lambda record: book.of_buyer(record[NICK]),
        "order number": lambda record: book.by_id(number(record)),
        "receiver": lambda record: book.by_receiver(record[RECEIVER]),
        "phone tail": lambda record: book.by_phone_tail(record[PHONE][-4:]),
        "last six digits": lambda record: book.find(number(record)[-6:]),
        "tells somebody?": lambda record: book.mentions(f"{record[NICK]}的快递"),
        "tells nobody": lambda _: book.mentions("怎么退货啊亲"),
    }
    found = book.by_id(number(chosen[0]))
    assert isinstance(found, Order)
    return {name: timed(ask, chosen) for name, ask in asked.items()}


def number(record: list[str]) -> str:
    return record[3]


def timed(ask: Callable[[list[str]], object], chosen: list[list[str]]) -> tuple[float, float]:
    times = []
    for record in chosen:
        begin = perf_counter()
        ask(record)
        times.append((perf_counter() - begin) * 1000)
    cuts = quantiles(times, n=20)
    return cuts[9], cuts[18]


def plain_loop(file: Path) -> float:
    """Seconds of the loop that everybody would write first."""
    begin = perf_counter()
    with file.open(encoding="gb18030", newline="") as lines:
        for _ in csv.reader(lines):
            pass
    return perf_counter() - begin


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", type=Path, required=True)
    parser.add_argument("--orders", type=int, default=ORDERS)
    parser.add_argument("--table", type=Path, help="measure this file only")
    options = parser.parse_args()
    if options.table:
        options.json.write_text(json.dumps(measure(options.table)), "utf-8")
        return
    figures: dict[str, Any] = {}
    with TemporaryDirectory() as folder:
        for place, (name, write) in enumerate(TABLES.items()):
            file = Path(folder) / f"{place}{'.csv' if name.startswith('csv') else '.xlsx'}"
            write(file, options.orders)
            told = file.with_suffix(".json")
            command = [sys.executable, __file__, "--json", told, "--table", file]
            made = []
            for _ in range(ROUNDS):
                subprocess.run(command, check=True)
                made.append(json.loads(told.read_text("utf-8")))
            figures[name] = min(made, key=lambda one: one["load_s"])
            if name.startswith("csv"):
                figures[name]["loop_s"] = min(plain_loop(file) for _ in range(ROUNDS))
            file.unlink()
    options.json.write_text(json.dumps(figures), "utf-8")


if __name__ == "__main__":
    main()
