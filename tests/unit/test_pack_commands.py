"""Packs on the command line: seen first, done alone or by the running app, told in words and as JSON."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import cli, pack_commands
from assistant.core.edits import Put
from assistant.core.errors import DataProblem, NotFound
from assistant.core.packs.pack import Pack
from assistant.instance import Answer, Request
from assistant.outcome import Outcome
from assistant.storage.packs import write
from assistant.storage.paths import Paths
from assistant.storage.stores import open_stores
from tests.unit.storage.packs.samples import pack_of, phrase

V1 = pack_of([phrase("a", "您好"), phrase("b")])
V2 = pack_of([phrase("a", "您好呀"), phrase("c")], "2.0.0")


class Desk:
    """A home, and what was said in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.paths = Paths.find({"XIAOER_HOME": str(folder / "home")}, "linux").ensure()
        self._folder = folder
        self._capsys = capsys

    def pack(self, pack: Pack, name: str = "p.xiaoer") -> str:
        write(pack, self._folder / name)
        return str(self._folder / name)

    def run(self, *line: str) -> tuple[str, int]:
        options = cli.parse(line)
        command = getattr(pack_commands, options.command)
        said = command(options, self.paths)
        return (said.text, said.code) if isinstance(said, Outcome) else (said, 0)

    def errors(self) -> str:
        return self._capsys.readouterr().err

    def texts(self) -> dict[str, str]:
        library = open_stores(self.paths).library
        return {one.id: one.text for one in library.phrases if one.layer != "starter"}


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def answered(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    """Somebody sits at the terminal."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal(answer + "\n"))


def test_installing_updating_and_removing(desk: Desk) -> None:
    assert desk.run("install", desk.pack(V1), "--yes") == ("已安装“店铺话术”1.0.0：新增 2 条。", 0)
    told = desk.errors()
    assert "安装“店铺话术”1.0.0" in told
    assert "没有签名" in told
    assert "+ 标题a（ka）" in told
    assert desk.texts() == {"a": "您好", "b": "在的"}
    assert desk.run("install", desk.pack(V2), "--yes")[0] == "已安装“店铺话术”2.0.0：新增 1 条，更改 1 条，去掉 1 条。"
    assert "    正文：您好{+呀+}" in desk.errors()
    assert desk.run("packs")[0] == "shop  店铺话术 2.0.0  2 条"
    (row,) = json.loads(desk.run("packs", "--json")[0])
    assert {key: row[key] for key in ("id", "version", "phrases")} == {"id": "shop", "version": "2.0.0", "phrases": 2}
    assert desk.run("uninstall", "shop")[0] == "已卸载，2 条话术不再显示。"
    assert desk.texts() == {}
    assert desk.run("packs")[0] == "还没有安装话术包。"
    with pytest.raises(NotFound):
        desk.run("uninstall", "shop")


def test_nothing_is_installed_unasked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.pack(V1)
    with pytest.raises(Exception, match="没有人可以确认"):
        desk.run("install", path)
    assert desk.run("install", path, "--dry-run")[0] == "只是看看，没有安装。"
    answered(monkeypatch, "")
    assert desk.run("install", path)[0] == "没有安装。"
    assert desk.texts() == {}
    answered(monkeypatch, "y")
    assert desk.run("install", path)[0].startswith("已安装")


def test_an_older_version_is_told(desk: Desk) -> None:
    desk.run("install", desk.pack(V2), "--yes")
    desk.errors()
    desk.run("install", desk.pack(V1), "--dry-run")
    assert "换回旧版本“店铺话术”1.0.0（已安装 2.0.0）" in desk.errors()
    desk.run("install", desk.pack(pack_of([phrase("a")], "2.0.0")), "--dry-run")
    assert "版本号和已安装的一样，内容却不同。" in desk.errors()


def test_what_is_one_s_own_stays_unless_said_otherwise(desk: Desk) -> None:
    desk.run("install", desk.pack(V1), "--yes")
    library = open_stores(desk.paths).library
    mine = library.get("a")
    library.edit([Put(replace(mine, variants=phrase("a", "我的").variants))], "改")
    library.close()
    desk.errors()
    desk.run("install", desk.pack(V2), "--yes")
    assert "! 标题a（ka）：您改过这一条，您的会留下。" in desk.errors()
    assert desk.texts()["a"] == "我的"
    desk.run("install", desk.pack(V1), "--yes", "--mine", "follow")
    assert desk.texts()["a"] == "您好"


def test_the_running_app_installs_the_pack_that_was_seen(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Request] = []

    def app(_: Path, request: Request, __: float) -> Answer:
        asked.append(request)
        return Answer(ok=True, text="装好了。")

    monkeypatch.setattr(pack_commands, "ask", app)
    path = desk.pack(V1)
    assert desk.run("install", path, "--yes", "--mine", "keep")[0] == "装好了。"
    (request,) = asked
    assert request.command == "packs"
    assert request.arguments[:2] == ("install", path)
    assert request.arguments[3] == "keep"
    stores = open_stores(desk.paths)
    desk.pack(V2)  # somebody put another one there meanwhile
    with pytest.raises(DataProblem, match="刚刚变了"):
        pack_commands.do(request.arguments, stores, desk.paths)
    desk.pack(V1)
    assert pack_commands.do(request.arguments, stores, desk.paths).startswith("已安装")
    stores.library.close()
    monkeypatch.setattr(pack_commands, "ask", lambda *_: Answer(ok=False, text="不行。"))
    with pytest.raises(DataProblem, match="不行"):
        desk.run("uninstall", "shop")


def test_what_differs(desk: Desk) -> None:
    old, new = desk.pack(V1, "old.xiaoer"), desk.pack(V2, "new")
    text, code = desk.run("diff", old, new)
    assert code == 3
    assert text.splitlines() == [
        "店铺话术 1.0.0 → 店铺话术 2.0.0", "新增 1 条，更改 1 条，去掉 1 条", "+ 标题c（kc）", "~ 标题a（ka）",
        "    正文：您好{+呀+}", "- 标题b（kb）",
    ]  # fmt: skip
    assert desk.run("diff", old, old) == ("店铺话术 1.0.0 → 店铺话术 1.0.0\n相同 2 条", 0)
    found = json.loads(desk.run("diff", old, new, "--json")[0])
    told = [(one["status"], one["id"]) for one in found["phrases"]]
    assert told == [("changed", "a"), ("new", "c"), ("removed", "b")]
    assert found["phrases"][0]["parts"] == [{"field": "text", "number": 1, "old": "您好", "new": "您好呀"}]


def test_what_differs_from_what_is_installed(desk: Desk) -> None:
    new = desk.pack(V2)
    with pytest.raises(NotFound, match="没有安装"):
        desk.run("diff", new)
    desk.run("install", desk.pack(V1, "old.xiaoer"), "--yes")
    by_file, by_id = desk.run("diff", new), desk.run("diff", "shop", new)
    assert by_file == by_id
    assert by_file[1] == 3
    assert desk.run("diff", desk.pack(V1, "old.xiaoer"))[1] == 0
    text, code = desk.run("diff", new, "--library")
    assert code == 3
    assert "~ 标题a（ka）" in text
