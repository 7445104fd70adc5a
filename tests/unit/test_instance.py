"""A command's way to the running app, without an app: whoever answers, or does not."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.instance import Answer, Request, ask

Serve = Callable[[Callable[[Callable[[int], bytes], Callable[[bytes], object]], None]], Path]
"""Starts a server that treats one connection so, and tells where."""

if sys.platform == "win32":
    import _winapi

    _PIPE_CONNECTED = 535  # the client was quicker

    def server(_: Path, treat: Callable[[Callable[[int], bytes], Callable[[bytes], object]], None]) -> Path:
        name = rf"\\.\pipe\xiaoer-test-{os.getpid()}-{os.urandom(4).hex()}"
        pipe = _winapi.CreateNamedPipe(name, _winapi.PIPE_ACCESS_DUPLEX, _winapi.PIPE_WAIT, 1, 65536, 65536, 0, 0)

        def run() -> None:
            try:
                _winapi.ConnectNamedPipe(pipe, False)
            except OSError as error:
                if error.winerror != _PIPE_CONNECTED:
                    raise
            treat(lambda most: bytes(_winapi.ReadFile(pipe, most)[0]), lambda data: _winapi.WriteFile(pipe, data))
            _winapi.CloseHandle(pipe)

        threading.Thread(target=run, daemon=True).start()
        return Path(name)
else:
    import socket

    def server(folder: Path, treat: Callable[[Callable[[int], bytes], Callable[[bytes], object]], None]) -> Path:
        path = folder / "s"
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(str(path))
        listening.listen()

        def run() -> None:
            with listening, listening.accept()[0] as line:
                treat(line.recv, line.sendall)

        threading.Thread(target=run, daemon=True).start()
        return path


@pytest.fixture
def serve() -> Iterator[Serve]:
    with TemporaryDirectory(prefix="x") as folder:  # a socket's path must be short
        yield lambda treat: server(Path(folder), treat)


def test_a_line_goes_there_and_one_comes_back(serve: Serve) -> None:
    heard: list[Request | None] = []

    def treat(receive: Callable[[int], bytes], send: Callable[[bytes], object]) -> None:
        heard.append(Request.parse(receive(65_536)))
        send(Answer(ok=True, text="已打开。").line())

    assert ask(serve(treat), Request("copy", ("尺码",)), 10) == Answer(ok=True, text="已打开。")
    assert heard == [Request("copy", ("尺码",))]


def test_an_answer_in_pieces_is_put_together(serve: Serve) -> None:
    line = Answer(ok=False, text="长" * 50_000).line()

    def treat(receive: Callable[[int], bytes], send: Callable[[bytes], object]) -> None:
        receive(65_536)
        for start in range(0, len(line), 7_001):
            send(line[start : start + 7_001])

    assert ask(serve(treat), Request("status"), 10) == Answer(ok=False, text="长" * 50_000)


@pytest.mark.parametrize("data", [b"", b"half", b"not json\n", b"[1]\n"])
def test_whoever_makes_no_sense_has_not_answered(serve: Serve, data: bytes) -> None:
    def treat(receive: Callable[[int], bytes], send: Callable[[bytes], object]) -> None:
        receive(65_536)
        if data:
            send(data)

    assert ask(serve(treat), Request("status"), 10) is None


def test_an_app_that_hangs_is_waited_for_no_longer_than_said(serve: Serve) -> None:
    over = threading.Event()
    assert ask(serve(lambda *_: bool(over.wait(60)) and None), Request("status"), 0.1) is None
    over.set()


def test_nobody_there(tmp_path: Path) -> None:
    assert ask(tmp_path / "nobody", Request("status"), 10) is None


@given(st.text(), st.lists(st.text()))
def test_a_request_is_what_it_was(command: str, arguments: list[str]) -> None:
    request = Request(command, tuple(arguments))
    clean = request.line().decode("utf-8")  # what has no place in UTF-8 was replaced
    assert clean.endswith("\n")
    parsed = Request.parse(request.line())
    assert parsed is not None
    assert len(parsed.arguments) == len(arguments)


@given(st.binary())
def test_any_line_is_a_request_or_none(line: bytes) -> None:
    found = Request.parse(line)
    assert found is None or isinstance(found.command, str)
