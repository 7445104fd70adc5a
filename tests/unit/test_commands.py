"""Lines from other processes: each is answered exactly once, whatever it is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.commands import Commands, Done, Failed
from assistant.core.errors import NotFound, SettingProblem
from assistant.instance import Answer, Request

NAMES = [
    "popup",
    "practice",
    "window",
    "library",
    "tables",
    "reload",
    "quit",
    "status",
    "set",
    "copy",
    "import",
    "orders",
]


class Recorder:
    """A host that notes what it was asked; ``later`` are the ends of what takes time."""

    def __init__(self) -> None:
        self.did: list[tuple[str, ...]] = []
        self.later: list[tuple[Done, Failed]] = []

    def open_popup(self) -> None:
        self.did.append(("popup",))

    def practise(self) -> None:
        self.did.append(("practice",))

    def show_library(self) -> None:
        self.did.append(("library",))

    def show_tables(self) -> None:
        self.did.append(("tables",))

    def show_settings(self) -> None:
        self.did.append(("window",))

    def show_orders(self, files: Sequence[str], done: Done) -> None:
        self.did.append(("orders", *files))
        done(f"{len(files)}")

    def reload(self) -> str:
        return "已重新读取"

    def quit(self) -> None:
        self.did.append(("quit",))

    def status(self) -> str:
        return "正在运行"

    def set(self, key: str, value: str) -> str:
        if key == "nonsense":
            raise SettingProblem("没有这个设置。", "看看别的。")
        return value

    def copy(self, code: str, done: Done, failed: Failed) -> None:
        if code == "unknown":
            raise NotFound("没有这条话术。")
        self.later.append((done, failed))

    def import_files(self, arguments: Sequence[str], done: Done, failed: Failed) -> None:
        self.later.append((done, failed))

    def change_packs(self, arguments: Sequence[str], done: Done, failed: Failed) -> None:
        self.later.append((done, failed))


def ask(line: bytes, host: Recorder) -> list[dict[str, Any]]:
    answers: list[bytes] = []
    Commands(host).handle(line, answers.append)
    for done, _ in host.later:
        done("好了")
    return [json.loads(answer) for answer in answers]


@pytest.mark.parametrize(
    ("request_", "answer"),
    [
        (Request("popup"), Answer(ok=True)),
        (Request("status"), Answer(ok=True, text="正在运行")),
        (Request("set", ("tone", "亲切")), Answer(ok=True, text="亲切")),
        (Request("set", ("nonsense", "1")), Answer(ok=False, text="没有这个设置。看看别的。")),
        (Request("copy", ("zh1",)), Answer(ok=True, text="好了")),
        (Request("orders"), Answer(ok=True, text="0")),
        (Request("orders", ("/a.csv", "/b.xlsx")), Answer(ok=True, text="2")),
        (Request("copy", ("unknown",)), Answer(ok=False, text="没有这条话术。")),
    ],
)
def test_each_command_has_its_answer(request_: Request, answer: Answer) -> None:
    assert ask(request_.line(), Recorder()) == [json.loads(answer.line())]


def test_what_fails_later_is_answered_too() -> None:
    host, answers = Recorder(), []
    Commands(host).handle(Request("import", ("x.jsonl",)).line(), answers.append)
    assert answers == []
    host.later[0][1](NotFound("读不到文件。"))
    assert [json.loads(a) for a in answers] == [{"ok": False, "text": "读不到文件。"}]


@pytest.mark.parametrize("line", [b"", b"\n", b"{", b"[]", b'{"command": 1}', b'{"command": "fly", "arguments": []}',
                                  Request("set", ("one",)).line(), b"\xff\xfe"])  # fmt: skip
def test_nonsense_is_answered_with_a_sentence(line: bytes) -> None:
    [answer] = ask(line, Recorder())
    assert not answer["ok"]
    assert answer["text"]


@given(st.one_of(st.binary(max_size=60), st.builds(
    lambda name, words: Request(name, tuple(words)).line(), st.sampled_from(NAMES), st.lists(st.text(), max_size=3)
)))  # fmt: skip
def test_every_line_is_answered_exactly_once(line: bytes) -> None:
    assert len(ask(line, Recorder())) == 1


@given(st.text(), st.lists(st.text(), max_size=3))
def test_a_request_survives_the_line(command: str, arguments: list[str]) -> None:
    assert Request.parse(Request(command, tuple(arguments)).line()) == Request(command, tuple(arguments))
