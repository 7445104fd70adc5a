"""``xiaoer import``: what a dry run shows, what is taken in, what is refused."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from assistant import cli, importing_commands
from assistant.core.errors import SettingProblem
from assistant.importing_commands import Asked
from assistant.storage.paths import Paths
from assistant.storage.stores import open_stores
from assistant.terminal import Bar, bar
from tests.fakes import FakeClock

TABLE = "快捷编码,快捷短语,快捷短语分组\nhy,亲<买家旺旺>，您好,售前\nhp,,售后\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "a.csv").write_bytes(TABLE.encode("gb18030"))
    return tmp_path / "a.csv"


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = cli.run(cli.parse(["import", *map(str, arguments)]))
    told = capsys.readouterr()
    return code, told.out.strip(), told.err.strip()


def texts() -> list[str]:
    library = open_stores(Paths.find(os.environ, sys.platform)).library
    return [phrase.text for phrase in library.phrases if phrase.layer == "personal"]


def test_a_dry_run_as_json(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    code, out, err = run(capsys, file, "--dry-run", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "format": "qianniu",
        "phrases": [
            {
                "code": "hy",
                "title": "亲<买家旺旺>，您好",
                "text": "亲{{ buyer.nick }}，您好",
                "category": ["售前"],
                "tags": [],
                "attachments": [],
                "disabled": False,
            }
        ],
        "report": [{"where": "第 3 行（hp）", "what": "没有内容，没有导入。"}],
    }
    assert texts() == []


def test_pictures_and_disabled_ones_are_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    record = {"title": "一", "text": "1", "disabled": True, "attachments": [{"hash": "0" * 64, "name": "a.png"}]}
    (tmp_path / "a.jsonl").write_text(json.dumps(record), "utf-8")
    _, out, _ = run(capsys, tmp_path / "a.jsonl", "--dry-run", "--json", "--category", "外来/旧的")
    [phrase] = json.loads(out)["phrases"]
    assert (phrase["disabled"], phrase["attachments"], phrase["category"]) == (True, ["a.png"], ["外来", "旧的"])


def test_a_dry_run_for_people(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    code, out, _ = run(capsys, file, "--dry-run")
    assert (code, out) == (0, "格式 qianniu，共 1 条：新增 1 条。\n第 3 行（hp）\t没有内容，没有导入。")


def test_many_remarks_are_cut(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("快捷编码,快捷短语\na,一\n" + "b,\n" * 25, "utf-8")
    _, out, _ = run(capsys, tmp_path / "a.csv", "--dry-run")
    assert len(out.splitlines()) == 22
    assert out.endswith("还有 5 处，用 --json 可以看到全部。")


def test_an_import(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    sentence = "新增 1 条，更新 0 条，相同 0 条。有 1 处改动或遗漏：第 3 行（hp）：没有内容，没有导入。"
    assert run(capsys, file) == (0, sentence, "")
    assert texts() == ["亲{{ buyer.nick }}，您好"]
    code, out, _ = run(capsys, file, "--json")
    assert code == 0
    told: dict[str, Any] = json.loads(out)
    assert (told["format"], told["added"], told["unchanged"], told["duplicates"]) == ("qianniu", 0, 1, 0)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["missing.csv"], "读不到"),
        (["a.csv", "--format", "nonsense"], "没有叫“nonsense”的导入格式"),
        (["a.csv", "--columns", "x"], "不是一列"),
        (["notes.md"], "不认识文件"),
        (["strange.csv"], "不知道 strange.csv 的哪一列是话术内容"),
    ],
)
def test_what_is_refused_is_one_sentence(
    capsys: pytest.CaptureFixture[str], file: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    monkeypatch.chdir(file.parent)
    Path("notes.md").write_text("# 记事\n", "utf-8")
    Path("strange.csv").write_text("甲,乙\n一,二\n", "utf-8")
    for way in ([], ["--dry-run"], ["--dry-run", "--json"]):
        code, out, err = run(capsys, *arguments, *way)
        assert (code, out) == (1, "")
        assert told in err
        assert len(err.splitlines()) == 1


def test_columns_are_remembered(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("甲,乙\n一,二\n", "utf-8")
    assert run(capsys, tmp_path / "a.csv", "--columns", "乙=话术内容,甲=title")[0] == 0
    (tmp_path / "b.csv").write_text("甲,乙\n三,四\n", "utf-8")
    assert run(capsys, tmp_path / "b.csv")[0] == 0
    assert texts() == ["二", "四"]


def test_the_running_app_is_asked_in_the_same_words(tmp_path: Path) -> None:
    asked = Asked((tmp_path / "-a b.csv", tmp_path / "c"), "qianniu", ("甲=text", "乙="), "售后/退", duplicates=True)
    assert importing_commands.of_arguments(asked.arguments()) == asked
    plain = Asked((tmp_path / "a",), as_json=True)
    assert importing_commands.of_arguments(plain.arguments()) == plain
    assert importing_commands.of_arguments([str(tmp_path / "a")]) == Asked((tmp_path / "a",))
    for wrong in ([], ["--nonsense"]):
        with pytest.raises(SettingProblem, match="读不懂"):
            importing_commands.of_arguments(wrong)


# --- the bar


class Screen(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def test_a_bar_is_drawn_now_and_then_and_goes_away() -> None:
    clock, screen = FakeClock(), Screen(terminal=True)
    with bar("导入", screen, clock) as progress:
        assert progress(0.0)
        assert progress(0.2)  # too soon
        clock.pause(200)
        assert progress(0.5)
    assert screen.getvalue() == f"\r导入 {'░' * 30}   0%\r导入 {'█' * 15}{'░' * 15}  50%\r{' ' * 40}\r"


def test_where_nobody_looks_there_is_no_bar() -> None:
    screen = Screen(terminal=False)
    drawn = Bar("导入", screen, FakeClock())
    assert drawn(0.5)
    drawn.clear()
    assert screen.getvalue() == ""
