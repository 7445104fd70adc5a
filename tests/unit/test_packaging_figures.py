"""The bench's table tells kept from missed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import _figures


def program(paint: list[float], **more: Any) -> dict[str, Any]:
    return {"samples": {"A.paint": paint, "C": [4.0]}, "bad": [], **more}


def write(folder: Path, **programs: dict[str, Any]) -> Path:
    file = folder / f"{len(list(folder.iterdir()))}.json"
    file.write_text(json.dumps({"programs": programs}), "utf-8")
    return file


def rows(output: str) -> dict[str, list[str]]:
    lines = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in output.splitlines() if line.startswith("|")
    ]
    return {cells[0]: cells[1:] for cells in lines}


@pytest.mark.parametrize(("paint", "verdict", "ratio"), [(15.0, "kept", "1.50"), (15.2, "**missed**", "1.52")])
def test_a_ratio_is_judged_against_the_floor(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], paint: float, verdict: str, ratio: str
) -> None:
    file = write(tmp_path, bare_qt=program([8.0, 10.0, 12.0]), xiaoer=program([paint]))
    assert _figures.report([file], floor="bare_qt", ours="xiaoer") is (verdict == "kept")
    assert rows(capsys.readouterr().out)["A hotkey → first paint, ms"][-3:] == [ratio, "≤ 1.5 ×", verdict]


def test_steps_are_put_together(tmp_path: Path) -> None:
    one = write(tmp_path, xiaoer=program([1.0]))
    two = write(tmp_path, xiaoer=program([3.0], typeahead={"0": {"ok": 4, "wrong": 0, "nothing": 0}}))
    merged = _figures.merge([one, two])["xiaoer"]
    assert merged["samples"]["A.paint"] == [1.0, 3.0]
    assert merged["typeahead"]["0"]["ok"] == 4


@pytest.mark.parametrize(
    ("figures", "label", "cell"),
    [
        (
            {"typeahead": {"0": {"ok": 3, "wrong": 1, "nothing": 0}}},
            "H typed 0 ms after the hotkey",
            "ok 3, wrong 1, nothing 0",
        ),
        ({"rich_clipboard": {"text/html": True, "image/png": False}}, "E rich clipboard", "lost image/png"),
        ({"integrity": {"n": 100, "exact": 99}}, "E exact", "99/100"),
        (
            {"burst": {"n": 9, "exact": 8, "lost": 1, "doubled": 0, "out_of_order": 0, "stray_chars": 0, "stuck": 0}},
            "burst",
            "lost 1",
        ),
        (
            {"holds": {"0": {"ok": 5, "of": 5}, "120": {"ok": 4, "of": 5}}},
            "K hotkey held 0–120 ms: popup came",
            "120 ms 4/5",
        ),
        ({"watch": {"max": 16.2}}, "GUI thread: longest wait for an answer, ms", "16.2"),
        ({"bad": [{"what": "D.bad", "got": "nothing"}]}, "D failures", "1.0"),
        ({"idle": {"cpu_s": 0.06, "seconds": 30}}, "F idle CPU, %", "0.2"),
    ],
)
def test_a_broken_promise_is_missed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], figures: dict[str, Any], label: str, cell: str
) -> None:
    file = write(tmp_path, xiaoer={**program([]), **figures})
    assert not _figures.report([file], floor="bare_qt", ours="xiaoer")
    assert rows(capsys.readouterr().out)[label] == [cell, "–", rows_limit(label), "**missed**"]


def rows_limit(label: str) -> str:
    return next(row.limit for row in _figures.ROWS if row.label == label)


def test_what_only_the_others_have_is_missed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path, bare_qt=program([8.0]), xiaoer={"samples": {}, "bad": [], "failed": "it did not start"})
    assert not _figures.report([file], floor="bare_qt", ours="xiaoer")
    assert "xiaoer: it did not start" in capsys.readouterr().out
