"""What the clipboard's driver keeps of contents that only Windows has, and what is left when it ends."""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterator

import pytest

if sys.platform != "win32":
    pytest.skip("the clipboard of Windows", allow_module_level=True)

import ctypes

from assistant.core.model import Window
from assistant.desktop.win32.clipboard import Win32Clipboard
from tests.windows import clips

STRANGER = Window(handle=1, focus=1, program="chat", title="chat", pid=4)
NOBODY = 0  # opens the clipboard for no window: what it copies has no owner that could be asked
OLD = "旧的内容\0".encode("utf-16-le")
REPLY = "回复"
HISTORY = ["CanIncludeInClipboardHistory", "CanUploadToCloudClipboard"]

gdi32 = ctypes.WinDLL("gdi32")
for name in ("CreateEnhMetaFileW", "CloseEnhMetaFile", "CreateBitmap"):
    getattr(gdi32, name).restype = ctypes.c_void_p


@pytest.fixture
def clipboard() -> Iterator[Win32Clipboard]:
    one = Win32Clipboard(lambda: None)
    yield one
    one.close()


def copy(**handles: int | bytes | None) -> None:
    with clips.Opened(NOBODY):
        clips._empty()
        for format_, what in handles.items():
            clips._set(clips.number(format_), clips.memory_of(what) if isinstance(what, bytes) else what)


def metafile_bits() -> bytes:
    with clips.Opened(NOBODY):
        handle = ctypes.c_void_p(clips._get(clips.number("CF_ENHMETAFILE")))
        room = ctypes.create_string_buffer(gdi32.GetEnhMetaFileBits(handle, 0, None))
        gdi32.GetEnhMetaFileBits(handle, len(room), room)
        return room.raw


def lent_and_returned(clipboard: Win32Clipboard) -> bool:
    loan = clipboard.lend(REPLY, STRANGER, 500)
    loan.give_back()
    return loan.complete


def test_a_drawing_comes_back(clipboard: Win32Clipboard) -> None:
    context = ctypes.c_void_p(gdi32.CreateEnhMetaFileW(None, None, None, None))
    gdi32.Rectangle(context, 1, 1, 50, 60)
    copy(CF_ENHMETAFILE=gdi32.CloseEnhMetaFile(context))
    before = metafile_bits()
    assert lent_and_returned(clipboard)
    assert metafile_bits() == before


def test_a_bitmap_comes_back_as_the_picture_that_windows_makes_of_it(clipboard: Win32Clipboard) -> None:
    copy(CF_BITMAP=gdi32.CreateBitmap(20, 10, 1, 32, os.urandom(800)))
    before = clips.read(NOBODY, "CF_DIB")
    assert before
    assert lent_and_returned(clipboard)
    assert clips.read(NOBODY, "CF_DIB") == before
    assert "CF_BITMAP" in clips.formats(NOBODY)


def test_of_a_large_picture_one_form_is_kept(clipboard: Win32Clipboard) -> None:
    width, height = 4096, 2100
    header = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 32, 0, 0, 0, 0, 0, 0)
    picture = header + os.urandom(1024) * (width * height * 4 // 1024)
    copy(CF_DIB=picture)
    assert lent_and_returned(clipboard)
    assert clips.read(NOBODY, "CF_DIB") == picture
    assert "CF_DIBV5" in clips.formats(NOBODY)


def test_a_text_of_an_old_program_is_read_and_comes_back(clipboard: Win32Clipboard) -> None:
    copy(CF_TEXT=b"plain old text\0")
    assert clipboard.text(500) == "plain old text"
    assert lent_and_returned(clipboard)
    assert clips.read(NOBODY, "CF_TEXT") == b"plain old text\0"


def test_what_comes_back_is_not_new_to_the_history(clipboard: Win32Clipboard) -> None:
    copy(CF_UNICODETEXT=OLD)
    for _ in range(2):
        assert lent_and_returned(clipboard)
        assert [name for name in clips.formats(NOBODY) if name in HISTORY] == HISTORY


def test_files_that_are_only_streams_are_told_to_be_lost(clipboard: Win32Clipboard) -> None:
    copy(FileGroupDescriptorW=b"names", FileContents=None)
    assert not lent_and_returned(clipboard)


def test_the_end_of_the_driver_gives_back_what_was_there() -> None:
    clipboard = Win32Clipboard(lambda: None)
    copy(CF_UNICODETEXT=OLD)
    clipboard.lend(REPLY, STRANGER, 500)
    assert clips.read(NOBODY, "CF_UNICODETEXT") is None
    clipboard.close()
    assert clips.read(NOBODY, "CF_UNICODETEXT") == OLD


def test_what_was_put_there_outlives_the_driver() -> None:
    clipboard = Win32Clipboard(lambda: None)
    clipboard.put(REPLY)
    clipboard.close()
    assert clips.read(NOBODY, "CF_UNICODETEXT") == (REPLY + "\0").encode("utf-16-le")
    assert clips.formats(NOBODY)[0] == "CF_UNICODETEXT"


@pytest.mark.parametrize("how", ["put", "lend"])
def test_old_programs_get_a_text_as_chinese(clipboard: Win32Clipboard, how: str) -> None:
    copy(CF_LOCALE=(0x0409).to_bytes(4, "little"))
    if how == "put":
        clipboard.put(REPLY)
        assert clips.read(NOBODY, "CF_TEXT") == (REPLY + "\0").encode("gbk")
    else:
        clipboard.lend(REPLY, None, 500)
    assert clips.read(NOBODY, "CF_LOCALE") == (0x0804).to_bytes(4, "little")
