from __future__ import annotations

from io import BytesIO, TextIOWrapper

import pytest

from assistant.terminal import pipe_in_utf8


class ConsoleOfWindows(TextIOWrapper):
    def isatty(self) -> bool:
        return True


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
