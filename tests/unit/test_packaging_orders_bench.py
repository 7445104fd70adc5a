"""The report of the order tables: what is beyond its limit is named, and counts."""

from __future__ import annotations

import pytest

import _orders_bench


def table(**figures: float) -> dict[str, dict[str, object]]:
    lookups = {"nick": (0.1, figures.pop("nick", 0.2)), "tells nobody": (0.5, figures.pop("tells", 2.0))}
    return {
        "csv 46": {"orders": 100_000, "load_s": 2.0, "memory_mb": 80.0, "aside_mb": 20.0, "lookups": lookups} | figures
    }


def test_within_the_limits(capsys: pytest.CaptureFixture[str]) -> None:
    assert _orders_bench.report(table(loop_s=0.4))
    assert "| csv 46 | 100000 | 2.00 | 0.40 | 80 | 20 |" in capsys.readouterr().out


@pytest.mark.parametrize("worse", [{"load_s": 5.1}, {"memory_mb": 151.0}, {"nick": 1.1}, {"tells": 5.1}])
def test_beyond_one(worse: dict[str, float], capsys: pytest.CaptureFixture[str]) -> None:
    assert not _orders_bench.report(table(**worse))
    assert "超出限度" in "".join(capsys.readouterr())
