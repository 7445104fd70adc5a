"""A handbook for newcomers as one HTML file: contents, chapters by category, wordings by tone, pictures inside.

It runs nothing and loads nothing, and prints on A4 with page numbers.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

from assistant.core.model import Phrase
from assistant.core.packs.foreign import Remark
from assistant.storage.exporters import book
from assistant.storage.exporters.book import Chapter
from assistant.storage.exporters.work import Work, put, remarks, sendable

_FONTS: Final = '"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC","Hiragino Sans GB",sans-serif'
_STYLE: Final = f"""
:root{{--ink:#1c2733;--soft:#5b6b7b;--line:#dfe5ec;--ground:#f6f8fb;--accent:#1668c7}}
*{{box-sizing:border-box}}
body{{margin:0 auto;max-width:52rem;padding:2.5rem 1.5rem 4rem;color:var(--ink);background:#fff;
font:16px/1.7 {_FONTS};overflow-wrap:anywhere}}
h1{{font-size:2rem;line-height:1.3;margin:0 0 .25rem}}
h2{{font-size:1.35rem;margin:2.5rem 0 1rem;padding-bottom:.4rem;border-bottom:2px solid var(--accent)}}
h3{{font-size:1.05rem;margin:0 0 .5rem}}
.about{{color:var(--soft);margin:0 0 2rem}}
nav{{background:var(--ground);border-radius:10px;padding:1rem 1.5rem}}
nav h2{{font-size:1.05rem;margin:0 0 .5rem;border:0;padding:0}}
nav ol{{list-style:none;margin:0;padding:0;columns:2;column-gap:2rem}}
nav li{{break-inside:avoid;display:flex;gap:.5rem;justify-content:space-between}}
nav a{{color:var(--ink);text-decoration:none}}nav a:hover{{color:var(--accent);text-decoration:underline}}
nav span{{color:var(--soft);font-variant-numeric:tabular-nums}}
article{{border:1px solid var(--line);border-radius:10px;padding:1rem 1.25rem;margin:0 0 1rem;break-inside:avoid-page}}
.code{{font:600 .85rem/1.6 ui-monospace,Consolas,monospace;color:var(--accent);background:#e9f1fb;border-radius:5px;
padding:.05rem .45rem;margin-right:.5rem}}
.tone{{color:var(--soft);font-size:.85rem;margin:.75rem 0 .2rem}}
.text{{white-space:pre-wrap;margin:0;background:var(--ground);border-left:3px solid var(--accent);
border-radius:0 6px 6px 0;padding:.6rem .9rem}}
.note{{margin:.7rem 0 0;white-space:pre-wrap}}
.facts{{color:var(--soft);font-size:.85rem;margin:.5rem 0 0}}
img{{display:block;max-width:100%;max-height:22rem;margin:.75rem 0 0;border:1px solid var(--line);border-radius:6px}}
@page{{size:A4;margin:18mm 16mm 20mm;@bottom-center{{content:counter(page) " / " counter(pages);
font:9pt {_FONTS};color:#5b6b7b}}}}
@media print{{body{{max-width:none;padding:0;font-size:10.5pt}}h2{{break-after:avoid}}nav{{break-after:page}}
.text,nav,.code{{print-color-adjust:exact;-webkit-print-color-adjust:exact}}}}
"""
_POLICY: Final = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class Handbook:
    """The file."""

    name: str = "handbook"
    label: str = "新人手册（网页）"
    about: str = "按分类排好、带目录和图片的一个网页文件，可以打印成 A4。"
    suffix: str = ".html"

    def losses(self, phrases: Sequence[Phrase], work: Work) -> tuple[Remark, ...]:
        """See :class:`assistant.storage.exporters.work.Exporter`."""
        told = remarks(phrases, work, lambda phrase: book.told(phrase, work, pictures=True))
        return (Remark("", book.NOT_BACK), *told)

    def write(self, phrases: Sequence[Phrase], path: Path, work: Work) -> None:
        """See :class:`assistant.storage.exporters.work.Exporter`."""
        put(path, (piece.encode() for piece in pages(phrases, work)))


def pages(phrases: Sequence[Phrase], work: Work) -> Iterator[str]:
    """The file in pieces."""
    title, chapters = escape(sendable(work.title)), book.chapters(phrases)
    yield (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n"
    )
    count = sum(len(chapter.phrases) for chapter in chapters)
    yield f'<h1>{title}</h1>\n<p class="about">{about(work, count)}</p>\n'
    yield "<nav><h2>目录</h2><ol>\n"
    for chapter in chapters:
        name, size = escape(chapter.name), len(chapter.phrases)
        yield f'<li><a href="#c{chapter.number}">{name}</a><span>{size}</span></li>\n'
    yield "</ol></nav>\n"
    ordered = [phrase for chapter in chapters for phrase in chapter.phrases]
    first = {chapter.phrases[0].id: chapter for chapter in chapters}
    for phrase in work.each(ordered):
        if phrase.id in first:
            yield _heading(first.pop(phrase.id))
        yield from _article(phrase, work)
    yield "</body>\n</html>\n"


def about(work: Work, count: int) -> str:
    """The line under the title."""
    day = f"，{work.today.year}年{work.today.month}月{work.today.day}日" if work.today else ""
    return f"共 {count} 条话术{day}。【】里的内容发送时由小二快答填好，或由您填写。"


def _heading(chapter: Chapter) -> str:
    return f'<h2 id="c{chapter.number}">{escape(chapter.name)}</h2>\n'


def _article(phrase: Phrase, work: Work) -> Iterator[str]:
    code = f'<span class="code">{escape(sendable(phrase.code))}</span>' if phrase.code else ""
    yield f"<article>\n<h3>{code}{escape(sendable(phrase.title))}</h3>\n"
    for number, variant in enumerate(phrase.variants):
        if tone := book.tone_of(variant, number, len(phrase.variants)):
            yield f'<p class="tone">{escape(tone)}</p>\n'
        yield f'<p class="text">{escape(book.text_of(variant, work))}</p>\n'
    if phrase.note:
        yield f'<p class="note">{escape(sendable(phrase.note))}</p>\n'
    yield from _pictures(phrase, work)
    if facts := book.facts_of(phrase):
        yield f'<p class="facts">{escape("　".join(facts))}</p>\n'
    yield "</article>\n"


def _pictures(phrase: Phrase, work: Work) -> Iterator[str]:
    for attachment in phrase.attachments:
        name = escape(sendable(attachment.name))
        data = book.picture_of(attachment, work)
        if data is None:
            yield f'<p class="facts">附件：{name}</p>\n'
        else:
            yield f'<img alt="{name}" src="data:{attachment.kind};base64,{base64.b64encode(data).decode()}">\n'


HANDBOOK: Final = Handbook()
