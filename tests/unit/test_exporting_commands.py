"""``xiaoer export`` as it is typed."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant import cli, exporting_commands
from assistant.core.edits import Put
from assistant.exporting_commands import Bar
from assistant.storage.paths import Paths
from assistant.storage.stores import open_stores
from tests.unit.storage.exporters.samples import FULL, phrase

ROOT = Path(__file__).resolve().parents[2]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def library(tmp_path: Path) -> Path:
    opened = open_stores(Paths.find(os.environ, sys.platform).ensure()).library
    opened.edit([Put(FULL), Put(phrase("hy", "您好", "您好", category=("售前",)))], "新增")
    opened.close()
    return tmp_path


def run(*arguments: object) -> int:
    return cli.run(cli.parse(["export", *map(str, arguments), "--layer", "personal"]))


def test_losses_come_before_the_file(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(library / "a.csv") == 0
    told = capsys.readouterr()
    assert told.out == "已导出 2 条话术到 a.csv。\n"
    assert "标签没有地方写。（1 条：tk 退款时效）\n" in told.err
    assert (library / "a.csv").read_bytes().startswith("快捷短语编码".encode("gb18030"))


def test_the_format_can_be_named(library: Path) -> None:
    assert run(library / "a.csv", "--format", "textexpander", "--prefix", ";") == 0
    assert (library / "a.csv").read_text("utf-8-sig").startswith('";')
    with pytest.raises(SystemExit):
        run(library / "a.csv", "--format", "word")


def test_an_unknown_ending_is_one_sentence(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(library / "a.doc") == 1
    assert "“a.doc”看不出要哪种格式。请用 --format 写明：" in capsys.readouterr().err


def test_a_category_and_a_title_can_be_named(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(library / "a.md", "--category", "售后 / 退款", "--title", "售后手册") == 0
    text = (library / "a.md").read_text("utf-8")
    assert text.startswith("# 售后手册\n\n## 售后 › 退款 › 时效\n")
    assert "您好" not in text
    assert run(library / "b.md", "--category", "没有的") == 1
    assert "没有可以导出的话术。" in capsys.readouterr().err


def test_what_is_there_is_replaced_only_when_that_is_wanted(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = library / "a.html"
    path.write_text("mine", "utf-8")
    assert run(path) == 1
    assert "“a.html”已经有了，没有动它。要替换请加上 --yes。" in capsys.readouterr().err
    assert path.read_text("utf-8") == "mine"
    assert run(path, "--yes") == 0
    assert path.read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(("answer", "there"), [("y", True), ("是", True), ("", False), ("n", False)])
def test_a_terminal_is_asked(library: Path, monkeypatch: pytest.MonkeyPatch, answer: str, there: bool) -> None:
    asked: list[str] = []

    def reply(question: str) -> str:
        asked.append(question)
        return answer

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr("builtins.input", reply)
    assert run(library / "a.csv") == 0
    assert (library / "a.csv").exists() is there
    assert asked == ["这样导出吗？[y/N] "]
    assert run(library / "a.jsonl") == 0  # loses the picture, and says so
    assert len(asked) == 2


def test_nobody_there_to_answer_means_no() -> None:
    def gone(_: str) -> str:
        raise EOFError

    assert exporting_commands.confirmed("？", gone) is False


def test_the_bar_is_drawn_on_terminals_only() -> None:
    terminal, file = Terminal(), io.StringIO()
    for stream in (terminal, file):
        bar = Bar(stream)
        assert bar(0.5) is True
        bar.end()
    assert "]  50%" in terminal.getvalue()
    assert terminal.getvalue().endswith(" \r")
    assert file.getvalue() == ""


def test_a_pdf_needs_no_display(library: Path) -> None:
    # In a process of its own: a Qt application is there once and for all.
    away = {name: value for name, value in os.environ.items() if not name.startswith(("DISPLAY", "WAYLAND", "QT_"))}
    command = [sys.executable, "-m", "assistant", "export", str(library / "a.pdf"), "--layer", "personal"]
    ended = subprocess.run(command, env=away, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (ended.returncode, ended.stdout) == (0, "已导出 2 条话术到 a.pdf。\n")
    assert (library / "a.pdf").read_bytes().startswith(b"%PDF-1.")
