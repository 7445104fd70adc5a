"""What a selection holds: texts in all their forms, what is worth reading, pictures in other encodings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("PySide6.QtGui")

from assistant.desktop.x11.content import TEXT_TARGETS, Content, Item, decode, of_text, worth_keeping

MARKS = {"x-kde-passwordManagerHint", "application/x-copyq-owner"}
FORMAL = {"TARGETS", "MULTIPLE", "TIMESTAMP", "DELETE", "SAVE_TARGETS"}
OTHERS = [
    "image/png",
    "image/bmp",
    "image/jpeg",
    "image/svg+xml",
    "text/html",
    "text/uri-list",
    "x-special/gnome-copied-files",
]
names = st.sampled_from([*TEXT_TARGETS, *FORMAL, *OTHERS])


@given(st.text())
def test_a_text_is_the_same_in_every_form(text: str) -> None:
    content = of_text(text)
    assert content.complete
    for target in content.items.keys() & set(TEXT_TARGETS):
        item = content.items[target]
        assert item.bits == 8
        assert decode(target, bytes(item.data)) == text.rstrip("\0")
    assert content.text == text.rstrip("\0")


@given(st.text())
def test_a_reader_that_knows_latin_1_only_gets_nothing_wrong(text: str) -> None:
    assert ("STRING" in of_text(text).items) == text.isascii()


@given(st.text())
def test_our_texts_are_marked_private_unless_asked_otherwise(text: str) -> None:
    assert set(of_text(text).items) >= MARKS
    assert not set(of_text(text, private=False).items) & MARKS
    assert of_text(text).items["x-kde-passwordManagerHint"].data == b"secret"


def test_half_a_character_does_not_stop_a_reply() -> None:
    content = of_text("好\ud83d")
    assert content.text is not None
    assert content.text.startswith("好")


@given(st.sampled_from(TEXT_TARGETS), st.binary())
def test_any_bytes_become_a_text(target: str, data: bytes) -> None:
    text = decode(target, data)
    assert not text.endswith("\0")
    if target == "STRING":
        assert text.encode("latin-1") == data.rstrip(b"\0")


@pytest.mark.parametrize(
    ("target", "data", "text"),
    [
        ("UTF8_STRING", "亲😊".encode(), "亲😊"),
        ("UTF8_STRING", b"end\0", "end"),
        ("STRING", b"caf\xe9", "café"),
        ("text/plain", b"\xff", "\ufffd"),
        ("UTF8_STRING", b"", ""),
    ],
)
def test_texts_are_decoded(target: str, data: bytes, text: str) -> None:
    assert decode(target, data) == text


@given(st.lists(names))
def test_what_is_worth_keeping(targets: list[str]) -> None:
    wanted, pictures = worth_keeping(targets)
    assert len({*wanted, *pictures}) == len(wanted) + len(pictures)
    assert {*wanted, *pictures} == set(targets) - FORMAL
    assert [t for t in dict.fromkeys(targets) if t in wanted] == wanted
    if "image/png" in targets:
        assert "image/png" in wanted
        assert not {"image/bmp", "image/jpeg"} & set(wanted)
    else:
        assert pictures == ()
    assert "image/svg+xml" not in pictures


@pytest.mark.parametrize("target", TEXT_TARGETS)
def test_the_text_is_found_in_whatever_form_it_came(target: str) -> None:
    assert Content({target: Item(target, 8, b"ok")}).text == "ok"


def test_no_text_is_none() -> None:
    assert Content().text is None
    assert Content({"text/html": Item("text/html", 8, b"<b>")}).text is None
    assert Content({"UTF8_STRING": Item("INTEGER", 32, [1, 2])}).text is None


def png() -> bytes:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QColor, QImage

    image = QImage(7, 5, QImage.Format.Format_RGB32)
    image.fill(QColor("#12ab34"))
    out = QByteArray()
    buffer = QBuffer(out)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")
    return bytes(out.data())


@pytest.mark.parametrize(
    ("target", "head"),
    [("image/bmp", b"BM"), ("image/x-MS-bmp", b"BM"), ("image/x-bmp", b"BM"), ("image/jpeg", b"\xff\xd8")],
)
def test_a_picture_is_made_in_the_encoding_that_is_asked_for(target: str, head: bytes) -> None:
    from PySide6.QtGui import QImage

    data = png()
    content = Content({"image/png": Item("image/png", 8, data)}, (target,))
    assert content.targets == ["image/png", target]
    made = content.item(target)
    assert made is not None
    assert (made.type, made.bits) == (target, 8)
    assert bytes(made.data).startswith(head)
    size = QImage.fromData(bytes(made.data)).size()
    assert (size.width(), size.height()) == (7, 5)
    kept = content.item("image/png")
    assert kept is not None
    assert kept.data == data


@pytest.mark.parametrize("target", ["image/x-nothing", "image/", "image/avif2"])
def test_an_encoding_that_nobody_knows_is_refused(target: str) -> None:
    assert Content({"image/png": Item("image/png", 8, png())}, (target,)).item(target) is None


@given(st.binary(max_size=200))
def test_a_broken_picture_is_refused_in_other_encodings(data: bytes) -> None:
    content = Content({"image/png": Item("image/png", 8, b"\x89PNG\r\n\x1a\n" + data)}, ("image/bmp",))
    assert content.item("image/bmp") is None


def test_what_is_not_on_offer_is_none() -> None:
    assert Content().item("image/bmp") is None
    assert of_text("x").item("text/html") is None
