"""What the clipboard of Windows holds: texts, what is worth keeping of an owner's formats, marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.desktop.win32.content import (
    CF_BITMAP,
    CF_DIB,
    CF_DIBV5,
    CF_ENHMETAFILE,
    CF_HDROP,
    CF_METAFILEPICT,
    CF_PALETTE,
    CF_UNICODETEXT,
    FOR_HISTORY,
    Content,
    Item,
    Plan,
    decode,
    encode,
    missing,
    of_text,
    worth_keeping,
)

CF_TEXT, CF_LOCALE, CF_OWNERDISPLAY, CF_DSPTEXT, PRIVATE, GDI_OBJECT = 1, 16, 0x80, 0x81, 0x200, 0x301
HTML, PNG, CONTENTS, DESCRIPTOR, OBJECT = range(0xC000, 0xC005)
NAMES = {
    HTML: "HTML Format",
    PNG: "PNG",
    CONTENTS: "FileContents",
    DESCRIPTOR: "FileGroupDescriptorW",
    OBJECT: "DataObject",
}
POINTLESS = {CF_PALETTE, OBJECT, CONTENTS, DESCRIPTOR, CF_OWNERDISPLAY, CF_DSPTEXT, PRIVATE, GDI_OBJECT}
numbers = st.sampled_from(
    [CF_TEXT, CF_LOCALE, CF_BITMAP, CF_DIB, CF_DIBV5, CF_ENHMETAFILE, CF_METAFILEPICT, CF_HDROP, *NAMES, *POINTLESS]
)


def plan(*offered: int) -> Plan:
    return worth_keeping([(number, NAMES.get(number, "")) for number in offered])


@given(st.text(st.characters(exclude_characters="\0")))
def test_a_text_comes_back_with_plain_line_ends(text: str) -> None:
    assert of_text(text).text == text.replace("\r\n", "\n")


def test_lines_end_as_windows_programs_expect() -> None:
    assert encode("亲\n😊\r\n") == "亲\r\n😊\r\n\0".encode("utf-16-le")


def test_what_stands_behind_the_end_is_not_text() -> None:
    assert decode("短\0长长".encode("utf-16-le") + b"\x01") == "短"
    assert decode(b"") == ""


@given(st.binary())
def test_any_bytes_are_some_text(data: bytes) -> None:
    assert "\0" not in decode(data)


def test_a_content_without_text_has_none() -> None:
    assert Content().text is None
    assert Content((Item(CF_DIB, "", b"x"),)).text is None


@given(st.lists(numbers, unique=True))
def test_what_is_kept_keeps_its_order_and_can_be_bytes(offered: list[int]) -> None:
    kept = plan(*offered).keep
    assert list(kept) == [number for number in offered if number in kept]
    assert not set(kept) & {CF_BITMAP, CF_METAFILEPICT, *POINTLESS}
    assert set(kept) >= set(offered) & {CF_TEXT, CF_LOCALE, CF_DIB, CF_DIBV5, CF_HDROP, HTML, PNG}


def test_nothing_is_missed_that_windows_makes_again() -> None:
    assert plan(CF_BITMAP, CF_DIB, CF_DIBV5, CF_PALETTE) == Plan((CF_DIB, CF_DIBV5))
    assert plan(CF_METAFILEPICT, CF_ENHMETAFILE) == Plan((CF_ENHMETAFILE,))
    assert plan(OBJECT, HTML) == Plan((HTML,))
    assert plan() == Plan(())


def test_what_the_user_would_miss_is_told() -> None:
    assert plan(DESCRIPTOR, CONTENTS, HTML) == Plan((HTML,), lost=True)
    assert plan(DESCRIPTOR, CONTENTS, CF_HDROP) == Plan((CF_HDROP,))
    assert plan(PRIVATE) == Plan((), lost=True)
    assert plan(CF_BITMAP) == Plan((), lost=True)
    assert plan(CF_OWNERDISPLAY, CF_TEXT) == Plan((CF_TEXT,))


def test_marks_are_added_once() -> None:
    first, second = FOR_HISTORY
    marked = Content((Item(CF_UNICODETEXT, "", b"\0\0"), Item(0xC100, first, bytes(4))))
    assert missing(FOR_HISTORY, marked) == [second]
    assert missing(FOR_HISTORY, Content()) == [first, second]
