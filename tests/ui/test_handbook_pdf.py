"""The handbook on paper."""

from __future__ import annotations

import re

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage

from assistant.core.packs.leaves import Cover, Leaf
from assistant.storage.exporters import handbook_print
from assistant.ui import handbook_pdf
from tests.unit.storage.exporters import samples
from tests.unit.storage.exporters.samples import FULL, HOSTILE, phrase

MANY = tuple(phrase(f"c{n}", f"标题{n}", *["内容" * (n % 40 + 1)] * (n % 3 + 1), category=("甲",)) for n in range(60))


def leaves(phrases, **more):
    return list(handbook_print.leaves(phrases, samples.work(**more)))


def pages(data: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", data))


def picture(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("orange"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def blocks(document):
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def test_a_book_has_a_cover_and_every_leaf(app) -> None:
    made = leaves([*MANY, *HOSTILE])
    data = handbook_pdf.pdf_of(Cover("手册", "共几条"), lambda: iter(made))
    laid_out = [handbook_pdf._laid_out(leaf.html, leaf.pictures).pageCount() for leaf in made]
    assert [leaf.chapters for leaf in made] == [("甲",), ("未分类",)]
    assert data.startswith(b"%PDF-")
    assert pages(data) == 1 + sum(laid_out)
    assert laid_out[0] > 3


def test_no_heading_stands_alone_at_the_foot_and_nothing_vanishes(app) -> None:
    (leaf,) = leaves(MANY)
    document = handbook_pdf._laid_out(leaf.html, leaf.pictures)
    heights = [
        document.documentLayout().blockBoundingRect(block).height() for block in blocks(document) if block.text()
    ]
    assert min(heights) > 8
    heads = [block for block in blocks(document) if block.blockFormat().headingLevel()]
    assert len(heads) == 61
    for block in heads:
        assert handbook_pdf._page(document, block) == handbook_pdf._page(document, block.next())


def test_pictures_fit_the_page_and_damaged_ones_are_left_out(app) -> None:
    (leaf,) = leaves([FULL], picture=lambda _: picture(2000, 500))
    html = handbook_pdf._laid_out(leaf.html, leaf.pictures).toHtml()
    assert re.search(r'src="picture:0" width="420" height="105"', html)
    (leaf,) = leaves([FULL], picture=lambda _: b"\x89PNG no picture")
    assert "picture:0" not in handbook_pdf._laid_out(leaf.html, leaf.pictures).toHtml()


def test_emoticons_are_drawn(app) -> None:
    html = handbook_pdf._laid_out("<p>好🙂👍🏻1️2️</p>", {}).toHtml()
    assert 'src="emoji:1f642"' in html
    assert 'src="emoji:1f44d-1f3fb"' in html


def test_texts_stay_texts(app) -> None:
    (leaf,) = leaves(HOSTILE)
    said = handbook_pdf._laid_out(leaf.html, leaf.pictures).toPlainText()
    assert "</p><script>alert(1)</script>&amp;" in said
    assert "=cmd|'/C calc'!A0" in said


def test_long_categories_take_several_leaves() -> None:
    many = [phrase(f"c{n}", f"标题{n}", "内容", category=("甲", str(n // 100))) for n in range(520)]
    made = leaves(many)
    assert [leaf.html.count("<h3>") for leaf in made] == [250, 250, 20]
    assert [leaf.chapters for leaf in made] == [
        ("甲 › 0", "甲 › 1", "甲 › 2"), ("甲 › 3", "甲 › 4"), ("甲 › 5",),
    ]  # fmt: skip
    assert all(isinstance(leaf, Leaf) for leaf in made)
