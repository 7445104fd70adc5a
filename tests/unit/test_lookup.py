"""``xiaoer search``: the same engine without a window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant import cli

PHRASES = [
    {"code": "fh1", "title": "今天发货", "text": "亲，今天发", "category": ["物流"], "use_count": 1, "last_used": "2026-11-01T00:00:00+08:00"},
    {"code": "fh2", "title": "明天发货", "text": "亲，明天发", "use_count": 90, "last_used": "2026-11-19T00:00:00+08:00"},
    {"code": "old", "title": "双十一发货", "text": "慢几天", "valid_until": "2025-11-20"},
]  # fmt: skip


@pytest.fixture
def library(tmp_path: Path) -> str:
    file = tmp_path / "shop.jsonl"
    file.write_text("\n".join(json.dumps(phrase, ensure_ascii=False) for phrase in PHRASES), "utf-8")
    return str(file)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = cli.run(cli.parse(["search", *words]))
    out, err = capsys.readouterr()
    return code, out.strip(), err.strip()


def test_a_query_prints_what_the_popup_would_list(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "fahuo", "--library", library, "--now", "2026-11-20T12:00:00+08:00")
    assert code == 0
    assert [line.split("\t")[0] for line in out.splitlines()] == ["fh2", "fh1", "old"]
    assert "亲，明天发" in out


def test_words_go_together_and_json_tells_more(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "jt", "发货", "--library", library, "--json", "--limit", "1")
    row = json.loads(out)
    assert (code, row["query"], row["codes"]) == (0, "jt 发货", ["fh1"])
    assert row["results"][0] | {"level": ""} == {
        "code": "fh1", "title": "今天发货", "category": ["物流"], "excerpt": "亲，今天发", "expired": False, "level": "",
    }  # fmt: skip


def test_a_table_of_queries_gives_one_line_each(
    library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "queries.tsv"
    table.write_text("kind\tquery\texpected\ncode\tfh1\tfh1\nnone\t火箭\t-\n", "utf-8")
    code, out, _ = run(capsys, "--queries", str(table), "--library", library, "--json")
    assert code == 0
    assert [json.loads(line) for line in out.splitlines()] == [
        {"query": "fh1", "codes": ["fh1"]}, {"query": "火箭", "codes": []},
    ]  # fmt: skip
    table.write_text("fh2\nfh1\n", "utf-8")
    assert [
        json.loads(line)["query"] for line in run(capsys, "--queries", str(table), "--library", library)[1].splitlines()
    ] == ["fh2", "fh1"]


def test_without_a_file_it_is_the_own_library(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "wfhd", "--limit", "1")
    assert code == 0
    assert out.startswith("wfhd\t")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "没有写要搜索什么"),
        (("火箭",), "没有找到"),
        (("a", "--now", "昨天"), "不是时间"),
        (("a", "--library", "/nowhere.jsonl"), "读不出来"),
        (("--queries", "/nowhere.tsv"), "读不出来"),
    ],
)
def test_what_goes_wrong_is_one_sentence(words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, *words)
    assert (code, out) == (1, "")
    assert said in err
    assert len(err.splitlines()) == 1
