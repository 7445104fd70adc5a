"""The table of the search bench tells kept from missed."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import pytest

import _bench
import _orders_bench
import _search_bench


def sizes(size: int = 10_000, *, p95: float = 5.0, **more: Any) -> dict[str, dict[str, Any]]:
    def times(factor: float) -> dict[str, float]:
        return {"n": 300, "p50": 0.1 * p95 * factor, "p95": p95 * factor, "max": 2 * p95 * factor}

    figures = {
        "engines": {"ours": times(1), "loop": times(4)},
        "build_s": 0.5,
        "memory_mb": 16.0,
        "idle_gap_ms": 0.3,
        "gap_ms": 2.0,
        "recall": {"full": 1.0, "typo": 0.98},
    }
    return {str(size): figures | more}


def test_all_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert _search_bench.report(sizes())
    output = capsys.readouterr().out
    assert "| 10000 | 小二快答 | 300 | 0.50 | 5.00 | 10.00 | 0.25 | 0.25 | ≤ 1.5 / 6 | kept |" in output
    assert "| 10000 | memory of the index, MB | 16.0 | ≤ 20 | kept |" in output
    assert "| 10000 | 100.0% | 98.0% |" in output
    assert "snapshot" not in output


@pytest.mark.parametrize(
    ("size", "worse"),
    [
        (10_000, {"p95": 6.1}),
        (2_000, {"p95": 2.1}),
        (10_000, {"memory_mb": 20.1}),
        (10_000, {"gap_ms": 5.1}),
        (10_000, {"recall": {"full": 1.0, "typo": 0.96}}),
    ],
)
def test_a_limit_that_is_not_kept_is_told(capsys: pytest.CaptureFixture[str], size: int, worse: dict[str, Any]) -> None:
    assert not _search_bench.report(sizes(size, **worse))
    assert "beyond its limit" in capsys.readouterr().err


def test_what_was_not_measured_or_not_promised_is_no_miss(capsys: pytest.CaptureFixture[str]) -> None:
    assert _search_bench.report(sizes(500, p95=99.0, memory_mb=None, gap_ms=99.0))
    assert "memory" not in capsys.readouterr().out
    assert _search_bench.report(sizes(start_ms=80.0))
    assert "| 10000 | process start → first answer from the snapshot, ms | 80.0 |" in capsys.readouterr().out


def test_a_machine_that_is_late_by_itself_is_not_our_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert _search_bench.report(sizes(gap_ms=9.0, idle_gap_ms=8.0))
    assert "no verdict" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("steps", "begun"),
    [
        (["search"], ["search"]),
        (["orders"], ["orders"]),
        (["speed"], ["others"]),
        (["search", "hands"], ["search", "others"]),
    ],
)
def test_each_step_begins_only_what_it_needs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, steps: list[str], begun: list[str]
) -> None:
    made: list[str] = []
    monkeypatch.setattr(_search_bench, "run", lambda *_, **__: made.append("search") or True)
    monkeypatch.setattr(_orders_bench, "run", lambda *_, **__: made.append("orders") or True)
    monkeypatch.setattr(_bench, "_beside_others", lambda *_: made.append("others") or True)
    options = argparse.Namespace(out=tmp_path / "out", step=steps, quick=True, driver=None)
    assert _bench.run(tmp_path, options, []) == 0
    assert made == begun


def test_a_search_that_misses_its_limits_fails_the_bench(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(_search_bench, "run", lambda *_, **__: False)
    monkeypatch.setattr(_orders_bench, "run", lambda *_, **__: True)
    monkeypatch.setattr(_bench, "_beside_others", lambda *_: True)
    options = argparse.Namespace(out=tmp_path, step=None, quick=False, driver=None)
    assert _bench.run(tmp_path, options, []) == 1
