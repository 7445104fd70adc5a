"""A book as a PDF on A4: cover, contents with page numbers, leaves. Needs no window, only a Qt application."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from assistant.core.packs.leaves import Cover, Leaf

_DOTS: Final = 288  # per inch on paper, three for each unit of the layout
_SCALE: Final = _DOTS / 96
_PAGE: Final = QSizeF(794, 1123)  # A4 in units of the layout, 96 an inch
_SIDE, _TOP, _BOTTOM = 64.0, 64.0, 72.0
_BODY: Final = QSizeF(_PAGE.width() - 2 * _SIDE, _PAGE.height() - _TOP - _BOTTOM)
_PICTURE: Final = QSizeF(420, 300)  # the largest a picture is shown
_PIXELS: Final = 1400  # on its longer side, of a picture that is stored
_IMAGE: Final = re.compile(r'<img src="([^"]+)">')
_EMOJI: Final = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}|(?:[\U0001f300-\U0001faff]\ufe0f?|[\u2190-\u2bff]\ufe0f)[\U0001f3fb-\U0001f3ff]?"
    "(?:\u200d[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?)*"
)
_DRAWN: Final = 64  # pixels of an emoji's side; in a PDF their fonts draw nothing, so they are pictures
_FAMILIES: Final = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei",
                    "sans-serif")  # fmt: skip
_STYLE: Final = """
h1{font-size:30px;margin:0 0 6px 0;color:#1c2733}
h2{font-size:20px;margin:18px 0 8px 0;color:#1668c7}
h3{font-size:15px;margin:16px 0 4px 0;color:#1c2733}
p{margin:4px 0 4px 0}
.about{color:#5b6b7b;margin-bottom:22px}
.code{color:#1668c7}
.tone{color:#5b6b7b;font-size:12px;margin:6px 0 2px 0}
.text{background-color:#f2f5f9;color:#1c2733}
.note{margin-top:6px}
.facts{color:#5b6b7b;font-size:12px}
.number{color:#5b6b7b}
"""

Leaves = Callable[[], Iterator[Leaf]]


def pdf_of(cover: Cover, leaves: Leaves) -> bytes:
    """The file. ``leaves`` is asked twice: to count the pages for the contents, and to draw them."""
    counted: list[tuple[str, int]] = []  # chapters and their pages, the first leaf's first being 1
    pages = 1
    for leaf in leaves():
        document = _laid_out(leaf.html, leaf.pictures)
        counted += ((name, pages + page) for name, page in zip(leaf.chapters, _headings(document), strict=True))
        pages += document.pageCount()
    front = _laid_out(_front(cover, counted, 0), {})
    before = front.pageCount()
    front = _laid_out(_front(cover, counted, before), {})
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    _draw(target, cover.title, front, (_laid_out(leaf.html, leaf.pictures) for leaf in leaves()))
    return bytes(target.data().data())


def _front(cover: Cover, chapters: Iterable[tuple[str, int]], before: int) -> str:
    lines = "".join(
        f'<tr><td>{escape(name)}</td><td align="right" class="number">{page + before}</td></tr>'
        for name, page in chapters
    )
    return (
        f'<h1>{escape(cover.title)}</h1><p class="about">{escape(cover.about)}</p>'
        f'<h2>{escape(cover.contents)}</h2><table width="100%" cellpadding="3" cellspacing="0">{lines}</table>'
    )


def _laid_out(html: str, pictures: Mapping[str, bytes]) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setUseDesignMetrics(True)
    document.setDocumentMargin(0)
    font = QFont(list(_FAMILIES))
    font.setPixelSize(14)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(_STYLE)
    sizes = {name: _shown(document, name, data) for name, data in pictures.items()}
    html = _IMAGE.sub(lambda found: sizes.get(found[1], ""), html)
    document.setHtml(_EMOJI.sub(lambda found: _emoji(document, found[0]), html))
    document.setPageSize(_BODY)
    _keep_with_next(document)
    return document


def _shown(document: QTextDocument, name: str, data: bytes) -> str:
    """The picture's tag, in a size that fits the page; nothing for one that can't be read."""
    image = QImage.fromData(data)
    if image.isNull():
        return ""
    if max(image.width(), image.height()) > _PIXELS:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(_PIXELS, _PIXELS, keep, smooth)
    document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
    share = min(1.0, _PICTURE.width() / image.width(), _PICTURE.height() / image.height())
    width, height = max(1, round(image.width() * share)), max(1, round(image.height() * share))
    return f'<img src="{name}" width="{width}" height="{height}">'


def _emoji(document: QTextDocument, signs: str) -> str:
    name = "emoji:" + "-".join(f"{ord(sign):x}" for sign in signs)
    kind = QTextDocument.ResourceType.ImageResource.value
    if document.resource(kind, QUrl(name)) is None:
        image = QImage(_DRAWN, _DRAWN, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        font = QFont(list(_FAMILIES))
        font.setPixelSize(_DRAWN * 3 // 4)
        painter.setFont(font)
        painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, signs)
        painter.end()
        document.addResource(kind, QUrl(name), image)
    return f'<img src="{name}" width="18" height="18">'


def _keep_with_next(document: QTextDocument) -> None:
    """No heading stands alone at the foot of a page."""
    block: QTextBlock = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel() and _page(document, block) != _page(document, block.next()):
            broken = QTextBlockFormat()
            broken.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(block).mergeBlockFormat(broken)
            document.setPageSize(QSizeF())  # Qt forgets blocks when it lays out only what has changed
            document.setPageSize(_BODY)
        block = block.next()


def _page(document: QTextDocument, block: QTextBlock) -> int:
    """The page where ``block`` begins, from 0."""
    top = document.documentLayout().blockBoundingRect(block).top() if block.isValid() else 0.0
    return int((top + 1) // _BODY.height())


def _headings(document: QTextDocument) -> Iterator[int]:
    """The page of each chapter's heading, from 0."""
    block: QTextBlock = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel() == 2:
            yield _page(document, block)
        block = block.next()


def _draw(target: QIODevice, title: str, front: QTextDocument, leaves: Iterable[QTextDocument]) -> None:
    writer = QPdfWriter(target)
    writer.setResolution(_DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(title)
    writer.setCreator("Xiaoer")
    painter = QPainter(writer)
    try:
        number = _pages(writer, painter, front, 0)
        for document in leaves:
            number = _pages(writer, painter, document, number)
    finally:
        painter.end()


def _pages(writer: QPdfWriter, painter: QPainter, document: QTextDocument, number: int) -> int:
    """Draw the pages of ``document``; ``number`` is that of the page before, returned is that of its last."""
    for page in range(document.pageCount()):
        if number:
            writer.newPage()
        number += 1
        painter.save()
        painter.scale(_SCALE, _SCALE)
        _footer(painter, number)
        painter.translate(_SIDE, _TOP - page * _BODY.height())
        document.drawContents(painter, QRectF(0, page * _BODY.height(), _BODY.width(), _BODY.height()))
        painter.restore()
    return number


def _footer(painter: QPainter, number: int) -> None:
    font = QFont(list(_FAMILIES))
    font.setPixelSize(11)
    painter.setFont(font)
    painter.setPen(QColor("#5b6b7b"))
    box = QRectF(0, _PAGE.height() - _BOTTOM + 22, _PAGE.width(), 20)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
