"""``xiaoer check`` as it is typed: what it reads, what it prints, how it ends."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant import cli
from assistant.core.model import Attachment, Phrase, Variant
from assistant.core.packs.manifest import Manifest, Version
from assistant.core.packs.pack import Pack
from assistant.storage import packs

GOOD = '{"title": "发货", "code": "fh", "text": "亲，今天发出"}'
BROKEN = '{"title": "订单", "code": "dd", "text": "亲，{{ 订但号 }}"}'
PHONE = '{"title": "电话", "code": "dh", "text": "打 13812345678"}'
BLUNT = '{"title": "退货", "code": "th", "text": "不能退的"}'


@pytest.fixture(autouse=True)
def _home(private_home: Path) -> None:
    del private_home


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.run(cli.parse(["check", *arguments]))
    told = capsys.readouterr()
    return code, told.out, told.err


def lines(folder: Path, *found: str) -> str:
    file = folder / "a.jsonl"
    file.write_text("\n".join(found), "utf-8")
    return str(file)


@pytest.mark.parametrize(
    ("found", "level", "code"),
    [
        ([GOOD], "note", 0),
        ([BLUNT], "error", 0),
        ([BLUNT], "warning", 0),
        ([BLUNT], "note", 1),
        ([PHONE], "error", 0),
        ([PHONE], "warning", 1),
        ([GOOD, BROKEN], "error", 1),
        ([GOOD, "{"], "error", 1),
    ],
)
def test_exit_codes(tmp_path: Path, capsys, found: list[str], level: str, code: int) -> None:
    assert run(capsys, lines(tmp_path, *found), "--fail-on", level)[0] == code


def test_what_could_not_be_checked_ends_with_two(tmp_path: Path, capsys) -> None:
    nonsense = tmp_path / "b.jsonl"
    nonsense.write_text("no phrase", "utf-8")
    for arguments in (
        [str(tmp_path / "nothing.jsonl")],
        [str(nonsense)],
        [lines(tmp_path, GOOD), "--today", "morgen"],
        [lines(tmp_path, GOOD), "--target", "nobody"],
        [lines(tmp_path, GOOD), "--without", "nothing"],
        [str(tmp_path)],
    ):
        code, out, err = run(capsys, *arguments)
        assert (code, out) == (2, "")
        assert err.strip()
    with pytest.raises(SystemExit) as ended:
        cli.parse(["check", "--fail-on", "never"])
    assert ended.value.code == 2


def test_lines_of_a_file_are_named(tmp_path: Path, capsys) -> None:
    file = lines(tmp_path, GOOD, "", "{", BROKEN)
    _, out, _ = run(capsys, file, "--json")
    told = json.loads(out)
    assert [(one["rule"], one["line"]) for one in told["findings"]] == [("field", 4)]
    assert [one["line"] for one in told["unreadable"]] == [3]
    assert told["phrases"] == 2


def test_standard_input(capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{GOOD}\n{PHONE}".encode()), "utf-8"))
    code, out, _ = run(capsys, "-", "--sarif")
    (result,) = json.loads(out)["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert (code, result["ruleId"]) == (0, "private-phone")
    assert place == {"artifactLocation": {"uri": "stdin"}, "region": {"startLine": 2}}
    assert "13812345678" not in out


def test_the_own_library(capsys) -> None:
    code, out, _ = run(capsys, "--fail-on", "note")
    assert code == 0
    assert out.endswith("条话术，没有发现问题。\n")


def test_days_and_rules_can_be_chosen(tmp_path: Path, capsys) -> None:
    file = lines(tmp_path, '{"title": "节", "code": "j", "text": "节日好", "valid_until": "2026-05-03"}')
    assert "expired" in run(capsys, file, "--today", "2026-05-04")[1]
    assert "expired" not in run(capsys, file, "--today", "2026-05-03")[1]
    assert "expired" not in run(capsys, file, "--today", "2026-05-04", "--without", "expired")[1]
    code, out, _ = run(capsys, "--rules")
    assert code == 0
    assert "private-phone" in out


def pack() -> Pack:
    manifest = Manifest("shop.test", "测试包", Version(1), updated=date(2026, 5, 1))
    phrases = (
        Phrase("shop:1", "fh", "发货", (Variant("亲，今天发出"),), layer="team"),
        Phrase("shop:2", "cm", "尺码", (Variant("在的"), Variant("{{ 表.尺码 | 查: input.身高 }}")), layer="team"),
        Phrase("shop:3", "tp", "图片", (Variant("看图"),), attachments=(Attachment("a" * 64, "图.png"),), layer="team"),
    )
    return Pack(manifest, phrases)


@pytest.mark.parametrize("name", ["包.xiaoer", "包"])
def test_a_pack_as_a_file_and_as_a_folder(tmp_path: Path, capsys, name: str) -> None:
    path = tmp_path / name
    if not path.suffix:
        path.mkdir()
    packs.write(replace(pack(), phrases=pack().phrases[:2]), path)
    code, out, _ = run(capsys, str(path), "--json")
    (one,) = json.loads(out)["findings"]
    assert (code, one["rule"], one["variant"], one["pointer"]) == (1, "table", 1, "/1/variants/1/text")
    if path.is_dir():
        rows = (path / "phrases.json").read_text("utf-8").splitlines()
        assert one["file"].endswith("phrases.json")
        assert '"shop:2"' in rows[one["line"]]  # the line after the bracket
    else:
        assert (one["file"], one["line"]) == (path.as_posix(), 0)
