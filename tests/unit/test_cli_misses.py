"""``xiaoer misses``: what was looked for in vain."""

from __future__ import annotations

import json
import os
import sys

import pytest

from assistant import cli
from assistant.core.misses import Miss
from assistant.storage.misses import Misses
from assistant.storage.paths import Paths


@pytest.fixture
def store() -> Misses:
    return Misses(Paths.find(os.environ, sys.platform).ensure().misses)


def listed(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    assert cli.run(cli.parse(["misses", *options])) == 0
    return capsys.readouterr().out.strip()


def test_most_wanted_first(store: Misses, capsys: pytest.CaptureFixture[str]) -> None:
    for query, at in (("增票", 1_800_000_000.0), ("发票抬头", 1_700_000_000.0), ("发票抬头", 1_750_000_000.0)):
        store.append(Miss(query, at))
    assert [line.split()[:3] for line in listed(capsys).splitlines()] == [["发票抬头", "2", "次"], ["增票", "1", "次"]]
    rows = json.loads(listed(capsys, "--json"))
    assert [(row["query"], row["count"]) for row in rows] == [("发票抬头", 2), ("增票", 1)]
    assert rows[0]["last"].startswith("2025-06-1")


def test_none_yet(capsys: pytest.CaptureFixture[str]) -> None:
    assert "还没有" in listed(capsys)
    assert listed(capsys, "--json") == "[]"


def test_a_time_that_no_calendar_has(store: Misses, capsys: pytest.CaptureFixture[str]) -> None:
    for at in (1e300, -1e12):
        store.append(Miss("增票", at))
    assert "还没有" in listed(capsys)
