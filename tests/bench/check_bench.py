"""How long the check of a large pack takes: ``python tests/bench/check_bench.py [--phrases N]`` prints JSON.

Two libraries: one where no two texts are alike, and one in which every tenth phrase is a copy with a word changed.
``cpu_s`` is what is promised about: 20 s for 100,000 phrases; ``clock_s`` also counts what other programs took.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from assistant import compose
from assistant.core.guard.words import GuardWords
from assistant.core.model import Phrase
from assistant.core.packs import checking
from assistant.core.packs.checking import Ground
from assistant.storage.rules import shipped
from tests.search.generate import library

EVERY = 10  # phrases, of which the last is a copy of the one before


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phrases", type=int, default=100_000)
    phrases = library(parser.parse_args().phrases).phrases
    rules = compose.load_rules()
    targets = [profile for name in rules.targets.names() if (profile := rules.targets.named(name))]
    ground = Ground(
        templates=rules.templates,
        words=GuardWords(shipped()),
        wording=compose.wording(),
        fold=compose.folded,
        today=date(2026, 11, 20),
        targets=targets,
    )
    told = {"apart": _measured(phrases, ground), "copies": _measured(_with_copies(phrases), ground)}
    print(json.dumps(told, indent=1))


def _with_copies(phrases: Sequence[Phrase]) -> list[Phrase]:
    found = list(phrases)
    for number in range(EVERY - 1, len(found), EVERY):
        wording = found[number - 1].variants[0]
        changed = replace(wording, text=f"{wording.text[:-4]}，谢谢")
        found[number] = replace(found[number], variants=(changed,))
    return found


def _measured(phrases: Sequence[Phrase], ground: Ground) -> dict[str, object]:
    clock, cpu = time.perf_counter(), time.process_time()
    found = checking.check(phrases, ground)
    cpu, clock = time.process_time() - cpu, time.perf_counter() - clock
    return {"phrases": len(phrases), "cpu_s": cpu, "clock_s": clock, "found": Counter(one.rule for one in found)}


if __name__ == "__main__":
    main()
