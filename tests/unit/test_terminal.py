from __future__ import annotations

from io import BytesIO, StringIO, TextIOWrapper

import pytest

from assistant.terminal import bar, pipe_in_utf8
from tests.fakes import FakeClock


class Console(StringIO):
    def isatty(self) -> bool:
        return True


class ConsoleOfWindows(TextIOWrapper):
    def isatty(self) -> bool:
        return True


def test_a_bar_on_a_terminal_goes_again() -> None:
    clock, screen = FakeClock(), Console()
    with bar("导入", screen, clock) as told:
        clock.pause(1000)
        assert told(0.5)
    shown = screen.getvalue().split("\r")
    assert "50%" in shown[1]
    assert shown[2].isspace()
    assert len(shown[2]) >= len(shown[1]) + len("导入")  # Chinese characters are two columns wide
    assert shown[3:] == [""]


def test_no_bar_where_nobody_looks() -> None:
    clock, file = FakeClock(), StringIO()
    with bar("导入", file, clock) as told:
        clock.pause(1000)
        assert told(0.5)
    assert file.getvalue() == ""


@pytest.mark.parametrize(
    ("platform", "kind", "written"),
    [
        ("win32", TextIOWrapper, "尺码😀".encode()),
        ("win32", ConsoleOfWindows, "尺码?".encode("gbk")),
        ("linux", TextIOWrapper, "尺码?".encode("gbk")),
    ],
)
def test_a_pipe_of_windows_gets_utf8(platform: str, kind: type[TextIOWrapper], written: bytes) -> None:
    data = BytesIO()
    stream = kind(data, encoding="gbk", errors="replace")
    pipe_in_utf8(stream, platform)
    stream.write("尺码😀")
    stream.flush()
    assert data.getvalue() == written


def test_no_stream_at_all_is_no_problem() -> None:
    pipe_in_utf8(None, "win32")
